//! Blocks: runs of events that follow each other in time, side by side at one level above the ruler
//! and one below. A run of one is a flag, a run of several a list.
//!
//! Where to cut the events into runs is decided as lines of a paragraph are broken: by dynamic
//! programming over the cuts, for a few caps on the height of a block, keeping for each cut the few
//! cheapest ways to have come there. Then the blocks of each side settle as near to their dates as
//! their widths allow (isotonic regression by pooling adjacent violators).

use super::cost;
use super::tables::Rows;
use super::tracks::{self, Run};
use super::{Hang, Label, List, Place, Placement, Problem, Side, Variant};
use crate::geom::{Size, Sub};
use std::ops::Range;

/// So many events a cut is moved by at once, at most.
const MOVED: usize = 2;
/// Columns of a list of one date, at most.
const COLUMNS: usize = 4;

/// What a run of events is set as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// One event with its own label, in one of its sizes.
    Flag(usize, Hang),
    /// Rows set to a measure, in so many columns.
    List(usize, usize),
    /// The same without dates, under the one date that they have.
    Headed(usize, usize),
}

/// A run of events as a box.
#[derive(Clone, Copy, Debug)]
struct Block {
    from: usize,
    to: usize,
    form: Form,
    size: Size,
    /// Between which two places its left edge is at its dates.
    ideal: [Sub; 2],
    side: Side,
    cost: i64,
}

impl Block {
    fn members(&self) -> Range<usize> {
        self.from..self.to
    }

    /// The pole of a block whose left edge is at `left`.
    fn pole(&self, left: Sub) -> Sub {
        match self.form {
            Form::Flag(_, Hang::Left) => left + self.size.w,
            _ => left,
        }
    }

    fn is_list(&self) -> bool {
        matches!(self.form, Form::List(..) | Form::Headed(..))
    }
}

/// A way to have placed all events before a cut.
#[derive(Clone, Copy, Debug)]
struct Way {
    cost: i64,
    /// Right end of what stands on each side.
    right: [Sub; 2],
    /// Room taken on each side.
    used: [i64; 2],
    /// Last date on each side.
    last: [Sub; 2],
    /// The last block, and the way before it by its place among those kept.
    block: Option<(Block, usize)>,
}

/// The blocks of least cost that were found; none if nothing fits.
pub(super) fn place(problem: &Problem) -> Option<Placement> {
    cheapest(problem).map(|found| found.1)
}

/// The same with what they cost.
fn cheapest(problem: &Problem) -> Option<(i64, Placement)> {
    if problem.labels.iter().any(|label| label.rows.is_empty()) {
        return None;
    }
    let search = Search::new(problem);
    let mut cap = search.least;
    let mut found: Vec<(i64, Vec<Block>)> = Vec::new();
    let (mut least, mut idle) = (i64::MAX, 0);
    while idle < search.effort.idle {
        let blocks = search.under(cap);
        if let Some((total, blocks)) = blocks.and_then(|all| Some((settled(problem, &all)?.0, all)))
        {
            idle = if total < least { 0 } else { idle + 1 };
            least = least.min(total);
            found.push((total, blocks));
        }
        if cap >= search.most {
            break;
        }
        cap = cap.saturating_add((cap / search.effort.step).max(problem.track));
    }
    found.sort_by_key(|found| found.0);
    found.dedup_by_key(|found| found.0);
    found.truncate(search.effort.improved);
    let improved = found.into_iter().filter_map(|(_, blocks)| search.improved(blocks));
    improved.min_by_key(|found| found.0)
}

/// How hard to search.
#[derive(Clone, Copy, Debug)]
struct Effort {
    /// Ways to have come to a cut that are kept.
    kept: usize,
    /// Ends of a run that are tried, those of the longest lists first.
    ends: usize,
    /// A cap grows by one part in so many.
    step: Sub,
    /// Caps in a row that bring nothing before the search ends.
    idle: usize,
    /// Of how many caps the blocks are improved, the cheapest first.
    improved: usize,
    /// Changes to blocks that are tried for each of these.
    changes: usize,
}

