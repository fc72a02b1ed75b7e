//! Time: calendar intervals, the scale from instants to places, and the ruler that is read.
//!
//! In: the extent of the data. Out: a [`TimeAxis`], the scale with the rows of its ruler. Text comes
//! in only as widths. Lengths are in sub-pixels.

mod axis_breaks;
mod bins;
mod domain;
mod interval;
mod options;
mod plotters;
mod scale;
mod tick_candidates;
mod tick_choice;
mod tick_labels;
mod tick_rows;
mod tick_spans;

pub use axis_breaks::{empty_stretches, longest_stretch, stretch_words};
pub use bins::{BinRoom, Bins};
pub use domain::{AxisBreak, Domain, MOST_BREAKS};
pub use interval::{Interval, LogAges, PRESENT, Unit};
pub use options::RulerOptions;
pub use scale::Scale;
pub use tick_rows::{TickCell, TickRow};

use crate::date::{DateStyle, Instant, Known, Precision};
use crate::error::Message;
use crate::geometry::{Axis, Sub, to_px};
use crate::words::Words;

/// What a ruler has to fit into.
pub struct RulerRoom<'a> {
    /// Extent of the domain along the axis.
    pub width: Sub,
    /// The direction that time runs in.
    pub axis: Axis,
    /// One em of the labels.
    pub em: Sub,
    /// The finest exactness in the data; cells are no finer.
    pub finest: Precision,
    /// Whether time is counted in ages, back from the present.
    pub is_ages: bool,
    /// Whether the data speak in quarters, halves or fiscal years.
    pub has_year_parts: bool,
    /// Whether the data are clock times of a day that is not said, so that the ruler names none.
    pub is_dayless: bool,
    /// The zone of clock times in seconds east of UTC, if the ruler is to name it.
    pub zone: Option<i32>,
    /// What was asked for.
    pub options: RulerOptions,
    /// The language and the form of dates.
    pub dates: DateStyle,
    /// The figure's own words in that language.
    pub words: &'static Words,
    /// What a label takes along the axis.
    pub measure: &'a dyn Fn(&str) -> Sub,
}

/// A scale and the ruler it is read on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeAxis {
    /// The scale.
    pub scale: Scale,
    /// The ruler's rows, the finer first; one or two.
    pub rows: Vec<TickRow>,
    known: Known,
}

/// How much longer, in hundredths, a domain may become so that it ends with whole cells.
const ROUNDING: i128 = 12;
/// One end may be so small a part of the domain further out for the sake of its cell.
const LITTLE: i128 = 12;

impl TimeAxis {
    /// The axis over exactly `domain`.
    pub fn exact(domain: Domain, room: &RulerRoom<'_>) -> Self {
        let interval = tick_choice::choose(domain, room);
        let (rows, known) = tick_rows::rows(interval, domain, room);
        Self { scale: Scale::new(domain, interval), rows, known }
    }

    /// What the ruler states once for all dates: the zone of clock times, where its coarser row
    /// names one; the day, where that row names no other; whether it begins BC; and whether it
    /// counts ages.
    pub fn stated(&self) -> Known {
        self.known
    }

    /// Why the axis does not have the cells that were asked for, if so.
    pub fn refusal(&self, room: &RulerRoom<'_>) -> Option<Message> {
        let (least, coarser) = tick_choice::refusal(self.scale.domain(), room)?;
        let cells = Message::new("the cells of ").unset("ticks");
        let message = match least {
            Some(least) => {
                let (side, long) = match room.axis {
                    Axis::Horizontal => ("width", "wide"),
                    Axis::Vertical => ("height", "high"),
                };
                let fact = format!(" need a time axis {} px {long}; ", to_px(least).ceil());
                cells.text(fact).text("give a greater ").setting(side).text(", or ")
            }
            None => cells.text(" would be too many; "),
        };
        let message = match coarser {
            Some(name) => message.text("choose ").setting_to("ticks", name).text(", or "),
            None => message,
        };
        Some(message.text("leave out ").unset("ticks"))
    }

    /// The axis that shows `domain` whole: widened to the ends of its cells where that costs
    /// little, else by `pad` at each end that is not the end of a cell already.
    pub fn around(domain: Domain, pad: Sub, room: &RulerRoom<'_>) -> Self {
        Self::exact(fitted(domain, pad, room), room)
    }
}

