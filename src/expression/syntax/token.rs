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

/// Every operator and mark: those with one beginning together, the longer first.
const MARKS: &[(&str, Token)] = &[
    ("===", Token::StrictEqual),
    ("=>", Token::Arrow),
    ("==", Token::Equal),
    ("=", Token::Foreign("=")),
    ("!==", Token::StrictNotEqual),
    ("!=", Token::NotEqual),
    ("!", Token::Bang),
    (">>>", Token::Foreign(">>>")),
    (">=", Token::GreaterOrEqual),
    (">>", Token::Foreign(">>")),
    (">", Token::Greater),
    ("...", Token::Ellipsis),
    (".", Token::Dot),
    ("**=", Token::Foreign("**=")),
    ("*=", Token::Foreign("*=")),
    ("**", Token::Foreign("**")),
    ("*", Token::Star),
    ("??=", Token::Foreign("??=")),
    ("??", Token::Coalesce),
    ("?.", Token::QuestionDot),
    ("?", Token::Question),
    ("&&=", Token::Foreign("&&=")),
    ("&&", Token::And),
    ("&", Token::Foreign("&")),
    ("||=", Token::Foreign("||=")),
    ("||", Token::Or),
    ("|", Token::Foreign("|")),
    ("<=", Token::LessOrEqual),
    ("<<", Token::Foreign("<<")),
    ("<>", Token::Foreign("<>")),
    ("<", Token::Less),
    ("++", Token::Foreign("++")),
    ("+=", Token::Foreign("+=")),
    ("+", Token::Plus),
    ("--", Token::Foreign("--")),
    ("-=", Token::Foreign("-=")),
    ("-", Token::Minus),
    ("/=", Token::Foreign("/=")),
    ("//", Token::Foreign("//")),
    ("/*", Token::Foreign("/*")),
    ("/", Token::Foreign("/")),
    ("%=", Token::Foreign("%=")),
    ("%", Token::Percent),
    ("(", Token::OpenParen),
    (")", Token::CloseParen),
    ("[", Token::OpenBracket),
    ("]", Token::CloseBracket),
    ("{", Token::OpenBrace),
    ("}", Token::CloseBrace),
    (",", Token::Comma),
    (":", Token::Colon),
    ("^", Token::Foreign("^")),
    ("~", Token::Foreign("~")),
    (";", Token::Foreign(";")),
    ("#", Token::Foreign("#")),
];

/// Where in [`MARKS`] those lie that begin with a byte of ASCII.
const BEGINNINGS: [(usize, usize); 128] = {
    let mut found = [(0, 0); 128];
    let mut at = 0;
    while at < MARKS.len() {
        let first = MARKS[at].0.as_bytes()[0] as usize;
        if found[first].1 == 0 {
            found[first].0 = at;
        }
        at += 1;
        found[first].1 = at;
    }
    found
};

/// The mark that a text begins with, and its length in bytes.
pub(super) fn mark(text: &str) -> Option<(Token, usize)> {
    let first = usize::from(*text.as_bytes().first()?);
    let (from, to) = *BEGINNINGS.get(first)?;
    let mut marks = MARKS.get(from..to)?.iter();
    let (mark, token) = marks.find(|(mark, _)| text.starts_with(mark))?;
    Some((token.clone(), mark.len()))
}

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
