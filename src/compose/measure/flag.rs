//! Labels: the measured texts of events, and flags made of them once they have their places.

use crate::compose::measure::row::Row;
use crate::compose::style::Look;
use crate::date::Known;
use crate::event::Event;
use crate::figure::{Anchor, Text};
use crate::geometry::{Point, Rect, Size, Sub};
use crate::layout::{Hang, Label, Place, Side, Variant};
use crate::text::{Block, Breaks, Fonts, Paragraph};
use crate::theme::{Hue, Sizes, weighed};
use std::ops::Range;

/// Lines that a name or a detail may have before a wider measure is preferred.
const LINES: usize = 4;
/// What each line costs that a name or a detail has more than in its preferred measure, in tracks:
/// stacks of single words are slow to read.
const MORE: usize = 6;

/// The text of an event in the shapes that it may take, in the order of preference.
pub(crate) struct Worded {
    paragraphs: [Paragraph; 3],
    /// For each variant the breaks of each paragraph.
    breaks: Vec<[Breaks; 3]>,
    variants: Vec<Variant>,
    has_detail: bool,
    /// The same as a row of a list.
    pub(crate) row: Row,
}

impl Worded {
    /// Sets date, name and detail of `event` to each measure; measures that give the same lines
    /// count once. `widest` bounds them all. What is `known` from the ruler is not said again.
    pub(crate) fn of(event: &Event, known: Known, look: &Look, widest: Sub) -> Self {
        let Look { fonts, sizes, .. } = look;
        let when = event.when_text(known);
        let detail = event.detail.as_deref().unwrap_or_default();
        let name = weighed(sizes.name, event.importance);
        let paragraphs = [(&*when, sizes.date), (&event.name, name), (detail, sizes.detail)]
            .map(|(text, role)| Paragraph { text: fonts.shape(text, role.style), role });
        let (row, has_detail) = (Row::of(event, known, look, widest), !detail.is_empty());
        let (breaks, variants) = (Vec::new(), Vec::new());
        let mut worded = Worded { paragraphs, breaks, variants, has_detail, row };
        // No word is cut that fits into the widest measure.
        let most = sizes.measures.into_iter().max().unwrap_or(widest);
        let words = worded.paragraphs.iter().map(|paragraph| paragraph.text.widest_word());
        let word = words.max().unwrap_or(0).min(most);
        for (rank, measure) in sizes.measures.into_iter().enumerate() {
            worded.try_measure(measure.max(word).min(widest), rank, sizes);
        }
        worded
    }

    /// Its height in the highest of its shapes.
    pub(crate) fn tallest(&self) -> Sub {
        let rows = self.row.sizes().into_iter().flatten();
        let sizes = self.variants.iter().map(|variant| variant.size).chain(rows);
        sizes.map(|size| size.h).max().unwrap_or(0)
    }

    fn try_measure(&mut self, measure: Sub, rank: usize, sizes: &Sizes) {
        let breaks = self.paragraphs.each_ref().map(|paragraph| paragraph.text.breaks(measure));
        if self.breaks.contains(&breaks) {
            return;
        }
        let width = breaks.iter().map(|breaks| breaks.width).max().unwrap_or(0);
        let lines = breaks.iter().map(|breaks| breaks.count() as Sub);
        let height =
            lines.zip(&self.paragraphs).map(|(count, text)| count * text.role.leading).sum();
        let excess: usize = breaks[1..].iter().map(|text| text.count().saturating_sub(LINES)).sum();
        let preferred = self.breaks.first().unwrap_or(&breaks);
        let more = breaks.iter().zip(preferred).skip(1);
        let more: usize = more.map(|(text, best)| text.count().saturating_sub(best.count())).sum();
        self.variants.push(Variant {
            size: Size::new(width + sizes.pole_gap + sizes.label_gap, height),
            cost: sizes.track * (rank + 4 * excess + MORE * more) as Sub,
        });
        self.breaks.push(breaks);
    }

    /// The height of its flag.
    pub(crate) fn height(&self, variant: usize) -> Sub {
        self.variants[variant].size.h
    }

    fn block(&self, fonts: &Fonts, variant: usize) -> Block {
        Block::set(fonts, &self.paragraphs, &self.breaks[variant])
    }

