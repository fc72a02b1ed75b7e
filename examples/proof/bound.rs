//! What the events from a cut on cost at least, where blocks pay for their room instead of keeping
//! apart: dynamic programming over the cuts for all pairs of caps on the heights of the sides.

use super::model::{Block, Problem};
use super::prices::{PARTS, Prices};

/// Heights of blocks in classes; the first is that of nothing.
pub(crate) struct Classes {
    /// The least height of each class.
    least: Vec<i64>,
}

impl Classes {
    /// No more classes than so many.
    pub(crate) fn new(blocks: &[Block], most: usize) -> Self {
        let mut heights: Vec<i64> = blocks.iter().map(|block| block.height).collect();
        heights.sort_unstable();
        heights.dedup();
        let each = heights.len().div_ceil(most).max(1);
        let least = [0].into_iter().chain(heights.into_iter().step_by(each)).collect();
        Self { least }
    }

    pub(crate) fn of(&self, height: i64) -> usize {
        self.least.partition_point(|&least| least <= height) - 1
    }
}

/// What a side has: the class of its highest block, and whether it has a list.
pub(crate) type Has = (usize, bool);

/// The last block before a cut: its side, and whether it is a list.
pub(crate) type Last = (usize, bool);

fn state((side, is_list): Last) -> usize {
    2 * side + usize::from(is_list)
}

const NEVER: i64 = i64::MAX / 8;

/// The cheapest block of each run, by whether it is a list and under each cap, with where it stands.
#[derive(Clone)]
struct Cheapest {
    count: usize,
    classes: usize,
    /// Cost in parts, where the block begins and ends.
    table: Vec<(i64, (i64, i64))>,
}

impl Cheapest {
    fn new(
        problem: &Problem,
        blocks: &[Block],
        classes: &Classes,
        may_bend: bool,
        prices: &Prices,
    ) -> Self {
        let (count, many) = (problem.count(), classes.least.len());
        let table = vec![(NEVER, (0, 0)); (count + 1) * (count + 1) * 2 * many];
        let mut found = Self { count, classes: many, table };
        for block in blocks {
            let Some((cost, left)) = prices.cheapest(problem, block, may_bend) else { continue };
            let at = found.at(block.run.start, block.run.end, block.is_list());
            for class in classes.of(block.height)..many {
                let known = &mut found.table[at + class];
                *known = (*known).min((cost, (left, left + block.width + block.after)));
            }
        }
        found
    }

    fn at(&self, start: usize, end: usize, is_list: bool) -> usize {
        ((start * (self.count + 1) + end) * 2 + usize::from(is_list)) * self.classes
    }
}

/// Bounds under all pairs of caps.
pub(crate) struct Bounds<'a> {
    problem: &'a Problem,
    classes: &'a Classes,
    sides: [Cheapest; 2],
    tracks: [usize; 2],
}

/// A cap on a side: the double of a class, and one more where lists may stand.
type Cap = usize;

impl<'a> Bounds<'a> {
    pub(crate) fn new(
        problem: &'a Problem,
        blocks: &[Block],
        classes: &'a Classes,
        tracks: [usize; 2],
        prices: &Prices,
    ) -> Self {
        let cheapest = |many: usize| Cheapest::new(problem, blocks, classes, many > 0, prices);
        let one = cheapest(tracks[0]);
        let same = (tracks[0] > 0) == (tracks[1] > 0);
        let other = if same { one.clone() } else { cheapest(tracks[1]) };
        Self { problem, classes, sides: [one, other], tracks }
    }

    fn heights(&self, caps: [Cap; 2]) -> i64 {
        let height = |side: usize| {
            let bracket = if caps[side] % 2 == 1 { self.problem.bracket } else { 0 };
            let track = self.problem.track * self.tracks[side] as i64;
            self.classes.least[caps[side] / 2] + bracket + track
        };
        PARTS * self.problem.weights.heights([height(0), height(1)], self.problem.count())
    }

    fn beside(&self, is_same: bool, one_is_list: bool) -> i64 {
        let weights = &self.problem.weights;
        if is_same && one_is_list { PARTS * weights.beside() } else { 0 }
    }

    fn may_follow(&self, cut: usize) -> bool {
        let labels = &self.problem.labels;
        cut == 0 || labels[cut].x - labels[cut - 1].x >= self.problem.pole_step
    }

