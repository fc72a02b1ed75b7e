//! Which events are drawn, in which order, and over which time.

use crate::compose::cuts;
use crate::compose::dated::{Dated, clock, counted_rows, dates};
use crate::compose::shown_time::{ShownTime, TimeLimits};
use crate::compose::unused::unused;
use crate::date::{Date, Instant, InstantSpan, Precision, Zone, zone_text};
use crate::error::{Code, Error, Fault, Message, Note, Result, quoted};
use crate::event::{Event, Kind};
use crate::options::{FigureOptions, Scaling};
use std::iter;

/// What is drawn, and over which time.
pub(crate) struct Selection<'a> {
    /// The events in the order of time.
    pub(crate) events: Vec<Dated<'a>>,
    /// Eras and markers in the order of time.
    pub(crate) behind: Vec<Dated<'a>>,
    pub(crate) time: ShownTime,
    /// What the maker of the figure should know.
    pub(crate) notes: Vec<Note>,
}

impl<'a> Selection<'a> {
    /// The same with the marks of spans at their starts, for forms that tell events in the order in
    /// which they begin.
    pub(crate) fn by_start(&self) -> Self {
        let started = |dated: &Dated<'a>| {
            let has_start = dated.event.end.is_some() && dated.event.start.lo().is_some();
            Dated { at: if has_start { dated.lo } else { dated.at }, ..*dated }
        };
        let mut events: Vec<Dated<'a>> = self.events.iter().map(started).collect();
        events.sort_by(|a, b| a.key().cmp(&b.key()));
        let (behind, time) = (self.behind.clone(), self.time.clone());
        Self { events, behind, time, notes: Vec::new() }
    }
}

/// The events that are drawn, and the stretches that are not.
///
/// # Errors
///
/// [`Error::Data`] when there is no event, or one of which nothing is known; [`Error::Options`]
/// when the options leave none, or ask for breaks that hide some.
pub(crate) fn select<'a>(events: &'a [Event], options: &FigureOptions) -> Result<Selection<'a>> {
    let clock = clock(events, options);
    let dated = dated(events, clock)?;
    let unused = unused(&dated);
    let limits = TimeLimits::of(options, clock)?;
    let (mut events, outside): (Vec<Dated<'a>>, Vec<Dated<'a>>) =
        dated.into_iter().partition(|event| is_shown(event, limits));
    if events.iter().all(Dated::is_behind) {
        return Err(nothing(limits));
    }
    let time = ShownTime::of(&events, limits, clock, options);
    // Eras go on behind a break.
    let solid: Vec<Dated<'_>> = events
        .iter()
        .filter(|event| !matches!(event.event.kind, Kind::Era | Kind::Holiday))
        .copied()
        .collect();
    let (cuts, more) = cuts::cuts(&solid, &time, options)?;
    let time = time.without(cuts, &events);
    if options.scale == Some(Scaling::Log) {
        fit_for_log(&time, options)?;
    }
    for event in &mut events {
        event.at = time.cuts.iter().fold(event.at, |at, &cut| beside(event, at, cut));
    }
    events.sort_by(|a, b| a.key().cmp(&b.key()));
    let left_out = left_out(counted_rows(&outside).into_iter().map(Dated::weight).sum());
    let notes = left_out.into_iter().chain(mixed(&events, clock)).chain(more);
    let notes = notes.chain(unused).collect();
    let (behind, events) = events.into_iter().partition(Dated::is_behind);
    Ok(Selection { events, behind, time, notes })
}

/// Whether the mark of an event is within limits, or any of an era.
fn is_shown(event: &Dated<'_>, TimeLimits { from, to }: TimeLimits) -> bool {
    let is_era = matches!(event.event.kind, Kind::Era | Kind::Holiday);
    let (lo, hi) = if is_era { (event.lo, event.hi) } else { (event.at, event.at) };
    from.is_none_or(|from| from < hi || from == lo) && to.is_none_or(|to| lo < to)
}

