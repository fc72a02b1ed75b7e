//! What stands around a date and says nothing of it: the brackets of catalogues, a sign of copyright,
//! quotes, a full stop. And digits that are left open by other signs than X: 18--, 19??, [168-?].

use super::cursor::{Cursor, Parsed};
use super::letters::is_letter;
use super::tokens::digits_of;
use super::zone_names;
use crate::date::DateErrorKind::Ambiguous;
use crate::date::span::years;
use crate::date::{Date, Precision};
use crate::error::Message;

/// Decorations around one date, at most.
const MOST: usize = 4;

/// The text without what stands around a date.
pub(super) fn undecorated(cursor: Cursor<'_>) -> Cursor<'_> {
    let mut cursor = cursor;
    for _ in 0..MOST {
        match inner(cursor) {
            Some(inner) if !inner.is_empty() => cursor = inner,
            _ => break,
        }
    }
    cursor
}

/// Whether an apostrophe before a year or a longer date is the sign by which spreadsheets keep a text from
/// becoming a date. Before two digits alone it means a year, and before three a century in Italian.
fn is_kept_as_text(text: &str) -> bool {
    let digits = text.bytes().skip(1).take_while(u8::is_ascii_digit).count();
    digits > 3 || matches!(digits, 1..=2) && text.len() > 6
}

fn inner(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let text = cursor.rest();
    let length = Some(text.len()).filter(|&length| length > 1)?;
    let between = || cursor.split(1, 1).1.split(length - 2, length).0;
    let inside = text.get(1..length.checked_sub(1)?);
    if let Some(at) = undated(text).or_else(|| weekday(text)).or_else(|| age(text)) {
        return Some(match at {
            At::Behind(at) => cursor.split(at, at).1,
            At::Before(at) => cursor.split(at, text.len()).0,
        });
    }
    match (text.chars().next()?, text.chars().next_back()?) {
        ('[', ']') if inside.is_some_and(is_single) => Some(between()),
        ('(', ')') if inside.is_some_and(|text| !text.contains(['(', ')'])) => Some(between()),
        ('"', '"') => Some(between()),
        ('\'', _) if is_kept_as_text(text) => Some(cursor.split(1, 1).1),
        ('©' | '℗', _) => {
            let sign = text.chars().next()?.len_utf8();
            Some(cursor.split(sign, sign).1)
        }
        (first, _) if is_pictogram(first) => {
            let sign = text.len() - text.trim_start_matches(is_pictogram).len();
            Some(cursor.split(sign, sign).1)
        }
        (_, '.') if !text.ends_with("..") && !text.contains(':') && ends_with_number(text) => {
            Some(cursor.split(length - 1, length).0)
        }
        _ => without_zone(text).map(|length| cursor.split(length, text.len()).0),
    }
}

/// Whether a sign is a small picture, as before dates in notes. Crosses say a death, and arrows that
/// something begins or ends.
fn is_pictogram(c: char) -> bool {
    let is_picture = matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{FE0F}');
    let is_cross = matches!(c, '☥'..='☩' | '♰' | '♱' | '✙'..='✠');
    let is_arrow = matches!(c, '➔'..='➾' | '⬀'..='⬑' | '⬰'..='\u{2B4F}' | '\u{2B5A}'..='\u{2BB9}' | '\u{1F519}'..='\u{1F51C}' | '\u{1F800}'..='\u{1F8FF}');
    is_picture && !is_cross && !is_arrow
}

/// Which part of a text is the date.
enum At {
    Behind(usize),
    Before(usize),
}

/// Where the date of the cataloguer begins behind the word that the thing has none: n.d. [c. 1850].
fn undated(text: &str) -> Option<At> {
    let words = ["n.d.", "n. d.", "s.d.", "undated", "no date"];
    let length = words
        .iter()
        .find(|word| text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)))?;
    let rest = text.get(length.len()..)?;
    let date = rest.trim_start_matches([' ', ',']);
    date.starts_with(['[', '(']).then(|| At::Behind(text.len() - date.len()))
}

/// Where the short name of the weekday in brackets begins behind a day: 2010年3月12日(金).
fn weekday(text: &str) -> Option<At> {
    let inside = text.strip_suffix([')', '）'])?;
    let at = inside.rfind(['(', '（'])?;
    let name = inside.get(at..)?.trim_start_matches(['(', '（']).trim();
    let is_day =
        ["月", "火", "水", "木", "金", "土", "日", "월", "화", "수", "목", "금", "토", "일"]
            .contains(&name)
            || name.strip_prefix('周').or(name.strip_prefix("星期")).is_some_and(|rest| {
                ["一", "二", "三", "四", "五", "六", "日", "天"].contains(&rest)
            });
    is_day.then_some(At::Before(at))
}

/// Where an age begins in brackets behind the day of a death: (aged 52).
fn age(text: &str) -> Option<At> {
    let (at, inside) = bracketed(text)?;
    let inside = inside.to_ascii_lowercase();
    let age = inside.strip_prefix("aged ").or_else(|| inside.strip_prefix("age "))?;
    (digits_of(age.trim()).is_some() || is_length(age)).then_some(At::Before(at))
}

/// Whether words say how long something lasts: 33 days; 1 year and 4 months.
pub(super) fn is_length(text: &str) -> bool {
    const UNITS: [&str; 11] =
        ["day", "days", "week", "weeks", "month", "months", "year", "years", "yr", "yrs", "hours"];
    let lower = text.to_ascii_lowercase();
    let words = lower.split([' ', ',']).filter(|word| !["", "and"].contains(word));
    let words: Vec<&str> = words.collect();
    let is_count = |pair: &[&str]| digits_of(pair[0]).is_some() && UNITS.contains(&pair[1]);
    !words.is_empty() && words.len().is_multiple_of(2) && words.chunks(2).all(is_count)
}

