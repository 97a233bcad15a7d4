//! Dates and instants as they travel, judged as the generated code judges them.

/// Whether the text is a calendar date, `2024-02-29`, of the years 1900 to 9998.
pub fn is_date(text: &str) -> bool {
    let Some([year, month, day]) = numbers(text, "dddd-dd-dd") else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1900..=9998).contains(&year) && (1..=days).contains(&day)
}

/// Whether the text is an instant: RFC 3339 with `T`, seconds and an offset, and at
/// most nine digits of a second.
pub fn is_instant(text: &str) -> bool {
    let Some((date, time)) = text.split_once('T') else {
        return false;
    };
    let (clock, offset) = match time.find(['Z', '+', '-']) {
        Some(at) => time.split_at(at),
        None => return false,
    };
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let clock_fits = numbers(clock, "dd:dd:dd")
        .is_some_and(|[hour, minute, second]| hour < 24 && minute < 60 && second < 60);
    let fraction_fits =
        (1..=9).contains(&fraction.len()) && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let offset_fits = offset == "Z"
        || offset
            .get(1..)
            .and_then(|offset| numbers(offset, "dd:dd"))
            .is_some_and(|[hour, minute]| hour < 24 && minute < 60);
    is_date(date) && clock_fits && fraction_fits && offset_fits
}

/// The numbers of a text of exactly this form, where each `d` is a digit.
fn numbers<const N: usize>(text: &str, form: &str) -> Option<[u32; N]> {
    if text.len() != form.len() {
        return None;
    }
    let mut found = [0; N];
    let mut at = 0;
    for (byte, wanted) in text.bytes().zip(form.bytes()) {
        if wanted == b'd' {
            let digit = char::from(byte).to_digit(10)?;
            let number = found.get_mut(at)?;
            *number = *number * 10 + digit;
        } else if byte == wanted {
            at += 1;
        } else {
            return None;
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_days_of_the_calendar() {
        for text in ["2024-02-29", "2000-02-29", "1900-01-01", "9998-12-31"] {
            assert!(is_date(text), "{text}");
        }
        for text in [
            "2023-02-29",
            "1900-02-29",
            "1899-12-31",
            "9999-01-01",
            "2024-13-01",
            "2024-00-01",
            "2024-04-31",
            "2024-01-00",
            "2024-1-1",
            "20240101",
            "2024-01-01 ",
            "２024-01-01",
            "",
        ] {
            assert!(!is_date(text), "{text}");
        }
    }

    #[test]
    fn instants_have_offsets() {
        for text in [
            "2024-05-31T09:30:00Z",
            "2024-05-31T09:30:00.123456789Z",
            "2024-05-31T23:59:59+05:30",
            "2024-05-31T00:00:00.0-23:59",
        ] {
            assert!(is_instant(text), "{text}");
        }
        for text in [
            "2024-05-31T09:30:00",
            "2024-05-31 09:30:00Z",
            "2024-05-31T09:30Z",
            "2024-05-31",
            "2024-05-31T24:00:00Z",
            "2024-05-31T09:60:00Z",
            "2024-05-31T09:30:60Z",
            "2024-05-31T09:30:00z",
            "2024-05-31T09:30:00.Z",
            "2024-05-31T09:30:00+0530",
            "2024-05-31T09:30:00+24:00",
            "2024-05-31T09:30:00Z ",
            "2024-02-30T09:30:00Z",
            "2024-05-31T09:30:00.1234567890Z",
        ] {
            assert!(!is_instant(text), "{text}");
        }
    }
}
