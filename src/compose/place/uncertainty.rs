//! What marks tell of doubts: which end is about there, open or unknown, and what is uncertain.

use crate::compose::style::Look;
use crate::date::{Bound, Date, Form, Third};
use crate::event::Event;
use crate::figure::{Anchor, Mark, MarkEnd, MarkShape, Text, Uncertainty};
use crate::geometry::{Point, Rect, Sub};
use crate::theme::{Hue, Sizes};

/// The doubts about an event: those of its start at the earlier end, of its end at the later.
pub(crate) fn of(event: &Event) -> Uncertainty {
    let last = event.end.as_ref().unwrap_or(&event.start);
    Uncertainty {
        ends: [end(event.start.lo, &event.start, Third::Early), end(last.hi, last, Third::Late)],
        is_uncertain: event.start.uncertain.any() || last.uncertain.any(),
    }
}

/// An end of a date. Thirds are cut off where nobody says, but for the one that ends there.
fn end(bound: Bound, date: &Date, sharp: Third) -> MarkEnd {
    let is_cut = matches!(date.form, Form::Third(third, _) if third != sharp);
    match bound {
        Bound::Open => MarkEnd::Open,
        Bound::Unknown => MarkEnd::Unknown,
        Bound::At(_) if date.approximate.any() || is_cut => MarkEnd::Approximate,
        Bound::At(_) => MarkEnd::Sharp,
    }
}

/// From where to where the mark of an event reaches whose dates are `known` from where to where, on
/// a ruler with these ends: an open end goes on to the end of the ruler, an unknown one stops short.
pub(crate) fn reach(
    known: [Sub; 2],
    doubt: Uncertainty,
    ends: [Sub; 2],
    sizes: &Sizes,
) -> [Sub; 2] {
    let ([left, right], stub, room) = (ends, sizes.stub, sizes.cap);
    let x0 = match doubt.ends[0] {
        MarkEnd::Open => left,
        MarkEnd::Unknown => (known[1] - stub).min(known[0]).max(left + room),
        MarkEnd::Sharp | MarkEnd::Approximate => known[0],
    };
    let x1 = match doubt.ends[1] {
        MarkEnd::Open => right,
        MarkEnd::Unknown => (known[0] + stub).max(known[1]).min(right - room),
        MarkEnd::Sharp | MarkEnd::Approximate => known[1],
    };
    [x0, x1.max(x0)]
}

/// The question marks at the unknown ends of a mark.
pub(crate) fn caps(mark: &Mark, is_upright: bool, hue: Hue, look: &Look) -> Vec<Text> {
    let MarkShape::Bar(bar) = mark.shape else { return Vec::new() };
    let role = look.sizes.date;
    // The sign stands level with the middle of the bar: it is two thirds of an em high.
    let y = (bar.y0 + bar.y1) / 2 + role.style.size / 3;
    if is_upright {
        return upright_caps(mark, bar, hue, look);
    }
    let cap = |end: usize| {
        let (anchor, x) = match end {
            0 => (Anchor::End, bar.x0 - look.sizes.halo),
            _ => (Anchor::Start, bar.x1 + look.sizes.halo),
        };
        let line = look.fonts.line("?", role.style);
        Text { at: Point::new(x, y), anchor, line, colour: hue.text }
    };
    (0..2).filter(|&end| mark.doubt.ends[end] == MarkEnd::Unknown).map(cap).collect()
}

/// The same over and under a bar on an upright ruler.
fn upright_caps(mark: &Mark, bar: Rect, hue: Hue, look: &Look) -> Vec<Text> {
    let role = look.sizes.date;
    let cap = |end: usize| {
        // The sign is two thirds of an em high.
        let y = match end {
            0 => bar.y0 - look.sizes.halo,
            _ => bar.y1 + look.sizes.halo + role.style.size * 2 / 3,
        };
        let at = Point::new((bar.x0 + bar.x1) / 2, y);
        let line = look.fonts.line("?", role.style);
        Text { at, anchor: Anchor::Middle, line, colour: hue.text }
    };
    (0..2).filter(|&end| mark.doubt.ends[end] == MarkEnd::Unknown).map(cap).collect()
}
