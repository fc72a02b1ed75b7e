//! How hard to search for blocks, by how many events there are and what is asked for.
//!
//! Time goes into three things: candidates kept for each cut, caps tried, and changes tried in the
//! end. What is best spent on which depends on the number of events: of 13 to 20, and of 61 to 110,
//! the changes find nearly all that more candidates would, while of 21 to 60, and of 111 to 300,
//! lists are long enough that the cut decides. So each step was fitted by itself, to the least cost
//! in its time (`cargo run --release --example layouts`), and the limits do not fall from one step
//! to the next. A test holds each step against those beside it.

use crate::geometry::Sub;
use crate::options::Effort;

/// The first count of events of each step but the first.
pub(super) const STEPS: [usize; 7] = [9, 13, 21, 61, 111, 301, 3001];

/// How hard to search.
#[derive(Clone, Copy, Debug)]
pub(super) struct SearchLimits {
    /// Candidates that are kept for each cut.
    pub(super) kept: usize,
    /// Partitions of all events that are settled for each cap.
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

impl SearchLimits {
    /// Those for so many events.
    pub(super) fn new(count: usize, effort: Effort) -> Self {
        let step = STEPS.iter().take_while(|&&first| first <= count).count();
        let normal = Self::of_step(step);
        // Parts of blocks take much time for little gain where there are many.
        let normal = match count > 12 && effort != Effort::Best {
            true => Self { kinds: 2, ..normal },
            false => normal,
        };
        match effort {
            Effort::Fast => normal.fast(),
            Effort::Normal => normal,
            Effort::Best if count <= 300 => normal.best(),
            Effort::Best => normal.better(),
        }
    }

    /// Those of a step of the number of events, with changes of all kinds. Most for the few events
    /// of which a fault is seen at once; for thousands what is linear in their number.
    pub(super) fn of_step(step: usize) -> Self {
        let [kept, settled, lower, ends, step, idle, improved, changes] = match step {
            0 => [40, 20, 4, usize::MAX, 10, 6, 60, 8000],
            1 => [20, 10, 4, usize::MAX, 6, 4, 12, 4000],
            2 => [5, 1, 1, usize::MAX, 8, 3, 4, 3000],
            3 => [12, 1, 1, usize::MAX, 8, 4, 6, 3000],
            4 => [6, 1, 1, 24, 6, 3, 3, 2000],
            5 => [12, 1, 1, 48, 10, 5, 4, 4000],
            6 => [4, 1, 1, 6, 6, 2, 1, 0],
            _ => [3, 1, 1, 4, 4, 1, 1, 0],
        };
        let (lower, step) = (lower as Sub, step as Sub);
        Self { kept, settled, lower, ends, step, idle, improved, changes, kinds: 3 }
    }

    fn fast(self) -> Self {
        Self { kept: self.kept / 2 + 1, idle: 1, changes: self.changes / 8, ..self }
    }

    /// A long search, to hold others against.
    fn best(self) -> Self {
        Self {
            kept: self.kept * 8,
            settled: self.settled * 8,
            lower: self.lower * 2,
            ends: usize::MAX,
            step: 20,
            idle: 20,
            improved: 16,
            changes: 40_000,
            kinds: self.kinds,
        }
    }

    /// The same for more events than that can be done for.
    fn better(self) -> Self {
        Self { kept: self.kept * 3, ends: self.ends * 4, step: 10, idle: 4, ..self }
    }
}
