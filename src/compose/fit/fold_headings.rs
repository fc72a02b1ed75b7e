//! Over each column of a folded chronicle, the time that it shows: columns have scales of their own.

use crate::compose::context::Context;
use crate::date::{Instant, InstantSpan, Precision, stretch_text};
use crate::figure::{Anchor, Figure, Ruler, Text};
use crate::geometry::{Point, Sub};
use std::ops::Range;

/// A part of the time: its events, by place, and from when to when it is shown.
pub(crate) struct FoldPart {
    pub(crate) events: Range<usize>,
    pub(crate) shown: InstantSpan,
}

/// The room that headings take over the columns.
pub(crate) fn room(context: &Context<'_>) -> Sub {
    // Of ages the cells tell as much.
    if context.is_ages() {
        return 0;
    }
    let sizes = &context.style.sizes;
    sizes.lane.leading + sizes.lane.leading / 2
}

/// Sets the headings of all columns, if there are several or it is one of several pages.
pub(crate) fn set(
    figure: &mut Figure,
    (parts, unit): (&[FoldPart], Precision),
    whole: &Context<'_>,
) {
    if whole.is_ages() {
        return;
    }
    let rulers = std::iter::once(&mut figure.ruler).chain(&mut figure.folds);
    for (ruler, part) in rulers.zip(parts) {
        if ruler.goes_on == [false; 2] {
            continue;
        }
        let shown = stretch(part, ruler.goes_on.map(|goes_on| !goes_on), whole);
        let words = stretch_text(shown, unit, whole.style.known());
        ruler.heading = Some(heading(ruler, &words, whole));
    }
}

fn heading(ruler: &Ruler, words: &str, context: &Context<'_>) -> Text {
    let style = context.style;
    let role = style.sizes.lane;
    // The first row may reach over the start of the ruler by a line.
    let baseline = ruler.rect.y0 - role.leading * 9 / 8;
    let line = style.fonts.line(words, role.style);
    let at = Point::new(ruler.rect.x0, baseline);
    Text { at, anchor: Anchor::Start, line, colour: style.theme.muted }
}

/// The time that a part shows; at the ends of the whole that of its events, as rulers begin before
/// them.
fn stretch(part: &FoldPart, [is_first, is_last]: [bool; 2], whole: &Context<'_>) -> InstantSpan {
    let (mut lo, mut hi) = part.shown;
    let events = whole.events.get(part.events.clone()).unwrap_or_default();
    if let Some(first) = events.iter().map(|dated| dated.lo).min().filter(|_| is_first) {
        lo = lo.max(first);
    }
    if let Some(end) = events.iter().map(|dated| dated.hi).max().filter(|_| is_last) {
        hi = hi.min(end);
    }
    (lo, hi.max(lo))
}

/// The coarsest unit that all columns after the first begin with.
pub(super) fn unit(parts: &[FoldPart]) -> Precision {
    let begins = |at: Instant| match (at.civil(), at.nano) {
        ((_, 1, 1), 0) => Precision::Year,
        ((_, _, 1), 0) => Precision::Month,
        (_, 0) => Precision::Day,
        (_, nano) if nano % 60_000_000_000 == 0 => Precision::Minute,
        _ => Precision::Second,
    };
    let starts = parts.iter().skip(1).map(|part| begins(part.shown.0));
    starts.max().unwrap_or(Precision::Year)
}
