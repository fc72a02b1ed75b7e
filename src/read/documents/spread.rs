//! Rows of cells that may go over several rows and columns, as in HTML and MediaWiki.
//!
//! A cell that goes down stands in each of its rows; one that goes to the right has blank cells beside it.

use super::held::{HeldCell, HeldRow};
use crate::error::{Code, Message};
use crate::read::columns::MOST_COLUMNS;

/// Cells, and bytes of them, that a table may have besides those that are written.
const MOST_FURTHER: [usize; 2] = [1 << 20, 1 << 24];

/// A table that is built of such cells.
#[derive(Debug, Default)]
pub(super) struct SpreadRows {
    rows: Vec<HeldRow>,
    /// The cells of the row at hand.
    row: Vec<HeldCell>,
    /// By column the cell of a row above that goes on, and for how many rows.
    above: Vec<Option<(HeldCell, usize)>>,
    /// Cells that are not written, and their bytes.
    further: [usize; 2],
}

impl SpreadRows {
    /// Adds a cell that goes over so many rows and columns.
    pub(super) fn add(&mut self, cell: HeldCell, [rows, columns]: [usize; 2]) {
        self.take_above();
        let blank = HeldCell { text: String::new(), span: cell.span.clone() };
        let mut next = Some(cell);
        for _ in 0..columns.clamp(1, MOST_COLUMNS) {
            let (is_first, cell) = (next.is_some(), next.take().unwrap_or_else(|| blank.clone()));
            if self.row.len() > MOST_COLUMNS || !is_first && !self.count(&cell) {
                return;
            }
            let column = self.row.len();
            self.above.resize(self.above.len().max(column + 1), None);
            self.above[column] = (rows > 1).then(|| (cell.clone(), rows - 1));
            self.row.push(cell);
        }
    }

    /// Ends the row at hand.
    pub(super) fn end_row(&mut self) {
        if self.row.is_empty() {
            return;
        }
        self.take_above();
        self.rows.push(HeldRow::Cells(std::mem::take(&mut self.row)));
    }

    /// All rows.
    pub(super) fn finish(mut self) -> Vec<HeldRow> {
        self.end_row();
        self.rows
    }

    /// Takes the cells of rows above that go on at the place of the next cell.
    fn take_above(&mut self) {
        while let Some(Some((cell, further))) = self.above.get_mut(self.row.len()) {
            let cell = cell.clone();
            *further -= 1;
            if *further == 0 {
                self.above[self.row.len()] = None;
            }
            if !self.count(&cell) {
                return;
            }
            self.row.push(cell);
        }
    }

    /// Counts a cell that is not written; not beyond the limit, which is a fault of its row.
    fn count(&mut self, cell: &HeldCell) -> bool {
        let was_full = self.is_full();
        self.further = [self.further[0] + 1, self.further[1] + cell.text.len()];
        if self.is_full() && !was_full {
            let message = "cells of the table go over too many rows and columns; give it as CSV";
            self.rows.push(HeldRow::Fault(cell.span.clone(), Code::LongRow, Message::new(message)));
        }
        !self.is_full()
    }

    fn is_full(&self) -> bool {
        self.further.iter().zip(MOST_FURTHER).any(|(further, most)| *further > most)
    }
}
