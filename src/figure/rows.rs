//! Rows of lists: dot, name and date of an event on as few lines as its measure allows.

use super::compose::Look;
use super::{Anchor, Text};
use crate::date::Known;
use crate::event::Event;
use crate::geom::{Point, Size, Sub};
use crate::text::{Breaks, Line, Shaped};

/// The text of an event as a row.
pub(super) struct Row {
    name: Shaped,
    date: Line,
    /// For each measure of lists.
    set: Vec<Set>,
}

/// A row set to a measure.
struct Set {
    breaks: Breaks,
    /// Where the date stands: on the last line of the name, so far in, or on a line of its own.
    beside: Option<Sub>,
    size: Size,
}

/// A row in its place.
pub(super) struct PlacedRow {
    pub(super) dot: Point,
    pub(super) lines: Vec<Text>,
    pub(super) size: Size,
}

impl Row {
    /// Sets the row of `event` to each measure; `widest` bounds them all.
    pub(super) fn of(event: &Event, known: Known, look: &Look, widest: Sub) -> Self {
        let Look { fonts, sizes, .. } = look;
        let name = fonts.shape(&event.name, sizes.list_name.style);
        let date = fonts.line(&event.when_text(known), sizes.list_date.style);
        let set = |measure: Sub| set(&name, &date, measure.min(widest), look);
        let set = sizes.list_measures.into_iter().map(set).collect();
        Self { name, date, set }
    }

    /// The size at each measure, the widest first.
    pub(super) fn sizes(&self) -> Vec<Size> {
        self.set.iter().map(|set| set.size).collect()
    }

    /// The row with its top left corner at `at`.
    pub(super) fn placed(&self, measure: usize, at: Point, look: &Look) -> PlacedRow {
        let Look { fonts, sizes, theme } = look;
        let (set, role) = (&self.set[measure], sizes.list_name);
        let text = |line: Line, x: Sub, row: Sub, colour| Text {
            at: Point::new(x, at.y + row * role.leading + role.baseline()),
            anchor: Anchor::Start,
            line,
            colour,
        };
        let x = at.x + sizes.list_indent;
        let names = self.name.broken(fonts, &set.breaks);
        let many = names.len() as Sub;
        let mut lines: Vec<Text> =
            (0..).zip(names).map(|(row, line)| text(line, x, row, theme.ink)).collect();
        let (dx, row) = set.beside.map_or((0, many), |dx| (dx, (many - 1).max(0)));
        lines.push(text(self.date.clone(), x + dx, row, theme.muted));
        // Half the height of letters with ascenders.
        let middle = at.y + role.baseline() - role.style.size * 33 / 100;
        PlacedRow { dot: Point::new(at.x + sizes.list_dot, middle), lines, size: set.size }
    }
}

fn set(name: &Shaped, date: &Line, measure: Sub, look: &Look) -> Set {
    let Look { fonts, sizes, .. } = look;
    let room = (measure - sizes.list_indent).max(1);
    let breaks = name.breaks(room);
    let count = breaks.count();
    let last = match count {
        1 => breaks.width,
        _ => name.broken(fonts, &breaks).last().map_or(0, |line| line.width),
    };
    let beside = Some(last + sizes.list_gap).filter(|dx| dx + date.width <= room);
    let lines = count + usize::from(beside.is_none());
    let width = breaks.width.max(beside.unwrap_or(0) + date.width);
    let size = Size::new(sizes.list_indent + width, lines as Sub * sizes.list_name.leading);
    Set { breaks, beside, size }
}
