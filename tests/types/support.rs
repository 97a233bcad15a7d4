//! Manifests of types alone, and types as one line of text.

use gusset::diagnostics::{Diagnostic, Sink};
use gusset::document::{Key, Text};
use gusset::manifest::{Manifest, Tree, TreeKind, TypeDeclaration, TypeSource};
use gusset::source::{FileId, Sources, Span};
use gusset::types::json::{Json, JsonKind, parse};
use gusset::types::{
    Currency, DateTimeWire, DateWire, DecimalWire, IntegerWire, Kind, Ty, Types, declare, load,
};

/// The manifest's file, in which every declaration lies at byte 0.
pub const MANIFEST: &str = "integration.toml";

pub fn key(name: &str) -> Key {
    Key {
        name: name.to_owned(),
        span: Span::default(),
    }
}

pub fn text(value: &str) -> Text {
    Text::verbatim(
        value.to_owned(),
        Span::new(FileId(0), 0, value.len() + 2),
        1,
    )
}

/// A tree as TOML would give it, from JSON; spans are those of the JSON.
pub fn tree(source: &str) -> Tree {
    let parsed = parse(source, FileId(0)).unwrap();
    of_json(&parsed.value)
}

fn of_json(json: &Json) -> Tree {
    let kind = match &json.kind {
        JsonKind::String(value) => TreeKind::String(text(value)),
        JsonKind::Number(digits) => match digits.parse() {
            Ok(integer) => TreeKind::Integer(integer),
            Err(_) => TreeKind::Float(digits.clone()),
        },
        JsonKind::Boolean(boolean) => TreeKind::Boolean(*boolean),
        JsonKind::Array(items) => TreeKind::Array(items.iter().map(of_json).collect()),
        JsonKind::Object(members) => TreeKind::Table(
            members
                .iter()
                .map(|member| (key(&member.name), of_json(&member.value)))
                .collect(),
        ),
        _ => TreeKind::Invalid,
    };
    Tree {
        kind,
        span: json.span,
    }
}

pub struct Declared {
    pub types: Types,
    pub diagnostics: Vec<Diagnostic>,
    pub sources: Sources,
}

impl Declared {
    /// `GS0406 samples/a.json:1:4`, in order.
    pub fn codes(&self) -> Vec<String> {
        self.diagnostics
            .iter()
            .map(|found| {
                let file = self.sources.file(found.span.file).unwrap();
                let at = file.line_column(found.span.start);
                format!(
                    "{} {}:{}:{}",
                    found.code.id,
                    file.path(),
                    at.line,
                    at.column
                )
            })
            .collect()
    }

    /// The text that the only diagnostic covers, its code and message.
    pub fn only(&self) -> (&str, &str, &str) {
        let [found] = self.diagnostics.as_slice() else {
            panic!("{:#?}", self.diagnostics);
        };
        assert!(found.help.is_some(), "a help says what to write");
        (
            found.code.id,
            self.sources.slice(found.span),
            &found.message,
        )
    }

    /// Nothing is told, and a type is this, as [`show`] has it.
    #[track_caller]
    pub fn reads(&self, name: &str, expected: &str) {
        assert!(self.diagnostics.is_empty(), "{:#?}", self.diagnostics);
        assert_eq!(self.show(name), expected);
    }

    pub fn show(&self, name: &str) -> String {
        show(&self.types, &self.types.named(name).unwrap().ty)
    }
}

/// Declares types by name.
pub fn declared(types: Vec<(&str, TypeSource)>, files: &[(&str, &str)]) -> Declared {
    let mut sources = Sources::new();
    sources.add(MANIFEST, " ".repeat(80));
    for (path, content) in files {
        sources.add(*path, *content);
    }
    let manifest = Manifest {
        types: types
            .into_iter()
            .map(|(name, source)| TypeDeclaration {
                name: key(name),
                source: Some(source),
                samples: Vec::new(),
                parts: Vec::new(),
            })
            .collect(),
        ..Manifest::default()
    };
    of_manifest(&manifest, sources)
}

