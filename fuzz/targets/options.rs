//! Any text as a file of options, as `tests/seeds/options.rs` has it.
#![no_main]

#[path = "../../tests/seeds/options.rs"]
mod options;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Err(fault) = options::holds(bytes) {
        panic!("{fault}");
    }
});
