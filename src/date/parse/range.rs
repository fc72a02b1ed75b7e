//! Two dates in one text, and dates that are open to one side: "1914–18", "12–15 March 2010",
//! "from 1964 to 2008", "before 1928", "since 2004", "2010–present".
//!
//! In: a whole text. Out: a date whose form keeps its ends. What is no range is left to
//! [`super::qualified`].

use super::combine::{gathered, is_reversed, joined, sided, unbounded};
use super::cursor::{Cursor, Parsed};
use super::edtf;
use super::qualified::{leading, single};
use super::tokens::digits_of;
use crate::date::{Bound, Date, DateForm, DateOptions, DateSide};

/// Words for the present.
const PRESENT: [&str; 6] = ["present", "now", "today", "ongoing", "current", "the present"];

/// Words before a date that open it to a side.
const SIDES: [(&[&str], DateSide); 6] = [
    (&["before", "bef.", "bef", "prior to", "earlier than"], DateSide::Before),
    (&["after", "aft.", "aft", "later than"], DateSide::After),
    (&["by", "no later than"], DateSide::By),
    (&["in or after", "no earlier than"], DateSide::InOrAfter),
    (&["since", "from"], DateSide::Since),
    (&["until", "till", "to"], DateSide::Until),
];

/// Reads the whole text.
pub(super) fn expression(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    if cursor.is_empty() {
        return cursor.firm("the date is empty; write YYYY, YYYY-MM, YYYY-MM-DD or the like");
    }
    let cursor = calendar(cursor)?;
    if cursor.peek().is_some_and(|c| "[{".contains(c)) {
        return edtf::set(cursor, options);
    }
    let known =
        boundless(cursor).or_else(|| present(cursor, options)).or_else(|| range(cursor, options));
    if let Some(date) = known {
        return date;
    }
    for (words, side) in SIDES {
        if let Some(rest) = leading(cursor, words) {
            return match single(rest, options) {
                Ok(date) => Ok(sided(side, date)),
                Err(miss) => several(cursor, options).unwrap_or(Err(miss)),
            };
        }
    }
    match single(cursor, options) {
        Err(miss) => {
            several(cursor, options).or_else(|| loose(cursor, options)).unwrap_or(Err(miss))
        }
        found => found,
    }
}

/// Signs of the Julian calendar before or after a date, in lower case.
const JULIAN: [&str; 6] = ["@#djulian@", "julian", "o.s.", "os", "(os)", "old style"];

