//! The key table as a page for people: `docs/manifest.md`.

mod kinds;

use std::fmt::Write;

use super::keys::{FIRST, Key, Section, Stage, When, sections_in_order};
use kinds::{kind_in_words, table_of_kinds};

/// What expressions can name, where.
const NAMES: &str = include_str!("names.md");

/// The reference page in Markdown, always the same bytes for the same table.
pub fn reference() -> String {
    let mut page = String::from(
        "# The manifest\n\n\
         <!-- Made from the key table in src/manifest/keys. To change it, change the table, then run\n     \
         GUSSET_UPDATE=1 cargo test --test manifest -->\n\n",
    );
    let (built, later): (Vec<_>, Vec<_>) = sections_in_order();
    for section in built {
        write_section(&mut page, section);
        if section.path.is_empty() {
            page.push_str("## Types of values\n\n");
            page.push_str(&table_of_kinds());
            page.push('\n');
            page.push_str(NAMES);
            page.push('\n');
        }
    }
    page.push_str(
        "## Designed, not built yet\n\nThese tables belong to keys that are not supported yet.\n\n",
    );
    for section in later {
        let _ = writeln!(page, "### `{}`\n\n{}\n", section.path, section.about);
        table(&mut page, section.keys.iter());
    }
    page.truncate(page.trim_end().len());
    page.push('\n');
    page
}

fn write_section(page: &mut String, section: &Section) {
    if !section.path.is_empty() {
        let _ = writeln!(page, "## `{}`\n", section.path);
    }
    let _ = writeln!(page, "{}\n", section.about);
    table(page, section.keys.iter().filter(|key| key.is_built()));
    let later = section.keys.iter().filter_map(|key| match key.stage {
        Stage::Later { instead, .. } => Some((key, instead)),
        Stage::Built => None,
    });
    let mut rows = String::new();
    for (key, instead) in later {
        let _ = writeln!(
            rows,
            "| `{}` | {} | {} |",
            key.name,
            cell(key.about),
            cell(instead)
        );
    }
    if !rows.is_empty() {
        page.push_str("Not supported yet:\n\n| key | meaning | until then |\n|---|---|---|\n");
        page.push_str(&rows);
        page.push('\n');
    }
}

fn table<'a>(page: &mut String, keys: impl Iterator<Item = &'a Key>) {
    page.push_str("| key | type | default | meaning |\n|---|---|---|---|\n");
    for key in keys {
        let _ = writeln!(
            page,
            "| `{}` | {} | {} | {} |",
            key.name,
            cell(&kind_in_words(key.kind)),
            cell(&default(key)),
            cell(&meaning(key)),
        );
    }
    page.push('\n');
}

fn default(key: &Key) -> String {
    match key.required {
        When::Always => "**required**".to_owned(),
        When::Never => key.default.unwrap_or("–").to_owned(),
        when => format!("required {}", condition(when)),
    }
}

fn meaning(key: &Key) -> String {
    let mut meaning = key.about.to_owned();
    // A condition under which it is required as well stands in the column before.
    let told = matches!(key.required, When::Is(..) | When::Has(_));
    if !told && !matches!(key.only, When::Always | When::Never) {
        let _ = write!(meaning, " Only {}.", condition(key.only));
    }
    if key.since != FIRST {
        let _ = write!(meaning, " Since {}.", key.since);
    }
    meaning
}

fn condition(when: When) -> String {
    let listed = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        names.join(", ")
    };
    match when {
        When::Always | When::Never => String::new(),
        When::Is(name, words) => format!("with `{name}` {}", listed(words)),
        When::Has(keys) => format!("with {}", listed(keys)),
        When::Lacks(keys) => format!("without {}", listed(keys)),
    }
}

/// Text that stays in its cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
