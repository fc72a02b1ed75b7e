//! A wide table: each row has several dates, each under the name of an event. Each filled date
//! becomes a row of its own.

use crate::error::Excerpt;
use crate::read::problem::{ProblemPlace, RowProblem};
use crate::read::source::{Sample, Source, Step};
use std::io;

/// The headers of the rows that are made: the date, the event, and the lane and category that the row
/// gives.
pub(in crate::read) const WIDE_COLUMNS: [&str; 4] = ["date", "title", "lane", "category"];

/// A source whose header row was read, one of its dates at hand.
pub(in crate::read) struct WideSource<'r> {
    inner: Box<dyn Source + 'r>,
    /// The columns of the dates, and their headers.
    milestones: Vec<(usize, String)>,
    /// The column that names a row.
    lane: Option<usize>,
    /// The column that divides the rows.
    category: Option<usize>,
    /// The milestone that comes next in the row at hand.
    next: usize,
}

impl<'r> WideSource<'r> {
    /// The dates in some columns of a source whose row `lane` names.
    pub(in crate::read) fn new(
        mut inner: Box<dyn Source + 'r>,
        milestones: Vec<(usize, String)>,
        [lane, category]: [Option<usize>; 2],
        width: usize,
    ) -> Self {
        let used = milestones.iter().map(|(column, _)| *column).chain(lane).chain(category);
        inner.select(used.collect(), width);
        let next = milestones.len();
        Self { inner, milestones, lane, category, next }
    }

    /// The column of the other source that a column is made of.
    fn inner_column(&self, column: usize) -> Option<usize> {
        match column {
            2 => self.lane,
            3 => self.category,
            _ => self.milestones.get(self.next.checked_sub(1)?).map(|(column, _)| *column),
        }
    }
}

impl Source for WideSource<'_> {
    fn advance(&mut self) -> io::Result<Step> {
        loop {
            if self.next >= self.milestones.len() {
                match self.inner.advance()? {
                    Step::Row => self.next = 0,
                    step => return Ok(step),
                }
            }
            self.next += 1;
            if !self.text(0).is_empty() {
                return Ok(Step::Row);
            }
        }
    }

    fn width(&self) -> usize {
        WIDE_COLUMNS.len()
    }

    fn text(&self, column: usize) -> &str {
        let milestone = self.next.checked_sub(1).and_then(|at| self.milestones.get(at));
        match (column, milestone) {
            (0, Some((date, _))) => self.inner.text(*date),
            (1, Some((_, name))) => name,
            (2 | 3, _) => self.inner_column(column).map_or("", |of_row| self.inner.text(of_row)),
            _ => "",
        }
    }

    fn select(&mut self, _: Vec<usize>, _: usize) {}

    fn sample(&mut self, _: usize) -> io::Result<Sample> {
        Ok(Sample::default())
    }

    fn bytes(&self) -> u64 {
        self.inner.bytes()
    }

    fn position(&mut self, place: ProblemPlace) -> (u64, u64) {
        let place = self.inner_place(place);
        self.inner.position(place)
    }

    fn excerpt(&self, problem: &RowProblem) -> Option<Excerpt> {
        let column = problem.column.and_then(|column| self.inner_column(column));
        let place = self.inner_place(problem.place);
        self.inner.excerpt(&RowProblem { place, column, ..problem.clone() })
    }

    fn sheet(&self) -> Option<&str> {
        self.inner.sheet()
    }
}

impl WideSource<'_> {
    fn inner_place(&self, place: ProblemPlace) -> ProblemPlace {
        match place {
            ProblemPlace::Char { column, offset } => match self.inner_column(column) {
                Some(column) => ProblemPlace::Char { column, offset },
                None => ProblemPlace::Row,
            },
            place => place,
        }
    }
}
