//! Codes of rules over the model.

use super::codes;

codes! {
    SECRET = "GS0701", "literal-secret", Error, "a secret is written into the manifest";
    API_BASE = "GS0702", "api-base-url", Error, "a base URL ends in `/api` and a path lacks it";
    CRON = "GS0703", "cron", Error, "a cron expression that the platform would not run";
    PER_USER = "GS0704", "per-user-schedule", Error, "a schedule for the static user reads per-user data";
    UNVERIFIED = "GS0705", "unverified-webhook", Warning, "anybody can call this webhook";
    COLLISION = "GS0706", "name-collision", Error, "two names become the same file, identifier or variable";
    TOO_MANY_ENVIRONMENTS = "GS0707", "too-many-environments", Error, "a project has at most five environments";
    TOO_LONG = "GS0708", "too-long", Error, "a run that is not durable can exceed thirty seconds";
    NO_FLOW = "GS0709", "no-flow", Error, "the manifest moves no data between systems";
    INPUT_WITHOUT_VALUE = "GS0710", "input-without-value", Error, "an input of a base URL has no value in an environment";
    VARIABLE_WITHOUT_VALUE = "GS0711", "variable-without-value", Error, "a required variable has no value in an environment";
    CASE_WITHOUT_VARIABLE = "GS0712", "case-without-variable", Error, "a case gives a variable that its mapping reads no value";
    SCOPE = "GS0713", "oauth-scope", Error, "an OAuth scope that cannot be set up";
    CASE_WITHOUT_EXPECTATION = "GS0714", "case-without-expectation", Error, "a case of a mapping expects nothing";
    WIDE_INTEGER = "GS0715", "wide-integer", Warning, "an id of 64 bits that comes as a number";
    SMOKE_UNHEARD = "GS0716", "smoke-unheard", Error, "a smoke call of a workflow that cannot be called";
    SMOKE_STATUS = "GS0717", "smoke-without-status", Error, "a smoke call of a guarded address does not say what comes back";
    SMOKE_CREDENTIAL = "GS0718", "smoke-credential", Error, "a smoke call holds the header by which it is checked";
}
