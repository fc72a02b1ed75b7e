//! Intervals: what a cell of the ruler spans, from nanoseconds to powers of ten years.
//!
//! An interval answers three questions, as in d3-time (Bostock): where does the one that holds an
//! instant begin (floor), where does the next one begin (step), and how long is it about. How one
//! is called is the business of `names`.

use crate::date::{DAY_NANOS, Instant, Precision, days_in_month, weekday};

/// A unit of calendar or clock, or of ages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// A nanosecond.
    Nanosecond,
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day; steps of several begin anew with every month.
    Day,
    /// A week, called by its first day.
    Week,
    /// A week, called by its number in the year.
    NumberedWeek,
    /// A month; steps of several are called by their first.
    Month,
    /// So many months as a quarter or a half of a year.
    YearPart,
    /// A year.
    Year,
    /// A year counted back from 1950. The youngest step also holds all that came after.
    Age,
    /// From a power of so many years before 1950 to the next smaller one: with a count of 10 from
    /// 1000 years to 100, with 1000 from a million to 1000.
    Power,
}

/// A whole number of units, aligned to the next larger unit or, for years, to round years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The unit.
    pub unit: Unit,
    /// How many, 1 or more.
    pub count: i64,
    /// What the next larger unit begins with: the weekday of weeks (0 is Monday), the month of
    /// years, halves and quarters (0 is January).
    pub from: u32,
    /// What powers of ten are counted from.
    pub ages: LogAges,
}

/// Ages on a logarithmic scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogAges {
    /// The year that they are counted back from.
    pub origin: i64,
    /// The age up to which the scale is linear, as 0 has no logarithm; 0 where it is nowhere.
    pub linear: i64,
}

impl LogAges {
    /// Ages before 1950, none of which is 0.
    pub const BEFORE_PRESENT: Self = Self { origin: PRESENT, linear: 0 };
}

/// The year that ages are counted back from.
pub const PRESENT: i64 = 1950;
/// Nanoseconds of a mean Gregorian year.
const YEAR_NANOS: f64 = 31_556_952e9;

impl Interval {
    /// `count` units of the ordinary calendar.
    pub const fn new(unit: Unit, count: i64) -> Self {
        Self { unit, count, from: 0, ages: LogAges::BEFORE_PRESENT }
    }

    /// Whether it is one thing with a name: a year, a half, a quarter, a month, a numbered week, a
    /// day. Clock units, ages and steps of several, as weeks from their first day, are not.
    pub fn is_single(self) -> bool {
        match self.unit {
            Unit::Year | Unit::Month | Unit::Day => self.count == 1,
            Unit::YearPart | Unit::NumberedWeek => true,
            _ => false,
        }
    }

    /// About how many nanoseconds it lasts.
    pub fn nanos(self) -> f64 {
        let unit = match self.unit {
            Unit::Nanosecond => 1.0,
            Unit::Second => 1e9,
            Unit::Minute => 60e9,
            Unit::Hour => 3600e9,
            Unit::Day => DAY_NANOS as f64,
            Unit::Week | Unit::NumberedWeek => 7.0 * DAY_NANOS as f64,
            Unit::Month | Unit::YearPart => YEAR_NANOS / 12.0,
            Unit::Year | Unit::Age | Unit::Power => YEAR_NANOS,
        };
        unit * self.count as f64
    }

    /// The exactness of a date as long as the interval. Ages are instants on a scale and claim
    /// none.
    pub fn precision(self) -> Precision {
        match (self.unit, self.count) {
            (Unit::Nanosecond, _) => Precision::Fraction,
            (Unit::Second, _) => Precision::Second,
            (Unit::Minute, _) => Precision::Minute,
            (Unit::Hour, _) => Precision::Hour,
            (Unit::Day, _) => Precision::Day,
            (Unit::Week | Unit::NumberedWeek, _) => Precision::Week,
            (Unit::Month, _) => Precision::Month,
            (Unit::YearPart, 3) => Precision::Quarter,
            (Unit::YearPart, _) => Precision::Half,
            (Unit::Year, ..10) => Precision::Year,
            (Unit::Year, ..100) => Precision::Decade,
            (Unit::Year, ..1000) => Precision::Century,
            (Unit::Year, _) => Precision::Millennium,
            (Unit::Age | Unit::Power, _) => Precision::Ga,
        }
    }

