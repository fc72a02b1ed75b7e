//! Which events are drawn, in which order, and over which stretch of time.

use crate::compose::cuts;
use crate::compose::style::FigureStyle;
use crate::date::{Bound, Date, Instant, Precision, UtcOffset, Zone, zone_text};
use crate::error::{Error, Fault, Note, Result, quoted};
use crate::event::{Event, Kind};
use crate::geometry::{Axis, Sub, to_px};
use crate::options::{FigureOptions, Scaling};
use crate::time::{self, AxisBreak, Domain, RulerOptions, RulerRoom, Stretch, TimeAxis};
use std::collections::BTreeSet;

/// An event with the instants that it is drawn by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dated<'a> {
    pub(crate) event: &'a Event,
    /// First instant meant.
    pub(crate) lo: Instant,
    /// First instant after all that is meant.
    pub(crate) hi: Instant,
    /// Where its mark stands.
    pub(crate) at: Instant,
    /// Its place in the table.
    pub(crate) row: usize,
}

impl<'a> Dated<'a> {
    /// An event by its known ends, on a clock `east` seconds east of UTC; none if it has none.
    fn new(row: usize, event: &'a Event, east: i32) -> Option<Self> {
        let (start, end) = (&event.start, event.end.as_ref());
        let on = |date: &Date, at: Option<Instant>| at.map(|at| on_clock(date, at, east));
        let first = on(start, start.lo());
        let last = end.map_or_else(|| on(start, start.hi()), |end| on(end, end.hi()));
        // Where an end is open or unknown, the event is as long as the date of its other end.
        let lo = first.or(end.and_then(|end| on(end, end.lo()))).or(last)?;
        let hi = last.or(on(start, start.hi())).unwrap_or(lo).max(lo);
        let best = |date: &Date| on(date, date.best());
        let at = match (first, last) {
            (None, None) | (Some(_), Some(_)) => lo.midpoint(hi),
            (Some(_), None) => best(start).unwrap_or(lo),
            (None, Some(_)) => best(end.unwrap_or(start)).unwrap_or(hi),
        };
        Some(Self { event, lo, hi, at, row })
    }

    /// Whether it is drawn behind the others, and as what.
    fn is_behind(&self) -> bool {
        matches!(self.event.kind, Kind::Era | Kind::Marker | Kind::Holiday)
    }

    /// The order of events: that of time, ties by all that is drawn.
    fn key(&self) -> impl Ord + use<'a> {
        let Event { name, detail, category, lane, url, when, kind, importance, count, .. } =
            self.event;
        let more = (&self.event.colour, &self.event.on);
        let written = (&self.event.start.written, self.event.end.as_ref().map(|end| &end.written));
        let rest = (detail, category, lane, url, when, kind, importance, count);
        ((self.at, self.lo, self.hi), name, rest, (written, more))
    }
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
fn zones<'a>(dates: impl Iterator<Item = &'a Date>) -> impl Iterator<Item = i32> {
    dates.filter_map(|date| match date.zone {
        Zone::Offset(east) => Some(east),
        Zone::Floating => None,
    })
}

/// Seconds east of UTC of the clock that the figure is told by: that of the options, else the one
/// zone that all its times are written in, else UTC.
fn clock<'a>(dates: impl Iterator<Item = &'a Date>, options: &FigureOptions) -> i32 {
    let zones: BTreeSet<i32> = zones(dates).collect();
    let only = if zones.len() == 1 { zones.first().copied() } else { None };
    options.tz.map(UtcOffset::seconds).or(only).unwrap_or(0)
}

/// Ems that the sign of a break needs besides its words.
const SIGN: Sub = 3;

/// The stretch of time that the options allow: from, to.
type Limits = (Option<Instant>, Option<Instant>);

fn limits(options: &FigureOptions, east: i32) -> Result<Limits> {
    let from = options.from.as_ref().and_then(|date| Some(on_clock(date, date.lo()?, east)));
    let to = options.to.as_ref().and_then(|date| Some(on_clock(date, date.hi()?, east)));
    match (from, to) {
        (Some(lo), Some(hi)) if hi <= lo => {
            Err(Error::options("--to is before --from; exchange them"))
        }
        limits => Ok(limits),
    }
}

