//! The cut of the events into runs: dynamic programming over the places where they may be cut, under
//! a cap on the height of a block. For each place the few best ways to have come there are kept.

use super::super::cost;
use super::settle::neighbours;
use super::{ALONG, Block, Form, Formed, LEVELS, Search, useful};
use crate::geometry::Sub;
use crate::layout::Side;

/// A way to have placed all events before a cut.
#[derive(Clone, Copy, Debug)]
struct Way {
    cost: i64,
    /// Right end of what stands on each side.
    right: [Sub; 2],
    /// Room taken on each side.
    used: [Sub; 2],
    /// Last date on each side.
    last: [Sub; 2],
    /// Height of the highest block on each side.
    tallest: [Sub; 2],
    /// The last block by its place among all that were tried, and the way before it by its place
    /// among those kept; [`NONE`] at the start.
    block: u32,
    before: u32,
}

/// No block yet.
const NONE: u32 = u32::MAX;

/// So many times as many ways are looked at as are kept.
const WIDER: usize = 6;

/// The first `most` by a key, in its order.
fn first_by<K: Ord>(ways: &mut [Way], most: usize, key: impl Fn(&Way) -> K) -> &[Way] {
    let most = most.min(ways.len());
    if most > 0 && most < ways.len() {
        ways.select_nth_unstable_by_key(most - 1, &key);
    }
    let first = &mut ways[..most];
    first.sort_unstable_by_key(key);
    first
}

/// The blocks of a way from the start.
fn traced(way: &Way, kept: &[Way], blocks: &[Block]) -> Vec<Block> {
    let ways = std::iter::successors(Some(way), |way| kept.get(way.before as usize));
    let mut found: Vec<Block> =
        ways.map_while(|way| blocks.get(way.block as usize)).copied().collect();
    found.reverse();
    found
}

impl Search<'_> {
    /// The few cheapest ways to cut all events into blocks that are no higher than the cap of their side, each in the
    /// order of time.
    pub(super) fn under(&self, caps: [Sub; 2]) -> Vec<Vec<Block>> {
        let count = self.problem.labels.len();
        let (mut kept, mut blocks): (Vec<Way>, Vec<Block>) = (Vec::new(), Vec::new());
        let mut ways: Vec<Vec<Way>> = vec![Vec::new(); count + 1];
        let (start, far) = (self.problem.first_pole, Sub::MIN / 2);
        let (right, used, last) = ([start; 2], [0; 2], [far; 2]);
        let tallest = [0; 2];
        ways[0].push(Way { cost: 0, right, used, last, tallest, block: NONE, before: NONE });
        for from in 0..count {
            let here = self.pruned(std::mem::take(&mut ways[from]));
            if here.is_empty() {
                continue;
            }
            let first = kept.len();
            kept.extend(&here);
            for side in Side::BOTH {
                let cap = caps[side as usize];
                for (to, (form, size, cost)) in self.runs(from, cap) {
                    let block = self.block(from..to, form, size, side, cost);
                    let next = (first..).zip(&here).filter_map(|(at, way)| {
                        let last = blocks.get(way.block as usize);
                        let next = self.step(way, last, &block, cap)?;
                        Some(Way { block: blocks.len() as u32, before: at as u32, ..next })
                    });
                    ways[to].extend(next);
                    blocks.push(block);
                }
            }
        }
        let height = |way: &Way| cost::height(self.problem, [0; 2], way.tallest);
        let cheapest = |way: &Way| (way.cost + height(way), way.before, way.block);
        let best = first_by(&mut ways[count], self.budget.settled, cheapest);
        best.iter().map(|way| traced(way, &kept, &blocks)).collect()
    }

    /// The few ways worth keeping: the cheapest, and those that leave most room for what comes;
    /// none that another beats in everything.
    fn pruned(&self, mut ways: Vec<Way>) -> Vec<Way> {
        let most = self.budget.kept;
        let mut kept: Vec<Way> = Vec::new();
        let mut keep = |ways: &[Way], most: usize| {
            for way in ways {
                let ahead = |known: &Way, side: usize| {
                    known.right[side] <= way.right[side] && known.used[side] <= way.used[side]
                };
                let beats =
                    |known: &Way| known.cost <= way.cost && ahead(known, 0) && ahead(known, 1);
                if kept.len() >= most {
                    break;
                }
                if !kept.iter().any(beats) {
                    kept.push(*way);
                }
            }
        };
        let cheapest = |way: &Way| (way.cost, way.right, way.used, way.before, way.block);
        keep(first_by(&mut ways, most * WIDER, cheapest), most / 2);
        let shortest =
            |way: &Way| (way.used[0].max(way.used[1]), way.cost, way.right, way.before, way.block);
        keep(first_by(&mut ways, most * WIDER, shortest), most);
        kept
    }

    /// What the runs from `from` on may be set as within a height: the end of each, its form.
    fn runs(&self, from: usize, cap: Sub) -> Vec<(usize, Formed)> {
        let together = from + self.together(from);
        let whole = useful(self.all(from..together), cap);
        let mut runs: Vec<_> = whole.into_iter().map(|form| (together, form)).collect();
        let stacked = from + 2..=(from + LEVELS).min(self.problem.labels.len());
        for to in stacked.filter(|&to| self.cuts[to]) {
            let stacks = useful(self.stacks(from..to), cap);
            runs.extend(stacks.into_iter().map(|form| (to, form)));
        }
        for (measure, rows) in self.rows.iter().enumerate() {
            let last = match (self.has_lists(), self.problem.is_upright) {
                (false, _) => from,
                (true, true) => self.problem.labels.len().min(from + ALONG),
                (true, false) => rows.fitting(from, cap),
            };
            let ends = (together + 1..=last).rev().filter(|&to| self.cuts[to]);
            for to in ends.take(self.budget.ends) {
                let size = rows.size(from..to);
                // A narrower measure is of use only if it saves room.
                if measure > 0 && self.rows[measure - 1].size(from..to).w <= size.w {
                    continue;
                }
                let size = self.boxed(size);
                if size.h <= cap {
                    runs.push((to, (Form::List(measure, 1), size, rows.cost(from..to))));
                }
            }
        }
        runs
    }

    /// The way after a block; none if it does not fit there.
    fn step(&self, way: &Way, last: Option<&Block>, block: &Block, cap: Sub) -> Option<Way> {
        let side = block.side as usize;
        let labels = &self.problem.labels;
        let (first, end) = (labels[block.from].x, labels[block.to - 1].x);
        let mut next = *way;
        let used = way.used[side].saturating_add(block.size.w);
        let room = self.problem.right - self.problem.left;
        if first < way.last[side].saturating_add(self.problem.pole_step) || used > room {
            return None;
        }
        let after = block.after(self.problem);
        next.used[side] = used.saturating_add(after);
        let left = way.right[side].max(block.ideal[0]);
        let over = (left + block.size.w - self.problem.right).max(0);
        let away = (left - block.ideal[1]).max(0);
        let is_even = !block.is_list() || self.problem.is_upright;
        next.cost += block.cost
            + block.away(away)
            + cost::overflow(over)
            + neighbours(last, block)
            + if is_even { 0 } else { cost::uneven(cap - block.size.h) };
        // What would reach beyond the end pushes the blocks before it back in the end.
        next.right[side] = left + block.size.w + after;
        next.last[side] = end;
        next.tallest[side] = way.tallest[side].max(block.size.h);
        Some(next)
    }
}
