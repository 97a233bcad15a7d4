//! Codes of expressions and mappings.

use super::codes;

codes! {}
