//! Two dates in one text, and dates that are open to one side: "1914–18", "12–15 March 2010",
//! "from 1964 to 2008", "before 1928", "since 2004", "2010–present".
//!
//! In: a whole text. Out: a date whose form keeps its ends. What is no range is left to
//! [`super::qualified`].

use super::combine::{is_reversed, joined, sided, unbounded};
use super::complete::{aged, completed, led, shortened};
use super::cursor::{Cursor, Parsed};
use super::edtf;
use super::qualified::{leading, single};
use super::several::several;
use super::tokens::{digits_of, word_places};
use crate::date::DateErrorKind::{Empty, Unsupported};
use crate::date::language::Languages;
use crate::date::{Bound, Date, DateForm, DateOptions, DateSide, Today};

/// Reads the whole text.
pub(super) fn expression(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    if cursor.is_empty() {
        return cursor
            .firm(Empty, "the date is empty; write YYYY, YYYY-MM, YYYY-MM-DD or the like");
    }
    let cursor = calendar(cursor, options.languages())?;
    if cursor.peek().is_some_and(|c| "[{".contains(c)) {
        return edtf::set(cursor, options);
    }
    let known =
        boundless(cursor).or_else(|| present(cursor, options)).or_else(|| range(cursor, options));
    if let Some(date) = known {
        return date;
    }
    if let Some((side, rest)) = sides(cursor, options.languages()).next() {
        return match single(rest, options) {
            Ok(date) => Ok(sided(side, date)),
            Err(miss) => several(cursor, options, member).unwrap_or(Err(miss)),
        };
    }
    single(cursor, options).or_else(|miss| {
        let other = several(cursor, options, member).or_else(|| loose(cursor, options));
        other.unwrap_or(Err(miss))
    })
}

/// GEDCOM's signs of a calendar.
const GREGORIAN: &str = "@#DGREGORIAN@";
const JULIAN: &str = "@#DJULIAN@";

/// The text without the sign of the Gregorian calendar that GEDCOM has. Dates of the Julian one
/// are not silently taken for Gregorian ones.
fn calendar(cursor: Cursor<'_>, languages: Languages) -> Parsed<Cursor<'_>> {
    let mut at = cursor;
    if at.take_word(GREGORIAN) {
        return Ok(at.trim());
    }
    let mut words = languages.tables().flat_map(|language| language.julian);
    if at.take_word(JULIAN) || words.any(|word| begins_or_ends(cursor.rest(), word)) {
        let message = "dates of the Julian calendar are not converted; write the Gregorian date";
        return cursor.firm(Unsupported, message);
    }
    Ok(cursor)
}

/// Whether a text has `word`, in any case of ASCII letters, at its beginning or end, and more than
/// that.
fn begins_or_ends(text: &str, word: &str) -> bool {
    let is_word = |part: Option<&str>| part.is_some_and(|part| part.eq_ignore_ascii_case(word));
    let is_apart = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric());
    let from = text.len().checked_sub(word.len());
    let [before, end] =
        [from.and_then(|from| text.get(..from)), from.and_then(|at| text.get(at..))];
    let [start, after] = [text.get(..word.len()), text.get(word.len()..)];
    is_word(start) && is_apart(after.and_then(|after| after.chars().next()))
        || is_word(end) && is_apart(before.and_then(|before| before.chars().next_back()))
}

/// An end that is open, or that nobody knows, if that is all there is.
fn boundless(cursor: Cursor<'_>) -> Option<Parsed<Date>> {
    let (bound, form) = match cursor.rest().to_ascii_lowercase().as_str() {
        ".." | "open" => (Bound::Open, DateForm::Open),
        "?" | "unknown" => (Bound::Unknown, DateForm::Unknown),
        _ => return None,
    };
    Some(Ok(unbounded(bound, bound, form)))
}

/// The sides that words in front open a date to, each with the rest.
fn sides(cursor: Cursor<'_>, languages: Languages) -> impl Iterator<Item = (DateSide, Cursor<'_>)> {
    let sides = languages.tables().flat_map(|language| language.sides);
    sides.filter_map(move |&(words, side)| Some((side, leading(cursor, words)?)))
}

/// A date among several.
fn member(cursor: Cursor<'_>, options: &DateOptions) -> Option<Date> {
    if let Some(found) = range(cursor, options) {
        return found.ok();
    }
    let mut sides = sides(cursor, options.languages());
    match sides.find(|(side, _)| !matches!(side, DateSide::Before | DateSide::After)) {
        Some((side, rest)) => single(rest, options).ok().map(|date| sided(side, date)),
        None => single(cursor, options).ok(),
    }
}

