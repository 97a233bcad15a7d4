//! On a terminal. Snapshots show the file and what is drawn of it.

use gusset::diagnostics::render::{Counts, Style, render};
use gusset::diagnostics::{Diagnostic, codes::syntax};
use gusset::source::{FileId, Sources, Span};
use proptest::prelude::*;

use super::tools::{at, full, parsed};

const PLAIN: Style = Style {
    colour: false,
    width: 80,
};

/// The files, and below them what is drawn.
fn shown(sources: &Sources, diagnostics: &[Diagnostic], style: Style) -> String {
    let mut out = String::new();
    for (_, file) in sources.iter() {
        let text = String::from_utf8_lossy(file.bytes()).replace('\t', "<tab>");
        out.push_str(&format!("=== {}\n{text}\n", file.path()));
    }
    let drawn = render(sources, diagnostics, style);
    out.push_str(&format!("=== drawn\n{drawn}{}\n", Counts::of(diagnostics)));
    out
}

macro_rules! snapshot {
    ($name:literal, $shown:expr) => {
        let shown = $shown;
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, shown);
        });
    };
}

#[test]
fn a_manifest_with_mistakes() {
    let (sources, found) = parsed(
        "[integration]\nname = orders\n\n[systems.shop]\ndomain = \"shop.example\"\nscopes = [\"read\" \"write\"]\ndomain = \"other.example\"\n",
    );
    snapshot!("mistakes", shown(&sources, &found, PLAIN));
}

#[test]
fn places_in_two_files() {
    let (sources, found) = full();
    snapshot!("two-files", shown(&sources, &found, PLAIN));
}

#[test]
fn a_narrow_terminal() {
    let (sources, found) = full();
    let narrow = Style { width: 40, ..PLAIN };
    snapshot!("narrow", shown(&sources, &found, narrow));
}

#[test]
fn wide_characters_and_tabs() {
    let (sources, found) = parsed(
        "\tname = \"\u{6ce8}\u{6587} \u{1f680}\" x\nnote = [\"\u{e9}\",\t\"\u{6ce8}\u{6587}\" \"b\"]\n",
    );
    snapshot!("wide", shown(&sources, &found, PLAIN));
}

#[test]
fn colour_is_the_callers_choice() {
    let (sources, found) = full();
    let colour = Style {
        colour: true,
        ..PLAIN
    };
    assert!(!render(&sources, &found, PLAIN).contains('\u{1b}'));
    let drawn = render(&sources, &found, colour);
    assert!(drawn.contains("\u{1b}["));
    // The same text but for the colour.
    let mut plain = String::new();
    let mut rest = drawn.as_str();
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = after.split_once('m').expect("the end of a style").1;
    }
    plain.push_str(rest);
    assert_eq!(plain, render(&sources, &found, PLAIN));
}

/// The line that points, without its margin.
fn marker(text: &str, start: usize, end: usize) -> String {
    let (sources, diagnostic) = at(text, start, end);
    let drawn = render(&sources, &[diagnostic], PLAIN);
    let lines: Vec<&str> = drawn.lines().collect();
    let below = lines
        .iter()
        .position(|line| line.contains('\u{b7}'))
        .unwrap_or_else(|| panic!("nothing is pointed at:\n{drawn}"));
    let code = lines[below - 1].split_once("\u{2502} ").expect("a line").1;
    let mark = lines[below].split_once("\u{b7} ").expect("a mark").1;
    format!("{code}\n{mark}")
}

#[test]
fn every_place_can_be_pointed_at() {
    // At the end of a file, with and without a line end; on an empty line; beyond the end.
    assert_eq!(marker("a = [", 5, 5), "a = [\n     \u{252c}");
    assert_eq!(marker("a = [\n", 6, 6), "\n\u{252c}");
    assert_eq!(marker("", 0, 0), "\n\u{252c}");
    assert_eq!(marker("a\n\nb\n", 2, 2), "\n\u{252c}");
    assert_eq!(marker("a = [", 50, 99), "a = [\n     \u{252c}");
    assert_eq!(marker("a = [", 4, 99), "a = [\n    \u{252c}");
    // Columns are those of the terminal.
    assert_eq!(marker("\u{6ce8} = 1", 6, 7), "\u{6ce8} = 1\n     \u{252c}");
    assert_eq!(marker("\ta = 1", 5, 6), "    a = 1\n        \u{252c}");
    // Line ends of two characters take no room.
    assert_eq!(marker("a = 1\r\nb = 2\r\n", 11, 12), "b = 2\n    \u{252c}");
}

