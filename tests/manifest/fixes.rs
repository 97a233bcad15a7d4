//! Fixes by machine.

use super::tools::{fixed, fixtures, listed, read};

/// What was fixed is gone, and nothing new is there.
#[test]
fn fixes_repair_what_they_say() {
    let mut fixes = 0;
    for (name, text) in fixtures("wrong") {
        let (_, before) = read(&text);
        let left: Vec<_> = before
            .iter()
            .filter(|diagnostic| diagnostic.fix.is_none())
            .map(|diagnostic| diagnostic.message.clone())
            .collect();
        fixes += before.len() - left.len();
        let repaired = fixed(&text, &before);
        let (_, after) = read(&repaired);
        let messages: Vec<_> = after
            .iter()
            .map(|diagnostic| diagnostic.message.clone())
            .collect();
        assert_eq!(messages, left, "{name}:\n{}", listed(&repaired, &after));
    }
    assert!(fixes > 20, "only {fixes} fixes");
}
