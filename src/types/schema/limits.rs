//! What schemas that all hold say beyond the kind: the tightest of each limit.

use std::sync::Arc;

use super::super::json::{Json, JsonKind};
use super::super::limits::{Bound, Limits};
use super::super::number;
use super::super::{IntegerWire, Kind};
use super::flat::Flat;
use super::leaf::integers;

/// The limits of one alternative, as far as they mean something for the kind.
pub(super) fn limits(flat: &Flat<'_>, kind: &Kind) -> Option<Arc<Limits>> {
    let mut limits = Limits::default();
    match kind {
        Kind::String(_) => {
            limits.min_length = greatest(flat, "minLength");
            limits.max_length = least(flat, "maxLength");
            let patterns = flat.keyword("pattern").filter_map(Json::as_str);
            limits.patterns = patterns.map(Arc::from).collect();
            limits.format = flat.text("format").map(Arc::from);
        }
        Kind::Integer(_) | Kind::Decimal { .. } => {
            limits.minimum = bound(flat, "minimum", "exclusiveMinimum", |a, b| a > b);
            limits.maximum = bound(flat, "maximum", "exclusiveMaximum", |a, b| a < b);
            limits.multiple_of = flat.keyword("multipleOf").find_map(digits);
            if let Kind::Integer(wire) = kind {
                limits.integers = integers(flat).map(Arc::from);
                limits.wide = *wire == IntegerWire::Number
                    && matches!(flat.text("format"), Some("int64" | "uint64" | "long"))
                    && !limits.maximum.as_ref().is_some_and(is_safe)
                    && limits.integers.is_none();
            }
        }
        Kind::Array(_) => {
            limits.min_items = greatest(flat, "minItems");
            limits.max_items = least(flat, "maxItems");
            limits.unique_items = flat.says("uniqueItems");
        }
        _ => {}
    }
    limits.into_option()
}

fn is_safe(bound: &Bound) -> bool {
    number::double(&bound.digits).is_some_and(|value| value <= number::MAX_SAFE_INTEGER)
}

fn count(value: &Json) -> Option<u64> {
    match &value.kind {
        JsonKind::Number(digits) => digits.parse().ok(),
        _ => None,
    }
}

fn greatest(flat: &Flat<'_>, keyword: &str) -> Option<u64> {
    flat.keyword(keyword).filter_map(count).max()
}

fn least(flat: &Flat<'_>, keyword: &str) -> Option<u64> {
    flat.keyword(keyword).filter_map(count).min()
}

fn digits(value: &Json) -> Option<Arc<str>> {
    match &value.kind {
        JsonKind::Number(digits) => Some(Arc::from(digits.as_str())),
        _ => None,
    }
}

/// One end of the range: the tightest of both keywords in all parts. In early drafts and
/// in OpenAPI 3.0 the exclusive keyword is a boolean beside the other.
fn bound(
    flat: &Flat<'_>,
    keyword: &str,
    exclusive: &str,
    tighter: impl Fn(f64, f64) -> bool,
) -> Option<Bound> {
    let mut found: Option<Bound> = None;
    let mut take = |value: &Json, exclusive: bool| {
        let Some(digits) = digits(value) else {
            return;
        };
        let ends = |bound: &Bound| {
            let (new, old) = (number::double(&digits), number::double(&bound.digits));
            match (new, old) {
                (Some(new), Some(old)) => {
                    tighter(new, old) || exclusive && new.total_cmp(&old).is_eq()
                }
                _ => false,
            }
        };
        if found.as_ref().is_none_or(ends) {
            found = Some(Bound { digits, exclusive });
        }
    };
    for part in &flat.parts {
        let beside = part.get(exclusive).map(|member| &member.value);
        let excludes = beside.is_some_and(|value| matches!(value.kind, JsonKind::Boolean(true)));
        if let Some(member) = part.get(keyword) {
            take(&member.value, excludes);
        }
        if let Some(value) = beside {
            take(value, true);
        }
    }
    found
}
