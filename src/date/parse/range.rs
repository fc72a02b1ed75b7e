//! Two dates in one text, and dates that are open to one side: "1914–18", "12–15 March 2010",
//! "from 1964 to 2008", "before 1928", "since 2004", "2010–present".
//!
//! In: a whole text. Out: a date whose form keeps its ends. What is no range is left to
//! [`super::qualified`].

use super::combine::{between, is_reversed, joined, sided, unbounded};
use super::complete::{
    aged, completed, day_and_month, days_of_month, era_led, iso_led, led, shortened,
    shortened_decade,
};
use super::cursor::{Cursor, Miss, Parsed};
use super::decoration::{bracketed, is_length, undecorated};
use super::double_year::double_years;
use super::edtf;
use super::iso::iso_date;
use super::letters::{is_letter, is_same, is_unspaced};
use super::life::of_life;
use super::qualified::{leading, single, trailing};
use super::reworded::reworded;
use super::several::{apart, several};
use super::tokens::{digits_of, word_places, word_token};
use super::week_of::week_of;
use super::weekday::checked;
use super::year_pair::year_pair;
use crate::date::DateErrorKind::{Ambiguous, AmbiguousOrder, Empty, Unsupported};
use crate::date::language::{Languages, Token};
use crate::date::{Bound, Date, DateForm, DateOptions, DateSide, Today};
use crate::error::Message;

/// Reads the whole text.
pub(super) fn expression(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    if cursor.is_empty() {
        return cursor
            .firm(Empty, "the date is empty; write YYYY, YYYY-MM, YYYY-MM-DD or the like");
    }
    let cursor = undecorated(calendar(cursor, options.languages())?);
    if cursor.peek().is_some_and(|c| "[{".contains(c)) {
        return edtf::set(cursor, options);
    }
    let known =
        boundless(cursor).or_else(|| present(cursor, options)).or_else(|| range(cursor, options));
    let known = known.or_else(|| week_of(cursor, options).map(Ok));
    // Born about, not before Christ, which is written without a blank or in capitals.
    let is_born = cursor.rest().starts_with("b. c");
    let known =
        known.or_else(|| is_born.then(|| of_life(cursor, options, range_or_sided)).flatten());
    if let Some(date) = known {
        return date;
    }
    let behind = sides_after(cursor, options.languages());
    let is_behind = behind.is_some();
    let mut all = behind.into_iter().chain(sides(cursor, options.languages()));
    if let Some((side, rest)) = all.next() {
        // "prima metà del" is a half, and nothing before a middle.
        let whole = single(cursor, options);
        if whole.as_ref().is_ok_and(|date| matches!(date.form, DateForm::Fraction(..))) {
            return whole;
        }
        // A date that is open to a side is not opened to another.
        let is_open = |date: &Date| matches!(date.form, DateForm::Side(..));
        let is_whole = |found: &Parsed<Date>| !is_behind && !found.as_ref().is_ok_and(is_open);
        let whole = |miss| range(rest, options).filter(is_whole).unwrap_or(Err(miss));
        let miss = match single(rest, options).or_else(whole) {
            Ok(date) => return Ok(sided(older(cursor, side, &date), date)),
            Err(miss) => miss,
        };
        let other = all.find_map(|(side, rest)| Some(sided(side, single(rest, options).ok()?)));
        return other.map(Ok).or_else(|| several(cursor, options, member)).unwrap_or(Err(miss));
    }
    single(cursor, options).or_else(|miss| {
        let life = of_life(cursor, options, range_or_sided);
        let other =
            life.or_else(|| several(cursor, options, member)).or_else(|| loose(cursor, options));
        let other = other.or_else(|| twice(cursor, options).map(Ok));
        let other = other.or_else(|| with_weekday(cursor, options));
        let other = other.or_else(|| in_other_order(cursor, options).map(Ok));
        let other = other.or_else(|| apart(cursor, options).map(Err));
        other.unwrap_or_else(|| Err(end_at_fault(cursor, options).unwrap_or(miss)))
    })
}

