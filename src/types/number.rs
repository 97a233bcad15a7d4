//! JSON numbers and number texts, judged as the generated code judges them.

/// Digits that a decimal keeps, before and after the point together.
pub const MAX_DIGITS: usize = 34;

/// Significant digits that a JSON number carries through a double unchanged.
pub const EXACT_DIGITS: usize = 15;

/// The largest integer up to which JavaScript's integers are exact.
pub const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_991.0;

/// Why a number or a text is no decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalFault {
    /// Not the syntax of a decimal.
    Syntax,
    /// More than [`MAX_DIGITS`].
    TooLong,
    /// A number with more than [`EXACT_DIGITS`] significant digits.
    Imprecise,
    /// A number beyond every double.
    Infinite,
}

/// What JavaScript reads a JSON number as; infinite beyond the largest double.
/// `None` for TOML's `nan` and other words.
pub fn double(digits: &str) -> Option<f64> {
    if !digits.starts_with(|c: char| c == '-' || c.is_ascii_digit()) || digits.ends_with('f') {
        return None;
    }
    digits.parse().ok()
}

/// Whether JavaScript calls it an integer.
pub fn is_integer(number: f64) -> bool {
    number.is_finite() && number.fract() == 0.0
}

pub fn is_safe_integer(number: f64) -> bool {
    is_integer(number) && number.abs() <= MAX_SAFE_INTEGER
}

/// Whether a JSON number is a decimal.
///
/// # Errors
/// Why it is not.
pub fn decimal_of_number(number: f64) -> Result<(), DecimalFault> {
    if !number.is_finite() {
        return Err(DecimalFault::Infinite);
    }
    // The shortest digits that read as the same double, as JavaScript writes them.
    let Some(digits) = Digits::read(&format!("{number:e}")) else {
        return Err(DecimalFault::Syntax);
    };
    if digits.significant.len() > EXACT_DIGITS {
        return Err(DecimalFault::Imprecise);
    }
    digits.fits()
}

/// Whether a text is a decimal: `-12.50`, with no exponent, space or separators.
///
/// # Errors
/// Why it is not.
pub fn decimal_of_text(text: &str) -> Result<(), DecimalFault> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !is_digits(whole) || !is_digits(fraction) {
        return Err(DecimalFault::Syntax);
    }
    match Digits::read(unsigned) {
        Some(digits) => digits.fits(),
        None => Err(DecimalFault::Syntax),
    }
}

/// Whether a text is a safe integer: digits with a sign.
///
/// # Errors
/// Why it is not.
pub fn integer_of_text(text: &str) -> Result<(), IntegerFault> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if unsigned.is_empty() || !unsigned.bytes().all(|b| b.is_ascii_digit()) {
        return Err(IntegerFault::Syntax);
    }
    match unsigned.parse::<f64>() {
        Ok(number) if is_safe_integer(number) => Ok(()),
        _ => Err(IntegerFault::Unsafe),
    }
}

/// Why a text is no integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntegerFault {
    Syntax,
    Unsafe,
}

/// A number as significant digits times a power of ten, exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digits {
    pub negative: bool,
    /// Without leading or trailing zeros; empty for zero.
    pub significant: String,
    /// The power of ten of the last significant digit.
    pub exponent: i64,
}

impl Digits {
    /// Reads a number as JSON writes it; `None` for anything else, as TOML's `inf`.
    pub fn read(text: &str) -> Option<Self> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, power) = match rest.split_once(['e', 'E']) {
            Some((mantissa, power)) => (mantissa, read_power(power)?),
            None => (rest, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = [whole, fraction].concat();
        if whole.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let trimmed = all.trim_end_matches('0');
        let dropped = i64::try_from(all.len() - trimmed.len()).ok()?;
        let places = i64::try_from(fraction.len()).ok()?;
        let significant = trimmed.trim_start_matches('0').to_owned();
        let exponent = if significant.is_empty() {
            0
        } else {
            power.saturating_sub(places).saturating_add(dropped)
        };
        Some(Self {
            negative,
            significant,
            exponent,
        })
    }

    /// Without an exponent: `-0.0015`.
    fn plain(&self) -> String {
        let sign = if self.negative { "-" } else { "" };
        let zeros = |count: u64| "0".repeat(usize::try_from(count).unwrap_or(0));
        if self.exponent >= 0 {
            let whole = format!(
                "{}{}",
                self.significant,
                zeros(self.exponent.unsigned_abs())
            );
            return format!("{sign}{}", if whole.is_empty() { "0" } else { &whole });
        }
        let lacking = self.places().saturating_sub(self.significant.len() as u64);
        let all = format!("{}{}", zeros(lacking), self.significant);
        let (whole, fraction) = all.split_at(
            all.len()
                .saturating_sub(usize::try_from(self.places()).unwrap_or(0)),
        );
        let whole = if whole.is_empty() { "0" } else { whole };
        format!("{sign}{whole}.{fraction}")
    }

    /// Digits after the point.
    pub const fn places(&self) -> u64 {
        if self.exponent < 0 {
            self.exponent.unsigned_abs()
        } else {
            0
        }
    }

    /// Whether a decimal keeps it.
    ///
    /// # Errors
    /// When it has more than [`MAX_DIGITS`] digits, or as many places.
    pub fn fits(&self) -> Result<(), DecimalFault> {
        let zeros = u64::try_from(self.exponent).unwrap_or(0);
        let digits = zeros.saturating_add(self.significant.len() as u64);
        if digits.max(self.places()) > MAX_DIGITS as u64 {
            return Err(DecimalFault::TooLong);
        }
        Ok(())
    }
}

