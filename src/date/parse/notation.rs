//! What a text shows of its notation: forms that EDTF alone has, and years with a minus as ISO 8601
//! writes them. In EDTF alone, nothing else is read.

use super::cursor::{Cursor, Parsed};
use super::edtf;
use super::iso::iso_date;
use crate::date::DateErrorKind::NotADate;
use crate::date::{Date, DateOptions, NegativeYears, Notation, YearPairs};
use crate::error::Message;

/// How a text is read, with what it shows itself.
pub(super) fn shown_by(text: &str, options: &DateOptions) -> Option<DateOptions> {
    let is_edtf = is_edtf_alone(text);
    let (_, has_iso) = signs(text);
    if !is_edtf && !has_iso {
        return None;
    }
    let pairs = options.year_pairs.or(is_edtf.then_some(YearPairs::Seasons));
    let negative_years = options.negative_years.or(Some(NegativeYears::Iso));
    Some(DateOptions { year_pairs: pairs, negative_years, ..options.clone() })
}

impl DateOptions {
    /// Whether a year with a minus is counted as ISO 8601 does.
    pub(super) fn is_iso_years(&self) -> bool {
        self.notation == Some(Notation::Edtf) || self.negative_years == Some(NegativeYears::Iso)
    }

    /// Whether codes in place of a month are parts of a year.
    pub(super) fn has_codes(&self) -> bool {
        self.notation == Some(Notation::Edtf) || self.year_pairs == Some(YearPairs::Seasons)
    }
}

/// Whether a text has a form that EDTF has, and no other notation: open digits, a doubt after a
/// part, a set, an open interval, a year with Y or significant digits.
pub(in crate::date) fn is_edtf_alone(text: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_digit() || "-+~?%XYESTZ:./,[]{}".contains(c);
    if text.is_empty() || !text.chars().all(is_sign) {
        return false;
    }
    let is_set = text.starts_with(['[', '{']) && (text.contains(',') || text.contains(".."));
    let is_open = text.starts_with("../") || text.ends_with("/..");
    let bytes = text.as_bytes();
    let at = |index: Option<usize>| index.and_then(|index| bytes.get(index)).copied();
    is_set
        || is_open
        || bytes.iter().enumerate().any(|(index, &byte)| {
            let (before, after) = (at(index.checked_sub(1)), at(index.checked_add(1)));
            let is_digit = |c: Option<u8>| c.is_some_and(|c| c.is_ascii_digit() || c == b'X');
            let is_end = after.is_none_or(|c| b"/-,.]}".contains(&c));
            match byte {
                b'%' => is_digit(before) || is_digit(after),
                b'~' => is_digit(before) && is_end || before == Some(b'-') && is_digit(after),
                b'X' => is_digit(before) || is_digit(after),
                b'Y' => index == 0,
                b'S' => is_digit(before) && is_digit(after),
                _ => false,
            }
        })
}

/// Whether a text has years with a minus that are bare, and such that are written as in ISO 8601:
/// with leading zeros, or with a month.
pub(in crate::date) fn signs(text: &str) -> (bool, bool) {
    let (mut is_bare, mut is_iso) = (false, false);
    for (at, _) in text.match_indices('-') {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        if before.is_some_and(|c| !" /,[{–.(~?%".contains(c)) && before != Some('-') {
            continue;
        }
        // Behind a clock time it is the sign of a zone.
        if text.get(..at).is_some_and(|head| head.contains(':')) {
            continue;
        }
        let tail = text.get(at + 1..).unwrap_or_default();
        let digits = tail.bytes().take_while(u8::is_ascii_digit).count();
        let mut rest = tail.get(digits..).unwrap_or_default().chars();
        let next = (rest.next(), rest.next());
        let is_padded = digits > 1 && tail.starts_with('0');
        let has_month = next.0 == Some('-') && next.1.is_some_and(|c| c.is_ascii_digit());
        match digits {
            0 => {}
            _ if is_padded || has_month && digits >= 4 => is_iso = true,
            _ if next.0.is_none_or(|c| !c.is_alphanumeric()) => is_bare = true,
            _ => {}
        }
    }
    (is_bare, is_iso)
}

/// Reads the whole text as EDTF and nothing else.
pub(super) fn edtf_alone(text: &str, options: &DateOptions) -> Parsed<Date> {
    let cursor = Cursor::new(text);
    if !is_well_formed(text) {
        let fact = "this is not EDTF; write it as 2010, 2010-03-12, 2010~, 201X or 2010/2012, or \
                    leave out ";
        return cursor.firm(NotADate, Message::new(fact).unset("date-notation"));
    }
    match text.chars().next() {
        Some('[' | '{') => edtf::set(cursor, options),
        _ if text.contains('/') => edtf::interval(cursor, options),
        _ => iso_date(cursor, options),
    }
}

/// Whether a text has the form of EDTF, levels 0 to 2.
fn is_well_formed(text: &str) -> bool {
    let inner = |open: char, close: char| text.strip_prefix(open)?.strip_suffix(close);
    if text.contains(' ') {
        return false;
    }
    if let Some(members) = inner('[', ']').or_else(|| inner('{', '}')) {
        return members.split(',').all(is_member);
    }
    match text.split_once('/') {
        Some((from, to)) => [from, to].iter().all(|end| matches!(*end, "" | "..") || is_date(end)),
        None => is_date(text) || is_timed(text),
    }
}

fn is_member(text: &str) -> bool {
    match text.split_once("..") {
        Some((from, to)) => [from, to].iter().all(|end| end.is_empty() || is_date(end)),
        None => is_date(text),
    }
}

/// Day and clock time.
fn is_timed(text: &str) -> bool {
    let Some((day, clock)) = text.split_once('T') else { return false };
    let shape: String = clock.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let rest = shape.strip_prefix("00:00:00");
    let is_clock = matches!(
        rest,
        Some("" | "Z" | "+00" | "-00" | "\u{2212}00" | "+00:00" | "-00:00" | "\u{2212}00:00")
    );
    is_clock && day.len() >= 10 && day.bytes().all(|b| b.is_ascii_digit() || b == b'-')
}

/// A date of year, month and day, with open digits and qualifiers.
fn is_date(text: &str) -> bool {
    let mut at = Cursor::new(text);
    at.take("?~%");
    if at.take("Y").is_some() {
        return is_long_year(at);
    }
    at.take("-\u{2212}");
    let is_digit = |c: char| c.is_ascii_digit() || c == 'X';
    if at.take_while(is_digit).len() != 4 {
        return false;
    }
    if at.take("S").is_some() {
        at = Cursor::new(at.rest());
        return !at.digits().is_empty() && at.rest().len() <= 1 && is_qualifiers(at.rest());
    }
    at.take("?~%");
    for _ in 0..2 {
        if at.take("-").is_none() {
            break;
        }
        at.take("?~%");
        if at.take_while(is_digit).len() != 2 {
            return false;
        }
        at.take("?~%");
    }
    at.is_empty()
}

/// What follows the Y of a year.
fn is_long_year(cursor: Cursor<'_>) -> bool {
    let mut at = cursor;
    at.take("-\u{2212}");
    let digits = at.digits();
    let has_power = at.take("E").is_some();
    if has_power && at.digits().is_empty() || digits.is_empty() {
        return false;
    }
    let is_long = has_power || digits.len() > 4;
    let has_count = at.take("S").is_some();
    if has_count && at.digits().is_empty() {
        return false;
    }
    is_long && at.rest().len() <= 1 && is_qualifiers(at.rest())
}

fn is_qualifiers(text: &str) -> bool {
    text.chars().all(|c| "?~%".contains(c))
}
