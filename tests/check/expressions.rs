//! Slips of one character in the expressions of the examples' mappings and of those of the
//! designed integrations: few findings each, and the right name first.
//!
//! `GUSSET_MUTATIONS=all` tries all and prints the figures.

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use gusset::compile::check;
use gusset::diagnostics::Diagnostic;

use super::changes::step;
use super::examples;

/// Of the slips, each of this many is tried by default.
const STEP: usize = 607;
const NAMES: usize = 23;

/// What is put in, beside what the expression has: none ends the TOML string.
const LETTERS: &str = "ax1.,:?!()[]{}`$=<>+-*/|& _'";

struct Mapped {
    text: String,
    files: Vec<(String, Vec<u8>)>,
    /// Where each expression of a mapping is.
    expressions: Vec<Range<usize>>,
    /// What is told of it as it is: of keys that are not built yet.
    known: Vec<(String, String)>,
}

fn identity(found: &Diagnostic) -> (String, String) {
    (found.code.id.to_owned(), found.message.clone())
}

impl Mapped {
    fn new(mut files: Vec<(String, Vec<u8>)>) -> Self {
        let (_, manifest) = files.remove(0);
        let text = String::from_utf8(manifest).unwrap();
        let mut mapped = Self {
            expressions: expressions(&text),
            text,
            files,
            known: Vec::new(),
        };
        mapped.known = mapped.found(&mapped.text).iter().map(identity).collect();
        mapped
    }

    fn found(&self, text: &str) -> Vec<Diagnostic> {
        let manifest = [("integration.toml".to_owned(), text.as_bytes().to_vec())];
        let sources = examples::sources(manifest.iter().chain(&self.files));
        check(&sources, "integration.toml").diagnostics
    }

    /// What is told of a changed text and was not before.
    fn told(&self, change: &Slip) -> Vec<Diagnostic> {
        let (before, after) = (&self.text[..change.at.start], &self.text[change.at.end..]);
        let text = [before, change.instead.as_str(), after].concat();
        let mut found = self.found(&text);
        found.retain(|found| !self.known.contains(&identity(found)));
        found
    }
}

/// The strings of one line in the tables of mappings.
fn expressions(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut at, mut inside) = (0, false);
    for line in text.split_inclusive('\n') {
        if let Some(header) = line.strip_prefix('[') {
            let header = header.trim_start_matches('[');
            let rows = [".fields", ".let"].iter().any(|part| header.contains(part));
            inside = header.starts_with("mappings.") && rows;
        } else if inside
            && let Some((key, rest)) = line.split_once(" = \"")
            && let Some(end) = rest.find('"')
        {
            let start = at + key.len() + " = \"".len();
            found.push(start..start + end);
        }
        at += line.len();
    }
    found
}

/// One change of the manifest.
struct Slip {
    at: Range<usize>,
    instead: String,
    /// The name that was meant, of a slip in a name.
    meant: String,
}

fn slips(mapped: &Mapped) -> Vec<Slip> {
    let mut slips = Vec::new();
    for range in &mapped.expressions {
        for (offset, letter) in mapped.text[range.clone()].char_indices() {
            let start = range.start + offset;
            let end = start + letter.len_utf8();
            let mut add = |at: Range<usize>, instead: String| {
                let meant = String::new();
                slips.push(Slip { at, instead, meant });
            };
            add(start..end, String::new());
            for new in LETTERS.chars() {
                add(start..start, new.to_string());
                add(start..end, new.to_string());
            }
        }
    }
    slips
}

/// Slips in the names after points that no parenthesis follows: fields.
fn misspellings(mapped: &Mapped) -> Vec<Slip> {
    let mut slips = Vec::new();
    for range in &mapped.expressions {
        let text = &mapped.text[range.clone()];
        for (dot, _) in text.match_indices('.') {
            let rest = &text[dot + 1..];
            let length = rest
                .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
                .unwrap_or(rest.len());
            let (name, after) = rest.split_at(length);
            let is_name = name.len() > 2 && name.starts_with(|c: char| c.is_ascii_alphabetic());
            if !is_name || after.starts_with('(') || name == "length" {
                continue;
            }
            let start = range.start + dot + 1;
            for instead in edits(name) {
                slips.push(Slip {
                    at: start..start + length,
                    instead,
                    meant: name.to_owned(),
                });
            }
        }
    }
    slips
}

