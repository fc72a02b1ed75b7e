//! Reads a table and prints its events, or every fault with its place:
//! `cargo run --example read < events.csv`

#![allow(clippy::print_stdout, reason = "it prints what it read")]
#![allow(
    clippy::field_reassign_with_default,
    reason = "the options are not exhaustive outside of the library"
)]

use annals::{ReadOptions, Result, read_table};

fn main() -> Result<()> {
    let mut options = ReadOptions::default();
    options.name = "standard input".into();
    let table = read_table(std::io::stdin().lock(), &options)?;
    for event in &table.events {
        println!("{}  {}", event.start, event.name);
    }
    for note in &table.notes {
        println!("note: {note}");
    }
    Ok(())
}
