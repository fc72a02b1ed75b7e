//! The events of a calendar as rows of a table.

use super::components::{CalendarEvent, Components, components};
use super::content_lines::ContentLine;
use super::moment::{Moment, duration};
use super::repeats::{MOST_WORK, Wanted, days};
use super::rule::{Frequency, Rule};
use crate::date::{Bound, Instant};
use crate::error::{Code, Message, quoted};
use crate::read::ReadOptions;
use crate::read::documents::held::{HeldCell, HeldRow, HeldTable};
use chrono::{Days, NaiveDate, TimeDelta};
use std::collections::{BTreeMap, BTreeSet};

/// The columns, and the lines that they come from.
const COLUMNS: [(&str, &str); 7] = [
    ("start", "DTSTART"),
    ("end", "DTEND"),
    ("title", "SUMMARY"),
    ("description", "DESCRIPTION"),
    ("category", "CATEGORIES"),
    ("location", "LOCATION"),
    ("url", "URL"),
];

/// The events of a calendar.
pub(in crate::read::documents) fn table(text: &str, options: &ReadOptions) -> HeldTable {
    let Components { events, faults, others } = components(text);
    let headers = COLUMNS.map(|(header, _)| HeldCell::made(header, 0..0)).into();
    let mut calendar = CalendarReader::new(&events, options);
    let mut rows = Vec::new();
    for event in &events {
        calendar.add(event, &mut rows);
        if rows.len() > calendar.wanted.most {
            break;
        }
    }
    rows.extend(faults);
    let mut notes = calendar.notes();
    notes.extend(others.into_iter().map(|(name, count)| {
        match count {
            1 => Message::new(format!("1 {name} is no event and left out"))
                .coded(Code::CalendarTaken),
            many => Message::new(format!("{many} {name} are no events and left out"))
                .coded(Code::CalendarTaken),
        }
    }));
    HeldTable { headers, rows, notes, ..HeldTable::default() }.without_blank_columns()
}

/// What the events of a calendar share while they are read.
struct CalendarReader {
    wanted: Wanted,
    /// Whether the last day is known up to which repeated events are wanted.
    has_end: bool,
    work: u64,
    /// The moments of repeated events that are told apart, by the name of the event.
    changed: BTreeMap<String, BTreeSet<Moment>>,
    zones: BTreeSet<String>,
    has_utc: bool,
    cancelled: u64,
}

impl CalendarReader {
    fn new(events: &[CalendarEvent], options: &ReadOptions) -> Self {
        let [from, to] = options.repeats.each_ref().map(Option::as_ref);
        let from = from.and_then(|from| day(from.lo));
        // The end of a date is the first instant after it.
        let to = to.and_then(|to| match to.hi {
            Bound::At(Instant { nano: 0, .. }) => day(to.hi)?.checked_sub_days(Days::new(1)),
            hi => day(hi),
        });
        let most = usize::try_from(options.limits.events).unwrap_or(usize::MAX).saturating_add(1);
        let mut changed: BTreeMap<String, BTreeSet<Moment>> = BTreeMap::new();
        for event in events {
            if let Some(moment) = event.line("RECURRENCE-ID").and_then(Moment::of) {
                changed.entry(event.value("UID").to_owned()).or_default().insert(moment);
            }
        }
        Self {
            wanted: Wanted { from, to, most },
            has_end: to.is_some(),
            work: MOST_WORK,
            changed,
            zones: BTreeSet::new(),
            has_utc: false,
            cancelled: 0,
        }
    }

    /// Adds the rows of an event: one, or one for each time that it comes.
    fn add(&mut self, event: &CalendarEvent, rows: &mut Vec<HeldRow>) {
        if event.value("STATUS").eq_ignore_ascii_case("CANCELLED") {
            self.cancelled += 1;
            return;
        }
        self.note_zone(event);
        let Some(start) = event.line("DTSTART").and_then(Moment::of) else {
            rows.push(row(event, None, None));
            return;
        };
        let length = length(event, start);
        match self.moments(event, start) {
            Ok(moments) => {
                let room = self.wanted.most.saturating_add(1).saturating_sub(rows.len());
                let moments = moments.into_iter().take(room);
                rows.extend(moments.map(|moment| row(event, Some(moment), length)));
            }
            Err((line, message)) => {
                rows.push(HeldRow::Fault(line.span.clone(), Code::CalendarEvent, message));
            }
        }
    }

