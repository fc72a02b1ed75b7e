//! Folds: where a sequence is cut so that its parts stand side by side, or on pages.
//!
//! By dynamic programming over all places where it may be cut: the best way to cut what comes before
//! a place into so many parts is that of some place before it, and one part more. Of a place only those
//! numbers of parts are looked at that leave room for what comes before and after it: where parts are
//! nearly full, these are few, and the work grows with the length of the sequence alone.

use std::ops::RangeInclusive;

/// The cuts of a sequence into `parts` parts, the ends among them, that cost least together, with
/// what they cost; none if nothing is allowed. There are `places` places where it may be cut, the
/// first and the last being its ends. `first` says of a part, by its number, and the place where it
/// ends the first place where it may begin; it must not fall from a place to the next. `cost` says
/// what a part between two places costs, which is never less than nothing, or that it is not allowed.
pub fn cheapest(
    places: usize,
    parts: usize,
    first: impl Fn(usize, usize) -> usize,
    cost: impl Fn(usize, usize, usize) -> Option<i64>,
) -> Option<(i64, Vec<usize>)> {
    let last = places.checked_sub(1)?;
    let ends = ends(last, parts, &first)?;
    // For each end of a part the least cost up to it, and for each part where it begins by its end.
    let mut costs: Vec<Option<i64>> = vec![Some(0)];
    let mut begins: Vec<Vec<usize>> = Vec::with_capacity(parts);
    for part in 0..parts {
        let before = &ends[part];
        let best = |to: usize| {
            let froms = first(part, to).max(*before.start())..to.min(before.end() + 1);
            let reached = |from: usize| Some((costs[from - before.start()]?, from));
            let mut reached: Vec<(i64, usize)> = froms.filter_map(reached).collect();
            reached.sort_unstable();
            let mut best: Option<(i64, usize)> = None;
            for (least, from) in reached {
                // What was reached at a higher cost than that of all ends at no less.
                if best.is_some_and(|best| best.0 < least) {
                    break;
                }
                let total = cost(part, from, to).map(|own| (least + own, from));
                best = total.into_iter().chain(best).min();
            }
            best
        };
        let found: Vec<Option<(i64, usize)>> = ends[part + 1].clone().map(best).collect();
        begins.push(found.iter().map(|best| best.map_or(0, |(_, from)| from)).collect());
        costs = found.into_iter().map(|best| best.map(|(cost, _)| cost)).collect();
    }
    let total = (*costs.last()?)?;
    let mut cuts = vec![last];
    for part in (0..parts).rev() {
        let end = *cuts.last()?;
        cuts.push(begins[part][end - ends[part + 1].start()]);
    }
    cuts.reverse();
    Some((total, cuts))
}

/// The places where the beginning and each part may end, so that all before it and all after it is in
/// parts that may be so long; none if there is no such place.
fn ends(
    last: usize,
    parts: usize,
    first: impl Fn(usize, usize) -> usize,
) -> Option<Vec<RangeInclusive<usize>>> {
    let mut latest = vec![0];
    for part in 0..parts {
        let before = latest[part];
        let is_reached = |to: &usize| first(part, *to) <= before;
        latest.push((before..=last).take_while(is_reached).last().unwrap_or(before));
    }
    let mut earliest = last;
    let mut ends = vec![last..=latest[parts]];
    for part in (0..parts).rev() {
        earliest = first(part, earliest);
        ends.push(earliest..=latest[part]);
    }
    ends.reverse();
    ends.iter().all(|range| !range.is_empty()).then_some(ends)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The least cost of all ways to cut what follows `from` into the parts from `part` on.
    fn least(
        (last, parts): (usize, usize),
        (part, from): (usize, usize),
        cost: &impl Fn(usize, usize, usize) -> Option<i64>,
    ) -> Option<i64> {
        if part == parts {
            return (from == last).then_some(0);
        }
        let to =
            |to: usize| Some(cost(part, from, to)? + least((last, parts), (part + 1, to), cost)?);
        (from + 1..=last).filter_map(to).min()
    }

    #[test]
    fn parts_are_even_where_unevenness_costs() {
        let cost = |_, from: usize, to: usize| Some(((to - from) as i64).pow(2));
        assert_eq!(cheapest(10, 3, |_, _| 0, cost), Some((27, vec![0, 3, 6, 9])));
        assert_eq!(cheapest(3, 4, |_, _| 0, cost), None, "there are fewer places than parts");
        assert_eq!(cheapest(0, 1, |_, _| 0, cost), None);
    }

    #[test]
    fn no_part_is_longer_than_it_may_be() {
        // The first part may be of one place, the others of four.
        let first = |part: usize, to: usize| to.saturating_sub(if part == 0 { 1 } else { 4 });
        let free = |_, _, _| Some(0);
        assert_eq!(cheapest(10, 3, first, free).map(|found| found.1), Some(vec![0, 1, 5, 9]));
        assert_eq!(cheapest(11, 3, first, free), None);
    }

    proptest! {
        #[test]
        fn no_cuts_cost_less(
            costs in prop::collection::vec(prop::collection::vec(prop::option::weighted(0.8, 0..50i64), 8), 8),
            most in prop::collection::vec(1..5usize, 4),
            places in 2..8usize,
            parts in 1..5usize,
        ) {
            let first = |part: usize, to: usize| to.saturating_sub(most[part]);
            let cost = |part: usize, from: usize, to: usize| {
                let cost = costs[from][to].map(|cost| cost * (part as i64 + 1));
                cost.filter(|_| from >= first(part, to))
            };
            let found = cheapest(places, parts, first, cost);
            let known = least((places - 1, parts), (0, 0), &cost);
            prop_assert_eq!(found.as_ref().map(|found| found.0), known);
            if let Some((total, cuts)) = found {
                let pairs = cuts.windows(2).enumerate();
                let sum: Option<i64> = pairs.map(|(part, pair)| cost(part, pair[0], pair[1])).sum();
                prop_assert_eq!((sum, cuts.len()), (Some(total), parts + 1));
            }
        }
    }
}
