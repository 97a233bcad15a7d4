//! JSON Schema into types: the same reader for files, inline TOML and variables.
//!
//! Objects are read from a queue, each once, so recursion through `$ref` ends.

mod keywords;
mod leaf;
mod object;
mod reference;

use std::collections::{BTreeMap, VecDeque};

use self::leaf::has_null_value;
use self::reference::RefFault;
use super::json::{Json, JsonKind, Member};
use super::{Kind, RecordId, Ty, Types, part};
use crate::diagnostics::codes::types as codes;
use crate::diagnostics::{Diagnostic, Sink, closest};
use crate::source::Span;

/// How deep objects, arrays, maps and references may nest before one recurs.
const MAX_NESTING: usize = 64;

/// Reads one document's schema and everything it refers to.
///
/// What is wrong is reported and becomes [`Kind::Error`].
pub(super) fn read(root: &Json, origin: &Origin<'_>, types: &mut Types, sink: &mut Sink) -> Ty {
    let mut reader = Reader {
        types,
        sink,
        root,
        span: origin.span,
        checked: origin.checked,
        records: BTreeMap::new(),
        queue: VecDeque::new(),
    };
    reader.refuse_required(origin.part, root);
    let ty = reader.schema(root, origin.part, 0);
    while let Some(pending) = reader.queue.pop_front() {
        reader.fill(&pending);
    }
    ty
}

/// Where a schema comes from.
pub(super) struct Origin<'a> {
    /// What the type is called.
    pub part: &'a str,
    /// The declaration.
    pub span: Span,
    /// The manifest's reader knows the keywords and the form of their values, and has
    /// reported what is wrong there.
    pub checked: bool,
}

struct Reader<'a, 'b> {
    types: &'b mut Types,
    sink: &'b mut Sink,
    root: &'a Json,
    /// The declaration, for the records.
    span: Span,
    checked: bool,
    /// The records of object schemas, by the schema's address in the document.
    records: BTreeMap<*const Json, RecordId>,
    queue: VecDeque<Pending<'a>>,
}

/// A record whose fields are still to be read.
struct Pending<'a> {
    schema: &'a Json,
    id: RecordId,
    part: String,
    depth: usize,
}

/// The words of `type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Object,
    Array,
    String,
    Number,
    Integer,
    Boolean,
    Null,
}

