//! The evaluator: what mappings and expressions give, without a JavaScript engine.
//!
//! ```text
//! JSON -> decode (by type) -> Value -> machine (typed tree) -> Value -> encode -> JSON
//! ```
//!
//! It walks the typed trees that are emitted as TypeScript, and means the same by them:
//! equal values, or the same failure by code, text and place. `tests/differential` holds
//! the two against each other.

mod codec;
mod constants;
mod decimal;
mod failure;
mod functions;
mod json;
mod machine;
mod observe;
mod operators;
mod text;
mod value;
mod zone;

pub use codec::{decode, encode};
pub use decimal::{Decimal, Rounding};
pub use failure::{Failure, Stop};
pub use json::{from_json, stringify};
pub use observe::{Observer, Side};
pub use text::Text;
pub use value::{Object, Value};

use machine::Machine;

use crate::expression::NameKind;
use crate::model::Model;

/// The largest integer up to which JavaScript's integers are exact.
const MAX_SAFE_INTEGER: i64 = 9_007_199_254_740_991;

/// What an integration's mappings are evaluated with.
#[derive(Debug)]
pub struct Evaluator<'m> {
    model: &'m Model,
    constants: Value,
}

impl<'m> Evaluator<'m> {
    /// # Errors
    /// A constant that no decimal holds.
    pub fn new(model: &'m Model) -> Result<Self, Stop> {
        let mut constants = Vec::with_capacity(model.constants.len());
        for constant in &model.constants {
            let value = constants::literal(&constant.value, &constant.ty, &model.types)?;
            constants.push((constant.name.value.as_str().into(), value));
        }
        Ok(Self {
            model,
            constants: Value::object(constants),
        })
    }

    /// The variables that an activation would have, of those named: given ones by their
    /// JSON, and what others default to.
    ///
    /// # Errors
    /// A given value that does not fit its type.
    pub fn variables<'n>(
        &self,
        named: impl IntoIterator<Item = &'n String>,
        given: &[(String, serde_json::Value)],
    ) -> Result<Value, Stop> {
        let types = &self.model.types;
        let mut values = Vec::new();
        for name in named {
            let Some(variable) = self.model.variable(name) else {
                continue;
            };
            let ty = variable.ty.present();
            let value = match (
                given.iter().find(|(given, _)| given == name),
                &variable.default,
            ) {
                (Some((_, value)), _) => decode(value, &ty, types, &format!("variables.{name}"))?,
                (None, Some(default)) => constants::literal(default, &ty, types)?,
                (None, None) => continue,
            };
            values.push((name.as_str().into(), value));
        }
        Ok(Value::object(values))
    }

    /// The result of a mapping, by its index in the model, for its inputs by name.
    ///
    /// # Errors
    /// Why there is none.
    pub fn mapping(
        &self,
        index: usize,
        inputs: &[(String, Value)],
        variables: &Value,
        observer: &mut dyn Observer,
    ) -> Result<Value, Stop> {
        let Some(mapping) = self.model.mappings.get(index) else {
            return Err(Stop::Fault("a mapping is called that is not there"));
        };
        let roots = [
            (NameKind::Constants, self.constants.clone()),
            (NameKind::Variables, variables.clone()),
        ];
        let inputs = mapping
            .inputs
            .iter()
            .map(|(name, _)| {
                let given = inputs.iter().find(|(given, _)| *given == name.value);
                let value = given.map_or(Value::Missing, |(_, value)| value.clone());
                (name.value.as_str(), value)
            })
            .collect();
        let result = Machine::new(self.model, &roots, observer).mapping(index, inputs)?;
        let encoded = encode(&result, &mapping.to, &self.model.types)?;
        Ok(encoded)
    }
}