/// The cell without the sign of the Gregorian calendar that GEDCOM has. Dates of the Julian are
/// not converted in silence.
fn calendar(cursor: Cursor<'_>) -> Parsed<Cursor<'_>> {
    let mut at = cursor;
    if at.take_word("@#DGREGORIAN@") {
        return Ok(at.trim());
    }
    let text = cursor.rest().to_ascii_lowercase();
    let is_word = |sign: &str| {
        let parted = |rest: &str, end: fn(&str) -> Option<char>| {
            end(rest).is_some_and(|c| !c.is_alphanumeric()) || sign.starts_with('@')
        };
        text.strip_prefix(sign).is_some_and(|rest| parted(rest, |rest| rest.chars().next()))
            || text.strip_suffix(sign).is_some_and(|rest| parted(rest, |r| r.chars().next_back()))
    };
    if JULIAN.into_iter().any(is_word) {
        return cursor
            .firm("dates of the Julian calendar are not converted; write the Gregorian date");
    }
    Ok(cursor)
}

/// An end that is open, or that nobody knows, if that is all that the text says.
fn boundless(cursor: Cursor<'_>) -> Option<Parsed<Date>> {
    let (bound, form) = match cursor.rest().to_ascii_lowercase().as_str() {
        ".." | "open" => (Bound::Open, DateForm::Open),
        "?" | "unknown" => (Bound::Unknown, DateForm::Unknown),
        _ => return None,
    };
    Some(Ok(unbounded(bound, bound, form)))
}

/// One or all of several dates in words: "1667, 1668 or 1670", "18th and 19th centuries". What one
/// leaves out stands in the last.
fn several(cursor: Cursor<'_>, options: &DateOptions) -> Option<Parsed<Date>> {
    let text = cursor.rest().to_ascii_lowercase();
    let is_joint = |at: usize| !text.get(..at).is_some_and(|before| before.ends_with(" in"));
    let last = |joint: &str| text.rmatch_indices(joint).map(|(at, _)| at).find(|&at| is_joint(at));
    let (at, joint, is_one) = match last(" or ") {
        Some(at) => (at, " or ", true),
        None => (last(" and ").filter(|_| !text.starts_with("between "))?, " and ", false),
    };
    let (left, last) = cursor.split(at, at + joint.len());
    let end = member(last, options)?;
    let mut members = Vec::new();
    let mut rest = left;
    while !rest.is_empty() {
        // 12 March 2010, 14:05: the clock time is no date of its own.
        let mut commas = rest.rest().match_indices(", ").map(|(at, _)| at);
        let comma = commas.find(|&at| !is_clock(rest.rest().get(at..).unwrap_or_default()));
        let (part, after) = match comma {
            Some(comma) => rest.split(comma, comma + 2),
            None => rest.split(rest.rest().len(), rest.rest().len()),
        };
        members.push(member(part, options).or_else(|| completed(part, last, options))?);
        rest = after;
    }
    members.push(end);
    Some(Ok(gathered(members, is_one)))
}

/// Whether a comma is followed by a clock time as it is printed: 14:05, 14h.
fn is_clock(text: &str) -> bool {
    text.trim_start_matches([',', ' ']).trim_start_matches(char::is_numeric).starts_with([':', 'h'])
}

/// A date among several.
fn member(cursor: Cursor<'_>, options: &DateOptions) -> Option<Date> {
    if let Some(found) = range(cursor, options) {
        return found.ok();
    }
    let sides =
        SIDES.into_iter().filter(|(_, side)| !matches!(side, DateSide::Before | DateSide::After));
    for (words, side) in sides {
        if let Some(rest) = leading(cursor, words) {
            return single(rest, options).ok().map(|date| sided(side, date));
        }
    }
    single(cursor, options).ok()
}

/// The present, if that is what the text says.
fn present(cursor: Cursor<'_>, options: &DateOptions) -> Option<Parsed<Date>> {
    PRESENT.iter().find(|word| cursor.rest().eq_ignore_ascii_case(word))?;
    let today = options.today.and_then(crate::date::Today::date);
    Some(Ok(today.unwrap_or_else(|| unbounded(Bound::Unknown, Bound::Open, DateForm::Present))))
}

/// A range in words or with a sign that joins nothing else; none if the text is no such range.
fn range(cursor: Cursor<'_>, options: &DateOptions) -> Option<Parsed<Date>> {
    if cursor.rest().contains('/') && edtf::interval(cursor, options).is_ok() {
        return Some(edtf::interval(cursor, options));
    }
    for (opening, joint) in
        [("between ", " and "), ("bet ", " and "), ("from ", " to "), ("", " to ")]
    {
        let mut at = cursor;
        if at.take_word(opening)
            && let Some(joint_at) = at.rest().to_ascii_lowercase().find(joint)
        {
            return pair(at, joint_at, joint.len(), options);
        }
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

/// Hyphens that may join two dates, of all those in a text.
const HYPHENS: usize = 8;

/// A range by a bare hyphen, tried when nothing else fits: "12-15 March 2010".
fn loose(cursor: Cursor<'_>, options: &DateOptions) -> Option<Parsed<Date>> {
    let text = cursor.rest();
    let hyphens = text.match_indices('-').map(|(at, _)| at).take(HYPHENS);
    hyphens.filter_map(|at| pair(cursor, at, 1, options)).find(Result::is_ok)
}

/// The dates before and after a joint; what the first leaves out stands in the second, and a
/// second year may be cut to two digits. None if the halves are no dates.
fn pair(
    cursor: Cursor<'_>,
    at: usize,
    length: usize,
    options: &DateOptions,
) -> Option<Parsed<Date>> {
    let (left, right) = cursor.split(at, at + length);
    if right.is_empty() && !left.is_empty() {
        return single(left, options).ok().map(|from| Ok(sided(DateSide::Since, from)));
    }
    if left.is_empty() {
        return None;
    }
    if let Some(to) = present(right, options) {
        return Some(to.and_then(|to| joined(cursor, single(left, options)?, to)));
    }
    let (from, to) = if right.rest() == "?" {
        return single(left, options).ok().map(|date| Ok(sided(DateSide::FromToUnknown, date)));
    } else if left.rest() == "?" {
        return single(right, options).ok().map(|date| Ok(sided(DateSide::ToFromUnknown, date)));
    } else {
        let to = single(right, options).ok();
        let to =
            to.or_else(|| shortened(left, right, options)).or_else(|| led(left, right, options))?;
        let from = aged(left, &to, options).or_else(|| single(left, options).ok());
        (from.or_else(|| completed(left, right, options))?, to)
    };
    // 1500–1200 BC: what reads the wrong way round alone may be of the second one's era.
    if is_reversed(&from, &to)
        && let Some(from) = completed(left, right, options).filter(|from| !is_reversed(from, &to))
    {
        return Some(joined(cursor, from, to));
    }
    Some(joined(cursor, from, to))
}

/// "18" after "1914": the year 1918.
fn shortened(left: Cursor<'_>, right: Cursor<'_>, options: &DateOptions) -> Option<Date> {
    let (year, digits) = (left.rest(), right.rest());
    let year = year.len().checked_sub(4).and_then(|at| year.get(at..))?;
    let is_short = digits.len() == 2 && digits_of(digits) > Some(12) && digits_of(year).is_some();
    let text = is_short.then(|| [year.get(..2).unwrap_or_default(), digits].concat())?;
    single(Cursor::new(&text), options).ok()
}

/// "1211" before "100 BP": a number before an age is one, whatever year it may be alone.
fn aged(left: Cursor<'_>, to: &Date, options: &DateOptions) -> Option<Date> {
    let DateForm::Age(age) = &to.form else { return None };
    single(Cursor::new(&format!("{} {}", left.rest(), age.symbol())), options).ok()
}

/// "12" before "15 March 2010": 12 March 2010. The longest rest that fits is taken over.
fn completed(left: Cursor<'_>, right: Cursor<'_>, options: &DateOptions) -> Option<Date> {
    let text = right.rest();
    let rests = text.match_indices(' ').filter_map(|(at, _)| text.get(at..)).take(WORDS);
    let mut all = rests.map(|rest| [left.rest(), rest].concat());
    all.find_map(|text| single(Cursor::new(&text), options).ok())
}

/// "15, 2010" after "March 12": March 15, 2010; a clock time after a day and a clock time.
fn led(left: Cursor<'_>, right: Cursor<'_>, options: &DateOptions) -> Option<Date> {
    let text = left.rest();
    let heads = text.rmatch_indices(' ').filter_map(|(at, _)| text.get(..=at)).take(WORDS);
    let mut all = heads.map(|head| [head, right.rest()].concat());
    all.find_map(|text| single(Cursor::new(&text), options).ok())
}

/// Words that one date of a range may take over from the other, at most.
const WORDS: usize = 6;
