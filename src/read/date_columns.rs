//! The date columns of a table while it is read, and the cells that wait for what a whole column
//! shows.
//!
//! In: the texts of date cells, row by row. Out: dates, some of which only stand in; after the last
//! row, the dates of all, or what is wrong with them, and notes on what was taken.

use super::roles::Role;
use crate::date::{
    Bound, DAY_NANOS, Date, DateColumn, DateError, DateErrorKind, DateForm, DateOptions, Decisions,
    Instant, Locale, OpenAnswer, OpenQuestion, PlainCells, PlainSeen, Precision, Zone,
};
use crate::error::{Code, Fault, Message, Note, quoted};
use crate::event::{Event, Kind};
use std::collections::BTreeMap;
use std::iter;

/// The columns of dates and of ends, with the dates of the row at hand that wait.
pub(super) struct DateColumns {
    options: DateOptions,
    dates: DateColumn,
    ends: DateColumn,
    waiting: Vec<(Role, Option<OpenQuestion>)>,
    /// Dates of the row at hand besides the first, of a cell that has several.
    stints: Vec<Date>,
    /// Ends at midnight within a day of their start, and later ones.
    nights: [u64; 2],
    /// What the columns show, if that is known already.
    decided: Option<ColumnDecisions>,
}

/// What both columns decide.
pub(super) struct ColumnDecisions {
    dates: Decisions,
    ends: Decisions,
    /// How many cells leave each question open, among the dates and among the ends.
    open: BTreeMap<OpenQuestion, [u64; 2]>,
}

/// What the date and the end of a row wait for.
pub(super) type RowQuestions = [Option<OpenQuestion>; 2];

/// A cell whose date waits.
#[derive(Clone)]
pub(super) struct WaitingCell {
    pub(super) role: Role,
    /// What it waits for, where that is one question of few answers.
    pub(super) question: Option<OpenQuestion>,
    /// A fault that has its place.
    pub(super) place: Fault,
}

/// A row with dates that wait.
#[derive(Clone)]
pub(super) struct WaitingRow {
    /// Its place among the events.
    pub(super) event: usize,
    /// The cells that wait.
    pub(super) cells: Vec<WaitingCell>,
    /// The place of the end, if there is one.
    pub(super) end: Option<Fault>,
    /// Whether the end follows from the start, by a duration.
    pub(super) is_derived: bool,
    /// Whether the date lies between the two.
    pub(super) are_bounds: bool,
    /// Whether it takes whole days.
    pub(super) is_whole_days: bool,
}

impl WaitingRow {
    /// What it waits for; none if a cell waits for more than one question of few answers.
    pub(super) fn questions(&self) -> Option<RowQuestions> {
        let mut questions = [None; 2];
        for cell in &self.cells {
            questions[usize::from(cell.role == Role::End)] = Some(cell.question?);
        }
        Some(questions)
    }
}

impl DateColumns {
    pub(super) fn new(options: &DateOptions) -> Self {
        Self {
            options: options.clone(),
            dates: DateColumn::default(),
            ends: DateColumn::default(),
            waiting: Vec::new(),
            stints: Vec::new(),
            nights: [0; 2],
            decided: None,
        }
    }

    /// Takes the languages of the headers, by which words are read that no month tells the language of.
    pub(super) fn hint(&mut self, languages: &[Locale]) {
        self.dates.hint(languages);
        self.ends.hint(languages);
    }

    /// Takes which of the headers, that of the date and that of the end, say that cells are months.
    pub(super) fn hint_months(&mut self, [dates, ends]: [bool; 2]) {
        if dates {
            self.dates.hint_months();
        }
        if ends {
            self.ends.hint_months();
        }
    }

    /// Takes what the columns show from an earlier reading.
    pub(super) fn know(&mut self, decided: ColumnDecisions) {
        self.decided = Some(decided);
    }

    /// Whether a cell that is read as `date` may be one of several dates.
    pub(super) fn may_have_stints(date: &Result<Date, DateError>) -> bool {
        match date {
            Ok(date) => matches!(date.form, DateForm::AllOf(_)),
            Err(_) => true,
        }
    }

    /// The dates of a cell that has several, read as `date` if that is possible.
    pub(super) fn stints(&self, text: &str, date: &Result<Date, DateError>) -> Option<Vec<Date>> {
        if Self::may_have_stints(date) { Date::stints(text, &self.options) } else { None }
    }

