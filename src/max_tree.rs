//! Numbers in a row, of which the first above a bound is found in logarithmic time.

use crate::geometry::Sub;

/// A binary tree over the numbers: each inner node holds the greatest below it.
pub(crate) struct MaxTree {
    leaves: usize,
    nodes: Vec<Sub>,
}

impl MaxTree {
    /// As many numbers, none above any bound.
    pub(crate) fn new(count: usize) -> Self {
        let leaves = count.next_power_of_two();
        Self { leaves, nodes: vec![Sub::MIN; 2 * leaves] }
    }

    /// Changes one number.
    pub(crate) fn set(&mut self, index: usize, value: Sub) {
        let mut node = self.leaves + index;
        self.nodes[node] = value;
        while node > 1 {
            node /= 2;
            self.nodes[node] = self.nodes[2 * node].max(self.nodes[2 * node + 1]);
        }
    }

    /// The first number above `bound`, by place, from the place `from` on.
    pub(crate) fn first_above(&self, from: usize, bound: Sub) -> Option<usize> {
        if from >= self.leaves {
            return None;
        }
        let mut node = self.leaves + from;
        while self.nodes[node] <= bound {
            // The next part to the right begins at the right brother of a left child.
            while node % 2 == 1 {
                node /= 2;
            }
            if node == 0 {
                return None;
            }
            node += 1;
        }
        while node < self.leaves {
            node *= 2;
            node += usize::from(self.nodes[node] <= bound);
        }
        Some(node - self.leaves)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_first_above_is_the_one_that_a_scan_finds(
            values in prop::collection::vec(-9..9i32, 0..40), from in 0..45usize, bound in -10..10i32
        ) {
            let mut tree = MaxTree::new(values.len());
            values.iter().enumerate().for_each(|(index, &value)| tree.set(index, value));
            let scanned = (from..values.len()).find(|&index| values[index] > bound);
            prop_assert_eq!(tree.first_above(from, bound), scanned);
        }
    }
}