impl<'a> Reader<'a, '_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.sink.push(diagnostic);
    }

    /// A keyword whose value has the wrong form.
    fn wrong(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        if !self.checked {
            self.mistake(span, message, help);
        }
    }

    /// A value of the right form that says nothing sensible.
    fn mistake(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.report(Diagnostic::new(&codes::WRONG_SCHEMA_VALUE, span, message).help(help));
    }

    fn unsupported(&mut self, span: Span, message: impl Into<String>, help: &str) {
        self.report(Diagnostic::new(&codes::UNSUPPORTED_SCHEMA, span, message).help(help));
    }

    fn schema(&mut self, schema: &'a Json, part: &str, depth: usize) -> Ty {
        match schema.kind {
            JsonKind::Object(_) => {}
            JsonKind::Boolean(true) => return Ty::new(Kind::Unknown),
            JsonKind::Invalid => return Ty::ERROR,
            JsonKind::Boolean(false) => {
                self.unsupported(
                    schema.span,
                    "a schema that nothing satisfies is not supported yet",
                    "leave the property out",
                );
                return Ty::ERROR;
            }
            _ => {
                let found = schema.describe();
                let mut help = "write a schema: `{ type = \"string\" }`".to_owned();
                if let Some(word) = schema.as_str().filter(|word| Word::of(word).is_some()) {
                    help = format!("write `{{ type = \"{word}\" }}`");
                }
                self.wrong(schema.span, format!("expected a schema, got {found}"), help);
                return Ty::ERROR;
            }
        }
        if depth > MAX_NESTING {
            self.report(
                Diagnostic::new(
                    &codes::ENDLESS_REFERENCE,
                    schema.span,
                    format!("`{part}` nests without end, or more than {MAX_NESTING} levels deep"),
                )
                .help("put an object between: a property may hold what it is part of"),
            );
            return Ty::ERROR;
        }
        keywords::check(schema, self.checked, self.sink);
        if let Some(reference) = schema.get("$ref") {
            return self.reference(schema, reference, part, depth);
        }
        if keywords::is_refused(schema) {
            return Ty::ERROR;
        }
        let Ok((word, null)) = self.word(schema) else {
            return Ty::ERROR;
        };
        let kind = match word {
            None | Some(Word::Null) => Kind::Unknown,
            Some(Word::Boolean) => self.refuse_values(schema, Kind::Boolean),
            Some(Word::String) => self.string(schema),
            Some(Word::Integer) => self.integer(schema),
            Some(Word::Number) => self.number(schema),
            Some(Word::Array) => self.array(schema, part, depth),
            Some(Word::Object) => self.object(schema, part, depth),
        };
        Ty {
            null: null || self.nullable(schema) || has_null_value(schema),
            ..Ty::new(kind)
        }
    }

    /// `type`, or what the other keywords imply; and whether it allows `null`.
    fn word(&mut self, schema: &'a Json) -> Result<(Option<Word>, bool), ()> {
        let Some(member) = schema.get("type") else {
            let implied = [
                ("properties", Word::Object),
                ("additionalProperties", Word::Object),
                ("items", Word::Array),
                ("enum", Word::String),
                ("const", Word::String),
            ];
            let word = implied
                .iter()
                .find(|(keyword, _)| schema.get(keyword).is_some());
            return Ok((word.map(|(_, word)| *word), false));
        };
        let one = std::slice::from_ref(&member.value);
        let names = match &member.value.kind {
            JsonKind::Invalid => return Err(()),
            JsonKind::Array(names) => names.as_slice(),
            _ => one,
        };
        let mut words = Vec::new();
        for name in names {
            words.push(self.type_word(name)?);
        }
        let null = words.contains(&Word::Null);
        words.retain(|word| *word != Word::Null);
        words.dedup();
        // Every integer is a number.
        if words.contains(&Word::Number) {
            words.retain(|word| *word != Word::Integer);
        }
        match words.as_slice() {
            [] if null => Ok((Some(Word::Null), true)),
            [word] => Ok((Some(*word), null)),
            [] => {
                self.wrong(
                    member.value.span,
                    "`type` names no type",
                    "write `type = \"string\"`, or leave `type` out for any JSON",
                );
                Err(())
            }
            _ => {
                self.unsupported(
                    member.value.span,
                    "a choice between types is not supported yet",
                    "write one type, with \"null\" if need be; or leave `type` out for any JSON",
                );
                Err(())
            }
        }
    }

    fn type_word(&mut self, name: &Json) -> Result<Word, ()> {
        let Some(text) = name.as_str() else {
            if !matches!(name.kind, JsonKind::Invalid) {
                let found = name.describe();
                self.wrong(
                    name.span,
                    format!("`type` takes the name of a type, got {found}"),
                    "write `type = \"string\"`",
                );
            }
            return Err(());
        };
        if let Some(word) = Word::of(text) {
            return Ok(word);
        }
        let diagnostic = Diagnostic::new(
            &codes::WRONG_SCHEMA_VALUE,
            name.span,
            format!("JSON Schema has no type `{text}`"),
        );
        let ours = Word::SYNONYMS
            .iter()
            .find(|(synonym, _)| synonym.eq_ignore_ascii_case(text))
            .map(|(_, help)| (*help).to_owned());
        let near = || closest(text, Word::ALL.iter().map(|(name, _)| *name));
        if !self.checked {
            self.report(diagnostic.help(match (ours, near()) {
                (Some(help), _) => help,
                (None, Some(near)) => format!("write `{near}`"),
                (None, None) => {
                    "write string, number, integer, boolean, array, object or null".to_owned()
                }
            }));
        }
        Err(())
    }

    fn array(&mut self, schema: &'a Json, part: &str, depth: usize) -> Kind {
        let Some(items) = schema.get("items") else {
            return Kind::array(Ty::new(Kind::Unknown));
        };
        if matches!(items.value.kind, JsonKind::Array(_)) {
            if !self.checked {
                self.unsupported(
                    items.value.span,
                    "a schema for each place of an array is not supported yet",
                    "write `items` with one schema for all items",
                );
            }
            return Kind::Error;
        }
        Kind::array(self.schema(&items.value, &part::item(part), depth + 1))
    }

    fn reference(
        &mut self,
        schema: &'a Json,
        reference: &'a Member,
        part: &str,
        depth: usize,
    ) -> Ty {
        const BESIDE: &[&str] = &["type", "properties", "items", "enum", "const", "required"];
        let beside = BESIDE.iter().find_map(|keyword| schema.get(keyword));
        if let Some(member) = beside {
            let name = &member.name;
            self.unsupported(
                member.name_span,
                format!("`{name}` beside `$ref` is not supported yet"),
                "leave out one of the two",
            );
            return Ty::ERROR;
        }
        let span = reference.value.span;
        let Some(text) = reference.value.as_str() else {
            if !matches!(reference.value.kind, JsonKind::Invalid) {
                let found = reference.value.describe();
                self.wrong(
                    span,
                    format!("`$ref` takes a string, got {found}"),
                    "write `\"$ref\" = \"#/$defs/name\"`",
                );
            }
            return Ty::ERROR;
        };
        match reference::resolve(self.root, text) {
            Ok(target) => {
                let mut ty = self.schema(target, part, depth + 1);
                ty.null |= self.nullable(schema);
                ty
            }
            Err(fault) => {
                self.unresolved(text, span, fault);
                Ty::ERROR
            }
        }
    }

    fn unresolved(&mut self, text: &str, span: Span, fault: RefFault) {
        let (message, help) = match fault {
            RefFault::Elsewhere => (
                format!("`$ref` to another document, `{text}`, is not supported yet"),
                "copy it under `$defs` and write `#/$defs/name`".to_owned(),
            ),
            RefFault::Anchor => (
                format!("`$ref` to an anchor, `{text}`, is not supported yet"),
                "write the path: `#/$defs/name`".to_owned(),
            ),
            RefFault::Missing => {
                let known = reference::definitions(self.root);
                let help = match closest(text, known.iter().map(String::as_str)) {
                    Some(near) => format!("write `{near}`"),
                    None => "write `#/$defs/name`, and the schema under `$defs`".to_owned(),
                };
                (format!("`{text}` leads to nothing in this schema"), help)
            }
        };
        self.report(Diagnostic::new(&codes::UNRESOLVED_REFERENCE, span, message).help(help));
    }

    /// OpenAPI's `nullable: true`.
    fn nullable(&mut self, schema: &'a Json) -> bool {
        let Some(member) = schema.get("nullable") else {
            return false;
        };
        if let JsonKind::Boolean(nullable) = member.value.kind {
            return nullable;
        }
        let found = member.value.describe();
        self.wrong(
            member.value.span,
            format!("`nullable` takes true or false, got {found}"),
            "write `type = [\"string\", \"null\"]`, or `nullable = true`",
        );
        false
    }
}

