//! What it takes to give a key another name, wherever the file has it: a table made by
//! headers has its name in each of them.

use crate::diagnostics::Edit;
use crate::document::{Document, Entry, Node, NodeKind, Table, TableStyle};
use crate::manifest::keys::Kind;
use crate::source::Span;

use super::place::Place;
use super::value::is_header;

/// The edits that rename the key; `None` where dots repeat it. `place` is its table.
pub fn renames(
    entry: &Entry,
    name: &str,
    document: &Document,
    place: &Place<'_>,
) -> Option<Vec<Edit>> {
    let mut headers = Vec::new();
    collect(&entry.value, &mut headers);
    let keys = if is_header(&entry.value) {
        let depth = place.depth();
        headers
            .into_iter()
            .map(|header| document.keys_of(header).get(depth).copied())
            .collect::<Option<Vec<Span>>>()?
    } else {
        let table = entry.value.as_table();
        let repeated =
            table.is_some_and(|table| table.style == TableStyle::Dotted && table.entries.len() > 1);
        if repeated || !headers.is_empty() {
            return None;
        }
        vec![entry.key.span]
    };
    let edit = |span| Edit {
        span,
        text: name.to_owned(),
    };
    Some(keys.into_iter().map(edit).collect())
}

/// The headers of a value and of all within it.
fn collect(node: &Node, headers: &mut Vec<Span>) {
    match &node.kind {
        NodeKind::Table(table) => {
            if table.style == TableStyle::Header {
                headers.push(table.span);
            }
            for entry in &table.entries {
                collect(&entry.value, headers);
            }
        }
        NodeKind::Array(items) => {
            for item in items {
                collect(item, headers);
            }
        }
        _ => {}
    }
}

/// The key under its right name, as a header where it has one: `` `[mappings.to_line]` ``.
pub fn header(entry: &Entry, name: &str, place: &Place<'_>) -> String {
    if is_header(&entry.value) {
        first_header(&entry.value, &place.key(name))
    } else {
        format!("`{name}`")
    }
}

fn first_header(node: &Node, place: &Place<'_>) -> String {
    match &node.kind {
        NodeKind::Array(_) => place.list_header(),
        NodeKind::Table(Table {
            style: TableStyle::Implicit,
            entries,
            ..
        }) => match entries.first() {
            Some(first) => first_header(&first.value, &place.key(&first.key.name)),
            None => place.to_string(),
        },
        _ => place.to_string(),
    }
}

/// Whether headers make both values, so that they can be read as one; and then, whether
/// one name for both clashes nowhere.
pub fn joins(kind: Kind, one: &Node, other: &Node) -> Option<bool> {
    if !is_header(one) || !is_header(other) {
        return None;
    }
    match (kind, &one.kind, &other.kind) {
        (Kind::Map { .. }, NodeKind::Table(one), NodeKind::Table(other)) => {
            let implicit = one.style == TableStyle::Implicit || other.style == TableStyle::Implicit;
            let shared = |entry: &Entry| other.get(&entry.key.name).is_some();
            Some(implicit && !one.entries.iter().any(shared))
        }
        (Kind::List { .. }, NodeKind::Array(_), NodeKind::Array(_)) => Some(true),
        _ => None,
    }
}
