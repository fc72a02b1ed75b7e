//! What is wrong with a table and its rows, as faults with their file, line and character.

use super::TableRows;
use crate::error::{Code, Fault, Message, SHOWN};
use crate::read::TableLimits;
use crate::read::problem::{ProblemPlace, RowProblem};
use crate::read::roles::Role;

impl TableRows<'_> {
    /// The fault of a table that goes beyond its limits with the row just read.
    pub(in crate::read) fn beyond(&mut self, limits: TableLimits) -> Option<Fault> {
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
    pub(in crate::read) fn limit_fault(&mut self, message: Message) -> Fault {
        self.fault(RowProblem::new(Code::TooManyBytes, ProblemPlace::Row, message))
    }

    /// The fault of a table without events.
    pub(in crate::read) fn no_events(&self, why: &str) -> Fault {
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
    pub(in crate::read) fn sheet(&self) -> Option<&str> {
        self.source.sheet()
    }

    /// Problems of the row at hand as faults of the file, in its order; the first of a table with
    /// the text at their place.
    pub(in crate::read) fn faults(&mut self, problems: Vec<RowProblem>) -> Vec<Fault> {
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
    pub(in crate::read) fn date_place(&mut self, role: Role) -> Fault {
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
}