/// The text of `description`.
fn description(schema: &Json) -> Option<String> {
    let text = schema.get("description")?.value.as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

impl Word {
    const ALL: &'static [(&'static str, Self)] = &[
        ("object", Self::Object),
        ("array", Self::Array),
        ("string", Self::String),
        ("number", Self::Number),
        ("integer", Self::Integer),
        ("boolean", Self::Boolean),
        ("null", Self::Null),
    ];

    /// What to write for words that are no types of JSON Schema.
    const SYNONYMS: &'static [(&'static str, &'static str)] = &[
        ("any", "leave `type` out"),
        ("bool", "write `boolean`"),
        ("date", "write `type = \"string\", format = \"date\"`"),
        (
            "date-time",
            "write `type = \"string\", format = \"date-time\"`",
        ),
        (
            "datetime",
            "write `type = \"string\", format = \"date-time\"`",
        ),
        (
            "decimal",
            "write `type = \"number\"`, or `type = \"string\", format = \"decimal\"` where it travels as text",
        ),
        ("double", "write `number`"),
        ("enum", "write `enum = [\"a\", \"b\"]`"),
        ("float", "write `number`"),
        ("int", "write `integer`"),
        ("json", "leave `type` out"),
        ("list", "write `array`"),
        ("long", "write `integer`"),
        (
            "map",
            "write `type = \"object\", additionalProperties = { … }`",
        ),
        ("money", "write `type = \"number\", multipleOf = 0.01`"),
        ("record", "write `object`"),
        ("str", "write `string`"),
        ("table", "write `object`"),
        ("text", "write `string`"),
    ];

    fn of(name: &str) -> Option<Self> {
        let (_, word) = Self::ALL.iter().find(|(known, _)| *known == name)?;
        Some(*word)
    }
}
