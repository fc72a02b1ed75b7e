//! One date of ISO 8601 or EDTF (all three levels): year, month or season, week, day, clock time,
//! with unspecified digits (X) and qualifiers (? ~ %).
//!
//! Years are astronomical, `0000` is 1 BC, but for those with a minus and no leading zero, which
//! [`NegativeYears`](crate::date::NegativeYears) decides. A qualifier after a part holds for it and all parts to
//! its left, one before a part for that part alone. U+2212 stands for a minus.

use super::cursor::{Cursor, Parsed};
use super::time_of_day::TimeOfDay;
use super::unspecified_digits::{self, DateDigits, YearDigits};
use crate::date::DateErrorKind::{
    Ambiguous, Empty, Incomplete, Malformed, Nonexistent, OutOfRange,
};
use crate::date::Season;
use crate::date::span::{no_day, years};
use crate::date::{Date, DateForm, DateOptions, Parts, Precision, days_in_month};
use crate::error::Message;

const WANTED: &str = "write YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm";

/// Reads the whole text as one date.
pub(super) fn iso_date(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    if cursor.is_empty() {
        return cursor.firm(Empty, format!("the date is empty; {WANTED}"));
    }
    let mut reader = IsoReader { options, start: cursor, cursor, doubts: Qualifiers::default() };
    let date = reader.date()?;
    reader.cursor.finish()?;
    let mut date = date;
    if let DateForm::Range(ends) = &mut date.form {
        ends[0].approximate = reader.doubts.approximate;
        ends[1].uncertain = reader.doubts.uncertain;
    }
    Ok(Date { uncertain: reader.doubts.uncertain, approximate: reader.doubts.approximate, ..date })
}

/// The qualifiers read so far.
#[derive(Clone, Copy, Default)]
struct Qualifiers {
    uncertain: Parts,
    approximate: Parts,
}

impl Qualifiers {
    fn add(&mut self, mark: Option<char>, parts: Parts) {
        if matches!(mark, Some('?' | '%')) {
            self.uncertain = self.uncertain.or(parts);
        }
        if matches!(mark, Some('~' | '%')) {
            self.approximate = self.approximate.or(parts);
        }
    }
}

const YEAR: Parts = Parts { year: true, month: false, day: false };
const MONTH: Parts = Parts { year: false, month: true, day: false };
const DAY: Parts = Parts { year: false, month: false, day: true };

struct IsoReader<'a> {
    options: &'a DateOptions,
    start: Cursor<'a>,
    cursor: Cursor<'a>,
    doubts: Qualifiers,
}

