//! What a run of events may be set as: a flag, flags at levels over each other, or a list.

use super::{RowSums, RunSearch};
use crate::geometry::{Axis, Size, Sub};
use crate::layout::{Hang, Label, Variant, cost};
use crate::options::LabelStyle;
use std::ops::Range;

/// Columns of a list of one date, at most.
const COLUMNS: usize = 4;
/// Flags over each other, at most.
pub(super) const LEVELS: usize = 4;
/// Rows of a list along a vertical ruler, at most: longer ones lead far away from their dates. Dates too
/// close for poles of their own are together all the same.
const ALONG: usize = 16;

/// What a run of events is set as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RunForm {
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

impl RunForm {
    pub(super) fn is_list(self) -> bool {
        matches!(self, RunForm::List(..) | RunForm::Headed(..))
    }

    /// Of forms of one kind a smaller and cheaper one is better wherever it is. The others have
    /// their poles elsewhere, or something else beside them.
    fn kind(self) -> u8 {
        match self {
            RunForm::Flag(_, Hang::Right) => 0,
            RunForm::Flag(_, Hang::Left) => 1,
            RunForm::Stack(_) => 2,
            RunForm::List(..) | RunForm::Headed(..) => 3,
        }
    }
}

/// What a run is set as, without its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RunShape {
    pub(super) form: RunForm,
    pub(super) size: Size,
    /// What it costs by itself.
    pub(super) cost: i64,
}

impl RunShape {
    fn key(&self) -> (Sub, Sub, i64, u8) {
        (self.size.w, self.size.h, self.cost, self.form.kind())
    }

    /// Whether it is as small and as cheap as another of its kind in everything, and better in one.
    fn beats(&self, other: &RunShape) -> bool {
        let (a, b) = (self.key(), other.key());
        a != b && a.0 <= b.0 && a.1 <= b.1 && a.2 <= b.2 && a.3 == b.3
    }
}

/// The size that each label of a stack takes, and its level: the last is nearest to the ruler.
pub(super) fn stacked(labels: &[Label], measure: usize, gap: Sub) -> Vec<(usize, Sub)> {
    let mut level = 0;
    let mut levels: Vec<(usize, Sub)> = Vec::with_capacity(labels.len());
    for label in labels.iter().rev() {
        let variant = measure.min(label.variants.len() - 1);
        levels.push((variant, level));
        level += label.variants[variant].size.h + gap;
    }
    levels.reverse();
    levels
}

/// Shapes that fit under a cap, without those of a kind that are wider or as wide and cost no less.
pub(super) fn useful(mut shapes: Vec<RunShape>, cap: Sub) -> Vec<RunShape> {
    shapes.retain(|shape| shape.size.h <= cap);
    shapes.sort_by_key(|shape| (shape.form.kind(), shape.size.w, shape.cost, shape.size.h));
    let (mut kind, mut cheapest) = (0, i64::MAX);
    shapes.retain(|shape| {
        if shape.form.kind() != kind {
            (kind, cheapest) = (shape.form.kind(), i64::MAX);
        }
        let is_cheaper = shape.cost < cheapest;
        cheapest = cheapest.min(shape.cost);
        is_cheaper
    });
    shapes
}

