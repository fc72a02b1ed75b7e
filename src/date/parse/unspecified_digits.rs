//! Unspecified digits: the years, months and days that `156X`, `1X` or `XX` leave open, and their
//! outer bounds.
//!
//! `u`, as the EDTF draft of 2012 had it, means the same as X.

use super::cursor::{Cursor, Parsed};
use crate::date::iso_text;
use crate::date::span::{months as month_span, years};
use crate::date::{Date, DateErrorKind, DateForm, Instant, Precision};

pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || is_unknown(c)
}

fn is_unknown(c: char) -> bool {
    matches!(c, 'X' | 'x' | 'u')
}

pub(super) fn has_unknown(digits: &str) -> bool {
    digits.chars().any(is_unknown)
}

/// Whether `value`, written with as many digits, is one of those that `digits` leaves open.
fn fits(digits: &str, value: u64) -> bool {
    let written = format!("{value:0width$}", width = digits.len());
    written.len() == digits.len()
        && written.chars().zip(digits.chars()).all(|(a, b)| a == b || is_unknown(b))
}

/// The first and the last value from `from` to `to` that fits.
pub(super) fn matching(digits: &str, from: u32, to: u32) -> Option<(u32, u32)> {
    if let Ok(value) = digits.parse() {
        return Some((value, value)).filter(|_| (from..=to).contains(&value));
    }
    let mut found = (from..=to).filter(|&value| fits(digits, value.into()));
    let first = found.next()?;
    Some((first, found.next_back().unwrap_or(first)))
}

/// How exact a year is whose last `open` digits are not known.
pub(super) fn precision(open: u32) -> Precision {
    match open {
        0 => Precision::Year,
        1 => Precision::Decade,
        2 => Precision::Century,
        3 => Precision::Millennium,
        4 | 5 => Precision::Ka,
        6..=8 => Precision::Ma,
        _ => Precision::Ga,
    }
}

/// A year, some of whose digits may be open.
pub(super) struct YearDigits {
    text: String,
    /// The first and the last year.
    bounds: (i64, i64),
    open: u32,
}

impl YearDigits {
    /// None if the year does not fit 64 bits.
    pub(super) fn new(is_negative: bool, digits: &str) -> Option<Self> {
        let least: i64 = filled(digits, '0').parse().ok()?;
        let most: i64 = filled(digits, '9').parse().ok()?;
        let bounds = if is_negative { (-most, -least) } else { (least, most) };
        let first = digits.chars().position(is_unknown).unwrap_or(digits.len());
        let open = u32::try_from(digits.len() - first).ok()?;
        let sign = match digits.len() {
            _ if is_negative => "-",
            5.. => "+",
            _ => "",
        };
        let text = if has_unknown(digits) {
            format!("{sign}{}", filled(digits, 'X'))
        } else {
            String::new()
        };
        Some(Self { text, bounds, open })
    }

    /// A year all of whose digits are known, astronomical.
    pub(super) fn of(year: i64) -> Self {
        Self { text: String::new(), bounds: (year, year), open: 0 }
    }

    pub(super) fn has_unknown(&self) -> bool {
        self.open > 0
    }

    /// The first year; the year itself if no digit is open.
    pub(super) fn low(&self) -> i64 {
        self.bounds.0
    }

    /// The year as a date.
    pub(super) fn date(&self, at: Cursor<'_>) -> Parsed<Date> {
        let count = self.bounds.1.saturating_sub(self.bounds.0).saturating_add(1);
        let date = Date::spanning(at.on_the_line(years(self.low(), count))?, precision(self.open));
        // 1960s says the same as 196X in words; 190X and 1900s do not.
        let is_decade = self.text.len() == 4 && self.open == 1 && self.low() % 100 != 0;
        let is_plain = is_decade || self.open == 0;
        Ok(if is_plain { date } else { date.formed(DateForm::Literal(self.text.as_str().into())) })
    }

    /// Whether `year`, which lies within the bounds, is one of those that are left open.
    fn holds(&self, year: i64) -> bool {
        let digits = self.text.trim_start_matches(['-', '+']);
        digits.is_empty() || fits(digits, year.unsigned_abs())
    }

    fn written(&self) -> String {
        if !self.text.is_empty() {
            return self.text.clone();
        }
        iso_text::year(self.low())
    }

