//! The weekday that a day is, and the one that is written.

use super::cursor::{Cursor, Parsed};
use crate::date::DateErrorKind::{Contradictory, Incomplete};
use crate::date::language::WEEKDAYS;
use crate::date::{Date, Precision, weekday};

/// The weekday of a day or a clock time, 0 being Monday.
pub(super) fn weekday_of(date: &Date) -> Option<u32> {
    date.lo().filter(|_| date.precision >= Precision::Day).map(|lo| weekday(lo.day))
}

/// `date` if it is a day that falls on the weekday named.
pub(super) fn checked(cursor: Cursor<'_>, date: Date, named: u32) -> Parsed<Date> {
    let Some(actual) = weekday_of(&date) else {
        return cursor
            .firm(Incomplete, "a weekday needs a day; write day, month and year after it");
    };
    if actual == named {
        return Ok(date);
    }
    let [actual, named] =
        [actual, named].map(|index| WEEKDAYS.get(index as usize).copied().unwrap_or_default());
    let message =
        format!("that day was a {actual}, not a {named}; correct the weekday or the date");
    cursor.firm(Contradictory, message)
}
