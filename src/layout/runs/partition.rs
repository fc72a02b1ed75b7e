//! The cut of the events into runs: dynamic programming over the places where they may be cut, under
//! a cap on the height of a block. For each place the few best candidates that end there are kept
//! (beam search): a dearer one that leaves more room may be the better start for what follows.

use super::arrange::neighbours;
use super::shapes::{ALONG, LEVELS, RunShape, useful};
use super::{RunBlock, RunSearch};
use crate::geometry::{Axis, Sub};
use crate::layout::{Side, cost};

/// One way to have placed all events before a cut.
#[derive(Clone, Copy, Debug)]
struct PrefixCandidate {
    cost: i64,
    /// Right end of what is on each side.
    right: [Sub; 2],
    /// Room taken on each side.
    used: [Sub; 2],
    /// Last date on each side.
    last: [Sub; 2],
    /// Height of the highest block on each side.
    tallest: [Sub; 2],
    /// The last block by its place among all that were tried, and the candidate before it by its
    /// place among those kept; [`NONE`] at the start.
    block: u32,
    before: u32,
}

/// No block yet.
const NONE: u32 = u32::MAX;

/// So many times as many candidates are looked at as are kept.
const WIDER: usize = 6;

impl PrefixCandidate {
    /// No event placed yet, on a ruler from there on.
    fn start(first_pole: Sub) -> Self {
        let far = Sub::MIN / 2;
        let (right, used, last, tallest) = ([first_pole; 2], [0; 2], [far; 2], [0; 2]);
        Self { cost: 0, right, used, last, tallest, block: NONE, before: NONE }
    }

    /// Whether another is no better in anything that counts for what follows.
    fn beats(&self, other: &PrefixCandidate) -> bool {
        let is_ahead = |side: usize| {
            self.right[side] <= other.right[side] && self.used[side] <= other.used[side]
        };
        self.cost <= other.cost && is_ahead(0) && is_ahead(1)
    }
}

/// The candidates that are kept for one cut: none that another beats.
struct Beam {
    kept: Vec<PrefixCandidate>,
}

impl Beam {
    /// Adds candidates in their order, until so many are kept in all.
    fn add(&mut self, candidates: &[PrefixCandidate], most: usize) {
        for candidate in candidates {
            if self.kept.len() >= most {
                break;
            }
            if !self.kept.iter().any(|known| known.beats(candidate)) {
                self.kept.push(*candidate);
            }
        }
    }
}

/// The first `most` by a key, in its order.
fn first_by<K: Ord>(
    candidates: &mut [PrefixCandidate],
    most: usize,
    key: impl Fn(&PrefixCandidate) -> K,
) -> &[PrefixCandidate] {
    let most = most.min(candidates.len());
    if most > 0 && most < candidates.len() {
        candidates.select_nth_unstable_by_key(most - 1, &key);
    }
    let first = &mut candidates[..most];
    first.sort_unstable_by_key(key);
    first
}

/// All blocks that were tried, and the candidates that they were tried after.
#[derive(Default)]
struct History {
    kept: Vec<PrefixCandidate>,
    blocks: Vec<RunBlock>,
}

impl History {
    /// The blocks of a candidate from the start.
    fn traced(&self, last: &PrefixCandidate) -> Vec<RunBlock> {
        let before = |candidate: &&PrefixCandidate| self.kept.get(candidate.before as usize);
        let candidates = std::iter::successors(Some(last), before);
        let blocks = candidates.map_while(|one| self.blocks.get(one.block as usize));
        let mut found: Vec<RunBlock> = blocks.copied().collect();
        found.reverse();
        found
    }
}

