//! Small changes to finished partitions, kept as long as they make them cheaper (local search by
//! first improvement). Dynamic programming weighs blocks as they are added; only a finished
//! partition shows what its blocks cost in their places.

use super::arrange::Arranger;
use super::{RunBlock, RunSearch};
use crate::layout::Side;
use std::ops::Range;

/// So many events a cut is moved by at once, at most.
const MOVED: usize = 2;
/// Partitions of all events that differ in one thing.
type Changes<'a> = Box<dyn Iterator<Item = Vec<RunBlock>> + 'a>;

/// The blocks with `many` of them from `index` on replaced.
fn replaced<const N: usize>(
    blocks: &[RunBlock],
    index: usize,
    many: usize,
    with: [RunBlock; N],
) -> Vec<RunBlock> {
    let mut changed = blocks.to_vec();
    changed.splice(index..index + many, with);
    changed
}

/// Each of the first with each of the second.
fn pairs_of(firsts: Vec<RunBlock>, seconds: Vec<RunBlock>) -> impl Iterator<Item = [RunBlock; 2]> {
    firsts.into_iter().flat_map(move |one| seconds.clone().into_iter().map(move |two| [one, two]))
}

impl RunSearch<'_> {
    /// Blocks with what they cost, after small changes as long as they make it cheaper: a block set on the
    /// other side or in another form, a cut moved, two runs joined or one cut in two, sides
    /// exchanged.
    pub(super) fn improved(&self, mut blocks: Vec<RunBlock>) -> Option<(i64, Vec<RunBlock>)> {
        let mut arranger = Arranger::new(self.problem);
        let mut best = arranger.cost(&blocks, i64::MAX)?;
        let mut left = self.limits.changes;
        let (mut index, mut idle) = (0, 0);
        // Once round without a gain is the end. Single blocks come first, then pairs, then parts.
        let kinds = self.limits.kinds;
        while idle < kinds * blocks.len() && left > 0 {
            index = if index < kinds * blocks.len() { index } else { 0 };
            let now = blocks.clone();
            let mut is_better = false;
            for changed in self.changes(&now, index).take(left) {
                left -= 1;
                if let Some(found) = arranger.cost(&changed, best) {
                    (best, blocks, is_better) = (found, changed, true);
                    break;
                }
            }
            idle = if is_better { 0 } else { idle + 1 };
            index += usize::from(!is_better);
        }
        Some((best, blocks))
    }

    /// The changes by number: of the first kind to each block, then of the next.
    fn changes<'b>(&'b self, blocks: &'b [RunBlock], number: usize) -> Changes<'b> {
        let index = number % blocks.len();
        match number / blocks.len() {
            0 => self.singles(blocks, index),
            1 => self.pairs(blocks, index),
            _ => self.parts(blocks, index),
        }
    }

    /// The block at `index` on either side and in every form.
    fn singles<'b>(&'b self, blocks: &'b [RunBlock], index: usize) -> Changes<'b> {
        let block = blocks[index];
        let all = self.on_both_sides(block.from..block.to, block.side);
        Box::new(all.map(move |one| replaced(blocks, index, 1, [one])))
    }

    /// The block at `index` and the next joined, with the cut between them moved, and with their
    /// sides exchanged.
    fn pairs<'b>(&'b self, blocks: &'b [RunBlock], index: usize) -> Changes<'b> {
        let (block, Some(&next)) = (blocks[index], blocks.get(index + 1)) else {
            return Box::new(std::iter::empty());
        };
        let joined = self.on_both_sides(block.from..next.to, block.side);
        let joined = joined.map(move |one| replaced(blocks, index, 2, [one]));
        let nearest = block.to.saturating_sub(MOVED).max(block.from + 1);
        let cuts = (nearest..next.to.min(block.to + MOVED + 1))
            .filter(move |&cut| self.cuts[cut] && cut != block.to);
        let moved = cuts.flat_map(move |cut| {
            let firsts = self.boxes(block.from..cut, block.side);
            pairs_of(firsts, self.boxes(cut..next.to, next.side))
        });
        let exchanged =
            [RunBlock { side: next.side, ..block }, RunBlock { side: block.side, ..next }];
        let moved = moved.chain([exchanged]);
        Box::new(joined.chain(moved.map(move |pair| replaced(blocks, index, 2, pair))))
    }

    /// The block at `index` cut in two, and all blocks from it on with their sides exchanged.
    fn parts<'b>(&'b self, blocks: &'b [RunBlock], index: usize) -> Changes<'b> {
        let block = blocks[index];
        let mut turned = blocks.to_vec();
        turned[index..].iter_mut().for_each(|block| block.side = block.side.other());
        let cuts = (block.from + 1..block.to).filter(|&cut| self.cuts[cut]);
        let parted = cuts.flat_map(move |cut| {
            let firsts = self.on_both_sides(block.from..cut, block.side).collect();
            pairs_of(firsts, self.on_both_sides(cut..block.to, block.side).collect())
        });
        let parted = parted.map(move |pair| replaced(blocks, index, 1, pair));
        Box::new(std::iter::once(turned).chain(parted))
    }

    /// A run as blocks of all shapes that may be of use, on a side and then on the other.
    fn on_both_sides(&self, run: Range<usize>, side: Side) -> impl Iterator<Item = RunBlock> {
        [side, side.other()].into_iter().flat_map(move |side| self.boxes(run.clone(), side))
    }

    /// A run as blocks of all shapes that may be of use.
    pub(super) fn boxes(&self, run: Range<usize>, side: Side) -> Vec<RunBlock> {
        let mut known = self.known.borrow_mut();
        let shapes = known.entry((run.start, run.end)).or_insert_with(|| self.shapes(&run));
        shapes.iter().map(|shape| RunBlock::new(self.problem, run.clone(), shape, side)).collect()
    }
}
