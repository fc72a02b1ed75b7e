//! Folds: where a sequence is cut so that its parts stand side by side.
//!
//! By dynamic programming over all places where it may be cut: the best way to cut what comes before
//! a place into so many parts is that of some place before it, and one part more.

/// The cuts of a sequence into `parts` parts, the ends among them, that cost least together, with
/// what they cost; none if nothing is allowed. There are `places` places where it may be cut, the
/// first and the last being its ends. `cost` says what the part between two places costs, or that
/// it is not allowed.
pub fn cheapest(
    places: usize,
    parts: usize,
    cost: impl Fn(usize, usize) -> Option<i64>,
) -> Option<(i64, Vec<usize>)> {
    let last = places.checked_sub(1)?;
    let costs: Vec<Vec<Option<i64>>> = (0..places)
        .map(|from| (0..places).map(|to| if from < to { cost(from, to) } else { None }).collect())
        .collect();
    // For each place the least cost of so many parts before it, and where the last of them begins.
    let mut best: Vec<Vec<Option<(i64, usize)>>> = vec![vec![None; places]];
    best[0][0] = Some((0, 0));
    for part in 1..=parts {
        let step = |to: usize| {
            let from = |from: usize| {
                let (before, _) = best[part - 1][from]?;
                Some((before + costs[from][to]?, from))
            };
            (0..to).filter_map(from).min()
        };
        let next = (0..places).map(step).collect();
        best.push(next);
    }
    let total = best[parts][last]?.0;
    let mut cuts = vec![last];
    let mut place = last;
    for part in (1..=parts).rev() {
        place = best[part][place]?.1;
        cuts.push(place);
    }
    cuts.reverse();
    Some((total, cuts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The least cost of all ways to cut what follows `from` into so many parts.
    fn least(costs: &[Vec<Option<i64>>], from: usize, parts: usize) -> Option<i64> {
        let last = costs.len() - 1;
        match parts {
            0 => (from == last).then_some(0),
            _ => (from + 1..=last)
                .filter_map(|to| Some(costs[from][to]? + least(costs, to, parts - 1)?))
                .min(),
        }
    }

    #[test]
    fn parts_are_even_where_unevenness_costs() {
        let cost = |from: usize, to: usize| Some(((to - from) as i64).pow(2));
        assert_eq!(cheapest(10, 3, cost), Some((27, vec![0, 3, 6, 9])));
        assert_eq!(cheapest(3, 4, cost), None, "there are fewer places than parts");
        assert_eq!(cheapest(0, 1, cost), None);
    }

    proptest! {
        #[test]
        fn no_cuts_cost_less(
            costs in prop::collection::vec(prop::collection::vec(prop::option::weighted(0.8, 0..50i64), 8), 8),
            places in 2..8usize,
            parts in 1..5usize,
        ) {
            let costs: Vec<Vec<Option<i64>>> =
                costs.iter().take(places).map(|row| row[..places].to_vec()).collect();
            let found = cheapest(places, parts, |from, to| costs[from][to]);
            prop_assert_eq!(found.as_ref().map(|found| found.0), least(&costs, 0, parts));
            if let Some((total, cuts)) = found {
                let sum: Option<i64> = cuts.windows(2).map(|pair| costs[pair[0]][pair[1]]).sum();
                prop_assert_eq!((sum, cuts.len()), (Some(total), parts + 1));
            }
        }
    }
}
