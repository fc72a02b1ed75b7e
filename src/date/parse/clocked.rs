//! A day in words or numbers with a clock time: "12 Mar 2010, 14:05 UTC", "12 March 2010 at 2 pm",
//! "8:46 am, 11 September 2001", and as programs print it: "Tue Mar  3 14:05:22 2020",
//! "03/Mar/2020:14:05:22 +0000".

use super::cursor::{Cursor, Parsed, first_of};
use super::iso::iso_date;
use super::letters::is_letter;
use super::numeric::numeric;
use super::time_of_day::{TimeOfDay, dotted_minutes};
use super::tokens::digits_of;
use super::units::unit_in_words;
use crate::date::DateErrorKind::{Ambiguous, Incomplete};
use crate::date::language::{Languages, is_o_clock, words_at};
use crate::date::{Date, DateOptions, Precision};

/// The notations of a day before or after a clock time.
const DAYS: [fn(Cursor<'_>, &DateOptions) -> Parsed<Date>; 3] = [unit_in_words, numeric, iso_date];

/// A day and a clock time after it.
pub(super) fn clocked(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    let languages = options.languages();
    let (cursor, has_o_clock) = without_o_clock(cursor);
    let text = cursor.rest();
    let noon = noon(cursor)?;
    let hour = noon.or_else(|| hour(text, languages)).or_else(|| dotted_hour(text));
    let Some(hour) = hour else { return cursor.no_date() };
    let before = text.get(..hour).unwrap_or_default().trim_end_matches([' ', ',', ':']);
    if before.is_empty() {
        return cursor.soft(Incomplete, "the day is missing; write it before the clock time");
    }
    // The word for o'clock tells the language.
    let at = languages.tables().flat_map(|language| language.at);
    let all = if has_o_clock { words_at().collect() } else { Vec::new() };
    let day =
        at.chain(&all).find_map(|word| before.strip_suffix(word).filter(|day| day.ends_with(' ')));
    let (day, clock) = cursor.split(day.unwrap_or(before).len(), hour);
    let date = first_of(day, options, &DAYS)?;
    let clock = if noon.is_some() { Cursor::new("12:00") } else { clock };
    with_clock(cursor, date, clock, options)
}

/// Where the word for noon begins that ends a text.
fn noon(cursor: Cursor<'_>) -> Parsed<Option<usize>> {
    let text = cursor.rest();
    let Some(at) = text.rfind([' ', ',']) else { return Ok(None) };
    match text.get(at + 1..).unwrap_or_default().to_ascii_lowercase().as_str() {
        "noon" | "midday" => Ok(Some(at + 1)),
        "midnight" => {
            let message =
                "midnight begins a day or ends it; write 00:00 after the day that it begins";
            cursor.firm(Ambiguous, message)
        }
        _ => Ok(None),
    }
}

/// Where a clock time with full stops begins at the end of a text: 12/05/1999 14.30.
fn dotted_hour(text: &str) -> Option<usize> {
    let at = text.rfind([' ', ','])? + 1;
    let clock = text.get(at..)?;
    let minutes = clock.trim_start_matches(|c: char| c.is_ascii_digit());
    let hour = clock.get(..clock.len() - minutes.len())?;
    let is_hour = (1..=2).contains(&hour.len()) && hour.parse::<u8>().is_ok_and(|it| it < 24);
    (is_hour && dotted_minutes(minutes)).then_some(at)
}

/// The text without the word that some languages put behind a clock time: 14:30 Uhr.
fn without_o_clock(cursor: Cursor<'_>) -> (Cursor<'_>, bool) {
    let Some((clock, word)) = cursor.rest().rsplit_once(' ') else { return (cursor, false) };
    let is_word = clock.ends_with(|c: char| c.is_ascii_digit()) && is_o_clock(word);
    let clocked = if is_word { cursor.split(clock.len(), cursor.rest().len()).0 } else { cursor };
    (clocked, is_word)
}

/// A clock time and the day after it.
pub(super) fn clock_first(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    let text = cursor.rest();
    if !is_hour(text, options.languages()) {
        return cursor.no_date();
    }
    let places = text.match_indices([',', ' ']).map(|(at, _)| at);
    for at in places.take(4) {
        let (clock, day) = cursor.split(at, at + 1);
        let mut day = day;
        if day.take_word("on ") {
            day = day.trim();
        }
        if let Ok(date) = first_of(day, options, &DAYS)
            && let Ok(date) = with_clock(cursor, date, clock, options)
        {
            return Ok(date);
        }
    }
    cursor.firm(Incomplete, "the day is missing; write it before the clock time")
}

/// The order of ctime: weekday, month, day, clock time, year.
pub(super) fn ctime(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    let text = cursor.rest();
    let Some((head, year)) = text.rsplit_once(' ') else { return cursor.no_date() };
    // Git puts the offset behind the year.
    let (head, year, zone) = match head.rsplit_once(' ') {
        Some((head, before)) if year.starts_with(['+', '-']) => (head, before, year),
        _ => (head, year, ""),
    };
    let hour = hour(head, options.languages()).filter(|&at| at > 0);
    let Some(hour) = hour.filter(|_| year.len() == 4 && digits_of(year).is_some()) else {
        return cursor.no_date();
    };
    let (day, clock) = head.split_at(hour);
    let turned = format!("{} {year} {} {zone}", day.trim_end(), clock.trim());
    clocked(Cursor::new(&turned), options).or_else(|_| cursor.no_date())
}

/// A day with its clock time.
fn with_clock(
    cursor: Cursor<'_>,
    date: Date,
    mut clock: Cursor<'_>,
    options: &DateOptions,
) -> Parsed<Date> {
    let Some(start) = date.lo().filter(|_| date.precision == Precision::Day) else {
        return cursor.soft(Incomplete, "a clock time needs a day");
    };
    let date = TimeOfDay::parse(&mut clock, options)?.on(start, options, cursor)?;
    clock.finish()?;
    Ok(date)
}

/// Where the hour of a clock time begins, with the start of the text or after a blank or comma, or
/// after the colon that servers put behind a year.
fn hour(text: &str, languages: Languages) -> Option<usize> {
    let starts = text.match_indices([' ', ',', ':']).filter(|&(at, sign)| {
        let year = at.checked_sub(5).and_then(|from| text.get(from..at)?.strip_prefix('/'));
        sign != ":" || year.is_some_and(|year| digits_of(year).is_some())
    });
    let mut starts = std::iter::once(0).chain(starts.map(|(at, _)| at + 1));
    starts.find(|&at| is_hour(text.get(at..).unwrap_or_default(), languages))
}

/// Whether a text begins with one or two digits before a colon, an h, am or pm.
fn is_hour(text: &str, languages: Languages) -> bool {
    let mark = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if !(1..=2).contains(&(text.len() - mark.len())) {
        return false;
    }
    let mark = mark.trim_start().to_ascii_lowercase();
    if mark.starts_with('.') {
        return is_dotted(&mark);
    }
    let mut half_days = languages.tables().flat_map(|language| language.half_days);
    let is_word = mark.chars().nth(1).is_some_and(is_letter);
    mark.starts_with([':', 'h']) && !is_word || half_days.any(|(word, _)| mark.starts_with(word))
}

/// Whether minutes and seconds follow after full stops, and at the end the half of the day, without
/// which they would be a date.
fn is_dotted(mark: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut parts = mark.split('.').skip(1);
    let two =
        |part: Option<&str>| part.is_some_and(|part| part.len() == 2 && part.chars().all(is_digit));
    let mark = mark.replace("a.m.", "am").replace("p.m.", "pm");
    let mark = mark.as_str();
    let has_half = mark.ends_with("am") || mark.ends_with("pm");
    // 11.15am
    let minutes = mark.trim_end_matches(|c: char| c.is_ascii_alphabetic()).trim_end();
    if has_half && dotted_minutes(minutes) {
        return true;
    }
    has_half && two(parts.next()) && parts.next().is_some_and(|part| part.starts_with(is_digit))
}
