//! The texts of one row to an event, or to everything that is wrong with them. Knows no file and
//! no lines: a problem names the column and the character.

use super::cell_words::{IMPORTANCES, KINDS};
use super::counted::UnitCount;
use super::date_columns::{DateColumns, ends_before, order_message, whole_days};
use super::duration::Duration;
use super::left_out::NoEvent;
use super::problem::{ProblemPlace, RowProblem};
use super::role_texts::{RoleTexts, WrittenDate};
use super::roles::Role;
use super::words;
use crate::date::{DAY_NANOS, Date, DateError, DateForm, DateOptions, Precision};
use crate::error::{Code, Message, is_direction_mark, nearest, quoted};
use crate::event::{Event, Importance, Kind, is_link};
use std::borrow::Cow;

/// What a row says.
#[expect(clippy::large_enum_variant, reason = "one is made at a time, and most are events")]
pub(super) enum RowMeaning {
    /// An event.
    Event(Event),
    /// No event.
    None(NoEvent),
    /// Something that is at fault.
    Faults(Vec<RowProblem>),
}

/// Reads the event of a row.
pub(super) fn event(texts: &RoleTexts<'_>, dates: &mut DateColumns) -> RowMeaning {
    let written = texts.date(Role::Date);
    let why = no_event(texts, &written);
    let due = match why {
        Some(NoEvent::NoDate) => texts.due(),
        _ => None,
    };
    let mut row = RowReader { texts, dates, problems: Vec::new() };
    let due = due.and_then(|due| row.due(&due));
    if let Some(why) = why.filter(|_| due.is_none()) {
        return RowMeaning::None(why);
    }
    let is_due = due.is_some();
    let start = due.or_else(|| row.start(written));
    let end = if is_due { None } else { row.end(start.as_ref()) };
    row.check_known(start.as_ref(), end.as_ref());
    let (start, end) = row.bounded(start, end);
    let (start, end) = match start {
        Some(start) if texts.is_whole_days() && !row.dates.is_waiting() => {
            let (start, end) = whole_days(start, end);
            (Some(start), end)
        }
        start => (start, end),
    };
    let importance = row.importance();
    let kind = row.word(Role::Kind, &KINDS);
    let count = row.count();
    let url = row.url();
    match start {
        Some(start) if row.problems.is_empty() => RowMeaning::Event(Event {
            detail: row.optional(Role::Detail),
            category: row.optional(Role::Category),
            colour: row.optional(Role::Color),
            lane: row.optional(Role::Lane),
            on: row.optional(Role::On),
            url,
            when: row.optional(Role::When),
            kind: kind.unwrap_or(match &end {
                Some(end) if !is_same(end, &start) => Kind::Span,
                _ => Kind::Point,
            }),
            importance,
            count,
            end: end.filter(|end| !is_same(end, &start)),
            ..Event::new(start, row.name())
        }),
        _ => RowMeaning::Faults(row.problems),
    }
}

/// Why a row is no event, if it is none.
fn no_event(texts: &RoleTexts<'_>, date: &WrittenDate<'_>) -> Option<NoEvent> {
    if let WrittenDate::Text(text) = date {
        if text.starts_with("# ") {
            return Some(NoEvent::Remark);
        }
        if is_total(text) {
            return Some(NoEvent::Total);
        }
    } else if texts.column(Role::Date).is_some() {
        let ends =
            *date == WrittenDate::Unknown && matches!(texts.date(Role::End), WrittenDate::Text(_));
        let first = texts.first();
        return match () {
            () if ends => None,
            () if first.starts_with('#') && first.len() > 1 => Some(NoEvent::Remark),
            () if is_total(first) => Some(NoEvent::Total),
            () => Some(NoEvent::NoDate),
        };
    }
    let has_name = !texts.get(Role::Count).is_empty()
        || texts
            .column(Role::Name)
            .is_none_or(|_| !texts.written(Role::Name).chars().all(is_invisible));
    (!has_name).then_some(NoEvent::NoTitle)
}

/// Whether a text begins a row that sums up. No date begins with such a word.
pub(super) fn is_total(text: &str) -> bool {
    !text.starts_with(|c: char| c.is_ascii_digit()) && words::is_total(text)
}

