//! Codes of types.

use super::codes;

codes! {}
