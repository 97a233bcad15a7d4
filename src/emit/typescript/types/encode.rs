//! Encoders: values into the JSON that travels, where they are not that already.

use super::either;
use super::wire::{Beside, Writer};
use super::{encoder_name, module_of};
use crate::emit::typescript::ast::{Expression, Operator, Parameter, Property, Statement};
use crate::emit::typescript::imports::Imports;
use crate::emit::typescript::runtime::Helper;
use crate::types::{Kind, Record, Ty, Types, Union, needs_encoder};

/// `value` as JSON: itself where nothing differs.
pub fn encoded(ty: &Ty, value: Expression, types: &Types, imports: &mut Imports) -> Expression {
    within(ty, value, None, types, imports)
}

fn within(
    ty: &Ty,
    value: Expression,
    beside: Option<Beside<'_>>,
    types: &Types,
    imports: &mut Imports,
) -> Expression {
    if !needs_encoder(ty, types) {
        return value;
    }
    if !ty.is_optional() {
        return present(ty, value, beside, types, imports);
    }
    if let (false, Some(Writer::Method(method))) = (ty.null, Writer::of(&ty.kind, beside)) {
        return value.member_of(method, true).called(Vec::new());
    }
    // A function's parameter narrows, whatever expression the value is.
    let absent = Expression::binary(
        Expression::identifier("value"),
        Operator::LooseEqual,
        Expression::Null,
    );
    if is_path(&value) {
        let test = Expression::binary(value.clone(), Operator::LooseEqual, Expression::Null);
        let written = present(ty, value.clone(), beside, types, imports);
        return Expression::conditional(test, value, written);
    }
    let written = present(ty, Expression::identifier("value"), beside, types, imports);
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

fn present(
    ty: &Ty,
    value: Expression,
    beside: Option<Beside<'_>>,
    types: &Types,
    imports: &mut Imports,
) -> Expression {
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
        Kind::Union(id) => union(types.union(*id), ty, value, types, imports),
        leaf => match Writer::of(leaf, beside) {
            Some(writer) => writer.write(value, imports),
            None => value,
        },
    }
}

/// The encoder of a named type.
fn named(part: &str, identifier: &str, imports: &mut Imports) -> String {
    let name = encoder_name(identifier);
    imports.value(&module_of(part), &name);
    name
}

/// A function for each item.
fn item_encoder(item: &Ty, types: &Types, imports: &mut Imports) -> Expression {
    if !item.is_optional() {
        let (part, identifier) = match &item.kind {
            Kind::Record(id) => {
                let record = types.record(*id);
                (record.part.as_str(), record.identifier.as_str())
            }
            Kind::Union(id) => {
                let union = types.union(*id);
                (union.part.as_str(), union.identifier.as_str())
            }
            _ => ("", ""),
        };
        if !identifier.is_empty() {
            return Expression::identifier(named(part, identifier, imports));
        }
    }
    let name = Expression::identifier("item");
    let written = encoded(item, name, types, imports);
    Expression::arrow(vec![Parameter::untyped("item")], written)
}

fn record(record: &Record, value: Expression, types: &Types, imports: &mut Imports) -> Expression {
    if !record.identifier.is_empty() {
        let name = named(&record.part, &record.identifier, imports);
        return Expression::call(&name, vec![value]);
    }
    if is_path(&value) {
        return Expression::object(properties(record, &value, types, imports));
    }
    let object = Expression::identifier("object");
    let written = Expression::object(properties(record, &object, types, imports));
    Expression::arrow(vec![Parameter::untyped("object")], written).called(vec![value])
}

fn union(
    union: &Union,
    ty: &Ty,
    value: Expression,
    types: &Types,
    imports: &mut Imports,
) -> Expression {
    if !union.identifier.is_empty() {
        let name = named(&union.part, &union.identifier, imports);
        return Expression::call(&name, vec![value]);
    }
    if is_path(&value) {
        return either::encoded(union, &value, types, imports);
    }
    let name = Expression::identifier("value");
    let written = either::encoded(union, &name, types, imports);
    let ty = super::type_of(&ty.present(), types, imports);
    Expression::arrow(vec![Parameter::typed("value", ty)], written).called(vec![value])
}

/// Each property, encoded.
fn properties(
    record: &Record,
    value: &Expression,
    types: &Types,
    imports: &mut Imports,
) -> Vec<Property> {
    let beside = Beside {
        record,
        name: value,
    };
    record
        .fields
        .iter()
        .map(|field| {
            let read = value.clone().member(&field.name);
            let written = within(&field.ty, read, Some(beside), types, imports);
            Property::new(&field.name, written)
        })
        .collect()
}

/// The statements of a record's encoder, whose parameter is `value`.
pub fn record_body(record: &Record, types: &Types, imports: &mut Imports) -> Vec<Statement> {
    let value = Expression::identifier("value");
    let properties = properties(record, &value, types, imports);
    vec![Statement::Return(Some(Expression::expanded_object(
        properties,
    )))]
}

/// The statements of a union's encoder, whose parameter is `value`.
pub fn union_body(union: &Union, types: &Types, imports: &mut Imports) -> Vec<Statement> {
    let value = Expression::identifier("value");
    let written = either::encoded(union, &value, types, imports);
    vec![Statement::Return(Some(written))]
}
