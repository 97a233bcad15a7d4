//! Calls of functions of the table: which one, which of its signatures.

use super::limits::{at_most, most_given};
use super::report::written;
use super::{Checker, Want, bind::Bound};
use crate::diagnostics::{Diagnostic, closest, codes::expressions as codes, list};
use crate::expression::functions::{self, Form, Function, FunctionParameter, Signature};
use crate::expression::syntax::{Expr, ExprKind};
use crate::expression::typed::{Typed, TypedKind};
use crate::source::Span;
use crate::types::Kind;

/// A call as written.
pub(super) struct Site<'e> {
    pub name: &'e str,
    pub name_span: Span,
    pub span: Span,
    /// Written with `?.`.
    pub optional: bool,
}

impl Checker<'_> {
    /// `receiver.name(arguments)`
    pub(super) fn method(
        &mut self,
        receiver: Typed,
        site: &Site<'_>,
        arguments: &[Expr],
        want: Want<'_>,
    ) -> Typed {
        let kind = receiver.ty.kind.clone();
        if let Some(function) = functions::method(site.name)
            && kind != Kind::Unknown
        {
            if function.form == Form::Property && function.takes(&kind) {
                let problem = Diagnostic::new(
                    &codes::WRONG_FORM,
                    site.name_span,
                    format!("`{}` is not called", site.name),
                )
                .help(format!("write `{}` without `()`", site.name));
                let parentheses = site.name_span.at_end().to(site.span.at_end());
                let problem = self.with_fix(problem, "remove `()`", &[(parentheses, "")]);
                self.report(problem);
                return Typed::error(site.span);
            }
            if function.takes(&kind) {
                return self.call(function, site, Some(receiver), arguments, want);
            }
        }
        self.unknown_method(&receiver, site, arguments);
        Typed::error(site.span)
    }

    fn unknown_method(&mut self, receiver: &Typed, site: &Site<'_>, arguments: &[Expr]) {
        let (name, kind) = (site.name, &receiver.ty.kind);
        let object = written(receiver);
        if *kind == Kind::Unknown {
            return self.opaque(receiver, site.name_span);
        }
        let rest = if arguments.is_empty() { "" } else { ", …" };
        let free = functions::free(name).is_some() || self.scope.callables().get(name).is_some();
        if free {
            return self.problem(
                &codes::WRONG_FORM,
                site.name_span,
                format!("`{name}` is a function, not a method"),
                format!("write `{name}({object}{rest})`"),
            );
        }
        let found = self.describe(&receiver.ty);
        let unknown = Diagnostic::new(
            &codes::UNKNOWN_FUNCTION,
            site.name_span,
            format!("{found} has no method `{name}`"),
        );
        let field = self
            .record_of(&receiver.ty)
            .is_some_and(|r| r.field(name).is_some());
        if field {
            let problem = unknown.help(format!("`{name}` is a field: write it without `(…)`"));
            return self.report(problem);
        }
        if let Some(function) = functions::method(name) {
            let receivers = function.receivers();
            let help = format!("it is a method of {receivers}");
            return self.report(unknown.help(help));
        }
        let problem = match synonym(name, kind) {
            Some(function) if !function.is_member() => {
                let first = match function.name {
                    "sum" => format!("sum({object})"),
                    name => format!("{name}({object}{rest})"),
                };
                unknown.help(format!("write `{first}`"))
            }
            Some(function) => {
                let fits = function
                    .signatures
                    .iter()
                    .any(|signature| signature.arity().contains(&(arguments.len() + 1)));
                let problem = unknown.help(match name {
                    "first" | "head" => "write `at(0)`".to_owned(),
                    "last" => "write `at(-1)`".to_owned(),
                    _ => format!("write `{}`", function.usage()),
                });
                if fits && function.form == Form::Method {
                    self.with_replacement(problem, site.name_span, function.name)
                } else {
                    problem
                }
            }
            None => match self.closest_method(name, kind) {
                Some(function) => {
                    let help = format!("did you mean `{}`?", function.usage());
                    self.with_replacement(unknown.help(help), site.name_span, function.name)
                }
                None => {
                    let methods = functions::all()
                        .filter(|function| function.is_member() && function.takes(kind))
                        .map(|function| format!("`{}`", function.name));
                    let methods = list(methods);
                    unknown.help(if methods.is_empty() {
                        "write a function of the language, or one of your own in `custom/`"
                            .to_owned()
                    } else {
                        format!("it has {methods}")
                    })
                }
            },
        };
        self.report(problem);
    }

    /// The method of such a value whose name is closest.
    pub(super) fn closest_method(&self, name: &str, kind: &Kind) -> Option<&'static Function> {
        let methods = functions::all()
            .filter(|function| function.is_member() && function.takes(kind))
            .map(|function| function.name);
        closest(name, methods).and_then(functions::method)
    }

    /// A call of a function of the table, whose receiver fits.
    pub(super) fn call(
        &mut self,
        function: &'static Function,
        site: &Site<'_>,
        receiver: Option<Typed>,
        arguments: &[Expr],
        want: Want<'_>,
    ) -> Typed {
        let count = arguments.len() + usize::from(receiver.is_some());
        let fits_receiver = |signature: &&'static Signature| match (&receiver, signature.parameters)
        {
            (Some(receiver), [first, ..]) => first.pattern.accepts(&receiver.ty.kind),
            _ => true,
        };
        let candidates: Vec<&'static Signature> =
            function.signatures.iter().filter(fits_receiver).collect();
        let by_count: Vec<&'static Signature> = candidates
            .iter()
            .copied()
            .filter(|signature| signature.arity().contains(&count))
            .collect();
        match by_count.as_slice() {
            _ if incomplete(arguments) => Typed::error(site.span),
            [] => {
                self.wrong_count(function, site, arguments.len());
                Typed::error(site.span)
            }
            [signature] => {
                self.apply_signature(function, signature, site, receiver, arguments, want)
            }
            _ => self.overloaded(function, &by_count, site, receiver, arguments),
        }
    }

    fn wrong_count(&mut self, function: &Function, site: &Site<'_>, given: usize) {
        let given = match given {
            0 => "no arguments".to_owned(),
            1 => "1 argument".to_owned(),
            _ => format!("{given} arguments"),
        };
        let usages: Vec<String> = function
            .signatures
            .iter()
            .map(|signature| format!("`{}`", function.usage_of(signature)))
            .collect();
        let mut different: Vec<String> = Vec::new();
        for usage in usages {
            if !different.contains(&usage) {
                different.push(usage);
            }
        }
        let usages = list(different.into_iter());
        self.problem(
            &codes::WRONG_ARGUMENTS,
            site.name_span,
            format!("`{}` does not take {given}", site.name),
            format!("write {usages}"),
        );
    }

    /// Several signatures take that many arguments: the arguments decide.
    fn overloaded(
        &mut self,
        function: &'static Function,
        signatures: &[&'static Signature],
        site: &Site<'_>,
        receiver: Option<Typed>,
        arguments: &[Expr],
    ) -> Typed {
        let mut values: Vec<Typed> = receiver.into_iter().collect();
        for argument in arguments {
            values.push(self.expr(argument, Want::Any));
        }
        if values.iter().any(Typed::is_error) {
            return Typed::error(site.span);
        }
        let accepts = |signature: &Signature| {
            signature
                .parameters
                .iter()
                .zip(&values)
                .all(|(parameter, value)| parameter.pattern.accepts(&value.ty.kind))
        };
        if let Some(signature) = signatures.iter().copied().find(|s| accepts(s)) {
            let mut bound = Bound::default();
            let values = signature
                .parameters
                .iter()
                .zip(values)
                .map(|(parameter, value)| self.argument(function, parameter, value, &mut bound))
                .collect();
            return self.finish_call(function, signature, site, values, &bound);
        }
        // The first argument that no signature takes.
        let refused = values.iter().enumerate().find(|(at, value)| {
            !signatures.iter().any(|signature| {
                let parameter = signature.parameters.get(*at);
                parameter.is_some_and(|p| p.pattern.accepts(&value.ty.kind))
            })
        });
        let (at, value) = match refused {
            Some((at, value)) => (at, value),
            None => match values.iter().enumerate().next_back() {
                Some(last) => last,
                None => return Typed::error(site.span),
            },
        };
        let mut takes: Vec<String> = Vec::new();
        for signature in signatures {
            if let Some(FunctionParameter { pattern, .. }) = signature.parameters.get(at) {
                let described = pattern.describe();
                if !takes.contains(&described) {
                    takes.push(described);
                }
            }
        }
        let takes = list(takes.into_iter());
        let value = value.clone();
        if value.ty.kind == Kind::Nothing {
            self.present(value, &takes);
            return Typed::error(site.span);
        }
        let found = self.describe(&value.ty);
        self.problem(
            &codes::TYPE_MISMATCH,
            value.span,
            format!("`{}` takes {takes}, not {found}", site.name),
            format!("for example `{}`", function.example),
        );
        Typed::error(site.span)
    }

    pub(super) fn finish_call(
        &mut self,
        function: &'static Function,
        signature: &'static Signature,
        site: &Site<'_>,
        arguments: Vec<Typed>,
        bound: &Bound,
    ) -> Typed {
        if arguments.iter().any(Typed::is_error) {
            return Typed::error(site.span);
        }
        let ty = bound.result(&signature.returns, &arguments, self.types);
        let most = most_given(function.name, &arguments);
        let ty = if most.is_some() {
            at_most(ty, most)
        } else {
            ty
        };
        let kind = TypedKind::Call {
            function,
            signature,
            arguments,
            optional: site.optional,
        };
        Typed::new(kind, ty, site.span)
    }
}

/// Whether arguments could not be read: nothing is said of their number.
pub(super) fn incomplete(arguments: &[Expr]) -> bool {
    let failed = |argument: &Expr| matches!(argument.kind, ExprKind::Error);
    arguments.iter().any(failed)
}

/// The function that people mean by another name, first those for such a value.
pub(super) fn synonym(name: &str, kind: &Kind) -> Option<&'static Function> {
    let named = |function: &&'static Function| function.synonyms.contains(&name);
    let method = functions::all()
        .filter(|function| function.is_member() && function.takes(kind))
        .find(named);
    method.or_else(|| {
        functions::all()
            .filter(|f| f.form == Form::Free)
            .find(named)
    })
}
