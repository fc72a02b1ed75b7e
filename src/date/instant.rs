//! The proleptic Gregorian calendar over 64-bit years, and the instants of the time line.
//!
//! Years are astronomical: 0 is 1 BC. Days are counted from 1970-01-01. The formulas are those of
//! Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), arranged so that no
//! input overflows: divisions are of 64 bits, which are ten times as fast as those of 128.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// Nanoseconds of a day.
pub const DAY_NANOS: i64 = 86_400_000_000_000;

/// Days of 400 years, after which the calendar repeats.
const ERA_DAYS: i64 = 146_097;

/// Days from 1600-03-01, which begins such 400 years, to 1970-01-01.
const SINCE_1600: i64 = 135_080;

/// A point of the time line: a day counted from 1970-01-01 and the nanoseconds since its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant {
    /// Days since 1970-01-01.
    pub day: i64,
    /// Nanoseconds since the start of the day, less than [`DAY_NANOS`].
    pub nano: i64,
}

/// First instant, and first after.
pub type InstantSpan = (Instant, Instant);

impl Instant {
    /// The start of day `day`.
    pub const fn from_day(day: i64) -> Self {
        Self { day, nano: 0 }
    }

    /// The start of a calendar day, or none if there is no such day.
    pub fn from_civil(year: i64, month: u32, day: u32) -> Option<Self> {
        days_from_civil(year, month, day).map(Self::from_day)
    }

    /// The instant `nanos` after the start of day `day`; none past the end of the time line.
    pub fn from_day_nanos(day: i64, nanos: i128) -> Option<Self> {
        let (whole, nano) = match i64::try_from(nanos) {
            Ok(nanos) => (nanos.div_euclid(DAY_NANOS), nanos.rem_euclid(DAY_NANOS)),
            Err(_) => {
                let whole = nanos.div_euclid(i128::from(DAY_NANOS));
                let nano = nanos - whole * i128::from(DAY_NANOS);
                (i64::try_from(whole).ok()?, nano as i64)
            }
        };
        Some(Self { day: day.checked_add(whole)?, nano })
    }

    /// Nanoseconds from `earlier` to here, exact and negative when `earlier` is later.
    pub fn nanos_since(self, earlier: Self) -> i128 {
        let days = i128::from(self.day) - i128::from(earlier.day);
        days * i128::from(DAY_NANOS) + i128::from(self.nano) - i128::from(earlier.nano)
    }

    /// The instant `nanos` later; none past the end of the time line.
    pub fn checked_add(self, nanos: i128) -> Option<Self> {
        Self::from_day_nanos(self.day, nanos.checked_add(i128::from(self.nano))?)
    }

    /// The instant half way to `later`.
    pub fn midpoint(self, later: Self) -> Self {
        self.checked_add(later.nanos_since(self) / 2).unwrap_or(self)
    }

    /// Year, month (1 to 12) and day of the month.
    pub fn civil(self) -> (i64, u32, u32) {
        civil_from_days(self.day)
    }

    /// The same instant in chrono's type, or none outside chrono's range.
    pub fn to_chrono(self) -> Option<NaiveDateTime> {
        let (year, month, day) = self.civil();
        let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
        let seconds = u32::try_from(self.nano / 1_000_000_000).ok()?;
        let nanos = u32::try_from(self.nano % 1_000_000_000).ok()?;
        let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, nanos)?;
        Some(date.and_time(time))
    }
}

impl From<NaiveDateTime> for Instant {
    /// chrono's leap seconds, told by 1,000,000,000 nanoseconds or more, fall on the last
    /// nanosecond of their minute.
    fn from(at: NaiveDateTime) -> Self {
        let day = at.date().num_days_from_ce() - 719_163;
        let seconds = i64::from(at.time().num_seconds_from_midnight());
        let nanos = i64::from(at.time().nanosecond().min(999_999_999));
        Self { day: i64::from(day), nano: seconds * 1_000_000_000 + nanos }
    }
}

/// Whether `year` has a 29 February.
pub fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Days of month `month` (1 to 12) in `year`; 0 for any other month.
pub fn days_in_month(year: i64, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 0,
    }
}

