//! The cut of the events into runs: dynamic programming over the places where they may be cut, under
//! a cap on the height of a block. For each place the few best candidates that end there are kept
//! (beam search): a dearer one that leaves more room may be the better start for what follows.

use super::arrange::neighbours;
use super::shapes::{LEVELS, RunShape, useful};
use super::{RunBlock, RunSearch};
use crate::geometry::{Axis, Sub};
use crate::layout::{Side, cost};
use std::cmp::Ordering;

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

    /// The order of cost; equals in one that is always the same.
    fn by_cost(&self, other: &Self) -> Ordering {
        let rest = |one: &Self| (one.right, one.used, one.before, one.block);
        self.cost.cmp(&other.cost).then_with(|| rest(self).cmp(&rest(other)))
    }

    /// The order of the room taken; equals by cost, and in one that is always the same.
    fn by_room(&self, other: &Self) -> Ordering {
        let rest = |one: &Self| (one.cost, one.right, one.before, one.block);
        self.longest().cmp(&other.longest()).then_with(|| rest(self).cmp(&rest(other)))
    }

    /// Room taken on the side that is fuller.
    fn longest(&self) -> Sub {
        self.used[0].max(self.used[1])
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

/// The candidates that end at a cut, as far as they may be kept: the first by each of two keys.
#[derive(Clone, Default)]
struct CutCandidates {
    cheapest: FirstCandidates,
    shortest: FirstCandidates,
}

impl CutCandidates {
    /// Adds a candidate where it may be among the first `most`.
    fn add(&mut self, candidate: PrefixCandidate, most: usize) {
        self.cheapest.add(candidate, most, PrefixCandidate::by_cost);
        self.shortest.add(candidate, most, PrefixCandidate::by_room);
    }

    /// Whether a candidate that costs so much at least, and takes so much room, may be among them.
    fn may_take(&self, cost: i64, used: Sub) -> bool {
        self.cheapest.last.is_none_or(|last| cost <= last.cost)
            || self.shortest.last.is_none_or(|last| used <= last.longest())
    }
}

/// The first candidates in some order, and some that came before those were known.
#[derive(Clone, Default)]
struct FirstCandidates {
    some: Vec<PrefixCandidate>,
    /// The last of the first that are known, once there are enough.
    last: Option<PrefixCandidate>,
}

impl FirstCandidates {
    fn add(
        &mut self,
        candidate: PrefixCandidate,
        most: usize,
        order: impl Fn(&PrefixCandidate, &PrefixCandidate) -> Ordering,
    ) {
        if self.last.is_some_and(|last| order(&last, &candidate).is_lt()) {
            return;
        }
        self.some.push(candidate);
        if self.some.len() >= 2 * most {
            self.some.select_nth_unstable_by(most - 1, order);
            self.some.truncate(most);
            self.last = self.some.last().copied();
        }
    }

    /// The first `most`, in their order.
    fn first(
        mut self,
        most: usize,
        order: impl Fn(&PrefixCandidate, &PrefixCandidate) -> Ordering,
    ) -> Vec<PrefixCandidate> {
        self.some.sort_unstable_by(order);
        self.some.truncate(most);
        self.some
    }
}

/// All blocks that were tried, and the candidates that they were tried after.
#[derive(Default)]
struct History {
    kept: Vec<PrefixCandidate>,
    blocks: Vec<RunBlock>,
    /// The candidates that end at each cut, and those of all events.
    ends: Vec<CutCandidates>,
    whole: Vec<PrefixCandidate>,
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

    /// Tries a block under a cap after each of the candidates kept from `first` on, whose last blocks
    /// are known.
    fn extend(
        &mut self,
        search: &RunSearch<'_>,
        (first, lasts): (usize, &[Option<RunBlock>]),
        (block, cap): (RunBlock, Sub),
    ) {
        let most = search.limits.kept * WIDER;
        let number = self.blocks.len() as u32;
        self.blocks.push(block);
        let side = block.side as usize;
        let mut end = self.ends.get_mut(block.to);
        for ((place, candidate), last) in (first..).zip(&self.kept[first..]).zip(lasts) {
            let used = candidate.used[side].saturating_add(block.size.w);
            let longest = used.max(candidate.used[1 - side]);
            let least = candidate.cost + block.cost;
            if end.as_ref().is_some_and(|end| !end.may_take(least, longest)) {
                continue;
            }
            let Some(next) = search.extended(candidate, last.as_ref(), &block, cap) else {
                continue;
            };
            let next = PrefixCandidate { block: number, before: place as u32, ..next };
            match &mut end {
                Some(end) => end.add(next, most),
                None => self.whole.push(next),
            }
        }
    }
}

impl RunSearch<'_> {
    /// The few cheapest partitions of all events into blocks that are no higher than the cap of
    /// their side, each in the order of time.
    pub(super) fn under(&self, caps: [Sub; 2]) -> Vec<Vec<RunBlock>> {
        let count = self.problem.labels.len();
        let ends = vec![CutCandidates::default(); count.max(1)];
        let mut history = History { ends, ..History::default() };
        history.ends[0].add(PrefixCandidate::start(self.problem.first_pole), 1);
        for from in 0..count {
            let here = self.pruned(std::mem::take(&mut history.ends[from]));
            if here.is_empty() {
                continue;
            }
            let first = history.kept.len();
            let last = |one: &PrefixCandidate| history.blocks.get(one.block as usize).copied();
            let lasts: Vec<Option<RunBlock>> = here.iter().map(last).collect();
            history.kept.extend(here);
            let under_first = self.runs(from, caps[0]);
            for side in Side::BOTH {
                let cap = caps[side as usize];
                let others = (cap != caps[0]).then(|| self.runs(from, cap));
                for (to, shape) in others.as_ref().unwrap_or(&under_first) {
                    let block = RunBlock::new(self.problem, from..*to, shape, side);
                    history.extend(self, (first, &lasts), (block, cap));
                }
            }
        }
        let height = |one: &PrefixCandidate| cost::height(self.problem, [0; 2], one.tallest);
        history.whole.sort_by_cached_key(|one| (one.cost + height(one), one.before, one.block));
        let best = history.whole.iter().take(self.limits.settled);
        best.map(|candidate| history.traced(candidate)).collect()
    }

    /// The few candidates worth keeping: the cheapest, and those that leave most room for what comes;
    /// none that another beats in everything.
    fn pruned(&self, all: CutCandidates) -> Vec<PrefixCandidate> {
        let most = self.limits.kept;
        let mut beam = Beam { kept: Vec::new() };
        beam.add(&all.cheapest.first(most * WIDER, PrefixCandidate::by_cost), most / 2);
        beam.add(&all.shortest.first(most * WIDER, PrefixCandidate::by_room), most);
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
                (true, Axis::Vertical) => self.longest(from),
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
