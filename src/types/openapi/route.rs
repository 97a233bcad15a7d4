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
    let own = segments(without_query(path));
    let whole = [segments(base), own.clone()].concat();
    let prefixes = server_paths(library, file);
    let mut wanted = vec![own.clone(), whole.clone()];
    for prefix in &prefixes {
        for known in [&whole, &own] {
            if let Some(rest) = known.strip_prefix(prefix.as_slice()) {
                wanted.push(rest.to_vec());
            }
        }
    }
    let known: Vec<(Vec<Segment>, &String)> = names
        .iter()
        .map(|(name, _)| (segments(name), name))
        .collect();
    for wanted in &wanted {
        let mut alike: Vec<(usize, &String)> = known
            .iter()
            .filter_map(|(segments, name)| Some((likeness(segments, wanted)?, *name)))
            .collect();
        alike.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        // The nearest path may lack the method: `/{list}/{id}` beside `/files/{id}`.
        for (_, name) in alike {
            if let Some(found) = at_item(library, &paths.inside(&[name]), method, false) {
                return Some(found);
            }
        }
    }
    None
}

/// A path up to its query; holes hold expressions, which have question marks of their own.
fn without_query(path: &str) -> &str {
    let mut depth = 0usize;
    let end = path.char_indices().find(|(_, letter)| {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(letter, '?' | '#')
    });
    end.and_then(|(at, _)| path.get(..at)).unwrap_or(path)
}

/// A part of a path between slashes: the literal texts around its holes. One text is a
/// part without holes.
type Segment = Vec<String>;

fn segments(path: &str) -> Vec<Segment> {
    let mut found = Vec::new();
    let mut segment = vec![String::new()];
    let mut depth = 0usize;
    for letter in path.chars().chain(['/']) {
        match letter {
            '{' => {
                if depth == 0 {
                    segment.push(String::new());
                }
                depth += 1;
            }
            '}' => depth = depth.saturating_sub(1),
            '/' if depth == 0 => {
                let whole = std::mem::replace(&mut segment, vec![String::new()]);
                if whole.len() > 1 || whole.iter().any(|text| !text.is_empty()) {
                    found.push(whole);
                }
            }
            other if depth == 0 => {
                if let Some(text) = segment.last_mut() {
                    text.push(other);
                }
            }
            _ => {}
        }
    }
    found
}

/// How much of a document's path is literally that of a request; `None` when it is
/// another path. A parameter of the document takes any text.
fn likeness(document: &[Segment], wanted: &[Segment]) -> Option<usize> {
    if document.len() != wanted.len() {
        return None;
    }
    document
        .iter()
        .zip(wanted)
        .try_fold(0, |score, (document, wanted)| {
            Some(score + segment_likeness(document, wanted)?)
        })
}

fn segment_likeness(document: &Segment, wanted: &Segment) -> Option<usize> {
    let (Some(first), Some(last)) = (document.first(), document.last()) else {
        return None;
    };
    if document.len() == 1 {
        return (document == wanted).then_some(2);
    }
    if first.is_empty() && last.is_empty() {
        return Some(0);
    }
    let begins = wanted.first().is_some_and(|text| text.starts_with(first));
    let ends = wanted.last().is_some_and(|text| text.ends_with(last));
    (begins && ends).then_some(1)
}

/// The paths of the addresses at which the document says that the API is.
fn server_paths(library: &mut Library<'_>, file: FileId) -> Vec<Vec<Segment>> {
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
        assert_eq!(score("/orders/{id}", "/orders/{trigger.body.id}"), Some(2));
        assert_eq!(score("/orders/{id}", "/orders/search"), Some(2));
        assert_eq!(score("/orders/search", "/orders/search"), Some(4));
        assert_eq!(score("/orders/search", "/orders/{x}"), None);
        assert_eq!(score("/orders/{id}.json", "/orders/{x}.json"), Some(3));
        assert_eq!(score("/orders/{id}.json", "/orders/7.json"), Some(3));
        assert_eq!(score("/orders/{id}.json", "/orders/{x}"), None);
        assert_eq!(
            score("/orders/sent{form}", "/orders/sent{'.json'}"),
            Some(3)
        );
        assert_eq!(score("/orders/sent{form}", "/orders/new{'.json'}"), None);
        assert_eq!(score("/orders", "/orders/"), Some(2));
        assert_eq!(score("/orders", "/order"), None);
        assert_eq!(path_of("https://a.example.com/v2/x"), "/v2/x");
        assert_eq!(path_of("https://a.example.com"), "");
        assert_eq!(path_of("/v1"), "/v1");
    }
}
