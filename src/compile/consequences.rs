//! Findings that only follow from text that could not be read.
//!
//! The phases after `document` see a manifest in which such text is absent. What they
//! miss because of it was written, so it is no mistake of its own: the finding is
//! dropped when what it misses is a name of the lost text, or when it says that a part
//! lacks something and text of that part was lost. Files without errors of syntax do
//! not come here.

use std::collections::BTreeSet;

use crate::diagnostics::codes::{Code, expressions, flow, names, rules, shape, types};
use crate::diagnostics::{Diagnostic, Sink};
use crate::document::Document;
use crate::source::{FileId, SourceFile, Sources, Span};

/// What says that a name, or something of that name, is not there or is not what it
/// should be.
const OF_NAMES: &[Code] = &[
    &names::UNKNOWN_SYSTEM,
    &names::UNKNOWN_ENVIRONMENT,
    &names::UNKNOWN_VARIABLE,
    &names::UNKNOWN_INPUT,
    &names::UNUSED,
    &names::TEST_VALUE,
    &types::UNKNOWN_TYPE,
    &types::UNKNOWN_PART,
    &types::REQUIRED_UNKNOWN,
    &types::UNRESOLVED_REFERENCE,
    &expressions::UNKNOWN_NAME,
    &expressions::UNKNOWN_FIELD,
    &expressions::UNAVAILABLE_NAME,
    &expressions::UNKNOWN_FUNCTION,
    &expressions::TYPE_MISMATCH,
    &expressions::MAY_BE_ABSENT,
    &expressions::UNKNOWN_KEY,
    &expressions::MISSING_KEY,
    &expressions::NEVER_ABSENT,
    &expressions::NOT_TEXT,
    &expressions::WRONG_ARGUMENTS,
    &expressions::OPAQUE,
    &expressions::NOT_A_VALUE,
    &expressions::DIFFERENT_TYPES,
    &rules::INPUT_WITHOUT_VALUE,
    &rules::VARIABLE_WITHOUT_VALUE,
    &rules::CASE_WITHOUT_VARIABLE,
];

/// What says that a part of the manifest lacks something, without a name for it.
const OF_PARTS: &[Code] = &[
    &shape::MISSING_KEY,
    &shape::NO_CHOICE,
    &flow::NO_TRIGGER,
    &flow::NO_INCOMING,
    &flow::RESPOND_UNHEARD,
    &flow::UNREACHABLE,
    &flow::BODY,
    &expressions::UNAVAILABLE_NAME,
    &rules::UNVERIFIED,
    &rules::TOO_LONG,
    &rules::SMOKE_UNHEARD,
    &rules::SMOKE_STATUS,
    &rules::NO_FLOW,
    &rules::INPUT_WITHOUT_VALUE,
    &rules::VARIABLE_WITHOUT_VALUE,
    &rules::CASE_WITHOUT_VARIABLE,
];

/// Of these, the message has the name; of the others, the place.
const NAMED_IN_MESSAGE: &[Code] = &[
    &names::TEST_VALUE,
    &expressions::MISSING_KEY,
    &shape::MISSING_KEY,
    &shape::NO_CHOICE,
    &rules::INPUT_WITHOUT_VALUE,
    &rules::VARIABLE_WITHOUT_VALUE,
    &rules::CASE_WITHOUT_VARIABLE,
];

/// Sections whose parts are known elsewhere by what is written in them.
const OF_VALUES: &[&str] = &["constants", "functions", "mappings", "types", "variables"];

/// Words that stand in most expressions and say nothing of what a finding is about.
const ROOTS: &[&str] = &[
    "body",
    "constants",
    "response",
    "run",
    "source",
    "steps",
    "trigger",
    "variables",
];

/// The words of `type = "…"` in a schema: no names.
const JSON_TYPES: &[&str] = &[
    "array", "boolean", "integer", "null", "number", "object", "string",
];

/// Removes from `sink` what only follows from text that `document` could not read.
pub(super) fn settle(document: &Document, file: FileId, sources: &Sources, sink: Sink) -> Sink {
    let Some(source) = sources.file(file).filter(|_| !document.doubtful.is_empty()) else {
        return sink;
    };
    let lost = Lost::new(document, file, source);
    let mut settled = Sink::new();
    settled.extend(sink.into_sorted().into_iter().filter(|found| {
        found.code.id.starts_with("GS01")
            || found.span.file != file
            || !lost.explains(found, document, source)
    }));
    settled
}

/// The names in some text.
#[derive(Default)]
struct Words<'a> {
    whole: BTreeSet<&'a str>,
    /// Words with one other character between them: with one character wrong, a name is
    /// in two such pieces.
    pieces: BTreeSet<(&'a str, &'a str)>,
}

impl<'a> Words<'a> {
    fn add(&mut self, text: &'a str) {
        let mut last = "";
        let mut rest = text;
        while let Some(start) = rest.find(is_word) {
            let gap = rest.get(..start).unwrap_or("");
            let word = leading_word(rest.get(start..).unwrap_or(""));
            if !last.is_empty() && gap.chars().count() == 1 {
                self.pieces.insert((last, word));
            }
            if last != "type" || !JSON_TYPES.contains(&word) {
                self.whole.insert(word);
            }
            last = word;
            rest = rest.get(start + word.len()..).unwrap_or("");
        }
    }

