//! The ruler as a band of cells.

use crate::compose::style::Look;
use crate::figure::{Anchor, BreakSign, Ruler, RulerCell, RulerRow, Text};
use crate::geometry::{Point, Rect, Sub};
use crate::time::{Break, Row as Cells, TimeAxis, stretch_words};

/// The ruler of `axis` in the band `rect`, the finest row at the top; the marks above and below it
/// reach so far away from it.
pub(crate) fn ruler(axis: &TimeAxis, rect: Rect, marks: [Sub; 2], look: &Look) -> Ruler {
    let tops = (0..).map(|index: Sub| rect.y0 + index * look.sizes.ruler_row);
    let rows = axis.rows.iter().zip(tops).enumerate();
    let rows = rows.map(|(index, (cells, top))| {
        // Single units are named as a whole, and so is what gives others their context; steps
        // and clock times are named where they begin.
        let is_centred = index > 0 || cells.interval.is_single();
        row(axis, cells, is_centred, top, rect, look)
    });
    let breaks = axis.scale.domain().breaks();
    let breaks = breaks.map(|gap| sign(axis, gap, rect, marks, look)).collect();
    Ruler { scale: axis.scale, rect, rows: rows.collect(), breaks }
}

/// How wide the rows of an upright ruler of `axis` are, the finest first.
pub(crate) fn breadths(axis: &TimeAxis, look: &Look) -> Vec<Sub> {
    let role = look.sizes.ruler;
    let line = |text: &str| look.fonts.line(text, role.style).width;
    let breaks = axis.scale.domain().breaks().map(|gap| line(&stretch_words((gap.lo, gap.hi))));
    let signs = breaks.max().unwrap_or(0);
    let count = axis.rows.len() as Sub;
    let breadth = |row: &Cells| {
        let labels = row.cells.iter().filter_map(|cell| cell.label.as_deref()).map(line);
        let widest = labels.max().unwrap_or(0).max(signs / count);
        (widest + role.style.size * 5 / 4).max(look.sizes.ruler_row)
    };
    axis.rows.iter().map(breadth).collect()
}

/// The same for an upright ruler, given with its axes exchanged: from top to bottom is from left to
/// right. The finest column is on the right, and all in the figure's own axes.
pub(crate) fn upright(axis: &TimeAxis, rect: Rect, marks: [Sub; 2], look: &Look) -> Ruler {
    let mut right = rect.y1;
    let breadths = breadths(axis, look).into_iter();
    let columns = axis.rows.iter().zip(breadths).enumerate().map(|(index, (cells, breadth))| {
        let across = [right - breadth, right];
        right -= breadth;
        let is_centred = index > 0 || cells.interval.is_single();
        column(axis, cells, is_centred, across, rect, look)
    });
    let rows = columns.collect();
    let breaks = axis.scale.domain().breaks();
    let breaks = breaks
        .map(|gap| {
            let sign = sign(axis, gap, rect, marks, look);
            let rect = sign.rect.turned();
            let at = sign.label.at.turned();
            let third = look.sizes.ruler.style.size / 3;
            let at = Point::new(at.x - third, at.y + third);
            BreakSign { rect, label: Text { at, ..sign.label }, ..sign }
        })
        .collect();
    Ruler { scale: axis.scale, rect: rect.turned(), rows, breaks }
}

/// A column of an upright ruler from left to right `across`; `rect` has its axes exchanged.
fn column(
    axis: &TimeAxis,
    cells: &Cells,
    is_centred: bool,
    across: [Sub; 2],
    rect: Rect,
    look: &Look,
) -> RulerRow {
    let role = look.sizes.ruler;
    let [x0, x1] = across;
    let cells = cells.cells.iter().map(|cell| {
        let [y0, y1] = [cell.lo, cell.hi].map(|at| axis.scale.place(at, rect.x0, rect.x1));
        // A step is named as near to its start as stands free.
        let middle = if is_centred { (y0 + y1) / 2 } else { y0 + role.style.size * 3 / 4 };
        let label = cell.label.as_ref().map(|label| Text {
            at: Point::new((x0 + x1) / 2, middle + role.style.size / 3),
            anchor: Anchor::Middle,
            line: look.fonts.line(label, role.style),
            colour: look.theme.axis_text,
        });
        RulerCell { rect: Rect { x0, y0, x1, y1 }, lo: cell.lo, hi: cell.hi, label }
    });
    RulerRow { cells: cells.collect() }
}

fn sign(
    axis: &TimeAxis,
    gap: Break,
    rect: Rect,
    [above, below]: [Sub; 2],
    look: &Look,
) -> BreakSign {
    let role = look.sizes.ruler;
    let [left, right] = [gap.lo, gap.hi].map(|at| axis.scale.place(at, rect.x0, rect.x1));
    let over = look.sizes.halo * 2;
    let label = Text {
        at: Point::new((left + right) / 2, (rect.y0 + rect.y1) / 2 + role.style.size / 3),
        anchor: Anchor::Middle,
        line: look.fonts.line(&stretch_words((gap.lo, gap.hi)), role.style),
        colour: look.theme.axis_text,
    };
    let (y0, y1) = (rect.y0 - above - over, rect.y1 + below + over);
    BreakSign { lo: gap.lo, hi: gap.hi, rect: Rect { x0: left, y0, x1: right, y1 }, label }
}

fn row(
    axis: &TimeAxis,
    cells: &Cells,
    is_centred: bool,
    top: Sub,
    rect: Rect,
    look: &Look,
) -> RulerRow {
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
        RulerCell { rect, lo: cell.lo, hi: cell.hi, label }
    });
    RulerRow { cells: cells.collect() }
}
