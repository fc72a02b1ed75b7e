//! One date with its qualifiers: "c. 1450", "1450 (?)", "prob. 12 March 2010", and with a clock time
//! after a day in words.
//!
//! In: a text that is no range. Out: the date, its parts marked as uncertain or approximate.

use super::age::age;
use super::cursor::{Cursor, Parsed, first_of};
use super::iso::iso_date;
use super::numeric::numeric;
use super::time_of_day::TimeOfDay;
use super::tokens::is_letter;
use super::units::unit_in_words;
use crate::date::DateErrorKind::Incomplete;
use crate::date::language::Languages;
use crate::date::{Date, DateOptions, Precision};

/// Qualifiers before or after a date that are read, at most.
const QUALIFIERS: usize = 4;

/// What a qualifier says of a date.
#[derive(Clone, Copy, Default)]
struct Qualifier {
    is_uncertain: bool,
    is_approximate: bool,
}

const UNCERTAIN: Qualifier = Qualifier { is_uncertain: true, is_approximate: false };
const APPROXIMATE: Qualifier = Qualifier { is_uncertain: false, is_approximate: true };
const BOTH: Qualifier = Qualifier { is_uncertain: true, is_approximate: true };

/// Reads the whole text as one date.
pub(super) fn single(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    qualified(cursor, options, QUALIFIERS)
}

fn qualified(cursor: Cursor<'_>, options: &DateOptions, left: usize) -> Parsed<Date> {
    let known = first_of(cursor, options, &[iso_date, age, numeric, unit_in_words, clocked]);
    let Err(miss) = known else { return known };
    if miss.firm || left == 0 {
        return Err(miss);
    }
    let Some((rest, one)) = before(cursor, options.languages()).or_else(|| after(cursor)) else {
        return Err(miss);
    };
    let date = qualified(rest, options, left - 1)?;
    let is_uncertain = one.is_uncertain || date.uncertain.any();
    let is_approximate = one.is_approximate || date.approximate.any();
    Ok(date.doubted(is_uncertain, is_approximate))
}

/// A qualifier in front, and the rest.
fn before(cursor: Cursor<'_>, languages: Languages) -> Option<(Cursor<'_>, Qualifier)> {
    let mut at = cursor;
    if let Some(sign) = at.take("~?%") {
        return Some((at.trim(), of_sign(sign)));
    }
    languages.tables().find_map(|language| {
        let about = leading(cursor, language.about).map(|rest| (rest, APPROXIMATE));
        about.or_else(|| Some((leading(cursor, language.perhaps)?, UNCERTAIN)))
    })
}

fn of_sign(sign: char) -> Qualifier {
    match sign {
        '~' => APPROXIMATE,
        '?' => UNCERTAIN,
        _ => BOTH,
    }
}

/// The rest after one of `words`, which ends there as a word.
pub(super) fn leading<'a>(cursor: Cursor<'a>, words: &[&str]) -> Option<Cursor<'a>> {
    words.iter().find_map(|word| {
        let mut at = cursor;
        let is_there = at.take_word(word) && !at.peek().is_some_and(is_letter);
        is_there.then(|| at.trim())
    })
}

/// A qualifier at the end, and the rest before it.
fn after(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Qualifier)> {
    let text = cursor.rest();
    let signs = [("(?)", UNCERTAIN), ("?", UNCERTAIN), ("~", APPROXIMATE), ("%", BOTH)];
    signs.into_iter().find_map(|(sign, qualifier)| {
        let length = text.strip_suffix(sign)?.len();
        Some((cursor.split(length, text.len()).0, qualifier))
    })
}

/// A day in words or numbers and a clock time: "12 Mar 2010, 14:05 UTC", "12 March 2010 at 2 pm".
fn clocked(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    let (text, languages) = (cursor.rest(), options.languages());
    let Some(hour) = hour(text, languages) else { return cursor.no_date() };
    let before = text.get(..hour).unwrap_or_default().trim_end_matches([' ', ',']);
    if before.is_empty() {
        return cursor.firm(Incomplete, "the day is missing; write it before the clock time");
    }
    let day = languages
        .tables()
        .flat_map(|language| language.at)
        .find_map(|word| before.strip_suffix(word).filter(|day| day.ends_with(' ')));
    let (day, mut clock) = cursor.split(day.unwrap_or(before).len(), hour);
    let date = first_of(day, options, &[unit_in_words, numeric, iso_date])?;
    let Some(start) = date.lo().filter(|_| date.precision == Precision::Day) else {
        return cursor.soft(Incomplete, "a clock time needs a day");
    };
    let date = TimeOfDay::parse(&mut clock, options)?.on(start, options, cursor)?;
    clock.finish()?;
    Ok(date)
}

/// Where the hour of a clock time begins, with the start of the text or after a blank or comma.
fn hour(text: &str, languages: Languages) -> Option<usize> {
    let starts = text.match_indices([' ', ',']).map(|(at, _)| at + 1);
    std::iter::once(0).chain(starts).find(|&at| is_hour(&text[at..], languages))
}

/// Whether a text begins with one or two digits before a colon, an h, am or pm.
fn is_hour(text: &str, languages: Languages) -> bool {
    let mark = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if !(1..=2).contains(&(text.len() - mark.len())) {
        return false;
    }
    let mark = mark.trim_start().to_ascii_lowercase();
    let mut half_days = languages.tables().flat_map(|language| language.half_days);
    mark.starts_with([':', 'h']) || half_days.any(|(word, _)| mark.starts_with(word))
}
