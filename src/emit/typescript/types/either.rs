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
    let mut choices = Vec::new();
    let mut objects = Vec::new();
    let mut plain = false;
    for variant in &union.variants {
        match variant.ty.kind {
            Kind::Decimal { .. } => {
                let class = Expression::identifier(imports.helper(Helper::Decimal));
                let test = Expression::binary(value.clone(), Operator::InstanceOf, class);
                choices.push((test, variant));
            }
            Kind::Array(_) => {
                let test = Expression::call(imports.helper(Helper::IsList), vec![value.clone()]);
                choices.push((test, variant));
            }
            Kind::Map(_) | Kind::Record(_) => objects.push(variant),
            _ => plain = true,
        }
    }
    for variant in objects {
        choices.push((tagged(union, variant, value), variant));
    }
    // The last needs no test: nothing else is left.
    let mut written = match choices.pop() {
        Some((_, last)) => of_variant(last, value, types, imports),
        None => return value.clone(),
    };
    while let Some((test, variant)) = choices.pop() {
        let this = of_variant(variant, value, types, imports);
        if this != written {
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
