//! The candidate placements of the name of an entry of a lane: in a bar, beside the marks, on a
//! flag over them or, on a vertical axis, as a block of lines beside them.

use crate::compose::measure::lane_marks::{LaneEntry, LaneMark, LaneMarkShape};
use crate::compose::place::flags::middle;
use crate::compose::style::FigureStyle;
use crate::date::Known;
use crate::event::Event;
use crate::figure::{Anchor, MarkEnd, Text};
use crate::geometry::{Axis, Point, Rect, Size, Sub};
use crate::layout::Hang;
use crate::layout::lane_rows::NameCandidate;
use crate::text::{Block, Breaks, Line, Paragraph, Role};
use crate::theme::{Colour, Pattern, WORDS, weighed};
use std::ops::Range;

/// Lines that a text on a flag may have before a wider measure is preferred.
const LINES: usize = 3;

/// A candidate placement of a name.
#[derive(Clone, Copy, Debug)]
enum NamePlacement {
    /// In the bar of a part, by its place among the parts, from here on.
    Inside(usize, Sub, Colour),
    /// Beside the marks, before or after them along the axis.
    Beside(Hang),
    /// On a flag over the first or the last mark, in the lines of a measure.
    Flag(Hang, usize),
    /// In lines beside the marks across a vertical axis, from here on.
    Block(Sub),
    /// Not at all, for want of height.
    LeftOut,
}

/// The name of an entry in all its candidate placements.
pub(crate) struct LaneName {
    /// In a bar, or beside it.
    line: Option<Line>,
    /// Date text of the table's own, after the name.
    when: Option<Line>,
    paragraphs: Vec<Paragraph>,
    colours: Vec<Colour>,
    /// Which paragraph is the name.
    named: usize,
    breaks: Vec<Vec<Breaks>>,
    placements: Vec<NamePlacement>,
    pub(crate) candidates: Vec<NameCandidate>,
}

/// A name in its place.
#[derive(Default)]
pub(crate) struct PlacedName {
    /// Which part of the entry it belongs to.
    pub(crate) part: usize,
    pub(crate) lines: Vec<Text>,
    /// Which of the lines are the name.
    pub(crate) name: Range<usize>,
    pub(crate) label: Rect,
    /// The pole of a flag, from the mark on.
    pub(crate) pole: Option<[Point; 2]>,
}

/// What names are placed in.
pub(crate) struct NameRoom<'a> {
    pub(crate) style: &'a FigureStyle,
    pub(crate) axis: Axis,
    /// The ends of the lanes along the axis.
    pub(crate) ends: [Sub; 2],
    /// From where to where the ruler has breaks.
    pub(crate) gaps: Vec<[Sub; 2]>,
    pub(crate) known: Known,
    /// Whether every event has a flag with its date and description.
    pub(crate) is_flags: bool,
    /// The widest lines beside a mark, on a vertical axis.
    pub(crate) measure: Sub,
}

impl LaneName {
    /// Measures the name of `event` in all its candidate placements with the marks of `entry`, or
    /// in none if it is left out.
    pub(crate) fn of(
        event: &Event,
        (entry, is_left_out): (&LaneEntry, bool),
        marks: &[LaneMark],
        room: &NameRoom<'_>,
    ) -> Self {
        let FigureStyle { fonts, sizes, .. } = room.style;
        let when = event.when.as_ref().filter(|_| entry.parts.len() == 1);
        let mut name = Self {
            line: None,
            when: when.map(|when| fonts.line(when, sizes.list_date.style)),
            paragraphs: Vec::new(),
            colours: Vec::new(),
            named: 0,
            breaks: Vec::new(),
            placements: Vec::new(),
            candidates: Vec::new(),
        };
        if is_left_out {
            name.add(NamePlacement::LeftOut, entry.room, sizes.span, false);
            return name;
        }
        let is_horizontal = room.axis == Axis::Horizontal;
        if is_horizontal && !room.is_flags && name.add_plain(event, entry, marks, room) {
            return name;
        }
        name.set_paragraphs(event, marks[entry.parts[0]].hue.text, room);
        match room.axis {
            Axis::Horizontal => name.add_flags(entry, marks, room),
            Axis::Vertical => name.add_block(entry, marks, room),
        }
        name
    }

