//! What the row at hand says by role: cells cleaned of markup, words for what is missing taken as
//! such, and dates put together from their columns. Knows neither dates nor events.

use super::cell_changes::CellChanges;
use super::cell_words::TITLE_KIND;
use super::columns::Columns;
use super::counted::{UnitCount, count_span};
use super::duration::Duration;
use super::markdown_marks;
use super::markup::{is_misread, without_marks, without_markup};
use super::roles::Role;
use super::source::Source;
use super::words::{Missing, missing};
use super::yearless::in_year;
use std::borrow::Cow;
use std::cell::Cell;

/// The texts of a row by role.
pub(super) struct RoleTexts<'a> {
    pub(super) columns: &'a Columns,
    pub(super) source: &'a dyn Source,
    pub(super) changes: &'a Cell<CellChanges>,
    /// The text that a part of the date had in the row above.
    pub(super) above: &'a str,
    /// The year of days that lack theirs; empty if none is given.
    pub(super) year: &'a str,
    /// Whether marks of footnotes are taken off all texts, not only dates.
    pub(super) strips_marks: bool,
}

/// What a row says of a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WrittenDate<'a> {
    /// This text.
    Text(Cow<'a, str>),
    /// Nothing.
    Missing,
    /// That nobody knows it.
    Unknown,
}