    /// What the engine needs to know of it, for a date at `x`, which may be told just as that of the
    /// label before.
    pub(crate) fn label(&self, x: Sub, is_same: bool, is_left_out: bool, look: &Look) -> Label {
        let [rows, bare] = self.row.sizes();
        Label {
            x,
            variants: self.variants.clone(),
            rows,
            bare,
            head: self.row.head(look),
            is_same,
            has_detail: self.has_detail,
            is_left_out,
        }
    }
}

/// Where one side of the ruler has its labels.
#[derive(Clone, Copy)]
pub(crate) struct Ground {
    /// -1 above the ruler, 1 below.
    pub(crate) up: Sub,
    /// Outer edge of the marks, where tracks are counted from.
    pub(crate) marks: Sub,
    /// Where level 0 begins.
    pub(crate) base: Sub,
}

impl Ground {
    /// The sign of distances away from the ruler.
    pub(crate) fn sign(side: Side) -> Sub {
        match side {
            Side::Above => -1,
            Side::Below => 1,
        }
    }
}

/// A flag as it is drawn.
#[derive(Default)]
pub(crate) struct Flag {
    pub(crate) leader: Vec<Point>,
    pub(crate) label: Rect,
    pub(crate) lines: Vec<Text>,
    /// Which of the lines are the name.
    pub(crate) name: Range<usize>,
}

/// Draws up the flag of an event whose mark ends at `start`.
pub(crate) fn flag(
    worded: &Worded,
    place: &Place,
    start: Point,
    ground: Ground,
    hue: Hue,
    look: &Look,
) -> Flag {
    let (block, sizes) = (worded.block(&look.fonts, place.variant), &look.sizes);
    let near = ground.base + ground.up * place.level;
    let far = near + ground.up * block.size.h;
    let (anchor, x) = match place.hang {
        Hang::Right => (Anchor::Start, place.pole + sizes.pole_gap),
        Hang::Left => (Anchor::End, place.pole - sizes.pole_gap),
    };
    let leader = leader(place, start, ground, far - ground.up * sizes.halo * 2);
    set(block, Point::new(x, near.min(far)), anchor, leader, hue, look)
}

/// From the top of a line to the middle of its letters: a third of an em over the baseline.
pub(crate) fn middle(role: crate::text::Role) -> Sub {
    role.baseline() - role.style.size / 3
}

/// Draws up the label of an event beside an upright ruler; `start` and `ground` have their axes
/// exchanged, what comes of it has not. The leader ends at the middle of its first line.
pub(crate) fn beside(
    worded: &Worded,
    place: &Place,
    start: Point,
    ground: Ground,
    hue: Hue,
    look: &Look,
) -> Flag {
    let near = ground.base + ground.up * place.level;
    let anchor = if ground.up > 0 { Anchor::Start } else { Anchor::End };
    let x = near + ground.up * look.sizes.pole_gap;
    let corner = Point::new(x, place.pole - middle(look.sizes.date));
    let leader = leader(place, start, ground, near).into_iter().map(Point::turned).collect();
    set(worded.block(&look.fonts, place.variant), corner, anchor, leader, hue, look)
}

/// Sets a block with its anchored top corner at `at`.
fn set(block: Block, at: Point, anchor: Anchor, leader: Vec<Point>, hue: Hue, look: &Look) -> Flag {
    let Look { sizes, theme, .. } = look;
    let colours = [hue.text, theme.ink, theme.muted];
    let left = if anchor == Anchor::End { at.x - block.size.w } else { at.x };
    let label = Rect::from_origin_size(Point::new(left, at.y), block.size).grown(2 * sizes.halo);
    let name = block.lines_of(1);
    let line = |row: crate::text::Row| Text {
        at: Point::new(at.x, at.y + row.baseline),
        anchor,
        line: row.line,
        colour: colours[row.paragraph],
    };
    Flag { leader, label, lines: block.rows.into_iter().map(line).collect(), name }
}

/// The corners of a leader: straight out at its date, or by a track to its pole.
fn leader(place: &Place, start: Point, ground: Ground, end: Sub) -> Vec<Point> {
    if place.pole == start.x {
        return vec![start, Point::new(start.x, end)];
    }
    let y = ground.marks + ground.up * place.track;
    vec![start, Point::new(start.x, y), Point::new(place.pole, y), Point::new(place.pole, end)]
}
