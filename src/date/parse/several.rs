//! One or all of several dates in words: "1667, 1668 or 1670", "18th and 19th centuries".

use super::combine::gathered;
use super::complete::{completed, completed_by, led};
use super::cursor::{Cursor, Miss, Parsed, folded};
use super::decoration::undecorated;
use super::tokens::word_places;
use crate::date::DateErrorKind::Several;
use crate::date::language::Language;
use crate::date::{Date, DateForm, DateOptions};

/// How one of several dates is read; none if it is no date.
type Member = fn(Cursor<'_>, &DateOptions) -> Option<Date>;

/// Reads several dates, each by `member`. What one leaves out is in the last.
pub(super) fn several(
    cursor: Cursor<'_>,
    options: &DateOptions,
    member: Member,
) -> Option<Parsed<Date>> {
    let text = cursor.rest();
    let mut tables = options.languages().tables();
    let (at, length, is_one) = tables.find_map(|language| last_joint(text, language))?;
    let (left, last) = cursor.split(at, at + length);
    let end = member(last, options).or_else(|| led(left, last, options))?;
    let mut members = Vec::new();
    let mut rest = left;
    while !rest.is_empty() {
        let comma = comma(rest.rest()).unwrap_or(rest.rest().len());
        let length = rest.rest().get(comma..).and_then(|rest| rest.chars().next());
        let (part, after) = rest.split(comma, comma + length.map_or(0, char::len_utf8));
        let one = member(part, options).or_else(|| completed(part, last, options));
        members.push(one.or_else(|| completed_by(part, last, |text| member(text, options)))?);
        rest = after;
    }
    members.push(end);
    Some(Ok(gathered(members, is_one)))
}

/// Dates in a row without a word that joins them, each of which can be read alone: 1949, 1951.
pub(in crate::date) fn stints(text: &str, options: &DateOptions) -> Option<Vec<Date>> {
    let folded = folded(text);
    let cursor = undecorated(Cursor::new(&folded));
    let sign = if cursor.rest().contains(';') { ';' } else { ',' };
    let parts: Vec<&str> = cursor.rest().split(sign).collect();
    let is_list = parts.iter().skip(1).all(|part| sign == ';' || part.starts_with(' '));
    let parts: Vec<&str> = parts.into_iter().map(str::trim).collect();
    let parts = match parts[..] {
        [one] => years_in_a_row(one)?,
        _ => parts,
    };
    let has_year = |part: &str| {
        part.split(|c: char| !c.is_ascii_digit()).any(|digits| (3..=4).contains(&digits.len()))
    };
    if !is_list || parts.len() > MOST || !parts.iter().all(|part| has_year(part)) {
        return None;
    }
    let dates = parts.into_iter().map(|part| Date::parse(part, options).ok());
    let dates = dates.collect::<Option<Vec<Date>>>().filter(|dates| dates.len() > 1)?;
    // Others, as 1999, c1998, are two dates of different things.
    let is_in_order = dates.windows(2).all(|pair| match pair {
        [one, next] => one.lo().zip(next.lo()).is_some_and(|(one, next)| one < next),
        _ => true,
    });
    is_in_order.then_some(dates)
}

/// Years with blanks between them and nothing else.
fn years_in_a_row(text: &str) -> Option<Vec<&str>> {
    let years: Vec<&str> = text.split(' ').filter(|part| !part.is_empty()).collect();
    let is_year = |part: &&str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    Some(years).filter(|years| years.len() > 1 && years.iter().all(is_year))
}

/// Dates in a row that are read, at most.
const MOST: usize = 20;

/// Refuses dates in a row, which are no single date.
pub(super) fn apart(cursor: Cursor<'_>, options: &DateOptions) -> Option<Miss> {
    let dates = stints(cursor.rest(), options)?;
    let first = match dates.first()? {
        Date { form: DateForm::Range(ends), .. } => &ends[0],
        date => date,
    };
    let last = match dates.last()? {
        Date { form: DateForm::Range(ends), .. } => &ends[1],
        date => date,
    };
    let count = dates.len();
    let fact = format!(
        "these are {count} dates and not one; give each a row, or write {first} to {last} if all between them is meant"
    );
    cursor.firm::<Date>(Several, fact).err()
}

/// The first comma that parts two dates; 12 March 2010, 14:05 is one.
fn comma(text: &str) -> Option<usize> {
    let mut commas = text.match_indices([',', '、']).filter(|(at, sign)| {
        *sign == "、" || text.get(at + 1..).is_some_and(|after| after.starts_with(' '))
    });
    commas.find(|(at, _)| !is_clock(text.get(*at..).unwrap_or_default())).map(|(at, _)| at)
}

/// Whether a comma is followed by a clock time as it is printed: 14:05, 14h.
fn is_clock(text: &str) -> bool {
    text.trim_start_matches([',', ' ']).trim_start_matches(char::is_numeric).starts_with([':', 'h'])
}

/// The place and length of the word before the last date, and whether one of the dates is meant
/// and not all.
fn last_joint(text: &str, language: &Language) -> Option<(usize, usize, bool)> {
    if let Some((at, length)) = last_of(language.one_of, text, language) {
        return Some((at, length, true));
    }
    let (at, length) = last_of(language.all_of, text, language)?;
    let is_range = language.ranges.iter().any(|[opening, _]| is_opened(text, opening));
    (!is_range).then_some((at, length, false))
}

/// The place and length of the last of `words` that is no part of a phrase as "in or after".
fn last_of(words: &[&str], text: &str, language: &Language) -> Option<(usize, usize)> {
    let last = |word: &&str| {
        let place = word_places(text, word).rfind(|&at| !is_in_phrase(text, at, word, language))?;
        Some((place, word.len()))
    };
    words.iter().filter_map(last).max()
}

fn is_in_phrase(text: &str, at: usize, word: &str, language: &Language) -> bool {
    language.sides.iter().flat_map(|(phrases, _)| *phrases).any(|phrase| {
        let start = word_places(phrase, word).next().and_then(|place| at.checked_sub(place));
        let found = start.and_then(|start| text.get(start..start + phrase.len()));
        found.is_some_and(|found| found.eq_ignore_ascii_case(phrase))
    })
}

/// Whether a text begins with the word that opens a range.
fn is_opened(text: &str, opening: &str) -> bool {
    let (start, rest) = text.split_at_checked(opening.len()).unwrap_or_default();
    !opening.is_empty() && start.eq_ignore_ascii_case(opening) && rest.starts_with(' ')
}