impl RunSearch<'_> {
    /// Whether runs may be lists.
    pub(super) fn has_lists(&self) -> bool {
        self.problem.style != LabelStyle::Flags
    }

    /// What a run may be set as that is not more than one that must stay together: one event, or
    /// those of one date.
    pub(super) fn whole(&self, run: Range<usize>) -> Vec<RunShape> {
        let labels = &self.problem.labels[run];
        let mut shapes = match labels {
            [label] if !label.is_left_out => self.flags(label),
            _ => Vec::new(),
        };
        let measures = labels.first().map_or(0, |label| label.rows.len());
        if self.has_lists() || shapes.is_empty() {
            shapes.extend((0..measures).flat_map(|measure| self.columned(labels, measure)));
        }
        shapes
    }

    /// One event as a flag. One that would reach beyond the end of a horizontal ruler may hang to
    /// the left; along a vertical one the labels of either side all begin at their poles.
    fn flags(&self, label: &Label) -> Vec<RunShape> {
        let is_near_end = label.x + label.widest() > self.problem.right;
        let may_hang_left = is_near_end && self.problem.axis == Axis::Horizontal;
        let hangs = [Some(Hang::Right), may_hang_left.then_some(Hang::Left)];
        let flag = |hang: Hang, (index, variant): (usize, &Variant)| RunShape {
            form: RunForm::Flag(index, hang),
            size: variant.size,
            cost: cost::flag(variant, hang),
        };
        let variants = || label.variants.iter().enumerate();
        let hangs = hangs.into_iter().flatten();
        hangs.flat_map(|hang| variants().map(move |variant| flag(hang, variant))).collect()
    }

    /// Labels as a list in one column or several.
    fn columned(&self, labels: &[Label], measure: usize) -> Vec<RunShape> {
        let rows = labels.iter().map(|label| cost::row(label, measure)).sum::<i64>();
        let cost = if labels.len() == 1 { rows + cost::LONE } else { rows };
        let is_headed = labels.len() > 1 && labels[1..].iter().all(|label| label.is_same);
        let shape = |columns: usize| match is_headed {
            true => RunShape {
                form: RunForm::Headed(measure, columns),
                size: self.headed(labels, measure, columns),
                cost,
            },
            false => RunShape {
                form: RunForm::List(measure, columns),
                size: self.boxed(self.columns(labels, |label| label.rows[measure], columns)),
                cost,
            },
        };
        (1..=COLUMNS.min(labels.len())).map(shape).collect()
    }

    /// A run of several as flags over each other: none where poles would be too close, and none
    /// along a vertical ruler, where labels would be beyond each other and not over each other.
    pub(super) fn stacks(&self, run: Range<usize>) -> Vec<RunShape> {
        let labels = &self.problem.labels[run];
        let step = self.problem.pole_step;
        let is_crowded = labels.windows(2).any(|pair| pair[1].x - pair[0].x < step);
        let is_short = labels.iter().any(|label| label.is_left_out);
        let may_stack =
            (2..=LEVELS).contains(&labels.len()) && self.problem.axis == Axis::Horizontal;
        if !may_stack || is_crowded || is_short {
            return Vec::new();
        }
        let measures = labels.iter().map(|label| label.variants.len()).max().unwrap_or(0);
        (0..measures).map(|measure| self.stack(labels, measure)).collect()
    }

    /// Flags over each other.
    pub(super) fn stack(&self, labels: &[Label], measure: usize) -> RunShape {
        let (mut size, mut cost) = (Size::default(), 0);
        let levels = stacked(labels, measure, self.problem.gap);
        for (label, (variant, level)) in labels.iter().zip(levels) {
            let variant = &label.variants[variant];
            size.w = size.w.max(label.x - labels[0].x + variant.size.w);
            size.h = size.h.max(level + variant.size.h);
            cost += cost::flag(variant, Hang::Right) + cost::level(level);
        }
        RunShape { form: RunForm::Stack(measure), size, cost }
    }

    /// The size of a list with a head.
    fn headed(&self, labels: &[Label], measure: usize, columns: usize) -> Size {
        let head = labels.first().map_or(Size::default(), |label| label.head);
        // Each column has the room of the head, which is over the first of them.
        let row = |label: &Label| {
            let bare = label.bare[measure];
            Size::new(bare.w.max(head.w), bare.h)
        };
        let rows = self.columns(labels, row, columns);
        self.boxed(Size::new(rows.w, rows.h + head.h))
    }

    /// The size of a list whose rows take so much room: its extent along the ruler, and across.
    pub(super) fn boxed(&self, rows: Size) -> Size {
        let axis = self.problem.axis;
        Size::new(axis.length(rows) + self.problem.edge, axis.breadth(rows))
    }

    /// The room that rows take in so many columns.
    fn columns(&self, labels: &[Label], row: impl Fn(&Label) -> Size, columns: usize) -> Size {
        let kept = labels.iter().filter(|label| !label.is_left_out);
        let mut rows: Vec<Size> = kept.map(row).collect();
        rows.extend((rows.len() < labels.len()).then_some(self.problem.more));
        let each = rows.len().div_ceil(columns.max(1)).max(1);
        let columns_of_rows = rows.chunks(each);
        let heights = columns_of_rows.map(|column| column.iter().map(|row| row.h).sum());
        let height = heights.max().unwrap_or(0);
        let width = rows.iter().map(|row| row.w).max().unwrap_or(0);
        let columns = columns as Sub;
        Size::new(columns * width + (columns - 1) * self.problem.column_gap, height)
    }

    /// The shapes of a run that may be of use: none that another of its kind beats.
    pub(super) fn shapes(&self, run: &Range<usize>) -> Vec<RunShape> {
        let is_whole = run.len() == self.together(run.start);
        let mut shapes = if is_whole { self.whole(run.clone()) } else { self.lists(run.clone()) };
        shapes.extend(self.stacks(run.clone()));
        let mut kept: Vec<RunShape> = Vec::new();
        for shape in &shapes {
            let is_beaten = shapes.iter().any(|other| other.beats(shape));
            if !is_beaten && !kept.iter().any(|known| known.key() == shape.key()) {
                kept.push(*shape);
            }
        }
        kept
    }

    /// The end of the longest list along a vertical ruler that begins with this event.
    pub(super) fn longest(&self, from: usize) -> usize {
        let labels = &self.problem.labels;
        let next = labels[from].x.saturating_add(self.problem.pole_step);
        labels.partition_point(|label| label.x < next).max(labels.len().min(from + ALONG))
    }

    /// A run as lists of one column.
    fn lists(&self, run: Range<usize>) -> Vec<RunShape> {
        let is_short = self.problem.axis == Axis::Horizontal || run.end <= self.longest(run.start);
        if !self.has_lists() || !is_short {
            return Vec::new();
        }
        let rows = self.rows.iter().enumerate();
        rows.map(|(measure, rows)| self.list(measure, rows, run.clone())).collect()
    }

    /// A run as a list of one column, set to a measure.
    pub(super) fn list(&self, measure: usize, rows: &RowSums, run: Range<usize>) -> RunShape {
        let size = self.boxed(rows.size(run.clone()));
        RunShape { form: RunForm::List(measure, 1), size, cost: rows.cost(run) }
    }
}
