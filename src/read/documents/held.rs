//! The rows of a text that is held as a whole, whatever its notation: cells with their places.

use crate::error::{Code, Excerpt, Message};
use crate::read::document::Document;
use crate::read::excerpt::excerpt;
use crate::read::location::TextPositions;
use crate::read::problem::{ProblemPlace, RowProblem};
use crate::read::source::{CELL_BYTES, Sample, Source, Step, long_cell};
use std::io;
use std::ops::Range;
use std::vec::IntoIter;

/// A text and the bytes of the file that it is written in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct HeldCell {
    /// Its text, without blanks around it.
    pub text: String,
    /// Where it is written.
    pub span: Range<usize>,
}

/// A row, or what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum HeldRow {
    /// Its cells by column.
    Cells(Vec<HeldCell>),
    /// A fault at some bytes of the file, and its code, unless its message has one of its own.
    Fault(Range<usize>, Code, Message),
}

/// A table as it is found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct HeldTable {
    /// The names of its columns.
    pub headers: Vec<HeldCell>,
    /// Its rows.
    pub rows: Vec<HeldRow>,
    /// What is to be told of it.
    pub notes: Vec<Message>,
    /// The headings that it stands under.
    pub headings: Vec<String>,
}

/// The rows of a text, one of them at hand.
pub(in crate::read) struct HeldSource {
    document: Document,
    headings: Vec<String>,
    headers: Vec<HeldCell>,
    rows: IntoIter<HeldRow>,
    is_begun: bool,
    used: Vec<usize>,
    /// The cells of the row at hand, and the bytes that it takes.
    cells: Vec<HeldCell>,
    span: Range<usize>,
    positions: TextPositions,
}

impl HeldCell {
    /// A part of a text as a cell, without the blanks around it.
    pub(super) fn trimmed(text: &str, span: Range<usize>) -> Self {
        let written = text.get(span.clone()).unwrap_or_default();
        let start = span.start + (written.len() - written.trim_start().len());
        let trimmed = written.trim();
        Self { text: trimmed.to_owned(), span: start..start + trimmed.len() }
    }

    /// A text that is made of some bytes of the file.
    pub(super) fn made(text: impl Into<String>, span: Range<usize>) -> Self {
        Self { text: text.into().trim().to_owned(), span }
    }
}

impl HeldTable {
    /// The table without the columns in which no row says anything, but the first and the title.
    pub(super) fn without_blank_columns(mut self) -> Self {
        let is_filled = |column: usize| {
            let is_kept = column == 0 || self.headers[column].text == "title";
            is_kept
                || self.rows.iter().any(|row| match row {
                    HeldRow::Cells(cells) => {
                        cells.get(column).is_some_and(|cell| !cell.text.is_empty())
                    }
                    HeldRow::Fault(..) => false,
                })
        };
        let kept: Vec<bool> = (0..self.headers.len()).map(is_filled).collect();
        let keep = |cells: &mut Vec<HeldCell>| {
            let mut kept = kept.iter();
            cells.retain(|_| kept.next().copied().unwrap_or(false));
        };
        keep(&mut self.headers);
        for row in &mut self.rows {
            if let HeldRow::Cells(cells) = row {
                keep(cells);
            }
        }
        self
    }
}

impl HeldSource {
    pub(super) fn new(document: Document, table: HeldTable) -> Self {
        Self {
            document,
            headings: table.headings,
            headers: table.headers,
            rows: table.rows.into_iter(),
            is_begun: false,
            used: Vec::new(),
            cells: Vec::new(),
            span: 0..0,
            positions: TextPositions::default(),
        }
    }

    fn take(&mut self, cells: Vec<HeldCell>) {
        let filled = || cells.iter().filter(|cell| !cell.span.is_empty()).map(|cell| &cell.span);
        let start = filled().map(|span| span.start).min().unwrap_or(0);
        self.span = start..filled().map(|span| span.end).max().unwrap_or(start);
        self.cells = cells;
    }

    /// The problem of a row that cannot be used.
    fn broken(&mut self, code: Code, span: Range<usize>, message: Message) -> Step {
        (self.cells, self.span) = (Vec::new(), span);
        Step::Broken(vec![RowProblem::new(code, ProblemPlace::Byte(0), message)])
    }