    fn holds(&self, word: &str) -> bool {
        self.whole.contains(word)
            || (1..word.len()).any(|at| {
                let Some((before, after)) = word.split_at_checked(at) else {
                    return false;
                };
                self.pieces.contains(&(before, after))
                    || after
                        .get(1..)
                        .is_some_and(|after| self.pieces.contains(&(before, after)))
            })
    }
}

/// What is known of the text that could not be read.
#[derive(Default)]
struct Lost<'a> {
    /// The names in it; those in workflows, which no other section refers to, apart.
    words: Words<'a>,
    in_workflows: Words<'a>,
    /// The parts of the manifest, such as `mappings.to_line`, with lost text.
    parts: BTreeSet<(&'a str, &'a str)>,
    /// Some table is lost whole, and nobody knows which.
    whole_table: bool,
}

impl<'a> Lost<'a> {
    fn new(document: &Document, file: FileId, source: &'a SourceFile) -> Self {
        let text = source.valid_text();
        let mut lost = Self::default();
        let mut spans = document.doubtful.iter().copied().peekable();
        while let Some(mut span) = spans.next() {
            while let Some(next) = spans.next_if(|next| next.start <= span.end) {
                span = span.to(next);
            }
            if text
                .get(span.range())
                .unwrap_or("")
                .trim_start()
                .starts_with('[')
            {
                lost.whole_table = true;
                // Nobody knows which table the lines below it belong to.
                let below = text.get(span.end as usize..).unwrap_or("");
                let end = below.find("\n[").unwrap_or(below.len());
                span = Span::new(file, span.start as usize, span.end as usize + end);
            }
            let part = part_of(source, span);
            let words = match part {
                Some(("workflows", _)) => &mut lost.in_workflows,
                _ => &mut lost.words,
            };
            words.add(text.get(span.range()).unwrap_or(""));
            let around = source.section_around(span);
            if around.starts_with("[[") {
                // What a step gives is known by its `id`.
                words.whole.extend(around.lines().filter_map(id));
            }
            lost.parts.extend(part);
            // The table before may have gone on in one whose header is lost.
            let before = Span::new(
                span.file,
                span.start.saturating_sub(1) as usize,
                span.start as usize,
            );
            lost.parts.extend(part_of(source, before));
        }
        let named = lost
            .parts
            .iter()
            .filter(|(section, _)| OF_VALUES.contains(section));
        let named: Vec<&str> = named.map(|(_, name)| *name).collect();
        lost.words.whole.extend(named);
        lost
    }

    fn explains(&self, found: &Diagnostic, document: &Document, source: &'a SourceFile) -> bool {
        let mut places = std::iter::once(found.span).chain(found.related.iter().map(|r| r.span));
        if OF_PARTS.contains(&found.code) {
            let here = part_of(source, found.span).is_some_and(|part| {
                self.parts.contains(&part)
                    || self.whole_table && self.holds(part.0, part.0) && self.holds(part.1, part.0)
            });
            if here || found.code == &rules::NO_FLOW {
                return true;
            }
        }
        document.doubts(found.span)
            || (OF_NAMES.contains(&found.code) || OF_PARTS.contains(&found.code))
                && (places.any(|place| document.doubts(place)) || self.names_in(found, source))
    }

    /// Whether the finding is about a name of the lost text.
    fn names_in(&self, found: &Diagnostic, source: &SourceFile) -> bool {
        let text = if NAMED_IN_MESSAGE.contains(&found.code) {
            found.message.as_str()
        } else {
            ""
        };
        let named = text.split('`').skip(1).step_by(2);
        let section = match part_of(source, found.span) {
            // A workflow may be the only use of it.
            _ if found.code == &names::UNUSED => "workflows",
            Some((section, _)) => section,
            None => "",
        };
        let slice = source.valid_text().get(found.span.range()).unwrap_or("");
        let mut words = if text.is_empty() { Some(slice) } else { None }
            .into_iter()
            .chain(named)
            .flat_map(|text| text.split(|char| !is_word(char)))
            .filter(|word| !word.is_empty() && !ROOTS.contains(word));
        if found.code == &shape::MISSING_KEY || found.code == &shape::NO_CHOICE {
            return words.all(|word| self.holds(word, section));
        }
        words.any(|word| self.holds(word, section))
    }

    /// Whether the lost text has a name that something in a section may refer to.
    fn holds(&self, word: &str, section: &str) -> bool {
        self.words.holds(word) || (section == "workflows" && self.in_workflows.holds(word))
    }
}

fn is_word(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '_' | '-')
}

fn leading_word(text: &str) -> &str {
    let end = text.find(|char| !is_word(char)).unwrap_or(text.len());
    text.get(..end).unwrap_or("")
}

/// The name in `id = "name"`.
fn id(line: &str) -> Option<&str> {
    let value = line.trim_start().strip_prefix("id")?.trim_start();
    let value = value.strip_prefix('=')?.trim_start();
    Some(leading_word(value.get(1..)?)).filter(|id| !id.is_empty())
}

/// The section and the name of the part that a place is in, by the header before it.
fn part_of(source: &SourceFile, place: Span) -> Option<(&str, &str)> {
    let section = source.section_around(place);
    let header = section.split('\n').next().unwrap_or("");
    let mut words = header
        .split(|char| !is_word(char))
        .filter(|word| !word.is_empty());
    header
        .starts_with('[')
        .then(|| (words.next(), words.next()))
        .and_then(|part| match part {
            (Some(section), name) => Some((section, name.unwrap_or(""))),
            (None, _) => None,
        })
}