/// A number as a decimal is written, without exponent; a text that is no number, or none
/// that a decimal holds, as it is.
pub fn plain_digits(text: &str) -> String {
    match Digits::read(text.strip_prefix('+').unwrap_or(text)) {
        Some(digits) if digits.fits().is_ok() => digits.plain(),
        _ => text.to_owned(),
    }
}

/// The digits after `e`, held at a bound that no real number reaches.
fn read_power(text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let power = digits.parse::<i64>().unwrap_or(1 << 40).min(1 << 40);
    Some(if negative { -power } else { power })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_exact() {
        for (text, significant, exponent) in [
            ("0", "", 0),
            ("-0.00", "", 0),
            ("100", "1", 2),
            ("1e3", "1", 3),
            ("0.05", "5", -2),
            ("12.50", "125", -1),
            ("1.5E-3", "15", -4),
        ] {
            let digits = Digits::read(text).unwrap();
            assert_eq!(
                (digits.significant.as_str(), digits.exponent),
                (significant, exponent)
            );
        }
        for text in ["", "-", "inf", "nan", ".5", "1e", "1e+", "0x1"] {
            assert_eq!(Digits::read(text), None, "{text}");
        }
    }

    #[test]
    fn exponents_are_written_out() {
        for (text, plain) in [
            ("1.5e-3", "0.0015"),
            ("-12.50", "-12.5"),
            ("1E3", "1000"),
            ("+0.0", "0"),
            ("0", "0"),
            ("12.5e1", "125"),
            ("1234e-2", "12.34"),
            ("1e999", "1e999"),
            ("nan", "nan"),
        ] {
            assert_eq!(plain_digits(text), plain);
        }
    }

    #[test]
    fn numbers_are_decimals_up_to_fifteen_digits() {
        let of = |text: &str| decimal_of_number(double(text).unwrap());
        assert_eq!(of("29.99"), Ok(()));
        assert_eq!(of("45.421529999999997"), Ok(()), "reads as 45.42153");
        assert_eq!(of("123456789012345"), Ok(()));
        assert_eq!(of("0.30000000000000004"), Err(DecimalFault::Imprecise));
        assert_eq!(of("1e34"), Err(DecimalFault::TooLong));
        assert_eq!(of("1e33"), Ok(()));
        assert_eq!(of("1e-35"), Err(DecimalFault::TooLong));
        assert_eq!(of("1e999"), Err(DecimalFault::Infinite));
        assert!(double("nan").is_none() && double("inf").is_none() && double("-inf").is_none());
    }

    #[test]
    fn texts_are_decimals_in_one_syntax() {
        for text in ["12.50", "-1", "+0.0", "007", &"9".repeat(34)] {
            assert_eq!(decimal_of_text(text), Ok(()), "{text}");
        }
        for text in ["", "1.", ".5", "1e3", "1,5", " 1", "--1"] {
            assert_eq!(decimal_of_text(text), Err(DecimalFault::Syntax), "{text}");
        }
        assert_eq!(decimal_of_text(&"9".repeat(35)), Err(DecimalFault::TooLong));
        assert_eq!(integer_of_text("-9007199254740991"), Ok(()));
        assert_eq!(
            integer_of_text("9007199254740992"),
            Err(IntegerFault::Unsafe)
        );
        assert_eq!(integer_of_text("1.0"), Err(IntegerFault::Syntax));
    }
}
