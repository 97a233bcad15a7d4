//! Codes of TOML syntax.

use super::codes;

codes! {}
