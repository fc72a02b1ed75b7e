//! Any text as a house style, as `tests/seeds/house.rs` has it.
#![no_main]

#[path = "../../tests/seeds/house.rs"]
mod house;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Err(fault) = house::holds(bytes) {
        panic!("{fault}");
    }
});
