//! The JSON reader against `serde_json`.

use gusset::source::FileId;
use gusset::types::json::{Json, JsonKind, parse};
use proptest::prelude::*;
use serde_json::Value;

/// A value without spans.
fn plain(json: &Json) -> Value {
    match &json.kind {
        JsonKind::Null => Value::Null,
        JsonKind::Boolean(boolean) => Value::Bool(*boolean),
        JsonKind::Number(digits) => serde_json::from_str(digits).unwrap(),
        JsonKind::String(text) => Value::String(text.clone()),
        JsonKind::Array(items) => items.iter().map(plain).collect(),
        JsonKind::Object(members) => members
            .iter()
            .map(|member| (member.name.clone(), plain(&member.value)))
            .collect(),
        JsonKind::Datetime(_) | JsonKind::Invalid => unreachable!("only in TOML"),
    }
}

fn agrees(text: &str) -> Result<(), TestCaseError> {
    // A byte order mark is passed over, as editors of some systems begin files with it.
    let read = serde_json::from_str::<Value>(text.strip_prefix('\u{feff}').unwrap_or(text));
    match (parse(text, FileId(0)), read) {
        (Ok(ours), Ok(theirs)) => prop_assert_eq!(plain(&ours.value), theirs),
        (Err(_), Err(_)) => {}
        (ours, theirs) => prop_assert!(false, "{text:?}: {ours:?} against {theirs:?}"),
    }
    Ok(())
}

#[test]
fn spans_cover_values_and_names() {
    let text = " {\"a\": [1.50, \"\\u00e9x\"]} ";
    let json = parse(text, FileId(0)).unwrap().value;
    let covered = |span: gusset::source::Span| &text[span.range()];
    let member = json.get("a").unwrap();
    assert_eq!(covered(json.span), "{\"a\": [1.50, \"\\u00e9x\"]}");
    assert_eq!(covered(member.name_span), "\"a\"");
    let JsonKind::Array(items) = &member.value.kind else {
        panic!("an array");
    };
    assert_eq!(covered(items[0].span), "1.50");
    assert!(matches!(&items[0].kind, JsonKind::Number(digits) if digits == "1.50"));
    assert!(matches!(&items[1].kind, JsonKind::String(text) if text == "éx"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn agrees_on_texts_made_of_json_tokens(tokens in prop::collection::vec(prop::sample::select(vec![
        "{", "}", "[", "]", ",", ":", "null", "true", "false", "\"a\"", "\"b\"", "\"\\n\"", "\"\\u00e9\"",
        "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "0", "-0", "12", "1.5", "1e3", "1E+3", "-", ".", "e", "01", " ", "\n",
        "\t", "\u{a0}", "é", "\"", "\\", "/", "nul", "+1", "1e400", "123456789012345678901234567890",
    ]), 0..14)) {
        agrees(&tokens.concat())?;
    }

    #[test]
    fn agrees_on_json_with_one_character_changed(
        value in super::properties::json(), at in any::<prop::sample::Index>(), new in any::<Option<char>>(),
    ) {
        let text = serde_json::to_string_pretty(&value).unwrap();
        agrees(&text)?;
        let mut letters: Vec<char> = text.chars().collect();
        let at = at.index(letters.len());
        match new {
            Some(new) => letters[at] = new,
            None => { letters.remove(at); }
        }
        agrees(&letters.into_iter().collect::<String>())?;
    }

    #[test]
    fn never_panics_on_any_text(text in "\\PC*") {
        agrees(&text)?;
    }
}
