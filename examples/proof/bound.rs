//! What the events from a cut on cost at least, without their distances: dynamic programming over the
//! cuts for all pairs of caps on the heights of the sides.

use super::model::{Block, Problem};

/// Most classes that heights are sorted into.
const CLASSES: usize = 64;

/// Heights of blocks in classes; the first is that of nothing.
pub(crate) struct Classes {
    /// The least height of each class.
    least: Vec<i64>,
}

impl Classes {
    pub(crate) fn new(blocks: &[Block]) -> Self {
        let mut heights: Vec<i64> = blocks.iter().map(|block| block.height).collect();
        heights.sort_unstable();
        heights.dedup();
        let each = heights.len().div_ceil(CLASSES).max(1);
        let least = [0].into_iter().chain(heights.into_iter().step_by(each)).collect();
        Self { least }
    }

    pub(crate) fn of(&self, height: i64) -> usize {
        self.least.partition_point(|&least| least <= height) - 1
    }
}

/// What a side has: the class of its highest block, and whether it has a list.
pub(crate) type Has = (usize, bool);

/// The least cost of what comes after each cut in halves, with that of all heights.
pub(crate) struct Suffix {
    many: usize,
    table: Vec<i64>,
}

/// Costs of the cheapest block of each run by whether it is a list, under each cap.
struct Cheapest {
    count: usize,
    classes: usize,
    table: Vec<i64>,
}

const NEVER: i64 = i64::MAX / 8;

impl Cheapest {
    fn new(problem: &Problem, blocks: &[Block], classes: &Classes) -> Self {
        let (count, classes_of) = (problem.count(), classes.least.len());
        let table = vec![NEVER; (count + 1) * (count + 1) * 2 * classes_of];
        let mut found = Self { count, classes: classes_of, table };
        for block in blocks {
            let at = found.at(block.run.start, block.run.end, block.is_list());
            for class in classes.of(block.height)..classes_of {
                let known = &mut found.table[at + class];
                *known = (*known).min(2 * block.cost);
            }
        }
        found
    }

    fn at(&self, start: usize, end: usize, is_list: bool) -> usize {
        ((start * (self.count + 1) + end) * 2 + usize::from(is_list)) * self.classes
    }
}

/// The last block before a cut: its side, and whether it is a list.
pub(crate) type Last = (usize, bool);

fn state((side, is_list): Last) -> usize {
    2 * side + usize::from(is_list)
}

impl Suffix {
    pub(crate) fn new(
        problem: &Problem,
        blocks: &[Block],
        classes: &Classes,
        tracks: [usize; 2],
    ) -> Self {
        let count = problem.count();
        let cheapest = Cheapest::new(problem, blocks, classes);
        let many = 2 * classes.least.len();
        let mut suffix = Self { many, table: vec![NEVER; (count + 1) * 4 * many * many] };
        let mut after = vec![[NEVER; 4]; count + 1];
        for one in 0..many {
            for other in 0..many {
                let caps = [one, other];
                let height = |side: usize| {
                    let bracket = if caps[side] % 2 == 1 { problem.bracket } else { 0 };
                    classes.least[caps[side] / 2] + bracket + problem.track * tracks[side] as i64
                };
                let heights = problem.weights.heights([height(0), height(1)], count);
                after[count] = [2 * heights; 4];
                fill(problem, &cheapest, caps, &mut after);
                for (cut, states) in after.iter().enumerate() {
                    for (state, &cost) in states.iter().enumerate() {
                        let at = suffix.at(cut, state, caps);
                        suffix.table[at] = cost;
                    }
                }
            }
        }
        suffix.accumulate(count);
        suffix
    }

    fn at(&self, cut: usize, state: usize, [one, other]: [usize; 2]) -> usize {
        ((cut * 4 + state) * self.many + one) * self.many + other
    }

    /// What is under a cap is under all that are higher or let lists stand.
    fn accumulate(&mut self, count: usize) {
        for cut in 0..=count {
            for state in 0..4 {
                for one in (0..self.many).rev() {
                    for other in (0..self.many).rev() {
                        let above = |cap: usize| [cap + 1 - cap % 2, cap + 2];
                        let ones = above(one).into_iter().map(|up| [up, other]);
                        let others = above(other).into_iter().map(|up| [one, up]);
                        let ups = ones.chain(others).filter(|up| up.iter().all(|&c| c < self.many));
                        let ups: Vec<usize> = ups.map(|up| self.at(cut, state, up)).collect();
                        let at = self.at(cut, state, [one, other]);
                        let least = ups.into_iter().map(|up| self.table[up]).min();
                        self.table[at] = self.table[at].min(least.unwrap_or(NEVER));
                    }
                }
            }
        }
    }

    /// The least cost in halves of all after a cut with all heights.
    pub(crate) fn after(&self, cut: usize, last: Last, has: [Has; 2]) -> i64 {
        let caps = has.map(|(class, has_list)| 2 * class + usize::from(has_list));
        self.table[self.at(cut, state(last), caps)]
    }
}

/// Fills in what comes after each cut under caps, from the last back.
fn fill(problem: &Problem, cheapest: &Cheapest, caps: [usize; 2], after: &mut [[i64; 4]]) {
    let (count, labels) = (problem.count(), &problem.labels);
    let pair = 2 * problem.weights.same_side * problem.weights.px;
    for cut in (0..count).rev() {
        let may_follow = cut == 0 || labels[cut].x - labels[cut - 1].x >= problem.pole_step;
        let mut least = [NEVER; 4];
        for side in 0..2 {
            let lists = if caps[side] % 2 == 1 { 2 } else { 1 };
            let mut best = [NEVER; 2];
            for is_list in [false, true].into_iter().take(lists) {
                let here = &mut best[usize::from(is_list)];
                for end in cut + 1..=count {
                    let own = cheapest.table[cheapest.at(cut, end, is_list) + caps[side] / 2];
                    *here = (*here).min(own + after[end][state((side, is_list))]);
                }
            }
            for (last, least) in least.iter_mut().enumerate() {
                let (is_same, was_list) = (last / 2 == side, last % 2 == 1);
                if is_same && !may_follow {
                    continue;
                }
                let beside = |is_list: bool| if is_same && (was_list || is_list) { pair } else { 0 };
                *least = (*least).min(best[0] + beside(false)).min(best[1] + beside(true));
            }
        }
        after[cut] = least.map(|cost| cost.min(NEVER));
    }
}