/// The date that a role of a row says; none where it says nothing.
pub(super) fn date(
    texts: &RoleTexts<'_>,
    role: Role,
    dates: &mut DateColumns,
) -> Option<Result<Date, DateError>> {
    parsed(texts, (role, &texts.date(role)), dates)
}

fn parsed(
    texts: &RoleTexts<'_>,
    (role, text): (Role, &WrittenDate<'_>),
    dates: &mut DateColumns,
) -> Option<Result<Date, DateError>> {
    match text {
        WrittenDate::Text(text) if texts.is_dayless() => {
            Some(dates.read(role, text).map(without_day))
        }
        WrittenDate::Text(text) => {
            Some(dates.read(role, text).map(|date| counted(texts, role, date)))
        }
        WrittenDate::Unknown => Some(Date::parse("?", dates.options())),
        WrittenDate::Missing => None,
    }
}

/// A count from an origin that is not said, as it is written.
fn counted(texts: &RoleTexts<'_>, role: Role, date: Date) -> Date {
    match texts.columns.count_scale(&texts.written_count(role)) {
        Some((scale, text)) => Date { form: DateForm::Count(scale, text.into()), ..date },
        None => date,
    }
}

/// A clock time whose day is not said.
fn without_day(date: Date) -> Date {
    let is_clock = date.precision >= Precision::Hour && date.form == DateForm::Plain;
    Date { form: if is_clock { DateForm::Clock } else { date.form }, ..date }
}

/// A row being read, and what was found wrong with it so far.
struct RowReader<'a> {
    texts: &'a RoleTexts<'a>,
    dates: &'a mut DateColumns,
    problems: Vec<RowProblem>,
}

impl<'a> RowReader<'a> {
    fn optional(&self, role: Role) -> Option<String> {
        Some(self.texts.get(role)).filter(|text| !text.is_empty()).map(Cow::into_owned)
    }

    /// Adds what is wrong with the text of a role from the character `offset` on.
    fn add(&mut self, (role, offset): (Role, usize), code: Code, message: Message) {
        if let Some(column) = self.texts.column(role) {
            let place = ProblemPlace::Char { column, offset };
            let problem = RowProblem::new(code, place, message).of(column);
            self.problems.push(problem.of_value(&self.said(role)));
        }
    }

    /// Refuses the text of a role, which is put before the message.
    fn refuse(&mut self, place: (Role, usize), code: Code, why: impl Into<Message>) {
        let text = quoted(&self.said(place.0));
        self.add(place, code, Message::new(format!("{text}: ")).and(why));
    }