impl IsoReader<'_> {
    /// A qualifier, and the one more that the draft of 2012 allowed ("?~").
    fn mark(&mut self, parts: Parts) {
        for _ in 0..2 {
            let mark = self.cursor.take("?~%");
            self.doubts.add(mark, parts);
        }
    }

    fn date(&mut self) -> Parsed<Date> {
        if self.cursor.take("Yy").is_some() {
            return self.long_year();
        }
        self.mark(YEAR);
        let year_at = self.cursor;
        let sign = self.cursor.take("+-");
        let year = self.cursor.take_while(unspecified_digits::is_digit);
        if sign.is_none() && year.len() == 8 && year.bytes().all(|b| b.is_ascii_digit()) {
            return self.basic(year);
        }
        let year = self.year(year_at, sign, year)?;
        if self.cursor.take("S").is_some() {
            return self.significant(year_at, year.low());
        }
        self.mark(YEAR);
        if self.cursor.peek() == Some('W') {
            return self.week(&year);
        }
        if self.cursor.take("-").is_none() {
            return year.date(self.start);
        }
        self.after_year(&year)
    }

    /// The year of a text whose sign and digits were taken.
    fn year(&self, at: Cursor<'_>, sign: Option<char>, digits: &str) -> Parsed<YearDigits> {
        match (digits.len(), sign) {
            (0, _) => at.no_date(),
            _ if self.is_bare(sign, digits) => self.before_christ(at, digits),
            (1..=3, None) => at.no_date(),
            (1..=3, Some(sign)) => at.soft(Incomplete, format!(
                "the year has fewer than four digits; write {sign}{digits:0>4}"
            )),
            (4, _) | (_, Some(_)) => match YearDigits::new(sign == Some('-'), digits) {
                Some(mask) => Ok(mask),
                None => at.firm(OutOfRange, "the year is beyond all reckoning; write at most 16 digits"),
            },
            _ => at.soft(Ambiguous, format!(
                "{} digits without a sign are no year; write YYYY, or a sign before a longer year",
                digits.len()
            )),
        }
    }

    /// Whether a year with a minus has no leading zero, no open digit and no month, so that it is
    /// counted as people count years BC.
    fn is_bare(&self, sign: Option<char>, digits: &str) -> bool {
        sign == Some('-')
            && self.options.notation.is_none()
            && !digits.starts_with('0')
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && self.cursor.rest().chars().all(|c| "?~%".contains(c))
    }

    fn before_christ(&self, at: Cursor<'_>, digits: &str) -> Parsed<YearDigits> {
        let year = digits.parse::<i64>().ok().and_then(|years| {
            if self.options.is_iso_years() { years.checked_neg() } else { 1_i64.checked_sub(years) }
        });
        match year {
            Some(year) => Ok(YearDigits::of(year)),
            None => {
                at.firm(OutOfRange, "the year is beyond all reckoning; write at most 16 digits")
            }
        }
    }

    /// What follows a year and a hyphen.
    fn after_year(&mut self, year: &YearDigits) -> Parsed<Date> {
        if self.cursor.peek() == Some('W') {
            return self.week(year);
        }
        self.mark(MONTH);
        let month_at = self.cursor;
        let month = self.cursor.take_while(unspecified_digits::is_digit);
        if month.len() == 3 && !unspecified_digits::has_unknown(month) {
            return self.ordinal(month_at, year, month);
        }
        two(month_at, "month", month)?;
        let is_last = self.cursor.peek() != Some('-');
        if let Some(season) = month.parse().ok().filter(|code| (21..=41).contains(code)) {
            // A year and two digits are no more than that, with a sign or more digits.
            let is_plain = (0..=9999).contains(&year.low());
            if self.options.has_codes() || !is_plain {
                self.mark(YEAR.or(MONTH));
                return self.season(month_at, year, season);
            }
            if is_last {
                return month_at.soft(Nonexistent, no_code(month));
            }
        }
        let matching = unspecified_digits::matching(month, 1, 12);
        let Some(only) = matching else {
            let message = format!("there is no month {month}; write 01 to 12");
            return if is_last {
                month_at.soft(Nonexistent, message)
            } else {
                month_at.firm(Nonexistent, message)
            };
        };
        self.mark(YEAR.or(MONTH));
        if self.cursor.take("-").is_none() {
            return unspecified_digits::month(self.start, year, month, only);
        }
        self.day(year, month, only)
    }

    fn day(&mut self, year: &YearDigits, month: &str, months: (u32, u32)) -> Parsed<Date> {
        self.mark(DAY);
        let day_at = self.cursor;
        let day = self.cursor.take_while(unspecified_digits::is_digit);
        two(day_at, "day", day)?;
        if [month, day].into_iter().any(unspecified_digits::has_unknown) || year.has_unknown() {
            self.mark(YEAR.or(MONTH).or(DAY));
            return unspecified_digits::day(
                self.start,
                day_at,
                &DateDigits { year, month, months, day },
            );
        }
        let (year, month, day) = (year.low(), months.0, day.parse().unwrap_or(0));
        if day == 0 || day > days_in_month(year, month) {
            return day_at.firm(Nonexistent, no_day(year, month, day));
        }
        let date = self.start.on_the_line(Date::of_day(year, month, day))?;
        self.mark(YEAR.or(MONTH).or(DAY));
        self.timed(date)
    }

    /// The clock time after a day, if there is one.
    fn timed(&mut self, day: Date) -> Parsed<Date> {
        let mut at = self.cursor;
        let follows = match at.take("Tt ") {
            Some(' ') => at.peek().is_some_and(|c| c.is_ascii_digit()),
            other => other.is_some(),
        };
        let Some(start) = day.lo().filter(|_| follows) else { return Ok(day) };
        self.cursor = at;
        TimeOfDay::parse(&mut self.cursor, self.options)?.on(start, self.options, self.start)
    }

    /// `20100312`, only if there is such a day.
    fn basic(&mut self, digits: &str) -> Parsed<Date> {
        let number = |from: usize, to: usize| {
            digits.get(from..to).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0)
        };
        let (year, month, day) = (i64::from(number(0, 4)), number(4, 6), number(6, 8));
        match Date::of_day(year, month, day) {
            Some(date) => self.timed(date),
            None => self.start.firm(Nonexistent, format!(
                "eight digits are a day, and there is none {year:04}-{month:02}-{day:02}; correct it, or put a sign before a longer year"
            )),
        }
    }

    /// `W10` or `W10-3`.
    fn week(&mut self, year: &YearDigits) -> Parsed<Date> {
        let week_at = self.cursor;
        self.cursor.take("W");
        let digits = self.cursor.digits();
        let (week, basic) = digits.split_at_checked(2).unwrap_or((digits, ""));
        let year = self.exact(year)?;
        let week: u32 = week.parse().ok().filter(|_| digits.len() <= 3).unwrap_or(0);
        let Some(date) = Date::of_week(year, week) else {
            let message =
                format!("{year:04} has no such week; write W01 to W52, or W53 in long years");
            return week_at.firm(Nonexistent, message);
        };
        let day_at = self.cursor;
        let day = if self.cursor.take("-").is_some() { self.cursor.digits() } else { basic };
        if day.is_empty() {
            self.mark(Parts::of(Precision::Week));
            return Ok(date);
        }
        let weekday = day.parse::<u8>().ok().filter(|day| (1..=7).contains(day));
        let Some((weekday, monday)) = weekday.zip(date.lo()) else {
            return day_at.firm(Nonexistent, "a week has the days 1, Monday, to 7, Sunday");
        };
        let day = monday.day.saturating_add(i64::from(weekday) - 1);
        let date = Date::spanning(
            self.start.on_the_line(crate::date::span::days(day, 1))?,
            Precision::Day,
        );
        self.mark(Parts::of(Precision::Day));
        self.timed(date)
    }

    /// `071`: a day of the year.
    fn ordinal(&mut self, at: Cursor<'_>, year: &YearDigits, digits: &str) -> Parsed<Date> {
        let year = self.exact(year)?;
        let last = if crate::date::is_leap(year) { 366 } else { 365 };
        let number = digits.parse().ok().filter(|day| (1..=last).contains(day));
        let Some(number) = number else {
            return at
                .firm(Nonexistent, format!("{year:04} has no day {digits}; write 001 to {last}"));
        };
        let first = self.start.on_the_line(crate::date::span::new_year(year))?;
        let day = first.day.saturating_add(i64::from(number) - 1);
        let date = Date::spanning(
            self.start.on_the_line(crate::date::span::days(day, 1))?,
            Precision::Day,
        );
        self.mark(Parts::of(Precision::Day));
        self.timed(date)
    }

    /// The codes 21 to 41 in place of a month.
    fn season(&self, at: Cursor<'_>, year: &YearDigits, code: u32) -> Parsed<Date> {
        let year = self.exact(year)?;
        let found = match code {
            33..=36 => Date::of_quarter(year, code - 32),
            37..=39 => four_months(year, code - 37),
            40..=41 => Date::of_half(year, code - 39),
            _ => Date::of_season(year, Season::from_code(code)),
        };
        at.on_the_line(found)
    }

    /// The year, where it must be whole.
    fn exact(&self, year: &YearDigits) -> Parsed<i64> {
        if year.has_unknown() {
            return self.start.firm(
                Incomplete,
                "a season, week or day of the year needs all digits of the year",
            );
        }
        Ok(year.low())
    }

    /// `Y170000002`, `Y-17E7`, `Y171010000S3`; the Y has been taken.
    fn long_year(&mut self) -> Parsed<Date> {
        let at = self.cursor;
        let sign = self.cursor.take("+-");
        let digits = self.cursor.digits();
        if digits.is_empty() {
            return self.start.no_date();
        }
        let power = if self.cursor.take("Ee").is_some() { self.cursor.digits() } else { "0" };
        let scale = power.parse().ok().and_then(|power| 10_i64.checked_pow(power));
        let year =
            digits.parse::<i64>().ok().zip(scale).and_then(|(y, scale)| y.checked_mul(scale));
        let Some(year) = year else {
            return at
                .firm(OutOfRange, "the year is beyond all reckoning; write at most 16 digits");
        };
        let year = if sign == Some('-') { -year } else { year };
        if self.cursor.take("S").is_some() {
            return self.significant(at, year);
        }
        self.mark(YEAR);
        self.start.on_the_line(Date::of_year(year))
    }

    /// A year of which only the first digits are known; the S has been taken.
    fn significant(&mut self, at: Cursor<'_>, year: i64) -> Parsed<Date> {
        let count: Option<u32> = self.cursor.digits().parse().ok().filter(|&count| count > 0);
        let Some(count) = count else {
            return self
                .cursor
                .firm(Incomplete, "the number of significant digits is missing; write it after S");
        };
        let length = year.unsigned_abs().checked_ilog10().unwrap_or(0) + 1;
        let open = length.saturating_sub(count);
        self.mark(YEAR);
        let unit = 10_i64.pow(open);
        let near = year / unit * unit;
        let first = if year < 0 { near.checked_sub(unit - 1) } else { Some(near) };
        let letter = if (1000..10_000).contains(&year) { "" } else { "Y" };
        let form = DateForm::Literal(format!("{letter}{year}S{count}").into());
        let span = at.on_the_line(first.and_then(|first| years(first, unit)))?;
        Ok(Date::spanning(span, unspecified_digits::precision(open)).formed(form))
    }
}

fn two(at: Cursor<'_>, what: &str, digits: &str) -> Parsed<()> {
    match digits.len() {
        2 => Ok(()),
        0 => at.soft(Incomplete, format!("the {what} is missing; {WANTED}")),
        _ => at.soft(Malformed, format!("the {what} needs exactly two digits; {WANTED}")),
    }
}

/// That a code of EDTF is no month.
fn no_code(month: &str) -> Message {
    let fact = format!("there is no month {month}; write 01 to 12, or for a code of EDTF set ");
    Message::new(fact).setting_to("date-notation", "edtf")
}

/// Four months of a year, the first, second or third: from one month to another, as there is no
/// precision of its own.
fn four_months(year: i64, index: u32) -> Option<Date> {
    let first = index * 4 + 1;
    let ends = [Date::of_month(year, first)?, Date::of_month(year, first + 3)?];
    let date = Date::spanning(crate::date::span::months(year, first, 4)?, Precision::Month);
    Some(date.formed(DateForm::Range(Box::new(ends))))
}
