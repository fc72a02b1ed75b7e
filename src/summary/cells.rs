//! Points counted by their time, their group and how exactly they are known. Times are rounded once
//! there are many of them, to units of which every bin is made that the figure can have.

use super::table::KeyTable;
use super::unit::{CellUnit, UnitStarts};
use super::{PointWeight, SummaryRule, joined, middle, on_clock};
use crate::date::{DAY_NANOS, Instant, InstantSpan, Precision, Zone};
use std::hash::{Hash, Hasher};

/// So many cells there are before times are rounded.
const MANY: usize = 4096;

/// When a point is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointTime {
    /// Its first instant, and the first after.
    pub span: InstantSpan,
    /// How exactly it is known.
    pub precision: Precision,
    /// The zone of its clock time.
    pub zone: Zone,
}

/// What is one cell. The time is rounded on both clocks that the figure may have: that of the one
/// zone of the table, and UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct CellKey {
    times: [Instant; 2],
    /// Whether it lies before, within or after the time asked for, on each clock.
    sides: [u8; 2],
    group: u32,
    precision: Precision,
    /// Seconds east of UTC; none without a zone.
    east: Option<i32>,
}

impl Hash for CellKey {
    /// The rest follows from this but in tables of several zones.
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_i64(self.times[0].day);
        state.write_i64(self.times[0].nano);
        state.write_u64(u64::from(self.group) << 8 | self.precision as u64);
    }
}

/// Points that no figure tells apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    first: PointTime,
    last: PointTime,
    pub(super) group: u32,
    /// Whether the rows stand for many: what they do so for is found by their very dates.
    is_counted: bool,
    many: u64,
    pub(super) importance: crate::event::Importance,
}

/// Points by cell.
pub(super) struct PointCells {
    rule: SummaryRule,
    unit: CellUnit,
    starts: UnitStarts,
    table: KeyTable<CellKey, Cell>,
    /// From the first time that is shown for certain to the last.
    shown: Option<InstantSpan>,
    has_zone: bool,
    /// So many cells there may be before a coarser unit is tried.
    many: usize,
    /// The places of cells of days, by where their unit begins and by their group.
    recent: Vec<Option<(i64, u32, u32)>>,
}

/// How many are remembered so; a power of two.
const RECENT: usize = 1 << 14;

impl Cell {
    /// The first time of the cell with all points but one, and the last with that: so the figure
    /// begins and ends where it would with all of them.
    pub(super) fn parts(&self) -> [Option<(PointTime, u64)>; 2] {
        if self.first == self.last {
            return [Some((self.first, self.many)), None];
        }
        [Some((self.first, self.many.saturating_sub(1))), Some((self.last, 1))]
    }
}

impl Cell {
    /// Takes the points of another in.
    fn take(&mut self, cell: &Self) {
        (self.many, self.importance) =
            joined((self.many, self.importance), (cell.many, cell.importance));
        if cell.first.span < self.first.span {
            self.first = cell.first;
        }
        if cell.last.span > self.last.span {
            self.last = cell.last;
        }
    }

    /// Takes points of one time in.
    fn take_at(&mut self, time: &PointTime, weight: PointWeight) {
        (self.many, self.importance) = joined((self.many, self.importance), weight);
        if time.span < self.first.span {
            self.first = *time;
        }
        if time.span > self.last.span {
            self.last = *time;
        }
    }
}

