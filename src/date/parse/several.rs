//! One or all of several dates in words: "1667, 1668 or 1670", "18th and 19th centuries".

use super::combine::gathered;
use super::complete::completed;
use super::cursor::{Cursor, Parsed};
use super::tokens::word_places;
use crate::date::language::Language;
use crate::date::{Date, DateOptions};

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
    let end = member(last, options)?;
    let mut members = Vec::new();
    let mut rest = left;
    while !rest.is_empty() {
        let comma = comma(rest.rest()).unwrap_or(rest.rest().len());
        let (part, after) = rest.split(comma, comma + 1);
        members.push(member(part, options).or_else(|| completed(part, last, options))?);
        rest = after;
    }
    members.push(end);
    Some(Ok(gathered(members, is_one)))
}

/// The first comma that parts two dates; 12 March 2010, 14:05 is one.
fn comma(text: &str) -> Option<usize> {
    let mut commas = text.match_indices(", ").map(|(at, _)| at);
    commas.find(|&at| !is_clock(text.get(at..).unwrap_or_default()))
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
