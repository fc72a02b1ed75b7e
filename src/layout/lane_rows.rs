//! The rows of a lane: boxes in, places out.
//!
//! A [`LaneItem`] is a mark with the candidates for the place of its name: in it, beside it, on a
//! flag. Names stand in one manner throughout the lane where all of them fit so, else each takes its
//! first candidate that lies in the room. Items then stand one a row in their order (a staircase),
//! all in one row, or packed: in the order of their left ends each goes to the next row that is
//! free, from the first row again once none is taken, which takes no more rows than boxes overlap at
//! one place (interval partitioning). Boxes are half-open, so that spans which touch share a row.

use crate::geometry::Sub;
use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

/// How a name stands with its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameManner {
    /// In the mark.
    Inside,
    /// In the mark, more words after it.
    Split,
    /// After the mark along the axis.
    After,
    /// Before it.
    Before,
    /// Anywhere else: over the mark, across the axis, not at all.
    Other,
}

/// A place that a name can take with its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameCandidate {
    /// From where to where mark and name take room.
    pub room: [Sub; 2],
    /// The least height of a row that holds them.
    pub height: Sub,
    /// How the name stands.
    pub manner: NameManner,
    /// Whether all of it is there, with what is said of dates.
    pub is_full: bool,
    /// Whether it may be taken to save a row, or only for want of room.
    pub is_spare: bool,
}

/// A mark, or several that share a name and a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneItem {
    /// The places that its name can take, the preferred first; one or more.
    pub candidates: Vec<NameCandidate>,
    /// Its place in the order of the rows.
    pub rank: usize,
    /// What it takes below its mark.
    pub below: Sub,
}

/// Where an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemRow {
    /// The candidate that its name takes, by place among those of the item.
    pub candidate: usize,
    /// Its row, the first at the top.
    pub row: usize,
}

/// A lane in its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LaneRows {
    /// One for each item, in their order.
    pub items: Vec<ItemRow>,
    /// The height of each row.
    pub heights: Vec<Sub>,
    /// What of it is below the marks.
    pub below: Vec<Sub>,
}

/// How items are dealt out to rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowRule {
    /// One row for all where names fit, else one for each.
    OneOrEach,
    /// One row for each.
    Each,
    /// As few rows as there can be without names turned for it, in turn.
    InTurn,
    /// So many rows in turn, in the order of their ranks; as few as there can be where that is not possible.
    Rows(usize),
    /// As few rows as there can be.
    Fewest,
}

/// Beyond so many items, names are not turned to save rows: each turn looks at all of them.
const MANY: usize = 100;
/// How often all names are looked at.
const PASSES: usize = 4;
/// The manners that a whole lane may have, the preferred first.
const MANNERS: [NameManner; 4] =
    [NameManner::Inside, NameManner::After, NameManner::Split, NameManner::Before];

/// Deals the items of a lane out to rows, in the room from one of `ends` to the other. Where no
/// candidate of an item lies in that, its last is taken.
pub fn arrange(items: &[LaneItem], ends: [Sub; 2], rule: RowRule) -> LaneRows {
    let one_sided = one_sided(items, ends);
    match rule {
        RowRule::Fewest => pack(items, ends, one_sided),
        RowRule::InTurn => by_rank(items, &one_sided),
        RowRule::Rows(many) => match in_order(items, &one_sided, many) {
            Some(rows) => in_rows(items, &one_sided, rows),
            None => pack(items, ends, one_sided),
        },
        RowRule::OneOrEach if row_count(items, &one_sided) <= 1 => by_rank(items, &one_sided),
        RowRule::OneOrEach | RowRule::Each => staircase(items, &one_sided),
    }
}

/// For each item the candidate of the first manner that suits them all, whole names before those
/// without dates. If none does: after the marks of the first rows and before those of the last, or else
/// after each mark that is not next to the end of the room. If even that is not possible, the first
/// that lies in the room.
fn one_sided(items: &[LaneItem], ends: [Sub; 2]) -> Vec<usize> {
    let suiting = [true, false].into_iter().find_map(|is_full| {
        let fitting = |item: &LaneItem, manner: NameManner| {
            let suits = |one: &NameCandidate| {
                one.manner == manner && (one.is_full || !is_full) && is_inside(one, ends)
            };
            item.candidates.iter().position(suits)
        };
        let all = |manner| items.iter().map(|item| fitting(item, manner)).collect();
        let after: Vec<Option<usize>> = all(NameManner::After);
        let before: Vec<Option<usize>> = all(NameManner::Before);
        let sides = || after.iter().zip(&before).map(|(after, before)| after.or(*before)).collect();
        let same = MANNERS.iter().find_map(|&manner| all(manner).into_iter().collect());
        same.or_else(|| turned_once(items, &after, &before)).or_else(sides)
    });
    suiting.unwrap_or_else(|| items.iter().map(|item| first(item, ends)).collect())
}

