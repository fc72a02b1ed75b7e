//! The time of a date in the commonest notations, without any allocation: in those of ISO 8601 `YYYY`,
//! `YYYY-MM`, `YYYY-MM-DD`, and that with a clock time in minutes or seconds, in local time or UTC; and of
//! a day in numbers. Others take the way of all dates.

use super::day_numbers::{day_of, days_from_civil, of_day, of_days};
use super::numeric_day::{self, NumericDay, numeric_day};
use crate::date::{
    Bound, DateColumn, DateOptions, DateOrder, Instant, MonthDoubt, OrderDoubt, Precision,
    YearPairs, Zone,
};
use crate::summary::PointTime;
use std::iter;

const SECOND: i64 = 1_000_000_000;

/// The time of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PlainTime {
    pub(super) time: PointTime,
    /// What it is if the month comes first, of a day whose order is open.
    month_first: Option<PointTime>,
    /// What else it could mean, or shows of what others mean.
    pub(super) doubt: Option<PlainDoubt>,
}

/// What a date could mean, or shows of the meaning of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PlainDoubt {
    /// What else a month could be.
    Month(MonthDoubt),
    /// In which order day and month are.
    Order(OrderDoubt),
}

impl PlainTime {
    fn sure(time: PointTime) -> Self {
        Self { time, month_first: None, doubt: None }
    }

    /// Whether it is read in one way.
    pub(super) fn is_one(&self) -> bool {
        self.month_first.is_none()
    }

    /// The times that it may be, each with the order of day and month if that is open.
    pub(super) fn readings(&self) -> impl Iterator<Item = (Option<DateOrder>, PointTime)> + use<> {
        let order = self.month_first.map(|_| numeric_day::FIRST);
        let second = self.month_first.map(|time| (Some(numeric_day::SECOND), time));
        iter::once((order, self.time)).chain(second)
    }
}

/// The time of `YYYY-MM-DD`.
pub(super) fn plain_day(text: &[u8]) -> Option<PlainTime> {
    let text: &[u8; 10] = text.try_into().ok()?;
    day(text).map(of_day).map(PlainTime::sure)
}

/// The time of a date that leaves nothing open, but for months and for the order of days in numbers; none
/// for anything else.
pub(super) fn plain_time(text: &[u8], options: &DateOptions) -> Option<PlainTime> {
    let has_clock = || options.zone.is_none() && options.notation.is_none();
    let time = match text.len() {
        4 => year(text),
        7 => return month(text, options),
        10 => day(text).map(of_day),
        16 if has_clock() => clock(text, Zone::Floating),
        19 if has_clock() => clock(text, Zone::Floating),
        17 | 20 if text.ends_with(b"Z") && has_clock() => {
            clock(text.get(..text.len() - 1)?, Zone::Offset(0))
        }
        _ => None,
    };
    if let Some(time) = time {
        return Some(PlainTime::sure(time));
    }
    if let Some(NumericDay { time, other, doubt }) = numeric_day(text, options) {
        let doubt = doubt.map(PlainDoubt::Order);
        return Some(PlainTime { time, month_first: other, doubt });
    }
    let date = DateColumn::plain(str::from_utf8(text).ok()?, options)?;
    let (Bound::At(lo), Bound::At(hi)) = (date.lo, date.hi) else { return None };
    let time = PointTime { span: (lo, hi), precision: date.precision, zone: date.zone };
    Some(PlainTime::sure(time))
}

/// A year; the year 0 shows how years are counted.
fn year(text: &[u8]) -> Option<PointTime> {
    let [a, b, c, d] = *text else { return None };
    let year = two(a, b)? * 100 + two(c, d)?;
    let first = |year| days_from_civil(year, 1, 1);
    (year > 0).then(|| of_days(first(year), first(year + 1), Precision::Year))
}

fn month(text: &[u8], options: &DateOptions) -> Option<PlainTime> {
    let [a, b, c, d, b'-', e, f] = *text else { return None };
    let (year, month) = (two(a, b)? * 100 + two(c, d)?, two(e, f)?);
    if !(1..=12).contains(&month) || options.year_pairs == Some(YearPairs::Ranges) {
        return None;
    }
    let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    let days = [(year, month), next].map(|(year, month)| days_from_civil(year, month, 1));
    let is_open = options.notation.is_none() && options.year_pairs.is_none();
    Some(PlainTime {
        doubt: is_open.then(|| PlainDoubt::Month(MonthDoubt::of(year, month))),
        ..PlainTime::sure(of_days(days[0], days[1], Precision::Month))
    })
}

