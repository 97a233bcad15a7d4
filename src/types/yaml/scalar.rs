//! What plain text means in YAML 1.2's core schema.

use crate::types::json::JsonKind;

/// The value of a plain scalar.
pub(super) fn plain(text: &str) -> JsonKind {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => JsonKind::Null,
        "true" | "True" | "TRUE" => JsonKind::Boolean(true),
        "false" | "False" | "FALSE" => JsonKind::Boolean(false),
        _ => match number(text) {
            Some(digits) => JsonKind::Number(digits),
            None => JsonKind::String(text.to_owned()),
        },
    }
}

/// A number in JSON's spelling; infinities are text.
fn number(text: &str) -> Option<String> {
    let radix = |digits: &str, radix| u64::from_str_radix(digits, radix).ok();
    if let Some(octal) = text.strip_prefix("0o") {
        return radix(octal, 8).map(|number| number.to_string());
    }
    if let Some(hexadecimal) = text.strip_prefix("0x") {
        return radix(hexadecimal, 16).map(|number| number.to_string());
    }
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let some = !whole.is_empty() || fraction.is_some_and(|fraction| !fraction.is_empty());
    if !some || !is_digits(whole) || !is_digits(fraction.unwrap_or("")) {
        return None;
    }
    let power = match exponent {
        None => String::new(),
        Some(exponent) => {
            let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            if digits.is_empty() || !is_digits(digits) {
                return None;
            }
            format!("e{exponent}")
        }
    };
    let sign = if negative { "-" } else { "" };
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        trimmed => trimmed,
    };
    let point = match fraction {
        None => String::new(),
        Some("") => ".0".to_owned(),
        Some(fraction) => format!(".{fraction}"),
    };
    Some(format!("{sign}{whole}{point}{power}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_scalars_follow_the_core_schema() {
        let shown = |text: &str| match plain(text) {
            JsonKind::Null => "null".to_owned(),
            JsonKind::Boolean(boolean) => boolean.to_string(),
            JsonKind::Number(digits) => digits,
            JsonKind::String(text) => format!("'{text}'"),
            other => format!("{other:?}"),
        };
        for (text, expected) in [
            ("", "null"),
            ("~", "null"),
            ("True", "true"),
            ("12", "12"),
            ("-012", "-12"),
            ("+1.50", "1.50"),
            (".5", "0.5"),
            ("1.", "1.0"),
            ("1e3", "1e3"),
            ("0x1F", "31"),
            ("0o17", "15"),
            ("yes", "'yes'"),
            ("no", "'no'"),
            ("1_000", "'1_000'"),
            ("1.2.3", "'1.2.3'"),
            ("2024-01-01", "'2024-01-01'"),
            (".inf", "'.inf'"),
            ("-", "'-'"),
            (".", "'.'"),
            ("e3", "'e3'"),
            ("1e", "'1e'"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
