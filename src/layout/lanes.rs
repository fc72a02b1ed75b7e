//! The rows of a lane: boxes in, places out.
//!
//! An [`Item`] is a mark with the ways that its name may stand: in it, beside it, on a flag. Each
//! takes the first that lies in the room, or a later one where that saves a row. The boxes are
//! then dealt out to rows in the order of their left ends, each to the first row that is free,
//! which takes no more rows than boxes overlap at one place. Boxes are half-open, so that spans
//! which touch share a row.

use crate::geometry::Sub;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A way that a name can stand with its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stand {
    /// From where to where mark and name take room.
    pub room: [Sub; 2],
    /// The least height of a row that holds them.
    pub height: Sub,
    /// Whether it may be taken to save a row, or only for want of room.
    pub is_spare: bool,
}

/// A mark, or several that share a name and a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The ways that its name may stand, the preferred first; one or more.
    pub stands: Vec<Stand>,
    /// Its place in the order of the rows.
    pub rank: usize,
}

/// Where an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The way that its name stands, by place among those of the item.
    pub stand: usize,
    /// Its row, the first at the top.
    pub row: usize,
}

/// A lane in its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// One for each item, in their order.
    pub seats: Vec<Seat>,
    /// The height of each row.
    pub heights: Vec<Sub>,
}

/// Beyond so many items, names are not turned to save rows.
const MANY: usize = 100;
/// How often all names are looked at.
const PASSES: usize = 4;

/// Deals the items of a lane out to rows, in the room from one of `ends` to the other. Where no
/// way of an item lies in that, its last is taken.
pub fn pack(items: &[Item], ends: [Sub; 2]) -> Rows {
    let plain: Vec<usize> = items.iter().map(|item| first(item, ends)).collect();
    let rows = deal(&boxes(items, &plain));
    let is_turnable = |item: &Item| item.stands.iter().any(|stand| stand.is_spare);
    let is_plain = items.len() > MANY || count(&rows) < 2 || !items.iter().any(is_turnable);
    let stands = if is_plain { plain } else { turned(items, plain, ends) };
    seated(items, &stands)
}

/// The first way of an item that lies in the room.
fn first(item: &Item, ends: [Sub; 2]) -> usize {
    let last = item.stands.len().saturating_sub(1);
    item.stands.iter().position(|stand| is_inside(stand, ends)).unwrap_or(last)
}

fn is_inside(stand: &Stand, [left, right]: [Sub; 2]) -> bool {
    left <= stand.room[0] && stand.room[1] <= right
}

fn boxes(items: &[Item], stands: &[usize]) -> Vec<[Sub; 2]> {
    items.iter().zip(stands).map(|(item, &stand)| item.stands[stand].room).collect()
}

/// The row of each box: the first that is free, by left ends.
pub(crate) fn deal(boxes: &[[Sub; 2]]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..boxes.len()).collect();
    order.sort_by_key(|&index| (boxes[index], index));
    let mut rows = vec![0; boxes.len()];
    // Rows that are free, and those that are taken by where their last box ends.
    let mut free: BinaryHeap<Reverse<usize>> = BinaryHeap::new();
    let mut taken: BinaryHeap<Reverse<(Sub, usize)>> = BinaryHeap::new();
    for index in order {
        let [x0, x1] = boxes[index];
        while let Some(&Reverse((end, row))) = taken.peek()
            && end <= x0
        {
            taken.pop();
            free.push(Reverse(row));
        }
        let row = free.pop().map_or(taken.len(), |Reverse(row)| row);
        taken.push(Reverse((x1, row)));
        rows[index] = row;
    }
    rows
}

fn count(rows: &[usize]) -> usize {
    rows.iter().max().map_or(0, |row| row + 1)
}

/// Turns names to their other side where that saves rows, and back where it does not.
fn turned(items: &[Item], plain: Vec<usize>, ends: [Sub; 2]) -> Vec<usize> {
    let rows_of = |stands: &[usize]| count(&deal(&boxes(items, stands)));
    let before = rows_of(&plain);
    let mut stands = loosened(items, &plain, ends);
    let least = rows_of(&stands);
    if least >= before {
        return plain;
    }
    for index in 0..items.len() {
        let other = std::mem::replace(&mut stands[index], plain[index]);
        if other != plain[index] && rows_of(&stands) > least {
            stands[index] = other;
        }
    }
    stands
}

