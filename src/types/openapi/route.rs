//! The operation that a request of a step is, by its path.

use super::Found;
use super::find::at_item;
use crate::source::FileId;
use crate::types::documents::{Library, Place};
use crate::types::json::JsonKind;

/// The operation that a request calls; `None` when the document has none.
///
/// `path` may have `{holes}`, and may begin with the path of the API's address, which
/// `base` may have as well: documents keep it in their servers.
pub fn route(
    library: &mut Library<'_>,
    file: FileId,
    method: &str,
    base: &str,
    path: &str,
) -> Option<Found> {
    let paths = Place::new(file, &["paths"]);
    let names = library.names(&paths)?;
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let whole = [segments(base), segments(path)].concat();
    let prefixes = server_paths(library, file);
    let mut wanted = vec![segments(path), whole.clone()];
    for prefix in &prefixes {
        for known in [&whole, &segments(path)] {
            if let Some(rest) = known.strip_prefix(prefix.as_slice()) {
                wanted.push(rest.to_vec());
            }
        }
    }
    for segments_wanted in &wanted {
        let best = names
            .iter()
            .filter_map(|(name, _)| {
                let score = likeness(&segments(name), segments_wanted)?;
                Some((score, name))
            })
            .max_by_key(|(score, _)| *score);
        if let Some((_, name)) = best
            && let Some(found) = at_item(library, &paths.inside(&[name]), method, false)
        {
            return Some(found);
        }
    }
    None
}

/// The parts of a path between slashes; a hole is `None`.
fn segments(path: &str) -> Vec<Option<String>> {
    let mut found = Vec::new();
    let mut segment = String::new();
    let mut depth = 0usize;
    let mut hole = false;
    for letter in path.chars().chain(['/']) {
        match letter {
            '{' => {
                depth += 1;
                hole = true;
            }
            '}' => depth = depth.saturating_sub(1),
            '/' if depth == 0 => {
                let text = std::mem::take(&mut segment);
                if hole || !text.is_empty() {
                    found.push((!std::mem::take(&mut hole)).then_some(text));
                }
            }
            other if depth == 0 => segment.push(other),
            _ => {}
        }
    }
    found
}

/// How many parts of a document's path are literally those of a request; `None` when it
/// is another path. A parameter of the document takes any part.
fn likeness(document: &[Option<String>], wanted: &[Option<String>]) -> Option<usize> {
    if document.len() != wanted.len() {
        return None;
    }
    document
        .iter()
        .zip(wanted)
        .try_fold(0, |score, pair| match pair {
            (Some(a), Some(b)) if a == b => Some(score + 1),
            (None, _) => Some(score),
            _ => None,
        })
}

/// The paths of the addresses at which the document says that the API is.
fn server_paths(library: &mut Library<'_>, file: FileId) -> Vec<Vec<Option<String>>> {
    let root = Place::new(file, &[]);
    let mut addresses = Vec::new();
    if let Some(base) = library.read(&root.inside(&["basePath"])) {
        addresses.extend(base.as_str().map(str::to_owned));
    }
    if let Some(servers) = library.read(&root.inside(&["servers"]))
        && let JsonKind::Array(servers) = &servers.kind
    {
        let urls = servers
            .iter()
            .filter_map(|server| server.get("url")?.value.as_str());
        addresses.extend(urls.map(path_of));
    }
    let paths = addresses.iter().map(|address| segments(address));
    paths.filter(|path| !path.is_empty()).collect()
}

/// The path of an address: `https://api.example.com/v2` → `/v2`.
pub fn path_of(address: &str) -> String {
    let rest = address.split_once("://").map(|(_, rest)| rest);
    match rest {
        Some(rest) => match rest.find('/') {
            Some(at) => rest.get(at..).unwrap_or("").to_owned(),
            None => String::new(),
        },
        None => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_alike_where_the_document_has_parameters() {
        let score = |document: &str, wanted: &str| likeness(&segments(document), &segments(wanted));
        assert_eq!(score("/orders/{id}", "/orders/{trigger.body.id}"), Some(1));
        assert_eq!(score("/orders/{id}", "/orders/search"), Some(1));
        assert_eq!(score("/orders/search", "/orders/search"), Some(2));
        assert_eq!(score("/orders/search", "/orders/{x}"), None);
        assert_eq!(score("/orders/{id}.json", "/orders/{x}.json"), Some(1));
        assert_eq!(score("/orders", "/orders/"), Some(1));
        assert_eq!(score("/orders", "/order"), None);
        assert_eq!(path_of("https://a.example.com/v2/x"), "/v2/x");
        assert_eq!(path_of("https://a.example.com"), "");
        assert_eq!(path_of("/v1"), "/v1");
    }
}
