//! Quoting for bash: one function, for every text that enters a script.

/// The text as one word of bash, whatever it holds but NUL.
pub fn quote(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_./:@%+,-".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        return text.to_owned();
    }
    let is_literal = |c: char| !c.is_control() && !"'$`\\".contains(c);
    if text.chars().all(is_literal) {
        return format!("'{text}'");
    }
    // `$'…'` keeps everything literal and control characters visible.
    let mut word = String::from("$'");
    for letter in text.chars() {
        match letter {
            '\'' | '\\' => {
                word.push('\\');
                word.push(letter);
            }
            '\n' => word.push_str("\\n"),
            '\t' => word.push_str("\\t"),
            '\r' => word.push_str("\\r"),
            control if control.is_ascii_control() => {
                word.push_str(&format!("\\x{:02x}", u32::from(control)));
            }
            control if control.is_control() => {
                let mut bytes = [0; 4];
                for byte in control.encode_utf8(&mut bytes).bytes() {
                    word.push_str(&format!("\\x{byte:02x}"));
                }
            }
            other => word.push(other),
        }
    }
    word.push('\'');
    word
}

/// The text for the rest of a comment line.
pub(super) fn comment(text: &str) -> String {
    text.chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::quote;

    #[test]
    fn quotes_by_need() {
        assert_eq!(quote("https://x.example/a_b-c"), "https://x.example/a_b-c");
        assert_eq!(quote(""), "''");
        assert_eq!(quote("two words; $HOME"), "$'two words; $HOME'");
        assert_eq!(quote("two words; {x}"), "'two words; {x}'");
        assert_eq!(quote("it's\n"), "$'it\\'s\\n'");
        assert_eq!(quote("\u{1b}1"), "$'\\x1b1'");
        assert_eq!(quote("~root"), "'~root'");
    }
}