/// Names after the marks of the first rows, and before those of the last ones; none if names of the first
/// half would turn.
fn turned_once(
    items: &[LaneItem],
    after: &[Option<usize>],
    before: &[Option<usize>],
) -> Option<Vec<usize>> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|&index| (items[index].rank, index));
    let turn = order.iter().position(|&index| after[index].is_none())?;
    if turn * 2 < order.len() {
        return None;
    }
    let mut chosen = vec![0; items.len()];
    for (place, &index) in order.iter().enumerate() {
        chosen[index] = if place < turn { after[index]? } else { before[index]? };
    }
    Some(chosen)
}

/// One row an item, in the order of their ranks.
fn staircase(items: &[LaneItem], chosen: &[usize]) -> LaneRows {
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|&index| (items[index].rank, index));
    let below: Vec<Sub> = order.iter().map(|&index| items[index].below).collect();
    let height =
        |&index: &usize| items[index].candidates[chosen[index]].height + items[index].below;
    let heights = order.iter().map(height).collect();
    let mut rows = vec![0; items.len()];
    order.iter().enumerate().for_each(|(row, &index)| rows[index] = row);
    let places = chosen.iter().zip(rows);
    LaneRows {
        items: places.map(|(&candidate, row)| ItemRow { candidate, row }).collect(),
        heights,
        below,
    }
}

/// As few rows as may be, names turned where that saves one.
fn pack(items: &[LaneItem], ends: [Sub; 2], one_sided: Vec<usize>) -> LaneRows {
    let mixed: Vec<usize> = items.iter().map(|item| first(item, ends)).collect();
    let is_shorter = row_count(items, &mixed) < row_count(items, &one_sided);
    let plain = if is_shorter { mixed } else { one_sided };
    let can_turn = items.iter().any(|item| item.candidates.iter().any(|one| one.is_spare));
    let is_plain = items.len() > MANY || !can_turn || row_count(items, &plain) < 2;
    let chosen = if is_plain { plain } else { Turner { items, ends, plain }.turned() };
    by_rank(items, &chosen)
}

/// The first candidate of an item that lies in the room.
fn first(item: &LaneItem, ends: [Sub; 2]) -> usize {
    let last = item.candidates.len().saturating_sub(1);
    item.candidates.iter().position(|one| is_inside(one, ends)).unwrap_or(last)
}

fn is_inside(candidate: &NameCandidate, [left, right]: [Sub; 2]) -> bool {
    left <= candidate.room[0] && candidate.room[1] <= right
}

fn boxes(items: &[LaneItem], chosen: &[usize]) -> Vec<[Sub; 2]> {
    items.iter().zip(chosen).map(|(item, &chosen)| item.candidates[chosen].room).collect()
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

/// The row of each box: by left ends the next row that is free, from the first again where none is
/// taken. No more rows than [`deal`] takes.
fn in_turn(boxes: &[[Sub; 2]]) -> Vec<usize> {
    let most = count(&deal(boxes));
    let mut order: Vec<usize> = (0..boxes.len()).collect();
    order.sort_by_key(|&index| (boxes[index], index));
    let mut rows = vec![0; boxes.len()];
    let mut free: BTreeSet<usize> = (0..most).collect();
    let mut taken: BinaryHeap<Reverse<(Sub, usize)>> = BinaryHeap::new();
    let mut next = 0;
    for index in order {
        let [x0, x1] = boxes[index];
        while let Some(&Reverse((end, row))) = taken.peek()
            && end <= x0
        {
            taken.pop();
            free.insert(row);
        }
        let from = if taken.is_empty() { 0 } else { next };
        let row = free.range(from..).next().or_else(|| free.first()).copied().unwrap_or(0);
        free.remove(&row);
        taken.push(Reverse((x1, row)));
        (rows[index], next) = (row, row + 1);
    }
    rows
}

fn count(rows: &[usize]) -> usize {
    rows.iter().max().map_or(0, |row| row + 1)
}

fn row_count(items: &[LaneItem], chosen: &[usize]) -> usize {
    count(&deal(&boxes(items, chosen)))
}

/// Turns names to the other side of their marks where that saves rows.
struct Turner<'a> {
    items: &'a [LaneItem],
    ends: [Sub; 2],
    /// The candidate that each item takes by itself.
    plain: Vec<usize>,
}