    fn note_zone(&mut self, event: &CalendarEvent) {
        for line in ["DTSTART", "DTEND"].into_iter().filter_map(|name| event.line(name)) {
            if let Some(zone) = line.param("TZID") {
                self.zones.insert(zone.to_owned());
            }
            self.has_utc |= Moment::of(line).is_some_and(|moment| moment.is_utc);
        }
    }

    /// The moments at which an event begins, or the line that is at fault.
    fn moments<'e>(
        &mut self,
        event: &'e CalendarEvent,
        start: Moment,
    ) -> Result<Vec<Moment>, (&'e ContentLine, Message)> {
        let known = ["RRULE", "RDATE", "EXRULE"].into_iter().find_map(|name| event.line(name));
        if let Some(line) = event.line("RECURRENCE-ID").filter(|line| line.param("RANGE").is_some())
        {
            let fact =
                "a change of all later events (RANGE) is not worked out; write them one by one";
            return Err((line, Message::new(fact).coded(Code::CalendarRule)));
        }
        if known.is_none() || event.line("RECURRENCE-ID").is_some() {
            return Ok(vec![start]);
        }
        if let Some(line) = event.line("EXRULE") {
            let fact = "a rule of exceptions (EXRULE) is not worked out; write them as EXDATE";
            return Err((line, Message::new(fact).coded(Code::CalendarRule)));
        }
        let mut found = BTreeSet::new();
        match event.line("RRULE") {
            Some(line) => found.extend(self.by_rule(line, start)?),
            None => {
                found.insert(start);
            }
        }
        for line in event.lines("RDATE") {
            for date in line.value.split(',') {
                let moment = Moment::read(date).ok_or_else(|| (line, no_moment(date)))?;
                found.insert(moment);
            }
        }
        self.take_out(event, &mut found)?;
        Ok(found.into_iter().collect())
    }

    /// The moments of a rule.
    fn by_rule<'e>(
        &mut self,
        line: &'e ContentLine,
        start: Moment,
    ) -> Result<Vec<Moment>, (&'e ContentLine, Message)> {
        let rule = Rule::read(&line.value).map_err(|message| (line, message))?;
        if rule.count.is_none() && rule.until.is_none() && !self.has_end {
            let every = match rule.frequency {
                Frequency::Daily => "day",
                Frequency::Weekly => "week",
                Frequency::Monthly => "month",
                Frequency::Yearly => "year",
            };
            let fact = format!("the event repeats every {every} without an end; set ");
            return Err((
                line,
                Message::new(fact)
                    .setting("to")
                    .text(" to the last day that is wanted")
                    .coded(Code::CalendarRule),
            ));
        }
        let days = days(start, &rule, self.wanted, &mut self.work);
        let days = days.ok_or_else(|| {
            let fact = "the events that repeat take too long to be worked out; set ";
            (
                line,
                Message::new(fact)
                    .setting("to")
                    .text(" to an earlier day, or write them one by one")
                    .coded(Code::CalendarRule),
            )
        })?;
        Ok(days.into_iter().map(|day| start.on(day)).collect())
    }

    /// Takes out the moments that are excepted, or told apart.
    fn take_out<'e>(
        &self,
        event: &'e CalendarEvent,
        found: &mut BTreeSet<Moment>,
    ) -> Result<(), (&'e ContentLine, Message)> {
        for line in event.lines("EXDATE") {
            for date in line.value.split(',') {
                let out = Moment::read(date).ok_or_else(|| (line, no_moment(date)))?;
                found.retain(|moment| !is_same(*moment, out));
            }
        }
        if let Some(changed) = self.changed.get(event.value("UID")) {
            found.retain(|moment| !changed.iter().any(|out| is_same(*moment, *out)));
        }
        Ok(())
    }

    fn notes(&self) -> Vec<Message> {
        let mut notes = Vec::new();
        if !self.zones.is_empty() {
            let zones: Vec<String> = self.zones.iter().take(5).map(|zone| quoted(zone)).collect();
            let is_mixed = self.zones.len() > 1 || self.has_utc;
            let others = if is_mixed { ", beside times of other zones" } else { "" };
            notes.push(
                Message::new(format!(
                    "times in {} are taken as they are written{others}, without their zone",
                    zones.join(", ")
                ))
                .coded(Code::CalendarTaken),
            );
        }
        match self.cancelled {
            0 => {}
            1 => notes
                .push(Message::new("1 event is cancelled and left out").coded(Code::CalendarTaken)),
            many => notes.push(
                Message::new(format!("{many} events are cancelled and left out"))
                    .coded(Code::CalendarTaken),
            ),
        }
        notes
    }
}

