//! Everything that the types of one manifest lead to.

use std::collections::{BTreeMap, BTreeSet};

use super::Document;
use super::reference::{self, Reference};
use super::walk::{find_anchor, reference_of, references, references_anywhere};
use crate::diagnostics::codes::types as codes;
use crate::diagnostics::{Diagnostic, closest, unavailable_at};
use crate::source::{FileId, Sources, Span};
use crate::types::json::{Json, SyntaxError};

/// A value in a document, by the names that lead to it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub file: FileId,
    pub names: Vec<String>,
}

impl Place {
    pub fn new(file: FileId, names: &[&str]) -> Self {
        Self {
            file,
            names: names.iter().map(|name| (*name).to_owned()).collect(),
        }
    }

    /// The whole document, for `#/`, which many write for it; strictly it is the property
    /// with the empty name.
    fn whole(&self) -> Option<Self> {
        let is_empty = matches!(self.names.as_slice(), [name] if name.is_empty());
        is_empty.then(|| Self::new(self.file, &[]))
    }

    /// A value further inside.
    #[must_use]
    pub fn inside(&self, names: &[&str]) -> Self {
        let more = names.iter().map(|name| (*name).to_owned());
        Self {
            file: self.file,
            names: self.names.iter().cloned().chain(more).collect(),
        }
    }
}

/// Why a `$ref` leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Nothing is there.
    Nothing,
    /// It is an address on the network.
    Remote,
    /// Its words are no reference.
    Malformed,
    /// The schema that refers there is not to refer to files.
    Elsewhere,
    /// The file could not be had, or not be read; which is reported once for the file.
    File,
}

/// Documents, and the values in them that types lead to.
#[derive(Debug)]
pub struct Library<'s> {
    sources: &'s Sources,
    /// By path; `None` for one that was reported.
    documents: BTreeMap<String, Option<Document<'s>>>,
    paths: BTreeMap<FileId, String>,
    values: BTreeMap<Place, Option<Json>>,
    /// The places whose references were followed.
    followed: BTreeSet<Place>,
    anchors: BTreeMap<(FileId, String), Option<Place>>,
    /// Files that are not there yet, with where each is named.
    needs: BTreeMap<String, Span>,
    /// What is wrong with the files.
    findings: Vec<Diagnostic>,
}

impl<'s> Library<'s> {
    pub const fn new(sources: &'s Sources) -> Self {
        Self {
            sources,
            documents: BTreeMap::new(),
            paths: BTreeMap::new(),
            values: BTreeMap::new(),
            followed: BTreeSet::new(),
            anchors: BTreeMap::new(),
            needs: BTreeMap::new(),
            findings: Vec::new(),
        }
    }

    /// The files that are not there yet, with where each is named.
    pub fn needs(&self) -> impl Iterator<Item = (&str, Span)> {
        self.needs.iter().map(|(path, span)| (path.as_str(), *span))
    }

    /// Makes a file known whose text is not a document: the manifest.
    pub fn register(&mut self, file: FileId, path: &str) {
        self.paths.insert(file, path.to_owned());
    }

    /// Reads everything that a schema of the manifest refers to in files.
    pub fn follow_from(&mut self, schema: &Json) {
        let mut found = Vec::new();
        references_anywhere(schema, &mut found);
        for (text, span) in found {
            if !text.starts_with('#')
                && let Ok(target) = self.find(span.file, &text, span)
            {
                self.follow(&target);
            }
        }
    }

    /// The path of a document that is nearest to one that it does not have.
    pub fn near_path(&mut self, file: FileId, path: &str) -> Option<String> {
        let names = self.names(&Place::new(file, &["paths"]))?;
        let names = names.iter().map(|(name, _)| name.as_str());
        closest(path, names).map(str::to_owned)
    }

