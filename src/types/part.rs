//! Parts: `order`, `order.customer`, `order.line_items[]`, `order."@id"`.
//!
//! `[]` is one of an array's items, or one of a map's values; `[card]` the variant of a
//! union with that tag, `[object]` the one of that JSON type. A name that holds a dot, a
//! bracket, a quote or nothing stands in double quotes, with `\"` and `\\`.

use std::ops::Range;

use super::{Kind, Ty, Types, Union, Variant};
use crate::diagnostics::codes::types as codes;
use crate::diagnostics::{Diagnostic, Sink, closest};
use crate::document::Text;
use crate::source::Span;

/// The type names that are always there.
pub const SCALARS: &[(&str, Kind)] = &[
    ("string", Kind::STRING),
    ("boolean", Kind::Boolean),
    ("integer", Kind::INTEGER),
    ("decimal", Kind::DECIMAL),
    ("date", Kind::DATE),
    ("date-time", Kind::DATE_TIME),
    ("json", Kind::Unknown),
];

/// What other languages call them.
const SYNONYMS: &[(&str, &str)] = &[
    ("text", "string"),
    ("str", "string"),
    ("bool", "boolean"),
    ("int", "integer"),
    ("long", "integer"),
    ("number", "decimal"),
    ("float", "decimal"),
    ("double", "decimal"),
    ("money", "decimal"),
    ("datetime", "date-time"),
    ("date_time", "date-time"),
    ("timestamp", "date-time"),
    ("instant", "date-time"),
    ("any", "json"),
    ("unknown", "json"),
    ("object", "json"),
];

/// A part as a key of `[types.T.parts]`.
pub(crate) fn key(part: &str) -> String {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    if part.chars().all(is_bare) {
        part.to_owned()
    } else {
        format!("\"{part}\"")
    }
}

/// One name of a part, with its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    pub name: String,
    pub range: Range<usize>,
    /// What stands in brackets after the name.
    pub inner: Vec<Inner>,
}

/// `[]` or `[card]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Inner {
    /// The variant; without one, an item.
    pub variant: Option<String>,
    pub range: Range<usize>,
}

/// Where a text stops being a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Malformed {
    pub range: Range<usize>,
    pub message: &'static str,
}

/// The part of a whole named type.
pub(super) fn root(name: &str) -> String {
    if !name.is_empty() && !name.contains(is_special) {
        return name.to_owned();
    }
    let quoted = name.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{quoted}\"")
}

/// The part of a property.
pub(super) fn field(part: &str, name: &str) -> String {
    format!("{part}.{}", root(name))
}

/// The part of a union's variant: the discriminator's value, or JSON's word.
pub(super) fn variant(part: &str, name: &str) -> String {
    format!("{part}[{}]", root(name))
}

/// The part of an item.
pub(super) fn item(part: &str) -> String {
    format!("{part}[]")
}

fn is_special(c: char) -> bool {
    matches!(c, '.' | '[' | ']' | '"' | '\\') || c.is_whitespace()
}

/// Cuts a part into its names.
pub(crate) fn segments(text: &str) -> Result<Vec<Segment>, Malformed> {
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        let (name, end) = name(text, at)?;
        let mut segment = Segment {
            name,
            range: at..end,
            inner: Vec::new(),
        };
        at = end;
        while text.get(at..).is_some_and(|rest| rest.starts_with('[')) {
            let (variant, end) = inner(text, at)?;
            segment.inner.push(Inner {
                variant,
                range: at..end,
            });
            at = end;
        }
        found.push(segment);
        match text.get(at..).and_then(|rest| rest.chars().next()) {
            None => return Ok(found),
            Some('.') => at += 1,
            Some(c) => {
                return Err(Malformed {
                    range: at..at + c.len_utf8(),
                    message: "expected `.`, `[]` or the end",
                });
            }
        }
    }
}

/// What is in the brackets at an offset, and where they end.
fn inner(text: &str, at: usize) -> Result<(Option<String>, usize), Malformed> {
    if text.get(at + 1..).is_some_and(|rest| rest.starts_with(']')) {
        return Ok((None, at + 2));
    }
    let malformed = |end: usize| Malformed {
        range: at..end,
        message: "expected `[]` for an item, or `[name]` for a variant of a union",
    };
    let (variant, end) = name(text, at + 1).map_err(|_| malformed(at + 1))?;
    if text.get(end..).is_some_and(|rest| rest.starts_with(']')) {
        Ok((Some(variant), end + 1))
    } else {
        Err(malformed(at + 1))
    }
}

