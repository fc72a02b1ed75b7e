//! Rows of a column: in order and apart, as near to their marks as that allows.
//!
//! Isotonic regression by pooling adjacent violators (Ayer and others, "An Empirical Distribution
//! Function for Sampling with Incomplete Information", 1955). Less the heights of all rows before
//! it, the place of a row may be any that is not less than that of the row before. Of all such
//! places these have the least sum of squares of the distances to the wishes; ends that bound them
//! move each to the nearest that is allowed, which keeps the sum least.

use super::cost;
use crate::geometry::Sub;
use std::ops::Range;

/// A row before it is placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpacedRow {
    /// Where it would begin if it were alone.
    pub wish: Sub,
    /// How much of the column it takes.
    pub height: Sub,
}

/// Rows that touch and move together, less the heights before each.
#[derive(Clone, Copy, Debug)]
struct RowPool {
    /// The wishes of all.
    wishes: i128,
    count: i128,
}

impl RowPool {
    /// Whether its mean is greater than that of another.
    fn is_after(&self, other: &RowPool) -> bool {
        self.wishes * other.count > other.wishes * self.count
    }

    /// The whole number nearest to the mean.
    fn mean(&self) -> i128 {
        (2 * self.wishes + self.count).div_euclid(2 * self.count)
    }
}

/// Where each row begins, the first not before `start` and the last not beyond `end`; none if they
/// are too high together.
pub fn place(rows: &[SpacedRow], [start, end]: [Sub; 2]) -> Option<Vec<Sub>> {
    let total: i64 = rows.iter().map(|row| i64::from(row.height)).sum();
    let (first, last) = (i64::from(start), i64::from(end) - total);
    if last < first {
        return None;
    }
    let mut pools: Vec<RowPool> = Vec::new();
    let mut before = 0;
    for row in rows {
        let mut pool = RowPool { wishes: i128::from(i64::from(row.wish) - before), count: 1 };
        while let Some(other) = pools.pop_if(|other| other.is_after(&pool)) {
            pool = RowPool { wishes: other.wishes + pool.wishes, count: other.count + pool.count };
        }
        pools.push(pool);
        before += i64::from(row.height);
    }
    let mut places = Vec::with_capacity(rows.len());
    let mut before = 0;
    let mut rows = rows.iter();
    for pool in pools {
        let place = pool.mean().clamp(first.into(), last.into()) as i64;
        for row in rows.by_ref().take(pool.count as usize) {
            places.push((place + before) as Sub);
            before += i64::from(row.height);
        }
    }
    Some(places)
}

/// The places of [`place`], each crowd of rows moved so that its leaders cost least: one that would
/// bend little is straight then. No row leaves its order, the bounds, or another crowd's room.
pub fn straightened(rows: &[SpacedRow], mut places: Vec<Sub>, [start, end]: [Sub; 2]) -> Vec<Sub> {
    let mut from = 0;
    let mut free = start;
    while from < rows.len() {
        let touches = |&row: &usize| places[row - 1] + rows[row - 1].height == places[row];
        let crowd = from..(from + 1..rows.len()).find(|row| !touches(row)).unwrap_or(rows.len());
        let bottom = |row: usize| places[row] + rows[row].height;
        let next = places.get(crowd.end).copied().unwrap_or(end.max(bottom(crowd.end - 1)));
        let bounds = [free.min(places[from]) - places[from], next - bottom(crowd.end - 1)];
        let shift = least_shift(rows, &places, crowd.clone(), bounds);
        places[crowd.clone()].iter_mut().for_each(|place| *place += shift);
        free = places[crowd.end - 1] + rows[crowd.end - 1].height;
        from = crowd.end;
    }
    places
}

/// The same with rows moved by no more than `slack` where they get to their marks by it.
pub fn nudged(
    rows: &[SpacedRow],
    mut places: Vec<Sub>,
    [start, end]: [Sub; 2],
    slack: Sub,
) -> Vec<Sub> {
    for (row, place) in rows.iter().zip(&mut places) {
        let is_inside = start <= row.wish && row.wish + row.height <= end;
        if is_inside && (row.wish - *place).abs() <= slack {
            *place = row.wish;
        }
    }
    places
}

