//! The events of a table as an iterator, row by row, each fault with its place in the file.

use super::ReadOptions;
use super::columns::{Columns, EVENT, Role, check};
use super::complaint::{Complaint, Spot};
use super::dates::DateCell;
use super::decode::Decoder;
use super::dialect::{declared, detect, found};
use super::held::Held;
use super::records::{Next, Records};
use super::{Limits, no_events, values};
use crate::date::DateOptions;
use crate::error::{Error, Fault, Message, Note, Result};
use crate::event::Event;
use std::io::{self, Read};

/// The byte order mark in UTF-8.
const MARK: &[u8] = "\u{FEFF}".as_bytes();

/// The events of a table in the order of the file: for each row that is not blank its event, or
/// everything that is wrong with it.
///
/// Memory does not grow with the table. Faults that make the rest unreadable (bytes that are not
/// UTF-8, a quote that is never closed, an error of the reader) are the last item.
pub struct Rows<R: Read> {
    records: Records<R>,
    columns: Columns,
    name: String,
    dates: DateOptions,
    notes: Vec<Note>,
    failure: Option<Error>,
    /// Rows given so far.
    told: u64,
}

impl<R: Read> Rows<R> {
    /// Reads the head of a table: encoding, delimiter, columns.
    ///
    /// # Errors
    ///
    /// [`Error::Data`] if this is no table, or its header row is at fault; [`Error::Options`] if
    /// two headers are given for one role; [`Error::System`] if the reader fails.
    pub fn new(reader: R, options: &ReadOptions) -> Result<Self> {
        Self::needing(reader, options, &EVENT)
    }

    /// Reads the head of a table that needs some roles.
    pub(super) fn needing(reader: R, options: &ReadOptions, needed: &[Role]) -> Result<Self> {
        check(options)?;
        let (mut records, found) = open(reader, options)?;
        let columns = header(&mut records, options)?;
        let complaints = columns.complaints(options, needed);
        if !complaints.is_empty() {
            return Err(Error::Data(faults(&mut records, &columns, &options.name, complaints)));
        }
        let notes = found.into_iter().chain(columns.ignored(&options.name)).collect();
        let (name, dates) = (options.name.clone(), options.dates.clone());
        Ok(Self { records, columns, name, dates, notes, failure: None, told: 0 })
    }

    /// What the maker of the figure should know of the table.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Why reading broke off, if the reader failed; the last item of the iterator says so too.
    pub fn failure(&self) -> Option<&Error> {
        self.failure.as_ref()
    }

    /// The fault of a table that goes beyond its limits with the row just read.
    pub(super) fn beyond(&mut self, limits: Limits) -> Option<Fault> {
        let message = if self.told > limits.events {
            format!(
                "the table has more events than {0}; shorten it, or pass --max-events with \
                 more than {0}",
                limits.events
            )
        } else if self.records.bytes() > limits.bytes {
            format!(
                "the table has more bytes than {0}; shorten it, or pass --max-bytes with \
                 more than {0}",
                limits.bytes
            )
        } else {
            return None;
        };
        self.faults(vec![Complaint::new(Spot::Row, message)]).pop()
    }

    fn faults(&mut self, complaints: Vec<Complaint>) -> Vec<Fault> {
        faults(&mut self.records, &self.columns, &self.name, complaints)
    }

    /// The only fault of a reader that failed.
    fn fail(&mut self, error: &io::Error) -> Vec<Fault> {
        self.failure = Some(unreadable(&self.name, error));
        vec![Fault::of_file(&self.name, format!("the table cannot be read: {error}"))]
    }
}

