//! Draws a table in every format that this build has, into the folder for temporary files:
//! `cargo run --example render`

#![allow(clippy::print_stdout, reason = "it prints the names of the files")]

use annals::{FigureOptions, Format, ReadOptions, RenderOptions, compose, read_table, render};
use std::error::Error;

const TABLE: &str = "\
date,title,category
1957-10-04,Sputnik 1,Satellite
1961-04-12,Vostok 1,Crew
1969-07,Apollo 11,Crew
";

fn main() -> Result<(), Box<dyn Error>> {
    let table = read_table(TABLE.as_bytes(), &ReadOptions::default())?;
    let (figure, _) = compose(&table.events, &FigureOptions::default())?;
    for format in Format::ALL {
        let path = std::env::temp_dir().join("into-space").with_extension(format.name());
        std::fs::write(&path, render(&figure, format, &RenderOptions::default())?)?;
        println!("{} ({})", path.display(), format.media_type());
    }
    Ok(())
}
