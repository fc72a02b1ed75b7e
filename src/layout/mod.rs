//! Label placement: boxes in, places out.
//!
//! A [`Problem`] holds labels in the order of time, each with the place of its mark and the sizes
//! it may take. A [`Placement`] says for each on which side of the ruler it is, where its pole
//! rises and how far away its box begins. This module knows neither dates nor fonts nor plotters.
//! Distances are measured away from the ruler on either side, so that one method serves both.
//! An independent [`crate::check`] proves its figures and shares no code with it.

pub mod combs;
pub(crate) mod cost;
mod fallback_stacks;
mod flag_sides;
mod flags;
pub mod folds;
pub mod lane_rows;
mod leader_tracks;
pub mod rows;
mod runs;
#[cfg(test)]
mod tests;

use crate::geometry::{Axis, Size, Sub};
use crate::options::{Effort, LabelStyle};

/// On which side of the ruler a label is.
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
    /// LabelPlace of its mark on the ruler.
    pub x: Sub,
    /// The sizes it may take as a flag; one or more.
    pub variants: Vec<Variant>,
    /// The size of its row in a list for each measure, the widest first; as many for all labels.
    pub rows: Vec<Size>,
    /// The same without its date, for a list that gives one date for all.
    pub bare: Vec<Size>,
    /// The size of its date as the head of such a list.
    pub head: Size,
    /// Whether it gives the same date as the label before it.
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
    /// Where the first pole with its text on the right may be.
    pub first_pole: Sub,
    /// Where the last pole with its text on the left may be.
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
    /// Along which axis the ruler is: along a vertical one the rows of a list follow each other along
    /// the ruler, and height is the room beside it. The sizes of flags come as their extents along
    /// the ruler and across, those of rows as width and height.
    pub axis: Axis,
    /// What labels may be placed as.
    pub style: LabelStyle,
    /// Whether labels stand above the ruler alone, as flags.
    pub is_above: bool,
    /// How long to search.
    pub effort: Effort,
}

impl Problem {
    /// Whether a placement is no higher than the room.
    fn holds(&self, placement: &Placement) -> bool {
        self.room.is_none_or(|room| placement.height() <= room)
    }
}

/// Where a label is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LabelPlace {
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

impl LabelPlace {
    /// Where all labels are taken to be before they are placed.
    const START: LabelPlace = LabelPlace {
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

/// Where all labels are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    /// One for each label, in their order.
    pub places: Vec<LabelPlace>,
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

/// Places every label: at its date where that is possible, in lists where it is dense, else on
/// poles that leave their dates. A placement may be higher than the room: then none was found that
/// is not.
///
/// # Errors
///
/// [`TooNarrow`] when no placement at all was found.
pub fn place(problem: &Problem) -> Result<Placement, TooNarrow> {
    if problem.axis == Axis::Vertical {
        return place_along_vertical(problem);
    }
    if problem.is_above {
        return flags_or_stacks(problem, flag_sides::flags_above(problem));
    }
    // Only a list can count what it leaves out.
    let has_all = problem.labels.iter().all(|label| !label.is_left_out);
    if problem.style == LabelStyle::Lists || !has_all {
        return runs::place(problem).map_or_else(|| fallback_stacks::place(problem), Ok);
    }
    let flags = flag_sides::best_flags(problem);
    let is_few = problem.labels.len() <= flag_sides::FEW;
    match flags {
        Some(flags) if is_few && problem.holds(&flags) => Ok(flags),
        flags if problem.style == LabelStyle::Auto => flags_or_lists(problem, flags),
        flags => flags_or_stacks(problem, flags),
    }
}

/// Lists and flags along a horizontal ruler as they would be on one so many hundredths as long.
pub(crate) fn place_as_shorter(problem: &Problem, hundredths: Sub) -> Option<Placement> {
    runs::place_as_shorter(problem, hundredths)
}

/// The placement along a vertical ruler: texts are as wide there as they are low along a horizontal
/// one, so that leaders bend anyway, and neither flags at their dates nor stacks are of use.
fn place_along_vertical(problem: &Problem) -> Result<Placement, TooNarrow> {
    let needed = 2 * (problem.right - problem.left);
    runs::place(problem).ok_or(TooNarrow { needed })
}

/// Flags at their dates where they are hardly higher than lists, else lists.
fn flags_or_lists(problem: &Problem, flags: Option<Placement>) -> Result<Placement, TooNarrow> {
    let Some(lists) = runs::place(problem) else { return flags_or_stacks(problem, flags) };
    let count = problem.labels.len();
    let is_low = |flags: &Placement| {
        let (flags_height, height) = (flags.height(), lists.height());
        let is_few = count <= flag_sides::FEW;
        (is_few || !cost::is_higher_than_lists(flags_height, height, count))
            && (problem.holds(flags) || flags_height <= height)
    };
    Ok(flags.filter(is_low).unwrap_or(lists))
}

/// Flags at their dates where they are not much higher than stacks, else stacks.
fn flags_or_stacks(problem: &Problem, flags: Option<Placement>) -> Result<Placement, TooNarrow> {
    let stacks = fallback_stacks::place(problem);
    match (flags, stacks) {
        (Some(flags), Ok(stacks))
            if cost::is_higher_than_stacks(flags.height(), stacks.height()) =>
        {
            Ok(stacks)
        }
        (Some(flags), _) => Ok(flags),
        (None, stacks) => stacks,
    }
}
