//! Dates and instants as they travel: one strict reader of RFC 3339, the same as that of
//! the generated code.

/// Days from 1970-01-01 of a calendar date, `2024-02-29`, of the years 1900 to 9998;
/// `None` for other text and for days that do not exist.
pub fn read_date(text: &str) -> Option<i64> {
    let [year, month, day] = numbers(text, "dddd-dd-dd")?;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    ((1900..=9998).contains(&year) && (1..=days).contains(&day))
        .then(|| days_from_epoch(year.into(), month.into(), day.into()))
}

/// Nanoseconds from 1970-01-01T00:00:00Z of an instant: RFC 3339 with `T`, seconds and
/// an offset, and at most nine digits of a second. `None` for other text; there are no
/// leap seconds.
pub fn read_instant(text: &str) -> Option<i128> {
    let (date, time) = text.split_once('T')?;
    let (clock, offset) = time.split_at(time.find(['Z', '+', '-'])?);
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let [hour, minute, second] = numbers(clock, "dd:dd:dd")?;
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    if !(1..=9).contains(&fraction.len()) || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let nanoseconds: i128 = format!("{fraction:0<9}").parse().ok()?;
    let minutes_ahead = match offset {
        "Z" => 0,
        _ => {
            let [hours, minutes] = numbers(offset.get(1..)?, "dd:dd")?;
            if hours > 23 || minutes > 59 {
                return None;
            }
            let minutes = i64::from(hours * 60 + minutes);
            if offset.starts_with('-') {
                -minutes
            } else {
                minutes
            }
        }
    };
    let minutes = (read_date(date)? * 24 + i64::from(hour)) * 60 + i64::from(minute);
    let seconds = (minutes - minutes_ahead) * 60 + i64::from(second);
    Some(i128::from(seconds) * 1_000_000_000 + nanoseconds)
}

/// Whether the text is a calendar date: see [`read_date`].
pub fn is_date(text: &str) -> bool {
    read_date(text).is_some()
}

/// Whether the text is an instant: see [`read_instant`].
pub fn is_instant(text: &str) -> bool {
    read_instant(text).is_some()
}

/// Days from 1970-01-01 in the Gregorian calendar, counted in years that begin in March,
/// so that the leap day comes last.
const fn days_from_epoch(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let leap_days = year / 4 - year / 100 + year / 400;
    year * 365 + leap_days + (month * 153 + 2) / 5 + day - 1 - 719_468
}

/// The milliseconds since 1970 of `/Date(1709164800000+0000)/`; the offset, which may be
/// left out, changes nothing.
pub fn slash_milliseconds(text: &str) -> Option<f64> {
    let inner = text.strip_prefix("/Date(")?.strip_suffix(")/")?;
    let (sign, rest) = match inner.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, inner),
    };
    let (digits, offset) = match rest.find(['+', '-']) {
        Some(at) => rest.split_at(at),
        None => (rest, ""),
    };
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let offset_fits = offset.is_empty() || offset.len() == 5 && is_digits(offset.get(1..)?);
    if !offset_fits || !(1..=16).contains(&digits.len()) || !is_digits(digits) {
        return None;
    }
    Some(sign * digits.parse::<f64>().ok()?)
}

/// Whether milliseconds since 1970 lie in the years 1900 to 9998.
pub fn is_within_years(milliseconds: f64) -> bool {
    const FIRST: f64 = -2_208_988_800_000.0;
    const END: f64 = 253_370_764_800_000.0;
    (FIRST..END).contains(&milliseconds)
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
    fn dates_and_instants_are_counted_from_1970() {
        for (text, days) in [
            ("1970-01-01", 0),
            ("1969-12-31", -1),
            ("1900-01-01", -25_567),
            ("2000-03-01", 11_017),
            ("2024-02-29", 19_782),
            ("9998-12-31", 2_932_531),
        ] {
            assert_eq!(read_date(text), Some(days), "{text}");
        }
        for (text, nanoseconds) in [
            ("1970-01-01T00:00:00Z", 0),
            ("1970-01-01T00:00:00.000000001Z", 1),
            ("1970-01-01T02:00:00+02:00", 0),
            ("1969-12-31T23:59:59.5Z", -500_000_000),
            ("2024-05-31T09:30:00.25-05:30", 1_717_167_600_250_000_000),
        ] {
            assert_eq!(read_instant(text), Some(nanoseconds), "{text}");
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
