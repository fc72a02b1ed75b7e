//! How counts from an origin become dates. In: a count; out: the text of the date that it means, once the
//! origin is known, or of one that stands for the count.

use super::count_units::CountUnits;
use super::counted::UnitCount;
use super::duration::{Duration, clock_text, day_text, later, year_text};
use super::words::DurationUnit;
use crate::date::{CountScale, DAY_NANOS, Instant, UNIT_PARTS};

/// How the counts of a table are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counting {
    /// What is counted from; nothing where that is not said, so that the counts stay counts.
    pub origin: Option<Instant>,
    /// The unit of numbers that have none.
    pub unit: Option<DurationUnit>,
    /// The unit and the form of counts that stay counts.
    pub scale: Option<CountUnits>,
    /// Whether the origin is number 0; else it is number 1.
    pub is_from_zero: bool,
}

impl Counting {
    /// What begins with a count and lasts so long ends with so many parts of the unit of the ruler, and the
    /// text of that date, where counts stay counts.
    pub(super) fn end_of(&self, start: UnitCount, lasts: Duration) -> Option<(i128, String)> {
        let units = self.scale?;
        let is_span = units.are_spans(start, self.is_from_zero);
        // The last whole unit, where these are counted.
        let last = if is_span { UNIT_PARTS } else { 0 };
        let parts = units.parts(start)? + units.parts_of(lasts)? - last;
        Some((parts, CountScale::date_text(parts, is_span)?))
    }

    /// The text of the date that a count means; of an end that of its last day or year.
    pub(super) fn date_text(&self, count: UnitCount, is_end: bool) -> Option<String> {
        let Some(origin) = self.origin else {
            let units = self.scale?;
            let is_whole = units.are_spans(count, self.is_from_zero);
            return CountScale::date_text(units.parts(count)?, is_whole);
        };
        let unit = count.unit().or(self.unit)?;
        let first = if self.is_from_zero || count.is_distance() { 0 } else { 1000 };
        let from = at(origin, unit, count.thousandths() - first)?;
        let is_whole = count.thousandths() % 1000 == 0;
        // A distance is an instant; a number counts whole units.
        let is_unit = is_whole && !self.is_from_zero && !count.is_distance();
        if unit < DurationUnit::Day || from.nano != 0 || origin.nano != 0 {
            return Some(day_text(from) + &clock_text(from));
        }
        let (year, month, day) = from.civil();
        let last = at(origin, unit, count.thousandths() - first + 1000)?;
        let last = last.checked_add(-i128::from(DAY_NANOS))?;
        Some(match unit {
            DurationUnit::Year if is_unit && (month, day) == (1, 1) => year_text(year),
            DurationUnit::Month if is_unit && day == 1 => format!("{}-{month:02}", year_text(year)),
            _ if is_end && is_unit => day_text(last),
            _ => day_text(from),
        })
    }
}

/// The instant so many thousandths of a unit after the origin.
fn at(origin: Instant, unit: DurationUnit, thousandths: i64) -> Option<Instant> {
    const SECOND: i128 = 1_000_000_000;
    let months = |unit: i64| {
        let day = i128::from(DAY_NANOS);
        let (whole, part) = (thousandths.div_euclid(1000), thousandths.rem_euclid(1000));
        // A part of a month is that of thirty days, to the day.
        let days = i128::from(part * unit * 30 / 1000);
        later(origin, whole.checked_mul(unit)?)?.checked_add(days * day)
    };
    let nanos = |unit: i128| origin.checked_add(i128::from(thousandths) * unit / 1000);
    match unit {
        DurationUnit::Millisecond => nanos(SECOND / 1000),
        DurationUnit::Second => nanos(SECOND),
        DurationUnit::Minute => nanos(60 * SECOND),
        DurationUnit::Hour => nanos(3600 * SECOND),
        DurationUnit::Day => nanos(86_400 * SECOND),
        DurationUnit::Week => nanos(7 * 86_400 * SECOND),
        DurationUnit::Month => months(1),
        DurationUnit::Quarter => months(3),
        DurationUnit::Year => months(12),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dates of a count as a start and as an end, from 1 March 2025.
    fn dates(text: &str, unit: Option<DurationUnit>, is_from_zero: bool) -> Option<[String; 2]> {
        let origin = Instant::from_civil(2025, 3, 1).expect("a day");
        let counting = Counting { origin: Some(origin), unit, scale: None, is_from_zero };
        let count = UnitCount::read(text)?;
        Some([counting.date_text(count, false)?, counting.date_text(count, true)?])
    }

    #[test]
    fn counts_are_dates_once_the_origin_is_known() {
        let months = Some(DurationUnit::Month);
        let cases = [
            ("M1", None, false, ["2025-03", "2025-03"]),
            ("M14", None, false, ["2026-04", "2026-04"]),
            ("Month 3", None, false, ["2025-05", "2025-05"]),
            ("3", months, false, ["2025-05", "2025-05"]),
            ("0", months, true, ["2025-03-01", "2025-03-01"]),
            ("1.5", months, true, ["2025-04-16", "2025-04-16"]),
            ("week 5", None, false, ["2025-03-29", "2025-04-04"]),
            ("Day 0", None, true, ["2025-03-01", "2025-03-01"]),
            ("Day 10", None, true, ["2025-03-11", "2025-03-11"]),
            ("T-3", Some(DurationUnit::Day), true, ["2025-02-26", "2025-02-26"]),
            ("T+00:02:30", None, true, ["2025-03-01T00:02:30", "2025-03-01T00:02:30"]),
            ("T-90 min", None, true, ["2025-02-28T22:30", "2025-02-28T22:30"]),
            ("Q2", None, false, ["2025-06-01", "2025-08-31"]),
        ];
        for (text, unit, is_from_zero, expected) in cases {
            let found = dates(text, unit, is_from_zero).expect(text);
            assert_eq!(found, expected.map(str::to_owned), "{text}");
        }
    }

    #[test]
    fn a_number_needs_a_unit() {
        assert_eq!(dates("3", None, false), None);
    }
}