/// The present, if that is what the text says.
fn present(cursor: Cursor<'_>, options: &DateOptions) -> Option<Parsed<Date>> {
    let mut words = options.languages().tables().flat_map(|language| language.present);
    words.find(|word| cursor.rest().eq_ignore_ascii_case(word))?;
    let today = options.today.and_then(Today::date);
    let open = || unbounded(Bound::Unknown, Bound::Open, DateForm::Present);
    Some(Ok(today.unwrap_or_else(open)))
}

/// A range in words or with a sign that joins nothing else; none if the text is no such range.
fn range(cursor: Cursor<'_>, options: &DateOptions) -> Option<Parsed<Date>> {
    if cursor.rest().contains('/') {
        let interval = edtf::interval(cursor, options);
        if interval.is_ok() {
            return Some(interval);
        }
    }
    if let Some((rest, at, word)) = worded(cursor, options.languages()) {
        return pair(rest, at, word.len(), options);
    }
    for joint in ["–", " - "] {
        if let Some(at) = cursor.rest().find(joint)
            && let Some(date) = pair(cursor, at, joint.len(), options)
        {
            return Some(date);
        }
    }
    let text = cursor.rest();
    let years =
        text.split_once('-').filter(|(a, b)| digits_of(a).is_some() && digits_of(b).is_some());
    match years.map(|(a, b)| (a.len(), b.len(), b)) {
        Some((4, 4, _)) => pair(cursor, 4, 1, options),
        // Up to 12 it is a month, from 21 to 41 a season.
        Some((4, 2, second)) if matches!(digits_of(second), Some(13..=20 | 42..)) => {
            pair(cursor, 4, 1, options)
        }
        _ => None,
    }
}

/// The dates of a range in words, and where the word is that joins them.
fn worded(cursor: Cursor<'_>, languages: Languages) -> Option<(Cursor<'_>, usize, &'static str)> {
    let mut pairs = languages.tables().flat_map(|language| language.ranges);
    pairs.find_map(|&[opening, joint]| {
        let mut at = cursor;
        let is_open = opening.is_empty() || at.take_word(opening) && at.take(" ").is_some();
        let place = word_places(at.rest(), joint).next().filter(|_| is_open)?;
        Some((at, place, joint))
    })
}

/// Hyphens that may join two dates, of all those in a text.
const HYPHENS: usize = 8;

/// A range by a bare hyphen, tried when nothing else fits: "12-15 March 2010".
fn loose(cursor: Cursor<'_>, options: &DateOptions) -> Option<Parsed<Date>> {
    let text = cursor.rest();
    let hyphens = text.match_indices('-').map(|(at, _)| at).take(HYPHENS);
    hyphens.filter_map(|at| pair(cursor, at, 1, options)).find(Result::is_ok)
}

/// The dates before and after a joint; what the first leaves out is in the second, and a
/// second year may be cut to two digits. None if the halves are no dates.
fn pair(
    cursor: Cursor<'_>,
    at: usize,
    length: usize,
    options: &DateOptions,
) -> Option<Parsed<Date>> {
    let (left, right) = cursor.split(at, at + length);
    let (side, known) = match (left.rest(), right.rest()) {
        ("", _) => return None,
        (_, "") => (DateSide::Since, left),
        (_, "?") => (DateSide::FromToUnknown, left),
        ("?", _) if present(right, options).is_none() => (DateSide::ToFromUnknown, right),
        _ => return two_dates(cursor, left, right, options),
    };
    single(known, options).ok().map(|date| Ok(sided(side, date)))
}

fn two_dates(
    cursor: Cursor<'_>,
    left: Cursor<'_>,
    right: Cursor<'_>,
    options: &DateOptions,
) -> Option<Parsed<Date>> {
    if let Some(to) = present(right, options) {
        return Some(to.and_then(|to| joined(cursor, single(left, options)?, to)));
    }
    let to = single(right, options).ok();
    let to =
        to.or_else(|| shortened(left, right, options)).or_else(|| led(left, right, options))?;
    let from = aged(left, &to, options).or_else(|| single(left, options).ok());
    let from = from.or_else(|| completed(left, right, options))?;
    // 1500–1200 BC: what reads the wrong way round alone may be of the second one's era.
    if is_reversed(&from, &to)
        && let Some(from) = completed(left, right, options).filter(|from| !is_reversed(from, &to))
    {
        return Some(joined(cursor, from, to));
    }
    Some(joined(cursor, from, to))
}
