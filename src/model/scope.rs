//! Scopes: which names an expression may use at each place of the manifest.

use std::sync::Arc;

use super::{Constant, Variable};
use crate::expression::{Callables, NameKind, Scope};
use crate::source::Span;
use crate::types::{Field, Kind, Record, Ty, Types};

/// A record that stands for a root or a step's result, not for a declared type.
pub fn record(types: &mut Types, part: &str, fields: Vec<(String, Ty)>) -> Ty {
    let id = types.add(Record {
        part: part.to_owned(),
        identifier: String::new(),
        description: None,
        fields: fields
            .into_iter()
            .map(|(name, ty)| Field::new(name, ty))
            .collect(),
        span: Span::default(),
    });
    Ty::new(Kind::Record(id))
}

/// What is in scope everywhere: constants, variables, mappings and functions.
pub fn everywhere(
    constants: &[Constant],
    variables: &[Variable],
    callables: Arc<Callables>,
    types: &mut Types,
) -> Scope {
    let mut scope = Scope::new(callables);
    let fields = |named: Vec<(&String, &Ty)>| {
        named
            .into_iter()
            .map(|(name, ty)| (name.clone(), ty.clone()))
            .collect()
    };
    let constants = fields(constants.iter().map(|c| (&c.name.value, &c.ty)).collect());
    let variables = fields(variables.iter().map(|v| (&v.name.value, &v.ty)).collect());
    let constants = record(types, "constants", constants);
    let variables = record(types, "variables", variables);
    scope.bind("constants", NameKind::Constants, constants);
    scope.bind("variables", NameKind::Variables, variables);
    scope
}

/// `run`: what is known of every run.
pub fn run(types: &mut Types) -> Ty {
    record(
        types,
        "run",
        vec![
            ("id".to_owned(), Ty::new(Kind::STRING)),
            ("started_at".to_owned(), Ty::new(Kind::DATE_TIME)),
            ("user".to_owned(), Ty::new(Kind::STRING)),
        ],
    )
}

/// Names with text values: headers, query parameters.
pub fn text_map() -> Ty {
    Ty::new(Kind::map(Ty::new(Kind::STRING)))
}

/// `trigger` of a webhook or a manual call.
pub fn trigger(types: &mut Types, body: &Ty) -> Ty {
    record(
        types,
        "trigger",
        vec![
            ("body".to_owned(), body.clone()),
            ("headers".to_owned(), text_map()),
            ("query".to_owned(), text_map()),
        ],
    )
}

/// What `steps.ID` of a request is.
pub fn response(types: &mut Types, id: &str, body: &Ty) -> Ty {
    record(
        types,
        &format!("steps.{id}"),
        vec![
            ("status".to_owned(), Ty::new(Kind::INTEGER)),
            ("headers".to_owned(), text_map()),
            ("body".to_owned(), body.clone()),
        ],
    )
}
