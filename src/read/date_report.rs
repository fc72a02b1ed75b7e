//! The date cells of a table alone, so that a column of them can be checked.

use super::ReadOptions;
use super::date_columns::{ColumnDecisions, DateColumns, moved};
use super::role_texts::WrittenDate;
use super::roles::Role;
use super::rows::TableRows;
use super::to_event::{date, end_of_duration, is_total};
use crate::date::{Bound, Date, DateError, DateOptions};
use crate::error::{Error, Message, Result};
use std::io::Read;

/// A date cell, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateCell {
    /// Its row among those that are not blank, the first below the header being 1.
    pub row: u64,
    /// The sheet of a workbook, whose rows are then the lines and whose columns the columns; empty
    /// for other files.
    pub sheet: String,
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
    /// Its dates one by one, if it has several.
    pub stints: Vec<Date>,
    /// What was taken where the cell alone has several readings, and by what evidence.
    pub notes: Vec<Message>,
}

/// Hands every date cell of a table to `each`, in the order of the file: dates and ends, of which
/// the empty ones are left out. Columns other than that of the dates are not needed. All cells are
/// held until the last is read, as a column can decide what a cell leaves open.
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
    let mut columns = DateColumns::new(&options.dates);
    columns.hint(&rows.languages());
    columns.hint_months(rows.name_months());
    let (mut faults, mut is_empty, mut cells) = (Vec::new(), true, Vec::new());
    while let Some(row) = rows.advance() {
        is_empty = false;
        match row {
            Ok(()) => cells.extend(date_cells(&mut rows, &mut columns)),
            Err(more) => faults.extend(more),
        }
    }
    if let Some(error) = rows.failure() {
        return Err(error.clone());
    }
    let decisions = columns.decide();
    let mut start: Option<[Date; 2]> = None;
    for cell in cells {
        let (role, alone) = (cell.role, cell.cell.date.clone());
        let cell = cell.decided(&decisions, &options.dates, start.as_ref());
        if role == Role::Date {
            let alone = alone.and_then(std::result::Result::ok);
            let decided = cell.date.clone().and_then(std::result::Result::ok);
            start = alone.zip(decided).map(|(alone, decided)| [alone, decided]);
        }
        each(cell)?;
    }
    if is_empty {
        let why = "the table has no rows with text; add a row for each date";
        faults.push(rows.no_events(why));
    }
    faults.sort_by_key(|fault| (fault.line, fault.column));
    if faults.is_empty() { Ok(()) } else { Err(Error::Data(faults)) }
}

/// A cell that was read alone.
struct CellAlone {
    role: Role,
    cell: DateCell,
    is_waiting: bool,
}

impl CellAlone {
    /// The cell as its column decides. `start` is that of its row, alone and decided.
    fn decided(
        self,
        decisions: &ColumnDecisions,
        options: &DateOptions,
        start: Option<&[Date; 2]>,
    ) -> DateCell {
        let (cell, decided) = (self.cell, decisions.of(self.role));
        let date = match cell.date {
            Some(_) if self.is_waiting => Some(decisions.read(self.role, &cell.written)),
            date => date.map(|date| date.map(|date| decided.as_told(date))),
        };
        let date = date.map(|date| date.map(|date| with_start(self.role, date, start)));
        let notes = match date {
            Some(Ok(_)) if self.role != Role::Duration => decided.of_cell(&cell.written, options),
            _ => Vec::new(),
        };
        DateCell { date, notes, ..cell }
    }
}

/// An end as its start has it: what goes on has not ended before it began, and a duration moves with
/// its start.
fn with_start(role: Role, date: Date, start: Option<&[Date; 2]>) -> Date {
    match (role, start, date.lo, date.hi) {
        (Role::End, Some([_, start]), Bound::Unknown, Bound::Open) => Date { lo: start.lo, ..date },
        (Role::Duration, Some([alone, decided]), ..) => moved(date, alone, decided),
        _ => date,
    }
}

/// The date cells of the row at hand, and an end that is not empty.
fn date_cells(rows: &mut TableRows<'_>, columns: &mut DateColumns) -> Vec<CellAlone> {
    let [start, end] = [Role::Date, Role::End].map(|role| date_cell(rows, role, columns));
    let begun = start.as_ref().and_then(|start| start.cell.date.as_ref()?.as_ref().ok());
    let end = match (end, begun) {
        (None, Some(start)) => duration_cell(rows, start, columns.options()),
        (end, _) => end,
    };
    let ends = end.as_ref().map(|end| (end.role, end.is_waiting, &end.cell.date));
    if let (Some(start), Some((Role::End, false, Some(Ok(date))))) = (begun, ends) {
        columns.counted_night(start, date.clone());
    }
    start.into_iter().chain(end).collect()
}

/// The cell of a duration with the end that it gives to a start.
fn duration_cell(rows: &mut TableRows<'_>, start: &Date, dates: &DateOptions) -> Option<CellAlone> {
    let texts = rows.texts();
    let column = texts.column(Role::Duration)?;
    let written = texts.written(Role::Duration).to_owned();
    let date = Some(Ok(end_of_duration(&texts, start, dates)?));
    let cell = placed(rows, column, written, date);
    Some(CellAlone { role: Role::Duration, cell, is_waiting: false })
}

/// A cell with its place.
fn placed(
    rows: &mut TableRows<'_>,
    column: usize,
    written: String,
    date: Option<std::result::Result<Date, DateError>>,
) -> DateCell {
    let (line, character) = rows.position(column);
    let header = rows.header(column).to_owned();
    let (stints, notes) = (Vec::new(), Vec::new());
    let (row, sheet) = (rows.row(), rows.sheet().unwrap_or_default().to_owned());
    DateCell { sheet, row, line, column: character, header, written, date, stints, notes }
}

fn date_cell(rows: &mut TableRows<'_>, role: Role, columns: &mut DateColumns) -> Option<CellAlone> {
    let texts = rows.texts();
    let column = texts.column(role)?;
    columns.begin_row();
    let (written, date) = match texts.date(role) {
        WrittenDate::Missing if role == Role::End => return None,
        WrittenDate::Text(text) if !is_total(&text) => {
            let is_count = texts.columns.draws_counts();
            let said = match () {
                () if texts.is_dayless() => texts.written(Role::Time),
                () if is_count => texts.written(role),
                () => &*text,
            };
            (said.to_owned(), date(&texts, role, columns))
        }
        WrittenDate::Unknown if role == Role::End => {
            (texts.written(role).to_owned(), date(&texts, role, columns))
        }
        _ => (texts.written(role).to_owned(), None),
    };
    let is_waiting = columns.is_waiting();
    let stints = match &date {
        Some(date) if role == Role::Date => columns.stints(&written, date).unwrap_or_default(),
        _ => Vec::new(),
    };
    let date = if stints.is_empty() { date } else { Some(Ok(Date::all_of(stints.clone()))) };
    let cell = DateCell { stints, ..placed(rows, column, written, date) };
    Some(CellAlone { role, cell, is_waiting })
}