/// Days from 1970-01-01 to a calendar day; none for a day that does not exist or whose count
/// does not fit 64 bits (years beyond some 2.5e16).
pub fn days_from_civil(year: i64, month: u32, day: u32) -> Option<i64> {
    if day == 0 || day > days_in_month(year, month) {
        return None;
    }
    // The year starts in March here, so that the leap day is its last.
    let from_march = (i64::from(month) + 9) % 12;
    let year = year.checked_sub(i64::from(month <= 2))?;
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * from_march + 2) / 5 + i64::from(day) - 1;
    let days = of_era * 365 + of_era / 4 - of_era / 100 + of_year - SINCE_1600;
    i64::try_from(i128::from(era - 4) * i128::from(ERA_DAYS) + i128::from(days)).ok()
}

/// Year, month and day of the day that is `days` after 1970-01-01.
pub fn civil_from_days(days: i64) -> (i64, u32, u32) {
    let of_era = days.rem_euclid(ERA_DAYS) + SINCE_1600;
    let era = days.div_euclid(ERA_DAYS) + 4 + of_era / ERA_DAYS;
    let of_era = of_era % ERA_DAYS;
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = era * 400 + year + i64::from(month <= 2);
    (year, month as u32, day as u32)
}

/// Day of the week of a day counted from 1970-01-01: 0 is Monday, 6 Sunday.
pub fn weekday(day: i64) -> u32 {
    // 1970-01-01 was a Thursday; the remainder is below 7.
    ((day.rem_euclid(7) + 3) % 7) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_days() {
        assert_eq!(days_from_civil(1970, 1, 1), Some(0));
        assert_eq!(days_from_civil(2000, 3, 1), Some(11_017));
        assert_eq!(days_from_civil(-4713, 11, 24), Some(-2_440_588));
        assert_eq!(days_from_civil(1900, 2, 29), None);
        assert_eq!(days_from_civil(2000, 13, 1), None);
        assert_eq!(days_from_civil(i64::MAX, 12, 31), None);
        assert_eq!(days_from_civil(i64::MIN, 1, 1), None);
        assert_eq!(weekday(0), 3);
    }

    #[test]
    fn the_ends_of_the_time_line_are_days() {
        for day in [i64::MIN, i64::MAX] {
            let (year, month, of_month) = civil_from_days(day);
            assert_eq!(days_from_civil(year, month, of_month), Some(day));
        }
        assert_eq!(Instant::from_day(i64::MAX).checked_add(i128::from(DAY_NANOS)), None);
    }

    #[test]
    fn instants_are_exact_to_the_nanosecond() {
        let noon = Instant { day: 1, nano: DAY_NANOS / 2 };
        assert_eq!(Instant::from_day(0).midpoint(Instant::from_day(3)), noon);
        let day = NaiveDate::from_ymd_opt(1970, 1, 1).expect("a day");
        for (second, nanos, nano) in [
            (5, 0, 5_000_000_000),
            (59, 999_999_999, 59_999_999_999),
            (59, 1_000_000_000, 59_999_999_999),
        ] {
            let at = day.and_hms_nano_opt(0, 0, second, nanos).expect("a time");
            assert_eq!(Instant::from(at), Instant { day: 0, nano });
            let shown = Instant { day: 0, nano }.to_chrono();
            assert_eq!(shown.filter(|_| nanos < 1_000_000_000).unwrap_or(at), at);
        }
    }

    proptest! {
        #[test]
        fn days_and_dates_are_inverse(day: i64) {
            let (year, month, of_month) = civil_from_days(day);
            prop_assert_eq!(days_from_civil(year, month, of_month), Some(day));
        }

        #[test]
        fn chrono_agrees(day in -95_000_000i64..95_000_000, nano in 0..DAY_NANOS) {
            let at = Instant { day, nano };
            let theirs = at.to_chrono().expect("inside chrono's range");
            prop_assert_eq!(Instant::from(theirs), at);
            prop_assert_eq!(theirs.weekday().num_days_from_monday(), weekday(day));
        }

        #[test]
        fn the_midpoint_lies_between(a: i64, b: i64) {
            let (lo, hi) = (Instant::from_day(a.min(b)), Instant::from_day(a.max(b)));
            prop_assert!((lo..=hi).contains(&lo.midpoint(hi)));
        }
    }
}
