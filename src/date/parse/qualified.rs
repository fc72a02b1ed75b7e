//! One date with its doubts: "c. 1450", "1450 (?)", "prob. 12 March 2010", and with a clock time
//! after a day in words.
//!
//! In: a cell that is no range. Out: the date, its parts marked as doubtful.

use super::age::age;
use super::cell::{Cell, Parsed, first_of};
use super::clock::Clock;
use super::numeric::numeric;
use super::point::point;
use super::words::words;
use super::{Date, DateOptions, Precision};

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

/// Reads the whole cell as one date.
pub(super) fn single(cell: Cell<'_>, options: &DateOptions) -> Parsed<Date> {
    doubted(cell, options, DOUBTS)
}

fn doubted(cell: Cell<'_>, options: &DateOptions, left: usize) -> Parsed<Date> {
    let known = first_of(cell, options, &[point, age, numeric, words, clocked]);
    let Err(miss) = known else { return known };
    if miss.firm || left == 0 {
        return Err(miss);
    }
    let Some((rest, is_uncertain, is_approximate)) = before(cell).or_else(|| after(cell)) else {
        return Err(miss);
    };
    let date = doubted(rest, options, left - 1)?;
    let (uncertain, approximate) = (date.uncertain.any(), date.approximate.any());
    let (uncertain, approximate) = (is_uncertain || uncertain, is_approximate || approximate);
    Ok(date.doubted(uncertain, approximate))
}

/// The rest after a doubt in front: whether that is uncertain, and approximate.
fn before(cell: Cell<'_>) -> Option<(Cell<'_>, bool, bool)> {
    let mut at = cell;
    if let Some(mark) = at.take("~?%") {
        return Some((at.trim(), mark != '~', mark != '?'));
    }
    if let Some(rest) = leading(cell, &ABOUT).or_else(|| leading(cell, &ESTIMATED)) {
        return Some((rest, false, true));
    }
    leading(cell, &PERHAPS).map(|rest| (rest, true, false))
}

/// The rest after one of `words`, which ends there as a word.
pub(super) fn leading<'a>(cell: Cell<'a>, words: &[&str]) -> Option<Cell<'a>> {
    words.iter().find_map(|word| {
        let mut at = cell;
        let is_there = at.take_word(word) && !at.peek().is_some_and(super::lexer::is_letter);
        is_there.then(|| at.trim())
    })
}

/// The rest before a doubt at the end.
fn after(cell: Cell<'_>) -> Option<(Cell<'_>, bool, bool)> {
    let text = cell.rest();
    let marks = [("(?)", true, false), ("?", true, false), ("~", false, true), ("%", true, true)];
    marks.into_iter().find_map(|(mark, is_uncertain, is_approximate)| {
        let length = text.strip_suffix(mark)?.len();
        Some((cell.split(length, text.len()).0, is_uncertain, is_approximate))
    })
}

/// A day in words or numbers and a clock time: "12 Mar 2010, 14:05 UTC", "12 March 2010 at 2 pm".
fn clocked(cell: Cell<'_>, options: &DateOptions) -> Parsed<Date> {
    let text = cell.rest();
    let Some(hour) = hour(text) else { return cell.soft("this is not a date") };
    let before = text.get(..hour).unwrap_or_default().trim_end_matches([' ', ',']);
    if before.is_empty() {
        return cell.firm("the day is missing; write it before the clock time");
    }
    let day = before.strip_suffix(" at").unwrap_or(before);
    let (day, mut clock) = cell.split(day.len(), hour);
    let date = first_of(day, options, &[words, numeric, point])?;
    let Some(start) = date.lo().filter(|_| date.precision == Precision::Day) else {
        return cell.soft("a clock time needs a day");
    };
    let date = Clock::parse(&mut clock)?.on(start, options, cell)?;
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
