//! Problems and their fixes.

use super::Checker;
use crate::diagnostics::codes::expressions as codes;
use crate::diagnostics::{Code, Diagnostic, Edit, Fix};
use crate::document::Quoting;
use crate::expression::facts;
use crate::expression::typed::{Typed, TypedKind};
use crate::source::Span;
use crate::types::{Kind, Ty, part_key};

impl Checker<'_> {
    pub(super) fn report(&mut self, problem: Diagnostic) {
        let of_absence = [&codes::MAY_BE_ABSENT, &codes::BOTH_ABSENT];
        if self.doubts > 0 && of_absence.contains(&problem.code) {
            return;
        }
        self.problems.push(problem);
    }

    pub(super) fn problem(
        &mut self,
        code: Code,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.report(Diagnostic::new(code, span, message).help(help));
    }

    /// Adds edits to a problem where they can be spelt in this TOML string.
    pub(super) fn with_fix(
        &self,
        mut problem: Diagnostic,
        title: impl Into<String>,
        edits: &[(Span, &str)],
    ) -> Diagnostic {
        let spelt = edits.iter().map(|(span, text)| {
            Some(Edit {
                span: *span,
                text: self.quoting.spell(text)?,
            })
        });
        if let Some(edits) = spelt.collect::<Option<Vec<_>>>() {
            problem.fix = Some(Fix {
                title: title.into(),
                edits,
            });
        }
        problem
    }

    /// Adds the replacement of one span.
    pub(super) fn with_replacement(
        &self,
        problem: Diagnostic,
        span: Span,
        text: &str,
    ) -> Diagnostic {
        self.with_fix(problem, format!("write `{text}`"), &[(span, text)])
    }

    /// A finding about a test of what is never absent, with what to write where the
    /// declared type is what is wrong: one sample, say, shows nothing absent.
    pub(super) fn never_absent(&self, value: &Typed, span: Span, help: &str) -> Diagnostic {
        let declare = self.declared_part(value).map_or_else(String::new, |(name, part)| {
            format!(
                "; where it can be absent, write `{part} = {{ required = false }}` in `[types.{name}.parts]`"
            )
        });
        Diagnostic::new(
            &codes::NEVER_ABSENT,
            span,
            format!("{} is never absent", called(value)),
        )
        .help(format!("{help}{declare}"))
    }

    /// The declared type that a field belongs to, and the field's key among its parts.
    fn declared_part(&self, value: &Typed) -> Option<(String, String)> {
        let TypedKind::Member { object, name, .. } = &value.kind else {
            return None;
        };
        let Kind::Record(id) = object.ty.kind else {
            return None;
        };
        let part = &self.types.record(id).part;
        let end = part.find(['.', '[']).unwrap_or(part.len());
        let (root, rest) = part.split_at_checked(end)?;
        let named = self.types.named(root)?;
        let key = format!("{}.{name}", rest.trim_start_matches('.'));
        let key = part_key(key.trim_start_matches('.'));
        Some((named.name.clone(), key))
    }

    pub(super) fn describe(&self, ty: &Ty) -> String {
        self.types.describe(ty)
    }
}

/// What to call a value in a message: its path, or "this".
pub(super) fn called(value: &Typed) -> String {
    match &value.kind {
        TypedKind::Null => "`null`".to_owned(),
        _ => facts::path_of(value)
            .map_or_else(|| "this".to_owned(), |path| format!("`{}`", path.join("."))),
    }
}

/// What to write for a value in a help: its path, or `x`.
pub(super) fn written(value: &Typed) -> String {
    facts::path_of(value).map_or_else(|| "x".to_owned(), |path| path.join("."))
}

/// Literal text as an expression, in the quotes that the TOML string leaves free.
pub(super) fn quoted(text: &str, quoting: Quoting) -> String {
    let quote = match quoting {
        Quoting::Literal => '"',
        _ => '\'',
    };
    let mut out = String::from(quote);
    for character in text.chars() {
        match character {
            '\n' => out.push_str("\\n"),
            _ => {
                if character == quote || character == '\\' {
                    out.push('\\');
                }
                out.push(character);
            }
        }
    }
    out.push(quote);
    out
}
