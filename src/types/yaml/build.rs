//! Events of the YAML parser into a tree.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle};

use super::scalar;
use crate::source::{FileId, Span};
use crate::types::json::{Json, JsonKind, MAX_DEPTH, Member, Parsed, RepeatedKey, SyntaxError};

/// How many values aliases may add, so that a few lines do not become gigabytes.
const MAX_COPIED: usize = 1_000_000;

/// Reads the YAML document in a part of a text, with spans of the whole text.
///
/// # Errors
/// The first place at which it is no YAML, nests deeper than 127 levels, or has more
/// than one document.
pub fn parse(text: &str, file: FileId, range: Range<usize>) -> Result<Parsed, SyntaxError> {
    let slice = text.get(range.clone()).unwrap_or("");
    let mut builder = Builder {
        file,
        offset: range.start,
        open: Vec::new(),
        root: None,
        anchors: BTreeMap::new(),
        copied: 0,
        repeated: Vec::new(),
    };
    for event in Parser::new_from_str(slice) {
        match event {
            Ok((event, span)) => {
                let place = span.byte_range().unwrap_or(0..0);
                builder.event(event, place)?;
            }
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(0).min(slice.len());
                let place = builder.span(at..at);
                return Err(SyntaxError {
                    message: Cow::Owned(lower_case(&error.info())),
                    span: place,
                });
            }
        }
    }
    let empty = || Json {
        kind: JsonKind::Null,
        span: Span::new(file, range.start, range.start),
    };
    Ok(Parsed {
        value: builder.root.unwrap_or_else(empty),
        repeated: builder.repeated,
    })
}

/// The parser's words as a phrase of ours.
fn lower_case(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    first
        .into_iter()
        .chain(letters)
        .collect::<String>()
        .trim_end_matches('.')
        .to_owned()
}

struct Builder {
    file: FileId,
    offset: usize,
    open: Vec<Open>,
    root: Option<Json>,
    anchors: BTreeMap<usize, Json>,
    copied: usize,
    repeated: Vec<RepeatedKey>,
}

/// A collection that has begun.
struct Open {
    start: usize,
    anchor: usize,
    content: Content,
}

enum Content {
    Items(Vec<Json>),
    Members {
        members: Vec<Member>,
        places: BTreeMap<String, usize>,
        /// A key whose value has not come yet.
        key: Option<(String, Span, bool)>,
        /// What `<<` brings in.
        merged: Vec<Json>,
    },
}

impl Builder {
    fn span(&self, place: Range<usize>) -> Span {
        Span::new(
            self.file,
            self.offset + place.start,
            self.offset + place.end,
        )
    }

    fn event(&mut self, event: Event<'_>, place: Range<usize>) -> Result<(), SyntaxError> {
        match event {
            Event::DocumentStart(..) if self.root.is_some() => Err(SyntaxError {
                message: "expected one document, found another after it".into(),
                span: self.span(place),
            }),
            Event::Scalar(text, style, anchor, tag) => {
                let is_text = tag.as_deref().is_some_and(|tag| tag.suffix() == "str");
                let plain = style == ScalarStyle::Plain && !is_text;
                let kind = if plain && !self.wants_key() {
                    scalar::plain(&text)
                } else {
                    JsonKind::String(text.into_owned())
                };
                let json = Json {
                    kind,
                    span: self.span(place),
                };
                self.anchor(anchor, &json);
                self.add(json, plain)
            }
            Event::SequenceStart(_, anchor, _) => {
                self.start(place.start, anchor, Content::Items(Vec::new()))
            }
            Event::MappingStart(_, anchor, _) => self.start(
                place.start,
                anchor,
                Content::Members {
                    members: Vec::new(),
                    places: BTreeMap::new(),
                    key: None,
                    merged: Vec::new(),
                },
            ),
            Event::SequenceEnd | Event::MappingEnd => self.end(place.end),
            Event::Alias(anchor) => {
                let span = self.span(place);
                let Some(json) = self.anchors.get(&anchor).cloned() else {
                    return Err(SyntaxError {
                        message: "an alias within the value that it stands for".into(),
                        span,
                    });
                };
                let (values, depth) = measure(&json);
                self.copied += values;
                let message = if self.copied > MAX_COPIED {
                    "aliases stand for too many values"
                } else if self.open.len() + depth > MAX_DEPTH {
                    "nests deeper than 127 levels"
                } else {
                    return self.add(json, false);
                };
                Err(SyntaxError {
                    message: message.into(),
                    span,
                })
            }
            _ => Ok(()),
        }
    }

