//! Upright lines behind the events: what of them is drawn beside boxes, and what over bars.
//!
//! Lines are taken from left to right. Boxes that a line may meet are kept in the order of their
//! tops, so that each of them is found in logarithmic time.

use crate::geometry::{Point, Rect, Sub};
use crate::max_tree::MaxTree;

/// An upright line: its place, and from where to where it runs.
pub(super) type UprightLine = (Sub, [Sub; 2]);
/// Pieces of an upright line from the top down.
pub(super) type Pieces = Vec<[Point; 2]>;

/// All markers together leave out about so many boxes, at most.
const MOST: usize = 20_000;
/// Boxes that each of them may leave out in any case.
const LEAST: usize = 16;

/// How many boxes each of so many lines may leave out. Lines of many markers run through the names
/// of all the others: without a bound the figure would grow with the square of their number.
pub(super) fn bound(lines: usize) -> usize {
    (MOST / lines.max(1)).max(LEAST)
}

/// What of each line is beside `boxes`, with `air` around them. A line that meets more than `most`
/// of them is drawn at both of its ends alone, where it is with its name and with its date.
pub(super) fn beside(lines: &[UprightLine], boxes: &[Rect], air: Sub, most: usize) -> Vec<Pieces> {
    let boxes = boxes.iter().filter(|rect| rect.width() > 0).map(|rect| rect.grown(air));
    let mut down = Sweep::new(boxes.clone());
    let mut up = Sweep::new(boxes.map(|Rect { x0, y0, x1, y1 }| Rect { x0, y0: -y1, x1, y1: -y0 }));
    let mut pieces = vec![Pieces::new(); lines.len()];
    for index in from_left(lines) {
        let (x, ends) = lines[index];
        down.advance(x);
        let (mut found, mut reached) = down.gaps(ends, 2 * air, most);
        if reached < ends[1] {
            (found, reached) = down.gaps(ends, 2 * air, most / 2);
            up.advance(x);
            let (rest, _) = up.gaps([-ends[1], -reached], 2 * air, most / 2);
            found.extend(rest.iter().rev().map(|&[from, to]| [-to, -from]));
        }
        pieces[index] = found.into_iter().map(|gap| gap.map(|y| Point::new(x, y))).collect();
    }
    pieces
}

/// What of each line runs over `bars`: of a piece that runs over more than `most` of them, all.
pub(super) fn over(lines: &[Pieces], bars: &[Rect], most: usize) -> Vec<Pieces> {
    let bars = bars.iter().map(|bar| Rect { x0: bar.x0 - 1, ..*bar });
    let mut down = Sweep::new(bars);
    let places: Vec<UprightLine> =
        lines.iter().map(|line| (line.first().map_or(0, |piece| piece[0].x), [0; 2])).collect();
    let mut pieces = vec![Pieces::new(); lines.len()];
    for index in from_left(&places) {
        let x = places[index].0;
        down.advance(x);
        for piece in &lines[index] {
            let ends = piece.map(|point| point.y);
            let found = down.met(ends, most).map_or(vec![ends], |bars| {
                bars.iter().map(|bar| [bar.y0.max(ends[0]), bar.y1.min(ends[1])]).collect()
            });
            pieces[index].extend(found.into_iter().map(|run| run.map(|y| Point::new(x, y))));
        }
    }
    pieces
}

/// The places of lines in the order from left to right.
fn from_left(lines: &[UprightLine]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by_key(|&index| lines[index].0);
    order
}

/// Boxes, of which those are known that have a given place inside.
struct Sweep {
    /// In the order of their tops, with their places among those given.
    boxes: Vec<(Rect, usize)>,
    /// The same by left ends and by right ends, and how many of each are passed.
    starts: Vec<usize>,
    ends: Vec<usize>,
    passed: [usize; 2],
    /// The lower edge of each box that has the place inside.
    bottoms: MaxTree,
}

impl Sweep {
    fn new(boxes: impl Iterator<Item = Rect>) -> Self {
        let mut boxes: Vec<(Rect, usize)> = boxes.zip(0..).collect();
        boxes.retain(|(rect, _)| rect.x0 < rect.x1);
        boxes.sort_by_key(|&(rect, number)| (rect.y0, rect.y1, number));
        let order = |key: fn(&Rect) -> Sub| {
            let mut order: Vec<usize> = (0..boxes.len()).collect();
            order.sort_by_key(|&index| key(&boxes[index].0));
            order
        };
        let (starts, ends) = (order(|rect| rect.x0), order(|rect| rect.x1));
        let bottoms = MaxTree::new(boxes.len());
        Self { boxes, starts, ends, passed: [0; 2], bottoms }
    }

