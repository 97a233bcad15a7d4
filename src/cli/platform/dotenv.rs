//! What the variables of an env file stand for, as the platform's command line reads it:
//! values over several lines, comments, escapes and other variables in them.

use std::collections::BTreeMap;

/// The variables of the text, in its order. A line that is none is skipped.
pub(super) fn read(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut values = BTreeMap::new();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rest = text;
    while !rest.is_empty() {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        let Some((name, written)) = assignment(line) else {
            rest = after;
            continue;
        };
        // Where the value begins, so that it may go on beyond the line.
        let begins = line.len() - written.len();
        let written = rest.get(begins..).unwrap_or_default();
        let (value, end) = value(written, &values).unwrap_or_default();
        values.insert(name.clone(), value.clone());
        found.push((name, value));
        let end = written.get(end..).unwrap_or_default();
        rest = end.split_once('\n').map_or("", |(_, after)| after);
    }
    found
}

/// The name, and what stands behind `=` or `:` and blanks.
fn assignment(line: &str) -> Option<(String, &str)> {
    let line = line.trim_start();
    let exported = line.strip_prefix("export");
    let line = exported
        .filter(|rest| rest.starts_with(char::is_whitespace))
        .unwrap_or(line);
    let (name, written) = line.split_once(['=', ':'])?;
    let name = name.trim();
    let is_name = |c: char| c.is_alphanumeric() || "_.".contains(c);
    let is_named = !name.is_empty() && name.chars().all(is_name);
    is_named.then(|| (name.to_owned(), written.trim_start()))
}

/// The value that a text begins with, and where it ends.
fn value(text: &str, known: &BTreeMap<String, String>) -> Option<(String, usize)> {
    let quote = text.chars().next().filter(|c| ['"', '\''].contains(c));
    let line = text.split('\n').next().unwrap_or_default();
    let plain = || {
        let comment = line.match_indices('#').map(|(at, _)| at).find(|at| {
            line.get(..*at)
                .is_some_and(|all| all.ends_with([' ', '\t']))
        });
        let value = line.get(..comment.unwrap_or(line.len()))?.trim();
        Some((expanded(value, known), line.len()))
    };
    let Some(quote) = quote else {
        return plain();
    };
    let mut ends = text.match_indices(quote).map(|(at, _)| at).skip(1);
    let end = ends.find(|at| !text.get(..*at).is_some_and(|all| all.ends_with('\\')));
    let Some(end) = end else {
        return plain();
    };
    let inside = text.get(1..end)?;
    let value = match quote {
        '"' => expanded(&unescaped(inside), known),
        _ => inside.to_owned(),
    };
    Some((value, end + 1))
}

/// `\n` and `\r` are line ends, `\$` stays for later, and any other escape is its letter.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n') => plain.push('\n'),
                Some('r') => plain.push('\r'),
                Some('$') => plain.push_str("\\$"),
                Some(other) => plain.push(other),
                None => plain.push('\\'),
            },
            (other, false) => plain.push(other),
        }
    }
    plain
}

/// With the values of `$NAME` and `${NAME}` that stand above it.
fn expanded(text: &str, known: &BTreeMap<String, String>) -> String {
    let mut parts = text.split('$');
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if whole.ends_with('\\') {
            whole.pop();
            whole.push('$');
            whole.push_str(part);
            continue;
        }
        let bare = part.strip_prefix('{').unwrap_or(part);
        let is_name = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
        let end = bare.find(|c| !is_name(c)).unwrap_or(bare.len());
        let (name, after) = bare.split_at_checked(end).unwrap_or((bare, ""));
        if name.is_empty() {
            whole.push('$');
            whole.push_str(part);
        } else {
            whole.push_str(known.get(name).map_or("", String::as_str));
            whole.push_str(after.strip_prefix('}').unwrap_or(after));
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn values_are_read_as_the_command_line_reads_them() {
        let text = "\u{feff}A=b\r\nexport B = 'c=d' \n# X=y\nC=e # f\nD=\"g\nh\\\"i\"\nE: j#k\nF=\"${A}-$B\\$\"\n=l\nG=\"open\nH=last";
        let found = read(text);
        let pairs: Vec<(&str, &str)> = found
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        assert_eq!(
            pairs,
            [
                ("A", "b"),
                ("B", "c=d"),
                ("C", "e"),
                ("D", "g\nh\"i"),
                ("E", "j#k"),
                ("F", "b-c=d$"),
                ("G", "\"open"),
                ("H", "last"),
            ]
        );
        assert_eq!(read("A=\"\nB='"), read("A=\"\nB='\n"));
    }
}
