//! Every change of one character in a manifest: the parser agrees with the `toml` crate
//! on what is right, tells a mistake once, and keeps the rest of the tree.

use super::tools::{lines, read, table};

const MANIFEST: &str = include_str!("orders.toml");
const ALPHABET: &str = "\"'[]{}=.,# \n\\a0-_";

/// A table that no mutation touches, in front and at the end.
const HEAD: &str = "[planted.first]\nmarker = 1\n\n";
const TAIL: &str = "\n[planted.last]\nmarker = 1\n";

/// Every text that differs from the manifest in one character.
fn mutants() -> impl Iterator<Item = String> {
    let places: Vec<(usize, char)> = MANIFEST.char_indices().collect();
    places.into_iter().flat_map(|(at, old)| {
        let (before, after) = (&MANIFEST[..at], &MANIFEST[at + old.len_utf8()..]);
        let deleted = std::iter::once(format!("{before}{after}"));
        let changed = ALPHABET.chars().flat_map(move |new| {
            let inserted = format!("{before}{new}{old}{after}");
            let replaced = (new != old).then(|| format!("{before}{new}{after}"));
            std::iter::once(inserted).chain(replaced)
        });
        deleted.chain(changed)
    })
}

#[derive(Default)]
struct Tally {
    mutants: usize,
    broken: usize,
    told: usize,
    most: usize,
    lost: usize,
    worst: Vec<String>,
}

impl Tally {
    fn add(&mut self, mutant: &str) {
        let text = format!("{HEAD}{mutant}{TAIL}");
        let right = text.parse::<toml::Table>().is_ok();
        let (sources, document, found) = read(text.as_str());
        self.mutants += 1;
        assert_eq!(
            found.is_empty(),
            right,
            "the toml crate takes it: {right}\n{}\n{text}",
            lines(&sources, &found)
        );
        if right {
            return;
        }
        self.broken += 1;
        self.told += found.len();
        if found.len() > 3 {
            self.worst.push(lines(&sources, &found));
        }
        self.most = self.most.max(found.len());
        let kept = |path| table(&document, path).is_some_and(|table| table.get("marker").is_some());
        if !kept("planted.first") || !kept("planted.last") {
            self.lost += 1;
        }
    }
}

#[test]
fn one_wrong_character_is_one_mistake() {
    let all: Vec<String> = mutants().collect();
    let (left, right) = all.split_at(all.len() / 2);
    let count = |mutants: &[String]| {
        let mut tally = Tally::default();
        for mutant in mutants {
            tally.add(mutant);
        }
        tally
    };
    let (left, right) = std::thread::scope(|scope| {
        let other = scope.spawn(|| count(left));
        let right = count(right);
        (other.join().expect("no panic"), right)
    });
    let broken = left.broken + right.broken;
    let told = left.told + right.told;
    let lost = left.lost + right.lost;
    let most = left.most.max(right.most);
    println!(
        "{} mutants, {broken} broken, {told} told, at most {most}, {lost} lost a marker",
        left.mutants + right.mutants
    );
    for worst in left.worst.iter().chain(&right.worst).take(20) {
        println!("{worst}");
    }
    assert!(broken > 20_000, "only {broken} mutants are broken");
    assert!(told * 10 <= broken * 12, "{told} told for {broken} broken");
    assert!(lost * 100 <= broken, "{lost} of {broken} lost a marker");
}
