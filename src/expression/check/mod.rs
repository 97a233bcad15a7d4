//! Types of expressions: bidirectional, what is expected flows into literals, arms and
//! arrow functions, and what is found flows out.

mod arguments;
mod assign;
mod bind;
mod calls;
mod chain;
mod coerce;
mod compare;
mod conditions;
mod fit;
mod functions;
mod globals;
mod join;
mod limits;
mod literals;
mod names;
mod narrow;
mod operators;
mod report;
mod tables;
mod unions;
mod unquoted;
mod variants;

pub(super) use arguments::{is_date, is_instant};
pub use assign::{Mismatch, assignable};

use super::facts::Fact;
use super::scope::Scope;
use super::syntax::{self, Expr, ExprKind};
use super::typed::{Typed, TypedKind};
use crate::diagnostics::{Diagnostic, Sink};
use crate::document::{Quoting, Text};
use crate::types::{Kind, Ty, Types};

/// Types one expression. With `expected`, it must be assignable to it, and conversions
/// that this needs are in the tree.
///
/// Problems go to `sink`. `None` where nothing could be made of the text; a tree may
/// have [`TypedKind::Error`] in it where problems were reported.
pub fn check(
    text: &Text,
    expected: Option<&Ty>,
    scope: &Scope,
    types: &mut Types,
    sink: &mut Sink,
) -> Option<Typed> {
    let mut checker = Checker::new(scope, types);
    let typed = checker.leaf(text, expected.map_or(Want::Any, Want::Must));
    checker.finish(typed, sink)
}

/// What is known about the type that an expression should have.
#[derive(Clone, Copy, Debug)]
pub(in crate::expression) enum Want<'a> {
    Any,
    /// Guides literals; something else is no problem here.
    Hint(&'a Ty),
    /// Must be assignable to this; anything else is reported.
    Must(&'a Ty),
}

/// A parameter of an arrow function around.
#[derive(Debug)]
struct Local {
    name: String,
    ty: Ty,
}

/// A fact from a test around, and how many arrow functions were around the test.
#[derive(Debug)]
struct Known {
    fact: Fact,
    depth: usize,
}

pub(in crate::expression) struct Checker<'a> {
    scope: &'a Scope,
    types: &'a mut Types,
    problems: Vec<Diagnostic>,
    locals: Vec<Local>,
    known: Vec<Known>,
    /// How many arrow functions are around.
    depth: usize,
    /// How many conditions around are wrong: what they would have excluded is not known.
    doubts: usize,
    /// How the TOML string that is checked is quoted: fixes are spelt accordingly.
    quoting: Quoting,
}

impl<'a> Checker<'a> {
    pub fn new(scope: &'a Scope, types: &'a mut Types) -> Self {
        Self {
            scope,
            types,
            problems: Vec::new(),
            locals: Vec::new(),
            known: Vec::new(),
            depth: 0,
            doubts: 0,
            quoting: Quoting::Unknown,
        }
    }

    /// Hands the problems over; nothing remains of an expression that is an error as
    /// a whole.
    pub fn finish(self, typed: Typed, sink: &mut Sink) -> Option<Typed> {
        sink.extend(self.problems);
        (!matches!(typed.kind, TypedKind::Error)).then_some(typed)
    }

    /// Only the problems.
    pub fn into_problems(self) -> Vec<Diagnostic> {
        self.problems
    }

    /// Adds a problem that was found before the check.
    pub fn add(&mut self, problem: Diagnostic) {
        self.problems.push(problem);
    }

    /// An expression that is a TOML string of its own.
    pub fn leaf(&mut self, text: &Text, want: Want<'_>) -> Typed {
        let outer = std::mem::replace(&mut self.quoting, text.quoting);
        let known = self.problems.len();
        let (expr, problems) = syntax::parse(text);
        self.problems.extend(problems);
        let typed = self.expr(&expr, want);
        self.quoting = outer;
        if self.problems.len() > known
            && let Some(problem) = self.as_unquoted_text(text, want)
        {
            self.problems.truncate(known);
            self.problems.push(problem);
            return Typed::error(text.span);
        }
        typed
    }

    /// Like [`Self::leaf`], of the parsed hole of a path.
    pub fn hole(&mut self, expr: &Expr, problems: Vec<Diagnostic>, quoting: Quoting) -> Typed {
        self.quoting = quoting;
        self.problems.extend(problems);
        let value = self.expr(expr, Want::Any);
        self.textual(value)
    }

    /// Types an expression and converts it to what is wanted.
    pub fn expr(&mut self, expr: &Expr, want: Want<'_>) -> Typed {
        let typed = self.infer(expr, want);
        match want {
            Want::Any => typed,
            Want::Must(ty) => self.coerce(typed, ty),
            Want::Hint(ty) => self.coerce_softly(typed, ty),
        }
    }

    fn infer(&mut self, expr: &Expr, want: Want<'_>) -> Typed {
        let span = expr.span;
        let leaf = |kind, ty| Typed::new(kind, Ty::new(ty), span);
        match &expr.kind {
            ExprKind::Error => Typed::error(span),
            ExprKind::Null => {
                let mut typed = leaf(TypedKind::Null, Kind::Nothing);
                typed.ty.null = true;
                typed
            }
            ExprKind::Boolean(value) => leaf(TypedKind::Boolean(*value), Kind::Boolean),
            ExprKind::Number(number) => literals::number(number, span),
            ExprKind::String(value) => literals::string(value.clone(), span),
            ExprKind::Template(parts) => self.template(parts, span),
            ExprKind::Tagged {
                tag,
                tag_span,
                parts,
            } => self.tagged(tag, *tag_span, parts, span),
            ExprKind::Name(name) => self.name(name, span),
            ExprKind::Group(inner) => self.infer(inner, want),
            ExprKind::Text(text) => self.leaf(text, want),
            ExprKind::Unary { operator, operand } => self.unary(*operator, operand, span),
            ExprKind::Binary {
                operator,
                operator_span,
                left,
                right,
            } => self.binary(*operator, *operator_span, [left, right], span, want),
            ExprKind::Conditional {
                test,
                then,
                otherwise,
            } => self.conditional(test, then, otherwise, span, want),
            ExprKind::Chain { base, links } => self.chain(base, links, span, want),
            ExprKind::Call {
                name,
                name_span,
                arguments,
            } => self.free_call(name, *name_span, arguments, span, want),
            ExprKind::Array(items) => self.array(items, span, want),
            ExprKind::Object {
                entries,
                open,
                complete,
            } => self.object(entries, complete.then_some(*open), span, want),
            ExprKind::Lambda { .. } => self.stray_lambda(span),
        }
    }
}
