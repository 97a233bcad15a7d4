//! Spellings of words and names.

/// The word without what people spell differently: case, `_`, `-`, `.` and spaces.
pub fn folded(word: &str) -> String {
    word.chars()
        .filter(|letter| letter.is_alphanumeric() || *letter == '$')
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether the words are the same but for their spelling.
pub fn same(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

/// Whether `plural` names several of `word`: `entries` of `entry`.
pub fn is_plural(plural: &str, word: &str) -> bool {
    let (plural, word) = (folded(plural), folded(word));
    let ends = |stem: &str, ending: &str| {
        !stem.is_empty() && plural.strip_prefix(stem).is_some_and(|rest| rest == ending)
    };
    ends(&word, "s")
        || ends(&word, "es")
        || word.strip_suffix('y').is_some_and(|stem| ends(stem, "ies"))
}

/// An author's text for a message: in one line, cut where it is long.
pub fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown = String::new();
    for (count, letter) in text.chars().enumerate() {
        if count == LONGEST {
            shown.push('…');
            break;
        }
        match letter {
            '`' => shown.push('\''),
            letter if letter.is_control() => shown.extend(letter.escape_default()),
            letter => shown.push(letter),
        }
    }
    shown
}

/// Whether it is `[a-z][a-z0-9]*` with single `joint`s between the parts.
pub fn is_name(name: &str, joint: char) -> bool {
    name.starts_with(|letter: char| letter.is_ascii_lowercase())
        && !name.ends_with('-')
        && name
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == joint)
}

/// The name as it could be spelt: parts in lower case with `joint` between them.
/// `None` where nothing is left of it.
pub fn respelt(name: &str, joint: char) -> Option<String> {
    let mut spelt = String::new();
    let mut after_lower = false;
    for letter in name.chars() {
        if letter.is_ascii_alphanumeric() {
            if letter.is_ascii_uppercase() && after_lower {
                spelt.push(joint);
            }
            after_lower = letter.is_ascii_lowercase() || letter.is_ascii_digit();
            if spelt.is_empty() && letter.is_ascii_digit() {
                spelt.push('n');
            }
            spelt.push(letter.to_ascii_lowercase());
        } else {
            after_lower = false;
            if !spelt.is_empty() && !spelt.ends_with(joint) {
                spelt.push(joint);
            }
        }
    }
    let spelt = spelt.trim_end_matches(joint);
    (!spelt.is_empty()).then(|| spelt.to_owned())
}

/// Names in backticks, with commas and a last `joint`: "`a`, `b` or `c`".
pub fn listed<'a>(names: impl IntoIterator<Item = &'a str>, joint: &str) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    let mut listed = String::new();
    for (at, name) in names.iter().enumerate() {
        if at > 0 && at + 1 == names.len() {
            listed.push(' ');
            listed.push_str(joint);
            listed.push(' ');
        } else if at > 0 {
            listed.push_str(", ");
        }
        listed.push('`');
        listed.push_str(name);
        listed.push('`');
    }
    listed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_respelt() {
        let kebab = |name| respelt(name, '-');
        assert_eq!(kebab("Sync Orders"), Some("sync-orders".into()));
        assert_eq!(kebab("syncOrders"), Some("sync-orders".into()));
        assert_eq!(kebab("HTTPServer"), Some("httpserver".into()));
        assert_eq!(kebab("2nd_try"), Some("n2nd-try".into()));
        assert_eq!(kebab("--"), None);
        assert_eq!(respelt("toLine-item", '_'), Some("to_line_item".into()));
    }

    #[test]
    fn what_is_respelt_is_a_name() {
        for name in ["Sync Orders", "a--b", "Ünïcode", "x_", "9"] {
            for joint in ['-', '_'] {
                if let Some(spelt) = respelt(name, joint) {
                    assert!(is_name(&spelt, joint), "{name} gave {spelt}");
                }
            }
        }
    }

    #[test]
    fn plurals_are_known() {
        assert!(is_plural("mappings", "mapping") && is_plural("processes", "Process"));
        assert!(is_plural("entities", "entity") && is_plural("test_cases", "test-case"));
        assert!(!is_plural("s", "") && !is_plural("mappings", "mappings"));
        assert!(!is_plural("systems", "sys"));
    }

    #[test]
    fn lists_read_as_english() {
        assert_eq!(listed(["a"], "or"), "`a`");
        assert_eq!(listed(["a", "b", "c"], "or"), "`a`, `b` or `c`");
    }
}
