//! A day in three numbers with its year, of four digits, at the end: 12/31/2010, 3.4.2010. Where nothing says
//! whether the day comes first or the month, it is read in both orders.

use super::day_numbers::{day_of, of_day};
use crate::date::{DateOptions, DateOrder, OrderDoubt};
use crate::summary::PointTime;

/// The order that is read first where both can be meant.
pub(super) const FIRST: DateOrder = DateOrder::Dmy;
/// The other one.
pub(super) const SECOND: DateOrder = DateOrder::Mdy;

/// A day that was written in numbers.
pub(super) struct NumericDay {
    pub(super) time: PointTime,
    /// What it is in the other order, if either can be meant.
    pub(super) other: Option<PointTime>,
    /// What it shows of the order; none where that was given, or makes no difference.
    pub(super) doubt: Option<OrderDoubt>,
}

/// The day of a text; none for anything else.
pub(super) fn numeric_day(text: &[u8], options: &DateOptions) -> Option<NumericDay> {
    if options.notation.is_some() || options.locale.is_some() {
        return None;
    }
    let [first, second, year] = numbers(text).filter(|numbers| numbers[2] > 0)?;
    let day_first = || day_of(year, second, first).map(of_day);
    let month_first = || day_of(year, first, second).map(of_day);
    let sure = |time, doubt| Some(NumericDay { time, other: None, doubt });
    match options.order {
        Some(DateOrder::Dmy) => return sure(day_first()?, None),
        Some(DateOrder::Mdy) => return sure(month_first()?, None),
        Some(DateOrder::Ymd) => return None,
        None => {}
    }
    match (day_first(), month_first()) {
        (Some(time), Some(other)) if time != other => {
            Some(NumericDay { time, other: Some(other), doubt: Some(OrderDoubt::Open) })
        }
        (Some(time), Some(_)) => sure(time, None),
        (Some(time), None) => sure(time, Some(OrderDoubt::DayFirst)),
        (None, Some(time)) => sure(time, Some(OrderDoubt::MonthFirst)),
        (None, None) => None,
    }
}

/// The three numbers of a text, with the same sign between them.
fn numbers(text: &[u8]) -> Option<[i64; 3]> {
    let sign = *text.iter().find(|byte| !byte.is_ascii_digit())?;
    let mut parts = text.split(|byte| *byte == sign);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_sound = [b'/', b'.'].contains(&sign) && year.len() == 4 && parts.next().is_none();
    let short = |part: &[u8]| if part.len() <= 2 { number(part) } else { None };
    if is_sound { Some([short(first)?, short(second)?, number(year)?]) } else { None }
}

fn number(digits: &[u8]) -> Option<i64> {
    let digit = |byte: &u8| byte.is_ascii_digit().then(|| i64::from(byte - b'0'));
    let (first, rest) = digits.split_first()?;
    rest.iter().try_fold(digit(first)?, |number, byte| Some(number * 10 + digit(byte)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;

    fn texts() -> Vec<String> {
        let mut texts: Vec<String> =
            ["1/2/10", "1/2.2010", "1/2/2010/", "/2/2010", "001/2/2010", "1-2-2010"]
                .map(String::from)
                .to_vec();
        for year in ["0000", "0044", "1582", "1900", "2000", "2024"] {
            for first in ["0", "1", "2", "02", "3", "12", "13", "29", "31", "32"] {
                for second in ["0", "1", "02", "2", "11", "12", "30", "31"] {
                    texts.push(format!("{first}/{second}/{year}"));
                    texts.push(format!("{first}.{second}.{year}"));
                }
            }
        }
        texts
    }

    #[test]
    fn days_are_those_of_all_dates() {
        let mut read = 0;
        for text in texts() {
            let in_order = |order| {
                let options = DateOptions { order, ..DateOptions::default() };
                let date = Date::parse(&text, &options).ok();
                let known = date.and_then(|date| Some((date.lo()?, date.hi()?)));
                (numeric_day(text.as_bytes(), &options), known)
            };
            for order in [FIRST, SECOND] {
                let (found, known) = in_order(Some(order));
                read += u32::from(found.is_some());
                assert!(
                    found.is_none_or(|found| Some(found.time.span) == known),
                    "{text} {order:?}"
                );
            }
            let (found, alone) = in_order(None);
            let Some(found) = found else { continue };
            let [first, second] = [FIRST, SECOND].map(|order| in_order(Some(order)).1);
            match found.other {
                Some(other) => {
                    assert_eq!(
                        (Some(found.time.span), Some(other.span)),
                        (first, second),
                        "{text}"
                    );
                    assert_eq!(alone, None, "{text}");
                }
                None => assert_eq!(Some(found.time.span), alone, "{text}"),
            }
        }
        assert!(read > 600, "{read}");
    }
}
