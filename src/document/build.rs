//! Puts what statements say into the tree, by TOML's rules on what may be added to what.

use std::collections::BTreeSet;

use super::tree::{Key, Node, NodeKind, Table, TableStyle};
use crate::diagnostics::{Diagnostic, codes::syntax};
use crate::source::Span;

/// Why a key or a header cannot be where it is.
pub(super) enum Conflict {
    /// The name is taken.
    Duplicate { key: Key, first: Span },
    /// The dotted key or the header goes through something that takes no more keys.
    Closed {
        key: Key,
        first: Span,
        what: &'static str,
    },
}

impl Conflict {
    const fn first(&self) -> Span {
        match self {
            Self::Duplicate { first, .. } | Self::Closed { first, .. } => *first,
        }
    }

    /// What to report; `header` says that a header asked for it.
    pub fn diagnostic(self, header: bool) -> Diagnostic {
        match self {
            Self::Duplicate { key, first } if header => Diagnostic::new(
                &syntax::DUPLICATE_KEY,
                key.span,
                format!("the table `{}` is defined twice", key.name),
            )
            .related(first, "first defined here")
            .help("put all its keys under one header, or write another name"),
            Self::Duplicate { key, first } => Diagnostic::new(
                &syntax::DUPLICATE_KEY,
                key.span,
                format!("the key `{}` is set twice", key.name),
            )
            .related(first, "first set here")
            .help("remove one of the two"),
            Self::Closed { key, first, what } => Diagnostic::new(
                &syntax::CLOSED_TABLE,
                key.span,
                format!("nothing can be added to `{}`, which is {what}", key.name),
            )
            .related(first, "defined here")
            .help(format!(
                "write the keys where `{}` is defined, or define it with a header of its own",
                key.name
            )),
        }
    }
}

/// Sets a dotted key in a table. Below a key whose value could not be read it does nothing.
pub(super) fn set(table: &mut Table, keys: Vec<Key>, value: Node) -> Result<(), Conflict> {
    let mut table = table;
    let mut keys = keys.into_iter().peekable();
    while let Some(key) = keys.next() {
        let position = table.position(&key.name);
        if keys.peek().is_none() {
            if let Some(entry) = position.and_then(|at| table.entries.get(at)) {
                let first = entry.key.span;
                return Err(Conflict::Duplicate { key, first });
            }
            table.add(key, value);
            return Ok(());
        }
        let at = position.unwrap_or_else(|| {
            let made = Table::new(TableStyle::Dotted, key.span);
            let node = Node::new(NodeKind::Table(made), key.span);
            table.add(key.clone(), node)
        });
        let Some(entry) = table.entries.get_mut(at) else {
            return Ok(());
        };
        let first = entry.key.span;
        let what = match &mut entry.value.kind {
            NodeKind::Table(inner) => match inner.style {
                TableStyle::Dotted | TableStyle::Implicit => {
                    inner.style = TableStyle::Dotted;
                    table = inner;
                    continue;
                }
                TableStyle::Inline => "an inline table",
                TableStyle::Header | TableStyle::Root => "a table with a header",
            },
            NodeKind::Invalid => return Ok(()),
            other => other.describe(),
        };
        return Err(Conflict::Closed { key, first, what });
    }
    Ok(())
}

/// One step down the tree: an entry, and the position in it when it is an array of tables.
type Step = (usize, Option<usize>);

/// The tree while it grows.
pub(super) struct Builder {
    pub root: Table,
    /// The way to the table that keys go to; nothing below a header that could not be used.
    current: Option<Vec<Step>>,
    /// First places whose conflict with headers is told already.
    told: BTreeSet<Span>,
    /// The parts of the headers' keys.
    pub header_keys: Vec<Span>,
}

impl Builder {
    pub fn new(root: Span) -> Self {
        Self {
            root: Table::new(TableStyle::Root, root),
            current: Some(Vec::new()),
            told: BTreeSet::new(),
            header_keys: Vec::new(),
        }
    }

    /// Sets a key in the current table.
    pub fn set(&mut self, keys: Vec<Key>, value: Node) -> Result<(), Box<Diagnostic>> {
        match self.table() {
            Some(table) => {
                set(table, keys, value).map_err(|conflict| Box::new(conflict.diagnostic(false)))
            }
            None => Ok(()),
        }
    }

    /// Whether keys go nowhere, since the header above them could not be used.
    pub const fn is_lost(&self) -> bool {
        self.current.is_none()
    }

    /// Notes that something in the current table could not be read.
    pub fn lose_key(&mut self) {
        if let Some(table) = self.table() {
            table.incomplete = true;
        }
    }

    /// Notes a header of which only the first keys could be read: what follows it is
    /// not part of the tree.
    pub fn lose_header(&mut self, keys: &[Key]) {
        self.current = None;
        let mut path = Vec::new();
        let mut table = &self.root;
        for key in keys {
            let step = table
                .position(&key.name)
                .and_then(|at| step(table, at).ok());
            let Some((step, below)) = step.and_then(|step| Some((step, peek(table, step)?))) else {
                break;
            };
            path.push(step);
            table = below;
        }
        if let Some(table) = walk(&mut self.root, &path) {
            table.incomplete = true;
        }
    }