impl RunSearch<'_> {
    /// The few cheapest partitions of all events into blocks that are no higher than the cap of
    /// their side, each in the order of time.
    pub(super) fn under(&self, caps: [Sub; 2]) -> Vec<Vec<RunBlock>> {
        let count = self.problem.labels.len();
        let mut history = History::default();
        let mut ends: Vec<Vec<PrefixCandidate>> = vec![Vec::new(); count + 1];
        ends[0].push(PrefixCandidate::start(self.problem.first_pole));
        for from in 0..count {
            let here = self.pruned(std::mem::take(&mut ends[from]));
            if here.is_empty() {
                continue;
            }
            let first = history.kept.len();
            history.kept.extend(&here);
            for side in Side::BOTH {
                let cap = caps[side as usize];
                for (to, shape) in self.runs(from, cap) {
                    let block = RunBlock::new(self.problem, from..to, &shape, side);
                    let next = (first..).zip(&here).filter_map(|(before, candidate)| {
                        let last = history.blocks.get(candidate.block as usize);
                        let next = self.extended(candidate, last, &block, cap)?;
                        let block = history.blocks.len() as u32;
                        Some(PrefixCandidate { block, before: before as u32, ..next })
                    });
                    ends[to].extend(next);
                    history.blocks.push(block);
                }
            }
        }
        let height = |one: &PrefixCandidate| cost::height(self.problem, [0; 2], one.tallest);
        let cheapest = |one: &PrefixCandidate| (one.cost + height(one), one.before, one.block);
        let best = first_by(&mut ends[count], self.limits.settled, cheapest);
        best.iter().map(|candidate| history.traced(candidate)).collect()
    }

    /// The few candidates worth keeping: the cheapest, and those that leave most room for what comes;
    /// none that another beats in everything.
    fn pruned(&self, mut all: Vec<PrefixCandidate>) -> Vec<PrefixCandidate> {
        let most = self.limits.kept;
        let mut beam = Beam { kept: Vec::new() };
        let cheapest = first_by(&mut all, most * WIDER, |one| {
            (one.cost, one.right, one.used, one.before, one.block)
        });
        beam.add(cheapest, most / 2);
        let shortest = first_by(&mut all, most * WIDER, |one| {
            (one.used[0].max(one.used[1]), one.cost, one.right, one.before, one.block)
        });
        beam.add(shortest, most);
        beam.kept
    }

    /// What the runs from `from` on may be set as within a height: the end of each, its shape.
    fn runs(&self, from: usize, cap: Sub) -> Vec<(usize, RunShape)> {
        let together = from + self.together(from);
        let whole = useful(self.whole(from..together), cap);
        let mut runs: Vec<_> = whole.into_iter().map(|shape| (together, shape)).collect();
        let stacked = from + 2..=(from + LEVELS).min(self.problem.labels.len());
        for to in stacked.filter(|&to| self.cuts[to]) {
            let stacks = useful(self.stacks(from..to), cap);
            runs.extend(stacks.into_iter().map(|shape| (to, shape)));
        }
        for (measure, rows) in self.rows.iter().enumerate() {
            let last = match (self.has_lists(), self.problem.axis) {
                (false, _) => from,
                // The cap is across the ruler, rows follow each other along it.
                (true, Axis::Vertical) => self.problem.labels.len().min(from + ALONG),
                (true, Axis::Horizontal) => rows.fitting(from, cap),
            };
            let ends = (together + 1..=last).rev().filter(|&to| self.cuts[to]);
            for to in ends.take(self.limits.ends) {
                // A narrower measure is of use only if it saves room.
                let is_as_wide =
                    measure > 0 && self.rows[measure - 1].size(from..to).w <= rows.size(from..to).w;
                if is_as_wide {
                    continue;
                }
                let list = self.list(measure, rows, from..to);
                if list.size.h <= cap {
                    runs.push((to, list));
                }
            }
        }
        runs
    }

    /// The candidate with one more block; none if it does not fit there.
    fn extended(
        &self,
        candidate: &PrefixCandidate,
        last: Option<&RunBlock>,
        block: &RunBlock,
        cap: Sub,
    ) -> Option<PrefixCandidate> {
        let side = block.side as usize;
        let labels = &self.problem.labels;
        let (first, end) = (labels[block.from].x, labels[block.to - 1].x);
        let mut next = *candidate;
        let used = candidate.used[side].saturating_add(block.size.w);
        let room = self.problem.right - self.problem.left;
        if first < candidate.last[side].saturating_add(self.problem.pole_step) || used > room {
            return None;
        }
        let after = block.after(self.problem);
        next.used[side] = used.saturating_add(after);
        let left = candidate.right[side].max(block.ideal[0]);
        let over = (left + block.size.w - self.problem.right).max(0);
        let away = (left - block.ideal[1]).max(0);
        // Beside a vertical ruler lists are below each other: their widths need not be alike.
        let is_column = block.is_list() && self.problem.axis == Axis::Horizontal;
        next.cost += block.cost
            + block.away(away)
            + cost::overflow(over)
            + neighbours(last, block)
            + if is_column { cost::uneven(cap - block.size.h) } else { 0 };
        // What would reach beyond the end pushes the blocks before it back in the end.
        next.right[side] = left + block.size.w + after;
        next.last[side] = end;
        next.tallest[side] = candidate.tallest[side].max(block.size.h);
        Some(next)
    }
}