impl Turner<'_> {
    /// Turned names where they save rows, and turned back where they do not.
    fn turned(self) -> Vec<usize> {
        let before = row_count(self.items, &self.plain);
        let mut chosen = self.loosened();
        let least = row_count(self.items, &chosen);
        if least >= before {
            return self.plain;
        }
        for index in 0..self.items.len() {
            let other = std::mem::replace(&mut chosen[index], self.plain[index]);
            if other != self.plain[index] && row_count(self.items, &chosen) > least {
                chosen[index] = other;
            }
        }
        chosen
    }

    /// Changes of one candidate each (local search) while fewer boxes overlap, and rows do not
    /// become more: a change that saves no row by itself may let a later one save it.
    fn loosened(&self) -> Vec<usize> {
        let mut chosen = self.plain.clone();
        let mut boxes = boxes(self.items, &self.plain);
        let mut rows = count(&deal(&boxes));
        for _ in 0..PASSES {
            let before = boxes.clone();
            for (index, item) in self.items.iter().enumerate() {
                for (number, candidate) in item.candidates.iter().enumerate() {
                    let old = boxes[index];
                    // Either room meets its own box, as the mark is in both.
                    if !self.is_allowed(index, number)
                        || overlaps(candidate.room, &boxes) >= overlaps(old, &boxes)
                    {
                        continue;
                    }
                    boxes[index] = candidate.room;
                    let new = count(&deal(&boxes));
                    if new <= rows {
                        (rows, chosen[index]) = (new, number);
                    } else {
                        boxes[index] = old;
                    }
                }
            }
            if boxes == before {
                break;
            }
        }
        chosen
    }

    fn is_allowed(&self, index: usize, number: usize) -> bool {
        let candidate = &self.items[index].candidates[number];
        number == self.plain[index] || (candidate.is_spare && is_inside(candidate, self.ends))
    }
}

/// How many boxes a room meets.
fn overlaps(room: [Sub; 2], boxes: &[[Sub; 2]]) -> usize {
    boxes.iter().filter(|&&other| room[0] < other[1] && other[0] < room[1]).count()
}

/// The row of each item, of so many: by their ranks the next one that is free, from the first again after the
/// last; none where an item finds no row free.
fn in_order(items: &[LaneItem], chosen: &[usize], many: usize) -> Option<Vec<usize>> {
    let boxes = boxes(items, chosen);
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|&index| (items[index].rank, index));
    let mut taken: Vec<Vec<[Sub; 2]>> = vec![Vec::new(); many.min(items.len()).min(MANY)];
    let mut rows = vec![0; items.len()];
    let mut next = 0;
    for index in order {
        let [x0, x1] = boxes[index];
        let is_free = |row: &usize| taken[*row].iter().all(|&[from, to]| to <= x0 || x1 <= from);
        let row = (next..taken.len()).chain(0..next.min(taken.len())).find(is_free)?;
        taken[row].push([x0, x1]);
        (rows[index], next) = (row, row + 1);
    }
    Some(rows)
}

/// The rows in the order of their first items by rank.
fn by_rank(items: &[LaneItem], chosen: &[usize]) -> LaneRows {
    in_rows(items, chosen, in_turn(&boxes(items, chosen)))
}