/// Changes of one way each while fewer boxes overlap, and rows do not become more.
fn loosened(items: &[Item], plain: &[usize], ends: [Sub; 2]) -> Vec<usize> {
    let mut stands = plain.to_vec();
    let mut boxes = boxes(items, plain);
    let mut rows = count(&deal(&boxes));
    for _ in 0..PASSES {
        let before = boxes.clone();
        for (index, item) in items.iter().enumerate() {
            for (way, stand) in item.stands.iter().enumerate() {
                let is_free = way == plain[index] || (stand.is_spare && is_inside(stand, ends));
                let old = boxes[index];
                if !is_free || stand.room == old {
                    continue;
                }
                let met = |room: [Sub; 2]| boxes.iter().filter(|&&other| meet(other, room)).count();
                // Either way meets the box itself, as the mark is in both.
                if met(stand.room) >= met(old) {
                    continue;
                }
                boxes[index] = stand.room;
                let new = count(&deal(&boxes));
                if new <= rows {
                    (rows, stands[index]) = (new, way);
                } else {
                    boxes[index] = old;
                }
            }
        }
        if boxes == before {
            break;
        }
    }
    stands
}

fn meet(a: [Sub; 2], b: [Sub; 2]) -> bool {
    a[0] < b[1] && b[0] < a[1]
}

/// The rows in the order of their first items by rank.
fn seated(items: &[Item], stands: &[usize]) -> Rows {
    let rows = deal(&boxes(items, stands));
    let mut heights = vec![0; count(&rows)];
    let mut ranks = vec![usize::MAX; heights.len()];
    for (index, item) in items.iter().enumerate() {
        let row = rows[index];
        heights[row] = heights[row].max(item.stands[stands[index]].height);
        ranks[row] = ranks[row].min(item.rank);
    }
    let mut order: Vec<usize> = (0..heights.len()).collect();
    order.sort_by_key(|&row| (ranks[row], row));
    let mut place = vec![0; order.len()];
    order.iter().enumerate().for_each(|(new, &old)| place[old] = new);
    let seat = |(&stand, &row): (&usize, &usize)| Seat { stand, row: place[row] };
    Rows {
        seats: stands.iter().zip(&rows).map(seat).collect(),
        heights: order.into_iter().map(|row| heights[row]).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ENDS: [Sub; 2] = [0, 1000];

    fn stand(x0: Sub, x1: Sub) -> Stand {
        Stand { room: [x0, x1], height: 10, is_spare: true }
    }

    /// A mark with its name to the right, or to the left.
    fn item(rank: usize, x0: Sub, x1: Sub, name: Sub) -> Item {
        Item { stands: vec![stand(x0, x1 + name), stand(x0 - name, x1)], rank }
    }

    fn rows(items: &[Item]) -> Vec<usize> {
        pack(items, ENDS).seats.iter().map(|seat| seat.row).collect()
    }

    #[test]
    fn spans_that_touch_share_a_row() {
        let items = [item(0, 0, 100, 0), item(1, 100, 300, 0), item(2, 250, 400, 0)];
        assert_eq!(rows(&items), [0, 0, 1]);
    }

    #[test]
    fn a_name_that_would_leave_the_room_stands_on_the_other_side() {
        let seats = pack(&[item(0, 900, 950, 60)], ENDS).seats;
        assert_eq!(seats, [Seat { stand: 1, row: 0 }]);
    }

    #[test]
    fn names_turn_only_where_that_saves_a_row() {
        let saves = [item(0, 100, 110, 200), item(1, 520, 530, 200), item(2, 600, 610, 100)];
        assert_eq!(pack(&saves, ENDS).heights.len(), 1);
        let useless = [item(0, 100, 110, 50), item(1, 300, 310, 200), item(2, 320, 330, 50)];
        let stands: Vec<usize> = pack(&useless, ENDS).seats.iter().map(|seat| seat.stand).collect();
        assert_eq!(stands, [0, 0, 0], "nothing saves a row");
    }

    #[test]
    fn rows_stand_in_the_order_of_their_first_items() {
        let items = [item(2, 0, 500, 0), item(1, 100, 300, 0), item(0, 200, 900, 0)];
        assert_eq!(rows(&items), [2, 1, 0]);
    }

    fn overlap(a: [Sub; 2], b: [Sub; 2]) -> bool {
        a[0] < b[1] && b[0] < a[1]
    }

    proptest! {
        #[test]
        fn rows_hold_no_overlap_and_are_as_many_as_boxes_overlap(
            spans in prop::collection::vec((0..990i32, 1..300i32, 1..150i32, 0..9usize), 1..60)
        ) {
            let items: Vec<Item> = spans
                .iter()
                .map(|&(x, long, name, rank)| item(rank, x, (x + long).min(1000), name))
                .collect();
            let packed = pack(&items, ENDS);
            let room = |index: usize| items[index].stands[packed.seats[index].stand].room;
            for a in 0..items.len() {
                for b in 0..a {
                    let same = packed.seats[a].row == packed.seats[b].row;
                    prop_assert!(!same || !overlap(room(a), room(b)));
                }
            }
            let is_over = |index: usize, x: Sub| room(index)[0] <= x && x < room(index)[1];
            let over = |x: Sub| (0..items.len()).filter(|&index| is_over(index, x)).count();
            let most = (0..items.len()).map(|index| over(room(index)[0])).max();
            prop_assert_eq!(Some(packed.heights.len()), most);
        }
    }
}