/// What is drawn, and over which time.
pub(crate) struct Chosen<'a> {
    /// The events in the order of time.
    pub(crate) events: Vec<Dated<'a>>,
    /// Eras and markers in the order of time.
    pub(crate) behind: Vec<Dated<'a>>,
    /// What is left out of the time shown, in its order.
    pub(crate) cuts: Vec<Stretch>,
    /// What the maker of the figure should know.
    pub(crate) notes: Vec<Note>,
}

/// The events that are drawn, and the stretches that are not.
///
/// # Errors
///
/// [`Error::Data`] when there is no event, or one of which nothing is known; [`Error::Options`]
/// when the options leave none, or ask for breaks that hide some.
pub(crate) fn chosen<'a>(events: &'a [Event], options: &FigureOptions) -> Result<Chosen<'a>> {
    let east = clock(events.iter().flat_map(parts), options);
    let dated = dated(events, east)?;
    let (from, to) = limits(options, east)?;
    let all = dated.len();
    // An event is where its mark stands, an era wherever it is in force.
    let is_shown = |event: &Dated<'_>| {
        let is_era = matches!(event.event.kind, Kind::Era | Kind::Holiday);
        let (lo, hi) = if is_era { (event.lo, event.hi) } else { (event.at, event.at) };
        from.is_none_or(|from| from < hi || from == lo) && to.is_none_or(|to| lo < to)
    };
    let mut events: Vec<Dated<'a>> = dated.into_iter().filter(is_shown).collect();
    if events.iter().all(Dated::is_behind) {
        if from.or(to).is_none() {
            return refuse("eras, markers and holidays alone make no timeline; add an event");
        }
        let message = "no event lies in the range; widen --from and --to";
        return Err(Error::options(message));
    }
    let (lo, hi) = extent(&events);
    let shown = (from.unwrap_or(lo), to.unwrap_or(hi));
    let is_ages = is_ages(&events, shown);
    // Eras go on behind a break.
    let is_solid = |event: &&Dated<'_>| !matches!(event.event.kind, Kind::Era | Kind::Holiday);
    let solid: Vec<Dated<'_>> = events.iter().filter(is_solid).copied().collect();
    let (cuts, more) = cuts::cuts(&solid, options, east, shown, is_ages)?;
    if options.scale == Some(Scaling::Log) {
        fit_for_log(&events, is_ages, options)?;
    }
    for event in &mut events {
        event.at = cuts.iter().fold(event.at, |at, &cut| beside(event, at, cut));
    }
    events.sort_by(|a, b| a.key().cmp(&b.key()));
    let left_out = match all - events.len() {
        0 => None,
        1 => Some(Note::new("1 event lies outside --from and --to and is left out")),
        many => {
            Some(Note::new(format!("{many} events lie outside --from and --to and are left out")))
        }
    };
    let notes = left_out.into_iter().chain(mixed(&events, east)).chain(more).collect();
    let (behind, events) = events.into_iter().partition(Dated::is_behind);
    Ok(Chosen { events, behind, cuts, notes })
}

fn refuse<T>(message: impl Into<String>) -> Result<T> {
    let fault = Fault::of_file("input", message.into());
    Err(Error::Data(vec![fault]))
}

/// The events with their instants, each with one at least.
fn dated(events: &[Event], east: i32) -> Result<Vec<Dated<'_>>> {
    if events.is_empty() {
        return refuse("there is no event to draw; add a row with a date and a title");
    }
    let new = |(row, event)| Dated::new(row, event, east);
    let dated: Vec<Dated<'_>> = events.iter().enumerate().filter_map(new).collect();
    if dated.len() == events.len() {
        return Ok(dated);
    }
    let nameless = events.iter().filter(|event| Dated::new(0, event, east).is_none());
    let names: Vec<String> = nameless.take(3).map(|event| quoted(&event.name)).collect();
    refuse(format!("nothing is known of when {} was; give it a date", names.join(", ")))
}

/// Where the mark of an event stands beside a cut that it spans: in the middle of the longer part.
fn beside(event: &Dated<'_>, at: Instant, (lo, hi): Stretch) -> Instant {
    if at < lo || hi <= at {
        return at;
    }
    let (before, after) = (lo.nanos_since(event.lo), event.hi.nanos_since(hi));
    if before >= after { event.lo.midpoint(lo) } else { hi.midpoint(event.hi) }
}

