//! JSON Schema into types: the same reader for OpenAPI documents, schema files, inline
//! TOML and variables.
//!
//! A schema is first made flat ([`flat`]): its `$ref`s and combinators become lists of
//! alternatives. These are grouped by JSON's types ([`union`]); what is left are leaves
//! ([`leaf`]) and objects ([`object`]). Objects are read from a queue, each once, so
//! recursion through `$ref` ends.

mod discriminator;
mod flat;
mod keywords;
mod leaf;
mod limits;
mod object;
mod reference;
mod union;
mod word;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use self::flat::{Flat, Node, Stop};
use self::object::Tags;
use super::documents::Library;
use super::json::Json;
use super::{Kind, RecordId, Ty, Types, UnionId};
use crate::diagnostics::codes::types as codes;
use crate::diagnostics::{Diagnostic, Sink};
use crate::source::{FileId, Span};

/// How deep objects, arrays and maps may nest before one recurs.
const MAX_NESTING: usize = 64;

/// Who wrote a schema, which decides what is reported of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The manifest, whose reader knows the keywords and the form of their values, and has
    /// reported what is wrong there.
    Manifest,
    /// A schema file.
    File,
    /// An OpenAPI document, which somebody else wrote: what is not understood there is any
    /// JSON, and what is wrong is told where the manifest uses it.
    Document,
}

/// What a type is for, which decides about `readOnly` and `writeOnly`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Use {
    /// Its values come from an API.
    Read,
    /// Its values are sent to one.
    Written,
    Both,
}

impl Use {
    /// With values that are sent as well.
    pub const fn sent(self) -> Self {
        match self {
            Self::Read => Self::Both,
            other => other,
        }
    }
}

/// Reads schemas of one kind of origin and use, so that a schema that several types share
/// becomes one record.
pub(super) struct Reader<'a, 'b> {
    types: &'b mut Types,
    sink: &'b mut Sink,
    library: &'a Library<'a>,
    /// The whole schema, when it stands in the manifest.
    root: Option<&'a Json>,
    /// The declaration, for the records.
    span: Span,
    origin: Origin,
    used: Use,
    /// The records of object schemas, by the schemas' identities.
    records: BTreeMap<(Vec<usize>, Option<Tags>), RecordId>,
    /// The unions, likewise.
    unions: BTreeMap<Vec<usize>, UnionId>,
    /// The parts of types whose schema may also be met inside another one.
    claims: BTreeMap<usize, String>,
    queue: VecDeque<Pending<'a>>,
    /// The schemas whose keywords were looked at.
    seen: BTreeSet<*const Json>,
    /// The schemas whose `oneOf` is being looked into.
    choosing: Vec<*const Json>,
    /// Nothing is reported.
    quiet: bool,
    /// The field that is being read.
    place: Option<(RecordId, String)>,
    /// The references that lead nowhere, with what was reported.
    lost: BTreeMap<(FileId, String), Diagnostic>,
}

/// A record whose fields are still to be read.
struct Pending<'a> {
    /// Alternatives, of which the record holds any.
    flats: Vec<Flat<'a>>,
    tags: Option<Tags>,
    id: RecordId,
    part: String,
    depth: usize,
}

/// Where a type stands.
#[derive(Clone, Copy)]
struct Context<'a> {
    part: &'a str,
    /// How many objects, arrays and maps are around it.
    depth: usize,
}

impl<'a> Context<'a> {
    const fn of(part: &'a str, depth: usize) -> Self {
        Self { part, depth }
    }

    /// In an object, an array or a map.
    const fn inside(self, part: &str) -> Context<'_> {
        Context {
            part,
            depth: self.depth + 1,
        }
    }
}

impl<'a, 'b> Reader<'a, 'b> {
    pub fn new(
        types: &'b mut Types,
        sink: &'b mut Sink,
        library: &'a Library<'a>,
        origin: Origin,
        used: Use,
    ) -> Self {
        Self {
            types,
            sink,
            library,
            root: None,
            span: Span::default(),
            origin,
            used,
            records: BTreeMap::new(),
            unions: BTreeMap::new(),
            claims: BTreeMap::new(),
            queue: VecDeque::new(),
            seen: BTreeSet::new(),
            choosing: Vec::new(),
            quiet: false,
            place: None,
            lost: BTreeMap::new(),
        }
    }