#[test]
fn columns_count_characters() {
    let (sources, diagnostic) = at("# \u{6ce8}\n\t\u{e9}\u{6ce8} = \u{1f680} x\n", 20, 21);
    let drawn = render(&sources, &[diagnostic], PLAIN);
    assert!(drawn.contains("[integration.toml:2:9]"), "{drawn}");
}

#[test]
fn nothing_steers_the_terminal() {
    let hostile = "name = \u{1b}[2Jx\u{7}\u{202e}\u{9b}31m\r x\u{0}\n";
    let (sources, mut diagnostic) = at(hostile, 0, 4);
    diagnostic.message = format!("about {hostile}");
    diagnostic.help = Some(hostile.to_owned());
    diagnostic.label = Some(hostile.to_owned());
    let drawn = render(&sources, &[diagnostic], PLAIN);
    assert!(
        drawn
            .chars()
            .all(|char| char == '\n' || !(char.is_control() || char == '\u{202e}')),
        "{drawn:?}"
    );
    assert!(drawn.contains("name = \u{241b}[2Jx\u{2407}"), "{drawn}");
}

/// miette has no columns beyond 65,535; a frame that far out would show nothing anyway.
#[test]
fn a_finding_far_out_on_its_line_has_no_frame() {
    for before in [1_990, 2_100, 65_530, 65_540, 200_000] {
        let text = format!("{} = 1\n", "a".repeat(before));
        let (sources, diagnostic) = at(text.as_str(), before + 3, before + 4);
        let diagnostic = diagnostic.help("write something else");
        let related = Span::new(diagnostic.span.file, 0, 1);
        let (code, message) = (diagnostic.code.id, diagnostic.message.clone());
        let drawn = render(&sources, &[diagnostic.related(related, "there")], PLAIN);
        let framed = drawn.contains('\u{2502}');
        assert_eq!(framed, before < 2_000, "{before}");
        assert!(drawn.contains(&message), "{before}");
        assert!(drawn.contains("write something else"), "{before}");
        assert!(drawn.contains(code), "{before}");
        if !framed {
            let place = format!("integration.toml:1:{}: ", before + 4);
            assert!(drawn.starts_with(&place), "{}", drawn.len());
        }
        // The other way round: a finding near by that points far out.
        let (sources, diagnostic) = at(text.as_str(), 0, 1);
        let far = Span::new(diagnostic.span.file, before + 3, before + 4);
        let drawn = render(&sources, &[diagnostic.related(far, "there")], PLAIN);
        assert!(drawn.contains(&message), "{before}");
    }
}

#[test]
fn a_finding_on_a_long_part_shows_its_beginning() {
    let text = "a = [\n".to_owned() + &"  1,\n".repeat(100) + "]\n";
    let (sources, diagnostic) = at(text.as_str(), 0, text.len());
    let drawn = render(&sources, &[diagnostic], PLAIN);
    assert!(drawn.lines().count() < 12, "{drawn}");
}

#[test]
fn a_file_that_is_not_there_leaves_the_message() {
    let sources = Sources::new();
    let span = Span::new(FileId(7), 3, 4);
    let diagnostic =
        Diagnostic::new(&syntax::TOO_DEEP, span, "it is gone").related(span, "this too");
    let drawn = render(&sources, &[diagnostic], PLAIN);
    assert!(
        drawn.contains("it is gone") && drawn.contains("this too"),
        "{drawn}"
    );
    assert!(drawn.contains("error[GS0115]"), "{drawn}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    /// Whatever the bytes and the spans: drawn without complaint, and both are pointed at.
    #[test]
    fn any_bytes_and_any_spans(
        bytes in proptest::collection::vec(prop_oneof![
            4 => Just(b'a'), 2 => Just(b'\n'), 1 => Just(b'\r'), 1 => Just(b'\t'),
            1 => Just(0xe6), 1 => Just(0xb3), 1 => Just(0xa8), 1 => any::<u8>(),
        ], 0..40),
        spans in proptest::collection::vec((0..50usize, 0..12usize), 1..4),
        width in 0..120usize,
        colour in any::<bool>(),
    ) {
        let mut spans = spans.into_iter().map(|(start, length)| (start, start + length));
        let (start, end) = spans.next().expect("one span");
        let (sources, mut diagnostic) = at(bytes, start, end);
        for (start, end) in spans {
            let span = Span::new(diagnostic.span.file, start, end);
            diagnostic = diagnostic.related(span, "there");
        }
        let related = diagnostic.related.len();
        let drawn = render(&sources, &[diagnostic], Style { colour, width });
        prop_assert!(!drawn.contains("Failed to read"), "{}", drawn);
        prop_assert!(drawn.contains("here"), "{}", drawn);
        prop_assert_eq!(drawn.matches("there").count(), related, "{}", drawn);
    }
}