    /// Start of the interval that holds `at`; none before the start of the time line.
    pub fn floor(self, at: Instant) -> Option<Instant> {
        let (year, month, day) = at.civil();
        match self.unit {
            Unit::Age | Unit::Power => self.age_start(self.origin().checked_sub(year)?),
            Unit::Year => {
                let year = if month > self.from { year } else { year.checked_sub(1)? };
                self.year_start(floor_year(year, self.count)?)
            }
            Unit::Month | Unit::YearPart => {
                let months = month_number(year, month)?;
                let passed = (months - i64::from(self.from)).rem_euclid(12) % self.count;
                month_start(months - passed)
            }
            Unit::Week | Unit::NumberedWeek => {
                let passed = (weekday(at.day) + 7 - self.from) % 7;
                at.day.checked_sub(i64::from(passed)).map(Instant::from_day)
            }
            Unit::Day => {
                let passed = i64::from(day) - 1;
                let start = day_step(passed, i64::from(days_in_month(year, month)), self.count);
                at.day.checked_sub(passed - start).map(Instant::from_day)
            }
            _ => Some(Instant { nano: at.nano - at.nano % self.clock_nanos(), ..at }),
        }
    }

    /// Start of the interval after the one that holds `at`; none past the end of the time line.
    pub fn next(self, at: Instant) -> Option<Instant> {
        let start = self.floor(at)?;
        let (year, month, day) = start.civil();
        match self.unit {
            Unit::Age => self.younger(PRESENT.checked_sub(year)?.checked_sub(self.count)?),
            Unit::Power => {
                let age = self.origin().checked_sub(year)?;
                let LogAges { linear, .. } = self.ages;
                if age <= linear { None } else { self.younger((age / self.count).max(linear)) }
            }
            // After the cell of AD 1 come the round years.
            Unit::Year => self.year_start(floor_year(year.checked_add(self.count)?, self.count)?),
            Unit::Month | Unit::YearPart => month_start(month_number(year, month)? + self.count),
            Unit::Week | Unit::NumberedWeek => start.day.checked_add(7).map(Instant::from_day),
            Unit::Day => {
                let (passed, days) = (i64::from(day) - 1, i64::from(days_in_month(year, month)));
                let next = passed + self.count;
                let is_step = next < days && day_step(next, days, self.count) == next;
                let steps = if is_step { self.count } else { days - passed };
                start.day.checked_add(steps).map(Instant::from_day)
            }
            _ => start.checked_add(i128::from(self.clock_nanos().min(DAY_NANOS - start.nano))),
        }
    }

    /// Where the interval that holds `at` ends: where the next begins, or for ages at the present.
    pub fn end(self, at: Instant) -> Option<Instant> {
        let present = || Instant::from_civil(PRESENT, 1, 1).filter(|&end| end > at);
        self.next(at).or_else(|| present().filter(|_| self.unit == Unit::Age))
    }

    fn year_start(self, year: i64) -> Option<Instant> {
        Instant::from_civil(year, self.from + 1, 1)
    }

    /// The year that ages are counted back from.
    pub(super) fn origin(self) -> i64 {
        if self.unit == Unit::Power { self.ages.origin } else { PRESENT }
    }

