//! The texts of a chronicle: date, name and description of each event, set in columns.
//!
//! In: the events in the order of their rows, and what the ruler says already. Out: texts that are
//! shaped once and can be set to any width. Knows neither the ruler nor where rows are. Which columns
//! they are set in is left to [`mod@columns`].

mod columns;

use crate::compose::dated::Dated;
use crate::compose::style::FigureStyle;
use crate::date::{Known, Precision};
use crate::event::Event;
use crate::figure::{Anchor, Text};
use crate::geometry::{Point, Size, Sub};
use crate::text::{Breaks, Paragraph, Style, TextRole};
use crate::theme::{Colour, Sizes, weighed};
pub(crate) use columns::TextColumns;
use std::ops::Range;

/// What rows are set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RowRoles {
    date: TextRole,
    name: TextRole,
    detail: TextRole,
}

impl RowRoles {
    /// The type of labels.
    pub(crate) fn of(sizes: &Sizes) -> Self {
        Self { date: sizes.date, name: sizes.name, detail: sizes.detail }
    }

    /// The type of lists, for columns that have little room.
    pub(crate) fn small(sizes: &Sizes) -> Self {
        let role = |style: Style| TextRole { style, leading: sizes.list_name.leading };
        let date = Style { weight: sizes.date.style.weight, ..sizes.list_date.style };
        Self { date: role(date), name: sizes.list_name, detail: role(sizes.list_date.style) }
    }

    /// The same with dates no heavier than descriptions.
    pub(crate) fn light_dates(self) -> Self {
        let weight = self.detail.style.weight;
        Self { date: TextRole { style: Style { weight, ..self.date.style }, ..self.date }, ..self }
    }

    /// One em of a name.
    pub(crate) fn em(&self) -> Sub {
        self.name.style.size
    }

    /// What is free between two of these rows: more where many have several lines, or columns are read
    /// across.
    pub(crate) fn gap(&self, rows: &[SetRow], columns: TextColumns, is_dense: bool) -> Sub {
        let leading = self.name.leading;
        let high = rows.iter().filter(|row| row.size.h > leading * 3 / 2).count();
        match high * 4 > rows.len() {
            _ if is_dense => leading / 8,
            true => leading * 2 / 3,
            false if columns.details.is_some() => leading / 2,
            false => leading / 4,
        }
    }
}

/// The text of an event as a row of a chronicle.
pub(crate) struct ChronicleText {
    when: String,
    paragraphs: [Paragraph; 3],
    /// How far its date is moved to the right, so that days of one and two digits end in line.
    indent: Sub,
}

/// A row set in columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SetRow {
    breaks: [Breaks; 3],
    /// The size of its text.
    pub(crate) size: Size,
    /// From its top to the middle of the first line of its date, where its leader ends.
    pub(crate) middle: Sub,
    /// By how much it is lower than with its description under its name.
    pub(crate) saved: Sub,
}

impl SetRow {
    /// The lines of its name and its description beyond the first of each.
    pub(crate) fn more_lines(&self) -> usize {
        self.breaks[1..].iter().map(|breaks| breaks.count().saturating_sub(1)).sum()
    }
}

/// The texts of all rows.
pub(crate) struct ChronicleTexts {
    rows: Vec<ChronicleText>,
    roles: RowRoles,
    /// What is known from the ruler.
    known: Known,
    does_repeat: bool,
}

impl ChronicleTexts {
    /// The texts of events with their dates in these words.
    pub(crate) fn in_words<'e>(
        events: impl Iterator<Item = (&'e Event, String)>,
        roles: RowRoles,
        style: &FigureStyle,
    ) -> Self {
        let mut rows: Vec<ChronicleText> =
            events.map(|(event, when)| text(event, when, roles, style)).collect();
        indent(&mut rows, roles, style);
        Self { rows, roles, known: Known::default(), does_repeat: true }
    }

    /// The width of the widest date.
    pub(crate) fn dates_width(&self) -> Sub {
        self.rows.iter().map(ChronicleText::date_width).max().unwrap_or(0)
    }

