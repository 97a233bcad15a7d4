//! Schemas without their combinators: alternatives, each a list of schemas that all hold.
//!
//! `$ref` and `allOf` add schemas to a list, `oneOf` and `anyOf` make alternatives, and
//! where both meet, each alternative gets what holds for all. So the rest of the reader
//! sees plain keywords only.

use std::rc::Rc;

use super::super::json::{Json, JsonKind};
use super::discriminator::{Choice, reference_name};
use super::{Reader, keywords, word};
use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::types as codes;

/// A schema of the documents, or one made of several.
#[derive(Clone, Debug)]
pub(super) enum Node<'a> {
    One(&'a Json),
    /// All hold.
    All(Rc<[Node<'a>]>),
    /// One or more hold.
    Any(Rc<[Node<'a>]>),
}

impl<'a> Node<'a> {
    /// All of these; one alone is itself.
    pub fn all(mut nodes: Vec<Self>) -> Self {
        match (nodes.pop(), nodes.is_empty()) {
            (Some(only), true) => only,
            (last, _) => {
                nodes.extend(last);
                Self::All(nodes.into())
            }
        }
    }

    /// Any of these; one alone is itself.
    pub fn any(mut nodes: Vec<Self>) -> Self {
        match (nodes.pop(), nodes.is_empty()) {
            (Some(only), true) => only,
            (last, _) => {
                nodes.extend(last);
                Self::Any(nodes.into())
            }
        }
    }

    /// The first schema in it, for its place and its notes.
    pub fn first(&self) -> Option<&'a Json> {
        match self {
            Self::One(schema) => Some(schema),
            Self::All(nodes) | Self::Any(nodes) => nodes.first()?.first(),
        }
    }
}

/// Schemas that all hold, none of which has a combinator that is still to be looked at.
#[derive(Clone, Debug, Default)]
pub(super) struct Flat<'a> {
    pub parts: Vec<&'a Json>,
    /// A schema around these says that the value may be null.
    pub null: bool,
    /// What the schema is called that these were, when a `$ref` led there.
    pub name: Option<String>,
    /// Which member of a `oneOf` this is.
    pub choice: Option<Choice<'a>>,
}

impl<'a> Flat<'a> {
    fn and(&self, other: &Self) -> Self {
        let mut parts = self.parts.clone();
        for part in &other.parts {
            if !parts.iter().any(|known| std::ptr::eq(*known, *part)) {
                parts.push(part);
            }
        }
        Self {
            parts,
            null: self.null || other.null,
            name: self.name.clone().or_else(|| other.name.clone()),
            choice: self.choice.clone().or_else(|| other.choice.clone()),
        }
    }

    /// The value of a keyword in each part that has it.
    pub fn keyword(&self, name: &str) -> impl Iterator<Item = &'a Json> {
        let parts = self.parts.iter();
        parts.filter_map(move |part| Some(&part.get(name)?.value))
    }

    /// The text of a keyword in the first part that has it.
    pub fn text(&self, name: &str) -> Option<&'a str> {
        self.keyword(name).find_map(Json::as_str)
    }

    /// Whether a part says `true` to a keyword.
    pub fn says(&self, name: &str) -> bool {
        self.keyword(name)
            .any(|value| matches!(value.kind, JsonKind::Boolean(true)))
    }
}

/// How many alternatives one schema may have.
const MAX_ALTERNATIVES: usize = 256;

/// How many schemas may lead to one another by `$ref` and the combinators alone.
const MAX_DEPTH: usize = 100;

/// Why a schema has no alternatives to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// It is part of itself, without an object or array between.
    Cycle,
    /// Something was reported.
    Reported,
    /// It has more alternatives than are told apart.
    TooMany,
}

pub(super) type Alternatives<'a> = Result<Vec<Flat<'a>>, Stop>;

