//! The events of a table as an iterator.

use super::roles::EVENT;
use super::rows::TableRows;
use super::to_event::event;
use super::{ReadOptions, TableLimits};
use crate::date::DateOptions;
use crate::error::{Error, Fault, Note, Result};
use crate::event::Event;
use std::io::Read;

/// The events of a table in the order of the file: for each row that is not blank its event, or
/// everything that is wrong with it.
///
/// Memory does not grow with a table in CSV; one in JSON is held as a whole, up to the limit of
/// bytes. Faults that make the rest unreadable (bytes that are not UTF-8, a quote that is never
/// closed, an error of the reader) are the last item.
pub struct EventRows<'r> {
    rows: TableRows<'r>,
    dates: DateOptions,
}

impl<'r> EventRows<'r> {
    /// Reads the head of a table: format, encoding, columns.
    ///
    /// # Errors
    ///
    /// [`Error::Data`] if this is no table, or its header row is at fault; [`Error::Options`] if
    /// two headers are given for one role; [`Error::System`] if the reader fails.
    pub fn new(reader: impl Read + 'r, options: &ReadOptions) -> Result<Self> {
        let rows = TableRows::open(reader, options, &EVENT)?;
        Ok(Self { rows, dates: options.dates.clone() })
    }

    /// What the maker of the figure should know of the table.
    pub fn notes(&self) -> &[Note] {
        self.rows.notes()
    }

    /// Why reading broke off, if the reader failed; the last item of the iterator says so too.
    pub fn failure(&self) -> Option<&Error> {
        self.rows.failure()
    }

    /// The fault of a table that goes beyond its limits with the row just read.
    pub(super) fn beyond(&mut self, limits: TableLimits) -> Option<Fault> {
        self.rows.beyond(limits)
    }

    /// The fault of a table without events.
    pub(super) fn no_events(&self) -> Fault {
        self.rows.no_events("the table has no rows with text; add a row for each event")
    }
}

impl Iterator for EventRows<'_> {
    type Item = std::result::Result<Event, Vec<Fault>>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Err(faults) = self.rows.advance()? {
            return Some(Err(faults));
        }
        let event = event(&self.rows.texts(), &self.dates);
        Some(event.map_err(|problems| self.rows.faults(problems)))
    }
}
