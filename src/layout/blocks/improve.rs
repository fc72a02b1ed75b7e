//! Small changes to finished blocks, kept as long as they make them cheaper.

use super::settle::Settler;
use super::{ALONG, Block, Form, Formed, Search};
use crate::geometry::Sub;
use crate::layout::tables::Rows;
use crate::layout::{Placement, Side};
use std::ops::Range;

/// So many events a cut is moved by at once, at most.
const MOVED: usize = 2;
/// Ways to have cut and set all events.
type Changes<'a> = Box<dyn Iterator<Item = Vec<Block>> + 'a>;

/// The blocks with `many` of them from `index` on replaced.
fn replaced<const N: usize>(
    blocks: &[Block],
    index: usize,
    many: usize,
    with: [Block; N],
) -> Vec<Block> {
    let mut changed = blocks.to_vec();
    changed.splice(index..index + many, with);
    changed
}

impl Search<'_> {
    /// Blocks settled, after small changes as long as they make it cheaper: a block set on the
    /// other side or in another form, a cut moved, two runs joined or one cut in two, sides
    /// exchanged.
    pub(super) fn improved(&self, mut blocks: Vec<Block>) -> Option<(i64, Placement)> {
        let mut settler = Settler::new(self.problem);
        let mut best = settler.cost(&blocks, i64::MAX)?;
        let mut left = self.budget.changes;
        let (mut index, mut idle) = (0, 0);
        // Once round without a gain is the end. Single blocks come first, then pairs, then parts.
        let kinds = self.budget.kinds;
        while idle < kinds * blocks.len() && left > 0 {
            index = if index < kinds * blocks.len() { index } else { 0 };
            let now = blocks.clone();
            let at = index % now.len();
            let changes = match index / now.len() {
                0 => self.singles(&now, at),
                1 => self.pairs(&now, at),
                _ => self.parts(&now, at),
            };
            let mut is_better = false;
            for changed in changes.take(left) {
                left -= 1;
                if let Some(found) = settler.cost(&changed, best) {
                    (best, blocks, is_better) = (found, changed, true);
                    break;
                }
            }
            idle = if is_better { 0 } else { idle + 1 };
            index += usize::from(!is_better);
        }
        Some((best, settler.placement(&blocks)?))
    }

    /// The block at `index` on either side and in every form.
    fn singles<'b>(&'b self, blocks: &'b [Block], index: usize) -> Changes<'b> {
        let block = blocks[index];
        let sides = [block.side, block.side.other()].into_iter();
        let all = sides.flat_map(move |side| self.boxes(block.from..block.to, side));
        Box::new(all.map(move |one| replaced(blocks, index, 1, [one])))
    }

    /// The block at `index` and the next joined, with the cut between them moved, and with their
    /// sides exchanged.
    fn pairs<'b>(&'b self, blocks: &'b [Block], index: usize) -> Changes<'b> {
        let (block, Some(&next)) = (blocks[index], blocks.get(index + 1)) else {
            return Box::new(std::iter::empty());
        };
        let sides = [block.side, block.side.other()].into_iter();
        let joined = sides.flat_map(move |side| self.boxes(block.from..next.to, side));
        let joined = joined.map(move |one| replaced(blocks, index, 2, [one]));
        let is_near = move |cut: &usize| {
            self.cuts[*cut] && *cut != block.to && cut.abs_diff(block.to) <= MOVED
        };
        let cuts = (block.from + 1..next.to).filter(is_near);
        let moved = cuts.flat_map(move |cut| {
            let seconds = self.boxes(cut..next.to, next.side);
            let firsts = self.boxes(block.from..cut, block.side);
            let pair = move |one| seconds.clone().into_iter().map(move |two| [one, two]);
            firsts.into_iter().flat_map(pair)
        });
        let one = Block { side: next.side, ..block };
        let two = Block { side: block.side, ..next };
        let moved = moved.chain([[one, two]]);
        Box::new(joined.chain(moved.map(move |pair| replaced(blocks, index, 2, pair))))
    }

    /// The block at `index` cut in two, and all blocks from it on with their sides exchanged.
    fn parts<'b>(&'b self, blocks: &'b [Block], index: usize) -> Changes<'b> {
        let block = blocks[index];
        let mut turned = blocks.to_vec();
        turned[index..].iter_mut().for_each(|block| block.side = block.side.other());
        let cuts = (block.from + 1..block.to).filter(|&cut| self.cuts[cut]);
        let on_both = move |run: Range<usize>| {
            let sides = [block.side, block.side.other()].into_iter();
            sides.flat_map(move |side| self.boxes(run.clone(), side)).collect::<Vec<Block>>()
        };
        let parted = cuts.flat_map(move |cut| {
            let seconds = on_both(cut..block.to);
            let firsts = on_both(block.from..cut);
            let pair = move |one| seconds.clone().into_iter().map(move |two| [one, two]);
            firsts.into_iter().flat_map(pair)
        });
        let parted = parted.map(move |pair| replaced(blocks, index, 1, pair));
        Box::new(std::iter::once(turned).chain(parted))
    }

    /// A run as blocks of all forms that may be of use.
    pub(super) fn boxes(&self, run: Range<usize>, side: Side) -> Vec<Block> {
        let mut known = self.known.borrow_mut();
        let forms = known.entry((run.start, run.end)).or_insert_with(|| self.forms(&run));
        let block = |&(form, size, cost): &_| self.block(run.clone(), form, size, side, cost);
        forms.iter().map(block).collect()
    }

    /// The forms of a run that may be of use.
    fn forms(&self, run: &Range<usize>) -> Vec<Formed> {
        let is_whole = run.len() == self.together(run.start);
        let mut forms = if is_whole { self.all(run.clone()) } else { self.lists(run.clone()) };
        forms.extend(self.stacks(run.clone()));
        let key = |form: &Formed| (form.1.w, form.1.h, form.2, form.0.kind());
        let better = |a: (Sub, Sub, i64, u8), b: (Sub, Sub, i64, u8)| {
            a != b && a.0 <= b.0 && a.1 <= b.1 && a.2 <= b.2 && a.3 == b.3
        };
        let mut forms_of_use: Vec<Formed> = Vec::new();
        for form in &forms {
            let is_beaten = forms.iter().any(|other| better(key(other), key(form)));
            if !is_beaten && !forms_of_use.iter().any(|known| key(known) == key(form)) {
                forms_of_use.push(*form);
            }
        }
        forms_of_use
    }

    /// A run as lists of one column.
    fn lists(&self, run: Range<usize>) -> Vec<Formed> {
        let list = |(measure, rows): (usize, &Rows)| {
            let size = self.boxed(rows.size(run.clone()));
            (Form::List(measure, 1), size, rows.cost(run.clone()))
        };
        let is_short = !self.problem.is_upright || run.len() <= ALONG;
        let may_be = self.has_lists() && is_short;
        self.rows.iter().enumerate().filter(|_| may_be).map(list).collect()
    }
}
