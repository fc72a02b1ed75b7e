//! How far out dots stand beyond bars. In: raised marks; out: the far edge of the bars between two
//! places, asked for from left to right.

use super::raised::{Raised, RaisedShape};
use crate::geometry::Sub;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// How high bars are, asked for from left to right.
pub(super) struct BarHeights {
    /// The far edge and the ends of each bar, the first to begin last.
    waiting: Vec<(Sub, [Sub; 2])>,
    /// Those that have begun, by their far edge, and where each ends.
    begun: BinaryHeap<(Sub, Sub)>,
}

impl BarHeights {
    pub(super) fn of(raised: &[Raised]) -> Self {
        let is_bar = |shape| matches!(shape, RaisedShape::Stripe(..) | RaisedShape::Whisker(..));
        let bars = raised.iter().filter(|mark| is_bar(mark.shape));
        let mut waiting: Vec<(Sub, [Sub; 2])> =
            bars.map(|mark| (mark.far, [mark.x0, mark.x1])).collect();
        waiting.sort_by_key(|&(_, ends)| Reverse(ends));
        Self { waiting, begun: BinaryHeap::new() }
    }

    /// The far edge of the highest bar between two places, each farther on than that of the question
    /// before.
    pub(super) fn over(&mut self, x0: Sub, x1: Sub) -> Option<Sub> {
        while let Some((far, [_, end])) = self.waiting.pop_if(|(_, ends)| ends[0] < x1) {
            self.begun.push((far, end));
        }
        while self.begun.peek().is_some_and(|&(_, end)| end <= x0) {
            self.begun.pop();
        }
        self.begun.peek().map(|&(far, _)| far)
    }
}
