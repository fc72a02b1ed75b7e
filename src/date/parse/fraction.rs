//! Halves, thirds and quarters in words: second half of the 18th century, last quarter 1890s, third
//! quarter of 2024.

use super::cursor::{Cursor, Parsed};
use crate::date::DateErrorKind::{Malformed, Nonexistent};
use crate::date::span::new_year;
use crate::date::{Bound, Date, DateForm, Fraction, Instant, Precision};

/// Part `index` of so many, the first being 1; 0 is the last.
pub(super) fn fraction(cursor: Cursor<'_>, index: i64, count: u32, whole: Date) -> Parsed<Date> {
    let number = if index == 0 { count } else { u32::try_from(index).unwrap_or(u32::MAX) };
    if !(1..=count).contains(&number) {
        let message = format!("there are {count} such parts; write first to last");
        return cursor.firm(Nonexistent, message);
    }
    let bounds = whole.lo().zip(whole.hi()).filter(|_| whole.form == DateForm::Plain);
    let Some((lo, hi)) = bounds else { return cursor.firm(Malformed, WHOLES) };
    let year = lo.civil().0;
    match (whole.precision, count) {
        (Precision::Year, 2) => return cursor.on_the_line(Date::of_half(year, number)),
        (Precision::Year, 4) => return cursor.on_the_line(Date::of_quarter(year, number)),
        (precision, _) if precision < Precision::Year => {}
        (Precision::Year, 3) | (Precision::Month, 2) => {}
        _ => return cursor.firm(Malformed, WHOLES),
    }
    let part = Fraction { number, count };
    let at = |parts: u32| cut(lo, hi, whole.precision, parts, count);
    let (lo, hi) = cursor.on_the_line(at(number - 1).zip(at(number)))?;
    let form = DateForm::Fraction(part, Box::new(whole.clone()));
    Ok(Date { lo: Bound::At(lo), hi: Bound::At(hi), form, ..whole })
}

const WHOLES: &str = "halves, thirds and quarters go with a year, decade, century or millennium; \
                      write two dates, as 1850–1860";

/// The instant so many parts of `count` into a span, at a whole year, or month or day of less.
fn cut(lo: Instant, hi: Instant, precision: Precision, parts: u32, count: u32) -> Option<Instant> {
    let ((first, ..), (after, ..)) = (lo.civil(), hi.civil());
    let (parts, count) = (i64::from(parts), i64::from(count));
    match precision {
        _ if parts == 0 => Some(lo),
        _ if parts == count => Some(hi),
        Precision::Month => Some(Instant::from_day(lo.day + 15)),
        Precision::Year => {
            Instant::from_civil(first, u32::try_from(12 * parts / count + 1).ok()?, 1)
        }
        _ => new_year(first + ((after - first) * parts + count / 2) / count),
    }
}
