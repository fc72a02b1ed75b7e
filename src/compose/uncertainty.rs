//! What marks show of uncertainty: approximate, open and unknown ends, and uncertain dates.

use crate::compose::style::FigureStyle;
use crate::date::{Bound, Date, DateForm, Third};
use crate::event::Event;
use crate::figure::{Anchor, Mark, MarkEnd, MarkShape, Text, Uncertainty, Whisker};
use crate::geometry::{Axis, Point, Rect, Sub};
use crate::theme::{Hue, Sizes};

/// The uncertainty of an event: that of its start at the earlier end, of its end at the later.
pub(crate) fn of(event: &Event) -> Uncertainty {
    let last = event.end.as_ref().unwrap_or(&event.start);
    Uncertainty {
        ends: [end(event.start.lo, &event.start, Third::Early), end(last.hi, last, Third::Late)],
        is_uncertain: event.start.uncertain.any() || last.uncertain.any(),
    }
}

/// An end of a date. Thirds are cut off where nobody says, but for the one that ends there.
fn end(bound: Bound, date: &Date, sharp: Third) -> MarkEnd {
    let is_cut = matches!(date.form, DateForm::Third(third, _) if third != sharp);
    match bound {
        Bound::Open => MarkEnd::Open,
        Bound::Unknown => MarkEnd::Unknown,
        Bound::At(_) if date.approximate.any() || is_cut => MarkEnd::Approximate,
        Bound::At(_) => MarkEnd::Sharp,
    }
}

/// The extent along the axis of a mark whose dates are known to be at `known`, on a ruler with these
/// ends: an open end goes on to the end of the ruler, an unknown one stops short, so that its question
/// mark has room, whatever is beside it.
pub(crate) fn extent(
    known: [Sub; 2],
    uncertainty: Uncertainty,
    ends: [Sub; 2],
    sizes: &Sizes,
) -> [Sub; 2] {
    let ([left, right], stub, room) = (ends, sizes.stub, sizes.cap);
    let x0 = match uncertainty.ends[0] {
        MarkEnd::Open => left,
        MarkEnd::Unknown => (known[1] - stub).min(known[0]).max(left + room),
        MarkEnd::Sharp | MarkEnd::Approximate => known[0],
    };
    let x1 = match uncertainty.ends[1] {
        MarkEnd::Open => right,
        MarkEnd::Unknown => (known[0] + stub).max(known[1]).min(right - room),
        MarkEnd::Sharp | MarkEnd::Approximate => known[1],
    };
    match uncertainty.ends[1] {
        MarkEnd::Unknown => [x0.min(x1), x1],
        _ => [x0, x1.max(x0)],
    }
}

/// The question marks at the unknown ends of a mark.
pub(crate) fn caps(mark: &Mark, axis: Axis, hue: Hue, style: &FigureStyle) -> Vec<Text> {
    let bar = match mark.shape {
        MarkShape::Bar(bar) | MarkShape::Whisker(Whisker { rect: bar, has_line: true, .. }) => bar,
        _ => return Vec::new(),
    };
    let ends = (0..2).filter(|&end| mark.uncertainty.ends[end] == MarkEnd::Unknown);
    ends.map(|end| cap((bar, end), axis, hue, style)).collect()
}

/// The question mark at the earlier or the later end of a bar.
fn cap((bar, end): (Rect, usize), axis: Axis, hue: Hue, style: &FigureStyle) -> Text {
    let (role, halo) = (style.sizes.date, style.sizes.halo);
    // The sign is two thirds of an em high.
    let (height, [start, last]) = (role.style.size * 2 / 3, axis.cross_span(&bar));
    let middle = (start + last) / 2;
    let (at, anchor) = match (axis, end) {
        (Axis::Horizontal, 0) => (Point::new(bar.x0 - halo, middle + height / 2), Anchor::End),
        (Axis::Horizontal, _) => (Point::new(bar.x1 + halo, middle + height / 2), Anchor::Start),
        (Axis::Vertical, 0) => (Point::new(middle, bar.y0 - halo), Anchor::Middle),
        (Axis::Vertical, _) => (Point::new(middle, bar.y1 + halo + height), Anchor::Middle),
    };
    Text { at, anchor, line: style.fonts.line("?", role.style), colour: hue.text }
}
