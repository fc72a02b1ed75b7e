//! A date with a margin of error: 1540 ± 9, 2.58 ± 0.01 Ma. Radiocarbon ages are refused: they are
//! no dates before they are calibrated.

use super::age::{age, age_between};
use super::cursor::{Cursor, Parsed};
use super::tokens::digits_of;
use crate::date::DateErrorKind::{Malformed, Unsupported};
use crate::date::span::years;
use crate::date::{AgeUnit, Date, DateForm, DateOptions, Precision};

/// Why what a laboratory measured is no date.
const RADIOCARBON: &str = "an age BP with a margin or of 14C is a radiocarbon age, which is no date \
                           before it is calibrated; write the calibrated range, as 4540–4380 BC";

/// Whether a text says that it is an age by radiocarbon.
fn is_uncalibrated(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let has = |word: &str| text.contains(word);
    has("bp") && ["14c", "c14", "radiocarbon", "uncal", "rcy"].into_iter().any(has)
}

/// Reads the whole text as a date with a margin.
pub(super) fn margin(cursor: Cursor<'_>, options: &DateOptions) -> Parsed<Date> {
    let text = cursor.rest();
    if is_uncalibrated(text) {
        return cursor.firm(Unsupported, RADIOCARBON);
    }
    let sign = ["±", "+/-", "+-"].into_iter().find_map(|sign| Some((text.find(sign)?, sign.len())));
    let Some((at, length)) = sign else { return cursor.no_date() };
    let (middle, tail) = cursor.split(at, at + length);
    let mut unit = tail;
    let by = unit.take_while(|c| c.is_ascii_digit() || c == '.');
    let unit = unit.trim().rest();
    if by.is_empty() || middle.is_empty() {
        return cursor.firm(Malformed, "a margin stands between two numbers; write 1540 ± 9");
    }
    if let Some(is_bc) = era(unit) {
        return of_year(cursor, (middle.rest(), is_bc), by);
    }
    let is_calibrated = unit.starts_with("cal");
    let written = format!("{} {unit}", middle.rest());
    let whole = age(Cursor::new(&written), options);
    let Ok(Date { form: DateForm::Age(age), .. }) = whole else { return cursor.no_date() };
    if age.unit == AgeUnit::Year && !age.is_before_2000 && !is_calibrated {
        return cursor.firm(Unsupported, RADIOCARBON);
    }
    let cal = if is_calibrated { "cal " } else { "" };
    let form = DateForm::Literal(format!("{} ± {by} {cal}{}", middle.rest(), age.symbol()).into());
    let span = cursor.on_the_line(age_between(&age, by))?;
    Ok(Date::spanning(span, age.unit.precision()).formed(form))
}

/// Whether what follows the margin of a year is BC; none if it is no era.
fn era(unit: &str) -> Option<bool> {
    match unit {
        "" | "AD" | "CE" | "years" | "yrs" | "yr" | "y" | "a" => Some(false),
        "BC" | "BCE" => Some(true),
        _ => None,
    }
}

/// A year give or take some.
fn of_year(cursor: Cursor<'_>, (year, is_bc): (&str, bool), by: &str) -> Parsed<Date> {
    let numbers = digits_of(year).filter(|_| (3..=4).contains(&year.len())).zip(digits_of(by));
    let Some((middle, margin)) = numbers.filter(|&(_, by)| (1..=1000).contains(&by)) else {
        return cursor.no_date();
    };
    let middle = if is_bc { 1 - middle } else { middle };
    let span = cursor.on_the_line(years(middle - margin, 2 * margin + 1))?;
    let era = if is_bc { " BC" } else { "" };
    let form = DateForm::Literal(format!("{year} ± {margin}{era}").into());
    Ok(Date::spanning(span, Precision::Year).formed(form))
}
