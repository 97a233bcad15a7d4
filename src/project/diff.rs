//! Differences for people.

use similar::TextDiff;

/// A unified diff between two texts with three lines around; empty when they are equal.
/// `path` names both sides.
pub fn unified(path: &str, old: &str, new: &str) -> String {
    between(path, ("on disk", old), ("generated", new))
}

/// The same, with words for each side.
pub fn between(path: &str, (was, old): (&str, &str), (is, new): (&str, &str)) -> String {
    if old == new {
        return String::new();
    }
    TextDiff::from_lines(old, new)
        .unified_diff()
        .context_radius(3)
        .header(&format!("{path} ({was})"), &format!("{path} ({is})"))
        .to_string()
}
