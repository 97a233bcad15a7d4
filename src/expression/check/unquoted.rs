//! Literal text that was written without quotes: `pending`, `application/json`,
//! `2022-10-19`. The most frequent mistake, so it is told as such, not by what the
//! words would mean as an expression.

use super::report::quoted;
use super::{Checker, Want};
use crate::diagnostics::{Diagnostic, closest, codes::expressions as codes};
use crate::document::{Quoting, Text, quote};
use crate::expression::functions;
use crate::types::Kind;

impl Checker<'_> {
    /// If a TOML string with problems is plainly meant as text: the one problem to
    /// report instead.
    pub(super) fn as_unquoted_text(&self, text: &Text, want: Want<'_>) -> Option<Diagnostic> {
        let written = text.value.trim();
        let expected = match want {
            Want::Any => None,
            Want::Must(ty) | Want::Hint(ty) => Some(&ty.kind),
        };
        let allowed: &[String] = match expected {
            None | Some(Kind::Unknown | Kind::Error | Kind::String(None)) => &[],
            Some(Kind::String(Some(values))) => values,
            Some(_) => return None,
        };
        let one_of = allowed
            .iter()
            .find(|value| value.eq_ignore_ascii_case(written));
        let meant = match one_of {
            Some(value) => value.as_str(),
            None if self.looks_like_text(written) => {
                closest(written, allowed.iter().map(String::as_str)).unwrap_or(written)
            }
            None => return None,
        };
        let problem = Diagnostic::new(
            &codes::UNQUOTED_TEXT,
            text.raw(0..text.value.len()),
            format!("`{written}` is no name here; literal text is written in quotes"),
        );
        // As it stands in the file, with TOML's quotes: one pair is there already.
        let spelt = quote(&quoted(meant, Quoting::Basic));
        let problem = problem.help(format!("write `{spelt}`"));
        Some(match text.quoting {
            Quoting::Unknown => problem,
            _ => problem.replace(text.span, spelt),
        })
    }

    fn looks_like_text(&self, written: &str) -> bool {
        if written == "*/*" || is_date_like(written) {
            return true;
        }
        let marks = [
            "(", ")", "[", "]", "{", "}", "'", "\"", "`", "\\", "=>", "==", "!=", "??", "?.", "&&",
            "||", "<", ">", "!", " + ", " * ", " - ", " ? ", " = ",
        ];
        if marks.iter().any(|mark| written.contains(mark)) || written.contains('\n') {
            return false;
        }
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
        let words: Vec<&str> = written
            .split(|c: char| !is_word(c))
            .filter(|word| word.starts_with(|c: char| c.is_alphabetic() || c == '_'))
            .collect();
        let Some(first) = words.first() else {
            return false;
        };
        let has_meaning = |word: &str| {
            matches!(word, "true" | "false" | "null" | "undefined")
                || self.names().any(|name| name == word)
                || self.scope.callables().get(word).is_some()
        };
        if words.iter().any(|word| has_meaning(word)) {
            return false;
        }
        let single = written.chars().all(is_word);
        if single && functions::free(written).is_some() {
            return false;
        }
        let path = written.chars().all(|c| is_word(c) || c == '.');
        if path && !single {
            return false;
        }
        // A name with a slip, or written with dashes, is a name.
        let folded = written.replace('-', "_");
        let near = |word: &str| {
            self.names()
                .chain(self.scope.callables().iter().map(|c| c.name.as_str()))
                .any(|name| is_slip(word, name))
        };
        if near(&folded) || (!single && near(first)) {
            return false;
        }
        // The field of something in scope, without it.
        !(single && self.is_a_field(written))
    }

    fn is_a_field(&self, word: &str) -> bool {
        self.names().any(|name| {
            self.resolve(name).is_some_and(|(_, ty)| {
                self.record_of(&ty)
                    .is_some_and(|record| record.field(word).is_some())
            })
        })
    }
}

/// Whether a word is a name with one slip, of two in a long one.
fn is_slip(word: &str, name: &str) -> bool {
    let slips = strsim::damerau_levenshtein(word, name);
    slips <= usize::from(name.len() > 3) + usize::from(name.len() > 7)
}

/// `2022-10-19`, `2022-10`, `2022-10-19T…`.
fn is_date_like(written: &str) -> bool {
    let mut parts = written.splitn(3, '-');
    let digits = |part: Option<&str>, count: usize| {
        part.is_some_and(|part| {
            part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    digits(parts.next(), 4)
        && digits(parts.next(), 2)
        && parts.next().is_none_or(|rest| digits(rest.get(..2), 2))
}
