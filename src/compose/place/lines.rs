//! Lines across the time axis, in pieces that leave out text.

use crate::geometry::{Axis, Point, Rect, Sub};

/// The pieces of a line at one place along the axis that leave out `boxes` and `air` around them,
/// over `span` across it.
pub(crate) fn pieces(
    (axis, at): (Axis, Sub),
    [start, end]: [Sub; 2],
    boxes: &[Rect],
    air: Sub,
) -> Vec<[Point; 2]> {
    // A line level with a text would be read as a dash before it.
    let before = if axis == Axis::Vertical { 4 * air } else { air };
    let mut gaps: Vec<[Sub; 2]> = boxes
        .iter()
        .filter(|rect| {
            let [from, to] = axis.span(rect);
            from - air < at && at < to + air && rect.width() > 0
        })
        .map(|rect| axis.cross_span(&rect.grown(before)))
        .collect();
    gaps.sort_unstable();
    let mut pieces = Vec::new();
    let mut from = start;
    for [gap_start, gap_end] in gaps.into_iter().chain([[end, end]]) {
        let to = gap_start.min(end);
        // What is left between two lines of text is no guide.
        if to - from > 2 * air {
            pieces.push([from, to].map(|across| axis.point(at, across)));
        }
        from = from.max(gap_end);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_leaves_out_what_it_would_cross() {
        let rect = |along: [Sub; 2], across: [Sub; 2], axis: Axis| axis.rect(along, across);
        for axis in Axis::ALL {
            let boxes = [
                rect([0, 20], [30, 40], axis),
                rect([0, 20], [35, 60], axis),
                rect([20, 40], [0, 90], axis),
            ];
            let ends = |pieces: Vec<[Point; 2]>| -> Vec<[Sub; 2]> {
                pieces.iter().map(|piece| piece.map(|point| axis.across(point))).collect()
            };
            let cut = |at, span| pieces((axis, at), span, &boxes, 1);
            let air = if axis == Axis::Vertical { 4 } else { 1 };
            assert_eq!(ends(cut(10, [0, 100])), [[0, 30 - air], [60 + air, 100]]);
            assert_eq!(ends(cut(10, [30, 60])), Vec::<[Sub; 2]>::new());
            assert_eq!(ends(cut(50, [0, 100])), [[0, 100]]);
        }
    }
}
