//! The objects of a JSON text as the rows of a table.

use super::cell::{JsonCell, byte_of_char, content};
use super::document::Document;
use super::elements::{Elements, FieldSpans, JsonElement, SyntaxFault};
use super::keys::Keys;
use crate::error::{Excerpt, FaultKind, quoted};
use crate::read::TableLimits;
use crate::read::excerpt::excerpt;
use crate::read::location::TextPosition;
use crate::read::problem::{ProblemPlace, RowProblem};
use crate::read::source::{CELL_BYTES, ROW_BYTES, Sample, Source, Step, long_cell};
use crate::read::window::Window;
use std::io::{self, Read};
use std::ops::Range;

/// A table in JSON, one of its rows at hand.
pub(in crate::read) struct JsonSource {
    document: Document,
    elements: Elements,
    keys: Keys,
    /// Whether the row of the headers was given.
    is_begun: bool,
    /// The columns that will be used.
    used: Vec<usize>,
    /// The bytes of the row at hand.
    row: Range<usize>,
    /// Its cells by column, and the columns that it has.
    cells: Vec<JsonCell>,
    filled: Vec<usize>,
    /// The position of the byte `placed`.
    position: TextPosition,
    placed: usize,
}

impl JsonSource {
    /// Reads the text of a file, up to the limit of bytes.
    pub(in crate::read) fn read<R: Read>(
        window: Window<R>,
        limits: TableLimits,
    ) -> io::Result<Self> {
        let document = Document::read(window, limits)?;
        let keys = Keys::of(&document.text);
        Ok(Self {
            document,
            elements: Elements::START,
            cells: vec![JsonCell::default(); keys.len()],
            keys,
            is_begun: false,
            used: Vec::new(),
            row: 0..0,
            filled: Vec::new(),
            position: TextPosition::START,
            placed: 0,
        })
    }

    fn written(&self, span: Range<usize>) -> &str {
        self.document.text.get(span).unwrap_or_default()
    }

    /// The keys of all objects as the first row, which begins with the first of them.
    fn read_keys(&mut self) -> Step {
        for (column, (name, span)) in self.keys.iter().enumerate() {
            let text = name.trim().to_owned();
            self.cells[column] = JsonCell { span, text, fault: None };
            self.filled.push(column);
        }
        self.row = self.cells.first().map_or(0..0, |cell| cell.span.clone());
        Step::Row
    }

    /// The next row; none if it is blank.
    fn read_row(&mut self) -> Option<Step> {
        let problems = match self.elements.next(&self.document.text) {
            Some(Ok(element)) => self.read_element(element),
            Some(Err(SyntaxFault { at })) => vec![self.broken_off(at)],
            None => match self.document.cut.take() {
                Some(cut) => {
                    self.row = self.document.text.len()..self.document.text.len();
                    vec![cut]
                }
                None => return Some(Step::End),
            },
        };
        if !problems.is_empty() {
            return Some(Step::Broken(problems));
        }
        let is_blank = self.filled.iter().all(|&column| self.cells[column].is_blank());
        (!is_blank).then_some(Step::Row)
    }

    /// Makes an element the row at hand, and gives what is wrong with it.
    fn read_element(&mut self, element: JsonElement) -> Vec<RowProblem> {
        self.row = element.span;
        match element.fields {
            Some(_) if self.row.len() > ROW_BYTES => {
                let message =
                    format!("the object is longer than {} KiB; shorten it", ROW_BYTES / 1024);
                vec![RowProblem::new(FaultKind::Limit, ProblemPlace::Row, message)]
            }
            Some(fields) => self.read_fields(fields),
            None => {
                let message = "this is no object; write each event as an object, such as \
                               {\"date\": \"2010\", \"title\": \"First flight\"}";
                vec![RowProblem::new(FaultKind::Row, ProblemPlace::Row, message)]
            }
        }
    }

    /// Reads the fields of an object as cells, and gives what is wrong with them.
    fn read_fields(&mut self, fields: Vec<FieldSpans>) -> Vec<RowProblem> {
        // Cell by cell, so that the time does not grow with columns that the row lacks.
        for column in self.filled.drain(..) {
            self.cells[column] = JsonCell::default();
        }
        let mut problems = Vec::new();
        for FieldSpans { key, value } in fields {
            let Some(column) = self.keys.column(self.written(key.clone())) else { continue };
            if self.cells[column].span.is_empty() {
                self.cells[column] = JsonCell::new(self.written(value.clone()), value);
                self.filled.push(column);
            } else if self.used.contains(&column) {
                problems.push(self.doubled(key));
            }
        }
        problems.extend(self.used.iter().filter_map(|&column| self.unfit(column)));
        problems
    }

