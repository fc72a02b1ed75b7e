//! A figure in any font, as `tests/seeds/font.rs` has it.
#![no_main]

#[path = "../../tests/seeds/font.rs"]
mod font;
#[allow(dead_code, reason = "tests use the rest")]
#[path = "../../tests/support/remapped_font.rs"]
mod remapped_font;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Err(fault) = font::holds(bytes) {
        panic!("{fault}");
    }
});
