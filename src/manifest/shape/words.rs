//! Values that are one of a fixed set of words.

use crate::diagnostics::{Diagnostic, closest, codes};
use crate::document::Text;
use crate::manifest::keys::{Kind, Word};

use super::Shape;
use super::place::Place;
use super::spelling::{listed, same, shown};

/// The word that a text is, or was meant to be.
pub fn meant(words: &'static [Word], text: &str) -> Option<&'static Word> {
    let exact = words.iter().find(|word| word.word == text);
    exact
        .or_else(|| {
            words.iter().find(|word| {
                same(word.word, text) || word.synonyms.iter().any(|synonym| same(synonym, text))
            })
        })
        .or_else(|| {
            let close = closest(text, words.iter().map(|word| word.word))?;
            words.iter().find(|word| word.word == close)
        })
}

/// The words of a kind that has some.
pub const fn words_of(kind: Kind) -> &'static [Word] {
    match kind {
        Kind::Word(words) => words,
        _ => &[],
    }
}

impl Shape<'_> {
    pub(super) fn word(&mut self, text: &Text, words: &'static [Word], place: &Place<'_>) {
        if words.iter().any(|word| word.word == text.as_str()) {
            return;
        }
        let all = listed(words.iter().map(|word| word.word), "or");
        let mut diagnostic = Diagnostic::new(
            &codes::shape::UNKNOWN_WORD,
            text.span,
            format!("{} cannot be `{}`", place.name(), shown(text.as_str())),
        );
        diagnostic = match meant(words, text.as_str()) {
            Some(Word {
                write: Some(write), ..
            }) => diagnostic.help(format!("write `{write}`")),
            Some(word) => {
                let why = word.about.trim_end_matches('.');
                diagnostic
                    .help(format!("write `{}`: {why}", word.word))
                    .replace(text.span, format!("\"{}\"", word.word))
            }
            None => diagnostic.help(format!("write {all}")),
        };
        self.report(diagnostic);
    }
}
