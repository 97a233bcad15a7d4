//! One value against its kind.

use crate::diagnostics::{Diagnostic, Edit, Fix, codes};
use crate::document::{Node, NodeKind, Table, TableStyle};
use crate::manifest::keys::{Format, Key, Kind, Naming, Section, When};

use super::Shape;
use super::place::Place;
use super::spelling::listed;

impl Shape<'_> {
    pub(super) fn value(
        &mut self,
        node: &Node,
        kind: Kind,
        key: Option<&'static Key>,
        place: &Place<'_>,
    ) {
        match (kind, &node.kind) {
            (_, NodeKind::Invalid) | (Kind::Literal, _) | (Kind::Boolean, NodeKind::Boolean(_)) => {
            }
            (Kind::Expression, _) => self.expression(node, place),
            (Kind::Text(format), NodeKind::String(text)) => self.text(text, format, place),
            (Kind::Path, NodeKind::String(text)) => self.path(text, place),
            (Kind::Type | Kind::Reference(_), NodeKind::String(text)) => {
                self.text(text, Format::Any, place);
            }
            (Kind::Duration, NodeKind::String(text)) => self.duration(text, place),
            (Kind::Word(words), NodeKind::String(text)) => self.word(text, words, place),
            (Kind::Integer { min, max }, NodeKind::Integer(number)) => {
                if !(min..=max).contains(number) {
                    self.report(
                        Diagnostic::new(
                            &codes::shape::OUT_OF_RANGE,
                            node.span,
                            format!("{} cannot be {number}", place.name()),
                        )
                        .help(format!("write a number from {min} to {max}")),
                    );
                }
            }
            (Kind::List { of, least }, NodeKind::Array(items)) => {
                self.list(node, items, *of, least, place);
            }
            (Kind::Map { names, of }, NodeKind::Table(table)) => {
                self.map(table, names, *of, place);
            }
            (Kind::Table(section), NodeKind::Table(table)) => self.section(table, section, place),
            (Kind::Either(kinds), _) => match kinds.iter().find(|kind| fits(**kind, node)) {
                Some(kind) => self.value(node, *kind, key, place),
                None => self.mismatch(node, kind, key, place),
            },
            _ => self.mismatch(node, kind, key, place),
        }
    }

    fn map(&mut self, table: &Table, names: Naming, of: Kind, place: &Place<'_>) {
        let stray = self.is_stray(table);
        for entry in &table.entries {
            if stray && !is_header(&entry.value) {
                continue;
            }
            self.key_name(&entry.key, names, place);
            self.value(&entry.value, of, None, &place.key(&entry.key.name));
        }
    }

    /// A value of another TOML kind than the key takes.
    fn mismatch(&mut self, node: &Node, kind: Kind, key: Option<&'static Key>, place: &Place<'_>) {
        let found = if is_array_of_tables(node) {
            "an array of tables"
        } else {
            node.kind.describe()
        };
        let mut diagnostic = Diagnostic::new(
            &codes::shape::WRONG_TYPE,
            node.span,
            format!("{} expects {}, found {found}", place.name(), describe(kind)),
        );
        diagnostic = match (kind, &node.kind) {
            (Kind::Map { .. }, NodeKind::Array(_)) => diagnostic.help(format!(
                "write a table with a name for each: {}",
                place.header("NAME")
            )),
            (Kind::Map { .. }, _) if key.is_none_or(|key| key.example.is_none()) => {
                diagnostic.help(format!("write a header for each: {}", place.header("NAME")))
            }
            (Kind::Duration, NodeKind::Integer(number)) if *number > 0 => diagnostic.help(format!(
                "write the unit: `\"{number}s\"` or `\"{number}ms\"`"
            )),
            (
                Kind::List {
                    of: Kind::Table(_), ..
                },
                NodeKind::Table(table),
            ) => list_header(diagnostic, table, place),
            (Kind::List { of, .. }, _) if self.is_clean(node, *of, place) => surround(
                diagnostic.help("write it as an array: `[…]`"),
                node,
                "[",
                "]",
            ),
            (Kind::Text(Format::Any | Format::Free), kind) if is_scalar(kind) => {
                surround(diagnostic.help("write it in quotes"), node, "\"", "\"")
            }
            (Kind::Integer { .. }, NodeKind::String(text))
                if text.as_str().parse::<i64>().is_ok_and(|number| number >= 0) =>
            {
                let digits = text.as_str().trim_start_matches('+').to_owned();
                diagnostic
                    .help(format!("write it without quotes: `{digits}`"))
                    .replace(node.span, digits)
            }
            (Kind::Boolean, NodeKind::String(text))
                if matches!(text.as_str(), "true" | "false") =>
            {
                diagnostic
                    .help(format!("write it without quotes: `{}`", text.as_str()))
                    .replace(node.span, text.as_str())
            }
            (Kind::Table(section), _) => self.shorthand(diagnostic, node, section, key, place),
            (Kind::Either(kinds), _) => {
                match kinds.iter().find_map(|kind| match kind {
                    Kind::Table(section) => Some(*section),
                    _ => None,
                }) {
                    Some(section) => self.shorthand(diagnostic, node, section, key, place),
                    None => diagnostic.help(in_words(kind, key, place)),
                }
            }
            _ => diagnostic.help(in_words(kind, key, place)),
        };
        self.report(diagnostic);
    }

    /// A bare value where a table is wanted whose one key it could be.
    fn shorthand(
        &mut self,
        diagnostic: Diagnostic,
        node: &Node,
        section: &'static Section,
        key: Option<&'static Key>,
        place: &Place<'_>,
    ) -> Diagnostic {
        let meant = section
            .shorthand
            .and_then(|name| section.key(name))
            .filter(|meant| fits(meant.kind, node) && !matches!(node.kind, NodeKind::Table(_)));
        let Some(meant) = meant else {
            return diagnostic.help(in_words(Kind::Table(section), key, place));
        };
        let open = format!("{{ {} = ", meant.name);
        let diagnostic = diagnostic.help(format!("write {} = `{open}… }}`", place.name()));
        let alone = section.keys.iter().all(|key| match key.required {
            When::Never | When::Lacks(_) | When::Has(_) => true,
            When::Always => key.name == meant.name,
            When::Is(_, words) => !node
                .as_text()
                .is_some_and(|text| words.contains(&text.as_str())),
        });
        if alone && self.is_clean(node, meant.kind, place) {
            surround(diagnostic, node, &open, " }")
        } else {
            diagnostic
        }
    }

    /// Whether the value is right for the kind; reports nothing.
    pub(super) fn is_clean(&mut self, node: &Node, kind: Kind, place: &Place<'_>) -> bool {
        if !fits(kind, node) {
            return false;
        }
        let before = self.found.len();
        self.value(node, kind, None, place);
        let clean = self.found.len() == before;
        self.found.truncate(before);
        clean
    }
}

