//! The week that a day begins, ends or lies in, as plans write it: week commencing 17 March 2025.

use super::cursor::Cursor;
use super::qualified::single;
use crate::date::span::days;
use crate::date::{Date, DateForm, DateOptions, Precision, weekday};

/// Which day of the week is named.
#[derive(Clone, Copy)]
enum Named {
    First,
    Last,
    Any,
}

/// What stands before the day.
const WORDS: [(&str, Named); 10] = [
    ("week commencing ", Named::First),
    ("week beginning ", Named::First),
    ("week starting ", Named::First),
    ("week ending ", Named::Last),
    ("week of the ", Named::Any),
    ("week of ", Named::Any),
    ("w/c ", Named::First),
    ("w/b ", Named::First),
    ("wc ", Named::First),
    ("w/e ", Named::Last),
];

/// Reads the whole text as such a week; none if it is not.
pub(super) fn week_of(cursor: Cursor<'_>, options: &DateOptions) -> Option<Date> {
    let mut at = cursor;
    let (_, named) = WORDS.iter().find(|(words, _)| at.take_word(words))?;
    let day = single(at.trim(), options).ok()?;
    let is_day = day.precision == Precision::Day && day.form == DateForm::Plain;
    let first = day.lo().filter(|_| is_day)?.day;
    let first = match named {
        Named::First => first,
        Named::Last => first.checked_sub(6)?,
        Named::Any => first.checked_sub(i64::from(weekday(first)))?,
    };
    let label = DateForm::Literal(cursor.rest().to_lowercase().into());
    let label = if cursor.rest().is_ascii() { DateForm::Literal(cursor.rest().into()) } else { label };
    Some(Date::spanning(days(first, 7)?, Precision::Week).formed(label))
}
