//! The ruler as a band of cells.

use super::compose::Look;
use super::{Anchor, Cell, Row, Ruler, Text};
use crate::geom::{Point, Rect, Sub};
use crate::time::{Axis, Row as Cells};

/// The ruler of `axis` in the band `rect`, the finest row at the top.
pub(super) fn ruler(axis: &Axis, rect: Rect, look: &Look) -> Ruler {
    let tops = (0..).map(|index: Sub| rect.y0 + index * look.sizes.ruler_row);
    let rows = axis.rows.iter().zip(tops).enumerate();
    let rows = rows.map(|(index, (cells, top))| {
        // Single units are named as a whole, and so is what gives others their context; steps
        // and clock times are named where they begin.
        let is_centred = index > 0 || cells.interval.is_single();
        row(axis, cells, is_centred, top, rect, look)
    });
    Ruler { scale: axis.scale, rect, rows: rows.collect() }
}

fn row(axis: &Axis, cells: &Cells, is_centred: bool, top: Sub, rect: Rect, look: &Look) -> Row {
    let role = look.sizes.ruler;
    let bottom = top + look.sizes.ruler_row;
    // Figures and capitals stand in the middle of the row: they are two thirds of an em high.
    let baseline = (top + bottom) / 2 + role.style.size / 3;
    let cells = cells.cells.iter().map(|cell| {
        let (left, right) = (
            axis.scale.place(cell.lo, rect.x0, rect.x1),
            axis.scale.place(cell.hi, rect.x0, rect.x1),
        );
        let (x, anchor) = if is_centred {
            ((left + right) / 2, Anchor::Middle)
        } else {
            (left + role.style.size / 2, Anchor::Start)
        };
        let label = cell.label.as_ref().map(|label| Text {
            at: Point::new(x, baseline),
            anchor,
            line: look.fonts.line(label, role.style),
            colour: look.theme.axis_text,
        });
        let rect = Rect { x0: left, y0: top, x1: right, y1: bottom };
        Cell { rect, lo: cell.lo, hi: cell.hi, label }
    });
    Row { cells: cells.collect() }
}