    /// The first date of a cell that has several; the others are kept.
    pub(super) fn first_stint(
        &mut self,
        text: &str,
        date: &Result<Date, DateError>,
    ) -> Option<Date> {
        let mut stints = self.stints(text, date)?.into_iter();
        let first = stints.next();
        self.stints = stints.collect();
        first
    }

    /// The other dates of the row at hand.
    pub(super) fn take_stints(&mut self) -> Vec<Date> {
        std::mem::take(&mut self.stints)
    }

    /// Adds what plain dates and ends showed that were read elsewhere.
    pub(super) fn count_plain(&mut self, [dates, ends]: &[PlainCells; 2]) {
        self.dates.count_plain(dates);
        self.ends.count_plain(ends);
    }

    /// The kinds of plain dates that the columns of dates and of ends have had.
    pub(super) fn seen(&self) -> [PlainSeen; 2] {
        [&self.dates, &self.ends].map(DateColumn::seen)
    }

    /// Whether an earlier reading showed that `YYYY-MM` is a month wherever it can be one, as a date
    /// and as an end.
    pub(super) fn reads_months(&self) -> [bool; 2] {
        let of = |decided: &ColumnDecisions| {
            [&decided.dates, &decided.ends].map(Decisions::reads_months)
        };
        self.decided.as_ref().map_or([false; 2], of)
    }

    /// How dates are read.
    pub(super) fn options(&self) -> &DateOptions {
        &self.options
    }

    /// Forgets what was kept of the row before.
    pub(super) fn begin_row(&mut self) {
        self.waiting.clear();
        self.stints.clear();
    }

    /// Reads the text of a role; a date that waits stands in for what the column will decide.
    pub(super) fn read(&mut self, role: Role, text: &str) -> Result<Date, DateError> {
        let column = if role == Role::End { &mut self.ends } else { &mut self.dates };
        if let Some(date) = column.read_plain(text, &self.options) {
            return Ok(date);
        }
        let reading = column.read(text, &self.options);
        match reading.waiting {
            Some(_) if let Some(decided) = &self.decided => decided.read(role, text),
            Some(date) => {
                self.waiting.push((role, reading.question));
                Ok(Date { written: text.trim().to_owned(), ..date })
            }
            None => reading.date,
        }
    }

    /// Counts an end that is midnight, by how far it is from its start; gives it as a day where it would
    /// be before the start otherwise.
    pub(super) fn counted_night(&mut self, start: &Date, end: Date) -> Date {
        let span = end.lo().zip(start.lo()).map(|(end, start)| end.nanos_since(start));
        let Some(span) = span.filter(|_| end.is_at_midnight() && !start.is_at_midnight()) else {
            return end;
        };
        if start.precision < Precision::Hour {
            return end;
        }
        let day = i128::from(DAY_NANOS);
        self.nights[usize::from(span <= 0 || span > day)] += 1;
        let is_same_day = span <= 0 && span > -day && self.options.midnight.is_none();
        if is_same_day { end.as_day() } else { end }
    }

    /// The roles of the row at hand whose dates wait, each with its question if it is one of few answers.
    pub(super) fn take_waiting(&mut self) -> Vec<(Role, Option<OpenQuestion>)> {
        std::mem::take(&mut self.waiting)
    }

    /// Whether any date of the row at hand waits.
    pub(super) fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    pub(super) fn decide(&self) -> ColumnDecisions {
        let open = |question| {
            (question, [&self.dates, &self.ends].map(|column| column.open_cells(question)))
        };
        let mut ends = self.ends.decide(&self.dates, &self.options);
        // What ends in the night, as a late shift does, ends at that hour.
        let [short, long] = self.nights;
        if short == 0 && long > 0 && self.ends.is_at_midnight() {
            ends.take_days();
        }
        ColumnDecisions {
            dates: self.dates.decide(&self.ends, &self.options),
            ends,
            open: [OpenQuestion::Order, OpenQuestion::YearPair].into_iter().map(open).collect(),
        }
    }

    /// Whether the dates show so far that `YYYY-MM` is a month, and whether the ends do.
    pub(super) fn shows_months(&self) -> [bool; 2] {
        [&self.dates, &self.ends].map(DateColumn::shows_months)
    }

    /// What was taken of the dates, under the headers of their columns.
    pub(super) fn notes(
        &self,
        decisions: &ColumnDecisions,
        label: impl Fn(Role) -> Option<(String, String)>,
    ) -> Vec<Note> {
        let columns =
            [(Role::Date, &self.dates, &decisions.dates), (Role::End, &self.ends, &decisions.ends)];
        let mut notes = Vec::new();
        for (role, column, decided) in columns {
            let (file, label) = label(role).unwrap_or_default();
            for message in column.notes(decided) {
                let message = Message::new(format!("{label}: ")).and(message);
                notes.push(Note::new(Code::DateOrderTaken, message).in_file(&file));
            }
        }
        notes
    }
}