    /// The texts of events in the order of their rows. What is `known` from the ruler is not said
    /// again, and the year and the day only where they change, unless dates are to be repeated.
    pub(crate) fn of(
        events: &[Dated<'_>],
        known: Known,
        (does_repeat, roles): (bool, RowRoles),
        style: &FigureStyle,
    ) -> Self {
        let mut texts = Self { rows: Vec::new(), roles, known, does_repeat };
        texts.fill(events, &[], style);
        texts
    }

    /// The same where the rows of some of these events are left out, so that no other row can be
    /// understood to have their date.
    pub(crate) fn without(
        &self,
        left_out: &[bool],
        (events, style): (&[Dated<'_>], &FigureStyle),
    ) -> Self {
        let mut texts = Self { rows: Vec::new(), ..*self };
        texts.fill(events, left_out, style);
        texts
    }

    fn fill(&mut self, events: &[Dated<'_>], left_out: &[bool], style: &FigureStyle) {
        let mut before: Option<&Event> = None;
        for (index, dated) in events.iter().enumerate() {
            let known = if self.does_repeat { self.known } else { known_after(before, self.known) };
            let is_same = before.is_some_and(|before| is_same_date(before, dated.event));
            let when = dated.event.when_text(known);
            let when = if is_same && !self.does_repeat { String::new() } else { when };
            self.rows.push(text(dated.event, when, self.roles, style));
            if left_out.get(index) != Some(&true) {
                before = Some(dated.event);
            }
        }
        indent(&mut self.rows, self.roles, style);
    }

    /// What they are set in.
    pub(crate) fn roles(&self) -> RowRoles {
        self.roles
    }

    /// The rows set in columns.
    pub(crate) fn set(&self, columns: TextColumns) -> Vec<SetRow> {
        self.rows.iter().map(|row| row.set(columns)).collect()
    }

    /// Whether the date of a row is that of the row before, which has it alone.
    pub(crate) fn has_date_before(&self, index: usize) -> bool {
        self.rows.get(index).is_some_and(|row| row.when.is_empty())
    }

    /// The lines of a row with its top left corner at `corner`, and which of them are its name; its date
    /// in the colour `date`.
    pub(crate) fn lines(
        &self,
        index: usize,
        (row, columns): (&SetRow, TextColumns),
        corner: Point,
        (date, style): (Colour, &FigureStyle),
    ) -> (Vec<Text>, Range<usize>) {
        let text = &self.rows[index];
        let mut pen = RowPen { at: corner, lines: Vec::new(), style };
        let first = columns.first_line(text);
        pen.at.x += columns.date_start(text);
        // Dates beside names stand on their lines.
        pen.set(&text.paragraphs[0], &row.breaks[0], first, date);
        if columns.is_beside() {
            pen.at.y = corner.y;
        }
        pen.at.x = corner.x + columns.names;
        let start = pen.lines.len();
        let name = &text.paragraphs[1];
        pen.set(name, &row.breaks[1], name.role.baseline(), style.theme.ink);
        let names = start..pen.lines.len();
        if columns.has_details {
            let detail = &text.paragraphs[2];
            let mut baseline = detail.role.baseline();
            if let Some((details, _)) = columns.details {
                pen.at = Point::new(corner.x + details, corner.y);
                baseline = name.role.baseline();
            }
            pen.set(detail, &row.breaks[2], baseline, style.theme.muted);
        }
        (pen.lines, names)
    }
}

impl ChronicleText {
    fn has_detail(&self) -> bool {
        self.paragraphs[2].text.breaks(Sub::MAX).count() > 0
    }

    fn date_width(&self) -> Sub {
        self.indent + self.paragraphs[0].text.breaks(Sub::MAX).width
    }

    fn set(&self, columns: TextColumns) -> SetRow {
        let details = columns.details.map_or(columns.measure, |details| details.1);
        let measures = [columns.date_width(self), columns.measure, details];
        let breaks: [Breaks; 3] =
            std::array::from_fn(|index| self.paragraphs[index].text.breaks(measures[index].max(1)));
        let size = |index: usize| {
            let lines = breaks[index].count() as Sub;
            Size::new(breaks[index].width, lines * self.paragraphs[index].role.leading)
        };
        let [date, name] = [size(0), size(1)];
        let detail = if columns.has_details { size(2) } else { Size::new(0, 0) };
        let (text, saved) = match columns.details {
            Some((start, _)) if detail.w > 0 => {
                let width = start - columns.names + detail.w;
                (Size::new(width, name.h.max(detail.h)), name.h.min(detail.h))
            }
            _ => (Size::new(name.w.max(detail.w), name.h + detail.h), 0),
        };
        let height = if columns.is_beside() { date.h.max(text.h) } else { date.h + text.h };
        let width = (columns.date_start(self) + date.w).max(columns.names + text.w);
        let middle = columns.first_line(self) - self.paragraphs[0].role.style.size / 3;
        SetRow { breaks, size: Size::new(width, height), middle, saved }
    }
}

/// Sets paragraphs one under another.
struct RowPen<'a> {
    /// The left end of the next line, at its top.
    at: Point,
    lines: Vec<Text>,
    style: &'a FigureStyle,
}

impl RowPen<'_> {
    /// Sets a paragraph, its first baseline so far below, and moves under it.
    fn set(&mut self, paragraph: &Paragraph, breaks: &Breaks, baseline: Sub, colour: Colour) {
        for line in paragraph.text.broken(&self.style.fonts, breaks) {
            let at = Point::new(self.at.x, self.at.y + baseline);
            self.lines.push(Text { at, anchor: Anchor::Start, line, colour });
            self.at.y += paragraph.role.leading;
        }
    }
}

fn text(event: &Event, when: String, roles: RowRoles, style: &FigureStyle) -> ChronicleText {
    let detail = event.detail.as_deref().unwrap_or_default();
    let name = weighed(roles.name, event.importance);
    let paragraphs = [(&*when, roles.date), (&event.name, name), (detail, roles.detail)]
        .map(|(text, role)| Paragraph { text: style.texts.shape(text, role.style), role });
    ChronicleText { when, paragraphs, indent: 0 }
}

/// Whether two events have one date in words: it is told for the first of them.
fn is_same_date(before: &Event, event: &Event) -> bool {
    let words = |event: &Event| event.when_text(Known::default());
    words(before) == words(event)
}

/// What the reader of a row knows from the one before: its year, and its day if it has a clock time.
fn known_after(before: Option<&Event>, known: Known) -> Known {
    let Some(Event { start, end, when: None, .. }) = before else { return known };
    let [years, days] = [start.only_year(), start.only_day()];
    let ends = end.as_ref().map(|end| (end.only_year(), end.only_day()));
    let is_year = ends.is_none_or(|(year, _)| year == years);
    let is_day = ends.is_none_or(|(_, day)| day == days);
    let has_clock = start.precision >= Precision::Hour;
    Known {
        year: years.filter(|_| is_year).or(known.year),
        day: days.filter(|_| is_day && has_clock).or(known.day),
        ..known
    }
}

/// Moves dates that begin with a day of one digit, where others have two.
fn indent(rows: &mut [ChronicleText], roles: RowRoles, style: &FigureStyle) {
    let digits = |row: &ChronicleText| {
        let text = row.when.as_str();
        let many = text.bytes().take_while(u8::is_ascii_digit).count();
        let rest = text[many..].strip_prefix(' ');
        if rest.is_some_and(|rest| rest.starts_with(char::is_alphabetic)) { many } else { 0 }
    };
    if !rows.iter().any(|row| digits(row) == 2) {
        return;
    }
    let digit = style.fonts.line("0", roles.date.style).width;
    for row in rows {
        row.indent = if digits(row) == 1 { digit } else { 0 };
    }
}
