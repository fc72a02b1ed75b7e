//! Spans counted by when they start and when they end, the one apart from the other: how many go on at
//! a time depends on nothing else. So there are no more cells than times, however many spans.
//!
//! What is given back are spans with the same starts and ends, the first start with the first end, the
//! second with the second: as many go on at any time as before, and they take as long together.

use super::cells::PointTime;
use super::groups::SummaryGroups;
use super::table::KeyTable;
use super::unit::CellUnit;
use super::{PointWeight, SummaryRule, on_clock};
use crate::date::{Date, InstantSpan, Precision, Zone};
use crate::event::{Event, Importance, Kind};
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

/// Starts and ends that are told apart, at most; beyond that times are rounded.
const MOST: usize = 1 << 17;

/// From when to when a span is, both ends plain dates, the start over before the end begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpanTime {
    start: InstantSpan,
    end: InstantSpan,
    precisions: [Precision; 2],
    zone: Zone,
}

/// What spans have in common whose starts and ends may be exchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct SpanClass {
    group: u32,
    precisions: [Precision; 2],
    /// Seconds east of UTC; none without a zone.
    east: Option<i32>,
    /// Whether they lie before, within or after the time asked for.
    side: u8,
}

/// A start or an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct EdgeKey {
    class: u32,
    is_end: bool,
    time: InstantSpan,
}

impl Hash for EdgeKey {
    /// Its last instant follows from this but for a few dates.
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_i64(self.time.0.day);
        state.write_i64(self.time.0.nano);
        state.write_u64(u64::from(self.class) << 1 | u64::from(self.is_end));
    }
}

/// Spans by the times of their starts and ends.
pub(super) struct SpanCells {
    rule: SummaryRule,
    unit: CellUnit,
    /// So many edges there may be before times are rounded.
    most: usize,
    /// The least importance of each class.
    classes: KeyTable<SpanClass, Importance>,
    edges: KeyTable<EdgeKey, u64>,
}

impl SpanTime {
    /// The time from one plain date to another; none where starts and ends of such may not be
    /// exchanged.
    pub fn between(start: &PointTime, end: &PointTime) -> Option<Self> {
        let precisions = [start.precision, end.precision];
        let is_even = start.zone == end.zone && !precisions.contains(&Precision::Fraction);
        (is_even && start.span.1 <= end.span.0).then_some(Self {
            start: start.span,
            end: end.span,
            precisions,
            zone: start.zone,
        })
    }

    /// The same of an event.
    pub(super) fn of(event: &Event) -> Option<Self> {
        let Event { start, end: Some(end), kind: Kind::Span, .. } = event else { return None };
        Self::between(&PointTime::of_date(start)?, &PointTime::of_date(end)?)
    }

    /// How long it is, in nanoseconds.
    pub fn long(&self) -> i128 {
        self.end.1.nanos_since(self.start.0)
    }

    /// Whether spans of this time are counted by their starts and ends.
    pub fn is_counted(&self, rule: &SummaryRule) -> bool {
        self.side(rule).is_some()
    }

    /// Where it lies beside the time asked for: before, within or after; none where it reaches over an
    /// end of it, or that depends on the clock.
    fn side(&self, rule: &SummaryRule) -> Option<u8> {
        const WITHIN: u8 = 1;
        if !rule.has_ends() {
            return Some(WITHIN);
        }
        let [own, other] = rule.clocks(self.zone).map(|east| {
            let [lo, hi] = [self.start.0, self.end.1].map(|at| on_clock(self.zone, at, east));
            match rule.ends(east) {
                (Some(from), _) if hi <= from => Some(0),
                (_, Some(to)) if to <= lo => Some(2),
                (from, to) => {
                    let is_within = from.is_none_or(|at| at <= lo) && to.is_none_or(|at| hi <= at);
                    is_within.then_some(WITHIN)
                }
            }
        });
        own.filter(|_| own == other)
    }
}

impl SpanCells {
    pub(super) fn new(rule: &SummaryRule) -> Self {
        Self {
            rule: rule.clone(),
            unit: CellUnit::Exact,
            most: MOST,
            classes: KeyTable::default(),
            edges: KeyTable::default(),
        }
    }

    /// How many times are told apart, where rounding does not bound them.
    pub(super) fn unbounded(&self) -> usize {
        if self.edges.len() > self.most { self.edges.len() } else { 0 }
    }