/// A date whose parts stand in another order than the usual one.
fn in_other_order(cursor: Cursor<'_>, options: &DateOptions) -> Option<Date> {
    let text = reworded(cursor.rest())?;
    expression(Cursor::new(&text), options).ok()
}

/// A date that is written twice, the second time in brackets: December 19, 1958 (1958-12-19).
fn twice(cursor: Cursor<'_>, options: &DateOptions) -> Option<Date> {
    let (first, second) = with_brackets(cursor)?;
    let (date, second) = (single(first, options).ok()?, single(second, options).ok()?);
    ((date.lo, date.hi) == (second.lo, second.hi)).then_some(date)
}

/// A day with its weekday in brackets: 12 May 1999 (Wednesday).
fn with_weekday(cursor: Cursor<'_>, options: &DateOptions) -> Option<Parsed<Date>> {
    let (day, name) = with_brackets(cursor)?;
    let name = name.rest().trim_end_matches(['.', ' ']);
    let Token::Weekday(named) = word_token(name, options.languages())? else { return None };
    let date = single(day, options).ok()?;
    Some(checked(cursor, date, named))
}

/// What is before the brackets that end a text, and what is in them.
fn with_brackets(cursor: Cursor<'_>) -> Option<(Cursor<'_>, Cursor<'_>)> {
    let (at, _) = bracketed(cursor.rest())?;
    let (before, behind) = cursor.split(at, at + 1);
    let end = behind.rest().len() - 1;
    Some((before, behind.split(end, end).0))
}

/// Why a text that looks like a range is none: one of its ends has several readings, or a dash in
/// front can be a minus.
fn end_at_fault(cursor: Cursor<'_>, options: &DateOptions) -> Option<Miss> {
    let text = cursor.rest();
    if let Some(rest) = text.strip_prefix('–') {
        let rest = Cursor::new(rest).rest();
        single(Cursor::new(rest), options).ok()?;
        let message = Message::new("a dash in front can be a minus or an open beginning; write ");
        let message = cursor.instead(message, format!("until {rest}")).text(" or ");
        let message = cursor.instead(message, format!("{rest} BC"));
        return cursor.firm::<Date>(Ambiguous, message).err();
    }
    let (at, length) =
        ["–", " - ", "-"].iter().find_map(|sign| Some((text.find(sign)?, sign.len())))?;
    let (left, right) = cursor.split(at, at + length);
    let miss = single(left, options).err().filter(|_| !left.is_empty() && !right.is_empty())?;
    Some(miss).filter(|miss| miss.firm && matches!(miss.kind(), Ambiguous | AmbiguousOrder))
}

/// GEDCOM's signs of a calendar.
const GREGORIAN: &str = "@#DGREGORIAN@";
const JULIAN: &str = "@#DJULIAN@";

