//! The three shapes that nearly all cells have, `YYYY`, `YYYY-MM` and `YYYY-MM-DD`, read byte by
//! byte and without a string.
//!
//! None for anything else, wrong months and days included: the slow way words the refusal.

use super::Date;

pub(super) fn parse(text: &str) -> Option<Date> {
    match *text.as_bytes() {
        [a, b, c, d] => Date::of_year(year([a, b, c, d])?),
        [a, b, c, d, b'-', e, f] => {
            Date::of_month(year([a, b, c, d])?, two(e, f).filter(|month| (1..=12).contains(month))?)
        }
        [a, b, c, d, b'-', e, f, b'-', g, h] => {
            Date::of_day(year([a, b, c, d])?, two(e, f)?, two(g, h)?)
        }
        _ => None,
    }
}

fn year([a, b, c, d]: [u8; 4]) -> Option<i64> {
    Some(i64::from(two(a, b)?) * 100 + i64::from(two(c, d)?))
}

fn two(tens: u8, ones: u8) -> Option<u32> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
    Some(digit(tens)? * 10 + digit(ones)?)
}
