//! The head of a table: its shape, the roles of its columns, and the year that its days lack.

use super::TableRows;
use crate::error::{Code, Error, Result, quoted};
use crate::read::ReadOptions;
use crate::read::columns::Columns;
use crate::read::frame::{TableFrame, passed_over};
use crate::read::given_year::{GivenYear, YearTexts};
use crate::read::header_rows::{JoinedHeader, SecondRow, joined};
use crate::read::open::unreadable;
use crate::read::problem::{ProblemPlace, RowProblem};
use crate::read::reshaped::{SplitSource, TransposedSource, WIDE_COLUMNS, WideSource, delimiter};
use crate::read::roles::Role;
use crate::read::source::{Sample, Source, Step};

/// Rows by which the shape of a table and the roles of its columns are found.
const SAMPLED: usize = 60;

/// What is wrong with a header where nothing below it can be read.
const HOPELESS: [Code; 3] = [Code::TooManyColumns, Code::UnknownDelimiter, Code::CountsFromOrigin];

/// Whether a problem is one of the encoding of the file, which leaves its header known.
fn is_of_encoding(problem: &RowProblem) -> bool {
    problem.code == Code::Encoding
}

impl<'r> TableRows<'r> {
    /// Finds the shape of the table and the roles of its columns.
    pub(super) fn begun(mut self, options: &ReadOptions, needs_name: bool) -> Result<Self> {
        let mut sample = self.sample()?;
        if let Some(delimiter) = delimiter(&sample) {
            self.split(delimiter);
            sample = self.sample()?;
        }
        let mut frame = TableFrame::of(&sample, options);
        if frame.is_transposed {
            self.turn(frame.above)?;
            sample = self.sample()?;
            frame = TableFrame::of(&sample, options);
        }
        let is_named = frame.has_header && !sample.has_keys;
        let joined = joined(&sample.rows, frame.above, &options.dates).filter(|_| is_named);
        self.title = frame.title(&sample).map(str::to_owned);
        let below = matches!(&joined, Some(header) if header.second != SecondRow::GroupsAbove);
        self.pass_over(frame, joined.as_ref())?;
        let first = frame.above + usize::from(frame.has_header) + usize::from(below);
        let rows = sample.rows.get(first..).unwrap_or_default();
        let width = self.source.width();
        let is_damaged = !self.of_header.is_empty();
        let (headers, width) = match joined {
            Some(header) => (header.names, width),
            None if is_damaged && frame.has_header => {
                (sample.rows.get(frame.above).cloned().unwrap_or_default(), width)
            }
            None if frame.has_header => {
                ((0..width).map(|column| self.source.text(column).to_owned()).collect(), width)
            }
            None => {
                let width = rows.iter().map(Vec::len).max().unwrap_or(width);
                (vec![String::new(); width], width)
            }
        };
        let width = width.max(headers.len());
        self.columns = Columns::new(headers, rows, options);
        self.find_year(&sample.rows[..frame.above], rows, options);
        self.is_begun = !frame.has_header;
        if self.is_begun {
            self.note_no_header(options)?;
        }
        self.take_columns(options, needs_name, width)?;
        Ok(self)
    }

    fn sample(&mut self) -> Result<Sample> {
        self.source.sample(SAMPLED).map_err(|error| unreadable(&self.name, &error))
    }

