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
mod wire;
mod zone;

pub use codec::{decode, encode};
pub use constants::literal;
pub use decimal::{Decimal, Rounding};
pub use failure::{Failure, Halted, Stop};
pub use json::{any as from_spanned, from_json, stringify};
pub use observe::{Observer, Side};
pub use text::Text;
pub use value::{Object, Value};
pub(crate) use wire::moment_json;
pub use zone::{ClockChange, clock_changes};
pub(crate) use zone::{epoch_milliseconds, utc_text};

use std::collections::BTreeSet;

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
    /// A constant that is wrong, and reported, is missing.
    pub fn new(model: &'m Model) -> Self {
        let constants = model.constants.iter().map(|constant| {
            let value = literal(&constant.value, &constant.ty, &model.types);
            let name = constant.name.value.as_str().into();
            (name, value.unwrap_or(Value::Missing))
        });
        Self {
            model,
            constants: Value::object(constants.collect()),
        }
    }

    /// The variables that an activation would have, of those named: given ones by their
    /// JSON, and what others default to.
    ///
    /// # Errors
    /// A given value that does not fit its type.
    pub fn variables(
        &self,
        named: &BTreeSet<String>,
        given: &[(String, serde_json::Value)],
    ) -> Result<Value, Stop> {
        let types = &self.model.types;
        let mut values = Vec::new();
        for variable in &self.model.variables {
            let name = &variable.name.value;
            if !named.contains(name) {
                continue;
            }
            let ty = variable.ty.present();
            let value = match (
                given.iter().find(|(given, _)| given == name),
                &variable.default,
            ) {
                (Some((_, value)), _) => decode(value, &ty, types, &format!("variables.{name}"))?,
                (None, Some(default)) => literal(default, &ty, types)?,
                (None, None) => continue,
            };
            values.push((name.as_str().into(), value));
        }
        Ok(Value::object(values))
    }

    /// The result of a mapping, by its index in the model, for its inputs by name: as
    /// JSON, with what is missing.
    ///
    /// # Errors
    /// Why there is none.
    pub fn mapping(
        &self,
        index: usize,
        inputs: &[(String, Value)],
        variables: &Value,
        observer: &mut dyn Observer,
    ) -> Result<Value, Halted> {
        let Some(mapping) = self.model.mappings.get(index) else {
            return Err(Stop::Fault("a mapping is called that is not there").into());
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
        let mut machine = Machine::new(self.model, &roots, observer);
        let result = match machine.mapping(index, inputs) {
            Ok(result) => result,
            Err(halt) => return Err(machine.halted(halt)),
        };
        let encoded = codec::encode_at(&result, &mapping.to, &self.model.types);
        encoded.map_err(|(failure, place)| Halted {
            stop: failure.into(),
            span: None,
            place,
        })
    }
}
