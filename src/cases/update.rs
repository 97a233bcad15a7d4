//! The edits that bring expectations up to date, as small as can be: what the author
//! wrote around them stays as it is.

use super::report::Outcome;
use super::write;
use crate::document::{self, NodeKind, Table, TableStyle, quote};
use crate::evaluate::{Halted, Value};
use crate::manifest::{self, MappingTest, Tree, TreeKind};
use crate::model::{Expectation, TestCase};
use crate::source::{Sources, Span};
use crate::types::json::{self, Json, JsonKind};

/// What a run is given of the manifest as it is written.
#[derive(Clone, Copy, Debug)]
pub struct Manifest<'a> {
    pub document: &'a document::Document,
    pub manifest: &'a manifest::Manifest,
    pub sources: &'a Sources,
}

/// How one case's expectation becomes what came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// The case has no expectation yet; otherwise it has another one.
    pub missing: bool,
    pub edits: Vec<Edit>,
    pub file: Option<NewFile>,
}

/// A text in place of a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub span: Span,
    pub text: String,
}

/// A file that must not be there yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Relative to the manifest's folder.
    pub path: String,
    pub text: String,
}

/// Lines of the manifest are made no longer than this.
const WIDTH: usize = 110;

const NO_TOML: &str = "TOML has no value for it (`null`): name a `.json` file in `expect`";
const BY_HAND: &str = "its tables have headers of their own: write it by hand";

/// The update of a case; `None` where it needs none, or no value could be written.
pub(super) fn update(
    manifest: &Manifest<'_>,
    (mapping, case): (usize, &TestCase),
    outcome: &Outcome,
    result: &Result<Value, Halted>,
) -> Option<Result<Update, String>> {
    let written = manifest.manifest.mappings.get(mapping)?;
    let test = written.tests.get(case.index)?;
    let changed = |edits: Result<Vec<Edit>, &str>| {
        Some(edits.map_err(str::to_owned).map(|edits| Update {
            missing: false,
            edits,
            file: None,
        }))
    };
    match (outcome, result, &case.expect) {
        (Outcome::Unwritten { .. }, Ok(value), _) => {
            let table = table(manifest.document, &written.name.name, case.index)?;
            Some(missing(
                manifest.sources,
                test,
                table,
                value,
                &written.name.name,
            ))
        }
        (Outcome::Differs(_), Ok(value), Expectation::Value(_)) => changed(rewritten(
            manifest.sources,
            test.expect.as_ref()?,
            value,
            false,
        )),
        (Outcome::Differs(_), Ok(value), Expectation::Part(_)) => changed(rewritten(
            manifest.sources,
            test.contains.as_ref()?,
            value,
            true,
        )),
        (Outcome::FailedOtherwise { problem, .. }, ..) => {
            let span = test.fails.as_ref()?.span;
            let text = quote(problem);
            changed(Ok(vec![Edit { span, text }]))
        }
        _ => None,
    }
}

/// The table of a case in the document.
fn table<'d>(document: &'d document::Document, mapping: &str, index: usize) -> Option<&'d Table> {
    let mappings = document.root.node("mappings")?.as_table()?;
    let tests = mappings.node(mapping)?.as_table()?.node("tests")?;
    tests.as_array()?.get(index)?.as_table()
}

/// Writes an expectation where there is none.
fn missing(
    sources: &Sources,
    test: &MappingTest,
    table: &Table,
    value: &Value,
    mapping: &str,
) -> Result<Update, String> {
    let json = || format!("{}\n", write::json(value, 0));
    if let Some(expect) = &test.expect {
        let TreeKind::String(path) = &expect.kind else {
            return Err(BY_HAND.to_owned());
        };
        return Ok(Update {
            missing: true,
            edits: Vec::new(),
            file: Some(NewFile {
                path: path.value.clone(),
                text: json(),
            }),
        });
    }
    let inline = write::toml(value).filter(|text| text.len() + "expect = ".len() <= WIDTH);
    let (text, file) = match inline {
        Some(text) => (text, None),
        None => {
            let path = new_path(test, mapping);
            let file = NewFile {
                path: path.clone(),
                text: json(),
            };
            (quote(&path), Some(file))
        }
    };
    let edit = insertion(sources, table, &text).ok_or(BY_HAND)?;
    Ok(Update {
        missing: true,
        edits: vec![edit],
        file,
    })
}

