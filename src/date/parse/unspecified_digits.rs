//! Unspecified digits: the years, months and days that `156X`, `1X` or `XX` leave open, and their
//! outer bounds.
//!
//! `u`, as the EDTF draft of 2012 had it, means the same as X.

use super::cursor::{Cursor, Parsed};
use crate::date::iso_text;
use crate::date::span::{months as month_span, years};
use crate::date::{Bound, Date, DateForm, Instant, Precision};

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

/// A year, month and day with open digits somewhere.
pub(super) fn day(
    at: Cursor<'_>,
    day_at: Cursor<'_>,
    year: &YearDigits,
    (month_digits, of): (&str, (u32, u32)),
    day_digits: &str,
) -> Parsed<Date> {
    let [month_open, day_open] =
        [month_digits, day_digits].map(|digits| digits.chars().all(is_unknown));
    if day_open && (month_open || !has_unknown(month_digits)) && !year.has_unknown() {
        return month(at, year, month_digits, of);
    }
    // Once for all of the thousands of years that there may be.
    let [months, days] = [(month_digits, of), (day_digits, (1, 31))].map(|(digits, (from, to))| {
        (from..=to).filter(|&n| fits(digits, n.into())).collect::<Vec<u32>>()
    });
    let (months, days) = (|| months.iter().copied(), || days.iter().copied());
    let day_in = |y, m, d| Instant::from_civil(y, m, d);
    let years = || year.bounds.0..=year.bounds.1;
    let holds = |y: &i64| year.holds(*y);
    let first = years()
        .take(YEARS)
        .filter(holds)
        .find_map(|y| months().find_map(|m| days().find_map(|d| day_in(y, m, d))));
    let last = years()
        .rev()
        .take(YEARS)
        .filter(holds)
        .find_map(|y| months().rev().find_map(|m| days().rev().find_map(|d| day_in(y, m, d))));
    let end = last.and_then(|last| last.day.checked_add(1)).map(Instant::from_day);
    let (Some(first), Some(end)) = (first, end) else {
        return day_at.firm(format!("no such month has a day {day_digits}; correct it"));
    };
    let otherwise = if has_unknown(month_digits) { Precision::Year } else { Precision::Month };
    let text =
        format!("{}-{}-{}", year.written(), filled(month_digits, 'X'), filled(day_digits, 'X'));
    let date = Date::spanning((first, end), year.precision(otherwise));
    Ok(Date { hi: Bound::At(end), ..date }.formed(DateForm::Literal(text.into())))
}

/// What is said of a number that is no year: its digits, and what else it may be.
pub(super) fn bare_number(digits: &str) -> String {
    let count = digits.len();
    let (what, days) = match (count, digits.parse::<i64>()) {
        // Spreadsheets count days from 1899-12-30 on, as 1900 is a leap year to them.
        (5, Ok(value)) => ("the day number of a spreadsheet", value - 25_569),
        (9 | 10, Ok(value)) => ("a Unix time in seconds", value / 86_400),
        (12 | 13, Ok(value)) => ("a Unix time in milliseconds", value / 86_400_000),
        _ => {
            return format!(
                "{count} digits without a sign are no year; write YYYY, or a sign before a longer year"
            );
        }
    };
    let (year, month, day) = crate::date::civil_from_days(days);
    format!(
        "{count} digits without a sign are no year; this can be {what}, {year:04}-{month:02}-{day:02}, or the year +{digits}: write one or the other"
    )
}
