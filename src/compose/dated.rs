//! Events with the instants that they are drawn by, all on the clock of the figure.

use crate::compose::natural_order::NaturalName;
use crate::date::{Date, Instant, UtcOffset, Zone};
use crate::event::{Event, Kind};
use crate::options::FigureOptions;
use std::collections::BTreeSet;

/// An event with the instants that it is drawn by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dated<'a> {
    pub(crate) event: &'a Event,
    /// First instant meant.
    pub(crate) lo: Instant,
    /// First instant after all that is meant.
    pub(crate) hi: Instant,
    /// The instant of its mark.
    pub(crate) at: Instant,
    /// Its place in the table.
    pub(crate) row: usize,
}

impl<'a> Dated<'a> {
    /// An event by its known ends, on a clock `east` seconds east of UTC; none if it has none.
    pub(crate) fn new(row: usize, event: &'a Event, east: i32) -> Option<Self> {
        let (start, end) = (&event.start, event.end.as_ref());
        let on = |date: &Date, at: Option<Instant>| at.map(|at| on_clock(date, at, east));
        let first = on(start, start.lo());
        let last = end.map_or_else(|| on(start, start.hi()), |end| on(end, end.hi()));
        // Where an end is open or unknown, the event is as long as the date of its other end.
        let lo = first.or(end.and_then(|end| on(end, end.lo()))).or(last);
        // What was under way already and still is has the time before which it began.
        let lo = lo.or(on(start, start.hi()))?;
        let hi = last.or(on(start, start.hi())).unwrap_or(lo).max(lo);
        let best = |date: &Date| on(date, date.best());
        let at = match (first, last) {
            (None, None) | (Some(_), Some(_)) => lo.midpoint(hi),
            (Some(_), None) => best(start).unwrap_or(lo),
            (None, Some(_)) => best(end.unwrap_or(start)).unwrap_or(hi),
        };
        Some(Self { event, lo, hi, at, row })
    }

    /// How many events it stands for.
    pub(crate) fn weight(&self) -> u64 {
        self.event.weight()
    }

    /// Whether it is drawn behind the others, and as what.
    pub(crate) fn is_behind(&self) -> bool {
        matches!(self.event.kind, Kind::Era | Kind::Marker | Kind::Holiday)
    }

    /// The order of events: that of time, ties by name, those by all that is drawn.
    pub(crate) fn key(&self) -> impl Ord + use<'a> {
        let Event { name, detail, category, lane, url, when, kind, importance, count, .. } =
            self.event;
        let more = (&self.event.colour, &self.event.on, self.event.summed);
        let written = (&self.event.start.written, self.event.end.as_ref().map(|end| &end.written));
        let rest = (detail, category, lane, url, when, kind, importance, count);
        ((self.at, self.lo, self.hi), NaturalName(name), rest, (written, more))
    }
}

/// The events that are counted: where rows stand for many, those alone, as an event that has a row of
/// its own besides may be among the many.
pub(crate) fn counted_rows<'e, 'a>(events: &'e [Dated<'a>]) -> Vec<&'e Dated<'a>> {
    let has_many = stand_for_many(events);
    events.iter().filter(|dated| !has_many || dated.event.count.is_some()).collect()
}

/// Whether some rows stand for many events. Events that have a row of their own besides were chosen.
pub(crate) fn stand_for_many(events: &[Dated<'_>]) -> bool {
    events.iter().any(|dated| dated.event.count.is_some())
}

/// An instant of `date` on a clock `east` seconds east of UTC. Times without a zone, and days, are
/// local already.
pub(crate) fn on_clock(date: &Date, at: Instant, east: i32) -> Instant {
    match date.zone {
        Zone::Offset(_) => at.checked_add(i128::from(east) * 1_000_000_000).unwrap_or(at),
        Zone::Floating => at,
    }
}

/// The zones that are written, in seconds east of UTC.
pub(crate) fn zones<'a>(dates: impl Iterator<Item = &'a Date>) -> impl Iterator<Item = i32> {
    dates.filter_map(|date| match date.zone {
        Zone::Offset(east) => Some(east),
        Zone::Floating => None,
    })
}

/// Seconds east of UTC of the clock of the figure: that of the options, else the one zone that all
/// its times are written in, else UTC.
pub(crate) fn clock(events: &[Event], options: &FigureOptions) -> i32 {
    let zones: BTreeSet<i32> = zones(events.iter().flat_map(dates_of)).collect();
    let only = if zones.len() == 1 { zones.first().copied() } else { None };
    options.tz.map(UtcOffset::seconds).or(only).unwrap_or(0)
}

/// All dates of the events.
pub(crate) fn dates<'a>(events: &'a [Dated<'a>]) -> impl Iterator<Item = &'a Date> {
    events.iter().flat_map(|dated| dates_of(dated.event))
}

/// Start and end.
fn dates_of(event: &Event) -> impl Iterator<Item = &Date> {
    std::iter::once(&event.start).chain(&event.end)
}
