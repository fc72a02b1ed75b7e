//! Sums and maxima over runs of rows, each asked for in a step or two.

use crate::geometry::{Size, Sub};
use crate::layout::{Label, cost};
use std::ops::Range;

/// The rows of all labels set to one measure; those that are left out share one row.
pub(super) struct RowSums {
    /// How many are left out before each, and the row that counts them.
    left_out: Vec<i64>,
    more: Size,
    /// Height and cost of all rows before each.
    heights: Vec<i64>,
    costs: Vec<i64>,
    /// The greatest width of 2^k rows from each on, for k from 0.
    widths: Vec<Vec<Sub>>,
}

impl RowSums {
    pub(super) fn new(labels: &[Label], measure: usize, more: Size) -> Self {
        let row = |label: &Label| match label.is_left_out {
            false => label.rows[measure],
            true => Size::default(),
        };
        let sums = |of: &dyn Fn(&Label) -> i64| {
            let mut sums = vec![0];
            sums.extend(labels.iter().scan(0, |sum, label| {
                *sum += of(label);
                Some(*sum)
            }));
            sums
        };
        let mut widths = vec![labels.iter().map(|label| row(label).w).collect::<Vec<_>>()];
        let mut reach = 1;
        while 2 * reach <= labels.len() {
            let last = widths.last().map_or(&[][..], Vec::as_slice);
            let next = last.iter().zip(&last[reach..]).map(|(a, b)| *a.max(b)).collect();
            widths.push(next);
            reach *= 2;
        }
        Self {
            left_out: sums(&|label| label.is_left_out.into()),
            more,
            heights: sums(&|label| row(label).h.into()),
            costs: sums(&|label| cost::row(label, measure)),
            widths,
        }
    }

    /// The size of a run of rows, which is not empty.
    pub(super) fn size(&self, run: Range<usize>) -> Size {
        let height = self.heights[run.end] - self.heights[run.start];
        let power = run.len().ilog2() as usize;
        let (first, last) = (run.start, run.end - (1 << power));
        let width = self.widths[power][first].max(self.widths[power][last]);
        let size = Size::new(width, Sub::try_from(height).unwrap_or(Sub::MAX));
        match self.left_out[run.end] - self.left_out[run.start] {
            0 => size,
            _ => Size::new(size.w.max(self.more.w), size.h.saturating_add(self.more.h)),
        }
    }

    /// What a run of rows costs.
    pub(super) fn cost(&self, run: Range<usize>) -> i64 {
        self.costs[run.end] - self.costs[run.start]
    }

    /// The end of the longest run from `from` on whose own rows are no higher than `cap`.
    pub(super) fn fitting(&self, from: usize, cap: Sub) -> usize {
        let limit = self.heights[from] + i64::from(cap);
        from + self.heights[from + 1..].partition_point(|&sum| sum <= limit)
    }
}
