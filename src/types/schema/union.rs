//! Unions: alternatives told apart by JSON's types, and objects by a property.

use super::super::json::{Json, JsonKind};
use super::super::{Kind, Ty, Union, Variant, part};
use super::discriminator::TaggedVariant;
use super::flat::{Flat, Node};
use super::leaf::{join_numbers, join_texts, plain};
use super::limits::limits;
use super::object::{Tags, address};
use super::word::Word;
use super::{Context, Reader, description};

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
