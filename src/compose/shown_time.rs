//! The time that a figure shows, and what of its events decides how that is shown.

use crate::compose::dated::{Dated, dates, on_clock, zones};
use crate::date::{Bound, Date, DateForm, Instant, InstantSpan, Precision};
use crate::error::{Code, Error, Message, Result};
use crate::event::{Event, Kind};
use crate::options::FigureOptions;
use crate::time::{self, LogAges, PRESENT};

/// An end that goes on shows so in one part in so many of the time shown.
const OPEN_PART: i128 = 16;

/// The ends that the options set, if they do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TimeLimits {
    pub(crate) from: Option<Instant>,
    pub(crate) to: Option<Instant>,
}

impl TimeLimits {
    /// The ends of the options on a clock `east` seconds east of UTC.
    ///
    /// # Errors
    ///
    /// [`Error::Options`] where the one end is not before the other.
    pub(crate) fn of(options: &FigureOptions, east: i32) -> Result<Self> {
        let from = options.from.as_ref().and_then(|date| Some(on_clock(date, date.lo()?, east)));
        let to = options.to.as_ref().and_then(|date| Some(on_clock(date, date.hi()?, east)));
        match (from, to) {
            (Some(lo), Some(hi)) if hi <= lo => {
                let message = Message::default().unset("to").text(" is before ").unset("from");
                Err(Error::options(Code::EndsSwapped, message.text("; swap them")))
            }
            (from, to) => Ok(Self { from, to }),
        }
    }

    /// Whether no end is set.
    pub(crate) fn is_none(self) -> bool {
        self.from.or(self.to).is_none()
    }

    /// The span from one end to the other, those of `span` where none is set.
    pub(crate) fn or(self, (lo, hi): InstantSpan) -> InstantSpan {
        (self.from.unwrap_or(lo), self.to.unwrap_or(hi))
    }
}

/// The time that a figure shows.
#[derive(Clone, Debug)]
pub(crate) struct ShownTime {
    pub(crate) limits: TimeLimits,
    /// From the first instant shown to the last, before the ruler rounds them.
    pub(crate) span: InstantSpan,
    /// What is left out of it, in the order of time.
    pub(crate) cuts: Vec<InstantSpan>,
    /// The clock of the figure, in seconds east of UTC.
    pub(crate) clock: i32,
    /// Whether any time is written with its zone, so that the ruler names the clock.
    pub(crate) has_zone: bool,
    pub(crate) coarsest: Precision,
    pub(crate) finest: Precision,
    /// Whether time is counted in ages, back from the present.
    pub(crate) is_ages: bool,
    /// How ages are counted where the scale is logarithmic.
    pub(crate) log: LogAges,
    /// Whether the table speaks of quarters, halves or fiscal years.
    pub(crate) has_year_parts: bool,
    /// Whether all events have clock times of a day that is not said.
    pub(crate) is_dayless: bool,
    /// Whether all events have one and the same date.
    pub(crate) is_one_date: bool,
}

