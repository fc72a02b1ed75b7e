//! Reading for a figure: once a table has more events than the figure can name, its rows are summed up
//! as they come, and memory grows with it no more.
//!
//! In: a reader, and the options of the figure. Out: the events, or their summary. What is summed up
//! draws the same figure as what is held. Dates that wait for what their whole column shows are held,
//! too, up to a bound; beyond it rows are summed up in each way in which they can be read. Where these are
//! too many, a file is read a second time, knowing what its columns show.

use super::events::EventRows;
use super::faults::FaultList;
use super::open_rows::OpenRows;
use super::plain::PlainScanner;
use super::{ReadOptions, Table, TableLimits, read};
use crate::date::OpenQuestion;
use crate::error::{Error, Fault, Result};
use crate::event::Event;
use crate::options::FigureOptions;
use crate::summary::{Summary, SummaryRule};
use std::io::Read;

/// Rows whose dates wait that are held before others are read again, or in several ways.
const MOST_WAITING: usize = 2_000;

/// A table that can be opened, and perhaps again.
pub struct TableInput<'a> {
    /// Opens it, at its beginning each time.
    pub open: &'a dyn Fn() -> Result<Box<dyn Read>>,
    /// Whether it can be opened a second time; a pipe cannot.
    pub is_file: bool,
}

/// Reads a table for a figure of some options. Where that counts its events, limits hold for what is
/// held alone, unless they are strict.
///
/// # Errors
///
/// Those of [`read`]; of many faults the first 100 are given, and the number of the others by kind.
pub fn read_for(
    input: &TableInput<'_>,
    options: &ReadOptions,
    figure: &FigureOptions,
) -> Result<Table> {
    let Some(rule) = SummaryRule::of(figure) else { return read((input.open)()?, options) };
    let mut rows = EventRows::new((input.open)()?, options)?;
    let mut sink = Sink::new(&rule, options.limits, input.is_file);
    sink.take_all(&mut rows, options);
    if sink.is_undecided {
        let decided = rows.decided();
        rows = EventRows::new((input.open)()?, options)?;
        rows.know(decided);
        sink = Sink::new(&rule, options.limits, false);
        sink.take_all(&mut rows, options);
    }
    sink.finish(rows)
}

/// Where events go.
struct Sink {
    rule: SummaryRule,
    limits: TableLimits,
    /// Whether rows that wait may be let go of, to be read again.
    can_reread: bool,
    /// All events in the order of the table; once some are summed up, those that the figure may
    /// still name all of.
    held: Vec<Event>,
    /// Events of `held` that are shown, for all that is known.
    shown: usize,
    /// Events whose dates wait, once some are summed up.
    waiting: Vec<Event>,
    summary: Option<Summary>,
    /// Those that can be read in few ways, once there are many.
    open: Option<OpenRows>,
    /// Whether rows that wait were let go of.
    is_undecided: bool,
    faults: FaultList,
    /// What counts plain rows once the figure counts for certain, if the table has any.
    scanner: Option<PlainScanner>,
}

impl Sink {
    fn new(rule: &SummaryRule, limits: TableLimits, can_reread: bool) -> Self {
        Self {
            rule: rule.clone(),
            limits,
            can_reread,
            held: Vec::new(),
            shown: 0,
            waiting: Vec::new(),
            open: None,
            summary: None,
            is_undecided: false,
            faults: FaultList::default(),
            scanner: None,
        }
    }

    fn take_all(&mut self, rows: &mut EventRows<'_>, options: &ReadOptions) {
        while let Some(row) = self.next(rows) {
            if let Some(fault) = self.beyond(rows) {
                self.faults.add(fault);
                break;
            }
            match row {
                Ok(event) => self.take(event, (rows, options)),
                Err(faults) => faults.into_iter().for_each(|fault| self.faults.add(fault)),
            }
        }
    }

    /// The next row that is not counted at once.
    fn next(&mut self, rows: &mut EventRows<'_>) -> Option<std::result::Result<Event, Vec<Fault>>> {
        if let (Some(scanner), Some(summary)) = (&mut self.scanner, &self.summary) {
            scanner.set_bar(summary.bar());
            if let Some(open) = &self.open {
                let has_first = open.has_first(OpenQuestion::YearPair);
                let shows_months = rows.shows_months();
                scanner.read_months([0, 1].map(|column| has_first[column] && shows_months[column]));
                scanner.read_orders(open.has_first(OpenQuestion::Order));
            }
        }
        rows.next_odd(self.scanner.as_mut())
    }

    /// The fault of a table that goes beyond what is held, or asked for.
    fn beyond(&self, rows: &mut EventRows<'_>) -> Option<Fault> {
        let Some(summary) = &self.summary else {
            let events = if self.limits.are_strict { self.limits.events } else { u64::MAX };
            return rows.beyond(TableLimits { events, ..self.limits });
        };
        let elsewhere = self.scanner.as_ref().map_or(0, PlainScanner::cells);
        match () {
            () if self.limits.are_strict => rows.beyond(self.limits),
            () if summary.is_full(elsewhere) => Some(rows.too_many_cells()),
            () if self.open.as_ref().is_some_and(OpenRows::is_full) => Some(rows.too_many_cells()),
            () if self.waiting.len() as u64 > self.limits.events => Some(rows.too_many_waiting()),
            () => None,
        }
    }

