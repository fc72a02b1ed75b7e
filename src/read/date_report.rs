//! The date cells of a table alone, so that a column of them can be checked.

use super::ReadOptions;
use super::roles::Role;
use super::rows::TableRows;
use super::to_event::date;
use crate::date::{Date, DateError, DateOptions};
use crate::error::{Error, Result};
use std::io::Read;

/// A date cell, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateCell {
    /// Physical line, the first being 1.
    pub line: u64,
    /// Character of the line at which the text begins, the first being 1.
    pub column: u64,
    /// The header of its column.
    pub header: String,
    /// Its text without blanks around it.
    pub written: String,
    /// The date, or why there is none.
    pub date: std::result::Result<Date, DateError>,
}

/// Hands every date cell of a table to `each`, in the order of the file: dates and ends, of which
/// the empty ones are left out. Columns other than that of the dates are not needed.
///
/// # Errors
///
/// [`Error::Data`] with the rows that cannot be used for another reason than their dates, or
/// because there is no row at all; [`Error::Options`] and [`Error::System`] as [`super::read()`]
/// has them, and whatever `each` returns.
pub fn dates(
    reader: impl Read,
    options: &ReadOptions,
    mut each: impl FnMut(DateCell) -> Result<()>,
) -> Result<()> {
    let mut rows = TableRows::open(reader, options, &[Role::Date])?;
    let (mut faults, mut is_empty) = (Vec::new(), true);
    while let Some(row) = rows.advance() {
        is_empty = false;
        match row {
            Ok(()) => date_cells(&mut rows, &options.dates).into_iter().try_for_each(&mut each)?,
            Err(more) => faults.extend(more),
        }
    }
    if let Some(error) = rows.failure() {
        return Err(error.clone());
    }
    if is_empty {
        let why = "the table has no rows with text; add a row for each date";
        faults.push(rows.no_events(why));
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Data(faults)) }
}

/// The date cells of the row at hand that are not empty, and the first in any case.
fn date_cells(rows: &mut TableRows<'_>, dates: &DateOptions) -> Vec<DateCell> {
    let cells = [Role::Date, Role::End].map(|role| date_cell(rows, role, dates));
    cells.into_iter().flatten().collect()
}

fn date_cell(rows: &mut TableRows<'_>, role: Role, dates: &DateOptions) -> Option<DateCell> {
    let texts = rows.texts();
    let (column, written) = (texts.column(role)?, texts.get(role).to_owned());
    let date = match date(&texts, role, dates) {
        Some(date) => date,
        None if role == Role::Date => Date::parse("", dates),
        None => return None,
    };
    let (line, character) = rows.position(column);
    let header = rows.header(column).to_owned();
    Some(DateCell { line, column: character, header, written, date })
}
