//! The rows of a table in CSV one by one, each sound: UTF-8, quotes closed, cells of bearable
//! length. Blank rows are passed over.

use super::cells::{CellBounds, cells, char_in_cell};
use super::dialect::{builder, declared, detect, found, is_blank, sample_rows};
use crate::error::{Code, Excerpt, Note};
use crate::read::ReadOptions;
use crate::read::encoding::{CHUNK, not_utf8, nul};
use crate::read::excerpt::excerpt;
use crate::read::location::TextPosition;
use crate::read::problem::{ProblemPlace, RowProblem};
use crate::read::source::{CELL_BYTES, ROW_BYTES, Sample, Skim, Source, Step, long_cell};
use crate::read::window::Window;
use csv::{ByteRecord, Position};
use memchr::memrchr;
use std::collections::VecDeque;
use std::io::{self, Read, SeekFrom};

/// A table in CSV, one of its rows at hand.
pub(in crate::read) struct CsvSource<R> {
    csv: csv::Reader<Window<R>>,
    delimiter: u8,
    row: ByteRecord,
    /// Columns of the header row, once they are known.
    columns: Option<usize>,
    start: u64,
    end: u64,
    ended: bool,
    /// Where rows begin that were passed over and are still to be read.
    odd: VecDeque<u64>,
    /// Where the rows begin that follow those passed over.
    skimmed: Option<u64>,
    /// Whether no more rows can be passed over.
    is_unfit: bool,
    /// Rows so far that are not UTF-8.
    undecoded: usize,
    /// Whether its first line says the delimiter.
    is_declared: bool,
}

/// Rows that are not UTF-8 and are told one by one; one remedy mends them all.
const UNDECODED_TOLD: usize = 5;

impl<R: Read> CsvSource<R> {
    /// Finds out the delimiter, and gives a note on it.
    pub(in crate::read) fn open(
        mut window: Window<R>,
        options: &ReadOptions,
    ) -> io::Result<(Self, Option<Note>)> {
        if let Some((delimiter, line)) = declared(window.head()?) {
            window.skip(line);
            let declared = Self { is_declared: true, ..Self::new(window, delimiter) };
            return Ok((declared, None));
        }
        let delimiter = detect(window.head()?, options);
        Ok((Self::new(window, delimiter), found(delimiter, &options.name)))
    }

    fn new(window: Window<R>, delimiter: u8) -> Self {
        let csv = builder(delimiter).buffer_capacity(CHUNK).from_reader(window);
        Self {
            csv,
            delimiter,
            row: ByteRecord::new(),
            columns: None,
            start: 0,
            end: 0,
            ended: false,
            odd: VecDeque::new(),
            skimmed: None,
            is_unfit: false,
            undecoded: 0,
            is_declared: false,
        }
    }

    /// Goes to the row that begins at an offset.
    fn go_to(&mut self, offset: u64) -> io::Result<()> {
        let mut position = Position::new();
        position.set_byte(offset);
        // Else it would read a row to be the header.
        self.csv.set_byte_headers(ByteRecord::new());
        self.csv.seek_raw(SeekFrom::Start(offset), position)?;
        self.end = offset;
        Ok(())
    }

    /// Reads the next row, blank or not.
    fn read_row(&mut self) -> io::Result<Step> {
        if let Some(offset) = self.odd.pop_front().or_else(|| self.skimmed.take()) {
            self.go_to(offset)?;
        }
        self.csv.get_mut().release(self.end);
        self.start = self.end;
        // Until the row is read, so that an error ends the table.
        self.ended = true;
        let more = self.csv.read_byte_record(&mut self.row)?;
        self.end = self.csv.position().byte();
        if let Some(problem) = self.unreadable() {
            // Rows that are no text are told, and those after them are read all the same.
            let is_text = problem.code == Code::Encoding && !self.csv.get_ref().overrun();
            self.ended = !(is_text && more);
            self.undecoded += usize::from(is_text);
            let is_told = self.undecoded <= UNDECODED_TOLD;
            return Ok(Step::Broken(is_told.then_some(problem).into_iter().collect()));
        }
        self.ended = !more;
        Ok(match self.unsound() {
            _ if self.ended => Step::End,
            problems if problems.is_empty() => Step::Row,
            problems => Step::Broken(problems),
        })
    }

