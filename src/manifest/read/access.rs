//! Values of a table, by the kinds of the key table.

use crate::document::{Key, Node, NodeKind, Table, Text};
use crate::manifest::keys::{Kind, Section, Stage, Word};
use crate::manifest::shape::{Repairs, duration_meant, word_meant};
use crate::manifest::syntax::{Duration, Tree, TreeKind};
use crate::source::Spanned;

#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub repairs: &'a Repairs,
}

impl Reader<'_> {
    pub fn node<'t>(self, table: &'t Table, name: &str) -> Option<&'t Node> {
        self.repairs.node(table, name)
    }

    pub fn table<'t>(self, table: &'t Table, name: &str) -> Option<&'t Table> {
        self.node(table, name)?.as_table()
    }

    /// The tables of an array of tables.
    pub fn tables<'t>(self, table: &'t Table, name: &str) -> impl Iterator<Item = &'t Table> {
        let lists = self.repairs.nodes(table, name);
        let mut items: Vec<&Table> = lists
            .filter_map(Node::as_array)
            .flatten()
            .filter_map(Node::as_table)
            .collect();
        // Of several lists, as they stand in the file.
        items.sort_by_key(|item| item.span.start);
        items.into_iter()
    }

    /// The entries of a table under names of the author, each a table.
    pub fn named<T>(
        self,
        table: &Table,
        name: &str,
        read: impl Fn(Self, &Key, &Table) -> T,
    ) -> Vec<T> {
        self.entries(
            table,
            name,
            |node| node.as_table(),
            |key, table| read(self, key, table),
        )
    }

    fn entries<'t, V, T>(
        self,
        table: &'t Table,
        name: &str,
        value: impl Fn(&'t Node) -> Option<V>,
        read: impl Fn(&Key, V) -> T,
    ) -> Vec<T> {
        let mut before: Vec<&Table> = Vec::new();
        let mut found = Vec::new();
        for table in self.repairs.nodes(table, name).filter_map(Node::as_table) {
            let known = |key: &Key| before.iter().any(|table| table.get(&key.name).is_some());
            let own = table.entries.iter().filter(|entry| !known(&entry.key));
            found.extend(own.filter_map(|entry| Some(read(&entry.key, value(&entry.value)?))));
            before.push(table);
        }
        found
    }

    pub fn text(self, table: &Table, name: &str) -> Option<Text> {
        self.node(table, name)?.as_text().cloned()
    }

    /// A list of texts; a single text counts as one.
    pub fn texts(self, table: &Table, name: &str) -> Vec<Text> {
        self.items(table, name)
            .iter()
            .filter_map(|item| item.as_text().cloned())
            .collect()
    }

    /// Texts under names of the author.
    pub fn named_texts(self, table: &Table, name: &str) -> Vec<(Key, Text)> {
        self.entries(table, name, Node::as_text, |key, text| {
            (key.clone(), text.clone())
        })
    }

    fn items<'t>(self, table: &'t Table, name: &str) -> &'t [Node] {
        match self.node(table, name) {
            Some(node) => match &node.kind {
                NodeKind::Array(items) => items,
                _ => std::slice::from_ref(node),
            },
            None => &[],
        }
    }

    pub fn boolean(self, table: &Table, name: &str) -> Option<Spanned<bool>> {
        let node = self.node(table, name)?;
        match node.kind {
            NodeKind::Boolean(value) => Some(Spanned::new(value, node.span)),
            _ => None,
        }
    }

    /// A whole number in the range that the key table gives the key.
    pub fn integer(self, table: &Table, section: &Section, name: &str) -> Option<Spanned<i64>> {
        let node = self.node(table, name)?;
        match (&node.kind, section.key(name)?.kind) {
            (NodeKind::Integer(value), Kind::Integer { min, max })
                if (min..=max).contains(value) =>
            {
                Some(Spanned::new(*value, node.span))
            }
            _ => None,
        }
    }

    pub fn duration(self, table: &Table, name: &str) -> Option<Spanned<Duration>> {
        let node = self.node(table, name)?;
        let duration = duration_meant(node.as_text()?.as_str())?;
        Some(Spanned::new(duration, node.span))
    }

    /// One of the words of the key table, as the value that it stands for.
    pub fn word<T>(
        self,
        table: &Table,
        section: &Section,
        name: &str,
        value: impl Fn(&str) -> Option<T>,
    ) -> Option<Spanned<T>> {
        let words = words_of(section, name)?;
        choose(self.node(table, name)?, words, value)
    }

    /// A list of such words.
    pub fn words<T>(
        self,
        table: &Table,
        section: &Section,
        name: &str,
        value: impl Fn(&str) -> Option<T>,
    ) -> Vec<Spanned<T>> {
        let words = words_of(section, name).unwrap_or_default();
        self.items(table, name)
            .iter()
            .filter_map(|item| choose(item, words, &value))
            .collect()
    }

    pub fn any(self, table: &Table, name: &str) -> Option<Tree> {
        Some(self.tree(self.node(table, name)?))
    }

    /// Values of any shape under names of the author.
    pub fn trees(self, table: &Table, name: &str) -> Vec<(Key, Tree)> {
        self.entries(table, name, Some, |key, node| {
            (key.clone(), self.tree(node))
        })
    }

    pub fn tree(self, node: &Node) -> Tree {
        let kind = match &node.kind {
            NodeKind::String(text) => TreeKind::String(text.clone()),
            NodeKind::Integer(number) => TreeKind::Integer(*number),
            NodeKind::Float(digits) => TreeKind::Float(digits.clone()),
            NodeKind::Boolean(value) => TreeKind::Boolean(*value),
            NodeKind::Datetime(written) => TreeKind::Datetime(written.clone()),
            NodeKind::Array(items) => {
                TreeKind::Array(items.iter().map(|item| self.tree(item)).collect())
            }
            NodeKind::Table(table) => self.table_tree(table),
            NodeKind::Invalid => TreeKind::Invalid,
        };
        Tree {
            kind,
            span: node.span,
        }
    }

    /// A table as a tree; misspelt keywords have their right names.
    pub fn table_tree(self, table: &Table) -> TreeKind {
        let mut entries: Vec<(Key, Tree)> = Vec::with_capacity(table.entries.len());
        for entry in &table.entries {
            let (key, tree) = (self.repairs.key(&entry.key), self.tree(&entry.value));
            let other = if self.repairs.is_empty() {
                None
            } else {
                entries.iter_mut().find(|(other, _)| other.name == key.name)
            };
            match (other, tree.kind) {
                (Some((_, other)), TreeKind::Table(more)) => {
                    if let TreeKind::Table(known) = &mut other.kind {
                        known.extend(more);
                    }
                }
                (Some(_), _) => {}
                (None, kind) => entries.push((key, Tree { kind, ..tree })),
            }
        }
        TreeKind::Table(entries)
    }
}

/// Whether a key is there that is not built yet, without which the table means
/// something else.
pub fn awaits(table: &Table, section: &Section) -> bool {
    table.entries.iter().any(|entry| {
        section.key(&entry.key.name).is_some_and(|key| {
            matches!(
                key.stage,
                Stage::Later {
                    essential: true,
                    ..
                }
            )
        })
    })
}

fn words_of(section: &Section, name: &str) -> Option<&'static [Word]> {
    match section.key(name)?.kind {
        Kind::Word(words) => Some(words),
        Kind::List {
            of: Kind::Word(words),
            ..
        } => Some(*words),
        _ => None,
    }
}

fn choose<T>(
    node: &Node,
    words: &'static [Word],
    value: impl Fn(&str) -> Option<T>,
) -> Option<Spanned<T>> {
    let word = word_meant(words, node.as_text()?.as_str())?;
    Some(Spanned::new(value(word.word)?, node.span))
}
