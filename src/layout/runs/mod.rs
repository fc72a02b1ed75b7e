//! Runs of events that follow each other in time, as boxes side by side above the ruler and below.
//! A run of one is a flag; a run of several a list, or flags at levels over each other, whose poles
//! keep the distances of their dates. A run with its side and its form is called a block.
//!
//! Where the events are cut into runs is decided as lines of a paragraph are broken (Knuth and Plass
//! 1981): by dynamic programming over the cuts, for a few caps on the height of a block. As what
//! follows depends on how far both sides are filled, each cut keeps the few best candidates that end
//! there (beam search), not one. Then the blocks of each side settle as near to their dates as their
//! widths allow (isotonic regression by pooling adjacent violators), and small changes are kept as
//! long as they lower the cost (local search).
//!
//! In the flow: `effort` (how much is searched), `row_sums` and `shapes` (what a run may be
//! set as), `partition` (the
//! cuts), `spacing` and `arrange` (places along and across the ruler), `local_search`.

mod arrange;
mod effort;
mod local_search;
mod partition;
mod row_sums;
mod shapes;
mod spacing;
#[cfg(test)]
mod tests;

use super::cost;
use super::{Hang, Label, Placement, Problem, Side};
use crate::geometry::{Axis, Size, Sub};
use arrange::Arranger;
use effort::SearchLimits;
use row_sums::RowSums;
use shapes::{RunForm, RunShape};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

/// A run of events as a box on one side of the ruler.
#[derive(Clone, Copy, Debug)]
struct RunBlock {
    from: usize,
    to: usize,
    form: RunForm,
    size: Size,
    /// Between which two places its left edge is at its dates.
    ideal: [Sub; 2],
    side: Side,
    cost: i64,
}

impl RunBlock {
    fn new(problem: &Problem, run: Range<usize>, shape: &RunShape, side: Side) -> Self {
        let &RunShape { form, size, cost } = shape;
        let (first, last) = (problem.labels[run.start].x, problem.labels[run.end - 1].x);
        let cost = if form.is_list() { cost + cost::spread(last - first) } else { cost };
        let ideal = match form {
            RunForm::Flag(_, Hang::Left) => [first - size.w; 2],
            RunForm::Flag(..) | RunForm::Stack(_) => [first; 2],
            RunForm::List(..) | RunForm::Headed(..) => [first, last],
        };
        Self { from: run.start, to: run.end, form, size, ideal, side, cost }
    }

    fn members(&self) -> Range<usize> {
        self.from..self.to
    }

    /// The left edge nearest to `left` at which its pole is at a date of its own.
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

    /// What it costs to be so far from its dates.
    fn away(&self, away: Sub) -> i64 {
        let many = self.members().len();
        if self.is_list() {
            cost::distance(away, many)
        } else {
            cost::distance(away, 1) * many as i64
        }
    }

    fn is_list(&self) -> bool {
        self.form.is_list()
    }

    /// Room that what follows on its side keeps from it: beyond a pole at the right edge the next
    /// may not stand at once.
    fn after(&self, problem: &Problem) -> Sub {
        if matches!(self.form, RunForm::Flag(_, Hang::Left)) { problem.pole_step } else { 0 }
    }
}

/// The blocks of least cost that were found; none if nothing fits.
pub(super) fn place(problem: &Problem) -> Option<Placement> {
    let limits = SearchLimits::new(problem.labels.len(), problem.effort);
    cheapest(problem, limits).map(|found| found.1)
}

/// The same with what they cost, of a search within limits.
fn cheapest(problem: &Problem, limits: SearchLimits) -> Option<(i64, Placement)> {
    if problem.labels.iter().any(|label| label.rows.is_empty()) {
        return None;
    }
    let (cost, blocks) = RunSearch::new(problem, limits).cheapest()?;
    Some((cost, Arranger::new(problem).placement(&blocks)?))
}

/// The runs of least cost on a ruler so many hundredths as long, in their places on the whole one: what
/// has room on a shorter ruler has it on a longer one.
pub(super) fn place_as_shorter(problem: &Problem, hundredths: Sub) -> Option<Placement> {
    if problem.labels.iter().any(|label| label.rows.is_empty()) {
        return None;
    }
    let shorter = shortened(problem, hundredths);
    let limits = SearchLimits::new(problem.labels.len(), problem.effort);
    let (_, blocks) = RunSearch::new(&shorter, limits).cheapest()?;
    let search = RunSearch::new(problem, limits);
    let blocks: Vec<RunBlock> = blocks.iter().map(|block| search.moved(block)).collect();
    Arranger::new(problem).placement(&blocks)
}

/// A problem on a ruler so many hundredths as long.
fn shortened(problem: &Problem, hundredths: Sub) -> Problem {
    let left = i64::from(problem.left);
    let place = |x: Sub| bounded(left + (i64::from(x) - left) * i64::from(hundredths) / 100);
    let label = |label: &Label| Label { x: place(label.x), ..label.clone() };
    Problem {
        first_pole: place(problem.first_pole),
        last_pole: place(problem.last_pole),
        right: place(problem.right),
        labels: problem.labels.iter().map(label).collect(),
        ..problem.clone()
    }
}