    /// The text of a role as it was taken.
    fn said(&self, role: Role) -> Cow<'a, str> {
        match role {
            Role::Date | Role::End => match self.texts.date(role) {
                WrittenDate::Text(text) => text,
                _ => Cow::Borrowed(self.texts.written(role)),
            },
            role => self.texts.get(role),
        }
    }

    fn start(&mut self, written: WrittenDate<'_>) -> Option<Date> {
        let date = parsed(self.texts, (Role::Date, &written), self.dates)?;
        let first = match &written {
            WrittenDate::Text(text) if DateColumns::may_have_stints(&date) && !self.has_end() => {
                self.dates.first_stint(text, &date)
            }
            _ => None,
        };
        self.sound(Role::Date, first.map_or(date, Ok))
    }

    /// The date of a row without a start, which stands at the day on which it is due; none where the
    /// column is needed to read it.
    fn due(&mut self, text: &str) -> Option<Date> {
        let has_name = !self.texts.written(Role::Name).is_empty();
        let date = self.dates.read(Role::End, text).ok();
        if !self.dates.take_waiting().is_empty() || !has_name {
            return None;
        }
        self.texts.count_at_end();
        date
    }

    /// The one date between two, where the columns say that; dates that wait are put together later.
    fn bounded(&self, start: Option<Date>, end: Option<Date>) -> (Option<Date>, Option<Date>) {
        let are_bounds = self.texts.columns.are_bounds() && !self.dates.is_waiting();
        match (start, end) {
            (Some(start), Some(end)) if are_bounds => (Some(Date::between(start, end)), None),
            dates => dates,
        }
    }

    /// Whether the row says when the event ended, or how long it lasted.
    fn has_end(&self) -> bool {
        self.texts.date(Role::End) != WrittenDate::Missing || self.texts.duration().is_some()
    }

    fn end(&mut self, start: Option<&Date>) -> Option<Date> {
        let Some(end) = date(self.texts, Role::End, self.dates) else {
            return self.end_of_start(start?);
        };
        let end = self.sound(Role::End, end)?;
        // Dates that wait are compared when they are known.
        let start = start.filter(|_| !self.dates.is_waiting());
        let end = start.map_or(end.clone(), |start| self.dates.counted_night(start, end));
        if let Some(start) = start.filter(|start| ends_before(&end, start)) {
            self.refuse((Role::End, 0), Code::EndBeforeStart, order_message(start));
        }
        Some(end)
    }

    /// The end that a duration gives, or a time of the day of the start.
    fn end_of_start(&mut self, start: &Date) -> Option<Date> {
        if self.texts.duration().is_none() {
            let end = end_on_day(start, &self.texts.end_time()?, self.dates.options())?;
            return Some(if self.texts.is_dayless() { without_day(end) } else { end });
        }
        // Of some hours of a day nothing says which they are.
        let is_within = |duration: Duration| duration.is_within_day();
        let duration = self.texts.duration().flatten();
        let is_day = start.precision == Precision::Day && !self.texts.columns.draws_counts();
        if is_day && duration.is_some_and(is_within) {
            return None;
        }
        let end = end_of_duration(self.texts, start, self.dates.options());
        if end.is_none() {
            let message = "this is not a duration; write a number and its unit, such as 3 days";
            self.refuse((Role::Duration, 0), Code::NotADuration, message);
        }
        end
    }

    /// The date, unless it is at fault.
    fn sound(&mut self, role: Role, date: Result<Date, DateError>) -> Option<Date> {
        date.map_err(|error| {
            self.refuse((role, error.offset), error.kind.code(), error.message);
        })
        .ok()
    }

    /// Refuses an event of which neither the start nor the end is known at all.
    fn check_known(&mut self, start: Option<&Date>, end: Option<&Date>) {
        let is_age_0 =
            |start: &Date| start.form == DateForm::Present && self.texts.columns.are_ages();
        let is_unknown = |start: &Date| !is_known(start) && !is_age_0(start);
        // What goes on now has begun before.
        let is_begun = |start: &Date| start.form == DateForm::Present && !is_age_0(start);
        if start.is_some_and(is_begun) && end.is_some() {
            let fact = "the present is no beginning; write the date on which this began, or set ";
            let message = Message::new(fact).setting("today");
            return self.refuse((Role::Date, 0), Code::NothingKnown, message);
        }
        if start.is_some_and(is_unknown) && !end.is_some_and(is_known) {
            let fact = "nothing is known of when this was; write a date here or in the end column, \
                        or set ";
            let message = Message::new(fact).setting("today");
            self.refuse((Role::Date, 0), Code::NothingKnown, message);
        }
    }

    fn url(&mut self) -> Option<String> {
        let url = self.optional(Role::Url);
        if url.as_ref().is_some_and(|url| !is_link(url)) {
            let text = self.texts.get(Role::Url);
            let message = match text.strip_prefix("www.") {
                Some(_) => {
                    Message::new("this is not a link; write ").cell(format!("https://{text}"))
                }
                None => "this is not a link; write it as https://…, http://… or mailto:…".into(),
            };
            self.refuse((Role::Url, 0), Code::NotALink, message);
        }
        url
    }

    fn count(&mut self) -> Option<u64> {
        let text = self.texts.get(Role::Count);
        let count = text.parse().ok();
        if count.is_none() && !text.is_empty() {
            let message = match whole_number(&text) {
                Some(number) => Message::new("this is not a count; write ").cell(number),
                None => "this is not a count; write a whole number, for example 12".into(),
            };
            self.refuse((Role::Count, 0), Code::NotACount, message);
        }
        count
    }

    /// The title; of a row that has none what it counts.
    fn name(&self) -> String {
        let roles = [Role::Name, Role::Category, Role::Lane, Role::Count];
        let seen = |text: &String| !text.chars().all(is_invisible);
        roles.into_iter().find_map(|role| self.optional(role).filter(seen)).unwrap_or_default()
    }

    fn importance(&mut self) -> Importance {
        let number = Importance::of_number(&self.texts.get(Role::Importance));
        number.or_else(|| self.word(Role::Importance, &IMPORTANCES)).unwrap_or_default()
    }

    /// The meaning of a text that is one of some words, in any case of letters.
    fn word<T: Copy>(&mut self, role: Role, words: &[(&str, T)]) -> Option<T> {
        let text = self.texts.get(role);
        let found = words.iter().find(|(word, _)| word.eq_ignore_ascii_case(&text));
        if found.is_none() && !text.is_empty() {
            let names: Vec<&str> = words.iter().map(|&(word, _)| word).collect();
            let near = nearest(names.iter().copied(), &[&text.to_lowercase()]);
            let names = names.join(", ");
            let number = if role == Role::Importance { " or a number" } else { "" };
            let message = Message::new(format!("unknown {}", role.name()));
            let message = match near {
                Some(near) => message.text(" (did you mean \"").cell(near).text("\"?)"),
                None => message,
            };
            let message = message.text(format!("; write {names}{number}"));
            self.refuse((role, 0), Code::UnknownWord, message);
        }
        found.map(|&(_, meaning)| meaning)
    }
}

