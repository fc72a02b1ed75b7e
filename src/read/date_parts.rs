//! The columns of which one date is made, and the text that they give together. Knows no files.

use super::assignment::{Assignment, ColumnView};
use super::cell_kinds::{clock_span, is_clock, is_hour, number_range, part_of_year};
use super::header_unit::HeaderUnit;
use super::roles::Role;
use super::source::Source;
use super::words::missing;
use super::yearless::is_month;
use crate::date::{civil_from_days, days_from_civil};
use std::borrow::Cow;

/// The columns of a date: a whole one, its parts, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DateParts {
    whole: Option<usize>,
    year: Option<usize>,
    month: Option<usize>,
    day: Option<usize>,
    time: Option<usize>,
    /// The quarter, week or season of the year, and what its numbers count.
    part: Option<(usize, &'static str)>,
    /// The era of the year.
    era: Option<usize>,
    /// The column that bounds it from above, where the others do from below.
    latest: Option<usize>,
    /// The other of two columns between which one date lies.
    partner: Option<usize>,
    /// The column of the year that a day without one is of, where that is the year of the start.
    year_of_start: Option<usize>,
    /// The margin of its years.
    margin: Option<usize>,
    /// Whether it is the end, whose clock times are of the day of the start or the one after it.
    is_end: bool,
    /// What follows a plain number, by the header.
    suffix: &'static str,
    /// Whether numbers with decimals are years and parts of them, by the header.
    has_decimal_years: bool,
    /// Whether a year of one or two digits is one of the first century.
    has_early_years: bool,
}

impl DateParts {
    /// The columns of the date and of the end.
    pub(super) fn both(assignment: &Assignment, views: &[ColumnView]) -> [Self; 2] {
        let roles = &assignment.roles;
        let start = [Role::Date, Role::Year, Role::Month, Role::Day, Role::Time];
        let end = [Role::End, Role::EndYear, Role::EndMonth, Role::EndDay, Role::EndTime];
        let of_start = assignment.part.map(|column| (column, part_word(&views[column])));
        let more = [(of_start, assignment.eras[0]), (None, assignment.eras[1])];
        let [date, until] = [Role::Date, Role::End].map(|role| *roles.get(role));
        let partners = [until, date].map(|column| column.filter(|_| assignment.are_bounds));
        let mut sides = partners.into_iter().zip(assignment.latest);
        let mut more = more.into_iter();
        [start, end].map(|names| {
            let (part, era) = more.next().unwrap_or_default();
            let (partner, latest) = sides.next().unwrap_or_default();
            let [whole, year, month, day, time] = names.map(|role| *roles.get(role));
            let named = whole.or(year).and_then(|column| views.get(column));
            let early = year.and_then(|column| views.get(column));
            let lends = names[0] == Role::End && year.is_none();
            let year_of_start = roles.get(Role::Year).filter(|_| lends);
            let suffix = named.map_or("", suffix);
            let has_era = !suffix.is_empty() || era.is_some();
            Self {
                whole,
                year,
                month,
                day,
                time,
                part,
                era,
                latest,
                partner,
                year_of_start,
                margin: assignment.margin.filter(|_| names[0] != Role::End),
                is_end: names[0] == Role::End,
                suffix,
                has_decimal_years: named.is_some_and(names_decimals),
                has_early_years: !has_era && early.is_some_and(|view| view.facts.years > 0),
            }
        })
    }

    /// The column that a message about the date names.
    pub(super) fn main(&self) -> Option<usize> {
        self.whole.or(self.year).or(self.time)
    }

    /// The one column of the date, where its text is no more than that of a cell.
    pub(super) fn plain(&self) -> Option<usize> {
        let parts = [self.year, self.month, self.day, self.time, self.era];
        let parts = parts.into_iter().chain([self.latest, self.partner, self.margin]);
        let is_plain = parts.into_iter().all(|part| part.is_none()) && self.suffix.is_empty();
        self.whole.filter(|_| is_plain)
    }

    /// Whether there are clock times alone.
    pub(super) fn is_dayless(&self) -> bool {
        self.time.is_some() && !self.has_day() && !self.is_end
    }

