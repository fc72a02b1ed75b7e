//! The one unit in which the counts of a table are drawn, where they stay counts. In: counts and the unit
//! of numbers that have none; out: a unit for the ruler, and how it writes numbers of it.

use super::counted::UnitCount;
use super::duration::Duration;
use super::words::DurationUnit;
use crate::date::{CountForm, CountedUnit, UNIT_PARTS};

/// The unit of a ruler of counts, and how counts are converted to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CountUnits {
    /// The unit of the ruler.
    pub unit: CountedUnit,
    /// How the ruler writes numbers of it.
    pub form: CountForm,
    /// The unit of numbers that have none.
    default: Option<CountedUnit>,
}

/// A unit of a ruler of distances: up to how many seconds it serves.
const REACHES: [(CountedUnit, i64); 3] = [
    (CountedUnit::Second, 3 * 60),
    (CountedUnit::Minute, 3 * 3600),
    (CountedUnit::Hour, 3 * 86_400),
];

impl CountUnits {
    /// The unit of counts, those without one being of the unit `default`; none if there is no one unit
    /// that fits them all.
    pub(super) fn of(counts: &[UnitCount], default: Option<DurationUnit>) -> Option<Self> {
        let default = default.map(counted_unit);
        let own = |count: &UnitCount| count.unit().map(counted_unit).or(default);
        let said: Vec<&UnitCount> = counts
            .iter()
            .filter(|count| count.thousandths() != 0 || count.unit().is_some())
            .collect();
        let is_clock = |parts: usize| {
            !said.is_empty() && said.iter().all(|count| count.clock_parts() == parts)
        };
        let has_short = said.iter().any(|count| count.clock_parts() == 2);
        let first = said.first().map_or(default, |count| own(count))?;
        let is_one = said.iter().all(|count| own(count) == Some(first));
        let form = match () {
            () if is_clock(2) => CountForm::ShortClock,
            () if is_clock(3) => CountForm::LongClock,
            () if is_one && first > CountedUnit::Hour => CountForm::Number,
            () => CountForm::Symbol,
        };
        // Two numbers alone may be hours and minutes, or minutes and seconds.
        if has_short && form != CountForm::ShortClock {
            return None;
        }
        let has_clock = said.iter().any(|count| count.clock_parts() > 0);
        if is_one && !has_clock {
            return Some(Self { unit: first, form, default });
        }
        let mut longest = 0;
        for count in &said {
            let millis = own(count).filter(|_| count.is_distance())?.millis()?;
            let length = i128::from(count.thousandths()) * i128::from(millis);
            longest = longest.max(length.abs() / 1_000_000);
        }
        let fits = |(_, reach): &&(CountedUnit, i64)| longest < i128::from(*reach);
        let unit = REACHES.iter().find(fits).map_or(CountedUnit::Day, |(unit, _)| *unit);
        Some(Self { unit, form, default })
    }

    /// How many parts of the unit of the ruler a count is.
    pub(super) fn parts(&self, count: UnitCount) -> Option<i128> {
        let thousandths = i128::from(count.thousandths()) * (UNIT_PARTS / 1000);
        let is_short = self.form == CountForm::ShortClock;
        if thousandths == 0 {
            return Some(0);
        }
        if (count.clock_parts() == 2) != is_short {
            return None;
        }
        let unit = count.unit().map(counted_unit).or(self.default)?;
        if unit == self.unit {
            return Some(thousandths);
        }
        let [from, to] = [unit, self.unit].map(CountedUnit::millis);
        Some(thousandths * i128::from(from.filter(|_| count.is_distance())?) / i128::from(to?))
    }

    /// How many parts of the unit of the ruler a duration is.
    pub(super) fn parts_of(&self, duration: Duration) -> Option<i128> {
        let months = match self.unit {
            CountedUnit::Month => Some(1),
            CountedUnit::Quarter => Some(3),
            CountedUnit::Year => Some(12),
            _ => None,
        };
        if let Some(months) = months {
            return Some(i128::from(duration.whole_months()?) * UNIT_PARTS / months);
        }
        let millis = i128::from(duration.thousandths_of_second()?);
        Some(millis * UNIT_PARTS / i128::from(self.unit.millis()?))
    }

    /// Whether a whole count is a span of one unit, as day 3 is, and no instant, as 3 hours are.
    pub(super) fn are_spans(&self, count: UnitCount, is_from_zero: bool) -> bool {
        let is_calendar = self.unit > CountedUnit::Hour && self.form == CountForm::Number;
        is_calendar && (self.unit == CountedUnit::Day || !is_from_zero || count.is_distance())
    }
}

/// What is counted.
pub(super) fn counted_unit(unit: DurationUnit) -> CountedUnit {
    match unit {
        DurationUnit::Millisecond => CountedUnit::Millisecond,
        DurationUnit::Second => CountedUnit::Second,
        DurationUnit::Minute => CountedUnit::Minute,
        DurationUnit::Hour => CountedUnit::Hour,
        DurationUnit::Day => CountedUnit::Day,
        DurationUnit::Week => CountedUnit::Week,
        DurationUnit::Month => CountedUnit::Month,
        DurationUnit::Quarter => CountedUnit::Quarter,
        DurationUnit::Year => CountedUnit::Year,
    }
}
