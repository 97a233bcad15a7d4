//! Kinds of values in words.

use crate::manifest::keys::{Format, Kind, Naming};
use crate::types::SCALARS;

/// What the words of the type column mean.
pub fn table_of_kinds() -> String {
    let scalars: Vec<String> = SCALARS
        .iter()
        .map(|(name, _)| format!("`{name}`"))
        .collect();
    TABLE_OF_KINDS.replace("SCALARS", &scalars.join(", "))
}

const TABLE_OF_KINDS: &str = "\
| type | what is written |
|---|---|
| text | literal text in quotes |
| path | a request's path, `/` first; `{expression}` is a hole, percent-encoded |
| expression | an expression in quotes, literal text inside it in its own quotes: `\"'paid'\"`; or a TOML number, boolean, array or table, whose strings are expressions |
| value | any TOML; its strings are text |
| duration | a whole number and a unit in quotes: `\"500ms\"`, `\"10s\"`, `\"5m\"`, `\"24h\"`, `\"90d\"` |
| number | a whole number |
| boolean | `true` or `false` |
| type | the name of a type or a part of one: `order`, `order.line_items[]`; or SCALARS |
| table | `[header]`, `{ inline = … }`, or `dotted.keys = …` |
";

/// A kind for the type column.
pub fn kind_in_words(kind: Kind) -> String {
    match kind {
        Kind::Text(Format::Any | Format::Free) => "text".to_owned(),
        Kind::Text(Format::Url) => "URL".to_owned(),
        Kind::Text(Format::Domain) => "host name".to_owned(),
        Kind::Text(Format::Email) => "e-mail address".to_owned(),
        Kind::Text(Format::Kebab) => "kebab-case name".to_owned(),
        Kind::Text(Format::Identifier) => "identifier".to_owned(),
        Kind::Path => "path".to_owned(),
        Kind::Expression => "expression".to_owned(),
        Kind::Literal => "value".to_owned(),
        Kind::Duration => "duration".to_owned(),
        Kind::Integer { min, max } if max < i64::MAX => format!("number, {min} to {max}"),
        Kind::Integer { min, .. } => format!("number, at least {min}"),
        Kind::Boolean => "boolean".to_owned(),
        Kind::Type => "type".to_owned(),
        Kind::Reference(section) => format!("name of `[{section}]`"),
        Kind::Word(words) => {
            let words: Vec<String> = words
                .iter()
                .map(|word| format!("`{}`", word.word))
                .collect();
            words.join(", ")
        }
        Kind::List {
            of: Kind::Table(section),
            ..
        } => format!("array of tables `{}`", section.path),
        Kind::List {
            of: Kind::Word(words),
            ..
        } => {
            format!("array of {}", kind_in_words(Kind::Word(words)))
        }
        Kind::List { of, .. } => format!("array: {}", kind_in_words(*of)),
        Kind::Map { names, of } => {
            let name = match names {
                Naming::Header => "header",
                Naming::Status => "status",
                Naming::Foreign => "id",
                _ => "name",
            };
            match of {
                Kind::Table(section) => format!("tables `{}`", section.path),
                of => format!("{name} = {}", kind_in_words(*of)),
            }
        }
        Kind::Table(section) => format!("table `{}`", section.path),
        Kind::Either(kinds) => {
            let kinds: Vec<String> = kinds.iter().map(|kind| kind_in_words(*kind)).collect();
            kinds.join(" or ")
        }
    }
}
