//! Calendar intervals: what a cell of the ruler spans, from nanoseconds to powers of ten years.
//!
//! An interval answers four questions, as in d3-time (Bostock): where does the one that holds an
//! instant begin (floor), where does the next one begin (step), how long is it about, and how is
//! one called (field). Everything else follows.

use crate::date::{DAY_NANOS, Instant, Precision, month_name, weekday, year_text};

/// A unit of calendar or clock.
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
    /// A day.
    Day,
    /// A week, from Monday.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// A whole number of units, aligned to the next larger unit or, for years, to round years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The unit.
    pub unit: Unit,
    /// How many, 1 or more.
    pub count: i64,
}

/// Nanoseconds of a mean Gregorian year.
const YEAR_NANOS: f64 = 31_556_952e9;

impl Interval {
    /// `count` units.
    pub const fn new(unit: Unit, count: i64) -> Self {
        Self { unit, count }
    }

    /// Whether it is one thing with a name: a year, a quarter, a month, a week, a day. Clock
    /// units and steps of several are not.
    pub fn is_single(self) -> bool {
        match self.unit {
            Unit::Year | Unit::Week | Unit::Day => self.count == 1,
            Unit::Month => self.count == 1 || self.count == 3,
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
            Unit::Week => 7.0 * DAY_NANOS as f64,
            Unit::Month => YEAR_NANOS / 12.0,
            Unit::Year => YEAR_NANOS,
        };
        unit * self.count as f64
    }

    /// The exactness of a date as long as the interval.
    pub fn precision(self) -> Precision {
        match (self.unit, self.count) {
            (Unit::Nanosecond, _) => Precision::Fraction,
            (Unit::Second, _) => Precision::Second,
            (Unit::Minute, _) => Precision::Minute,
            (Unit::Hour, _) => Precision::Hour,
            (Unit::Day, _) => Precision::Day,
            (Unit::Week, _) => Precision::Week,
            (Unit::Month, 1) => Precision::Month,
            (Unit::Month, 3) => Precision::Quarter,
            (Unit::Month, _) => Precision::Half,
            (Unit::Year, 1) => Precision::Year,
            (Unit::Year, ..100) => Precision::Decade,
            (Unit::Year, ..1000) => Precision::Century,
            (Unit::Year, _) => Precision::Millennium,
        }
    }

    /// Start of the interval that holds `at`; none before the start of the time line.
    pub fn floor(self, at: Instant) -> Option<Instant> {
        let (year, month, _) = at.civil();
        match self.unit {
            Unit::Year => Instant::from_civil(floor_year(year, self.count)?, 1, 1),
            Unit::Month => {
                let months = i64::from(month - 1);
                let month = months - months % self.count + 1;
                Instant::from_civil(year, u32::try_from(month).ok()?, 1)
            }
            Unit::Week => at.day.checked_sub(i64::from(weekday(at.day))).map(Instant::from_day),
            Unit::Day => Some(Instant::from_day(at.day)),
            _ => Some(Instant { nano: at.nano - at.nano % self.clock_nanos(), ..at }),
        }
    }

    /// Start of the interval after the one that holds `at`; none past the end of the time line.
    pub fn next(self, at: Instant) -> Option<Instant> {
        let start = self.floor(at)?;
        match self.unit {
            Unit::Year => {
                let year = start.civil().0;
                let next = year.checked_add(self.count)?;
                // After the cell of AD 1 come the round years.
                Instant::from_civil(floor_year(next, self.count)?, 1, 1)
            }
            Unit::Month => {
                let (year, month, _) = start.civil();
                let months = i64::from(month - 1) + self.count;
                let month = u32::try_from(months % 12 + 1).ok()?;
                Instant::from_civil(year.checked_add(months / 12)?, month, 1)
            }
            Unit::Week => start.day.checked_add(7).map(Instant::from_day),
            Unit::Day => start.day.checked_add(1).map(Instant::from_day),
            _ => {
                let next = start.nano + self.clock_nanos();
                if next < DAY_NANOS {
                    return Some(Instant { nano: next, ..start });
                }
                start.day.checked_add(1).map(Instant::from_day)
            }
        }
    }

