//! Bins in words: how long they are, and which one it is.

use crate::compose::style::FigureStyle;
use crate::date::{Date, Instant, InstantSpan};
use crate::time::{Interval, Unit};
use crate::words::BinUnit;

/// What columns count, as "events per week".
pub(crate) fn unit_words(interval: Interval, style: &FigureStyle) -> String {
    let months = interval.unit == Unit::Month || interval.unit == Unit::YearPart;
    let (unit, count) = match interval.unit {
        Unit::Nanosecond | Unit::Second => (BinUnit::Second, interval.count),
        Unit::Minute => (BinUnit::Minute, interval.count),
        Unit::Hour => (BinUnit::Hour, interval.count),
        Unit::Day => (BinUnit::Day, interval.count),
        Unit::Week | Unit::NumberedWeek => (BinUnit::Week, interval.count),
        _ if months => (BinUnit::Month, interval.count),
        _ => (BinUnit::Year, interval.count),
    };
    let count = u64::try_from(count).unwrap_or(1);
    if interval.unit == Unit::Nanosecond {
        let words = style.dates.in_digits(format!("{} ms", count / 1_000_000));
        return style.words.density.per_time(&words);
    }
    style.words.per_bin(style.dates, unit, count)
}

/// When a bin is.
pub(crate) fn when(interval: Interval, (lo, hi): InstantSpan, style: &FigureStyle) -> String {
    let day = |at: Instant| {
        let (year, month, day) = at.civil();
        (signed(year), format!("-{month:02}"), format!("-{day:02}"))
    };
    let last = hi.checked_add(-1).unwrap_or(lo).max(lo);
    let ((y0, m0, d0), (y1, m1, d1)) = (day(lo), day(last));
    let clock = |at: Instant| {
        let seconds = at.nano / 1_000_000_000;
        format!("T{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
    };
    let [from, to] = match interval.unit {
        Unit::Month | Unit::YearPart => [y0 + &m0, y1 + &m1],
        Unit::Day | Unit::Week | Unit::NumberedWeek => [y0 + &m0 + &d0, y1 + &m1 + &d1],
        Unit::Year | Unit::Age | Unit::Power => [y0, y1],
        _ => [0, 1].map(|_| format!("{y0}{m0}{d0}{}", clock(lo))),
    };
    let text = if from == to { from } else { format!("{from}/{to}") };
    text.parse::<Date>().map_or(text, |date| date.words(style.known()))
}

/// A year as it is read again.
fn signed(year: i64) -> String {
    if (0..=9999).contains(&year) { format!("{year:04}") } else { format!("Y{year}") }
}
