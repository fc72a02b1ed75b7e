//! Any bytes as a workbook or a part of one, as `tests/seeds/workbook.rs` has it.
#![no_main]

#[path = "../../tests/seeds/choose.rs"]
mod choose;
#[path = "../../tests/seeds/workbook.rs"]
mod workbook;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/render/zip.rs"]
mod zip;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Err(fault) = workbook::holds(bytes) {
        panic!("{fault}");
    }
});
