//! The rows of a table in any format, their columns by role, and problems as faults with their
//! line and character.

use super::columns::{Columns, RoleTexts};
use super::open::{open, unreadable};
use super::problem::{ProblemPlace, RowProblem};
use super::source::{Source, Step};
use super::{ReadOptions, Role, TableLimits};
use crate::error::{Error, Fault, FaultKind, Message, Note, Result, SHOWN};
use std::io::{self, Read};

/// The rows of a table in the order of the file, one of them at hand.
pub(super) struct TableRows<'r> {
    source: Box<dyn Source + 'r>,
    columns: Columns,
    name: String,
    notes: Vec<Note>,
    failure: Option<Error>,
    /// Rows gone on to so far.
    count: u64,
    /// Faults so far.
    faults: usize,
}

impl<'r> TableRows<'r> {
    /// Reads the head of a table that needs some roles: format, encoding, columns.
    ///
    /// # Errors
    ///
    /// [`Error::Data`] if this is no table, or its header row is at fault; [`Error::Options`] if
    /// two headers are given for one role; [`Error::System`] if the reader fails.
    pub(super) fn open(
        reader: impl Read + 'r,
        options: &ReadOptions,
        needed: &[Role],
    ) -> Result<Self> {
        options.check()?;
        let (source, note) = open(reader, options)?;
        let mut rows = Self {
            source,
            columns: Columns::default(),
            name: options.name.clone(),
            notes: note.into_iter().collect(),
            failure: None,
            count: 0,
            faults: 0,
        };
        rows.read_headers(options, needed)?;
        Ok(rows)
    }

    fn read_headers(&mut self, options: &ReadOptions, needed: &[Role]) -> Result<()> {
        match self.source.advance() {
            Ok(Step::Row) => {}
            Ok(Step::Broken(problems)) => return Err(Error::Data(self.faults(problems))),
            Ok(Step::End) => {
                let why = "the table is empty; give it the columns date and title, and a row for \
                           each event";
                return Err(Error::Data(vec![self.no_events(why)]));
            }
            Err(error) => return Err(unreadable(&self.name, &error)),
        }
        let headers = (0..self.source.width()).map(|column| self.source.text(column).to_owned());
        self.columns = Columns::new(headers.collect(), options);
        let problems = self.columns.problems(options, needed);
        if !problems.is_empty() {
            return Err(Error::Data(self.faults(problems)));
        }
        self.notes.extend(self.columns.ignored(&self.name));
        self.source.select(self.columns.used());
        Ok(())
    }

    /// Goes on to the next row that is not blank, or gives everything that is wrong with it.
    pub(super) fn advance(&mut self) -> Option<std::result::Result<(), Vec<Fault>>> {
        self.count += 1;
        match self.source.advance() {
            Ok(Step::End) => None,
            Ok(Step::Row) => Some(Ok(())),
            Ok(Step::Broken(problems)) => Some(Err(self.faults(problems))),
            Err(error) => Some(Err(self.fail(&error))),
        }
    }

    /// The texts of the row at hand.
    pub(super) fn texts(&self) -> RoleTexts<'_> {
        self.columns.texts(&*self.source)
    }

    /// The header of a column.
    pub(super) fn header(&self, column: usize) -> &str {
        self.columns.header(column)
    }

    /// The line and the character, each from 1, of the text of a column of the row at hand.
    pub(super) fn position(&mut self, column: usize) -> (u64, u64) {
        self.source.position(ProblemPlace::column(column))
    }

    /// What the maker of the figure should know of the table.
    pub(super) fn notes(&self) -> &[Note] {
        &self.notes
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
        self.faults(vec![RowProblem::new(FaultKind::Limit, ProblemPlace::Row, message)]).pop()
    }

    /// The fault of a table without events.
    pub(super) fn no_events(&self, why: &str) -> Fault {
        Fault::new(FaultKind::Empty, format!("no events: {why}")).in_file(&self.name)
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
        let fault = Fault::new(problem.kind, message).in_file(&self.name).at(line, column);
        Fault { value: problem.value, excerpt, ..fault }
    }

    /// The only fault of a reader that failed.
    fn fail(&mut self, error: &io::Error) -> Vec<Fault> {
        self.failure = Some(unreadable(&self.name, error));
        vec![Fault::of_file(&self.name, format!("the table cannot be read: {error}"))]
    }
}
