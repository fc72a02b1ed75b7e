//! Lists as they are drawn: rows, the bracket over their dates, and the pole between.

use super::PlacedList;
use super::compose::Look;
use super::labels::Ground;
use crate::geom::{Point, Rect, Size, Sub};
use crate::layout::List;

/// Where a list stands on its side of the ruler.
pub(super) struct Frame {
    /// The box of the rows.
    pub(super) rows: Rect,
    /// How far the bracket is from the canvas's top.
    pub(super) bracket: Sub,
}

/// The frame of a list.
pub(super) fn frame(list: &List, ground: Ground, look: &Look) -> Frame {
    let far = ground.base + ground.up * list.size.h;
    let top = ground.base.min(far);
    let corner = Point::new(list.pole + look.sizes.pole_gap, top);
    let edge = look.sizes.pole_gap + look.sizes.label_gap;
    let rows = Rect::from_origin_size(corner, Size::new(list.size.w - edge, list.size.h));
    Frame { rows, bracket: ground.marks + ground.up * look.sizes.bracket }
}

/// The top left corner of each row, for rows of these sizes; those of all columns but the first
/// begin below a head of this height.
pub(super) fn corners(
    list: &List,
    frame: &Frame,
    sizes: &[Size],
    head: Sub,
    look: &Look,
) -> Vec<Point> {
    let each = sizes.len().div_ceil(list.columns.max(1)).max(1);
    let width = sizes.iter().map(|size| size.w).max().unwrap_or(0) + look.sizes.column_gap;
    let mut corners = Vec::with_capacity(sizes.len());
    for (column, rows) in (0..).zip(sizes.chunks(each)) {
        let mut y = frame.rows.y0 + if column == 0 { 0 } else { head };
        for size in rows {
            corners.push(Point::new(frame.rows.x0 + column * width, y));
            y += size.h;
        }
    }
    corners
}

/// Bracket and pole of a list whose first and last dates stand at `dates`.
pub(super) fn placed(
    list: &List,
    frame: &Frame,
    dates: [Sub; 2],
    ground: Ground,
    look: &Look,
) -> PlacedList {
    let (x, [first, last]) = (list.attach, dates);
    let end = ground.base + ground.up * list.size.h;
    let mut leader = vec![Point::new(x, frame.bracket)];
    if x != list.pole {
        let track = ground.marks + ground.up * list.track;
        leader.extend([Point::new(x, track), Point::new(list.pole, track)]);
    }
    leader.push(Point::new(list.pole, end));
    PlacedList {
        bracket: [first.min(x), last.max(x)].map(|x| Point::new(x, frame.bracket)),
        leader,
        rect: frame.rows.grown(look.sizes.halo),
        members: list.members.clone(),
        more: Vec::new(),
    }
}
