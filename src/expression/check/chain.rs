//! Chains of members, indexes and method calls, with the meaning of `?.` that
//! JavaScript gives it: an absent object ends the whole chain.

use super::functions::Site;
use super::report::{called, written};
use super::{Checker, Want};
use crate::diagnostics::{Diagnostic, closest, codes::expressions as codes, list};
use crate::expression::facts::path_of;
use crate::expression::functions::{self, Form};
use crate::expression::syntax::{Expr, ExprKind, Link, LinkKind, is_identifier};
use crate::expression::typed::{Typed, TypedKind};
use crate::source::Span;
use crate::types::{Kind, Record, Ty};

impl Checker<'_> {
    pub(super) fn chain(
        &mut self,
        base: &Expr,
        links: &[Link],
        span: Span,
        want: Want<'_>,
    ) -> Typed {
        let mut value = match &base.kind {
            ExprKind::Name(name) if self.resolve(name).is_none() => {
                let member = links.first().and_then(|link| match &link.kind {
                    LinkKind::Member { name, .. } | LinkKind::Method { name, .. } => {
                        Some(name.as_str())
                    }
                    _ => None,
                });
                self.unknown_name(name, member, base.span);
                return Typed::error(span);
            }
            _ => self.expr(base, Want::Any),
        };
        let mut open = false;
        for (at, link) in links.iter().enumerate() {
            if value.is_error() {
                return Typed::error(span);
            }
            if matches!(link.kind, LinkKind::Error) {
                return Typed::error(span);
            }
            let skips = self.step_over(&mut value, link, open);
            if value.ty.kind == Kind::Nothing {
                return Typed::error(span);
            }
            let by_key = matches!(link.kind, LinkKind::Member { .. } | LinkKind::Index(_));
            let optional = if by_key && matches!(value.ty.kind, Kind::Map(_)) {
                // What is looked up may be absent in any case, so a chain ends here.
                let ends = std::mem::take(&mut open);
                if ends {
                    value = closed(value);
                }
                ends || skips
            } else {
                open |= skips;
                link.optional
            };
            // Only the last link makes what is wanted.
            let want = if at + 1 == links.len() {
                want
            } else {
                Want::Any
            };
            let whole = base.span.to(link.span);
            let linked = self.link(value, link, optional, whole, want);
            value = self.narrow(linked);
        }
        if open && !value.is_error() {
            return self.narrow(closed(value));
        }
        value
    }

    /// Deals with an object that may be absent, and returns whether `?.` does something.
    fn step_over(&mut self, value: &mut Typed, link: &Link, open: bool) -> bool {
        if !value.ty.is_optional() {
            if link.optional && !open && value.ty.kind != Kind::Unknown {
                let instead = match link.kind {
                    LinkKind::Index(_) => "",
                    _ => ".",
                };
                let help = match link.kind {
                    LinkKind::Index(_) => "write `[…]`",
                    _ => "write `.`",
                };
                let problem = self.never_absent(value, link.operator, help);
                let problem = self.with_fix(problem, help, &[(link.operator, instead)]);
                self.report(problem);
            }
            return false;
        }
        if !link.optional {
            let name = written(value);
            let (help, edit) = match &link.kind {
                LinkKind::Member { name: field, .. } => {
                    (format!("write `{name}?.{field}`"), (link.operator, "?."))
                }
                LinkKind::Method { name: method, .. } => (
                    format!("write `{name}?.{method}(…)`"),
                    (link.operator, "?."),
                ),
                LinkKind::Index(_) | LinkKind::Error => (
                    format!("write `{name}?.[…]`"),
                    (link.operator.at_start(), "?."),
                ),
            };
            let absent_literal = value.ty.kind == Kind::Nothing;
            let problem = Diagnostic::new(
                &codes::MAY_BE_ABSENT,
                value.span,
                if absent_literal {
                    match value.kind {
                        TypedKind::Null => "`null` has no fields".to_owned(),
                        _ => format!("{} is absent here", called(value)),
                    }
                } else {
                    format!("{} may be absent", called(value))
                },
            )
            .help(help);
            let problem = if absent_literal {
                problem
            } else {
                self.with_fix(problem, "write `?.`", &[edit])
            };
            self.report(problem);
        }
        value.ty = value.ty.present();
        link.optional
    }

    fn link(
        &mut self,
        object: Typed,
        link: &Link,
        optional: bool,
        span: Span,
        want: Want<'_>,
    ) -> Typed {
        match &link.kind {
            LinkKind::Error => Typed::error(span),
            LinkKind::Member { name, name_span } => {
                self.member(object, name, *name_span, optional, span)
            }
            LinkKind::Method {
                name,
                name_span,
                arguments,
            } => {
                let site = Site {
                    name,
                    name_span: *name_span,
                    span,
                    optional,
                };
                self.method(object, &site, arguments, want)
            }
            LinkKind::Index(index) => self.index(object, index, optional, span),
        }
    }

    pub(super) fn record_of(&self, ty: &Ty) -> Option<&Record> {
        match ty.kind {
            Kind::Record(id) => Some(self.types.record(id)),
            _ => None,
        }
    }

    fn member(
        &mut self,
        object: Typed,
        name: &str,
        name_span: Span,
        optional: bool,
        span: Span,
    ) -> Typed {
        match &object.ty.kind {
            Kind::Record(id) => {
                let field = self.types.record(*id).field(name);
                let Some(ty) = field.map(|field| field.ty.clone()) else {
                    self.unknown_field(&object, name, name_span);
                    return Typed::error(span);
                };
                let kind = TypedKind::Member {
                    object: Box::new(object),
                    name: name.to_owned(),
                    optional,
                };
                Typed::new(kind, ty, span)
            }
            Kind::Union(id) => {
                let id = *id;
                let Some(ty) = self.field_of_union(&object, id, name, name_span) else {
                    return Typed::error(span);
                };
                let kind = TypedKind::Member {
                    object: Box::new(object),
                    name: name.to_owned(),
                    optional,
                };
                Typed::new(kind, ty, span)
            }
            Kind::Map(value) => {
                let ty = Ty {
                    missing: true,
                    ..Ty::clone(value)
                };
                let key = Typed::new(
                    TypedKind::String(name.to_owned()),
                    Ty::new(Kind::one_of([name.to_owned()])),
                    name_span,
                );
                let kind = TypedKind::Lookup {
                    map: Box::new(object),
                    key: Box::new(key),
                    optional,
                };
                Typed::new(kind, ty, span)
            }
            _ => self.property(object, name, name_span, optional, span),
        }
    }

    /// A member of something that has no fields of its own.
    fn property(
        &mut self,
        object: Typed,
        name: &str,
        name_span: Span,
        optional: bool,
        span: Span,
    ) -> Typed {
        if object.ty.kind == Kind::Unknown {
            self.opaque(&object, name_span);
            return Typed::error(span);
        }
        if let Some(function) = functions::method(name)
            && function.takes(&object.ty.kind)
        {
            if function.form == Form::Property {
                let site = Site {
                    name,
                    name_span,
                    span,
                    optional,
                };
                return self.call(function, &site, Some(object), &[], Want::Any);
            }
            let problem = Diagnostic::new(
                &codes::WRONG_FORM,
                name_span,
                format!("`{name}` is a method, and is not called"),
            )
            .help(format!("write `{}`", function.usage()));
            let problem = if function.least_arguments() == 1 {
                self.with_fix(problem, "call it", &[(name_span.at_end(), "()")])
            } else {
                problem
            };
            self.report(problem);
            return Typed::error(span);
        }
        let found = self.describe(&object.ty);
        let problem = Diagnostic::new(
            &codes::UNKNOWN_FIELD,
            name_span,
            format!("{found} has no field `{name}`"),
        );
        let synonym = functions::all().find(|function| {
            function.form == Form::Property
                && function.synonyms.contains(&name)
                && function.takes(&object.ty.kind)
        });
        let problem = match (synonym, &object.ty.kind) {
            (Some(function), _) => {
                let help = format!("write `{}`", function.name);
                self.with_replacement(problem.help(help), name_span, function.name)
            }
            (None, Kind::Array(item)) if self.item_has(item, name) => problem.help(format!(
                "an item has one: write `{0}.map(item => item.{name})`, or `{0}.at(0)?.{name}`",
                written(&object)
            )),
            (None, _) => match self.closest_method(name, &object.ty.kind) {
                Some(function) => problem.help(format!("did you mean `{}`?", function.usage())),
                None => problem.help(match &object.ty.kind {
                    Kind::Array(_) => "take an item first: `.at(0)`, `.find(item => …)`",
                    Kind::String(_) => "remove it, or call a method of strings: `trim()`",
                    _ => "remove it",
                }),
            },
        };
        self.report(problem);
        Typed::error(span)
    }

    fn item_has(&self, item: &Ty, name: &str) -> bool {
        self.record_of(item)
            .is_some_and(|record| record.field(name).is_some())
    }

    /// Reports looking into something of which nothing is known.
    pub(super) fn opaque(&mut self, object: &Typed, span: Span) {
        let name = called(object);
        self.problem(
            &codes::OPAQUE,
            span,
            format!("the shape of {name} is not known"),
            "declare its type: in `[types]`, with `returns` of the request, or with `body` of the webhook",
        );
    }

    fn unknown_field(&mut self, object: &Typed, name: &str, name_span: Span) {
        if let Some(path) = path_of(object) {
            let path = format!("{}.{name}", path.join("."));
            if let Some(unavailable) = self.scope.why_unavailable(&path).cloned() {
                self.unavailable(&unavailable, name_span);
                return;
            }
        }
        let Some(record) = self.record_of(&object.ty) else {
            return;
        };
        let fields = || record.fields.iter().map(|field| field.name.as_str());
        let meant = closest(name, fields()).map(str::to_owned);
        let deeper = || {
            record.fields.iter().find_map(|field| {
                let inner = self.record_of(&field.ty)?;
                inner.field(name)?;
                let dot = if field.ty.is_optional() { "?." } else { "." };
                Some(format!("{}{dot}{name}", field.name))
            })
        };
        let object_name = path_of(object).map(|path| format!("`{}`", path.join(".")));
        let what = object_name.unwrap_or_else(|| self.describe(&object.ty));
        let help = match &meant {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => match deeper() {
                Some(path) => format!("did you mean `{path}`?"),
                None if record.fields.is_empty() => "it has no fields".to_owned(),
                None => format!("it has {}", list_all(fields())),
            },
        };
        let problem = Diagnostic::new(
            &codes::UNKNOWN_FIELD,
            name_span,
            format!("{what} has no field `{name}`"),
        )
        .help(help);
        let problem = match &meant {
            Some(meant) if is_identifier(meant) => self.with_replacement(problem, name_span, meant),
            _ => problem,
        };
        self.report(problem);
    }

    fn index(&mut self, object: Typed, index: &Expr, optional: bool, span: Span) -> Typed {
        match object.ty.kind.clone() {
            Kind::Array(item) => {
                let index = self.expr(index, Want::Any);
                if let TypedKind::Integer(..=-1) = index.kind {
                    self.problem(
                        &codes::WRONG_OPERANDS,
                        index.span,
                        "indexes count from 0",
                        format!("to count from the end write `{}.at(-1)`", written(&object)),
                    );
                    return Typed::error(span);
                }
                let index = self.coerce(index, &Ty::new(Kind::INTEGER));
                let ty = Ty {
                    missing: true,
                    ..Ty::clone(&item)
                };
                let kind = TypedKind::Index {
                    array: Box::new(object),
                    index: Box::new(index),
                    optional,
                };
                Typed::new(kind, ty, span)
            }
            Kind::Map(value) => {
                let key = self.expr(index, Want::Must(&Ty::new(Kind::STRING)));
                let ty = Ty {
                    missing: true,
                    ..Ty::clone(&value)
                };
                let kind = TypedKind::Lookup {
                    map: Box::new(object),
                    key: Box::new(key),
                    optional,
                };
                Typed::new(kind, ty, span)
            }
            Kind::Union(_) if matches!(index.bare().kind, ExprKind::String(_)) => {
                match &index.bare().kind {
                    ExprKind::String(name) => self.member(object, name, index.span, optional, span),
                    _ => Typed::error(span),
                }
            }
            Kind::Record(id) => match &index.bare().kind {
                ExprKind::String(name) => self.member(object, name, index.span, optional, span),
                _ if self.is_table(id) => self.lookup(object, id, index, optional, span),
                _ => {
                    let found = self.describe(&object.ty);
                    self.problem(
                        &codes::WRONG_OPERANDS,
                        index.span,
                        format!("a field of {found} is chosen by its name alone"),
                        "write the field's name, as in `x.name` or `x['name']`",
                    );
                    Typed::error(span)
                }
            },
            Kind::Unknown => {
                self.opaque(&object, index.span);
                Typed::error(span)
            }
            kind => {
                let found = self.describe(&object.ty);
                let help = match kind {
                    Kind::String(_) => format!("write `{}.at(…)`", written(&object)),
                    _ => "remove the brackets".to_owned(),
                };
                self.problem(
                    &codes::WRONG_OPERANDS,
                    index.span,
                    format!("{found} has no items"),
                    help,
                );
                Typed::error(span)
            }
        }
    }
}

/// A chain that ends here, and is absent where one of its objects is.
fn closed(value: Typed) -> Typed {
    let span = value.span;
    let mut ty = value.ty.clone();
    ty.missing = true;
    Typed::new(TypedKind::Chain(Box::new(value)), ty, span)
}

/// Names in backticks, all of a few.
fn list_all<'a>(names: impl Iterator<Item = &'a str>) -> String {
    list(names.map(|name| format!("`{name}`"))).replace(" or ", " and ")
}
