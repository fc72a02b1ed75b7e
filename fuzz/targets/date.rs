//! Any text as a date, as `tests/dates/proof.rs` has it.
#![no_main]

#[path = "../../tests/dates/proof.rs"]
mod proof;

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Err(fault) = proof::holds(text) {
        panic!("{fault}");
    }
});
