//! Patterns of dates: `yyyy-MM-dd`, `dd.MM.yyyy HH:mm`.

/// A part of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatePart {
    /// `yyyy`
    Year,
    /// `yy`: the last two digits.
    ShortYear,
    /// `MM`, or `M` without a zero before it.
    Month { padded: bool },
    /// `dd`, or `d`.
    Day { padded: bool },
    /// `HH`, or `H`: 0 to 23.
    Hour { padded: bool },
    /// `mm`
    Minute,
    /// `ss`
    Second,
    /// Anything that is no letter or digit, and `T`.
    Sign(char),
}

/// The parts of a pattern to write by.
///
/// # Errors
/// What in it is no part: the letters, or the digit.
pub fn date_parts(pattern: &str, time: bool) -> Result<Vec<DatePart>, String> {
    let mut parts = Vec::new();
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        let run = rest
            .chars()
            .take_while(|character| *character == first)
            .count();
        let (taken, part) = match (first, run) {
            ('y', 4) => (4, DatePart::Year),
            ('y', 2) => (2, DatePart::ShortYear),
            ('M', 1 | 2) => (run, DatePart::Month { padded: run == 2 }),
            ('d', 1 | 2) => (run, DatePart::Day { padded: run == 2 }),
            ('H', 1 | 2) if time => (run, DatePart::Hour { padded: run == 2 }),
            ('m', 2) if time => (2, DatePart::Minute),
            ('s', 2) if time => (2, DatePart::Second),
            ('T', _) => (1, DatePart::Sign('T')),
            _ if first.is_alphanumeric() => {
                return Err(rest.chars().take(run).collect());
            }
            _ => (1, DatePart::Sign(first)),
        };
        parts.push(part);
        // All but signs are ASCII, of which a character is a byte.
        let length = match part {
            DatePart::Sign(sign) => sign.len_utf8(),
            _ => taken,
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    Ok(parts)
}

/// The parts of a pattern to read by: a year of four digits, a month and a day, each once,
/// and so that it is plain where each ends.
///
/// # Errors
/// What is wrong, as a phrase.
pub fn reading_parts(pattern: &str) -> Result<Vec<DatePart>, String> {
    let parts = date_parts(pattern, false).map_err(|letters| format!("`{letters}` is no part"))?;
    let count = |wanted: fn(&DatePart) -> bool| parts.iter().filter(|part| wanted(part)).count();
    for (name, found) in [
        ("yyyy", count(|part| matches!(part, DatePart::Year))),
        ("MM", count(|part| matches!(part, DatePart::Month { .. }))),
        ("dd", count(|part| matches!(part, DatePart::Day { .. }))),
    ] {
        if found != 1 {
            return Err(format!("`{name}` must be in it once"));
        }
    }
    if parts.contains(&DatePart::ShortYear) {
        return Err("`yy` does not say the century".to_owned());
    }
    let open = |part: &DatePart| {
        matches!(
            part,
            DatePart::Month { padded: false } | DatePart::Day { padded: false }
        )
    };
    let digits = |part: &DatePart| !matches!(part, DatePart::Sign(_));
    let adjacent = parts.windows(2).any(|pair| match pair {
        [a, b] => open(a) && digits(b) || digits(a) && open(b),
        _ => false,
    });
    if adjacent {
        return Err("`M` and `d` need a sign between them and other digits".to_owned());
    }
    Ok(parts)
}
