//! Manifests with mistakes, each of which says what must be told about it; and the
//! pages of the codes.

use std::path::Path;

use gusset::diagnostics::codes;

use super::tools::{lines, read};
use crate::expectations;

#[test]
fn each_fixture_gives_what_its_comments_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/document/fixtures");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder of fixtures")
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    assert!(paths.len() >= 6, "{paths:?}");
    let mut wrong = String::new();
    for path in paths {
        let (sources, _, found) = read(std::fs::read(&path).expect("a file"));
        if let Err(why) = expectations::check(&sources, &found) {
            wrong.push_str(&format!("{}:\n{why}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn expectations_miss_nothing() {
    let text = "# error: GS0104\na = b\nc = d # error: GS0104 \"in quotes\"\n";
    let (sources, _, found) = read(text);
    assert_eq!(expectations::check(&sources, &found), Ok(()));
    let others = [
        // One too many, one too few, another line, code, severity and text.
        text.replace("c = d", "c = 1"),
        text.replace("# error: GS0104\n", ""),
        text.replace("a = b", "\na = b"),
        text.replace("GS0104\n", "GS0105\n"),
        text.replace("# error: GS0104\n", "# warning: GS0104\n"),
        text.replace("in quotes", "in braces"),
    ];
    for other in others {
        let (sources, _, found) = read(other.as_str());
        assert!(expectations::check(&sources, &found).is_err(), "{other}");
    }
}

/// The one ```` ```toml ```` block below a heading.
fn block<'p>(page: &'p str, heading: &str) -> &'p str {
    page.split_once(heading)
        .and_then(|(_, rest)| rest.split_once("```toml\n"))
        .and_then(|(_, rest)| rest.split_once("```"))
        .map_or_else(
            || panic!("no block after {heading} in {page}"),
            |(block, _)| block,
        )
}

#[test]
fn each_page_shows_its_code() {
    for code in codes::syntax::ALL {
        let (sources, _, found) = read(block(code.page, "## Wrong"));
        let ids: Vec<_> = found.iter().map(|diagnostic| diagnostic.code.id).collect();
        assert_eq!(ids, [code.id], "{}", lines(&sources, &found));
        let (sources, _, found) = read(block(code.page, "## Right"));
        assert!(found.is_empty(), "{}: {}", code.id, lines(&sources, &found));
    }
}
