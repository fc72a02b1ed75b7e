//! A table of dated events, read: bytes in; events, faults with their place, and notes out.
//!
//! The flow is `open` (encoding and format), a `Source` of rows (`csv`, `json`,
//! `workbook` or `documents`), `frame` (where the
//! table begins, and which way it lies), `assignment` (which column has which role, by the `words`
//! of headers and by `column_facts`), `role_texts` (what a row says by role, cleaned and put
//! together), `to_event` (those texts to an event), `events` (the iterator over it all), `summed` (what is not
//! held, but summed up) and `plain` (the fast way through plain rows of CSV). A format of text is
//! added as a file in `documents` and an entry of its list, one of bytes as an implementation of `Source` and
//! a line in `open`: rows are read by role and place, whatever the format. This module knows nothing of
//! charts, opens no file and prints nothing.

mod assignment;
mod bounds;
mod cell_changes;
mod cell_kinds;
mod cell_words;
mod column_facts;
mod columns;
mod count_units;
mod counted;
mod counting;
mod csv;
mod date_columns;
mod date_parts;
mod date_report;
#[cfg(any(feature = "json", feature = "documents"))]
mod document;
#[cfg(feature = "documents")]
mod documents;
mod duration;
mod encoding;
mod events;
mod excerpt;
mod faults;
mod frame;
mod given;
mod given_year;
mod header_name;
mod header_rows;
mod header_unit;
#[cfg(feature = "json")]
mod json;
mod left_out;
mod legacy;
mod location;
mod markdown_marks;
mod markup;
mod milestones;
mod open;
mod open_rows;
mod options;
mod plain;
mod problem;
mod reshaped;
mod role_texts;
mod roles;
mod rows;
mod source;
mod summed;
mod text_columns;
mod time_claims;
mod time_columns;
mod time_header;
mod title_words;
mod to_event;
mod window;
mod words;
#[cfg(feature = "workbooks")]
mod workbook;
mod yearless;

pub use date_report::{DateCell, dates};
pub use events::EventRows;
pub use options::{ReadOptions, TableLimits};
pub use roles::Role;
pub use summed::{TableInput, read_for};

use columns::Columns;
use given::GivenSource;
use rows::TableRows;

/// The words that a cell of a role can be; none where it can be any text.
pub fn words_of(role: Role) -> Vec<&'static str> {
    match role {
        Role::Kind => cell_words::KINDS.iter().map(|(word, _)| *word).collect(),
        Role::Importance => cell_words::IMPORTANCES.iter().map(|(word, _)| *word).collect(),
        _ => Vec::new(),
    }
}

use crate::error::{Error, Note, Result};
use crate::event::Event;
use std::io::Read;

/// A whole table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its events, in the order of the file.
    pub events: Vec<Event>,
    /// Its title, where that stands in a line of its own above the header.
    pub title: Option<String>,
    /// What its maker should know, though it stops nothing.
    pub notes: Vec<Note>,
}

/// Reads a whole table.
///
/// # Errors
///
/// [`Error::Data`] with every fault of every row, or because there is no event at all;
/// [`Error::Options`] if two headers are given for one role; [`Error::System`] if the reader
/// fails.
///
/// ```
/// use annals::read::{ReadOptions, read};
/// let table = read("date,title\n1912-04-15,Titanic sinks\n".as_bytes(), &ReadOptions::default())?;
/// assert_eq!(table.events[0].name, "Titanic sinks");
/// # Ok::<(), annals::error::Error>(())
/// ```
pub fn read(reader: impl Read, options: &ReadOptions) -> Result<Table> {
    whole(EventRows::new(reader, options)?, options)
}

/// Reads a table whose cells are at hand as texts, as from a database: a header for each column, and
/// the rows below.
///
/// # Errors
///
/// As [`read`]. Faults have the number of their row, the first below the headers being 1, as line
/// and that of their column as column.
///
/// ```
/// use annals::read::{ReadOptions, read_rows};
/// let headers = ["date", "title"].map(String::from).to_vec();
/// let rows = vec![["1912-04-15", "Titanic sinks"].map(String::from).to_vec()];
/// let table = read_rows(headers, rows, &ReadOptions::default())?;
/// assert_eq!(table.events[0].name, "Titanic sinks");
/// # Ok::<(), annals::error::Error>(())
/// ```
pub fn read_rows(
    headers: Vec<String>,
    rows: Vec<Vec<String>>,
    options: &ReadOptions,
) -> Result<Table> {
    let source = GivenSource::new(headers, rows, options.limits);
    whole(EventRows::of(TableRows::of(source, options)?, options), options)
}

/// The roles of columns with these headers, and with these cells in the first rows.
pub fn roles(
    headers: Vec<String>,
    rows: &[Vec<String>],
    options: &ReadOptions,
) -> Vec<(Role, usize)> {
    let columns = Columns::new(headers, rows, options);
    let role = |role| Some((role, columns.of_role(role)?));
    Role::ALL.into_iter().filter_map(role).collect()
}

/// All events of some rows.
fn whole(mut rows: EventRows<'_>, options: &ReadOptions) -> Result<Table> {
    let (mut events, mut faults) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next() {
        if let Some(fault) = rows.beyond(options.limits) {
            faults.push(fault);
            break;
        }
        match row {
            Ok(event) => events.push(event),
            Err(more) => faults.extend(more),
        }
    }
    if let Some(error) = rows.failure() {
        return Err(error.clone());
    }
    if events.is_empty() && faults.is_empty() {
        faults.push(rows.no_events());
    }
    let (unsettled, taken) = rows.settle(&mut events);
    faults.extend(unsettled);
    // What belongs to one row may lie apart in its file.
    faults.sort_by_key(|fault| (fault.line, fault.column));
    if faults.is_empty() {
        let notes = rows.notes().iter().cloned().chain(taken).collect();
        return Ok(Table { events, title: rows.title().map(str::to_owned), notes });
    }
    Err(Error::Data(faults))
}