/// `steps` as one table: `[x.steps]` for `[[x.steps]]`.
fn list_header(diagnostic: Diagnostic, table: &Table, place: &Place<'_>) -> Diagnostic {
    let header = place.list_header();
    let diagnostic = diagnostic.help(format!("write {header} for each"));
    let flat = !table
        .entries
        .iter()
        .any(|entry| is_header(&entry.value) || is_array_of_tables(&entry.value));
    if table.style != TableStyle::Header || !flat {
        return diagnostic;
    }
    Diagnostic {
        fix: Some(Fix {
            title: format!("write {header}"),
            edits: vec![
                Edit {
                    span: table.span.at_start(),
                    text: "[".to_owned(),
                },
                Edit {
                    span: table.span.at_end(),
                    text: "]".to_owned(),
                },
            ],
        }),
        ..diagnostic
    }
}

/// Whether the value has a TOML kind that the key takes.
pub fn fits(kind: Kind, node: &Node) -> bool {
    match (kind, &node.kind) {
        (Kind::Literal | Kind::Expression, _)
        | (_, NodeKind::Invalid)
        | (
            Kind::Text(_)
            | Kind::Path
            | Kind::Type
            | Kind::Reference(_)
            | Kind::Duration
            | Kind::Word(_),
            NodeKind::String(_),
        )
        | (Kind::Integer { .. }, NodeKind::Integer(_))
        | (Kind::Boolean, NodeKind::Boolean(_))
        | (Kind::List { .. }, NodeKind::Array(_))
        | (Kind::Map { .. } | Kind::Table(_), NodeKind::Table(_)) => true,
        (Kind::Either(kinds), _) => kinds.iter().any(|kind| fits(*kind, node)),
        _ => false,
    }
}

/// `[[a]]`, or an inline array of tables.
fn is_array_of_tables(node: &Node) -> bool {
    node.as_array()
        .and_then(<[Node]>::first)
        .is_some_and(|item| item.as_table().is_some())
}

/// Whether headers of their own make the value, or values in it.
pub fn is_header(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Table(table) => {
            matches!(table.style, TableStyle::Header | TableStyle::Implicit)
        }
        NodeKind::Array(items) => items.first().is_some_and(is_header),
        _ => false,
    }
}

