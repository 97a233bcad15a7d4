//! What the target's schema says beyond the kind: lengths, patterns, ranges.
//!
//! Literals are held against all of it. Of other values only the length of text is
//! followed, as far as the types tell.

use std::sync::Arc;

use regex_lite::Regex;

use super::Checker;
use super::report::called;
use crate::diagnostics::{codes::expressions as codes, list};
use crate::expression::typed::{TemplatePart, Typed, TypedKind};
use crate::types::{Bound, Kind, Limits, Ty};

/// Up to this length a field is short, so that text of unknown length may well be longer:
/// a number of a document, a code.
const SHORT: u64 = 64;

/// What is wrong with a value, and what to write.
type Fault = (String, String);

impl Checker<'_> {
    /// Reports a value of the right type that the target still does not take.
    pub(super) fn within_limits(&mut self, value: &Typed, to: &Ty) {
        let Some(limits) = &to.limits else {
            return;
        };
        let limits = Arc::clone(limits);
        let fault = match (&value.kind, &value.ty.kind) {
            // Each of the two was held against the target by itself.
            (TypedKind::Conditional { .. } | TypedKind::Coalesce { .. }, _) => None,
            (TypedKind::String(text), _) => text_fault(text, &limits),
            (TypedKind::Integer(number), _) => number_fault(&number.to_string(), &limits),
            (TypedKind::Decimal(digits), _) => number_fault(digits, &limits),
            (TypedKind::Array(items), _) => array_fault(items.len(), &limits),
            (_, Kind::String(Some(texts))) => {
                texts.iter().find_map(|text| text_fault(text, &limits))
            }
            (_, Kind::String(None)) => return self.length(value, &limits),
            _ => None,
        };
        if let Some((message, help)) = fault {
            self.problem(&codes::BEYOND_LIMITS, value.span, message, help);
        }
    }

    /// The length of a text that is not literal.
    fn length(&mut self, value: &Typed, limits: &Limits) {
        let Some(most) = limits.max_length else {
            return;
        };
        let name = super::report::written(value);
        match most_characters(&value.ty) {
            Some(known) if known <= most => {}
            Some(known) => self.problem(
                &codes::BEYOND_LIMITS,
                value.span,
                format!(
                    "{} may have {known} characters, and the target takes at most {most}",
                    called(value)
                ),
                format!("cut it: `truncate({name}, {most})`"),
            ),
            None if most <= SHORT => self.problem(
                &codes::MAY_BE_TOO_LONG,
                value.span,
                format!(
                    "{} may have any length, and the target takes at most {most} characters",
                    called(value)
                ),
                format!("cut it: `truncate({name}, {most})`; or say its `maxLength` in its type"),
            ),
            None => {}
        }
    }
}

fn text_fault(text: &str, limits: &Limits) -> Option<Fault> {
    let length = u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
    let characters = |count: u64| match count {
        1 => "1 character".to_owned(),
        _ => format!("{count} characters"),
    };
    if let Some(most) = limits.max_length.filter(|most| length > *most) {
        return Some((
            format!(
                "`'{text}'` has {}, and the target takes at most {most}",
                characters(length)
            ),
            "write a shorter text".to_owned(),
        ));
    }
    if let Some(least) = limits.min_length.filter(|least| length < *least) {
        return Some((
            format!(
                "`'{text}'` has {}, and the target takes at least {least}",
                characters(length)
            ),
            "write a longer text".to_owned(),
        ));
    }
    let pattern = limits.patterns.iter().find(|pattern| {
        // What this engine cannot read, it says nothing about.
        Regex::new(pattern).is_ok_and(|pattern| !pattern.is_match(text))
    })?;
    Some((
        format!("`'{text}'` is not of the form that the target takes"),
        format!("write a text that the pattern `{pattern}` matches"),
    ))
}

