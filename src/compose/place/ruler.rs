//! The ruler as a band of cells.

use crate::compose::style::FigureStyle;
use crate::date::Instant;
use crate::figure::{Anchor, BreakSign, Ruler, RulerCell, RulerRow, Text};
use crate::geometry::{Axis, Point, Rect, Sub};
use crate::time::{AxisBreak, Scale, TickRow, TimeAxis};
use std::iter;

/// The breadth of a ruler across its axis.
pub(crate) fn breadth(time: &TimeAxis, axis: Axis, style: &FigureStyle) -> Sub {
    row_breadths(time, axis, style).iter().sum()
}

/// The breadth of each row, the finest first. Rows of a vertical ruler are as wide as their labels
/// and the signs of breaks; the finest has air between these and the dots on its edges, too.
fn row_breadths(time: &TimeAxis, axis: Axis, style: &FigureStyle) -> Vec<Sub> {
    let row_height = style.sizes.ruler_row;
    if axis == Axis::Horizontal {
        return vec![row_height; time.rows.len()];
    }
    let role = style.sizes.ruler;
    let line = |text: &str| style.fonts.line(text, role.style).width;
    let breaks =
        time.scale.domain().breaks().map(|gap| line(&style.stretch_words((gap.lo, gap.hi))));
    let signs = breaks.max().unwrap_or(0) / time.rows.len() as Sub;
    let dots = iter::once(2 * style.sizes.dot).chain(iter::repeat(0));
    time.rows
        .iter()
        .zip(dots)
        .map(|(row, dots)| {
            let labels = row.cells.iter().filter_map(|cell| cell.label.as_deref()).map(line);
            let widest = labels.max().unwrap_or(0).max(signs);
            (widest + role.style.size * 5 / 4 + dots).max(row_height)
        })
        .collect()
}

/// The ruler of a time axis in the band `rect`: the finest row at the top or, if it is vertical, on
/// the right. Marks reach so far away from it on either side.
pub(crate) fn ruler(
    time: &TimeAxis,
    (axis, rect): (Axis, Rect),
    marks: [Sub; 2],
    style: &FigureStyle,
) -> Ruler {
    let band = RulerBand { scale: time.scale, axis, rect, style };
    band.ruler(time, axis == Axis::Horizontal, marks)
}

/// The horizontal ruler over what it shows: the finest row at the bottom.
pub(crate) fn top_ruler(time: &TimeAxis, rect: Rect, style: &FigureStyle) -> Ruler {
    RulerBand { scale: time.scale, axis: Axis::Horizontal, rect, style }.ruler(time, false, [0; 2])
}

/// What rows and signs are placed in.
struct RulerBand<'a> {
    scale: Scale,
    axis: Axis,
    rect: Rect,
    style: &'a FigureStyle,
}

impl RulerBand<'_> {
    /// The ruler, its rows from the start of the band on or from its end back, the finest first.
    fn ruler(&self, time: &TimeAxis, is_from_start: bool, marks: [Sub; 2]) -> Ruler {
        let breadths = row_breadths(time, self.axis, self.style);
        let [start, end] = self.axis.cross_span(&self.rect);
        let mut edge = if is_from_start { start } else { end };
        let mut rows = Vec::with_capacity(breadths.len());
        for (index, (row, breadth)) in time.rows.iter().zip(breadths).enumerate() {
            let far = if is_from_start { edge + breadth } else { edge - breadth };
            // Single units are named as a whole, and so is what gives others their context; steps and
            // clock times are named where they begin.
            let is_instants = self.style.dates.counts.is_some_and(|counts| counts.is_of_instants());
            let is_centred = index > 0 || row.interval.is_single() && !is_instants;
            rows.push(self.row(row, is_centred, [edge.min(far), edge.max(far)]));
            edge = far;
        }
        let breaks = time.scale.domain().breaks().map(|gap| self.sign(gap, marks)).collect();
        let Self { scale, rect, .. } = *self;
        Ruler { scale, rect, rows, breaks, heading: None, goes_on: [false; 2] }
    }

    fn place(&self, at: Instant) -> Sub {
        let [start, end] = self.axis.span(&self.rect);
        self.scale.place(at, start, end)
    }

    fn row(&self, row: &TickRow, is_centred: bool, across: [Sub; 2]) -> RulerRow {
        let cells = row.cells.iter().map(|cell| {
            let along = [cell.lo, cell.hi].map(|at| self.place(at));
            let label = cell.label.as_deref();
            RulerCell {
                rect: self.axis.rect(along, across),
                lo: cell.lo,
                hi: cell.hi,
                label: label.map(|label| self.label(label, is_centred, along, across)),
            }
        });
        RulerRow { cells: cells.collect() }
    }

    /// The label of a cell: in its middle, or at its start.
    fn label(&self, label: &str, is_centred: bool, along: [Sub; 2], across: [Sub; 2]) -> Text {
        let em = self.style.sizes.ruler.style.size;
        // Figures and capitals are two thirds of an em high.
        let ([start, end], half, middle) = (along, em / 3, (across[0] + across[1]) / 2);
        let (at, anchor) = match (self.axis, is_centred) {
            (Axis::Horizontal, true) => {
                (Point::new((start + end) / 2, middle + half), Anchor::Middle)
            }
            (Axis::Horizontal, false) => (Point::new(start + em / 2, middle + half), Anchor::Start),
            (Axis::Vertical, true) => {
                (Point::new(middle, (start + end) / 2 + half), Anchor::Middle)
            }
            (Axis::Vertical, false) => {
                (Point::new(middle, start + em * 3 / 4 + half), Anchor::Middle)
            }
        };
        self.text(label, at, anchor)
    }

    fn text(&self, words: &str, at: Point, anchor: Anchor) -> Text {
        let line = self.style.fonts.line(words, self.style.sizes.ruler.style);
        Text { at, anchor, line, colour: self.style.theme.axis_text }
    }

    /// The sign of a break, over the ruler and the marks on both sides of it.
    fn sign(&self, gap: AxisBreak, [before, after]: [Sub; 2]) -> BreakSign {
        let along = [gap.lo, gap.hi].map(|at| self.place(at));
        let over = self.style.sizes.halo * 2;
        let [start, end] = self.axis.cross_span(&self.rect);
        let rect = self.axis.rect(along, [start - before - over, end + after + over]);
        let middle = self.axis.point((along[0] + along[1]) / 2, (start + end) / 2);
        let at = Point::new(middle.x, middle.y + self.style.sizes.ruler.style.size / 3);
        let words = self.style.stretch_words((gap.lo, gap.hi));
        let label = self.text(&words, at, Anchor::Middle);
        BreakSign {
            lo: gap.lo,
            hi: gap.hi,
            rect,
            label,
            title: self.style.words.left_out.replace("{}", &words),
        }
    }
}