impl Effort {
    /// More for few events, where it is seen.
    fn of(count: usize) -> Self {
        match count {
            0..=20 => {
                Self { kept: 10, ends: usize::MAX, step: 10, idle: 8, improved: 4, changes: 800 }
            }
            21..=60 => {
                Self { kept: 12, ends: usize::MAX, step: 8, idle: 4, improved: 3, changes: 2000 }
            }
            61..=300 => Self { kept: 6, ends: 24, step: 8, idle: 3, improved: 1, changes: 600 },
            301..=3000 => Self { kept: 4, ends: 6, step: 6, idle: 2, improved: 1, changes: 0 },
            _ => Self { kept: 3, ends: 4, step: 4, idle: 1, improved: 1, changes: 0 },
        }
    }
}

/// Forms that fit under a cap, without those that are wider or as wide and cost no less.
fn useful(mut forms: Vec<(Form, Size, i64)>, cap: Sub) -> Vec<(Form, Size, i64)> {
    forms.retain(|(_, size, _)| size.h <= cap);
    forms.sort_by_key(|(_, size, cost)| (size.w, *cost, size.h));
    let mut cheapest = i64::MAX;
    forms.retain(|form| {
        let is_cheaper = form.2 < cheapest;
        cheapest = cheapest.min(form.2);
        is_cheaper
    });
    forms
}

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

struct Search<'a> {
    problem: &'a Problem,
    /// Where events may be cut: before these, and at the end.
    cuts: Vec<bool>,
    /// The rows of each measure, the widest first.
    rows: Vec<Rows>,
    /// The least cap that is worth trying, and one that holds all in one list.
    least: Sub,
    most: Sub,
    effort: Effort,
}

impl<'a> Search<'a> {
    fn new(problem: &'a Problem) -> Self {
        let labels = &problem.labels;
        let apart = |pair: &[Label]| pair[1].x > pair[0].x;
        let mut cuts = vec![true];
        cuts.extend(labels.windows(2).map(apart));
        cuts.push(true);
        let low = |label: &Label| label.rows.iter().map(|row| row.h).min().unwrap_or(0);
        let area = |size: &Size| i64::from(size.w) * i64::from(size.h);
        let areas = labels.iter().filter_map(|label| label.rows.iter().map(area).min());
        let room = 2 * i64::from((problem.right - problem.left).max(1));
        let total: i64 = labels.iter().map(|label| i64::from(low(label))).sum();
        let bounded = |height: i64| Sub::try_from(height).unwrap_or(Sub::MAX).min(Sub::MAX / 4);
        let measures = labels.first().map_or(0, |label| label.rows.len());
        let rows = (0..measures).map(|measure| Rows::new(labels, measure)).collect();
        let effort = Effort::of(labels.len());
        let mut search = Self { problem, cuts, rows, least: 0, most: bounded(total), effort };
        search.least = search.tallest().max(bounded(areas.sum::<i64>() / room));
        search
    }

    /// The least height of the group that is highest of those that must stay together.
    fn tallest(&self) -> Sub {
        let mut start = 0;
        let mut tallest = 0;
        for end in 1..self.cuts.len() {
            if self.cuts[end] {
                let forms = self.all(start..end);
                let fits = |size: &Size| size.w <= self.problem.right - self.problem.left;
                let low = forms.into_iter().map(|form| form.1).filter(fits).map(|size| size.h);
                tallest = tallest.max(low.min().unwrap_or(0));
                start = end;
            }
        }
        tallest
    }

    /// What a run of one, or of one date, may be set as: form, size, what that costs by itself.
    fn all(&self, run: Range<usize>) -> Vec<(Form, Size, i64)> {
        let labels = &self.problem.labels[run];
        let mut forms = Vec::new();
        if let [label] = labels {
            let is_near_end = label.x + label.widest() > self.problem.right;
            let hangs = [Some(Hang::Right), is_near_end.then_some(Hang::Left)];
            for hang in hangs.into_iter().flatten() {
                let flag = |(index, variant): (usize, &Variant)| {
                    (Form::Flag(index, hang), variant.size, cost::flag(variant, hang))
                };
                forms.extend(label.variants.iter().enumerate().map(flag));
            }
        }
        let measures = labels.first().map_or(0, |label| label.rows.len());
        for measure in 0..measures {
            let cost = labels.iter().map(|label| cost::row(label, measure)).sum::<i64>();
            let lone = if labels.len() == 1 { cost::LONE } else { 0 };
            let is_headed = labels.len() > 1 && labels[1..].iter().all(|label| label.is_same);
            for columns in 1..=COLUMNS.min(labels.len()) {
                let (form, size) = if is_headed {
                    (Form::Headed(measure, columns), self.headed(labels, measure, columns))
                } else {
                    let rows = |label: &Label| label.rows[measure];
                    (Form::List(measure, columns), self.list(labels, rows, columns))
                };
                forms.push((form, size, cost + lone));
            }
        }
        forms
    }