/// A file beside the input's, or in `cases/`.
fn new_path(test: &MappingTest, mapping: &str) -> String {
    let folder = match test.input.as_ref().map(|input| &input.kind) {
        Some(TreeKind::String(path)) => match path.value.rsplit_once('/') {
            Some((folder, _)) => format!("{folder}/"),
            None => String::new(),
        },
        _ => "cases/".to_owned(),
    };
    let name = test.name.as_ref().map_or("", |name| &name.value);
    let mut slug = String::new();
    for character in name.chars() {
        if character.is_ascii_alphanumeric() {
            slug.push(character.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= 60 {
            break;
        }
    }
    format!("{folder}{mapping}.{}.json", slug.trim_end_matches('-'))
}

/// `expect = TEXT` after the last entry of a case.
fn insertion(sources: &Sources, table: &Table, text: &str) -> Option<Edit> {
    let (last, end) = table
        .entries
        .iter()
        .filter_map(|entry| Some((entry, end_of(&entry.value)?)))
        .max_by_key(|(_, end)| *end)?;
    let file = last.key.span.file;
    let source = sources.file(file)?.valid_text();
    let at = |offset: usize| Span::new(file, offset, offset);
    if table.style == TableStyle::Inline {
        return Some(Edit {
            span: at(end),
            text: format!(", expect = {text}"),
        });
    }
    let rest = source.get(end..)?;
    let newline = rest.find('\n');
    let line_end = match newline {
        Some(newline) if rest.get(..newline)?.ends_with('\r') => end + newline - 1,
        Some(newline) => end + newline,
        None => source.len(),
    };
    let line_break = if source.get(line_end..)?.starts_with('\r') {
        "\r\n"
    } else {
        "\n"
    };
    // The `=` stands under that of the entry before, where both have one key.
    let key_start = last.key.span.start as usize;
    let line = source.get(key_start..)?.lines().next()?;
    let column = line.find('=').unwrap_or(0);
    let indent: String = source
        .get(..key_start)?
        .chars()
        .rev()
        .take_while(|c| matches!(c, ' ' | '\t'))
        .collect();
    let key = format!(
        "{:width$}",
        "expect",
        width = column.saturating_sub(1).min(40)
    );
    Some(Edit {
        span: at(line_end),
        text: format!("{line_break}{indent}{key} = {text}"),
    })
}

/// Where an entry ends that is written within its table; `None` for one with a header.
fn end_of(node: &document::Node) -> Option<usize> {
    match &node.kind {
        NodeKind::Table(table) => match table.style {
            TableStyle::Inline => Some(node.span.end as usize),
            TableStyle::Dotted => table
                .entries
                .iter()
                .filter_map(|entry| end_of(&entry.value))
                .max(),
            _ => None,
        },
        NodeKind::Array(items) => {
            let with_header = items.iter().any(|item| {
                item.as_table()
                    .is_some_and(|table| table.style != TableStyle::Inline)
            });
            (!with_header).then_some(node.span.end as usize)
        }
        _ => Some(node.span.end as usize),
    }
}

/// What differs in an expectation, each place by itself.
fn rewritten(
    sources: &Sources,
    expect: &Tree,
    value: &Value,
    partly: bool,
) -> Result<Vec<Edit>, &'static str> {
    let mut rewrite = Rewrite {
        sources,
        partly,
        toml: true,
        edits: Vec::new(),
    };
    match &expect.kind {
        TreeKind::String(path) if sources.get(&path.value).is_some() => {
            let (file, source) = sources.get(&path.value).ok_or(BY_HAND)?;
            let parsed = json::parse(source.valid_text(), file).map_err(|_| BY_HAND)?;
            rewrite.toml = false;
            rewrite.value(&parsed.value, value)?;
        }
        _ => rewrite.value(&Json::from(expect), value)?,
    }
    Ok(rewrite.edits)
}

struct Rewrite<'a> {
    sources: &'a Sources,
    partly: bool,
    /// TOML; otherwise JSON.
    toml: bool,
    edits: Vec<Edit>,
}

impl Rewrite<'_> {
    /// Looks for the smallest values that must be written anew.
    fn value(&mut self, old: &Json, new: &Value) -> Result<(), &'static str> {
        match (&old.kind, new) {
            (JsonKind::Array(items), Value::Array(values)) if items.len() == values.len() => items
                .iter()
                .zip(values.iter())
                .try_for_each(|(item, value)| self.value(item, value)),
            (JsonKind::Object(members), Value::Object(object))
                if members
                    .iter()
                    .all(|member| new.get(&member.name) != Value::Missing)
                    && (self.partly || members.len() == object.enumerated().len()) =>
            {
                members
                    .iter()
                    .try_for_each(|member| self.value(&member.value, &new.get(&member.name)))
            }
            _ if crate::evaluate::from_spanned(old) == *new => Ok(()),
            // A part that is to be written anew could only become the whole.
            (JsonKind::Object(_), Value::Object(_)) if self.partly => Err(BY_HAND),
            _ => self.anew(old, new),
        }
    }

    fn anew(&mut self, old: &Json, new: &Value) -> Result<(), &'static str> {
        let text = self.sources.slice(old.span);
        if self.toml {
            let in_place = match &old.kind {
                JsonKind::Object(_) => text.starts_with('{'),
                JsonKind::Array(items) => {
                    let of_tables = items
                        .iter()
                        .any(|item| matches!(item.kind, JsonKind::Object(_)));
                    text.starts_with('[') && !(of_tables && text.starts_with("[["))
                }
                _ => true,
            };
            if !in_place {
                return Err(BY_HAND);
            }
            let text = write::toml(new).ok_or(NO_TOML)?;
            self.edits.push(Edit {
                span: old.span,
                text,
            });
            return Ok(());
        }
        let file = self.sources.file(old.span.file).ok_or(BY_HAND)?;
        let before = file.valid_text().get(..old.span.start as usize);
        let line = before.and_then(|text| text.rsplit('\n').next());
        let blanks = line.map_or(0, |line| line.len() - line.trim_start().len());
        self.edits.push(Edit {
            span: old.span,
            text: write::json(new, blanks / 2),
        });
        Ok(())
    }
}
