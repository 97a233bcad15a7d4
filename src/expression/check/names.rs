//! Names: what is in scope, and what to say of what is not.

use super::Checker;
use super::globals;
use super::report::quoted;
use crate::diagnostics::{Diagnostic, closest, codes::expressions as codes};
use crate::expression::functions;
use crate::expression::scope::{NameKind, Unavailable};
use crate::expression::typed::{Typed, TypedKind};
use crate::source::Span;
use crate::types::Ty;

impl Checker<'_> {
    /// A name as a value.
    pub(super) fn name(&mut self, name: &str, span: Span) -> Typed {
        match self.resolve(name) {
            Some((kind, ty)) => {
                let kind = TypedKind::Name {
                    name: name.to_owned(),
                    kind,
                };
                self.narrow(Typed::new(kind, ty, span))
            }
            None => {
                self.unknown_name(name, None, span);
                Typed::error(span)
            }
        }
    }

    /// What a name stands for.
    pub(super) fn resolve(&self, name: &str) -> Option<(NameKind, Ty)> {
        let local = self.locals.iter().rev().find(|local| local.name == name);
        if let Some(local) = local {
            return Some((NameKind::Parameter, local.ty.clone()));
        }
        let binding = self.scope.binding(name)?;
        Some((binding.kind, binding.ty.clone()))
    }

    /// All names that stand for values here, the innermost first.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let locals = self.locals.iter().rev().map(|local| local.name.as_str());
        let bindings = self.scope.bindings().iter();
        locals.chain(bindings.map(|binding| binding.name.as_str()))
    }

    /// Reports a name that stands for no value here.
    pub(super) fn unknown_name(&mut self, name: &str, member: Option<&str>, span: Span) {
        if self.scope.callables().get(name).is_some() {
            self.problem(
                &codes::NOT_A_VALUE,
                span,
                format!("`{name}` is a mapping or function, not a value"),
                format!("call it, `{name}(…)`, or hand it to `map`: `items.map({name})`"),
            );
            return;
        }
        if let Some(unavailable) = self.scope.why_unavailable(name).cloned() {
            self.unavailable(&unavailable, span);
            return;
        }
        let unknown = Diagnostic::new(
            &codes::UNKNOWN_NAME,
            span,
            format!("there is no `{name}` here"),
        );
        if let Some(help) = globals::instead_of(name, member) {
            let problem = unknown.help(help);
            let problem = match help
                .strip_prefix("write `")
                .and_then(|h| h.strip_suffix('`'))
            {
                Some(word @ ("null" | "true" | "false")) => {
                    self.with_replacement(problem, span, word)
                }
                _ => problem,
            };
            self.report(problem);
            return;
        }
        if let Some(function) = functions::free(name) {
            self.problem(
                &codes::NOT_A_VALUE,
                span,
                format!("`{name}` is a function, not a value"),
                format!("write `{}`", function.usage()),
            );
            return;
        }
        let problem = match self.closest_name(name) {
            Some(meant) => {
                let help = format!("did you mean `{meant}`?");
                self.with_replacement(unknown.help(help), span, &meant)
            }
            None => {
                let fields = self.roots_with(name);
                let help = match fields.as_slice() {
                    [] => format!(
                        "write one of {}; literal text is written in quotes: {}",
                        self.some_names(),
                        quoted(name, self.quoting)
                    ),
                    [path] => format!("did you mean `{path}`?"),
                    [path, ..] => format!("did you mean a field, such as `{path}`?"),
                };
                let problem = unknown.help(help);
                match fields.as_slice() {
                    [path] => self.with_replacement(problem, span, path),
                    _ => problem,
                }
            }
        };
        self.report(problem);
    }

    pub(super) fn unavailable(&mut self, name: &Unavailable, span: Span) {
        let mut problem = Diagnostic::new(
            &codes::UNAVAILABLE_NAME,
            span,
            format!("`{}` {}", name.path, name.reason),
        );
        problem.help.clone_from(&name.help);
        if let Some(declared) = name.span {
            problem = problem.related(declared, "declared here");
        }
        self.report(problem);
    }

    pub(super) fn closest_name(&self, name: &str) -> Option<String> {
        closest(name, self.names()).map(str::to_owned)
    }

    /// Paths of fields of that very name directly in names that are in scope.
    fn roots_with(&self, name: &str) -> Vec<String> {
        let roots: Vec<String> = self.names().map(str::to_owned).collect();
        let found = roots.into_iter().filter(|root| {
            let record = self.resolve(root).and_then(|(_, ty)| self.record_of(&ty));
            record.is_some_and(|record| record.field(name).is_some())
        });
        found.map(|root| format!("{root}.{name}")).collect()
    }

    fn some_names(&self) -> String {
        let names: Vec<String> = self.names().map(|name| format!("`{name}`")).collect();
        crate::diagnostics::list(names.into_iter())
    }
}
