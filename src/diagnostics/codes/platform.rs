//! Codes of scope, set-up and deployment.

use super::codes;

codes! {}
