//! One-character mistakes of syntax: the manifest phase adds next to nothing to what the
//! document phase says, and still sees what is wrong in other tables.

use super::tools::{fixtures, listed, read};

const ALPHABET: [&str; 13] = [
    "", "\"", "'", "=", "[", "]", "{", "}", ",", ".", "#", "\n", "x",
];

fn is_syntax(code: &str) -> bool {
    code.starts_with("GS01")
}

/// At some positions of a text, one character deleted, replaced or added; with the
/// position.
fn mutations(text: &str, step: usize) -> impl Iterator<Item = (usize, String)> {
    let positions: Vec<(usize, char)> = text.char_indices().step_by(step).collect();
    positions.into_iter().flat_map(move |(at, letter)| {
        let (before, after) = text.split_at(at);
        let rest = after.get(letter.len_utf8()..).unwrap_or("");
        let replaced = ALPHABET
            .into_iter()
            .map(move |other| (at, format!("{before}{other}{rest}")));
        let added = ALPHABET
            .into_iter()
            .skip(1)
            .map(move |other| (at, format!("{before}{other}{after}")));
        replaced.chain(added)
    })
}

#[test]
fn a_syntax_error_stays_one_finding() {
    let (mut files, mut findings, mut worst) = (0_u32, 0_u32, (0, String::new()));
    for (_, text) in fixtures("right") {
        for (_, mutated) in mutations(&text, 29) {
            let (_, found) = read(&mutated);
            if !found.iter().any(|found| is_syntax(found.code.id)) {
                continue;
            }
            files += 1;
            findings += u32::try_from(found.len()).expect("few findings");
            if found.len() > worst.0 {
                worst = (found.len(), listed(&mutated, &found));
            }
        }
    }
    assert!(files > 1000, "{files}");
    let mean = f64::from(findings) / f64::from(files);
    assert!(mean <= 1.12, "{mean} over {files}, the worst:\n{}", worst.1);
}

#[test]
fn what_is_wrong_elsewhere_is_still_seen() {
    let (_, text) = fixtures("right")
        .into_iter()
        .find(|(name, _)| name == "full")
        .expect("the full manifest");
    let header = "[systems.vault]\n";
    let text = text.replace(header, &format!("{header}colour = \"red\"\n"));
    let table = text.find(header).expect("the table");
    let end = table + text[table..].find("\n\n").expect("its end");
    let (mut files, mut seen) = (0, 0);
    for (at, mutated) in mutations(&text, 31) {
        // The blank lines around it are part of it.
        if (table.saturating_sub(2)..=end + 1).contains(&at) {
            continue;
        }
        files += 1;
        let (_, found) = read(&mutated);
        seen += usize::from(found.iter().any(|found| found.message.contains("`colour`")));
    }
    assert!(seen * 100 >= files * 99, "{seen} of {files}");
}
