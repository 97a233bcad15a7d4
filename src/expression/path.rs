//! Request paths: literal text with `{expression}` holes.

use super::check::Checker;
use super::scope::Scope;
use super::syntax;
use super::typed::Typed;
use crate::diagnostics::{Diagnostic, Edit, Fix, Sink, codes::expressions as codes};
use crate::document::Text;
use crate::source::Span;
use crate::types::Types;

/// A path, cut at its holes. Values are percent-encoded when it is put together.
#[derive(Clone, Debug)]
pub struct PathTemplate {
    pub parts: Vec<PathPart>,
    /// As the manifest has it, holes included.
    pub written: String,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum PathPart {
    Literal(String),
    /// A string or integer, or another value with a
    /// [`Coercion::Text`](super::Coercion::Text) around it; always there.
    Hole(Typed),
}

/// Reads a path and types the expressions in its holes. A hole with a problem is left
/// out of the parts.
pub fn check_path(text: &Text, scope: &Scope, types: &mut Types, sink: &mut Sink) -> PathTemplate {
    let mut checker = Checker::new(scope, types);
    let mut parts = Vec::new();
    let mut problems = Vec::new();
    let value = text.value.as_str();
    let mut at = 0;
    while let Some(rest) = value.get(at..) {
        let Some(brace) = rest.find(['{', '}']).map(|brace| at + brace) else {
            push_literal(&mut parts, rest);
            break;
        };
        push_literal(&mut parts, value.get(at..brace).unwrap_or_default());
        if value.get(brace..).is_some_and(|rest| rest.starts_with('}')) {
            let problem = Diagnostic::new(
                &codes::PATH_HOLE,
                text.raw(brace..brace + 1),
                "this `}` closes nothing",
            )
            .help("remove it, or write `%7D` for the character itself");
            problems.push(problem);
            at = brace + 1;
            continue;
        }
        let (expr, found, end) = syntax::parse_hole(text, brace + 1);
        let hole = text.raw(brace..brace + 1);
        if dollar_before(value, brace) {
            let dollar = text.raw(brace - 1..brace);
            let problem = Diagnostic::new(
                &codes::PATH_HOLE,
                dollar,
                "a hole in a path is written without `$`",
            )
            .help("write `{…}`");
            problems.push(Diagnostic {
                fix: Some(Fix {
                    title: "remove `$`".to_owned(),
                    edits: vec![Edit {
                        span: dollar,
                        text: String::new(),
                    }],
                }),
                ..problem
            });
            trim_dollar(&mut parts);
        }
        if value
            .get(brace + 1..end)
            .is_some_and(|inner| inner.trim().is_empty())
        {
            let closed = value.get(end..).is_some_and(|rest| rest.starts_with('}'));
            let problem = if closed {
                Diagnostic::new(
                    &codes::EMPTY,
                    text.raw(brace..end + 1),
                    "this hole is empty",
                )
                .help("write an expression in it, as in `{steps.order.body.id}`")
            } else {
                unclosed(hole)
            };
            problems.push(problem);
        } else if !value.get(end..).is_some_and(|rest| rest.starts_with('}')) {
            problems.push(found.into_iter().next().unwrap_or_else(|| unclosed(hole)));
        } else {
            let typed = checker.hole(&expr, found, text.quoting);
            if !typed.is_error() {
                parts.push(PathPart::Hole(typed));
            }
        }
        at = end.saturating_add(1).max(brace + 1);
    }
    let known = checker.into_problems();
    sink.extend(problems.into_iter().chain(known));
    PathTemplate {
        parts,
        written: text.value.clone(),
        span: text.span,
    }
}

fn unclosed(span: Span) -> Diagnostic {
    Diagnostic::new(&codes::PATH_HOLE, span, "this hole is not closed")
        .help("close it with `}`, or write `%7B` for the character itself")
}

fn dollar_before(value: &str, brace: usize) -> bool {
    value
        .get(..brace)
        .is_some_and(|before| before.ends_with('$'))
}

fn trim_dollar(parts: &mut Vec<PathPart>) {
    if let Some(PathPart::Literal(text)) = parts.last_mut() {
        text.pop();
        if text.is_empty() {
            parts.pop();
        }
    }
}

fn push_literal(parts: &mut Vec<PathPart>, text: &str) {
    if !text.is_empty() {
        parts.push(PathPart::Literal(text.to_owned()));
    }
}