/// The name at an offset, and where it ends.
fn name(text: &str, at: usize) -> Result<(String, usize), Malformed> {
    let rest = text.get(at..).unwrap_or("");
    let Some(quoted) = rest.strip_prefix('"') else {
        let length = rest.find(is_special).unwrap_or(rest.len());
        let width = rest.chars().next().map_or(0, char::len_utf8);
        if length == 0 {
            return Err(Malformed {
                range: at..at + width,
                message: "expected a name",
            });
        }
        return Ok((rest.get(..length).unwrap_or("").to_owned(), at + length));
    };
    let mut name = String::new();
    let mut letters = quoted.char_indices();
    while let Some((place, letter)) = letters.next() {
        match letter {
            '"' => return Ok((name, at + 1 + place + 1)),
            '\\' => name.extend(letters.next().map(|(_, escaped)| escaped)),
            other => name.push(other),
        }
    }
    Err(Malformed {
        range: at..text.len(),
        message: "the name has no closing quote",
    })
}

impl Types {
    /// The type that a name or part stands for; a part through something that may be
    /// absent gives the type it has when it is there.
    ///
    /// `None` when there is no such type, which is then reported; what is wrong
    /// already gives [`Kind::Error`] in silence.
    pub fn part(&self, text: &str, span: Span, sink: &mut Sink) -> Option<Ty> {
        self.resolve(text, |_| span, sink)
    }

    /// [`Types::part`] for text of the manifest, with reports at the very name.
    pub fn part_of(&self, text: &Text, sink: &mut Sink) -> Option<Ty> {
        self.resolve(&text.value, |range| text.raw(range), sink)
    }

    fn resolve(
        &self,
        text: &str,
        span: impl Fn(Range<usize>) -> Span,
        sink: &mut Sink,
    ) -> Option<Ty> {
        let segments = match segments(text) {
            Ok(segments) => segments,
            Err(Malformed { range, message }) => {
                let whole = span(0..text.len());
                let place = if range.is_empty() { whole } else { span(range) };
                sink.push(
                    Diagnostic::new(
                        &codes::MALFORMED_PART,
                        place,
                        format!("`{text}` names no type: {message}"),
                    )
                    .help("write a type's name, or a part of it such as `order.line_items[]`"),
                );
                return None;
            }
        };
        let (root, fields) = segments.split_first()?;
        let Some(whole) = self.root(&root.name) else {
            sink.push(self.unknown_type(&root.name, span(root.range.clone())));
            return None;
        };
        let is_part = !fields.is_empty() || !root.inner.is_empty();
        let mut ty = self.items(whole, root, text, &span, sink)?;
        for segment in fields {
            ty = self.property(&ty, segment, text, &span, sink)?;
            ty = self.items(ty, segment, text, &span, sink)?;
        }
        Some(if is_part { ty.present() } else { ty })
    }

    fn root(&self, name: &str) -> Option<Ty> {
        if let Some(named) = self.named(name) {
            return Some(named.ty.clone());
        }
        let (_, kind) = SCALARS.iter().find(|(scalar, _)| *scalar == name)?;
        Some(Ty::new(kind.clone()))
    }

    fn items(
        &self,
        mut ty: Ty,
        segment: &Segment,
        text: &str,
        span: &impl Fn(Range<usize>) -> Span,
        sink: &mut Sink,
    ) -> Option<Ty> {
        for Inner { variant, range } in &segment.inner {
            ty = match (ty.kind, variant) {
                (Kind::Array(item) | Kind::Map(item), None) => Ty::clone(&item),
                (Kind::Error, _) => return Some(Ty::ERROR),
                (Kind::Union(id), Some(name)) => {
                    let union = self.union(id);
                    let Some(found) = union.named(name) else {
                        let before = text.get(..range.start).unwrap_or(text);
                        sink.push(no_variant(union, name, before, span(range.clone())));
                        return None;
                    };
                    found.ty.clone()
                }
                (kind, Some(_)) => {
                    let before = text.get(..range.start).unwrap_or(text);
                    let is = self.describe(&Ty::new(kind.clone()));
                    let inner = match kind {
                        Kind::Array(_) | Kind::Map(_) => item(before),
                        _ => before.to_owned(),
                    };
                    sink.push(
                        Diagnostic::new(
                            &codes::UNKNOWN_PART,
                            span(range.clone()),
                            format!("`{before}` is {is}, it has no variants"),
                        )
                        .help(format!("write `{inner}`")),
                    );
                    return None;
                }
                (kind, None) => {
                    let ty = Ty::new(kind);
                    let before = text.get(..range.start).unwrap_or(text);
                    let is = self.describe(&ty);
                    sink.push(
                        Diagnostic::new(
                            &codes::UNKNOWN_PART,
                            span(range.clone()),
                            format!("`{before}` is {is}, it has no items"),
                        )
                        .help(format!("write `{before}`")),
                    );
                    return None;
                }
            };
        }
        Some(ty)
    }