    /// What is wrong with the files, once each.
    pub fn take_findings(&mut self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.findings)
    }

    pub fn report(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// The document at a path; `None` when that is wanted or reported. `named` is the
    /// place that names the file.
    pub fn document(&mut self, path: &str, named: Span) -> Option<&mut Document<'s>> {
        if !self.documents.contains_key(path) {
            let document = self.load(path, named);
            self.documents.insert(path.to_owned(), document);
        }
        self.documents.get_mut(path)?.as_mut()
    }

    fn load(&mut self, path: &str, named: Span) -> Option<Document<'s>> {
        let Some((id, file)) = self.sources.get(path) else {
            if !self.sources.knows(path) {
                self.needs.entry(path.to_owned()).or_insert(named);
            }
            self.findings
                .push(unavailable_at(self.sources, path, named));
            return None;
        };
        match file.text() {
            Ok(text) => {
                self.paths.insert(id, path.to_owned());
                Some(Document::new(id, path, text))
            }
            Err(error) => {
                let at = error.valid_up_to();
                let span = Span::new(id, at, at + error.error_len().unwrap_or(1));
                self.findings.push(not_utf8(file.bytes(), span));
                None
            }
        }
    }

    /// The names of the object at a place; `None` when there is none, or the text is
    /// broken, which is reported.
    pub fn names(&mut self, place: &Place) -> Option<Vec<(String, Span)>> {
        let path = self.paths.get(&place.file)?.clone();
        let document = self.documents.get_mut(&path)?.as_mut()?;
        match document.names(&place.names) {
            Ok(names) => names,
            Err(error) => {
                let yaml = document.is_yaml();
                self.broken(&path, yaml, error);
                None
            }
        }
    }

    /// The value at a place, kept for [`Library::value`].
    pub fn read(&mut self, place: &Place) -> Option<&Json> {
        if !self.values.contains_key(place) {
            let value = self.read_anew(place);
            self.values.insert(place.clone(), value);
        }
        self.value(place)
    }

    fn read_anew(&mut self, place: &Place) -> Option<Json> {
        let path = self.paths.get(&place.file)?.clone();
        let document = self.documents.get_mut(&path)?.as_mut()?;
        match document.read(&place.names) {
            Ok(value) => value,
            Err(error) => {
                let yaml = document.is_yaml();
                self.broken(&path, yaml, error);
                None
            }
        }
    }

    /// The part of a document's text that holds a value, if it can be told.
    pub fn text_of(&mut self, place: &Place) -> Option<&'s str> {
        let path = self.paths.get(&place.file)?;
        let document = self.documents.get_mut(path)?.as_mut()?;
        document.text_of(&place.names)
    }

    /// A value that was read.
    pub fn value(&self, place: &Place) -> Option<&Json> {
        self.values.get(place)?.as_ref()
    }

    /// Gives a broken document up.
    fn broken(&mut self, path: &str, yaml: bool, error: SyntaxError) {
        self.documents.insert(path.to_owned(), None);
        let (code, language, help) = if yaml {
            (
                &codes::INVALID_YAML,
                "YAML",
                "correct it here: YAML indents with spaces, and quotes text that looks like something else",
            )
        } else {
            (
                &codes::INVALID_JSON,
                "JSON",
                "correct it here: JSON has double quotes, no comments and no trailing commas",
            )
        };
        let message = format!("this is not {language}: {}", error.message);
        let finding = Diagnostic::new(code, error.span, message).help(help);
        self.findings.push(finding);
    }

    /// Where a reference of a file leads. The target's file must have been loaded.
    fn locate(&self, base: FileId, text: &str) -> Result<Place, Lost> {
        let path = self.paths.get(&base).ok_or(Lost::Elsewhere)?;
        match reference::read(text, path) {
            Reference::Place { file, place } => Ok(Place {
                file: self.file(base, file.as_deref())?,
                names: place,
            }),
            Reference::Anchor { file, name } => {
                let file = self.file(base, file.as_deref())?;
                let found = self.anchors.get(&(file, name)).cloned().flatten();
                found.ok_or(Lost::Nothing)
            }
            Reference::Remote => self
                .anchors
                .get(&(base, text.to_owned()))
                .cloned()
                .flatten()
                .ok_or(Lost::Remote),
            Reference::Malformed => Err(Lost::Malformed),
        }
    }

    fn file(&self, base: FileId, path: Option<&str>) -> Result<FileId, Lost> {
        let Some(path) = path else {
            return Ok(base);
        };
        let document = self.documents.get(path).and_then(Option::as_ref);
        document.map(|document| document.file).ok_or(Lost::File)
    }

    /// The value that a reference of a file leads to, once [`Library::follow`] was there.
    ///
    /// # Errors
    /// Why there is none.
    pub fn resolve(&self, base: FileId, text: &str) -> Result<&Json, Lost> {
        let place = self.locate(base, text)?;
        let whole = || self.value(&place.whole()?);
        match self.value(&place).or_else(whole) {
            Some(value) => Ok(value),
            None if self.is_read(place.file) => Err(Lost::Nothing),
            None => Err(Lost::File),
        }
    }

    /// References beside one that leads to nothing, as it would be written.
    pub fn neighbours(&self, base: FileId, text: &str) -> Vec<String> {
        let Ok(place) = self.locate(base, text) else {
            return Vec::new();
        };
        let path = self.paths.get(&place.file);
        let document = path.and_then(|path| self.documents.get(path)?.as_ref());
        let (Some(document), Some((_, parent))) = (document, place.names.split_last()) else {
            return Vec::new();
        };
        let file = text.split_once('#').map_or("", |(file, _)| file);
        let written = |name: String| {
            let place: Vec<String> = parent.iter().cloned().chain([name]).collect();
            format!("{file}{}", reference::pointer(&place))
        };
        document
            .known_names(parent)
            .into_iter()
            .map(written)
            .collect()
    }

    /// Whether a document was not given up.
    fn is_read(&self, file: FileId) -> bool {
        let path = self.paths.get(&file);
        path.is_some_and(|path| matches!(self.documents.get(path), Some(Some(_))))
    }

    /// Loads what a reference of a file needs, and says where it leads.
    ///
    /// # Errors
    /// Why it leads nowhere.
    pub fn find(&mut self, base: FileId, text: &str, named: Span) -> Result<Place, Lost> {
        let path = self.paths.get(&base).ok_or(Lost::Elsewhere)?.clone();
        match reference::read(text, &path) {
            Reference::Place {
                file: Some(file), ..
            } => {
                self.document(&file, named).ok_or(Lost::File)?;
            }
            Reference::Anchor { file, name } => {
                let file = match file {
                    Some(file) => self.document(&file, named).ok_or(Lost::File)?.file,
                    None => base,
                };
                self.look_for_anchor(file, name);
            }
            Reference::Remote => self.look_for_anchor(base, text.to_owned()),
            _ => {}
        }
        let place = self.locate(base, text)?;
        Ok(match place.whole() {
            Some(whole) if self.read(&place).is_none() => whole,
            _ => place,
        })
    }

    /// Follows `$ref`s from a place until something else stands there.
    ///
    /// # Errors
    /// Why one of them leads nowhere, and its words and place.
    pub fn dereferenced(&mut self, place: &Place) -> Result<Place, (Lost, String, Span)> {
        let mut place = place.clone();
        for _ in 0..MAX_HOPS {
            let Some(value) = self.read(&place) else {
                return Ok(place);
            };
            let Some((text, span)) = reference_of(value) else {
                return Ok(place);
            };
            let found = self.find(place.file, &text, span);
            match found {
                Ok(next) if self.read(&next).is_some() => place = next,
                Ok(_) => return Err((Lost::Nothing, text, span)),
                Err(lost) => return Err((lost, text, span)),
            }
        }
        Ok(place)
    }

    /// Reads the schema at a place and everything that it refers to.
    pub fn follow(&mut self, place: &Place) {
        let mut open = vec![place.clone()];
        while let Some(place) = open.pop() {
            if !self.followed.insert(place.clone()) {
                continue;
            }
            let mut found = Vec::new();
            if let Some(value) = self.read(&place) {
                references(value, &mut found);
            }
            for (text, span) in found {
                if let Ok(target) = self.find(place.file, &text, span) {
                    open.push(target);
                }
            }
        }
    }

    /// Looks through a whole document for an anchor, or for a schema of that address.
    fn look_for_anchor(&mut self, file: FileId, name: String) {
        if self.anchors.contains_key(&(file, name.clone())) {
            return;
        }
        let root = Place::new(file, &[]);
        let mut names = Vec::new();
        let found = self
            .read(&root)
            .is_some_and(|value| find_anchor(value, &name, &mut names));
        let place = found.then_some(Place { file, names });
        self.anchors.insert((file, name), place);
    }
}

/// How many `$ref`s may follow one another.
const MAX_HOPS: usize = 64;

/// The finding for bytes that are no text.
fn not_utf8(bytes: &[u8], span: Span) -> Diagnostic {
    let (message, help) = match bytes {
        [0x1f, 0x8b, ..] | [b'P', b'K', 3, 4, ..] => (
            "this is an archive, not a document",
            "unpack it, and name the file inside",
        ),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => ("this is UTF-16", "save the file as UTF-8"),
        _ => ("this is not UTF-8", "save the file as UTF-8"),
    };
    Diagnostic::new(&codes::INVALID_JSON, span, message).help(help)
}
