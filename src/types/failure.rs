//! What can be wrong with a value at run time, named as the generated code names it.

use std::fmt;

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $name:literal,)*) => {
        /// The code of a failure: the same in the evaluator and, as `DataErrorCode`, in
        /// the generated TypeScript. Codes never change their meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FailureCode {
            $($(#[$doc])* $code,)*
        }

        impl FailureCode {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$code),*];

            /// As the generated code spells it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$code => $name,)*
                }
            }
        }
    };
}

codes! {
    /// More than one, where at most one may be.
    Ambiguous = "ambiguous",
    DivisionByZero = "division-by-zero",
    /// A JSON number of more than 15 significant digits.
    ImpreciseNumber = "imprecise-number",
    InvalidDate = "invalid-date",
    InvalidDateTime = "invalid-date-time",
    InvalidDecimal = "invalid-decimal",
    InvalidInteger = "invalid-integer",
    InvalidJson = "invalid-json",
    /// Not there, where something must be.
    Missing = "missing",
    /// Text that is none of the allowed.
    NotOneOf = "not-one-of",
    /// Beyond the safe integers, or the years 1900 to 9998.
    OutOfRange = "out-of-range",
    /// What the manifest refuses.
    Rejected = "rejected",
    /// A decimal of more than 34 digits, or of more than 15 as a number.
    TooManyDigits = "too-many-digits",
    /// A currency that ISO 4217 does not have.
    UnknownCurrency = "unknown-currency",
    /// A time zone that does not exist.
    UnknownZone = "unknown-zone",
    /// JSON of another kind.
    WrongType = "wrong-type",
}

impl fmt::Display for FailureCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