    /// The byte of the text that a place is at.
    fn offset(&self, place: ProblemPlace) -> usize {
        match place {
            ProblemPlace::Row => self.span.start,
            ProblemPlace::Byte(offset) => self.span.start + offset,
            ProblemPlace::Char { column, offset } => {
                let span = self.cell(column);
                let written = self.document.text.get(span.clone()).unwrap_or_default();
                let inside = written.char_indices().nth(offset).map_or(span.len(), |(at, _)| at);
                span.start + inside
            }
        }
    }

    /// The bytes of a cell; if the row lacks it, where the row begins.
    fn cell(&self, column: usize) -> Range<usize> {
        let span = self.cells.get(column).map(|cell| cell.span.clone());
        span.filter(|span| !span.is_empty()).unwrap_or(self.span.start..self.span.start)
    }
}

impl Source for HeldSource {
    fn headings(&self) -> &[String] {
        &self.headings
    }

    fn advance(&mut self) -> io::Result<Step> {
        if !self.is_begun && !self.headers.is_empty() {
            self.is_begun = true;
            self.take(self.headers.clone());
            return Ok(Step::Row);
        }
        for row in self.rows.by_ref() {
            match row {
                HeldRow::Fault(span, code, message) => {
                    return Ok(self.broken(code, span, message));
                }
                HeldRow::Cells(cells) if cells.iter().all(|cell| cell.text.is_empty()) => {}
                HeldRow::Cells(cells) => {
                    self.take(cells);
                    let is_long = |column: &&usize| {
                        self.cells.get(**column).is_some_and(|cell| cell.text.len() > CELL_BYTES)
                    };
                    let long: Vec<RowProblem> =
                        self.used.iter().filter(is_long).map(|&column| long_cell(column)).collect();
                    return Ok(if long.is_empty() { Step::Row } else { Step::Broken(long) });
                }
            }
        }
        let end = self.document.text.len();
        Ok(match self.document.cut.take() {
            Some(cut) => {
                (self.cells, self.span) = (Vec::new(), end..end);
                Step::Broken(vec![cut])
            }
            None => Step::End,
        })
    }

    fn width(&self) -> usize {
        if self.headers.is_empty() { self.cells.len() } else { self.headers.len() }
    }

    fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| &cell.text)
    }

    fn select(&mut self, columns: Vec<usize>, _: usize) {
        self.used = columns;
    }

    fn sample(&mut self, most: usize) -> io::Result<Sample> {
        let texts = |cells: &[HeldCell]| cells.iter().map(|cell| cell.text.clone()).collect();
        let rows = self.rows.as_slice().iter().filter_map(|row| match row {
            HeldRow::Cells(cells) if cells.iter().all(|cell| cell.text.is_empty()) => None,
            HeldRow::Cells(cells) => Some(texts(cells)),
            HeldRow::Fault(..) => None,
        });
        let has_keys = !self.headers.is_empty();
        let headers = has_keys.then(|| texts(&self.headers));
        let rows: Vec<Vec<String>> = headers.into_iter().chain(rows).take(most + 1).collect();
        let is_whole = !has_keys && rows.len() <= most;
        Ok(Sample {
            rows: rows.into_iter().take(most).collect(),
            is_whole,
            has_keys,
            is_declared: false,
        })
    }

    fn bytes(&self) -> u64 {
        self.span.end as u64
    }

    fn position(&mut self, place: ProblemPlace) -> (u64, u64) {
        let at = self.offset(place);
        let position = self.positions.at(&self.document.text, at);
        (position.line, position.column)
    }

    fn excerpt(&self, problem: &RowProblem) -> Option<Excerpt> {
        let at = self.offset(problem.place);
        let cell = match (problem.place, problem.column) {
            (ProblemPlace::Char { column, .. }, _) | (ProblemPlace::Byte(_), Some(column)) => {
                self.cell(column)
            }
            (ProblemPlace::Row | ProblemPlace::Byte(_), _) => self.span.clone(),
        };
        excerpt(self.document.text.as_bytes(), at, cell)
    }
}
