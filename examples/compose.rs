//! Composes a figure of events that come from no table, and prints what it shows:
//! `cargo run --example compose`

#![allow(clippy::print_stdout, reason = "it prints the description")]
#![allow(
    clippy::field_reassign_with_default,
    reason = "the options are not exhaustive outside of the library"
)]

use annals::options::{BreakChoice, MarkerOption};
use annals::{Event, FigureOptions, compose};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut exhibition = Event::new("1851-05-01".parse()?, "Great Exhibition opens");
    exhibition.end = Some("1851-10-11".parse()?);
    exhibition.detail = Some("Six million visitors in a palace of glass".into());
    let events = [
        exhibition,
        Event::new("c. 1862".parse()?, "Work begins on a new museum"),
        Event::new("1909-06".parse()?, "The museum opens"),
    ];

    let mut options = FigureOptions::default();
    options.title = Some("From a fair to a museum".into());
    options.width = Some("165mm".parse()?);
    options.breaks = vec![BreakChoice::Auto];
    options.markers = vec![MarkerOption { name: "Fire".into(), date: "1936-11-30".parse()? }];

    let (figure, notes) = compose(&events, &options)?;
    println!("{}", figure.description);
    for note in &notes {
        println!("note: {note}");
    }
    Ok(())
}
