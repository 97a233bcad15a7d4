//! Schemas by name, and operations by id or by method and path.

use super::Version;
use crate::diagnostics::codes::types as codes;
use crate::diagnostics::{Diagnostic, closest};
use crate::document::Text;
use crate::source::FileId;
use crate::types::documents::{Library, Place, tokens};
use crate::types::json::Json;

/// The methods of a path.
pub const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// An operation of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub place: Place,
    /// The path item around it, which may add parameters.
    pub item: Place,
    /// It is called by the API, not by us.
    pub webhook: bool,
}

/// The schema of that name, or pointer; `None` when there is none, which is reported.
pub fn schema(
    library: &mut Library<'_>,
    file: FileId,
    version: Version,
    name: &Text,
) -> Option<Place> {
    let container = Place::new(file, version.schemas());
    let pointer = name.value.trim_start_matches('#');
    if let Some(pointer) = pointer.strip_prefix('/') {
        let place = Place {
            file,
            names: tokens(pointer),
        };
        if library.read(&place).is_some() {
            return Some(place);
        }
    }
    let place = container.inside(&[&name.value]);
    if library.read(&place).is_some() {
        return Some(place);
    }
    let names = library.names(&container).unwrap_or_default();
    let names: Vec<&str> = names.iter().map(|(name, _)| name.as_str()).collect();
    let wanted = name.value.rsplit('/').next().unwrap_or(&name.value);
    let help = match suggestion(wanted, &names) {
        Some(near) => format!("write `{near}`"),
        None if names.is_empty() => {
            "the document has no schemas of its own: write `operation` instead".to_owned()
        }
        None => format!("the document has {}", some_of(&names)),
    };
    let message = format!("the document has no schema `{}`", name.value);
    let finding = Diagnostic::new(&codes::UNKNOWN_SCHEMA, name.span, message);
    library.report(finding.help(help));
    None
}

/// The operation of that id or of that method and path; `None` when there is none, which
/// is reported.
pub fn operation(library: &mut Library<'_>, file: FileId, name: &Text) -> Option<Found> {
    let wanted = name.value.trim();
    let found = wanted
        .split_once(char::is_whitespace)
        .and_then(|(method, path)| {
            by_path(library, file, &method.to_ascii_lowercase(), path.trim())
        });
    // Ids and names of webhooks may have spaces too.
    let found = found
        .or_else(|| by_id(library, file, wanted))
        .or_else(|| webhook(library, file, wanted));
    if found.is_some() {
        return found;
    }
    let known = operations(library, file);
    let ids: Vec<&str> = known.iter().filter_map(|(_, id)| id.as_deref()).collect();
    let calls: Vec<&str> = known.iter().map(|(call, _)| call.as_str()).collect();
    let is_call = wanted.contains(['/', ' ']);
    let names = if is_call { &calls } else { &ids };
    let help = match suggestion(wanted, names) {
        Some(near) => format!("write `{near}`"),
        None if known.is_empty() => "the document has no operations".to_owned(),
        None if names.is_empty() => format!("write the method and the path: {}", some_of(&calls)),
        None => format!("the document has {}", some_of(names)),
    };
    let message = format!("the document has no operation `{wanted}`");
    let finding = Diagnostic::new(&codes::UNKNOWN_OPERATION, name.span, message);
    library.report(finding.help(help));
    None
}

/// The operation of a method and a path, whose parameters may have other names.
pub fn by_path(library: &mut Library<'_>, file: FileId, method: &str, path: &str) -> Option<Found> {
    let paths = Place::new(file, &["paths"]);
    let names = library.names(&paths)?;
    let exact = names.iter().find(|(known, _)| known == path);
    let wanted = template(path);
    let alike = || names.iter().find(|(known, _)| template(known) == wanted);
    let (known, _) = exact.or_else(alike)?;
    at_item(library, &paths.inside(&[known]), method, false)
}