fn number_fault(digits: &str, limits: &Limits) -> Option<Fault> {
    let number: f64 = digits.parse().ok()?;
    let read = |bound: &Bound| bound.digits.parse::<f64>().ok();
    let outside = |bound: &Bound, below: bool| {
        read(bound).is_some_and(|end| {
            let beyond = if below { number < end } else { number > end };
            beyond || (bound.exclusive && number.total_cmp(&end).is_eq())
        })
    };
    let end = |bound: &Bound, word: &str, exclusive: &str| {
        let word = if bound.exclusive { exclusive } else { word };
        (
            format!("the target takes numbers {word} {}", bound.digits),
            "write such a number".to_owned(),
        )
    };
    if let Some(bound) = limits.minimum.as_ref().filter(|bound| outside(bound, true)) {
        return Some(end(bound, "from", "above"));
    }
    if let Some(bound) = limits
        .maximum
        .as_ref()
        .filter(|bound| outside(bound, false))
    {
        return Some(end(bound, "up to", "below"));
    }
    if let Some(allowed) = &limits.integers {
        let is_allowed = digits.parse().is_ok_and(|number| allowed.contains(&number));
        if !is_allowed {
            let all = list(allowed.iter().map(|number| format!("`{number}`")));
            return Some((
                format!("`{digits}` is not one of the allowed numbers"),
                format!("write {all}"),
            ));
        }
    }
    let step = limits.multiple_of.as_ref()?;
    let (Ok(number), Ok(whole)) = (digits.parse::<i64>(), step.parse::<i64>()) else {
        // Places of decimals are part of their type.
        return None;
    };
    (whole != 0 && number % whole != 0).then(|| {
        (
            format!("the target takes multiples of {step}"),
            "write such a number".to_owned(),
        )
    })
}

fn array_fault(items: usize, limits: &Limits) -> Option<Fault> {
    let items = u64::try_from(items).unwrap_or(u64::MAX);
    if let Some(most) = limits.max_items.filter(|most| items > *most) {
        return Some((
            format!("the target takes at most {most} items, and here are {items}"),
            "write fewer items".to_owned(),
        ));
    }
    let least = limits.min_items.filter(|least| items < *least)?;
    Some((
        format!("the target takes at least {least} items, and here are {items}"),
        "write more items".to_owned(),
    ))
}

/// The most characters that a value has as text, where that is known.
pub(super) fn most_characters(ty: &Ty) -> Option<u64> {
    let count = |text: &String| u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
    match &ty.kind {
        Kind::String(Some(texts)) => texts.iter().map(count).max(),
        Kind::String(None) => ty.limits.as_ref()?.max_length,
        // A sign and sixteen digits; `false`; `2024-02-29`.
        Kind::Integer(_) => Some(17),
        Kind::Boolean => Some(5),
        Kind::Date(_) => Some(10),
        _ => None,
    }
}

/// The most characters of one or the other.
pub(super) fn most_of_either(a: &Ty, b: &Ty) -> Option<u64> {
    match (&a.kind, &b.kind) {
        (Kind::Nothing, _) => most_characters(b),
        (_, Kind::Nothing) => most_characters(a),
        _ => Some(most_characters(a)?.max(most_characters(b)?)),
    }
}

/// The most characters of a text made of parts.
pub(super) fn most_of_parts(parts: &[TemplatePart]) -> Option<u64> {
    parts.iter().try_fold(0_u64, |sum, part| {
        let most = match part {
            TemplatePart::Text(text) => u64::try_from(text.chars().count()).ok(),
            TemplatePart::Value(value) => match &value.kind {
                TypedKind::Coerce { value, .. } => most_characters(&value.ty),
                _ => most_characters(&value.ty),
            },
        };
        sum.checked_add(most?)
    })
}

/// A type with the knowledge that a text has at most so many characters.
pub(super) fn at_most(mut ty: Ty, most: Option<u64>) -> Ty {
    if let (Some(most), Kind::String(None)) = (most, &ty.kind) {
        let limits = Limits {
            max_length: Some(most),
            ..Limits::default()
        };
        ty.limits = limits.into_option();
    }
    ty
}

/// The most characters of what a function gives.
pub(super) fn most_given(function: &str, arguments: &[Typed]) -> Option<u64> {
    let text = arguments.first()?;
    let literal = |at: usize| match arguments.get(at).map(|argument| &argument.kind) {
        Some(TypedKind::Integer(number)) => u64::try_from(*number).ok(),
        _ => None,
    };
    match function {
        "trim" | "trimStart" | "trimEnd" | "digits" | "nonblank" | "text" => {
            most_characters(&text.ty)
        }
        "truncate" => literal(1),
        "slice" => match (literal(1), literal(2)) {
            (Some(start), Some(end)) => Some(end.saturating_sub(start)),
            _ => most_characters(&text.ty),
        },
        "padStart" | "padEnd" => Some(most_characters(&text.ty)?.max(literal(1)?)),
        "formatDate" => match arguments.get(1).map(|pattern| &pattern.kind) {
            Some(TypedKind::String(pattern)) => u64::try_from(pattern.chars().count())
                .ok()
                .map(|length| length.saturating_mul(2)),
            _ => None,
        },
        "hash" => Some(64),
        "iso" => Some(30),
        _ => None,
    }
}
