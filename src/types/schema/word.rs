//! `type`: JSON Schema's words for kinds of values.

use super::super::json::{Json, JsonKind};
use super::Reader;
use super::flat::{Flat, Stop};
use crate::diagnostics::codes::types as codes;
use crate::diagnostics::{Diagnostic, closest};

/// The words of `type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Word {
    Object,
    Array,
    String,
    Number,
    Integer,
    Boolean,
    Null,
}

/// What a list of schemas says of a value's type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    /// The words that all agree on, without `null`; `None` when nobody says anything.
    pub words: Option<Vec<Word>>,
    /// Whether `null` is allowed.
    pub null: bool,
}

impl<'a> Reader<'a, '_> {
    /// The words of schemas that all hold.
    ///
    /// Documents write a `type` beside a `$ref` or a combinator that says something else:
    /// `{ type: object, oneOf: [a text, null] }`. What is referred to is meant.
    pub(super) fn words(&mut self, flat: &Flat<'a>) -> Result<Words, Stop> {
        let found = self.words_in(flat, &flat.parts)?;
        let is_contradictory = found.words.as_ref().is_some_and(Vec::is_empty) && !found.null;
        if !is_contradictory || !self.is_foreign() {
            return Ok(found);
        }
        let parts = flat.parts.iter().copied();
        let meant: Vec<&'a Json> = parts.filter(|part| !is_wrapper(part)).collect();
        if meant.is_empty() {
            return Ok(found);
        }
        self.words_in(flat, &meant)
    }

    fn words_in(&mut self, flat: &Flat<'a>, parts: &[&'a Json]) -> Result<Words, Stop> {
        let mut words: Option<Vec<Word>> = None;
        let mut null = true;
        let mut said = false;
        for part in parts {
            let Some((own, own_null)) = self.words_of(part)? else {
                continue;
            };
            said = true;
            null &= own_null;
            words = Some(match words {
                None => own,
                Some(before) => common(&before, &own),
            });
        }
        if words.is_none() {
            words = implied(flat);
        }
        let null = flat.null || said && null;
        let only_null = words.as_ref().is_some_and(Vec::is_empty) && null;
        Ok(Words {
            null: null || !said && flat.parts.iter().any(|part| is_nullable(part)),
            words: if only_null { Some(Vec::new()) } else { words },
        })
    }

    /// The words of one schema's `type`, and whether it allows `null`; `None` when it
    /// has none.
    fn words_of(&mut self, schema: &'a Json) -> Result<Option<(Vec<Word>, bool)>, Stop> {
        let Some(member) = schema.get("type") else {
            return Ok(None);
        };
        let one = std::slice::from_ref(&member.value);
        let names = match &member.value.kind {
            JsonKind::Invalid => return Err(Stop::Reported),
            JsonKind::Array(names) => names.as_slice(),
            _ => one,
        };
        let mut words = Vec::new();
        for name in names {
            match self.type_word(name)? {
                Some(word) if words.contains(&word) => {}
                Some(word) => words.push(word),
                // A word that is not known says nothing.
                None => return Ok(None),
            }
        }
        if words.is_empty() {
            self.wrong(
                member.value.span,
                "`type` names no type",
                "write `type = \"string\"`, or leave `type` out for any JSON",
            );
            return if self.is_foreign() {
                Ok(None)
            } else {
                Err(Stop::Reported)
            };
        }
        let null = words.contains(&Word::Null) || is_nullable(schema);
        words.retain(|word| *word != Word::Null);
        // Every integer is a number.
        if words.contains(&Word::Number) {
            words.retain(|word| *word != Word::Integer);
        }
        Ok(Some((words, null)))
    }

    fn type_word(&mut self, name: &Json) -> Result<Option<Word>, Stop> {
        let tolerated = if self.is_foreign() {
            Ok(None)
        } else {
            Err(Stop::Reported)
        };
        let Some(text) = name.as_str() else {
            // A YAML document may write the word for nothing without quotes.
            if matches!(name.kind, JsonKind::Null) && self.is_foreign() {
                return Ok(Some(Word::Null));
            }
            if !matches!(name.kind, JsonKind::Invalid) {
                let found = name.describe();
                self.wrong(
                    name.span,
                    format!("`type` takes the name of a type, got {found}"),
                    "write `type = \"string\"`",
                );
            }
            return tolerated;
        };
        if let Some(word) = Word::of(text) {
            return Ok(Some(word));
        }
        if self.is_foreign() {
            return Ok(Word::of(&text.to_ascii_lowercase()));
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
        if !self.is_checked() {
            self.report(diagnostic.help(match (ours, near()) {
                (Some(help), _) => help,
                (None, Some(near)) => format!("write `{near}`"),
                (None, None) => {
                    "write string, number, integer, boolean, array, object or null".to_owned()
                }
            }));
        }
        tolerated
    }
}

