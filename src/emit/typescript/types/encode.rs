//! Encoders: values into the JSON that travels, where they are not that already.

use super::{encoder_name, module_of};
use crate::emit::typescript::ast::{Expression, Operator, Parameter, Property, Statement};
use crate::emit::typescript::imports::Imports;
use crate::emit::typescript::runtime::Helper;
use crate::types::{DecimalWire, IntegerWire, Kind, Record, RecordId, Ty, Types};

/// Whether a value of the type differs from its JSON.
pub fn needs_encoder(ty: &Ty, types: &Types) -> bool {
    needs(ty, types, &mut Vec::new())
}

fn needs(ty: &Ty, types: &Types, open: &mut Vec<RecordId>) -> bool {
    match &ty.kind {
        Kind::Decimal { .. } | Kind::Integer(IntegerWire::String) => true,
        Kind::Array(item) | Kind::Map(item) => needs(item, types, open),
        Kind::Record(id) if !open.contains(id) => {
            open.push(*id);
            types
                .record(*id)
                .fields
                .iter()
                .any(|field| needs(&field.ty, types, open))
        }
        _ => false,
    }
}

/// `value` as JSON: itself where nothing differs.
pub fn encoded(ty: &Ty, value: Expression, types: &Types, imports: &mut Imports) -> Expression {
    if !needs_encoder(ty, types) {
        return value;
    }
    if !ty.is_optional() {
        return present(ty, value, types, imports);
    }
    if let (false, Some(method)) = (ty.null, method(&ty.kind)) {
        return value.member_of(method, true).called(Vec::new());
    }
    // A function's parameter narrows, whatever expression the value is.
    let absent = Expression::binary(
        Expression::identifier("value"),
        Operator::LooseEqual,
        Expression::Null,
    );
    if matches!(value, Expression::Identifier(_)) || is_path(&value) {
        let test = Expression::binary(value.clone(), Operator::LooseEqual, Expression::Null);
        let written = present(ty, value.clone(), types, imports);
        return Expression::conditional(test, value, written);
    }
    let written = present(ty, Expression::identifier("value"), types, imports);
    let convert = Expression::arrow(
        vec![Parameter::typed(
            "value",
            super::value_type(ty, types, imports),
        )],
        Expression::conditional(absent, Expression::identifier("value"), written),
    );
    convert.called(vec![value])
}

/// A name and members of it: reading it twice is the same.
fn is_path(value: &Expression) -> bool {
    match value {
        Expression::Identifier(_) => true,
        Expression::Member(member) => !member.optional && is_path(&member.object),
        _ => false,
    }
}

fn present(ty: &Ty, value: Expression, types: &Types, imports: &mut Imports) -> Expression {
    match &ty.kind {
        Kind::Array(item) => {
            let convert = item_encoder(item, types, imports);
            value.method("map", vec![convert])
        }
        Kind::Map(item) => {
            let convert = item_encoder(item, types, imports);
            Expression::call(imports.helper(Helper::MapValues), vec![value, convert])
        }
        Kind::Record(id) => record(types.record(*id), value, types, imports),
        leaf => match method(leaf) {
            Some(method) => value.method(method, Vec::new()),
            None => value,
        },
    }
}

/// The method that writes a leaf, where it is no JSON.
const fn method(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Decimal { wire, .. } => Some(match wire {
            DecimalWire::Number => "toNumber",
            DecimalWire::String => "toString",
        }),
        Kind::Integer(IntegerWire::String) => Some("toString"),
        _ => None,
    }
}

/// A function for each item.
fn item_encoder(item: &Ty, types: &Types, imports: &mut Imports) -> Expression {
    if let (Kind::Record(id), false) = (&item.kind, item.is_optional()) {
        let record = types.record(*id);
        if !record.identifier.is_empty() {
            let name = encoder_name(record);
            imports.value(&module_of(record), &name);
            return Expression::identifier(name);
        }
    }
    let name = Expression::identifier("item");
    let written = encoded(item, name, types, imports);
    Expression::arrow(vec![Parameter::untyped("item")], written)
}

fn record(record: &Record, value: Expression, types: &Types, imports: &mut Imports) -> Expression {
    if !record.identifier.is_empty() {
        let name = encoder_name(record);
        imports.value(&module_of(record), &name);
        return Expression::call(&name, vec![value]);
    }
    if is_path(&value) {
        return Expression::object(properties(record, &value, types, imports));
    }
    let object = Expression::identifier("object");
    let written = Expression::object(properties(record, &object, types, imports));
    Expression::arrow(vec![Parameter::untyped("object")], written).called(vec![value])
}

/// Each property, encoded.
fn properties(
    record: &Record,
    value: &Expression,
    types: &Types,
    imports: &mut Imports,
) -> Vec<Property> {
    record
        .fields
        .iter()
        .map(|field| {
            let read = value.clone().member(&field.name);
            let written = encoded(&field.ty, read, types, imports);
            Property::new(&field.name, written)
        })
        .collect()
}

/// The statements of a record's encoder, whose parameter is `value`.
pub fn body(record: &Record, types: &Types, imports: &mut Imports) -> Vec<Statement> {
    let value = Expression::identifier("value");
    let properties = properties(record, &value, types, imports);
    vec![Statement::Return(Some(Expression::expanded_object(
        properties,
    )))]
}
