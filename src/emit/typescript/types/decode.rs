//! Decoders: expressions that read a type from JSON of unknown shape.

use super::wire::{Beside, reader};
use super::{decoder_name, module_of};
use crate::emit::typescript::ast::{Expression, Parameter, Property, Statement, Type};
use crate::emit::typescript::imports::Imports;
use crate::emit::typescript::runtime::Helper;
use crate::types::{JsonType, Kind, Record, Ty, Types, Union};

/// A function that reads a value of the type; `missing` is the property's business.
pub fn decoder(ty: &Ty, types: &Types, imports: &mut Imports) -> Expression {
    within(ty, None, types, imports)
}

fn within(ty: &Ty, beside: Option<Beside<'_>>, types: &Types, imports: &mut Imports) -> Expression {
    let decoder = present(&ty.kind, beside, types, imports);
    if ty.null && !matches!(ty.kind, Kind::Unknown | Kind::Nothing) {
        Expression::call(imports.helper(Helper::Nullable), vec![decoder])
    } else {
        decoder
    }
}

fn present(
    kind: &Kind,
    beside: Option<Beside<'_>>,
    types: &Types,
    imports: &mut Imports,
) -> Expression {
    match kind {
        Kind::Array(item) => {
            let item = decoder(item, types, imports);
            Expression::call(imports.helper(Helper::AsArray), vec![item])
        }
        Kind::Map(value) => {
            let value = decoder(value, types, imports);
            Expression::call(imports.helper(Helper::AsMap), vec![value])
        }
        Kind::Record(id) => {
            let record = types.record(*id);
            if record.identifier.is_empty() {
                return Expression::function(
                    false,
                    vec![Parameter::typed("value", Type::named("unknown"))],
                    record_body(record, types, imports),
                );
            }
            named(&record.part, &record.identifier, imports)
        }
        Kind::Union(id) => {
            let union = types.union(*id);
            if union.identifier.is_empty() {
                return either(union, types, imports);
            }
            named(&union.part, &union.identifier, imports)
        }
        leaf => reader(leaf, beside, imports)
            .unwrap_or_else(|| Expression::identifier(imports.helper(Helper::AsJson))),
    }
}

/// The decoder of a named type.
fn named(part: &str, identifier: &str, imports: &mut Imports) -> Expression {
    let name = decoder_name(identifier);
    imports.value(&module_of(part), &name);
    Expression::identifier(name)
}

/// The statements of a record's decoder, whose parameter is `value`.
pub fn record_body(record: &Record, types: &Types, imports: &mut Imports) -> Vec<Statement> {
    let value = Expression::identifier("value");
    let read = Expression::call(imports.helper(Helper::AsRecord), vec![value]);
    if record.fields.is_empty() {
        return vec![
            Statement::Expression(read),
            Statement::Return(Some(Expression::object(Vec::new()))),
        ];
    }
    let object = Expression::identifier("object");
    let beside = Beside {
        record,
        name: &object,
    };
    let properties = record
        .fields
        .iter()
        .map(|field| {
            let helper = if field.ty.missing {
                Helper::OptionalField
            } else {
                Helper::Field
            };
            let decoder = within(&field.ty, Some(beside), types, imports);
            let call = Expression::call(
                imports.helper(helper),
                vec![object.clone(), Expression::string(&field.name), decoder],
            );
            Property::new(&field.name, call)
        })
        .collect();
    vec![
        Statement::constant("object", read),
        Statement::Return(Some(Expression::expanded_object(properties))),
    ]
}

/// The statements of a union's decoder, whose parameter is `value`.
pub fn union_body(union: &Union, types: &Types, imports: &mut Imports) -> Vec<Statement> {
    let value = Expression::identifier("value");
    let decoder = either(union, types, imports);
    vec![Statement::Return(Some(decoder.called(vec![value])))]
}

/// A function that reads the variant that a value is of.
fn either(union: &Union, types: &Types, imports: &mut Imports) -> Expression {
    let mut readers = Vec::new();
    let mut has_objects = false;
    for variant in &union.variants {
        let Some(word) = variant.ty.kind.json_type().map(JsonType::word) else {
            continue;
        };
        if word == "object" && !variant.tags.is_empty() {
            if has_objects {
                continue;
            }
            has_objects = true;
            readers.push(Property::new(word, tagged(union, types, imports)));
        } else {
            let decoder = decoder(&variant.ty, types, imports);
            readers.push(Property::new(word, decoder));
        }
    }
    if let (true, [Property::Value { value, .. }]) = (has_objects, readers.as_slice()) {
        return value.clone();
    }
    let readers = Expression::object(readers);
    Expression::call(imports.helper(Helper::AsEither), vec![readers])
}

/// A function that reads the object that the discriminator names.
fn tagged(union: &Union, types: &Types, imports: &mut Imports) -> Expression {
    let variants = union
        .variants
        .iter()
        .flat_map(|variant| variant.tags.iter().map(move |tag| (tag, variant)))
        .map(|(tag, variant)| Property::new(tag, decoder(&variant.ty, types, imports)))
        .collect();
    let property = union.discriminator.as_deref().unwrap_or_default();
    Expression::call(
        imports.helper(Helper::AsTagged),
        vec![
            Expression::string(property),
            Expression::expanded_object(variants),
        ],
    )
}
