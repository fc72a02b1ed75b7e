//! The `gantt` of Mermaid: tasks with a start and an end, or a length, also after other tasks.
//!
//! Ends are as Mermaid draws them: a bar goes up to the beginning of the day that is written as its
//! end, unless `inclusiveEndDates` says otherwise.

use super::gantt_dates::{DaysOff, TaskDates, after};
use super::statements::{after_word, headers, statements, title};
use crate::error::{Code, Message, quoted};
use crate::read::documents::held::{HeldCell, HeldRow, HeldTable};
use crate::read::documents::lines::TextLine;
use chrono::{Days, NaiveDateTime, NaiveTime, Weekday};
use std::collections::BTreeMap;
use std::ops::Range;

/// Words before the data of a task that say what it is.
const TAGS: [&str; 5] = ["active", "done", "crit", "milestone", "vert"];

/// Statements that have no bearing on when a task is.
const PASSED_OVER: [&str; 8] = [
    "axisFormat",
    "tickInterval",
    "todayMarker",
    "topAxis",
    "displayMode",
    "weekday",
    "click",
    "href",
];

/// The tasks of a diagram.
pub(super) fn table(text: &str, body: Range<usize>) -> HeldTable {
    let mut chart = GanttChart::new();
    let names = ["date", "end", "title", "lane", "category", "kind"];
    let mut table = HeldTable { headers: headers(&names), ..HeldTable::default() };
    for line in statements(text, body) {
        if let Some(name) = after_word(&line, "title") {
            table.notes.push(title(&name));
        } else if let Some(name) = after_word(&line, "section") {
            chart.section = HeldCell::trimmed(text, name.span);
        } else if let Err(message) = chart.statement(&line) {
            table.rows.push(HeldRow::Fault(line.span, Code::Diagram, message));
        }
    }
    let GanttChart { mut tasks, .. } = chart.resolved();
    table.rows.extend(tasks.drain(..).map(Task::row));
    table.without_blank_columns()
}

/// A chart while it is read.
struct GanttChart {
    dates: TaskDates,
    off: DaysOff,
    is_inclusive: bool,
    section: HeldCell,
    tasks: Vec<Task>,
    ids: BTreeMap<String, usize>,
}

/// A task as it is written, and when it is.
#[derive(Clone, Debug, Default)]
struct Task {
    name: HeldCell,
    lane: HeldCell,
    tags: Vec<String>,
    /// What is written of its start: a date, or after which tasks; blank for after the last one.
    start: HeldCell,
    /// What is written of its end: a date, a length, or until which tasks.
    end: HeldCell,
    span: Range<usize>,
    begin: Option<NaiveDateTime>,
    finish: Option<NaiveDateTime>,
    fault: Option<Message>,
}

impl GanttChart {
    fn new() -> Self {
        Self {
            dates: TaskDates::new("YYYY-MM-DD"),
            off: DaysOff::default(),
            is_inclusive: false,
            section: HeldCell::default(),
            tasks: Vec::new(),
            ids: BTreeMap::new(),
        }
    }

    /// Reads a line that is no title and no section.
    fn statement(&mut self, line: &TextLine<'_>) -> Result<(), Message> {
        if let Some(format) = after_word(line, "dateFormat") {
            self.dates = TaskDates::new(format.text);
        } else if after_word(line, "inclusiveEndDates").is_some() {
            self.is_inclusive = true;
        } else if let Some(day) = after_word(line, "weekend") {
            self.off.is_from_friday = day.text.eq_ignore_ascii_case("friday");
        } else if let Some(days) = after_word(line, "excludes") {
            return self.exclude(days.text);
        } else if after_word(line, "includes").is_some() {
            let fact = "days that are included again (includes) are not worked out; write the ends \
                        of the tasks";
            return Err(Message::new(fact));
        } else if !PASSED_OVER.iter().any(|word| after_word(line, word).is_some()) {
            return self.task(line);
        }
        Ok(())
    }

    fn exclude(&mut self, days: &str) -> Result<(), Message> {
        for day in days.split([',', ' ']).map(str::trim).filter(|day| !day.is_empty()) {
            if day.eq_ignore_ascii_case("weekends") {
                self.off.weekends = true;
            } else if let Ok(weekday) = day.parse::<Weekday>() {
                self.off.weekdays.push(weekday);
            } else if let Some(date) = self.dates.read(day) {
                self.off.days.push(date.date());
            } else {
                let fact = format!(
                    "{} is no day that can be excluded; write weekends, a weekday or a date",
                    quoted(day)
                );
                return Err(Message::new(fact));
            }
        }
        Ok(())
    }