/// A problem and what is worked out of it once.
struct RunSearch<'a> {
    problem: &'a Problem,
    /// Where events may be cut: before these, and at the end.
    cuts: Vec<bool>,
    /// The rows of each measure, the widest first.
    rows: Vec<RowSums>,
    /// The least cap that is worth trying, and one that holds all in one list.
    least: Sub,
    most: Sub,
    limits: SearchLimits,
    /// The shapes of runs that were asked for, by the run's ends.
    known: RefCell<BTreeMap<(usize, usize), Vec<RunShape>>>,
}

impl<'a> RunSearch<'a> {
    fn new(problem: &'a Problem, limits: SearchLimits) -> Self {
        let labels = &problem.labels;
        let mut cuts = vec![true];
        cuts.extend(labels.windows(2).map(|pair| pair[1].x > pair[0].x));
        cuts.push(true);
        let measures = labels.first().map_or(0, |label| label.rows.len());
        let rows = (0..measures).map(|measure| RowSums::new(labels, measure, problem.more));
        let (rows, known) = (rows.collect(), RefCell::default());
        let mut search = Self { problem, cuts, rows, least: 0, most: 0, limits, known };
        search.least = search.tallest().max(bounded(least_area(problem)));
        search.most = match problem.axis {
            Axis::Horizontal => bounded(all_rows(problem)),
            // Across a vertical ruler a list is as wide as its widest row.
            Axis::Vertical => labels.iter().filter_map(widest).max().unwrap_or(0),
        };
        search
    }

    /// The blocks of least cost that were found.
    fn cheapest(&self) -> Option<(i64, Vec<RunBlock>)> {
        let starts = self.starts().into_iter();
        starts.filter_map(|(_, blocks)| self.improved(blocks)).min_by_key(|found| found.0)
    }

    /// A block of the same labels on another ruler.
    fn moved(&self, block: &RunBlock) -> RunBlock {
        let labels = &self.problem.labels[block.members()];
        let shape = match block.form {
            RunForm::Stack(measure) => self.stack(labels, measure),
            form => RunShape { form, size: block.size, cost: block.cost },
        };
        RunBlock::new(self.problem, block.members(), &shape, block.side)
    }

    /// The few cheapest partitions that were found under growing caps, with what they cost.
    fn starts(&self) -> Vec<(i64, Vec<RunBlock>)> {
        let SearchLimits { lower, idle: most_idle, step, improved, .. } = self.limits;
        let mut arranger = Arranger::new(self.problem);
        let mut cap = self.least;
        let mut found: Vec<(i64, Vec<RunBlock>)> = Vec::new();
        let (mut least, mut idle) = (i64::MAX, 0);
        while idle < most_idle {
            let before = (found.len(), least);
            // One side may be lower than the other.
            let caps = (1..=lower).map(|part| [cap, (cap / lower).saturating_mul(part)]);
            for blocks in caps.flat_map(|caps| self.under(caps)) {
                if let Some(total) = arranger.cost(&blocks, i64::MAX) {
                    least = least.min(total);
                    found.push((total, blocks));
                }
            }
            // Caps under which nothing fits do not count as idle.
            if found.len() > before.0 {
                idle = if least < before.1 { 0 } else { idle + 1 };
            }
            if cap >= self.most {
                break;
            }
            cap = cap.saturating_add((cap / step).max(self.problem.track));
        }
        found.sort_by_key(|found| found.0);
        found.dedup_by_key(|found| found.0);
        found.truncate(improved);
        found
    }

    /// The least height of the group that is highest of those that must stay together.
    fn tallest(&self) -> Sub {
        let mut start = 0;
        let mut tallest = 0;
        for end in (1..self.cuts.len()).filter(|&end| self.cuts[end]) {
            let shapes = self.whole(start..end).into_iter().map(|shape| shape.size);
            let fitting = shapes.filter(|size| size.w <= self.problem.right - self.problem.left);
            tallest = tallest.max(fitting.map(|size| size.h).min().unwrap_or(0));
            start = end;
        }
        tallest
    }

    /// How many events from `from` on must stay together.
    fn together(&self, from: usize) -> usize {
        self.cuts.iter().skip(from + 1).take_while(|&&cut| !cut).count() + 1
    }
}

/// A height that can be counted with.
fn bounded(height: i64) -> Sub {
    Sub::try_from(height).unwrap_or(Sub::MAX).min(Sub::MAX / 4)
}

/// The height of both sides that has room for the area of all rows.
fn least_area(problem: &Problem) -> i64 {
    let kept = problem.labels.iter().filter(|label| !label.is_left_out);
    let area = |row: &Size| i64::from(row.w) * i64::from(row.h);
    let areas = kept.filter_map(|label| label.rows.iter().map(area).min());
    areas.sum::<i64>() / (2 * i64::from((problem.right - problem.left).max(1)))
}

/// The height of all rows under each other.
fn all_rows(problem: &Problem) -> i64 {
    let low = |label: &Label| label.rows.iter().map(|row| i64::from(row.h)).min().unwrap_or(0);
    problem.labels.iter().map(low).sum::<i64>() + i64::from(problem.more.h)
}

/// The widest row of a label along a vertical ruler, or its widest flag.
fn widest(label: &Label) -> Option<Sub> {
    let flags = label.variants.iter().map(|variant| variant.size.h);
    label.rows.iter().map(|row| row.w).chain(flags).max()
}
