//! Whether a value of one type can stand where another is needed, and if not, why.

use super::fit::{self, Reason, Unfit};
use crate::diagnostics::{Code, closest, codes::expressions as codes, list};
use crate::expression::typed::Coercion;
use crate::types::{Kind, Ty, Types, UnionId};

/// Why a type does not fit.
#[derive(Clone, Debug)]
pub struct Mismatch {
    pub code: Code,
    pub message: String,
    pub help: String,
    /// What certainly was meant, in place of the whole text literal.
    pub meant: Option<String>,
}

/// Whether an expression of type `from` can be given where `to` is needed.
///
/// # Errors
/// What does not fit, and what to write.
pub fn assignable(from: &Ty, to: &Ty, types: &Types) -> Result<(), Mismatch> {
    conversion(from, to, types).map(|_| ())
}

/// What converts a value of type `from` to `to`, apart from absence.
pub(super) fn conversion(from: &Ty, to: &Ty, types: &Types) -> Result<Option<Coercion>, Mismatch> {
    let found = match (&from.kind, &to.kind) {
        (Kind::Error, _) | (_, Kind::Error) | (Kind::Unknown, Kind::Unknown) => Ok(None),
        (Kind::Nothing, _) => Ok(None),
        (_, Kind::Unknown) => Ok(Some(Coercion::Json)),
        (Kind::Integer(_), Kind::Decimal { .. }) => Ok(Some(Coercion::IntegerToDecimal)),
        (Kind::Integer(_), Kind::Union(id)) if takes_decimals_only(*id, types) => {
            Ok(Some(Coercion::IntegerToDecimal))
        }
        (from, to) => fit::kinds(from, to, types).map(|()| None),
    }
    .map_err(|unfit| unfit.explain(from, to, types))?;
    if from.is_optional() && !to.is_optional() && to.kind != Kind::Error {
        return Err(absent(from, to, types));
    }
    Ok(found)
}

/// Whether an integer can be in a union only as a decimal.
fn takes_decimals_only(id: UnionId, types: &Types) -> bool {
    let has = |test: fn(&Kind) -> bool| {
        let variants = &types.union(id).variants;
        variants.iter().any(|variant| test(&variant.ty.kind))
    };
    has(|kind| matches!(kind, Kind::Decimal { .. }))
        && !has(|kind| matches!(kind, Kind::Integer(_)))
}

/// Whether values within others (items, fields, what a named function takes) fit as
/// they are: nothing is converted there.
pub(super) fn fits_within(from: &Ty, to: &Ty, types: &Types) -> Result<(), Mismatch> {
    fit::within(from, to, types).map_err(|unfit| unfit.explain(from, to, types))
}

/// The refusal of what may be absent.
fn absent(from: &Ty, to: &Ty, types: &Types) -> Mismatch {
    let needed = types.describe(to);
    if from.kind == Kind::Nothing {
        return Mismatch {
            code: &codes::MAY_BE_ABSENT,
            message: format!("`null` where {needed} is needed"),
            help: format!("write {needed}"),
            meant: None,
        };
    }
    Mismatch {
        code: &codes::MAY_BE_ABSENT,
        message: format!("may be absent, and {needed} is needed"),
        help: "give a value to use instead (`x ?? …`), test it (`x == null ? … : …`), or fail with `required(x, 'why')`"
            .to_owned(),
        meant: None,
    }
}

impl Unfit {
    fn explain(self, from: &Ty, to: &Ty, types: &Types) -> Mismatch {
        let mismatch = |code, message, help| Mismatch {
            code,
            message,
            help,
            meant: None,
        };
        if self.path.is_empty() {
            return match self.reason {
                Reason::Kinds(from, to) => kinds(&from, &to, types),
                Reason::Places { found, allowed } => too_many_places(found, allowed),
                Reason::Values { outside, allowed } => values(&outside, &allowed),
                Reason::MayBeAbsent | Reason::MayBeNull => absent(from, to, types),
                Reason::Lacking(name) => mismatch(
                    &codes::TYPE_MISMATCH,
                    format!(
                        "{} lacks the field `{name}` of {}",
                        types.describe(from),
                        types.describe(to)
                    ),
                    format!("write an object with `{name}` in it, or a mapping"),
                ),
            };
        }
        let path = self.path;
        let what = match self.reason {
            Reason::Kinds(found, needed) => format!(
                "`{path}` is {}, and {} is needed",
                types.describe(&Ty::new(*found)),
                types.describe(&Ty::new(*needed))
            ),
            Reason::MayBeAbsent => format!("`{path}` may be missing, and must not be"),
            Reason::MayBeNull => format!("`{path}` may be `null`, and must not be"),
            Reason::Lacking(name) => format!("`{path}` lacks the field `{name}`"),
            Reason::Places { allowed, .. } => {
                format!("`{path}` may have more than {}", places(allowed))
            }
            Reason::Values { outside, .. } => format!(
                "`{path}` may be {}, which is not allowed",
                list(outside.iter().map(|value| format!("`'{value}'`")))
            ),
        };
        let help = match to.kind {
            Kind::Array(_) => {
                "convert each item: `.map(item => …)` with an object, or with a mapping's name"
            }
            _ => "write an object with each field converted, or a mapping",
        };
        mismatch(
            &codes::TYPE_MISMATCH,
            format!(
                "{} does not fit {}: {what}",
                types.describe(from),
                types.describe(to)
            ),
            help.to_owned(),
        )
    }
}

