//! The name of an entry of a lane in its place: what [`LaneName`] has measured, as lines of text.

use crate::compose::lanes::marks::{LaneEntry, LaneMark};
use crate::compose::lanes::names::{DatePlace, LaneName, NamePlacement, NameRoom, pole};
use crate::compose::place::flags::left_of;
use crate::compose::style::FigureStyle;
use crate::figure::{Anchor, Text};
use crate::geometry::{Point, Rect, Sub};
use crate::layout::Hang;
use crate::text::{Block, Breaks, Line};
use crate::theme::Colour;
use std::ops::Range;

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
    /// The date, where it is after the last part and the name in another.
    pub(crate) after: Option<Text>,
}

impl PlacedName {
    /// A date alone, which is no name.
    pub(crate) fn of_date(date: Text) -> Self {
        Self { label: date.rect(), lines: vec![date], ..Self::default() }
    }
}

pub(super) fn start_text((x, y): (Sub, Sub), line: &Line, colour: Colour) -> Text {
    Text { at: Point::new(x, y), anchor: Anchor::Start, line: line.clone(), colour }
}

/// The box of lines that stand level, and so much more at its ends.
pub(super) fn around(lines: &[Text], more: Sub) -> Rect {
    let rects = lines.iter().map(Text::rect);
    let join = |a: Rect, b: Rect| Rect {
        x0: a.x0.min(b.x0),
        y0: a.y0.min(b.y0),
        x1: a.x1.max(b.x1),
        y1: a.y1.max(b.y1),
    };
    let rect = rects.reduce(join).unwrap_or_default();
    Rect { x0: rect.x0 - more, x1: rect.x1 + more, ..rect }
}

impl LaneName {
    /// The name in one of its placements, for marks in a row that is at `row` across the axis.
    pub(crate) fn placed(
        &self,
        candidate: usize,
        row: [Sub; 2],
        (entry, marks): (&LaneEntry, &[LaneMark]),
        room: &NameRoom<'_>,
    ) -> PlacedName {
        match self.placements[candidate] {
            NamePlacement::Inside(part, x, colour, date) => {
                self.placed_inside((part, x, colour, date), row[1], entry, room.style)
            }
            NamePlacement::Beside(hang, date) => {
                self.placed_beside((hang, date), row[1], entry, room.style)
            }
            NamePlacement::Flag(hang, index) => {
                self.placed_flag((hang, index), row[1], (entry, marks), room)
            }
            NamePlacement::Block(start) => self.placed_block(start, row[0], room.style),
            NamePlacement::LeftOut => {
                PlacedName { part: entry.parts.len(), ..PlacedName::default() }
            }
        }
    }

    fn placed_inside(
        &self,
        (part, x, colour, date): (usize, Sub, Colour, DatePlace),
        bottom: Sub,
        entry: &LaneEntry,
        style: &FigureStyle,
    ) -> PlacedName {
        let FigureStyle { sizes, theme, .. } = style;
        let Some(line) = &self.inside else { return PlacedName::default() };
        let y = bottom - sizes.span + sizes.inside.baseline();
        let mut lines = vec![start_text((x, y), line, colour)];
        let (at, paint) = match date {
            DatePlace::AfterMarks => (entry.room[1] + sizes.pole_gap, theme.muted),
            _ => (x + line.width + sizes.list_gap, colour),
        };
        let dated = self.date.as_ref().filter(|_| date != DatePlace::None);
        let dated = dated.map(|date| start_text((at, y), date, paint));
        let is_apart = date == DatePlace::AfterMarks && part + 1 < entry.parts.len();
        let (with, after) = if is_apart { (None, dated) } else { (dated, None) };
        lines.extend(with);
        PlacedName { part, label: around(&lines, 0), lines, name: 0..1, pole: None, after }
    }

    fn placed_beside(
        &self,
        (hang, date): (Hang, DatePlace),
        bottom: Sub,
        entry: &LaneEntry,
        style: &FigureStyle,
    ) -> PlacedName {
        let FigureStyle { sizes, theme, .. } = style;
        let Some(line) = &self.beside else { return PlacedName::default() };
        let y = bottom - sizes.span + sizes.beside.baseline();
        let dated = self.date.as_ref().filter(|_| date == DatePlace::WithName);
        let wide = line.width + dated.map_or(0, |date| sizes.list_gap + date.width);
        let (x, part) = match hang {
            Hang::Right => (entry.room[1] + sizes.pole_gap, entry.parts.len() - 1),
            Hang::Left => (entry.room[0] - sizes.pole_gap - wide, 0),
        };
        let mut lines = vec![start_text((x, y), line, theme.ink)];
        let after = x + line.width + sizes.list_gap;
        lines.extend(dated.map(|date| start_text((after, y), date, theme.muted)));
        let label = Rect { x0: x, y0: bottom - sizes.span, x1: x + wide, y1: bottom };
        PlacedName {
            part,
            lines,
            name: 0..1,
            label: label.grown(sizes.halo),
            ..PlacedName::default()
        }
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
            Hang::Left => {
                let lines = self.breaks[index].iter().map(Breaks::count).max().unwrap_or(0);
                let (anchor, x) = left_of(pole - sizes.pole_gap, self.size(index).w, lines);
                (anchor, x, entry.parts.len() - 1)
            }
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
        PlacedName { lines: lines.collect(), name, label, ..PlacedName::default() }
    }
}
