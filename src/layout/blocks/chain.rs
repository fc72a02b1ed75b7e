//! The blocks of a side side by side: in order and apart, as near to their dates as that allows.
//!
//! Isotonic regression by pooling adjacent violators comes first. Its places are best by squares, so
//! that all blocks of a pool leave their dates a little; where some do, and they are few, the places
//! of least cost are found among those at which a block is at one of its dates.

use super::super::cost;
use super::{Block, Form};
use crate::geometry::Sub;
use crate::layout::{Hang, Problem};

/// Rounds of moving blocks to the nearest of their ideal places.
const ROUNDS: usize = 4;
/// Up to so many blocks of a side the places of least cost are found.
const FEW: usize = 12;

/// A block as it is settled: its width and all before it, its weight, where it would stand.
#[derive(Clone, Copy, Debug)]
struct Link {
    offset: i64,
    weight: i64,
    ideal: [i64; 2],
    /// Between which places its leaders are straight.
    straight: [i64; 2],
    rows: usize,
    leaders: i64,
    wish: i64,
}

impl Link {
    fn new(problem: &Problem, block: &Block, offset: i64) -> Self {
        let ideal = block.ideal.map(i64::from);
        let (slack, many) = (i64::from(problem.slack), block.members().len());
        let (straight, rows, leaders) = match block.form {
            Form::List(..) | Form::Headed(..) => ([ideal[0] - slack, ideal[1] + slack], many, 1),
            Form::Flag(..) | Form::Stack(_) => (ideal, 1, many as i64),
        };
        Self { offset, weight: many as i64, ideal, straight, rows, leaders, wish: ideal[0] }
    }

    /// What it costs to stand at a place; between two of equal cost, how far its first date is.
    fn cost(&self, left: i64) -> (i64, i64) {
        let [first, last] = self.ideal;
        let is_straight = self.straight[0] <= left && left <= self.straight[1];
        let away = if is_straight { 0 } else { (first - left).max(left - last) };
        (self.leaders * cost::distance(away as Sub, self.rows), (left - first).abs())
    }
}

/// The least cost of the links so far with the last at a place or before, and which place that is.
#[derive(Clone, Copy, Debug)]
struct Least {
    cost: (i64, i64),
    at: usize,
}

/// Blocks of a side side by side.
#[derive(Default)]
pub(super) struct Chain {
    links: Vec<Link>,
    pools: Vec<(i64, i64, usize)>,
    /// Places where links may stand, less what is before them; what is least for each link there.
    places: Vec<i64>,
    least: Vec<Least>,
    /// Where the first may begin and the last may end, and all left edges.
    start: Sub,
    end: Sub,
    pub(super) lefts: Vec<Sub>,
}

impl Chain {
    /// Finds the left edges, in order and apart, as near to their ideals as that allows; not if
    /// the blocks are too wide together.
    pub(super) fn settle<'b>(
        &mut self,
        problem: &Problem,
        blocks: impl Iterator<Item = &'b Block>,
    ) -> bool {
        self.links.clear();
        self.start = problem.first_pole;
        let (mut offset, mut total) = (0, 0);
        for block in blocks {
            let is_left = matches!(block.form, Form::Flag(_, Hang::Left));
            if self.links.is_empty() && is_left {
                self.start = problem.left;
            }
            self.end = if is_left { problem.last_pole } else { problem.right };
            self.links.push(Link::new(problem, block, offset));
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
        let mut placed = self.links.iter().zip(&self.lefts);
        let is_bent = placed.any(|(link, &left)| link.cost(left.into()).0 > 0);
        if is_bent && self.links.len() <= FEW {
            self.cheapen(ends);
        }
        true
    }

    /// Moves each block that is off a date of its own by less than `slack` onto it, where its
    /// neighbours leave the room: a small jog looks like a fault.
    pub(super) fn snap<'b>(&mut self, problem: &Problem, blocks: impl Iterator<Item = &'b Block>) {
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
        for (link, &at) in self.links.iter_mut().zip(&self.lefts) {
            let wish = i64::from(at).clamp(link.ideal[0], link.ideal[1]);
            is_settled &= wish == link.wish;
            link.wish = wish;
        }
        is_settled
    }

    /// Pools of links that touch: the growing places nearest to the wishes by weighted squares, of
    /// which neighbours in the wrong order share their mean. Sum of weighted wishes, weight, how many.
    fn pool(&mut self) {
        self.pools.clear();
        for link in &self.links {
            let mut pool = ((link.wish - link.offset) * link.weight, link.weight, 1);
            while let Some(last) =
                self.pools.pop_if(|last| last.0.div_euclid(last.1) > pool.0.div_euclid(pool.1))
            {
                pool = (last.0 + pool.0, last.1 + pool.1, last.2 + pool.2);
            }
            self.pools.push(pool);
        }
    }

    /// The left edges of the pools' links, between the ends.
    fn spread(&mut self, ends: [i64; 2]) {
        self.lefts.clear();
        let mut links = self.links.iter();
        for &(sum, weight, many) in &self.pools {
            let start = sum.div_euclid(weight).clamp(ends[0], ends[1]);
            self.lefts.extend(links.by_ref().take(many).map(|link| (start + link.offset) as Sub));
        }
    }

    /// The left edges of least cost: links that touch move together, which costs in straight lines
    /// between the places where one of them is at a date, so that one of those is the best.
    fn cheapen(&mut self, ends: [i64; 2]) {
        let Self { links, places, least, lefts, .. } = self;
        let stops = |link: &Link| {
            let [from, to] = link.straight;
            let offset = link.offset;
            [from, link.ideal[0], link.ideal[1], to]
                .map(|place| (place - offset).clamp(ends[0], ends[1]))
        };
        places.clear();
        places.extend(links.iter().flat_map(stops));
        places.sort_unstable();
        places.dedup();
        let many = places.len();
        least.clear();
        for (number, link) in links.iter().enumerate() {
            let mut best: Option<Least> = None;
            for (at, place) in places.iter().enumerate() {
                let mut cost = link.cost(place + link.offset);
                if let Some(before) = number.checked_sub(1).map(|before| least[before * many + at])
                {
                    cost = (cost.0 + before.cost.0, cost.1 + before.cost.1);
                }
                let here = Least { cost, at };
                best = Some(best.filter(|best| best.cost <= cost).unwrap_or(here));
                least.extend(best);
            }
        }
        let mut at = many - 1;
        for number in (0..links.len()).rev() {
            at = least[number * many + at].at;
            lefts[number] = (places[at] + links[number].offset) as Sub;
        }
    }
}