fn places(count: u32) -> String {
    match count {
        1 => "1 decimal place".to_owned(),
        _ => format!("{count} decimal places"),
    }
}

fn too_many_places(found: Option<u32>, allowed: u32) -> Mismatch {
    let has = match found {
        Some(found) => format!("has up to {}", places(found)),
        None => "may have any number of decimal places".to_owned(),
    };
    Mismatch {
        code: &codes::TOO_MANY_PLACES,
        message: format!("this {has}, and the target takes {allowed}"),
        help: format!("write `round(x, {allowed})`"),
        meant: None,
    }
}

fn values(outside: &[String], allowed: &[String]) -> Mismatch {
    let all = list(allowed.iter().map(|value| format!("`'{value}'`")));
    if let [value] = outside {
        let meant = closest(value, allowed.iter().map(String::as_str)).map(str::to_owned);
        let help = match &meant {
            Some(meant) => format!("did you mean `'{meant}'`? allowed: {all}"),
            None => format!("write {all}"),
        };
        return Mismatch {
            code: &codes::NOT_IN_ENUM,
            message: format!("`'{value}'` is not one of the allowed values"),
            help,
            meant,
        };
    }
    let found = list(outside.iter().map(|value| format!("`'{value}'`")));
    Mismatch {
        code: &codes::NOT_IN_ENUM,
        message: if outside.is_empty() {
            "this may be any text, and only some values are allowed".to_owned()
        } else {
            format!("this may be {found}, which is not allowed")
        },
        help: format!("translate it, as in `x == 'a' ? … : …`, to {all}"),
        meant: None,
    }
}

/// Two kinds of which one does not become the other, and the function that converts.
fn kinds(from: &Kind, to: &Kind, types: &Types) -> Mismatch {
    let found = types.describe(&Ty::new(from.clone()));
    let needed = types.describe(&Ty::new(to.clone()));
    let help = match (from, to) {
        (Kind::Unknown, _) => {
            "its shape is not known: declare its type, in `[types]` or with `returns`".to_owned()
        }
        (Kind::String(_), Kind::Decimal { .. }) => "write `decimal(x)`".to_owned(),
        (Kind::String(_), Kind::Integer(_)) => "write `integer(x)`".to_owned(),
        (Kind::String(_), Kind::Date(_)) => "write `date(x)`".to_owned(),
        (Kind::String(_), Kind::DateTime(_)) => "write `instant(x)`".to_owned(),
        (Kind::Decimal { .. }, Kind::Integer(_)) => {
            "write `integer(x)` where it is always whole, or `integer(round(x, 0))`".to_owned()
        }
        (
            Kind::Integer(_) | Kind::Decimal { .. } | Kind::Boolean | Kind::Date(_),
            Kind::String(_),
        ) => "write `text(x)`".to_owned(),
        (Kind::DateTime(_), Kind::String(_)) => {
            "write `iso(x)`, or `text(dateIn(x, 'Europe/Paris'))` for the date".to_owned()
        }
        (Kind::DateTime(_), Kind::Date(_)) => {
            "name the zone: `dateIn(x, 'Europe/Paris')`".to_owned()
        }
        (Kind::Array(_), Kind::Array(_)) => "convert each item: `.map(item => …)`".to_owned(),
        (Kind::Array(_), Kind::String(_)) => "write `x.join(', ')`".to_owned(),
        (Kind::Array(_), _) => {
            "take one item: `x.at(0)`, `only(x)` or `x.find(item => …)`".to_owned()
        }
        (_, Kind::Array(_)) => "write an array: `[x]`".to_owned(),
        (_, Kind::String(_)) => "write the part that is text, or `json(x)`".to_owned(),
        _ => format!("write {needed}"),
    };
    Mismatch {
        code: &codes::TYPE_MISMATCH,
        message: format!("expected {needed}, found {found}"),
        help,
        meant: None,
    }
}
