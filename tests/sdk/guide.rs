//! The TypeScript blocks of the public SDK guide against our declarations. The guide is
//! not ours to copy, so this runs by hand, with Markdown files of it:
//!
//! ```text
//! GUSSET_GUIDE=sdk-guide.md:context.mdx cargo test --test sdk guide -- --ignored
//! ```
//!
//! Blocks lean on names and payloads that only the text around them explains. What they
//! lean on is in `preludes.ts`, one entry a block, which also says which blocks are no
//! programs at all.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::deno;
use crate::workspace::Workspace;

const PRELUDES: &str = include_str!("guide/preludes.ts");

/// Only what the blocks can be held to: they leave names unused, extensions out, and
/// callbacks on what `json()` gave without types.
const SETTINGS: &str = r#"{
  "workspace": ["./project"],
  "imports": { "@versori/run": "./sdk/versori-run.ts" },
  "lock": false,
  "nodeModulesDir": "none",
  "unstable": ["sloppy-imports"],
  "compilerOptions": { "strict": true, "noImplicitAny": false }
}
"#;

enum Entry {
    /// TypeScript that is put after the block.
    Prelude(String),
    /// The same, and the block is a list of signatures, put into a namespace `Guide`.
    Signatures(String),
    /// Why the block is no program.
    Skipped(String),
}

#[test]
#[ignore = "needs a copy of the public guide, named by GUSSET_GUIDE"]
fn the_public_guide_compiles() {
    let paths = std::env::var("GUSSET_GUIDE").expect("GUSSET_GUIDE names Markdown files");
    let entries = entries();
    let mut used = 0;
    let mut failures = Vec::new();
    for path in paths.split(':') {
        let markdown = fs::read_to_string(path).expect("the guide is there");
        let file = Path::new(path)
            .file_name()
            .expect("a file")
            .to_string_lossy();
        let blocks = blocks(&markdown);
        assert!(!blocks.is_empty(), "{path} has no TypeScript");
        for (heading, block) in blocks {
            let name = format!("{file}: {heading}");
            let entry = entries.get(name.as_str());
            used += usize::from(entry.is_some());
            let source = match entry {
                Some(Entry::Skipped(why)) => {
                    eprintln!("skipped {name}: {why}");
                    continue;
                }
                Some(Entry::Prelude(prelude)) => format!("{block}\n{prelude}"),
                Some(Entry::Signatures(prelude)) => {
                    format!("declare namespace Guide {{\n{block}}}\n{prelude}")
                }
                None => block,
            };
            let workspace = Workspace::new();
            workspace.write("deno.json", SETTINGS);
            let example = "import { fn, workflow } from \"@versori/run\";\n\
                           export const processDataWorkflow = workflow(\"w\").then(fn(\"f\", () => 1));\n";
            workspace.write("project/src/workflows/durable-example.ts", example);
            workspace.write("project/src/block.ts", &format!("{source}\nexport {{}};\n"));
            for deno in deno::both() {
                let run = deno.run(&workspace.path("project"), &["check", "src/block.ts"]);
                if !run.succeeded {
                    failures.push(format!("=== {name} ({})\n{}", deno.name, run.stderr));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(used > 0);
}

/// `//# FILE: HEADING N` begins a prelude, `//# signatures FILE: HEADING N` one for a
/// list of signatures; `//# skip FILE: HEADING N -- WHY` stands alone.
fn entries() -> BTreeMap<&'static str, Entry> {
    let mut entries = BTreeMap::new();
    for section in PRELUDES.split("//# ").skip(1) {
        let (title, text) = section.split_once('\n').unwrap_or((section, ""));
        if let Some(skipped) = title.strip_prefix("skip ") {
            let (name, why) = skipped.split_once(" -- ").expect("a reason");
            entries.insert(name, Entry::Skipped(why.to_owned()));
        } else if let Some(name) = title.strip_prefix("signatures ") {
            entries.insert(name, Entry::Signatures(text.to_owned()));
        } else {
            entries.insert(title, Entry::Prelude(text.to_owned()));
        }
    }
    entries
}

/// Each TypeScript block with its heading and its number below that heading.
fn blocks(markdown: &str) -> Vec<(String, String)> {
    let mut blocks: Vec<(String, String)> = Vec::new();
    let mut heading = "";
    let mut number = 0;
    let mut open: Option<(bool, String)> = None;
    for line in markdown.lines() {
        let fence = line.trim_start().strip_prefix("```");
        match (&mut open, fence) {
            (None, Some(language)) => {
                let is_typescript = ["typescript", "ts"].contains(&language.trim());
                open = Some((is_typescript, String::new()));
            }
            (Some((is_typescript, text)), Some(_)) => {
                if *is_typescript {
                    number += 1;
                    blocks.push((format!("{heading} {number}"), std::mem::take(text)));
                }
                open = None;
            }
            (Some((_, text)), None) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, None) => {
                if line.starts_with('#') {
                    heading = line.trim_start_matches('#').trim();
                    number = 0;
                }
            }
        }
    }
    blocks
}
