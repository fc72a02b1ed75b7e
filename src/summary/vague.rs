//! Events that are no points of plain dates: spans, ranges, dates in doubt. Those are one that have
//! the same dates in the same words, and the same group.

use super::groups::SummaryGroups;
use super::{PointWeight, joined};
use crate::date::{Bound, Date, Instant};
use crate::event::{Event, Importance, Kind};
use std::collections::BTreeMap;

/// The dates of an event, and its group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct VagueKey {
    start: DateKey,
    end: Option<DateKey>,
    kind: Kind,
    group: u32,
}

/// What tells dates apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct DateKey {
    bounds: [(u8, Option<Instant>); 2],
    written: String,
}

/// Events by date.
#[derive(Default)]
pub(super) struct VagueEvents(BTreeMap<VagueKey, (Event, PointWeight)>);

impl VagueEvents {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Counts so many events of a group.
    pub(super) fn add(&mut self, event: Event, group: u32, many: u64) {
        let start = DateKey::of(&event.start);
        let end = event.end.as_ref().map(DateKey::of);
        let key = VagueKey { start, end, kind: event.kind, group };
        let importance = event.importance;
        let new = || (0, importance);
        let known = self.0.entry(key).or_insert_with(|| (dates_of(event), new()));
        known.1 = joined(known.1, (many, importance));
    }

    /// Adds those of others; `groups` has the numbers here of their groups.
    pub(super) fn join_all(&mut self, other: Self, groups: &[u32]) {
        for (key, (event, weight)) in other.0 {
            let key = VagueKey { group: groups[key.group as usize], ..key };
            let known = self.0.entry(key).or_insert_with(|| (event, (0, weight.1)));
            known.1 = joined(known.1, weight);
        }
    }

    pub(super) fn finish(self, groups: &SummaryGroups) -> Vec<Event> {
        let event = |(key, (dates, weight)): (VagueKey, (Event, (u64, Importance)))| Event {
            end: dates.end,
            kind: dates.kind,
            ..groups.get(key.group).event(dates.start, weight)
        };
        self.0.into_iter().map(event).collect()
    }
}

/// The dates of an event without what it is.
fn dates_of(event: Event) -> Event {
    Event { end: event.end, kind: event.kind, ..Event::new(event.start, String::new()) }
}

impl DateKey {
    fn of(date: &Date) -> Self {
        let bound = |bound: Bound| match bound {
            Bound::At(at) => (0, Some(at)),
            Bound::Open => (1, None),
            Bound::Unknown => (2, None),
        };
        Self { bounds: [date.lo, date.hi].map(bound), written: date.written.clone() }
    }
}
