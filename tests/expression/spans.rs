//! Every problem covers exactly the characters that are wrong, however the string that
//! the expression stands in is written: four kinds, escapes, line continuations.

use std::ops::Range;

use gusset::diagnostics::{Diagnostic, Sink};
use gusset::document::Quoting;
use gusset::expression::check;
use gusset::types::Ty;

use crate::fixture::{World, world};
use crate::places::string_of;
use crate::problems::{Row, expected, rows};

/// Numbers from a seed, the same on every machine.
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

/// A TOML string, and where in it each byte of its value comes from.
struct Written {
    toml: String,
    /// Of each byte of the value, the whole spelling of its character.
    places: Vec<Range<usize>>,
}

const KINDS: [Quoting; 4] = [
    Quoting::Basic,
    Quoting::Literal,
    Quoting::MultilineBasic,
    Quoting::MultilineLiteral,
];

/// The value as a string of a kind; `None` where that kind cannot hold it.
fn write(value: &str, kind: Quoting, draw: &mut Draw) -> Option<Written> {
    let (quote, basic, multiline) = match kind {
        Quoting::Basic => ("\"", true, false),
        Quoting::Literal => ("'", false, false),
        Quoting::MultilineBasic => ("\"\"\"", true, true),
        _ => ("'''", false, true),
    };
    if !basic && (value.contains(quote) || value.ends_with('\'') || value.contains('\r')) {
        return None;
    }
    if !multiline && !basic && value.contains('\n') {
        return None;
    }
    let mut written = Written {
        toml: quote.to_owned(),
        places: Vec::new(),
    };
    // The first line end of such a string is no part of it.
    if multiline && (draw.chance(50) || value.starts_with('\n')) {
        written.toml.push('\n');
    }
    for character in value.chars() {
        // Nothing of the value comes from a line continuation.
        if basic && multiline && draw.chance(8) {
            written.toml.push_str(
                ["\\\n", "\\\n   ", "\\  \n\n\t "][usize::try_from(draw.below(3)).unwrap()],
            );
            // Blanks after it would belong to it.
            if matches!(character, ' ' | '\n' | '\t') {
                let start = written.toml.len();
                let escape = format!("\\u{:04X}", u32::from(character));
                written.toml.push_str(&escape);
                written.places.push(start..written.toml.len());
                continue;
            }
        }
        let start = written.toml.len();
        let must =
            basic && (matches!(character, '"' | '\\' | '\r') || (character == '\n' && !multiline));
        match character {
            _ if basic && draw.chance(12) => {
                let long = draw.chance(40);
                let code = u32::from(character);
                let escape = if long || code > 0xFFFF {
                    format!("\\U{code:08X}")
                } else {
                    format!("\\u{code:04x}")
                };
                written.toml.push_str(&escape);
            }
            '\n' if must => written.toml.push_str("\\n"),
            '\r' if must => written.toml.push_str("\\r"),
            _ if must => {
                written.toml.push('\\');
                written.toml.push(character);
            }
            '\n' if multiline && draw.chance(30) => written.toml.push_str("\r\n"),
            _ => written.toml.push(character),
        }
        let place = start..written.toml.len();
        for _ in 0..character.len_utf8() {
            written.places.push(place.clone());
        }
    }
    written.toml.push_str(quote);
    Some(written)
}

/// The start and end of a range of the value; of an empty one, where it can be.
fn raw(written: &Written, range: &Range<usize>) -> (Range<usize>, Range<usize>) {
    let places = &written.places;
    let content = places.first().map_or(0, |first| first.start);
    let end = places.last().map_or(content, |last| last.end);
    let before = |at: usize| {
        places
            .get(at.wrapping_sub(1))
            .map_or(content, |place| place.end)
    };
    let after = |at: usize| places.get(at).map_or(end, |place| place.start);
    if range.is_empty() {
        let can_be = before(range.start)..after(range.start).max(before(range.start));
        return (can_be.clone(), can_be);
    }
    let start = after(range.start);
    let end = before(range.end);
    (start..start, end..end)
}

fn problems(world: &mut World, text: &gusset::document::Text, ty: Option<&Ty>) -> Vec<Diagnostic> {
    let mut sink = Sink::new();
    check(text, ty, &world.scope, &mut world.types, &mut sink);
    sink.into_sorted()
}

#[test]
fn spans_are_exact_through_every_kind_of_string() {
    let mut draw = Draw(20_261_122);
    let (mut tried, mut wrong) = (0, Vec::new());
    for row in rows() {
        let (expression, target, _): &Row = row;
        // Nothing is in the string that could be pointed at.
        if expression.trim().is_empty() {
            continue;
        }
        let mut world = world();
        let ty = expected(&world, target);
        let plain = world.check(expression, ty.as_ref()).problems;
        for kind in KINDS {
            for _ in 0..3 {
                let Some(written) = write(expression, kind, &mut draw) else {
                    continue;
                };
                let source = format!("x = {}\n", written.toml);
                let (text, _) = string_of(&source);
                assert_eq!(text.value, *expression, "{source}");
                let found = problems(&mut world, &text, ty.as_ref());
                tried += 1;
                let exact = found.len() == plain.len()
                    && std::iter::zip(&plain, &found).all(|(plain, found)| {
                        let (start, end) = raw(&written, &plain.span.range());
                        let span = found.span.range();
                        let offset = "x = ".len();
                        let within = |range: Range<usize>, at: usize| {
                            (range.start + offset..=range.end + offset).contains(&at)
                        };
                        plain.code.id == found.code.id
                            && within(start, span.start)
                            && within(end, span.end)
                    });
                if !exact {
                    let slices: Vec<String> = found
                        .iter()
                        .map(|problem| {
                            let slice = source.get(problem.span.range()).unwrap_or("OUTSIDE");
                            format!("{} {slice:?}", problem.code.id)
                        })
                        .collect();
                    wrong.push(format!("{source} {slices:?}"));
                }
            }
        }
    }
    assert!(tried > 2500, "{tried}");
    assert!(
        wrong.is_empty(),
        "{} of {tried}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
