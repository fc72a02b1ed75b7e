//! Lists as they are drawn: rows, the bracket over their dates, and the pole between.

use crate::compose::measure::flag::{Ground, middle};
use crate::compose::style::Look;
use crate::figure::PlacedList;
use crate::geometry::{Point, Rect, Size, Sub};
use crate::layout::List;

/// Where a list stands on its side of the ruler.
pub(crate) struct Frame {
    /// The box of the rows.
    pub(crate) rows: Rect,
    /// How far the bracket is from the canvas's top.
    pub(crate) bracket: Sub,
}

/// The frame of a list.
pub(crate) fn frame(list: &List, ground: Ground, look: &Look) -> Frame {
    let far = ground.base + ground.up * list.size.h;
    let top = ground.base.min(far);
    let corner = Point::new(list.pole + look.sizes.pole_gap, top);
    let edge = look.sizes.pole_gap + look.sizes.label_gap;
    let rows = Rect::from_origin_size(corner, Size::new(list.size.w - edge, list.size.h));
    Frame { rows, bracket: ground.marks + ground.up * look.sizes.bracket }
}

/// The frame of a list beside an upright ruler: `ground` has its axes exchanged, what comes of it
/// has not, and the bracket is so far from the canvas's left edge.
pub(crate) fn beside(list: &List, ground: Ground, look: &Look) -> Frame {
    let near = ground.base + ground.up * look.sizes.pole_gap;
    let size = Size::new(list.size.h - look.sizes.pole_gap, list.size.w - look.sizes.label_gap);
    let left = if ground.up > 0 { near } else { near - size.w };
    let rows = Rect::from_origin_size(Point::new(left, top(list, look)), size);
    Frame { rows, bracket: ground.marks + ground.up * look.sizes.bracket }
}

/// Top of the rows beside an upright ruler: the pole meets the middle of the first line.
fn top(list: &List, look: &Look) -> Sub {
    let first = if list.is_headed { look.sizes.date } else { look.sizes.list_name };
    list.pole - middle(first)
}

/// The top left corner of each row, for rows of these sizes; those of all columns but the first
/// begin below a head of this height.
pub(crate) fn corners(
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

/// Bracket and pole of a list whose first and last dates stand at `dates`. Beside an upright ruler
/// `dates` and `ground` have their axes exchanged, and the pole goes on along the rows.
pub(crate) fn placed(
    list: &List,
    frame: &Frame,
    dates: [Sub; 2],
    ground: Ground,
    is_upright: bool,
    look: &Look,
) -> PlacedList {
    let (x, [first, last]) = (list.attach, dates);
    let mut leader = vec![Point::new(x, frame.bracket)];
    if x != list.pole {
        let track = ground.marks + ground.up * list.track;
        leader.extend([Point::new(x, track), Point::new(list.pole, track)]);
    }
    if is_upright {
        let end = (frame.rows.y1 - middle(look.sizes.list_name)).max(list.pole);
        leader.extend([Point::new(list.pole, ground.base), Point::new(end, ground.base)]);
    } else {
        leader.push(Point::new(list.pole, ground.base + ground.up * list.size.h));
    }
    let turned = |point: Point| if is_upright { point.turned() } else { point };
    PlacedList {
        bracket: [first.min(x), last.max(x)].map(|x| turned(Point::new(x, frame.bracket))),
        leader: leader.into_iter().map(turned).collect(),
        rect: frame.rows.grown(look.sizes.halo),
        members: list.members.clone(),
        more: Vec::new(),
    }
}
