//! Codes of scope, set-up and deployment.

use super::codes;

codes! {
    REFUSED_CALL = "GS0801", "refused-call", Error, "a value that the platform's command line cannot be given";
}
