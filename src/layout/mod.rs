//! Label placement: boxes in, places out.
//!
//! A [`Problem`] holds labels in the order of time, each with the place of its mark and the sizes
//! it may take. A [`Placement`] says for each on which side of the ruler it stands, where its pole
//! rises and how far away its box begins. This room knows neither dates nor fonts nor plotters.
//! Distances are measured away from the ruler on either side, so that one method serves both.
//! An independent [`check`] sits beside it and shares no code with it.

pub mod check;
mod flags;
mod sides;
mod stacks;
#[cfg(test)]
mod tests;

use crate::geom::{Size, Sub};

/// On which side of the ruler a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Over the ruler.
    Above,
    /// Under the ruler.
    Below,
}

impl Side {
    /// Both, in order.
    pub const BOTH: [Side; 2] = [Side::Above, Side::Below];

    /// The other one.
    pub const fn other(self) -> Side {
        match self {
            Side::Above => Side::Below,
            Side::Below => Side::Above,
        }
    }
}

/// To which side of its pole the text of a label hangs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hang {
    /// The pole is at the left edge of the box.
    Right,
    /// The pole is at the right edge of the box.
    Left,
}

/// A size that a label may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The box: the pole at one edge, free room at the other.
    pub size: Size,
    /// How much less it is liked than the best, as a length.
    pub cost: Sub,
}

/// A label to be placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Place of its mark on the ruler.
    pub x: Sub,
    /// The sizes it may take; one or more.
    pub variants: Vec<Variant>,
}

/// What is to be placed, and into what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Left end of the room.
    pub left: Sub,
    /// Right end of the room.
    pub right: Sub,
    /// The labels, by growing x.
    pub labels: Vec<Label>,
    /// Least distance of two poles of one side that do not share their date.
    pub pole_step: Sub,
    /// Distance of two tracks of leaders.
    pub track: Sub,
    /// Free room between a label and one farther out.
    pub gap: Sub,
}

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Over or under the ruler.
    pub side: Side,
    /// Which of the label's sizes it takes.
    pub variant: usize,
    /// Where the pole rises.
    pub pole: Sub,
    /// To which side of the pole the text hangs.
    pub hang: Hang,
    /// From the base of its side to the near edge of the box.
    pub level: Sub,
    /// From the ruler's base to the run of the leader across, where it leaves its date.
    pub track: Sub,
}

/// Where all labels stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    /// One for each label, in their order.
    pub places: Vec<Place>,
    /// Room that leaders run across in, between the ruler and the nearest boxes: above, below.
    pub channels: [Sub; 2],
    /// Height of the boxes over the channel: above, below.
    pub heights: [Sub; 2],
}

impl Placement {
    /// Height of both sides.
    pub fn height(&self) -> Sub {
        self.channels.iter().chain(&self.heights).sum()
    }
}

/// The labels cannot be placed in the room given, in any way that this engine knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooNarrow {
    /// A width that suffices.
    pub needed: Sub,
}

/// Places every label: at its date where that is possible, else on poles that leave their dates.
pub fn place(problem: &Problem) -> Result<Placement, TooNarrow> {
    let flags = sides::best_flags(problem);
    let stacks = || stacks::place(problem);
    match flags {
        Some(flags) if problem.labels.len() <= sides::FEW => Ok(flags),
        // Poles at their dates pile up where it is dense; too high, they are no longer read.
        Some(flags) => match stacks() {
            Ok(stacks) if stacks.height() * 3 / 2 < flags.height() => Ok(stacks),
            _ => Ok(flags),
        },
        None => stacks(),
    }
}
