//! The words of a `$ref`: which file, and what in it.

/// Where a `$ref` points, by its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// A place in a file; without a file, in the same one.
    Place {
        file: Option<String>,
        place: Vec<String>,
    },
    /// A name given by `$anchor`, or by an `$id` in the form `#name`.
    Anchor { file: Option<String>, name: String },
    /// An address that is no file.
    Remote,
    /// A fragment with a broken escape.
    Malformed,
}

/// Reads a `$ref` of the file at `base`. Paths are relative to the folder of that file and
/// come out relative to the manifest's.
pub fn read(text: &str, base: &str) -> Reference {
    let (file, fragment) = text.split_once('#').unwrap_or((text, ""));
    if has_scheme(file) || file.starts_with("//") {
        return Reference::Remote;
    }
    let file = if file.is_empty() {
        None
    } else {
        match percent_decoded(file) {
            Some(file) => Some(joined(base, &file)),
            None => return Reference::Malformed,
        }
    };
    let Some(fragment) = percent_decoded(fragment) else {
        return Reference::Malformed;
    };
    match fragment.strip_prefix('/') {
        Some(pointer) => Reference::Place {
            file,
            place: tokens(pointer),
        },
        None if fragment.is_empty() => Reference::Place {
            file,
            place: Vec::new(),
        },
        None => Reference::Anchor {
            file,
            name: fragment,
        },
    }
}

/// The last name of the place that a `$ref` leads to.
pub fn last_of(text: &str) -> Option<String> {
    match read(text, "") {
        Reference::Place { mut place, .. } => place.pop(),
        _ => None,
    }
}

/// The names in a JSON pointer without its first slash.
pub fn tokens(pointer: &str) -> Vec<String> {
    pointer
        .split('/')
        .map(|token| token.replace("~1", "/").replace("~0", "~"))
        .collect()
}

/// A JSON pointer as the fragment of a `$ref`.
pub fn pointer(place: &[String]) -> String {
    let tokens = place
        .iter()
        .map(|name| format!("/{}", name.replace('~', "~0").replace('/', "~1")));
    format!("#{}", tokens.collect::<String>())
}

/// Whether a reference begins with `https:` or another scheme; a letter alone may be a
/// drive, which is no scheme but nothing that is read either.
fn has_scheme(text: &str) -> bool {
    let Some((scheme, _)) = text.split_once(':') else {
        return false;
    };
    let mut letters = scheme.chars();
    letters
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic())
        && letters.all(|next| next.is_ascii_alphanumeric() || matches!(next, '+' | '-' | '.'))
}

/// A path beside another one, without `.` and, as far as there is a folder to leave, `..`.
fn joined(base: &str, path: &str) -> String {
    if path.starts_with('/') {
        return path.to_owned();
    }
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            other => parts.push(other),
        }
    }
    parts.join("/")
}

/// A URL's text; `None` when it is not UTF-8 or an escape is cut off.
fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let high = char::from(rest.next()?).to_digit(16)?;
        let low = char::from(rest.next()?).to_digit(16)?;
        bytes.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(file: Option<&str>, names: &[&str]) -> Reference {
        Reference::Place {
            file: file.map(str::to_owned),
            place: names.iter().map(|name| (*name).to_owned()).collect(),
        }
    }

    #[test]
    fn words_are_files_and_pointers() {
        for (text, expected) in [
            ("#", place(None, &[])),
            ("#/$defs/a~1b/x", place(None, &["$defs", "a/b", "x"])),
            ("#/%24defs/c~0d", place(None, &["$defs", "c~d"])),
            ("#/paths/~1a~1%7Bid%7D", place(None, &["paths", "/a/{id}"])),
            ("other.json", place(Some("specs/other.json"), &[])),
            ("./a%20b.yaml#/X", place(Some("specs/a b.yaml"), &["X"])),
            ("../x.json#", place(Some("x.json"), &[])),
            ("../../x.json", place(Some("../x.json"), &[])),
            ("/etc/x.json", place(Some("/etc/x.json"), &[])),
            ("a/../b.json#/", place(Some("specs/b.json"), &[""])),
            ("https://example.com/x.json#/A", Reference::Remote),
            ("//example.com/x.json", Reference::Remote),
            ("urn:example:x", Reference::Remote),
            ("C:\\x.json", Reference::Remote),
            ("#/a%2", Reference::Malformed),
            ("#/a%ff", Reference::Malformed),
        ] {
            assert_eq!(read(text, "specs/api.yaml"), expected, "{text}");
        }
        let anchor = Reference::Anchor {
            file: Some("x.json".to_owned()),
            name: "name".to_owned(),
        };
        assert_eq!(read("x.json#name", "y.json"), anchor);
        let names = ["a/b".to_owned(), "c~d".to_owned()];
        assert_eq!(pointer(&names), "#/a~1b/c~0d");
        assert_eq!(tokens("a~1b/c~0d"), names);
    }
}
