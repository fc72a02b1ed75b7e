//! Draws a table of dated events as an annotated timeline: SVG, PNG and PDF, ready for
//! print, pages of HTML and slides.
//!
//! Three verbs do it all: [`read_table`] reads a table into events, [`compose`] makes a figure of
//! them, and [`render`] gives the figure in a format. A chronicle of several pages has verbs of its own,
//! [`compose_pages`] and [`render_pages`].
//!
//! ```
//! use annals::{FigureOptions, Format, ReadOptions, RenderOptions, compose, read_table, render};
//!
//! let csv = "date,title\n1957-10-04,Sputnik 1\n1961-04-12,Vostok 1\n1969-07,Apollo 11\n";
//! let table = read_table(csv.as_bytes(), &ReadOptions::default())?;
//!
//! let mut options = FigureOptions::default();
//! options.title = Some("Into space".into());
//! let (figure, _notes) = compose(&table.events, &options)?;
//!
//! let svg = render(&figure, Format::Svg, &RenderOptions::default())?;
//! assert!(svg.starts_with(b"<?xml"));
//! # Ok::<(), annals::Error>(())
//! ```
//!
//! The modules have one direction: each uses only those before it. The library reads no clock, no
//! environment and no file but through a reader handed in; only the command opens files.

#![cfg_attr(
    not(all(feature = "internals", feature = "cli", feature = "png", feature = "pdf")),
    allow(dead_code, unreachable_pub, unused_imports, reason = "for other features, or tools")
)]

#[cfg(not(feature = "internals"))]
mod check;
#[cfg(not(feature = "internals"))]
mod compose;
#[cfg(not(feature = "internals"))]
mod date;
pub mod draft;
#[cfg(not(feature = "internals"))]
mod draw;
#[cfg(not(feature = "internals"))]
mod error;
#[cfg(not(feature = "internals"))]
mod event;
#[cfg(not(feature = "internals"))]
mod figure;
#[cfg(not(feature = "internals"))]
mod geometry;
#[cfg(not(feature = "internals"))]
mod layout;
mod number;
pub mod options;
#[cfg(not(feature = "internals"))]
mod read;
#[cfg(not(feature = "internals"))]
mod render;
#[cfg(feature = "options-file")]
pub mod settings;
#[cfg(not(feature = "internals"))]
mod summary;
#[cfg(not(feature = "internals"))]
mod text;
#[cfg(not(feature = "internals"))]
mod theme;
#[cfg(not(feature = "internals"))]
mod time;
mod word_index;
#[cfg(not(feature = "internals"))]
mod words;

#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod check;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod compose;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod date;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod draw;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod error;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod event;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod figure;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod geometry;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod layout;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod read;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod render;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod summary;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod text;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod theme;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod time;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod words;

pub use compose::{compose, compose_pages};
pub use date::{Date, DateError};
#[cfg(feature = "plotters-area")]
pub use draw::Timeline;
pub use error::{
    Code, Error, Excerpt, Fault, Message, MessagePart, Note, Result, Setting, is_hidden, quoted,
};
pub use event::Event;
pub use figure::Figure;
pub use options::FigureOptions;
pub use read::{ReadOptions, Role, Table, read as read_table, read_rows};
pub use render::{Format, RenderOptions};

/// What hosts need besides the public items: the command and those in `hosts`.
#[cfg(feature = "options-file")]
#[doc(hidden)]
pub mod host {
    pub use crate::compose::missing;
    pub use crate::draw::{Link, draw, families};
    pub use crate::error::{SHOWN, guarded, meant, nearest};
    pub use crate::event::Kind;
    pub use crate::geometry::{Size, px, to_px};
    pub use crate::read::{DateCell, TableInput, dates, read_for, roles, words_of};
    pub use crate::render::{readable, zipped};
    pub use crate::text::{Candidate, Fonts, Weight, candidates, chosen, of_family};
    pub use crate::theme::{ThemeValue, theme_keys};
}

/// Draws a figure and encodes it in `format`.
///
/// # Errors
///
/// [`Error::Options`] for a picture larger than a format holds, [`Error::Internal`] for a fault
/// of a library below.
pub fn render(figure: &Figure, format: Format, options: &RenderOptions) -> Result<Vec<u8>> {
    let mut picture = draw::draw(figure);
    if format.has_widths() {
        picture.others = compose::in_other_widths(figure).iter().map(draw::draw).collect();
    }
    render::encode(&picture, format, options)
}

/// Draws the pages of a figure and encodes them as one file, for a format that
/// [holds several](Format::has_pages).
///
/// ```
/// use annals::{FigureOptions, Format, ReadOptions, RenderOptions};
/// use annals::{compose_pages, read_table, render_pages};
///
/// let rows: String = (0..120).map(|n| format!("{},Event {n}\n", 1900 + n)).collect();
/// let table = read_table(format!("date,title\n{rows}").as_bytes(), &ReadOptions::default())?;
/// let (pages, _notes) = compose_pages(&table.events, &FigureOptions::default())?;
/// assert!(pages.len() > 1);
/// # #[cfg(feature = "pdf")]
/// let pdf = render_pages(&pages, Format::Pdf, &RenderOptions::default())?;
/// # Ok::<(), annals::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`render`], and [`Error::Options`] for several pages in a format that holds one.
pub fn render_pages(pages: &[Figure], format: Format, options: &RenderOptions) -> Result<Vec<u8>> {
    match pages {
        [figure] => render(figure, format, options),
        pages => {
            let pictures: Vec<draw::Picture> = pages.iter().map(draw::draw).collect();
            render::encode_pages(&pictures, format, options)
        }
    }
}