impl PointCells {
    pub(super) fn new(rule: &SummaryRule) -> Self {
        Self {
            rule: rule.clone(),
            unit: CellUnit::Exact,
            starts: UnitStarts::default(),
            table: KeyTable::default(),
            shown: None,
            has_zone: false,
            many: MANY,
            recent: Vec::new(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.table.len()
    }

    /// Takes note of a time, counted here or not: the longer the figure, the longer its bins.
    pub(super) fn widen(&mut self, time: &PointTime) {
        self.has_zone |= time.zone != Zone::Floating;
        if self.sides(time) != [1, 1] {
            return;
        }
        let (lo, hi) = time.span;
        let (from, to) = self.shown.unwrap_or(time.span);
        self.shown = Some((from.min(lo), to.max(hi)));
    }

    /// Counts points of a time and a group, whose rows stand for many or not.
    pub(super) fn add(
        &mut self,
        time: &PointTime,
        (group, is_counted): (u32, bool),
        (many, importance): PointWeight,
    ) {
        let recent = self.recent_place(time, (group, is_counted));
        if let Some((start, at)) = recent
            && let Some(place) = self.recent[at].filter(|one| (one.0, one.1) == (start, group))
            && let Some(known) = self.table.at(place.2 as usize)
        {
            known.take_at(time, (many, importance));
            return;
        }
        let cell = Cell { first: *time, last: *time, group, is_counted, many, importance };
        let place = self.join(cell);
        if let Some((start, at)) = recent {
            self.recent[at] = u32::try_from(place).ok().map(|place| (start, group, place));
        }
        if self.table.len() > self.many {
            self.round();
            self.many = (self.table.len() * 2).max(MANY);
        }
    }

    /// Where the unit of a day begins, and the place of its cell among those that are remembered;
    /// none of other times, and where days may lie outside of the figure.
    fn recent_place(
        &mut self,
        time: &PointTime,
        (group, is_counted): (u32, bool),
    ) -> Option<(i64, usize)> {
        let (lo, hi) = time.span;
        let is_day = time.precision == Precision::Day
            && time.zone == Zone::Floating
            && (lo.nano, hi) == (0, Instant::from_day(lo.day + 1));
        if !is_day || is_counted || self.unit <= CellUnit::Day || self.rule.has_ends() {
            return None;
        }
        let start = self.starts.cell(self.unit, time.span).day;
        let mixed = (start as u64 ^ u64::from(group) << 32).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        if self.recent.is_empty() {
            self.recent.resize(RECENT, None);
        }
        Some((start, (mixed >> 40) as usize % RECENT))
    }

    /// All points of others, which are counted by the same rule; `groups` has the numbers here of
    /// their groups.
    pub(super) fn join_all(&mut self, other: Self, groups: &[u32]) {
        self.has_zone |= other.has_zone;
        if let Some((lo, hi)) = other.shown {
            let (from, to) = self.shown.unwrap_or((lo, hi));
            self.shown = Some((from.min(lo), to.max(hi)));
        }
        for (_, cell) in other.table.into_entries() {
            self.join(Cell { group: groups[cell.group as usize], ..cell });
        }
    }

    /// The cells in the order of their times.
    pub(super) fn finish(mut self) -> Vec<Cell> {
        self.round();
        let mut entries = self.table.into_entries();
        entries.sort_by_key(|(key, _)| *key);
        entries.into_iter().map(|(_, cell)| cell).collect()
    }

    /// Adds the points of a cell, and gives the place of what they are now in.
    fn join(&mut self, cell: Cell) -> usize {
        let key = self.key(&cell);
        let place = self.table.place(key, || Cell { many: 0, ..cell });
        if let Some(known) = self.table.at(place) {
            known.take(&cell);
        }
        place
    }

    /// Rounds to the coarsest unit that no figure of what is known so far tells apart.
    fn round(&mut self) {
        let unit = self.coarsest();
        if unit <= self.unit {
            return;
        }
        self.unit = unit;
        self.recent.clear();
        let table = std::mem::take(&mut self.table);
        for (_, cell) in table.into_entries() {
            self.join(cell);
        }
    }

    fn coarsest(&self) -> CellUnit {
        let Some((lo, hi)) = self.shown.filter(|_| self.rule.most_bins > 0) else {
            return CellUnit::Exact;
        };
        let (from, to) = self.rule.ends(0);
        // Clocks are up to 14 hours apart.
        let doubt = if self.has_zone { 2 * i128::from(DAY_NANOS) } else { 0 };
        let whole = to.unwrap_or(hi).nanos_since(from.unwrap_or(lo)) - doubt;
        CellUnit::of_bins(whole / self.rule.most_bins, self.rule.has_years)
    }

    fn key(&mut self, cell: &Cell) -> CellKey {
        let PointTime { span, precision, zone } = cell.first;
        let unit = if cell.is_counted { CellUnit::Exact } else { self.unit };
        let mut rounded = |east| {
            let on = |at| on_clock(zone, at, east);
            let start = self.starts.cell(unit, (on(span.0), on(span.1)));
            on_clock(zone, start, -east)
        };
        let east = match zone {
            Zone::Offset(east) => Some(east),
            Zone::Floating => None,
        };
        let [own, other] = self.rule.clocks(zone);
        let first = rounded(own);
        let times = [first, if own == other { first } else { rounded(other) }];
        CellKey { times, sides: self.sides(&cell.first), group: cell.group, precision, east }
    }

    /// Where a time lies beside the time asked for, on each clock: before, within or after.
    fn sides(&self, time: &PointTime) -> [u8; 2] {
        if !self.rule.has_ends() {
            return [1, 1];
        }
        self.rule.clocks(time.zone).map(|east| {
            let (from, to) = self.rule.ends(east);
            let at = on_clock(time.zone, middle(time.span), east);
            match () {
                () if from.is_some_and(|from| at < from) => 0,
                () if to.is_some_and(|to| at >= to) => 2,
                () => 1,
            }
        })
    }
}