/// Whether two moments are one; a day, or a time in another zone, is that of the whole day.
fn is_same(moment: Moment, out: Moment) -> bool {
    moment.day == out.day
        && (moment.time == out.time || out.time.is_none() || moment.is_utc != out.is_utc)
}

fn no_moment(text: &str) -> Message {
    Message::new(format!(
        "{} is no day or time; write it as 20240501 or 20240501T090000",
        quoted(text)
    ))
    .coded(Code::CalendarEvent)
}

/// The day of a bound.
fn day(bound: Bound) -> Option<NaiveDate> {
    let Bound::At(Instant { day, .. }) = bound else { return None };
    let epoch = NaiveDate::from_ymd_opt(1970, 1, 1)?;
    epoch.checked_add_signed(TimeDelta::try_days(day)?)
}

/// How long an event lasts, if it tells.
fn length(event: &CalendarEvent, start: Moment) -> Option<TimeDelta> {
    let end = event.line("DTEND").and_then(Moment::of).map(|end| start.until(end));
    end.or_else(|| duration(event.value("DURATION")))
}

/// The row of an event that begins at a moment, or at what is written.
fn row(event: &CalendarEvent, start: Option<Moment>, length: Option<TimeDelta>) -> HeldRow {
    let cell = |(header, name): (&str, &str)| {
        let line = event.line(name);
        let span = line.map_or(0..0, |line| line.span.clone());
        let text = match header {
            "start" => start.map_or_else(|| event.value(name).to_owned(), |start| start.text()),
            "end" => return end(event, start, length),
            "category" => categories(event),
            _ => line.map_or(String::new(), ContentLine::text),
        };
        HeldCell::made(text, span)
    };
    HeldRow::Cells(COLUMNS.map(cell).into())
}

/// The end of an event: of days the last one, as the end that is written is the first day after.
fn end(event: &CalendarEvent, start: Option<Moment>, length: Option<TimeDelta>) -> HeldCell {
    let line = event.line("DTEND").or_else(|| event.line("DURATION"));
    let span = line.map_or(0..0, |line| line.span.clone());
    let Some(start) = start else { return HeldCell::made("", span) };
    let unread = event.line("DTEND").filter(|line| Moment::of(line).is_none());
    if let Some(unread) = unread {
        return HeldCell::made(unread.value.clone(), span);
    }
    let end = length.and_then(|length| start.after(length)).filter(|end| *end != start);
    let end = match start.time {
        None => end.and_then(Moment::day_before).filter(|end| *end != start),
        Some(_) => end,
    };
    HeldCell::made(end.map_or(String::new(), |end| end.text()), span)
}

/// The first category of an event, as it has one colour.
fn categories(event: &CalendarEvent) -> String {
    let text = event.line("CATEGORIES").map_or(String::new(), |line| {
        let first = line.value.replace("\\,", "\0");
        let first = first.split(',').next().unwrap_or_default().replace('\0', "\\,");
        ContentLine { value: first, ..line.clone() }.text()
    });
    text.trim().to_owned()
}
