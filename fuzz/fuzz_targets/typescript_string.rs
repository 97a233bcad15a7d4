//! See `typescript_string` in `tests/support/fuzz.rs`.

#![no_main]
#![allow(dead_code, reason = "each target uses one function")]

#[path = "../../tests/support/fuzz.rs"]
mod fuzz;

libfuzzer_sys::fuzz_target!(|text: &str| fuzz::typescript_string(text));
