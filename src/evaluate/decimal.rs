//! Exact decimals: the same rules as `Decimal` of the generated code.

use std::cmp::Ordering;
use std::fmt;

use num_bigint::{BigInt, Sign};

use super::failure::Failure;
use crate::types::{DecimalFault, FailureCode, decimal_of_number, decimal_problem};

/// Digits that a decimal keeps, in all and after the point.
const MAX_DIGITS: usize = crate::types::MAX_DIGITS;

/// How rounding decides; `HalfUp` takes a half away from zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rounding {
    #[default]
    HalfUp,
    HalfEven,
    HalfDown,
    Up,
    Down,
    Ceiling,
    Floor,
}

impl Rounding {
    /// The mode that a manifest calls so.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "half-up" => Self::HalfUp,
            "half-even" => Self::HalfEven,
            "half-down" => Self::HalfDown,
            "up" => Self::Up,
            "down" => Self::Down,
            "ceiling" => Self::Ceiling,
            "floor" => Self::Floor,
            _ => return None,
        })
    }
}

/// An exact decimal of at most 34 digits. `+`, `-` and `*` never round; a result that
/// would need more digits fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// The value is `mantissa / 10 ^ scale`, without needless zeros at its end.
    mantissa: BigInt,
    scale: u32,
}

impl Decimal {
    pub fn zero() -> Self {
        Self::from(0)
    }

    fn make(mut mantissa: BigInt, mut scale: u32) -> Result<Self, Failure> {
        while scale > 0 {
            let tenth = &mantissa / 10;
            if &tenth * 10 != mantissa {
                break;
            }
            mantissa = tenth;
            scale -= 1;
        }
        if digits(&mantissa).len().max(scale as usize) > MAX_DIGITS {
            return Err(too_many_digits());
        }
        Ok(Self { mantissa, scale })
    }

