//! A summary of events: what a figure of counts cannot tell apart is one event that stands for all
//! of it, so that memory does not grow with a table.
//!
//! In: events one by one, in any order, and the options of the figure. Out: the most important as
//! they are, as many as could ever be named, and the others by their time and their group. The same
//! events give the same summary in any order and in any parts, and a summary of a summary is that
//! summary. Knows no rows, no axis and no places.

mod candidates;
mod cells;
mod groups;
mod part;
mod rule;
mod spans;
mod table;
mod unit;
mod vague;

pub use candidates::lot;
pub use cells::PointTime;
pub use part::{CandidateBar, SummaryPart};
pub use rule::SummaryRule;
pub use spans::SpanTime;
pub use table::mixed;

use crate::date::{Bound, Date, DateForm, Instant, InstantSpan, Parts, Zone};
use crate::event::{Event, Importance, Kind};
use candidates::Candidates;
use cells::PointCells;
use groups::{SummaryGroup, SummaryGroups};
use spans::SpanCells;
use std::mem;
use vague::VagueEvents;

/// Different times and groups that are told apart, at most, before a table is refused.
const MOST_CELLS: usize = 200_000;

/// Events that are summed up as they come.
pub struct Summary {
    rule: SummaryRule,
    groups: SummaryGroups,
    points: PointCells,
    spans: SpanCells,
    vague: VagueEvents,
    candidates: Candidates,
    /// Eras, markers and holidays, which are never counted.
    behind: Vec<Event>,
}

impl Summary {
    /// Nothing yet, for a figure of these options.
    pub fn new(rule: &SummaryRule) -> Self {
        Self {
            points: PointCells::new(rule),
            spans: SpanCells::new(rule),
            candidates: Candidates::new(rule.held),
            rule: rule.clone(),
            groups: SummaryGroups::default(),
            vague: VagueEvents::default(),
            behind: Vec::new(),
        }
    }

    /// All of some events.
    pub fn of(events: impl IntoIterator<Item = Event>, rule: &SummaryRule) -> Vec<Event> {
        let mut summary = Self::new(rule);
        events.into_iter().for_each(|event| summary.add(event));
        summary.finish()
    }

    /// Adds an event.
    pub fn add(&mut self, event: Event) {
        if matches!(event.kind, Kind::Era | Kind::Marker | Kind::Holiday) {
            self.behind.push(event);
            return;
        }
        if let Some(time) = PointTime::of(&event) {
            self.points.widen(&time);
        }
        if !event.is_single() || !self.rule.is_asked(&event) {
            self.count(event);
        } else if let Some(least) = self.candidates.add(event) {
            self.count(least);
        }
    }

    /// Whether more is told apart than may be, with so much that is counted elsewhere.
    pub fn is_full(&self, elsewhere: usize) -> bool {
        let own = self.points.len() + self.spans.unbounded() + self.vague.len();
        own + self.behind.len() + elsewhere > MOST_CELLS
    }

    /// Adds an event to the others of its time and its group.
    fn count(&mut self, event: Event) {
        let group = self.groups.place(SummaryGroup::of(&event));
        let many = event.weight();
        let weight = (many, event.importance);
        if let Some(time) = PointTime::of(&event) {
            self.points.add(&time, (group, event.count.is_some()), weight);
            return;
        }
        let span = SpanTime::of(&event);
        if !span.is_some_and(|time| self.spans.add(&time, group, weight)) {
            self.vague.add(event, group, many);
        }
    }

    /// Adds all that another has.
    pub fn merge(&mut self, other: Self) {
        let Self { groups, points, spans, vague, candidates, behind, .. } = other;
        let groups = self.join(SummaryPart::of(groups, points, spans));
        self.vague.join_all(vague, &groups);
        self.behind.extend(behind);
        candidates.finish().for_each(|event| self.add(event));
    }

    /// The events of the figure.
    pub fn finish(mut self) -> Vec<Event> {
        let groups = mem::take(&mut self.groups);
        let points = self.points.finish().into_iter().flat_map(|cell| {
            let group = groups.get(cell.group);
            let part = |time: PointTime, many| group.event(time.date(), (many, cell.importance));
            let parts = cell.parts().into_iter().flatten();
            parts.map(|(time, many)| part(time, many)).collect::<Vec<Event>>()
        });
        let more = self.spans.finish(&groups).into_iter().chain(self.vague.finish(&groups));
        self.behind.into_iter().chain(self.candidates.finish()).chain(points).chain(more).collect()
    }
}

impl PointTime {
    /// The time of an event that is a point, of a plain date, and without a doubt.
    fn of(event: &Event) -> Option<Self> {
        let Event { start, end: None, kind: Kind::Point, .. } = event else { return None };
        Self::of_date(start)
    }

    /// The time of a plain date without a doubt.
    fn of_date(date: &Date) -> Option<Self> {
        let is_plain = date.form == DateForm::Plain
            && date.uncertain == Parts::default()
            && date.approximate == Parts::default();
        let (Bound::At(lo), Bound::At(hi)) = (date.lo, date.hi) else { return None };
        let time = Self { span: (lo, hi), precision: date.precision, zone: date.zone };
        (is_plain && lo < hi).then_some(time)
    }

    fn date(self) -> Date {
        Date {
            lo: Bound::At(self.span.0),
            hi: Bound::At(self.span.1),
            precision: self.precision,
            uncertain: Parts::default(),
            approximate: Parts::default(),
            zone: self.zone,
            form: DateForm::Plain,
            written: String::new(),
        }
    }
}

/// An instant on a clock `east` seconds east of UTC, where it has a zone.
fn on_clock(zone: Zone, at: Instant, east: i32) -> Instant {
    match zone {
        Zone::Offset(_) if east != 0 => {
            at.checked_add(i128::from(east) * 1_000_000_000).unwrap_or(at)
        }
        _ => at,
    }
}

/// How many events there are, and the least important of them.
type PointWeight = (u64, Importance);

fn joined(one: PointWeight, other: PointWeight) -> PointWeight {
    (one.0.saturating_add(other.0), one.1.min(other.1))
}

fn middle((lo, hi): InstantSpan) -> Instant {
    lo.midpoint(hi)
}
