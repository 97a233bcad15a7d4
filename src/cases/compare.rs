//! Where a result differs from what was expected.

use std::collections::BTreeSet;

use crate::evaluate::{Object, Text, Value, stringify};
use crate::source::Span;
use crate::types::Step;

/// One place. What is `None` is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// From the outside in; empty for the whole.
    pub path: Vec<Step>,
    /// As JSON.
    pub expected: Option<String>,
    pub got: Option<String>,
    /// The row or expression that gave what was got.
    pub span: Option<Span>,
}

/// Every place at which two values, both JSON, differ. Properties may be in any order.
/// With `partly`, objects may have more than is expected.
pub(super) fn differences(got: &Value, expected: &Value, partly: bool) -> Vec<Difference> {
    let mut comparison = Comparison {
        partly,
        path: Vec::new(),
        found: Vec::new(),
    };
    comparison.compare(got, expected);
    comparison.found
}

struct Comparison {
    partly: bool,
    path: Vec<Step>,
    found: Vec<Difference>,
}

impl Comparison {
    fn compare(&mut self, got: &Value, expected: &Value) {
        match (got, expected) {
            (Value::Array(got), Value::Array(expected)) => {
                for at in 0..got.len().max(expected.len()) {
                    let there = |items: &[Value]| match items.get(at) {
                        // Missing items are written as null.
                        Some(Value::Missing) => Value::Null,
                        Some(item) => item.clone(),
                        None => Value::Missing,
                    };
                    self.inside(Step::Index(at), &there(got), &there(expected));
                }
            }
            (Value::Object(got), Value::Object(expected)) => self.objects(got, expected),
            _ if got == expected => {}
            _ => self.differs(got, expected),
        }
    }

    fn objects(&mut self, got: &Object, expected: &Object) {
        let value = |object: &Object, name: &Text| {
            let value = object.get(name).cloned();
            value.unwrap_or(Value::Missing)
        };
        let mut seen = BTreeSet::new();
        for (name, wanted) in expected.enumerated() {
            seen.insert(name);
            self.inside(Step::Key(name.to_string()), &value(got, name), wanted);
        }
        if self.partly {
            return;
        }
        for (name, value) in got.enumerated() {
            if !seen.contains(name) {
                self.inside(Step::Key(name.to_string()), value, &Value::Missing);
            }
        }
    }

    fn inside(&mut self, step: Step, got: &Value, expected: &Value) {
        self.path.push(step);
        self.compare(got, expected);
        self.path.pop();
    }

    fn differs(&mut self, got: &Value, expected: &Value) {
        let shown = |value: &Value| (*value != Value::Missing).then(|| stringify(value));
        self.found.push(Difference {
            path: self.path.clone(),
            expected: shown(expected),
            got: shown(got),
            span: None,
        });
    }
}
