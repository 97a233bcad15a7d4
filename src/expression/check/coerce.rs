//! Conversions to what is needed, as nodes; and the refusal of what does not fit.

use super::Checker;
use super::assign::{Mismatch, conversion};
use super::conditions::as_condition;
use super::report::{called, quoted, written};
use crate::diagnostics::{Diagnostic, codes::expressions as codes};
use crate::expression::typed::{Coercion, Typed, TypedKind};
use crate::source::Span;
use crate::types::{DecimalWire, Kind, Ty};

impl Checker<'_> {
    /// Converts a value to a type, or reports why it does not fit.
    pub(super) fn coerce(&mut self, value: Typed, to: &Ty) -> Typed {
        match conversion(&value.ty, to, self.types) {
            Ok(found) => {
                self.within_limits(&value, to);
                adapt(value, found, to)
            }
            Err(mismatch) => {
                self.mismatch(&value, to, mismatch);
                Typed::error(value.span)
            }
        }
    }

    /// Converts a value to a type where it fits.
    pub(super) fn coerce_softly(&mut self, value: Typed, to: &Ty) -> Typed {
        match conversion(&value.ty, to, self.types) {
            // What is known of it is not given up for a guess.
            Ok(Some(Coercion::Json)) | Err(_) => value,
            Ok(found) => adapt(value, found, to),
        }
    }

    pub(super) fn mismatch(&mut self, value: &Typed, to: &Ty, mismatch: Mismatch) {
        let span = value.span;
        let name = written(value);
        let absent = *mismatch.code == codes::MAY_BE_ABSENT;
        let to_boolean = to.kind == Kind::Boolean;
        if to_boolean && absent && value.ty.kind == Kind::Boolean {
            return self.absent_boolean(value);
        }
        let message = if absent && value.ty.kind != Kind::Nothing {
            format!("{} {}", called(value), mismatch.message)
        } else {
            mismatch.message
        };
        // In a help, `x` stands for the value.
        let help = mismatch
            .help
            .replace("(x", &format!("({name}"))
            .replace("`x", &format!("`{name}"))
            .replace("[x", &format!("[{name}"));
        let help = match self.lacking_entries(value).filter(|_| absent) {
            Some(keys) => {
                format!("add {keys} to the table, or give a value to use instead: `{name} ?? …`")
            }
            None => help,
        };
        let help = if to_boolean && !absent {
            as_condition(value)
        } else {
            help
        };
        let read = read_back(value, to);
        let help = match read {
            Some(_) => "leave `iso` out: the target's type says how an instant is sent".to_owned(),
            None => help,
        };
        let mut problem = Diagnostic::new(mismatch.code, span, message).help(help);
        if let Some(instant) = read {
            let before = Span {
                end: instant.span.start,
                ..span
            };
            let after = Span {
                start: instant.span.end,
                ..span
            };
            let edits = [(before, ""), (after, "")];
            problem = self.with_fix(problem, "leave `iso` out", &edits);
        }
        if let (Some(meant), TypedKind::String(_)) = (&mismatch.meant, &value.kind) {
            let text = quoted(meant, self.quoting);
            problem = self.with_replacement(problem, span, &text);
        }
        let has_text = matches!(
            value.ty.kind,
            Kind::Integer(_) | Kind::Decimal { .. } | Kind::Boolean | Kind::Date(_)
        );
        if has_text && to.kind == Kind::STRING && !value.ty.is_optional() {
            let edits = [(span.at_start(), "text("), (span.at_end(), ")")];
            problem = self.with_fix(problem, "convert it with `text`", &edits);
        }
        self.report(problem);
    }
}

/// The instant that was made text, where an instant is needed.
fn read_back<'v>(value: &'v Typed, to: &Ty) -> Option<&'v Typed> {
    match (&value.kind, &to.kind) {
        (
            TypedKind::Call {
                function,
                arguments,
                ..
            },
            Kind::DateTime(_),
        ) if function.name == "iso" => arguments.first(),
        _ => None,
    }
}

/// A value with its conversion, and with absence as the target spells it.
fn adapt(value: Typed, coercion: Option<Coercion>, to: &Ty) -> Typed {
    let value = match coercion {
        Some(Coercion::IntegerToDecimal) => to_decimal(value),
        Some(coercion) => {
            let ty = Ty {
                kind: to.kind.clone(),
                ..value.ty.clone()
            };
            wrap(value, coercion, ty)
        }
        None => value,
    };
    if value.is_error() || to.kind == Kind::Error || to.missing == to.null {
        return value;
    }
    let mut ty = value.ty.clone();
    (ty.missing, ty.null) = (to.missing, to.null);
    if to.missing && value.ty.null {
        wrap(value, Coercion::NullToMissing, ty)
    } else if to.null && value.ty.missing {
        wrap(value, Coercion::MissingToNull, ty)
    } else {
        value
    }
}

fn wrap(value: Typed, coercion: Coercion, ty: Ty) -> Typed {
    let span = value.span;
    let value = Box::new(value);
    Typed::new(TypedKind::Coerce { coercion, value }, ty, span)
}

/// An integer as a decimal; a literal one is written as a decimal at once.
pub(super) fn to_decimal(value: Typed) -> Typed {
    let ty = Ty {
        kind: Kind::Decimal {
            places: Some(0),
            wire: DecimalWire::Number,
        },
        ..value.ty.clone()
    };
    match value.kind {
        TypedKind::Integer(integer) => {
            Typed::new(TypedKind::Decimal(integer.to_string()), ty, value.span)
        }
        _ if matches!(value.ty.kind, Kind::Integer(_)) => {
            wrap(value, Coercion::IntegerToDecimal, ty)
        }
        _ => value,
    }
}

/// A value as text in a template; strings and integers are that already.
pub(super) fn to_text(value: Typed) -> Typed {
    match value.ty.kind {
        Kind::String(_) | Kind::Integer(_) | Kind::Error => value,
        _ => wrap(value, Coercion::Text, Ty::new(Kind::STRING)),
    }
}
