//! What a layout costs, in sub-pixels of the height that one would give to be rid of it.
//!
//! All weights of the engine are here, each with its reason. They were tuned by looking at pictures
//! of 14 to 190 events. [`total`] is what the search for runs makes least; [`division`] weighs the
//! flags of a few events, of which only the sides are to be chosen.

use super::{Hang, Label, LabelPlace, List, Placement, Problem, Variant};
use crate::geometry::{Axis, PX, Sub};

/// A pixel of height costs as much as this many of the rest: pages are short, and a low figure
/// holds its labels near to their dates.
const HEIGHT: i64 = 4;
/// The same of the length of a vertical ruler, along which labels keep near to their dates.
const LENGTH: i64 = 1;
/// Sides of unequal height look unbalanced: a quarter of their difference.
const BALANCE: i64 = 1;
/// A label off its date is harder to follow; the first pixel costs a bend.
const BEND: i64 = 10 * PX as i64;
/// What a pixel away costs, in eighths, and as much again for every so many rows that hang on it.
const AWAY: i64 = 4;
/// The same of a list, which is taken for what is under it.
const LIST_AWAY: i64 = 10;
const AWAY_ROWS: usize = 6;
/// Beyond the right end all others must make way.
const OVER: i64 = 2;
/// A flag is read at its date, a row of a list by its own; several rows are as good as a flag.
const ROW: i64 = 10 * PX as i64;
/// A detail that a list leaves out is lost to the reader.
const DETAIL: i64 = 100 * PX as i64;
/// A list of one row has a bracket for nothing.
pub(super) const LONE: i64 = 30 * PX as i64;
/// A name that wraps in a list is slower to read.
const WRAPPED: i64 = 24 * PX as i64;
/// Events far apart have little to do with each other: a quarter of the length of a bracket.
const SPREAD: i64 = 4;
/// Brackets of one side that follow each other run together to the eye.
pub(super) const SAME_SIDE: i64 = 40 * PX as i64;
/// The eye must find a label that is over others, and its pole passes them: a sixth of its level.
const LEVEL: i64 = 6;
/// Text that hangs left of its pole is ragged on one side or begins far from it: the more lines, the worse. A
/// part of its height.
const HANG_LEFT: i64 = 4;
/// Beyond the room that there is nothing else counts.
const BEYOND: i64 = 64;
/// Columns of a side that are of unequal height: a sixteenth of what a list leaves free.
const UNEVEN: i64 = 16;
/// Up to so many events each gains as much by a lower figure; more of them gain by their number.
const FEW: i64 = 8;

/// How much higher flags at their dates may be than lists, in eighths, before lists are taken: a few
/// keep their details and their own dates, many are read in rows. So many are a few.
const HIGHER: [Sub; 2] = [12, 9];
const A_FEW: usize = 20;
/// The same against stacks, which leave their dates: poles at their dates pile up where it is dense;
/// too high, they are no longer read.
const HIGHER_STACKS: i64 = 12;

/// A leader of a chronicle that bends, and what each pixel costs that a row is off its mark, in
/// eighths: rows are read one by one, so that a leader need not be short, but should be straight.
const ROW_BEND: i64 = 8 * PX as i64;
const ROW_AWAY: i64 = 4;
/// So far off its mark a row costs twice of that: the farther, the more leaders run side by side.
const ROW_FAR: i64 = 20 * PX as i64;
/// A pixel of the length of a chronicle costs each event so many tenths: what is free between
/// rows holds them at their marks, and is empty.
const ROW_LENGTH: i64 = 1;
/// Time that is cut at a month, and not at the start of a year, is harder to find; at a day or a moment much
/// harder, and the headings of all columns tell days then.
const CUT: [i64; 4] = [0, 300 * PX as i64, 4000 * PX as i64, 8000 * PX as i64];
/// A page more than is needed: it gives rows air where all pages would be full to the last line.
pub(crate) const PAGE: i64 = 8_000 * PX as i64;
/// What is beyond a page must be turned or made smaller.
const OVER_PAGE: i64 = 8;

/// One scale for all columns is worth leaders that cost more by one part in so many, and by so much a row.
const ONE_SCALE: i64 = 4;
const ONE_SCALE_ROW: i64 = 2 * PX as i64;