    /// Fills in what comes after each cut under caps, from the last back.
    fn fill(&self, caps: [Cap; 2], after: &mut [[i64; 4]]) {
        let count = self.problem.count();
        after[count] = [self.heights(caps); 4];
        for cut in (0..count).rev() {
            let mut least = [NEVER; 4];
            for side in 0..2 {
                let cheapest = &self.sides[side];
                let mut best = [NEVER; 2];
                for is_list in [false, true].into_iter().take(1 + caps[side] % 2) {
                    let here = &mut best[usize::from(is_list)];
                    for (end, rest) in after.iter().enumerate().skip(cut + 1) {
                        let own = cheapest.table[cheapest.at(cut, end, is_list) + caps[side] / 2].0;
                        *here = (*here).min(own + rest[state((side, is_list))]);
                    }
                }
                for (last, least) in least.iter_mut().enumerate() {
                    let (is_same, was_list) = (last / 2 == side, last % 2 == 1);
                    if !is_same || self.may_follow(cut) {
                        let flag = best[0] + self.beside(is_same, was_list);
                        *least = (*least).min(flag).min(best[1] + self.beside(is_same, true));
                    }
                }
            }
            after[cut] = least.map(|cost| cost.min(NEVER));
        }
    }

    /// The least cost of all events in parts, and where the blocks stand that make it.
    pub(crate) fn cheapest(&self) -> (i64, Vec<(i64, i64)>) {
        let many = 2 * self.classes.least.len();
        let mut after = vec![[NEVER; 4]; self.problem.count() + 1];
        let (mut least, mut best) = (NEVER, [0; 2]);
        for one in 0..many {
            for other in 0..many {
                self.fill([one, other], &mut after);
                let here = after[0].into_iter().min().unwrap_or(NEVER);
                if here < least {
                    (least, best) = (here, [one, other]);
                }
            }
        }
        self.fill(best, &mut after);
        (least, self.traced(best, &after))
    }

    /// Where the blocks stand that cost as little as is filled in.
    fn traced(&self, caps: [Cap; 2], after: &[[i64; 4]]) -> Vec<(i64, i64)> {
        let (count, mut cut, mut placed) = (self.problem.count(), 0, Vec::new());
        let mut last = (0..4).min_by_key(|&last| after[0][last]).unwrap_or(0);
        while cut < count {
            let ends = (cut + 1..=count).flat_map(|end| (0..4).map(move |next| (end, next)));
            let fits = |&(_, next): &(usize, usize)| {
                (next % 2 == 0 || caps[next / 2] % 2 == 1)
                    && (last / 2 != next / 2 || self.may_follow(cut))
            };
            let cost = |&(end, next): &(usize, usize)| {
                let cheapest = &self.sides[next / 2];
                let at = cheapest.at(cut, end, next % 2 == 1) + caps[next / 2] / 2;
                let beside = self.beside(last / 2 == next / 2, last % 2 == 1 || next % 2 == 1);
                (cheapest.table[at].0 + beside + after[end][next], cheapest.table[at].1)
            };
            let best = ends.filter(fits).min_by_key(|next| cost(next).0);
            let Some(next) = best.filter(|next| cost(next).0 < NEVER) else { break };
            placed.push(cost(&next).1);
            (cut, last) = next;
        }
        placed
    }
}

/// The least cost of what comes after each cut in parts, with that of all heights.
pub(crate) struct Suffix {
    many: usize,
    table: Vec<i64>,
}

impl Suffix {
    pub(crate) fn new(bounds: &Bounds<'_>) -> Self {
        let count = bounds.problem.count();
        let many = 2 * bounds.classes.least.len();
        let mut suffix = Self { many, table: vec![NEVER; (count + 1) * 4 * many * many] };
        let mut after = vec![[NEVER; 4]; count + 1];
        for one in 0..many {
            for other in 0..many {
                bounds.fill([one, other], &mut after);
                for (cut, states) in after.iter().enumerate() {
                    for (state, &cost) in states.iter().enumerate() {
                        let at = suffix.at(cut, state, [one, other]);
                        suffix.table[at] = cost;
                    }
                }
            }
        }
        suffix.accumulate(count);
        suffix
    }

    fn at(&self, cut: usize, state: usize, [one, other]: [Cap; 2]) -> usize {
        ((cut * 4 + state) * self.many + one) * self.many + other
    }

    /// What is under a cap is under all that are higher or let lists stand.
    fn accumulate(&mut self, count: usize) {
        let above = |cap: Cap| [cap + 1 - cap % 2, cap + 2];
        for cut in 0..=count {
            for state in 0..4 {
                for one in (0..self.many).rev() {
                    for other in (0..self.many).rev() {
                        let ones = above(one).map(|up| [up, other]);
                        let others = above(other).map(|up| [one, up]);
                        let at = self.at(cut, state, [one, other]);
                        for up in ones.into_iter().chain(others) {
                            if up[0] < self.many && up[1] < self.many {
                                let up = self.table[self.at(cut, state, up)];
                                self.table[at] = self.table[at].min(up);
                            }
                        }
                    }
                }
            }
        }
    }

    /// The least cost in parts of all after a cut with all heights.
    pub(crate) fn after(&self, cut: usize, last: Last, has: [Has; 2]) -> i64 {
        let caps = has.map(|(class, has_list)| 2 * class + usize::from(has_list));
        self.table[self.at(cut, state(last), caps)]
    }
}