    /// Reads a task: its name, a colon, its tags, perhaps its own name for others, start and end.
    fn task(&mut self, line: &TextLine<'_>) -> Result<(), Message> {
        let Some(colon) = line.text.find(':') else {
            let fact = "a task is a name, a colon and its time, such as Design :2024-01-08, 5d";
            return Err(Message::new(fact));
        };
        let (name, data) = line.split_at(colon, 1);
        let mut items: Vec<TextLine<'_>> = Vec::new();
        let mut rest = data;
        while let Some(comma) = rest.text.find(',') {
            let (item, after) = rest.split_at(comma, 1);
            items.push(item.trim());
            rest = after;
        }
        items.push(rest.trim());
        let cell = |line: &TextLine<'_>| HeldCell::made(line.text, line.span.clone());
        let mut task = Task {
            name: cell(&name.trim()),
            lane: self.section.clone(),
            span: line.span.clone(),
            ..Task::default()
        };
        while let Some(tag) = items.first().filter(|item| TAGS.contains(&item.text)) {
            task.tags.push(tag.text.to_owned());
            items.remove(0);
        }
        let id = match items.as_slice() {
            [end] => {
                task.end = cell(end);
                None
            }
            [start, end] => {
                (task.start, task.end) = (cell(start), cell(end));
                None
            }
            [id, start, end] => {
                (task.start, task.end) = (cell(start), cell(end));
                Some(id.text.to_owned())
            }
            _ => {
                let fact = "the data of a task are a name for others, a start, and an end or a length, \
                            such as a1, 2024-01-08, 5d";
                return Err(Message::new(fact));
            }
        };
        self.ids.extend(id.map(|id| (id, self.tasks.len())));
        self.tasks.push(task);
        Ok(())
    }

    /// The chart with the times of its tasks. Those that depend on later ones take another pass.
    fn resolved(mut self) -> Self {
        const PASSES: usize = 10;
        for _ in 0..PASSES {
            let mut is_changed = false;
            for at in 0..self.tasks.len() {
                if self.tasks[at].finish.is_none() && self.tasks[at].fault.is_none() {
                    self.resolve(at);
                    is_changed |= self.tasks[at].finish.is_some();
                }
            }
            if !is_changed {
                break;
            }
        }
        for task in self.tasks.iter_mut().filter(|task| task.finish.is_none()) {
            task.fault.get_or_insert_with(|| {
                Message::new("the task waits for one whose time is not known; give it a date")
            });
        }
        self
    }

    fn resolve(&mut self, at: usize) {
        let (start, end) = (self.tasks[at].start.text.clone(), self.tasks[at].end.text.clone());
        let begin = match start.strip_prefix("after ") {
            Some(ids) => {
                self.times_of(ids, |task| task.finish).map(|times| times?.into_iter().max())
            }
            None if start.is_empty() => {
                Ok(at.checked_sub(1).and_then(|before| self.tasks[before].finish))
            }
            None => self.dates.read(&start).map(Some).ok_or_else(|| no_date(&start)),
        };
        let begin = match begin {
            Ok(Some(begin)) => begin,
            Ok(None) if at == 0 => return self.refuse(at, first()),
            Ok(None) => return,
            Err(message) => return self.refuse(at, message),
        };
        let finish = match end.strip_prefix("until ") {
            Some(ids) => {
                self.times_of(ids, |task| task.begin).map(|times| times?.into_iter().min())
            }
            None => match (self.dates.read(&end), after(begin, &end)) {
                (Some(end), _) if self.is_inclusive => Ok(end.checked_add_days(Days::new(1))),
                (Some(end), _) => Ok(Some(end)),
                (None, Some(end)) => self.off.later(begin, end).ok_or_else(never).map(Some),
                (None, None) => Err(no_date(&end)),
            },
        };
        self.tasks[at].begin = Some(begin);
        match finish {
            Ok(finish) => self.tasks[at].finish = finish,
            Err(message) => self.refuse(at, message),
        }
    }

    /// The times of tasks that another names; none as long as one is not known.
    fn times_of(
        &self,
        ids: &str,
        time: impl Fn(&Task) -> Option<NaiveDateTime>,
    ) -> Result<Option<Vec<NaiveDateTime>>, Message> {
        let mut times = Vec::new();
        for id in ids.split_whitespace() {
            let at = self.ids.get(id).ok_or_else(|| no_task(id))?;
            times.push(time(&self.tasks[*at]));
        }
        Ok(times.into_iter().collect())
    }

    fn refuse(&mut self, at: usize, message: Message) {
        self.tasks[at].fault = Some(message);
    }
}