    /// Sets the name, and on flags date and description, as paragraphs.
    fn set_paragraphs(&mut self, event: &Event, date: Colour, room: &NameRoom<'_>) {
        let FigureStyle { sizes, theme, .. } = room.style;
        let role = if room.is_flags { sizes.name } else { sizes.list_name };
        let role = weighed(role, event.importance);
        let own = event.when.as_deref().filter(|_| self.when.is_some());
        if room.is_flags {
            self.add_paragraph(&event.when_text(room.known), sizes.date, (date, room));
        }
        self.named = self.paragraphs.len();
        self.add_paragraph(&event.name, role, (theme.ink, room));
        match (room.axis, room.is_flags, own) {
            (Axis::Vertical, false, Some(own)) => {
                self.add_paragraph(own, sizes.list_date, (theme.muted, room));
            }
            (_, true, _) => {
                let detail = event.detail.as_deref().unwrap_or_default();
                self.add_paragraph(detail, sizes.detail, (theme.muted, room));
            }
            _ => {}
        }
    }

    fn add_paragraph(&mut self, text: &str, role: Role, (colour, room): (Colour, &NameRoom<'_>)) {
        if !text.is_empty() {
            let text = room.style.fonts.shape(text, role.style);
            self.paragraphs.push(Paragraph { text, role });
            self.colours.push(colour);
        }
    }

    /// In a bar, else after or before it, a long name not beside. Whether one of these is in the
    /// room.
    fn add_plain(
        &mut self,
        event: &Event,
        entry: &LaneEntry,
        marks: &[LaneMark],
        room: &NameRoom<'_>,
    ) -> bool {
        let FigureStyle { fonts, sizes, .. } = room.style;
        let shaped = |role| fonts.line(&event.name, weighed(role, event.importance).style);
        let [x0, x1] = entry.room;
        // A letter is a quarter of an em wide, or more.
        let least = event.name.chars().count() as Sub * sizes.inside.style.size / 4;
        let is_wide = |&part: &usize| marks[part].drawn[1] - marks[part].drawn[0] > least;
        if self.when.is_none() && entry.parts.iter().any(is_wide) {
            let line = shaped(sizes.inside);
            let inside = entry.parts.iter().enumerate().find_map(|(place, &part)| {
                let (x, colour) = inside(&marks[part], line.width, room)?;
                Some(NamePlacement::Inside(place, x, colour))
            });
            if let Some(placement) = inside {
                self.line = Some(line);
                self.add(placement, [x0, x1], sizes.span, false);
                return true;
            }
        }
        let line = shaped(sizes.beside);
        let more = self.when.as_ref().map_or(0, |when| sizes.list_gap + when.width);
        let wide = line.width + more;
        if wide > sizes.measures[4] {
            return false;
        }
        self.line = Some(line);
        let reach = sizes.pole_gap + wide + sizes.label_gap;
        self.add(NamePlacement::Beside(Hang::Right), [x0, x1 + reach], sizes.span, false);
        self.add(NamePlacement::Beside(Hang::Left), [x0 - reach, x1], sizes.span, true);
        x1 + reach <= room.ends[1] + sizes.label_gap || room.ends[0] <= x0 - reach
    }

    /// On a flag to either side, in each measure; the last of them fits any room.
    fn add_flags(&mut self, entry: &LaneEntry, marks: &[LaneMark], room: &NameRoom<'_>) {
        let sizes = &room.style.sizes;
        let edge = sizes.pole_gap + sizes.label_gap;
        let half = ((room.ends[1] - room.ends[0]) / 2 - edge).max(1);
        let mut measures: Vec<Sub> = sizes.measures.into_iter().map(|one| one.min(half)).collect();
        measures.dedup();
        self.breaks = measures.into_iter().map(|measure| self.broken(measure)).collect();
        self.breaks.sort_by_key(|breaks| excess_lines(breaks));
        let is_first =
            !self.placements.iter().any(|known| matches!(known, NamePlacement::Beside(_)));
        for index in 0..self.breaks.len() {
            let size = self.size(index);
            let height = size.h + 2 * sizes.halo + sizes.span;
            let [right, left] =
                [Hang::Right, Hang::Left].map(|hang| pole(entry, marks, hang, room));
            let [x0, x1] = entry.room;
            let rooms = [
                (Hang::Right, [x0.min(right), x1.max(right + edge + size.w)]),
                (Hang::Left, [x0.min(left - edge - size.w), x1.max(left)]),
            ];
            for (hang, extent) in rooms {
                let is_spare = is_first && index == 0 && hang == Hang::Left;
                self.add(NamePlacement::Flag(hang, index), extent, height, is_spare);
            }
        }
    }

    /// In lines beside the marks: level with the start of the first bar, or the middle of a dot.
    fn add_block(&mut self, entry: &LaneEntry, marks: &[LaneMark], room: &NameRoom<'_>) {
        let sizes = &room.style.sizes;
        self.breaks = vec![self.broken(room.measure)];
        let size = self.size(0);
        let first = &marks[entry.parts[0]];
        let role = self.paragraphs[0].role;
        let start = match first.shape {
            LaneMarkShape::Span => first.drawn[0],
            LaneMarkShape::Dot | LaneMarkShape::Known => first.at - middle(role),
        };
        let start = start.min(room.ends[1] - size.h).max(room.ends[0]);
        let [y0, y1] = entry.room;
        let extent = [y0.min(start), y1.max(start + size.h + sizes.label_gap / 2)];
        let breadth = sizes.span + sizes.pole_gap + size.w + sizes.label_gap;
        self.add(NamePlacement::Block(start), extent, breadth, false);
    }

    fn broken(&self, measure: Sub) -> Vec<Breaks> {
        self.paragraphs.iter().map(|paragraph| paragraph.text.breaks(measure)).collect()
    }

    fn add(&mut self, placement: NamePlacement, room: [Sub; 2], height: Sub, is_spare: bool) {
        self.placements.push(placement);
        self.candidates.push(NameCandidate { room, height, is_spare });
    }

    /// The size of the paragraphs in the lines of a measure.
    fn size(&self, index: usize) -> Size {
        let breaks = &self.breaks[index];
        let width = breaks.iter().map(|text| text.width).max().unwrap_or(0);
        let lines = breaks.iter().zip(&self.paragraphs);
        let height = lines.map(|(text, one)| text.count() as Sub * one.role.leading).sum();
        Size::new(width, height)
    }

    /// The name in one of its placements, for marks in a row that is at `row` across the axis.
    pub(crate) fn placed(
        &self,
        candidate: usize,
        row: [Sub; 2],
        (entry, marks): (&LaneEntry, &[LaneMark]),
        room: &NameRoom<'_>,
    ) -> PlacedName {
        match (self.placements[candidate], &self.line) {
            (NamePlacement::Inside(part, x, colour), Some(line)) => {
                let sizes = &room.style.sizes;
                let at = Point::new(x, row[1] - sizes.span + sizes.inside.baseline());
                let text = Text { at, anchor: Anchor::Start, line: line.clone(), colour };
                PlacedName { part, label: text.rect(), lines: vec![text], name: 0..1, pole: None }
            }
            (NamePlacement::Beside(hang), Some(line)) => {
                self.placed_beside((line, hang), row[1], entry, room.style)
            }
            (NamePlacement::Flag(hang, index), _) => {
                self.placed_flag((hang, index), row[1], (entry, marks), room)
            }
            (NamePlacement::Block(start), _) => self.placed_block(start, row[0], room.style),
            _ => PlacedName { part: entry.parts.len(), ..PlacedName::default() },
        }
    }

    fn placed_beside(
        &self,
        (line, hang): (&Line, Hang),
        bottom: Sub,
        entry: &LaneEntry,
        style: &FigureStyle,
    ) -> PlacedName {
        let FigureStyle { sizes, theme, .. } = style;
        let y = bottom - sizes.span + sizes.beside.baseline();
        let wide = line.width + self.when.as_ref().map_or(0, |when| sizes.list_gap + when.width);
        let (x, part) = match hang {
            Hang::Right => (entry.room[1] + sizes.pole_gap, entry.parts.len() - 1),
            Hang::Left => (entry.room[0] - sizes.pole_gap - wide, 0),
        };
        let text = |x: Sub, line: &Line, colour| Text {
            at: Point::new(x, y),
            anchor: Anchor::Start,
            line: line.clone(),
            colour,
        };
        let mut lines = vec![text(x, line, theme.ink)];
        let after = x + line.width + sizes.list_gap;
        lines.extend(self.when.as_ref().map(|when| text(after, when, theme.muted)));
        let label = Rect { x0: x, y0: bottom - sizes.span, x1: x + wide, y1: bottom };
        PlacedName { part, lines, name: 0..1, label: label.grown(sizes.halo), pole: None }
    }

    fn placed_flag(
        &self,
        (hang, index): (Hang, usize),
        bottom: Sub,
        (entry, marks): (&LaneEntry, &[LaneMark]),
        room: &NameRoom<'_>,
    ) -> PlacedName {
        let sizes = &room.style.sizes;
        let pole = pole(entry, marks, hang, room);
        let (anchor, x, part) = match hang {
            Hang::Right => (Anchor::Start, pole + sizes.pole_gap, 0),
            Hang::Left => (Anchor::End, pole - sizes.pole_gap, entry.parts.len() - 1),
        };
        let top = bottom - sizes.span - 2 * sizes.halo - self.size(index).h;
        let placed = self.placed_lines(index, (Point::new(x, top), anchor), room.style);
        let mark = &marks[entry.parts[part]];
        let start = Point::new(pole, bottom - sizes.span / 2 - mark.breadth / 2);
        PlacedName { part, pole: Some([start, Point::new(pole, top)]), ..placed }
    }

    fn placed_block(&self, start: Sub, left: Sub, style: &FigureStyle) -> PlacedName {
        let x = left + style.sizes.span + style.sizes.pole_gap;
        self.placed_lines(0, (Point::new(x, start), Anchor::Start), style)
    }

    /// The paragraphs in the lines of a measure, with their anchored top corner at `at`.
    fn placed_lines(
        &self,
        index: usize,
        (at, anchor): (Point, Anchor),
        style: &FigureStyle,
    ) -> PlacedName {
        let block = Block::set(&style.fonts, &self.paragraphs, &self.breaks[index]);
        let left = if anchor == Anchor::End { at.x - block.size.w } else { at.x };
        let label = Rect::from_origin_size(Point::new(left, at.y), block.size);
        let name = block.lines_of(self.named);
        let lines = block.rows.into_iter().map(|row| Text {
            at: Point::new(at.x, at.y + row.baseline),
            anchor,
            line: row.line,
            colour: self.colours[row.paragraph],
        });
        PlacedName { part: 0, lines: lines.collect(), name, label, pole: None }
    }
}

/// How many lines paragraphs have beyond what a flag may have.
fn excess_lines(breaks: &[Breaks]) -> usize {
    breaks.iter().map(|text| text.count().saturating_sub(LINES)).sum()
}

/// Where a name of a width begins in a bar, and its colour; none where it would not fit or be read.
fn inside(mark: &LaneMark, width: Sub, room: &NameRoom<'_>) -> Option<(Sub, Colour)> {
    let FigureStyle { sizes, theme, .. } = room.style;
    if mark.shape != LaneMarkShape::Span {
        return None;
    }
    let soft = |end: MarkEnd| match end {
        MarkEnd::Approximate | MarkEnd::Open => sizes.fade,
        MarkEnd::Sharp | MarkEnd::Unknown => 0,
    };
    let [start, end] = mark.uncertainty.ends.map(soft);
    let [x0, x1] = [mark.drawn[0] + start, mark.drawn[1] - end];
    let is_hollow = mark.uncertainty.is_uncertain;
    let ground = if is_hollow { theme.ground } else { mark.hue.mark };
    let colour = if is_hollow { theme.ink } else { theme.words_on(ground) };
    // Words on the lines of a pattern are not read.
    if colour.contrast(ground) < WORDS || mark.hue.pattern != Pattern::Solid {
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
fn pole(entry: &LaneEntry, marks: &[LaneMark], hang: Hang, room: &NameRoom<'_>) -> Sub {
    let (half, head) = (room.style.sizes.leader / 2, room.style.sizes.bar * 9 / 4);
    // An arrowhead bears no pole, unless the bar is all head.
    let tip = |mark: &LaneMark, end: usize| {
        let most = mark.drawn[1] - mark.drawn[0] - 2 * half;
        half + if mark.uncertainty.ends[end] == MarkEnd::Open { head.min(most) } else { 0 }
    };
    let [first, last] = [entry.parts[0], entry.parts[entry.parts.len() - 1]];
    match (hang, marks[first].shape) {
        (_, LaneMarkShape::Dot | LaneMarkShape::Known) => {
            let LaneMark { at, drawn, .. } = marks[first];
            at.clamp(drawn[0], drawn[1])
        }
        (Hang::Right, _) => marks[first].drawn[0] + tip(&marks[first], 0),
        (Hang::Left, _) => marks[last].drawn[1] - tip(&marks[last], 1),
    }
}
