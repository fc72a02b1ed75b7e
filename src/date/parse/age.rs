//! Ages: so many years, thousands, millions or billions of years before the present, as geologists
//! and archaeologists write them ("65 Ma", "11,700 BP", "11.7 ka b2k").
//!
//! The present is 1950, and 2000 where b2k says so. An age spans half a unit of its last written
//! digit to each side, so that "65 Ma" is 65.5 to 64.5 million years; single years are whole
//! calendar years, 100 BP being 1850.

use super::cursor::{Cursor, Parsed};
use crate::date::span::{new_year, years};
use crate::date::{Age, AgeUnit, Date, DateForm, DateOptions};

/// Units as written, in lower case.
const UNITS: [(&str, AgeUnit); 19] = [
    ("ga", AgeUnit::Ga),
    ("gya", AgeUnit::Ga),
    ("bya", AgeUnit::Ga),
    ("gyr", AgeUnit::Ga),
    ("ma", AgeUnit::Ma),
    ("mya", AgeUnit::Ma),
    ("myr", AgeUnit::Ma),
    ("ka", AgeUnit::Ka),
    ("kya", AgeUnit::Ka),
    ("kyr", AgeUnit::Ka),
    ("bp", AgeUnit::Year),
    ("ybp", AgeUnit::Year),
    ("yr bp", AgeUnit::Year),
    ("years bp", AgeUnit::Year),
    ("cal bp", AgeUnit::Year),
    ("b2k", AgeUnit::Year),
    ("years ago", AgeUnit::Year),
    ("million years ago", AgeUnit::Ma),
    ("billion years ago", AgeUnit::Ga),
];

/// The present of these words.
const PRESENT: i128 = 1950;
const PRESENT_B2K: i128 = 2000;

pub(super) fn age(cursor: Cursor<'_>, _: &DateOptions) -> Parsed<Date> {
    let mut at = cursor;
    let whole = at.take_while(|c| c.is_ascii_digit() || " ,".contains(c)).trim_end();
    let whole = &whole.replace(' ', ",");
    let decimals = if at.take(".").is_some() { at.digits() } else { "" };
    let words = at.trim().rest().to_ascii_lowercase();
    let (words, is_b2k) = match words.strip_suffix(" b2k") {
        Some(words) => (words.trim_end(), true),
        None => (words.strip_suffix(" bp").filter(|w| w.ends_with('a')).unwrap_or(&words), false),
    };
    let unit = UNITS.iter().find(|(name, _)| *name == words).filter(|_| !whole.is_empty());
    let Some(&(name, unit)) = unit else { return cursor.soft("this is not a date") };
    if !is_grouped(whole) {
        return cursor.firm("commas part thousands only, in groups of three digits; write 11,700");
    }
    let whole = whole.replace(',', "");
    // Of so many years it is no matter from when they are counted.
    if name == "years ago" && whole.len() < 5 && decimals.is_empty() {
        return cursor.firm("that counts from a day which is not said; write years before 1950 as 1700 BP, before 2000 as 1700 b2k");
    }
    let is_before_2000 = is_b2k || name == "b2k";
    let age = Age {
        whole: whole.parse().unwrap_or(u64::MAX),
        decimals: decimals.into(),
        unit,
        is_before_2000,
    };
    let digits = format!("{whole}{decimals}");
    let Some(scale) = scale(unit, decimals) else {
        return cursor.firm("an age is no finer than a year; leave out some decimals");
    };
    let present = if is_before_2000 { PRESENT_B2K } else { PRESENT };
    let span = digits.parse::<i128>().ok().and_then(|units| span(present, units, scale));
    let date = Date::spanning(cursor.on_the_line(span)?, unit.precision());
    Ok(date.formed(DateForm::Age(age)))
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
fn span(present: i128, units: i128, scale: i128) -> Option<crate::date::span::InstantSpan> {
    let middle = present.checked_sub(units.checked_mul(scale)?)?;
    if scale == 1 {
        return years(i64::try_from(middle).ok()?, 1);
    }
    let from = i64::try_from(middle - scale / 2).ok()?;
    let to = i64::try_from(middle + scale / 2).ok()?;
    new_year(from).zip(new_year(to))
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
