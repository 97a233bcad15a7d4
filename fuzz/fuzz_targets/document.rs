//! See `document` in `tests/support/fuzz.rs`.

#![no_main]
#![allow(dead_code, reason = "each target uses one function")]

#[path = "../../tests/support/fuzz.rs"]
mod fuzz;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::document(bytes));
