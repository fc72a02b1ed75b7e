//! A table that lies on its side: its first column are the headers, and each further column is an
//! event. It is small, and held as a whole.

use crate::error::Excerpt;
use crate::read::problem::{ProblemPlace, RowProblem};
use crate::read::source::{Sample, Source, Step};
use std::io;

/// A cell with the line and the character at which it stands.
#[derive(Clone, Debug, Default)]
struct PlacedCell {
    text: String,
    position: (u64, u64),
}

/// A table on its side, one of its columns at hand as a row.
pub(in crate::read) struct TransposedSource {
    /// The rows of the file.
    rows: Vec<Vec<PlacedCell>>,
    /// The column at hand, once there is one.
    at: Option<usize>,
    /// Problems that the rows of the file have.
    problems: Vec<RowProblem>,
    bytes: u64,
    /// The sheet that it is, if it is one.
    sheet: Option<String>,
}

impl TransposedSource {
    /// A table without rows.
    pub(in crate::read) fn empty() -> Self {
        Self { rows: Vec::new(), at: None, problems: Vec::new(), bytes: 0, sheet: None }
    }

    /// Reads all rows of a source but the first `above`.
    pub(in crate::read) fn read(mut inner: Box<dyn Source + '_>, above: usize) -> io::Result<Self> {
        let (mut rows, mut problems, mut passed) = (Vec::new(), Vec::new(), 0);
        loop {
            match inner.advance()? {
                Step::End => break,
                Step::Broken(more) => problems.extend(more),
                Step::Row if passed < above => passed += 1,
                Step::Row => {
                    let cells = (0..inner.width()).map(|column| PlacedCell {
                        text: inner.text(column).to_owned(),
                        position: inner.position(ProblemPlace::column(column)),
                    });
                    rows.push(cells.collect());
                }
            }
        }
        let (bytes, sheet) = (inner.bytes(), inner.sheet().map(str::to_owned));
        Ok(Self { rows, at: None, problems, bytes, sheet })
    }

    fn cell(&self, column: usize) -> Option<&PlacedCell> {
        self.rows.get(column)?.get(self.at?)
    }

    fn is_blank(&self) -> bool {
        (0..self.rows.len()).all(|column| self.text(column).is_empty())
    }
}

impl Source for TransposedSource {
    fn advance(&mut self) -> io::Result<Step> {
        if !self.problems.is_empty() {
            return Ok(Step::Broken(std::mem::take(&mut self.problems)));
        }
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        loop {
            let next = self.at.map_or(0, |at| at + 1);
            if next >= width {
                return Ok(Step::End);
            }
            self.at = Some(next);
            if next == 0 || !self.is_blank() {
                return Ok(Step::Row);
            }
        }
    }

    fn width(&self) -> usize {
        self.rows.len()
    }

    fn text(&self, column: usize) -> &str {
        self.cell(column).map_or("", |cell| cell.text.as_str())
    }

    fn select(&mut self, _: Vec<usize>, _: usize) {}

    fn sample(&mut self, most: usize) -> io::Result<Sample> {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let text = |row: &Vec<PlacedCell>, at: usize| {
            row.get(at).map_or(String::new(), |cell| cell.text.clone())
        };
        let row = |at: usize| self.rows.iter().map(|row| text(row, at)).collect();
        let rows = (0..width.min(most)).map(row).collect();
        Ok(Sample { rows, is_whole: width <= most, has_keys: true, is_declared: false })
    }

    fn bytes(&self) -> u64 {
        self.bytes
    }

    fn position(&mut self, place: ProblemPlace) -> (u64, u64) {
        let placed = match place {
            ProblemPlace::Char { column, offset } => {
                // In a sheet a column is one of cells, not of characters.
                let offset = if self.sheet.is_some() { 0 } else { offset as u64 };
                self.cell(column).map(|cell| (cell.position.0, cell.position.1 + offset))
            }
            ProblemPlace::Row | ProblemPlace::Byte(_) => None,
        };
        let first = || self.cell(0).map(|cell| cell.position);
        placed.or_else(first).unwrap_or_default()
    }

    /// The rows are let go when they are read, so there is no text around a cell.
    fn excerpt(&self, _: &RowProblem) -> Option<Excerpt> {
        None
    }

    fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }
}
