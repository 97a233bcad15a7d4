//! The fields of a mapping that are taken over under their names.

use super::check::{Checker, Mismatch, Want, assignable};
use super::scope::Scope;
use super::syntax::{Entry, Expr, ExprKind, Link, LinkKind, is_identifier};
use super::tree::expression;
use super::typed::Typed;
use crate::diagnostics::{Diagnostic, Sink, closest, codes::expressions as codes, list};
use crate::document::Text;
use crate::manifest::{Tree, TreeKind};
use crate::source::Span;
use crate::types::{Access, Kind, Record, Ty, Types};

/// The name of the input that fields are copied from.
const SOURCE: &str = "source";

/// `copy` and `except` of a mapping.
#[derive(Clone, Copy, Debug)]
pub struct Copied<'a> {
    /// The fields; the one name `*` is for all. Not empty.
    pub names: &'a [Text],
    /// What `*` leaves out.
    pub except: &'a [Text],
}

/// Types the fields of a mapping, of which some are copied. As
/// [`check_tree`](super::check_tree) with each of them as a row `name = "source.name"`
/// before the others.
pub fn check_fields(
    copied: &Copied<'_>,
    fields: Option<&Tree>,
    target: &Ty,
    scope: &Scope,
    types: &mut Types,
    sink: &mut Sink,
) -> Option<Typed> {
    let whole = copied
        .names
        .first()
        .map_or_else(Span::default, |name| name.span);
    let mut problems = Vec::new();
    let rows = match fields.map(|fields| &fields.kind) {
        None => &[][..],
        Some(TreeKind::Table(rows)) => rows.as_slice(),
        Some(TreeKind::Invalid) => return None,
        Some(_) => {
            let span = fields.map_or(whole, |fields| fields.span);
            sink.push(
                Diagnostic::new(
                    &codes::TYPE_MISMATCH,
                    span,
                    "beside `copy`, this is no table",
                )
                .help("write a row for each other field, or all of them without `copy`"),
            );
            return None;
        }
    };
    let given: Vec<(&str, Span)> = rows
        .iter()
        .map(|(key, _)| (key.name.as_str(), key.span))
        .collect();
    let mut entries = Vec::new();
    match records(scope, target, types) {
        Err(why) => problems.push(
            Diagnostic::new(&codes::TYPE_MISMATCH, whole, why)
                .help("write a row for each field: `id = \"source.id\"`"),
        ),
        Ok((source, target)) => {
            let both = Both {
                source,
                target,
                types,
            };
            for (name, span) in both.names(copied, &given, &mut problems) {
                entries.push(both.entry(&name, span, copied, &mut problems));
            }
        }
    }
    // Of a record that could not be copied from, nothing is said to be missing.
    let complete = problems.is_empty() || !entries.is_empty();
    let mut checker = Checker::new(scope, types);
    for problem in problems {
        checker.add(problem);
    }
    for (key, value) in rows {
        entries.push(Entry {
            name: key.name.clone(),
            name_span: key.span,
            value: expression(value, 1, &mut checker),
        });
    }
    let below = entries.iter().map(|entry| entry.value.height).max();
    let span = fields.map_or(whole, |fields| fields.span);
    let kind = ExprKind::Object {
        entries,
        open: span,
        complete,
    };
    let expr = Expr::above(kind, span, below.unwrap_or(0));
    let typed = checker.expr(&expr, Want::Must(target));
    checker.finish(typed, sink)
}

/// The record that is copied from, and the one that is copied to.
fn records<'t>(
    scope: &Scope,
    target: &Ty,
    types: &'t Types,
) -> Result<(&'t Record, &'t Record), String> {
    let Some(source) = scope.binding(SOURCE).map(|binding| &binding.ty) else {
        return Err("`copy` copies from `source`, and this mapping has several inputs".to_owned());
    };
    match (&source.kind, &target.kind) {
        (Kind::Record(source_id), Kind::Record(target)) if !source.is_optional() => {
            Ok((types.record(*source_id), types.record(*target)))
        }
        (Kind::Record(_), Kind::Record(_)) => Err("`source` may be absent".to_owned()),
        (Kind::Record(_), _) => Err(format!(
            "the target is {}, and has no fields to copy",
            types.describe(target)
        )),
        _ => Err(format!(
            "`source` is {}, and has no fields to copy",
            types.describe(source)
        )),
    }
}

struct Both<'t> {
    source: &'t Record,
    target: &'t Record,
    types: &'t Types,
}

