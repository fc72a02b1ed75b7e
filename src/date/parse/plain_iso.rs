//! The commonest notations, `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, and that with a clock time, read
//! without allocation.
//!
//! None for anything else, wrong months and days included: `iso` has the messages.

use super::cursor::Cursor;
use super::time_of_day::TimeOfDay;
use crate::date::{Date, DateOptions, YearPairs};

pub(super) fn parse(text: &str, options: &DateOptions) -> Option<Date> {
    match *text.as_bytes() {
        [a, b, c, d] => Date::of_year(year([a, b, c, d])?),
        [a, b, c, d, b'-', e, f] if options.year_pairs != Some(YearPairs::Ranges) => {
            Date::of_month(year([a, b, c, d])?, two(e, f)?)
        }
        [a, b, c, d, b'-', e, f, b'-', g, h] => {
            Date::of_day(year([a, b, c, d])?, two(e, f)?, two(g, h)?)
        }
        [_, _, _, _, b'-', _, _, b'-', _, _, b'T' | b' ', ..]
            if text.is_ascii() && options.notation.is_none() && !may_be_hours(text) =>
        {
            let (day, clock) = text.split_at(10);
            let day = parse(day, options)?.lo()?;
            let mut clock = Cursor::new(clock.get(1..)?);
            let date = TimeOfDay::parse(&mut clock, options).ok()?.on(day, options, clock).ok()?;
            clock.is_empty().then_some(date)
        }
        _ => None,
    }
}

/// Whether a text can be the hours of a day as well as a time and its zone: 2014-01-05 10:00-12:00.
pub(super) fn may_be_hours(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_shaped = bytes.len() == 22 && bytes[10] == b' ' && bytes[16] == b'-';
    is_shaped && bytes[17..] > bytes[11..16]
}

fn year([a, b, c, d]: [u8; 4]) -> Option<i64> {
    Some(i64::from(two(a, b)?) * 100 + i64::from(two(c, d)?))
}

fn two(tens: u8, ones: u8) -> Option<u32> {
    Some(digit(tens)? * 10 + digit(ones)?)
}

fn digit(byte: u8) -> Option<u32> {
    byte.is_ascii_digit().then(|| u32::from(byte - b'0'))
}
