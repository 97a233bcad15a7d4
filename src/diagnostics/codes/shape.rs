//! Codes of the shape of the manifest.

use super::codes;

codes! {}
