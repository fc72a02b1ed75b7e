//! The choice of the ruler's cells.
//!
//! Every interval whose labels fit is a candidate; each costs something for labels too dense or
//! too sparse, for odd steps and for ends without a label (after Talbot, Lin and Hanrahan, "An
//! Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes", 2010). The cheapest
//! wins, of equals the finer.

use super::domain::Domain;
use super::interval::{Interval, LogAges, Unit};
use super::options::cells_of;
use super::tick_labels::TickLabels;
use super::tick_spans::{MOST_CELLS, TickSpan, spans};
use super::{RulerRoom, tick_candidates};
use crate::date::Precision;
use crate::geometry::{Axis, Sub};
use crate::options::Ticks;

/// Best distance of the labels of steps, in ems: side by side, and one under another. Clock times have
/// days beside them, whose labels are read with theirs.
const STEP: f64 = 8.0;
const STEP_DOWN: f64 = 6.0;
/// Up to so many ems single units are not too wide.
const SINGLE: f64 = 10.0;
/// Fewer labels than this do not read as a scale.
const FEW: Sub = 4;
/// What each label costs that is missing to [`FEW`].
const MISSING: f64 = 0.4;
/// What a ruler costs of which all is without labels.
const BARE: f64 = 0.3;

/// The interval that suits the domain best.
pub(super) fn choose(domain: Domain, room: &RulerRoom<'_>) -> Interval {
    if let Some(ages) = domain.log_ages() {
        return power(ages, domain, room);
    }
    if let Some(ticks) = room.options.ticks {
        return forced(ticks, room);
    }
    let mut best: Option<(f64, Interval)> = None;
    let mut coarsest = Interval::new(Unit::Year, 1);
    for interval in candidates(domain, room) {
        coarsest = interval;
        let cost = cost(interval, domain, room);
        best = match (best, cost) {
            (Some(best), Some(cost)) if best.0 <= cost => Some(best),
            (_, Some(cost)) => Some((cost, interval)),
            (best, None) => best,
        };
    }
    best.map_or(coarsest, |(_, interval)| interval)
}

/// The powers of ten of a logarithmic ruler, or those of a thousand where they do not fit.
fn power(ages: LogAges, domain: Domain, room: &RulerRoom<'_>) -> Interval {
    let tens = Interval { ages, ..Interval::new(Unit::Power, 10) };
    let fits = least_width(tens, domain, room).is_some_and(|least| least <= room.width);
    if fits { tens } else { Interval { count: 1000, ..tens } }
}

/// The cells that were asked for. Ages have them only in years.
fn forced(ticks: Ticks, room: &RulerRoom<'_>) -> Interval {
    match room.options.based(cells_of(ticks)) {
        Interval { unit: Unit::Year, count, .. } if room.is_ages => Interval::new(Unit::Age, count),
        interval => interval,
    }
}

/// Why the ruler cannot have the cells that were asked for: the width that they need, if any
/// would do, and the next coarser unit that fits.
pub(super) fn refusal(
    domain: Domain,
    room: &RulerRoom<'_>,
) -> Option<(Option<Sub>, Option<&'static str>)> {
    let ticks = room.options.ticks?;
    let least = least_width(forced(ticks, room), domain, room);
    if least.is_some_and(|least| least <= room.width) {
        return None;
    }
    Some((least, next_coarser(ticks, domain, room)))
}

