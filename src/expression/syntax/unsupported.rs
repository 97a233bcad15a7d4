//! What to say about a token that does not fit: most are TypeScript, or another
//! language, and have something else to write.

use super::parser::Parser;
use super::token::Token;
use crate::diagnostics::{Diagnostic, codes::expressions as codes};

/// The problem with the next token, where `wanted` should come; `None` where the lexer
/// has reported it already.
pub(super) fn unexpected(parser: &Parser<'_>, wanted: &str) -> Option<Diagnostic> {
    let span = parser.span();
    let word = parser.word();
    let unsupported = |message: &str, help: &str| {
        Some(Diagnostic::new(&codes::UNSUPPORTED, span, message).help(help))
    };
    match &parser.token {
        Token::Broken => None,
        Token::Foreign(operator) => {
            let (message, help) = foreign(operator);
            unsupported(&message, help)
        }
        Token::Ellipsis => unsupported(
            "spreading with `...` is not part of the language",
            "name each key, as in `{ a: x.a, b: x.b }`; for arrays write `xs.concat(ys)`",
        ),
        Token::Name => match keyword(word) {
            Some(help) => unsupported(&format!("`{word}` is not part of the language"), help),
            None => Some(syntax(parser, wanted)),
        },
        Token::Arrow => Some(
            Diagnostic::new(
                &codes::NOT_A_VALUE,
                span,
                "an arrow function is not a value here",
            )
            .help("write it as an argument: `items.map(item => item.name)`"),
        ),
        Token::Unknown(character) => {
            let problem = Diagnostic::new(
                &codes::SYNTAX,
                span,
                format!("`{character}` means nothing here"),
            );
            Some(match character {
                '‘' | '’' | '“' | '”' | '„' | '«' | '»' => {
                    problem.help("write text in straight quotes: `'text'`")
                }
                '–' | '—' | '−' => problem.help("write `-`"),
                '×' | '·' => problem.help("write `*`"),
                '≤' => problem.help("write `<=`"),
                '≥' => problem.help("write `>=`"),
                '≠' => problem.help("write `!=`"),
                '…' => problem.help("write out what it stands for"),
                '@' => problem.help("literal text is written in quotes: `'a@example.com'`"),
                _ => problem.help("remove it, or write literal text in quotes: `'text'`"),
            })
        }
        _ => Some(syntax(parser, wanted)),
    }
}

fn syntax(parser: &Parser<'_>, wanted: &str) -> Diagnostic {
    let word = parser.word();
    let found = match &parser.token {
        Token::End => "the end".to_owned(),
        Token::Backtick => "a template".to_owned(),
        Token::String(_) => "a text".to_owned(),
        _ => format!("`{word}`"),
    };
    let problem = Diagnostic::new(
        &codes::SYNTAX,
        parser.span(),
        format!("expected {wanted}, found {found}"),
    );
    match (&parser.token, wanted) {
        (Token::Name, _) if matches!(word, "and" | "or" | "not" | "is" | "in" | "contains") => {
            problem.help(match word {
                "and" => "write `&&`",
                "or" => "write `||`",
                "not" => "write `!`",
                "is" => "write `==`",
                _ => "write `xs.includes(x)`",
            })
        }
        (Token::End, _) => problem.help(format!("write {wanted} here")),
        (Token::CloseParen | Token::CloseBracket | Token::CloseBrace, _)
            if !parser.open.contains(&parser.token) =>
        {
            problem.help(format!(
                "remove `{word}`: nothing is open here that it closes"
            ))
        }
        (Token::Name | Token::String(_) | Token::Number(_) | Token::Backtick, _)
            if wanted.contains("operator") =>
        {
            problem
                .help("join the two by an operator; literal text is written in quotes, all of it")
        }
        _ => problem.help(format!("write {wanted}")),
    }
}

/// Why an operator of TypeScript is not there, and what to write.
fn foreign(operator: &str) -> (String, &'static str) {
    let message = match operator {
        "/" | "%" => "division is not part of the language: its result is rarely exact",
        "//" | "/*" => "comments are not part of the language",
        _ => "",
    };
    let help = match operator {
        "/" => {
            "multiply by a decimal (`x * 0.01`) and `round` it; a `divide` with places to round to is planned"
        }
        "%" => "write what depends on it as a function in `custom/`",
        "//" | "/*" => "write a TOML comment after `#` on a line of its own, outside the string",
        "=" => "write `==` to compare; nothing is assigned in expressions",
        "**" => "write the product: `x * x`",
        "<>" => "write `!=`",
        "&" => "write `&&` for \"and\"; texts are joined by a template, `${…}` in backticks",
        "|" => "write `||` for \"or\", or a method: `x.trim()`",
        ";" => "write one expression, without `;`",
        "#" => "write a TOML comment outside the string",
        _ => "write one value that is computed from others; nothing is changed in expressions",
    };
    if message.is_empty() {
        (format!("`{operator}` is not part of the language"), help)
    } else {
        (message.to_owned(), help)
    }
}

/// What to write instead of a keyword.
pub(super) fn keyword(word: &str) -> Option<&'static str> {
    Some(match word {
        "new" => "write a function of the language: `instant(text)`, `date(text)`, `decimal(text)`",
        "typeof" | "instanceof" => {
            "test for absence with `== null`, and what a union holds with `typeof x == 'string'`"
        }
        "await" | "async" | "yield" => "requests are steps; expressions wait for nothing",
        "function" | "class" => {
            "write an arrow function (`x => …`), a mapping, or a function in `custom/`"
        }
        "if" | "else" | "switch" | "case" => "write `condition ? value : other`",
        "for" | "while" | "do" => "write `items.map(item => …)` or `items.filter(item => …)`",
        "return" | "let" | "const" | "var" => {
            "write the value itself; parts get names with `let` in a mapping or with `value` steps"
        }
        "this" | "super" => "write a name in scope: `source` in a mapping, `trigger` in a workflow",
        "in" => "write `xs.includes(x)`, or look the key up: `map[key]`",
        "delete" | "void" => "leave the key out, or write `null`",
        "throw" | "try" | "catch" => "write `required(x, 'why')`, or a step with `fail`",
        "import" | "export" => "declare TypeScript of your own in `[functions]`",
        "as" | "satisfies" => "convert with `decimal(x)`, `integer(x)`, `text(x)`, `date(x)`",
        _ => return None,
    })
}

/// Whether a word cannot be a name.
pub(super) fn is_reserved(word: &str) -> bool {
    // `as` and `async` and such can be names in TypeScript.
    !matches!(
        word,
        "as" | "satisfies" | "async" | "await" | "yield" | "let"
    ) && keyword(word).is_some()
}
