//! Tokens.

use super::ast::NumberLiteral;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    End,
    /// Its text is that of its range.
    Name,
    Number(NumberLiteral),
    String(String),
    /// The start of a template literal; the lexer then reads it chunk by chunk.
    Backtick,
    OpenParen,
    CloseParen,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    Comma,
    Colon,
    Dot,
    QuestionDot,
    Question,
    Coalesce,
    Arrow,
    Equal,
    NotEqual,
    StrictEqual,
    StrictNotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Star,
    Percent,
    Bang,
    And,
    Or,
    Ellipsis,
    /// An operator of TypeScript that is not part of the language.
    Foreign(&'static str),
    /// A character that begins nothing.
    Unknown(char),
    /// Reported by the lexer; stands for a value.
    Broken,
}

/// Every operator and mark, the longer before those that they begin with.
pub(super) const MARKS: &[(&str, Token)] = &[
    ("===", Token::StrictEqual),
    ("!==", Token::StrictNotEqual),
    (">>>", Token::Foreign(">>>")),
    ("...", Token::Ellipsis),
    ("**=", Token::Foreign("**=")),
    ("??=", Token::Foreign("??=")),
    ("&&=", Token::Foreign("&&=")),
    ("||=", Token::Foreign("||=")),
    ("=>", Token::Arrow),
    ("==", Token::Equal),
    ("!=", Token::NotEqual),
    ("<=", Token::LessOrEqual),
    (">=", Token::GreaterOrEqual),
    ("<<", Token::Foreign("<<")),
    (">>", Token::Foreign(">>")),
    ("<>", Token::Foreign("<>")),
    ("&&", Token::And),
    ("||", Token::Or),
    ("??", Token::Coalesce),
    ("?.", Token::QuestionDot),
    ("++", Token::Foreign("++")),
    ("--", Token::Foreign("--")),
    ("+=", Token::Foreign("+=")),
    ("-=", Token::Foreign("-=")),
    ("*=", Token::Foreign("*=")),
    ("/=", Token::Foreign("/=")),
    ("%=", Token::Foreign("%=")),
    ("**", Token::Foreign("**")),
    ("//", Token::Foreign("//")),
    ("/*", Token::Foreign("/*")),
    ("(", Token::OpenParen),
    (")", Token::CloseParen),
    ("[", Token::OpenBracket),
    ("]", Token::CloseBracket),
    ("{", Token::OpenBrace),
    ("}", Token::CloseBrace),
    (",", Token::Comma),
    (":", Token::Colon),
    (".", Token::Dot),
    ("?", Token::Question),
    ("=", Token::Foreign("=")),
    ("<", Token::Less),
    (">", Token::Greater),
    ("+", Token::Plus),
    ("-", Token::Minus),
    ("*", Token::Star),
    ("!", Token::Bang),
    ("/", Token::Foreign("/")),
    ("%", Token::Percent),
    ("&", Token::Foreign("&")),
    ("|", Token::Foreign("|")),
    ("^", Token::Foreign("^")),
    ("~", Token::Foreign("~")),
    (";", Token::Foreign(";")),
    ("#", Token::Foreign("#")),
];

/// Whether a character can begin a name, as JavaScript has it.
pub(super) fn begins_name(character: char) -> bool {
    character.is_alphabetic() || matches!(character, '_' | '$')
}

/// Whether a character can go on in a name.
pub(super) fn continues_name(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || character.is_alphanumeric()
        || matches!(character, '_' | '$' | '\u{200c}' | '\u{200d}')
}

/// Whether a word can be written as a name, after a `.` or as a key.
pub(in crate::expression) fn is_identifier(word: &str) -> bool {
    let mut characters = word.chars();
    characters.next().is_some_and(begins_name) && characters.all(continues_name)
}

/// Blanks and line ends, as JavaScript has them.
pub(super) fn is_blank(character: char) -> bool {
    character.is_whitespace() && character != '\u{85}' || character == '\u{feff}'
}