    /// Opens the table of a header, whose brackets lie at `span`.
    pub fn open(&mut self, keys: Vec<Key>, array: bool, span: Span) -> Result<(), Box<Diagnostic>> {
        self.current = None;
        self.header_keys.extend(keys.iter().map(|key| key.span));
        match self.reach(keys, array, span) {
            Ok(path) => {
                self.current = Some(path);
                Ok(())
            }
            // One wrong definition is one mistake, however many headers build on it.
            Err(Some(conflict)) if self.told.insert(conflict.first()) => {
                Err(Box::new(conflict.diagnostic(true)))
            }
            Err(_) => Ok(()),
        }
    }

    /// The way to a header's table, which is made. Fails without a conflict when it
    /// leads through a value that could not be read.
    fn reach(
        &mut self,
        keys: Vec<Key>,
        array: bool,
        span: Span,
    ) -> Result<Vec<Step>, Option<Conflict>> {
        let mut path = Vec::with_capacity(keys.len());
        let mut table = &mut self.root;
        let mut keys = keys.into_iter().peekable();
        while let Some(key) = keys.next() {
            let last = keys.peek().is_none();
            let at = match table.position(&key.name) {
                Some(at) if last => redefine(table, at, &key, array, span).map(|()| at)?,
                Some(at) => at,
                None => {
                    let (style, place) = if last {
                        (TableStyle::Header, span)
                    } else {
                        (TableStyle::Implicit, key.span)
                    };
                    let made = NodeKind::Table(Table::new(style, place));
                    let mut node = Node::new(made, place);
                    if last && array {
                        node = Node::new(NodeKind::Array(vec![node]), place);
                    }
                    table.add(key.clone(), node)
                }
            };
            let step = step(table, at).map_err(|closed| {
                closed.map(|(first, what)| Conflict::Closed { key, first, what })
            })?;
            path.push(step);
            table = go(table, step).ok_or(None)?;
        }
        Ok(path)
    }

    fn table(&mut self) -> Option<&mut Table> {
        walk(&mut self.root, self.current.as_ref()?)
    }
}

/// Makes the entry at `at` the table of one more header.
fn redefine(
    table: &mut Table,
    at: usize,
    key: &Key,
    array: bool,
    span: Span,
) -> Result<(), Option<Conflict>> {
    let Some(entry) = table.entries.get_mut(at) else {
        return Err(None);
    };
    match &mut entry.value.kind {
        NodeKind::Array(items) if array && of_tables(items) => {
            let made = Table::new(TableStyle::Header, span);
            items.push(Node::new(NodeKind::Table(made), span));
            entry.value.span = entry.value.span.to(span);
            Ok(())
        }
        NodeKind::Table(inner) if !array && inner.style == TableStyle::Implicit => {
            inner.style = TableStyle::Header;
            inner.span = span;
            entry.value.span = span;
            entry.key = key.clone();
            Ok(())
        }
        NodeKind::Invalid => Err(None),
        _ => Err(Some(Conflict::Duplicate {
            key: key.clone(),
            first: entry.key.span,
        })),
    }
}

/// The step from a table to one of its entries, or why headers cannot go there: where
/// the entry is and what it is, unless it could not be read.
fn step(table: &Table, at: usize) -> Result<Step, Option<(Span, &'static str)>> {
    let entry = table.entries.get(at).ok_or(None)?;
    match &entry.value.kind {
        NodeKind::Table(inner) if inner.style == TableStyle::Inline => {
            Err(Some((entry.key.span, "an inline table")))
        }
        NodeKind::Table(_) => Ok((at, None)),
        NodeKind::Array(items) if of_tables(items) => Ok((at, items.len().checked_sub(1))),
        NodeKind::Invalid => Err(None),
        other => Err(Some((entry.key.span, other.describe()))),
    }
}

/// Whether an array was written as `[[headers]]`.
fn of_tables(items: &[Node]) -> bool {
    items
        .first()
        .and_then(Node::as_table)
        .is_some_and(|table| table.style == TableStyle::Header)
}

fn peek(table: &Table, (at, item): Step) -> Option<&Table> {
    let node = &table.entries.get(at)?.value;
    match item {
        Some(item) => node.as_array()?.get(item)?.as_table(),
        None => node.as_table(),
    }
}

fn go(table: &mut Table, (at, item): Step) -> Option<&mut Table> {
    let node = &mut table.entries.get_mut(at)?.value;
    match (&mut node.kind, item) {
        (NodeKind::Table(table), None) => Some(table),
        (NodeKind::Array(items), Some(item)) => match &mut items.get_mut(item)?.kind {
            NodeKind::Table(table) => Some(table),
            _ => None,
        },
        _ => None,
    }
}

fn walk<'t>(root: &'t mut Table, path: &[Step]) -> Option<&'t mut Table> {
    path.iter().try_fold(root, |table, step| go(table, *step))
}