/// The size of names in a report, in whose type all that follows was fitted.
const REPORT_EM: Sub = 23 * PX / 2;
/// Up to so many flags are seen at once; each more crowds the others.
const FLAGS: i64 = 15;
const FORM_CROWDED: i64 = 20;
/// A pixel beyond what the place has room for.
const FORM_OVER: i64 = 4;
/// Up to so many pixels a figure of flags is low. Beyond, its poles are towers with air between them, and
/// each pixel costs twice, by the share of events with flags.
const FORM_LOW: i64 = 264;
/// A label that the figure does not have: no other fault is as bad.
const FORM_LEFT_OUT: i64 = 1000;
/// A description that it does not have.
const FORM_UNDESCRIBED: i64 = 100;
/// A row of a list has to be matched with its mark by counting.
const FORM_LISTED: i64 = 16;
/// A list of one row has a bracket for nothing.
const FORM_LONE: i64 = 10;
/// Leaders of flags that run along the ruler are followed with a finger, side by side: so many pixels of
/// them are as bad as one of height.
const FORM_AWAY: i64 = 3;
/// A label of several lines left of its pole begins far from it.
const FORM_RAGGED: i64 = 8;
/// A line of a name that is broken into many.
const FORM_LONG: i64 = 12;
/// The eye goes back to the top of the next column, where the scale may be another.
const FORM_FOLD: i64 = 150;
/// Rows of short names that leave nearly half of the width empty, and more where they could be two columns:
/// so many are needed for that.
const FORM_EMPTY: i64 = 40;
const FORM_EMPTY_MANY: i64 = 100;
const FORM_EMPTY_ROWS: usize = 16;
/// Bent leaders that run side by side are slow to follow: a part of what they
/// cost the layout.
const FORM_BENDS: i64 = 24;
/// What a glance along a level ruler is worth, and how much of that each event takes away.
const FORM_GLANCE: i64 = 420;
const FORM_GLANCE_FADES: i64 = 18;

/// Of flags at their dates, the height of both sides against the mean distance from the ruler: most
/// of a height is empty where flags are few, so that it counts for less than in [`HEIGHT`], and one
/// far flag is worse than a figure a little higher.
const DIVISION_HEIGHT: i64 = 2;
const DIVISION_LEVEL: i64 = 4;
/// Neighbours on one side crowd each other where they could alternate.
const NEIGHBOURS: i64 = 3 * PX as i64;
/// Sides of unequal number look unbalanced.
const NUMBER: i64 = 4 * PX as i64;

/// What a flag costs by itself.
pub(super) fn flag(variant: &Variant, hang: Hang) -> i64 {
    let ragged = if hang == Hang::Left { i64::from(variant.size.h) / HANG_LEFT } else { 0 };
    i64::from(variant.cost) + ragged
}

/// What a flag costs that is over others at a level.
pub(super) fn level(level: Sub) -> i64 {
    i64::from(level) / LEVEL
}

/// What a row of a list costs by itself, set to a measure.
pub(super) fn row(label: &Label, measure: usize) -> i64 {
    if label.is_left_out {
        return 0;
    }
    let detail = if label.has_detail { DETAIL } else { 0 };
    let wrapped = if label.rows[measure].h > label.rows[0].h { WRAPPED } else { 0 };
    ROW + detail + wrapped
}

/// What a list costs whose dates are so far apart.
pub(super) fn spread(length: Sub) -> i64 {
    i64::from(length) / SPREAD
}

/// What it costs that the pole of a block of so many rows is so far from its dates.
pub(super) fn distance(away: Sub, rows: usize) -> i64 {
    let pixel = if rows > 1 { LIST_AWAY } else { AWAY };
    let weight = pixel * (1 + rows.div_ceil(AWAY_ROWS)) as i64;
    if away > 0 { BEND + i64::from(away) * weight / 8 } else { 0 }
}

/// What it costs that a row of a chronicle is so far off its mark.
pub(crate) fn row_away(away: Sub) -> i64 {
    let away = i64::from(away);
    if away > 0 { ROW_BEND + away * ROW_AWAY * (ROW_FAR + away) / ROW_FAR / 8 } else { 0 }
}

/// What the length of a chronicle of so many events costs.
pub(crate) fn chronicle_length(length: Sub, many: usize) -> i64 {
    i64::from(length) * ROW_LENGTH * (many as i64).max(FEW) / 10
}

/// What a cut of time between two pages costs that is so little round: 0 is the start of a year, 1 of
/// a month, 2 of a day.
pub(crate) fn page_cut(fineness: usize) -> i64 {
    CUT[fineness.min(CUT.len() - 1)]
}

