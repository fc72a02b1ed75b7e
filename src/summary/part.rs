//! A part of a summary, counted apart from the rest: of rows of which time and group alone are read,
//! perhaps beside another part.

use super::cells::{PointCells, PointTime};
use super::groups::{SummaryGroup, SummaryGroups};
use super::spans::{SpanCells, SpanTime};
use super::{Summary, SummaryRule};
use crate::event::Importance;

/// Points and spans that have no name, by time and group.
pub struct SummaryPart {
    groups: SummaryGroups,
    points: PointCells,
    spans: SpanCells,
}

/// What an event must be to be among those that may be named.
#[derive(Clone, Copy, Debug)]
pub struct CandidateBar(Option<(Importance, i128, u64)>);

impl SummaryPart {
    /// Nothing yet.
    pub fn new(rule: &SummaryRule) -> Self {
        Self {
            groups: SummaryGroups::default(),
            points: PointCells::new(rule),
            spans: SpanCells::new(rule),
        }
    }

    /// That of these points and spans.
    pub(super) fn of(groups: SummaryGroups, points: PointCells, spans: SpanCells) -> Self {
        Self { groups, points, spans }
    }

    /// The number in this part of the group of these texts.
    pub fn group(
        &mut self,
        [category, lane, colour]: [Option<String>; 3],
        is_counted: bool,
    ) -> u32 {
        self.groups.place(SummaryGroup { category, lane, colour, is_counted })
    }

    /// Counts so many points.
    pub fn add(&mut self, time: &PointTime, group: (u32, bool), weight: (u64, Importance)) {
        self.points.widen(time);
        self.points.add(time, group, weight);
    }

    /// Counts so many spans; false if they cannot be counted here.
    #[must_use]
    pub fn add_span(&mut self, time: &SpanTime, group: u32, weight: (u64, Importance)) -> bool {
        self.spans.add(time, group, weight)
    }

    /// How many times and groups are told apart.
    pub fn cells(&self) -> usize {
        self.points.len() + self.spans.unbounded()
    }
}

impl CandidateBar {
    /// Whether an event that goes on for so many nanoseconds, a point for none, may be among them;
    /// `lot` is its lot.
    pub fn may_take(&self, weight: (Importance, i128), lot: impl FnOnce() -> u64) -> bool {
        match self.0 {
            None => true,
            Some((least, long, _)) if weight != (least, long) => weight > (least, long),
            Some((_, _, least)) => lot() >= least,
        }
    }
}

impl Summary {
    /// What an event must be now to be kept.
    pub fn bar(&self) -> CandidateBar {
        CandidateBar(self.candidates.least())
    }

    /// Adds a part; gives the numbers here of its groups.
    pub fn join(&mut self, part: SummaryPart) -> Vec<u32> {
        let SummaryPart { groups, points, spans } = part;
        let groups = groups.all().map(|group| self.groups.place(group)).collect::<Vec<u32>>();
        self.points.join_all(points, &groups);
        self.spans.join_all(spans, &groups);
        groups
    }
}
