//! The intervals that a ruler may be divided into, the finest first.

use super::interval::{Interval, Unit};

/// The steps of clock and calendar up to ten years; round powers of years follow.
const CLOCK_AND_CALENDAR: [Interval; 31] = {
    use Unit::{Day, Hour, Minute, Month, Second, Week, Year, YearPart};
    [
        Interval::new(Second, 1),
        Interval::new(Second, 2),
        Interval::new(Second, 5),
        Interval::new(Second, 10),
        Interval::new(Second, 15),
        Interval::new(Second, 30),
        Interval::new(Minute, 1),
        Interval::new(Minute, 2),
        Interval::new(Minute, 5),
        Interval::new(Minute, 10),
        Interval::new(Minute, 15),
        Interval::new(Minute, 30),
        Interval::new(Hour, 1),
        Interval::new(Hour, 2),
        Interval::new(Hour, 3),
        Interval::new(Hour, 6),
        Interval::new(Hour, 12),
        Interval::new(Day, 1),
        Interval::new(Day, 2),
        Interval::new(Day, 5),
        Interval::new(Week, 1),
        Interval::new(Day, 10),
        Interval::new(Month, 1),
        Interval::new(Month, 3),
        Interval::new(YearPart, 3),
        Interval::new(Month, 6),
        Interval::new(YearPart, 6),
        Interval::new(Year, 1),
        Interval::new(Year, 2),
        Interval::new(Year, 5),
        Interval::new(Year, 10),
    ]
};

/// All candidates, of ages or of clock and calendar.
pub(super) fn all(is_ages: bool) -> impl Iterator<Item = Interval> {
    let ages = is_ages.then(ages).into_iter().flatten();
    ages.chain((!is_ages).then(calendar).into_iter().flatten())
}

/// All intervals of clock and calendar.
fn calendar() -> impl Iterator<Item = Interval> {
    let fractions = powers(1, 8).map(|count| Interval::new(Unit::Nanosecond, count));
    fractions.chain(CLOCK_AND_CALENDAR).chain(powers(10, 15).skip(1).flat_map(years))
}

/// Steps of `count` years; 25 years is the one step of quarters that history uses.
fn years(count: i64) -> impl Iterator<Item = Interval> {
    let quarter = (count == 20).then_some(25);
    [count].into_iter().chain(quarter).map(|count| Interval::new(Unit::Year, count))
}

/// All steps of ages.
fn ages() -> impl Iterator<Item = Interval> {
    powers(1, 14).map(|count| Interval::new(Unit::Age, count))
}

/// 1, 2 and 5 times the powers of ten from `first` on.
fn powers(first: i64, many: u32) -> impl Iterator<Item = i64> {
    (0..=many).flat_map(move |power| [1, 2, 5].map(|digit| digit * first * 10_i64.pow(power)))
}
