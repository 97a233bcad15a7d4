//! What an operation takes and answers.

use super::{Found, Version};
use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::types as codes;
use crate::source::Span;
use crate::types::documents::{Library, Place};
use crate::types::json::JsonKind;

/// Which body of an operation is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    Request,
    Response(Answer),
}

/// Which answer is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The first that says that all went well.
    Success,
    Status(u16),
}

/// The schema of an operation's body; `None` when there is none, which is reported at
/// `named`.
pub fn body(
    library: &mut Library<'_>,
    version: Version,
    found: &Found,
    body: Body,
    named: Span,
) -> Option<Place> {
    match schema(library, version, found, body) {
        Ok(place) => Some(place),
        Err(Lack { message, mut help }) => {
            let is_answer = body == Body::Response(Answer::Success);
            if is_answer && request(library, version, found).is_ok() {
                help = format!("for what it takes, write `body = \"request\"`; else {help}");
            }
            let finding = Diagnostic::new(&codes::NO_BODY, named, message).help(help);
            library.report(finding);
            None
        }
    }
}

/// As [`body`]; that there is none is not reported.
pub fn find_body(
    library: &mut Library<'_>,
    version: Version,
    found: &Found,
    body: Body,
) -> Option<Place> {
    schema(library, version, found, body).ok()
}

fn schema(
    library: &mut Library<'_>,
    version: Version,
    found: &Found,
    body: Body,
) -> Result<Place, Lack> {
    match body {
        Body::Request => request(library, version, found),
        Body::Response(answer) => response(library, version, found, answer),
    }
}

/// Why there is no schema.
struct Lack {
    message: String,
    help: String,
}

fn lack<T>(message: impl Into<String>, help: impl Into<String>) -> Result<T, Lack> {
    Err(Lack {
        message: message.into(),
        help: help.into(),
    })
}

const SAMPLE: &str = "save a payload as a file and name that: `sample = \"samples/payload.json\"`";

fn request(library: &mut Library<'_>, version: Version, found: &Found) -> Result<Place, Lack> {
    if version == Version::Two {
        return parameter(library, found);
    }
    let place = found.place.inside(&["requestBody"]);
    if library.read(&place).is_none() {
        return lack(
            "the operation takes no body",
            "leave `body` out for what it answers",
        );
    }
    match library.dereferenced(&place) {
        Ok(place) => content(library, &place, "takes"),
        Err((_, text, _)) => lack(
            format!("the body of the operation, `{text}`, leads to nothing"),
            "correct the `$ref` in the document",
        ),
    }
}

/// Swagger's body is one of the parameters.
fn parameter(library: &mut Library<'_>, found: &Found) -> Result<Place, Lack> {
    let mut forms = false;
    for owner in [&found.place, &found.item] {
        let list = owner.inside(&["parameters"]);
        let count = match library.read(&list).map(|value| &value.kind) {
            Some(JsonKind::Array(items)) => items.len(),
            _ => 0,
        };
        for at in 0..count {
            let Ok(place) = library.dereferenced(&list.inside(&[&at.to_string()])) else {
                continue;
            };
            let place_of = library.read(&place).and_then(|value| value.get("in"));
            match place_of.and_then(|member| member.value.as_str()) {
                Some("body") => {
                    let schema = place.inside(&["schema"]);
                    if library.read(&schema).is_some() {
                        return Ok(schema);
                    }
                }
                Some("formData") => forms = true,
                _ => {}
            }
        }
    }
    if forms {
        lack("the operation takes a form, not JSON", SAMPLE)
    } else {
        lack(
            "the operation takes no body",
            "leave `body` out for what it answers",
        )
    }
}

fn response(
    library: &mut Library<'_>,
    version: Version,
    found: &Found,
    answer: Answer,
) -> Result<Place, Lack> {
    let responses = found.place.inside(&["responses"]);
    let names = library.names(&responses).unwrap_or_default();
    let has = |status: &str| {
        names
            .iter()
            .any(|(name, _)| name.eq_ignore_ascii_case(status))
    };
    let spelt = |status: &str| {
        let spelt = names
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(status));
        spelt.map(|(name, _)| name.clone())
    };
    let candidates: Vec<String> = match answer {
        Answer::Status(status) => {
            let class = format!("{}XX", status / 100);
            let exact = status.to_string();
            let chosen = [exact.as_str(), &class, "default"]
                .into_iter()
                .find(|name| has(name));
            chosen.and_then(spelt).into_iter().collect()
        }
        Answer::Success => ["200", "201", "202", "203", "2XX", "206", "207", "default"]
            .into_iter()
            .filter_map(spelt)
            .collect(),
    };
    let mut why = None;
    for status in &candidates {
        let place = match library.dereferenced(&responses.inside(&[status])) {
            Ok(place) => place,
            Err((_, text, _)) => {
                why = why.or(Some(Lack {
                    message: format!("the answer {status}, `{text}`, leads to nothing"),
                    help: "correct the `$ref` in the document".to_owned(),
                }));
                continue;
            }
        };
        let found = match version {
            Version::Two => {
                let schema = place.inside(&["schema"]);
                match library.read(&schema) {
                    Some(_) => Ok(schema),
                    None => lack(format!("the answer {status} has no body"), SAMPLE),
                }
            }
            Version::Three => content(library, &place, &format!("answers {status} with")),
        };
        match found {
            Ok(place) => return Ok(place),
            Err(lack) => why = why.or(Some(lack)),
        }
    }
    match why {
        Some(why) => Err(why),
        None => {
            let known: Vec<String> = names.iter().map(|(name, _)| format!("`{name}`")).collect();
            let message = match answer {
                Answer::Status(status) => format!("the operation has no answer {status}"),
                Answer::Success => "the operation has no successful answer with a body".to_owned(),
            };
            let help = if known.is_empty() {
                SAMPLE.to_owned()
            } else {
                format!(
                    "its answers are {}: write `status` with one of them",
                    known.join(", ")
                )
            };
            lack(message, help)
        }
    }
}

/// The schema of the JSON among the media types of a body.
fn content(library: &mut Library<'_>, body: &Place, does: &str) -> Result<Place, Lack> {
    let content = body.inside(&["content"]);
    let media = library.names(&content).unwrap_or_default();
    let essence = |name: &str| -> String {
        let name = name.split(';').next().unwrap_or(name);
        name.trim().to_ascii_lowercase()
    };
    let is_json = |name: &str| name == "application/json" || name == "text/json";
    let tests: [&dyn Fn(&str) -> bool; 3] = [&is_json, &|name| name.ends_with("+json"), &|name| {
        matches!(
            name,
            "*/*" | "application/*" | "application/octet-stream+json"
        )
    }];
    for test in tests {
        for (name, _) in media.iter().filter(|(name, _)| test(&essence(name))) {
            let schema = content.inside(&[name, "schema"]);
            if library.read(&schema).is_some() {
                return Ok(schema);
            }
        }
    }
    let known: Vec<String> = media.iter().map(|(name, _)| format!("`{name}`")).collect();
    if known.is_empty() {
        lack(format!("the operation {does} no body"), SAMPLE)
    } else {
        let known = known.join(", ");
        lack(
            format!("the operation {does} {known}, no JSON with a schema"),
            SAMPLE,
        )
    }
}
