//! Rows of lists: dot, name and date of an event on as few lines as its measure allows.

use crate::compose::style::FigureStyle;
use crate::event::Event;
use crate::figure::{Anchor, Text};
use crate::geometry::{Point, Size, Sub};
use crate::text::{Breaks, Line, Shaped, TextRole};
use crate::theme::weighed;
use std::ops::Range;

/// The text of an event as a row.
pub(crate) struct RowText {
    name: Shaped,
    role: TextRole,
    date: Line,
    /// The date as the head of a list.
    head: Line,
    /// For each measure of lists, with the date and without.
    set: Vec<[RowSetting; 2]>,
}

/// A row set to a measure.
struct RowSetting {
    breaks: Breaks,
    /// Where the date stands: on the last line of the name, so far in, or on a line of its own.
    beside: Option<Sub>,
    size: Size,
}

/// What of a row is content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowContent {
    /// Name and date.
    Dated,
    /// The name alone.
    Bare,
    /// The name under the date of the whole list.
    Headed,
}

/// A row in its place.
pub(crate) struct PlacedRow {
    pub(crate) dot: Point,
    pub(crate) lines: Vec<Text>,
    /// Which of the lines are the name.
    pub(crate) name: Range<usize>,
    pub(crate) size: Size,
}

impl RowText {
    /// Sets the row of `event`, whose date is `when` in words, to each measure; `widest` bounds them
    /// all.
    pub(crate) fn of(event: &Event, when: &str, style: &FigureStyle, widest: Sub) -> Self {
        let FigureStyle { texts, sizes, .. } = style;
        let role = weighed(sizes.list_name, event.importance);
        let name = texts.shape(&event.name, role.style);
        let date = texts.line(when, sizes.list_date.style);
        // No word is cut that fits into the widest measure.
        let word = (name.widest_word() + sizes.list_indent).min(sizes.list_measures[0]);
        let set = |measure: Sub| {
            let measure = measure.max(word).min(widest);
            [Some(&date), None].map(|date| set(&name, role, date, measure, style))
        };
        let set = sizes.list_measures.into_iter().map(set).collect();
        let head = texts.line(when, sizes.date.style);
        Self { name, role, date, head, set }
    }

    /// The size at each measure, the widest first, with the date and without.
    pub(crate) fn sizes(&self) -> [Vec<Size>; 2] {
        [0, 1].map(|bare| self.set.iter().map(|set| set[bare].size).collect())
    }

    /// The size of its date as a head.
    pub(crate) fn head_size(&self, style: &FigureStyle) -> Size {
        Size::new(self.head.width, style.sizes.date.leading)
    }

    /// Its date as a head, with the top left corner at `at`.
    pub(crate) fn head_at(&self, at: Point, style: &FigureStyle) -> Text {
        let at = Point::new(at.x, at.y + style.sizes.date.baseline());
        let line = self.head.clone();
        Text { at, anchor: Anchor::Start, line, colour: style.theme.muted }
    }

    /// The lines of the name set to a measure.
    pub(crate) fn name_lines(&self, measure: usize) -> usize {
        self.set[measure][1].breaks.count()
    }

    /// The date in words.
    pub(crate) fn date(&self) -> &str {
        &self.date.text
    }

    /// The size of the row as it is content.
    pub(crate) fn size(&self, measure: usize, content: RowContent, style: &FigureStyle) -> Size {
        let [dated, bare] = self.set[measure].each_ref().map(|set| set.size);
        let head = self.head_size(style);
        match content {
            RowContent::Dated => dated,
            RowContent::Bare => bare,
            RowContent::Headed => Size::new(bare.w.max(head.w), bare.h + head.h),
        }
    }