impl Task {
    /// The row of a task.
    fn row(self) -> HeldRow {
        let (Some(begin), Some(finish), None) = (self.begin, self.finish, &self.fault) else {
            return HeldRow::Fault(self.span, Code::Diagram, self.fault.unwrap_or_default());
        };
        let has = |tag: &str| self.tags.iter().any(|found| found == tag);
        let at = |cell: &HeldCell| {
            if cell.span.is_empty() { self.span.clone() } else { cell.span.clone() }
        };
        let is_point = has("milestone") || has("vert") || finish <= begin;
        // A milestone is in the middle of its length.
        let start = if is_point { begin + (finish - begin) / 2 } else { begin };
        let last = match finish.time() {
            NaiveTime::MIN if start.time() == NaiveTime::MIN => {
                finish.checked_sub_days(Days::new(1))
            }
            _ => Some(finish),
        };
        let end = last.filter(|last| !is_point && *last > start).map_or(String::new(), text);
        let state = ["crit", "active", "done"].into_iter().find(|tag| has(tag)).unwrap_or("");
        let kind = if has("vert") { "marker" } else { "" };
        HeldRow::Cells(vec![
            HeldCell::made(text(start), at(&self.start)),
            HeldCell::made(end, at(&self.end)),
            self.name,
            self.lane,
            HeldCell::made(state, self.span.clone()),
            HeldCell::made(kind, self.span.clone()),
        ])
    }
}

/// A moment as the column of dates reads it.
fn text(at: NaiveDateTime) -> String {
    match at.time() {
        NaiveTime::MIN => at.date().to_string(),
        time => format!("{}T{}", at.date(), time.format("%H:%M")),
    }
}

fn first() -> Message {
    Message::new("the first task has no start; write its date before its length")
}

fn never() -> Message {
    Message::new("the days that are excluded leave none for the task; exclude fewer")
}

fn no_task(id: &str) -> Message {
    Message::new(format!("there is no task {}; give it that name after its colon", quoted(id)))
}

fn no_date(text: &str) -> Message {
    Message::new(format!(
        "{} is no date by dateFormat and no length; write a date in that form, or a length such as \
         5d or 2w",
        quoted(text)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        let table = table(text, 0..text.len());
        let row = |row: &HeldRow| match row {
            HeldRow::Cells(cells) => {
                cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("/")
            }
            HeldRow::Fault(.., message) => format!("!{message}"),
        };
        table.rows.iter().map(row).collect()
    }

    #[test]
    fn tasks_have_their_days() {
        let cases: [(&str, &[&str]); 7] = [
            (
                "A :a1, 2024-01-08, 5d\nB :after a1, 2d",
                &["2024-01-08/2024-01-12/A", "2024-01-13/2024-01-14/B"],
            ),
            (
                "A :2024-01-08, 2024-01-10\nB :3d",
                &["2024-01-08/2024-01-09/A", "2024-01-10/2024-01-12/B"],
            ),
            ("inclusiveEndDates\nA :2024-01-08, 2024-01-10", &["2024-01-08/2024-01-10/A"]),
            (
                "section S\nA :crit, done, 2024-01-08, 1d\nM :milestone, 2024-01-09, 0d",
                &["2024-01-08/A/S/crit", "2024-01-09/M/S/"],
            ),
            ("excludes weekends\nA :2024-01-04, 3d", &["2024-01-04/2024-01-08/A"]),
            (
                "dateFormat YYYY-MM-DD HH:mm\nA :2024-01-08 09:00, 90m",
                &["2024-01-08T09:00/2024-01-08T10:30/A"],
            ),
            (
                "A :until b, 2d\nA :a, after b, 1d\nB :b, 2024-01-08, 2d\nC :2024-01-01, until b",
                &[
                    "!\"until b\" is no date by dateFormat and no length; write a date in that form, or a length such as 5d or 2w",
                    "2024-01-10//A",
                    "2024-01-08/2024-01-09/B",
                    "2024-01-01/2024-01-07/C",
                ],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(rows(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_task_is_told() {
        let cases = [
            ("A", "a name, a colon"),
            ("A :3d", "has no start"),
            ("A :a, 1, 2, 3, 4", "the data of a task"),
            ("A :after x, 3d", "no task \"x\""),
            ("A :a, after b, 1d\nB :b, after a, 1d", "waits for one"),
            ("excludes noon\nA :2024-01-01, 1d", "\"noon\" is no day"),
            ("includes 2024-01-06\nA :2024-01-01, 1d", "included again"),
        ];
        for (text, part) in cases {
            assert!(rows(text).iter().any(|row| row.contains(part)), "{text}: {:?}", rows(text));
        }
    }
}