impl ColumnDecisions {
    /// What would be decided with these answers, for the dates and for the ends.
    pub(super) fn supposing(options: &DateOptions, answers: [Option<OpenAnswer>; 2]) -> Self {
        let [dates, ends] = answers.map(|answer| Decisions::supposing(options, answer));
        Self { dates, ends, open: BTreeMap::new() }
    }

    /// How many cells leave a question open that has no answer, but for those of some rows.
    pub(super) fn further(&self, question: OpenQuestion, rows: &[WaitingRow]) -> [u64; 2] {
        let open = self.open.get(&question).copied().unwrap_or_default();
        let cells = || rows.iter().flat_map(|row| &row.cells);
        [(Role::Date, open[0]), (Role::End, open[1])].map(|(role, open)| {
            let is_of = |cell: &&WaitingCell| cell.role == role && cell.question == Some(question);
            let known = cells().filter(is_of).count() as u64;
            let is_open = known > 0 && self.of(role).answer(question).is_none();
            if is_open { open.saturating_sub(known) } else { 0 }
        })
    }

    pub(super) fn of(&self, role: Role) -> &Decisions {
        if role == Role::End { &self.ends } else { &self.dates }
    }

    /// The date of a cell that waited.
    pub(super) fn read(&self, role: Role, text: &str) -> Result<Date, DateError> {
        let decisions = self.of(role);
        match role {
            Role::End => decisions.read_end(text),
            _ => decisions.read(text),
        }
    }

    /// Gives the events of rows that waited their dates.
    pub(super) fn settle(&self, events: &mut [Event], rows: Vec<WaitingRow>) -> Vec<Fault> {
        self.settle_first(events, rows, [0; 2])
    }

    /// The same where the days of further cells of the date and of the end can be months.
    pub(super) fn settle_first(
        &self,
        events: &mut [Event],
        rows: Vec<WaitingRow>,
        further: [u64; 2],
    ) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut open = OpenOrders { first: [None; 2], more: further };
        for row in rows {
            let Some(event) = events.get_mut(row.event) else { continue };
            let (mut is_sound, alone) = (true, event.start.clone());
            for WaitingCell { role, place: fault, .. } in row.cells {
                let Some(slot) = date_of(event, role) else { continue };
                match self.read(role, &slot.written) {
                    Ok(date) => *slot = date,
                    Err(error) => {
                        is_sound = false;
                        if !open.has(role, &error, faults.len()) {
                            faults.push(refused(fault, &slot.written, error));
                        }
                    }
                }
            }
            if row.is_whole_days {
                (event.start, event.end) = whole_days(event.start.clone(), event.end.take());
            }
            if row.is_derived {
                event.end = event.end.take().map(|end| moved(end, &alone, &event.start));
            }
            let end = event.end.as_ref().zip(row.end).filter(|_| is_sound);
            if let Some((end, fault)) = end.filter(|(end, _)| ends_before(end, &event.start)) {
                faults.push(order_fault(fault, end, &event.start));
            } else if row.are_bounds {
                bound(event);
            }
        }
        open.tell(&mut faults);
        present_as_age(events);
        let are_changed = [Role::Date, Role::End].map(|role| self.of(role).changes_clocks());
        if are_changed.contains(&true) {
            events.iter_mut().for_each(|event| self.as_told(event));
        }
        faults
    }

    fn as_told(&self, event: &mut Event) {
        event.start = match event.start.form.clone() {
            DateForm::Between(ends) => {
                let [from, to] = *ends;
                let written = std::mem::take(&mut event.start.written);
                let date = Date::between(self.dates.as_told(from), self.ends.as_told(to));
                Date { written, ..date }
            }
            _ => self.dates.as_told(event.start.clone()),
        };
        event.end = event.end.take().map(|end| self.ends.as_told(end));
    }
}

/// The columns whose days can be months. One option mends all of their cells, so one is told.
struct OpenOrders {
    /// The fault of the first cell of the date and of the end.
    first: [Option<usize>; 2],
    /// How many cells follow.
    more: [u64; 2],
}

