//! Encoders of unions: which variant a value is, asked as TypeScript narrows.

use super::encode::encoded as of_type;
use crate::emit::typescript::ast::{Expression, Operator, UnaryOperator};
use crate::emit::typescript::imports::Imports;
use crate::emit::typescript::runtime::Helper;
use crate::types::{Kind, Types, Union, Variant, needs_encoder};

/// The value, a name or a path, as JSON.
pub fn encoded(
    union: &Union,
    value: &Expression,
    types: &Types,
    imports: &mut Imports,
) -> Expression {
    let mut choices: Vec<&Variant> = Vec::new();
    let mut objects = Vec::new();
    let mut plain = false;
    for variant in &union.variants {
        match variant.ty.kind {
            Kind::Decimal { .. } | Kind::Array(_) => choices.push(variant),
            Kind::Map(_) | Kind::Record(_) => objects.push(variant),
            _ => plain = true,
        }
    }
    // TypeScript rules an object of several tags out by none of them, so it comes last.
    objects.sort_by_key(|variant| variant.tags.len() > 1);
    let lasting = objects.iter().filter(|variant| variant.tags.len() > 1);
    let is_ruled_out = lasting.count() < 2;
    choices.extend(objects);
    // The last needs no test: nothing else is left.
    let mut written = match choices.last() {
        Some(last) if is_ruled_out => {
            let written = of_variant(last, value, types, imports);
            choices.pop();
            written
        }
        _ => value.clone(),
    };
    while let Some(variant) = choices.pop() {
        let this = of_variant(variant, value, types, imports);
        if this != written {
            let test = test(union, variant, value, imports);
            written = Expression::conditional(test, this, written);
        }
    }
    if plain {
        let kind = Expression::Unary(UnaryOperator::TypeOf, Box::new(value.clone()));
        let object = Expression::string("object");
        let test = Expression::binary(kind, Operator::NotEqual, object);
        written = Expression::conditional(test, value.clone(), written);
    }
    written
}

/// Whether the value is this variant, and none of the scalars.
fn test(union: &Union, variant: &Variant, value: &Expression, imports: &mut Imports) -> Expression {
    match variant.ty.kind {
        Kind::Decimal { .. } => {
            let class = Expression::identifier(imports.helper(Helper::Decimal));
            Expression::binary(value.clone(), Operator::InstanceOf, class)
        }
        Kind::Array(_) => Expression::call(imports.helper(Helper::IsList), vec![value.clone()]),
        _ => tagged(union, variant, value),
    }
}

fn of_variant(
    variant: &Variant,
    value: &Expression,
    types: &Types,
    imports: &mut Imports,
) -> Expression {
    if needs_encoder(&variant.ty, types) {
        of_type(&variant.ty, value.clone(), types, imports)
    } else {
        value.clone()
    }
}

/// Whether the discriminator has one of the variant's values.
fn tagged(union: &Union, variant: &Variant, value: &Expression) -> Expression {
    let property = union.discriminator.as_deref().unwrap_or_default();
    variant
        .tags
        .iter()
        .map(|tag| {
            let read = value.clone().member(property);
            Expression::binary(read, Operator::Equal, Expression::string(tag))
        })
        .reduce(|left, right| Expression::binary(left, Operator::Or, right))
        .unwrap_or(Expression::Boolean(true))
}
