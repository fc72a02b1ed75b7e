//! Sums and maxima over runs of rows, each asked for in a step or two.

use super::{Label, cost};
use crate::geom::{Size, Sub};
use std::ops::Range;

/// The rows of all labels set to one measure.
pub(super) struct Rows {
    /// Height and cost of all rows before each.
    heights: Vec<i64>,
    costs: Vec<i64>,
    /// The greatest width of 2^k rows from each on, for k from 0.
    widths: Vec<Vec<Sub>>,
}

impl Rows {
    pub(super) fn new(labels: &[Label], measure: usize) -> Self {
        let sums = |of: &dyn Fn(&Label) -> i64| {
            let mut sums = vec![0];
            sums.extend(labels.iter().scan(0, |sum, label| {
                *sum += of(label);
                Some(*sum)
            }));
            sums
        };
        let mut widths = vec![labels.iter().map(|label| label.rows[measure].w).collect::<Vec<_>>()];
        let mut reach = 1;
        while 2 * reach <= labels.len() {
            let last = widths.last().map_or(&[][..], Vec::as_slice);
            let next = last.iter().zip(&last[reach..]).map(|(a, b)| *a.max(b)).collect();
            widths.push(next);
            reach *= 2;
        }
        Self {
            heights: sums(&|label| label.rows[measure].h.into()),
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
        Size::new(width, Sub::try_from(height).unwrap_or(Sub::MAX))
    }

    /// What a run of rows costs.
    pub(super) fn cost(&self, run: Range<usize>) -> i64 {
        self.costs[run.end] - self.costs[run.start]
    }

    /// The end of the longest run from `from` on that is no higher than `cap`.
    pub(super) fn fitting(&self, from: usize, cap: Sub) -> usize {
        let limit = self.heights[from] + i64::from(cap);
        from + self.heights[from + 1..].partition_point(|&sum| sum <= limit)
    }
}
