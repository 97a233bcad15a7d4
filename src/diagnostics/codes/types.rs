//! Codes of types.

use super::codes;

codes! {
    UNKNOWN_TYPE = "GS0401", "unknown-type", Error, "no type has this name";
    UNKNOWN_PART = "GS0402", "unknown-part", Error, "a type has no such part";
    MALFORMED_PART = "GS0403", "malformed-part", Error, "a text is no name of a type or part";
    RESERVED_TYPE_NAME = "GS0404", "reserved-type-name", Error, "a type has the name of a built-in type";
    DEFAULT_MISMATCH = "GS0405", "default-mismatch", Error, "the default of a variable does not fit its type";
    INVALID_JSON = "GS0406", "invalid-json", Error, "a sample or schema is not JSON";
    REPEATED_KEY = "GS0407", "repeated-json-key", Error, "a JSON object has the same property twice";
    INEXACT_NUMBER = "GS0408", "inexact-sample-number", Warning, "a sample has a number that JavaScript does not keep exactly";
    UNKNOWN_SCHEMA_KEYWORD = "GS0409", "unknown-schema-keyword", Error, "JSON Schema has no such keyword";
    UNSUPPORTED_SCHEMA = "GS0410", "unsupported-schema", Error, "a part of JSON Schema is not supported";
    WRONG_SCHEMA_VALUE = "GS0411", "wrong-schema-value", Error, "a keyword of JSON Schema has a wrong value";
    REQUIRED_UNKNOWN = "GS0412", "required-unknown-property", Error, "a schema requires a property that it does not have";
    UNRESOLVED_REFERENCE = "GS0413", "unresolved-reference", Error, "a `$ref` leads nowhere";
    ENDLESS_REFERENCE = "GS0414", "endless-reference", Error, "a schema nests without end";
    CONSTANT_WITHOUT_TYPE = "GS0415", "constant-without-type", Error, "a constant has no single type";
    INVALID_YAML = "GS0416", "invalid-yaml", Error, "a document is not YAML";
    NOT_OPENAPI = "GS0417", "not-openapi", Error, "a document is something else than OpenAPI";
    UNKNOWN_SCHEMA = "GS0418", "unknown-schema", Error, "an OpenAPI document has no schema of this name";
    UNKNOWN_OPERATION = "GS0419", "unknown-operation", Error, "an OpenAPI document has no such operation";
    NO_BODY = "GS0420", "no-json-body", Error, "an operation has no such JSON body";
    CONFLICTING_SCHEMAS = "GS0421", "conflicting-schemas", Error, "schemas that must all hold contradict each other";
    SAMPLE_MISMATCH = "GS0422", "sample-mismatch", Error, "a sample does not fit the schema beside it";
}
