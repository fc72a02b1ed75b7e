//! Any bytes as a diagram of Mermaid, as `tests/seeds/table.rs` has it.
#![no_main]

#[path = "../../tests/seeds/choose.rs"]
mod choose;
#[path = "../../tests/seeds/table.rs"]
mod table;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Err(fault) = table::holds_below("", bytes) {
        panic!("{fault}");
    }
});
