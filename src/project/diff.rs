//! Differences for people.

use similar::TextDiff;

/// A unified diff between two texts with three lines around; empty when they are equal.
/// `path` names both sides.
pub fn unified(path: &str, old: &str, new: &str) -> String {
    if old == new {
        return String::new();
    }
    TextDiff::from_lines(old, new)
        .unified_diff()
        .context_radius(3)
        .header(&format!("{path} (on disk)"), &format!("{path} (generated)"))
        .to_string()
}
