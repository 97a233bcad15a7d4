//! Calls by name, arrow functions, and names handed over as functions.

use super::assign::fits_within;
use super::functions::{Site, incomplete, synonym};
use super::report::called;
use super::{Checker, Local, Want, globals};
use crate::diagnostics::{Diagnostic, closest, codes::expressions as codes};
use crate::expression::functions::{self, Form, Function, Pattern};
use crate::expression::scope::{Callable, CallableKind, INPUTS};
use crate::expression::syntax::{self, Expr, ExprKind, LinkKind};
use crate::expression::typed::{Parameter, Typed, TypedKind};
use crate::source::Span;
use crate::types::{Kind, Ty};

impl Checker<'_> {
    /// `name(arguments)`
    pub(super) fn free_call(
        &mut self,
        name: &str,
        name_span: Span,
        arguments: &[Expr],
        span: Span,
        want: Want<'_>,
    ) -> Typed {
        let site = Site {
            name,
            name_span,
            span,
            optional: false,
        };
        if self.resolve(name).is_some() {
            self.problem(
                &codes::NOT_A_VALUE,
                name_span,
                format!("`{name}` is a value here, and cannot be called"),
                "remove `(…)`, or give the value another name",
            );
            return Typed::error(span);
        }
        if let Some(callable) = self.scope.callables().get(name) {
            let callable = callable.clone();
            return self.apply(&callable, &site, arguments);
        }
        if let Some(function) = functions::free(name) {
            return self.call(function, &site, None, arguments, want);
        }
        self.unknown_function(&site, arguments);
        Typed::error(span)
    }

    fn apply(&mut self, callable: &Callable, site: &Site<'_>, arguments: &[Expr]) -> Typed {
        if incomplete(arguments) {
            return Typed::error(site.span);
        }
        if arguments.len() != callable.parameters.len() {
            let names: Vec<&str> = callable
                .parameters
                .iter()
                .map(|(name, _)| name.as_str())
                .collect();
            let problem = Diagnostic::new(
                &codes::WRONG_ARGUMENTS,
                site.name_span,
                format!(
                    "`{}` takes {}, and {} given",
                    callable.name,
                    counted(callable.parameters.len()),
                    match arguments.len() {
                        1 => "1 is".to_owned(),
                        count => format!("{count} are"),
                    }
                ),
            )
            .help(format!("write `{}({})`", callable.name, names.join(", ")))
            .related(callable.span, "declared here");
            self.report(problem);
            return Typed::error(site.span);
        }
        let arguments: Vec<Typed> = arguments
            .iter()
            .zip(&callable.parameters)
            .map(|(argument, (name, ty))| {
                let is_object = matches!(argument.bare().kind, ExprKind::Object { .. });
                if name == INPUTS && callable.kind == CallableKind::Mapping && !is_object {
                    return self.inputs(callable, argument, ty);
                }
                self.expr(argument, Want::Must(ty))
            })
            .collect();
        let kind = TypedKind::Apply {
            kind: callable.kind,
            callable: callable.id,
            name: callable.name.clone(),
            arguments,
        };
        Typed::new(kind, callable.returns.clone(), site.span)
    }

    /// What a mapping of several inputs gets that is no object literal.
    fn inputs(&mut self, callable: &Callable, argument: &Expr, ty: &Ty) -> Typed {
        let value = self.expr(argument, Want::Any);
        if value.is_error() || self.fits(&value.ty, ty) {
            return value;
        }
        let fields = self.record_of(ty).map(|record| record.fields.clone());
        let fields: Vec<String> = fields
            .unwrap_or_default()
            .iter()
            .map(|field| format!("{}: …", field.name))
            .collect();
        let name = &callable.name;
        let problem = Diagnostic::new(
            &codes::TYPE_MISMATCH,
            value.span,
            format!("`{name}` takes an object of its inputs"),
        )
        .help(format!("write `{name}({{ {} }})`", fields.join(", ")))
        .related(callable.span, "declared here");
        self.report(problem);
        Typed::error(value.span)
    }

    fn unknown_function(&mut self, site: &Site<'_>, arguments: &[Expr]) {
        let name = site.name;
        if let Some(unavailable) = self.scope.why_unavailable(name).cloned() {
            return self.unavailable(&unavailable, site.name_span);
        }
        let unknown = Diagnostic::new(
            &codes::UNKNOWN_FUNCTION,
            site.name_span,
            format!("there is no function `{name}`"),
        );
        let first = arguments.first().and_then(path_text);
        let first = first.as_deref().unwrap_or("x");
        if let Some(function) = functions::method(name) {
            return self.problem(
                &codes::WRONG_FORM,
                site.name_span,
                format!("`{name}` is a method of {}", function.receivers()),
                format!("write `{first}.{}`", function.usage()),
            );
        }
        let free = || functions::all().filter(|function| function.form == Form::Free);
        let meant = free().find(|function| function.synonyms.contains(&name));
        if let Some(function) = meant {
            let fits = function
                .signatures
                .iter()
                .any(|signature| signature.arity().contains(&arguments.len()));
            let problem = unknown.help(format!("write `{}`", function.usage()));
            let problem = if fits {
                self.with_replacement(problem, site.name_span, function.name)
            } else {
                problem
            };
            return self.report(problem);
        }
        if let Some(function) = synonym(name, &Kind::STRING)
            .or_else(|| functions::all().find(|function| function.synonyms.contains(&name)))
        {
            let help = format!("write `{first}.{}`", function.usage());
            return self.report(unknown.help(help));
        }
        if let Some(help) = globals::instead_of(name, None) {
            return self.report(unknown.help(help));
        }
        let callables = self.scope.callables().iter();
        let names = callables
            .map(|callable| callable.name.as_str())
            .chain(free().map(|function| function.name));
        let meant = closest(name, names).map(str::to_owned);
        let problem = match meant {
            Some(meant) => {
                let help = format!("did you mean `{meant}`?");
                self.with_replacement(unknown.help(help), site.name_span, &meant)
            }
            None => unknown.help(
                "write a function of the language, a mapping, or one of `[functions]` in `custom/`",
            ),
        };
        self.report(problem);
    }

    /// An arrow function where none can be.
    pub(super) fn stray_lambda(&mut self, span: Span) -> Typed {
        self.problem(
            &codes::NOT_A_VALUE,
            span,
            "an arrow function is not a value here",
            "write a value; arrow functions are arguments of methods such as `map`",
        );
        Typed::error(span)
    }

    /// What is handed to `map` and such.
    pub(super) fn callback(
        &mut self,
        function: &Function,
        expr: &Expr,
        parameters: &[Ty],
        gives: &Pattern,
        want: Want<'_>,
    ) -> Typed {
        let span = expr.span;
        match &expr.bare().kind {
            ExprKind::Error => Typed::error(span),
            ExprKind::Lambda {
                parameters: names,
                body,
            } => self.lambda(names, body, span, parameters, gives, want),
            ExprKind::Name(name) if self.resolve(name).is_none() => {
                self.named_callback(name, span, parameters, gives, want)
            }
            _ => {
                let value = self.expr(expr, Want::Any);
                if !value.is_error() {
                    self.problem(
                        &codes::NOT_A_VALUE,
                        span,
                        format!(
                            "`{}` takes a function, and {} is a value",
                            function.name,
                            called(&value)
                        ),
                        format!("for example `{}`", function.example),
                    );
                }
                Typed::error(span)
            }
        }
    }

    fn lambda(
        &mut self,
        names: &[syntax::Parameter],
        body: &Expr,
        span: Span,
        types: &[Ty],
        gives: &Pattern,
        want: Want<'_>,
    ) -> Typed {
        if let Some(extra) = names.get(types.len()) {
            self.problem(
                &codes::WRONG_ARGUMENTS,
                extra.span,
                format!("this function gets {}", counted(types.len())),
                "the parameters are the item and its index: `(item, index) => …`",
            );
            return Typed::error(span);
        }
        let outer = self.locals.len();
        let mut parameters = Vec::with_capacity(names.len());
        for (name, ty) in names.iter().zip(types) {
            let taken = self.resolve(&name.name).is_some()
                || self.scope.callables().get(&name.name).is_some();
            if taken {
                self.problem(
                    &codes::SHADOWED_NAME,
                    name.span,
                    format!("`{}` has a meaning here already", name.name),
                    "give the parameter another name",
                );
            }
            self.locals.push(Local {
                name: name.name.clone(),
                ty: ty.clone(),
            });
            parameters.push(Parameter {
                name: name.name.clone(),
                ty: ty.clone(),
                span: name.span,
            });
        }
        self.depth += 1;
        let body = if *gives == Pattern::Boolean {
            self.condition(body)
        } else {
            self.expr(body, want)
        };
        self.depth -= 1;
        self.locals.truncate(outer);
        let is_array = matches!(body.ty.kind, Kind::Array(_) | Kind::Error);
        if matches!(gives, Pattern::Array(_)) && (!is_array || body.ty.is_optional()) {
            let found = self.describe(&body.ty);
            self.problem(
                &codes::TYPE_MISMATCH,
                body.span,
                format!("an array is needed, always there, and this is {found}"),
                "write `map` for one value of each item; for an array that may be absent `x ?? []`",
            );
            return Typed::error(span);
        }
        if !self.is_key(gives, &body) {
            return Typed::error(span);
        }
        let ty = body.ty.clone();
        let body = Box::new(body);
        Typed::new(TypedKind::Lambda { parameters, body }, ty, span)
    }

    /// Whether what a function gives can be ordered or grouped by, where it has to be;
    /// reported if not.
    fn is_key(&mut self, gives: &Pattern, body: &Typed) -> bool {
        if !matches!(gives, Pattern::Key | Pattern::PlainKey) || body.is_error() {
            return true;
        }
        let needed = gives.describe();
        if !gives.accepts(&body.ty.kind) {
            let found = self.describe(&body.ty);
            self.problem(
                &codes::TYPE_MISMATCH,
                body.span,
                format!("{needed} is needed, and this is {found}"),
                "write a field of the item, or several joined: `${item.a} ${item.b}` in backticks",
            );
            return false;
        }
        self.present(body.clone(), &needed).is_some()
    }

    /// The name of a mapping or function in place of an arrow function.
    fn named_callback(
        &mut self,
        name: &str,
        span: Span,
        parameters: &[Ty],
        gives: &Pattern,
        want: Want<'_>,
    ) -> Typed {
        let Some(callable) = self.scope.callables().get(name).cloned() else {
            if functions::free(name).is_some() {
                let text = format!("item => {name}(item)");
                let problem = Diagnostic::new(
                    &codes::NOT_A_VALUE,
                    span,
                    format!("`{name}` cannot be handed over by its name"),
                )
                .help(format!("write `{text}`"));
                let problem = self.with_replacement(problem, span, &text);
                self.report(problem);
                return Typed::error(span);
            }
            let names = self.scope.callables().iter().map(|c| c.name.as_str());
            if let Some(meant) = closest(name, names).map(str::to_owned) {
                let problem = Diagnostic::new(
                    &codes::UNKNOWN_FUNCTION,
                    span,
                    format!("there is no mapping or function `{name}`"),
                )
                .help(format!("did you mean `{meant}`?"));
                let problem = self.with_replacement(problem, span, &meant);
                self.report(problem);
            } else {
                self.problem(
                    &codes::UNKNOWN_FUNCTION,
                    span,
                    format!("there is no mapping or function `{name}`"),
                    "write an arrow function, `item => …`, or a mapping's name",
                );
            }
            return Typed::error(span);
        };
        let lambda = format!("item => {name}(item)");
        let ([(_, takes)], Some(item)) = (callable.parameters.as_slice(), parameters.first())
        else {
            let problem = Diagnostic::new(
                &codes::WRONG_ARGUMENTS,
                span,
                format!(
                    "`{name}` takes {}, and gets one item",
                    counted(callable.parameters.len())
                ),
            )
            .help(format!("write `item => {name}(item, …)`"))
            .related(callable.span, "declared here");
            self.report(problem);
            return Typed::error(span);
        };
        if let Err(mismatch) = fits_within(item, takes, self.types) {
            let help = if item.is_optional() && !takes.is_optional() {
                "items may be absent: leave those out with `compact(…)`".to_owned()
            } else {
                format!("convert the item: `{lambda}`")
            };
            let problem = Diagnostic::new(
                mismatch.code,
                span,
                format!("`{name}` does not take these items: {}", mismatch.message),
            )
            .help(help)
            .related(callable.span, "declared here");
            self.report(problem);
            return Typed::error(span);
        }
        let returns = callable.returns.clone();
        let needed = match (gives, want) {
            (Pattern::Boolean, _) => Some(Ty::new(Kind::Boolean)),
            (_, Want::Must(ty)) => Some(ty.clone()),
            _ => None,
        };
        if let Some(needed) = needed
            && let Err(mismatch) = fits_within(&returns, &needed, self.types)
        {
            let problem = Diagnostic::new(
                mismatch.code,
                span,
                format!("what `{name}` returns does not fit: {}", mismatch.message),
            )
            .help(format!("convert what it returns, as in `{lambda}`"))
            .related(callable.span, "declared here");
            self.report(problem);
            return Typed::error(span);
        }
        if matches!(gives, Pattern::Key | Pattern::PlainKey) && !gives.accepts(&returns.kind) {
            let (needed, found) = (gives.describe(), self.describe(&returns));
            self.problem(
                &codes::TYPE_MISMATCH,
                span,
                format!("{needed} is needed, and `{name}` returns {found}"),
                "write an arrow function that gives a field: `item => item.id`",
            );
            return Typed::error(span);
        }
        let kind = TypedKind::Reference {
            kind: callable.kind,
            callable: callable.id,
            name: callable.name,
        };
        Typed::new(kind, returns, span)
    }
}

/// A path as it is written: `source.name`.
fn path_text(expr: &Expr) -> Option<String> {
    match &expr.bare().kind {
        ExprKind::Name(name) => Some(name.clone()),
        ExprKind::Chain { base, links } => {
            let mut text = path_text(base)?;
            for link in links {
                let LinkKind::Member { name, .. } = &link.kind else {
                    return None;
                };
                text.push_str(if link.optional { "?." } else { "." });
                text.push_str(name);
            }
            Some(text)
        }
        _ => None,
    }
}

fn counted(arguments: usize) -> String {
    match arguments {
        0 => "no arguments".to_owned(),
        1 => "1 argument".to_owned(),
        count => format!("{count} arguments"),
    }
}
