//! The ways that the name of a thing may stand with its marks: in a bar, beside them, on a flag.

use crate::compose::lanes::marks::{Body, Shape, Thing};
use crate::compose::style::Look;
use crate::date::Known;
use crate::event::Event;
use crate::figure::{Anchor, MarkEnd, Text};
use crate::geometry::{Point, Rect, Size, Sub};
use crate::layout::Hang;
use crate::layout::lanes::Stand;
use crate::text::{Block, Breaks, Line, Paragraph, Role};
use crate::theme::{Colour, Pattern, WORDS, weighed};
use std::ops::Range;

/// Lines that a text on a flag may have before a wider measure is preferred.
const LINES: usize = 3;

/// A way that a name stands.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// In the bar of a part, by its place among the parts, from here on.
    Inside(usize, Sub, Colour),
    /// Beside the marks.
    Beside(Hang),
    /// On a flag over the first or the last mark, in the lines of a measure.
    Flag(Hang, usize),
    /// Nowhere, for want of height.
    Bare,
}

/// The name of a thing in all the ways that it may stand.
pub(crate) struct Name {
    /// In a bar, or beside it.
    line: Line,
    /// Date text of the table's own, after the name.
    when: Option<Line>,
    paragraphs: Vec<Paragraph>,
    colours: Vec<Colour>,
    /// Which paragraph is the name.
    named: usize,
    breaks: Vec<Vec<Breaks>>,
    ways: Vec<Way>,
    pub(crate) stands: Vec<Stand>,
}

/// A name in its place.
#[derive(Default)]
pub(crate) struct Set {
    /// Which part of the thing it belongs to.
    pub(crate) part: usize,
    pub(crate) lines: Vec<Text>,
    /// Which of the lines are the name.
    pub(crate) name: Range<usize>,
    pub(crate) label: Rect,
    /// The pole of a flag, from the mark on.
    pub(crate) pole: Option<[Point; 2]>,
}

/// What names are set into.
pub(crate) struct Room<'a> {
    pub(crate) look: &'a Look,
    /// Left and right end of the lanes.
    pub(crate) ends: [Sub; 2],
    /// From where to where the ruler has breaks.
    pub(crate) gaps: Vec<[Sub; 2]>,
    pub(crate) known: Known,
    /// Whether every event stands on a flag with its date and description.
    pub(crate) is_flags: bool,
}

impl Name {
    /// Measures the name of `event` in all ways that it may stand with the marks of `thing`, or in
    /// none if it is left out.
    pub(crate) fn of(
        event: &Event,
        thing: &Thing,
        bodies: &[Body],
        is_left_out: bool,
        room: &Room<'_>,
    ) -> Self {
        let Look { fonts, sizes, theme } = room.look;
        let is_one = thing.parts.len() == 1;
        let when = event.when.as_ref().filter(|_| is_one);
        let mut name = Self {
            line: Line {
                text: String::new(),
                style: sizes.beside.style,
                is_rtl: false,
                runs: Vec::new(),
                width: 0,
            },
            when: when.map(|when| fonts.line(when, sizes.list_date.style)),
            paragraphs: Vec::new(),
            colours: Vec::new(),
            named: 0,
            breaks: Vec::new(),
            ways: Vec::new(),
            stands: Vec::new(),
        };
        if is_left_out {
            name.add(Way::Bare, thing.room, sizes.span, false);
            return name;
        }
        if !room.is_flags && name.add_plain(event, thing, bodies, room) {
            return name;
        }
        let role = if room.is_flags { sizes.name } else { sizes.list_name };
        let role = weighed(role, event.importance);
        let mut add = |text: &str, role: Role, colour| {
            name.paragraphs.push(Paragraph { text: fonts.shape(text, role.style), role });
            name.colours.push(colour);
        };
        if room.is_flags {
            add(&event.when_text(room.known), sizes.date, bodies[thing.parts[0]].hue.text);
        }
        add(&event.name, role, theme.ink);
        if let Some(detail) = event.detail.as_ref().filter(|_| room.is_flags) {
            add(detail, sizes.detail, theme.muted);
        }
        name.named = usize::from(room.is_flags);
        name.add_flags(thing, bodies, room);
        name
    }