impl OpenOrders {
    /// Whether the error of a cell is told already; else it will be the fault at `place`.
    fn has(&mut self, role: Role, error: &DateError, place: usize) -> bool {
        if error.kind != DateErrorKind::AmbiguousOrder {
            return false;
        }
        let column = usize::from(role == Role::End);
        let is_told = self.first[column].is_some();
        self.first[column].get_or_insert(place);
        self.more[column] += u64::from(is_told);
        is_told
    }

    /// Says how many cells follow.
    fn tell(self, faults: &mut [Fault]) {
        let columns = self.first.into_iter().zip(self.more).filter(|(_, more)| *more > 0);
        for (place, more) in columns.filter_map(|(place, more)| Some((place?, more))) {
            let cells = if more == 1 { "cell" } else { "cells" };
            if let Some(fault) = faults.get_mut(place) {
                let message = std::mem::take(&mut fault.message);
                fault.message =
                    message.text(format!("; so can {more} more {cells} of this column"));
            }
        }
    }
}

/// The days of what takes whole days. Programs end it at the midnight after the last of them.
pub(super) fn whole_days(start: Date, end: Option<Date>) -> (Date, Option<Date>) {
    let is_midnight = Date::is_at_midnight;
    let end = end.map(|end| match end.lo().zip(start.lo()) {
        Some((to, from)) if is_midnight(&end) && is_midnight(&start) && from < to => {
            let last = to.checked_add(-i128::from(DAY_NANOS));
            let last = last.map(|last| Date { lo: Bound::At(last), ..end.clone() });
            last.unwrap_or(end).as_day()
        }
        _ if is_midnight(&end) => end.as_day(),
        _ => end,
    });
    (if is_midnight(&start) { start.as_day() } else { start }, end)
}

/// A date that lies as far from `to` as it lay from `from`.
pub(super) fn moved(date: Date, from: &Date, to: &Date) -> Date {
    let Some((from, to)) = from.lo().zip(to.lo()) else { return date };
    let by = to.nanos_since(from);
    let moved = |bound: Bound| match bound {
        Bound::At(at) => at.checked_add(by).map_or(bound, Bound::At),
        other => other,
    };
    Date { lo: moved(date.lo), hi: moved(date.hi), ..date }
}

/// In a table of ages the present is age 0.
fn present_as_age(events: &mut [Event]) {
    let mut dates = events.iter().flat_map(|event| iter::once(&event.start).chain(&event.end));
    let is_age = |date: &Date| date.is_age() || date.form == DateForm::Present;
    if !dates.clone().any(Date::is_age) {
        return;
    }
    let are_all = dates.all(is_age);
    for event in events {
        if are_all || event.start.form == DateForm::Present {
            event.start = event.start.clone().with_present_as_age();
        }
        if !are_all {
            continue;
        }
        event.end = event.end.take().map(Date::with_present_as_age);
    }
}

/// Puts the bounds of an event together to its date.
fn bound(event: &mut Event) {
    if let Some(end) = event.end.take() {
        event.start = Date::between(event.start.clone(), end);
        event.kind = if event.kind == Kind::Span { Kind::Point } else { event.kind };
    }
}

fn date_of(event: &mut Event, role: Role) -> Option<&mut Date> {
    match role {
        Role::End => event.end.as_mut(),
        _ => Some(&mut event.start),
    }
}

/// The fault of a cell that has no date after all.
fn refused(fault: Fault, text: &str, error: DateError) -> Fault {
    let message = fault.message.and(format!("{}: ", quoted(text))).and(error.message);
    Fault { code: error.kind.code(), message, ..fault }
}

/// That an event ends before it begins, at `start`.
pub(super) fn order_message(start: &Date) -> Message {
    let start = quoted(&start.written);
    format!("the event ends before it begins, at {start}; correct one of the two").into()
}

/// The fault, at the place of the end, of an event that ends before it begins.
fn order_fault(place: Fault, end: &Date, start: &Date) -> Fault {
    let end = Message::new(format!("{}: ", quoted(&end.written)));
    let message = place.message.and(end).and(order_message(start));
    Fault { code: Code::EndBeforeStart, message, ..place }
}

/// Whether all of `end` lies before `start`. A local time and one with a zone may be up to 14
/// hours apart (the widest offset from UTC), and are then not refused.
pub(super) fn ends_before(end: &Date, start: &Date) -> bool {
    let same_clock = (end.zone == Zone::Floating) == (start.zone == Zone::Floating);
    let doubt = if same_clock { 0 } else { 14 * 3600 * 1_000_000_000 };
    let latest = end.hi().and_then(|hi: Instant| hi.checked_add(doubt));
    latest.zip(start.lo()).is_some_and(|(latest, start)| latest <= start)
}
