//! One document, read only where something is wanted.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::source::{FileId, Span};
use crate::types::json::{self, Json, JsonKind, Parsed, RepeatedKey, SyntaxError};
use crate::types::yaml;

/// A JSON or YAML text whose values are found by the names that lead to them.
///
/// Of an object on the way only the names are taken. What is no plain object, or cannot
/// be cut, is read whole once.
#[derive(Debug)]
pub struct Document<'s> {
    pub file: FileId,
    text: &'s str,
    yaml: bool,
    /// What is known of the values that were opened, by their place.
    opened: BTreeMap<Vec<String>, Opened>,
}

/// A value that was looked into.
#[derive(Debug)]
enum Opened {
    /// Its names, with where each value is.
    Names(Names),
    /// It was read whole.
    Tree(Box<Json>),
}

/// The names of an object in order, and where each value is; of a repeated name, the
/// last.
#[derive(Debug)]
struct Names {
    all: Vec<(String, Span)>,
    slots: Vec<Slot>,
    by_name: BTreeMap<String, usize>,
}

impl Names {
    fn new(all: Vec<(String, Span)>, slots: Vec<Slot>) -> Self {
        let by_name = all.iter().enumerate();
        let by_name = by_name.map(|(at, (name, _))| (name.clone(), at)).collect();
        Self {
            all,
            slots,
            by_name,
        }
    }

    fn slot(&self, name: &str) -> Option<&Slot> {
        self.slots.get(*self.by_name.get(name)?)
    }
}

/// Where a value lies that was not read.
#[derive(Clone, Debug)]
enum Slot {
    /// The byte at which a JSON value begins.
    Json(usize),
    /// The lines of a YAML entry with its key, and those below the key.
    Yaml(Range<usize>, Option<Range<usize>>),
}

impl<'s> Document<'s> {
    /// A document of this text; YAML where the path or the first character says so.
    pub fn new(file: FileId, path: &str, text: &'s str) -> Self {
        let first = text.trim_start_matches('\u{feff}').trim_start();
        let named = |ending: &str| path.to_ascii_lowercase().ends_with(ending);
        let braces = first.starts_with(['{', '[']);
        Self {
            file,
            text,
            yaml: named(".yaml") || named(".yml") || !named(".json") && !braces,
            opened: BTreeMap::new(),
        }
    }

    /// Whether it is read as YAML.
    pub const fn is_yaml(&self) -> bool {
        self.yaml
    }

    /// The span of the whole text.
    pub fn span(&self) -> Span {
        Span::new(self.file, 0, self.text.len())
    }

