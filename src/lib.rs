//! Draws a table of dated events as an annotated timeline: SVG, PNG and PDF, ready for print.
//!
//! Three verbs do it all: [`read()`] a table into events, [`compose()`] a figure of them, [`render()`]
//! the figure in a format.
//!
//! ```
//! use annals::{Format, Options, ReadOptions, Table, compose, read, render};
//!
//! let csv = "date,title\n1957-10-04,Sputnik 1\n1961-04-12,Vostok 1\n1969-07,Apollo 11\n";
//! let options = Options { title: Some("Into space".into()), ..Options::default() };
//! let Table { events, .. } = read(csv.as_bytes(), &ReadOptions::default())?;
//! let (figure, _notes) = compose(&events, &options)?;
//! let svg = render(&figure, Format::Svg, &options)?;
//! assert!(svg.starts_with(b"<?xml"));
//! # Ok::<(), annals::Error>(())
//! ```
//!
//! The modules are rooms in one direction of flow; each uses only those before it: [`error`] and
//! [`geometry`], [`date`], [`event`], [`text`], [`theme`], [`options`], [`mod@read`], [`time`],
//! [`layout`], [`check`], [`figure`], [`mod@compose`], [`draw`], [`mod@render`], and [`cli`] last. The library reads no clock,
//! no environment and no file but through a reader handed in; only [`cli`] opens files.

pub mod check;
pub mod cli;
pub mod compose;
pub mod date;
pub mod draw;
pub mod error;
pub mod event;
pub mod figure;
pub mod geometry;
pub mod layout;
mod number;
pub mod options;
pub mod read;
pub mod render;
pub mod text;
pub mod theme;
pub mod time;

pub use compose::{compose, compose_with};
pub use date::{Date, DateError};
#[cfg(feature = "plotters-area")]
pub use draw::Timeline;
pub use error::{Error, Fault, FaultKind, Message, Note, Part, Result, Setting};
pub use event::Event;
pub use figure::Figure;
pub use options::Options;
pub use read::{ReadOptions, Table, read};
pub use render::Format;

/// Draws a figure and writes it in `format`, by the options that concern the writing.
///
/// # Errors
///
/// [`Error::Options`] for a picture larger than a format holds, [`Error::Internal`] for a fault
/// of a library below.
pub fn render(figure: &Figure, format: Format, options: &Options) -> Result<Vec<u8>> {
    render::encode(&draw::draw(figure), format, &render::RenderOptions::from(options))
}
