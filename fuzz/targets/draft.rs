//! Any text as an article, as `tests/draft/holds.rs` has it.
#![no_main]

#[path = "../../tests/draft/holds.rs"]
mod holds;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    holds::holds(&String::from_utf8_lossy(bytes));
});