/// Where brackets begin that end a text, and what is in them.
pub(super) fn bracketed(text: &str) -> Option<(usize, &str)> {
    let (before, inside) = text.strip_suffix(')')?.rsplit_once('(')?;
    (!before.is_empty()).then_some((before.len(), inside))
}

/// The length of a day without the name of a zone behind it, which says nothing of a day.
fn without_zone(text: &str) -> Option<usize> {
    let (day, zone) = text.rsplit_once(' ')?;
    let is_zone = matches!(zone, "UTC" | "GMT")
        || zone_names::offset_of(zone).is_some()
        || zone_names::ambiguous(zone).is_some();
    let day = day.trim_end();
    let parts: Vec<&str> =
        day.split([' ', ',', '-', '/', '.']).filter(|part| !part.is_empty()).collect();
    let is_year = |part: &str| part.len() == 4 && digits_of(part).is_some();
    let is_day = match parts[..] {
        [first, _, last] => is_year(first) || is_year(last),
        _ => false,
    };
    let is_upper = zone.bytes().all(|byte| byte.is_ascii_uppercase());
    (is_zone && is_upper && is_day).then_some(day.len())
}

/// Whether what is in brackets is one date of a catalogue, and no set of EDTF.
fn is_single(text: &str) -> bool {
    let is_word = text.contains(|c: char| is_letter(c) && c != 'X');
    let is_set = !is_word && (text.contains(',') || text.contains(".."));
    !is_set && !text.contains(['[', ']', '?']) || is_word && !text.contains(['[', ']']) || {
        // Before a bracket a question mark is the doubt of a catalogue, as at [1850?].
        !is_set && text.ends_with('?') && !text.contains(['[', ']'])
    }
}

/// Whether a full stop at the end follows a number, and not the letters of an abbreviation.
fn ends_with_number(text: &str) -> bool {
    let head = text.trim_end_matches('.');
    let head = head.strip_suffix('s').unwrap_or(head);
    head.ends_with(|c: char| c.is_ascii_digit())
}

/// A year whose last digits are not known: 18--, 18-- ?, 19??, 168-, 168-?; none if it is no such
/// year.
pub(super) fn open_digits(cursor: Cursor<'_>) -> Option<Parsed<Date>> {
    let mut at = cursor;
    let digits = at.digits();
    let signs = at.take_while(|c| "-?_*".contains(c));
    let rest = at.trim();
    let is_doubted = rest.rest() == "?" || rest.rest() == "(?)";
    if !rest.is_empty() && !is_doubted {
        return None;
    }
    let (is_open, ends_doubtful) = match (digits.len(), signs) {
        (2, "--" | "__" | "**") => (true, false),
        (2, "??" | "--?" | "__?") => (true, true),
        (3, "-" | "_" | "*") => (true, false),
        (3, "-?" | "_?" | "??") => (true, true),
        (3, "?") => (false, true),
        _ => return None,
    };
    let head = digits.parse::<i64>().ok().filter(|&head| head > 0)?;
    if !is_open {
        let fact = format!(
            "this could be the year {head} with a doubt, or a year of the decade {head}0 to {head}9; write "
        );
        let message = cursor.instead(Message::new(fact), format!("AD {head}?")).text(" or ");
        return Some(cursor.firm(Ambiguous, cursor.instead(message, format!("{head}X"))));
    }
    let (count, precision) =
        if digits.len() == 2 { (100, Precision::Century) } else { (10, Precision::Decade) };
    let span = cursor.on_the_line(years(head * count, count));
    Some(span.map(|span| {
        let form = crate::date::DateForm::Literal(literal(digits).into());
        // 1960s says the same as 196X in words; 190X and 1900s do not.
        let is_plain = precision == Precision::Decade && head % 10 > 0;
        let date = Date::spanning(span, precision);
        let date = if is_plain { date } else { date.formed(form) };
        date.doubted(ends_doubtful || is_doubted, false)
    }))
}

/// Months and days that are not known by signs other than X: 1920-05-??, ??/05/1920; none if the text
/// is no such date.
pub(super) fn open_parts(cursor: Cursor<'_>) -> Option<Parsed<Date>> {
    let text = cursor.rest();
    let sign = ['-', '/', '.'].into_iter().find(|&sign| text.matches(sign).count() == 2)?;
    let parts: Vec<&str> = text.split(sign).collect();
    let is_open = |part: &str| matches!(part, "??" | "?" | "XX" | "xx" | "__" | "--");
    let number = |part: &str, length| digits_of(part).filter(|_| part.len() == length);
    let (year, month) = match parts[..] {
        [year, month, day] if is_open(day) && year.len() == 4 => (year, month),
        [day, month, year] if is_open(day) && year.len() == 4 => (year, month),
        [month, day, year] if is_open(day) && year.len() == 4 => (year, month),
        _ => return None,
    };
    let year = number(year, 4)?;
    if is_open(month) {
        return Some(cursor.on_the_line(Date::of_year(year)));
    }
    let month = u32::try_from(number(month, 2)?).ok().filter(|month| (1..=12).contains(month))?;
    Some(cursor.on_the_line(Date::of_month(year, month)))
}

fn literal(digits: &str) -> String {
    format!("{digits}{}", "X".repeat(4 - digits.len()))
}
