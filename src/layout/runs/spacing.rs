//! The blocks of a side side by side: in order and apart, as near to their dates as that allows.
//!
//! Isotonic regression by pooling adjacent violators (Ayer and others 1955) comes first: it takes a
//! step or two for each block. Its places are best by squares, so that all blocks of a pool leave
//! their dates a little; where some do, and they are few, the places of least cost are found by
//! dynamic programming among those at which a block is at one of its dates.

use super::RunBlock;
use super::shapes::RunForm;
use crate::geometry::Sub;
use crate::layout::{Hang, Problem, cost};

/// Rounds of moving blocks to the nearest of their ideal places.
const ROUNDS: usize = 4;
/// Up to so many blocks of a side the places of least cost are found.
const FEW: usize = 12;

/// A block as it is settled: the widths of all before it, its weight, where it would be alone.
#[derive(Clone, Copy, Debug)]
struct SpacedBlock {
    offset: i64,
    weight: i64,
    ideal: [i64; 2],
    /// Between which places its leaders are straight.
    straight: [i64; 2],
    rows: usize,
    leaders: i64,
    wish: i64,
}

impl SpacedBlock {
    fn new(problem: &Problem, block: &RunBlock, offset: i64) -> Self {
        let ideal = block.ideal.map(i64::from);
        let (slack, many) = (i64::from(problem.slack), block.members().len());
        let (straight, rows, leaders) = match block.is_list() {
            true => ([ideal[0] - slack, ideal[1] + slack], many, 1),
            false => (ideal, 1, many as i64),
        };
        Self { offset, weight: many as i64, ideal, straight, rows, leaders, wish: ideal[0] }
    }

    /// What it costs to be at a place; between two of equal cost, how far its first date is.
    fn cost(&self, left: i64) -> (i64, i64) {
        let [first, last] = self.ideal;
        let is_straight = self.straight[0] <= left && left <= self.straight[1];
        let away = if is_straight { 0 } else { (first - left).max(left - last) };
        (self.leaders * cost::distance(away as Sub, self.rows), (left - first).abs())
    }

    /// The places between the ends, less what is before it, at which its cost bends.
    fn stops(&self, ends: [i64; 2]) -> [i64; 4] {
        let [from, to] = self.straight;
        let stops = [from, self.ideal[0], self.ideal[1], to];
        stops.map(|place| (place - self.offset).clamp(ends[0], ends[1]))
    }
}

/// The least cost of the blocks so far with the last at a place or before, and which place that is.
#[derive(Clone, Copy, Debug)]
struct LeastCost {
    cost: (i64, i64),
    at: usize,
}

/// Blocks that touch and move together.
#[derive(Clone, Copy, Debug)]
struct Pool {
    /// The wishes of all, each times its weight, and all weights.
    wishes: i64,
    weight: i64,
    /// How many blocks it has.
    count: usize,
}

impl Pool {
    /// Where its blocks together are nearest to their wishes: at the mean of these.
    fn mean(&self) -> i64 {
        self.wishes.div_euclid(self.weight)
    }
}

/// Blocks of a side side by side.
#[derive(Default)]
pub(super) struct Spacing {
    blocks: Vec<SpacedBlock>,
    pools: Vec<Pool>,
    /// Places where blocks may be, less what is before them; what is least for each block there.
    places: Vec<i64>,
    least: Vec<LeastCost>,
    /// Where the first may begin and the last may end, and all left edges.
    start: Sub,
    end: Sub,
    pub(super) lefts: Vec<Sub>,
}

