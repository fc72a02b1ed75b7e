//! The rows of a strip of names, and which eras lie over each other. Both are asked in the order of
//! time, and answer in logarithmic time.

use crate::geometry::Sub;
use crate::max_tree::MaxTree;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// Rows that are looked at for one name before it gets a row of its own. Only names much longer
/// than their eras, between eras much longer than their names, need more than one look.
const TRIES: usize = 512;

/// The rows of a strip: each name takes the first in which nothing is in its way.
pub(super) struct NameRows {
    /// Where the last ground of each row ends.
    grounds: Vec<Sub>,
    /// The same of its last name, with the sign changed.
    names: MaxTree,
}

impl NameRows {
    /// No rows yet, for as many names.
    pub(super) fn new(count: usize) -> Self {
        Self { grounds: Vec::new(), names: MaxTree::new(count) }
    }

    /// The row of a name that takes `room`, on a ground with these ends. Of two that are not in each
    /// other's way the one with the later middle is wholly on the right, so that in the order of
    /// their middles the ends of a row say whether it is free.
    pub(super) fn take(&mut self, ground: [Sub; 2], room: [Sub; 2]) -> usize {
        let mut from = 0;
        let mut row = self.grounds.len();
        for _ in 0..TRIES {
            let Some(free) = self.names.first_above(from, -room[0] - 1) else { break };
            if self.grounds[free] <= ground[0] {
                row = free;
                break;
            }
            from = free + 1;
        }
        self.grounds.resize(self.grounds.len().max(row + 1), ground[1]);
        self.grounds[row] = ground[1];
        self.names.set(row, -room[1]);
        row
    }

    /// Ends the last ground of a row before `from` at `to`.
    pub(super) fn shorten(&mut self, row: usize, from: Sub, to: Sub) {
        if self.grounds[row] == from {
            self.grounds[row] = to;
        }
    }
}

/// Where the eras so far end, and how deep they lie over each other.
#[derive(Default)]
pub(super) struct EraEnds {
    /// The eras that end at each place.
    eras: BTreeMap<Sub, BTreeSet<usize>>,
    /// The depths of eras by their ends, without those that end no later than a deeper one: the
    /// first that ends beyond a place is the deepest that does.
    depths: BTreeMap<Sub, usize>,
}

impl EraEnds {
    pub(super) fn add(&mut self, era: usize, end: Sub, depth: usize) {
        self.eras.entry(end).or_default().insert(era);
        self.deepen(end, depth);
    }

    /// Ends an era earlier, at `to` instead of `from`.
    pub(super) fn shorten(&mut self, era: usize, [from, to]: [Sub; 2], depth: usize) {
        if let Some(eras) = self.eras.get_mut(&from) {
            eras.remove(&era);
        }
        self.eras.entry(to).or_default().insert(era);
        if self.depths.get(&from) == Some(&depth) {
            self.depths.remove(&from);
            self.deepen(to, depth);
        }
    }

    /// The first era of those that end in `range`, of which `is_one` holds. Of those that end at
    /// one place only the first is asked: it also begins first.
    pub(super) fn first(
        &self,
        range: RangeInclusive<Sub>,
        is_one: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let firsts = self.eras.range(range).filter_map(|(_, eras)| eras.first().copied());
        firsts.filter(|&era| is_one(era)).min()
    }

    /// The last era of those that end in `range`.
    pub(super) fn last(&self, range: RangeInclusive<Sub>) -> Option<usize> {
        self.eras.range(range).filter_map(|(_, eras)| eras.last().copied()).max()
    }

    /// How many eras lie over each other where one begins.
    pub(super) fn depth_at(&self, start: Sub) -> usize {
        self.depths.range(start + 1..).next().map_or(0, |(_, depth)| depth + 1)
    }

    fn deepen(&mut self, end: Sub, depth: usize) {
        if self.depths.range(end..).next().is_some_and(|(_, &known)| known >= depth) {
            return;
        }
        while let Some((&at, _)) =
            self.depths.range(..=end).next_back().filter(|(_, known)| **known <= depth)
        {
            self.depths.remove(&at);
        }
        self.depths.insert(end, depth);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn meet(a: [Sub; 2], b: [Sub; 2]) -> bool {
        a[0] < b[1] && b[0] < a[1]
    }

    proptest! {
        #[test]
        fn rows_and_depths_are_those_that_a_look_at_all_finds(
            spans in prop::collection::vec((0..500i32, 1..200i32, 1..90i32), 1..60)
        ) {
            let mut spans = spans;
            spans.sort();
            let (mut rows, mut ends) = (NameRows::new(spans.len()), EraEnds::default());
            let mut known: Vec<([Sub; 2], [Sub; 2], usize, usize)> = Vec::new();
            for (index, (middle, half, name)) in spans.into_iter().enumerate() {
                let (ground, room) = ([middle - half, middle + half], [middle - name, middle + name]);
                let over = known.iter().filter(|other| meet(other.0, ground));
                let depth = over.map(|other| other.3 + 1).max().unwrap_or(0);
                let taken = |row: &usize| known.iter().any(|other| {
                    other.2 == *row && (meet(other.0, ground) || meet(other.1, room))
                });
                let row = (0..).find(|row| !taken(row)).unwrap_or(0);
                prop_assert_eq!(rows.take(ground, room), row);
                prop_assert_eq!(ends.depth_at(ground[0]), depth);
                ends.add(index, ground[1], depth);
                known.push((ground, room, row, depth));
            }
        }
    }

    #[test]
    fn an_era_that_is_shortened_ends_there() {
        let mut ends = EraEnds::default();
        ends.add(0, 100, 0);
        ends.add(1, 104, 1);
        assert_eq!((ends.first(99..=110, |_| true), ends.last(99..=110)), (Some(0), Some(1)));
        ends.shorten(1, [104, 97], 1);
        assert_eq!((ends.first(99..=110, |_| true), ends.last(96..=98)), (Some(0), Some(1)));
        assert_eq!(ends.depth_at(97), 0, "the one that was deeper has ended");
    }
}