    /// Whether there is a column for the day or the year.
    pub(super) fn has_day(&self) -> bool {
        self.whole.or(self.year).is_some()
    }

    /// The column whose blank cells take the text of the cell above, as what the other columns of the
    /// date say lacks it: the day of a clock time, the year of a day.
    pub(super) fn carried(&self) -> Option<usize> {
        let is_part = self.whole.is_some() || self.month.is_some();
        let is_split = self.time.is_some() || is_part && self.year.is_some();
        let column = if self.year.is_some() { self.year } else { self.whole };
        column.filter(|_| is_split && !self.is_end)
    }

    /// Whether the row at hand lacks the text that is carried from the row above.
    pub(super) fn is_carried(&self, source: &dyn Source) -> bool {
        let cell = |column: Option<usize>| column.map_or("", |column| source.text(column));
        match (self.whole, self.year) {
            (Some(_), Some(_)) => cell(self.year).is_empty() && lacks_year(cell(self.whole)),
            (Some(_), None) => cell(self.whole).is_empty() && is_clock(cell(self.time)),
            (None, Some(_)) => cell(self.year).is_empty() && !says_nothing(cell(self.month)),
            _ => false,
        }
    }

    /// The text of the date in the row at hand, as `clean` leaves each cell; `above` is the text of the
    /// carried column, of a row above where this one lacks it.
    pub(super) fn text<'a>(
        &self,
        source: &'a dyn Source,
        above: &'a str,
        clean: impl Fn(&'a str) -> Cow<'a, str>,
    ) -> Cow<'a, str> {
        let cell = |column: Option<usize>| column.map_or("", |column| source.text(column));
        let mut text = clean(cell(self.whole));
        let carried = if self.is_carried(source) { above } else { "" };
        if self.year.is_some() && lacks_year(&text) {
            let year = if carried.is_empty() { cell(self.year) } else { carried };
            text = Cow::Owned(format!("{text} {year}").trim_end().to_owned());
        } else if !carried.is_empty() && self.whole.is_some() {
            text = clean(carried);
        }
        let lent = cell(self.year_of_start);
        if !lent.is_empty() && lacks_year(&text) {
            text = Cow::Owned(format!("{text} {lent}"));
        }
        if self.year.is_some() && (text.is_empty() || missing(&text).is_some()) {
            let year = if carried.is_empty() { cell(self.year) } else { carried };
            let parts = [year, cell(self.month), cell(self.day)].map(&clean);
            let parts = self.of_parts(parts);
            text = if parts.is_empty() { text } else { parts };
        }
        if let Some((column, word)) = self.part
            && is_number(&text)
            && let Some(part) = part_of_year(source.text(column))
        {
            let word = if is_number(&part) { word } else { "" };
            text = Cow::Owned(format!("{word}{part} {text}"));
        }
        if self.has_decimal_years {
            text = day_of_year(&text).map_or(text, Cow::Owned);
        }
        let margin = cell(self.margin);
        if is_number(&text) && is_number(margin) {
            text = Cow::Owned(format!("{text} ± {margin}"));
        }
        let is_range = || number_range(&text).is_some();
        if !self.suffix.is_empty() && (is_number(&text) || has_margin(&text) || is_range()) {
            text = Cow::Owned(text.into_owned() + self.suffix);
        }
        let era = cell(self.era);
        if !era.is_empty() && is_number(&text) {
            text = Cow::Owned(format!("{text} {era}"));
        }
        if let Some(latest) = self.latest {
            text = between(text, clean(source.text(latest)));
        }
        if let Some(partner) = self.partner {
            text = self.one_sided(text, clean(source.text(partner)));
        }
        match cell(self.time) {
            "" => text,
            time if self.is_dayless() => match clock_of(time) {
                Some(time) => with_time(Cow::Borrowed(NO_DAY), &time),
                None => clean(time),
            },
            time => match clock_of(time) {
                Some(time) => with_time(text, &time),
                None => text,
            },
        }
    }

    /// The text of a bound; that of the date says all where the other bound is not known.
    fn one_sided<'a>(&self, text: Cow<'a, str>, other: Cow<'a, str>) -> Cow<'a, str> {
        match (self.is_end, says_nothing(&text), says_nothing(&other)) {
            (true, _, true) | (true, true, _) => Cow::Borrowed(""),
            (false, true, false) => Cow::Owned(format!("{other} or earlier")),
            (false, false, true) => Cow::Owned(format!("{text} or later")),
            _ => text,
        }
    }

    /// The date of a year, a month and a day, of which the later ones may be blank.
    fn of_parts<'a>(&self, [year, month, day]: [Cow<'a, str>; 3]) -> Cow<'a, str> {
        let [month, day] =
            [month, day].map(|part| if is_nothing(&part) { Cow::Borrowed("") } else { part });
        let is_plain =
            year.len() <= 4 && !year.is_empty() && year.bytes().all(|b| b.is_ascii_digit());
        let is_early = is_plain && year.len() < 3 && self.has_early_years;
        if year.is_empty() || month.is_empty() {
            return if is_early { Cow::Owned(format!("AD {year}")) } else { year };
        }
        let number = |part: &str| part.trim_end_matches(".0").parse::<u32>().ok();
        let is_numeric = number(&month).is_some() && (day.is_empty() || number(&day).is_some());
        if is_plain && (year.len() > 2 || is_early) && is_numeric {
            let month = number(&month).unwrap_or(0);
            return Cow::Owned(match number(&day) {
                Some(day) => format!("{year:0>4}-{month:02}-{day:02}"),
                // With a number that is no month this is refused as a date.
                None if month > 12 => format!("{year:0>4}-{month:02}-01"),
                None => format!("{year:0>4}-{month:02}"),
            });
        }
        let year = match year.strip_prefix(['-', '−']) {
            Some(bc) if bc.bytes().all(|b| b.is_ascii_digit()) => Cow::Owned(format!("{bc} BC")),
            _ => year,
        };
        let name = number(&month).and_then(|month| MONTHS.get(month.checked_sub(1)? as usize));
        let month = name.map_or(month, |name| Cow::Borrowed(*name));
        let day = day.trim_end_matches(".0");
        Cow::Owned(format!("{day} {month} {year}").trim_start().to_owned())
    }
}

