//! The records of a JSON text as the rows of a table.

use super::cell::{JsonCell, byte_of_char, content};
use super::choice::chosen;
use super::elements::SyntaxFault;
use super::flatten::FlatField;
use super::group_names::GroupNames;
use super::headers::Headers;
use super::layout::{CellNames, JsonRecord, Layout, RecordStep, eras};
use super::value::{ValueKind, items};
use crate::error::{Code, Excerpt, Message, Note, quoted};
use crate::read::ReadOptions;
use crate::read::document::Document;
use crate::read::excerpt::excerpt;
use crate::read::location::TextPositions;
use crate::read::problem::{ProblemPlace, RowProblem};
use crate::read::source::{CELL_BYTES, ROW_BYTES, Sample, Source, Step, long_cell};
use crate::read::window::Window;
use std::io::{self, Read};
use std::ops::Range;
use std::vec::IntoIter;

/// A table in JSON, one of its rows at hand.
pub(in crate::read) struct JsonSource {
    document: Document,
    layout: Layout,
    /// The records that were not read yet.
    records: IntoIter<RecordStep>,
    headers: Headers,
    groups: GroupNames,
    /// Why it is not known where the events are.
    unknown: Option<Message>,
    /// Whether the row of the headers was given, or there is none.
    is_begun: bool,
    /// The columns that will be used, and how many the header has.
    used: Vec<usize>,
    width: Option<usize>,
    /// The bytes of the row at hand.
    row: Range<usize>,
    /// Its cells by column, and the columns that it has.
    cells: Vec<JsonCell>,
    filled: Vec<usize>,
    positions: TextPositions,
}

impl JsonSource {
    /// Reads the text of a file, up to the limit of bytes, and finds its records.
    pub(in crate::read) fn read<R: Read>(
        window: Window<R>,
        options: &ReadOptions,
    ) -> io::Result<(Self, Option<Note>)> {
        let document = Document::read(window, options.limits)?;
        let text = &document.text;
        let most = usize::try_from(options.limits.events).unwrap_or(usize::MAX);
        // Some more, so that too many are told as such.
        let values = Layout::of_values(text, most.saturating_add(2));
        let (mut layout, mut groups, mut unknown) = (values, GroupNames::default(), None);
        let mut note = None;
        if let Some(whole) = whole(text, &layout, options) {
            match chosen(text, &whole, options) {
                Ok((candidate, told)) => {
                    let name = &options.name;
                    note = told.map(|told| Note::new(Code::PartTaken, told).in_file(name));
                    layout = Layout::at(text, &candidate.place, most.saturating_add(2), options);
                    if let Some(eras) = eras(text, &candidate) {
                        layout.add_eras(text, &eras);
                    }
                    groups = GroupNames::of(text, &candidate.around);
                }
                Err(message) => unknown = Some(message),
            }
        }
        let headers = Headers::of(text, &layout);
        let source = Self {
            cells: vec![JsonCell::default(); headers.len()],
            records: layout.records.clone().into_iter(),
            is_begun: layout.names == CellNames::First,
            document,
            layout,
            headers,
            groups,
            unknown,
            used: Vec::new(),
            width: None,
            row: 0..0,
            filled: Vec::new(),
            positions: TextPositions::default(),
        };
        Ok((source, note))
    }

    fn written(&self, span: Range<usize>) -> &str {
        self.document.text.get(span).unwrap_or_default()
    }

    /// The names of all columns as the first row, which begins with the first of them.
    fn read_headers(&mut self) -> Step {
        for (column, (name, span)) in self.headers.iter().enumerate() {
            self.cells[column] = JsonCell::made(name.trim().to_owned(), span);
            self.filled.push(column);
        }
        self.row = self.cells.first().map_or(0..0, |cell| cell.span.clone());
        Step::Row
    }

