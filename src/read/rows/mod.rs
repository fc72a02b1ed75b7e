//! The rows of a table in any format and any shape, their columns by role, and problems as faults
//! with their line and character.

mod faults;
mod opening;

use super::ReadOptions;
use super::cell_changes::CellChanges;
use super::columns::Columns;
use super::given_year::GivenYear;
use super::left_out::{LeftOut, NoEvent};
use super::open::{open, unreadable};
use super::plain::{PlainPlan, PlainScanner};
use super::problem::ProblemPlace;
use super::role_texts::RoleTexts;
use super::roles::Role;
use super::source::{Source, Step};
use crate::date::Locale;
use crate::error::{Code, Error, Fault, Message, Note, Result};
use std::cell::Cell;
use std::io::{self, Read};

/// The rows of a table in the order of the file, one of them at hand.
pub(in crate::read) struct TableRows<'r> {
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
    pub(in crate::read) fn open(
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
    pub(in crate::read) fn of(source: impl Source + 'r, options: &ReadOptions) -> Result<Self> {
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

    /// Goes on to the next row that is not blank, or gives everything that is wrong with it.
    pub(in crate::read) fn advance(&mut self) -> Option<std::result::Result<(), Vec<Fault>>> {
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
    pub(in crate::read) fn languages(&self) -> Vec<Locale> {
        self.columns.languages()
    }

    /// Whether the headers of the date and of the end say that their cells are months.
    pub(in crate::read) fn name_months(&self) -> [bool; 2] {
        [Role::Date, Role::End].map(|role| self.columns.names_months(role))
    }

    /// How the plain rows of a table of lines are read; none of other tables.
    pub(in crate::read) fn plan(
        &self,
        options: &ReadOptions,
        reads_months: [bool; 2],
    ) -> Option<PlainPlan> {
        let mut plan = PlainPlan::of(&self.columns, options, self.source.lines()?)?;
        plan.reads_months = reads_months;
        Some(plan)
    }

    /// Counts rows without reading them, as far as that can be.
    pub(in crate::read) fn skim(
        &mut self,
        scanner: &mut PlainScanner,
    ) -> std::result::Result<(), Vec<Fault>> {
        let want = scanner.want();
        let skimmed = self.source.skim(want, &mut |bytes, is_last| scanner.scan(bytes, is_last));
        self.count += scanner.take_rows();
        skimmed.map_err(|error| self.fail(&error))
    }

    /// Counts the row at hand as one that is no event.
    pub(in crate::read) fn leave_out(&mut self, why: NoEvent) {
        if self.left_out.add(why) {
            let (line, _) = self.source.position(ProblemPlace::Row);
            let line =
                if line == 0 { self.source.position(ProblemPlace::column(0)).0 } else { line };
            self.left_out.name(why, line);
        }
    }

    /// Adds the notes on all rows, once they were read.
    pub(in crate::read) fn finish(&mut self) {
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
    pub(in crate::read) fn texts(&self) -> RoleTexts<'_> {
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
    pub(in crate::read) fn header(&self, column: usize) -> &str {
        self.columns.header(column)
    }

    /// The number of the row at hand, the first being 1.
    pub(in crate::read) fn row(&self) -> u64 {
        self.count
    }

    /// The line and the character, each from 1, of the text of a column of the row at hand.
    pub(in crate::read) fn position(&mut self, column: usize) -> (u64, u64) {
        self.source.position(ProblemPlace::column(column))
    }

    /// What the maker of the figure should know of the table.
    pub(in crate::read) fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The title of the table, where it stands above the header.
    pub(in crate::read) fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Why reading broke off, if the reader failed.
    pub(in crate::read) fn failure(&self) -> Option<&Error> {
        self.failure.as_ref()
    }

    /// The file and the column of a role, for a note.
    pub(in crate::read) fn date_label(&self, role: Role) -> Option<(String, String)> {
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
