//! Codes of names and the graph.

use super::codes;

codes! {
    UNKNOWN_SYSTEM = "GS0301", "unknown-system", Error, "a system that is not declared";
    UNKNOWN_ENVIRONMENT = "GS0302", "unknown-environment", Error, "an environment that is not declared";
    UNKNOWN_VARIABLE = "GS0303", "unknown-variable", Error, "a variable that is not declared";
    UNKNOWN_INPUT = "GS0304", "unknown-input", Error, "an input that the system does not declare";
    VARIABLE_VALUE = "GS0305", "variable-value", Error, "a variable's value does not fit its schema";
    DUPLICATE_STEP = "GS0306", "duplicate-step", Error, "two steps of a workflow have the same id";
    CYCLE = "GS0307", "cycle", Error, "declarations that use each other in a circle";
    UNUSED = "GS0308", "unused", Warning, "a declaration that nothing uses";
    TEST_VALUE = "GS0309", "test-value", Error, "a case or a smoke call has a value that does not fit";
    NO_OBJECT = "GS0310", "no-object", Error, "no object that can be renamed or removed";
    ONLY_FILES = "GS0311", "only-files", Error, "a renaming or deletion of what the platform has only as files";
    STILL_DECLARED = "GS0312", "still-declared", Error, "an object is renamed or removed, and still declared";
    MOVED_NOWHERE = "GS0313", "moved-nowhere", Error, "an object gets a name that is not declared";
    MOVED_TWICE = "GS0314", "moved-twice", Error, "an object is renamed or removed twice";
    MOVED_ACROSS = "GS0315", "moved-across", Error, "a renaming leads to another section";
    SHARED_SYSTEM = "GS0316", "shared-system", Error, "values of one user for a system that all users share";
}
