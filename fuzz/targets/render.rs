//! Any small table with any options as a picture, as `tests/seeds/picture.rs` has it.
#![no_main]

#[path = "../../tests/seeds/choose.rs"]
mod choose;
#[path = "../../tests/seeds/picture.rs"]
mod picture;
#[allow(dead_code, reason = "other tests use the rest")]
#[path = "../../tests/support/xml.rs"]
mod xml;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/render/zip.rs"]
mod zip;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Err(fault) = picture::holds(bytes) {
        panic!("{fault}");
    }
});
