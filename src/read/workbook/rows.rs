//! The rows of a sheet as those of a table.

use super::cells::{CellFault, SheetCell, SheetCells};
use crate::error::{Code, Excerpt, quoted};
use crate::read::TableLimits;
use crate::read::excerpt::excerpt;
use crate::read::problem::{ProblemPlace, RowProblem};
use crate::read::source::{CELL_BYTES, Sample, Source, Step, long_cell};
use std::io;

/// A sheet, one of its rows at hand.
pub(in crate::read) struct WorkbookSource {
    title: String,
    sheet: SheetCells,
    /// The row at hand, once there is one.
    at: Option<usize>,
    limits: TableLimits,
    /// The columns that will be used.
    used: Vec<usize>,
    bytes: u64,
    is_over: bool,
}

impl WorkbookSource {
    pub(super) fn new(title: String, sheet: SheetCells, limits: TableLimits) -> Self {
        Self { title, sheet, at: None, limits, used: Vec::new(), bytes: 0, is_over: false }
    }

    fn row(&self) -> &[SheetCell] {
        self.at.map_or(&[], |at| self.sheet.row(at))
    }

    fn cell(&self, column: usize) -> Option<&SheetCell> {
        let row = self.row();
        row.binary_search_by_key(&column, |cell| cell.column as usize).ok().map(|at| &row[at])
    }

    /// What is wrong with a cell.
    fn unfit(&self, column: usize) -> Option<RowProblem> {
        let cell = self.cell(column)?;
        let text = self.sheet.text(cell);
        let message = match cell.fault {
            None => return (text.len() > CELL_BYTES).then(|| long_cell(column)),
            Some(CellFault::NotCalculated) => "the formula has no stored value; open the workbook \
                                               in a spreadsheet program and save it there"
                .to_owned(),
            Some(CellFault::Error) => format!(
                "{} is an error of the spreadsheet; correct the formula, or clear the cell",
                quoted(text)
            ),
        };
        let place = ProblemPlace::column(column);
        Some(RowProblem::new(Code::SpreadsheetError, place, message).of(column).of_value(text))
    }

    /// The row at hand in one line, its cells divided, and where each begins.
    fn line(&self) -> (String, Vec<usize>) {
        let (mut line, mut starts) = (String::new(), Vec::new());
        for cell in self.row() {
            if !line.is_empty() {
                line.push_str(" | ");
            }
            starts.push(line.len());
            line.push_str(&self.sheet.text(cell).replace(['\n', '\r'], " "));
        }
        (line, starts)
    }
}

/// The texts of the first rows of a sheet.
pub(super) fn sample(sheet: &SheetCells, most: usize) -> Sample {
    let row = |at: usize| {
        let cells = sheet.row(at);
        let width = cells.last().map_or(0, |last| last.column as usize + 1);
        let mut texts = vec![String::new(); width];
        for cell in cells {
            texts[cell.column as usize] = sheet.text(cell).to_owned();
        }
        texts
    };
    let is_whole = sheet.len() <= most && !sheet.is_cut;
    Sample {
        rows: (0..sheet.len().min(most)).map(row).collect(),
        is_whole,
        has_keys: false,
        is_declared: false,
    }
}

impl Source for WorkbookSource {
    fn advance(&mut self) -> io::Result<Step> {
        let next = self.at.map_or(0, |at| at + 1);
        if next >= self.sheet.len() {
            let is_cut = self.sheet.is_cut && !std::mem::replace(&mut self.is_over, true);
            let message = self.limits.too_many_bytes();
            let cut = RowProblem::new(Code::TooManyBytes, ProblemPlace::Row, message);
            return Ok(if is_cut { Step::Broken(vec![cut]) } else { Step::End });
        }
        self.at = Some(next);
        let lengths = self.row().iter().map(|cell| self.sheet.text(cell).len() as u64 + 1);
        self.bytes += lengths.sum::<u64>();
        let problems: Vec<RowProblem> =
            self.used.iter().filter_map(|&column| self.unfit(column)).collect();
        Ok(if problems.is_empty() { Step::Row } else { Step::Broken(problems) })
    }

    fn width(&self) -> usize {
        self.row().last().map_or(0, |last| last.column as usize + 1)
    }

    fn text(&self, column: usize) -> &str {
        self.cell(column).map_or("", |cell| self.sheet.text(cell))
    }

    fn select(&mut self, columns: Vec<usize>, _: usize) {
        self.used = columns;
    }

    fn sample(&mut self, most: usize) -> io::Result<Sample> {
        Ok(sample(&self.sheet, most))
    }

    fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The row and the column of the sheet: those of a cell, wherever in its text the place is.
    fn position(&mut self, place: ProblemPlace) -> (u64, u64) {
        let row = self.row().first().map_or(0, |cell| u64::from(cell.row) + 1);
        match place {
            ProblemPlace::Char { column, .. } => (row, column as u64 + 1),
            ProblemPlace::Row | ProblemPlace::Byte(_) => (row, 0),
        }
    }

    fn excerpt(&self, problem: &RowProblem) -> Option<Excerpt> {
        let (line, starts) = self.line();
        let ProblemPlace::Char { column, offset } = problem.place else {
            return excerpt(line.as_bytes(), 0, 0..line.len());
        };
        let found = self.row().binary_search_by_key(&column, |cell| cell.column as usize);
        let text = self.text(column);
        let start = *starts.get(found.ok()?)?;
        let at = text.char_indices().nth(offset).map_or(text.len(), |(at, _)| at);
        excerpt(line.as_bytes(), start + at, start..start + text.len())
    }

    fn sheet(&self) -> Option<&str> {
        Some(&self.title)
    }
}
