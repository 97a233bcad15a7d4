//! What tells the objects of a union apart: the discriminator that a schema names, or a
//! property that all require, each with values of its own.

use super::super::Kind;
use super::super::json::{Json, JsonKind};
use super::Reader;
use super::flat::{Flat, Node};
use super::object::address;
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

impl<'a> Reader<'a, '_> {
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

/// Objects that a property tells apart.
pub(super) struct Tagged<'a> {
    pub property: String,
    pub variants: Vec<TaggedVariant<'a>>,
}

pub(super) struct TaggedVariant<'a> {
    pub tags: Vec<String>,
    pub flats: Vec<Flat<'a>>,
    /// Whether the schemas themselves say that the property is required and has these
    /// values.
    pub declared: bool,
}

impl<'a> Reader<'a, '_> {
    /// What tells objects apart, when something does.
    pub(super) fn tagged(&mut self, objects: &[Flat<'a>]) -> Option<Tagged<'a>> {
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
