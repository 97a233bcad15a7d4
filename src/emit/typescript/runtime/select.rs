//! The files that hold the helpers in use.

use std::collections::{BTreeMap, BTreeSet};

use super::parts::{self, Part};
use super::{Helper, MODULES};

/// The text width of generated TypeScript, which is `deno fmt`'s.
const WIDTH: usize = 80;

/// One module with only what is used of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuntimeFile {
    /// The file's name: `decimal.ts`. All lie in one folder.
    pub name: &'static str,
    /// Imports and declarations, formatted; ends with a line feed.
    pub text: String,
}

/// The files that declare these helpers and what they need, and nothing else.
pub fn select(used: &BTreeSet<Helper>) -> Vec<RuntimeFile> {
    let parts = parts::all();
    let by_name: BTreeMap<&str, &Part> = parts.iter().map(|part| (part.name, part)).collect();
    let mut selected = BTreeSet::new();
    let mut open: Vec<&str> = used.iter().map(|helper| helper.name()).collect();
    while let Some(name) = open.pop() {
        if selected.insert(name) {
            let needs = by_name.get(name).map_or(&[][..], |part| &part.needs);
            open.extend(needs.iter().map(|need| need.name));
        }
    }
    MODULES
        .iter()
        .filter_map(|module| {
            let chosen: Vec<&Part> = parts
                .iter()
                .filter(|part| part.module == *module && selected.contains(part.name))
                .collect();
            if chosen.is_empty() {
                return None;
            }
            let declarations: Vec<&str> = chosen.iter().map(|part| part.text).collect();
            let mut text = imports(&chosen, &by_name);
            text.push_str(&declarations.join("\n\n"));
            text.push('\n');
            Some(RuntimeFile {
                name: module.file,
                text,
            })
        })
        .collect()
}

/// The import lines of a file, and a blank line where there are any.
fn imports(chosen: &[&Part], by_name: &BTreeMap<&str, &Part>) -> String {
    // File name, then name, then whether it is used in types only.
    let mut files: BTreeMap<&str, BTreeMap<&str, bool>> = BTreeMap::new();
    for part in chosen {
        for need in &part.needs {
            let Some(target) = by_name.get(need.name) else {
                continue;
            };
            if target.module != part.module {
                *files
                    .entry(target.module.file)
                    .or_default()
                    .entry(need.name)
                    .or_insert(true) &= need.as_type || target.is_type;
            }
        }
    }
    let lines: String = files
        .iter()
        .map(|(file, names)| import(file, names))
        .collect();
    if lines.is_empty() {
        lines
    } else {
        lines + "\n"
    }
}

fn import(file: &str, names: &BTreeMap<&str, bool>) -> String {
    let only_types = names.values().all(|as_type| *as_type);
    let mut specifiers: Vec<(&str, bool)> = names.iter().map(|(n, t)| (*n, *t)).collect();
    specifiers.sort_by_key(|(name, _)| name.to_lowercase());
    let specifiers: Vec<String> = specifiers
        .into_iter()
        .map(|(name, as_type)| {
            let keyword = if as_type && !only_types { "type " } else { "" };
            format!("{keyword}{name}")
        })
        .collect();
    let keyword = if only_types { "import type" } else { "import" };
    let line = format!(
        "{keyword} {{ {} }} from \"./{file}\";\n",
        specifiers.join(", ")
    );
    if line.len() <= WIDTH + 1 {
        line
    } else {
        let list: String = specifiers
            .iter()
            .map(|name| format!("  {name},\n"))
            .collect();
        format!("{keyword} {{\n{list}}} from \"./{file}\";\n")
    }
}
