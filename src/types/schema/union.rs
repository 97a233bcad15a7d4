//! Unions: alternatives told apart by JSON's types, and objects by a property.

use super::super::json::{Json, JsonKind};
use super::super::{Kind, Ty, Union, Variant, part};
use super::flat::{Flat, Node};
use super::leaf::{join_numbers, join_texts, plain};
use super::limits::limits;
use super::object::{Tags, address};
use super::word::Word;
use super::{Context, Reader, description};
use crate::types::documents::{last_of, mapped};

/// A member of a `oneOf` that has a discriminator.
#[derive(Clone, Debug)]
pub(super) struct Choice<'a> {
    /// The discriminator's property.
    pub property: &'a str,
    /// The values that the mapping, or else the schema's name, gives it.
    pub tags: Vec<String>,
    /// Whether the tags come from a mapping.
    pub mapped: bool,
    /// What the schema is called.
    pub name: Option<String>,
    /// The member, by its identity.
    pub member: usize,
}

/// The alternatives of a schema, by JSON's types.
#[derive(Default)]
struct Groups<'a> {
    texts: Vec<Flat<'a>>,
    numbers: Vec<(Flat<'a>, Word)>,
    booleans: bool,
    arrays: Vec<Flat<'a>>,
    objects: Vec<Flat<'a>>,
    /// The types in the order of the schema.
    order: Vec<Word>,
}

impl<'a> Groups<'a> {
    fn add(&mut self, word: Word, flat: &Flat<'a>) {
        let group = if word == Word::Integer {
            Word::Number
        } else {
            word
        };
        if word != Word::Null && !self.order.contains(&group) {
            self.order.push(group);
        }
        match word {
            Word::String => self.texts.push(flat.clone()),
            Word::Number | Word::Integer => self.numbers.push((flat.clone(), word)),
            Word::Boolean => self.booleans = true,
            Word::Array => self.arrays.push(flat.clone()),
            Word::Object => self.objects.push(flat.clone()),
            Word::Null => {}
        }
    }
}

