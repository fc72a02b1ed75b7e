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
            if text.is_ascii() && options.notation.is_none() =>
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

fn year([a, b, c, d]: [u8; 4]) -> Option<i64> {
    Some(i64::from(two(a, b)?) * 100 + i64::from(two(c, d)?))
}

fn two(tens: u8, ones: u8) -> Option<u32> {
    Some(digit(tens)? * 10 + digit(ones)?)
}

fn digit(byte: u8) -> Option<u32> {
    byte.is_ascii_digit().then(|| u32::from(byte - b'0'))
}
