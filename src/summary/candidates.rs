//! The events that may be named: the most important, of these the longest, as many as are kept. Which
//! of equals are kept is drawn by lot, from what they say: the order of rows makes no difference.

use super::table::mixed;
use crate::date::Date;
use crate::event::{Event, Importance, Kind};
use std::collections::BTreeMap;

/// An event by how much it matters, the least first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct CandidateKey {
    importance: Importance,
    long: i128,
    lot: u64,
    rest: Vec<Option<String>>,
    kind: Kind,
}

/// The events that are kept.
pub(super) struct Candidates {
    most: usize,
    kept: BTreeMap<CandidateKey, Vec<Event>>,
    many: usize,
}

impl Candidates {
    pub(super) fn new(most: usize) -> Self {
        Self { most, kept: BTreeMap::new(), many: 0 }
    }

    /// Adds an event; gives the least that there is no room for, which may be the same.
    pub(super) fn add(&mut self, event: Event) -> Option<Event> {
        let (long, lot) =
            (long(&event), lot(event.name.as_bytes(), event.start.written.as_bytes()));
        if !self.may_take(event.importance, long, lot) {
            return Some(event);
        }
        self.kept.entry(CandidateKey::of(&event, long, lot)).or_default().push(event);
        self.many += 1;
        if self.many <= self.most {
            return None;
        }
        self.many -= 1;
        let mut least = self.kept.first_entry()?;
        let event = least.get_mut().pop();
        if least.get().is_empty() {
            least.remove();
        }
        event
    }

    /// Whether an event may be among those that are kept.
    pub(super) fn may_take(&self, importance: Importance, long: i128, lot: u64) -> bool {
        let least = self.kept.first_key_value().map(|(key, _)| key);
        let is_less = |least: &CandidateKey| {
            (importance, long, lot) < (least.importance, least.long, least.lot)
        };
        self.many < self.most || !least.is_some_and(is_less)
    }

    /// The least of those that are kept, where there is no room for more: its importance, how long it
    /// goes on, and its lot.
    pub(super) fn least(&self) -> Option<(Importance, i128, u64)> {
        let (least, _) = self.kept.first_key_value().filter(|_| self.many >= self.most)?;
        Some((least.importance, least.long, least.lot))
    }

    /// Those that are kept, the least first.
    pub(super) fn finish(self) -> impl Iterator<Item = Event> {
        self.kept.into_values().flatten()
    }
}

impl CandidateKey {
    fn of(event: &Event, long: i128, lot: u64) -> Self {
        let written = |date: Option<&Date>| date.map(|date| date.written.clone());
        let name = Some(event.name.clone());
        let Event { detail, category, colour, lane, on, url, when, .. } = event;
        let rest = [detail, category, colour, lane, on, url, when].map(Clone::clone);
        let dates = [written(Some(&event.start)), written(event.end.as_ref())];
        let rest = [name].into_iter().chain(dates).chain(rest).collect();
        Self { importance: event.importance, long, lot, rest, kind: event.kind }
    }
}

/// How long an event goes on, in nanoseconds; 0 of a point.
fn long(event: &Event) -> i128 {
    let ends = event.lo().zip(event.hi()).filter(|_| event.is_span());
    ends.map_or(0, |(lo, hi)| hi.nanos_since(lo))
}

/// The lot of an event: a number that depends on nothing but its name and its date.
pub fn lot(name: &[u8], date: &[u8]) -> u64 {
    mixed(name) ^ mixed(date).rotate_left(31)
}
