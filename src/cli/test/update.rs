//! `gusset test --update`: writes expectations, after trying them in memory.

use std::collections::BTreeMap;

use super::Which;
use crate::cases::{Edit, NewFile, Outcome, Update};
use crate::cli::Exit;
use crate::cli::terminal::{Terminal, count};
use crate::compile;
use crate::project::{Project, create, rewrite};
use crate::source::{FileId, Sources};

/// Brings the expectations of one integration up to date, on disk and in `project`.
pub(super) fn update(project: &mut Project, which: Which, terminal: &mut Terminal) -> Exit {
    let mut exit = Exit::Fine;
    let mut wanted: Vec<(usize, usize, &Update)> = Vec::new();
    for (at, mapping) in project.compilation.cases.mappings.iter().enumerate() {
        for (number, case) in mapping.cases.iter().enumerate() {
            match &case.update {
                Some(Ok(update)) if update.missing || which == Which::All => {
                    wanted.push((at, number, update));
                }
                Some(Err(why)) => {
                    let name = &case.name.value;
                    terminal.error(&format!("the case `{name}` cannot be updated: {why}"));
                    exit = Exit::Failed;
                }
                _ => {}
            }
        }
    }
    if wanted.is_empty() {
        return exit;
    }
    let edits = wanted.iter().flat_map(|(_, _, update)| &update.edits);
    let files: Vec<&NewFile> = wanted
        .iter()
        .filter_map(|(_, _, update)| update.file.as_ref())
        .collect();
    let changed = apply(&project.sources, edits);
    // What was written must make the cases pass, before it is on disk.
    let mut sources = project.sources.clone();
    for (path, (_, new)) in &changed {
        sources.add(path.clone(), new.clone());
    }
    for file in &files {
        if sources.get(&file.path).is_some() {
            terminal.error(&format!(
                "cannot write `{}`: it is there already",
                file.path
            ));
            return Exit::Failed;
        }
        sources.add(file.path.clone(), file.text.clone());
    }
    let compilation = compile::test(&sources, &project.manifest);
    let passes = |at: usize, number: usize| {
        let mapping = compilation.cases.mappings.get(at);
        let case = mapping.and_then(|mapping| mapping.cases.get(number));
        case.is_some_and(|case| matches!(case.outcome, Outcome::Passed))
    };
    if !wanted.iter().all(|(at, number, _)| passes(*at, *number)) {
        terminal.error("the cases would not pass with what would be written; nothing was written");
        return Exit::Failed;
    }
    let updated = wanted.len();
    let written = files
        .iter()
        .map(|file| create(&project.folder, &file.path, file.text.as_bytes()))
        .chain(
            changed
                .iter()
                .map(|(path, (old, new))| rewrite(&project.folder, path, old, new)),
        )
        .find_map(Result::err);
    if let Some(error) = written {
        terminal.error(&error.to_string());
        return Exit::Failed;
    }
    terminal.err(&format!("wrote {}\n", count(updated, "expectation")));
    project.sources = sources;
    project.compilation = compilation;
    exit
}

/// The files that edits change, by path, with their bytes before and after.
fn apply<'a>(
    sources: &Sources,
    edits: impl Iterator<Item = &'a Edit>,
) -> BTreeMap<String, (Vec<u8>, Vec<u8>)> {
    let mut by_file: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
    for edit in edits {
        by_file.entry(edit.span.file).or_default().push(edit);
    }
    let mut changed = BTreeMap::new();
    for (file, mut edits) in by_file {
        let Some(source) = sources.file(file) else {
            continue;
        };
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        edits.dedup();
        let old = source.bytes();
        let mut new = Vec::with_capacity(old.len());
        let mut from = 0;
        for edit in edits {
            let range = edit.span.range();
            new.extend_from_slice(old.get(from..range.start).unwrap_or(&[]));
            new.extend_from_slice(edit.text.as_bytes());
            from = range.end.max(from);
        }
        new.extend_from_slice(old.get(from..).unwrap_or(&[]));
        changed.insert(source.path().to_owned(), (old.to_vec(), new));
    }
    changed
}
