//! How leaves travel: what reads them, and what writes them.

use crate::emit::typescript::ast::Expression;
use crate::emit::typescript::imports::Imports;
use crate::emit::typescript::runtime::Helper;
use crate::types::{Currency, DateTimeWire, DateWire, DecimalWire, IntegerWire, Kind, Record};

/// The record around a leaf, and the name of the variable that holds it: of an amount
/// in minor units, the currency may be its neighbour.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    pub record: &'a Record,
    pub name: &'a Expression,
}

/// A function that reads a leaf; `None` when the kind is no leaf.
pub fn reader(
    kind: &Kind,
    beside: Option<Beside<'_>>,
    imports: &mut Imports,
) -> Option<Expression> {
    let helper = match kind {
        Kind::Nothing => Helper::AsNull,
        Kind::String(None) => Helper::AsString,
        Kind::String(Some(values)) => {
            let values = values.iter().map(Expression::string).collect();
            return Some(Expression::call(imports.helper(Helper::AsOneOf), values));
        }
        Kind::Boolean => Helper::AsBoolean,
        Kind::Integer(IntegerWire::Number) => Helper::AsInteger,
        Kind::Integer(IntegerWire::String) => Helper::AsIntegerText,
        Kind::Decimal { wire, .. } => match wire {
            DecimalWire::Number => Helper::AsDecimal,
            DecimalWire::String => Helper::AsDecimalText,
            DecimalWire::Minor(currency) => match minor(currency, beside) {
                Minor::Places(places) => {
                    let helper = imports.helper(Helper::AsMinorUnits);
                    return Some(Expression::call(helper, vec![Expression::number(places)]));
                }
                Minor::Of(currency) => {
                    let helper = imports.helper(Helper::AsMinorUnitsOf);
                    return Some(Expression::call(helper, vec![currency]));
                }
                Minor::Lost => Helper::AsDecimalText,
            },
        },
        Kind::Date(DateWire::Iso) => Helper::AsDate,
        Kind::Date(DateWire::Slashes) => Helper::AsSlashDate,
        Kind::DateTime(DateTimeWire::Iso) => Helper::AsDateTime,
        Kind::DateTime(DateTimeWire::EpochSeconds) => Helper::AsEpochSeconds,
        Kind::DateTime(DateTimeWire::EpochMilliseconds) => Helper::AsEpochMilliseconds,
        Kind::DateTime(DateTimeWire::Slashes) => Helper::AsSlashDateTime,
        Kind::Error
        | Kind::Unknown
        | Kind::Array(_)
        | Kind::Map(_)
        | Kind::Record(_)
        | Kind::Union(_) => return None,
    };
    Some(Expression::identifier(imports.helper(helper)))
}

/// How a leaf is written.
pub enum Writer {
    /// A method of the value.
    Method(&'static str),
    /// A function of the runtime, and what it takes after the value.
    Function(Helper, Option<Expression>),
}

impl Writer {
    /// What writes a leaf of the kind; `None` when it is JSON already.
    pub fn of(kind: &Kind, beside: Option<Beside<'_>>) -> Option<Self> {
        Some(match kind {
            Kind::Decimal { wire, .. } => match wire {
                DecimalWire::Number => Self::Method("toNumber"),
                DecimalWire::String => Self::Method("toString"),
                DecimalWire::Minor(currency) => match minor(currency, beside) {
                    Minor::Places(places) => {
                        let places = Some(Expression::number(places));
                        Self::Function(Helper::WriteMinorUnits, places)
                    }
                    Minor::Of(currency) => {
                        Self::Function(Helper::WriteMinorUnitsOf, Some(currency))
                    }
                    Minor::Lost => Self::Method("toString"),
                },
            },
            Kind::Integer(IntegerWire::String) => Self::Method("toString"),
            Kind::Date(DateWire::Slashes) => Self::Function(Helper::WriteSlashDate, None),
            Kind::DateTime(wire) => match wire {
                DateTimeWire::Iso => return None,
                DateTimeWire::EpochSeconds => Self::Function(Helper::WriteEpochSeconds, None),
                DateTimeWire::EpochMilliseconds => {
                    Self::Function(Helper::WriteEpochMilliseconds, None)
                }
                DateTimeWire::Slashes => Self::Function(Helper::WriteSlashDateTime, None),
            },
            _ => return None,
        })
    }

    /// The value as it travels.
    pub fn write(self, value: Expression, imports: &mut Imports) -> Expression {
        match self {
            Self::Method(method) => value.method(method, Vec::new()),
            Self::Function(helper, argument) => {
                let arguments = std::iter::once(value).chain(argument).collect();
                Expression::call(imports.helper(helper), arguments)
            }
        }
    }
}

/// Whose places an amount in minor units has.
enum Minor {
    Places(u32),
    /// The expression of the currency's code.
    Of(Expression),
    /// The amount stands apart from its currency; then it travels as text.
    Lost,
}

fn minor(currency: &Currency, beside: Option<Beside<'_>>) -> Minor {
    match (currency, beside) {
        (Currency::Places(places), _) => Minor::Places(*places),
        (Currency::Property(name), Some(beside)) if beside.record.has_currency(name) => {
            Minor::Of(beside.name.clone().member(name.as_ref()))
        }
        _ => Minor::Lost,
    }
}