    /// The size of a list with a head.
    fn headed(&self, labels: &[Label], measure: usize, columns: usize) -> Size {
        let head = labels.first().map_or(Size::default(), |label| label.head);
        let rows = self.list(labels, |label| label.bare[measure], columns);
        Size::new(rows.w.max(head.w + self.problem.edge), rows.h + head.h)
    }

    /// The size of a list of rows.
    fn list(&self, labels: &[Label], row: impl Fn(&Label) -> Size, columns: usize) -> Size {
        let each = labels.len().div_ceil(columns.max(1)).max(1);
        let height = |column: &[Label]| column.iter().map(|label| row(label).h).sum();
        let height = labels.chunks(each).map(height).max().unwrap_or(0);
        let width = labels.iter().map(|label| row(label).w).max().unwrap_or(0);
        let columns = columns as Sub;
        let gaps = (columns - 1) * self.problem.column_gap;
        Size::new(columns * width + gaps + self.problem.edge, height)
    }

    /// What the runs from `from` on may be set as within a height: the end of each, its form.
    fn runs(&self, from: usize, cap: Sub) -> Vec<(usize, (Form, Size, i64))> {
        let together = from + self.together(from);
        let whole = useful(self.all(from..together), cap);
        let mut runs: Vec<_> = whole.into_iter().map(|form| (together, form)).collect();
        for (measure, rows) in self.rows.iter().enumerate() {
            let last = rows.fitting(from, cap);
            let ends = (together + 1..=last).rev().filter(|&to| self.cuts[to]);
            for to in ends.take(self.effort.ends) {
                let size = rows.size(from..to);
                // A narrower measure is of use only if it saves room.
                if measure > 0 && self.rows[measure - 1].size(from..to).w <= size.w {
                    continue;
                }
                let size = Size::new(size.w + self.problem.edge, size.h);
                runs.push((to, (Form::List(measure, 1), size, rows.cost(from..to))));
            }
        }
        runs
    }

    /// The cheapest blocks that are no higher than `cap`, in the order of time.
    fn under(&self, cap: Sub) -> Option<Vec<Block>> {
        let count = self.problem.labels.len();
        let mut kept: Vec<Way> = Vec::new();
        let mut ways: Vec<Vec<Way>> = vec![Vec::new(); count + 1];
        let (start, far) = (self.problem.left, Sub::MIN / 2);
        ways[0].push(Way { cost: 0, right: [start; 2], used: [0; 2], last: [far; 2], block: None });
        for from in 0..count {
            let here = self.pruned(std::mem::take(&mut ways[from]));
            if here.is_empty() {
                continue;
            }
            let first = kept.len();
            kept.extend(&here);
            for (to, (form, size, cost)) in self.runs(from, cap) {
                for side in Side::BOTH {
                    let block = self.block(from..to, form, size, side, cost);
                    let next = (first..).zip(&here).filter_map(|(at, way)| {
                        let next = self.step(way, &block, cap)?;
                        Some(Way { block: Some((block, at)), ..next })
                    });
                    ways[to].extend(next);
                }
            }
        }
        let best = ways[count].iter().min_by_key(|way| way.cost)?;
        let steps = std::iter::successors(best.block, |&(_, before)| kept[before].block);
        let mut blocks: Vec<Block> = steps.map(|(block, _)| block).collect();
        blocks.reverse();
        Some(blocks)
    }

    /// The few ways worth keeping: the cheapest, and those that leave most room for what comes;
    /// none that another beats in everything.
    fn pruned(&self, mut ways: Vec<Way>) -> Vec<Way> {
        let most = self.effort.kept;
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
        let origin = |way: &Way| way.block.map(|(block, at)| (at, block.side, block.size.w));
        let cheapest = |way: &Way| (way.cost, way.right, way.used, origin(way));
        keep(first_by(&mut ways, most * WIDER, cheapest), most / 2);
        let shortest = |way: &Way| (way.used[0].max(way.used[1]), way.cost, way.right, origin(way));
        keep(first_by(&mut ways, most * WIDER, shortest), most);
        kept
    }

