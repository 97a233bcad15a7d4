//! A file that the manifest names and the host cannot hand over.

use super::Diagnostic;
use super::codes::files::{FILE_MISSING, FILE_OUTSIDE, FILE_TOO_LARGE, FILE_UNREADABLE};
use crate::document::Text;
use crate::source::{Refusal, Sources, Span, leaves_folder};

/// The finding for a path that is not in `sources`, at the text that names it. A phase
/// that needs a file reports this and goes on: once the host has read the file and
/// compiles again, the finding is gone.
pub fn unavailable(sources: &Sources, path: &Text) -> Diagnostic {
    unavailable_at(sources, &path.value, path.span)
}

/// As [`unavailable`], for a path that another file than the manifest names.
pub fn unavailable_at(sources: &Sources, name: &str, span: Span) -> Diagnostic {
    let unasked = if leaves_folder(name) {
        Refusal::Outside
    } else {
        Refusal::Missing
    };
    match sources.refusal(name).unwrap_or(&unasked) {
        Refusal::Missing => {
            Diagnostic::new(&FILE_MISSING, span, format!("there is no file `{name}`"))
                .help("write a path relative to the manifest's folder, or add the file")
        }
        Refusal::Outside => Diagnostic::new(
            &FILE_OUTSIDE,
            span,
            format!("`{name}` lies outside the manifest's folder"),
        )
        .help("copy the file into the manifest's folder and name it from there"),
        Refusal::TooLarge { size, limit } => Diagnostic::new(
            &FILE_TOO_LARGE,
            span,
            format!(
                "`{name}` has {} MiB, more than the {} MiB that are read",
                size.div_ceil(1 << 20),
                limit >> 20
            ),
        )
        .help("cut the file down to the part that the manifest uses"),
        Refusal::Unreadable(why) => Diagnostic::new(
            &FILE_UNREADABLE,
            span,
            format!("`{name}` cannot be read: {why}"),
        )
        .help("name a regular file that you may read"),
    }
}