/// Declares the types of a manifest.
pub fn of_manifest(manifest: &Manifest, sources: Sources) -> Declared {
    let mut sink = Sink::new();
    let mut loaded = load(manifest, &sources);
    let types = declare(manifest, &sources, &mut loaded, &mut sink);
    drop(loaded);
    Declared {
        types,
        diagnostics: sink.into_sorted(),
        sources,
    }
}

/// The type `t` of these samples.
pub fn sampled(samples: &[&str]) -> Declared {
    let names: Vec<String> = (0..samples.len()).map(|at| format!("{at}.json")).collect();
    let files: Vec<(&str, &str)> = names
        .iter()
        .map(String::as_str)
        .zip(samples.iter().copied())
        .collect();
    let paths = names.iter().map(|name| text(name)).collect();
    declared(vec![("t", TypeSource::Samples(paths))], &files)
}

/// The type `t` of a JSON Schema file.
pub fn schema(content: &str) -> Declared {
    declared(
        vec![("t", TypeSource::Schema(text("s.json")))],
        &[("s.json", content)],
    )
}

/// A type in one line; `?` for missing, `|null`; a record within itself as its name.
pub fn show(types: &Types, ty: &Ty) -> String {
    render(types, ty, &mut Vec::new())
}

fn render(types: &Types, ty: &Ty, open: &mut Vec<u32>) -> String {
    let kind = match &ty.kind {
        Kind::Error => "error".to_owned(),
        Kind::Unknown => "json".to_owned(),
        Kind::Nothing => "nothing".to_owned(),
        Kind::String(None) => "string".to_owned(),
        Kind::String(Some(values)) => format!("{values:?}"),
        Kind::Boolean => "boolean".to_owned(),
        Kind::Integer(IntegerWire::Number) => "integer".to_owned(),
        Kind::Integer(IntegerWire::String) => "integer text".to_owned(),
        Kind::Decimal { places, wire } => {
            let places = places
                .map(|places| format!("({places})"))
                .unwrap_or_default();
            let wire = match wire {
                DecimalWire::Number => "",
                DecimalWire::String => " text",
                DecimalWire::Minor(Currency::Places(places)) => &format!(" minor({places})"),
                DecimalWire::Minor(Currency::Property(name)) => &format!(" minor({name})"),
            };
            format!("decimal{places}{wire}")
        }
        Kind::Date(DateWire::Iso) => "date".to_owned(),
        Kind::Date(DateWire::Slashes) => "date /".to_owned(),
        Kind::DateTime(DateTimeWire::Iso) => "date-time".to_owned(),
        Kind::DateTime(DateTimeWire::EpochSeconds) => "date-time s".to_owned(),
        Kind::DateTime(DateTimeWire::EpochMilliseconds) => "date-time ms".to_owned(),
        Kind::DateTime(DateTimeWire::Slashes) => "date-time /".to_owned(),
        Kind::Array(item) => format!("[{}]", render(types, item, open)),
        Kind::Map(value) => format!("map({})", render(types, value, open)),
        Kind::Union(id) => {
            let union = types.union(*id);
            if !union.identifier.is_empty() && open.contains(&(id.0 | 1 << 31)) {
                return union.identifier.clone();
            }
            open.push(id.0 | 1 << 31);
            let variants: Vec<String> = union
                .variants
                .iter()
                .map(|variant| {
                    let tags = variant.tags.join("/");
                    let tags = if tags.is_empty() {
                        tags
                    } else {
                        format!("{tags}: ")
                    };
                    format!("{tags}{}", render(types, &variant.ty, open))
                })
                .collect();
            open.pop();
            let by = match &union.discriminator {
                Some(property) => format!("{property}: "),
                None => String::new(),
            };
            format!("({by}{})", variants.join(" | "))
        }
        Kind::Record(id) if open.contains(&id.0) => types.record(*id).identifier.clone(),
        Kind::Record(id) => {
            open.push(id.0);
            let fields: Vec<String> = types
                .record(*id)
                .fields
                .iter()
                .map(|field| {
                    let missing = if field.ty.missing { "?" } else { "" };
                    format!(
                        "{}{missing}: {}",
                        field.name,
                        render(types, &field.ty, open)
                    )
                })
                .collect();
            open.pop();
            format!("{{{}}}", fields.join(", "))
        }
    };
    if ty.null { kind + "|null" } else { kind }
}
