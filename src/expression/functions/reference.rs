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

/// `items: array of any value, test: … → boolean`
fn typed(function: &Function, signature: &Signature) -> String {
    let parameters: Vec<String> = signature
        .parameters
        .iter()
        .map(|parameter| {
            let mark = if parameter.optional { "?" } else { "" };
            let what = match &parameter.pattern {
                Pattern::Words(words) => words.join(" or "),
                pattern => pattern.describe(),
            };
            format!("{}{mark}: {what}", parameter.name)
        })
        .collect();
    let returns = match &signature.returns {
        Returns::Is(pattern) => pattern.describe(),
        Returns::Maybe(pattern) => format!("{}, or absent", pattern.describe()),
        Returns::Rounded(_) => "a decimal of so many places".to_owned(),
        Returns::Truncated(_) => "a string of at most so many characters".to_owned(),
        Returns::Major(_) => "a decimal of the currency's places".to_owned(),
        Returns::Groups => "an array of `{ key, items }`".to_owned(),
        Returns::Entries => "an array of `{ key, value }`".to_owned(),
    };
    format!("{}({}) → {returns}", function.name, parameters.join(", ")).replace('`', "")
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
