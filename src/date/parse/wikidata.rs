//! Times as Wikidata exports them: +1879-03-14T00:00:00Z, +1850-00-00T00:00:00Z/9.
//!
//! The number after the slash is how exact they are, and parts that are not known are zero.

use super::cursor::{Cursor, Parsed};
use super::tokens::digits_of;
use crate::date::DateErrorKind::{Malformed, Nonexistent};
use crate::date::span::years;
use crate::date::{Date, DateForm, DateOptions, Precision};

/// The clock time of all of them.
const MIDNIGHT: &str = "T00:00:00Z";

/// Reads the whole text as a time of Wikidata.
pub(super) fn wikidata(cursor: Cursor<'_>, _: &DateOptions) -> Parsed<Date> {
    let text = cursor.rest();
    let (stamp, precision) = match text.split_once('/') {
        Some((stamp, number)) => (stamp, digits_of(number)),
        None => (text, None),
    };
    let Some(day) = stamp.strip_suffix(MIDNIGHT) else { return cursor.no_date() };
    let is_negative = day.starts_with('-');
    let has_mark = day.starts_with('+') || text.contains('/');
    let mut parts = day.trim_start_matches(['+', '-']).split('-').map(digits_of);
    let (Some(Some(year)), Some(Some(month)), Some(Some(day)), None, true) =
        (parts.next(), parts.next(), parts.next(), parts.next(), has_mark)
    else {
        return cursor.no_date();
    };
    // There is no year 0: -0001 is 1 BC.
    let year = if is_negative { 1 - year } else { year };
    let precision = match precision {
        Some(number) => number,
        None if text.contains('/') => 0,
        None if month == 0 => 9,
        None if day == 0 => 10,
        None => 11,
    };
    let found = date(year, [month, day], precision);
    match found {
        Some(found) => Ok(found),
        None if (6..=11).contains(&precision) => {
            cursor.firm(Nonexistent, "that month has no such day; correct it")
        }
        None => cursor.firm(
            Malformed,
            "the precision of a time of Wikidata is 6, a millennium, to 11, a day; write /9 for a year",
        ),
    }
}

fn date(year: i64, [month, day]: [i64; 2], precision: i64) -> Option<Date> {
    let [month, day] = [u32::try_from(month).ok()?, u32::try_from(day).ok()?];
    let stretch = |length: i64, first: i64, precision: Precision| {
        let form = DateForm::Literal(format!("{first:04}/{:04}", first + length - 1).into());
        Some(Date::spanning(years(first, length)?, precision).formed(form))
    };
    match precision {
        11 => Date::of_day(year, month, day),
        10 => Date::of_month(year, month),
        9 => Date::of_year(year),
        8 if year % 100 < 10 || year < 100 => {
            stretch(10, year.div_euclid(10) * 10, Precision::Year)
        }
        8 => Some(Date::spanning(years(year.div_euclid(10) * 10, 10)?, Precision::Decade)),
        7 | 6 if year > 0 => {
            let (length, unit) = if precision == 7 {
                (100, Precision::Century)
            } else {
                (1000, Precision::Millennium)
            };
            Some(Date::spanning(years((year - 1) / length * length + 1, length)?, unit))
        }
        _ => None,
    }
}
