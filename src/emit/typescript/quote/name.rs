//! Names: identifiers from any text, and property names.

use super::string_literal;

/// Words that cannot name a binding in a module, or that would hide what every module
/// counts on.
const RESERVED: &[&str] = &[
    "abstract",
    "any",
    "arguments",
    "as",
    "async",
    "await",
    "bigint",
    "boolean",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "constructor",
    "continue",
    "debugger",
    "declare",
    "default",
    "delete",
    "do",
    "else",
    "enum",
    "eval",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "from",
    "function",
    "get",
    "globalThis",
    "if",
    "implements",
    "import",
    "in",
    "infer",
    "instanceof",
    "interface",
    "is",
    "keyof",
    "let",
    "module",
    "namespace",
    "never",
    "new",
    "null",
    "number",
    "object",
    "of",
    "package",
    "private",
    "protected",
    "public",
    "readonly",
    "require",
    "return",
    "satisfies",
    "set",
    "static",
    "string",
    "super",
    "switch",
    "symbol",
    "this",
    "throw",
    "true",
    "try",
    "type",
    "typeof",
    "undefined",
    "unique",
    "unknown",
    "var",
    "void",
    "while",
    "with",
    "yield",
    "Array",
    "BigInt",
    "Boolean",
    "Date",
    "Deno",
    "Error",
    "Infinity",
    "Intl",
    "JSON",
    "Map",
    "Math",
    "NaN",
    "Number",
    "Object",
    "Promise",
    "Record",
    "RegExp",
    "Set",
    "String",
    "Symbol",
    "console",
    "fetch",
];

/// Whether a name cannot or should not name a binding.
pub fn is_reserved(name: &str) -> bool {
    RESERVED.contains(&name)
}

/// Whether text can stand after a dot or as an unquoted key.
pub fn is_identifier(text: &str) -> bool {
    let mut characters = text.chars();
    characters
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic() || matches!(first, '_' | '$'))
        && characters.all(|next| next.is_ascii_alphanumeric() || matches!(next, '_' | '$'))
}

/// A key of an object literal or a type: bare where it can be, quoted otherwise.
pub fn property_name(text: &str) -> String {
    if is_identifier(text) {
        text.to_owned()
    } else {
        string_literal(text)
    }
}

/// `order-lines`, `order_lines`, `Order lines` become `orderLines`. Reserved words get a
/// `_` behind them; text without a letter or digit becomes `value`.
pub fn camel_case(text: &str) -> String {
    let words = words(text);
    let mut name = String::new();
    for (position, word) in words.iter().enumerate() {
        if position == 0 {
            name.push_str(&word.to_ascii_lowercase());
        } else {
            name.push_str(&capitalised(word));
        }
    }
    finish(name, "value")
}

/// `order-lines` becomes `OrderLines`; text without a letter or digit becomes `Value`.
pub fn pascal_case(text: &str) -> String {
    let name: String = words(text).iter().map(|word| capitalised(word)).collect();
    finish(name, "Value")
}

/// `order-lines` becomes `ORDER_LINES`; text without a letter or digit becomes `VALUE`.
pub fn constant_case(text: &str) -> String {
    let words: Vec<String> = words(text)
        .iter()
        .map(|word| word.to_ascii_uppercase())
        .collect();
    finish(words.join("_"), "VALUE")
}

fn finish(name: String, otherwise: &str) -> String {
    if name.is_empty() {
        otherwise.to_owned()
    } else if name.starts_with(|first: char| first.is_ascii_digit()) {
        format!("_{name}")
    } else if is_reserved(&name) {
        format!("{name}_")
    } else {
        name
    }
}

fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    match characters.next() {
        Some(first) => {
            let rest = characters.as_str();
            let rest = if rest.chars().any(|next| next.is_ascii_lowercase()) {
                rest.to_owned()
            } else {
                rest.to_ascii_lowercase()
            };
            first.to_ascii_uppercase().to_string() + &rest
        }
        None => String::new(),
    }
}

/// The words of a name: split at everything that is no ASCII letter or digit, and
/// before a capital that follows a small letter or a digit.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut previous = ' ';
    for character in text.chars() {
        let starts = character.is_ascii_uppercase()
            && (previous.is_ascii_lowercase() || previous.is_ascii_digit());
        if (!character.is_ascii_alphanumeric() || starts) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if character.is_ascii_alphanumeric() {
            word.push(character);
        }
        previous = character;
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}
