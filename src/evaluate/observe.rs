//! What an evaluation tells of itself while it runs: for coverage, and for counting what
//! a set of cases reaches.

use super::Value;
use super::failure::Stop;
use crate::expression::functions::{Function, Signature};
use crate::expression::{Field, Typed};

/// The side that a conditional took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// `?:` with a true test; `??` with a left side that is there; `&&` and `||` whose
    /// left side decides.
    First,
    /// `?:` with a false test; otherwise the right side was evaluated.
    Second,
}

/// Is told what happens. Every method does nothing unless it is written.
pub trait Observer {
    /// An entry of an object literal got its value.
    fn field(&mut self, field: &Field) {
        let _ = field;
    }

    /// A `?:`, `??`, `&&` or `||` took a side.
    fn side(&mut self, conditional: &Typed, side: Side) {
        let _ = (conditional, side);
    }

    /// A function of the table was called. Arguments that are functions are left out;
    /// `given` is `None` for a failure.
    fn called(
        &mut self,
        function: &'static Function,
        signature: &'static Signature,
        arguments: &[Option<Value>],
        given: Result<&Value, &Stop>,
    ) {
        let _ = (function, signature, arguments, given);
    }

    /// Whether [`Observer::called`] wants its arguments, which cost a copy.
    fn wants_calls(&self) -> bool {
        false
    }
}

/// Nobody looks.
impl Observer for () {}