/// Whether time is counted in ages, back from the present.
fn is_ages(events: &[Dated<'_>], (start, end): Stretch) -> bool {
    dates(events).all(|date| date.precision <= Precision::Ka) || time::is_ages(start, end)
}

/// Whether the table speaks of quarters, halves or fiscal years.
fn has_year_parts(events: &[Dated<'_>], options: &FigureOptions) -> bool {
    let is_part = |date: &Date| matches!(date.precision, Precision::Quarter | Precision::Half);
    options.fiscal_start.is_some() || dates(events).any(is_part)
}

/// Refuses what has no logarithm: dates that are no ages, and those of the present.
fn fit_for_log(events: &[Dated<'_>], is_ages: bool, options: &FigureOptions) -> Result<()> {
    if !is_ages {
        let message = "--scale log is for ages, as 65 Ma; leave it out for dates of the calendar";
        return Err(Error::options(message));
    }
    if options.ticks.is_some() {
        let message = "--scale log has powers of ten for cells; leave out --ticks or --scale log";
        return Err(Error::options(message));
    }
    let late = |event: &&Dated<'_>| event.at.civil().0 >= time::PRESENT;
    match events.iter().find(late) {
        None => Ok(()),
        Some(event) => Err(Error::options(format!(
            "--scale log counts back from {}, and {} is not before; leave it out with --to, or leave out --scale log",
            time::PRESENT,
            quoted(&event.event.name)
        ))),
    }
}

/// A note on clock times without a zone among others with one.
fn mixed(events: &[Dated<'_>], east: i32) -> Option<Note> {
    let is_clock = |date: &&Date| date.precision >= Precision::Hour;
    let is_floating = |date: &&Date| date.zone == Zone::Floating;
    let floating = dates(events).filter(is_clock).filter(is_floating).count();
    let is_mixed = floating > 0 && dates(events).any(|date| date.zone != Zone::Floating);
    is_mixed.then(|| {
        let zone = zone_text(east);
        let (times, are) = if floating == 1 { ("time has", "is") } else { ("times have", "are") };
        Note::new(format!("{floating} clock {times} no zone and {are} taken as {zone}; say --tz"))
    })
}

/// All dates of the events.
fn dates<'a>(events: &'a [Dated<'a>]) -> impl Iterator<Item = &'a Date> {
    events.iter().flat_map(|dated| parts(dated.event))
}

/// Start and end.
fn parts(event: &Event) -> impl Iterator<Item = &Date> {
    std::iter::once(&event.start).chain(&event.end)
}

/// Ems that a label of a vertical ruler may be wide.
const WIDEST: Sub = 9;

/// What a label of a ruler takes along it, of that width and with letters of size `em`.
fn label_length(axis: Axis, width: Sub, em: Sub) -> Sub {
    match axis {
        Axis::Horizontal => width,
        Axis::Vertical if width > em * WIDEST => Sub::MAX / 4,
        Axis::Vertical => em * 2 / 3,
    }
}

/// The axis that shows all events on a ruler.
///
/// # Errors
///
/// [`Error::Options`] when the cells asked for do not fit.
pub(crate) fn axis(
    events: &[Dated<'_>],
    cuts: &[Stretch],
    options: &FigureOptions,
    style: &FigureStyle,
    (axis, length): (Axis, Sub),
) -> Result<TimeAxis> {
    let dates = || dates(events);
    let east = clock(dates(), options);
    let (from, to) = limits(options, east)?;
    let (lo, hi) = extent(events);
    let (start, end) = (from.unwrap_or(lo), to.unwrap_or(hi));
    let role = style.sizes.ruler.style;
    let zone = zones(dates()).next().map(|_| east);
    let measure = |text: &str| label_length(axis, style.fonts.line(text, role).width, role.size);
    let room = RulerRoom {
        width: length,
        axis,
        em: role.size,
        finest: dates().map(|date| date.precision).max().unwrap_or(Precision::Year),
        is_ages: is_ages(events, (start, end)),
        has_year_parts: has_year_parts(events, options),
        zone,
        options: RulerOptions::from(options),
        measure: &measure,
    };
    let sign = |&(lo, hi): &Stretch| {
        let width = measure(&time::stretch_words((lo, hi))) + role.size * SIGN;
        AxisBreak { lo, hi, width }
    };
    let breaks: Vec<AxisBreak> = cuts.iter().map(sign).collect();
    if let Some(message) = crowded(&breaks, length) {
        return Err(Error::options(message));
    }
    let even = Domain::new(start, end).broken(&breaks);
    let domain = if options.scale == Some(Scaling::Log) { even.log() } else { even };
    let axis = shown(events, domain, (from, to), style, &room);
    axis.refusal(&room).map_or(Ok(axis), |message| Err(Error::options(message)))
}

/// Why breaks are refused whose signs leave less than an eighth of a ruler to what it shows.
fn crowded(breaks: &[AxisBreak], length: Sub) -> Option<String> {
    let signs: i64 = breaks.iter().map(|at| i64::from(at.width)).sum();
    let is_crowded = signs * 8 > i64::from(length) * 7;
    is_crowded.then(|| {
        let px = to_px(length).floor();
        format!("--break: its signs have no room on a ruler of {px} px; leave it out, or draw a larger figure")
    })
}

/// The axis over `domain`, of which the limits that were asked for stand.
fn shown(
    events: &[Dated<'_>],
    domain: Domain,
    (from, to): Limits,
    style: &FigureStyle,
    room: &RulerRoom<'_>,
) -> TimeAxis {
    if from.is_some() && to.is_some() {
        return TimeAxis::exact(domain, room);
    }
    let (start, end) = (domain.lo(), domain.hi());
    let coarsest = dates(events).map(|date| date.precision).min().unwrap_or(Precision::Year);
    let (lo, hi) = if is_one_date(events) { widened(start, end, coarsest) } else { (start, end) };
    let (lo, hi) = (from.unwrap_or(lo), to.unwrap_or(hi));
    let axis = TimeAxis::around(domain.reaching(lo, hi), style.sizes.dot * 3, room);
    // Only an end that was not asked for is rounded.
    let (lo, hi) = (from.unwrap_or(axis.scale.lo()), to.unwrap_or(axis.scale.hi()));
    if from.or(to).is_some() { TimeAxis::exact(domain.reaching(lo, hi), room) } else { axis }
}

/// An end that goes on shows so in one part in so many of the time shown.
const ROOM: i128 = 16;

/// From the first instant that any event may mean to the last, and room for what goes on.
fn extent(events: &[Dated<'_>]) -> Stretch {
    let first = Instant::from_day(i64::MAX);
    let last = Instant::from_day(i64::MIN);
    // Holidays are shown where something else is.
    let events = || events.iter().filter(|dated| dated.event.kind != Kind::Holiday);
    let (lo, hi) =
        events().fold((first, last), |(lo, hi), dated| (lo.min(dated.lo), hi.max(dated.hi)));
    let room = hi.nanos_since(lo) / ROOM;
    let on = |at: Instant, by: i128| at.checked_add(by).unwrap_or(at);
    let ends = |dated: &Dated<'_>| {
        let Event { start, end, .. } = dated.event;
        let [from, to] = [start.lo, end.as_ref().unwrap_or(start).hi].map(|end| end == Bound::Open);
        let from = if from { on(dated.lo, -room) } else { dated.lo };
        (from, if to { on(dated.hi, room) } else { dated.hi })
    };
    events().map(ends).fold((lo, hi), |(lo, hi), (from, to)| (lo.min(from), hi.max(to)))
}

fn is_one_date(events: &[Dated<'_>]) -> bool {
    events.windows(2).all(|pair| (pair[0].lo, pair[0].hi) == (pair[1].lo, pair[1].hi))
}

/// A domain of one date with a unit of its precision on either side.
fn widened(lo: Instant, hi: Instant, precision: Precision) -> (Instant, Instant) {
    const DAY: i128 = crate::date::DAY_NANOS as i128;
    let unit = match precision {
        Precision::Month => 31 * DAY,
        Precision::Week => 7 * DAY,
        Precision::Day => DAY,
        Precision::Hour => DAY / 24,
        Precision::Minute => DAY / 1440,
        Precision::Second => DAY / 86_400,
        _ => hi.nanos_since(lo).max(1),
    };
    (lo.checked_add(-unit).unwrap_or(lo), hi.checked_add(unit).unwrap_or(hi))
}
