//! The ruler: rows of cells along the time axis, and what stands in them.
//!
//! In: a domain, an interval and a measure of text. Out: the row of that interval, and under it a
//! coarser one that tells its names apart where they need it. A label that would not stand free
//! in its cell, or would name the wrong instant, is left out.

use super::Room;
use super::domain::Domain;
use super::interval::{Interval, PRESENT, Unit};
use super::tick_choice::MOST_CELLS;
use super::tick_labels::Names;
use crate::date::Instant;
use crate::geometry::Sub;

/// A cell of the ruler, cut to the domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// First instant of its visible part.
    pub lo: Instant,
    /// First instant after its visible part.
    pub hi: Instant,
    /// What stands in it; none where it would not fit or would mislead.
    pub label: Option<String>,
}

/// A row of cells, without gaps but for breaks of the domain, in the order of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What a cell spans.
    pub interval: Interval,
    /// The cells.
    pub cells: Vec<Cell>,
}

/// The rows of a ruler, the finer first; one or two.
pub type Rows = Vec<Row>;

/// What a cell spans: as a whole, and what of that is visible.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) start: Instant,
    pub(super) end: Instant,
    pub(super) lo: Instant,
    pub(super) hi: Instant,
}

impl Span {
    pub(super) fn is_whole(self) -> bool {
        self.lo == self.start && self.hi == self.end
    }

    pub(super) fn width(self, domain: Domain, width: Sub) -> Sub {
        domain.place(self.hi, 0, width) - domain.place(self.lo, 0, width)
    }
}

/// Where a cell ends that no other follows.
const END: Instant = Instant::from_day(i64::MAX);

/// The cells of the domain in the order of time.
pub(super) fn spans(interval: Interval, domain: Domain) -> Vec<Span> {
    let mut spans = Vec::new();
    for (lo, hi) in domain.pieces() {
        let mut start = interval.floor(lo).unwrap_or(lo);
        while start < hi && spans.len() <= MOST_CELLS {
            let end = interval.next(start).filter(|&end| end > start).unwrap_or(END);
            spans.push(Span { start, end, lo: start.max(lo), hi: end.min(hi) });
            start = end;
        }
    }
    spans
}

impl Span {
    /// Whether another part of the same cell is visible before a break.
    fn goes_on(self, domain: Domain) -> bool {
        self.start < self.lo && domain.breaks().any(|gap| gap.hi == self.lo && self.start < gap.lo)
    }
}

/// The rows of the ruler over the domain in cells of `interval`.
pub(super) fn rows(interval: Interval, domain: Domain, room: &Room<'_>) -> Rows {
    let mut rows = vec![finest(interval, domain, room)];
    rows.extend(context(interval).map(|interval| whole(interval, domain, room)));
    rows.extend(domain.is_log().then(|| scale_row(interval, domain, room)));
    rows
}

/// A row that says what scale this is, which is not to be taken for an even one.
fn scale_row(interval: Interval, domain: Domain, room: &Room<'_>) -> Row {
    let texts = [format!("years before {PRESENT}, logarithmic scale"), "logarithmic scale".into()];
    let label = texts.into_iter().find(|text| (room.measure)(text) + room.em <= room.width);
    Row { interval, cells: vec![Cell { lo: domain.lo(), hi: domain.hi(), label }] }
}

fn finest(interval: Interval, domain: Domain, room: &Room<'_>) -> Row {
    let names = Names { interval, lo: domain.lo(), hi: domain.hi() };
    let cell = |span: Span| {
        let label = names.short(span.start);
        let is_free = (room.measure)(&label) + room.em <= span.width(domain, room.width);
        // A label led from a start that is out of sight would name the wrong instant.
        let is_true = interval.is_single() || span.start >= span.lo;
        let is_true = is_true && !span.goes_on(domain);
        Cell { lo: span.lo, hi: span.hi, label: (is_free && is_true).then_some(label) }
    };
    Row { interval, cells: spans(interval, domain).into_iter().map(cell).collect() }
}

/// A row that tells the cells of a finer one apart.
fn whole(interval: Interval, domain: Domain, room: &Room<'_>) -> Row {
    let names = Names { interval, lo: domain.lo(), hi: domain.hi() };
    let spans = spans(interval, domain);
    // One cell alone has no neighbour to keep away from.
    let air = if spans.len() == 1 { 0 } else { room.em };
    let mut zone = room.zone.filter(|_| interval.unit <= Unit::Day);
    let mut told = None;
    let cell = |span: Span| {
        let (long, short, more) = names.whole(span.start);
        let zoned = zone.map(|zone| format!("{long}, {zone}"));
        let is_told = told == Some(more) && zoned.is_none();
        let all = [zoned, Some(long).filter(|_| !is_told), Some(short)];
        let fits = |label: &&Option<String>| {
            let width = span.width(domain, room.width) - air;
            label.as_ref().is_some_and(|label| (room.measure)(label) <= width)
        };
        let place = all.iter().position(|label| fits(&label) && !span.goes_on(domain));
        if place == Some(0) {
            zone = None;
        }
        if place.is_some_and(|place| place < 2) {
            told = Some(more);
        }
        let label = place.and_then(|place| all.get(place).cloned().flatten());
        Cell { lo: span.lo, hi: span.hi, label }
    };
    Row { interval, cells: spans.into_iter().map(cell).collect() }
}

/// What tells cells of `interval` apart from their like, where their own names do not.
pub(super) fn context(interval: Interval) -> Option<Interval> {
    let Interval { unit, from, .. } = interval;
    match unit {
        Unit::Year | Unit::Age | Unit::Power => None,
        Unit::Month => Some(Interval { from, ..Interval::new(Unit::Year, 1) }),
        Unit::Week | Unit::Day => Some(Interval::new(Unit::Month, 1)),
        Unit::Nanosecond => Some(Interval::new(Unit::Minute, 1)),
        _ => Some(Interval::new(Unit::Day, 1)),
    }
}

#[cfg(test)]
mod tests;
