//! Codes of TOML syntax.

use super::codes;

codes! {
    INVALID_CHARACTER = "GS0101", "invalid-character", Error, "the file has a byte or character that TOML does not allow";
    NOT_A_PAIR = "GS0102", "not-a-pair", Error, "a line is neither `key = value` nor a `[table]` header";
    MISSING_VALUE = "GS0103", "missing-value", Error, "a key has no value";
    UNQUOTED_TEXT = "GS0104", "unquoted-text", Error, "text is not in quotes";
    UNCLOSED_STRING = "GS0105", "unclosed-string", Error, "a string has one quote too few";
    UNCLOSED_BRACKET = "GS0106", "unclosed-bracket", Error, "a bracket or brace has no partner";
    MISPLACED_SEPARATOR = "GS0107", "misplaced-separator", Error, "a comma is missing, or a comma or an `=` is one too many";
    INVALID_ESCAPE = "GS0108", "invalid-escape", Error, "a backslash in a string starts no escape";
    INVALID_NUMBER = "GS0109", "invalid-number", Error, "a number cannot be read or is too large";
    INVALID_DATE_TIME = "GS0110", "invalid-date-time", Error, "a date or time cannot be read";
    INVALID_KEY = "GS0111", "invalid-key", Error, "a key has characters that need quotes";
    TEXT_AFTER_VALUE = "GS0112", "text-after-value", Error, "something follows a value or header on its line";
    DUPLICATE_KEY = "GS0113", "duplicate-key", Error, "a key or table is defined twice";
    CLOSED_TABLE = "GS0114", "closed-table", Error, "a key is added to something that takes no more keys";
    TOO_DEEP = "GS0115", "nested-too-deep", Error, "values or keys are nested too deeply";
}
