//! Label placement: boxes in, places out.
//!
//! A [`Problem`] holds labels in the order of time, each with the place of its mark and the sizes
//! it may take. A [`Placement`] says for each on which side of the ruler it stands, where its pole
//! rises and how far away its box begins. This room knows neither dates nor fonts nor plotters.
//! Distances are measured away from the ruler on either side, so that one method serves both.
//! An independent [`crate::check`] sits beside it and shares no code with it.

mod blocks;
mod cost;
mod flags;
pub mod lanes;
mod sides;
mod stacks;
mod tables;
#[cfg(test)]
mod tests;
mod tracks;

use crate::geometry::{Size, Sub};
use crate::options::{Effort, LabelStyle};

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
    /// The sizes it may take as a flag; one or more.
    pub variants: Vec<Variant>,
    /// The size of its row in a list for each measure, the widest first; as many for all labels.
    pub rows: Vec<Size>,
    /// The same without its date, for a list that tells one date for all.
    pub bare: Vec<Size>,
    /// The size of its date as the head of such a list.
    pub head: Size,
    /// Whether it tells the same date as the label before it.
    pub is_same: bool,
    /// Whether a row leaves out a detail that a flag has.
    pub has_detail: bool,
    /// Whether it is left out: it is a part of a list that has no row for it, but counts it in one
    /// row for all that it leaves out.
    pub is_left_out: bool,
}

impl Label {
    /// The width of its widest flag.
    fn widest(&self) -> Sub {
        self.variants.iter().map(|variant| variant.size.w).max().unwrap_or(0)
    }
}

/// What is to be placed, and into what. Along the ruler is left and right, away from it height.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Left end of the room.
    pub left: Sub,
    /// Where the first pole with its text on the right may stand.
    pub first_pole: Sub,
    /// Where the last pole with its text on the left may stand.
    pub last_pole: Sub,
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
    /// Distance of the bracket of a list from the ruler's base.
    pub bracket: Sub,
    /// How far beyond its dates a bracket may reach: half a mark.
    pub slack: Sub,
    /// Room of a list besides its rows: from the pole to them, and free beyond them.
    pub edge: Sub,
    /// Room between two columns of a list.
    pub column_gap: Sub,
    /// The last row of a list that leaves labels out.
    pub more: Size,
    /// Height that both sides may take; none if they may take what they need.
    pub room: Option<Sub>,
    /// Whether time runs downwards: the rows of a list then follow each other along the ruler, and
    /// height is the room beside it. The sizes of flags come with their extents exchanged, those of
    /// rows do not.
    pub is_upright: bool,
    /// What labels may be placed as.
    pub style: LabelStyle,
    /// How long to search.
    pub effort: Effort,
}

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Over or under the ruler.
    pub side: Side,
    /// Which of the label's sizes it takes; in a list the measure of its row.
    pub variant: usize,
    /// Where the pole rises.
    pub pole: Sub,
    /// To which side of the pole the text hangs.
    pub hang: Hang,
    /// From the base of its side to the near edge of the box.
    pub level: Sub,
    /// From the ruler's base to the run of the leader across, where it leaves its date.
    pub track: Sub,
    /// The list that it is a row of, by place in the placement.
    pub list: Option<usize>,
}

impl Place {
    /// Where all labels are taken to stand before they are placed.
    const START: Place = Place {
        side: Side::Above,
        variant: 0,
        pole: 0,
        hang: Hang::Right,
        level: 0,
        track: 0,
        list: None,
    };
}

/// A list: a run of labels in time as rows under each other, that share a pole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// Over or under the ruler.
    pub side: Side,
    /// Its labels, by place in the problem.
    pub members: std::ops::Range<usize>,
    /// Which of the measures its rows are set to.
    pub measure: usize,
    /// In how many columns; the first ones are full.
    pub columns: usize,
    /// Whether its one date stands over its rows, which are bare.
    pub is_headed: bool,
    /// Where its leader leaves the bracket: over its dates, or within [`Problem::slack`] of them.
    pub attach: Sub,
    /// Where the pole rises, at the left edge of the box.
    pub pole: Sub,
    /// From the ruler's base to the run of the leader across, where the pole leaves the dates.
    pub track: Sub,
    /// The box: the pole at the left edge, free room at the right.
    pub size: Size,
}

/// Where all labels stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    /// One for each label, in their order.
    pub places: Vec<Place>,
    /// The lists, in the order of time.
    pub lists: Vec<List>,
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

/// What a placement of a problem costs, in the unit of lengths: the less the better. Costs of two
/// problems cannot be compared.
pub fn cost(problem: &Problem, placement: &Placement) -> i64 {
    cost::total(problem, placement)
}

/// How much higher flags may be than lists, in eighths, before lists are taken: a few keep their
/// details and their own dates, many are read in rows.
const HIGHER: [Sub; 2] = [12, 9];
/// So many are a few.
const A_FEW: usize = 20;

/// Places every label: at its date where that is possible, in lists where it is dense, else on
/// poles that leave their dates. A placement may be higher than the room: then none was found that
/// is not.
pub fn place(problem: &Problem) -> Result<Placement, TooNarrow> {
    if problem.is_upright {
        let needed = 2 * (problem.right - problem.left);
        return blocks::place(problem).ok_or(TooNarrow { needed });
    }
    let stacks = || stacks::place(problem);
    // Only a list can count what it leaves out.
    let has_all = problem.labels.iter().all(|label| !label.is_left_out);
    if problem.style == LabelStyle::Lists || !has_all {
        return blocks::place(problem).map_or_else(stacks, Ok);
    }
    let fits = |placement: &Placement| problem.room.is_none_or(|room| placement.height() <= room);
    let flags = sides::best_flags(problem);
    let is_few = problem.labels.len() <= sides::FEW;
    if let Some(flags) = flags.clone().filter(|flags| is_few && fits(flags)) {
        return Ok(flags);
    }
    if problem.style == LabelStyle::Auto
        && let Some(blocks) = blocks::place(problem)
    {
        let higher = HIGHER[usize::from(problem.labels.len() > A_FEW)];
        let is_low = |flags: &Placement| {
            (is_few || flags.height() <= blocks.height() / 8 * higher)
                && (fits(flags) || flags.height() <= blocks.height())
        };
        return Ok(flags.filter(is_low).unwrap_or(blocks));
    }
    match flags {
        // Poles at their dates pile up where it is dense; too high, they are no longer read.
        Some(flags) => match stacks() {
            Ok(stacks) if stacks.height() * 3 / 2 < flags.height() => Ok(stacks),
            _ => Ok(flags),
        },
        None => stacks(),
    }
}