    /// Start of the step that holds an age of `age` years.
    fn age_start(self, age: i64) -> Option<Instant> {
        let linear = Some(self.ages.linear).filter(|&linear| linear > 0 && age <= linear);
        let start = if let (Unit::Power, Some(linear)) = (self.unit, linear) {
            linear
        } else if self.unit == Unit::Power {
            (0..19).filter_map(|power| self.count.checked_pow(power)).find(|&power| age <= power)?
        } else {
            (age.max(1) - 1).checked_div(self.count)?.checked_add(1)?.checked_mul(self.count)?
        };
        Instant::from_civil(self.origin().checked_sub(start)?, 1, 1)
    }

    /// The start of the step of `age`, unless that is the present.
    fn younger(self, age: i64) -> Option<Instant> {
        if age > 0 { self.age_start(age) } else { None }
    }

    /// Nanoseconds of an interval of the clock.
    fn clock_nanos(self) -> i64 {
        let unit = match self.unit {
            Unit::Nanosecond => 1,
            Unit::Second => 1_000_000_000,
            Unit::Minute => 60_000_000_000,
            _ => 3_600_000_000_000,
        };
        unit * self.count
    }
}

/// Months from the start of year 0.
fn month_number(year: i64, month: u32) -> Option<i64> {
    year.checked_mul(12)?.checked_add(i64::from(month) - 1)
}

fn month_start(number: i64) -> Option<Instant> {
    let month = u32::try_from(number.rem_euclid(12) + 1).ok()?;
    Instant::from_civil(number.div_euclid(12), month, 1)
}

/// Start of the step of `count` days that holds the day after `passed` of a month of `days`. A
/// rest of half a step or less belongs to the step before it.
fn day_step(passed: i64, days: i64, count: i64) -> i64 {
    let start = passed - passed % count;
    if start > 0 && (days - start) * 2 <= count { start - count } else { start }
}

