//! Names of records in TypeScript.

use std::collections::BTreeSet;

/// Names that a generated interface must not take: TypeScript's own types and words,
/// globals, and what generated files import.
const TAKEN: &[&str] = &[
    "Activation",
    "AggregateError",
    "Answer",
    "Any",
    "Array",
    "ArrayBuffer",
    "Atomics",
    "Awaited",
    "BigInt",
    "Blob",
    "Boolean",
    "CallContext",
    "Capitalize",
    "Connection",
    "Console",
    "Context",
    "Crypto",
    "DataError",
    "DataErrorCode",
    "DataView",
    "Date",
    "Decimal",
    "Decoder",
    "Deno",
    "DurableInterpreter",
    "DurableWorkflow",
    "Duration",
    "Ended",
    "Error",
    "EvalError",
    "Event",
    "EventTarget",
    "Exclude",
    "ExecutionError",
    "Extract",
    "File",
    "FormData",
    "Function",
    "Headers",
    "HttpContext",
    "Infinity",
    "Intl",
    "Iterable",
    "Iterator",
    "JSON",
    "Json",
    "JsonObject",
    "JsonValue",
    "Location",
    "Lowercase",
    "Map",
    "Math",
    "MemoryInterpreter",
    "NaN",
    "Navigator",
    "Never",
    "NonNullable",
    "Number",
    "Object",
    "Omit",
    "Parameters",
    "Partial",
    "Pick",
    "Promise",
    "PromiseLike",
    "Proxy",
    "RangeError",
    "Readonly",
    "ReadonlyArray",
    "ReadonlyMap",
    "ReadonlySet",
    "Record",
    "ReferenceError",
    "Reflect",
    "RegExp",
    "RejectedError",
    "Reply",
    "Request",
    "RequestContext",
    "RequestError",
    "RequestFailure",
    "Required",
    "Response",
    "ReturnType",
    "Rounding",
    "Run",
    "RunContext",
    "Scalar",
    "Set",
    "SharedArrayBuffer",
    "State",
    "StepContext",
    "Storage",
    "String",
    "Symbol",
    "SyntaxError",
    "Task",
    "Temporal",
    "Text",
    "TextDecoder",
    "TextEncoder",
    "ThisType",
    "Trigger",
    "TypeError",
    "URIError",
    "URL",
    "URLSearchParams",
    "Uncapitalize",
    "Unknown",
    "Uppercase",
    "VariableError",
    "VariableSource",
    "WeakMap",
    "WeakRef",
    "WeakSet",
    "WebAssembly",
    "WebSocket",
    "Window",
    "Worker",
    "Workflow",
];

/// Gives out each name once.
#[derive(Clone, Debug, Default)]
pub struct Identifiers {
    used: BTreeSet<String>,
}

impl Identifiers {
    /// The name, or the name with 2, 3, … after it where it is taken.
    pub fn unique(&mut self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        let mut number = 2;
        while TAKEN.contains(&name.as_str()) || self.used.contains(&name) {
            name = format!("{wanted}{number}");
            number += 1;
        }
        self.used.insert(name.clone());
        name
    }
}

/// `order`, `line_items[]` → `OrderLineItem`. `items` says which segments name one of
/// an array.
pub fn pascal_case<'a>(segments: impl IntoIterator<Item = (&'a str, bool)>) -> String {
    let mut name = String::new();
    for (segment, item) in segments {
        let word = if item {
            singular(segment)
        } else {
            segment.to_owned()
        };
        for part in word.split(|c: char| !c.is_ascii_alphanumeric()) {
            let mut letters = part.chars();
            if let Some(first) = letters.next() {
                name.push(first.to_ascii_uppercase());
                name.push_str(letters.as_str());
            }
        }
    }
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        name.insert_str(0, "Value");
    }
    name
}

/// One of them, by English's plain rules: `entries` → `entry`, `boxes` → `box`.
fn singular(word: &str) -> String {
    let lower = word.to_ascii_lowercase();
    let cut = |length: usize| word.get(..word.len() - length).unwrap_or(word).to_owned();
    if lower.ends_with("ies") && lower.len() > 4 {
        let y = if word.ends_with('S') { "Y" } else { "y" };
        return cut(3) + y;
    }
    if ["sses", "xes", "ches", "shes"]
        .iter()
        .any(|end| lower.ends_with(end))
    {
        return cut(2);
    }
    if lower.ends_with('s') && !["ss", "us", "is"].iter().any(|end| lower.ends_with(end)) {
        return cut(1);
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_from_parts() {
        for (segments, name) in [
            (&[("order", false)][..], "Order"),
            (&[("order", false), ("line_items", true)], "OrderLineItem"),
            (&[("o", false), ("entries", true)], "OEntry"),
            (&[("o", false), ("boxes", true)], "OBox"),
            (&[("o", false), ("addresses", true)], "OAddress"),
            (&[("o", false), ("address", true)], "OAddress"),
            (&[("o", false), ("status", true)], "OStatus"),
            (&[("o", false), ("lineItems", true)], "OLineItem"),
            (&[("o", false), ("@id", false)], "OId"),
            (&[("o", false), ("", false)], "O"),
            (&[("2fa", false)], "Value2fa"),
            (&[("", false)], "Value"),
            (&[("é", false)], "Value"),
        ] {
            assert_eq!(pascal_case(segments.iter().copied()), name);
        }
    }

    #[test]
    fn taken_names_get_a_number() {
        let mut names = Identifiers::default();
        assert_eq!(names.unique("Date"), "Date2");
        assert_eq!(names.unique("Order"), "Order");
        assert_eq!(names.unique("Order"), "Order2");
        assert_eq!(names.unique("Order2"), "Order22");
    }
}