/// The text without the sign of the Gregorian calendar that GEDCOM has. Dates of the Julian one
/// are not silently taken for Gregorian ones.
fn calendar(cursor: Cursor<'_>, languages: Languages) -> Parsed<Cursor<'_>> {
    let mut at = cursor;
    if at.take_word(GREGORIAN) || at.take_word("GREGORIAN ") {
        return Ok(at.trim());
    }
    let text = cursor.rest();
    for style in [" (N.S.)", " N.S.", " NS", " (NS)", " (new style)", " new style"] {
        let head = text.len().saturating_sub(style.len());
        if text.get(head..).is_some_and(|tail| tail.eq_ignore_ascii_case(style)) {
            return Ok(cursor.split(head, text.len()).0);
        }
    }
    let mut words = languages.tables().flat_map(|language| language.julian);
    let is_within =
        ["[O.S.", "(O.S.", "[OS ", "(OS "].iter().any(|sign| cursor.rest().contains(sign));
    if is_within || at.take_word(JULIAN) || words.any(|word| begins_or_ends(cursor.rest(), word)) {
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

/// The sides that words in front or at the end open a date to, each with the rest.
fn sides(cursor: Cursor<'_>, languages: Languages) -> impl Iterator<Item = (DateSide, Cursor<'_>)> {
    let sides = languages.tables().flat_map(|language| language.sides);
    let before = sides.filter_map(move |&(words, side)| Some((side, leading(cursor, words)?)));
    let sides = languages.tables().flat_map(|language| language.sides_after);
    before.chain(sides.filter_map(move |&(words, side)| Some((side, trailing(cursor, words)?))))
}

/// The side that signs in front, or words and signs behind, open a date to, with the rest.
fn sides_after(cursor: Cursor<'_>, languages: Languages) -> Option<(DateSide, Cursor<'_>)> {
    const SIGNS: [(&str, DateSide); 6] = [
        ("<=", DateSide::By),
        ("≤", DateSide::By),
        ("<", DateSide::Before),
        (">=", DateSide::InOrAfter),
        ("≥", DateSide::InOrAfter),
        (">", DateSide::After),
    ];
    let text = cursor.rest();
    let sign = SIGNS.iter().find(|(sign, _)| text.starts_with(sign));
    if let Some(&(sign, side)) = sign {
        return Some((side, cursor.split(sign.len(), sign.len()).1));
    }
    let is_day = |head: &&str| head.ends_with(|c: char| c.is_ascii_digit()) && !head.contains(':');
    if let Some(head) = text.strip_suffix('+').filter(is_day) {
        return Some((DateSide::Since, cursor.split(head.len(), text.len()).0));
    }
    let sides = languages.tables().flat_map(|language| language.sides_after);
    let mut phrases = sides.flat_map(|&(words, side)| words.iter().map(move |&word| (word, side)));
    phrases.find_map(|(word, side)| {
        let at = text.len().checked_sub(word.len())?;
        let is_there = text.get(at..)?.eq_ignore_ascii_case(word);
        let head = text.get(..at).filter(|head| is_there && head.ends_with([' ', ',']))?;
        let head = head.trim_end_matches([' ', ',']);
        // "from 2015 onwards" says it twice.
        let rest = cursor.split(head.len(), text.len()).0;
        let opened = sides_of(rest, languages, DateSide::Since).unwrap_or(rest);
        Some((side, if side == DateSide::Since { opened } else { rest }))
    })
}

/// The side of a sign before an age, which grows into the past: > 252 Ma is older.
fn older(cursor: Cursor<'_>, side: DateSide, date: &Date) -> DateSide {
    let is_sign = cursor.rest().starts_with(['<', '>', '≤', '≥']);
    match side {
        DateSide::Before if is_sign && date.is_age() => DateSide::After,
        DateSide::After if is_sign && date.is_age() => DateSide::Before,
        DateSide::By if is_sign && date.is_age() => DateSide::InOrAfter,
        DateSide::InOrAfter if is_sign && date.is_age() => DateSide::By,
        side => side,
    }
}

/// The rest after a word that opens a date to `side`.
fn sides_of<'a>(cursor: Cursor<'a>, languages: Languages, side: DateSide) -> Option<Cursor<'a>> {
    sides(cursor, languages).find(|(known, _)| *known == side).map(|(_, rest)| rest)
}

/// A range, or a date that is open to a side.
fn range_or_sided(cursor: Cursor<'_>, options: &DateOptions) -> Option<Parsed<Date>> {
    range(cursor, options).or_else(|| {
        let (side, rest) = sides(cursor, options.languages()).next()?;
        Some(single(rest, options).map(|date| sided(side, date)))
    })
}

/// A date among several.
fn member(cursor: Cursor<'_>, options: &DateOptions) -> Option<Date> {
    if let Some(found) = range(cursor, options) {
        return found.ok();
    }
    let mut sides = sides(cursor, options.languages());
    match sides.find(|(side, _)| !matches!(side, DateSide::Before | DateSide::After)) {
        Some((side, rest)) => single(rest, options).ok().map(|date| sided(side, date)),
        None => {
            let one = single(cursor, options).ok();
            one.or_else(|| loose(cursor, options).and_then(Result::ok))
        }
    }
}

/// The present, if that is what the text says.
fn present(cursor: Cursor<'_>, options: &DateOptions) -> Option<Parsed<Date>> {
    let mut words = options.languages().tables().flat_map(|language| language.present);
    words.find(|word| is_same(cursor.rest(), word))?;
    let today = options.today.and_then(Today::date);
    let open = || unbounded(Bound::Unknown, Bound::Open, DateForm::Present);
    Some(Ok(today.unwrap_or_else(open)))
}

/// What joins the dates of a range and nothing else, the longer first.
const JOINTS: [&str; 10] = ["–", " - ", "-->", "->", "=>", "…", "...", "..", "~", "--"];

/// Whether the sign of one byte at `at` is between digits, blanks aside, or behind the word for a year that
/// is written after one without a blank: 1392년 ~ 1398년.
fn is_between_digits(text: &str, at: usize) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let (head, tail) = text.split_at(at);
    let tail = tail.get(1..).unwrap_or_default();
    let ends = |c: char| is_digit(c) || is_unspaced(c);
    head.trim_end().ends_with(ends) && tail.trim_start().starts_with(is_digit)
}

