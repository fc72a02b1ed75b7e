//! Blocks: runs of events that follow each other in time, side by side above the ruler and below. A
//! run of one is a flag; a run of several a list, or flags at levels over each other, whose poles
//! keep the distances of their dates.
//!
//! Where to cut the events into runs is decided as lines of a paragraph are broken: by dynamic
//! programming over the cuts, for a few caps on the height of a block, keeping for each cut the few
//! cheapest ways to have come there. Then the blocks of each side settle as near to their dates as
//! their widths allow (isotonic regression by pooling adjacent violators).

mod budget;
mod chain;
mod cut;
mod improve;
mod settle;
#[cfg(test)]
mod tests;

use super::cost;
use super::tables::Rows;
use super::{Hang, Label, Placement, Problem, Side, Variant};
use crate::geometry::{Size, Sub};
use crate::options::LabelStyle;
use budget::Budget;
use settle::Settler;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

/// Columns of a list of one date, at most.
const COLUMNS: usize = 4;
/// Flags over each other, at most.
const LEVELS: usize = 4;
/// Rows of a list along an upright ruler, at most: longer ones lead far away from their dates.
const ALONG: usize = 16;

/// What a run of events is set as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// One event with its own label, in one of its sizes.
    Flag(usize, Hang),
    /// A few events with their own labels, the earliest farthest out, all in the same of their
    /// sizes as far as they have so many.
    Stack(usize),
    /// Rows set to a measure, in so many columns.
    List(usize, usize),
    /// The same without dates, under the one date that they have.
    Headed(usize, usize),
}

/// A form, the size that it has, and what it costs by itself.
type Formed = (Form, Size, i64);

impl Form {
    /// Of forms of one kind a smaller and cheaper one is better wherever it stands. The others have
    /// their poles elsewhere, or something else beside them.
    fn kind(self) -> u8 {
        match self {
            Form::Flag(_, Hang::Right) => 0,
            Form::Flag(_, Hang::Left) => 1,
            Form::Stack(_) => 2,
            Form::List(..) | Form::Headed(..) => 3,
        }
    }
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

    /// The left edge nearest to `left` at which its pole stands at a date of its own.
    fn nearest(&self, problem: &Problem, left: Sub) -> Sub {
        if !self.is_list() {
            return self.ideal[0];
        }
        // Of dates that are too near to tell apart the first is the end of the bracket.
        let first = self.ideal[0];
        let dates = problem.labels[self.members()].iter().map(|label| label.x);
        let dates = dates.filter(|date| *date == first || date - first > problem.slack);
        dates.min_by_key(|date| (date - left).abs()).unwrap_or(left)
    }

    /// What it costs to stand so far from its dates.
    fn away(&self, away: Sub) -> i64 {
        let many = self.members().len();
        if self.is_list() {
            cost::distance(away, many)
        } else {
            cost::distance(away, 1) * many as i64
        }
    }

    fn is_list(&self) -> bool {
        matches!(self.form, Form::List(..) | Form::Headed(..))
    }

    /// Room that what follows on its side keeps from it: beyond a pole at the right edge the next
    /// may not stand at once.
    fn after(&self, problem: &Problem) -> Sub {
        if matches!(self.form, Form::Flag(_, Hang::Left)) { problem.pole_step } else { 0 }
    }
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
    let mut settler = Settler::new(problem);
    let mut cap = search.least;
    let mut found: Vec<(i64, Vec<Block>)> = Vec::new();
    let (mut least, mut idle) = (i64::MAX, 0);
    while idle < search.budget.idle {
        let before = (found.len(), least);
        let lower = search.budget.lower;
        let caps = (1..=lower).map(|part| [cap, (cap / lower).saturating_mul(part)]);
        for blocks in caps.flat_map(|caps| search.under(caps)) {
            if let Some(total) = settler.cost(&blocks, i64::MAX) {
                least = least.min(total);
                found.push((total, blocks));
            }
        }
        idle = match found.len() > before.0 {
            true if least < before.1 => 0,
            true => idle + 1,
            false => idle,
        };
        if cap >= search.most {
            break;
        }
        cap = cap.saturating_add((cap / search.budget.step).max(problem.track));
    }
    found.sort_by_key(|found| found.0);
    found.dedup_by_key(|found| found.0);
    found.truncate(search.budget.improved);
    let improved = found.into_iter().filter_map(|(_, blocks)| search.improved(blocks));
    improved.min_by_key(|found| found.0)
}

