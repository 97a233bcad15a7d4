//! Codes of rules over the model.

use super::codes;

codes! {}