/// The number of a day.
fn day(text: &[u8]) -> Option<i64> {
    let [a, b, c, d, b'-', e, f, b'-', g, h, ..] = *text else { return None };
    let [century, of_century, month, day] = pairs([a, b, c, d, e, f, g, h])?;
    day_of(century * 100 + of_century, month, day)
}

/// The numbers of two digits that eight of them are, worked out together.
fn pairs(digits: [u8; 8]) -> Option<[i64; 4]> {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let values = u64::from_le_bytes(digits) ^ (ONES * u64::from(b'0'));
    // A value above 9 reaches the high bit of its byte.
    let above = values | ((values & (ONES * 0x7F)) + ONES * 0x76);
    if above & (ONES * 0x80) != 0 {
        return None;
    }
    let pairs = (values * 10 + (values >> 8)).to_le_bytes();
    Some([pairs[0], pairs[2], pairs[4], pairs[6]].map(i64::from))
}

/// A day and a clock time, to the minute or to the second.
fn clock(text: &[u8], zone: Zone) -> Option<PointTime> {
    let day = day(text)?;
    let [b'T' | b' ', a, b, b':', c, d, rest @ ..] = text.get(10..)? else { return None };
    let (seconds, width, precision) = match *rest {
        [] => (0, 60, Precision::Minute),
        [b':', e, f] => (two(e, f)?, 1, Precision::Second),
        _ => return None,
    };
    let (hour, minute) = (two(*a, *b)?, two(*c, *d)?);
    if hour > 23 || minute > 59 || seconds > 59 {
        return None;
    }
    let nano = ((hour * 60 + minute) * 60 + seconds) * SECOND;
    let (lo, end) = (Instant { day, nano }, nano + width * SECOND);
    let is_last = end == crate::date::DAY_NANOS;
    let hi = if is_last { Instant::from_day(day + 1) } else { Instant { nano: end, ..lo } };
    Some(PointTime { span: (lo, hi), precision, zone })
}

fn two(tens: u8, ones: u8) -> Option<i64> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| i64::from(byte - b'0'));
    Some(digit(tens)? * 10 + digit(ones)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;

    #[test]
    fn times_are_those_of_all_dates() {
        let options = DateOptions::default();
        let mut texts = Vec::new();
        for year in [0, 1, 4, 100, 400, 1582, 1899, 1900, 1970, 2000, 2024, 9999] {
            for (month, day) in
                [(1, 1), (2, 28), (2, 29), (2, 30), (3, 1), (4, 31), (12, 31), (13, 1)]
            {
                texts.push(format!("{year:04}-{month:02}-{day:02}"));
                texts.push(format!("{year:04}-{month:02}-{day:02}T23:59:59Z"));
                texts.push(format!("{year:04}-{month:02}-{day:02} 07:08:09"));
                texts.push(format!("{year:04}-{month:02}-{day:02}T23:59Z"));
                texts.push(format!("{year:04}-{month:02}"));
                texts.push(format!("{year:04}"));
            }
        }
        for text in [
            "2024-01-01T24:00:00",
            "2024-01-01T12:60:00",
            "2024-01-01T12:00:60",
            "2024",
            "2024-03",
            "0000",
            "2024-01-01T12:00",
            "2024-01-01T12:00:00+02:00",
            "2024-1-1",
            "x",
        ] {
            texts.push(text.to_owned());
        }
        for text in texts {
            let date: Option<Date> = match text.len() {
                7 => text.parse().ok().filter(|_| !text.ends_with("13")),
                _ => DateColumn::plain(&text, &options),
            };
            let expected =
                date.and_then(|date| Some((date.lo()?, date.hi()?, date.precision, date.zone)));
            let found = plain_time(text.as_bytes(), &options).map(|plain| plain.time);
            let found = found.map(|time| (time.span.0, time.span.1, time.precision, time.zone));
            assert_eq!(found, expected, "{text}");
        }
    }
}