impl ShownTime {
    /// The time that shows `events`, of which there is one at least, and leaves out none of it.
    pub(crate) fn of(
        events: &[Dated<'_>],
        limits: TimeLimits,
        clock: i32,
        options: &FigureOptions,
    ) -> Self {
        let span = limits.or(extent(events, &[]));
        // What goes on, and what an age of today may mean, is in no future that anybody counts.
        let is_age = |date: &&Date| date.precision <= Precision::Ka;
        let first = known_extent(events).0;
        let last = dates(events).filter(|date| !is_age(date)).filter_map(Date::hi).max();
        let known = limits.or((first, last.unwrap_or(first)));
        let precisions = || dates(events).map(|date| date.precision);
        Self {
            limits,
            span,
            cuts: Vec::new(),
            log: log_ages(events, span.1),
            clock,
            has_zone: zones(dates(events)).next().is_some(),
            coarsest: precisions().min().unwrap_or(Precision::Year),
            finest: precisions().max().unwrap_or(Precision::Year),
            is_ages: precisions().all(|precision| precision <= Precision::Ka)
                || time::is_ages(known.0, known.1),
            has_year_parts: has_year_parts(events, options),
            is_dayless: dates(events).all(|date| date.form == DateForm::Clock),
            is_one_date: is_one_date(events),
        }
    }
}

impl ShownTime {
    /// The same with some stretches left out, and as much less room for what goes on.
    pub(crate) fn without(self, cuts: Vec<InstantSpan>, events: &[Dated<'_>]) -> Self {
        let span = self.limits.or(extent(events, &cuts));
        Self { span, cuts, ..self }
    }

    /// A part of it from one instant to another. A part of several years is told in years, as a
    /// second row of cells would take room from the texts beside it.
    pub(crate) fn part(&self, span: InstantSpan) -> Self {
        const YEARS: i64 = 4;
        let is_long = span.1.civil().0.saturating_sub(span.0.civil().0) >= YEARS;
        let is_inside = |cut: &&InstantSpan| span.0 < cut.0 && cut.1 < span.1;
        Self {
            limits: TimeLimits { from: Some(span.0), to: Some(span.1) },
            span,
            cuts: self.cuts.iter().filter(is_inside).copied().collect(),
            finest: if is_long { self.finest.min(Precision::Year) } else { self.finest },
            ..self.clone()
        }
    }

    /// A part that one end or both of the whole are the ends of, where the ruler may round them anew: from
    /// the place where that is cut, or to it.
    pub(crate) fn outer_part(&self, cuts: [Option<Instant>; 2]) -> Self {
        let [from, to] = cuts;
        let part = self.part((from.unwrap_or(self.span.0), to.unwrap_or(self.span.1)));
        let limits = TimeLimits { from: from.or(self.limits.from), to: to.or(self.limits.to) };
        Self { limits, ..part }
    }
}

/// From the first instant that any event may mean to the last, and room for what goes on: a part of the
/// time that is shown without `cuts`.
fn extent(events: &[Dated<'_>], cuts: &[InstantSpan]) -> InstantSpan {
    let (lo, hi) = known_extent(events);
    let cut: i128 = cuts.iter().map(|cut| cut.1.nanos_since(cut.0)).sum();
    let room = (hi.nanos_since(lo) - cut).max(0) / OPEN_PART;
    let ends = shown(events).map(|dated| ends_with_room(dated, room));
    ends.fold((lo, hi), |(lo, hi), (from, to)| (lo.min(from), hi.max(to)))
}

/// From the first instant that any event may mean to the last.
fn known_extent(events: &[Dated<'_>]) -> InstantSpan {
    let first = Instant::from_day(i64::MAX);
    let last = Instant::from_day(i64::MIN);
    shown(events).fold((first, last), |(lo, hi), dated| (lo.min(dated.lo), hi.max(dated.hi)))
}

/// The events that decide what is shown: holidays are shown where something else is.
fn shown<'d, 'e>(events: &'d [Dated<'e>]) -> impl Iterator<Item = &'d Dated<'e>> {
    events.iter().filter(|dated| dated.event.kind != Kind::Holiday)
}

/// The ends of an event, with room beyond those that are open.
fn ends_with_room(dated: &Dated<'_>, room: i128) -> InstantSpan {
    let Event { start, end, .. } = dated.event;
    let last = end.as_ref().unwrap_or(start);
    let moved = |at: Instant, by: i128| at.checked_add(by).unwrap_or(at);
    let from = if start.lo == Bound::Open { moved(dated.lo, -room) } else { dated.lo };
    (from, if last.hi == Bound::Open { moved(dated.hi, room) } else { dated.hi })
}

fn has_year_parts(events: &[Dated<'_>], options: &FigureOptions) -> bool {
    let is_part = |date: &Date| matches!(date.precision, Precision::Quarter | Precision::Half);
    options.fiscal_start.is_some() || dates(events).any(is_part)
}

fn is_one_date(events: &[Dated<'_>]) -> bool {
    events.windows(2).all(|pair| (pair[0].lo, pair[0].hi) == (pair[1].lo, pair[1].hi))
}

/// How ages are counted by their logarithm. Where events reach 1950 and later, from the last year, and
/// linear up to the power of ten below the youngest of the others.
fn log_ages(events: &[Dated<'_>], end: Instant) -> LogAges {
    let year = |at: Instant| at.civil().0;
    let is_today = |event: &Dated<'_>| year(event.at) >= PRESENT;
    if !events.iter().any(is_today) {
        return LogAges::BEFORE_PRESENT;
    }
    let last = end.checked_add(-1).unwrap_or(end);
    let origin = year(last).max(PRESENT);
    let ages = events.iter().flat_map(|event| [event.lo, event.at]);
    let ages = ages.map(|at| origin.saturating_sub(year(at))).filter(|age| *age > 0);
    let youngest = ages.min().unwrap_or(1);
    LogAges { origin, linear: 10_i64.pow(youngest.ilog10()) }
}
