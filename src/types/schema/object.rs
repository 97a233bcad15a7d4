//! Objects of a schema: records, and maps.

use super::super::json::{Json, JsonKind, Member};
use super::super::{Access, Field, Kind, Ty, part};
use super::flat::{Flat, Node};
use super::{Context, Origin, Pending, Reader, Use, description};
use crate::diagnostics::codes::types as codes;
use crate::diagnostics::{Diagnostic, closest};

/// Keywords that say what properties an object has.
const STRUCTURE: &[&str] = &[
    "properties",
    "required",
    "additionalProperties",
    "patternProperties",
];

/// A property's type that a union fixes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tags {
    pub property: String,
    pub values: Vec<String>,
}

impl<'a> Reader<'a, '_> {
    /// A record when there are properties, otherwise a map. Of several alternatives, what
    /// holds a value of any.
    pub(super) fn object(
        &mut self,
        flats: &[Flat<'a>],
        tags: Option<Tags>,
        at: Context<'_>,
    ) -> Kind {
        if let Some(kind) = self.wrong_properties(flats) {
            return kind;
        }
        let has_properties = |flat: &Flat<'a>| {
            let mut objects = flat.keyword("properties");
            objects.any(|properties| !properties.members().is_empty())
        };
        if tags.is_none() && !flats.iter().any(has_properties) {
            return self.map(flats, at);
        }
        let mut key: Vec<usize> = Vec::new();
        for flat in flats {
            key.extend(
                flat.parts
                    .iter()
                    .filter(|part| is_structural(part))
                    .map(|part| address(part)),
            );
            key.push(0);
        }
        let key = (key, tags.clone());
        if let Some(id) = self.records.get(&key) {
            return Kind::Record(*id);
        }
        let claimed = flats.first().and_then(|flat| {
            let mut structural = flat.parts.iter().filter(|part| is_structural(part));
            let one = structural.next().filter(|_| flats.len() == 1)?;
            structural
                .next()
                .is_none()
                .then(|| self.claims.get(&address(one)))?
        });
        let (part, name) = match claimed {
            Some(part) => (part.clone(), None),
            None => {
                let named = flats
                    .first()
                    .filter(|_| flats.len() == 1 && self.is_foreign());
                (
                    at.part.to_owned(),
                    named.and_then(|flat| flat.name.as_deref()),
                )
            }
        };
        let mut notes = flats.iter().flat_map(|flat| &flat.parts);
        let notes = notes.find_map(|part| description(part));
        let id = self.types.open(&part, name, notes, self.span);
        self.records.insert(key, id);
        self.queue.push_back(Pending {
            flats: flats.to_vec(),
            tags,
            id,
            part,
            depth: at.depth,
        });
        Kind::Record(id)
    }

    /// Reports a `properties` that is no object.
    fn wrong_properties(&mut self, flats: &[Flat<'a>]) -> Option<Kind> {
        let mut all = flats.iter().flat_map(|flat| flat.keyword("properties"));
        let wrong = all.find(|value| !matches!(value.kind, JsonKind::Object(_)))?;
        if !matches!(wrong.kind, JsonKind::Invalid) {
            let found = wrong.describe();
            self.wrong(
                wrong.span,
                format!("`properties` takes a schema for each name, got {found}"),
                "write `properties.name = { type = \"string\" }`",
            );
        }
        (!self.is_foreign()).then_some(Kind::Error)
    }

    /// An object without `properties`: `additionalProperties` says what its values are.
    fn map(&mut self, flats: &[Flat<'a>], at: Context<'_>) -> Kind {
        let values: Vec<Option<Node<'a>>> = flats.iter().map(values).collect();
        let nodes: Option<Vec<Node<'a>>> = values.into_iter().collect();
        match nodes {
            Some(nodes) if !nodes.is_empty() => {
                let part = part::item(at.part);
                Kind::map(self.ty(&Node::any(nodes), at.inside(&part)))
            }
            _ => Kind::map(Ty::new(Kind::Unknown)),
        }
    }

    /// Reads the properties of a record.
    pub(super) fn fill(&mut self, pending: &Pending<'a>) {
        let mut properties: Vec<Property<'a>> = Vec::new();
        for (at, flat) in pending.flats.iter().enumerate() {
            let required = self.required(flat);
            for part in &flat.parts {
                let Some(list) = part.get("properties") else {
                    continue;
                };
                for member in list.value.members() {
                    Property::add(&mut properties, at, member);
                }
            }
            for property in &mut properties {
                if required.contains(&property.name) && property.alternatives.last() == Some(&at) {
                    property.required += 1;
                }
            }
        }
        let mut fields = Vec::with_capacity(properties.len());
        for property in properties {
            let field = self.field(&property, pending);
            fields.extend(field);
        }
        if let Some(tags) = &pending.tags {
            add_tags(&mut fields, tags, self.span);
        }
        self.place = None;
        self.types.close(pending.id, fields);
    }

    fn field(&mut self, property: &Property<'a>, pending: &Pending<'a>) -> Option<Field> {
        let name = property.name;
        for (_, member) in &property.members {
            self.refuse_required(name, &member.value);
        }
        self.place = Some((pending.id, name.to_owned()));
        let place = part::field(&pending.part, name);
        let node = property.node();
        let mut ty = self.ty(&node, Context::of(&place, pending.depth + 1));
        let all = property.required == pending.flats.len();
        let access = self.access(&node);
        ty.missing = match (access, self.used) {
            (Access::ReadOnly, Use::Written | Use::Both) => true,
            (Access::WriteOnly, Use::Read | Use::Both) => true,
            _ => !all,
        };
        let notes = property
            .members
            .iter()
            .find_map(|(_, member)| description(&member.value));
        let (_, first) = property.members.first()?;
        Some(Field {
            name: name.to_owned(),
            ty,
            description: notes,
            access,
            span: first.name_span,
        })
    }

    /// Who sets a property, as it says itself or as its schema does.
    fn access(&mut self, node: &Node<'a>) -> Access {
        // What was wrong with it was told when its type was read.
        let quiet = std::mem::replace(&mut self.quiet, true);
        let flats = self.alternatives(node).unwrap_or_default();
        self.quiet = quiet;
        let all = |keyword| !flats.is_empty() && flats.iter().all(|flat| flat.says(keyword));
        if all("readOnly") {
            Access::ReadOnly
        } else if all("writeOnly") {
            Access::WriteOnly
        } else {
            Access::Both
        }
    }

    /// The names in `required`; each must be a property.
    fn required(&mut self, flat: &Flat<'a>) -> Vec<&'a str> {
        let mut found = Vec::new();
        for part in &flat.parts {
            let Some(member) = part.get("required") else {
                continue;
            };
            let names = match &member.value.kind {
                JsonKind::Array(names) => names.as_slice(),
                // A property's own `required`; reported where the property is read.
                JsonKind::Boolean(_) | JsonKind::Invalid => continue,
                _ => {
                    let kind = member.value.describe();
                    self.wrong(
                        member.value.span,
                        format!("`required` takes an array of names, got {kind}"),
                        "write `required = [\"name\"]`",
                    );
                    continue;
                }
            };
            for name in names {
                let Some(text) = name.as_str() else {
                    if !matches!(name.kind, JsonKind::Invalid) {
                        let kind = name.describe();
                        self.wrong(
                            name.span,
                            format!("`required` takes names, got {kind}"),
                            "write `required = [\"name\"]`",
                        );
                    }
                    continue;
                };
                if self.is_property(flat, text, name) {
                    found.push(text);
                }
            }
        }
        found
    }

    fn is_property(&mut self, flat: &Flat<'a>, text: &str, name: &Json) -> bool {
        let known = || {
            let lists = flat.keyword("properties");
            lists.flat_map(|list| list.members().iter().map(|member| member.name.as_str()))
        };
        if known().any(|name| name == text) {
            return true;
        }
        let near = closest(text, known());
        // A schema file may leave to others what it describes; a slip looks like a property.
        let is_mistake = match self.origin {
            Origin::Manifest => true,
            Origin::File => near.is_some(),
            Origin::Document => false,
        };
        if is_mistake {
            let help = match near {
                Some(near) => format!("write `{near}`"),
                None => format!("add it: `properties.{text}`"),
            };
            self.report(
                Diagnostic::new(
                    &codes::REQUIRED_UNKNOWN,
                    name.span,
                    format!("`{text}` is required but is no property"),
                )
                .help(help),
            );
        }
        false
    }

    /// `required = true` in a property, as early drafts and variables have it.
    pub(super) fn refuse_required(&mut self, name: &str, schema: &'a Json) {
        let Some(required) = schema.get("required") else {
            return;
        };
        if matches!(required.value.kind, JsonKind::Boolean(_)) {
            self.wrong(
                required.value.span,
                "`required` of a property stands in the object around it",
                format!("write `required = [\"{name}\"]` beside `properties`"),
            );
        }
    }
}

/// A property as the alternatives have it.
struct Property<'a> {
    name: &'a str,
    /// With the number of the alternative.
    members: Vec<(usize, &'a Member)>,
    /// The alternatives that have it.
    alternatives: Vec<usize>,
    /// How many alternatives require it.
    required: usize,
}

impl<'a> Property<'a> {
    fn add(all: &mut Vec<Self>, alternative: usize, member: &'a Member) {
        let known = all.iter().position(|property| property.name == member.name);
        match known.and_then(|at| all.get_mut(at)) {
            Some(property) => {
                let same = |(_, before): &(usize, &Member)| std::ptr::eq(*before, member);
                if !property.members.iter().any(same)
                    || property.alternatives.last() != Some(&alternative)
                {
                    property.members.push((alternative, member));
                }
                if property.alternatives.last() != Some(&alternative) {
                    property.alternatives.push(alternative);
                }
            }
            None => all.push(Self {
                name: &member.name,
                members: vec![(alternative, member)],
                alternatives: vec![alternative],
                required: 0,
            }),
        }
    }

    /// All schemas of an alternative hold; the alternatives each may.
    fn node(&self) -> Node<'a> {
        let mut any: Vec<Vec<&'a Json>> = Vec::new();
        for alternative in &self.alternatives {
            let own = self.members.iter().filter(|(at, _)| at == alternative);
            let own: Vec<&Json> = own.map(|(_, member)| &member.value).collect();
            let same = |known: &Vec<&Json>| {
                known.len() == own.len()
                    && known.iter().zip(&own).all(|(a, b)| std::ptr::eq(*a, *b))
            };
            if !any.iter().any(same) {
                any.push(own);
            }
        }
        let all = |schemas: Vec<&'a Json>| Node::all(schemas.into_iter().map(Node::One).collect());
        Node::any(any.into_iter().map(all).collect())
    }
}

/// Makes a union's discriminator a required property with the variant's values.
fn add_tags(fields: &mut Vec<Field>, tags: &Tags, span: crate::source::Span) {
    let kind = Kind::one_of(tags.values.iter().cloned());
    match fields.iter_mut().find(|field| field.name == tags.property) {
        Some(field) => field.ty = Ty::new(kind),
        None => fields.insert(
            0,
            Field {
                span,
                ..Field::new(&tags.property, Ty::new(kind))
            },
        ),
    }
}

/// What the values of an object without properties are.
fn values<'a>(flat: &Flat<'a>) -> Option<Node<'a>> {
    let is_schema = |value: &&Json| !matches!(value.kind, JsonKind::Boolean(_));
    let patterns = flat.keyword("patternProperties").flat_map(Json::members);
    let mut any: Vec<Node<'a>> = patterns.map(|member| Node::One(&member.value)).collect();
    let additional: Vec<Node<'a>> = flat
        .keyword("additionalProperties")
        .filter(is_schema)
        .map(Node::One)
        .collect();
    if !additional.is_empty() {
        any.push(Node::all(additional));
    }
    (!any.is_empty()).then(|| Node::any(any))
}

fn is_structural(schema: &Json) -> bool {
    STRUCTURE
        .iter()
        .any(|keyword| schema.get(keyword).is_some())
}

/// A schema's identity: documents stay where they are while they are read.
pub(super) fn address(schema: &Json) -> usize {
    std::ptr::from_ref(schema).addr()
}
