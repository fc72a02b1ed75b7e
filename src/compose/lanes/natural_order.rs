//! The order of names in which numbers count as numbers: Group 2 before Group 10.

use std::cmp::Ordering;

/// Which of two names comes first.
pub(crate) fn natural_order(one: &str, two: &str) -> Ordering {
    let (mut left, mut right) = (one, two);
    while !left.is_empty() && !right.is_empty() {
        let [(a, rest_left), (b, rest_right)] = [left, right].map(split);
        let order = match [a, b].map(is_number) {
            [true, true] => by_value(a, b),
            _ => a.cmp(b),
        };
        if order != Ordering::Equal {
            return order;
        }
        (left, right) = (rest_left, rest_right);
    }
    // Equal but for zeros, the shorter first.
    left.len().cmp(&right.len()).then_with(|| one.cmp(two))
}

/// A text's first run of digits, or of anything else, and what follows.
fn split(text: &str) -> (&str, &str) {
    let is_digit = is_number(text);
    let end = text.find(|c: char| c.is_ascii_digit() != is_digit).unwrap_or(text.len());
    text.split_at(end)
}

fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

fn by_value(one: &str, two: &str) -> Ordering {
    let [one, two] = [one, two].map(|digits| digits.trim_start_matches('0'));
    one.len().cmp(&two.len()).then_with(|| one.cmp(two))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_in_names_are_in_their_order() {
        let mut names =
            ["Group 10", "Group 2", "Group 1", "Group 02b", "A", "Group", "9", "10", "é"];
        names.sort_by(|one, two| natural_order(one, two));
        let expected =
            ["9", "10", "A", "Group", "Group 1", "Group 2", "Group 02b", "Group 10", "é"];
        assert_eq!(names, expected);
    }

    proptest! {
        #[test]
        fn the_order_is_total(a in "[a0-2 ]{0,6}", b in "[a0-2 ]{0,6}", c in "[a0-2 ]{0,6}") {
            prop_assert_eq!(natural_order(&a, &b), natural_order(&b, &a).reverse());
            prop_assert_eq!(natural_order(&a, &b) == Ordering::Equal, a == b);
            if natural_order(&a, &b).is_le() && natural_order(&b, &c).is_le() {
                prop_assert!(natural_order(&a, &c).is_le());
            }
        }
    }
}