impl Spacing {
    /// Finds the left edges, in order and apart, as near to their ideals as that allows; not if
    /// the blocks are too wide together.
    pub(super) fn settle<'b>(
        &mut self,
        problem: &Problem,
        blocks: impl Iterator<Item = &'b RunBlock>,
    ) -> bool {
        self.blocks.clear();
        self.start = problem.first_pole;
        let (mut offset, mut total) = (0, 0);
        for block in blocks {
            let is_left = matches!(block.form, RunForm::Flag(_, Hang::Left));
            if self.blocks.is_empty() && is_left {
                self.start = problem.left;
            }
            self.end = if is_left { problem.last_pole } else { problem.right };
            self.blocks.push(SpacedBlock::new(problem, block, offset));
            total = offset + i64::from(block.size.w);
            offset = total + i64::from(block.after(problem));
        }
        let ends = [self.start.into(), i64::from(self.end) - total];
        if ends[1] < ends[0] {
            return false;
        }
        for _ in 0..ROUNDS {
            self.pool();
            self.spread(ends);
            if self.is_settled() {
                break;
            }
        }
        let mut placed = self.blocks.iter().zip(&self.lefts);
        let is_bent = placed.any(|(block, &left)| block.cost(left.into()).0 > 0);
        if is_bent && self.blocks.len() <= FEW {
            self.cheapen(ends);
        }
        true
    }

    /// Moves each block that is off a date of its own by less than `slack` onto it, where its
    /// neighbours leave the room: a small jog looks like a fault.
    pub(super) fn snap<'b>(
        &mut self,
        problem: &Problem,
        blocks: impl Iterator<Item = &'b RunBlock>,
    ) {
        let mut before = self.start;
        for (index, block) in blocks.enumerate() {
            let left = self.lefts[index];
            let off = block.nearest(problem, left) - left;
            let last = match self.lefts.get(index + 1) {
                Some(next) => next - block.after(problem),
                None => self.end,
            };
            let is_free = left + off >= before && left + off + block.size.w <= last;
            if off.abs() <= problem.slack && is_free {
                self.lefts[index] += off;
            }
            before = self.lefts[index] + block.size.w + block.after(problem);
        }
    }

    /// Moves wishes to the ideal places nearest to the left edges; whether none has moved.
    fn is_settled(&mut self) -> bool {
        let mut is_settled = true;
        for (block, &at) in self.blocks.iter_mut().zip(&self.lefts) {
            let wish = i64::from(at).clamp(block.ideal[0], block.ideal[1]);
            is_settled &= wish == block.wish;
            block.wish = wish;
        }
        is_settled
    }

    /// Pools of blocks that touch: the growing places nearest to the wishes by weighted squares, of
    /// which neighbours in the wrong order share their mean.
    fn pool(&mut self) {
        self.pools.clear();
        for block in &self.blocks {
            let wishes = (block.wish - block.offset) * block.weight;
            let mut pool = Pool { wishes, weight: block.weight, count: 1 };
            while let Some(last) = self.pools.pop_if(|last| last.mean() > pool.mean()) {
                pool.wishes += last.wishes;
                pool.weight += last.weight;
                pool.count += last.count;
            }
            self.pools.push(pool);
        }
    }

    /// The left edges of the pools' blocks, between the ends.
    fn spread(&mut self, ends: [i64; 2]) {
        self.lefts.clear();
        let mut blocks = self.blocks.iter();
        for pool in &self.pools {
            let start = pool.mean().clamp(ends[0], ends[1]);
            let own = blocks.by_ref().take(pool.count);
            self.lefts.extend(own.map(|block| (start + block.offset) as Sub));
        }
    }

    /// The left edges of least cost. Blocks that touch move together, which costs in straight lines
    /// between the places where one of them is at a date, so that one of those is the best.
    fn cheapen(&mut self, ends: [i64; 2]) {
        self.places.clear();
        self.places.extend(self.blocks.iter().flat_map(|block| block.stops(ends)));
        self.places.sort_unstable();
        self.places.dedup();
        let many = self.places.len();
        self.least.clear();
        for (number, block) in self.blocks.iter().enumerate() {
            let before = number.checked_sub(1).map(|before| before * many);
            let mut best: Option<LeastCost> = None;
            for (at, place) in self.places.iter().enumerate() {
                let mut cost = block.cost(place + block.offset);
                if let Some(before) = before.map(|before| self.least[before + at].cost) {
                    cost = (cost.0 + before.0, cost.1 + before.1);
                }
                let here = LeastCost { cost, at };
                best = Some(best.filter(|best| best.cost <= cost).unwrap_or(here));
                self.least.extend(best);
            }
        }
        let mut at = many - 1;
        for number in (0..self.blocks.len()).rev() {
            at = self.least[number * many + at].at;
            self.lefts[number] = (self.places[at] + self.blocks[number].offset) as Sub;
        }
    }
}