/// Whether a schema says by others what its values are.
fn is_wrapper(schema: &Json) -> bool {
    let keywords = ["$ref", "allOf", "anyOf", "oneOf"];
    keywords.iter().any(|keyword| schema.get(keyword).is_some())
}

/// The words that two lists have in common; of number and integer, integer.
fn common(left: &[Word], right: &[Word]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for (a, b) in [(left, right), (right, left)] {
        for word in a {
            let fits = b.contains(word) || *word == Word::Integer && b.contains(&Word::Number);
            if fits && !words.contains(word) {
                words.push(*word);
            }
        }
    }
    words
}

/// What other keywords imply where there is no `type`.
fn implied(flat: &Flat<'_>) -> Option<Vec<Word>> {
    const KEYWORDS: &[(&str, Word)] = &[
        ("properties", Word::Object),
        ("additionalProperties", Word::Object),
        ("patternProperties", Word::Object),
        ("items", Word::Array),
        ("prefixItems", Word::Array),
    ];
    let has = |keyword: &str| flat.keyword(keyword).next().is_some();
    if let Some((_, word)) = KEYWORDS.iter().find(|(keyword, _)| has(keyword)) {
        return Some(vec![*word]);
    }
    let mut words = Vec::new();
    for values in [flat.keyword("enum").next(), flat.keyword("const").next()] {
        let values = match values.map(|values| (&values.kind, values)) {
            Some((JsonKind::Array(items), _)) => items.as_slice(),
            Some((_, value)) => std::slice::from_ref(value),
            None => continue,
        };
        for value in values {
            let word = match &value.kind {
                JsonKind::String(_) | JsonKind::Datetime(_) => Word::String,
                JsonKind::Boolean(_) => Word::Boolean,
                JsonKind::Number(digits) if digits.contains(['.', 'e', 'E']) => Word::Number,
                JsonKind::Number(_) => Word::Integer,
                JsonKind::Array(_) => Word::Array,
                JsonKind::Object(_) => Word::Object,
                JsonKind::Null | JsonKind::Invalid => continue,
            };
            if !words.contains(&word) {
                words.push(word);
            }
        }
        let known = values
            .iter()
            .any(|value| !matches!(value.kind, JsonKind::Invalid));
        return Some(words).filter(|_| known);
    }
    None
}

/// Whether a schema says that `null` is allowed, beside its `type`.
fn is_nullable(schema: &Json) -> bool {
    nullable(schema).unwrap_or(false) || has_null_value(schema)
}

/// OpenAPI's `nullable`, and what documents of Swagger write for it.
pub(super) fn nullable(schema: &Json) -> Option<bool> {
    let member = ["nullable", "x-nullable"]
        .iter()
        .find_map(|keyword| schema.get(keyword))?;
    match member.value.kind {
        JsonKind::Boolean(nullable) => Some(nullable),
        _ => None,
    }
}

/// Whether `enum` or `const` allows `null`.
fn has_null_value(schema: &Json) -> bool {
    let is_null = |value: &Json| matches!(value.kind, JsonKind::Null);
    match schema.get("enum").map(|member| &member.value.kind) {
        Some(JsonKind::Array(values)) => values.iter().any(is_null),
        _ => schema
            .get("const")
            .is_some_and(|member| is_null(&member.value)),
    }
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

    pub fn of(name: &str) -> Option<Self> {
        let (_, word) = Self::ALL.iter().find(|(known, _)| *known == name)?;
        Some(*word)
    }
}
