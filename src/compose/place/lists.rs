//! Lists in their places: rows, the bracket over their dates, and the pole between.

use crate::compose::measure::padding::Padding;
use crate::compose::place::flags::{RulerSide, middle};
use crate::compose::style::FigureStyle;
use crate::figure::PlacedList;
use crate::geometry::{Axis, Point, Rect, Size, Sub};
use crate::layout::{List, Side};

/// Where a list is on its side of the ruler.
pub(crate) struct ListBox {
    /// The box of the rows.
    pub(crate) rows: Rect,
    /// The place of the bracket across the axis.
    pub(crate) bracket: Sub,
}

impl ListBox {
    pub(crate) fn new(list: &List, side: RulerSide, style: &FigureStyle) -> Self {
        let sizes = &style.sizes;
        let size = Padding::new(side.axis, sizes).rows(list.size);
        let corner = match side.axis {
            Axis::Horizontal => {
                let top = side.base.min(side.out(side.base, size.h));
                Point::new(list.pole + sizes.pole_gap, top)
            }
            Axis::Vertical => {
                let near = side.out(side.base, sizes.pole_gap);
                let left = if side.side == Side::Below { near } else { near - size.w };
                // The pole meets the middle of the first line.
                let first = if list.is_headed { sizes.date } else { sizes.list_name };
                Point::new(left, list.pole - middle(first))
            }
        };
        let rows = Rect::from_origin_size(corner, size);
        Self { rows, bracket: side.out(side.marks, sizes.bracket) }
    }

    /// The top left corner of each row, for rows of these sizes in `columns`; those of all columns
    /// but the first begin below a head of that height.
    pub(crate) fn corners(
        &self,
        sizes: &[Size],
        columns: usize,
        head: Sub,
        style: &FigureStyle,
    ) -> Vec<Point> {
        let each = sizes.len().div_ceil(columns.max(1)).max(1);
        let width = sizes.iter().map(|size| size.w).max().unwrap_or(0) + style.sizes.column_gap;
        let mut corners = Vec::with_capacity(sizes.len());
        for (column, rows) in (0..).zip(sizes.chunks(each)) {
            let mut y = self.rows.y0 + if column == 0 { 0 } else { head };
            for size in rows {
                corners.push(Point::new(self.rows.x0 + column * width, y));
                y += size.h;
            }
        }
        corners
    }
}

/// Bracket and pole of a list whose first and last dates are at `dates` along the axis. Beside a
/// vertical ruler the pole goes on along the rows.
pub(crate) fn placed(
    list: &List,
    frame: &ListBox,
    [first, last]: [Sub; 2],
    side: RulerSide,
    style: &FigureStyle,
) -> PlacedList {
    let point = |along: Sub, across: Sub| side.axis.point(along, across);
    let mut leader = vec![point(list.attach, frame.bracket)];
    if list.attach != list.pole {
        let track = side.out(side.marks, list.track);
        leader.extend([point(list.attach, track), point(list.pole, track)]);
    }
    match side.axis {
        Axis::Horizontal => leader.push(point(list.pole, side.out(side.base, list.size.h))),
        Axis::Vertical => {
            let end = (frame.rows.y1 - middle(style.sizes.list_name)).max(list.pole);
            leader.extend([point(list.pole, side.base), point(end, side.base)]);
        }
    }
    let bracket = [first.min(list.attach), last.max(list.attach)];
    PlacedList {
        bracket: bracket.map(|along| point(along, frame.bracket)),
        leader,
        rect: frame.rows.grown(style.sizes.halo),
        members: list.members.clone(),
        more: Vec::new(),
    }
}
