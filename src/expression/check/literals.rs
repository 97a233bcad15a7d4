//! Numbers, templates, arrays and objects.

use std::sync::Arc;

use super::assign::conversion;
use super::coerce::{to_decimal, to_text};
use super::functions::Site;
use super::limits::{at_most, most_of_parts};
use super::report::{called, written};
use super::{Checker, Want};
use crate::diagnostics::{Diagnostic, closest, codes::expressions as codes, list};
use crate::expression::functions::{self, Form, Pattern};
use crate::expression::syntax::{Entry, Expr, NumberLiteral, TemplatePart as Part};
use crate::expression::typed::{Field, TemplatePart, Typed, TypedKind};
use crate::source::Span;
use crate::types::{self, Access, DecimalWire, Kind, RecordId, Ty};

/// A number as a node.
pub(super) fn number(number: &NumberLiteral, span: Span) -> Typed {
    let (kind, ty) = match number {
        NumberLiteral::Integer(value) => (TypedKind::Integer(*value), Kind::INTEGER),
        NumberLiteral::Decimal { digits, places } => (
            TypedKind::Decimal(digits.clone()),
            Kind::Decimal {
                places: Some(*places),
                wire: DecimalWire::Number,
            },
        ),
    };
    Typed::new(kind, Ty::new(ty), span)
}

/// Parts of text as one: literal where all are.
fn joined(parts: Vec<TemplatePart>, span: Span) -> Typed {
    let literal: Option<Vec<&str>> = parts
        .iter()
        .map(|part| match part {
            TemplatePart::Text(text) => Some(text.as_str()),
            TemplatePart::Value(value) => literal_text(value),
        })
        .collect();
    if let Some(texts) = literal {
        return string(texts.concat(), span);
    }
    let ty = at_most(Ty::new(Kind::STRING), most_of_parts(&parts));
    Typed::new(TypedKind::Template(parts), ty, span)
}

/// A literal text as a node.
pub(super) fn string(text: String, span: Span) -> Typed {
    let ty = Ty::new(Kind::one_of([text.clone()]));
    Typed::new(TypedKind::String(text), ty, span)
}

pub(super) fn literal_text(value: &Typed) -> Option<&str> {
    match &value.kind {
        TypedKind::String(text) => Some(text),
        _ => None,
    }
}

