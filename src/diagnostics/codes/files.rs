//! Codes of files on disk.

use super::codes;

codes! {}
