//! The rows of a table in any format and any shape, their columns by role, and problems as faults
//! with their line and character.

use super::cell_changes::CellChanges;
use super::columns::Columns;
use super::frame::{TableFrame, passed_over};
use super::given_year::{GivenYear, YearTexts};
use super::header_rows::{JoinedHeader, SecondRow, joined};
use super::left_out::{LeftOut, NoEvent};
use super::open::{open, unreadable};
use super::plain::{PlainPlan, PlainScanner};
use super::problem::{ProblemPlace, RowProblem};
use super::reshaped::{TransposedSource, WIDE_COLUMNS, WideSource};
use super::role_texts::RoleTexts;
use super::roles::Role;
use super::source::{Sample, Source, Step};
use super::{ReadOptions, TableLimits};
use crate::date::Locale;
use crate::error::{Code, Error, Fault, Message, Note, Result, SHOWN, quoted};
use std::cell::Cell;
use std::io::{self, Read};

/// Rows by which the shape of a table and the roles of its columns are found.
const SAMPLED: usize = 60;

/// What is wrong with a header where nothing below it can be read.
const HOPELESS: [Code; 3] = [Code::TooManyColumns, Code::UnknownDelimiter, Code::CountsFromOrigin];

/// Whether a problem is one of the encoding of the file, which leaves its header known.
fn is_of_encoding(problem: &RowProblem) -> bool {
    problem.code == Code::Encoding
}

/// The rows of a table in the order of the file, one of them at hand.
pub(super) struct TableRows<'r> {
    source: Box<dyn Source + 'r>,
    columns: Columns,
    name: String,
    notes: Vec<Note>,
    failure: Option<Error>,
    /// What is wrong with the header, to be told with what is wrong with the rows.
    of_header: Vec<Fault>,
    /// Whether the first row of data is at hand already, as there is no header.
    is_begun: bool,
    /// Rows gone on to so far.
    count: u64,
    /// Faults so far.
    faults: usize,
    left_out: LeftOut,
    changes: Cell<CellChanges>,
    strips_marks: bool,
    /// Places asked for of cells that may be at fault.
    places: usize,
    /// What the part of the date said that rows below may lack.
    above: String,
    /// The year of days that lack theirs.
    year: Option<GivenYear>,
    /// What stands above the header by itself, as a title.
    title: Option<String>,
}

impl<'r> TableRows<'r> {
    /// Reads the head of a table that needs a title or not: format, encoding, shape, columns.
    ///
    /// # Errors
    ///
    /// [`Error::Data`] if this is no table; [`Error::Options`] if two headers are given for one
    /// role; [`Error::System`] if the reader fails.
    pub(super) fn open(
        reader: impl Read + 'r,
        options: &ReadOptions,
        needs_name: bool,
    ) -> Result<Self> {
        options.check()?;
        let (source, notes) = open(reader, options)?;
        let rows = Self { notes, ..Self::unread(source, options) };
        rows.begun(options, needs_name)
    }

    /// The rows of a source, each to be an event.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open).
    pub(super) fn of(source: impl Source + 'r, options: &ReadOptions) -> Result<Self> {
        options.check()?;
        Self::unread(Box::new(source), options).begun(options, true)
    }

    /// Rows of which nothing is known yet.
    fn unread(source: Box<dyn Source + 'r>, options: &ReadOptions) -> Self {
        Self {
            source,
            columns: Columns::default(),
            name: options.name.clone(),
            notes: Vec::new(),
            failure: None,
            of_header: Vec::new(),
            is_begun: false,
            count: 0,
            faults: 0,
            left_out: LeftOut::default(),
            changes: Cell::default(),
            strips_marks: options.strips_footnotes,
            places: 0,
            above: String::new(),
            year: None,
            title: None,
        }
    }

