//! Which events are drawn, in which order, and over which stretch of time.

use super::compose::Look;
use crate::date::{Date, Instant, Precision, Zone};
use crate::error::{Error, Fault, Note, Result};
use crate::event::Event;
use crate::geom::Sub;
use crate::options::Options;
use crate::time::{self, Axis, Domain, Room};

/// An event with the instants that it is drawn by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated<'a> {
    pub(super) event: &'a Event,
    /// First instant meant.
    pub(super) lo: Instant,
    /// First instant after all that is meant.
    pub(super) hi: Instant,
    /// Where its mark stands.
    pub(super) at: Instant,
}

impl<'a> Dated<'a> {
    /// An event by its known ends; none if it has none.
    fn new(event: &'a Event) -> Option<Self> {
        let (start, end) = (&event.start, event.end.as_ref());
        // Where an end is open or unknown, the event is as long as the date of its other end.
        let lo = start.lo().or(end.and_then(Date::lo)).or(event.hi())?;
        let hi = event.hi().or(start.hi()).unwrap_or(lo).max(lo);
        let at = match (start.lo(), event.hi()) {
            (None, None) | (Some(_), Some(_)) => lo.midpoint(hi),
            (Some(_), None) => start.best().unwrap_or(lo),
            (None, Some(_)) => end.unwrap_or(start).best().unwrap_or(hi),
        };
        Some(Self { event, lo, hi, at })
    }

    /// The order of events: that of time, ties by all that is drawn.
    fn key(&self) -> impl Ord + use<'a> {
        let Event { name, detail, category, lane, url, when, kind, importance, count, .. } =
            self.event;
        let written = (&self.event.start.written, self.event.end.as_ref().map(|end| &end.written));
        let rest = (detail, category, lane, url, when, kind, importance, count);
        ((self.at, self.lo, self.hi), name, rest, written)
    }
}

/// The stretch of time that the options allow: from, to.
type Limits = (Option<Instant>, Option<Instant>);

fn limits(options: &Options) -> Result<Limits> {
    let from = options.from.as_ref().and_then(Date::lo);
    let to = options.to.as_ref().and_then(Date::hi);
    match (from, to) {
        (Some(lo), Some(hi)) if hi <= lo => {
            Err(Error::Options("--to is before --from; exchange them".into()))
        }
        limits => Ok(limits),
    }
}

/// The events that are drawn, in the order of time, and a note on those left out.
pub(super) fn chosen<'a>(
    events: &'a [Event],
    options: &Options,
) -> Result<(Vec<Dated<'a>>, Vec<Note>)> {
    let mut dated: Vec<Dated<'a>> = events.iter().filter_map(Dated::new).collect();
    if dated.is_empty() {
        let message = "there is no event to draw; add a row with a date and a title".into();
        return Err(Error::Data(vec![Fault { file: "input".into(), line: 0, column: 0, message }]));
    }
    let (from, to) = limits(options)?;
    let all = dated.len();
    // An event is where its mark stands.
    dated.retain(|event| {
        from.is_none_or(|from| from <= event.at) && to.is_none_or(|to| event.at < to)
    });
    if dated.is_empty() {
        let message = format!("none of the {all} events lies in the range; widen --from and --to");
        return Err(Error::Options(message));
    }
    dated.sort_by(|a, b| a.key().cmp(&b.key()));
    let left_out = match all - dated.len() {
        0 => Vec::new(),
        1 => vec![Note("1 event lies outside --from and --to and is left out".into())],
        many => vec![Note(format!("{many} events lie outside --from and --to and are left out"))],
    };
    Ok((dated, left_out))
}

/// The axis that shows all events on a canvas of `width`.
pub(super) fn axis(events: &[Dated<'_>], options: &Options, look: &Look, width: Sub) -> Axis {
    let dates = || {
        events
            .iter()
            .flat_map(|dated| [Some(&dated.event.start), dated.event.end.as_ref()])
            .flatten()
    };
    let (from, to) = limits(options).unwrap_or_default();
    let (lo, hi) = extent(events);
    let (start, end) = (from.unwrap_or(lo), to.unwrap_or(hi));
    let style = look.sizes.ruler.style;
    let measure = |text: &str| look.fonts.line(text, style).width;
    let room = Room {
        width: look.right(width) - look.sizes.margin,
        em: style.size,
        finest: dates().map(|date| date.precision).max().unwrap_or(Precision::Year),
        is_ages: dates().all(|date| date.precision <= Precision::Ka) || time::is_ages(start, end),
        // Bounds are in UTC wherever a zone was written.
        zone: dates().any(|date| date.zone != Zone::Floating).then_some("UTC"),
        measure: &measure,
    };
    if from.is_some() && to.is_some() {
        return Axis::exact(Domain::new(start, end), &room);
    }
    let coarsest = dates().map(|date| date.precision).min().unwrap_or(Precision::Year);
    let (lo, hi) = if is_one_date(events) { widened(start, end, coarsest) } else { (start, end) };
    let (lo, hi) = (from.unwrap_or(lo), to.unwrap_or(hi));
    let axis = Axis::around(Domain::new(lo, hi), look.sizes.dot * 3, &room);
    // A limit that was asked for stands; only the other end is rounded.
    let (lo, hi) = (from.unwrap_or(axis.scale.lo()), to.unwrap_or(axis.scale.hi()));
    if from.or(to).is_some() { Axis::exact(Domain::new(lo, hi), &room) } else { axis }
}

/// From the first instant that any event may mean to the last.
fn extent(events: &[Dated<'_>]) -> (Instant, Instant) {
    let first = Instant::from_day(i64::MAX);
    let last = Instant::from_day(i64::MIN);
    events.iter().fold((first, last), |(lo, hi), dated| (lo.min(dated.lo), hi.max(dated.hi)))
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