    fn property(
        &self,
        ty: &Ty,
        segment: &Segment,
        text: &str,
        span: &impl Fn(Range<usize>) -> Span,
        sink: &mut Sink,
    ) -> Option<Ty> {
        let name = &segment.name;
        let before = text
            .get(..segment.range.start.saturating_sub(1))
            .unwrap_or(text);
        let place = span(segment.range.clone());
        let record = match &ty.kind {
            Kind::Error => return Some(Ty::ERROR),
            Kind::Record(id) => self.record(*id),
            Kind::Array(_) | Kind::Map(_) => {
                let is = self.describe(ty);
                sink.push(
                    Diagnostic::new(
                        &codes::UNKNOWN_PART,
                        place,
                        format!("`{before}` is {is}, it has no property `{name}`"),
                    )
                    .help(format!(
                        "write `{before}[]` for one of them: `{before}[].{name}`"
                    )),
                );
                return None;
            }
            _ => {
                let is = self.describe(ty);
                sink.push(
                    Diagnostic::new(
                        &codes::UNKNOWN_PART,
                        place,
                        format!("`{before}` is {is}, it has no properties"),
                    )
                    .help(format!("write `{before}`")),
                );
                return None;
            }
        };
        if let Some(field) = record.field(name) {
            return Some(field.ty.clone());
        }
        let names = record.fields.iter().map(|field| field.name.as_str());
        let help = match closest(name, names.clone()) {
            Some(close) => format!("write `{}`", field(before, close)),
            None => format!(
                "`{before}` has {}",
                listed(names.map(|name| format!("`{name}`")))
            ),
        };
        sink.push(
            Diagnostic::new(
                &codes::UNKNOWN_PART,
                place,
                format!("`{before}` has no property `{name}`"),
            )
            .help(help),
        );
        None
    }

    fn unknown_type(&self, name: &str, span: Span) -> Diagnostic {
        let diagnostic = Diagnostic::new(
            &codes::UNKNOWN_TYPE,
            span,
            format!("no type is named `{name}`"),
        );
        let synonym = SYNONYMS
            .iter()
            .find(|(synonym, _)| synonym.eq_ignore_ascii_case(name));
        if let Some((_, scalar)) = synonym {
            return diagnostic
                .help(format!("write `{scalar}`"))
                .replace(span, *scalar);
        }
        let names = || self.named.iter().map(|named| named.name.as_str());
        let scalars = SCALARS.iter().map(|(scalar, _)| *scalar);
        match closest(name, names().chain(scalars)) {
            Some(close) => diagnostic.help(format!("write `{close}`")),
            None if self.named.is_empty() => {
                diagnostic.help(format!("declare it: `[types.{name}]`"))
            }
            None => diagnostic.help(format!(
                "declare it, or write one of {}",
                listed(names().map(|name| format!("`{name}`")))
            )),
        }
    }
}

/// A union has no such variant.
fn no_variant(union: &Union, name: &str, before: &str, span: Span) -> Diagnostic {
    let names: Vec<&str> = union.variants.iter().flat_map(Variant::names).collect();
    let help = match closest(name, names.iter().copied()) {
        Some(close) => format!("write `{}`", variant(before, close)),
        None => format!(
            "it has {}",
            listed(
                names
                    .iter()
                    .map(|name| format!("`{}`", variant(before, name)))
            )
        ),
    };
    Diagnostic::new(
        &codes::UNKNOWN_PART,
        span,
        format!("`{before}` has no variant `{name}`"),
    )
    .help(help)
}

/// The first few of a list, for a message.
fn listed(items: impl Iterator<Item = String>) -> String {
    const SHOWN: usize = 8;
    let all: Vec<String> = items.collect();
    match all.get(..SHOWN) {
        Some(shown) if all.len() > SHOWN => {
            format!("{} and {} more", shown.join(", "), all.len() - SHOWN)
        }
        _ if all.is_empty() => "no properties".to_owned(),
        _ => all.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_cut_and_written_alike() {
        let name = |text: &str| -> Vec<(String, usize)> {
            segments(text)
                .unwrap()
                .into_iter()
                .map(|segment| (segment.name, segment.inner.len()))
                .collect()
        };
        assert_eq!(
            name("order.line_items[].price"),
            [
                ("order".into(), 0),
                ("line_items".into(), 1),
                ("price".into(), 0)
            ]
        );
        for odd in ["", "a.b", "a\"b", "a\\b", "[]", " ", "@id", "é"] {
            let part = item(&field("t", odd));
            assert_eq!(name(&part), [("t".into(), 0), (odd.into(), 1)], "{part}");
        }
    }

    #[test]
    fn malformed_parts_say_where() {
        for (text, range) in [
            ("", 0..0),
            ("a..b", 2..3),
            ("a.", 2..2),
            ("a[", 1..2),
            ("a[0", 1..2),
            ("a[]b", 3..4),
            ("a.\"b", 2..4),
            ("a b", 1..2),
        ] {
            assert_eq!(segments(text).unwrap_err().range, range, "{text}");
        }
    }
}