    /// Blocks settled, after small changes as long as they make it cheaper: a block set on the
    /// other side or in another form, a cut moved, two runs joined, two sides exchanged.
    fn improved(&self, mut blocks: Vec<Block>) -> Option<(i64, Placement)> {
        let mut best = settled(self.problem, &blocks)?;
        let mut left = self.effort.changes;
        let (mut index, mut idle) = (0, 0);
        // Once round without a gain is the end. Single blocks come first, then pairs.
        while idle < 2 * blocks.len() && left > 0 {
            index = if index < 2 * blocks.len() { index } else { 0 };
            let now = blocks.clone();
            let (at, is_pair) = (index % now.len(), index >= now.len());
            let changes = if is_pair { self.pairs(&now, at) } else { self.singles(&now, at) };
            let mut is_better = false;
            for changed in changes.take(left) {
                left -= 1;
                if let Some(found) = settled(self.problem, &changed).filter(|new| new.0 < best.0) {
                    (best, blocks, is_better) = (found, changed, true);
                    break;
                }
            }
            idle = if is_better { 0 } else { idle + 1 };
            index += usize::from(!is_better);
        }
        Some(best)
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

    /// A run as blocks of all forms that may be of use.
    fn boxes(&self, run: Range<usize>, side: Side) -> Vec<Block> {
        let is_whole = run.len() == self.together(run.start);
        let forms = if is_whole { self.all(run.clone()) } else { self.lists(run.clone()) };
        let key = |form: &(Form, Size, i64)| (form.1.w, form.1.h, form.2);
        let better = |a: (Sub, Sub, i64), b: (Sub, Sub, i64)| {
            a != b && a.0 <= b.0 && a.1 <= b.1 && a.2 <= b.2
        };
        let mut forms_of_use: Vec<(Form, Size, i64)> = Vec::new();
        for form in &forms {
            let is_beaten = forms.iter().any(|other| better(key(other), key(form)));
            if !is_beaten && !forms_of_use.iter().any(|known| key(known) == key(form)) {
                forms_of_use.push(*form);
            }
        }
        let forms = forms_of_use;
        let block = |(form, size, cost)| self.block(run.clone(), form, size, side, cost);
        forms.into_iter().map(block).collect()
    }

    /// A run as lists of one column.
    fn lists(&self, run: Range<usize>) -> Vec<(Form, Size, i64)> {
        let list = |(measure, rows): (usize, &Rows)| {
            let size = rows.size(run.clone());
            let size = Size::new(size.w + self.problem.edge, size.h);
            (Form::List(measure, 1), size, rows.cost(run.clone()))
        };
        self.rows.iter().enumerate().map(list).collect()
    }

    /// How many events from `from` on must stay together.
    fn together(&self, from: usize) -> usize {
        self.cuts.iter().skip(from + 1).take_while(|&&cut| !cut).count() + 1
    }

    fn block(&self, run: Range<usize>, form: Form, size: Size, side: Side, cost: i64) -> Block {
        let labels = &self.problem.labels;
        let (first, last) = (labels[run.start].x, labels[run.end - 1].x);
        let cost = match form {
            Form::List(..) | Form::Headed(..) => cost + cost::spread(last - first),
            Form::Flag(..) => cost,
        };
        let ideal = match form {
            Form::Flag(_, Hang::Left) => [first - size.w; 2],
            _ => [first, last],
        };
        Block { from: run.start, to: run.end, form, size, ideal, side, cost }
    }

    /// The way after a block; none if it does not fit there.
    fn step(&self, way: &Way, block: &Block, cap: Sub) -> Option<Way> {
        let side = block.side as usize;
        let labels = &self.problem.labels;
        let (first, last) = (labels[block.from].x, labels[block.to - 1].x);
        let mut next = *way;
        next.used[side] += i64::from(block.size.w);
        let room = i64::from(self.problem.right) - i64::from(self.problem.left);
        if first < way.last[side].saturating_add(self.problem.pole_step) || next.used[side] > room {
            return None;
        }
        let left = way.right[side].max(block.ideal[0]);
        let over = (left + block.size.w - self.problem.right).max(0);
        let away = (left - block.ideal[1]).max(0);
        next.cost += block.cost
            + cost::distance(away, block.members().len())
            + cost::overflow(over)
            + neighbours(way.block.as_ref().map(|way| &way.0), block)
            + if block.is_list() { cost::uneven(cap - block.size.h) } else { 0 };
        // What would reach beyond the end pushes the blocks before it back in the end.
        next.right[side] = left + block.size.w;
        next.last[side] = last;
        Some(next)
    }
}

/// What it costs that two blocks are neighbours in time.
fn neighbours(first: Option<&Block>, second: &Block) -> i64 {
    let is_same = first.is_some_and(|first| first.side == second.side);
    let is_list = first.is_some_and(Block::is_list) || second.is_list();
    if is_same && is_list { cost::SAME_SIDE } else { 0 }
}

/// Blocks in their places, and what all of it costs; none if a side is too narrow.
fn settled(problem: &Problem, blocks: &[Block]) -> Option<(i64, Placement)> {
    let start = Place {
        side: Side::Above,
        variant: 0,
        pole: 0,
        hang: Hang::Right,
        level: 0,
        track: 0,
        list: None,
    };
    let mut placement = Placement {
        places: vec![start; problem.labels.len()],
        lists: Vec::new(),
        channels: [0; 2],
        heights: [0; 2],
    };
    let mut total: i64 = blocks.windows(2).map(|pair| neighbours(Some(&pair[0]), &pair[1])).sum();
    for side in Side::BOTH {
        let own: Vec<&Block> = blocks.iter().filter(|block| block.side == side).collect();
        let date = |index: usize| problem.labels[index].x;
        let crowded =
            |pair: &[&Block]| date(pair[1].from) - date(pair[0].to - 1) < problem.pole_step;
        if own.windows(2).any(crowded) {
            return None;
        }
        let lefts = settle(problem, &own)?;
        let poles: Vec<Sub> =
            own.iter().zip(&lefts).map(|(block, &left)| block.pole(left)).collect();
        let runs: Vec<Run> =
            own.iter().zip(&poles).map(|(block, &pole)| run(problem, block, pole)).collect();
        let (tracks, height) = tracks::lay(&runs, problem.pole_step, problem.track);
        let bracket = if own.iter().any(|block| block.is_list()) { problem.bracket } else { 0 };
        placement.channels[side as usize] = bracket + height;
        placement.heights[side as usize] = own.iter().map(|block| block.size.h).max().unwrap_or(0);
        for (index, block) in own.into_iter().enumerate() {
            total += block.cost
                + cost::distance((runs[index].x - poles[index]).abs(), block.members().len());
            let track = bracket + tracks[index];
            put(&mut placement, block, runs[index], track);
        }
    }
    placement.lists.sort_by_key(|list| list.members.start);
    for (number, list) in placement.lists.iter().enumerate() {
        for place in &mut placement.places[list.members.clone()] {
            place.list = Some(number);
        }
    }
    total += cost::height(problem, &placement);
    Some((total, placement))
}

/// Where a block's leader leaves its dates, for a pole. One that is off a bracket's end by less
/// than a mark's half width goes straight out, and the bracket reaches to it.
fn run(problem: &Problem, block: &Block, pole: Sub) -> Run {
    let labels = &problem.labels;
    let (first, last) = (labels[block.from].x, labels[block.to - 1].x);
    let slack = if block.is_list() { problem.slack } else { 0 };
    let is_near = (first - slack..=last + slack).contains(&pole);
    Run { x: if is_near { pole } else { pole.clamp(first, last) }, pole }
}

fn put(placement: &mut Placement, block: &Block, Run { x, pole }: Run, track: Sub) {
    let side = block.side;
    match block.form {
        Form::Flag(variant, hang) => {
            let place = Place { side, variant, pole, hang, level: 0, track, list: None };
            placement.places[block.from] = place;
        }
        Form::List(measure, columns) | Form::Headed(measure, columns) => {
            let place = Place {
                side,
                variant: measure,
                pole,
                hang: Hang::Right,
                level: 0,
                track,
                list: None,
            };
            placement.places[block.members()].fill(place);
            let members = block.members();
            placement.lists.push(List {
                side,
                members,
                measure,
                columns,
                is_headed: matches!(block.form, Form::Headed(..)),
                attach: x,
                pole,
                track,
                size: block.size,
            });
        }
    }
}

/// Rounds of moving blocks to the nearest of their ideal places.
const ROUNDS: usize = 4;

/// The left edges of the blocks of a side, in order and apart, as near to their ideals as that
/// allows; none if they are too wide together.
fn settle(problem: &Problem, blocks: &[&Block]) -> Option<Vec<Sub>> {
    let offsets: Vec<i64> = blocks
        .iter()
        .scan(0, |sum, block| {
            let offset = *sum;
            *sum += i64::from(block.size.w);
            Some(offset)
        })
        .collect();
    let total: i64 = blocks.iter().map(|block| i64::from(block.size.w)).sum();
    let (left, right) = (i64::from(problem.left), i64::from(problem.right) - total);
    if right < left {
        return None;
    }
    let mut wishes: Vec<i64> = blocks.iter().map(|block| i64::from(block.ideal[0])).collect();
    let mut lefts = wishes.clone();
    for _ in 0..ROUNDS {
        let targets = wishes.iter().zip(&offsets).map(|(wish, offset)| wish - offset);
        let weights = blocks.iter().map(|block| block.members().len() as i64);
        let pooled = pooled(targets.zip(weights));
        lefts = pooled
            .iter()
            .zip(&offsets)
            .map(|(y, offset)| y.clamp(&left, &right) + offset)
            .collect();
        for ((wish, block), &at) in wishes.iter_mut().zip(blocks).zip(&lefts) {
            *wish = at.clamp(block.ideal[0].into(), block.ideal[1].into());
        }
    }
    Some(lefts.into_iter().map(|left| left as Sub).collect())
}

/// The growing values nearest to the targets by weighted squares: neighbours in the wrong order
/// share their mean.
fn pooled(targets: impl Iterator<Item = (i64, i64)>) -> Vec<i64> {
    // Sum of weighted targets, weight, how many.
    let mut pools: Vec<(i64, i64, usize)> = Vec::new();
    for (target, weight) in targets {
        let mut pool = (target * weight, weight, 1);
        while let Some(last) =
            pools.pop_if(|last| last.0.div_euclid(last.1) > pool.0.div_euclid(pool.1))
        {
            pool = (last.0 + pool.0, last.1 + pool.1, last.2 + pool.2);
        }
        pools.push(pool);
    }
    pools
        .into_iter()
        .flat_map(|(sum, weight, many)| std::iter::repeat_n(sum.div_euclid(weight), many))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::instance;
    use super::*;

    /// The least cost of any blocks at all: every cut, side and form.
    fn least(search: &Search<'_>, from: usize, blocks: &mut Vec<Block>) -> Option<i64> {
        let count = search.problem.labels.len();
        if from == count {
            return settled(search.problem, blocks).map(|found| found.0);
        }
        let mut least: Option<i64> = None;
        for to in (from + 1..=count).filter(|&to| search.cuts[to]) {
            for side in Side::BOTH {
                for block in search.boxes(from..to, side) {
                    blocks.push(block);
                    let found = self::least(search, to, blocks);
                    least = least.into_iter().chain(found).min();
                    blocks.pop();
                }
            }
        }
        least
    }

    #[test]
    fn few_events_are_cut_as_cheaply_as_can_be() {
        let (mut all, mut best, mut worst) = (0, 0, 1.0_f64);
        let mut sum = 0.0;
        for seed in 0..60 {
            let problem = instance(seed, 2 + seed as usize % 4);
            let search = Search::new(&problem);
            let Some(least) = least(&search, 0, &mut Vec::new()) else { continue };
            let found = cheapest(&problem).expect("as blocks exist").0;
            let ratio = found as f64 / least as f64;
            (all, best) = (all + 1, best + usize::from(found == least));
            (sum, worst) = (sum + ratio, worst.max(ratio));
        }
        let mean = sum / f64::from(all);
        println!("{best} of {all} at the optimum, mean {mean:.4}, worst {worst:.4}");
        assert!(
            all > 40 && best * 100 >= 90 * all as usize && mean < 1.01,
            "{best} of {all}, {mean}"
        );
    }
}