/// A path with its parameters unnamed and without a slash at the end.
fn template(path: &str) -> String {
    let mut plain = String::with_capacity(path.len());
    let mut depth = 0usize;
    for letter in path.trim_end_matches('/').chars() {
        match letter {
            '{' => depth += 1,
            '}' => {
                depth = depth.saturating_sub(1);
                plain.push_str("{}");
            }
            other if depth == 0 => plain.push(other),
            _ => {}
        }
    }
    plain
}

/// The operation of a method in a path item, which may stand elsewhere.
pub(super) fn at_item(
    library: &mut Library<'_>,
    item: &Place,
    method: &str,
    webhook: bool,
) -> Option<Found> {
    let item = library.dereferenced(item).ok()?;
    let place = item.inside(&[method]);
    library.read(&place)?;
    Some(Found {
        place,
        item,
        webhook,
    })
}

/// Where path items stand, and whether the API calls them.
const ITEMS: &[(&str, bool)] = &[("paths", false), ("webhooks", true), ("x-webhooks", true)];

fn by_id(library: &mut Library<'_>, file: FileId, id: &str) -> Option<Found> {
    for (container, webhook) in ITEMS {
        let container = Place::new(file, &[container]);
        for (path, _) in library.names(&container).unwrap_or_default() {
            let item = container.inside(&[&path]);
            // Most items are passed over by their text alone.
            if library
                .text_of(&item)
                .is_some_and(|text| !text.contains(id) && !text.contains("$ref"))
            {
                continue;
            }
            let Ok(item) = library.dereferenced(&item) else {
                continue;
            };
            for method in METHODS {
                let operation = library.read(&item).and_then(|item| item.get(method));
                if operation.and_then(|member| id_of(&member.value)) == Some(id) {
                    return at_item(library, &item, method, *webhook);
                }
            }
        }
    }
    None
}

/// The webhook of that name.
fn webhook(library: &mut Library<'_>, file: FileId, name: &str) -> Option<Found> {
    ITEMS
        .iter()
        .filter(|(_, webhook)| *webhook)
        .find_map(|(container, _)| {
            let item = Place::new(file, &[container, name]);
            METHODS
                .iter()
                .find_map(|method| at_item(library, &item, method, true))
        })
}

fn id_of(operation: &Json) -> Option<&str> {
    operation.get("operationId")?.value.as_str()
}

/// Every operation as `get /path`, and its id.
fn operations(library: &mut Library<'_>, file: FileId) -> Vec<(String, Option<String>)> {
    let mut found = Vec::new();
    for (container, webhook) in ITEMS {
        let container = Place::new(file, &[container]);
        for (path, _) in library.names(&container).unwrap_or_default() {
            if *webhook {
                found.push((path.clone(), Some(path.clone())));
            }
            let Ok(item) = library.dereferenced(&container.inside(&[&path])) else {
                continue;
            };
            let Some(item) = library.read(&item) else {
                continue;
            };
            for method in METHODS {
                if let Some(operation) = item.get(method) {
                    let id = id_of(&operation.value).map(str::to_owned);
                    found.push((format!("{} {path}", method.to_uppercase()), id));
                }
            }
        }
    }
    found
}

/// The name that was meant: the same but for case and separators, one that ends like
/// it, or the nearest.
fn suggestion<'a>(wanted: &str, names: &[&'a str]) -> Option<&'a str> {
    let plain = |text: &str| -> String {
        let letters = text.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let bare = plain(wanted);
    let same = names.iter().find(|name| plain(name) == bare);
    let near = || closest(wanted, names.iter().copied());
    let ending = || {
        let mut ends = names.iter().filter(|name| plain(name).ends_with(&bare));
        ends.next().filter(|_| bare.len() > 2)
    };
    same.copied().or_else(near).or_else(|| ending().copied())
}

/// The first few names, for a message.
fn some_of(names: &[&str]) -> String {
    const SHOWN: usize = 8;
    let shown: Vec<String> = names
        .iter()
        .take(SHOWN)
        .map(|name| format!("`{name}`"))
        .collect();
    let more = names.len().saturating_sub(SHOWN);
    if more == 0 {
        shown.join(", ")
    } else {
        format!("{} and {more} more", shown.join(", "))
    }
}