/// What it costs to be so much higher than a page.
pub(crate) fn over_page(over: Sub, many: usize) -> i64 {
    i64::from(over) * OVER_PAGE * (many as i64).max(FEW) / 8
}

/// What it costs to reach beyond the right end before all blocks have settled.
pub(super) fn overflow(over: Sub) -> i64 {
    i64::from(over) * OVER
}

/// What a list costs that leaves so much of the cap free.
pub(super) fn uneven(free: Sub) -> i64 {
    i64::from(free) / UNEVEN
}

/// What the length of the ruler costs: nothing for a horizontal one, which is as long as the figure
/// is wide.
fn length(problem: &Problem) -> i64 {
    let many = (problem.labels.len() as i64).max(FEW);
    match problem.axis {
        Axis::Horizontal => 0,
        Axis::Vertical => i64::from(problem.right - problem.left) * LENGTH * many / FEW,
    }
}

/// What flags at their dates cost, of which these are above: by the height of both sides, and the
/// levels and costs of all flags.
pub(super) fn division(above: &[bool], height: Sub, levels: i64) -> i64 {
    let same = above.windows(2).filter(|pair| pair[0] == pair[1]).count() as i64;
    let up = above.iter().filter(|&&above| above).count() as i64;
    let count = above.len() as i64;
    side(height, levels, above.len()) + same * NEIGHBOURS + (2 * up - count).abs() * NUMBER
}

/// The same of sides of that height, of so many flags in all, whatever the other.
pub(super) fn side(height: Sub, levels: i64, count: usize) -> i64 {
    i64::from(height) * DIVISION_HEIGHT + levels * DIVISION_LEVEL / (count.max(1) as i64)
}

/// What the height of both sides costs: of the leaders' channels, and of the boxes over them.
pub(super) fn height(problem: &Problem, channels: [Sub; 2], heights: [Sub; 2]) -> i64 {
    let side = |side: usize| i64::from(channels[side]) + i64::from(heights[side]);
    // Each label gains by a lower figure.
    let many = (problem.labels.len() as i64).max(FEW);
    let (both, apart) = (side(0) + side(1), (side(0) - side(1)).abs());
    let beyond = problem.room.map_or(0, |room| (both - i64::from(room)).max(0));
    let height = match problem.axis {
        Axis::Horizontal => HEIGHT,
        // Beside a vertical ruler the room is given, and what there is may be used.
        Axis::Vertical => 0,
    };
    (both * height + apart * BALANCE + beyond * BEYOND) * many / FEW
}

/// What a placement costs: the less the better. Of blocks it is what the search has made least.
pub(super) fn total(problem: &Problem, placement: &Placement) -> i64 {
    let places = problem.labels.iter().zip(&placement.places);
    let alone = places.filter(|(_, place)| place.list.is_none());
    let flags = alone.map(|(label, place)| {
        let away = distance((place.pole - label.x).abs(), 1);
        flag(&label.variants[place.variant], place.hang) + level(place.level) + away
    });
    let lists = placement.lists.iter().map(|found| list(problem, found));
    let between = placement.places.windows(2).filter(|pair| is_crowded(&pair[0], &pair[1]));
    flags.sum::<i64>()
        + lists.sum::<i64>()
        + between.count() as i64 * SAME_SIDE
        + height(problem, placement.channels, placement.heights)
        + length(problem)
}

/// What a list costs in its place.
fn list(problem: &Problem, list: &List) -> i64 {
    let labels = &problem.labels[list.members.clone()];
    let rows = labels.iter().map(|label| row(label, list.measure)).sum::<i64>();
    let lone = if labels.len() == 1 { LONE } else { 0 };
    let length = labels[labels.len() - 1].x - labels[0].x;
    rows + lone + spread(length) + distance((list.pole - list.attach).abs(), labels.len())
}

/// Whether two labels that follow each other belong to two blocks of one side, of which one is a
/// list.
fn is_crowded(first: &LabelPlace, second: &LabelPlace) -> bool {
    first.side == second.side && first.list != second.list
}

/// A form of figure, as forms are weighed against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FormKind {
    /// Each event with a label at its date.
    Flags,
    /// Labels, and lists where it is dense.
    Lists,
    /// A row for each event beside a vertical ruler.
    Chronicle,
}