    /// The texts of an object's fields by column.
    fn sample_row(&self, fields: Vec<FieldSpans>) -> Vec<String> {
        let mut row = vec![String::new(); self.keys.len()];
        for FieldSpans { key, value } in fields {
            if let Some(column) = self.keys.column(self.written(key)) {
                row[column] = JsonCell::new(self.written(value.clone()), value).text;
            }
        }
        row
    }

    /// The problem of a key that the object has twice.
    fn doubled(&self, key: Range<usize>) -> RowProblem {
        let message =
            format!("the object has the key {} twice; remove one", self.written(key.clone()));
        let place = ProblemPlace::Byte(key.start - self.row.start);
        RowProblem::new(FaultKind::Row, place, message)
    }

    /// What is wrong with a cell.
    fn unfit(&self, column: usize) -> Option<RowProblem> {
        let cell = self.cells.get(column)?;
        if cell.text.len() > CELL_BYTES {
            return Some(long_cell(column));
        }
        let place = ProblemPlace::column(column);
        cell.fault.map(|fault| RowProblem::new(FaultKind::Value, place, fault).of(column))
    }

    /// Why the text cannot be read on from the byte `at`.
    fn broken_off(&mut self, at: usize) -> RowProblem {
        self.row = at..at;
        let found = self.written(at..self.document.text.len()).chars().next();
        let message = match found {
            None => match self.document.cut.take() {
                Some(cut) => return cut,
                None => "the JSON text ends too early; add what is missing, such as a closing \
                         bracket"
                    .to_owned(),
            },
            Some(c) => format!(
                "JSON cannot have {} here; look for a comma, a quote or a bracket before it that \
                 is missing or too many",
                quoted(&c.to_string())
            ),
        };
        RowProblem::new(FaultKind::Table, ProblemPlace::Byte(0), message)
    }

    /// The byte of the text that a place is at.
    fn offset(&self, place: ProblemPlace) -> usize {
        match place {
            ProblemPlace::Row => self.row.start,
            ProblemPlace::Byte(offset) => self.row.start + offset,
            ProblemPlace::Char { column, offset } => {
                let span = self.span(column);
                span.start + byte_of_char(self.written(span), offset)
            }
        }
    }

    /// The bytes of the text that a cell takes; if the row lacks it, where the row begins.
    fn span(&self, column: usize) -> Range<usize> {
        let span = self.cells.get(column).map(|cell| cell.span.clone());
        span.filter(|span| !span.is_empty()).unwrap_or(self.row.start..self.row.start)
    }
}

impl Source for JsonSource {
    fn advance(&mut self) -> io::Result<Step> {
        if !self.is_begun && self.keys.len() > 0 {
            self.is_begun = true;
            return Ok(self.read_keys());
        }
        loop {
            if let Some(step) = self.read_row() {
                return Ok(step);
            }
        }
    }

    fn width(&self) -> usize {
        self.cells.len()
    }

    fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| &cell.text)
    }

    fn select(&mut self, columns: Vec<usize>, _: usize) {
        self.used = columns;
    }

    fn sample(&mut self, most: usize) -> io::Result<Sample> {
        let mut rows = vec![self.keys.iter().map(|(name, _)| name.trim().to_owned()).collect()];
        let mut elements = Elements::START;
        while rows.len() < most {
            let Some(Ok(element)) = elements.next(&self.document.text) else { break };
            rows.push(self.sample_row(element.fields.unwrap_or_default()));
        }
        Ok(Sample { rows, is_whole: false, has_keys: true })
    }

    fn bytes(&self) -> u64 {
        self.row.end as u64
    }

    fn position(&mut self, place: ProblemPlace) -> (u64, u64) {
        let text = self.document.text.as_bytes();
        // Rows come in the order of the text, so it is passed over once.
        let passed = text.get(self.placed..self.row.start).unwrap_or_default();
        self.position = self.position.after(passed);
        self.placed = self.row.start;
        let inside = text.get(self.row.start..self.offset(place)).unwrap_or_default();
        let position = self.position.after(inside);
        (position.line, position.column)
    }

    fn excerpt(&self, problem: &RowProblem) -> Option<Excerpt> {
        let at = self.offset(problem.place);
        let cell = match (problem.place, problem.column) {
            (ProblemPlace::Row, _) => self.row.clone(),
            (ProblemPlace::Char { column, .. }, _) | (ProblemPlace::Byte(_), Some(column)) => {
                let span = self.span(column);
                let content = content(self.written(span.clone()));
                span.start + content.start..span.start + content.end
            }
            (ProblemPlace::Byte(_), None) => at..at + 1,
        };
        excerpt(self.document.text.as_bytes(), at, cell)
    }
}