    /// The source, which another one is made of.
    fn taken(&mut self) -> Box<dyn Source + 'r> {
        std::mem::replace(&mut self.source, Box::new(TransposedSource::empty()))
    }

    /// Divides rows that stand in one cell each.
    fn split(&mut self, delimiter: char) {
        self.source = Box::new(SplitSource::new(self.taken(), delimiter));
        let sign = match delimiter {
            '\t' => "tab",
            ';' => "semicolon",
            '|' => "bar",
            _ => "comma",
        };
        let fact = format!("each row stands in one cell, which is divided at each {sign}");
        self.note(Code::DelimiterTaken, fact);
    }

    /// Turns a table that lies on its side.
    fn turn(&mut self, above: usize) -> Result<()> {
        let turned = TransposedSource::read(self.taken(), above);
        self.source = Box::new(turned.map_err(|error| unreadable(&self.name, &error))?);
        self.note(
            Code::TableTurned,
            "the table lies on its side: its rows are read as columns, each column an event",
        );
        Ok(())
    }

    /// Finds the year of days that lack theirs.
    fn find_year(&mut self, above: &[Vec<String>], rows: &[Vec<String>], options: &ReadOptions) {
        let Some(column) = self.columns.yearless() else { return };
        let header = self.columns.header(column);
        let texts = YearTexts {
            header,
            cells: rows.iter().filter_map(|row| row.get(column)).map(String::as_str).collect(),
            above: above
                .iter()
                .flatten()
                .chain(self.source.headings())
                .map(String::as_str)
                .collect(),
            sheet: self.source.sheet().unwrap_or_default(),
            file: &self.name,
        };
        let year = GivenYear::of(&texts, &options.dates);
        if let Some(told) = year.as_ref().map(|year| year.told(&self.columns.label(column))) {
            self.note(Code::YearTaken, told);
        }
        self.year = year;
    }

    /// Goes on to the last row of the header, or to the first row of data if there is none.
    fn pass_over(&mut self, frame: TableFrame, joined: Option<&JoinedHeader>) -> Result<()> {
        let second = joined.map(|header| header.second);
        let below = usize::from(second.is_some_and(|second| second != SecondRow::GroupsAbove));
        for passed in 0..=frame.above + below {
            match self.source.advance() {
                Ok(Step::Row) => {}
                Ok(Step::Broken(problems)) if problems.iter().all(is_of_encoding) => {
                    let faults = self.faults(problems);
                    self.of_header.extend(faults);
                }
                Ok(Step::Broken(problems)) if passed >= frame.above => {
                    return Err(Error::Data(self.faults(problems)));
                }
                Ok(Step::Broken(_)) => {}
                Ok(Step::End) => {
                    let why = "the table is empty; give it the columns date and title, and a row \
                               for each event";
                    return Err(Error::Data(vec![self.no_events(why)]));
                }
                Err(error) => return Err(unreadable(&self.name, &error)),
            }
        }
        let (line, _) = self.source.position(ProblemPlace::Row);
        let kind = self.line_kind();
        if let Some(second) = second {
            self.note(Code::RowsPassedOver, second.note(kind, line));
        }
        let count = frame.above - usize::from(second == Some(SecondRow::GroupsAbove));
        if count > 0 {
            let what = if frame.has_header { "the header is" } else { "the data begin" };
            let above = if count == 1 { "row above it is" } else { "rows above it are" };
            let line = line - below as u64;
            let fact = format!("{what} in {kind} {line}; {count} {above} passed over");
            let message = passed_over(fact, self.title.as_deref());
            self.note(Code::RowsPassedOver, message);
        }
        Ok(())
    }

    /// Whether the first row is a text and years that rise by the same number.
    fn has_years_as_headers(&self) -> bool {
        let cells = (0..self.source.width()).map(|column| self.source.text(column));
        let numbers: Vec<Option<i64>> =
            cells.skip(1).map(|cell| cell.trim().parse().ok()).collect();
        let years: Vec<i64> = numbers.iter().flatten().copied().collect();
        let steps: Vec<i64> = years.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let rise =
            steps.first().is_some_and(|&step| step != 0 && steps.iter().all(|it| *it == step));
        rise && years.len() == numbers.len() && years.iter().all(|year| (1000..2200).contains(year))
    }

    /// Notes that there is no header, or refuses a first row whose columns say nothing.
    fn note_no_header(&mut self, options: &ReadOptions) -> Result<()> {
        let problems = self.columns.problems(options, true);
        if !problems.is_empty() {
            let message = match self.has_years_as_headers() {
                true => {
                    "the headers are years, as those of a table of values by year, which has no \
                     events; write a row for each event, with the columns date and title"
                }
                false => {
                    "no header row? the first row has a date; put a row of column names above the \
                     data, such as date,title"
                }
            };
            let problem = RowProblem::new(Code::NoHeader, ProblemPlace::Row, message);
            return Err(Error::Data(self.faults(vec![problem])));
        }
        let first = (0..self.source.width()).map(|column| self.source.text(column));
        let first = first.take(3).map(quoted).collect::<Vec<_>>().join(", ");
        self.note(
            Code::HeaderInferred,
            format!(
                "there is no header row: {first} is read as the first event, and columns by their \
             cells; put a row such as date,title above it to name them"
            ),
        );
        Ok(())
    }

    /// Takes the columns as they are now, and what is wrong with them.
    fn take_columns(
        &mut self,
        options: &ReadOptions,
        needs_name: bool,
        width: usize,
    ) -> Result<()> {
        let problems = self.columns.problems(options, needs_name);
        let is_hopeless = |problem: &RowProblem| HOPELESS.contains(&problem.code);
        let is_hopeless = problems.iter().any(is_hopeless);
        let faults = self.faults(problems);
        self.of_header.extend(faults);
        if is_hopeless {
            return Err(Error::Data(std::mem::take(&mut self.of_header)));
        }
        let notes = if self.is_begun { Vec::new() } else { self.columns.notes(&self.name) };
        self.notes.extend(notes);
        let milestones = self.columns.milestones();
        if milestones.is_empty() {
            self.source.select(self.columns.used(), width);
            return Ok(());
        }
        let of_row = [Role::Lane, Role::Category].map(|role| self.columns.of_role(role));
        self.source = Box::new(WideSource::new(self.taken(), milestones, of_row, width));
        self.columns = Columns::of_wide(&WIDE_COLUMNS, options);
        Ok(())
    }
}