impl<'a> RoleTexts<'a> {
    /// The text of a role as it is written; empty if the table or the row lacks it.
    pub(super) fn written(&self, role: Role) -> &'a str {
        self.columns.of_role(role).map_or("", |column| self.source.text(column))
    }

    /// The text of a role as it is drawn; empty if it is missing.
    pub(super) fn get(&self, role: Role) -> Cow<'a, str> {
        let text = self.written(role);
        if text.is_empty() {
            return Cow::Borrowed(text);
        }
        // A title may well be "None".
        if role != Role::Name && missing(text) == Some(Missing::None) {
            return Cow::Borrowed("");
        }
        if role == Role::Kind && text.eq_ignore_ascii_case(TITLE_KIND) {
            return Cow::Borrowed("");
        }
        let mut text = self.plain(text);
        if matches!(role, Role::Name | Role::Detail)
            && let Some(plain) = markdown_marks::without_marks(&text)
        {
            let changes = self.changes.get();
            self.changes.set(CellChanges { has_markdown: true, ..changes });
            text = Cow::Owned(plain);
        }
        let second = self.columns.name_with().filter(|_| role == Role::Name);
        if let Some((second, joint)) =
            second.map(|(column, joint)| (self.source.text(column), joint))
            && !second.is_empty()
        {
            text = Cow::Owned([&*text, joint, &*self.plain(second)].concat());
        }
        if self.strips_marks { self.unmarked(text) } else { text }
    }

    /// What the row says of the date or the end.
    pub(super) fn date(&self, role: Role) -> WrittenDate<'a> {
        let columns = self.columns.dates(role);
        let text = columns.text(self.source, self.above, |cell| self.clean(cell));
        let text = self.count_of_two(role).map_or(text, Cow::Owned);
        if text.is_empty() {
            return WrittenDate::Missing;
        }
        if let Some(whole) = in_year(&text, self.year).filter(|_| !self.year.is_empty()) {
            return WrittenDate::Text(Cow::Owned(whole));
        }
        let counting = self.columns.counting();
        let count = counting.and_then(|_| UnitCount::read(&text));
        if let Some((counting, count)) = counting.zip(count) {
            let date = counting.date_text(count, role == Role::End);
            return WrittenDate::Text(date.map_or(text, Cow::Owned));
        }
        // Most dates begin with a digit, and no word for a missing one does but 0000-00-00.
        if text.starts_with(|c: char| ('1'..='9').contains(&c)) {
            return WrittenDate::Text(text);
        }
        match missing(&text) {
            None => WrittenDate::Text(text),
            Some(Missing::None) => WrittenDate::Missing,
            Some(Missing::Unknown) => WrittenDate::Unknown,
        }
    }

    /// The count of the date or the end, where the cell of the date has both.
    fn count_of_two(&self, role: Role) -> Option<String> {
        let is_one = role == Role::Date || !self.columns.dates(Role::End).has_day();
        self.columns.counting().filter(|_| is_one)?;
        let counts = count_span(self.written(Role::Date))?;
        counts.into_iter().nth(usize::from(role == Role::End))
    }

    /// The count of a role as it is written.
    pub(super) fn written_count(&self, role: Role) -> Cow<'a, str> {
        self.count_of_two(role).map_or(Cow::Borrowed(self.written(role)), Cow::Owned)
    }

    /// The text of the end of a row without a start, where that is the day on which something is due.
    pub(super) fn due(&self) -> Option<Cow<'a, str>> {
        match self.date(Role::End) {
            WrittenDate::Text(text) if self.columns.ends_when_due() => Some(text),
            _ => None,
        }
    }

    /// Counts the row as one that stands at its end.
    pub(super) fn count_at_end(&self) {
        let changes = self.changes.get();
        self.changes.set(CellChanges { at_end: changes.at_end + 1, ..changes });
    }

    /// The text of the end where only its time of day is told.
    pub(super) fn end_time(&self) -> Option<Cow<'a, str>> {
        if self.columns.dates(Role::End).has_day() {
            return None;
        }
        let time = self.written(Role::EndTime);
        if super::cell_kinds::is_clock(time) {
            return Some(Cow::Borrowed(time));
        }
        let both = super::cell_kinds::clock_span(self.written(Role::Time));
        both.map(|[_, end]| Cow::Owned(end))
    }

    /// Whether the row has clock times of a day that is not said.
    pub(super) fn is_dayless(&self) -> bool {
        self.columns.dates(Role::Date).is_dayless()
    }

    /// How long the event lasted: nothing, or a duration, which may be none that can be read.
    pub(super) fn duration(&self) -> Option<Option<Duration>> {
        let text = self.written(Role::Duration);
        let is_blank = text.is_empty() || missing(text).is_some() || text == "0";
        (!is_blank).then(|| Duration::read(text, self.columns.duration_unit()))
    }

    /// Whether the row says that it takes whole days.
    pub(super) fn is_whole_days(&self) -> bool {
        const YES: [&str; 10] =
            ["true", "yes", "1", "x", "wahr", "ja", "vrai", "verdadero", "vero", "waar"];
        let text = self.columns.all_day().map_or("", |column| self.source.text(column));
        YES.contains(&text.to_lowercase().as_str())
    }

    /// The column that a message about a role names.
    pub(super) fn column(&self, role: Role) -> Option<usize> {
        match role {
            Role::Date | Role::End => self.columns.dates(role).main(),
            role => self.columns.of_role(role),
        }
    }

    /// The first cell of the row that is not blank.
    pub(super) fn first(&self) -> &'a str {
        let mut cells = (0..self.source.width()).map(|column| self.source.text(column));
        cells.find(|cell| !cell.is_empty()).unwrap_or("")
    }

    /// A cell of a date without markup and marks.
    fn clean(&self, cell: &'a str) -> Cow<'a, str> {
        if cell.is_empty() || cell.bytes().last().is_some_and(|b| b.is_ascii_digit()) {
            return Cow::Borrowed(cell);
        }
        self.unmarked(self.plain(cell))
    }

    fn plain(&self, text: &'a str) -> Cow<'a, str> {
        if is_misread(text) {
            let changes = self.changes.get();
            self.changes.set(CellChanges { misread: changes.misread + 1, ..changes });
        }
        let Some(plain) = without_markup(text) else { return Cow::Borrowed(text) };
        let changes = self.changes.get();
        self.changes.set(CellChanges { markup: changes.markup + 1, ..changes });
        Cow::Owned(plain)
    }

    fn unmarked(&self, text: Cow<'a, str>) -> Cow<'a, str> {
        let length = without_marks(&text).len();
        if length == text.len() {
            return text;
        }
        let changes = self.changes.get();
        self.changes.set(CellChanges { marks: changes.marks + 1, ..changes });
        match text {
            Cow::Borrowed(text) => Cow::Borrowed(&text[..length]),
            Cow::Owned(text) => Cow::Owned(text[..length].to_owned()),
        }
    }
}
