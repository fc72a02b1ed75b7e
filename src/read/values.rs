//! The cells of one row to an event, or to everything that is wrong with them. Knows no file and
//! no lines: a complaint names the cell and the character.

use super::columns::{Columns, Role};
use super::complaint::{Complaint, Spot};
use crate::date::{Date, DateError, DateErrorKind, DateOptions, Instant, Zone};
use crate::error::{FaultKind, Message, is_direction_mark, meant, nearest, quoted};
use crate::event::{Event, Importance, Kind, is_link};
use csv::ByteRecord;

/// What an importance may be called.
const IMPORTANCES: [(&str, Importance); 9] = [
    ("low", Importance::Minor),
    ("minor", Importance::Minor),
    ("1", Importance::Minor),
    ("normal", Importance::Normal),
    ("medium", Importance::Normal),
    ("2", Importance::Normal),
    ("high", Importance::Major),
    ("major", Importance::Major),
    ("3", Importance::Major),
];

/// What a kind may be called.
const KINDS: [(&str, Kind); 5] = [
    ("event", Kind::Point),
    ("point", Kind::Point),
    ("span", Kind::Span),
    ("era", Kind::Era),
    ("marker", Kind::Marker),
];

/// Reads the event of a row whose bytes were found to be UTF-8.
pub(super) fn event(
    cells: &ByteRecord,
    columns: &Columns,
    dates: &DateOptions,
) -> Result<Event, Vec<Complaint>> {
    fitting(cells, columns)?;
    let mut row = Row { cells, columns, dates, complaints: Vec::new() };
    let start = row.start();
    let end = row.end(start.as_ref());
    row.bounded(start.as_ref(), end.as_ref());
    let name = row.name();
    let importance = row.word(Role::Importance, &IMPORTANCES).unwrap_or_default();
    let kind = row.word(Role::Kind, &KINDS);
    let count = row.count();
    let url = row.url();
    match start {
        Some(start) if row.complaints.is_empty() => Ok(Event {
            detail: row.optional(Role::Detail),
            category: row.optional(Role::Category),
            lane: row.optional(Role::Lane),
            url,
            when: row.optional(Role::When),
            kind: kind.unwrap_or(if end.is_some() { Kind::Span } else { Kind::Point }),
            importance,
            count,
            end,
            ..Event::new(start, name)
        }),
        _ => Err(row.complaints),
    }
}

/// The dates of a row: cell, trimmed text, and what it says. An empty end is none.
pub(super) fn dates(
    cells: &ByteRecord,
    columns: &Columns,
    dates: &DateOptions,
) -> Vec<(usize, String, Result<Date, DateError>)> {
    let row = Row { cells, columns, dates, complaints: Vec::new() };
    let found = [Role::Date, Role::End].map(|role| {
        let text = row.text(role);
        let cell = columns.cell(role).filter(|_| role == Role::Date || !text.is_empty())?;
        Some((cell, text.to_owned(), Date::parse(text, dates)))
    });
    found.into_iter().flatten().collect()
}

/// Complains of a row that has more cells than the header.
pub(super) fn fitting(cells: &ByteRecord, columns: &Columns) -> Result<(), Vec<Complaint>> {
    if cells.len() <= columns.len() {
        return Ok(());
    }
    let message = format!(
        "the row has {} cells and the header {}; put a cell that holds a delimiter in quotes, with no blank before them",
        cells.len(),
        columns.len()
    );
    Err(vec![Complaint::new(Spot::Char(columns.len(), 0), message).of(columns.len())])
}

/// A row being read, and what was found wrong with it so far.
struct Row<'a> {
    cells: &'a ByteRecord,
    columns: &'a Columns,
    dates: &'a DateOptions,
    complaints: Vec<Complaint>,
}

