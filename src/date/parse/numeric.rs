//! Days written in three numbers: 25/12/2010, 3.4.2010, 2010/03/12.
//!
//! A year of four digits in front is year, month, day. With the year at the end, day and month can
//! be in either order, and unless only one of them is a date, an option must decide.

use super::cursor::{Cursor, Parsed};
use super::tokens::digits_of;
use crate::date::DateErrorKind::{AmbiguousOrder, Contradictory, Incomplete, Nonexistent};
use crate::date::{Century, Date, DateOptions, DateOrder, days_in_month, month_name};
use crate::error::Message;

pub(super) fn numeric(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    let Some(parts) = parts(cursor) else { return month_and_year(cursor, options) };
    let [first, middle, last] = parts.map(|part| part.parse::<u32>().unwrap_or(u32::MAX));
    match parts.map(str::len) {
        [4, 1..=2, 1..=2] => match Date::of_day(first.into(), middle, last) {
            Some(date) => Ok(date),
            None => cursor
                .firm(Nonexistent, format!("there is no day {last} of month {middle} in {first}")),
        },
        [1..=2, 1..=2, 4] => year_last(cursor, [first, middle], last, options.order),
        [2, 1..=2, 1..=2] if options.order == Some(DateOrder::Ymd) || first > 31 => {
            let year = full_year(first, options);
            match Date::of_day(year.into(), middle, last) {
                Some(date) => Ok(date),
                None => cursor.firm(Nonexistent, format!(
                    "there is no day {last} of month {middle} in {year}; correct it, or write the year in full"
                )),
            }
        }
        [1..=2, 1..=2, 2] => {
            year_last(cursor, [first, middle], full_year(last, options), options.order)
        }
        _ => cursor.no_date(),
    }
}

/// The year of two digits, by the hundred years that were chosen.
fn full_year(digits: u32, options: &DateOptions) -> u32 {
    let century = options.century.unwrap_or(Century::SPREADSHEET);
    u32::try_from(century.year(digits.into())).unwrap_or(digits)
}

/// 03/2010, 03.2010 and 2010/03, which is left to others where it can be a range of years too.
fn month_and_year(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    let is_ymd = options.order == Some(DateOrder::Ymd);
    let halves = cursor.rest().split_once(['/', '.', '-']);
    let halves = halves.and_then(|(a, b)| Some(((a, digits_of(a)?), (b, digits_of(b)?))));
    let found = match halves {
        Some(((a, month), (b, year))) if a.len() <= 2 && b.len() == 4 => Some((year, month)),
        Some(((a, year), (b, month)))
            if a.len() == 4 && b.len() <= 2 && (is_ymd || month <= year % 100) =>
        {
            Some((year, month)).filter(|_| cursor.rest().contains('/'))
        }
        _ => None,
    };
    if let Some(((a, _), (b, _))) = halves
        && a.len() <= 2
        && b.len() == 2
        && !cursor.rest().contains('.')
    {
        let fact = format!(
            "this could be a day of a month without a year, or a month of a year with two digits; write it in full, as 2024-01 or 2024-01-24, and not {a} and {b} alone"
        );
        return cursor.soft(Incomplete, fact);
    }
    let date = found.and_then(|(year, month)| Date::of_month(year, u32::try_from(month).ok()?));
    date.map_or_else(|| cursor.no_date(), Ok)
}

/// Three runs of digits with the same one of `/ . -` between them.
fn parts(cursor: Cursor<'_>) -> Option<[&str; 3]> {
    let separator = cursor.rest().chars().find(|c| !c.is_ascii_digit())?;
    let mut parts = cursor.rest().split(separator).map(str::trim);
    let found = [parts.next()?, parts.next()?, parts.next()?];
    // Cameras write 2015:07:15.
    let is_camera = separator == ':' && found.map(str::len) == [4, 2, 2];
    // TimelineJS writes 2015,7,15.
    let is_timeline = separator == ',' && found[0].len() == 4;
    let is_sound = ("/.-".contains(separator) || is_camera || is_timeline)
        && parts.next().is_none()
        && found.iter().all(|part| digits_of(part).is_some());
    is_sound.then_some(found)
}

/// Whether `month` of `year` has a day `day`.
fn is_day(day: u32, month: u32, year: u32) -> bool {
    (1..=days_in_month(year.into(), month)).contains(&day)
}

/// A day whose year, of four digits, comes last.
fn year_last(
    cursor: Cursor<'_>,
    [first, second]: [u32; 2],
    year: u32,
    given: Option<DateOrder>,
) -> Parsed<Date> {
    let (day_first, month_first) = (is_day(first, second, year), is_day(second, first, year));
    let order = match given.filter(|order| *order != DateOrder::Ymd) {
        Some(order) => order,
        None if day_first && month_first && first != second => {
            let (one, other) = (month_name(second), month_name(first));
            let fact = format!("this could be {first} {one} or {second} {other} {year}; set ");
            let remedy = Message::new(fact)
                .setting_to("date-order", "dmy")
                .text(" (day first) or ")
                .setting_to("date-order", "mdy")
                .text(" (month first)");
            return cursor.firm(AmbiguousOrder, remedy);
        }
        None if day_first => DateOrder::Dmy,
        None => DateOrder::Mdy,
    };
    let (day, month) = if order == DateOrder::Dmy { (first, second) } else { (second, first) };
    if let Some(date) = Date::of_day(year.into(), month, day) {
        return Ok(date);
    }
    if !day_first && !month_first {
        return cursor
            .firm(Nonexistent, format!("{year:04} has no such day; correct day or month"));
    }
    let place = if order == DateOrder::Dmy { "second" } else { "first" };
    let fact = format!("there is no month {month}, and by ");
    let remedy = Message::new(fact)
        .unset("date-order")
        .text(format!(" the month comes {place}; correct one of the two"));
    cursor.firm(Contradictory, remedy)
}