/// Whether a header says that its years have decimals.
fn names_decimals(view: &ColumnView) -> bool {
    view.name.words.iter().any(|word| word == "decimal")
}

/// The day that a year with decimals says, about it if these are fewer than three.
fn day_of_year(text: &str) -> Option<String> {
    let (whole, decimals) = text.split_once('.')?;
    let year: i64 = whole.parse().ok().filter(|year| (1..=9999).contains(year))?;
    let is_whole = decimals.bytes().all(|byte| byte == b'0');
    let is_number = decimals.bytes().all(|byte| byte.is_ascii_digit());
    if is_whole || !is_number || decimals.len() > 9 {
        return None;
    }
    let parts = 10_i64.pow(u32::try_from(decimals.len()).ok()?);
    let part = decimals.parse::<i64>().ok()?;
    let [first, after] = [year, year + 1].map(|year| days_from_civil(year, 1, 1));
    let (year, month, day) = civil_from_days(first? + (after? - first?) * part / parts);
    let about = if decimals.len() < 3 { "c. " } else { "" };
    Some(format!("{about}{year:04}-{month:02}-{day:02}"))
}

/// Whether a cell has no date.
fn says_nothing(text: &str) -> bool {
    text.is_empty() || missing(text).is_some()
}

/// The text of a date that lies between two, of which each may be missing.
fn between<'a>(earliest: Cow<'a, str>, latest: Cow<'a, str>) -> Cow<'a, str> {
    match (says_nothing(&earliest), says_nothing(&latest)) {
        (_, true) if earliest.is_empty() => latest,
        (false, true) => Cow::Owned(format!("{earliest} or later")),
        (true, false) => Cow::Owned(format!("{latest} or earlier")),
        (false, false) if earliest != latest => {
            Cow::Owned(format!("between {earliest} and {latest}"))
        }
        _ => earliest,
    }
}

