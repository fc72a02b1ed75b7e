//! Date to text for labels: day, month name, year, clock time, never more than was written.
//!
//! Which parts of a date are printed is decided by [`Printer`], and by what words and in which order
//! by [`Localized`], in the language of a [`DateStyle`].

mod labels;
mod localized;
mod pattern;
mod printed_unit;
mod printer;
mod style;
mod template;
mod text;

pub use labels::TimeUnit;
pub use pattern::DatePattern;
pub use style::{DateLayout, DateStyle};

use super::{Date, Instant, InstantSpan, Precision, Zone};
use localized::Localized;
use printer::Printer;
use std::fmt::{self, Formatter};

/// What the reader of a label knows from elsewhere, so that the label leaves it out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The zone of clock times, in seconds east of UTC.
    pub zone: Option<i32>,
    /// The day of clock times, counted from 1970-01-01 in that zone.
    pub day: Option<i64>,
    /// Whether there are dates BC among others, so that years before 1000 need their era too.
    pub is_bc: bool,
    /// Whether time is counted in ages, so that years BC are told as ages too, in three digits.
    pub is_ages: bool,
    /// The language that the label is in, and the form of its dates.
    pub style: DateStyle,
    /// The year of dates that lie in it wholly, astronomical.
    pub year: Option<i64>,
    /// How exactly clock times are told.
    pub clock: ClockDetail,
}

/// How exactly clock times are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClockDetail {
    /// As they are written.
    #[default]
    Exact,
    /// To the minute: their seconds tell nothing.
    Minutes,
    /// Not at all: the day is enough.
    Days,
}

impl Known {
    /// Nothing but the language and the form of dates.
    pub fn of(style: DateStyle) -> Self {
        Self { style, ..Self::default() }
    }

    /// The same for dates that a text gives: their year is known only if it is that of all.
    fn for_dates(self, dates: &[&Date]) -> Self {
        let is_in = |date: &&&Date| self.year.is_some() && date.only_year() == self.year;
        Self { year: self.year.filter(|_| dates.iter().all(|date| is_in(&date))), ..self }
    }
}

impl Date {
    /// The date in words, without what the reader of them knows already.
    pub fn words(&self, known: Known) -> String {
        let printer = Printer::new(known.for_dates(&[self]));
        printer.format.in_digits(printer.text(self).to_string())
    }

    /// The year that all it may mean lies in, on the clock of the place that wrote it.
    pub fn only_year(&self) -> Option<i64> {
        let (lo, hi) = (self.lo()?, self.hi()?.checked_add(-1)?);
        let [first, last] = [lo, hi].map(|at| local(self, at).civil().0);
        (first == last).then_some(first)
    }

    /// The day that all it may mean lies in, counted from 1970-01-01 on the same clock.
    pub fn only_day(&self) -> Option<i64> {
        let (lo, hi) = (self.lo()?, self.hi()?.checked_add(-1)?);
        let [first, last] = [lo, hi].map(|at| local(self, at).day);
        (first == last).then_some(first)
    }

    /// Whether it gives the second of a time, and not a whole minute.
    pub fn has_seconds(&self) -> bool {
        let second = |at: Instant| local(self, at).nano % 60_000_000_000 != 0;
        match self.precision {
            Precision::Second => self.lo().is_some_and(second),
            precision => precision > Precision::Second,
        }
    }
}

impl fmt::Display for Date {
    /// The date in words, never more exact than it was written: "2010", "Mar 2010",
    /// "12 Mar 2010", "44 BC". [`Date::parse`] reads it back to the same span.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Known::default()))
    }
}

/// Two dates as a range. What both end with, or the day that both clock times are of, is printed
/// once: 12–15 Mar 2010.
pub fn range_text(from: &Date, to: &Date, known: Known) -> String {
    let printer = Printer::new(known.for_dates(&[from, to]));
    printer.format.in_digits(printer.range(from, to))
}

/// A stretch of time by the units that it begins and ends in, once if they are one: 1961–1969.
pub fn stretch_text((lo, hi): InstantSpan, unit: Precision, known: Known) -> String {
    let last = hi.checked_add(-1).filter(|last| lo < *last).unwrap_or(lo);
    let [from, to] = [lo, last].map(|at| Date::spanning((at, at), unit));
    let alone = from.words(known);
    if alone == to.words(known) { alone } else { range_text(&from, &to, known) }
}

/// The short English name of month 1 to 12.
pub fn month_name(month: u32) -> &'static str {
    Localized::new(DateStyle::default()).short_month(month)
}

/// An astronomical year as English history writes it: 2010, 985, AD 14, 44 BC, 10,000 BC.
pub fn year_text(year: i64) -> String {
    DateStyle::default().year(year)
}

/// A number of five digits and more in groups of three, fewer as they are, in English.
pub fn grouped(number: u64) -> String {
    DateStyle::default().grouped(number)
}

/// A zone by its seconds east of UTC: UTC, UTC+5:30.
pub fn zone_text(east: i32) -> String {
    let sign = if east.is_negative() { '\u{2212}' } else { '+' };
    let minutes = east.unsigned_abs() / 60;
    match (minutes / 60, minutes % 60) {
        (0, 0) => "UTC".into(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

/// `at` on the clock of the place that wrote the date.
fn local(date: &Date, at: Instant) -> Instant {
    match date.zone {
        Zone::Offset(east) => at.checked_add(i128::from(east) * 1_000_000_000).unwrap_or(at),
        Zone::Floating => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_reader_knows_is_not_said_again() {
        let known = Known { year: Some(1957), clock: ClockDetail::Minutes, ..Known::default() };
        for (text, words) in [
            ("1957-10-04", "4 Oct"),
            ("1957-10", "Oct"),
            ("1957", "1957"),
            ("c. Oct 1957", "c. Oct"),
            ("Q2 1957", "Q2"),
            ("1957-10-04T19:28:00Z", "4 Oct, 19:28 UTC"),
            ("1958-02-01", "1 Feb 1958"),
            ("1957-11-03/1957-11-09", "3–9 Nov"),
            ("1957-11-03/1958-01-09", "3 Nov 1957 – 9 Jan 1958"),
            ("1950s", "1950s"),
        ] {
            let date: Date = text.parse().expect(text);
            assert_eq!(date.words(known), words, "{text}");
        }
    }

    #[test]
    fn clock_times_are_as_exact_as_they_are_told() {
        for (clock, text, words) in [
            (ClockDetail::Exact, "1957-10-04T19:28:34Z", "4 Oct 1957, 19:28:34 UTC"),
            (ClockDetail::Minutes, "1957-10-04T19:28:34Z", "4 Oct 1957, 19:28 UTC"),
            (ClockDetail::Days, "1957-10-04T19:28:34Z", "4 Oct 1957"),
            (ClockDetail::Days, "1957-10-04T19:28/1957-10-06T04:00", "4–6 Oct 1957"),
            (ClockDetail::Days, "1957-10", "Oct 1957"),
        ] {
            let date: Date = text.parse().expect(text);
            assert_eq!(date.words(Known { clock, ..Known::default() }), words, "{text}");
        }
    }

    #[test]
    fn seconds_are_told_where_one_is_not_zero() {
        for (text, has) in
            [("1957-10-04T19:28:00Z", false), ("1957-10-04T19:28:34Z", true), ("1957-10-04", false)]
        {
            let date: Date = text.parse().expect(text);
            assert_eq!(date.has_seconds(), has, "{text}");
        }
    }
}