    /// Goes on to a place on the right.
    fn advance(&mut self, x: Sub) {
        while let Some(&index) = self.starts.get(self.passed[0])
            && self.boxes[index].0.x0 < x
        {
            self.bottoms.set(index, self.boxes[index].0.y1);
            self.passed[0] += 1;
        }
        while let Some(&index) = self.ends.get(self.passed[1])
            && self.boxes[index].0.x1 <= x
        {
            self.bottoms.set(index, Sub::MIN);
            self.passed[1] += 1;
        }
    }

    /// The first box from `from` on that reaches below `y`.
    fn next(&self, from: usize, y: Sub) -> Option<(usize, Rect, usize)> {
        let index = self.bottoms.first_above(from, y)?;
        let (rect, number) = self.boxes[index];
        Some((index, rect, number))
    }

    /// What of a line is beside the boxes, without pieces of `least` or less, which are no guide.
    /// It ends before the end where it has met so many boxes.
    fn gaps(&self, [start, end]: [Sub; 2], least: Sub, most: usize) -> (Vec<[Sub; 2]>, Sub) {
        let (mut gaps, mut y, mut from) = (Vec::new(), start, 0);
        for met in 0.. {
            let next = self.next(from, y).filter(|(_, rect, _)| rect.y0 < end);
            let to = next.map_or(end, |(_, rect, _)| rect.y0);
            if to - y > least {
                gaps.push([y, to]);
            }
            match next {
                Some((index, rect, _)) if met < most => (y, from) = (rect.y1, index + 1),
                Some(_) => return (gaps, to.max(y)),
                None => break,
            }
        }
        (gaps, end)
    }

    /// The boxes between the ends of a line, in the order in which they were given; none if there are
    /// more than so many.
    fn met(&self, [start, end]: [Sub; 2], most: usize) -> Option<Vec<Rect>> {
        let (mut met, mut from) = (Vec::new(), 0);
        while let Some((index, rect, number)) =
            self.next(from, start).filter(|(_, rect, _)| rect.y0 < end)
        {
            if met.len() == most {
                return None;
            }
            met.push((number, rect));
            from = index + 1;
        }
        met.sort_by_key(|&(number, _)| number);
        Some(met.into_iter().map(|(_, rect)| rect).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(y0: Sub, y1: Sub) -> Rect {
        Rect { x0: 0, y0, x1: 20, y1 }
    }

    fn ends(pieces: &[Pieces]) -> Vec<Vec<[Sub; 2]>> {
        pieces
            .iter()
            .map(|line| line.iter().map(|piece| piece.map(|end| end.y)).collect())
            .collect()
    }

    #[test]
    fn a_line_leaves_out_what_it_would_cross() {
        let boxes = [rect(30, 40), rect(35, 60), Rect { x0: 20, y0: 0, x1: 40, y1: 90 }];
        let lines = [(10, [0, 100]), (50, [0, 100]), (10, [30, 60])];
        let pieces = beside(&lines, &boxes, 1, 9);
        let found = [vec![[0, 29], [61, 100]], vec![[0, 100]], vec![]];
        assert_eq!(ends(&pieces), found);
        let bars = [rect(70, 80), rect(20, 35), Rect { x0: 11, y0: 0, x1: 40, y1: 90 }];
        let over = over(&pieces, &bars, 9);
        assert_eq!(ends(&over), [vec![[20, 29], [70, 80]], vec![], vec![]]);
    }

    #[test]
    fn a_line_through_too_many_boxes_is_drawn_at_its_ends() {
        let boxes: Vec<Rect> = (1..10).map(|row| rect(10 * row, 10 * row + 5)).collect();
        let pieces = |most: usize| ends(&beside(&[(10, [0, 100])], &boxes, 1, most)).concat();
        assert_eq!(pieces(9).len(), 10);
        assert_eq!(pieces(4), [[0, 9], [16, 19], [26, 29], [76, 79], [86, 89], [96, 100]]);
        let line = vec![[0, 100].map(|y| Point::new(10, y))];
        assert_eq!(ends(&over(std::slice::from_ref(&line), &boxes, 9)).concat().len(), 9);
        assert_eq!(ends(&over(&[line], &boxes, 8)).concat(), [[0, 100]]);
    }

    #[test]
    fn many_lines_together_leave_out_few_boxes() {
        let all = |lines: usize| lines * bound(lines);
        assert!(bound(100) >= 100 && all(1000) <= MOST && all(100_000) <= 100_000 * LEAST);
    }
}
