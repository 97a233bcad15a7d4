//! The function table as Markdown, for `docs/mapping.md`.

use std::fmt::Write as _;

use super::{Emit, Form, Function, Pattern, Returns, Signature, all};

/// Every function: its types, what it does at the edges, and what it becomes.
pub fn reference() -> String {
    let mut text = String::new();
    let forms = [
        ("Methods and properties", [Form::Method, Form::Property]),
        ("Functions", [Form::Free, Form::Tag]),
    ];
    for (heading, forms) in forms {
        let _ = write!(text, "\n### {heading}\n");
        let mut functions: Vec<&Function> = all()
            .filter(|function| forms.contains(&function.form))
            .collect();
        functions.sort_by_key(|function| function.name.to_lowercase());
        for function in functions {
            entry(function, &mut text);
        }
    }
    text
}

fn entry(function: &Function, text: &mut String) {
    let _ = write!(
        text,
        "\n#### `{}`\n\n{}.\n\n",
        function.name,
        capital(function.summary)
    );
    for signature in function.signatures {
        let _ = writeln!(
            text,
            "- {}, in TypeScript {}",
            code(&typed(function, signature)),
            code(&becomes(function, signature))
        );
    }
    let _ = write!(text, "\nAt the edges: {}.", function.edges);
    if let Some(fails) = function.fails {
        let _ = write!(text, " Fails {fails}.");
    }
    let _ = write!(text, " For example {}.", code(function.example));
    if !function.synonyms.is_empty() {
        let words: Vec<String> = function.synonyms.iter().map(|word| code(word)).collect();
        let _ = write!(text, " Suggested for {}.", words.join(", "));
    }
    text.push('\n');
}

/// `filter(items: T[], test: (T, integer) => boolean) → T[]`
fn typed(function: &Function, signature: &Signature) -> String {
    let parameters: Vec<String> = signature
        .parameters
        .iter()
        .map(|parameter| {
            let mark = if parameter.optional { "?" } else { "" };
            format!("{}{mark}: {}", parameter.name, of(&parameter.pattern))
        })
        .collect();
    let returns = match &signature.returns {
        Returns::Is(pattern) => of(pattern),
        Returns::Maybe(pattern) => format!("{}?", of(pattern)),
        Returns::Rounded(at) => format!("decimal({})", named(signature, *at)),
        Returns::Truncated(at) => format!("string of {}", named(signature, *at)),
        Returns::Major(at) => format!("decimal(places of {})", named(signature, *at)),
        Returns::Groups => "{ key: K, items: T[] }[]".to_owned(),
        Returns::Entries => "{ key: string, value: T }[]".to_owned(),
    };
    match (function.form, parameters.split_first()) {
        (Form::Property, Some((first, _))) => {
            format!("({first}).{} → {returns}", function.name)
        }
        (Form::Method, Some((first, others))) => {
            format!(
                "({first}).{}({}) → {returns}",
                function.name,
                others.join(", ")
            )
        }
        (Form::Tag, Some((first, _))) => {
            format!("{}`…${{{first}}}…` → {returns}", function.name)
        }
        _ => format!("{}({}) → {returns}", function.name, parameters.join(", ")),
    }
}

fn named(signature: &Signature, at: usize) -> &'static str {
    let parameter = signature.parameters.get(at);
    parameter.map_or("", |parameter| parameter.name)
}

/// A pattern as the page writes types.
fn of(pattern: &Pattern) -> String {
    match pattern {
        Pattern::Any => "any".to_owned(),
        Pattern::Item | Pattern::Plain => "T".to_owned(),
        Pattern::Result => "U".to_owned(),
        Pattern::Key | Pattern::PlainKey => "K".to_owned(),
        Pattern::String | Pattern::Search => "string".to_owned(),
        Pattern::DateText
        | Pattern::InstantText
        | Pattern::LocalText
        | Pattern::DecimalText
        | Pattern::IntegerText => "string".to_owned(),
        Pattern::NonEmpty => "literal string".to_owned(),
        Pattern::ReadFormat | Pattern::WriteFormat { .. } => "literal pattern".to_owned(),
        Pattern::Zone => "zone".to_owned(),
        Pattern::Currency => "currency".to_owned(),
        Pattern::Duration => "literal duration".to_owned(),
        Pattern::Constant { least, most } => format!("literal {least} to {most}"),
        Pattern::Words(words) => {
            let words: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
            words.join(" | ")
        }
        Pattern::WordList => "T[] of literals".to_owned(),
        Pattern::NumberOrText => "string | number".to_owned(),
        Pattern::Textual => "union of these".to_owned(),
        Pattern::Boolean => "boolean".to_owned(),
        Pattern::Integer => "integer".to_owned(),
        Pattern::Decimal => "decimal".to_owned(),
        Pattern::Date => "date".to_owned(),
        Pattern::DateTime => "date-time".to_owned(),
        Pattern::Array(item) => match item {
            Pattern::Optional(inner) => format!("({}?)[]", of(inner)),
            item => format!("{}[]", of(item)),
        },
        Pattern::Map(value) => format!("map of {}", of(value)),
        Pattern::Optional(inner) => format!("{}?", of(inner)),
        Pattern::Lazy(inner) => of(inner),
        Pattern::Function(takes, gives) => {
            let takes: Vec<String> = takes.iter().map(of).collect();
            format!("({}) => {}", takes.join(", "), of(gives))
        }
    }
}

/// What a call becomes, with the parameters' names as arguments.
fn becomes(function: &Function, signature: &Signature) -> String {
    let names: Vec<&str> = signature
        .parameters
        .iter()
        .filter(|parameter| !parameter.optional)
        .map(|parameter| parameter.name)
        .collect();
    let first = names.first().copied().unwrap_or("value");
    let others = names.get(1..).unwrap_or_default().join(", ");
    let all = names.join(", ");
    match signature.emit {
        Emit::Method(name) => format!("{first}.{name}({others})"),
        Emit::Text(name) => format!("{first}.{name}({others}).toWellFormed()"),
        Emit::Replace(name) => format!("{first}.{name}({others}), with each `$` doubled"),
        Emit::Property(name) => format!("{first}.{name}"),
        Emit::Helper(name) | Emit::Global(name) => format!("{name}({all})"),
        Emit::Lazy(name) => format!("{name}(() => {first})"),
        Emit::Sort => format!("sortBy({all})"),
        Emit::Json => format!("json({first})"),
        Emit::Hash => format!("sha256(json({first}))"),
        Emit::Calendar { .. } => format!("addToDate({all})"),
        Emit::Shift(name) => format!("{name}({first}, duration)"),
        Emit::Identity if function.form == Form::Tag => "a template".to_owned(),
        Emit::Identity => first.to_owned(),
    }
}

fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Code in Markdown, whatever backticks are in it.
fn code(text: &str) -> String {
    let ticks = text
        .split(|letter| letter != '`')
        .map(str::len)
        .max()
        .unwrap_or(0);
    let fence = "`".repeat(ticks + 1);
    if ticks == 0 {
        format!("{fence}{text}{fence}")
    } else {
        format!("{fence} {text} {fence}")
    }
}
