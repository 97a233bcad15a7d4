//! Durations: `500ms`, `10s`, `5m`, `24h`, `90d`.

use crate::diagnostics::{Diagnostic, codes};
use crate::document::Text;
use crate::manifest::Duration;

use super::Shape;
use super::place::Place;
use super::spelling::shown;

const UNITS: [(&str, u64); 5] = [
    ("ms", 1),
    ("s", 1000),
    ("m", 60_000),
    ("h", 3_600_000),
    ("d", 86_400_000),
];

/// Ten years: beyond it a duration is a mistake.
const LONGEST: u64 = 3650 * 86_400_000;

/// The duration that a text is, exactly.
///
/// # Errors
/// Why it is none.
fn parse(text: &str) -> Result<Duration, Wrong> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, unit) = text.split_at(digits);
    let scale = UNITS
        .iter()
        .find(|(name, _)| *name == unit)
        .ok_or(Wrong::Form)?
        .1;
    if digits.is_empty() {
        return Err(Wrong::Form);
    }
    let milliseconds = digits
        .parse::<u64>()
        .ok()
        .and_then(|number| number.checked_mul(scale))
        .ok_or(Wrong::Range)?;
    if milliseconds == 0 || milliseconds > LONGEST {
        return Err(Wrong::Range);
    }
    Ok(Duration { milliseconds })
}

enum Wrong {
    Form,
    Range,
}

/// The duration that a text is or was meant to be.
pub fn meant(text: &str) -> Option<Duration> {
    parse(text).ok().or_else(|| parse(&respelt(text)?).ok())
}

/// `30 seconds`, `30S`, `PT30S`, `2 hours` as a duration is written.
fn respelt(text: &str) -> Option<String> {
    let folded = text.trim().to_ascii_lowercase();
    let iso = folded.strip_prefix('p');
    let rest = iso.unwrap_or(&folded);
    let rest = rest.strip_prefix('t').unwrap_or(rest);
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let unit = match rest.get(digits.len()..)?.trim() {
        "ms" | "msec" | "msecs" | "milli" | "millis" | "millisecond" | "milliseconds" => "ms",
        "s" | "sec" | "secs" | "second" | "seconds" => "s",
        // Months, in ISO 8601, unless a `T` stands before it.
        "m" if iso.is_some_and(|iso| !iso.starts_with('t')) => return None,
        "m" | "min" | "mins" | "minute" | "minutes" => "m",
        "h" | "hr" | "hrs" | "hour" | "hours" => "h",
        "d" | "day" | "days" => "d",
        _ => return None,
    };
    (!digits.is_empty()).then(|| format!("{digits}{unit}"))
}

impl Shape<'_> {
    pub(super) fn duration(&mut self, text: &Text, place: &Place<'_>) {
        let diagnostic = match parse(text.as_str()) {
            Ok(_) => return,
            Err(Wrong::Range) => Diagnostic::new(
                &codes::shape::BAD_DURATION,
                text.span,
                format!("{} is out of range", place.name()),
            )
            .help("write a duration between `1ms` and `3650d`"),
            Err(Wrong::Form) => {
                let diagnostic = Diagnostic::new(
                    &codes::shape::BAD_DURATION,
                    text.span,
                    format!(
                        "{} is no duration: `{}`",
                        place.name(),
                        shown(text.as_str())
                    ),
                );
                match respelt(text.as_str()).filter(|spelt| parse(spelt).is_ok()) {
                    Some(spelt) => diagnostic
                        .help(format!("write `{spelt}`"))
                        .replace(text.span, format!("\"{spelt}\"")),
                    None => diagnostic.help(
                        "write a whole number and one unit of `ms`, `s`, `m`, `h` and `d`: `30s`",
                    ),
                }
            }
        };
        self.report(diagnostic);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        let milliseconds = |text| parse(text).ok().map(|duration| duration.milliseconds);
        assert_eq!(milliseconds("500ms"), Some(500));
        assert_eq!(milliseconds("24h"), Some(86_400_000));
        for wrong in [
            "", "s", "10", "1.5s", "-1s", "1h30m", " 1s", "0s", "1S", "４s",
        ] {
            assert_eq!(milliseconds(wrong), None, "{wrong}");
        }
        assert_eq!(milliseconds("99999999999999999999d"), None);
        assert_eq!(milliseconds("213503982335d"), None);
    }

    #[test]
    fn what_was_meant() {
        let spelt = |text| respelt(text).unwrap_or_default();
        assert_eq!(spelt("30 seconds"), "30s");
        assert_eq!(spelt("PT5M"), "5m");
        assert_eq!(spelt("P5M"), "");
        assert_eq!(spelt("P7D"), "7d");
        assert_eq!(spelt("2 Hours"), "2h");
        assert_eq!(spelt("soon"), "");
    }
}
