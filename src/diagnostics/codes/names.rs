//! Codes of names and the graph.

use super::codes;

codes! {}
