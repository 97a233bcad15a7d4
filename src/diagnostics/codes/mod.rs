//! Every code, by phase. A code never changes its meaning and is never used again.
//!
//! | range  | phase | file |
//! |--------|-------|------|
//! | GS01xx | TOML syntax | `syntax.rs` |
//! | GS02xx | shape of the manifest | `shape.rs` |
//! | GS03xx | names and graph | `names.rs` |
//! | GS04xx | types | `types.rs` |
//! | GS05xx | expressions and mappings | `expressions.rs` |
//! | GS06xx | flows: triggers, steps | `flow.rs` |
//! | GS07xx | rules over the model | `rules.rs` |
//! | GS08xx | platform: scope, set-up, deployment | `platform.rs` |
//! | GS09xx | files on disk: output, ledger | `files.rs` |

use super::Severity;

pub mod expressions;
pub mod files;
pub mod flow;
pub mod names;
pub mod platform;
pub mod rules;
pub mod shape;
pub mod syntax;
pub mod types;

/// What is fixed about a code.
#[derive(Debug)]
pub struct CodeInfo {
    /// `GS0101`
    pub id: &'static str,
    /// A kebab-case name, for people who search.
    pub name: &'static str,
    pub severity: Severity,
    /// One line: what is wrong.
    pub summary: &'static str,
    /// The page that `explain` prints: Markdown with a wrong and a right example.
    pub page: &'static str,
}

/// A reference to a registered code; compares by identity of the id.
pub type Code = &'static CodeInfo;

impl PartialEq for CodeInfo {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for CodeInfo {}

/// Declares the codes of one phase and the list `ALL` of them, in order.
macro_rules! codes {
    ($($(#[$doc:meta])* $ident:ident = $id:literal, $name:literal, $severity:ident, $summary:literal;)*) => {
        $($(#[$doc])* pub static $ident: $crate::diagnostics::CodeInfo = $crate::diagnostics::CodeInfo {
            id: $id,
            name: $name,
            severity: $crate::diagnostics::Severity::$severity,
            summary: $summary,
            page: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/codes/", $id, ".md")),
        };)*
        /// Every code of this phase.
        pub static ALL: &[$crate::diagnostics::Code] = &[$(&$ident),*];
    };
}
pub(crate) use codes;

/// Every code there is, in order of its number.
pub fn all() -> impl Iterator<Item = Code> {
    [
        syntax::ALL,
        shape::ALL,
        names::ALL,
        types::ALL,
        expressions::ALL,
        flow::ALL,
        rules::ALL,
        platform::ALL,
        files::ALL,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The code of that id or name, whatever the case of the letters.
pub fn find(word: &str) -> Option<Code> {
    all().find(|code| code.id.eq_ignore_ascii_case(word) || code.name.eq_ignore_ascii_case(word))
}
