//! Any small table with any options as a picture, as `tests/seeds/picture.rs` has it.
#![no_main]

#[path = "../../tests/seeds/choose.rs"]
mod choose;
#[path = "../../tests/seeds/picture.rs"]
mod picture;
#[path = "../../tests/support/xml.rs"]
mod xml;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Err(fault) = picture::holds(bytes) {
        panic!("{fault}");
    }
});
