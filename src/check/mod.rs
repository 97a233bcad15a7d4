//! Rules over the resolved model: what is well-formed and still a mistake.
//!
//! One rule a file under `rules/`; [`RULES`] is the list. A rule that lacks a part it
//! needs says nothing, since that part has its diagnostic already.

pub mod rules;

use crate::diagnostics::{Code, Sink};
use crate::document::Document;
use crate::manifest::Manifest;
use crate::model::{Model, Usage};

/// A rule: the codes it may report, and the function that looks.
#[derive(Debug)]
pub struct Rule {
    pub codes: &'static [Code],
    pub run: fn(&Subject<'_>, &mut Sink),
}

/// What a rule sees.
#[derive(Debug)]
pub struct Subject<'a> {
    pub document: &'a Document,
    pub manifest: &'a Manifest,
    pub model: &'a Model,
    /// The fields that the model's expressions use.
    pub usage: &'a Usage,
}

/// Every rule, in order of its first code.
pub static RULES: &[Rule] = &[
    rules::secrets::RULE,
    rules::base_url::RULE,
    rules::cron::RULE,
    rules::per_user::RULE,
    rules::verification::RULE,
    rules::collisions::RULE,
    rules::environments::RULE,
    rules::duration::RULE,
    rules::scope::RULE,
    rules::inputs::RULE,
    rules::cases::RULE,
    rules::scopes::RULE,
    rules::wide_integers::RULE,
    rules::smoke::RULE,
];

/// Runs every rule.
pub fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for rule in RULES {
        (rule.run)(subject, sink);
    }
}
