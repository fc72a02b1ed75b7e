//! Ages: so many years, thousands, millions or billions of years before the present, as geologists
//! and archaeologists write them ("65 Ma", "11,700 BP", "11.7 ka b2k").
//!
//! The present is 1950, and 2000 where b2k says so. An age spans half a unit of its last written
//! digit to each side, so that "65 Ma" is 65.5 to 64.5 million years; single years are whole
//! calendar years, 100 BP being 1850.

use super::cursor::{Cursor, Parsed};
use crate::date::DateErrorKind::{Ambiguous, Malformed};
use crate::date::language::Languages;
use crate::date::span::{new_year, years};
use crate::date::{Age, AgeUnit, Date, DateForm, DateOptions, InstantSpan};

/// Symbols in lower case.
const SYMBOLS: [(&str, AgeUnit); 5] = [
    ("ga", AgeUnit::Ga),
    ("ma", AgeUnit::Ma),
    ("ka", AgeUnit::Ka),
    ("bp", AgeUnit::Year),
    (B2K, AgeUnit::Year),
];

/// Before the year 2000, alone or after another unit.
const B2K: &str = "b2k";

/// The year that ages are counted from, and the one of b2k.
const PRESENT: i128 = 1950;
const PRESENT_B2K: i128 = 2000;

/// Reads the whole text as an age.
pub(super) fn age(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    let mut at = cursor;
    let whole = at.take_while(|c| c.is_ascii_digit() || " ,".contains(c)).trim_end();
    let whole = &whole.replace(' ', ",");
    let decimals = if at.take(".").is_some() { at.digits() } else { "" };
    let words = at.trim().rest().to_ascii_lowercase().replace('.', "");
    let (words, is_b2k) = match words.strip_suffix(" b2k") {
        Some(words) => (words.trim_end(), true),
        None => (without_bp(&words), false),
    };
    let unit = unit(words, options.languages()).filter(|_| !whole.is_empty());
    let Some((unit, is_ago)) = unit else { return cursor.no_date() };
    if !is_grouped(whole) {
        let message = "commas part thousands only, in groups of three digits; write 11,700 BP";
        return cursor.firm(Malformed, message);
    }
    let whole = whole.replace(',', "");
    let Some(scale) = scale(unit, decimals) else {
        return cursor.firm(Malformed, "an age is no finer than a year; leave out some decimals");
    };
    // Of so many years it is no matter from when they are counted.
    if is_ago && whole.len() < 5 {
        return cursor.firm(Ambiguous, "that counts from a day which is not said; write years before 1950 as 1700 BP, before 2000 as 1700 b2k");
    }
    let is_before_2000 = is_b2k || words == B2K;
    let present = if is_before_2000 { PRESENT_B2K } else { PRESENT };
    let units = format!("{whole}{decimals}").parse::<i128>().ok();
    let span = units.and_then(|units| span(present, units, scale));
    let date = Date::spanning(cursor.on_the_line(span)?, unit.precision());
    let whole = whole.parse().unwrap_or(u64::MAX);
    let age = Age { whole, decimals: decimals.into(), unit, is_before_2000 };
    Ok(date.formed(DateForm::Age(age)))
}

/// The words without a BP that says nothing more: ka BP, kyr BP.
fn without_bp(words: &str) -> &str {
    let unit = words.strip_suffix(" bp").map(str::trim_end);
    unit.filter(|unit| !unit.starts_with("cal"))
        .filter(|unit| unit.ends_with('a') || unit.ends_with("yr") && *unit != "yr")
        .unwrap_or(words)
}

/// The unit of an age by its symbol or words, and whether it counts from a day that is not said.
fn unit(words: &str, languages: Languages) -> Option<(AgeUnit, bool)> {
    if languages.tables().any(|language| language.ago.contains(&words)) {
        return Some((AgeUnit::Year, true));
    }
    let in_words = languages.tables().flat_map(|language| language.ages);
    let found = SYMBOLS.iter().chain(in_words).find(|(name, _)| *name == words);
    found.map(|&(_, unit)| (unit, false))
}

/// Years of the last written digit; none where that is finer than a year.
fn scale(unit: AgeUnit, decimals: &str) -> Option<i128> {
    let power = match unit {
        AgeUnit::Ga => 9_u32,
        AgeUnit::Ma => 6,
        AgeUnit::Ka => 3,
        AgeUnit::Year => 0,
    };
    let count = u32::try_from(decimals.len()).ok()?;
    power.checked_sub(count).map(|power| 10_i128.pow(power))
}

/// `units` of `scale` years before `present`, give or take half a unit.
fn span(present: i128, units: i128, scale: i128) -> Option<InstantSpan> {
    let middle = present.checked_sub(units.checked_mul(scale)?)?;
    if scale == 1 {
        return years(i64::try_from(middle).ok()?, 1);
    }
    let from = i64::try_from(middle - scale / 2).ok()?;
    let to = i64::try_from(middle + scale / 2).ok()?;
    new_year(from).zip(new_year(to))
}

/// The span of an age, give or take `by` of its units.
pub(super) fn age_between(age: &Age, by: &str) -> Option<InstantSpan> {
    let present = if age.is_before_2000 { PRESENT_B2K } else { PRESENT };
    let (by_whole, by_decimals) = by.split_once('.').unwrap_or((by, ""));
    let places = age.decimals.len().max(by_decimals.len());
    let scale = scale(age.unit, &"0".repeat(places))?;
    let units = |whole: &str, decimals: &str| -> Option<i128> {
        format!("{whole}{decimals:0<places$}").parse::<i128>().ok()
    };
    let middle =
        present.checked_sub(units(&age.whole.to_string(), &age.decimals)?.checked_mul(scale)?)?;
    let margin = units(by_whole, by_decimals)?.checked_mul(scale)?;
    let year = |year: i128| new_year(i64::try_from(year).ok()?);
    year(middle.checked_sub(margin)?).zip(year(middle.checked_add(margin)?.checked_add(1)?))
}

/// Whether commas, if any, stand before every three digits.
fn is_grouped(digits: &str) -> bool {
    let mut groups = digits.split(',');
    let first = groups.next().unwrap_or_default();
    let mut is_plain = true;
    let sound = groups.all(|group| {
        is_plain = false;
        group.len() == 3
    });
    sound && (is_plain || (1..=3).contains(&first.len()))
}
