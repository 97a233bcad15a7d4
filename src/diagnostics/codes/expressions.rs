//! Codes of expressions and mappings.

use super::codes;

codes! {
    // Syntax.
    SYNTAX = "GS0501", "expression-syntax", Error, "an expression is not written as TypeScript is";
    UNCLOSED = "GS0502", "unclosed", Error, "a text, template or bracket has no end";
    UNSUPPORTED = "GS0503", "not-in-the-language", Error, "TypeScript that is not part of the expression language";
    STRICT_EQUALITY = "GS0504", "strict-equality", Error, "`===` or `!==` where `==` or `!=` is the word";
    MIXED_COALESCE = "GS0505", "mixed-coalesce", Error, "`??` beside `||` or `&&` without parentheses";
    TOO_DEEP = "GS0506", "too-deep", Error, "an expression is nested too deeply";
    EMPTY = "GS0508", "empty-expression", Error, "an expression is empty";
    BAD_NUMBER = "GS0509", "bad-number", Error, "a number is not written in digits, or is too long to be exact";
    BAD_ESCAPE = "GS0510", "bad-escape", Error, "an escape that JavaScript does not have";
    // Names.
    UNKNOWN_NAME = "GS0511", "unknown-name", Error, "a name that is not in scope";
    UNQUOTED_TEXT = "GS0512", "unquoted-literal", Error, "literal text without quotes";
    UNKNOWN_FIELD = "GS0513", "unknown-field", Error, "a field that the object does not have";
    UNAVAILABLE_NAME = "GS0514", "unavailable-name", Error, "a name that exists but cannot be used here";
    UNKNOWN_FUNCTION = "GS0515", "unknown-function", Error, "a function or method that does not exist";
    WRONG_FORM = "GS0516", "wrong-form", Error, "a function written as a method, or a method as a function";
    SHADOWED_NAME = "GS0517", "shadowed-name", Error, "a parameter with a name that is taken";
    // Types.
    TYPE_MISMATCH = "GS0520", "type-mismatch", Error, "a value of one type where another is needed";
    MAY_BE_ABSENT = "GS0521", "may-be-absent", Error, "a value that may be absent where one is needed";
    NEVER_ABSENT = "GS0522", "never-absent", Warning, "a test for absence of a value that is always there";
    NOT_A_CONDITION = "GS0523", "not-a-condition", Error, "a condition that is not a boolean";
    WRONG_OPERANDS = "GS0524", "wrong-operands", Error, "an operator that does not apply to these types";
    NEVER_EQUAL = "GS0525", "never-equal", Error, "a comparison that has the same outcome for every record";
    NOT_IN_ENUM = "GS0526", "not-in-enum", Error, "a text that is none of the allowed values";
    TOO_MANY_PLACES = "GS0527", "too-many-places", Error, "a decimal that may have more places than its target takes";
    UNKNOWN_KEY = "GS0528", "unknown-member", Error, "a key that the target does not have";
    MISSING_KEY = "GS0529", "missing-member", Error, "a required field of the target without a value";
    DUPLICATE_KEY = "GS0530", "duplicate-member", Error, "a key that is given twice";
    WRONG_ARGUMENTS = "GS0531", "wrong-arguments", Error, "a call with too many or too few arguments";
    BAD_WORD = "GS0532", "bad-word", Error, "a word, zone, date or duration that the function does not know";
    OPAQUE = "GS0533", "opaque", Error, "looking into a value of unknown shape";
    NOT_TEXT = "GS0534", "value-not-text", Error, "a value that has no text form in a template or path";
    PATH_HOLE = "GS0535", "path-hole", Error, "a hole in a path that is not closed, or never opened";
    NOT_A_VALUE = "GS0536", "not-a-value", Error, "a function where a value is needed, or a value where a function is";
    DIFFERENT_TYPES = "GS0537", "different-types", Error, "alternatives of different types";
    BOTH_ABSENT = "GS0538", "both-absent", Error, "a comparison that holds when both sides are absent";
    BEYOND_LIMITS = "GS0539", "beyond-limits", Error, "a value that the target's schema does not allow";
    MAY_BE_TOO_LONG = "GS0540", "may-be-too-long", Warning, "a text of unknown length where the target takes a short one";
    READ_ONLY = "GS0541", "read-only-field", Warning, "a field that only the API sets";
}