const fn is_scalar(kind: &NodeKind) -> bool {
    matches!(
        kind,
        NodeKind::Integer(_) | NodeKind::Float(_) | NodeKind::Boolean(_) | NodeKind::Datetime(_)
    )
}

fn surround(diagnostic: Diagnostic, node: &Node, open: &str, close: &str) -> Diagnostic {
    Diagnostic {
        fix: Some(Fix {
            title: format!("write `{open}…{close}`"),
            edits: vec![
                Edit {
                    span: node.span.at_start(),
                    text: open.to_owned(),
                },
                Edit {
                    span: node.span.at_end(),
                    text: close.to_owned(),
                },
            ],
        }),
        ..diagnostic
    }
}

fn in_words(kind: Kind, key: Option<&'static Key>, place: &Place<'_>) -> String {
    match key {
        Some(key) => format!("write `{} = {}`", key.name, example(key)),
        None => match kind {
            Kind::Table(section) => match section.keys.first() {
                Some(first) => format!("write {place}, with keys such as `{}`", first.name),
                None => format!("write {place}"),
            },
            kind => format!("write `{}`", sample(kind)),
        },
    }
}

/// A value that a key could have, in TOML.
pub fn example(key: &Key) -> String {
    key.example.map_or_else(|| sample(key.kind), str::to_owned)
}

fn sample(kind: Kind) -> String {
    match kind {
        Kind::Text(Format::Url) => "\"https://example.com\"".to_owned(),
        Kind::Text(Format::Domain) => "\"example.com\"".to_owned(),
        Kind::Text(Format::Email) => "\"ops@example.com\"".to_owned(),
        Kind::Text(Format::Kebab) | Kind::Reference(_) => "\"a-name\"".to_owned(),
        Kind::Text(Format::Identifier) => "\"a_name\"".to_owned(),
        Kind::Text(_) => "\"…\"".to_owned(),
        Kind::Path => "\"/orders\"".to_owned(),
        Kind::Expression => "\"source.id\"".to_owned(),
        Kind::Literal => "…".to_owned(),
        Kind::Duration => "\"30s\"".to_owned(),
        Kind::Integer { min, .. } => min.max(1).to_string(),
        Kind::Boolean => "true".to_owned(),
        Kind::Type => "\"string\"".to_owned(),
        Kind::Word(words) => words
            .first()
            .map_or_else(String::new, |word| format!("\"{}\"", word.word)),
        Kind::List { of, .. } => format!("[{}]", sample(*of)),
        Kind::Map { .. } => "{ … }".to_owned(),
        Kind::Table(section) => {
            let keys: Vec<String> = section
                .keys
                .iter()
                .filter(|key| matches!(key.required, When::Always))
                .map(|key| format!("{} = {}", key.name, example(key)))
                .collect();
            match (keys.is_empty(), section.keys.first()) {
                (true, Some(first)) => format!("{{ {} = {} }}", first.name, example(first)),
                _ => format!("{{ {} }}", keys.join(", ")),
            }
        }
        Kind::Either(kinds) => kinds.first().map_or_else(String::new, |kind| sample(*kind)),
    }
}

/// A kind with its article, for messages.
fn describe(kind: Kind) -> String {
    match kind {
        Kind::Text(Format::Url) => "a URL".to_owned(),
        Kind::Text(Format::Domain) => "a host name".to_owned(),
        Kind::Text(Format::Email) => "an e-mail address".to_owned(),
        Kind::Text(Format::Kebab | Format::Identifier) => "a name".to_owned(),
        Kind::Text(_) => "text".to_owned(),
        Kind::Path => "a path".to_owned(),
        Kind::Expression => "an expression".to_owned(),
        Kind::Literal => "a value".to_owned(),
        Kind::Duration => "a duration".to_owned(),
        Kind::Integer { .. } => "a whole number".to_owned(),
        Kind::Boolean => "`true` or `false`".to_owned(),
        Kind::Type => "a type's name".to_owned(),
        Kind::Reference(section) => format!("a name of `[{section}]`"),
        Kind::Word(words) => listed(words.iter().map(|word| word.word), "or"),
        Kind::List {
            of: Kind::Table(_), ..
        } => "an array of tables".to_owned(),
        Kind::List { .. } => "an array".to_owned(),
        Kind::Map { .. } | Kind::Table(_) => "a table".to_owned(),
        Kind::Either(kinds) => {
            let kinds: Vec<String> = kinds.iter().map(|kind| describe(*kind)).collect();
            kinds.join(" or ")
        }
    }
}