/// How far to move a crowd, within bounds, so that its leaders cost least.
fn least_shift(
    rows: &[SpacedRow],
    places: &[Sub],
    crowd: Range<usize>,
    [up, down]: [Sub; 2],
) -> Sub {
    // Far off, a straight leader more would bend the others for it.
    let most = crowd.clone().map(|row| rows[row].height).max().unwrap_or(0);
    let wishes = crowd.clone().map(|row| rows[row].wish - places[row]);
    let shifts = wishes.filter(|shift| shift.abs() <= most && (up..=down).contains(shift));
    let cost = |shift: Sub| -> i64 {
        let away = |row: usize| (rows[row].wish - places[row] - shift).abs();
        crowd.clone().map(|row| cost::row_away(away(row))).sum()
    };
    std::iter::once(0)
        .chain(shifts)
        .min_by_key(|&shift| (cost(shift), shift.abs(), -shift))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The sum of squares of the distances between places and wishes.
    fn cost(rows: &[SpacedRow], places: &[Sub]) -> i64 {
        let pairs = rows.iter().zip(places);
        pairs.map(|(row, place)| i64::from(row.wish - place).pow(2)).sum()
    }

    /// The least cost of all places there are.
    fn least(rows: &[SpacedRow], [start, end]: [Sub; 2]) -> Option<i64> {
        let Some((row, rest)) = rows.split_first() else { return Some(0) };
        let here = |place: Sub| {
            let own = i64::from(row.wish - place).pow(2);
            least(rest, [place + row.height, end]).map(|rest| own + rest)
        };
        (start..=end - row.height).filter_map(here).min()
    }

    #[test]
    fn rows_with_room_are_where_they_wish_to_be() {
        let row = |wish| SpacedRow { wish, height: 10 };
        let rows = [row(5), row(40), row(60)];
        assert_eq!(place(&rows, [0, 100]), Some(vec![5, 40, 60]));
        assert_eq!(place(&rows, [0, 29]), None);
        assert_eq!(place(&[], [0, 0]), Some(vec![]));
    }

    #[test]
    fn of_two_rows_at_one_mark_one_has_a_straight_leader() {
        let rows = [SpacedRow { wish: 640, height: 640 }; 2];
        let places = place(&rows, [0, 6400]).expect("room");
        assert_eq!(places, [320, 960]);
        assert_eq!(straightened(&rows, places.clone(), [0, 6400]), [640, 1280]);
        assert_eq!(straightened(&rows, places, [320, 1600]), [320, 960], "bounds hold");
    }

    #[test]
    fn rows_near_their_marks_get_to_them_and_others_stay() {
        let row = |wish| SpacedRow { wish, height: 10 };
        let rows = [row(-1), row(12), row(18), row(34), row(52)];
        assert_eq!(nudged(&rows, vec![0, 10, 20, 30, 50], [0, 61], 2), [0, 12, 18, 30, 50]);
    }

    #[test]
    fn a_crowd_spreads_evenly_around_its_date() {
        let rows = [SpacedRow { wish: 50, height: 10 }; 5];
        assert_eq!(place(&rows, [0, 100]), Some(vec![30, 40, 50, 60, 70]));
        assert_eq!(place(&rows, [40, 100]), Some(vec![40, 50, 60, 70, 80]));
    }

    proptest! {
        #[test]
        fn no_places_cost_less(
            rows in prop::collection::vec((-4..12i32, 1..5i32), 0..5),
            end in 4..18i32,
        ) {
            let rows: Vec<SpacedRow> =
                rows.into_iter().map(|(wish, height)| SpacedRow { wish, height }).collect();
            let found = place(&rows, [0, end]);
            prop_assert_eq!(found.as_ref().map(|places| cost(&rows, places)), least(&rows, [0, end]));
            let places = found.unwrap_or_default();
            let ends = rows.iter().zip(&places).map(|(row, place)| place + row.height);
            prop_assert!(ends.zip(places.iter().skip(1)).all(|(end, next)| end <= *next));
        }

        #[test]
        fn straighter_rows_cost_no_more_and_keep_apart(
            rows in prop::collection::vec((-4..60i32, 1..9i32), 0..12),
            end in 4..90i32,
        ) {
            let rows: Vec<SpacedRow> =
                rows.into_iter().map(|(wish, height)| SpacedRow { wish, height }).collect();
            let Some(places) = place(&rows, [0, end]) else { return Ok(()) };
            let leaders = |places: &[Sub]| -> i64 {
                let away = rows.iter().zip(places).map(|(row, place)| (row.wish - place).abs());
                away.map(cost::row_away).sum()
            };
            let moved = straightened(&rows, places.clone(), [0, end]);
            prop_assert!(leaders(&moved) <= leaders(&places));
            let ends: Vec<Sub> =
                moved.iter().zip(&rows).map(|(place, row)| place + row.height).collect();
            prop_assert!(ends.iter().zip(moved.iter().skip(1)).all(|(end, next)| end <= next));
            prop_assert!(moved.iter().all(|&place| place >= 0) && ends.iter().all(|&at| at <= end));
        }
    }
}