    /// Counts spans of a time and a group; false if they cannot be counted so.
    #[must_use]
    pub(super) fn add(&mut self, time: &SpanTime, group: u32, weight: PointWeight) -> bool {
        let (many, importance) = weight;
        let Some(side) = time.side(&self.rule).filter(|_| many > 0) else { return false };
        let east = match time.zone {
            Zone::Offset(east) => Some(east),
            Zone::Floating => None,
        };
        let class = SpanClass { group, precisions: time.precisions, east, side };
        let class = self.class(class, importance);
        let times = [time.start, time.end];
        for (is_end, time) in [false, true].into_iter().zip(times) {
            self.count(EdgeKey { class, is_end, time }, many);
        }
        self.round();
        true
    }

    /// All spans of others; `groups` has the numbers here of their groups.
    pub(super) fn join_all(&mut self, other: Self, groups: &[u32]) {
        let of_here = |class: SpanClass| SpanClass { group: groups[class.group as usize], ..class };
        let classes = other.classes.into_entries().into_iter();
        let classes: Vec<u32> =
            classes.map(|(class, importance)| self.class(of_here(class), importance)).collect();
        self.round_to(self.unit.max(other.unit));
        for (edge, many) in other.edges.into_entries() {
            self.count(EdgeKey { class: classes[edge.class as usize], ..edge }, many);
        }
        self.round();
    }

    /// The number of a class.
    fn class(&mut self, class: SpanClass, importance: Importance) -> u32 {
        let place = self.classes.place(class, || importance);
        if let Some(least) = self.classes.at(place) {
            *least = importance.min(*least);
        }
        u32::try_from(place).unwrap_or(u32::MAX)
    }

    fn count(&mut self, edge: EdgeKey, many: u64) {
        let place = self.edges.place(EdgeKey { time: self.rounded(&edge), ..edge }, || 0);
        if let Some(known) = self.edges.at(place) {
            *known = known.saturating_add(many);
        }
    }

    /// The time of an edge where its unit begins, or at the next such: so it is told for certain how many
    /// go on where units begin.
    fn rounded(&self, edge: &EdgeKey) -> InstantSpan {
        let (lo, hi) = edge.time;
        let moved = |at| {
            let by = self.unit.ceil(at).nanos_since(at);
            lo.checked_add(by).zip(hi.checked_add(by)).unwrap_or(edge.time)
        };
        match self.unit {
            CellUnit::Exact => edge.time,
            _ => moved(if edge.is_end { hi } else { lo }),
        }
    }

    /// Rounds as far as it takes, but where a time is asked for whose ends would be moved over.
    fn round(&mut self) {
        while self.edges.len() > self.most && !self.rule.has_ends() {
            let Some(coarser) = self.unit.coarser() else { return };
            self.round_to(coarser);
        }
    }

    fn round_to(&mut self, unit: CellUnit) {
        if unit <= self.unit {
            return;
        }
        self.unit = unit;
        for (edge, many) in std::mem::take(&mut self.edges).into_entries() {
            self.count(edge, many);
        }
    }

    /// Spans with the same starts and ends, those of each class in their order.
    pub(super) fn finish(self, groups: &SummaryGroups) -> Vec<Event> {
        let mut edges: BTreeMap<u32, [Vec<(InstantSpan, u64)>; 2]> = BTreeMap::new();
        for (edge, many) in self.edges.into_entries() {
            let of_class = edges.entry(edge.class).or_default();
            of_class[usize::from(edge.is_end)].push((edge.time, many));
        }
        let classes = self.classes.into_entries();
        let mut events = Vec::new();
        for (class, mut times) in edges {
            times.iter_mut().for_each(|edges| edges.sort_unstable());
            let (class, importance) = &classes[class as usize];
            let group = groups.get(class.group);
            events.extend(pairs(times).into_iter().map(|([start, end], many)| Event {
                end: Some(class.date(1, end)),
                kind: Kind::Span,
                ..group.event(class.date(0, start), (many, *importance))
            }));
        }
        events
    }
}

impl SpanClass {
    /// The date of a start, place 0, or of an end, place 1.
    fn date(&self, place: usize, span: InstantSpan) -> Date {
        let zone = self.east.map_or(Zone::Floating, Zone::Offset);
        PointTime { span, precision: self.precisions[place], zone }.date()
    }
}

