//! The events of a table as an iterator.

use super::rows::TableRows;
use super::to_event::{RowMeaning, event};
use super::{ReadOptions, TableLimits};
use crate::date::DateOptions;
use crate::error::{Error, Fault, Note, Result};
use crate::event::Event;
use std::io::Read;

/// The events of a table in the order of the file: for each row that says one its event, or
/// everything that is wrong with it.
///
/// Memory does not grow with a table in CSV; one in JSON is held as a whole, up to the limit of
/// bytes. Faults that make the rest unreadable (bytes that are not UTF-8, a quote that is never
/// closed, an error of the reader) are the last item.
pub struct EventRows<'r> {
    rows: TableRows<'r>,
    dates: DateOptions,
    limits: TableLimits,
    is_over: bool,
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
        let rows = TableRows::open(reader, options, true)?;
        let dates = options.dates.clone();
        Ok(Self { rows, dates, limits: options.limits, is_over: false })
    }

    /// What the maker of the figure should know of the table; after the last row, of all rows.
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
        loop {
            let Some(row) = self.rows.advance() else {
                if !std::mem::replace(&mut self.is_over, true) {
                    self.rows.finish();
                }
                return None;
            };
            if let Err(faults) = row {
                return Some(Err(faults));
            }
            match event(&self.rows.texts(), &self.dates) {
                RowMeaning::Event(event) => return Some(Ok(event)),
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