/// One letter left out, doubled, wrong, or two in the wrong order.
fn edits(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut edits = Vec::new();
    for at in 0..letters.len() {
        let mut change = |edit: &dyn Fn(&mut Vec<char>)| {
            let mut letters = letters.clone();
            edit(&mut letters);
            let edited: String = letters.into_iter().collect();
            if edited != name {
                edits.push(edited);
            }
        };
        if at > 0 {
            change(&|letters| letters.swap(at - 1, at));
            change(&|letters| {
                letters.remove(at);
            });
        }
        change(&|letters| letters.insert(at, letters[at]));
        change(&|letters| letters[at] = if letters[at] == 'e' { 'r' } else { 'e' });
    }
    edits
}

fn all() -> Vec<Mapped> {
    let all: Vec<Mapped> = examples::all()
        .into_iter()
        .chain(examples::of("tests/design"))
        .map(Mapped::new)
        .collect();
    let expressions: usize = all.iter().map(|mapped| mapped.expressions.len()).sum();
    assert!(expressions > 120, "{expressions}");
    all
}

/// What is told of each of a share of the slips.
fn told(
    all: &[Mapped],
    slips: fn(&Mapped) -> Vec<Slip>,
    usual: usize,
) -> Vec<(String, String, Vec<Diagnostic>)> {
    let slips: Vec<(&Mapped, Slip)> = all
        .iter()
        .flat_map(|mapped| slips(mapped).into_iter().map(move |slip| (mapped, slip)))
        .step_by(step(usual))
        .collect();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|worker| {
                let mine = slips.iter().skip(worker).step_by(threads);
                scope.spawn(move || {
                    mine.map(|(mapped, slip)| {
                        let line = mapped.text[slip.at.start..].lines().next().unwrap_or("");
                        let what = format!("{:?} at {line:?}", slip.instead);
                        let found = catch_unwind(AssertUnwindSafe(|| mapped.told(slip)));
                        (what.clone(), slip.meant.clone(), found.expect(&what))
                    })
                    .collect::<Vec<_>>()
                })
            })
            .collect();
        let done = workers.into_iter().map(thread::ScopedJoinHandle::join);
        done.flat_map(|told| told.expect("no panic")).collect()
    })
}

#[test]
fn a_slip_in_an_expression_gives_few_findings() {
    let told = told(&all(), slips, STEP);
    let wrong: Vec<_> = told
        .iter()
        .filter(|(_, _, found)| !found.is_empty())
        .collect();
    let findings: usize = wrong.iter().map(|(_, _, found)| found.len()).sum();
    println!(
        "{} slips, {} told of, {findings} findings",
        told.len(),
        wrong.len()
    );
    assert!(
        wrong.len() * 2 > told.len(),
        "{} of {}",
        wrong.len(),
        told.len()
    );
    assert!(
        findings * 100 <= wrong.len() * 150,
        "{findings} of {}",
        wrong.len()
    );
    let most = wrong
        .iter()
        .max_by_key(|(_, _, found)| found.len())
        .unwrap();
    assert!(most.2.len() <= 5, "{}: {:?}", most.0, most.2);
}

#[test]
fn the_right_name_is_suggested_first() {
    let told = told(&all(), misspellings, NAMES);
    let (mut asked, mut right, mut missed) = (0, 0, Vec::new());
    for (what, meant, found) in &told {
        // A slip can be another field's name, and then be right.
        let Some(help) = found.iter().find_map(|found| {
            let of_names = ["GS0511", "GS0513", "GS0515"].contains(&found.code.id);
            of_names.then(|| found.help.clone().unwrap_or_default())
        }) else {
            continue;
        };
        asked += 1;
        let first = help.split('`').nth(1).unwrap_or_default();
        if first == meant || first.ends_with(&format!(".{meant}")) {
            right += 1;
        } else {
            missed.push(format!("{what}: {help}"));
        }
    }
    println!("{right} of {asked} right");
    assert!(asked > 100, "{asked}");
    assert!(right * 100 >= asked * 95, "{right} of {asked}: {missed:#?}");
}
