//! Conversions between kinds.

use super::row::{free, needs, signature};
use super::{Emit, Function, Pattern, Returns};

const TEXT: Returns = Returns::Is(Pattern::String);

pub(super) static TABLE: &[Function] = &[
    free("decimal")
        .does("an exact decimal, from text or a number")
        .edges("text is digits with at most one point, digits on both sides of it, and a sign: no exponent, blanks, separators or empty text; zeros before and after mean nothing; at most 34 digits before and after the point together")
        .example("decimal(source.total_price)")
        .fails("the text is not a decimal, or has more than 34 digits")
        .also(&[
            "Number",
            "number",
            "parseFloat",
            "float",
            "to_decimal",
            "toDecimal",
            "to_number",
            "toNumber",
            "to_float",
            "money",
        ])
        .by(&[
            signature(
                &[needs("value", Pattern::DecimalText)],
                Returns::Is(Pattern::Decimal),
                Emit::Helper("decimal"),
            ),
            signature(
                &[needs("value", Pattern::Decimal)],
                Returns::Is(Pattern::Decimal),
                Emit::Identity,
            ),
            signature(
                &[needs("value", Pattern::NumberOrText)],
                Returns::Is(Pattern::Decimal),
                Emit::Helper("decimal"),
            ),
        ]),
    free("integer")
        .does("a whole number, from text or a decimal that is whole")
        .edges("text is digits with a sign; `12.0` as a decimal is whole, as text it is refused")
        .example("integer(source.quantity)")
        .fails("the text is not a whole number, the decimal has a fraction, or the number is beyond 2^53 - 1")
        .also(&["int", "parseInt", "to_int", "toInt", "to_integer", "toInteger"])
        .by(&[
            signature(
                &[needs("value", Pattern::IntegerText)],
                Returns::Is(Pattern::Integer),
                Emit::Helper("integer"),
            ),
            signature(
                &[needs("value", Pattern::Integer)],
                Returns::Is(Pattern::Integer),
                Emit::Identity,
            ),
            signature(
                &[needs("value", Pattern::Decimal)],
                Returns::Is(Pattern::Integer),
                Emit::Method("toInteger"),
            ),
            signature(
                &[needs("value", Pattern::NumberOrText)],
                Returns::Is(Pattern::Integer),
                Emit::Helper("integer"),
            ),
        ]),
    free("text")
        .does("a number, boolean or date as text")
        .edges("a decimal in its shortest form, `12.5`; `toFixed` gives places; an instant is written by `iso`")
        .example("text(source.order_number)")
        .also(&["String", "string", "str", "toString", "to_string", "to_s", "to_text"])
        .by(&[
            signature(&[needs("value", Pattern::String)], TEXT, Emit::Identity),
            signature(&[needs("value", Pattern::Integer)], TEXT, Emit::Global("String")),
            signature(&[needs("value", Pattern::Boolean)], TEXT, Emit::Global("String")),
            signature(&[needs("value", Pattern::Decimal)], TEXT, Emit::Method("toString")),
            signature(&[needs("value", Pattern::Date)], TEXT, Emit::Identity),
            signature(&[needs("value", Pattern::Textual)], TEXT, Emit::Global("String")),
        ]),
    free("oneOf")
        .does("the text as one of some words")
        .edges("compared exactly, capitals and blanks included; the words are literals or constants")
        .example("oneOf(source.status, ['open', 'paid'])")
        .fails("the text is none of the words")
        .also(&["enum", "one_of", "toEnum", "to_enum"])
        .by(&[signature(
            &[
                needs("text", Pattern::String),
                needs("words", Pattern::WordList),
            ],
            Returns::Is(Pattern::Item),
            Emit::Helper("oneOf"),
        )]),
    free("json")
        .does("any value as JSON text")
        .edges("in the one form of RFC 8785: keys in the order of their UTF-16 units, no blanks, numbers and escapes as JavaScript writes them; each value as its type travels; missing fields are left out; an absent value gives `null`")
        .example("json(source.origin)")
        .also(&["stringify", "to_json", "toJSON", "toJson", "json_encode", "serialize"])
        .by(&[signature(&[needs("value", Pattern::Any)], TEXT, Emit::Json)]),
    free("hash")
        .does("a fingerprint of a value: its SHA-256 as 64 hexadecimal digits")
        .edges("of a text, the SHA-256 of its UTF-8 bytes; of anything else, that of its `json(…)`")
        .example("hash(source)")
        .also(&["sha256", "digest", "checksum", "fingerprint", "md5", "sha1"])
        .by(&[
            signature(&[needs("text", Pattern::String)], TEXT, Emit::Helper("sha256")),
            signature(&[needs("value", Pattern::Any)], TEXT, Emit::Hash),
        ]),
    free("fromMinor")
        .does("an amount of money from its minor units: 1999 cents are 19.99")
        .edges("places are those of ISO 4217: JPY none, USD 2, KWD 3, CLF 4; capitals and small letters are the same")
        .example("fromMinor(source.amount, source.currency)")
        .fails("the currency is none of ISO 4217")
        .also(&["from_minor", "fromCents", "from_cents", "centsToDecimal", "minorToMajor"])
        .by(&[signature(
            &[
                needs("amount", Pattern::Integer),
                needs("currency", Pattern::Currency),
            ],
            Returns::Major(1),
            Emit::Helper("fromMinor"),
        )]),
    free("toMinor")
        .does("an amount of money in its minor units: 19.99 are 1999 cents")
        .edges("places as of `fromMinor`; nothing is rounded: round first where there may be more places")
        .example("toMinor(source.total, 'USD')")
        .fails("the amount has more places than the currency, the result is beyond 2^53 - 1, or the currency is none of ISO 4217")
        .also(&["to_minor", "toCents", "to_cents", "minor", "cents", "majorToMinor"])
        .by(&[signature(
            &[
                needs("amount", Pattern::Decimal),
                needs("currency", Pattern::Currency),
            ],
            Returns::Is(Pattern::Integer),
            Emit::Helper("toMinor"),
        )]),
];