/// The next unit coarser than `ticks` whose labels fit.
fn next_coarser(ticks: Ticks, domain: Domain, room: &RulerRoom<'_>) -> Option<&'static str> {
    let coarser = Ticks::ALL.into_iter().skip_while(|(unit, _)| *unit != ticks).skip(1);
    for (unit, name) in coarser {
        let least = least_width(forced(unit, room), domain, room);
        if least.is_some_and(|least| least <= room.width) {
            return Some(name);
        }
    }
    None
}

/// The least width of a ruler whose whole cells hold their labels; none if they are too many.
fn least_width(interval: Interval, domain: Domain, room: &RulerRoom<'_>) -> Option<Sub> {
    let spans = spans(interval, domain);
    if spans.len() > MOST_CELLS {
        return None;
    }
    let labels = TickLabels::new(interval, domain, room);
    let mut least = 0;
    for span in spans.into_iter().filter(|span| span.is_whole()) {
        let label = i64::from(label_width(labels, span, room));
        let width = i64::from(span.width(domain, room.width).max(1));
        if label > width {
            let needed = label * i64::from(room.width) / width + 1;
            least = least.max(Sub::try_from(needed).unwrap_or(Sub::MAX));
        }
    }
    Some(least)
}

/// What the label of a cell takes along the ruler, with room beside it.
fn label_width(labels: TickLabels, span: TickSpan, room: &RulerRoom<'_>) -> Sub {
    (room.measure)(&labels.short(span.start)) + room.em
}

/// Intervals no finer than the data and no more than the ruler could hold, finest first; at
/// least one cell of each begins in the domain or spans it.
fn candidates<'a>(
    domain: Domain,
    room: &'a RulerRoom<'_>,
) -> impl Iterator<Item = Interval> + use<'a> {
    let span = domain.nanos() as f64;
    tick_candidates::all(room.is_ages)
        .map(|interval| room.options.based(interval))
        .filter(move |interval| interval.precision() <= room.finest || room.is_ages)
        .filter(|interval| match interval.unit {
            Unit::YearPart => room.has_year_parts,
            Unit::Month => interval.count == 1 || !room.has_year_parts,
            _ => true,
        })
        .filter(move |interval| span / interval.nanos() <= MOST_CELLS as f64)
        .take_while(move |interval| interval.nanos() <= span * 2.0)
}

/// What is amiss with a ruler of `interval`; none if its labels do not fit.
fn cost(interval: Interval, domain: Domain, room: &RulerRoom<'_>) -> Option<f64> {
    let labels = TickLabels::new(interval, domain, room);
    let (mut covered, mut count) = (0, 0);
    for span in spans(interval, domain).into_iter().filter(|span| span.is_whole()) {
        let width = span.width(domain, room.width);
        if width < needed(labels, span, room) {
            return None;
        }
        covered += width;
        count += 1;
    }
    let each = f64::from(covered) / f64::from(count.max(1)) / f64::from(room.em);
    let missing = f64::from((FEW - count).max(0));
    let bare = 1.0 - f64::from(covered) / f64::from(room.width.max(1));
    Some(density(interval, each, room.axis) + MISSING * missing + BARE * bare + oddness(interval))
}

/// The least width of a cell.
fn needed(labels: TickLabels, span: TickSpan, room: &RulerRoom<'_>) -> Sub {
    let label = label_width(labels, span, room);
    let least = if room.axis == Axis::Vertical { room.em * 5 / 2 } else { room.em * 4 };
    match labels.interval {
        // Parts of years crowd the ruler when there are many of them.
        Interval { unit: Unit::YearPart, .. } => label.max(least),
        // Steps are read as a scale of lengths.
        interval if !interval.is_single() => label.max(least),
        _ => label,
    }
}

/// How far cells of `each` ems are from the best width, by ratio: 0 at best.
fn density(interval: Interval, each: f64, axis: Axis) -> f64 {
    let each = each.max(0.01);
    if interval.is_single() {
        return (each / SINGLE).max(1.0) - 1.0;
    }
    let is_clock = interval.precision() > Precision::Day;
    let step = if axis == Axis::Vertical && !is_clock { STEP_DOWN } else { STEP };
    (each / step).max(step / each) - 1.0
}

/// How unusual a step is: 0 for one unit and powers of ten.
fn oddness(interval: Interval) -> f64 {
    let digits = match interval.unit {
        // A month alone does not say that its cell is half a year.
        Unit::Month if interval.count == 6 => 25,
        Unit::Year | Unit::Age | Unit::Nanosecond => leading(interval.count),
        _ => interval.count,
    };
    match digits {
        1 | 3 | 10 => 0.0,
        5 | 6 | 15 | 30 => 0.1,
        25 => 0.3,
        _ => 0.2,
    }
}

/// A count without its zeros.
fn leading(mut count: i64) -> i64 {
    while count > 0 && count % 10 == 0 {
        count /= 10;
    }
    count
}