    /// What the interval that begins at `start` is called where its larger unit is known.
    pub fn name(self, start: Instant) -> String {
        let (year, month, day) = start.civil();
        match self.unit {
            Unit::Year => year_text(year),
            Unit::Month if self.count == 3 => format!("Q{}", (month - 1) / 3 + 1),
            Unit::Month => month_name(month).to_owned(),
            Unit::Week | Unit::Day => day.to_string(),
            _ => self.clock_name(start.nano),
        }
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

    fn clock_name(self, nano: i64) -> String {
        let seconds = nano / 1_000_000_000;
        let minutes = format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
        match self.unit {
            Unit::Second => format!("{minutes}:{:02}", seconds % 60),
            Unit::Nanosecond => {
                let fraction = format!("{:09}", nano % 1_000_000_000);
                let zeros = self.count.ilog10().min(8) as usize;
                format!("{minutes}:{:02}.{}", seconds % 60, &fraction[..9 - zeros])
            }
            _ => minutes,
        }
    }
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
    fn floors_steps_and_names() {
        let at = Instant { nano: 50_709_250_000_000, ..day(2010, 8, 12) };
        let cases = [
            (Unit::Year, 1, day(2010, 1, 1), day(2011, 1, 1), "2010"),
            (Unit::Year, 25, day(2000, 1, 1), day(2025, 1, 1), "2000"),
            (Unit::Month, 6, day(2010, 7, 1), day(2011, 1, 1), "Jul"),
            (Unit::Month, 3, day(2010, 7, 1), day(2010, 10, 1), "Q3"),
            (Unit::Month, 1, day(2010, 8, 1), day(2010, 9, 1), "Aug"),
            (Unit::Week, 1, day(2010, 8, 9), day(2010, 8, 16), "9"),
            (Unit::Day, 1, day(2010, 8, 12), day(2010, 8, 13), "12"),
        ];
        for (unit, count, floor, next, name) in cases {
            let interval = Interval::new(unit, count);
            assert_eq!(interval.floor(at), Some(floor), "{interval:?}");
            assert_eq!(interval.next(at), Some(next), "{interval:?}");
            assert_eq!(interval.name(floor), name);
        }
    }

    #[test]
    fn clock_intervals_stay_inside_their_day() {
        let at = Instant { nano: 50_709_250_000_000, ..day(2010, 8, 12) };
        let name = |unit, count| {
            let interval = Interval::new(unit, count);
            interval.name(interval.floor(at).expect("in range"))
        };
        assert_eq!(name(Unit::Hour, 6), "12:00");
        assert_eq!(name(Unit::Minute, 15), "14:00");
        assert_eq!(name(Unit::Second, 5), "14:05:05");
        assert_eq!(name(Unit::Nanosecond, 50_000_000), "14:05:09.25");
        let late = Instant { nano: DAY_NANOS - 1, ..at };
        assert_eq!(Interval::new(Unit::Hour, 12).next(late), Some(day(2010, 8, 13)));
    }

    #[test]
    fn steps_of_years_meet_at_the_turn_of_the_era() {
        let century = Interval::new(Unit::Year, 100);
        let mut at = day(-250, 1, 1);
        let mut names = Vec::new();
        for _ in 0..6 {
            at = century.floor(at).expect("in range");
            names.push(century.name(at));
            at = century.next(at).expect("in range");
        }
        assert_eq!(names, ["300 BC", "200 BC", "100 BC", "1", "100", "200"]);
    }

    proptest! {
        #[test]
        fn an_interval_holds_its_instants(index in 0..LADDER.len(), day: i64, nano in 0..DAY_NANOS) {
            let (interval, at) = (LADDER[index], Instant { day, nano });
            if let (Some(floor), Some(next)) = (interval.floor(at), interval.next(at)) {
                prop_assert!(floor <= at && at < next);
                prop_assert_eq!(interval.floor(floor), Some(floor));
            }
        }
    }

    const LADDER: [Interval; 9] = [
        Interval::new(Unit::Nanosecond, 2_000_000),
        Interval::new(Unit::Second, 15),
        Interval::new(Unit::Hour, 6),
        Interval::new(Unit::Day, 1),
        Interval::new(Unit::Week, 1),
        Interval::new(Unit::Month, 3),
        Interval::new(Unit::Year, 1),
        Interval::new(Unit::Year, 20),
        Interval::new(Unit::Year, 1_000_000),
    ];
}
