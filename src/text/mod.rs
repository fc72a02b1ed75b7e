//! Text: from a string to lines whose width is known to the sub-pixel.
//!
//! One engine measures for layout and gives all writers the same glyphs: what is measured is what
//! is drawn. In: a string, a [`Style`], a measure. Out: [`Line`]s and [`Block`]s. This module knows
//! neither figures nor formats, and no font but those it is given.

mod block;
mod clean;
mod face;
mod font_search;
mod fonts;
mod ink_extent;
mod itemize;
mod line;
mod line_break;
mod memo;
#[cfg(test)]
#[path = "../../tests/support/remapped_font.rs"]
mod remapped;
mod shape;
mod typeset;

pub use block::{Block, Paragraph, Row};
pub(crate) use clean::is_noncharacter;
pub use face::{Face, FontData, PathStep};
pub use font_search::{Candidate, candidates, chosen, of_family};
pub use fonts::Fonts;
pub use memo::TextMemo;
pub use shape::{Breaks, Shaped};
pub use typeset::QuoteMarks;

use crate::geometry::Sub;
use std::ops::Range;

/// Strokes thick or thin; each has a face of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Weight 400.
    Regular,
    /// Weight 600.
    SemiBold,
}

/// How text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Style {
    /// Length of one em.
    pub size: Sub,
    /// Strokes thick or thin.
    pub weight: Weight,
}

/// A kind of text: how it is set and how far its lines stand apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextRole {
    /// How it is set.
    pub style: Style,
    /// Distance from baseline to baseline.
    pub leading: Sub,
}

impl TextRole {
    /// Where the baseline stands below the top of the line: ascenders and descenders share it
    /// about as 4 to 1.
    pub const fn baseline(self) -> Sub {
        (self.leading - self.style.size) / 2 + self.style.size * 4 / 5
    }
}

/// Which face of a [`Fonts`] glyphs belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(pub usize);

/// A glyph in its place; lengths are in units of its face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// The face's number for it; 0 is the box for a character that the face lacks.
    pub id: u32,
    /// First byte in the line's text of the cluster it stands for.
    pub cluster: usize,
    /// Distance to the next glyph's origin.
    pub advance: i32,
    /// Shift to the right of its own origin.
    pub dx: i32,
    /// Shift upwards of its own origin.
    pub dy: i32,
    /// Whether it would look or stand otherwise without what comes before it.
    pub is_joined: bool,
}

/// Glyphs of one face, one script and one direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The face.
    pub face: FaceId,
    /// The bytes of the line's text that it stands for.
    pub range: Range<usize>,
    /// Whether its script is Latin, or none.
    pub is_latin: bool,
    /// The glyphs from left to right.
    pub glyphs: Vec<Glyph>,
}

/// A line of text, shaped and measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The characters, in the order of reading.
    pub text: String,
    /// How it is set.
    pub style: Style,
    /// Whether its paragraph runs from right to left.
    pub is_rtl: bool,
    /// Its runs from left to right.
    pub runs: Vec<Run>,
    /// Its advance width, rounded up.
    pub width: Sub,
}