    /// In a bar, else to the right or to the left, a long name not beside. Whether one of these
    /// lies in the room.
    fn add_plain(
        &mut self,
        event: &Event,
        thing: &Thing,
        bodies: &[Body],
        room: &Room<'_>,
    ) -> bool {
        let Look { fonts, sizes, .. } = room.look;
        let shaped = |role| fonts.line(&event.name, weighed(role, event.importance).style);
        let [x0, x1] = thing.room;
        let height = sizes.span;
        // A letter is a quarter of an em wide, or more.
        let least = event.name.chars().count() as Sub * sizes.inside.style.size / 4;
        let is_wide = |&part: &usize| bodies[part].drawn[1] - bodies[part].drawn[0] > least;
        if self.when.is_none() && thing.parts.iter().any(is_wide) {
            self.line = shaped(sizes.inside);
            let inside = thing.parts.iter().enumerate().find_map(|(place, &part)| {
                let (x, colour) = inside(&bodies[part], self.line.width, room)?;
                Some(Way::Inside(place, x, colour))
            });
            if let Some(way) = inside {
                self.add(way, [x0, x1], height, false);
                return true;
            }
        }
        self.line = shaped(sizes.beside);
        let more = self.when.as_ref().map_or(0, |when| sizes.list_gap + when.width);
        let wide = self.line.width + more;
        if wide > sizes.measures[4] {
            return false;
        }
        let reach = sizes.pole_gap + wide + sizes.label_gap;
        self.add(Way::Beside(Hang::Right), [x0, x1 + reach], height, false);
        self.add(Way::Beside(Hang::Left), [x0 - reach, x1], height, true);
        x1 + reach <= room.ends[1] + sizes.label_gap || room.ends[0] <= x0 - reach
    }

    /// On a flag to either side, in each measure; the last of them fits any room.
    fn add_flags(&mut self, thing: &Thing, bodies: &[Body], room: &Room<'_>) {
        let sizes = &room.look.sizes;
        let edge = sizes.pole_gap + sizes.label_gap;
        let half = ((room.ends[1] - room.ends[0]) / 2 - edge).max(1);
        let mut measures: Vec<Sub> = sizes.measures.into_iter().map(|one| one.min(half)).collect();
        measures.dedup();
        let breaks = |measure: &Sub| -> Vec<Breaks> {
            self.paragraphs.iter().map(|paragraph| paragraph.text.breaks(*measure)).collect()
        };
        let mut all: Vec<Vec<Breaks>> = measures.iter().map(breaks).collect();
        let excess = |breaks: &Vec<Breaks>| -> usize {
            breaks.iter().map(|text| text.count().saturating_sub(LINES)).sum()
        };
        all.sort_by_key(excess);
        self.breaks = all;
        let is_first = !self.ways.iter().any(|way| matches!(way, Way::Beside(_)));
        for index in 0..self.breaks.len() {
            let size = self.size(index);
            let height = size.h + 2 * sizes.halo + sizes.span;
            let [right, left] =
                [Hang::Right, Hang::Left].map(|hang| pole(thing, bodies, hang, room));
            let [x0, x1] = thing.room;
            let rooms = [
                (Hang::Right, [x0.min(right), x1.max(right + edge + size.w)]),
                (Hang::Left, [x0.min(left - edge - size.w), x1.max(left)]),
            ];
            for (hang, extent) in rooms {
                let is_spare = is_first && index == 0 && hang == Hang::Left;
                self.add(Way::Flag(hang, index), extent, height, is_spare);
            }
        }
    }

    fn add(&mut self, way: Way, room: [Sub; 2], height: Sub, is_spare: bool) {
        self.ways.push(way);
        self.stands.push(Stand { room, height, is_spare });
    }

    /// The size of the text of a flag in the lines of a measure.
    fn size(&self, index: usize) -> Size {
        let breaks = &self.breaks[index];
        let width = breaks.iter().map(|text| text.width).max().unwrap_or(0);
        let lines = breaks.iter().zip(&self.paragraphs);
        let height = lines.map(|(text, one)| text.count() as Sub * one.role.leading).sum();
        Size::new(width, height)
    }

    /// The name as it stands, for marks in a row that ends at `bottom`.
    pub(crate) fn set(
        &self,
        stand: usize,
        bottom: Sub,
        thing: &Thing,
        bodies: &[Body],
        room: &Room<'_>,
    ) -> Set {
        match self.ways[stand] {
            Way::Inside(part, x, colour) => self.set_inside(part, x, colour, bottom, room),
            Way::Beside(hang) => self.set_beside(hang, bottom, thing, room),
            Way::Flag(hang, index) => self.set_flag(hang, index, bottom, thing, bodies, room),
            Way::Bare => Set { part: thing.parts.len(), ..Set::default() },
        }
    }

    fn set_inside(&self, part: usize, x: Sub, colour: Colour, bottom: Sub, room: &Room<'_>) -> Set {
        let sizes = &room.look.sizes;
        let at = Point::new(x, bottom - sizes.span + sizes.inside.baseline());
        let text = Text { at, anchor: Anchor::Start, line: self.line.clone(), colour };
        Set { part, label: text.rect(), lines: vec![text], name: 0..1, pole: None }
    }