impl<'a> Reader<'a, '_> {
    /// The type of a value of any of these alternatives.
    pub(super) fn any_of_flats(&mut self, flats: &[Flat<'a>], at: Context<'_>) -> Ty {
        let mut groups = Groups::default();
        let mut null = false;
        let mut unknown = flats.is_empty();
        let mut conflict = None;
        for flat in flats {
            let Ok(found) = self.words(flat) else {
                return Ty::ERROR;
            };
            null |= found.null;
            match found.words {
                None => unknown = true,
                Some(words) if words.is_empty() && !found.null => {
                    conflict = conflict.or(flat.parts.last().copied());
                }
                Some(words) => words.into_iter().for_each(|word| groups.add(word, flat)),
            }
        }
        let nothing = groups.order.is_empty();
        if let (Some(schema), true, false, false) = (conflict, nothing, null, unknown) {
            return self.conflict(schema);
        }
        if unknown || nothing {
            return Ty {
                null,
                ..Ty::new(Kind::Unknown)
            };
        }
        let ty = self.of_groups(&groups, flats, at);
        Ty { null, ..ty }
    }

    fn of_groups(&mut self, groups: &Groups<'a>, flats: &[Flat<'a>], at: Context<'_>) -> Ty {
        let tagged = self.tagged(&groups.objects);
        if groups.order.len() < 2 && tagged.is_none() {
            let Some(word) = groups.order.first() else {
                return Ty::new(Kind::Unknown);
            };
            return self.group(groups, *word, at);
        }
        let mut key: Vec<usize> = Vec::new();
        for flat in flats {
            key.extend(
                flat.parts
                    .iter()
                    .filter(|part| says_something(part))
                    .map(|part| address(part)),
            );
            key.push(0);
        }
        if let Some(id) = self.unions.get(&key) {
            return Ty::new(Kind::Union(*id));
        }
        let scalar = |word: &Word| !matches!(word, Word::Object | Word::Array);
        let identifier = if groups.order.iter().all(scalar) {
            String::new()
        } else {
            self.types.identifier(at.part, None)
        };
        let mut notes = flats.iter().flat_map(|flat| &flat.parts);
        let id = self.types.add_union(Union {
            part: at.part.to_owned(),
            identifier,
            description: notes.find_map(|part| description(part)),
            discriminator: tagged.as_ref().map(|tagged| tagged.property.clone()),
            variants: Vec::new(),
            span: self.span,
        });
        self.unions.insert(key, id);
        let mut variants = Vec::new();
        for word in &groups.order {
            match (&tagged, word) {
                (Some(tagged), Word::Object) => {
                    for variant in &tagged.variants {
                        variants.push(self.variant(&tagged.property, variant, at));
                    }
                }
                _ => {
                    let name = match word {
                        Word::Object => "object",
                        _ => "array",
                    };
                    let place = part::variant(at.part, name);
                    let inner = Context {
                        part: &place,
                        depth: at.depth,
                    };
                    let ty = self.group(groups, *word, inner);
                    variants.push(Variant {
                        ty: Ty {
                            kind: plain(ty.kind),
                            ..Ty::new(Kind::Unknown)
                        },
                        tags: Vec::new(),
                    });
                }
            }
        }
        if variants
            .iter()
            .any(|variant| variant.ty.kind == Kind::Error)
        {
            return Ty::ERROR;
        }
        self.types.set_variants(id, variants);
        Ty::new(Kind::Union(id))
    }

    /// The type of the alternatives of one JSON type.
    fn group(&mut self, groups: &Groups<'a>, word: Word, at: Context<'_>) -> Ty {
        let (kind, only) = match word {
            Word::String => {
                let kinds = groups.texts.iter().map(|flat| self.string(flat)).collect();
                (join_texts(kinds), groups.texts.as_slice())
            }
            Word::Number | Word::Integer => {
                let numbers = groups.numbers.iter();
                let kinds = numbers
                    .map(|(flat, word)| self.number(flat, *word))
                    .collect();
                let kind = join_numbers(kinds);
                let limits = match groups.numbers.as_slice() {
                    [(flat, _)] => limits(flat, &kind),
                    _ => None,
                };
                return Ty {
                    limits,
                    ..Ty::new(kind)
                };
            }
            Word::Boolean | Word::Null => (Kind::Boolean, [].as_slice()),
            Word::Array => (self.array(&groups.arrays, at), groups.arrays.as_slice()),
            Word::Object => return Ty::new(self.object(&groups.objects, None, at)),
        };
        Ty {
            limits: match only {
                [flat] => limits(flat, &kind),
                _ => None,
            },
            ..Ty::new(kind)
        }
    }

    fn array(&mut self, flats: &[Flat<'a>], at: Context<'_>) -> Kind {
        let items: Option<Vec<Node<'a>>> = flats.iter().map(items).collect();
        match items {
            Some(items) if !items.is_empty() => {
                let part = part::item(at.part);
                Kind::array(self.ty(&Node::any(items), at.inside(&part)))
            }
            _ => Kind::array(Ty::new(Kind::Unknown)),
        }
    }

    fn variant(&mut self, property: &str, found: &TaggedVariant<'a>, at: Context<'_>) -> Variant {
        let place = part::variant(at.part, found.tags.first().map_or("", String::as_str));
        let context = Context {
            part: &place,
            depth: at.depth,
        };
        let tags = (!found.declared).then(|| Tags {
            property: property.to_owned(),
            values: found.tags.clone(),
        });
        Variant {
            ty: Ty::new(self.object(&found.flats, tags, context)),
            tags: found.tags.clone(),
        }
    }

    /// The members of a `oneOf` with what a discriminator says of them.
    pub(super) fn choices(
        &mut self,
        schema: &'a Json,
        members: &[&'a Json],
    ) -> Vec<(Node<'a>, Option<Choice<'a>>)> {
        let discriminator = schema.get("discriminator").map(|member| &member.value);
        let property = discriminator.and_then(|found| match &found.kind {
            JsonKind::String(name) => Some(name.as_str()),
            _ => found.get("propertyName")?.value.as_str(),
        });
        let mapping = discriminator.and_then(|found| found.get("mapping"));
        let mapping: Vec<(&str, usize)> = mapping
            .into_iter()
            .flat_map(|mapping| mapping.value.members())
            .filter_map(|member| {
                let text = member.value.as_str()?;
                let target = self.quietly(|reader| reader.target(&mapped(text), member.value.span));
                Some((member.name.as_str(), address(target?)))
            })
            .collect();
        members
            .iter()
            .map(|member| {
                let name = reference_name(member);
                let choice = property.map(|property| {
                    let target = self
                        .quietly(|reader| reader.reference(member).ok().flatten())
                        .map_or_else(|| address(member), address);
                    let known = mapping.iter().filter(|(_, to)| *to == target);
                    let mut tags: Vec<String> = known.map(|(tag, _)| (*tag).to_owned()).collect();
                    let is_mapped = !tags.is_empty();
                    if tags.is_empty() {
                        tags.extend(name.clone());
                    }
                    Choice {
                        property,
                        tags,
                        mapped: is_mapped,
                        name: name.clone(),
                        member: address(member),
                    }
                });
                (Node::One(member), choice)
            })
            .collect()
    }

    /// A schema with a discriminator whose mapping names its heirs is one of these.
    pub(super) fn inheritance(
        &mut self,
        schema: &'a Json,
    ) -> Option<Vec<(Node<'a>, Option<Choice<'a>>)>> {
        if schema
            .get("oneOf")
            .or_else(|| schema.get("anyOf"))
            .is_some()
        {
            return None;
        }
        let discriminator = &schema.get("discriminator")?.value;
        let property = discriminator.get("propertyName")?.value.as_str()?;
        let mut choices: Vec<(Node<'a>, Option<Choice<'a>>)> = Vec::new();
        for member in discriminator.get("mapping")?.value.members() {
            let text = member.value.as_str()?;
            let target = self.quietly(|reader| reader.target(&mapped(text), member.value.span))?;
            if std::ptr::eq(target, schema) {
                return None;
            }
            let same = |choice: &&mut (Node<'a>, Option<Choice<'a>>)| matches!(choice.0, Node::One(known) if std::ptr::eq(known, target));
            if let Some((_, Some(choice))) = choices.iter_mut().find(same) {
                choice.tags.push(member.name.clone());
                continue;
            }
            let choice = Choice {
                property,
                tags: vec![member.name.clone()],
                mapped: true,
                name: last_name(text),
                member: address(target),
            };
            choices.push((Node::One(target), Some(choice)));
        }
        (!choices.is_empty()).then_some(choices)
    }
}

/// Whether a schema has a keyword of its own that decides what its values are; `$ref` and
/// the combinators have been followed.
fn says_something(schema: &Json) -> bool {
    const SILENT: &[&str] = &[
        "$anchor",
        "$comment",
        "$defs",
        "$id",
        "$ref",
        "$schema",
        "allOf",
        "anyOf",
        "default",
        "definitions",
        "deprecated",
        "description",
        "discriminator",
        "example",
        "examples",
        "externalDocs",
        "nullable",
        "oneOf",
        "title",
        "x-nullable",
        "xml",
    ];
    let mut names = schema.members().iter().map(|member| member.name.as_str());
    names.any(|name| !SILENT.contains(&name))
}

/// What is in an array of this alternative; `None` when that is not said.
fn items<'a>(flat: &Flat<'a>) -> Option<Node<'a>> {
    let mut all = Vec::new();
    for part in &flat.parts {
        let items = part.get("items").map(|member| &member.value);
        let (places, rest) = match (part.get("prefixItems"), items) {
            (Some(places), rest) => (Some(&places.value), rest),
            (None, Some(items)) if matches!(items.kind, JsonKind::Array(_)) => {
                let rest = part.get("additionalItems").map(|member| &member.value);
                (Some(items), rest)
            }
            (None, rest) => (None, rest),
        };
        match (places.map(|places| &places.kind), rest) {
            (Some(JsonKind::Array(places)), rest) => {
                let rest = rest.filter(|rest| matches!(rest.kind, JsonKind::Object(_)));
                let any: Vec<Node<'a>> = places.iter().chain(rest).map(Node::One).collect();
                if !any.is_empty() {
                    all.push(Node::any(any));
                }
            }
            (_, Some(items)) => all.push(Node::One(items)),
            _ => {}
        }
    }
    (!all.is_empty()).then(|| Node::all(all))
}