    fn precision(&self, otherwise: Precision) -> Precision {
        if self.has_unknown() { precision(self.open) } else { otherwise }
    }
}

fn filled(digits: &str, with: char) -> String {
    digits.chars().map(|c| if is_unknown(c) { with } else { c }).collect()
}

/// A year and month, either of which may have open digits.
pub(super) fn month(
    at: Cursor<'_>,
    year: &YearDigits,
    digits: &str,
    of: (u32, u32),
) -> Parsed<Date> {
    if digits.chars().all(is_unknown) && !year.has_unknown() {
        return year.date(at);
    }
    let first = at.on_the_line(Instant::from_civil(year.bounds.0, of.0, 1))?;
    let (_, last) = at.on_the_line(month_span(year.bounds.1, of.1, 1))?;
    if !has_unknown(digits) && !year.has_unknown() {
        return Ok(Date::spanning((first, last), Precision::Month));
    }
    let form = DateForm::Literal(format!("{}-{}", year.written(), filled(digits, 'X')).into());
    Ok(Date::spanning((first, last), year.precision(Precision::Year)).formed(form))
}

/// Years at either end that are looked through for a day. The last four digits and the calendar
/// repeat after them, so that what is not among them is nowhere.
const YEARS: usize = 10_000;

/// The digits of a day, some of which are open.
pub(super) struct DateDigits<'a> {
    pub(super) year: &'a YearDigits,
    pub(super) month: &'a str,
    /// The first and the last month that these digits can be.
    pub(super) months: (u32, u32),
    pub(super) day: &'a str,
}

impl DateDigits<'_> {
    /// The first and the last day that there can be.
    fn ends(&self) -> Option<(Instant, Instant)> {
        // Once for all of the thousands of years that there may be.
        let months = fitting(self.month, self.months);
        let days = fitting(self.day, (1, 31));
        let years = self.year.bounds.0..=self.year.bounds.1;
        let mut from_first = years.clone().take(YEARS).filter(|&year| self.year.holds(year));
        let mut from_last = years.rev().take(YEARS).filter(|&year| self.year.holds(year));
        let first = from_first.find_map(|year| first_day(year, &months, &days))?;
        Some((first, from_last.find_map(|year| last_day(year, &months, &days))?))
    }

    fn written(&self) -> String {
        format!("{}-{}-{}", self.year.written(), filled(self.month, 'X'), filled(self.day, 'X'))
    }
}

/// The values within the bounds that fit `digits`.
fn fitting(digits: &str, (from, to): (u32, u32)) -> Vec<u32> {
    (from..=to).filter(|&value| fits(digits, value.into())).collect()
}

fn first_day(year: i64, months: &[u32], days: &[u32]) -> Option<Instant> {
    let mut in_month =
        months.iter().map(|&month| days.iter().find_map(|&d| Instant::from_civil(year, month, d)));
    in_month.find_map(|day| day)
}

fn last_day(year: i64, months: &[u32], days: &[u32]) -> Option<Instant> {
    let mut in_month = months
        .iter()
        .rev()
        .map(|&month| days.iter().rev().find_map(|&d| Instant::from_civil(year, month, d)));
    in_month.find_map(|day| day)
}

/// A year, month and day with open digits somewhere.
pub(super) fn day(at: Cursor<'_>, day_at: Cursor<'_>, digits: &DateDigits<'_>) -> Parsed<Date> {
    let DateDigits { year, month, months, day } = *digits;
    let [month_open, day_open] = [month, day].map(|digits| digits.chars().all(is_unknown));
    if day_open && (month_open || !has_unknown(month)) && !year.has_unknown() {
        return self::month(at, year, month, months);
    }
    let ends = digits.ends();
    let end = ends.and_then(|(_, last)| last.day.checked_add(1)).map(Instant::from_day);
    let Some(((first, _), end)) = ends.zip(end) else {
        let message = format!("no such month has a day {day}; correct it");
        return day_at.firm(DateErrorKind::Nonexistent, message);
    };
    let otherwise = if has_unknown(month) { Precision::Year } else { Precision::Month };
    let date = Date::spanning((first, end), year.precision(otherwise));
    Ok(date.formed(DateForm::Literal(digits.written().into())))
}