    /// Finds the shape of the table and the roles of its columns.
    fn begun(mut self, options: &ReadOptions, needs_name: bool) -> Result<Self> {
        let mut sample = self.sample()?;
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
            None if is_damaged && frame.has_header => (sample.rows[frame.above].clone(), width),
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

    /// Turns a table that lies on its side.
    fn turn(&mut self, above: usize) -> Result<()> {
        let empty: Box<dyn Source + 'r> = Box::new(TransposedSource::empty());
        let source = std::mem::replace(&mut self.source, empty);
        let turned = TransposedSource::read(source, above);
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
            above: above.iter().flatten().map(String::as_str).collect(),
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

    /// Notes that there is no header, or refuses a first row whose columns say nothing.
    fn note_no_header(&mut self, options: &ReadOptions) -> Result<()> {
        let problems = self.columns.problems(options, true);
        if !problems.is_empty() {
            let message = "no header row? the first row has a date; put a row of column names \
                           above the data, such as date,title";
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
        let lane = self.columns.of_role(Role::Lane);
        let empty: Box<dyn Source + 'r> = Box::new(TransposedSource::empty());
        let source = std::mem::replace(&mut self.source, empty);
        self.source = Box::new(WideSource::new(source, milestones, lane, width));
        self.columns = Columns::of_wide(&WIDE_COLUMNS, options);
        Ok(())
    }

    /// Goes on to the next row that is not blank, or gives everything that is wrong with it.
    pub(super) fn advance(&mut self) -> Option<std::result::Result<(), Vec<Fault>>> {
        if !self.of_header.is_empty() {
            return Some(Err(std::mem::take(&mut self.of_header)));
        }
        self.count += 1;
        if std::mem::take(&mut self.is_begun) {
            self.carry();
            return Some(Ok(()));
        }
        match self.source.advance() {
            Ok(Step::End) => None,
            Ok(Step::Row) => {
                self.carry();
                Some(Ok(()))
            }
            Ok(Step::Broken(problems)) => Some(Err(self.faults(problems))),
            Err(error) => Some(Err(self.fail(&error))),
        }
    }

    /// Keeps what rows below may lack of their date, or counts the row as one that lacks it.
    fn carry(&mut self) {
        let dates = self.columns.dates(Role::Date);
        if let (Some(year), Some(column)) = (&mut self.year, dates.main()) {
            year.advance(self.source.text(column));
        }
        let Some(column) = dates.carried() else { return };
        let text = self.source.text(column);
        if !text.is_empty() {
            text.clone_into(&mut self.above);
        } else if !self.above.is_empty() && dates.is_carried(&*self.source) {
            let changes = self.changes.get();
            self.changes.set(CellChanges { carried: changes.carried + 1, ..changes });
        }
    }

    /// The languages of the headers.
    pub(super) fn languages(&self) -> Vec<Locale> {
        self.columns.languages()
    }

    /// How the plain rows of a table of lines are read; none of other tables.
    pub(super) fn plan(&self, options: &ReadOptions, reads_months: [bool; 2]) -> Option<PlainPlan> {
        let mut plan = PlainPlan::of(&self.columns, options, self.source.lines()?)?;
        plan.reads_months = reads_months;
        Some(plan)
    }

    /// Counts rows without reading them, as far as that can be.
    pub(super) fn skim(
        &mut self,
        scanner: &mut PlainScanner,
    ) -> std::result::Result<(), Vec<Fault>> {
        let want = scanner.want();
        let skimmed = self.source.skim(want, &mut |bytes, is_last| scanner.scan(bytes, is_last));
        self.count += scanner.take_rows();
        skimmed.map_err(|error| self.fail(&error))
    }

    /// Counts the row at hand as one that is no event.
    pub(super) fn leave_out(&mut self, why: NoEvent) {
        if self.left_out.add(why) {
            let (line, _) = self.source.position(ProblemPlace::Row);
            let line =
                if line == 0 { self.source.position(ProblemPlace::column(0)).0 } else { line };
            self.left_out.name(why, line);
        }
    }

    /// Adds the notes on all rows, once they were read.
    pub(super) fn finish(&mut self) {
        self.notes.extend(self.left_out.note(&self.name, self.line_kind()));
        for (code, message) in self.changes.take().told(self.strips_marks) {
            self.note(code, message);
        }
    }

    /// What a line of the table is called.
    fn line_kind(&self) -> &'static str {
        if self.source.counts_rows() { "row" } else { "line" }
    }

    fn note(&mut self, code: Code, fact: impl Into<Message>) {
        self.notes.push(Note::new(code, fact).in_file(&self.name));
    }

    /// The texts of the row at hand.
    pub(super) fn texts(&self) -> RoleTexts<'_> {
        RoleTexts {
            columns: &self.columns,
            source: &*self.source,
            changes: &self.changes,
            above: &self.above,
            year: self.year.as_ref().map_or("", GivenYear::year),
            strips_marks: self.strips_marks,
        }
    }

    /// The header of a column.
    pub(super) fn header(&self, column: usize) -> &str {
        self.columns.header(column)
    }

    /// The number of the row at hand, the first being 1.
    pub(super) fn row(&self) -> u64 {
        self.count
    }

    /// The line and the character, each from 1, of the text of a column of the row at hand.
    pub(super) fn position(&mut self, column: usize) -> (u64, u64) {
        self.source.position(ProblemPlace::column(column))
    }

    /// What the maker of the figure should know of the table.
    pub(super) fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The title of the table, where it stands above the header.
    pub(super) fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Why reading broke off, if the reader failed.
    pub(super) fn failure(&self) -> Option<&Error> {
        self.failure.as_ref()
    }

    /// The fault of a table that goes beyond its limits with the row just read.
    pub(super) fn beyond(&mut self, limits: TableLimits) -> Option<Fault> {
        let message = if self.count > limits.events {
            limits.too_many_events()
        } else if self.source.bytes() > limits.bytes {
            limits.too_many_bytes()
        } else {
            return None;
        };
        Some(self.limit_fault(message))
    }

    /// The fault of a table of which too much is to be held at the row at hand.
    pub(super) fn limit_fault(&mut self, message: Message) -> Fault {
        self.fault(RowProblem::new(Code::TooManyBytes, ProblemPlace::Row, message))
    }

    /// The fault of a table without events.
    pub(super) fn no_events(&self, why: &str) -> Fault {
        let why = match self.left_out.total() {
            0 => why.to_owned(),
            1 => format!(
                "the only row is left out: {}; give it what it lacks",
                self.left_out.words(self.line_kind())
            ),
            many => {
                format!(
                    "all {many} rows are left out: {}; give them what they lack",
                    self.left_out.words(self.line_kind())
                )
            }
        };
        let code = if self.left_out.total() == 0 { Code::NoEvents } else { Code::AllLeftOut };
        self.placed(Fault::new(code, format!("no events: {why}")))
    }

    /// A fault of the table, in its file and its sheet.
    fn placed(&self, fault: Fault) -> Fault {
        fault.in_file(&self.name).in_sheet(self.source.sheet().unwrap_or_default())
    }

    /// The sheet that the table is, if it is one.
    pub(super) fn sheet(&self) -> Option<&str> {
        self.source.sheet()
    }

    /// Problems of the row at hand as faults of the file, in its order; the first of a table with
    /// the text at their place.
    pub(super) fn faults(&mut self, problems: Vec<RowProblem>) -> Vec<Fault> {
        let faults = problems.into_iter().map(|problem| self.fault(problem));
        let mut faults: Vec<Fault> = faults.collect();
        faults.sort_by_key(|fault| (fault.line, fault.column));
        faults
    }

    fn fault(&mut self, problem: RowProblem) -> Fault {
        self.faults += 1;
        let excerpt = (self.faults <= SHOWN).then(|| self.source.excerpt(&problem)).flatten();
        let (line, column) = self.source.position(problem.place);
        let label = problem.column.map(|column| format!("{}: ", self.columns.label(column)));
        let message = Message::new(label.unwrap_or_default()).and(problem.message);
        let fault = self.placed(Fault::new(problem.code, message)).at(line, column);
        Fault { value: problem.value, excerpt, ..fault }
    }

    /// A fault at the cell of a role of the row at hand, whose message is still to be made. It is
    /// none yet, so the text at its place is there for the first of them alone.
    pub(super) fn date_place(&mut self, role: Role) -> Fault {
        let texts = self.texts();
        let (column, value) = (texts.column(role), texts.written(role).to_owned());
        let Some(column) = column else {
            return self.placed(Fault::new(Code::NotADate, ""));
        };
        let place = ProblemPlace::column(column);
        let problem = RowProblem::new(Code::NotADate, place, "").of(column).of_value(&value);
        self.places += 1;
        let excerpt = (self.places <= SHOWN).then(|| self.source.excerpt(&problem)).flatten();
        let (line, character) = self.source.position(place);
        let label = format!("{}: ", self.columns.label(column));
        let fault = self.placed(Fault::new(Code::NotADate, label)).at(line, character);
        Fault { value: Some(value), excerpt, ..fault }
    }

    /// The file and the column of a role, for a note.
    pub(super) fn date_label(&self, role: Role) -> Option<(String, String)> {
        let column = self.columns.dates(role).main()?;
        Some((self.name.clone(), self.columns.label(column)))
    }

    /// The only fault of a reader that failed.
    fn fail(&mut self, error: &io::Error) -> Vec<Fault> {
        self.failure = Some(unreadable(&self.name, error));
        let message = format!("the table cannot be read: {error}");
        vec![Fault::new(Code::CannotRead, message).in_file(&self.name)]
    }
}
