//! Arguments whose literal text means something: words, zones, dates, durations.

use std::sync::LazyLock;

use jiff::tz::TimeZoneDatabase;

use super::Checker;
use super::report::quoted;
use crate::diagnostics::{Diagnostic, closest, codes::expressions as codes, list};
use crate::expression::functions::{Pattern, date_parts, reading_parts};
use crate::expression::typed::{Typed, TypedKind};
use crate::types::{Kind, currency};

/// The zones that are built in: the same on every machine.
static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

impl Checker<'_> {
    /// Whether an argument of the right kind also says the right thing; reported if not.
    pub(super) fn literal_fits(&mut self, pattern: &Pattern, value: &Typed) -> bool {
        let text = match &value.kind {
            TypedKind::String(text) => Some(text.as_str()),
            _ => None,
        };
        match (pattern, text) {
            (Pattern::Words(words), _) => self.word_fits(words, text, value),
            (Pattern::Zone, Some(text)) => self.zone_fits(text, value),
            (Pattern::ReadFormat | Pattern::WriteFormat { .. }, _) => {
                self.format_fits(pattern, text, value)
            }
            (Pattern::Duration, Some(text)) => {
                if is_duration(text) {
                    return true;
                }
                let message = format!("`'{text}'` is not a duration");
                self.bad_word(
                    value,
                    message,
                    None,
                    "digits and a unit of `ms`, `s`, `m`, `h` or `d`: `'24h'`",
                )
            }
            (Pattern::Duration, None) => self.bad_word(
                value,
                "a literal duration is needed here".to_owned(),
                None,
                "digits and a unit, as in `'24h'`; or an amount and a unit: `n, 'hours'`",
            ),
            (Pattern::Constant { least, most }, _) => match value.kind {
                TypedKind::Integer(number) if (*least..=*most).contains(&number) => true,
                _ => self.bad_word(
                    value,
                    format!("a literal number from {least} to {most} is needed here"),
                    None,
                    "the number in digits, such as `2`",
                ),
            },
            (Pattern::NonEmpty, _) => match &value.ty.kind {
                Kind::String(Some(texts)) if texts.iter().all(|text| !text.is_empty()) => true,
                _ => self.bad_word(
                    value,
                    "a literal text that is not empty is needed here".to_owned(),
                    None,
                    "the text in quotes: `','`",
                ),
            },
            (Pattern::Search, Some("")) => self.bad_word(
                value,
                "an empty text is everywhere".to_owned(),
                None,
                "the text to look for: `' '`",
            ),
            (Pattern::Currency, Some(text)) => {
                if currency::places(text).is_some() {
                    return true;
                }
                let upper = text.trim().to_uppercase();
                let meant = closest(&upper, currency::codes());
                let message = format!("there is no currency `{text}`");
                self.bad_word(value, message, meant, "a code of ISO 4217: `'EUR'`")
            }
            (Pattern::LocalText, Some(text)) => {
                if is_local(text) {
                    return true;
                }
                let message = format!("`'{text}'` is not a local time");
                self.bad_word(
                    value,
                    message,
                    None,
                    "date and time without an offset, as in `'2024-02-29T12:00:00'`",
                )
            }
            (Pattern::DateText, Some(text)) => {
                if is_date(text) {
                    return true;
                }
                let message = format!("`'{text}'` is not a date");
                self.bad_word(
                    value,
                    message,
                    None,
                    "a day that exists, as in `'2024-02-29'`",
                )
            }
            (Pattern::InstantText, Some(text)) => {
                if is_instant(text) {
                    return true;
                }
                let message = format!("`'{text}'` is not an instant");
                self.bad_word(
                    value,
                    message,
                    None,
                    "date, time and offset, as in `'2024-02-29T12:00:00Z'`",
                )
            }
            (Pattern::DecimalText, Some(text)) => {
                if is_decimal(text) {
                    return true;
                }
                let message = format!("`'{text}'` is not a decimal");
                self.bad_word(
                    value,
                    message,
                    None,
                    "digits with at most one point: `12.50`",
                )
            }
            (Pattern::IntegerText, Some(text)) => {
                if is_decimal(text) && !text.contains('.') {
                    return true;
                }
                let message = format!("`'{text}'` is not a whole number");
                self.bad_word(value, message, None, "digits: `12`")
            }
            _ => true,
        }
    }

    fn word_fits(&mut self, words: &[&'static str], text: Option<&str>, value: &Typed) -> bool {
        let all = list(words.iter().map(|word| format!("`'{word}'`")));
        match text {
            Some(text) if words.contains(&text) => true,
            Some(text) => {
                let meant = closest(text, words.iter().copied());
                self.bad_word(value, format!("`'{text}'` is not known here"), meant, &all)
            }
            None => {
                let message = "a literal word is needed here".to_owned();
                self.bad_word(value, message, None, &all)
            }
        }
    }

    fn zone_fits(&mut self, text: &str, value: &Typed) -> bool {
        if ZONES.get(text).is_ok() {
            return true;
        }
        let zones: Vec<String> = ZONES
            .available()
            .map(|zone| zone.as_str().to_owned())
            .collect();
        let folded = text.trim().replace(' ', "_");
        // A city alone means its zone.
        let city = zones.iter().find(|zone| {
            zone.rsplit('/')
                .next()
                .is_some_and(|city| city.eq_ignore_ascii_case(&folded))
        });
        let meant = city
            .map(String::as_str)
            .or_else(|| closest(&folded, zones.iter().map(String::as_str)));
        self.bad_word(
            value,
            format!("there is no time zone `{text}`"),
            meant,
            "a name such as `'Europe/Paris'`, `'America/New_York'` or `'UTC'`",
        )
    }

    /// A pattern by which dates are read or written.
    fn format_fits(&mut self, pattern: &Pattern, text: Option<&str>, value: &Typed) -> bool {
        match (pattern, text) {
            (Pattern::ReadFormat, Some(text)) => match reading_parts(text) {
                Ok(_) => true,
                Err(why) => self.bad_word(
                    value,
                    format!("`'{text}'` is not a pattern to read a date by: {why}"),
                    None,
                    "`yyyy`, `MM` or `M`, and `dd` or `d`, with signs between: `'MM/dd/yyyy'`",
                ),
            },
            (Pattern::WriteFormat { time }, Some(text)) => match date_parts(text, *time) {
                Ok(parts) if !parts.is_empty() => true,
                Ok(_) => self.bad_word(
                    value,
                    "this pattern is empty".to_owned(),
                    None,
                    "for example `'dd.MM.yyyy'`",
                ),
                Err(letters) => self.bad_word(
                    value,
                    format!("`{letters}` is no part of a pattern"),
                    None,
                    if *time {
                        "parts of `yyyy`, `yy`, `MM`, `M`, `dd`, `d`, `HH`, `H`, `mm`, `ss`, and signs: `'yyyy-MM-dd HH:mm:ss'`"
                    } else {
                        "parts of `yyyy`, `yy`, `MM`, `M`, `dd`, `d`, and signs: `'dd.MM.yyyy'`"
                    },
                ),
            },
            _ => self.bad_word(
                value,
                "a literal pattern is needed here".to_owned(),
                None,
                "for example `'dd.MM.yyyy'`",
            ),
        }
    }

    fn bad_word(&mut self, value: &Typed, message: String, meant: Option<&str>, all: &str) -> bool {
        let help = match meant {
            Some(meant) => format!("did you mean `'{meant}'`? write {all}"),
            None => format!("write {all}"),
        };
        let problem = Diagnostic::new(&codes::BAD_WORD, value.span, message).help(help);
        let problem = match meant {
            Some(meant) => {
                let text = quoted(meant, self.quoting);
                self.with_replacement(problem, value.span, &text)
            }
            None => problem,
        };
        self.report(problem);
        false
    }
}