/// Whether two hyphens at `at` are a dash: between two dates of four digits and more, the first of
/// which is no negative year.
fn has_years_beside(text: &str, at: usize) -> bool {
    let (from, to) = text.split_at(at);
    let to = to.get(2..).unwrap_or_default();
    let has_year = |text: &str| text.bytes().filter(u8::is_ascii_digit).count() >= 4;
    !from.starts_with('-') && has_year(from) && has_year(to)
}

/// A range in words or with a sign that joins nothing else; none if the text is no such range.
fn range(cursor: Cursor<'_>, options: &DateOptions) -> Option<Parsed<Date>> {
    // Beside one date alone it would say more than that: 1914 (4 years).
    if let Some((dates, inside)) = with_brackets(cursor)
        && is_length(inside.rest())
    {
        return range(dates, options);
    }
    if let Some(pair) = year_pair(cursor, false, options) {
        return Some(pair);
    }
    if cursor.rest().contains('/') {
        let interval = edtf::interval(cursor, options);
        if interval.is_ok() {
            return Some(interval);
        }
    }
    if let Some((rest, at, [opening, joint])) = worded(cursor, options.languages()) {
        let is_between = options.languages().tables().any(|one| one.between.contains(&opening));
        let date = pair(rest, at, joint.len(), options);
        let date =
            date.or_else(|| unread_end(rest.split(at, at + joint.len()), is_between, options));
        if let Some(date) = date {
            return Some(date.map(|date| if is_between { between(date) } else { date }));
        }
    }
    // Some time between two years, as editors of charters write it: 1066 × 1087.
    for joint in [" x ", " × ", "×", "x"] {
        let years = cursor.rest().split_once(joint);
        let is_year = |part: &str| (3..=4).contains(&part.len()) && digits_of(part).is_some();
        if let Some((from, to)) = years.filter(|(from, to)| is_year(from) && is_year(to)) {
            let date = pair(cursor, from.len(), joint.len(), options);
            let is_later = to.len() == from.len();
            return date.filter(|_| is_later).map(|date| date.map(between));
        }
    }
    for joint in JOINTS {
        if let Some(at) = cursor.rest().find(joint)
            && (joint != "~" || is_between_digits(cursor.rest(), at))
            && (joint != "--" || has_years_beside(cursor.rest(), at))
            && let Some(date) = pair(cursor, at, joint.len(), options)
        {
            return Some(date);
        }
    }
    let text = cursor.rest();
    let years =
        text.split_once('-').filter(|(a, b)| digits_of(a).is_some() && digits_of(b).is_some());
    match years.map(|(a, b)| (a.len(), b.len())) {
        Some((4, 4)) => pair(cursor, 4, 1, options),
        _ => unknown_start(cursor, options),
    }
}

