//! What the cells of a ruler span: as a whole, and what of that the domain shows.

use super::domain::Domain;
use super::interval::Interval;
use crate::date::Instant;
use crate::geometry::Sub;

/// No ruler has more cells than this.
pub(super) const MOST_CELLS: usize = 250;

/// What a cell spans: as a whole, and what of that is visible.
#[derive(Clone, Copy, Debug)]
pub(super) struct TickSpan {
    /// First instant of the cell.
    pub(super) start: Instant,
    /// First instant after the cell.
    pub(super) end: Instant,
    /// First instant of its visible part.
    pub(super) lo: Instant,
    /// First instant after its visible part.
    pub(super) hi: Instant,
}

/// Where a cell ends that no other follows.
const END: Instant = Instant::from_day(i64::MAX);

/// The cells of the domain in the order of time; of too many, little more than [`MOST_CELLS`].
pub(super) fn spans(interval: Interval, domain: Domain) -> Vec<TickSpan> {
    let mut spans = Vec::new();
    for (lo, hi) in domain.pieces() {
        let mut start = interval.floor(lo).unwrap_or(lo);
        while start < hi && spans.len() <= MOST_CELLS {
            let end = interval.next(start).filter(|&end| end > start).unwrap_or(END);
            spans.push(TickSpan { start, end, lo: start.max(lo), hi: end.min(hi) });
            start = end;
        }
    }
    spans
}

impl TickSpan {
    /// Whether all of the cell is visible.
    pub(super) fn is_whole(self) -> bool {
        self.lo == self.start && self.hi == self.end
    }

    /// What its visible part takes of a ruler of `width` over `domain`.
    pub(super) fn width(self, domain: Domain, width: Sub) -> Sub {
        domain.place(self.hi, 0, width) - domain.place(self.lo, 0, width)
    }

    /// Whether another part of the same cell is visible before a break.
    pub(super) fn continues(self, domain: Domain) -> bool {
        self.start < self.lo && domain.breaks().any(|gap| gap.hi == self.lo && self.start < gap.lo)
    }
}
