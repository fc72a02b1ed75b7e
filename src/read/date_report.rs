//! The date cells of a table alone, so that a column of them can be checked.

use super::ReadOptions;
use super::role_texts::WrittenDate;
use super::roles::Role;
use super::rows::TableRows;
use super::to_event::{date, end_of_duration, is_total};
use crate::date::{Bound, Date, DateError, DateOptions};
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
    /// Its text without blanks around it, and without marks; of several columns that make one date
    /// what they say together.
    pub written: String,
    /// The date, or why it cannot be read; none if the cell says that there is none.
    pub date: Option<std::result::Result<Date, DateError>>,
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
    let mut rows = TableRows::open(reader, options, false)?;
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

/// The date cells of the row at hand, and an end that is not empty.
fn date_cells(rows: &mut TableRows<'_>, dates: &DateOptions) -> Vec<DateCell> {
    let [start, end] = [Role::Date, Role::End].map(|role| date_cell(rows, role, dates));
    let begun = start.as_ref().and_then(|cell| cell.date.as_ref()?.as_ref().ok());
    let end = match (end, begun) {
        (Some(end), Some(start)) => Some(end.not_before(start)),
        (None, Some(start)) => duration_cell(rows, start, dates),
        (end, None) => end,
    };
    start.into_iter().chain(end).collect()
}

impl DateCell {
    /// The cell of an end: what goes on has not ended before it began.
    fn not_before(self, start: &Date) -> Self {
        let date = self.date.map(|date| {
            date.map(|date| match (date.lo, date.hi) {
                (Bound::Unknown, Bound::Open) => Date { lo: start.lo, ..date },
                _ => date,
            })
        });
        Self { date, ..self }
    }
}

/// The cell of a duration with the end that it gives to a start.
fn duration_cell(rows: &mut TableRows<'_>, start: &Date, dates: &DateOptions) -> Option<DateCell> {
    let texts = rows.texts();
    let column = texts.column(Role::Duration)?;
    let written = texts.written(Role::Duration).to_owned();
    let end = end_of_duration(&texts, start, dates)?;
    let (line, character) = rows.position(column);
    let header = rows.header(column).to_owned();
    Some(DateCell { line, column: character, header, written, date: Some(Ok(end)) })
}

fn date_cell(rows: &mut TableRows<'_>, role: Role, dates: &DateOptions) -> Option<DateCell> {
    let texts = rows.texts();
    let column = texts.column(role)?;
    let (written, date) = match texts.date(role) {
        WrittenDate::Missing if role == Role::End => return None,
        WrittenDate::Text(text) if !is_total(&text) => {
            (text.into_owned(), date(&texts, role, dates))
        }
        WrittenDate::Unknown if role == Role::End => {
            (texts.written(role).to_owned(), date(&texts, role, dates))
        }
        _ => (texts.written(role).to_owned(), None),
    };
    let (line, character) = rows.position(column);
    let header = rows.header(column).to_owned();
    Some(DateCell { line, column: character, header, written, date })
}
