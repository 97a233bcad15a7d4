//! What a schema says of a value beyond its kind.
//!
//! Limits are for the checker, which holds literals and constants against them.
//! Decoders do not check them: an answer that breaks its own documentation, with one
//! character too many, is no reason to stop.

use std::sync::Arc;

/// JSON Schema's validation keywords for one value; all of them hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Characters (code points) of a text.
    pub min_length: Option<u64>,
    pub max_length: Option<u64>,
    /// Regular expressions of ECMA-262, each to be found somewhere in the text.
    pub patterns: Vec<Arc<str>>,
    /// The `format` of a plain text, such as `email` or `uuid`, as it is written.
    pub format: Option<Arc<str>>,
    pub minimum: Option<Bound>,
    pub maximum: Option<Bound>,
    /// The number is a multiple of this one, written as JSON writes numbers.
    pub multiple_of: Option<Arc<str>>,
    /// The only integers.
    pub integers: Option<Arc<[i64]>>,
    /// Items of an array.
    pub min_items: Option<u64>,
    pub max_items: Option<u64>,
    pub unique_items: bool,
    /// The integer is documented as one of 64 bits and without a bound: values beyond
    /// 2^53 are refused when they come, since JSON readers round them.
    pub wide: bool,
}

/// One end of a range of numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The number, as JSON writes numbers.
    pub digits: Arc<str>,
    /// Whether the number itself lies outside.
    pub exclusive: bool,
}

impl Limits {
    /// Nothing when nothing is said.
    pub fn into_option(self) -> Option<Arc<Self>> {
        (self != Self::default()).then(|| Arc::new(self))
    }
}