    /// Whether the next node is the key of a mapping.
    fn wants_key(&self) -> bool {
        matches!(
            self.open.last(),
            Some(Open {
                content: Content::Members { key: None, .. },
                ..
            })
        )
    }

    fn anchor(&mut self, anchor: usize, json: &Json) {
        if anchor > 0 {
            self.anchors.insert(anchor, json.clone());
        }
    }

    fn start(&mut self, start: usize, anchor: usize, content: Content) -> Result<(), SyntaxError> {
        if self.open.len() >= MAX_DEPTH {
            return Err(SyntaxError {
                message: "nests deeper than 127 levels".into(),
                span: self.span(start..start),
            });
        }
        self.open.push(Open {
            start,
            anchor,
            content,
        });
        Ok(())
    }

    fn end(&mut self, end: usize) -> Result<(), SyntaxError> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        let kind = match open.content {
            Content::Items(items) => JsonKind::Array(items),
            Content::Members {
                mut members,
                mut places,
                merged,
                ..
            } => {
                for json in merged {
                    merge(json, &mut members, &mut places);
                }
                JsonKind::Object(members)
            }
        };
        let json = Json {
            kind,
            span: self.span(open.start..end.max(open.start)),
        };
        self.anchor(open.anchor, &json);
        self.add(json, false)
    }

    /// Puts a node where it belongs; `plain` says that it was written without quotes.
    fn add(&mut self, json: Json, plain: bool) -> Result<(), SyntaxError> {
        let Some(open) = self.open.last_mut() else {
            self.root = Some(json);
            return Ok(());
        };
        match &mut open.content {
            Content::Items(items) => items.push(json),
            Content::Members {
                members,
                places,
                key,
                merged,
            } => match key.take() {
                None => match json.kind {
                    JsonKind::String(name) => *key = Some((name, json.span, plain)),
                    JsonKind::Number(digits) => *key = Some((digits, json.span, plain)),
                    _ => {
                        return Err(SyntaxError {
                            message: "a key that is no text".into(),
                            span: json.span,
                        });
                    }
                },
                Some((name, _, true)) if name == "<<" => merged.push(json),
                Some((name, name_span, _)) => {
                    let place = places.get(&name).copied();
                    let member = Member {
                        name,
                        name_span,
                        value: json,
                    };
                    if let Some(first) = place.and_then(|place| members.get_mut(place)) {
                        self.repeated.push(RepeatedKey {
                            name: member.name.clone(),
                            first: first.name_span,
                            again: name_span,
                        });
                        *first = member;
                    } else {
                        places.insert(member.name.clone(), members.len());
                        members.push(member);
                    }
                }
            },
        }
        Ok(())
    }
}

/// `<<`: the members of other mappings, where there are none of the same name yet.
fn merge(json: Json, members: &mut Vec<Member>, places: &mut BTreeMap<String, usize>) {
    match json.kind {
        JsonKind::Array(items) => {
            for item in items {
                merge(item, members, places);
            }
        }
        JsonKind::Object(more) => {
            for member in more {
                if !places.contains_key(&member.name) {
                    places.insert(member.name.clone(), members.len());
                    members.push(member);
                }
            }
        }
        _ => {}
    }
}

/// How many values a tree has, and how deep its collections nest.
fn measure(json: &Json) -> (usize, usize) {
    let inner: Vec<(usize, usize)> = match &json.kind {
        JsonKind::Array(items) => items.iter().map(measure).collect(),
        JsonKind::Object(members) => members
            .iter()
            .map(|member| measure(&member.value))
            .collect(),
        _ => return (1, 0),
    };
    let values = inner.iter().map(|(values, _)| values).sum::<usize>();
    let depth = inner.iter().map(|(_, depth)| depth).max();
    (1 + values, 1 + depth.copied().unwrap_or(0))
}
