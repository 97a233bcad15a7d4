//! Codes of the shape of the manifest.

use super::codes;

codes! {
    UNKNOWN_KEY = "GS0201", "unknown-key", Error, "a key that its table does not have";
    MISPLACED_KEY = "GS0202", "misplaced-key", Error, "a key that belongs in another table";
    NOT_SUPPORTED_YET = "GS0203", "not-supported-yet", Error, "a key that is designed and not built yet";
    WRONG_TYPE = "GS0204", "wrong-value-type", Error, "a value of another kind than the key takes";
    UNKNOWN_WORD = "GS0205", "unknown-word", Error, "a value that is none of the words the key takes";
    MISSING_KEY = "GS0206", "missing-key", Error, "a key that has to be there is not";
    MISFIT = "GS0207", "key-does-not-fit", Error, "a key that does not go with the other keys";
    SEVERAL = "GS0208", "several-choices", Error, "several keys of which only one may be there";
    NO_CHOICE = "GS0209", "no-choice", Error, "none of the keys of which one has to be there";
    OUT_OF_RANGE = "GS0210", "number-out-of-range", Error, "a number outside the range of its key";
    BAD_DURATION = "GS0211", "bad-duration", Error, "text that is no duration";
    BAD_NAME = "GS0212", "bad-name", Error, "a name in the wrong spelling";
    EMPTY = "GS0213", "empty-value", Error, "an empty value where there has to be one";
    BAD_FORMAT = "GS0214", "bad-format", Error, "text that is not of the form its key takes";
}
