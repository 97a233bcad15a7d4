//! `[constants]` into types.

use super::json::{Json, JsonKind};
use super::lower::Lowering;
use super::number::{self, Digits};
use super::shape::{ObjectShape, Shape};
use super::{Field, Kind, Record, Ty, Types, part};
use crate::diagnostics::codes::types as codes;
use crate::diagnostics::{Diagnostic, Sink};
use crate::document::Key;
use crate::manifest::Tree;

/// The type of a constant: of a table, a record; of an array, an array, whose items must
/// have one type. A table whose values have one type gives it to all its fields, so that
/// it can be indexed by any key as well. Text is one of the strings that are there.
pub fn constant_type(name: &Key, value: &Tree, types: &mut Types, sink: &mut Sink) -> Ty {
    let part = part::field("constants", &name.name);
    let json = Json::from(value);
    if !is_carried(&json, &part, sink) {
        return Ty::ERROR;
    }
    let shape = Shape::of(&json);
    if shape.is_mixed() {
        let message = format!("the items of an array in `{part}` are of several types");
        sink.push(
            Diagnostic::new(&codes::CONSTANT_WITHOUT_TYPE, value.span, message)
                .help("write items of one type, or a table with a key for each"),
        );
        return Ty::ERROR;
    }
    let mut lowering = Lowering {
        types,
        sink,
        span: name.span,
        literals: true,
    };
    if let Some(object) = &shape.object {
        let mut values = Shape::default();
        for field in object.fields() {
            values.merge(field.shape.clone());
        }
        let uniform = values.object.as_ref().is_none_or(ObjectShape::is_uniform);
        if uniform && !values.is_mixed() {
            let ty = lowering.ty(&values, &part::item(&part), "");
            if object.fields().is_empty() {
                return Ty::new(Kind::map(ty));
            }
            let fields = object
                .fields()
                .iter()
                .map(|field| Field::new(&field.name, ty.clone()))
                .collect();
            let table = Record {
                part,
                identifier: String::new(),
                description: None,
                fields,
                span: name.span,
            };
            return Ty::new(Kind::Record(types.add(table)));
        }
    }
    lowering.ty(&shape, &part, "")
}

/// Reports numbers that are neither safe integers nor decimals; false when there is
/// one, or when something else was reported.
fn is_carried(json: &Json, part: &str, sink: &mut Sink) -> bool {
    let mut open = vec![json];
    let mut fine = true;
    while let Some(value) = open.pop() {
        match &value.kind {
            JsonKind::Array(items) => open.extend(items),
            JsonKind::Object(members) => open.extend(members.iter().map(|member| &member.value)),
            JsonKind::Invalid => fine = false,
            JsonKind::Number(digits) if !is_exact(digits) => {
                fine = false;
                let message = format!("a number in `{part}` is too large to be exact");
                sink.push(
                    Diagnostic::new(&codes::CONSTANT_WITHOUT_TYPE, value.span, message)
                        .help("write it as a string"),
                );
            }
            _ => {}
        }
    }
    fine
}

fn is_exact(digits: &str) -> bool {
    if digits.contains(['.', 'e', 'E']) {
        Digits::read(digits).is_some_and(|digits| digits.fits().is_ok())
    } else {
        number::double(digits).is_some_and(number::is_safe_integer)
    }
}
