//! How hostile text becomes Markdown.

/// Text within a line: nothing in it is markup, and it stays on the line.
pub fn text(value: &str) -> String {
    let mut quoted = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '\n' | '\r' | '\t' => quoted.push(' '),
            c if c.is_control() => {}
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '+' | '!' | '|'
            | '<' | '>' | '~' | '&' | '$' => {
                quoted.push('\\');
                quoted.push(c);
            }
            c => quoted.push(c),
        }
    }
    // At the start of a line these begin a list or a rule.
    match quoted.trim() {
        "" => "(empty)".to_owned(),
        trimmed if trimmed.starts_with(['-', '=']) => format!("\\{trimmed}"),
        trimmed => match trimmed.split_once('.') {
            Some((number, rest)) if number.bytes().all(|b| b.is_ascii_digit()) => {
                format!("{number}\\.{rest}")
            }
            _ => trimmed.to_owned(),
        },
    }
}

/// Code within a line: a fence longer than any run of backticks in it.
pub fn code(value: &str) -> String {
    let line: String = value
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let longest = line.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // A cell of a table ends at a bar, even within code.
    let line = line.replace('|', "\\|");
    if line.trim().is_empty() || line.starts_with('`') || line.ends_with('`') {
        format!("{fence} {line} {fence}")
    } else {
        format!("{fence}{line}{fence}")
    }
}

/// A link whose text is the address; anything but `http(s)` stays text.
pub fn link(url: &str) -> String {
    let plain = url
        .bytes()
        .all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>' | b'\\' | b'`'));
    let web = url.starts_with("https://") || url.starts_with("http://");
    if plain && web {
        format!("<{url}>")
    } else {
        text(url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(text("a*b*\n# c"), "a\\*b\\* \\# c");
        assert_eq!(text("[x](javascript:1)"), "\\[x\\]\\(javascript:1\\)");
        assert_eq!(text("- item"), "\\- item");
        assert_eq!(text("1. item"), "1\\. item");
        assert_eq!(text("<script>"), "\\<script\\>");
    }

    #[test]
    fn code_cannot_be_left() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a``b"), "```a``b```");
        assert_eq!(code("`a"), "`` `a ``");
        assert_eq!(code("a|b"), "`a\\|b`");
    }

    #[test]
    fn only_web_addresses_are_links() {
        assert_eq!(link("https://a.example/b"), "<https://a.example/b>");
        assert_eq!(link("https://a.example/>x"), "https://a.example/\\>x");
        assert_eq!(link("javascript:alert(1)"), "javascript:alert\\(1\\)");
    }
}
