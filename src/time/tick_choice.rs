//! The choice of the ruler's cells.
//!
//! Every interval of the ladder whose labels stand free is a candidate; each costs something for
//! labels too dense or too sparse, for odd steps and for ends without a label (after Talbot, Lin
//! and Hanrahan, "An Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes",
//! 2010). The cheapest wins, of equals the finer.

use super::domain::Domain;
use super::interval::{Interval, Unit};
use super::options::cells_of;
use super::tick_labels::Names;
use super::tick_rows::{Span, spans};
use super::{Room, tick_candidates};
use crate::geometry::Sub;
use crate::options::Ticks;

/// No ruler has more cells than this.
pub(super) const MOST_CELLS: usize = 250;
/// Best distance of the labels of steps, in ems.
const STEP: f64 = 8.0;
/// Up to so many ems single units are not too wide.
const SINGLE: f64 = 10.0;
/// Fewer labels than this do not read as a scale.
const FEW: usize = 4;

/// The interval that suits the domain best.
pub(super) fn choose(domain: Domain, room: &Room<'_>) -> Interval {
    if domain.is_log() {
        let powers = [10, 1000].map(|factor| Interval::new(Unit::Power, factor));
        let fits = |power: &Interval| {
            let labels = least_width(*power, domain, room);
            labels.is_some_and(|least| least <= room.width)
        };
        return powers.into_iter().find(fits).unwrap_or(powers[1]);
    }
    if let Some(ticks) = room.options.ticks {
        return forced(ticks, room);
    }
    let candidates: Vec<Interval> = candidates(domain, room).collect();
    let costs =
        candidates.iter().filter_map(|&interval| Some((cost(interval, domain, room)?, interval)));
    let best = costs.min_by(|a, b| a.0.total_cmp(&b.0)).map(|best| best.1);
    let coarsest = Interval::new(Unit::Year, 1);
    best.or(candidates.last().copied()).unwrap_or(coarsest)
}

/// The cells that were asked for. Ages have them only in years.
fn forced(ticks: Ticks, room: &Room<'_>) -> Interval {
    match room.options.based(cells_of(ticks)) {
        Interval { unit: Unit::Year, count, .. } if room.is_ages => Interval::new(Unit::Age, count),
        interval => interval,
    }
}

/// Why the ruler cannot have the cells that were asked for: the width that they need, if any
/// would do, and the next coarser unit that fits.
pub(super) fn refusal(
    domain: Domain,
    room: &Room<'_>,
) -> Option<(Option<Sub>, Option<&'static str>)> {
    let ticks = room.options.ticks?;
    let fits =
        |ticks| least_width(forced(ticks, room), domain, room).filter(|&least| least <= room.width);
    if fits(ticks).is_some() {
        return None;
    }
    let coarser = Ticks::ALL.into_iter().skip_while(|(unit, _)| *unit != ticks);
    let next = coarser.skip(1).find(|(unit, _)| fits(*unit).is_some()).map(|(_, name)| name);
    Some((least_width(forced(ticks, room), domain, room), next))
}

/// The least width of a ruler whose whole cells hold their labels; none if they are too many.
fn least_width(interval: Interval, domain: Domain, room: &Room<'_>) -> Option<Sub> {
    let spans = spans(interval, domain);
    if spans.len() > MOST_CELLS {
        return None;
    }
    let names = Names { interval, lo: domain.lo(), hi: domain.hi() };
    let wholes = spans.into_iter().filter(|span| span.is_whole());
    wholes
        .map(|span| {
            let label = (room.measure)(&names.short(span.start)) + room.em;
            let width = i64::from(span.width(domain, room.width).max(1));
            let needed = i64::from(label) * i64::from(room.width) / width;
            if i64::from(label) <= width {
                0
            } else {
                Sub::try_from(needed + 1).unwrap_or(Sub::MAX)
            }
        })
        .max()
        .or(Some(0))
}

/// Intervals no finer than the data and no more than the ruler could hold, finest first; at
/// least one cell of each begins in the domain or spans it.
fn candidates<'a>(domain: Domain, room: &'a Room<'_>) -> impl Iterator<Item = Interval> + use<'a> {
    let span = domain.nanos() as f64;
    let all: Box<dyn Iterator<Item = Interval>> = if room.is_ages {
        Box::new(tick_candidates::ages())
    } else {
        Box::new(tick_candidates::calendar())
    };
    all.map(|interval| room.options.based(interval))
        .filter(move |interval| interval.precision() <= room.finest || room.is_ages)
        .filter(move |interval| span / interval.nanos() <= MOST_CELLS as f64)
        .take_while(move |interval| interval.nanos() <= span * 2.0)
}

/// What is amiss with a ruler of `interval`; none if its labels do not fit.
fn cost(interval: Interval, domain: Domain, room: &Room<'_>) -> Option<f64> {
    let spans = spans(interval, domain);
    let whole: Vec<Span> = spans.iter().copied().filter(|span| span.is_whole()).collect();
    let names = Names { interval, lo: domain.lo(), hi: domain.hi() };
    let width = |span: &Span| span.width(domain, room.width);
    if whole.iter().any(|span| width(span) < needed(names, *span, room)) {
        return None;
    }
    let covered: Sub = whole.iter().map(width).sum();
    let labels = whole.len();
    let each = f64::from(covered) / labels.max(1) as f64 / f64::from(room.em);
    let missing = FEW.saturating_sub(labels) as f64;
    let bare = 1.0 - f64::from(covered) / f64::from(room.width.max(1));
    Some(density(interval, each) + 0.4 * missing + 0.3 * bare + oddness(interval))
}

/// The least width of a cell.
fn needed(names: Names, span: Span, room: &Room<'_>) -> Sub {
    let label = (room.measure)(&names.short(span.start)) + room.em;
    match names.interval {
        // Parts of years crowd the ruler when there are many of them.
        Interval { unit: Unit::Month, count: 3 | 6, .. } => label.max(room.em * 4),
        // Steps are read as a scale of lengths.
        interval if !interval.is_single() => label.max(room.em * 4),
        _ => label,
    }
}

/// How far cells of `each` ems are from the best width, by ratio: 0 at best.
fn density(interval: Interval, each: f64) -> f64 {
    let each = each.max(0.01);
    if interval.is_single() {
        return (each / SINGLE).max(1.0) - 1.0;
    }
    (each / STEP).max(STEP / each) - 1.0
}

/// How unusual a step is: 0 for one unit and powers of ten.
fn oddness(interval: Interval) -> f64 {
    let digits = match interval.unit {
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