/// The size that each label of a stack takes, and its level: the last is nearest to the ruler.
fn stacked(labels: &[Label], measure: usize, gap: Sub) -> Vec<(usize, Sub)> {
    let mut level = 0;
    let mut levels: Vec<(usize, Sub)> = labels
        .iter()
        .rev()
        .map(|label| {
            let variant = measure.min(label.variants.len() - 1);
            let at = level;
            level += label.variants[variant].size.h + gap;
            (variant, at)
        })
        .collect();
    levels.reverse();
    levels
}

/// Forms that fit under a cap, without those of a kind that are wider or as wide and cost no less.
fn useful(mut forms: Vec<Formed>, cap: Sub) -> Vec<Formed> {
    forms.retain(|(_, size, _)| size.h <= cap);
    forms.sort_by_key(|(form, size, cost)| (form.kind(), size.w, *cost, size.h));
    let (mut kind, mut cheapest) = (0, i64::MAX);
    forms.retain(|form| {
        if form.0.kind() != kind {
            (kind, cheapest) = (form.0.kind(), i64::MAX);
        }
        let is_cheaper = form.2 < cheapest;
        cheapest = cheapest.min(form.2);
        is_cheaper
    });
    forms
}

/// A problem and what is worked out of it once.
struct Search<'a> {
    problem: &'a Problem,
    /// Where events may be cut: before these, and at the end.
    cuts: Vec<bool>,
    /// The rows of each measure, the widest first.
    rows: Vec<Rows>,
    /// The least cap that is worth trying, and one that holds all in one list.
    least: Sub,
    most: Sub,
    budget: Budget,
    /// The forms of runs that were asked for, by the run's ends.
    known: RefCell<BTreeMap<(usize, usize), Vec<Formed>>>,
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
        let kept = labels.iter().filter(|label| !label.is_left_out);
        let areas = kept.filter_map(|label| label.rows.iter().map(area).min());
        let room = 2 * i64::from((problem.right - problem.left).max(1));
        let total: i64 = labels.iter().map(|label| i64::from(low(label))).sum();
        let total = total + i64::from(problem.more.h);
        let bounded = |height: i64| Sub::try_from(height).unwrap_or(Sub::MAX).min(Sub::MAX / 4);
        let measures = labels.first().map_or(0, |label| label.rows.len());
        let rows = (0..measures).map(|measure| Rows::new(labels, measure, problem.more)).collect();
        let budget = Budget::of(labels.len(), problem.effort);
        let (most, known) = (bounded(total), RefCell::default());
        let mut search = Self { problem, cuts, rows, least: 0, most, budget, known };
        search.least = search.tallest().max(bounded(areas.sum::<i64>() / room));
        if problem.is_upright {
            let widest = |label: &Label| {
                let sizes = label.rows.iter().map(|row| row.w);
                sizes.chain(label.variants.iter().map(|variant| variant.size.h)).max()
            };
            search.most = labels.iter().filter_map(widest).max().unwrap_or(0);
        }
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
    fn all(&self, run: Range<usize>) -> Vec<Formed> {
        let labels = &self.problem.labels[run];
        let mut forms = Vec::new();
        if let [label] = labels
            && !label.is_left_out
        {
            let is_near_end =
                label.x + label.widest() > self.problem.right && !self.problem.is_upright;
            let hangs = [Some(Hang::Right), is_near_end.then_some(Hang::Left)];
            for hang in hangs.into_iter().flatten() {
                let flag = |(index, variant): (usize, &Variant)| {
                    (Form::Flag(index, hang), variant.size, cost::flag(variant, hang))
                };
                forms.extend(label.variants.iter().enumerate().map(flag));
            }
        }
        let measures = labels.first().map_or(0, |label| label.rows.len());
        let are_asked = self.has_lists() || forms.is_empty();
        for measure in (0..measures).filter(|_| are_asked) {
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

    /// A run of several as stacks of flags: none where poles would stand too close.
    fn stacks(&self, run: Range<usize>) -> Vec<Formed> {
        let labels = &self.problem.labels[run];
        let step = self.problem.pole_step;
        let is_crowded = labels.windows(2).any(|pair| pair[1].x - pair[0].x < step);
        let is_short = labels.iter().any(|label| label.is_left_out);
        let is_one = !(2..=LEVELS).contains(&labels.len()) || self.problem.is_upright;
        if is_one || is_crowded || is_short {
            return Vec::new();
        }
        let measures = labels.iter().map(|label| label.variants.len()).max().unwrap_or(0);
        (0..measures).map(|measure| self.stack(labels, measure)).collect()
    }

    /// Flags over each other.
    fn stack(&self, labels: &[Label], measure: usize) -> Formed {
        let (mut size, mut total) = (Size::default(), 0);
        for (label, (variant, level)) in
            labels.iter().zip(stacked(labels, measure, self.problem.gap))
        {
            let variant = &label.variants[variant];
            size.w = size.w.max(label.x - labels[0].x + variant.size.w);
            size.h = size.h.max(level + variant.size.h);
            total += cost::flag(variant, Hang::Right) + cost::level(level);
        }
        (Form::Stack(measure), size, total)
    }

    /// The size of a list with a head.
    fn headed(&self, labels: &[Label], measure: usize, columns: usize) -> Size {
        let head = labels.first().map_or(Size::default(), |label| label.head);
        // Each column has the room of the head, which stands over the first of them.
        let row = |label: &Label| {
            let bare = label.bare[measure];
            Size::new(bare.w.max(head.w), bare.h)
        };
        let rows = self.columns(labels, row, columns);
        self.boxed(Size::new(rows.w, rows.h + head.h))
    }

    /// Whether runs may be lists.
    fn has_lists(&self) -> bool {
        self.problem.style != LabelStyle::Flags
    }

    /// The size of a list whose rows take so much room.
    fn boxed(&self, rows: Size) -> Size {
        let edge = self.problem.edge;
        if self.problem.is_upright {
            return Size::new(rows.h + edge, rows.w);
        }
        Size::new(rows.w + edge, rows.h)
    }

    /// The size of a list of rows.
    fn list(&self, labels: &[Label], row: impl Fn(&Label) -> Size, columns: usize) -> Size {
        self.boxed(self.columns(labels, row, columns))
    }

    /// The room that rows take in so many columns.
    fn columns(&self, labels: &[Label], row: impl Fn(&Label) -> Size, columns: usize) -> Size {
        let kept = labels.iter().filter(|label| !label.is_left_out);
        let mut rows: Vec<Size> = kept.map(row).collect();
        rows.extend((rows.len() < labels.len()).then_some(self.problem.more));
        let each = rows.len().div_ceil(columns.max(1)).max(1);
        let height = |column: &[Size]| column.iter().map(|row| row.h).sum();
        let height = rows.chunks(each).map(height).max().unwrap_or(0);
        let width = rows.iter().map(|row| row.w).max().unwrap_or(0);
        let columns = columns as Sub;
        let gaps = (columns - 1) * self.problem.column_gap;
        Size::new(columns * width + gaps, height)
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
            Form::Flag(..) | Form::Stack(_) => cost,
        };
        let ideal = match form {
            Form::Flag(_, Hang::Left) => [first - size.w; 2],
            Form::Flag(..) | Form::Stack(_) => [first; 2],
            Form::List(..) | Form::Headed(..) => [first, last],
        };
        Block { from: run.start, to: run.end, form, size, ideal, side, cost }
    }
}