/// The domain that [`TimeAxis::around`] shows.
fn fitted(domain: Domain, pad: Sub, room: &RulerRoom<'_>) -> Domain {
    if domain.is_log() {
        return domain::padded_log(domain, pad, room.width);
    }
    let first = tick_choice::choose(domain, room);
    let mut interval = first;
    // Longer, the domain may suit other cells better, and then ends with those.
    for _ in 0..2 {
        let Some(rounded) = rounded(domain, interval) else { break };
        let next = tick_choice::choose(rounded, room);
        if next == interval {
            return rounded;
        }
        interval = next;
    }
    padded(domain, first, pad, room)
}

/// The domain up to the ends of its cells, unless that is much longer.
fn rounded(domain: Domain, interval: Interval) -> Option<Domain> {
    let (lo, hi) = (domain.lo(), domain.hi());
    let start = interval.floor(lo)?;
    let end = if interval.floor(hi)? == hi { hi } else { interval.end(hi).unwrap_or(hi) };
    let growth = end.nanos_since(start) - hi.nanos_since(lo);
    (growth * 100 <= domain.nanos().checked_mul(ROUNDING)?).then(|| domain.reaching(start, end))
}

/// The domain with each end at that of its cell where that costs little; else by `pad` further out,
/// but in no other cell, and as far as the last cell needs for its label.
fn padded(domain: Domain, interval: Interval, pad: Sub, room: &RulerRoom<'_>) -> Domain {
    let each = domain.nanos() / i128::from((room.width / pad.max(1)).max(1));
    let little = domain.nanos() / LITTLE;
    let (lo, hi) = (domain.lo(), domain.hi());
    let is_end = |at: Instant| {
        let context = tick_rows::context(interval).and_then(|context| context.floor(at));
        interval.floor(at) == Some(at) || context == Some(at)
    };
    let lo = match interval.floor(lo) {
        _ if is_end(lo) => lo,
        Some(start) if lo.nanos_since(start) <= little => start,
        Some(start) => lo.checked_add(-each).map_or(start, |padded| padded.max(start)),
        None => lo,
    };
    let hi = match interval.end(hi) {
        _ if is_end(hi) => hi,
        Some(end) if end.nanos_since(hi) <= little => end,
        Some(end) => hi.checked_add(each).map_or(end, |padded| padded.min(end)),
        None => hi,
    };
    labelled(domain.reaching(lo, hi), interval, room)
}

/// The domain as far as its last cell needs for its label, unless that is much longer.
fn labelled(domain: Domain, interval: Interval, room: &RulerRoom<'_>) -> Domain {
    let hi = domain.hi();
    let labels = tick_labels::TickLabels::new(interval, domain, room);
    let longer = || {
        let start = interval.floor(hi.checked_add(-1)?)?;
        let width = i128::from((room.measure)(&labels.short(start)) + room.em + 1);
        let end = start.checked_add(domain.nanos() * width / i128::from(room.width.max(1)))?;
        let by = end.nanos_since(hi);
        let is_little = by > 0 && by <= domain.nanos() / LITTLE && start >= domain.lo();
        // Longer, the domain has less room for the same time.
        // Ages end at their present, which what is shown may be after.
        let end = end.checked_add(by / 4)?.min(interval.end(start)?).max(hi);
        is_little.then(|| domain.reaching(domain.lo(), end))
    };
    longer().unwrap_or(domain)
}

/// A span of so many years, and more, that ends near the present is counted in ages.
const AGES: i64 = 20_000;

/// The first year that is told as one BC, 10,000 BC; what is before it is an age.
const FIRST_YEAR: i64 = -9_999;

/// Whether the time from `lo` to `hi` is beyond the use of a calendar: long or long ago, and not
/// reaching far into the future.
pub fn is_ages(lo: Instant, hi: Instant) -> bool {
    let (first, last) = (lo.civil().0, hi.civil().0);
    let years = last.saturating_sub(first);
    (years > AGES || first < FIRST_YEAR) && last.saturating_sub(PRESENT) <= years / 50
}
