//! Rows whose dates can be read in several ways until their whole column is known, summed up in each of
//! these ways: so they need be neither held nor read again.
//!
//! In: rows whose date or end waits for one question of few answers. Out: after the last row, the summary
//! by the answers of the columns, or what is wrong where they have none.

use super::date_columns::{ColumnDecisions, RowQuestions, WaitingRow};
use super::faults::{FaultList, PLACED};
use super::roles::Role;
use crate::date::{DateOptions, OpenAnswer, OpenQuestion};
use crate::event::Event;
use crate::summary::{Summary, SummaryRule};
use std::collections::BTreeMap;

/// What is answered of a date and of an end, as far as they wait.
type RowAnswers = [Option<OpenAnswer>; 2];

/// Rows that wait.
pub(super) struct OpenRows {
    rule: SummaryRule,
    options: DateOptions,
    groups: BTreeMap<RowQuestions, WaitingGroup>,
}

/// Rows that wait for the same.
struct WaitingGroup {
    readings: Vec<OpenReading>,
    /// The first of them, to be told where nothing decides.
    first: Vec<(Event, WaitingRow)>,
}

/// The rows of a group by some answers.
struct OpenReading {
    answers: RowAnswers,
    decisions: ColumnDecisions,
    summary: Summary,
    faults: FaultList,
}

impl OpenRows {
    pub(super) fn new(rule: &SummaryRule, options: &DateOptions) -> Self {
        Self { rule: rule.clone(), options: options.clone(), groups: BTreeMap::new() }
    }

    /// Adds a row that waits for these questions.
    pub(super) fn add(&mut self, event: Event, row: WaitingRow, questions: RowQuestions) {
        let (rule, options) = (&self.rule, &self.options);
        let new = || WaitingGroup::new(questions, rule, options);
        let group = self.groups.entry(questions).or_insert_with(new);
        for reading in &mut group.readings {
            reading.add(event.clone(), row.clone());
        }
        if group.first.len() < PLACED {
            group.first.push((event, row));
        }
    }

    /// Whether more is told apart than may be.
    pub(super) fn is_full(&self) -> bool {
        let mut readings = self.groups.values().flat_map(|group| &group.readings);
        readings.any(|reading| reading.summary.is_full(0))
    }

    /// Whether as many cells that wait for a question are at hand as are told where nothing decides, in
    /// the column of dates and in that of ends.
    pub(super) fn has_first(&self, question: OpenQuestion) -> [bool; 2] {
        [0, 1].map(|column| {
            let is_of = |questions: &RowQuestions| questions[column] == Some(question);
            self.groups.iter().any(|(of, group)| is_of(of) && group.first.len() == PLACED)
        })
    }

    /// Adds the rows, by what their columns decide, to a summary, or what is wrong with them to the faults.
    pub(super) fn finish(
        self,
        decided: &ColumnDecisions,
        (summary, faults): (&mut Summary, &mut FaultList),
    ) {
        let mut undecided = Vec::new();
        for (questions, group) in self.groups {
            let answers = [Role::Date, Role::End].map(|role| {
                let question = questions[usize::from(role == Role::End)];
                question.map(|question| decided.of(role).answer(question))
            });
            let is_decided = !answers.contains(&Some(None));
            let answers = answers.map(Option::flatten);
            let is_so = |reading: &OpenReading| is_decided && reading.answers == answers;
            match group.readings.into_iter().find(is_so) {
                Some(reading) => {
                    summary.merge(reading.summary);
                    faults.join(reading.faults);
                }
                None => undecided.extend(group.first),
            }
        }
        refuse(undecided, decided, faults);
    }
}

impl WaitingGroup {
    fn new(questions: RowQuestions, rule: &SummaryRule, options: &DateOptions) -> Self {
        let all = questions.map(|question| match question {
            Some(question) => question.answers().into_iter().map(Some).collect(),
            None => vec![None],
        });
        let pairs =
            all[0].iter().flat_map(|&of_date| all[1].iter().map(move |&end| [of_date, end]));
        let reading = |answers: RowAnswers| OpenReading {
            answers,
            decisions: ColumnDecisions::supposing(options, answers),
            summary: Summary::new(rule),
            faults: FaultList::default(),
        };
        Self { readings: pairs.map(reading).collect(), first: Vec::new() }
    }
}

impl OpenReading {
    fn add(&mut self, event: Event, row: WaitingRow) {
        let mut events = [event];
        let faults = self.decisions.settle(&mut events, vec![WaitingRow { event: 0, ..row }]);
        if faults.is_empty() {
            events.into_iter().for_each(|event| self.summary.add(event));
        }
        faults.into_iter().for_each(|fault| self.faults.add(fault));
    }
}

/// Adds the faults of the first rows that nothing decides, and how many more cells are like them.
fn refuse(rows: Vec<(Event, WaitingRow)>, decided: &ColumnDecisions, faults: &mut FaultList) {
    let (mut events, mut first): (Vec<Event>, Vec<WaitingRow>) = rows.into_iter().unzip();
    first.iter_mut().enumerate().for_each(|(place, row)| row.event = place);
    let further = |question| decided.further(question, &first);
    let (orders, pairs) = (further(OpenQuestion::Order), further(OpenQuestion::YearPair));
    let found = decided.settle_first(&mut events, first, orders);
    let kind = found.last().map(|fault| fault.code.kind());
    found.into_iter().for_each(|fault| faults.add(fault));
    kind.into_iter().for_each(|kind| faults.count(kind, pairs.iter().sum()));
}