    /// Reads `-12.50`: digits, and after a point more digits; nothing else.
    ///
    /// # Errors
    /// Other text, and more than 34 digits.
    pub fn read(text: &str) -> Result<Self, Failure> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !is_digits(whole) || !is_digits(fraction) {
            return Err(fault(DecimalFault::Syntax));
        }
        // Text may be long, so it is cut down before it becomes a number.
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        if whole.len().max(fraction.len()) > MAX_DIGITS {
            return Err(too_many_digits());
        }
        let Some(magnitude) = BigInt::parse_bytes(format!("0{whole}{fraction}").as_bytes(), 10)
        else {
            return Err(fault(DecimalFault::Syntax));
        };
        let scale = u32::try_from(fraction.len()).unwrap_or(u32::MAX);
        Self::make(if negative { -magnitude } else { magnitude }, scale)
    }

    /// The decimal that a JSON number was written as. Numbers of more than 15
    /// significant digits are refused: they need not be what was written.
    ///
    /// # Errors
    /// Such numbers, and those that a decimal cannot hold.
    pub fn from_number(number: f64) -> Result<Self, Failure> {
        decimal_of_number(number).map_err(fault)?;
        // The shortest digits that read as the same number, without exponent.
        Self::read(&format!("{number}"))
    }

    /// The decimal of an amount in units of `places` after the point.
    ///
    /// # Errors
    /// More than 34 digits.
    pub fn from_minor(amount: i64, places: u32) -> Result<Self, Failure> {
        Self::make(amount.into(), places)
    }

    /// This amount in units of `places` after the point.
    ///
    /// # Errors
    /// A smaller fraction, and what lies beyond the safe integers.
    pub fn to_minor(&self, places: u32) -> Result<i64, Failure> {
        if self.scale > places {
            return Err(Failure::new(
                FailureCode::OutOfRange,
                format!("an amount has more than {places} decimal places"),
            ));
        }
        let units = Self {
            mantissa: self.at(places),
            scale: 0,
        };
        units.to_integer()
    }

    /// # Errors
    /// More than 34 digits.
    pub fn plus(&self, other: &Self) -> Result<Self, Failure> {
        let scale = self.scale.max(other.scale);
        Self::make(self.at(scale) + other.at(scale), scale)
    }

    /// # Errors
    /// More than 34 digits.
    pub fn minus(&self, other: &Self) -> Result<Self, Failure> {
        self.plus(&other.negated())
    }

    /// # Errors
    /// More than 34 digits.
    pub fn times(&self, other: &Self) -> Result<Self, Failure> {
        Self::make(&self.mantissa * &other.mantissa, self.scale + other.scale)
    }

    /// The quotient, rounded to `places` after the point.
    ///
    /// # Errors
    /// Division by zero, and more than 34 digits.
    pub fn divided_by(&self, divisor: &Self, places: u32, mode: Rounding) -> Result<Self, Failure> {
        let dividend = &self.mantissa * power(places.saturating_add(divisor.scale));
        let scaled = &divisor.mantissa * power(self.scale);
        let quotient = match scaled.sign() {
            Sign::NoSign => {
                return Err(Failure::new(
                    FailureCode::DivisionByZero,
                    "division by zero",
                ));
            }
            Sign::Minus => divide_rounded(&-dividend, &-scaled, mode),
            Sign::Plus => divide_rounded(&dividend, &scaled, mode),
        };
        Self::make(quotient, places)
    }

    #[must_use]
    pub fn negated(&self) -> Self {
        Self {
            mantissa: -&self.mantissa,
            scale: self.scale,
        }
    }

    #[must_use]
    pub fn abs(&self) -> Self {
        if self.is_negative() {
            self.negated()
        } else {
            self.clone()
        }
    }

    pub fn is_negative(&self) -> bool {
        self.mantissa.sign() == Sign::Minus
    }

    /// Rounded to at most `places` after the point.
    ///
    /// # Errors
    /// More than 34 digits, where the last of 34 nines is rounded up.
    pub fn round(&self, places: u32, mode: Rounding) -> Result<Self, Failure> {
        if places >= self.scale {
            return Ok(self.clone());
        }
        let unit = power(self.scale - places);
        Self::make(divide_rounded(&self.mantissa, &unit, mode), places)
    }

    pub fn compare(&self, other: &Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        self.at(scale).cmp(&other.at(scale))
    }

    /// Text with exactly `places` digits after the point, rounded half away from zero.
    ///
    /// # Errors
    /// More than 34 digits, where the last of 34 nines is rounded up.
    pub fn to_fixed(&self, places: u32) -> Result<String, Failure> {
        Ok(self.round(places, Rounding::HalfUp)?.written(places))
    }

    /// The number that reads as this decimal: at most 15 significant digits.
    ///
    /// # Errors
    /// More digits.
    pub fn to_number(&self) -> Result<f64, Failure> {
        let digits = digits(&self.mantissa);
        if digits.trim_matches('0').len() > crate::types::EXACT_DIGITS {
            return Err(Failure::new(
                FailureCode::TooManyDigits,
                "a number cannot hold more than 15 significant digits",
            ));
        }
        self.to_string()
            .parse()
            .map_err(|_| fault(DecimalFault::Infinite))
    }

    /// This decimal as a safe integer.
    ///
    /// # Errors
    /// A fraction, and what lies beyond the safe integers.
    pub fn to_integer(&self) -> Result<i64, Failure> {
        let whole = (self.scale == 0).then_some(&self.mantissa);
        whole
            .and_then(|mantissa| i64::try_from(mantissa).ok())
            .filter(|integer| integer.abs() <= super::MAX_SAFE_INTEGER)
            .ok_or_else(Failure::unsafe_integer)
    }

    fn at(&self, scale: u32) -> BigInt {
        &self.mantissa * power(scale.saturating_sub(self.scale))
    }

    /// With that many places, which are no fewer than it has.
    fn written(&self, places: u32) -> String {
        let places = places as usize;
        let mantissa = self.at(u32::try_from(places).unwrap_or(self.scale));
        let all = format!("{:0>width$}", digits(&mantissa), width = places + 1);
        let (whole, fraction) = all.split_at(all.len() - places);
        let sign = if self.is_negative() { "-" } else { "" };
        let point = if places == 0 { "" } else { "." };
        format!("{sign}{whole}{point}{fraction}")
    }
}

impl From<i64> for Decimal {
    fn from(integer: i64) -> Self {
        Self {
            mantissa: integer.into(),
            scale: 0,
        }
    }
}

/// The shortest text: `12.5`, `-0.01`, `3`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written(self.scale))
    }
}

/// The digits without sign.
fn digits(mantissa: &BigInt) -> String {
    mantissa.magnitude().to_string()
}

fn power(exponent: u32) -> BigInt {
    BigInt::from(10).pow(exponent)
}

/// The quotient of two integers, rounded; the divisor is positive.
fn divide_rounded(dividend: &BigInt, divisor: &BigInt, mode: Rounding) -> BigInt {
    let quotient = dividend / divisor;
    let rest = dividend - &quotient * divisor;
    if rest.sign() == Sign::NoSign {
        return quotient;
    }
    let positive = dividend.sign() == Sign::Plus;
    let half = (rest.magnitude() * 2u8).cmp(divisor.magnitude());
    let up = match mode {
        Rounding::HalfUp => half.is_ge(),
        Rounding::HalfEven => half.is_gt() || (half.is_eq() && quotient.bit(0)),
        Rounding::HalfDown => half.is_gt(),
        Rounding::Up => true,
        Rounding::Down => false,
        Rounding::Ceiling => positive,
        Rounding::Floor => !positive,
    };
    match (up, positive) {
        (false, _) => quotient,
        (true, true) => quotient + 1,
        (true, false) => quotient - 1,
    }
}

fn fault(fault: DecimalFault) -> Failure {
    let (code, problem) = decimal_problem(fault);
    Failure::new(code, problem)
}

fn too_many_digits() -> Failure {
    fault(DecimalFault::TooLong)
}
