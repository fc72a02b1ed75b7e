//! Years in Roman numerals, as on title pages: MDCCCXLVIII.

use super::cursor::{Cursor, Parsed};
use crate::date::{Date, DateOptions};

const DIGITS: [(char, i64); 7] =
    [('M', 1000), ('D', 500), ('C', 100), ('L', 50), ('X', 10), ('V', 5), ('I', 1)];

/// Years that are read; others are initials as likely.
const YEARS: std::ops::RangeInclusive<i64> = 1400..=2100;

/// Reads the whole text as a year in Roman numerals, in capitals, perhaps after "anno" and before
/// the same year in brackets.
pub(super) fn roman_year(cursor: Cursor<'_>, _: &DateOptions) -> Parsed<Date> {
    let mut at = cursor;
    if at.take_word("anno ") {
        at = at.trim();
    }
    let numeral = at.take_while(|c| DIGITS.iter().any(|(digit, _)| *digit == c));
    at.take(".");
    let rest = at.trim().rest();
    let inside = rest.strip_prefix(['[', '(']).and_then(|rest| rest.strip_suffix([']', ')']));
    let year = value(numeral).filter(|year| YEARS.contains(year));
    match year {
        Some(year) if rest.is_empty() || inside == Some(year.to_string().as_str()) => {
            cursor.on_the_line(Date::of_year(year))
        }
        _ => cursor.no_date(),
    }
}

/// A date whose month is a Roman numeral, with the name of the month: 4.vii.1776, 28-VII-1914.
pub(super) fn month_named(text: &str) -> Option<String> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const LONGEST: usize = 20;
    if text.len() > LONGEST || !text.contains(['I', 'i', 'V', 'v', 'X', 'x']) {
        return None;
    }
    let mut parts = text.split(['.', '/', '-', ' ']).filter(|part| !part.is_empty());
    let (first, numeral, last) = (parts.next()?, parts.next()?, parts.next()?);
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    let is_date =
        year.len() == 4 && matches!(day.len(), 1 | 2) && is_number(day) && is_number(year);
    let capitals = numeral.to_ascii_uppercase();
    let is_one_case = numeral == capitals || numeral == numeral.to_ascii_lowercase();
    if parts.next().is_some() || !is_date || !is_one_case {
        return None;
    }
    let month = MONTHS.get(usize::try_from(value(&capitals)?.checked_sub(1)?).ok()?)?;
    Some(format!("{day} {month} {year}"))
}

/// The value of a numeral in its usual form.
pub(super) fn value(numeral: &str) -> Option<i64> {
    let digit = |c: char| DIGITS.iter().find(|(digit, _)| *digit == c).map(|&(_, value)| value);
    let values: Vec<i64> = numeral.chars().map(digit).collect::<Option<_>>()?;
    let following = values.iter().skip(1).copied().chain([0]);
    let total = values.iter().zip(following);
    let total = total.map(|(&value, next)| if value < next { -value } else { value }).sum();
    (written(total) == numeral).then_some(total)
}

fn written(mut number: i64) -> String {
    const STEPS: [(i64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut text = String::new();
    for (value, numeral) in STEPS {
        while number >= value {
            text += numeral;
            number -= value;
        }
    }
    text
}