impl<'a> Row<'a> {
    /// The trimmed text of a role's cell; empty if the table or the row lacks it.
    fn text(&self, role: Role) -> &'a str {
        let cell = self.columns.cell(role).and_then(|cell| self.cells.get(cell));
        let text = str::from_utf8(cell.unwrap_or_default());
        text.expect("the bytes of the row were found to be UTF-8").trim()
    }

    fn optional(&self, role: Role) -> Option<String> {
        Some(self.text(role)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    fn complain(&mut self, role: Role, offset: usize, message: impl Into<Message>) {
        if let Some(cell) = self.columns.cell(role) {
            self.complaints.push(Complaint::new(Spot::Char(cell, offset), message).of(cell));
        }
    }

    /// Complains about the text of a cell, which is put before the message.
    fn refuse(&mut self, role: Role, offset: usize, message: &str) {
        self.complain(role, offset, format!("{}: {message}", quoted(self.text(role))));
    }

    fn start(&mut self) -> Option<Date> {
        if self.text(Role::Date).is_empty() {
            self.complain(Role::Date, 0, "the date is empty; every event needs one");
            return None;
        }
        self.date(Role::Date)
    }

    fn end(&mut self, start: Option<&Date>) -> Option<Date> {
        if self.text(Role::End).is_empty() {
            return None;
        }
        let end = self.date(Role::End)?;
        if let Some(start) = start.filter(|start| ends_before(&end, start)) {
            let message = format!(
                "the event ends before it begins, at {}; correct one of the two",
                quoted(&start.written)
            );
            self.refuse(Role::End, 0, &message);
        }
        Some(end)
    }

    /// Complains of an event that nothing at all is known of.
    fn bounded(&mut self, start: Option<&Date>, end: Option<&Date>) {
        let is_known = |date: &Date| date.lo().or(date.hi()).is_some();
        if start.is_some_and(|start| !is_known(start)) && !end.is_some_and(is_known) {
            let message = "nothing is known of when this was; write a date here or in the end column, or say --today";
            self.refuse(Role::Date, 0, message);
        }
    }

    fn date(&mut self, role: Role) -> Option<Date> {
        let date = Date::parse(self.text(role), self.dates);
        date.map_err(|error| {
            let text = quoted(self.text(role));
            let message = Message::new(format!("{text}: ")).and(error.message);
            self.complain(role, error.offset, message);
            if let Some(last) = self.complaints.last_mut() {
                let is_ambiguous = error.kind == DateErrorKind::AmbiguousOrder;
                last.kind = if is_ambiguous { FaultKind::Ambiguous } else { FaultKind::Date };
            }
        })
        .ok()
    }

    fn name(&mut self) -> &'a str {
        let name = self.text(Role::Name);
        if name.chars().all(is_invisible) {
            self.complain(Role::Name, 0, "the title is empty; every event needs one");
        }
        name
    }

    fn url(&mut self) -> Option<String> {
        let url = self.optional(Role::Url);
        if url.as_ref().is_some_and(|url| !is_link(url)) {
            let message = "this is no link; write it as https://…, http://… or mailto:…";
            self.refuse(Role::Url, 0, message);
        }
        url
    }

    fn count(&mut self) -> u64 {
        let text = self.text(Role::Count);
        match text.parse() {
            Ok(count) if count > 0 => count,
            _ if text.is_empty() => 1,
            _ => {
                self.refuse(Role::Count, 0, "this is no count; write a whole number, 1 or more");
                1
            }
        }
    }

    /// The meaning of a cell that holds one of some words, in any case of letters.
    fn word<T: Copy>(&mut self, role: Role, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(role);
        let found = words.iter().find(|(word, _)| word.eq_ignore_ascii_case(text));
        if found.is_none() && !text.is_empty() {
            let names: Vec<&str> = words.iter().map(|&(word, _)| word).collect();
            let near = meant(nearest(names.iter().copied(), &[&text.to_lowercase()]));
            let message = format!("this is no {}{near}; write {}", role.name(), names.join(", "));
            self.refuse(role, 0, &message);
        }
        found.map(|&(_, meaning)| meaning)
    }
}

/// Whether all of `end` lies before `start`. A local time and one with a zone may be told up to 14
/// hours apart (the widest offset from UTC), and get the benefit of the doubt.
fn ends_before(end: &Date, start: &Date) -> bool {
    let same_clock = (end.zone == Zone::Floating) == (start.zone == Zone::Floating);
    let doubt = if same_clock { 0 } else { 14 * 3600 * 1_000_000_000 };
    let latest = end.hi().and_then(|hi: Instant| hi.checked_add(doubt));
    latest.zip(start.lo()).is_some_and(|(latest, start)| latest <= start)
}

/// Whether a text of nothing but such characters looks empty.
fn is_invisible(c: char) -> bool {
    let is_blank = c.is_whitespace() || is_direction_mark(c);
    is_blank
        || matches!(c, '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}