    /// The next row; none if it is blank.
    fn read_row(&mut self) -> Option<Step> {
        let problems = match self.records.next() {
            Some(Ok(record)) => self.read_record(&record),
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

    /// Makes a record the row at hand, and gives what is wrong with it.
    fn read_record(&mut self, record: &JsonRecord) -> Vec<RowProblem> {
        self.row = record.span.clone();
        if self.row.len() > ROW_BYTES {
            let message = format!("the object is longer than {} KiB; shorten it", ROW_BYTES / 1024);
            return vec![RowProblem::new(Code::LongRow, ProblemPlace::Row, message)];
        }
        // Cell by cell, so that the time does not grow with columns that the row lacks.
        for column in self.filled.drain(..) {
            self.cells[column] = JsonCell::default();
        }
        let is_array = ValueKind::of(&self.document.text, &record.span) == ValueKind::Array;
        let mut problems = match self.layout.names {
            CellNames::Keys => match self.layout.cells(&self.document.text, record) {
                Some(cells) => {
                    let cells = cells.into_iter().map(OwnedField::from).collect();
                    self.read_fields(cells)
                }
                None => {
                    vec![no_record("object", "{\"date\": \"2010\", \"title\": \"First flight\"}")]
                }
            },
            _ if is_array => self.read_items(record),
            _ => vec![no_record("array", "[\"2010\", \"First flight\"]")],
        };
        problems.extend(self.used.iter().filter_map(|&column| self.unfit(column)));
        problems
    }

    /// Reads the fields of an object as cells, and gives those that are there twice.
    fn read_fields(&mut self, fields: Vec<OwnedField>) -> Vec<RowProblem> {
        let mut problems = Vec::new();
        for OwnedField { name, key, value, text } in fields {
            let Some(column) = self.headers.column(&name) else { continue };
            if self.cells[column].span.is_empty() {
                self.cells[column] = self.cell(&name, value, text);
                self.filled.push(column);
            } else if self.used.contains(&column) {
                problems.push(self.doubled(key));
            }
        }
        problems
    }

    /// The cell of a column, with the name of its group in place of the number.
    fn cell(&self, name: &str, span: Range<usize>, text: Option<String>) -> JsonCell {
        if let Some(text) = text {
            return JsonCell::made(text, span);
        }
        let cell = JsonCell::new(self.written(span.clone()), span.clone());
        match self.groups.get(name, &cell.text) {
            Some(group) => JsonCell::made(group.to_owned(), span),
            None => cell,
        }
    }

    /// Reads the items of an array as cells, and gives what is not in a column of the header.
    fn read_items(&mut self, record: &JsonRecord) -> Vec<RowProblem> {
        let items = items(&self.document.text, &record.span);
        let count = items.len();
        for (column, span) in items.into_iter().take(self.cells.len()).enumerate() {
            self.cells[column] = JsonCell::new(self.written(span.clone()), span);
            self.filled.push(column);
        }
        let width = self.width.unwrap_or(self.cells.len());
        if count <= width || self.cells.iter().skip(width).all(JsonCell::is_blank) {
            return Vec::new();
        }
        let message = format!("the row has {count} cells and the header {width}; remove some");
        vec![RowProblem::new(Code::TooManyCells, ProblemPlace::Row, message)]
    }

    /// The problem of a key that the object has twice.
    fn doubled(&self, key: Range<usize>) -> RowProblem {
        let message =
            format!("the object has the key {} twice; remove one", self.written(key.clone()));
        let place = ProblemPlace::Byte(key.start - self.row.start);
        RowProblem::new(Code::DoubledKey, place, message)
    }

    /// What is wrong with a cell.
    fn unfit(&self, column: usize) -> Option<RowProblem> {
        let cell = self.cells.get(column)?;
        if cell.text.len() > CELL_BYTES {
            return Some(long_cell(column));
        }
        let place = ProblemPlace::column(column);
        cell.fault.map(|fault| RowProblem::new(Code::NoValue, place, fault).of(column))
    }

    /// Why the text cannot be read on from the byte `at`.
    fn broken_off(&mut self, at: usize) -> RowProblem {
        self.row = at..at;
        let found = self.written(at..self.document.text.len()).chars().next();
        let message = match found {
            None | Some('\n' | '\r') => match self.document.cut.take() {
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
        RowProblem::new(Code::JsonSyntax, ProblemPlace::Byte(0), message)
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

/// A cell with its column, apart from the text of the document.
struct OwnedField {
    name: String,
    key: Range<usize>,
    value: Range<usize>,
    text: Option<String>,
}

impl From<FlatField<'_>> for OwnedField {
    fn from(field: FlatField<'_>) -> Self {
        let FlatField { name, key, value, text } = field;
        Self { name: name.into_owned(), key, value, text }
    }
}

/// The object that a text is as a whole, or an array in which a path is to be followed.
fn whole(text: &str, layout: &Layout, options: &ReadOptions) -> Option<Range<usize>> {
    let [Ok(only)] = layout.records.as_slice() else {
        let is_array = text.trim_ascii_start().starts_with('[');
        let is_sound = layout.records.iter().all(Result::is_ok);
        let start = text.len() - text.trim_ascii_start().len();
        return (options.records.is_some() && is_array && is_sound)
            .then(|| start..text.trim_ascii_end().len());
    };
    (ValueKind::of(text, &only.span) == ValueKind::Object
        && !text.trim_ascii_start().starts_with('['))
    .then(|| only.span.clone())
}

/// The problem of a record that is none.
fn no_record(kind: &str, example: &str) -> RowProblem {
    let message =
        format!("this is not an {kind}; write each event as an {kind}, such as {example}");
    RowProblem::new(Code::NoRecord, ProblemPlace::Row, message)
}

impl Source for JsonSource {
    fn advance(&mut self) -> io::Result<Step> {
        if let Some(message) = self.unknown.take() {
            (self.is_begun, self.records) = (true, Vec::new().into_iter());
            let problem = RowProblem::new(Code::RecordsUnclear, ProblemPlace::Row, message);
            return Ok(Step::Broken(vec![problem]));
        }
        if !self.is_begun && self.headers.len() > 0 {
            self.is_begun = true;
            return Ok(self.read_headers());
        }
        loop {
            if let Some(step) = self.read_row() {
                return Ok(step);
            }
        }
    }

    fn width(&self) -> usize {
        match self.layout.names {
            CellNames::First => self.filled.len(),
            _ => self.cells.len(),
        }
    }

    fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| &cell.text)
    }

    fn select(&mut self, columns: Vec<usize>, width: usize) {
        (self.used, self.width) = (columns, Some(width));
    }

    fn sample(&mut self, most: usize) -> io::Result<Sample> {
        let is_named = self.layout.names != CellNames::First;
        let names = self.headers.iter().map(|(name, _)| name.trim().to_owned()).collect();
        let mut rows: Vec<Vec<String>> = if is_named { vec![names] } else { Vec::new() };
        let records = self.layout.records.iter().filter_map(|record| record.as_ref().ok());
        let is_whole = !is_named && self.layout.records.len() <= most;
        for record in records.take(most - rows.len()) {
            rows.push(self.headers.row(&self.document.text, &self.layout, record));
        }
        Ok(Sample { rows, is_whole, has_keys: is_named, is_declared: false })
    }

    fn bytes(&self) -> u64 {
        self.row.end as u64
    }

    fn position(&mut self, place: ProblemPlace) -> (u64, u64) {
        let at = self.offset(place);
        let position = self.positions.at(&self.document.text, at);
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