/// What a form makes of a table, as far as its readers care.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct FormReading {
    /// The events.
    pub(crate) many: usize,
    /// Those without a label.
    pub(crate) left_out: usize,
    /// Those whose description is not shown.
    pub(crate) undescribed: usize,
    /// Those without a label that nothing counts.
    pub(crate) uncounted: usize,
    /// Those in lists.
    pub(crate) listed: usize,
    /// Those alone in a list.
    pub(crate) lone: usize,
    /// Lines that names have beyond the third of a flag, or the second of a row of a list; that a
    /// text has beyond the first in a chronicle.
    pub(crate) long: usize,
    /// Flags of several lines left of their poles.
    pub(crate) ragged: usize,
    /// What the leaders of rows cost by [`row_away`].
    pub(crate) bends: i64,
    /// How far the poles of flags are from their marks, all together.
    pub(crate) away: i64,
    /// Columns beside the first.
    pub(crate) folds: usize,
    /// Whether nearly half of the width is empty.
    pub(crate) is_half_empty: bool,
    /// By how much the rows of a column are lower as descriptions are beside names. Forms are chosen as if
    /// they were under them, as they were for the readers whose choices the weights were fitted to.
    pub(crate) saved: Sub,
    /// The height of the figure, and the greatest that suits its place.
    pub(crate) height: Sub,
    pub(crate) page: Sub,
    /// The size of type of names.
    pub(crate) em: Sub,
}

/// Whether columns of so many rows are better on one scale, with leaders that cost so much there and so much
/// where each column has its own.
pub(crate) fn is_one_scale(alike: i64, own: i64, many: usize) -> bool {
    alike <= own + own / ONE_SCALE + ONE_SCALE_ROW * many as i64
}

/// What a form costs its readers, in pixels of height. Nine of ten readers prefer rows beside a
/// vertical ruler to lists, and flags to both as long as they are not many or full of sentences.
pub(crate) fn of_form(kind: FormKind, reading: &FormReading) -> i64 {
    let many = reading.many as i64;
    // As many as they would be in the type of a report.
    let em = i64::from(reading.em.max(1));
    let pixels = |length: Sub| i64::from(length) * i64::from(REPORT_EM) / em / i64::from(PX);
    let over = pixels((reading.height - reading.page).max(0));
    let height = pixels((reading.height + reading.saved).min(reading.page));
    let flags = many - reading.listed as i64;
    let towers = (height - FORM_LOW).max(0) * flags / many.max(1);
    let height = match kind {
        // Rows are read one by one: how many of them there are below matters little.
        FormKind::Chronicle => least_of_rows(reading.many) + height / 2,
        FormKind::Flags => height + towers + (many - FLAGS).max(0) * FORM_CROWDED,
        FormKind::Lists => height + towers,
    };
    let empty = if reading.many < FORM_EMPTY_ROWS { FORM_EMPTY } else { FORM_EMPTY_MANY };
    height
        + over * FORM_OVER
        + reading.left_out as i64 * FORM_LEFT_OUT
        + reading.undescribed as i64 * FORM_UNDESCRIBED
        + reading.listed as i64 * FORM_LISTED
        + reading.lone as i64 * FORM_LONE
        + reading.ragged as i64 * FORM_RAGGED
        + reading.long as i64 * FORM_LONG
        + reading.away * i64::from(REPORT_EM) / em / i64::from(PX) / FORM_AWAY
        + reading.bends * i64::from(REPORT_EM) / em / i64::from(PX) / FORM_BENDS
        + reading.folds as i64 * FORM_FOLD
        + i64::from(reading.is_half_empty) * empty
}

/// What a chronicle of so many events costs at least: a few are seen at a glance along a level
/// ruler, with more of them that fades.
pub(crate) fn least_of_rows(many: usize) -> i64 {
    (FORM_GLANCE - many as i64 * FORM_GLANCE_FADES).max(0)
}

/// The same of one in so many columns.
pub(crate) fn least_of_folds(many: usize, columns: usize) -> i64 {
    least_of_rows(many) + columns.saturating_sub(1) as i64 * FORM_FOLD
}

/// Whether flags of that height are too high to be taken before lists.
pub(super) fn is_higher_than_lists(flags: Sub, lists: Sub, count: usize) -> bool {
    flags > lists / 8 * HIGHER[usize::from(count > A_FEW)]
}

/// Whether flags of that height are too high to be taken before stacks.
pub(super) fn is_higher_than_stacks(flags: Sub, stacks: Sub) -> bool {
    i64::from(stacks) * HIGHER_STACKS / 8 < i64::from(flags)
}