impl Both<'_> {
    /// The fields that both have and that can be sent, in the target's order.
    fn common(&self) -> impl Iterator<Item = &str> {
        let fields = self.target.fields.iter();
        fields
            .filter(|field| field.access != Access::ReadOnly)
            .map(|field| field.name.as_str())
            .filter(|name| self.source.field(name).is_some())
    }

    /// What is to be copied, and where it says so.
    fn names(
        &self,
        copied: &Copied<'_>,
        given: &[(&str, Span)],
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<(String, Span)> {
        if let [all] = copied.names
            && all.value == "*"
        {
            self.check_except(copied, problems);
            let excepted = |name: &str| copied.except.iter().any(|text| text.value == name);
            return self
                .common()
                .filter(|name| !excepted(name) && !given.iter().any(|(row, _)| row == name))
                .map(|name| (name.to_owned(), all.span))
                .collect();
        }
        if let Some(except) = copied.except.first() {
            problems.push(
                Diagnostic::new(
                    &codes::UNKNOWN_KEY,
                    except.span,
                    "`copy` names its fields, so there is nothing to leave out",
                )
                .help("remove `except`, or write `copy = \"*\"`"),
            );
        }
        let mut names: Vec<(String, Span)> = Vec::new();
        for text in copied.names {
            let name = text.value.as_str();
            let before = names
                .iter()
                .find(|(known, _)| known == name)
                .map(|found| found.1);
            let row = given
                .iter()
                .find(|(row, _)| *row == name)
                .map(|found| found.1);
            if let Some(first) = before.or(row) {
                problems.push(
                    Diagnostic::new(
                        &codes::DUPLICATE_KEY,
                        text.span,
                        format!("`{name}` is given twice"),
                    )
                    .help("keep one of the two")
                    .related(first, "given here too"),
                );
            } else if self.known(text, problems) {
                names.push((name.to_owned(), text.span));
            }
        }
        names
    }

    fn check_except(&self, copied: &Copied<'_>, problems: &mut Vec<Diagnostic>) {
        for text in copied.except {
            if self.common().any(|name| name == text.value) {
                continue;
            }
            let problem = Diagnostic::new(
                &codes::UNKNOWN_KEY,
                text.span,
                format!("`{}` is not copied in any case", text.value),
            );
            problems.push(match closest(&text.value, self.common()) {
                Some(meant) => problem.help(format!("did you mean `{meant}`?")),
                None => problem.help("remove it"),
            });
        }
    }

    /// Whether both sides have a field of a name; reported if not.
    fn known(&self, text: &Text, problems: &mut Vec<Diagnostic>) -> bool {
        let name = text.value.as_str();
        let (side, code) = match (self.target.field(name), self.source.field(name)) {
            (Some(_), Some(_)) => return true,
            (None, _) => (self.target, &codes::UNKNOWN_KEY),
            (Some(_), None) => (self.source, &codes::UNKNOWN_FIELD),
        };
        let what = if side.part.is_empty() {
            "the object"
        } else {
            side.part.as_str()
        };
        let problem = Diagnostic::new(code, text.span, format!("`{what}` has no field `{name}`"));
        let given = self.common();
        problems.push(match closest(name, self.common()) {
            Some(meant) => problem.help(format!("did you mean `{meant}`?")),
            None if name == "*" => problem.help("write `copy = \"*\"` for all fields"),
            None => {
                let all = list(given.map(|name| format!("`{name}`")));
                problem.help(if all.is_empty() {
                    "write rows: the two have no field in common".to_owned()
                } else {
                    format!("both have {}", all.replace(" or ", " and "))
                })
            }
        });
        false
    }

    /// `name: source.name`, or a problem where the field does not fit.
    fn entry(
        &self,
        name: &str,
        span: Span,
        copied: &Copied<'_>,
        problems: &mut Vec<Diagnostic>,
    ) -> Entry {
        let types = |record: &Record| record.field(name).map(|field| field.ty.clone());
        let fits = match (types(self.source), types(self.target)) {
            (Some(from), Some(to)) => assignable(&from, &to, self.types),
            _ => Ok(()),
        };
        let value = match fits {
            Ok(()) => member(name, span),
            Err(mismatch) => {
                problems.push(misfit(name, span, &mismatch, copied));
                Expr::error(span)
            }
        };
        Entry {
            name: name.to_owned(),
            name_span: span,
            value,
        }
    }
}

fn misfit(name: &str, span: Span, mismatch: &Mismatch, copied: &Copied<'_>) -> Diagnostic {
    let all = copied.names.iter().any(|text| text.value == "*");
    let instead = if all {
        format!("leave it out with `except = [\"{name}\"]` and write a row for it")
    } else {
        format!("take `{name}` out of `copy` and write a row for it")
    };
    let how = mismatch
        .help
        .replace("(x", &format!("(source.{name}"))
        .replace("`x", &format!("`source.{name}"))
        .replace("[x", &format!("[source.{name}"));
    Diagnostic::new(
        mismatch.code,
        span,
        format!("`{name}` cannot be copied: {}", mismatch.message),
    )
    .help(format!("{instead}; there, {how}"))
}

/// `source.name`
fn member(name: &str, span: Span) -> Expr {
    let kind = if is_identifier(name) {
        LinkKind::Member {
            name: name.to_owned(),
            name_span: span,
        }
    } else {
        LinkKind::Index(Box::new(Expr::leaf(
            ExprKind::String(name.to_owned()),
            span,
        )))
    };
    let link = Link {
        kind,
        optional: false,
        operator: span,
        span,
    };
    let base = Expr::leaf(ExprKind::Name(SOURCE.to_owned()), span);
    let kind = ExprKind::Chain {
        base: Box::new(base),
        links: vec![link],
    };
    Expr::above(kind, span, 2)
}