/// The rows that items are dealt out to, in the order of their first items by rank.
fn in_rows(items: &[LaneItem], chosen: &[usize], rows: Vec<usize>) -> LaneRows {
    let mut heights = vec![0; count(&rows)];
    let mut below = vec![0; heights.len()];
    let mut ranks = vec![usize::MAX; heights.len()];
    for ((item, &candidate), &row) in items.iter().zip(chosen).zip(&rows) {
        heights[row] = item.candidates[candidate].height.max(heights[row]);
        below[row] = item.below.max(below[row]);
        ranks[row] = item.rank.min(ranks[row]);
    }
    let mut order: Vec<usize> = (0..heights.len()).collect();
    order.sort_by_key(|&row| (ranks[row], row));
    let mut places = vec![0; order.len()];
    order.iter().enumerate().for_each(|(new, &old)| places[old] = new);
    let chosen = chosen.iter().zip(&rows);
    LaneRows {
        items: chosen.map(|(&candidate, &row)| ItemRow { candidate, row: places[row] }).collect(),
        heights: order.iter().map(|&row| heights[row] + below[row]).collect(),
        below: order.into_iter().map(|row| below[row]).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ENDS: [Sub; 2] = [0, 1000];

    fn at(x0: Sub, x1: Sub, manner: NameManner) -> NameCandidate {
        NameCandidate { room: [x0, x1], height: 10, manner, is_full: true, is_spare: true }
    }

    /// A mark with its name to the right, or to the left.
    fn item(rank: usize, x0: Sub, x1: Sub, name: Sub) -> LaneItem {
        let candidates =
            vec![at(x0, x1 + name, NameManner::After), at(x0 - name, x1, NameManner::Before)];
        LaneItem { candidates, rank, below: 0 }
    }

    fn rows_by(items: &[LaneItem], rule: RowRule) -> Vec<usize> {
        arrange(items, ENDS, rule).items.iter().map(|place| place.row).collect()
    }

    fn rows(items: &[LaneItem]) -> Vec<usize> {
        rows_by(items, RowRule::Fewest)
    }

    #[test]
    fn spans_that_touch_share_a_row() {
        let items = [item(0, 0, 100, 0), item(1, 100, 300, 0), item(2, 250, 400, 0)];
        assert_eq!(rows(&items), [0, 0, 1]);
    }

    #[test]
    fn names_that_all_fit_so_share_a_row_and_others_are_a_staircase() {
        let apart = [item(0, 0, 100, 50), item(1, 150, 300, 50), item(2, 350, 400, 50)];
        assert_eq!(rows_by(&apart, RowRule::OneOrEach), [0, 0, 0]);
        assert_eq!(rows_by(&apart, RowRule::Each), [0, 1, 2]);
        let close = [item(2, 350, 400, 50), item(0, 0, 100, 51), item(1, 150, 300, 50)];
        assert_eq!(rows_by(&close, RowRule::OneOrEach), [2, 0, 1]);
    }

    #[test]
    fn names_stand_in_one_manner_where_all_fit_so() {
        let inside = |x0: Sub, x1: Sub, name: Sub| {
            let mut item = item(0, x0, x1, name);
            item.candidates.push(at(x0, x1, NameManner::Inside));
            item
        };
        let chosen = |items: &[LaneItem]| -> Vec<usize> {
            arrange(items, ENDS, RowRule::Each).items.iter().map(|i| i.candidate).collect()
        };
        assert_eq!(chosen(&[inside(0, 90, 50), inside(100, 990, 50)]), [2, 2], "all inside");
        assert_eq!(chosen(&[item(0, 0, 90, 50), inside(100, 200, 50)]), [0, 0], "all after");
        assert_eq!(chosen(&[item(0, 60, 90, 50), inside(100, 990, 50)]), [1, 1], "all before");
        assert_eq!(chosen(&[item(0, 0, 90, 50), item(0, 100, 990, 50)]), [0, 1], "but at the end");
        let late = [item(0, 0, 90, 50), item(1, 100, 200, 50), item(2, 700, 900, 150)];
        let next = item(3, 800, 920, 60);
        assert_eq!(chosen(&[&late[..], &[next]].concat()), [0, 0, 1, 1], "turned once");
    }

    #[test]
    fn packed_rows_keep_the_order_of_time_and_begin_again_at_the_top() {
        let items = [0, 50, 100, 150, 400, 500].map(|x| item(x as usize, x, x + 10, 80));
        assert_eq!(rows(&items), [0, 1, 0, 1, 0, 0]);
    }

    #[test]
    fn rows_that_there_are_to_spare_are_taken_in_turn() {
        let items = [0, 200, 400, 600, 800].map(|x| item(x as usize, x, x + 10, 80));
        assert_eq!(rows(&items), [0; 5]);
        assert_eq!(rows_by(&items, RowRule::Rows(3)), [0, 1, 2, 0, 1]);
        assert_eq!(rows_by(&items, RowRule::Rows(9)), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn a_name_that_would_leave_the_room_is_on_the_other_side() {
        let items = arrange(&[item(0, 900, 950, 60)], ENDS, RowRule::Fewest).items;
        assert_eq!(items, [ItemRow { candidate: 1, row: 0 }]);
    }

    #[test]
    fn names_turn_only_where_that_saves_a_row() {
        let pack = |items: &[LaneItem]| arrange(items, ENDS, RowRule::Fewest);
        let saves = [item(0, 100, 110, 200), item(1, 520, 530, 200), item(2, 600, 610, 100)];
        assert_eq!(pack(&saves).heights.len(), 1);
        let useless = [item(0, 100, 110, 50), item(1, 300, 310, 200), item(2, 320, 330, 50)];
        let candidates: Vec<usize> =
            pack(&useless).items.iter().map(|place| place.candidate).collect();
        assert_eq!(candidates, [0, 0, 0], "nothing saves a row");
    }

    #[test]
    fn rows_are_in_the_order_of_their_first_items() {
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
            let items: Vec<LaneItem> = spans
                .iter()
                .map(|&(x, long, name, rank)| item(rank, x, (x + long).min(1000), name))
                .collect();
            let packed = arrange(&items, ENDS, RowRule::Fewest);
            let room = |index: usize| items[index].candidates[packed.items[index].candidate].room;
            for a in 0..items.len() {
                for b in 0..a {
                    let same = packed.items[a].row == packed.items[b].row;
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
