//! Numbers and escapes.

use super::ast::NumberLiteral;
use super::lexer::Lexer;
use crate::diagnostics::{Diagnostic, codes::expressions as codes};
use crate::source::Span;

/// The greatest whole number that JavaScript holds exactly: 2^53 - 1.
const MAX_INTEGER: i64 = 9_007_199_254_740_991;
/// The most digits of a decimal.
const MAX_DIGITS: usize = 34;

/// Reads a number: digits, perhaps with `_` between them and one point.
pub(in crate::expression) fn number(
    written: &str,
    span: Span,
) -> Result<NumberLiteral, Box<Diagnostic>> {
    let wrong = |message: String, help: String| {
        Err(Box::new(
            Diagnostic::new(&codes::BAD_NUMBER, span, message).help(help),
        ))
    };
    let lower = written.to_ascii_lowercase();
    if ["0x", "0o", "0b"]
        .iter()
        .any(|base| lower.starts_with(base))
    {
        return wrong(
            format!("`{written}` is not a decimal number"),
            "write the number in digits from 0 to 9".to_owned(),
        );
    }
    let plain = |part: &str| {
        part.bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'_')
    };
    if let Some((mantissa, exponent)) = lower.split_once('e')
        && plain(&mantissa.replace('.', ""))
        && plain(exponent.trim_start_matches(['+', '-']))
    {
        return wrong(
            format!("`{written}` has an exponent"),
            "write all digits: numbers are exact here".to_owned(),
        );
    }
    if lower.ends_with('n') && plain(lower.trim_end_matches('n')) {
        return wrong(
            format!("`{written}` is written as a big integer"),
            format!("write `{}`", lower.trim_end_matches('n')),
        );
    }
    let (whole, fraction) = match written.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (written, None),
    };
    if whole.is_empty() {
        let fixed = format!("0{written}");
        return Err(Box::new(
            Diagnostic::new(
                &codes::BAD_NUMBER,
                span,
                format!("`{written}` has no digit before the point"),
            )
            .help(format!("write `{fixed}`"))
            .replace(span, fixed),
        ));
    }
    let parts = [Some(whole), fraction];
    let misplaced = |part: &str| {
        part.is_empty() || part.starts_with('_') || part.ends_with('_') || part.contains("__")
    };
    if !parts.iter().flatten().all(|part| plain(part)) {
        return wrong(
            format!("`{written}` is neither a number nor a name"),
            "write a number as digits, with at most one decimal point; text is written in quotes"
                .to_owned(),
        );
    }
    if parts.iter().flatten().any(|part| misplaced(part)) {
        return wrong(
            format!("`{written}` has a `_` that is not between two digits"),
            format!("write `{}`", written.replace('_', "")),
        );
    }
    let whole = whole.replace('_', "");
    if whole.len() > 1 && whole.starts_with('0') {
        return wrong(
            format!("`{written}` begins with a zero"),
            format!("write a number without it, or text: `'{written}'`"),
        );
    }
    let Some(fraction) = fraction else {
        return match whole.parse::<i64>() {
            Ok(value) if value <= MAX_INTEGER => Ok(NumberLiteral::Integer(value)),
            _ => wrong(
                format!(
                    "`{written}` is beyond {MAX_INTEGER}, where whole numbers stop being exact"
                ),
                format!("write it as text: `'{whole}'`"),
            ),
        };
    };
    let fraction = fraction.replace('_', "");
    if whole.len() + fraction.len() > MAX_DIGITS {
        return wrong(
            format!("`{written}` has more than {MAX_DIGITS} digits"),
            format!("a decimal has at most {MAX_DIGITS} digits"),
        );
    }
    Ok(NumberLiteral::Decimal {
        places: u32::try_from(fraction.len()).unwrap_or(u32::MAX),
        digits: format!("{whole}.{fraction}"),
    })
}

/// Reads what follows a backslash, as JavaScript does.
///
/// # Errors
/// The message and the help for an escape that JavaScript does not have.
pub(super) fn escape(lexer: &mut Lexer<'_>, value: &mut String) -> Result<(), (String, String)> {
    let unicode = || {
        (
            "this escape names no character".to_owned(),
            "write `\\u` with four hexadecimal digits, or `\\u{…}`".to_owned(),
        )
    };
    let Some(character) = lexer.bump() else {
        return Ok(());
    };
    let decoded = match character {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\u{8}',
        'f' => '\u{c}',
        'v' => '\u{b}',
        '0' if !lexer.peek().is_some_and(|next| next.is_ascii_digit()) => '\0',
        '\'' | '"' | '`' | '\\' | '$' | '/' => character,
        // A line that goes on.
        '\n' => return Ok(()),
        '\r' => {
            if lexer.peek() == Some('\n') {
                lexer.bump();
            }
            return Ok(());
        }
        'x' => hexadecimal(lexer, 2)
            .and_then(char::from_u32)
            .ok_or_else(|| {
                (
                    "this escape names no character".to_owned(),
                    "write `\\x` with two hexadecimal digits".to_owned(),
                )
            })?,
        'u' if lexer.peek() == Some('{') => {
            lexer.bump();
            let mut code = 0u32;
            let mut digits = 0;
            while let Some(digit) = lexer.peek().and_then(|next| next.to_digit(16)) {
                lexer.bump();
                code = code.saturating_mul(16).saturating_add(digit);
                digits += 1;
            }
            let closed = lexer.peek() == Some('}');
            if closed {
                lexer.bump();
            }
            char::from_u32(code)
                .filter(|_| closed && digits > 0)
                .ok_or_else(unicode)?
        }
        'u' => unicode_unit(lexer).ok_or_else(unicode)?,
        other => {
            return Err((
                format!("`\\{other}` is not an escape"),
                format!("write `{other}`, or `\\\\{other}` for a backslash before it"),
            ));
        }
    };
    value.push(decoded);
    Ok(())
}

/// Four digits, or two times four for a surrogate pair.
fn unicode_unit(lexer: &mut Lexer<'_>) -> Option<char> {
    let high = hexadecimal(lexer, 4)?;
    if (0xd800..0xdc00).contains(&high) && lexer.rest().starts_with("\\u") {
        lexer.bump();
        lexer.bump();
        let low = hexadecimal(lexer, 4)?;
        if !(0xdc00..0xe000).contains(&low) {
            return None;
        }
        return char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
    }
    char::from_u32(high)
}

/// Exactly this many hexadecimal digits.
fn hexadecimal(lexer: &mut Lexer<'_>, count: usize) -> Option<u32> {
    let mut code = 0;
    for _ in 0..count {
        let digit = lexer.peek().and_then(|next| next.to_digit(16))?;
        lexer.bump();
        code = code * 16 + digit;
    }
    Some(code)
}
