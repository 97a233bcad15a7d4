//! One character less somewhere in a manifest: no panic, and few findings of syntax.

use gusset::compile::{Compilation, check};
use gusset::source::{Refusal, Sources};

use super::examples;

/// Of the places, each of this many is tried: a check takes long without optimisation.
const STEP: usize = 5;

fn checked(sources: &mut Sources) -> Compilation {
    loop {
        let compiled = check(sources, "integration.toml");
        if compiled.needs.is_empty() {
            return compiled;
        }
        for path in compiled.needs {
            sources.refuse(path, Refusal::Missing);
        }
    }
}

#[test]
fn a_lost_character_is_told_once() {
    let (mut broken, mut told) = (0_usize, 0_usize);
    for files in examples::all() {
        let manifest = String::from_utf8(files[0].1.clone()).unwrap();
        for (at, lost) in manifest.char_indices().step_by(STEP) {
            let text = format!("{}{}", &manifest[..at], &manifest[at + lost.len_utf8()..]);
            let mut sources = examples::sources(files.iter());
            sources.add("integration.toml", text);
            let syntax = checked(&mut sources)
                .diagnostics
                .iter()
                .filter(|one| one.code.id.starts_with("GS01"))
                .count();
            broken += usize::from(syntax > 0);
            told += syntax;
        }
    }
    assert!(broken > 0);
    assert!(
        told * 10 <= broken * 12,
        "{told} findings in {broken} files"
    );
}
