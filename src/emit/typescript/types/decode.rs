//! Decoders: expressions that read a type from JSON of unknown shape.

use super::{decoder_name, module_of};
use crate::emit::typescript::ast::{Expression, Parameter, Property, Statement, Type};
use crate::emit::typescript::imports::Imports;
use crate::emit::typescript::runtime::Helper;
use crate::types::{DecimalWire, IntegerWire, Kind, Record, Ty, Types};

/// A function that reads a value of the type; `missing` is the property's business.
pub fn decoder(ty: &Ty, types: &Types, imports: &mut Imports) -> Expression {
    let decoder = present(&ty.kind, types, imports);
    if ty.null && !matches!(ty.kind, Kind::Unknown | Kind::Nothing) {
        Expression::call(imports.helper(Helper::Nullable), vec![decoder])
    } else {
        decoder
    }
}

fn present(kind: &Kind, types: &Types, imports: &mut Imports) -> Expression {
    let helper = match kind {
        Kind::Error | Kind::Unknown => Helper::AsJson,
        Kind::Nothing => Helper::AsNull,
        Kind::String(None) => Helper::AsString,
        Kind::String(Some(values)) => {
            let values = values.iter().map(Expression::string).collect();
            return Expression::call(imports.helper(Helper::AsOneOf), values);
        }
        Kind::Boolean => Helper::AsBoolean,
        Kind::Integer(IntegerWire::Number) => Helper::AsInteger,
        Kind::Integer(IntegerWire::String) => Helper::AsIntegerText,
        Kind::Decimal { wire, .. } => match wire {
            DecimalWire::Number => Helper::AsDecimal,
            DecimalWire::String => Helper::AsDecimalText,
        },
        Kind::Date(_) => Helper::AsDate,
        Kind::DateTime(_) => Helper::AsDateTime,
        Kind::Array(item) => {
            let item = decoder(item, types, imports);
            return Expression::call(imports.helper(Helper::AsArray), vec![item]);
        }
        Kind::Map(value) => {
            let value = decoder(value, types, imports);
            return Expression::call(imports.helper(Helper::AsMap), vec![value]);
        }
        Kind::Record(id) => {
            let record = types.record(*id);
            if record.identifier.is_empty() {
                return Expression::function(
                    false,
                    vec![Parameter::typed("value", Type::named("unknown"))],
                    body(record, types, imports),
                );
            }
            let name = decoder_name(record);
            imports.value(&module_of(record), &name);
            return Expression::identifier(name);
        }
    };
    Expression::identifier(imports.helper(helper))
}

/// The statements of a record's decoder, whose parameter is `value`.
pub fn body(record: &Record, types: &Types, imports: &mut Imports) -> Vec<Statement> {
    let value = Expression::identifier("value");
    let read = Expression::call(imports.helper(Helper::AsRecord), vec![value]);
    if record.fields.is_empty() {
        return vec![
            Statement::Expression(read),
            Statement::Return(Some(Expression::object(Vec::new()))),
        ];
    }
    let properties = record
        .fields
        .iter()
        .map(|field| {
            let helper = if field.ty.missing {
                Helper::OptionalField
            } else {
                Helper::Field
            };
            let decoder = decoder(&field.ty, types, imports);
            let call = Expression::call(
                imports.helper(helper),
                vec![
                    Expression::identifier("object"),
                    Expression::string(&field.name),
                    decoder,
                ],
            );
            Property::new(&field.name, call)
        })
        .collect();
    vec![
        Statement::constant("object", read),
        Statement::Return(Some(Expression::expanded_object(properties))),
    ]
}
