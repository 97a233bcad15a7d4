//! The function table: what holds for every row.

use std::collections::BTreeSet;

use gusset::emit::typescript::runtime::Helper;
use gusset::expression::functions::{self, Emit};

use crate::fixture::world;

#[test]
fn rows_are_whole() {
    let mut names = BTreeSet::new();
    let mut synonyms = BTreeSet::new();
    for function in functions::all() {
        let name = function.name;
        assert!(names.insert(name), "{name} is there twice");
        assert!(
            !function.summary.is_empty() && !function.summary.ends_with('.'),
            "{name}"
        );
        assert!(
            !function.edges.is_empty() && !function.edges.ends_with('.'),
            "{name}"
        );
        assert!(!function.signatures.is_empty(), "{name}");
        assert_eq!(functions::find(name).map(|found| found.name), Some(name));
        for synonym in function.synonyms {
            assert!(
                synonyms.insert(*synonym),
                "{synonym} of {name} means two functions"
            );
        }
        for signature in function.signatures {
            let needed = signature.parameters.iter().position(|p| p.optional);
            let after = signature
                .parameters
                .iter()
                .skip(needed.unwrap_or(usize::MAX));
            assert!(
                after.clone().all(|p| p.optional),
                "{name}: optional ones come last"
            );
            let is_method = matches!(
                signature.emit,
                Emit::Method(_) | Emit::Property(_) | Emit::Text(_) | Emit::Replace(_)
            );
            assert!(is_method || !function.is_member(), "{name}");
        }
    }
    for synonym in synonyms {
        assert!(
            !names.contains(synonym),
            "{synonym} is a function of its own"
        );
    }
}

#[test]
fn every_helper_is_in_the_runtime() {
    for function in functions::all() {
        for signature in function.signatures {
            if let Emit::Helper(helper) | Emit::Shift(helper) | Emit::Lazy(helper) = signature.emit
            {
                let known = Helper::ALL.iter().any(|known| known.name() == helper);
                assert!(known, "{helper} of {}", function.name);
            }
        }
    }
}

#[test]
fn examples_are_right() {
    // Examples have names of their own; what they call must be right.
    for function in functions::all() {
        let outcome = world().check(function.example, None);
        for problem in &outcome.problems {
            let of_names = ["GS0511", "GS0513", "GS0514", "GS0517"].contains(&problem.code.id);
            assert!(of_names, "{}: {}", function.example, problem.message);
        }
    }
}