    fn set_beside(&self, hang: Hang, bottom: Sub, thing: &Thing, room: &Room<'_>) -> Set {
        let Look { sizes, theme, .. } = room.look;
        let y = bottom - sizes.span + sizes.beside.baseline();
        let when = self.when.as_ref().map(|when| (when, sizes.list_gap));
        let wide = self.line.width + when.map_or(0, |(when, gap)| gap + when.width);
        let (x, part) = match hang {
            Hang::Right => (thing.room[1] + sizes.pole_gap, thing.parts.len() - 1),
            Hang::Left => (thing.room[0] - sizes.pole_gap - wide, 0),
        };
        let text = |x: Sub, line: &Line, colour| Text {
            at: Point::new(x, y),
            anchor: Anchor::Start,
            line: line.clone(),
            colour,
        };
        let mut lines = vec![text(x, &self.line, theme.ink)];
        let after = x + self.line.width;
        lines.extend(when.map(|(when, gap)| text(after + gap, when, theme.muted)));
        let label = Rect { x0: x, y0: bottom - sizes.span, x1: x + wide, y1: bottom };
        Set { part, lines, name: 0..1, label: label.grown(sizes.halo), pole: None }
    }

    fn set_flag(
        &self,
        hang: Hang,
        index: usize,
        bottom: Sub,
        thing: &Thing,
        bodies: &[Body],
        room: &Room<'_>,
    ) -> Set {
        let Look { fonts, sizes, .. } = room.look;
        let block = Block::set(fonts, &self.paragraphs, &self.breaks[index]);
        let pole = pole(thing, bodies, hang, room);
        let top = bottom - sizes.span - 2 * sizes.halo - block.size.h;
        let (anchor, x, left, part) = match hang {
            Hang::Right => (Anchor::Start, pole + sizes.pole_gap, pole + sizes.pole_gap, 0),
            Hang::Left => {
                let x = pole - sizes.pole_gap;
                (Anchor::End, x, x - block.size.w, thing.parts.len() - 1)
            }
        };
        let name = block.lines_of(self.named);
        let lines = block.rows.into_iter().map(|row| Text {
            at: Point::new(x, top + row.baseline),
            anchor,
            line: row.line,
            colour: self.colours[row.paragraph],
        });
        let body = &bodies[thing.parts[part]];
        let start = Point::new(pole, bottom - sizes.span / 2 - body.height / 2);
        let label = Rect::from_origin_size(Point::new(left, top), block.size);
        let pole = Some([start, Point::new(pole, top)]);
        Set { part, lines: lines.collect(), name, label, pole }
    }
}

/// Where a name of a width begins in a bar, and its colour; none where it would not fit or be read.
fn inside(body: &Body, width: Sub, room: &Room<'_>) -> Option<(Sub, Colour)> {
    let Look { sizes, theme, .. } = room.look;
    if body.shape != Shape::Span {
        return None;
    }
    let soft = |end: MarkEnd| match end {
        MarkEnd::Approximate | MarkEnd::Open => sizes.fade,
        MarkEnd::Sharp | MarkEnd::Unknown => 0,
    };
    let [start, end] = body.doubt.ends.map(soft);
    let [x0, x1] = [body.drawn[0] + start, body.drawn[1] - end];
    let ground = if body.doubt.is_uncertain { theme.ground } else { body.hue.mark };
    let colour = if body.doubt.is_uncertain { theme.ink } else { theme.words_on(ground) };
    // Words on the lines of a pattern are not read.
    if colour.contrast(ground) < WORDS || body.hue.pattern != Pattern::Solid {
        return None;
    }
    // A name goes into the first part between breaks that holds it.
    let gaps = room.gaps.iter().filter(|gap| gap[0] < x1 && x0 < gap[1]);
    let starts = std::iter::once(x0).chain(gaps.clone().map(|gap| gap[1]));
    let ends = gaps.map(|gap| gap[0]).chain([x1]);
    let fits = |(from, to): &(Sub, Sub)| width + 2 * sizes.inset <= to - from;
    starts.zip(ends).find(fits).map(|(from, _)| (from + sizes.inset, colour))
}

/// Where the pole of a flag rises: over the date of a dot, at the start or the end of a bar.
fn pole(thing: &Thing, bodies: &[Body], hang: Hang, room: &Room<'_>) -> Sub {
    let (half, head) = (room.look.sizes.leader / 2, room.look.sizes.bar * 9 / 4);
    // An arrowhead bears no pole, unless the bar is all head.
    let tip = |body: &Body, end: usize| {
        let most = body.drawn[1] - body.drawn[0] - 2 * half;
        half + if body.doubt.ends[end] == MarkEnd::Open { head.min(most) } else { 0 }
    };
    let [first, last] = [thing.parts[0], thing.parts[thing.parts.len() - 1]];
    match (hang, bodies[first].shape, bodies[last].shape) {
        (_, Shape::Dot | Shape::Known, _) => {
            let Body { at, drawn, .. } = bodies[first];
            at.clamp(drawn[0], drawn[1])
        }
        (Hang::Right, ..) => bodies[first].drawn[0] + tip(&bodies[first], 0),
        (Hang::Left, ..) => bodies[last].drawn[1] - tip(&bodies[last], 1),
    }
}