    fn take(&mut self, event: Event, (rows, options): (&mut EventRows<'_>, &ReadOptions)) {
        let Some(summary) = &mut self.summary else {
            self.shown += usize::from(self.rule.may_show(&event));
            self.held.push(event);
            let is_much = self.held.len() as u64 >= self.limits.events;
            if self.shown > self.rule.most_named || is_much {
                self.sum_up(rows);
                self.begin_scan(rows, options);
            }
            return;
        };
        if rows.waits() > self.waiting.len() {
            self.wait(event, (rows, options));
        } else if self.shown <= self.rule.most_named && self.rule.may_show(&event) {
            self.shown += 1;
            self.held.push(event);
            if self.shown > self.rule.most_named {
                self.held.drain(..).for_each(|event| summary.add(event));
                self.begin_scan(rows, options);
            }
        } else {
            summary.add(event);
        }
    }

    /// Holds an event whose dates wait, unless there are many.
    fn wait(&mut self, event: Event, (rows, options): (&mut EventRows<'_>, &ReadOptions)) {
        if let Some(open) = &mut self.open
            && let Some((row, questions)) = rows.take_last_open()
        {
            open.add(event, row, questions);
            return;
        }
        rows.place_last_waiting(self.waiting.len());
        self.waiting.push(event);
        let is_counted = self.shown > self.rule.most_named;
        if self.waiting.len() > MOST_WAITING && self.open.is_none() && is_counted {
            self.open_up(rows, options);
        }
        if self.waiting.len() > MOST_WAITING && self.can_reread {
            self.is_undecided = true;
            self.waiting.clear();
            rows.let_go();
        }
    }

    /// From now on dates that can be read in few ways do not wait, but are read in all of them.
    fn open_up(&mut self, rows: &mut EventRows<'_>, options: &ReadOptions) {
        let mut open = OpenRows::new(&self.rule, &options.dates);
        let mut events: Vec<Option<Event>> =
            std::mem::take(&mut self.waiting).into_iter().map(Some).collect();
        for (row, questions) in rows.take_open() {
            if let Some(event) = events.get_mut(row.event).and_then(Option::take) {
                open.add(event, row, questions);
            }
        }
        self.waiting = events.into_iter().flatten().collect();
        rows.place_waiting();
        self.open = Some(open);
    }

    /// From now on plain rows are counted without being read as others are.
    fn begin_scan(&mut self, rows: &EventRows<'_>, options: &ReadOptions) {
        let is_counted = self.shown > self.rule.most_named && !self.limits.are_strict;
        let plan = rows.plan(options).filter(|_| is_counted);
        self.scanner = plan.map(|plan| PlainScanner::new(plan, &self.rule));
    }

    /// Lets go of what the figure cannot name.
    fn sum_up(&mut self, rows: &mut EventRows<'_>) {
        let mut places = rows.place_waiting().into_iter().peekable();
        let mut summary = Summary::new(&self.rule);
        let is_counted = self.shown > self.rule.most_named;
        let events = std::mem::take(&mut self.held).into_iter().enumerate();
        self.shown = if is_counted { self.shown } else { 0 };
        for (place, event) in events {
            if places.next_if_eq(&place).is_some() {
                self.waiting.push(event);
            } else if !is_counted && self.rule.may_show(&event) {
                self.shown += 1;
                self.held.push(event);
            } else {
                summary.add(event);
            }
        }
        self.summary = Some(summary);
    }

    fn finish(mut self, mut rows: EventRows<'_>) -> Result<Table> {
        if let Some(error) = rows.failure() {
            return Err(error.clone());
        }
        if let (Some(scanner), Some(summary)) = (self.scanner, &mut self.summary) {
            scanner.join(rows.orders(), summary);
        }
        if let (Some(open), Some(summary)) = (self.open, &mut self.summary) {
            open.finish(&rows.decided(), (summary, &mut self.faults));
        }
        let summed = self.summary.map_or(Vec::new(), Summary::finish);
        let mut events = self.waiting;
        events.extend(self.held);
        events.extend(summed);
        if events.is_empty() && self.faults.is_empty() {
            self.faults.add(rows.no_events());
        }
        let (unsettled, taken) = rows.settle(&mut events);
        unsettled.into_iter().for_each(|fault| self.faults.add(fault));
        if self.faults.is_empty() {
            let notes = rows.notes().iter().cloned().chain(taken).collect();
            return Ok(Table { events, title: rows.title().map(str::to_owned), notes });
        }
        Err(Error::Data(self.faults.finish()))
    }
}
