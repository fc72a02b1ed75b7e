//! How spans that overlap share rows, depths and tints, each in n log n. In and out: spans along the
//! axis by their places, and numbers for each.

use crate::geometry::Sub;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// The row of each of `rooms` along the axis: the first that is free, those of a depth below all rows of the depths
/// before, as the ground of what is over others begins at its name.
pub(super) fn rows_by_depth(rooms: &[[Sub; 2]], depths: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..rooms.len()).collect();
    order.sort_by_key(|&index| (depths[index], rooms[index], index));
    let mut rows = vec![0; rooms.len()];
    let mut first = 0;
    for group in order.chunk_by(|&a, &b| depths[a] == depths[b]) {
        let rooms: Vec<[Sub; 2]> = group.iter().map(|&index| rooms[index]).collect();
        let mut next = first;
        for (&index, row) in group.iter().zip(first_free(&rooms, usize::MAX)) {
            rows[index] = first + row.unwrap_or(0);
            next = next.max(rows[index] + 1);
        }
        first = next;
    }
    rows
}

/// The row of each span: the first of `most` rows that is free. Spans come by growing starts.
pub(super) fn first_free(spans: &[[Sub; 2]], most: usize) -> Vec<Option<usize>> {
    let (mut free, mut many) = (BinaryHeap::new(), 0);
    let mut taken: BinaryHeap<Reverse<(Sub, usize)>> = BinaryHeap::new();
    let row = |&[start, end]: &[Sub; 2]| {
        while let Some(&Reverse((until, row))) = taken.peek()
            && until <= start
        {
            taken.pop();
            free.push(Reverse(row));
        }
        let row = free.pop().map(|Reverse(row)| row).or_else(|| {
            many += 1;
            (many <= most).then_some(many - 1)
        })?;
        taken.push(Reverse((end, row)));
        Some(row)
    };
    spans.iter().map(row).collect()
}

/// How many others each span is over: one more than the most of those that it overlaps and that
/// come before it. Spans come by growing starts.
pub(super) fn depths(spans: &[[Sub; 2]]) -> Vec<usize> {
    let mut ends: BinaryHeap<Reverse<(Sub, usize)>> = BinaryHeap::new();
    // How many spans of each depth are open.
    let mut open: BTreeMap<usize, usize> = BTreeMap::new();
    let depth = |&[start, end]: &[Sub; 2]| {
        while let Some(&Reverse((until, depth))) = ends.peek()
            && until <= start
        {
            ends.pop();
            if let Some(count) = open.get_mut(&depth) {
                *count -= 1;
                if *count == 0 {
                    open.remove(&depth);
                }
            }
        }
        let depth = open.last_key_value().map_or(0, |(depth, _)| depth + 1);
        if end > start {
            ends.push(Reverse((end, depth)));
            *open.entry(depth).or_default() += 1;
        }
        depth
    };
    spans.iter().map(depth).collect()
}

/// How much darker each span is than the palest: by its depth, and those that touch in turn.
pub(super) fn tints(spans: &[[Sub; 2]], depths: &[usize], near: Sub) -> Vec<usize> {
    // By their ends: the last span that ends there.
    let mut by_end: BTreeMap<Sub, usize> = BTreeMap::new();
    let mut tints: Vec<usize> = Vec::with_capacity(spans.len());
    for (index, (&[start, end], &depth)) in spans.iter().zip(depths).enumerate() {
        let touching = by_end.range(start - near..=start + near).map(|(_, &other)| other).max();
        let is_equal = touching.is_some_and(|other| tints[other] == depth);
        tints.push(depth + usize::from(is_equal));
        by_end.insert(end, index);
    }
    tints
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_take_the_first_free_row() {
        let spans = [[0, 10], [2, 4], [4, 20], [10, 12], [11, 30]];
        let rows = |most| first_free(&spans, most);
        assert_eq!(rows(9), [Some(0), Some(1), Some(1), Some(0), Some(2)]);
        assert_eq!(rows(2), [Some(0), Some(1), Some(1), Some(0), None]);
    }

    #[test]
    fn depth_counts_what_a_span_is_over() {
        assert_eq!(depths(&[[0, 10], [0, 5], [2, 4], [6, 8], [10, 12]]), [0, 1, 2, 1, 0]);
    }

    #[test]
    fn spans_that_touch_take_two_tints_in_turn() {
        let spans = [[0, 10], [10, 20], [20, 30], [40, 50]];
        assert_eq!(tints(&spans, &[0; 4], 2), [0, 1, 0, 0]);
    }
}
