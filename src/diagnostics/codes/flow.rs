//! Codes of triggers and steps.

use super::codes;

codes! {}