    /// Has a schema called `part` wherever it is met.
    pub fn claim(&mut self, schema: &'a Json, part: &str) {
        let mut schema = schema;
        for _ in 0..MAX_NESTING {
            let only = schema.members().len() == 1 && schema.get("$ref").is_some();
            match self.quietly(|reader| reader.reference(schema)) {
                Ok(Some(target)) if only => schema = target,
                _ => break,
            }
        }
        self.claims
            .entry(object::address(schema))
            .or_insert_with(|| part.to_owned());
    }

    /// Reads a schema and everything that it refers to; `span` is the declaration.
    ///
    /// What is wrong is reported and becomes [`Kind::Error`].
    pub fn read(&mut self, schema: &'a Json, part: &str, span: Span) -> Ty {
        self.span = span;
        self.place = None;
        if self.origin == Origin::Manifest {
            self.root = Some(schema);
        }
        self.refuse_required(part, schema);
        let ty = self.ty(&Node::One(schema), Context::of(part, 0));
        while let Some(pending) = self.queue.pop_front() {
            self.fill(&pending);
        }
        ty
    }

    /// Keeps the type of a body of the request whose path stands there.
    pub fn set_body(&mut self, path: Span, used: Use, ty: Ty) {
        let mut bodies = self.types.request(path);
        if used == Use::Read {
            bodies.answer = Some(ty);
        } else {
            bodies.request = Some(ty);
        }
        self.types.set_request(path, bodies);
    }

    fn ty(&mut self, node: &Node<'a>, at: Context<'_>) -> Ty {
        if at.depth > MAX_NESTING {
            let span = node.first().map_or(self.span, |schema| schema.span);
            self.report(
                Diagnostic::new(
                    &codes::ENDLESS_REFERENCE,
                    span,
                    format!(
                        "`{}` nests without end, or more than {MAX_NESTING} levels deep",
                        at.part
                    ),
                )
                .help("put an object between: a property may hold what it is part of"),
            );
            return Ty::ERROR;
        }
        match self.alternatives(node) {
            Ok(flats) if flats.is_empty() => self.nothing(node),
            Ok(flats) => self.any_of_flats(&flats, at),
            Err(Stop::TooMany) => Ty::new(Kind::Unknown),
            Err(Stop::Cycle | Stop::Reported) => Ty::ERROR,
        }
    }

    /// The schema `false`.
    fn nothing(&mut self, node: &Node<'a>) -> Ty {
        if self.is_foreign() {
            return Ty::new(Kind::Unknown);
        }
        let span = node.first().map_or(self.span, |schema| schema.span);
        self.report(
            Diagnostic::new(
                &codes::UNSUPPORTED_SCHEMA,
                span,
                "a schema that nothing satisfies is not supported",
            )
            .help("leave the property out"),
        );
        Ty::ERROR
    }

    /// Schemas that must all hold and cannot.
    fn conflict(&mut self, schema: &'a Json) -> Ty {
        let span = schema
            .get("type")
            .map_or(schema.span, |member| member.value.span);
        self.report(
            Diagnostic::new(
                &codes::CONFLICTING_SCHEMAS,
                span,
                "no value has this type and that of the schemas that hold with it",
            )
            .help("give all schemas of `allOf`, and those beside a `$ref`, the same `type`"),
        );
        Ty::ERROR
    }

    const fn is_foreign(&self) -> bool {
        matches!(self.origin, Origin::Document)
    }

    /// Whether the manifest's reader has looked at the keywords.
    const fn is_checked(&self) -> bool {
        matches!(self.origin, Origin::Manifest)
    }

    /// Does something of which nothing is to be told.
    fn quietly<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.quiet, true);
        let found = read(self);
        self.quiet = before;
        found
    }

    /// Reports at once; of a document, when the manifest uses the field that is read.
    fn report(&mut self, diagnostic: Diagnostic) {
        if self.quiet {
            return;
        }
        match &self.place {
            Some((record, field)) if self.is_foreign() => {
                self.types.defer(*record, field, diagnostic);
            }
            _ => self.sink.push(diagnostic),
        }
    }

    /// A keyword whose value has the wrong form.
    fn wrong(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        if self.origin == Origin::File {
            self.mistake(span, message, help);
        }
    }

    /// A value of the right form that says nothing sensible.
    fn mistake(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.report(Diagnostic::new(&codes::WRONG_SCHEMA_VALUE, span, message).help(help));
    }
}

/// The text of `description`.
fn description(schema: &Json) -> Option<String> {
    let text = schema.get("description")?.value.as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
