//! The pictures in `output/` are those that the code draws.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at a surprise")]

use annals::{Format, Options, ReadOptions, Table, compose, read, write};
use std::fs;
use std::path::Path;

#[test]
fn the_pictures_of_the_seed_table_are_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = |name: &str| fs::read(root.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
    let table = file("data/pakistan-russia.csv");
    let Table { events, .. } = read(&table[..], &ReadOptions::default()).expect("a sound table");
    let config = String::from_utf8(file("data/pakistan-russia.toml")).expect("UTF-8");
    let options: Options = toml::from_str(&config).expect("a sound config");
    let (figure, notes) = compose(&events, &options).expect("a figure");
    assert_eq!(notes, []);
    for format in Format::ALL {
        let name = format!("output/pakistan-russia.{}", format.name());
        let drawn = write(&figure, format, &options).expect("a picture");
        assert!(drawn == file(&name), "{name} is stale; run the first command of the README");
    }
}