/// Whether a text is a month in words with its day or without, and without the year: 28 July, May 7th, June.
fn lacks_year(text: &str) -> bool {
    if is_month(text) {
        return true;
    }
    let mut runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    let is_day = |run: &str| run.len() < 3;
    let has_word = text.chars().filter(|c| c.is_alphabetic()).count() > 2;
    has_word && text.len() < 24 && runs.next().is_some_and(is_day) && runs.next().is_none()
}

/// The day that clock times are put on where none is said.
const NO_DAY: &str = "2000-01-01";

/// The first clock time of a cell that has one or two.
fn clock_of(text: &str) -> Option<Cow<'_, str>> {
    if is_clock(text) {
        return Some(Cow::Borrowed(text));
    }
    if is_hour(text) {
        return Some(Cow::Owned(format!("{text:0>2}:00")));
    }
    clock_span(text).map(|[from, _]| Cow::Owned(from))
}

/// Months as they are written between a day and a year that is no plain number.
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Whether a part of a date says nothing: zero stands for no month and no day.
fn is_nothing(part: &str) -> bool {
    part.is_empty() || part.bytes().all(|b| b == b'0') || missing(part).is_some()
}

/// What numbers of quarters or weeks have before them, by the header of their column.
fn part_word(view: &ColumnView) -> &'static str {
    let last = view.name.words.last().map_or("", String::as_str);
    match last {
        "week" | "wk" | "kw" | "woche" | "kalenderwoche" | "semaine" | "semana" | "settimana" => {
            "week "
        }
        "semester" => "H",
        _ => "Q",
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
}

/// Whether a text is a number with its margin: 4520 ± 30.
fn has_margin(text: &str) -> bool {
    let (number, margin) =
        text.split_once('±').or_else(|| text.split_once("+/-")).unwrap_or_default();
    is_number(number.trim()) && is_number(margin.trim())
}

/// A date with the time of another column, if it has none and that is one.
fn with_time<'a>(date: Cow<'a, str>, time: &str) -> Cow<'a, str> {
    if date.is_empty() || date.contains(':') || !is_clock(time) {
        return date;
    }
    let is_short = time.find(|c: char| !c.is_ascii_digit()) == Some(1) && time.contains(':');
    let zero = if is_short { "0" } else { "" };
    Cow::Owned(format!("{date} {zero}{time}"))
}

/// What a header adds to the numbers below it.
pub(super) fn suffix(view: &ColumnView) -> &'static str {
    HeaderUnit::of(&view.name).map_or("", |unit| unit.suffix)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_parts(year: &'static str, month: &'static str, day: &'static str) -> String {
        let columns = DateParts { has_early_years: true, ..DateParts::default() };
        columns.of_parts([year, month, day].map(Cow::Borrowed)).into_owned()
    }

    #[test]
    fn parts_make_a_date_as_far_as_they_go() {
        let cases = [
            (["1903", "12", "17"], "1903-12-17"),
            (["1927", "3", ""], "1927-03"),
            (["1927", "0", "0"], "1927"),
            (["1927", "", "5"], "1927"),
            (["1927", "NA", "5"], "1927"),
            (["1927.0", "", ""], "1927.0"),
            (["9", "", ""], "AD 9"),
            (["184", "2", "1"], "0184-02-01"),
            (["-44", "3", "15"], "15 Mar 44 BC"),
            (["c. 1850", "6", ""], "Jun c. 1850"),
            (["1850", "June", "3"], "3 June 1850"),
            (["1850", "13", ""], "1850-13-01"),
            (["", "3", "4"], ""),
        ];
        for ([year, month, day], date) in cases {
            assert_eq!(of_parts(year, month, day), date);
        }
    }

    #[test]
    fn a_time_is_added_to_a_day_that_has_none() {
        let cases = [
            ("2024-03-26", "1:24", "2024-03-26 01:24"),
            ("26 March 2024", "9:05 PM", "26 March 2024 09:05 PM"),
            ("2024-03-26", "S/D", "2024-03-26"),
            ("2024-03-26 10:00", "11:00", "2024-03-26 10:00"),
            ("", "11:00", ""),
        ];
        for (date, time, both) in cases {
            assert_eq!(with_time(Cow::Borrowed(date), time), both);
        }
    }
}
