//! What a set of cases reaches: each parameter of each function, by the edges of what it
//! is given.

use std::collections::BTreeMap;
use std::ptr;

use gusset::evaluate::{Observer, Stop, Value};
use gusset::expression::functions::{Function, Pattern, Signature};

use crate::calls;

/// Function, signature, parameter; then what it was given.
type Key = (&'static str, usize, usize);

#[derive(Debug, Default)]
pub struct Counts {
    cells: BTreeMap<Key, BTreeMap<&'static str, usize>>,
    /// Calls that failed, by function and signature.
    failed: BTreeMap<(&'static str, usize), usize>,
}

impl Observer for Counts {
    fn wants_calls(&self) -> bool {
        true
    }

    fn called(
        &mut self,
        function: &'static Function,
        signature: &'static Signature,
        arguments: &[Option<Value>],
        given: Result<&Value, &Stop>,
    ) {
        let at = position(function, signature);
        if given.is_err() {
            *self.failed.entry((function.name, at)).or_default() += 1;
        }
        for (parameter, argument) in arguments.iter().enumerate() {
            let (Some(pattern), Some(value)) =
                (signature.parameters.get(parameter), argument.as_ref())
            else {
                continue;
            };
            let cell = self
                .cells
                .entry((function.name, at, parameter))
                .or_default();
            *cell.entry(edge(&pattern.pattern, value)).or_default() += 1;
        }
    }
}

fn position(function: &Function, signature: &Signature) -> usize {
    function
        .signatures
        .iter()
        .position(|own| ptr::eq(own, signature))
        .expect("one of its own")
}

impl Counts {
    /// The table, and the cells that were reached fewer than `least` times.
    pub fn table(&self, least: usize) -> (String, Vec<String>) {
        let mut table = String::new();
        let mut short = Vec::new();
        for (function, signature) in calls::all() {
            let at = position(function, signature);
            for (number, parameter) in signature.parameters.iter().enumerate() {
                let name = format!("{}/{at} {}", function.name, parameter.name);
                let cell = self.cells.get(&(function.name, at, number));
                let counted: Vec<String> = edges(&parameter.pattern)
                    .iter()
                    .map(|edge| {
                        let count = cell.and_then(|cell| cell.get(edge)).copied().unwrap_or(0);
                        if count < least {
                            short.push(format!("{name}: {edge} {count}"));
                        }
                        format!("{edge} {count}")
                    })
                    .collect();
                table.push_str(&format!("{name}: {}\n", counted.join(", ")));
            }
            if fails(function, signature) {
                let count = self.failed.get(&(function.name, at)).copied().unwrap_or(0);
                if count < least {
                    short.push(format!("{}/{at} failing {count}", function.name));
                }
                table.push_str(&format!("{}/{at} failing {count}\n", function.name));
            }
        }
        (table, short)
    }
}

impl Counts {
    /// How often the signature's rarest edge was reached.
    pub fn least(&self, function: &'static Function, signature: &'static Signature) -> usize {
        let at = position(function, signature);
        let parameters = signature.parameters.iter().enumerate();
        let counted = parameters.flat_map(|(number, parameter)| {
            let cell = self.cells.get(&(function.name, at, number));
            edges(&parameter.pattern)
                .into_iter()
                .map(move |edge| cell.and_then(|cell| cell.get(edge)).copied().unwrap_or(0))
        });
        let failed = self.failed.get(&(function.name, at)).copied();
        let failed = fails(function, signature).then(|| failed.unwrap_or(0));
        counted.chain(failed).min().unwrap_or(usize::MAX)
    }
}

/// Whether this way to call the function can fail by itself.
fn fails(function: &Function, signature: &Signature) -> bool {
    let first = &signature.parameters[0].pattern;
    let literal = |pattern: &Pattern| matches!(pattern, Pattern::Duration);
    match function.name {
        "decimal" | "integer" if *first == Pattern::Integer => false,
        "decimal" => *first != Pattern::Decimal,
        "date" | "instant" => {
            matches!(
                first,
                Pattern::DateText | Pattern::InstantText | Pattern::String | Pattern::LocalText
            )
        }
        "sum" | "divide" | "required" | "only" | "oneOf" | "fromMinor" | "toMinor" | "integer"
        | "dateIn" | "startOfDay" | "plus" | "minus" => true,
        "fromEpochSeconds" | "fromEpochMilliseconds" => true,
        "formatDate" => *first == Pattern::DateTime,
        _ => signature.parameters.iter().any(|one| literal(&one.pattern)),
    }
}

const TEXT: &[&str] = &["empty", "blank", "ASCII", "beyond ASCII", "beyond the BMP"];
const INTEGER: &[&str] = &["zero", "negative", "small", "at the edge"];
const DECIMAL: &[&str] = &[
    "zero",
    "negative",
    "whole",
    "fraction",
    "more than 15 digits",
];
const DATE: &[&str] = &["leap day", "month's end", "first or last year", "other day"];
const INSTANT: &[&str] = &["fraction", "offset", "first or last year", "other time"];
const ARRAY: &[&str] = &["none", "one", "many"];
const BOOLEAN: &[&str] = &["true", "false"];

/// The edges that a parameter has to be tested at.
fn edges(pattern: &Pattern) -> Vec<&'static str> {
    match pattern {
        Pattern::String | Pattern::Search => TEXT.to_vec(),
        Pattern::Integer => INTEGER.to_vec(),
        Pattern::Decimal => DECIMAL.to_vec(),
        Pattern::Boolean => BOOLEAN.to_vec(),
        Pattern::Date => DATE.to_vec(),
        Pattern::DateTime => INSTANT.to_vec(),
        // Of absent items only literals are written.
        Pattern::Array(Pattern::Optional(_)) => vec!["one", "many"],
        Pattern::Array(_) => ARRAY.to_vec(),
        Pattern::Map(_) => vec!["none", "some"],
        Pattern::Optional(_) => vec!["missing", "null", "there"],
        Pattern::DateText | Pattern::InstantText | Pattern::LocalText => vec!["empty", "text"],
        Pattern::DecimalText | Pattern::IntegerText => vec!["empty", "negative", "long", "text"],
        Pattern::Zone | Pattern::Currency => vec!["empty", "text"],
        Pattern::Words(words) => words.to_vec(),
        Pattern::NumberOrText => vec!["text", "number"],
        Pattern::Textual => vec!["text", "number", "boolean"],
        Pattern::Item | Pattern::Plain | Pattern::Any => vec!["there"],
        Pattern::Function(..) | Pattern::Lazy(_) => Vec::new(),
        _ => vec!["literal"],
    }
}

/// The edge that a value lies at.
fn edge(pattern: &Pattern, value: &Value) -> &'static str {
    match (pattern, value) {
        (Pattern::Optional(_), Value::Missing) => "missing",
        (Pattern::Optional(_), Value::Null) => "null",
        (Pattern::Optional(_) | Pattern::Item | Pattern::Plain | Pattern::Any, _) => "there",
        (Pattern::Words(words), Value::String(text)) => words
            .iter()
            .find(|word| text.is(word))
            .copied()
            .unwrap_or("other"),
        (Pattern::Map(_), Value::Object(map)) => {
            if map.is_empty() {
                "none"
            } else {
                "some"
            }
        }
        (Pattern::Array(_), Value::Array(items)) => ["none", "one", "many"][items.len().min(2)],
        (Pattern::NumberOrText | Pattern::Textual, value) => match value {
            Value::String(_) => "text",
            Value::Boolean(_) => "boolean",
            _ => "number",
        },
        (_, Value::Boolean(flag)) => ["false", "true"][usize::from(*flag)],
        (Pattern::Integer, Value::Integer(integer)) => match integer {
            0 => "zero",
            _ if integer.unsigned_abs() >= (1 << 53) - 1 => "at the edge",
            ..0 => "negative",
            _ => "small",
        },
        (Pattern::Decimal, Value::Decimal(decimal)) => {
            let text = decimal.to_string();
            let digits = text.replace(['-', '.'], "");
            match text.as_str() {
                "0" => "zero",
                _ if digits.trim_matches('0').len() > 15 => "more than 15 digits",
                _ if text.starts_with('-') => "negative",
                _ if text.contains('.') => "fraction",
                _ => "whole",
            }
        }
        (Pattern::String | Pattern::Search, Value::String(text)) => {
            let plain = text.to_string();
            match plain.as_str() {
                "" => "empty",
                _ if text.trim().is_empty() => "blank",
                _ if plain.is_ascii() => "ASCII",
                _ if plain.chars().any(|c| c > '\u{ffff}') => "beyond the BMP",
                _ => "beyond ASCII",
            }
        }
        (Pattern::Date, Value::String(text)) => match text.to_string().as_str() {
            date if date.ends_with("02-29") => "leap day",
            date if date.starts_with("19") && date < "1901" || date > "9998" => {
                "first or last year"
            }
            date if ["28", "29", "30", "31"]
                .iter()
                .any(|day| date.ends_with(day)) =>
            {
                "month's end"
            }
            _ => "other day",
        },
        (Pattern::DateTime, Value::String(text)) => match text.to_string().as_str() {
            time if !("1901"..="9998").contains(&time) => "first or last year",
            time if !time.ends_with('Z') => "offset",
            time if time.contains('.') => "fraction",
            _ => "other time",
        },
        (Pattern::DecimalText | Pattern::IntegerText, Value::String(text)) => {
            match text.to_string().as_str() {
                "" => "empty",
                text if text.starts_with('-') => "negative",
                text if text.len() > 15 => "long",
                _ => "text",
            }
        }
        (
            Pattern::DateText
            | Pattern::InstantText
            | Pattern::LocalText
            | Pattern::Zone
            | Pattern::Currency,
            Value::String(text),
        ) => {
            if text.is_empty() {
                "empty"
            } else {
                "text"
            }
        }
        _ => "literal",
    }
}