    pub const fn text(&self) -> &'s str {
        self.text
    }

    /// The names of the object at this place, and where each is written; `None` when
    /// nothing is there, or no object.
    ///
    /// # Errors
    /// Where the text is no JSON or YAML.
    pub fn names(&mut self, place: &[String]) -> Result<Option<Vec<(String, Span)>>, SyntaxError> {
        self.open(place)?;
        Ok(match self.opened.get(place) {
            Some(Opened::Names(names)) => Some(names.all.clone()),
            Some(Opened::Tree(json)) => names_of(json),
            None => self.within_tree(place).and_then(names_of),
        })
    }

    /// The names of the object at this place, if it was looked into.
    pub fn known_names(&self, place: &[String]) -> Vec<String> {
        let names = match self.opened.get(place) {
            Some(Opened::Names(names)) => Some(names.all.clone()),
            Some(Opened::Tree(json)) => names_of(json),
            None => self.within_tree(place).and_then(names_of),
        };
        let names = names.unwrap_or_default();
        names.into_iter().map(|(name, _)| name).collect()
    }

    /// The value at this place; `None` when nothing is there.
    ///
    /// # Errors
    /// Where the text is no JSON or YAML.
    pub fn read(&mut self, place: &[String]) -> Result<Option<Json>, SyntaxError> {
        if let Some((name, parent)) = place.split_last() {
            self.open(parent)?;
            if let Some(Opened::Names(names)) = self.opened.get(parent) {
                let Some(slot) = names.slot(name) else {
                    return Ok(None);
                };
                return match self.slot(&slot.clone()) {
                    Ok(json) => Ok(Some(json)),
                    Err(_) => self.read_whole().map(|()| self.within_tree(place).cloned()),
                };
            }
        } else {
            self.read_whole()?;
        }
        Ok(self.within_tree(place).cloned())
    }

    /// The part of the text that holds the value at this place, if it can be told.
    pub fn text_of(&mut self, place: &[String]) -> Option<&'s str> {
        let (name, parent) = place.split_last()?;
        self.open(parent).ok()?;
        let Some(Opened::Names(names)) = self.opened.get(parent) else {
            return None;
        };
        let at = *names.by_name.get(name)?;
        let range = match names.slots.get(at)? {
            Slot::Yaml(lines, _) => lines.clone(),
            Slot::Json(start) => {
                let next = names.all.get(at + 1).map(|(_, span)| span.start as usize);
                *start..next.unwrap_or(self.text.len())
            }
        };
        self.text.get(range)
    }

    /// Every repeated key, of the whole text.
    ///
    /// # Errors
    /// Where the text is no JSON or YAML.
    pub fn repeated(&self) -> Result<Vec<RepeatedKey>, SyntaxError> {
        Ok(self.parse(0..self.text.len())?.repeated)
    }

    fn parse(&self, range: Range<usize>) -> Result<Parsed, SyntaxError> {
        if self.yaml {
            yaml::parse(self.text, self.file, range)
        } else {
            json::parse(self.text, self.file)
        }
    }

    fn read_whole(&mut self) -> Result<(), SyntaxError> {
        if let Some(Opened::Tree(_)) = self.opened.get(&[] as &[String]) {
            return Ok(());
        }
        let parsed = self.parse(0..self.text.len())?;
        self.opened.clear();
        self.opened
            .insert(Vec::new(), Opened::Tree(Box::new(parsed.value)));
        Ok(())
    }

    /// Makes the names of the value at this place known, if it is reached by names.
    fn open(&mut self, place: &[String]) -> Result<(), SyntaxError> {
        if self.opened.contains_key(place) {
            return Ok(());
        }
        let Some((name, parent)) = place.split_last() else {
            return self.open_root();
        };
        self.open(parent)?;
        let Some(Opened::Names(names)) = self.opened.get(parent) else {
            return Ok(());
        };
        let Some(slot) = names.slot(name).cloned() else {
            return Ok(());
        };
        let opened = match &slot {
            Slot::Json(start) => self.open_json(*start)?,
            Slot::Yaml(_, Some(below)) => self.open_yaml(below.clone()),
            Slot::Yaml(_, None) => None,
        };
        match opened {
            Some(opened) => {
                self.opened.insert(place.to_vec(), opened);
            }
            None => match self.slot(&slot) {
                Ok(json) => {
                    self.opened
                        .insert(place.to_vec(), Opened::Tree(Box::new(json)));
                }
                Err(_) => self.read_whole()?,
            },
        }
        Ok(())
    }

    fn open_root(&mut self) -> Result<(), SyntaxError> {
        let opened = if self.yaml {
            self.open_yaml(0..self.text.len())
        } else {
            self.open_json(0)?
        };
        match opened {
            Some(opened) => {
                self.opened.insert(Vec::new(), opened);
                Ok(())
            }
            None => self.read_whole(),
        }
    }

    fn open_json(&self, start: usize) -> Result<Option<Opened>, SyntaxError> {
        let Some(entries) = json::entries(self.text, self.file, start)? else {
            return Ok(None);
        };
        let slots = entries.iter().map(|entry| Slot::Json(entry.start));
        let slots = slots.collect();
        let names = entries
            .into_iter()
            .map(|entry| (entry.name, entry.name_span));
        Ok(Some(Opened::Names(Names::new(names.collect(), slots))))
    }

    fn open_yaml(&self, range: Range<usize>) -> Option<Opened> {
        let entries = yaml::cut(self.text, self.file, range)?;
        let (names, slots) = entries
            .into_iter()
            .map(|entry| {
                let slot = Slot::Yaml(entry.lines, entry.below);
                ((entry.name, entry.name_span), slot)
            })
            .unzip();
        Some(Opened::Names(Names::new(names, slots)))
    }

    /// The value of a slot alone.
    fn slot(&self, slot: &Slot) -> Result<Json, SyntaxError> {
        match slot {
            Slot::Json(start) => Ok(json::parse_at(self.text, self.file, *start)?.value),
            Slot::Yaml(lines, _) => {
                let parsed = yaml::parse(self.text, self.file, lines.clone())?;
                match parsed.value.kind {
                    JsonKind::Object(mut members) if members.len() == 1 => {
                        members.pop().map(|member| member.value)
                    }
                    _ => None,
                }
                .ok_or_else(|| SyntaxError {
                    message: "expected one entry".into(),
                    span: Span::new(self.file, lines.start, lines.end),
                })
            }
        }
    }

    /// A value inside one that was read whole.
    fn within_tree(&self, place: &[String]) -> Option<&Json> {
        let found = (0..=place.len()).rev().find_map(|length| {
            let (above, below) = place.split_at_checked(length)?;
            match self.opened.get(above)? {
                Opened::Tree(json) => Some((json, below)),
                Opened::Names(_) => None,
            }
        });
        let (json, below) = found?;
        below
            .iter()
            .try_fold(&**json, |json, name| child(json, name))
    }
}

/// The property of this name, or the item of this number.
fn child<'a>(json: &'a Json, name: &str) -> Option<&'a Json> {
    match &json.kind {
        JsonKind::Object(_) => json.get(name).map(|member| &member.value),
        JsonKind::Array(items) => items.get(name.parse::<usize>().ok()?),
        _ => None,
    }
}

fn names_of(json: &Json) -> Option<Vec<(String, Span)>> {
    let JsonKind::Object(members) = &json.kind else {
        return None;
    };
    let names = members.iter();
    Some(
        names
            .map(|member| (member.name.clone(), member.name_span))
            .collect(),
    )
}