/// The digits of a number whose thousands are parted by blanks, commas or apostrophes.
fn whole_number(text: &str) -> Option<String> {
    let mut groups = text.split([' ', ',', '\'', '’', '\u{A0}', '\u{202F}']);
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()) && is_digits(first))?;
    let rest: Vec<&str> = groups.collect();
    let is_sound = !rest.is_empty() && rest.iter().all(|part| part.len() == 3 && is_digits(part));
    is_sound.then(|| [&[first], rest.as_slice()].concat().concat())
}

/// The end that the duration in a row gives to a start.
pub(super) fn end_of_duration(
    texts: &RoleTexts<'_>,
    start: &Date,
    dates: &DateOptions,
) -> Option<Date> {
    let duration = texts.duration()??;
    if texts.columns.draws_counts() {
        return counted_end(texts, duration, dates);
    }
    Date::parse(&duration.end_after(start)?, dates).ok()
}

/// The end that a duration gives to a count, where counts are drawn as such.
fn counted_end(texts: &RoleTexts<'_>, duration: Duration, dates: &DateOptions) -> Option<Date> {
    let counting = texts.columns.counting()?;
    let (parts, end) = counting.end_of(UnitCount::read(texts.written(Role::Date))?, duration)?;
    let date = Date::parse(&end, dates).ok()?;
    let (scale, text) = texts.columns.count_label(parts)?;
    Some(Date { form: DateForm::Count(scale, text.into()), ..date })
}

/// The end at a time of the day on which something starts; after midnight if it is earlier.
fn end_on_day(start: &Date, time: &str, dates: &DateOptions) -> Option<Date> {
    let on = |days: i128| {
        let day = start.lo()?.checked_add(days * i128::from(DAY_NANOS))?;
        let (year, month, day) = day.civil();
        let zero = if time.find(':') == Some(1) { "0" } else { "" };
        Date::parse(&format!("{year:04}-{month:02}-{day:02} {zero}{time}"), dates).ok()
    };
    on(0).filter(|end| !ends_before(end, start)).or_else(|| on(1))
}

/// Whether an end says no more than the start: the event is over when it began.
fn is_same(end: &Date, start: &Date) -> bool {
    end.lo().is_some() && [end.lo, end.hi] == [start.lo, start.hi]
}

fn is_known(date: &Date) -> bool {
    date.lo().or(date.hi()).is_some()
}

/// Whether a text of nothing but such characters looks empty.
fn is_invisible(c: char) -> bool {
    let is_blank = c.is_whitespace() || is_direction_mark(c);
    is_blank
        || matches!(c, '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}