    /// The byte of the row at hand that is at a place.
    fn offset(&self, place: ProblemPlace) -> usize {
        match place {
            ProblemPlace::Byte(offset) => offset,
            ProblemPlace::Char { column, offset } => {
                char_in_cell(self.raw(), &self.cells(), column, offset)
            }
            ProblemPlace::Row => self.cells().first().map_or(0, |cell| cell.start),
        }
    }

    /// The bytes of the row at hand, blank lines before it included.
    fn raw(&self) -> &[u8] {
        self.csv.get_ref().slice(self.start, self.end)
    }

    fn cells(&self) -> Vec<CellBounds> {
        cells(self.raw(), self.delimiter)
    }

    /// What makes the rest of the file unreadable: bytes that are no text, a row without end.
    fn unreadable(&self) -> Option<RowProblem> {
        let (row, window) = (self.raw(), self.csv.get_ref());
        if row.contains(&0) {
            return row.iter().position(|&b| b == 0).map(nul);
        }
        match str::from_utf8(row) {
            // A row that was cut may be cut within a character.
            Err(error) if !(window.overrun() && error.error_len().is_none()) => {
                Some(not_utf8(row, error.valid_up_to(), window.encoding()))
            }
            _ => window.overrun().then(|| self.too_long()),
        }
    }

    fn too_long(&self) -> RowProblem {
        let cells = self.cells();
        if let Some((column, cell)) = cells.iter().enumerate().find(|(_, cell)| cell.open) {
            return open_quote(column, cell);
        }
        let message = format!(
            "the row and the blank lines above it are longer than {} KiB; shorten them",
            ROW_BYTES / 1024
        );
        RowProblem::new(Code::LongRow, ProblemPlace::Row, message)
    }

    /// What is wrong with the row at hand as it is written.
    fn unsound(&self) -> Vec<RowProblem> {
        let mut problems = Vec::new();
        if self.raw().contains(&b'"') {
            problems.extend(quote_problems(self.raw(), &self.cells()));
        }
        if self.row.as_slice().len() > CELL_BYTES {
            problems.extend(long_cells(&self.row));
        }
        problems
    }

    /// The problem of a row that fills more cells than the header has. Programs end rows with
    /// delimiters for cells that are blank.
    fn too_wide(&self) -> Option<RowProblem> {
        let columns = self.columns.filter(|columns| self.row.len() > *columns)?;
        self.row.iter().skip(columns).find(|cell| !cell.trim_ascii().is_empty())?;
        let message = format!(
            "the row has {} cells and the header {columns}; put a cell that contains the delimiter \
             in double quotes, with no space before them",
            self.row.len()
        );
        let place = ProblemPlace::column(columns);
        Some(RowProblem::new(Code::TooManyCells, place, message).of(columns))
    }
}

impl<R: Read> Source for CsvSource<R> {
    fn advance(&mut self) -> io::Result<Step> {
        while !self.ended {
            match self.read_row()? {
                Step::Row if is_blank(&self.row) => {}
                Step::Row => {
                    let problem = self.too_wide();
                    return Ok(problem.map_or(Step::Row, |problem| Step::Broken(vec![problem])));
                }
                step => return Ok(step),
            }
        }
        Ok(Step::End)
    }

    fn width(&self) -> usize {
        self.row.len()
    }

    fn text(&self, column: usize) -> &str {
        // The bytes of the row at hand were found to be UTF-8.
        str::from_utf8(self.row.get(column).unwrap_or_default()).unwrap_or_default().trim()
    }

    /// Of CSV a row is sound or not as a whole.
    fn select(&mut self, _: Vec<usize>, width: usize) {
        self.columns = Some(width);
    }

    fn sample(&mut self, most: usize) -> io::Result<Sample> {
        let delimiter = self.delimiter;
        let head = self.csv.get_mut().head()?;
        let is_cut = head.len() >= ROW_BYTES;
        let rows = sample_rows(head, delimiter, most + 1);
        let is_whole = !is_cut && rows.len() <= most;
        let rows = rows.into_iter().take(most).collect();
        Ok(Sample { rows, is_whole, is_declared: self.is_declared, ..Sample::default() })
    }

