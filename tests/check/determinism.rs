//! The same sources give the same output, in whatever order they came.

use gusset::check::RULES;
use gusset::compile::compile;
use gusset::diagnostics::codes;

use super::examples;

#[test]
fn the_output_depends_on_nothing_but_the_sources() {
    for files in examples::all() {
        let sources = examples::sources(files.iter());
        let first = compile(&sources, "integration.toml");
        assert!(!first.artifacts.is_empty(), "{:?}", first.diagnostics);
        let second = compile(&sources, "integration.toml");
        assert_eq!(first.artifacts, second.artifacts);
        assert_eq!(first.graph, second.graph);
        let backwards = compile(&examples::sources(files.iter().rev()), "integration.toml");
        assert_eq!(first.artifacts, backwards.artifacts);
        assert_eq!(first.graph, backwards.graph);
    }
}

#[test]
fn every_code_of_a_rule_is_registered() {
    for code in RULES.iter().flat_map(|rule| rule.codes) {
        assert!(codes::all().any(|one| one.id == code.id), "{}", code.id);
    }
}
