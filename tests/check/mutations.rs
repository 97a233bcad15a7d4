//! Every change of one character in the examples' manifests, through the whole of `check`:
//! no panic, a mistake of syntax is told about once, and what is wrong in other tables is
//! still told.
//!
//! The suite tries a share; `GUSSET_MUTATIONS=all cargo test --release --test check mutations`
//! tries all and prints the figures.

use std::collections::BTreeMap;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use gusset::compile::{Compilation, check};
use gusset::diagnostics::Diagnostic;
use gusset::source::Refusal;

use super::changes::{Change, changes, step};
use super::examples;

/// Of the changes, each of this many is tried by default. It is prime, so that all kinds
/// of changes and all places are met.
const STEP: usize = 1009;

/// The unknown keys that are planted, in this order.
const MARKERS: [&str; 3] = ["planted_first", "planted_middle", "planted_last"];

/// An example with an unknown key in its first table, in one in the middle and in its last.
struct Planted {
    name: String,
    text: String,
    files: Vec<(String, Vec<u8>)>,
    /// Where each planted key's table is.
    tables: Vec<Range<usize>>,
}

impl Planted {
    fn new(number: usize, mut files: Vec<(String, Vec<u8>)>) -> Self {
        let (_, manifest) = files.remove(0);
        let manifest = String::from_utf8(manifest).unwrap();
        let headers = |text: &str| -> Vec<usize> {
            text.match_indices("\n[").map(|(at, _)| at + 1).collect()
        };
        let found = headers(&manifest);
        let middle = found.len() / 2;
        // Of the tables in the middle, one whose keys are not the author's own.
        let known = found[middle..].iter().find(|header| {
            let line = manifest[**header..].lines().next().unwrap();
            [".tests]]", ".steps]]"]
                .iter()
                .any(|end| line.ends_with(end))
                || line.starts_with("[mappings.") && line.matches('.').count() == 1
        });
        let chosen = [found[0], *known.unwrap(), found[found.len() - 1]];
        let mut text = manifest;
        for (header, marker) in chosen.into_iter().zip(MARKERS).rev() {
            let line = header + text[header..].find('\n').unwrap() + 1;
            text.insert_str(line, &format!("{marker} = true\n"));
        }
        let ends = headers(&text);
        let tables = MARKERS.map(|marker| {
            let place = text.find(marker).unwrap();
            let next = ends.partition_point(|header| *header < place);
            let end = ends.get(next).copied().unwrap_or(text.len());
            // A change in the line before may take the header along.
            ends[next - 1] - 1..end
        });
        Self {
            name: format!("example {number}"),
            text,
            files,
            tables: tables.to_vec(),
        }
    }

    fn check(&self, text: &str) -> Compilation {
        let mut sources = examples::sources(self.files.iter());
        sources.add("integration.toml", text);
        loop {
            let compiled = check(&sources, "integration.toml");
            if compiled.needs.is_empty() {
                return compiled;
            }
            for path in compiled.needs {
                sources.refuse(path, Refusal::Missing);
            }
        }
    }
}

#[derive(Default)]
struct Tally {
    mutants: usize,
    panics: Vec<String>,
    /// Files that the `toml` crate refuses, and what is told about them.
    broken: usize,
    told: usize,
    by_count: BTreeMap<usize, usize>,
    by_codes: BTreeMap<String, (usize, String)>,
    markers: usize,
    lost: Vec<String>,
}

fn is_marker(found: &Diagnostic) -> bool {
    found.code.id == "GS0201" && MARKERS.iter().any(|marker| found.message.contains(marker))
}