    /// The row with its top right corner at `at`, as in a mirror: dot, name and date from right to
    /// left.
    pub(crate) fn mirrored(
        &self,
        measure: usize,
        content: RowContent,
        at: Point,
        style: &FigureStyle,
    ) -> PlacedRow {
        let row = self.placed(measure, content, at, style);
        let dot = Point::new(2 * at.x - row.dot.x, row.dot.y);
        let lines = row.lines.into_iter().map(|text| text.mirrored(2 * at.x));
        PlacedRow { dot, lines: lines.collect(), name: row.name, size: row.size }
    }

    /// The row with its top left corner at `at`.
    pub(crate) fn placed(
        &self,
        measure: usize,
        content: RowContent,
        at: Point,
        style: &FigureStyle,
    ) -> PlacedRow {
        let FigureStyle { fonts, sizes, theme, .. } = style;
        let set = &self.set[measure][usize::from(content != RowContent::Dated)];
        let role = self.role;
        let mut lines = Vec::new();
        let mut top = at.y;
        if content == RowContent::Headed {
            lines.push(self.head_at(at, style));
            top += sizes.date.leading;
        }
        let text = |line: Line, x: Sub, row: Sub, colour| Text {
            at: Point::new(x, top + row * role.leading + role.baseline()),
            anchor: Anchor::Start,
            line,
            colour,
        };
        let x = at.x + sizes.list_indent;
        let names = self.name.broken(fonts, &set.breaks);
        let many = names.len() as Sub;
        let range = lines.len()..lines.len() + names.len();
        lines.extend((0..).zip(names).map(|(row, line)| text(line, x, row, theme.ink)));
        if content == RowContent::Dated {
            let (dx, row) = set.beside.map_or((0, many), |dx| (dx, (many - 1).max(0)));
            lines.push(text(self.date.clone(), x + dx, row, theme.muted));
        }
        // Half the height of letters with ascenders.
        let middle = top + role.baseline() - role.style.size * 33 / 100;
        let dot = Point::new(at.x + sizes.list_dot, middle);
        PlacedRow { dot, lines, name: range, size: self.size(measure, content, style) }
    }
}

/// The row that counts `many` events without rows of their own.
fn more(many: usize, style: &FigureStyle) -> Line {
    let text = style.words.more.replace("{}", &style.dates.grouped(many as u64));
    style.fonts.line(&text, style.sizes.list_date.style)
}

/// The size of a row that counts so many.
pub(crate) fn more_size(many: usize, style: &FigureStyle) -> Size {
    let width = style.sizes.list_indent + more(many, style).width;
    Size::new(width, style.sizes.list_name.leading)
}

/// That row with its top left corner at `at`.
pub(crate) fn more_at(many: usize, at: Point, style: &FigureStyle) -> Text {
    let baseline = at.y + style.sizes.list_name.baseline();
    let at = Point::new(at.x + style.sizes.list_indent, baseline);
    Text { at, anchor: Anchor::Start, line: more(many, style), colour: style.theme.muted }
}

fn set(
    name: &Shaped,
    role: TextRole,
    date: Option<&Line>,
    measure: Sub,
    style: &FigureStyle,
) -> RowSetting {
    let FigureStyle { fonts, sizes, .. } = style;
    let room = (measure - sizes.list_indent).max(1);
    let breaks = name.breaks(room);
    let count = breaks.count();
    let last = match count {
        _ if date.is_none() => 0,
        1 => breaks.width,
        _ => name.broken(fonts, &breaks).last().map_or(0, |line| line.width),
    };
    let date = date.map_or(0, |date| sizes.list_gap + date.width);
    let beside = Some(last).filter(|last| date == 0 || last + date <= room);
    let lines = count + usize::from(beside.is_none());
    let dated = beside.map_or(date - sizes.list_gap, |last| last + date);
    let width = if date == 0 { breaks.width } else { breaks.width.max(dated) };
    let size = Size::new(sizes.list_indent + width, lines as Sub * role.leading);
    RowSetting { breaks, beside: beside.map(|last| last + sizes.list_gap), size }
}
