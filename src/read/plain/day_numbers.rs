//! Days by their number, counted from 1970-01-01, without any allocation.

use crate::date::{Instant, Precision, Zone};
use crate::summary::PointTime;

/// The time of the days from `lo` on up to `hi`.
pub(super) fn of_days(lo: i64, hi: i64, precision: Precision) -> PointTime {
    let span = (Instant::from_day(lo), Instant::from_day(hi));
    PointTime { span, precision, zone: Zone::Floating }
}

/// The time of a day.
pub(super) fn of_day(day: i64) -> PointTime {
    of_days(day, day + 1, Precision::Day)
}

/// The number of a day of a month; none if there is no such day.
pub(super) fn day_of(year: i64, month: i64, day: i64) -> Option<i64> {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + i64::from(is_leap),
        _ => return None,
    };
    (1..=last).contains(&day).then(|| days_from_civil(year, month, day))
}

/// The number of a day of the years 0 to 10000: Howard Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms".
pub(super) fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    /// Days from the first of March to that of each month; there is no month 0.
    const MONTHS: [u32; 13] = [0, 306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275];
    /// Days from the first of March 400 BC to that before 1970 and to its end, and one.
    const BEFORE: i64 = 719_468 + 146_097 + 1;
    let years = (year + 400 - i64::from(month < 3)) as u32;
    let days = 365 * years + years / 4 - years / 100 + years / 400 + MONTHS[month as usize];
    i64::from(days) + day - BEFORE
}