impl<R: Read> Rows<R> {
    /// What `read` makes of the next row, or everything that is wrong with that.
    pub(super) fn next_as<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> std::result::Result<T, Vec<Complaint>>,
    ) -> Option<std::result::Result<T, Vec<Fault>>> {
        self.told += 1;
        match self.records.next() {
            Ok(Next::End) => None,
            Ok(Next::Row) => Some(read(self).map_err(|complaints| self.faults(complaints))),
            Ok(Next::Broken(complaints)) => Some(Err(self.faults(complaints))),
            Err(error) => Some(Err(self.fail(&error))),
        }
    }

    /// The date cells of the row at hand that are not empty, and the first in any case.
    pub(super) fn date_cells(&mut self) -> std::result::Result<Vec<DateCell>, Vec<Complaint>> {
        values::fitting(self.records.row(), &self.columns)?;
        let found = values::dates(self.records.row(), &self.columns, &self.dates);
        let cells = found.into_iter().map(|(cell, written, date)| {
            let (line, column) = self.records.place(&Complaint::new(Spot::Char(cell, 0), ""));
            DateCell { line, column, header: self.columns.header(cell).into(), written, date }
        });
        Ok(cells.collect())
    }
}

impl<R: Read> Iterator for Rows<R> {
    type Item = std::result::Result<Event, Vec<Fault>>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_as(|rows| values::event(rows.records.row(), &rows.columns, &rows.dates))
    }
}

/// Finds out encoding and delimiter, and what to tell of that.
fn open<R: Read>(reader: R, options: &ReadOptions) -> Result<(Records<R>, Option<Note>)> {
    let system = |error| unreadable(&options.name, &error);
    let decoder = Decoder::new(reader, options.encoding).map_err(system)?;
    if let Some(message) = decoder.container() {
        return Err(Error::Data(vec![Fault::of_file(&options.name, message)]));
    }
    let mut held = Held::new(decoder);
    strip_marks(&mut held).map_err(system)?;
    let declared = declared(held.head().map_err(system)?);
    if let Some((delimiter, line)) = declared {
        held.skip(line);
        return Ok((Records::new(held, delimiter), None));
    }
    let delimiter = detect(held.head().map_err(system)?, options);
    Ok((Records::new(held, delimiter), found(delimiter, &options.name)))
}

/// Leaves out byte order marks; files joined by careless programs begin with several.
fn strip_marks<R: Read>(held: &mut Held<R>) -> io::Result<()> {
    while held.head()?.starts_with(MARK) {
        held.strip(MARK.len());
    }
    Ok(())
}

/// Reads the header row, the first that is not blank.
fn header<R: Read>(records: &mut Records<R>, options: &ReadOptions) -> Result<Columns> {
    match records.next() {
        Ok(Next::Row) => Ok(Columns::new(records.row(), options)),
        Ok(Next::Broken(complaints)) => {
            let columns = Columns::new(&csv::ByteRecord::new(), options);
            Err(Error::Data(faults(records, &columns, &options.name, complaints)))
        }
        Ok(Next::End) => {
            let why = "the table is empty; it needs a header row with date and title, and a row for each event";
            Err(Error::Data(vec![no_events(options, why)]))
        }
        Err(error) => Err(unreadable(&options.name, &error)),
    }
}

fn unreadable(name: &str, error: &io::Error) -> Error {
    Error::system(error.kind(), format!("{name}: the table cannot be read: {error}"))
}

/// Complaints about the row at hand as faults of the file, in its order; the first of a table with
/// what stands there.
fn faults<R: Read>(
    records: &mut Records<R>,
    columns: &Columns,
    name: &str,
    complaints: Vec<Complaint>,
) -> Vec<Fault> {
    let mut faults: Vec<Fault> = complaints
        .into_iter()
        .map(|complaint| {
            let (line, column) = records.place(&complaint);
            let label = complaint.column.map(|cell| format!("{}: ", columns.label(cell)));
            let message = Message::new(label.unwrap_or_default()).and(complaint.message.clone());
            let excerpt = records.next_excerpt(&complaint);
            Fault {
                kind: complaint.kind,
                excerpt,
                ..Fault::of_file(name, message).at(line, column)
            }
        })
        .collect();
    faults.sort_by_key(|fault| (fault.line, fault.column));
    faults
}