impl<'a> Reader<'a, '_> {
    /// The alternatives of a schema. Cycles are reported.
    pub(super) fn alternatives(&mut self, node: &Node<'a>) -> Alternatives<'a> {
        let found = self.expand(node, &mut Vec::new());
        if found.as_ref().is_err_and(|stop| *stop == Stop::Cycle)
            && let Some(schema) = node.first()
        {
            self.report(
                Diagnostic::new(
                    &codes::ENDLESS_REFERENCE,
                    schema.span,
                    "this schema is part of itself without an end",
                )
                .help("put an object between: a property may hold what it is part of"),
            );
            return Err(Stop::Reported);
        }
        found
    }

    fn expand(&mut self, node: &Node<'a>, open: &mut Vec<*const Json>) -> Alternatives<'a> {
        match node {
            Node::One(schema) => self.expand_schema(schema, open),
            Node::All(nodes) => {
                let mut all = vec![Flat::default()];
                for node in nodes.iter() {
                    let more = self.expand(node, open)?;
                    all = product(&all, &more)?;
                }
                Ok(all)
            }
            Node::Any(nodes) => {
                let mut any = Vec::new();
                for node in nodes.iter() {
                    any.extend(self.expand(node, open)?);
                }
                within_limit(any)
            }
        }
    }

    fn expand_schema(&mut self, schema: &'a Json, open: &mut Vec<*const Json>) -> Alternatives<'a> {
        match &schema.kind {
            JsonKind::Object(_) => {}
            JsonKind::Boolean(true) => return Ok(vec![Flat::default()]),
            JsonKind::Boolean(false) => return Ok(Vec::new()),
            JsonKind::Invalid => return Err(Stop::Reported),
            _ => return self.no_schema(schema),
        }
        let this = std::ptr::from_ref(schema);
        // An heir adds to its parent, which is one of its heirs: for the heir it is only
        // what all heirs have.
        let heir = self.choosing.contains(&this);
        let times = open.iter().filter(|one| **one == this).count();
        if times > usize::from(heir) || open.len() > MAX_DEPTH {
            return Err(Stop::Cycle);
        }
        if self.seen.insert(this) {
            for finding in keywords::check(schema, self.origin) {
                self.report(finding);
            }
            self.check_values(schema);
        }
        open.push(this);
        let found = self.expand_open(schema, !heir, open);
        open.pop();
        found
    }

    fn expand_open(
        &mut self,
        schema: &'a Json,
        choices: bool,
        open: &mut Vec<*const Json>,
    ) -> Alternatives<'a> {
        let own = Flat {
            parts: vec![schema],
            ..Flat::default()
        };
        let mut all = vec![own];
        let mut combined = false;
        if let Some(target) = self.reference(schema)? {
            combined = true;
            let mut found = self.expand(&Node::One(target), open)?;
            for flat in &mut found {
                flat.name = flat.choice.as_ref().and_then(|choice| choice.name.clone());
                flat.name = flat.name.take().or_else(|| reference_name(schema));
            }
            all = product(&all, &found)?;
        }
        let members = self.members(schema, "allOf")?;
        let alone = members.len() == 1 && schema.get("properties").is_none();
        for member in members {
            combined = true;
            let mut found = self.expand(&Node::One(member), open)?;
            if !alone {
                for flat in &mut found {
                    flat.name = None;
                }
            }
            all = product(&all, &found)?;
        }
        if choices {
            self.choosing.push(std::ptr::from_ref(schema));
            let chosen = self.chosen(schema, open);
            self.choosing.pop();
            for any in chosen? {
                combined = true;
                all = product(&all, &any)?;
            }
        }
        if combined && word::nullable(schema) == Some(true) {
            for flat in &mut all {
                flat.null = true;
            }
        }
        Ok(all)
    }

    /// The lists of alternatives that a schema gives, of which one each holds.
    fn chosen(
        &mut self,
        schema: &'a Json,
        open: &mut Vec<*const Json>,
    ) -> Result<Vec<Vec<Flat<'a>>>, Stop> {
        let mut found = Vec::new();
        for keyword in ["oneOf", "anyOf"] {
            let members = self.members(schema, keyword)?;
            if !members.is_empty() {
                let choices = self.choices(schema, &members);
                found.extend(self.any_of(&choices, open)?);
            }
        }
        if let Some(choices) = self.inheritance(schema) {
            found.extend(self.any_of(&choices, open)?);
        }
        Ok(found)
    }

    /// The alternatives of `oneOf`; `None` where one of them is what is being read: a
    /// schema that names its own heirs says nothing new to them.
    fn any_of(
        &mut self,
        choices: &[(Node<'a>, Option<Choice<'a>>)],
        open: &mut Vec<*const Json>,
    ) -> Result<Option<Vec<Flat<'a>>>, Stop> {
        let mut any = Vec::new();
        for (node, choice) in choices {
            match self.expand(node, open) {
                Ok(flats) => any.extend(flats.into_iter().map(|flat| Flat {
                    name: flat.name.or_else(|| choice.as_ref()?.name.clone()),
                    choice: choice.clone().or(flat.choice),
                    ..flat
                })),
                Err(Stop::Cycle) => return Ok(None),
                Err(stop) => return Err(stop),
            }
        }
        within_limit(any).map(Some)
    }

    /// The schemas under a keyword that takes several.
    fn members(&mut self, schema: &'a Json, keyword: &str) -> Result<Vec<&'a Json>, Stop> {
        let Some(member) = schema.get(keyword) else {
            return Ok(Vec::new());
        };
        match &member.value.kind {
            JsonKind::Array(items) => Ok(items.iter().collect()),
            JsonKind::Invalid => Err(Stop::Reported),
            _ => {
                let found = member.value.describe();
                self.wrong(
                    member.value.span,
                    format!("`{keyword}` takes an array of schemas, got {found}"),
                    format!("write `{keyword} = [{{ type = \"string\" }}]`"),
                );
                self.tolerated()
            }
        }
    }

    fn check_values(&mut self, schema: &'a Json) {
        if let Some(member) = schema.get("enum")
            && matches!(&member.value.kind, JsonKind::Array(values) if values.is_empty())
        {
            self.wrong(
                member.value.span,
                "`enum` has no values",
                "write `enum = [\"open\", \"closed\"]`",
            );
        }
        if let Some(member) = schema.get("nullable")
            && !matches!(member.value.kind, JsonKind::Boolean(_))
        {
            let found = member.value.describe();
            self.wrong(
                member.value.span,
                format!("`nullable` takes true or false, got {found}"),
                "write `type = [\"string\", \"null\"]`, or `nullable = true`",
            );
        }
    }

    /// Something stands where a schema is expected.
    fn no_schema(&mut self, schema: &'a Json) -> Alternatives<'a> {
        let found = schema.describe();
        let mut help = "write a schema: `{ type = \"string\" }`".to_owned();
        if let Some(name) = schema
            .as_str()
            .filter(|name| word::Word::of(name).is_some())
        {
            help = format!("write `{{ type = \"{name}\" }}`");
        }
        self.wrong(schema.span, format!("expected a schema, got {found}"), help);
        Err(Stop::Reported)
    }

    /// After something wrong of a foreign document, which is passed over.
    fn tolerated<T>(&self) -> Result<Vec<T>, Stop> {
        if self.is_foreign() {
            Ok(Vec::new())
        } else {
            Err(Stop::Reported)
        }
    }
}

fn product<'a>(left: &[Flat<'a>], right: &[Flat<'a>]) -> Alternatives<'a> {
    if left.len() * right.len() > MAX_ALTERNATIVES {
        return Err(Stop::TooMany);
    }
    let pairs = left
        .iter()
        .flat_map(|left| right.iter().map(move |right| left.and(right)));
    Ok(pairs.collect())
}

fn within_limit<T>(any: Vec<T>) -> Result<Vec<T>, Stop> {
    if any.len() > MAX_ALTERNATIVES {
        return Err(Stop::TooMany);
    }
    Ok(any)
}
