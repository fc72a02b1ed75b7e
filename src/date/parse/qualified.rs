//! One date with its doubts: "c. 1450", "1450 (?)", "prob. 12 March 2010", and with a clock time
//! after a day in words.
//!
//! In: a text that is no range. Out: the date, its parts marked as doubtful.

use super::age::age;
use super::cursor::{Cursor, Parsed, first_of};
use super::iso::iso_date;
use super::numeric::numeric;
use super::time_of_day::TimeOfDay;
use super::units::unit_in_words;
use crate::date::{Date, DateOptions, Precision};

/// Words before an estimate.
const ABOUT: [&str; 13] = [
    "circa",
    "ca.",
    "ca",
    "c.",
    "c",
    "about",
    "abt.",
    "abt",
    "around",
    "approximately",
    "approx.",
    "approx",
    "est.",
];

/// Words before a date that is not sure.
const PERHAPS: [&str; 7] = ["probably", "prob.", "prob", "perhaps", "possibly", "maybe", "poss."];

/// GEDCOM's further words for estimates.
const ESTIMATED: [&str; 5] = ["est", "estimated", "calculated", "cal.", "cal"];

/// Doubts before or after a date that are read before it is given up.
const DOUBTS: usize = 4;

/// Reads the whole text as one date.
pub(super) fn single(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    doubted(cursor, options, DOUBTS)
}

fn doubted(cursor: Cursor<'_>, options: &DateOptions, left: usize) -> Parsed<Date> {
    let known = first_of(cursor, options, &[iso_date, age, numeric, unit_in_words, clocked]);
    let Err(miss) = known else { return known };
    if miss.firm || left == 0 {
        return Err(miss);
    }
    let Some((rest, is_uncertain, is_approximate)) = before(cursor).or_else(|| after(cursor))
    else {
        return Err(miss);
    };
    let date = doubted(rest, options, left - 1)?;
    let (uncertain, approximate) = (date.uncertain.any(), date.approximate.any());
    let (uncertain, approximate) = (is_uncertain || uncertain, is_approximate || approximate);
    Ok(date.doubted(uncertain, approximate))
}

/// The rest after a doubt in front: whether that is uncertain, and approximate.
fn before(cursor: Cursor<'_>) -> Option<(Cursor<'_>, bool, bool)> {
    let mut at = cursor;
    if let Some(mark) = at.take("~?%") {
        return Some((at.trim(), mark != '~', mark != '?'));
    }
    if let Some(rest) = leading(cursor, &ABOUT).or_else(|| leading(cursor, &ESTIMATED)) {
        return Some((rest, false, true));
    }
    leading(cursor, &PERHAPS).map(|rest| (rest, true, false))
}

/// The rest after one of `words`, which ends there as a word.
pub(super) fn leading<'a>(cursor: Cursor<'a>, words: &[&str]) -> Option<Cursor<'a>> {
    words.iter().find_map(|word| {
        let mut at = cursor;
        let is_there = at.take_word(word) && !at.peek().is_some_and(super::tokens::is_letter);
        is_there.then(|| at.trim())
    })
}

/// The rest before a doubt at the end.
fn after(cursor: Cursor<'_>) -> Option<(Cursor<'_>, bool, bool)> {
    let text = cursor.rest();
    let marks = [("(?)", true, false), ("?", true, false), ("~", false, true), ("%", true, true)];
    marks.into_iter().find_map(|(mark, is_uncertain, is_approximate)| {
        let length = text.strip_suffix(mark)?.len();
        Some((cursor.split(length, text.len()).0, is_uncertain, is_approximate))
    })
}

/// A day in words or numbers and a clock time: "12 Mar 2010, 14:05 UTC", "12 March 2010 at 2 pm".
fn clocked(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    let text = cursor.rest();
    let Some(hour) = hour(text) else { return cursor.soft("this is not a date") };
    let before = text.get(..hour).unwrap_or_default().trim_end_matches([' ', ',']);
    if before.is_empty() {
        return cursor.firm("the day is missing; write it before the clock time");
    }
    let day = before.strip_suffix(" at").unwrap_or(before);
    let (day, mut clock) = cursor.split(day.len(), hour);
    let date = first_of(day, options, &[unit_in_words, numeric, iso_date])?;
    let Some(start) = date.lo().filter(|_| date.precision == Precision::Day) else {
        return cursor.soft("a clock time needs a day");
    };
    let date = TimeOfDay::parse(&mut clock)?.on(start, options, cursor)?;
    clock.finish()?;
    Ok(date)
}

/// Where the hour of a clock time begins: digits after a blank, before a colon, an h, am or pm.
fn hour(text: &str) -> Option<usize> {
    let is_hour = |at: usize| {
        let rest = &text[at..];
        let mark = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_short = (1..=2).contains(&(rest.len() - mark.len()));
        let mark = mark.trim_start().to_ascii_lowercase();
        let marks = [":", "h", "am", "pm", "a.m.", "p.m."];
        is_short && marks.iter().any(|sign| mark.starts_with(sign))
    };
    let starts = text.match_indices([' ', ',']).map(|(at, _)| at + 1);
    std::iter::once(0).chain(starts).find(|&at| is_hour(at))
}
