//! The events of a table as an iterator.

use super::date_columns::{ColumnDecisions, DateColumns, RowQuestions, WaitingCell, WaitingRow};
use super::plain::{PlainPlan, PlainScanner, RowOrders};
use super::role_texts::WrittenDate;
use super::roles::Role;
use super::rows::TableRows;
use super::to_event::{RowMeaning, event};
use super::{ReadOptions, TableLimits};
use crate::date::{OpenAnswer, OpenQuestion};
use crate::error::{Error, Fault, Message, Note, Result};
use crate::event::Event;
use std::io::Read;

/// The events of a table in the order of the file: for each row that says one its event, or
/// everything that is wrong with it. A row whose date cell has several dates is several events.
///
/// Memory does not grow with a table in CSV; one in JSON is held as a whole, up to the limit of
/// bytes. Faults that make the rest unreadable (bytes that are not UTF-8, a quote that is never
/// closed, an error of the reader) are the last item.
///
/// Dates that depend on what their whole column shows only stand in, until
/// [`settle`](EventRows::settle) is called after the last row.
pub struct EventRows<'r> {
    rows: TableRows<'r>,
    dates: DateColumns,
    limits: TableLimits,
    is_over: bool,
    waiting: Vec<WaitingRow>,
    /// Events given so far.
    count: usize,
    /// Further events of the row at hand, whose date cell has several dates; the next is the last.
    further: Vec<Event>,
}

impl<'r> EventRows<'r> {
    /// Reads the head of a table: format, encoding, columns.
    ///
    /// # Errors
    ///
    /// [`Error::Data`] if this is no table; [`Error::Options`] if two headers are given for one
    /// role; [`Error::System`] if the reader fails. What is wrong with the header row is the first
    /// item.
    pub fn new(reader: impl Read + 'r, options: &ReadOptions) -> Result<Self> {
        Ok(Self::of(TableRows::open(reader, options, true)?, options))
    }

    /// The events of some rows.
    pub(super) fn of(rows: TableRows<'r>, options: &ReadOptions) -> Self {
        let mut dates = DateColumns::new(&options.dates);
        dates.hint(&rows.languages());
        dates.hint_months(rows.name_months());
        Self {
            rows,
            dates,
            limits: options.limits,
            is_over: false,
            waiting: Vec::new(),
            count: 0,
            further: Vec::new(),
        }
    }

    /// What the maker of the figure should know of the table; after the last row, of all rows.
    pub fn notes(&self) -> &[Note] {
        self.rows.notes()
    }

    /// The title of the table, where it stands in a line of its own above the header.
    pub fn title(&self) -> Option<&str> {
        self.rows.title()
    }

    /// Why reading broke off, if the reader failed; the last item of the iterator says so too.
    pub fn failure(&self) -> Option<&Error> {
        self.rows.failure()
    }

    /// Gives the events, all of those that were read, the dates that their columns decide. Returns
    /// what is wrong with them then, and what was taken.
    pub fn settle(&mut self, events: &mut [Event]) -> (Vec<Fault>, Vec<Note>) {
        let decisions = self.dates.decide();
        let faults = decisions.settle(events, std::mem::take(&mut self.waiting));
        let notes = self.dates.notes(&decisions, |role| self.rows.date_label(role));
        (faults, notes)
    }

    /// The event just read, with what is kept of its row.
    fn given(&mut self, event: Event) -> Event {
        let stints = self.dates.take_stints().into_iter().rev();
        self.further = stints.map(|start| Event { start, ..event.clone() }).collect();
        let waiting = self.waiting_row(&event);
        self.waiting.extend(waiting);
        self.count += 1;
        event
    }

    /// The row just read, if dates of it wait.
    fn waiting_row(&mut self, event: &Event) -> Option<WaitingRow> {
        let roles = self.dates.take_waiting();
        if roles.is_empty() {
            return None;
        }
        let cells = roles.into_iter().map(|(role, question)| WaitingCell {
            role,
            question,
            place: self.rows.date_place(role),
        });
        let cells = cells.collect();
        let end = event.end.as_ref().map(|_| self.rows.date_place(Role::End));
        let is_derived = self.rows.texts().date(Role::End) == WrittenDate::Missing;
        Some(WaitingRow {
            event: self.count,
            cells,
            end,
            is_derived,
            are_bounds: self.rows.texts().columns.are_bounds(),
            is_whole_days: self.rows.texts().is_whole_days(),
        })
    }

    /// The fault of a table that goes beyond its limits with the row just read.
    pub(super) fn beyond(&mut self, limits: TableLimits) -> Option<Fault> {
        self.rows.beyond(limits)
    }

    /// How the plain rows of a table of lines are read; none of other tables.
    pub(super) fn plan(&self, options: &ReadOptions) -> Option<PlainPlan> {
        self.rows.plan(options, self.dates.reads_months())
    }