/// Objects that a property tells apart.
struct Tagged<'a> {
    property: String,
    variants: Vec<TaggedVariant<'a>>,
}

struct TaggedVariant<'a> {
    tags: Vec<String>,
    flats: Vec<Flat<'a>>,
    /// Whether the schemas themselves say that the property is required and has these
    /// values.
    declared: bool,
}

impl<'a> Reader<'a, '_> {
    /// What tells objects apart, when something does.
    fn tagged(&mut self, objects: &[Flat<'a>]) -> Option<Tagged<'a>> {
        if objects.len() < 2 {
            return None;
        }
        self.explicit(objects).or_else(|| self.implicit(objects))
    }

    /// By the discriminator that the schema names.
    fn explicit(&mut self, objects: &[Flat<'a>]) -> Option<Tagged<'a>> {
        let first = objects.first()?.choice.as_ref()?;
        let property = first.property;
        let mut variants: Vec<(usize, TaggedVariant<'a>)> = Vec::new();
        for flat in objects {
            let choice = flat
                .choice
                .as_ref()
                .filter(|choice| choice.property == property)?;
            let (declared, required) = self.fixed_values(flat, property);
            let known = variants
                .iter_mut()
                .find(|(member, _)| *member == choice.member);
            if let Some((_, variant)) = known {
                variant.flats.push(flat.clone());
                if let (false, Some(values)) = (choice.mapped, &declared) {
                    let new = values.iter().filter(|value| !variant.tags.contains(value));
                    let new: Vec<String> = new.cloned().collect();
                    variant.tags.extend(new);
                }
                variant.declared = false;
                continue;
            }
            // What the schema fixes is what is sent; a mapping may only narrow it.
            let tags = match &declared {
                Some(values) if !choice.mapped => values.clone(),
                Some(values) => {
                    let both = choice.tags.iter().filter(|tag| values.contains(tag));
                    let both: Vec<String> = both.cloned().collect();
                    if both.is_empty() {
                        values.clone()
                    } else {
                        both
                    }
                }
                None => choice.tags.clone(),
            };
            if tags.is_empty() {
                return None;
            }
            let variant = TaggedVariant {
                declared: required && declared.as_ref() == Some(&tags),
                tags,
                flats: vec![flat.clone()],
            };
            variants.push((choice.member, variant));
        }
        let variants: Vec<TaggedVariant<'a>> =
            variants.into_iter().map(|(_, variant)| variant).collect();
        apart(&variants).then(|| Tagged {
            property: property.to_owned(),
            variants,
        })
    }

    /// By a property that all require, each with values of its own.
    fn implicit(&mut self, objects: &[Flat<'a>]) -> Option<Tagged<'a>> {
        let first = objects.first()?;
        let lists = first.keyword("properties");
        let names: Vec<&'a str> = lists
            .flat_map(|list| list.members().iter().map(|member| member.name.as_str()))
            .collect();
        names.into_iter().find_map(|property| {
            let mut variants: Vec<TaggedVariant<'a>> = Vec::new();
            for flat in objects {
                let (Some(tags), true) = self.fixed_values(flat, property) else {
                    return None;
                };
                let same = variants.iter_mut().find(|variant| variant.tags == tags);
                match same {
                    Some(variant) => variant.flats.push(flat.clone()),
                    None => variants.push(TaggedVariant {
                        tags,
                        flats: vec![flat.clone()],
                        declared: true,
                    }),
                }
            }
            (variants.len() > 1 && apart(&variants)).then(|| Tagged {
                property: property.to_owned(),
                variants,
            })
        })
    }

    /// The texts that are the only values of a property, and whether it is required.
    fn fixed_values(&mut self, flat: &Flat<'a>, property: &str) -> (Option<Vec<String>>, bool) {
        let required = flat.keyword("required").any(|names| match &names.kind {
            JsonKind::Array(names) => names.iter().any(|name| name.as_str() == Some(property)),
            _ => false,
        });
        let lists = flat.keyword("properties");
        let nodes: Vec<Node<'a>> = lists
            .filter_map(|list| Some(Node::One(&list.get(property)?.value)))
            .collect();
        if nodes.is_empty() {
            return (None, required);
        }
        let values = self.quietly(|reader| {
            let flats = reader.alternatives(&Node::all(nodes)).ok()?;
            let mut all = Vec::new();
            for flat in &flats {
                match reader.string(flat) {
                    Kind::String(Some(values)) => all.extend(values.iter().cloned()),
                    _ => return None,
                }
            }
            Some(all)
        });
        (values.filter(|values| !values.is_empty()), required)
    }
}

/// Whether no value means two variants.
fn apart(variants: &[TaggedVariant<'_>]) -> bool {
    let mut all: Vec<&String> = variants.iter().flat_map(|variant| &variant.tags).collect();
    let count = all.len();
    all.sort();
    all.dedup();
    all.len() == count
}

/// The name of the schema that a `$ref` leads to.
pub(super) fn reference_name(schema: &Json) -> Option<String> {
    last_name(schema.get("$ref")?.value.as_str()?)
}

fn last_name(reference: &str) -> Option<String> {
    let name = last_of(reference)?;
    (!name.is_empty()).then_some(name)
}
