//! A bare pass over a table, the least that any reader of it must do: each row is read into a
//! `csv::ByteRecord` and dropped.
//!
//! `cargo bench --bench bare_pass --no-run` builds it for `benches/engines.py`. Its argument is the path of a table.

#![allow(clippy::print_stdout, reason = "the number of rows is printed")]

use csv::{ByteRecord, ReaderBuilder};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    // `cargo bench` adds an option of its own.
    let Some(path) = std::env::args().skip(1).find(|argument| !argument.starts_with('-')) else {
        return Ok(());
    };
    let mut reader = ReaderBuilder::new().from_path(path)?;
    let (mut row, mut rows) = (ByteRecord::new(), 0_u64);
    while reader.read_byte_record(&mut row)? {
        rows += 1;
    }
    println!("{rows} rows");
    Ok(())
}