/// Starts and ends, each in order and as often as it is there, paired in that order.
fn pairs(edges: [Vec<(InstantSpan, u64)>; 2]) -> Vec<([InstantSpan; 2], u64)> {
    let [mut starts, mut ends] = edges.map(Vec::into_iter);
    let mut pairs = Vec::new();
    let (mut start, mut end) = (starts.next(), ends.next());
    while let (Some((from, starting)), Some((to, ending))) = (start, end) {
        let many = starting.min(ending);
        pairs.push(([from, to], many));
        start = if starting > many { Some((from, starting - many)) } else { starts.next() };
        end = if ending > many { Some((to, ending - many)) } else { ends.next() };
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::{DAY_NANOS, Instant};
    use crate::options::FigureOptions;
    use proptest::prelude::*;

    const HOUR: i64 = DAY_NANOS / 24;

    fn cells(most: usize) -> SpanCells {
        let rule = SummaryRule::of(&FigureOptions::default()).expect("a figure that may count");
        SpanCells { most, ..SpanCells::new(&rule) }
    }

    /// A span from one hour to another, both counted from 1970.
    fn span((from, hours): (i64, i64)) -> SpanTime {
        let at = |hour: i64| Instant { day: hour / 24, nano: hour % 24 * HOUR };
        let time = |hour: i64| PointTime {
            span: (at(hour), at(hour + 1)),
            precision: Precision::Hour,
            zone: Zone::Floating,
        };
        SpanTime::between(&time(from), &time(from + hours)).expect("a span")
    }

    fn counted(spans: &[(i64, i64)], most: usize) -> SpanCells {
        let mut cells = cells(most);
        for one in spans {
            assert!(cells.add(&span(*one), 0, (1, Importance::default())));
        }
        cells
    }

    /// The spans as whole hours with the end after the last, and how many of each.
    fn finished(cells: SpanCells) -> Vec<(i64, i64, u64)> {
        let mut groups = SummaryGroups::default();
        groups.place(super::super::groups::SummaryGroup {
            category: None,
            lane: None,
            colour: None,
            is_counted: false,
        });
        let hour = |at: Option<Instant>| at.map_or(0, |at| at.day * 24 + at.nano / HOUR);
        let events = cells.finish(&groups).into_iter();
        events.map(|event| (hour(event.lo()), hour(event.hi()), event.weight())).collect()
    }

    /// How many go on in each hour.
    fn running(spans: &[(i64, i64, u64)]) -> Vec<u64> {
        let goes_on = |hour: i64| spans.iter().filter(move |one| one.0 <= hour && hour < one.1);
        (0..200).map(|hour| goes_on(hour).map(|one| one.2).sum()).collect()
    }

    proptest! {
        #[test]
        fn as_many_go_on_at_any_time(spans in prop::collection::vec((0..100_i64, 1..90_i64), 1..40)) {
            let found = finished(counted(&spans, MOST));
            let expected: Vec<(i64, i64, u64)> =
                spans.iter().map(|(from, hours)| (*from, from + hours + 1, 1)).collect();
            prop_assert_eq!(running(&found), running(&expected));
            prop_assert_eq!(found.iter().map(|one| one.2).sum::<u64>(), spans.len() as u64);
        }

        /// Whatever the order and the parts, and for certain as many as there are where units begin.
        #[test]
        fn times_are_rounded_alike_in_any_order(
            spans in prop::collection::vec((0..100_i64, 1..90_i64), 1..40), most in 4..30_usize, cut in 0..40_usize,
        ) {
            let whole = counted(&spans, most);
            let unit = whole.unit;
            let whole = finished(whole);
            let reversed: Vec<(i64, i64)> = spans.iter().rev().copied().collect();
            prop_assert_eq!(&finished(counted(&reversed, most)), &whole);
            let (one, other) = spans.split_at(cut.min(spans.len()));
            let mut joined = counted(one, most);
            joined.join_all(counted(other, most), &[0]);
            prop_assert_eq!(&finished(joined), &whole);
            if unit == CellUnit::Day {
                let expected: Vec<(i64, i64, u64)> =
                    spans.iter().map(|(from, hours)| (*from, from + hours + 1, 1)).collect();
                let midnights = |all: Vec<u64>| all.into_iter().step_by(24).collect::<Vec<u64>>();
                prop_assert_eq!(midnights(running(&whole)), midnights(running(&expected)));
            }
        }
    }
}