/// Start of the step of `count` years that holds `year`. Steps of several begin at the round
/// years of history: 200 BC, 100 BC, AD 1, 100, 200; there is no year 0.
fn floor_year(year: i64, count: i64) -> Option<i64> {
    if count == 1 {
        return Some(year);
    }
    if year > 0 {
        return Some((year - year % count).max(1));
    }
    let before_christ = 1_i64.checked_sub(year)?;
    let steps = (before_christ - 1) / count + 1;
    1_i64.checked_sub(steps.checked_mul(count)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i64, month: u32, day: u32) -> Instant {
        Instant::from_civil(year, month, day).expect("a day of the test's own")
    }

    #[test]
    fn floors_and_steps() {
        let at = Instant { nano: 50_709_250_000_000, ..day(2010, 8, 12) };
        let sunday = Interval { from: 6, ..Interval::new(Unit::Week, 1) };
        let fiscal = |unit, count| Interval { from: 9, ..Interval::new(unit, count) };
        let cases = [
            (Interval::new(Unit::Year, 1), day(2010, 1, 1), day(2011, 1, 1)),
            (Interval::new(Unit::Year, 25), day(2000, 1, 1), day(2025, 1, 1)),
            (Interval::new(Unit::YearPart, 6), day(2010, 7, 1), day(2011, 1, 1)),
            (Interval::new(Unit::Month, 3), day(2010, 7, 1), day(2010, 10, 1)),
            (Interval::new(Unit::Month, 1), day(2010, 8, 1), day(2010, 9, 1)),
            (Interval::new(Unit::Week, 1), day(2010, 8, 9), day(2010, 8, 16)),
            (sunday, day(2010, 8, 8), day(2010, 8, 15)),
            (fiscal(Unit::Year, 1), day(2009, 10, 1), day(2010, 10, 1)),
            (fiscal(Unit::YearPart, 6), day(2010, 4, 1), day(2010, 10, 1)),
            (Interval::new(Unit::Day, 1), day(2010, 8, 12), day(2010, 8, 13)),
            (Interval::new(Unit::Day, 10), day(2010, 8, 11), day(2010, 8, 21)),
            (Interval::new(Unit::Age, 1000), day(950, 1, 1), at),
            (Interval::new(Unit::Power, 10), day(1949, 1, 1), at),
        ];
        for (interval, floor, next) in cases {
            assert_eq!(interval.floor(at), Some(floor), "{interval:?}");
            assert_eq!(interval.next(at).unwrap_or(at), next, "{interval:?}");
        }
    }

    #[test]
    fn clock_intervals_stay_inside_their_day() {
        let late = Instant { nano: DAY_NANOS - 1, ..day(2010, 8, 12) };
        assert_eq!(Interval::new(Unit::Hour, 12).next(late), Some(day(2010, 8, 13)));
    }

    /// The starts of `interval` from `at` on.
    fn starts(interval: Interval, at: Instant, many: usize) -> Vec<(i64, u32, u32)> {
        let first = interval.floor(at);
        std::iter::successors(first, |&at| interval.next(at))
            .take(many)
            .map(Instant::civil)
            .collect()
    }

    #[test]
    fn steps_of_years_meet_at_the_turn_of_the_era() {
        let years: Vec<i64> = starts(Interval::new(Unit::Year, 100), day(-250, 1, 1), 6)
            .into_iter()
            .map(|start| start.0)
            .collect();
        assert_eq!(years, [-299, -199, -99, 1, 100, 200]);
    }

    #[test]
    fn ages_run_down_to_the_present() {
        let ages: Vec<i64> = starts(Interval::new(Unit::Age, 500), day(-200, 1, 1), 9)
            .into_iter()
            .map(|start| PRESENT - start.0)
            .collect();
        assert_eq!(ages, [2500, 2000, 1500, 1000, 500]);
        assert_eq!(starts(Interval::new(Unit::Power, 10), day(-4000, 1, 1), 9).len(), 5);
    }

    #[test]
    fn powers_end_where_the_scale_is_linear() {
        let ages = LogAges { origin: 2024, linear: 100 };
        let powers = Interval { ages, ..Interval::new(Unit::Power, 10) };
        let years: Vec<i64> =
            starts(powers, day(-4000, 1, 1), 9).into_iter().map(|start| start.0).collect();
        assert_eq!(years, [-7976, 1024, 1924]);
        assert_eq!(powers.floor(day(2024, 6, 1)), Some(day(1924, 1, 1)));
        assert_eq!(powers.next(day(2024, 6, 1)), None);
    }

    #[test]
    fn steps_of_days_begin_anew_with_the_month_and_leave_no_sliver() {
        let days: Vec<u32> = starts(Interval::new(Unit::Day, 5), day(2010, 1, 20), 9)
            .into_iter()
            .map(|start| start.2)
            .collect();
        assert_eq!(days, [16, 21, 26, 1, 6, 11, 16, 21, 26]);
    }

    proptest! {
        #[test]
        fn an_interval_holds_its_instants(index in 0..LADDER.len(), day: i64, nano in 0..DAY_NANOS) {
            let (interval, at) = (LADDER[index], Instant { day, nano });
            if let (Some(floor), Some(next)) = (interval.floor(at), interval.next(at)) {
                prop_assert!(floor <= at && at < next);
                prop_assert_eq!(interval.floor(floor), Some(floor));
                prop_assert_eq!(interval.floor(next), Some(next));
            }
        }
    }

    const LADDER: [Interval; 14] = [
        Interval::new(Unit::Nanosecond, 2_000_000),
        Interval::new(Unit::Second, 15),
        Interval::new(Unit::Hour, 6),
        Interval::new(Unit::Day, 1),
        Interval::new(Unit::Day, 2),
        Interval::new(Unit::Day, 10),
        Interval::new(Unit::Week, 1),
        Interval::new(Unit::Month, 3),
        Interval { from: 4, ..Interval::new(Unit::YearPart, 3) },
        Interval { from: 3, ..Interval::new(Unit::Year, 5) },
        Interval::new(Unit::Year, 20),
        Interval::new(Unit::Year, 1_000_000),
        Interval::new(Unit::Age, 2_000_000),
        Interval::new(Unit::Power, 10),
    ];
}