impl Tally {
    fn add(&mut self, planted: &Planted, change: Change) {
        self.mutants += 1;
        let text = change.apply(&planted.text);
        let place = || {
            let line = planted.text[..change.at].matches('\n').count() + 1;
            let start = planted.text[..change.at].rfind('\n').map_or(0, |at| at + 1);
            let content = planted.text[start..].lines().next().unwrap_or("");
            format!(
                "{} line {line} column {} remove {} insert {:?}: {content}",
                planted.name,
                change.at - start + 1,
                change.remove,
                change.insert
            )
        };
        let Ok(compiled) = catch_unwind(AssertUnwindSafe(|| planted.check(&text))) else {
            self.panics.push(place());
            return;
        };
        let found = compiled.diagnostics;
        for (marker, table) in MARKERS.iter().zip(&planted.tables) {
            if !table.contains(&change.at) {
                self.markers += 1;
                let told = |one: &Diagnostic| is_marker(one) && one.message.contains(marker);
                if !found.iter().any(told) {
                    self.lost.push(format!("{marker}: {}", place()));
                }
            }
        }
        if text.parse::<toml::Table>().is_ok() {
            return;
        }
        self.broken += 1;
        let rest: Vec<&Diagnostic> = found.iter().filter(|found| !is_marker(found)).collect();
        self.told += rest.len();
        *self.by_count.entry(rest.len()).or_default() += 1;
        if rest.len() != 1 {
            let codes: Vec<&str> = rest.iter().map(|found| found.code.id).collect();
            let group = self.by_codes.entry(codes.join(" ")).or_default();
            group.0 += 1;
            if group.1.is_empty() {
                group.1 = place();
            }
        }
    }

    fn join(mut self, other: Self) -> Self {
        self.mutants += other.mutants;
        self.panics.extend(other.panics);
        self.broken += other.broken;
        self.told += other.told;
        for (count, files) in other.by_count {
            *self.by_count.entry(count).or_default() += files;
        }
        for (codes, (files, first)) in other.by_codes {
            self.by_codes.entry(codes).or_insert((0, first)).0 += files;
        }
        self.markers += other.markers;
        self.lost.extend(other.lost);
        self
    }

    fn print(&self) {
        println!(
            "{} mutants, {} panics; {} broken, {} told ({}.{:03} each); {} of {} markers lost",
            self.mutants,
            self.panics.len(),
            self.broken,
            self.told,
            self.told / self.broken,
            self.told * 1000 / self.broken % 1000,
            self.lost.len(),
            self.markers,
        );
        println!("broken files by number of findings: {:?}", self.by_count);
        let mut groups: Vec<_> = self.by_codes.iter().collect();
        groups.sort_by_key(|(_, (files, _))| std::cmp::Reverse(*files));
        for (codes, (files, first)) in groups.into_iter().take(40) {
            println!("{files:6} × [{codes}], as {first}");
        }
        for lost in self.lost.iter().step_by(self.lost.len() / 60 + 1) {
            println!("lost {lost}");
        }
    }
}

#[test]
fn one_wrong_character_is_one_mistake_and_hides_no_other() {
    let planted: Vec<Planted> = examples::all()
        .into_iter()
        .enumerate()
        .map(|(number, files)| Planted::new(number + 1, files))
        .collect();
    for planted in &planted {
        let found = planted.check(&planted.text).diagnostics;
        assert_eq!(found.len(), MARKERS.len(), "{found:?}");
        assert!(found.iter().all(is_marker), "{found:?}");
    }
    let all: Vec<(&Planted, Change)> = planted
        .iter()
        .flat_map(|planted| changes(&planted.text).map(move |change| (planted, change)))
        .step_by(step(STEP))
        .collect();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let tally = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|worker| {
                let mine = all.iter().skip(worker).step_by(threads);
                scope.spawn(move || {
                    let mut tally = Tally::default();
                    mine.for_each(|(planted, change)| tally.add(planted, *change));
                    tally
                })
            })
            .collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap())
            .fold(Tally::default(), Tally::join)
    });
    tally.print();
    assert!(tally.panics.is_empty(), "{:#?}", tally.panics);
    assert!(tally.broken * 3 > tally.mutants, "{}", tally.broken);
    assert!(tally.told * 10 <= tally.broken * 12, "{}", tally.told);
    assert!(tally.lost.len() * 100 <= tally.markers, "{:#?}", tally.lost);
}
