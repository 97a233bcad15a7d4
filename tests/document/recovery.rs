//! Hostile and odd files: no panic, no long time, right positions.

use proptest::prelude::*;

use super::tools::{codes, lines, read, table};

#[test]
fn empty_and_odd_files() {
    for right in [
        "",
        "\n",
        "\r\n",
        "\u{feff}",
        "\u{feff}a = 1",
        "# only",
        "a = 1 # x\r\n\r\n",
    ] {
        assert_eq!(codes(right), Vec::<&str>::new(), "{right:?}");
    }
    for (wrong, code) in [
        ("\0", "GS0101"),
        ("a = 1\0", "GS0101"),
        ("a = \"\0\"", "GS0101"),
        ("# \0", "GS0101"),
        ("a = 1\rb = 2", "GS0101"),
        ("a\u{feff} = 1", "GS0111"),
        ("[", "GS0102"),
        ("]", "GS0106"),
        ("=", "GS0102"),
        ("\"", "GS0105"),
        ("\"\"\"", "GS0105"),
        ("a", "GS0102"),
        ("a =", "GS0103"),
        ("a = [", "GS0106"),
        ("a = {", "GS0106"),
        ("a = \"\"\"x\\", "GS0105"),
    ] {
        assert_eq!(codes(wrong), [code], "{wrong:?}");
    }
}

#[test]
fn a_lost_bracket_ends_where_the_next_key_or_header_begins() {
    let (sources, document, found) = read(
        "[a]\nlist = [\n  'x',\n  'y',\nkey = 1\n\n[b]\nlist = [{ x = 1 },\n  { x = 2 }\n  [c]\nkey = 1\n",
    );
    assert_eq!(found.len(), 2, "{}", lines(&sources, &found));
    assert!(table(&document, "a").is_some_and(|table| table.get("key").is_some()));
    assert!(table(&document, "c").is_some_and(|table| table.get("key").is_some()));
}

#[test]
fn two_statements_on_a_line_are_both_read() {
    let (sources, document, found) = read("[a] x = 1\ny = 'a'z = 2\nw = 1[b]\nv = 1\n");
    assert_eq!(found.len(), 3, "{}", lines(&sources, &found));
    let a = table(&document, "a").expect("a");
    let keys: Vec<_> = a
        .entries
        .iter()
        .map(|entry| entry.key.name.as_str())
        .collect();
    assert_eq!(keys, ["x", "y", "z", "w"]);
    assert!(table(&document, "b").is_some_and(|table| table.get("v").is_some()));
}

/// Files that would take quadratic time if lines were read again and again.
#[test]
fn hostile_files_are_read_in_one_go() {
    let lines_of = 20_000;
    for (line, end) in [
        ("a = [\n", ""),
        ("a = [\n", "]"),
        ("a = {\n", ""),
        ("a = {\n", "}"),
        ("a = \"\"\"\n", ""),
        ("a = \"\"\"\nb = '''\n", ""),
        ("[a\n", ""),
        ("]\n", ""),
        ("a = [[[[[[[[\n", "]]]]]]]]"),
        ("a = \"x\n", ""),
        ("a.b.c = 1\n", ""),
        ("[[a.b]]\n", ""),
        ("[a]\n[a]\n", ""),
        ("a = 1 a = 1\n", ""),
        ("\\\"\"\"\n", ""),
    ] {
        let source = format!(
            "{}{}",
            line.repeat(lines_of),
            format!("{end}\n").repeat(lines_of)
        );
        // Comes back at all within the test's time, and tells something or nothing.
        let (_, _, found) = read(source);
        assert!(found.len() <= 2 * lines_of + 1, "{line}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    /// Whatever the tokens: no panic, agreement with the `toml` crate, places that exist.
    #[test]
    fn any_tokens(pieces in proptest::collection::vec(
        prop_oneof![
            Just("\""), Just("'"), Just("\"\"\""), Just("'''"), Just("["), Just("]"), Just("{"),
            Just("}"), Just("="), Just(" = "), Just("."), Just(","), Just("#"), Just(" "),
            Just("\n"), Just("\r\n"), Just("\r"), Just("\\"), Just("a"), Just("b"), Just("1"),
            Just("-"), Just("_"), Just("true"), Just("\u{20ac}"), Just("\0"), Just("\ta = 1\n"),
            Just("[a]\n"), Just("2025-01-01"), Just("\u{feff}"),
        ], 0..24)
    ) {
        let source = pieces.concat();
        let (sources, _, found) = read(source.as_str());
        let right = source.parse::<toml::Table>().is_ok();
        prop_assert_eq!(found.is_empty(), right, "{:?}\n{}", source, lines(&sources, &found));
        for diagnostic in &found {
            let range = diagnostic.span.range();
            prop_assert!(source.get(range.clone()).is_some(), "{:?} {:?}", source, diagnostic);
        }
    }

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
        let right = std::str::from_utf8(&bytes).is_ok_and(|text| text.parse::<toml::Table>().is_ok());
        let (_, _, found) = read(bytes);
        prop_assert_eq!(found.is_empty(), right);
    }
}
