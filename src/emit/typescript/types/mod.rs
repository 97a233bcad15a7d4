//! Types in TypeScript: how values look inside, how they are read from JSON, and how
//! they are written back.
//!
//! Inside, a decimal is a `Decimal`; dates and instants are checked text, as ISO has
//! them; everything else is as JSON has it. So only what holds a leaf that travels in
//! another form needs an encoder.

mod decode;
mod either;
mod encode;
mod module;
mod names;
mod reach;
mod wire;

pub use decode::decoder;
pub use encode::encoded;
pub use module::{TypeFile, modules};
pub use names::{decoder_name, encoder_name, module_of};

use super::ast::{Type, TypeMember};
use super::imports::Imports;
use super::runtime::Helper;
use crate::types::{Kind, Ty, Types};

/// The type of a value, with `null` where it may be; whether it may be missing is the
/// business of the property that holds it.
pub fn type_of(ty: &Ty, types: &Types, imports: &mut Imports) -> Type {
    let kind = kind(&ty.kind, types, imports);
    if ty.null && !matches!(ty.kind, Kind::Unknown | Kind::Nothing) {
        Type::union(vec![kind, Type::named("null")])
    } else {
        kind
    }
}

/// As [`type_of`], with `undefined` where the value may be missing.
pub fn value_type(ty: &Ty, types: &Types, imports: &mut Imports) -> Type {
    let present = type_of(ty, types, imports);
    if ty.missing {
        Type::union(vec![present, Type::named("undefined")])
    } else {
        present
    }
}

fn kind(kind: &Kind, types: &Types, imports: &mut Imports) -> Type {
    match kind {
        Kind::Error | Kind::Unknown => Type::named(imports.helper(Helper::JsonValue)),
        Kind::Nothing => Type::named("null"),
        Kind::String(None) | Kind::Date(_) | Kind::DateTime(_) => Type::named("string"),
        Kind::String(Some(values)) => {
            Type::union(values.iter().cloned().map(Type::Literal).collect())
        }
        Kind::Boolean => Type::named("boolean"),
        Kind::Integer(_) => Type::named("number"),
        Kind::Decimal { .. } => Type::named(imports.helper_type(Helper::Decimal)),
        Kind::Array(item) => Type::ReadonlyArray(Box::new(value_type(item, types, imports))),
        Kind::Map(value) => {
            let recurs = leads_to_union(value);
            let value = value_type(value, types, imports);
            if recurs {
                return Type::Keyed(Box::new(value));
            }
            Type::generic(
                "Readonly",
                vec![Type::generic("Record", vec![Type::named("string"), value])],
            )
        }
        Kind::Record(id) => {
            let record = types.record(*id);
            if record.identifier.is_empty() {
                return Type::Object(members(record, types, imports));
            }
            imports.ty(&module_of(&record.part), &record.identifier);
            Type::named(&record.identifier)
        }
        Kind::Union(id) => {
            let union = types.union(*id);
            if union.identifier.is_empty() {
                return alternatives(union, types, imports);
            }
            imports.ty(&module_of(&union.part), &union.identifier);
            Type::named(&union.identifier)
        }
    }
}

/// Whether a union is in the type without a record between, so that it may be part of
/// itself.
fn leads_to_union(ty: &Ty) -> bool {
    match &ty.kind {
        Kind::Array(item) | Kind::Map(item) => leads_to_union(item),
        Kind::Union(_) => true,
        _ => false,
    }
}

/// The types of a union side by side.
fn alternatives(union: &crate::types::Union, types: &Types, imports: &mut Imports) -> Type {
    let variants = union.variants.iter();
    Type::union(
        variants
            .map(|variant| type_of(&variant.ty, types, imports))
            .collect(),
    )
}

/// The properties of a record.
fn members(record: &crate::types::Record, types: &Types, imports: &mut Imports) -> Vec<TypeMember> {
    record
        .fields
        .iter()
        .map(|field| TypeMember {
            doc: field.description.clone(),
            readonly: true,
            name: field.name.clone(),
            optional: field.ty.missing,
            ty: type_of(&field.ty, types, imports),
        })
        .collect()
}
