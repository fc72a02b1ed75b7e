//! One date with its qualifiers: "c. 1450", "1450 (?)", "prob. 12 March 2010", "1821 (circa)".
//!
//! In: a text that is no range. Out: the date, its parts marked as uncertain or approximate.

use super::age::age;
use super::clocked::{clock_first, clocked, ctime};
use super::cursor::{Cursor, Parsed, first_of};
use super::decoration::{open_digits, open_parts, undecorated};
use super::edtf::interval;
use super::iso::iso_date;
use super::letters::{is_letter, is_same, is_unspaced};
use super::margin::margin;
use super::named_day::weekday_and_day;
use super::number::number;
use super::numeric::numeric;
use super::roman::roman_year;
use super::tokens::digits_of;
use super::units::unit_in_words;
use super::wikidata::wikidata;
use super::year_pair::{YearPair, year_pair};
use crate::date::language::Languages;
use crate::date::{Date, DateForm, DateOptions, YearPairs};

/// Qualifiers before or after a date that are read, at most.
const QUALIFIERS: usize = 4;

/// The notations of one date.
const READINGS: [fn(Cursor<'_>, &DateOptions) -> Parsed<Date>; 12] = [
    wikidata,
    iso_date,
    number,
    age,
    numeric,
    ctime,
    unit_in_words,
    clocked,
    weekday_and_day,
    clock_first,
    margin,
    roman_year,
];

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
    qualified(undecorated(cursor), options, QUALIFIERS)
}

fn qualified(cursor: Cursor<'_>, options: &DateOptions, left: usize) -> Parsed<Date> {
    // Before a pair of years a sign is a qualifier of both, and not of a month.
    if let Some((rest, one)) = signed(cursor) {
        return Ok(one.added_to(qualified(rest, options, left.saturating_sub(1))?));
    }
    if options.year_pairs == Some(YearPairs::Ranges)
        && let Some((rest, one)) = after(cursor, options.languages())
        && YearPair::of(rest.rest()).is_some_and(|pair| pair.can_be_range())
    {
        return Ok(one.added_to(qualified(rest, options, left.saturating_sub(1))?));
    }
    if left < QUALIFIERS
        && let Some(date) = years(cursor, options)
    {
        return date;
    }
    if let Some(date) = open_digits(cursor).or_else(|| open_parts(cursor)) {
        return date;
    }
    let known = first_of(cursor, options, &READINGS);
    let Err(miss) = known else { return known };
    if miss.firm || left == 0 {
        return Err(miss);
    }
    let languages = options.languages();
    let Some((rest, one)) = before(cursor, languages).or_else(|| after(cursor, languages)) else {
        return Err(miss);
    };
    Ok(one.added_to(qualified(rest, options, left - 1)?))
}

impl Qualifier {
    /// The date with this doubt besides those that it has. Of a range it is told at the end where
    /// it is printed.
    fn added_to(self, mut date: Date) -> Date {
        if let DateForm::Range(ends) = &mut date.form {
            let [from, to] = &mut **ends;
            *from = from.clone().doubted(false, self.is_approximate);
            *to = to.clone().doubted(self.is_uncertain, false);
        }
        let is_uncertain = self.is_uncertain || date.uncertain.any();
        let is_approximate = self.is_approximate || date.approximate.any();
        date.doubted(is_uncertain, is_approximate)
    }
}

/// Two years after a qualifier: 1499/1500, 1766/67.
fn years(cursor: Cursor<'_>, options: &DateOptions) -> Option<Parsed<Date>> {
    let is_year = |text: &str| text.len() == 4 && digits_of(text).is_some();
    match cursor.rest().split_once('/') {
        Some((from, to)) if is_year(from) && is_year(to) => Some(interval(cursor, options)),
        _ => year_pair(cursor, true, options),
    }
}

/// A sign of doubt before two years, and the years.
fn signed(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Qualifier)> {
    let mut at = cursor;
    let sign = at.take("~?%")?;
    let rest = at.trim();
    YearPair::of(rest.rest()).filter(YearPair::can_be_range)?;
    Some((rest, of_sign(sign)))
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
        // A hyphen right after a word is no minus: since-1850.
        let is_end = |c: char| is_letter(c) || c == '-' && word.ends_with(is_letter);
        let is_whole = word.ends_with(is_unspaced);
        let is_there = at.take_word(word) && (is_whole || !at.peek().is_some_and(is_end));
        is_there.then(|| at.trim())
    })
}

/// The rest before one of `words` at the end, which begins there as a word.
pub(super) fn trailing<'a>(cursor: Cursor<'a>, words: &[&str]) -> Option<Cursor<'a>> {
    let text = cursor.rest();
    words.iter().find_map(|word| {
        let at = text.len().checked_sub(word.len())?;
        let (before, found) = (text.get(..at)?, text.get(at..)?);
        let is_whole =
            word.starts_with(is_unspaced) || !word.starts_with(is_letter) || before.ends_with(' ');
        (is_whole && is_same(found, word) && !before.is_empty())
            .then(|| cursor.split(at, text.len()).0)
    })
}

/// A qualifier at the end, and the rest before it.
fn after(cursor: Cursor<'_>, languages: Languages) -> Option<(Cursor<'_>, Qualifier)> {
    let text = cursor.rest();
    let mut tables = languages.tables();
    if let Some(rest) = tables.find_map(|language| trailing(cursor, language.about_after)) {
        return Some((rest, APPROXIMATE));
    }
    let signs =
        [("(?)", UNCERTAIN), ("[?]", UNCERTAIN), ("?", UNCERTAIN), ("~", APPROXIMATE), ("%", BOTH)];
    let signed = signs.into_iter().find_map(|(sign, qualifier)| {
        let length = text.strip_suffix(sign)?.len();
        Some((cursor.split(length, text.len()).0, qualifier))
    });
    signed.or_else(|| worded(cursor, languages))
}

/// A word of doubt at the end, after a blank or in brackets: 1821 (circa), 1928 c.
fn worded(cursor: Cursor<'_>, languages: Languages) -> Option<(Cursor<'_>, Qualifier)> {
    let text = cursor.rest();
    let at = text.rfind([' ', '(', '['])?;
    let word = text.get(at..)?.trim_matches([' ', '(', ')', '[', ']']).to_lowercase();
    let has = |forms: &[&str]| forms.contains(&word.as_str());
    let qualifier = languages.tables().find_map(|language| {
        let about = has(language.about).then_some(APPROXIMATE);
        about.or_else(|| has(language.perhaps).then_some(UNCERTAIN))
    })?;
    let head = text.get(..at)?.trim_end_matches([' ', ',']).len();
    Some((cursor.split(head, text.len()).0, qualifier)).filter(|(rest, _)| !rest.is_empty())
}
