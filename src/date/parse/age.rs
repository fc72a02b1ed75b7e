//! Ages: so many years, thousands, millions or billions of years before the present, as geologists
//! and archaeologists write them ("65 Ma", "11,700 BP", "11.7 ka b2k").
//!
//! The present is 1950, and 2000 where b2k says so. An age spans half a unit of its last written
//! digit to each side, so that "65 Ma" is 65.5 to 64.5 million years; single years are whole
//! calendar years, 100 BP being 1850.

use super::cell::{Cell, Parsed};
use super::span::{new_year, years};
use super::{Date, DateOptions, Form, Precision, grouped};

/// Units as written, in lower case; the first of each is how it is printed.
const UNITS: [(&str, &str, u32, Precision); 19] = [
    ("ga", "Ga", 9, Precision::Ga),
    ("gya", "Ga", 9, Precision::Ga),
    ("bya", "Ga", 9, Precision::Ga),
    ("gyr", "Ga", 9, Precision::Ga),
    ("ma", "Ma", 6, Precision::Ma),
    ("mya", "Ma", 6, Precision::Ma),
    ("myr", "Ma", 6, Precision::Ma),
    ("ka", "ka", 3, Precision::Ka),
    ("kya", "ka", 3, Precision::Ka),
    ("kyr", "ka", 3, Precision::Ka),
    ("bp", "BP", 0, Precision::Year),
    ("ybp", "BP", 0, Precision::Year),
    ("yr bp", "BP", 0, Precision::Year),
    ("years bp", "BP", 0, Precision::Year),
    ("cal bp", "BP", 0, Precision::Year),
    ("b2k", "b2k", 0, Precision::Year),
    ("years ago", "BP", 0, Precision::Year),
    ("million years ago", "Ma", 6, Precision::Ma),
    ("billion years ago", "Ga", 9, Precision::Ga),
];

/// The present of these words.
const PRESENT: i128 = 1950;
const PRESENT_B2K: i128 = 2000;

pub(super) fn age(cell: Cell<'_>, _: &DateOptions) -> Parsed<Date> {
    let mut at = cell;
    let whole = at.take_while(|c| c.is_ascii_digit() || " ,".contains(c)).trim_end();
    let whole = &whole.replace(' ', ",");
    let decimals = if at.take(".").is_some() { at.digits() } else { "" };
    let words = at.trim().rest().to_ascii_lowercase();
    let (words, is_b2k) = match words.strip_suffix(" b2k") {
        Some(words) => (words.trim_end(), true),
        None => (words.strip_suffix(" bp").filter(|w| w.ends_with('a')).unwrap_or(&words), false),
    };
    let unit = UNITS.iter().find(|(name, ..)| *name == words).filter(|_| !whole.is_empty());
    let Some(&(name, shown, power, precision)) = unit else {
        return cell.soft("this is not a date");
    };
    if !is_grouped(whole) {
        return cell.firm("commas part thousands only, in groups of three digits; write 11,700");
    }
    let decimal_count = u32::try_from(decimals.len()).unwrap_or(u32::MAX);
    let Some(scale) = power.checked_sub(decimal_count).map(|power| 10_i128.pow(power)) else {
        return cell.firm("an age is no finer than a year; leave out some decimals");
    };
    let whole = whole.replace(',', "");
    // Of so many years it is no matter from when they are counted.
    if name == "years ago" && whole.len() < 5 {
        return cell.firm("that counts from a day which is not said; write years before 1950 as 1700 BP, before 2000 as 1700 b2k");
    }
    let digits = format!("{whole}{decimals}");
    let is_b2k = is_b2k || name == "b2k";
    let present = if is_b2k { PRESENT_B2K } else { PRESENT };
    let span = digits.parse::<i128>().ok().and_then(|units| span(present, units, scale));
    let date = Date::spanning(cell.on_the_line(span)?, precision);
    let point = if decimals.is_empty() { "" } else { "." };
    let tail = if is_b2k && name != "b2k" { " b2k" } else { "" };
    let whole = grouped(whole.parse().unwrap_or(u64::MAX));
    let text = format!("{whole}{point}{decimals} {shown}{tail}");
    Ok(date.formed(Form::Literal(text.into())))
}

/// The unit of a date that is an age, with the present it counts from: "BP", "ka b2k".
pub(super) fn unit(date: &Date) -> Option<&str> {
    let Form::Literal(text) = &date.form else { return None };
    text.split_once(' ').map(|(_, unit)| unit)
}

/// `units` of `scale` years before `present`, give or take half a unit.
fn span(present: i128, units: i128, scale: i128) -> Option<super::span::Span> {
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