fn is_duration(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at(digits);
    (1..=12).contains(&number.len()) && matches!(unit, "ms" | "s" | "m" | "h" | "d")
}

fn is_decimal(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    [whole, fraction]
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `YYYY-MM-DD`, of a day that exists, in the years that both back ends read.
pub(in crate::expression) fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    let shape = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    shape
        && text
            .parse::<jiff::civil::Date>()
            .is_ok_and(|date| (1900..=9998).contains(&date.year()))
}

/// Two digits, up to a number.
fn two(part: &str, most: u8) -> bool {
    part.len() == 2
        && part.bytes().all(|byte| byte.is_ascii_digit())
        && part.parse::<u8>().is_ok_and(|value| value <= most)
}

/// A date, `T` or a blank, and a time without an offset.
fn is_local(text: &str) -> bool {
    let Some((date, time)) = text.split_once(['T', ' ']) else {
        return false;
    };
    let (clock, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let parts: Vec<&str> = clock.split(':').collect();
    let clock_fits = match parts.as_slice() {
        [h, m] => two(h, 23) && two(m, 59) && !time.contains('.'),
        [h, m, s] => two(h, 23) && two(m, 59) && two(s, 59),
        _ => false,
    };
    is_date(date)
        && clock_fits
        && (1..=9).contains(&fraction.len())
        && fraction.bytes().all(|byte| byte.is_ascii_digit())
}

/// RFC 3339: date, `T`, time with seconds, and an offset.
pub(in crate::expression) fn is_instant(text: &str) -> bool {
    let Some((date, time)) = text.split_once('T') else {
        return false;
    };
    let offset = time.find(['Z', '+', '-']);
    let Some((clock, offset)) = offset.and_then(|at| time.split_at_checked(at)) else {
        return false;
    };
    let (whole, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let parts: Vec<&str> = whole.split(':').collect();
    let clock_fits = matches!(parts.as_slice(), [h, m, s] if two(h, 23) && two(m, 59) && two(s, 59))
        && (1..=9).contains(&fraction.len())
        && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let offset_fits = offset == "Z"
        || offset
            .get(1..)
            .and_then(|rest| rest.split_once(':'))
            .is_some_and(|(h, m)| two(h, 23) && two(m, 59));
    is_date(date) && clock_fits && offset_fits
}
