//! How hard to search for blocks, by how many events there are and what is asked for.

use crate::geometry::Sub;
use crate::options::Effort;

/// How hard to search.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    /// Ways to have come to a cut that are kept.
    pub(super) kept: usize,
    /// Ways for all events that are settled for each cap.
    pub(super) settled: usize,
    /// Caps on the other side that are tried with each.
    pub(super) lower: Sub,
    /// Ends of a run that are tried, those of the longest lists first.
    pub(super) ends: usize,
    /// A cap grows by one part in so many.
    pub(super) step: Sub,
    /// Caps in a row that bring nothing before the search ends.
    pub(super) idle: usize,
    /// Of how many caps the blocks are improved, the cheapest first.
    pub(super) improved: usize,
    /// Changes to blocks that are tried for each of these.
    pub(super) changes: usize,
    /// Kinds of changes: to single blocks, to pairs, to parts of blocks.
    pub(super) kinds: usize,
}

impl Budget {
    /// More for few events, where it is seen.
    pub(super) fn of(count: usize, effort: Effort) -> Self {
        let [kept, settled, lower, ends, step, idle, improved, changes] = match count {
            0..=8 => [40, 20, 4, usize::MAX, 10, 6, 60, 8000],
            9..=12 => [20, 10, 4, usize::MAX, 6, 4, 12, 4000],
            13..=20 => [5, 1, 1, usize::MAX, 8, 3, 4, 3000],
            21..=60 => [12, 1, 1, usize::MAX, 8, 4, 6, 3000],
            61..=110 => [6, 1, 1, 24, 6, 3, 3, 2000],
            111..=300 => [12, 1, 1, 48, 10, 5, 4, 4000],
            301..=3000 => [4, 1, 1, 6, 6, 2, 1, 0],
            _ => [3, 1, 1, 4, 4, 1, 1, 0],
        };
        let (lower, step) = (lower as Sub, step as Sub);
        let kinds = if count > 12 && effort != Effort::Best { 2 } else { 3 };
        let normal = Self { kept, settled, lower, ends, step, idle, improved, changes, kinds };
        match effort {
            Effort::Fast => Self { kept: kept / 2 + 1, idle: 1, changes: changes / 8, ..normal },
            Effort::Normal => normal,
            Effort::Best if count <= 300 => Self {
                kept: kept * 8,
                settled: settled * 8,
                lower: lower * 2,
                ends: usize::MAX,
                step: 20,
                idle: 20,
                improved: 16,
                changes: 40_000,
                kinds,
            },
            Effort::Best => Self { kept: kept * 3, ends: ends * 4, step: 10, idle: 4, ..normal },
        }
    }
}