impl Checker<'_> {
    pub(super) fn template(&mut self, parts: &[Part], span: Span) -> Typed {
        let parts = parts
            .iter()
            .map(|part| match part {
                Part::Text(text) => TemplatePart::Text(text.clone()),
                Part::Value(expr) => {
                    let value = self.expr(expr, Want::Any);
                    TemplatePart::Value(self.textual(value))
                }
            })
            .collect();
        joined(parts, span)
    }

    /// A template with a tag: the tag's function is called with each value.
    pub(super) fn tagged(
        &mut self,
        tag: &str,
        tag_span: Span,
        parts: &[Part],
        span: Span,
    ) -> Typed {
        let Some(function) = functions::tag(tag) else {
            let tags = || functions::all().filter(|function| function.form == Form::Tag);
            let unknown = Diagnostic::new(
                &codes::UNKNOWN_FUNCTION,
                tag_span,
                format!("there is no tag `{tag}`"),
            );
            let problem = match closest(tag, tags().map(|function| function.name)) {
                Some(meant) => {
                    let help = format!("did you mean `{meant}`?");
                    self.with_replacement(unknown.help(help), tag_span, meant)
                }
                None => unknown.help(format!(
                    "write {}, or nothing before the template",
                    list(tags().map(|function| format!("`{}`", function.name)))
                )),
            };
            self.report(problem);
            self.template(parts, span);
            return Typed::error(span);
        };
        let parts = parts
            .iter()
            .map(|part| match part {
                Part::Text(text) => TemplatePart::Text(text.clone()),
                Part::Value(expr) => {
                    let site = Site {
                        name: tag,
                        name_span: tag_span,
                        span: expr.span,
                        optional: false,
                    };
                    let arguments = std::slice::from_ref(expr);
                    TemplatePart::Value(self.call(function, &site, None, arguments, Want::Any))
                }
            })
            .collect();
        Typed::new(TypedKind::Template(parts), Ty::new(Kind::STRING), span)
    }

    /// A value as text; one that may be absent, or has no one text, is reported.
    pub(super) fn textual(&mut self, value: Typed) -> Typed {
        if value.is_error() {
            return value;
        }
        let name = written(&value);
        let of_scalars = match value.ty.kind {
            Kind::Union(id) => {
                self.every_variant(id, |kind| Pattern::Textual.accepts_variant(kind))
            }
            _ => false,
        };
        let help = match &value.ty.kind {
            Kind::Union(_) if !of_scalars => {
                format!("test which it is first, or write `json({name})`")
            }
            Kind::Union(_)
            | Kind::String(_)
            | Kind::Integer(_)
            | Kind::Decimal { .. }
            | Kind::Boolean
            | Kind::Date(_) => {
                if !value.ty.is_optional() {
                    return to_text(value);
                }
                self.problem(
                    &codes::MAY_BE_ABSENT,
                    value.span,
                    format!(
                        "{} may be absent, and would be written as `undefined`",
                        called(&value)
                    ),
                    format!("write `{name} ?? ''`, or test it: `{name} == null ? … : …`"),
                );
                return Typed::error(value.span);
            }
            Kind::DateTime(_) => {
                format!("write `iso({name})`, or `dateIn({name}, 'Europe/Paris')` for the date")
            }
            Kind::Array(item) if matches!(item.kind, Kind::String(_)) => {
                format!("write `{name}.join(', ')`")
            }
            Kind::Array(_) => format!("write `{name}.map(item => …).join(', ')`"),
            Kind::Nothing => "leave it out".to_owned(),
            _ => format!("write a field of it, or `json({name})`"),
        };
        let found = self.describe(&value.ty);
        self.problem(
            &codes::NOT_TEXT,
            value.span,
            format!("{found} has no text form here"),
            help,
        );
        Typed::error(value.span)
    }

    pub(super) fn array(&mut self, items: &[Expr], span: Span, want: Want<'_>) -> Typed {
        let item = match want {
            Want::Must(ty) | Want::Hint(ty) => match &ty.kind {
                Kind::Array(item) => Some(Arc::clone(item)),
                Kind::Union(id) => self.item_of_union(*id),
                _ => None,
            },
            Want::Any => None,
        };
        if let (Want::Must(_), Some(item)) = (want, &item) {
            let items = items
                .iter()
                .map(|expr| self.expr(expr, Want::Must(item)))
                .collect();
            let ty = Ty::new(Kind::Array(Arc::clone(item)));
            return Typed::new(TypedKind::Array(items), ty, span);
        }
        let want = item.as_deref().map_or(Want::Any, Want::Hint);
        let mut typed = Vec::with_capacity(items.len());
        let mut joined = Ty::new(Kind::Nothing);
        for expr in items {
            let value = self.expr(expr, want);
            match self.join(&joined, &value.ty) {
                Some(ty) => joined = ty,
                None => {
                    let (found, before) = (self.describe(&value.ty), self.describe(&joined));
                    self.problem(
                        &codes::DIFFERENT_TYPES,
                        expr.span,
                        format!("{found} in an array of which an item before is {before}"),
                        "items of an array are of one type: convert it",
                    );
                    joined = Ty::ERROR;
                }
            }
            typed.push(value);
        }
        if matches!(joined.kind, Kind::Decimal { .. }) {
            typed = typed.into_iter().map(to_decimal).collect();
        }
        let ty = Ty::new(Kind::array(joined));
        Typed::new(TypedKind::Array(typed), ty, span)
    }

    /// An object literal; `open` is its opening brace if all of it could be read.
    pub(super) fn object(
        &mut self,
        entries: &[Entry],
        open: Option<Span>,
        span: Span,
        want: Want<'_>,
    ) -> Typed {
        let entries = self.without_duplicates(entries);
        if let Want::Must(ty) | Want::Hint(ty) = want {
            match &ty.kind {
                Kind::Record(id) => return self.object_for(*id, &entries, open, span, want),
                Kind::Union(id) => {
                    if let Some(typed) = self.object_for_union(*id, &entries, open, span, want) {
                        return typed;
                    }
                }
                Kind::Map(value) => {
                    let value = value.clone();
                    let fields = entries
                        .iter()
                        .map(|entry| self.field(entry, Want::Must(&value)))
                        .collect();
                    let ty = Ty::new(Kind::Map(value));
                    return Typed::new(TypedKind::Object(fields), ty, span);
                }
                _ => {}
            }
        }
        let fields: Vec<Field> = entries
            .iter()
            .map(|entry| self.field(entry, Want::Any))
            .collect();
        if open.is_none() {
            return Typed::error(span);
        }
        let types = fields
            .iter()
            .map(|field| types::Field::new(&field.name, field.value.ty.clone()))
            .collect();
        let id = self.literal_record(types, span);
        Typed::new(TypedKind::Object(fields), Ty::new(Kind::Record(id)), span)
    }

    pub(super) fn field(&mut self, entry: &Entry, want: Want<'_>) -> Field {
        Field {
            name: entry.name.clone(),
            name_span: entry.name_span,
            value: self.expr(&entry.value, want),
        }
    }

    /// An object literal where a record is needed: every key is known, every required
    /// one is there.
    pub(super) fn object_for(
        &mut self,
        id: RecordId,
        entries: &[&Entry],
        open: Option<Span>,
        span: Span,
        want: Want<'_>,
    ) -> Typed {
        let mut fields = Vec::with_capacity(entries.len());
        let mut misspelt = Vec::new();
        for entry in entries {
            let expected = self.types.record(id).field(&entry.name);
            if expected.is_some_and(|field| field.access == Access::ReadOnly && field.ty.missing) {
                self.read_only(entry);
            }
            let expected = self.types.record(id).field(&entry.name);
            if let Some(ty) = expected.map(|field| field.ty.clone()) {
                let want = match want {
                    Want::Must(_) => Want::Must(&ty),
                    _ => Want::Hint(&ty),
                };
                fields.push(self.field(entry, want));
            } else {
                misspelt.extend(self.unknown_key(id, entry, entries));
                self.field(entry, Want::Any);
            }
        }
        let missing: Vec<String> = self
            .types
            .record(id)
            .fields
            .iter()
            .filter(|field| !field.ty.missing && field.ty.kind != Kind::Error)
            .map(|field| field.name.clone())
            .filter(|name| !entries.iter().any(|entry| entry.name == *name))
            .filter(|name| !misspelt.contains(name))
            .collect();
        if let (Some(first), Some(open)) = (missing.first(), open) {
            let target = self.describe(&Ty::new(Kind::Record(id)));
            let names = list(missing.iter().map(|name| format!("`{name}`")));
            let names = names.replace(" or ", " and ");
            self.problem(
                &codes::MISSING_KEY,
                open,
                format!("{target} needs {names} too"),
                format!("give `{first}` a value"),
            );
        }
        Typed::new(TypedKind::Object(fields), Ty::new(Kind::Record(id)), span)
    }

    fn read_only(&mut self, entry: &Entry) {
        self.problem(
            &codes::READ_ONLY,
            entry.name_span,
            format!("only the API sets `{}`", entry.name),
            "remove it: the API ignores or refuses it",
        );
    }

    /// Reports a key that the record does not have, and returns the one that was meant.
    fn unknown_key(&mut self, id: RecordId, entry: &Entry, entries: &[&Entry]) -> Option<String> {
        let record = self.types.record(id);
        let free = || {
            let given = |name: &str| entries.iter().any(|entry| entry.name == name);
            let names = record.fields.iter().map(|field| field.name.as_str());
            names.filter(move |name| !given(name))
        };
        let meant = closest(&entry.name, free()).map(str::to_owned);
        let target = self.describe(&Ty::new(Kind::Record(id)));
        let help = match &meant {
            Some(meant) => format!("did you mean `{meant}`?"),
            None if record.fields.is_empty() => "remove it: the object has no fields".to_owned(),
            None => format!(
                "remove it, or write {}",
                list(free().map(|name| format!("`{name}`")))
            ),
        };
        let problem = Diagnostic::new(
            &codes::UNKNOWN_KEY,
            entry.name_span,
            format!("{target} has no field `{}`", entry.name),
        )
        .help(help);
        let problem = match &meant {
            // A shorthand's value keeps its name.
            Some(meant) if entry.value.span == entry.name_span => {
                let text = format!("{meant}: {}", entry.name);
                self.with_replacement(problem, entry.name_span, &text)
            }
            Some(meant) if crate::expression::syntax::is_identifier(meant) => {
                self.with_replacement(problem, entry.name_span, meant)
            }
            _ => problem,
        };
        self.report(problem);
        meant
    }

    fn without_duplicates<'e>(&mut self, entries: &'e [Entry]) -> Vec<&'e Entry> {
        let mut kept: Vec<&Entry> = Vec::with_capacity(entries.len());
        for entry in entries {
            match kept.iter().find(|first| first.name == entry.name) {
                None => kept.push(entry),
                Some(first) => {
                    let problem = Diagnostic::new(
                        &codes::DUPLICATE_KEY,
                        entry.name_span,
                        format!("`{}` is given twice", entry.name),
                    )
                    .help("keep one of the two")
                    .related(first.name_span, "first given here");
                    self.report(problem);
                }
            }
        }
        kept
    }

    /// Whether a value fits a type, without a report.
    pub(super) fn fits(&self, from: &Ty, to: &Ty) -> bool {
        conversion(from, to, self.types).is_ok()
    }
}
