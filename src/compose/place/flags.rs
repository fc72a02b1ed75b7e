//! Flags in their places: text on a leader.

use crate::compose::measure::flag::LabelText;
use crate::compose::style::FigureStyle;
use crate::figure::{Anchor, Text};
use crate::geometry::{Axis, Point, Rect, Sub};
use crate::layout::{Hang, LabelPlace, Side};
use crate::text::{Block, TextRole};
use crate::theme::Hue;
use std::ops::Range;

/// One side of the ruler: where its labels are across the axis.
#[derive(Clone, Copy)]
pub(crate) struct RulerSide {
    pub(crate) axis: Axis,
    pub(crate) side: Side,
    /// Outer edge of the marks, where the tracks of leaders are counted from.
    pub(crate) marks: Sub,
    /// Where level 0 of the labels begins.
    pub(crate) base: Sub,
}

impl RulerSide {
    /// A place so far away from the ruler, counted from `from`.
    pub(crate) fn out(&self, from: Sub, distance: Sub) -> Sub {
        from + outward(self.side) * distance
    }
}

/// The sign of distances away from the ruler.
pub(crate) fn outward(side: Side) -> Sub {
    match side {
        Side::Above => -1,
        Side::Below => 1,
    }
}

/// A flag in its place.
#[derive(Default)]
pub(crate) struct Flag {
    pub(crate) leader: Vec<Point>,
    pub(crate) label: Rect,
    pub(crate) lines: Vec<Text>,
    /// Which of the lines are the name.
    pub(crate) name: Range<usize>,
}

/// The flag of an event whose mark ends at `start`, which is a place along and one across.
///
/// On a horizontal axis the leader becomes the pole that the text hangs on; on a vertical one it
/// ends at the middle of the first line.
pub(crate) fn flag(
    text: &LabelText,
    place: &LabelPlace,
    start: [Sub; 2],
    side: RulerSide,
    (hue, style): (Hue, &FigureStyle),
) -> Flag {
    let (block, sizes) = (text.block(&style.fonts, place.variant), &style.sizes);
    let near = side.out(side.base, place.level);
    let (corner, anchor, end) = match side.axis {
        Axis::Horizontal => {
            let far = side.out(near, block.size.h);
            let (anchor, x) = match place.hang {
                Hang::Right => (Anchor::Start, place.pole + sizes.pole_gap),
                Hang::Left => {
                    left_of(place.pole - sizes.pole_gap, block.size.w, block.longest_paragraph())
                }
            };
            (Point::new(x, near.min(far)), anchor, side.out(far, -2 * sizes.halo))
        }
        Axis::Vertical => {
            let anchor = if side.side == Side::Below { Anchor::Start } else { Anchor::End };
            let x = side.out(near, sizes.pole_gap);
            (Point::new(x, place.pole - middle(sizes.date)), anchor, near)
        }
    };
    let leader = leader(place, start, side, end);
    Flag { leader, ..set(block, (corner, anchor), hue, style) }
}

/// Lines of a text that are set flush right, at most: more of them are hard to read from their right.
const RAGGED: usize = 2;

/// The anchor and the place of texts, the widest of that width and the longest of so many lines, that end
/// at `x`: flush right, so that their dates are beside their pole, unless one is long.
pub(crate) fn left_of(x: Sub, width: Sub, lines: usize) -> (Anchor, Sub) {
    if lines > RAGGED { (Anchor::Start, x - width) } else { (Anchor::End, x) }
}

/// From the top of a line to the middle of its letters: a third of an em over the baseline.
pub(crate) fn middle(role: TextRole) -> Sub {
    role.baseline() - role.style.size / 3
}

/// A block with its anchored top corner at `at`.
fn set(block: Block, (at, anchor): (Point, Anchor), hue: Hue, style: &FigureStyle) -> Flag {
    let FigureStyle { sizes, theme, .. } = style;
    let colours = [hue.text, theme.ink, theme.muted];
    let left = if anchor == Anchor::End { at.x - block.size.w } else { at.x };
    let label = Rect::from_origin_size(Point::new(left, at.y), block.size).grown(2 * sizes.halo);
    let name = block.lines_of(1);
    let lines = block.rows.into_iter().map(|row| Text {
        at: Point::new(at.x, at.y + row.baseline),
        anchor,
        line: row.line,
        colour: colours[row.paragraph],
    });
    Flag { leader: Vec::new(), label, lines: lines.collect(), name }
}

/// The corners of a leader: straight out at its date, or by a track to its pole.
fn leader(place: &LabelPlace, [along, across]: [Sub; 2], side: RulerSide, end: Sub) -> Vec<Point> {
    let track = side.out(side.marks, place.track);
    let corners = match place.pole == along {
        true => vec![[along, across], [along, end]],
        false => vec![[along, across], [along, track], [place.pole, track], [place.pole, end]],
    };
    corners.into_iter().map(|[along, across]| side.axis.point(along, across)).collect()
}
