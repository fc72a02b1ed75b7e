//! The date cells of a table alone, so that a column of them can be checked.

use super::columns::Role;
use super::rows::Rows;
use super::{ReadOptions, no_events};
use crate::date::{Date, DateError};
use crate::error::{Error, Result};
use std::io::Read;

/// A date cell, and what it says.
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
    let mut rows = Rows::needing(reader, options, &[Role::Date])?;
    let (mut faults, mut is_empty) = (Vec::new(), true);
    while let Some(row) = rows.next_as(Rows::date_cells) {
        is_empty = false;
        match row {
            Ok(cells) => cells.into_iter().try_for_each(&mut each)?,
            Err(more) => faults.extend(more),
        }
    }
    if let Some(error) = rows.failure() {
        return Err(error.clone());
    }
    if is_empty {
        faults.push(no_events(options, "the header has no rows below it; add a row for each date"));
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Data(faults)) }
}