/// Why nothing is drawn where no event is left.
fn nothing(limits: TimeLimits) -> Error {
    if limits.is_none() {
        return fault("eras, markers and holidays alone make no timeline; add an event");
    }
    let message = Message::new("no events in the range; widen ");
    let message = match (limits.from, limits.to) {
        (Some(_), Some(_)) => message.unset("from").text(" and ").unset("to"),
        (Some(_), None) => message.unset("from"),
        (None, _) => message.unset("to"),
    };
    Error::options(Code::NothingInRange, message)
}

fn fault(message: impl Into<Message>) -> Error {
    Error::Data(vec![Fault::new(Code::NoEvents, message).in_file("input")])
}

/// A note on how many events are outside of the time asked for.
fn left_out(many: u64) -> Option<Note> {
    let (events, are) = match many {
        0 => return None,
        1 => ("1 event lies".to_owned(), "is"),
        _ => (format!("{many} events lie"), "are"),
    };
    let message = Message::new(format!("{events} outside ")).unset("from").text(" and ");
    Some(Note::new(Code::OutsideRange, message.unset("to").text(format!(" and {are} left out"))))
}

/// The events with their instants, each with one at least.
fn dated(events: &[Event], clock: i32) -> Result<Vec<Dated<'_>>> {
    if events.is_empty() {
        return Err(fault("there is no event to draw; add a row with a date and a title"));
    }
    let new = |(row, event)| Dated::new(row, event, clock);
    let dated: Vec<Dated<'_>> = events.iter().enumerate().filter_map(new).collect();
    if dated.len() == events.len() {
        return Ok(dated);
    }
    let nameless = events.iter().filter(|event| Dated::new(0, event, clock).is_none());
    let names: Vec<String> = nameless.take(3).map(|event| quoted(&event.name)).collect();
    Err(fault(format!("nothing is known of when {} was; give it a date", names.join(", "))))
}

/// The instant of the mark of an event that spans a cut: the middle of the longer part beside it.
fn beside(event: &Dated<'_>, at: Instant, (lo, hi): InstantSpan) -> Instant {
    if at < lo || hi <= at {
        return at;
    }
    let (before, after) = (lo.nanos_since(event.lo), event.hi.nanos_since(hi));
    if before >= after { event.lo.midpoint(lo) } else { hi.midpoint(event.hi) }
}

/// Refuses what has no logarithm: dates that are no ages.
fn fit_for_log(time: &ShownTime, options: &FigureOptions) -> Result<()> {
    let log = Message::default().unset_value("scale", "log");
    if !time.is_ages {
        let message = log.text(" is for ages, as 65 Ma; leave it out for dates of the calendar");
        return Err(Error::options(Code::LogScale, message));
    }
    if options.ticks.is_some() {
        let message = log.text(" has powers of ten for cells; leave out ").unset("ticks");
        return Err(Error::options(
            Code::EvenScale,
            message.text(" or ").unset_value("scale", "log"),
        ));
    }
    Ok(())
}

/// A note on clock times without a zone among others with one.
fn mixed(events: &[Dated<'_>], clock: i32) -> Option<Note> {
    let is_floating =
        |date: &Date| date.precision >= Precision::Hour && date.zone == Zone::Floating;
    let floating = events.iter().map(|dated| {
        let ends = iter::once(&dated.event.start).chain(&dated.event.end);
        ends.filter(|date| is_floating(date)).count() as u64 * dated.event.summed.unwrap_or(1)
    });
    let floating: u64 = floating.sum();
    let is_mixed = floating > 0 && dates(events).any(|date| date.zone != Zone::Floating);
    is_mixed.then(|| {
        let zone = zone_text(clock);
        let (times, are) = if floating == 1 { ("time has", "is") } else { ("times have", "are") };
        let fact = format!("{floating} clock {times} no zone and {are} taken as {zone}; set ");
        Note::new(Code::ZoneTaken, Message::new(fact).setting("tz"))
    })
}
