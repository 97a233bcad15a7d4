//! Methods of strings, with JavaScript's meaning, and what JavaScript lacks.

use super::row::{free, method, needs, signature, tag, takes};
use super::{Emit, Function, Pattern, Returns};

const TEXT: Returns = Returns::Is(Pattern::String);
const BOOLEAN: Returns = Returns::Is(Pattern::Boolean);

/// How long a text can be asked to become.
const LENGTH: Pattern = Pattern::Constant {
    least: 0,
    most: 1000,
};

/// A text quoted for a query: of each kind that has a text form.
macro_rules! quoted {
    ($helper:literal, $plain:expr) => {
        &[
            signature(
                &[needs("value", Pattern::String)],
                TEXT,
                Emit::Helper($helper),
            ),
            signature(&[needs("value", Pattern::Integer)], TEXT, $plain),
            signature(&[needs("value", Pattern::Decimal)], TEXT, $plain),
            signature(&[needs("value", Pattern::Date)], TEXT, $plain),
            signature(
                &[needs("value", Pattern::Boolean)],
                TEXT,
                Emit::Global("String"),
            ),
        ]
    };
}

pub(super) static TABLE: &[Function] = &[
    method("trim")
        .does("the text without blanks at its start and end")
        .edges("blanks are those of ECMAScript: Unicode's spaces, tabs, line ends and U+FEFF, not U+0085")
        .example("source.name.trim()")
        .also(&["strip", "trim_whitespace", "trimmed"])
        .by(&[signature(&[needs("text", Pattern::String)], TEXT, Emit::Method("trim"))]),
    method("trimStart")
        .does("the text without blanks at its start")
        .edges("as `trim`")
        .example("source.name.trimStart()")
        .also(&["trim_start", "trimLeft", "ltrim", "lstrip"])
        .by(&[signature(&[needs("text", Pattern::String)], TEXT, Emit::Method("trimStart"))]),
    method("trimEnd")
        .does("the text without blanks at its end")
        .edges("as `trim`")
        .example("source.name.trimEnd()")
        .also(&["trim_end", "trimRight", "rtrim", "rstrip"])
        .by(&[signature(&[needs("text", Pattern::String)], TEXT, Emit::Method("trimEnd"))]),
    method("toUpperCase")
        .does("the text in capitals, whatever the locale")
        .edges("Unicode's full mapping without a locale: `ß` becomes `SS`")
        .example("source.sku.toUpperCase()")
        .also(&["upper", "upcase", "uppercase", "to_upper", "toUpper", "ucase"])
        .by(&[signature(&[needs("text", Pattern::String)], TEXT, Emit::Method("toUpperCase"))]),
    method("toLowerCase")
        .does("the text in small letters, whatever the locale")
        .edges("Unicode's full mapping without a locale: `İ` becomes `i` and a combining dot, a `Σ` that ends a word `ς`")
        .example("source.email.toLowerCase()")
        .also(&["lower", "downcase", "lowercase", "to_lower", "toLower", "lcase"])
        .by(&[signature(&[needs("text", Pattern::String)], TEXT, Emit::Method("toLowerCase"))]),
    method("startsWith")
        .does("whether the text begins with another")
        .edges("every text begins with the empty one")
        .example("source.sku.startsWith('GIFT')")
        .also(&["starts_with", "startswith", "has_prefix", "hasPrefix"])
        .by(&[signature(
            &[needs("text", Pattern::String), needs("start", Pattern::String)],
            BOOLEAN,
            Emit::Method("startsWith"),
        )]),
    method("endsWith")
        .does("whether the text ends with another")
        .edges("every text ends with the empty one")
        .example("source.email.endsWith('@example.com')")
        .also(&["ends_with", "endswith", "has_suffix", "hasSuffix"])
        .by(&[signature(
            &[needs("text", Pattern::String), needs("end", Pattern::String)],
            BOOLEAN,
            Emit::Method("endsWith"),
        )]),
    method("split")
        .does("the parts of the text between separators")
        .edges("without the separator in it, the whole text as one part; `''.split(',')` is one empty part; the separator is a literal that is not empty")
        .example("source.tag_list.split(',')")
        .also(&["explode"])
        .by(&[signature(
            &[needs("text", Pattern::String), needs("separator", Pattern::NonEmpty)],
            Returns::Is(Pattern::Array(&Pattern::String)),
            Emit::Method("split"),
        )]),
    method("replace")
        .does("the text with the first occurrence of one text replaced by another")
        .edges("`$` has no special meaning in the new text; an empty old text that is not literal stands before the first character")
        .example("source.name.replace('#', '')")
        .also(&["replace_first", "replaceFirst", "sub"])
        .by(&[signature(
            &[
                needs("text", Pattern::String),
                needs("old", Pattern::Search),
                needs("new", Pattern::String),
            ],
            TEXT,
            Emit::Replace("replace"),
        )]),
    method("replaceAll")
        .does("the text with every occurrence of one text replaced by another")
        .edges("occurrences are taken from the left and do not overlap; `$` has no special meaning in the new text; an empty old text that is not literal stands before, between and after all UTF-16 units, and halves of characters become U+FFFD")
        .example("source.sku.replaceAll(' ', '-')")
        .also(&["replace_all", "gsub", "substitute"])
        .by(&[signature(
            &[
                needs("text", Pattern::String),
                needs("old", Pattern::Search),
                needs("new", Pattern::String),
            ],
            TEXT,
            Emit::Replace("replaceAll"),
        )]),
    method("padStart")
        .does("the text filled up at its start to a length, by blanks or a given text")
        .edges("the length is in UTF-16 units, as `length` is, and a literal up to 1000; a longer text stays; an empty filling changes nothing; the filling is repeated and cut, and half a character that is left of it becomes U+FFFD")
        .example("source.number.padStart(8, '0')")
        .also(&["pad_start", "padLeft", "pad_left", "lpad", "zfill", "rjust"])
        .by(&[signature(
            &[
                needs("text", Pattern::String),
                needs("length", LENGTH),
                takes("fill", Pattern::String),
            ],
            TEXT,
            Emit::Text("padStart"),
        )]),
    method("padEnd")
        .does("the text filled up at its end to a length, by blanks or a given text")
        .edges("as `padStart`")
        .example("source.code.padEnd(10)")
        .also(&["pad_end", "padRight", "pad_right", "rpad", "ljust"])
        .by(&[signature(
            &[
                needs("text", Pattern::String),
                needs("length", LENGTH),
                takes("fill", Pattern::String),
            ],
            TEXT,
            Emit::Text("padEnd"),
        )]),
    free("truncate")
        .does("the first characters of a text, and all of it where it is no longer")
        .edges("counts characters (code points), as JSON Schema's `maxLength` does, so none is cut in two; the number is a literal")
        .example("truncate(source.name, 21)")
        .also(&["left", "limit_length", "cut", "shorten", "max_length", "maxLength"])
        .by(&[signature(
            &[
                needs("text", Pattern::String),
                needs(
                    "characters",
                    Pattern::Constant {
                        least: 1,
                        most: 1_000_000,
                    },
                ),
            ],
            Returns::Truncated(1),
            Emit::Helper("truncate"),
        )]),
    free("digits")
        .does("the digits of a text, without everything else")
        .edges("only `0` to `9` count; a text without digits gives the empty text")
        .example("digits(source.phone)")
        .also(&["only_digits", "onlyDigits", "strip_non_digits", "numeric"])
        .by(&[signature(&[needs("text", Pattern::String)], TEXT, Emit::Helper("digits"))]),
    tag("qbo")
        .does("a query of QuickBooks in which each value is quoted and escaped")
        .edges("a value stands in single quotes, with a backslash before each single quote and backslash in it; a boolean stands without quotes; a value that may be absent is refused")
        .example("qbo`select Id from Customer where DisplayName = ${source.name}`")
        .by(quoted!("qboText", Emit::Helper("qboText"))),
    tag("soql")
        .does("a query of Salesforce in which each value is quoted and escaped")
        .edges("a text stands in single quotes, with a backslash before each single quote and backslash in it, and line ends as `\\n` and `\\r`; numbers, dates and booleans stand without quotes; a value that may be absent is refused")
        .example("soql`SELECT Id FROM Contact WHERE Email = ${source.email}`")
        .by(quoted!("soqlText", Emit::Global("String"))),
];
