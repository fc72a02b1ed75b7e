//! The week that a day begins, ends or lies in, as plans write it: week commencing 17 March 2025.

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

/// Reads the whole text as such a week; none if it is not.
pub(super) fn week_of(cursor: Cursor<'_>, options: &DateOptions) -> Option<Date> {
    let mut at = cursor;
    let (_, named) = WORDS.iter().find(|(words, _)| at.take_word(words))?;
    let day = single(at.trim(), options).ok()?;
    let is_day = day.precision == Precision::Day && day.form == DateForm::Plain;
    let first = day.lo().filter(|_| is_day)?.day;
    let first = match named {
        DayOfWeek::First => first,
        DayOfWeek::Last => first.checked_sub(6)?,
        DayOfWeek::Any => first.checked_sub(i64::from(weekday(first)))?,
    };
    let label = DateForm::Literal(cursor.rest().into());
    Some(Date::spanning(days(first, 7)?, Precision::Week).formed(label))
}