    fn bytes(&self) -> u64 {
        self.end
    }

    fn lines(&self) -> Option<(u8, usize)> {
        self.columns.map(|columns| (self.delimiter, columns))
    }

    fn skim(&mut self, want: usize, skim: &mut Skim<'_>) -> io::Result<()> {
        if self.is_unfit || self.ended || !self.odd.is_empty() {
            return Ok(());
        }
        let from = self.skimmed.unwrap_or(self.end);
        let window = self.csv.get_mut();
        window.release(from);
        let is_last = window.fill(from, want)?;
        let bytes = window.rest(from);
        let whole =
            if is_last { bytes.len() } else { memrchr(b'\n', bytes).map_or(0, |at| at + 1) };
        let Some(done) = bytes.get(..whole).and_then(|bytes| skim(bytes, is_last)) else {
            self.is_unfit = true;
            return Ok(());
        };
        // What is no whole row in so many bytes is none that may be.
        self.is_unfit = done.taken == 0;
        self.odd = done.odd.iter().map(|odd| from + *odd as u64).collect();
        (self.start, self.end) = (from, from);
        self.skimmed = Some(from + done.taken as u64);
        Ok(())
    }

    fn position(&mut self, place: ProblemPlace) -> (u64, u64) {
        let offset = self.offset(place);
        let start = self.csv.get_mut().position(self.start);
        let position = start.after(self.raw().get(..offset).unwrap_or_default());
        (position.line, if place == ProblemPlace::Row { 0 } else { position.column })
    }

    fn excerpt(&self, problem: &RowProblem) -> Option<Excerpt> {
        let (row, at) = (self.raw(), self.offset(problem.place));
        let cell = match (problem.place, problem.column) {
            (ProblemPlace::Row, _) => at..row.len(),
            (ProblemPlace::Char { column, .. }, _) | (ProblemPlace::Byte(_), Some(column)) => {
                self.cells().get(column).map_or(at..at, |cell| cell.start..cell.end)
            }
            (ProblemPlace::Byte(_), None) => at..at + 1,
        };
        excerpt(row, at, cell)
    }
}

/// Quotes that are not closed, and text after those that are.
fn quote_problems(row: &[u8], cells: &[CellBounds]) -> Vec<RowProblem> {
    let cells = cells.iter().enumerate();
    cells.filter_map(|(column, cell)| quote_problem(row, column, cell)).collect()
}

fn quote_problem(row: &[u8], column: usize, cell: &CellBounds) -> Option<RowProblem> {
    match cell.stray {
        Some(at) => {
            let (place, message) = (ProblemPlace::Byte(at), stray_text(row, cell));
            Some(RowProblem::new(Code::StrayQuote, place, message).of(column))
        }
        None => cell.open.then(|| open_quote(column, cell)),
    }
}

/// Text after a closing quote. Where the cell runs over lines, a quote far above is to blame.
fn stray_text(row: &[u8], cell: &CellBounds) -> String {
    let remedy = "double each quote that belongs to the text";
    let lines = TextPosition::START.after(cell.content(row)).line - 1;
    if lines == 0 {
        return format!("text follows the closing quote; {remedy}");
    }
    let plural = if lines == 1 { "" } else { "s" };
    format!(
        "text follows the closing quote of a cell that opened {lines} line{plural} above; \
         close that quote, or {remedy}"
    )
}

fn open_quote(column: usize, cell: &CellBounds) -> RowProblem {
    let message = "the quote that opens here is not closed; add the closing quote";
    let place = ProblemPlace::Byte(cell.start.saturating_sub(1));
    RowProblem::new(Code::OpenQuote, place, message).of(column)
}

fn long_cells(row: &ByteRecord) -> impl Iterator<Item = RowProblem> {
    let long = row.iter().enumerate().filter(|(_, cell)| cell.len() > CELL_BYTES);
    long.map(|(column, _)| long_cell(column))
}
