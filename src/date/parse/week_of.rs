//! Weeks as plans and diaries write them: by the day that one begins, ends or lies in (week commencing
//! 17 March 2025), or by their number in a month (first week of May 1968).

use super::cursor::Cursor;
use super::qualified::single;
use crate::date::span::days;
use crate::date::{Date, DateForm, DateOptions, Precision, weekday};

/// Which day of the week is named.
#[derive(Clone, Copy)]
enum DayOfWeek {
    First,
    Last,
    Any,
}

/// What stands before the day.
const WORDS: [(&str, DayOfWeek); 10] = [
    ("week commencing ", DayOfWeek::First),
    ("week beginning ", DayOfWeek::First),
    ("week starting ", DayOfWeek::First),
    ("week ending ", DayOfWeek::Last),
    ("week of the ", DayOfWeek::Any),
    ("week of ", DayOfWeek::Any),
    ("w/c ", DayOfWeek::First),
    ("w/b ", DayOfWeek::First),
    ("wc ", DayOfWeek::First),
    ("w/e ", DayOfWeek::Last),
];

/// Weeks of a month from its first day on; the last one ends it.
const NUMBERS: [(&str, i64); 11] = [
    ("first ", 0),
    ("1st ", 0),
    ("second ", 1),
    ("2nd ", 1),
    ("third ", 2),
    ("3rd ", 2),
    ("fourth ", 3),
    ("4th ", 3),
    ("last ", LAST),
    ("final ", LAST),
    ("opening ", 0),
];
const LAST: i64 = -1;

/// Reads the whole text as such a week; none if it is not.
pub(super) fn week_of(cursor: Cursor<'_>, options: &DateOptions) -> Option<Date> {
    let first = of_day(cursor, options).or_else(|| of_month(cursor, options))?;
    let label = DateForm::Literal(cursor.rest().into());
    Some(Date::spanning(days(first, 7)?, Precision::Week).formed(label))
}

/// The first day of the week that a day of it is named of.
fn of_day(cursor: Cursor<'_>, options: &DateOptions) -> Option<i64> {
    let mut at = cursor;
    let (_, named) = WORDS.iter().find(|(words, _)| at.take_word(words))?;
    let day = single(at.trim(), options).ok()?;
    let is_day = day.precision == Precision::Day && day.form == DateForm::Plain;
    let first = day.lo().filter(|_| is_day)?.day;
    match named {
        DayOfWeek::First => Some(first),
        DayOfWeek::Last => first.checked_sub(6),
        DayOfWeek::Any => first.checked_sub(i64::from(weekday(first))),
    }
}

/// The first day of a week that is counted in a month.
fn of_month(cursor: Cursor<'_>, options: &DateOptions) -> Option<i64> {
    let mut at = cursor;
    at.take_word("the ");
    let (_, number) = NUMBERS.iter().find(|(word, _)| at.take_word(word))?;
    if !at.take_word("week ") {
        return None;
    }
    let _ = at.take_word("of ") || at.take_word("in ");
    let month = single(at.trim(), options).ok()?;
    let is_month = month.precision == Precision::Month && month.form == DateForm::Plain;
    let (lo, hi) = month.lo().zip(month.hi()).filter(|_| is_month)?;
    match *number {
        LAST => hi.day.checked_sub(7),
        number => lo.day.checked_add(7 * number),
    }
}