/// A question mark and a hyphen before a date: nobody knows from when on. The hyphen is no minus.
fn unknown_start(cursor: Cursor<'_>, options: &DateOptions) -> Option<Parsed<Date>> {
    let mut at = cursor;
    at.take("?")?;
    at = at.trim();
    at.take("-")?;
    let known = at.trim();
    if known.is_empty() {
        return None;
    }
    single(known, options).ok().map(|date| Ok(sided(DateSide::ToFromUnknown, date)))
}

/// Why an end of a time between two dates cannot be read: it can be nothing else.
fn unread_end(
    (from, to): (Cursor<'_>, Cursor<'_>),
    is_between: bool,
    options: &DateOptions,
) -> Option<Parsed<Date>> {
    let miss = single(to, options).err().or_else(|| single(from, options).err());
    miss.filter(|_| is_between && !from.is_empty() && !to.is_empty()).map(Err)
}

/// The dates of a range in words, and where the word is that joins them.
fn worded(
    cursor: Cursor<'_>,
    languages: Languages,
) -> Option<(Cursor<'_>, usize, [&'static str; 2])> {
    let pairs = || languages.tables().flat_map(|language| language.ranges);
    let opened = pairs().filter(|[opening, _]| !opening.is_empty());
    // Of any language, as "till" alone is English, too.
    let mut all = opened.chain(pairs().filter(|[opening, _]| opening.is_empty()));
    all.find_map(|&[opening, joint]| {
        let mut at = cursor;
        let is_open = opening.is_empty() || at.take_word(opening) && at.take(" ").is_some();
        let place = word_places(at.rest(), joint).next().filter(|_| is_open)?;
        Some((at, place, [opening, joint]))
    })
}

/// Hyphens that may join two dates, of all those in a text.
const HYPHENS: usize = 8;

/// A range by a bare hyphen, tried when nothing else fits: "12-15 March 2010".
fn loose(cursor: Cursor<'_>, options: &DateOptions) -> Option<Parsed<Date>> {
    let text = cursor.rest();
    let hyphens = text.match_indices('-').map(|(at, _)| at).take(HYPHENS);
    let date = hyphens.filter_map(|at| pair(cursor, at, 1, options)).find(Result::is_ok);
    date.or_else(|| slashed(cursor, options))
}

/// A range by a slash: Jan/Feb 2020, 2020-03-12/15.
fn slashed(cursor: Cursor<'_>, options: &DateOptions) -> Option<Parsed<Date>> {
    let text = cursor.rest();
    let at = text.find('/')?;
    let (left, right) = cursor.split(at, at + 1);
    if right.rest().contains(is_letter) {
        return pair(cursor, at, 1, options).filter(Result::is_ok);
    }
    // What the second leaves out of an ISO date is that of the first.
    let head = left.rest().len().checked_sub(right.rest().len())?;
    let is_iso = head >= 5 && left.rest().get(..head)?.ends_with('-');
    let whole = [left.rest().get(..head)?, right.rest()].concat();
    let ends = (iso_date(left, options).ok()?, iso_date(Cursor::new(&whole), options).ok()?);
    is_iso.then(|| joined(cursor, ends.0, ends.1))
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
        (_, "" | "…" | "..." | "..") => (DateSide::Since, left),
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
    let ends = days_of_month(left, right, options);
    if let Some((from, to)) = ends.or_else(|| double_years(left, right, options)) {
        return Some(joined(cursor, from, to));
    }
    let to = shortened_decade(left, right, options)
        .or_else(|| iso_led(left, right, options))
        .or_else(|| era_led(left, right, options))
        .or_else(|| single(right, options).ok());
    let to =
        to.or_else(|| shortened(left, right, options)).or_else(|| led(left, right, options))?;
    let from = aged(left, &to, options).or_else(|| single(left, options).ok());
    let from = from.or_else(|| completed(left, right, options));
    let from = from.or_else(|| day_and_month(left, right, options))?;
    // 1500–1200 BC: what reads the wrong way round alone may be of the second one's era.
    if is_reversed(&from, &to)
        && let Some(from) = completed(left, right, options).filter(|from| !is_reversed(from, &to))
    {
        return Some(joined(cursor, from, to));
    }
    Some(joined(cursor, from, to))
}
