//! `$ref` within one document.

use super::super::json::{Json, JsonKind};

/// Why a `$ref` leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RefFault {
    /// Another file or address.
    Elsewhere,
    /// `#name`: an anchor.
    Anchor,
    /// A pointer to something that is not there.
    Missing,
}

/// The schema that a `$ref` of the document names.
pub(super) fn resolve<'a>(root: &'a Json, reference: &str) -> Result<&'a Json, RefFault> {
    let Some(fragment) = reference.strip_prefix('#') else {
        return Err(RefFault::Elsewhere);
    };
    if fragment.is_empty() {
        return Ok(root);
    }
    let Some(pointer) = fragment.strip_prefix('/') else {
        return Err(RefFault::Anchor);
    };
    let mut schema = root;
    for token in pointer.split('/') {
        let name = percent_decoded(token)
            .ok_or(RefFault::Missing)?
            .replace("~1", "/")
            .replace("~0", "~");
        schema = match &schema.kind {
            JsonKind::Object(_) => &schema.get(&name).ok_or(RefFault::Missing)?.value,
            JsonKind::Array(items) => name
                .parse::<usize>()
                .ok()
                .and_then(|index| items.get(index))
                .ok_or(RefFault::Missing)?,
            _ => return Err(RefFault::Missing),
        };
    }
    Ok(schema)
}

/// The pointers of the document's definitions, for suggestions.
pub(super) fn definitions(root: &Json) -> Vec<String> {
    ["$defs", "definitions"]
        .iter()
        .filter_map(|keyword| root.get(keyword))
        .flat_map(|member| {
            let keyword = &member.name;
            let names = member.value.members().iter();
            names.map(move |definition| {
                let name = definition.name.replace('~', "~0").replace('/', "~1");
                format!("#/{keyword}/{name}")
            })
        })
        .collect()
}

/// A URL fragment's text; `None` when it is not UTF-8 or an escape is cut off.
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
    use crate::source::FileId;
    use crate::types::json::parse;

    #[test]
    fn pointers_are_followed_with_their_escapes() {
        let text = r#"{"$defs":{"a/b":{"x":1},"c~d":2,"e f":[3]}}"#;
        let root = parse(text, FileId(0)).unwrap().value;
        let number = |reference: &str| match &resolve(&root, reference)?.kind {
            JsonKind::Number(digits) => Ok(digits.clone()),
            _ => Ok(String::new()),
        };
        assert_eq!(number("#/$defs/a~1b/x"), Ok("1".into()));
        assert_eq!(number("#/%24defs/c~0d"), Ok("2".into()));
        assert_eq!(number("#/$defs/e%20f/0"), Ok("3".into()));
        assert_eq!(number("#"), Ok(String::new()));
        assert_eq!(number("#/$defs/e%20f/1"), Err(RefFault::Missing));
        assert_eq!(number("#/$defs/%2"), Err(RefFault::Missing));
        assert_eq!(number("#/$defs/c~0d/x"), Err(RefFault::Missing));
        assert_eq!(number("#name"), Err(RefFault::Anchor));
        assert_eq!(number("other.json"), Err(RefFault::Elsewhere));
        assert_eq!(definitions(&root)[0], "#/$defs/a~1b");
    }
}