    fn skim(&mut self, scanner: &mut PlainScanner) -> std::result::Result<(), Vec<Fault>> {
        scanner.know(self.dates.seen());
        self.rows.skim(scanner)?;
        scanner.take_cells().iter().for_each(|cells| self.dates.count_plain(cells));
        Ok(())
    }

    /// How many rows wait for what their columns show.
    pub(super) fn waits(&self) -> usize {
        self.waiting.len()
    }

    /// Says where among the events that will be settled the last is whose dates wait.
    pub(super) fn place_last_waiting(&mut self, place: usize) {
        if let Some(row) = self.waiting.last_mut() {
            row.event = place;
        }
    }

    /// Takes the rows that wait for the first of the events that will be settled; gives the places
    /// that they had.
    pub(super) fn place_waiting(&mut self) -> Vec<usize> {
        let rows = self.waiting.iter_mut().enumerate();
        rows.map(|(place, row)| std::mem::replace(&mut row.event, place)).collect()
    }

    /// Takes the last row that waits, if it does so for questions of few answers.
    pub(super) fn take_last_open(&mut self) -> Option<(WaitingRow, RowQuestions)> {
        let questions = self.waiting.last()?.questions()?;
        Some((self.waiting.pop()?, questions))
    }

    /// Takes the rows that wait for questions of few answers; the places of the others are given anew.
    pub(super) fn take_open(&mut self) -> Vec<(WaitingRow, RowQuestions)> {
        let mut open = Vec::new();
        for row in std::mem::take(&mut self.waiting) {
            match row.questions() {
                Some(questions) => open.push((row, questions)),
                None => self.waiting.push(row),
            }
        }
        open
    }

    /// Whether the dates show so far that `YYYY-MM` is a month, and whether the ends do.
    pub(super) fn shows_months(&self) -> [bool; 2] {
        self.dates.shows_months()
    }

    /// Lets go of the rows that wait: their table will be read again.
    pub(super) fn let_go(&mut self) {
        self.waiting.clear();
    }

    /// What the columns show.
    pub(super) fn decided(&self) -> ColumnDecisions {
        self.dates.decide()
    }

    /// The orders of day and month that the columns of dates and of ends decide.
    pub(super) fn orders(&self) -> RowOrders {
        let decided = self.dates.decide();
        [Role::Date, Role::End].map(|role| match decided.of(role).answer(OpenQuestion::Order) {
            Some(OpenAnswer::Order(order)) => Some(order),
            _ => None,
        })
    }

    /// Takes what the columns show from an earlier reading of the same table: no date waits then.
    pub(super) fn know(&mut self, decided: ColumnDecisions) {
        self.dates.know(decided);
    }

    /// The fault of a table with more different times and groups than are counted.
    pub(super) fn too_many_cells(&mut self) -> Fault {
        let message = "up to this row the table has too many different times in too many categories \
                       or lanes to be counted; give it fewer categories, or shorten it";
        self.rows.limit_fault(message.into())
    }

    /// The fault of a table that cannot be read again, though too many dates wait.
    pub(super) fn too_many_waiting(&mut self) -> Fault {
        let message = Message::new(
            "up to this row too many dates can be read in several ways until the whole column is \
             known; give the table as a file, not through a pipe, or set ",
        );
        self.rows.limit_fault(message.setting("date-order"))
    }

    /// The fault of a table without events.
    pub(super) fn no_events(&self) -> Fault {
        self.rows.no_events("the table has no rows with text; add a row for each event")
    }
}

impl Iterator for EventRows<'_> {
    type Item = std::result::Result<Event, Vec<Fault>>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_odd(None)
    }
}

impl EventRows<'_> {
    /// The next event, or what is wrong with the next row. Rows that the scanner counts are passed
    /// over.
    pub(super) fn next_odd(
        &mut self,
        mut scanner: Option<&mut PlainScanner>,
    ) -> Option<std::result::Result<Event, Vec<Fault>>> {
        if let Some(event) = self.further.pop() {
            self.count += 1;
            return Some(Ok(event));
        }
        loop {
            if let Some(Err(faults)) = scanner.as_mut().map(|scanner| self.skim(scanner)) {
                return Some(Err(faults));
            }
            let Some(row) = self.rows.advance() else {
                if !std::mem::replace(&mut self.is_over, true) {
                    self.rows.finish();
                }
                return None;
            };
            if let Err(faults) = row {
                return Some(Err(faults));
            }
            self.dates.begin_row();
            match event(&self.rows.texts(), &mut self.dates) {
                RowMeaning::Event(event) => return Some(Ok(self.given(event))),
                RowMeaning::None(why) => {
                    self.rows.leave_out(why);
                    // A table without end may be one without events.
                    if let Some(fault) = self.rows.beyond(self.limits) {
                        return Some(Err(vec![fault]));
                    }
                }
                RowMeaning::Faults(problems) => return Some(Err(self.rows.faults(problems))),
            }
        }
    }
}
