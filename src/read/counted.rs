//! Times that are counted from an origin: Day 0, T-3, M1 to M14, week 5, T+00:02:30, and plain
//! numbers. In: the text of a cell; out: the text of the date that it means, once the origin is
//! known.

use super::duration::{clock_text, day_text, later, year_text};
use super::header_name::folded;
use super::words::{DurationUnit, duration_unit};
use crate::date::{CountScale, CountedUnit, DAY_NANOS, Instant};

/// A number of units from an origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnitCount {
    /// The unit, if it is written.
    unit: Option<DurationUnit>,
    /// The number in thousandths.
    thousandths: i64,
    /// Whether it is written as a distance: T-3.
    is_distance: bool,
}

/// How the counts of a table are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counting {
    /// What is counted from; nothing where that is not said, so that the counts stay counts.
    pub origin: Option<Instant>,
    /// The unit of numbers that have none.
    pub unit: Option<DurationUnit>,
    /// Whether the origin is number 0; else it is number 1.
    pub is_from_zero: bool,
}

/// What is counted, if it is a calendar unit.
pub(super) fn counted_unit(unit: DurationUnit) -> Option<CountedUnit> {
    Some(match unit {
        DurationUnit::Day => CountedUnit::Day,
        DurationUnit::Week => CountedUnit::Week,
        DurationUnit::Month => CountedUnit::Month,
        DurationUnit::Quarter => CountedUnit::Quarter,
        DurationUnit::Year => CountedUnit::Year,
        _ => return None,
    })
}

impl UnitCount {
    /// The unit, if it is written.
    pub(super) fn unit(self) -> Option<DurationUnit> {
        self.unit
    }

    /// Reads a count.
    pub(super) fn read(text: &str) -> Option<Self> {
        const LONGEST: usize = 24;
        if text.len() > LONGEST {
            return None;
        }
        let text = folded(text.trim());
        if let Some(clock) = text.strip_prefix("t+").or(text.strip_prefix("t-")) {
            let is_before = text.starts_with("t-");
            let count = clock_count(clock).or_else(|| Self::after_word(clock, None))?;
            let sign = if is_before { -1 } else { 1 };
            return Some(Self {
                thousandths: sign * count.thousandths,
                is_distance: true,
                ..count
            });
        }
        let number = text.find(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '−'))?;
        let (word, number) = text.split_at(number);
        let word = word.trim_end_matches(['.', ' ', '#']);
        match word {
            "" | "t" => Self::after_word(number, None),
            word => Self::after_word(number, Some(duration_unit(word)?)),
        }
    }

    /// Reads a number, with its unit after it or before.
    fn after_word(text: &str, unit: Option<DurationUnit>) -> Option<Self> {
        let unsigned = text.strip_prefix(['+', '-', '−']).unwrap_or(text);
        let end = unsigned.find(|c: char| !c.is_ascii_digit() && c != '.');
        let (number, word) = unsigned.split_at(end.unwrap_or(unsigned.len()));
        let unit = match (word.trim(), unit) {
            ("", unit) => unit,
            (letter, None) if is_of_calendar(number, letter) => return None,
            (word, None) => Some(duration_unit(word)?),
            _ => return None,
        };
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        if whole.is_empty() || whole.len() > 9 || decimals.len() > 3 {
            return None;
        }
        let decimals: i64 = format!("{decimals:0<3}").parse().ok()?;
        let thousandths = whole.parse::<i64>().ok()? * 1000 + decimals;
        let is_negative = unsigned.len() < text.len() && !text.starts_with('+');
        let thousandths = if is_negative { -thousandths } else { thousandths };
        Some(Self { unit, thousandths, is_distance: false })
    }

    /// Whether it can only be counted from zero.
    pub(super) fn is_from_zero(self) -> bool {
        self.is_distance || self.thousandths <= 0 || self.thousandths % 1000 != 0
    }

    /// Whether its unit is written.
    pub(super) fn has_unit(self) -> bool {
        self.unit.is_some() || self.is_distance
    }
}

/// Whether a letter after a number is that of a decade, the 60s, or of a year of the Hijra, 1445 H.
fn is_of_calendar(number: &str, letter: &str) -> bool {
    match letter {
        "s" => number.ends_with('0'),
        "h" => number.len() >= 4,
        _ => false,
    }
}

/// Hours, minutes and seconds of a distance.
fn clock_count(text: &str) -> Option<UnitCount> {
    let parts: Option<Vec<i64>> = text.split(':').map(|part| part.parse().ok()).collect();
    let seconds = match parts?.as_slice() {
        [minutes, seconds] => minutes * 60 + seconds,
        [hours, minutes, seconds] if *hours < 100_000 => (hours * 60 + minutes) * 60 + seconds,
        _ => return None,
    };
    let unit = Some(DurationUnit::Second);
    Some(UnitCount { unit, thousandths: seconds.checked_mul(1000)?, is_distance: true })
}

impl Counting {
    /// The text of the date that a count means; of an end that of its last day or year.
    pub(super) fn date_text(&self, count: UnitCount, is_end: bool) -> Option<String> {
        let unit = count.unit.or(self.unit)?;
        let Some(origin) = self.origin else {
            let is_unit = unit == DurationUnit::Day || !self.is_from_zero || count.is_distance;
            return CountScale::date_text(count.thousandths, is_unit);
        };
        let first = if self.is_from_zero || count.is_distance { 0 } else { 1000 };
        let from = at(origin, unit, count.thousandths - first)?;
        let is_whole = count.thousandths % 1000 == 0;
        // A distance is an instant; a number counts whole units.
        let is_unit = is_whole && !self.is_from_zero && !count.is_distance;
        if unit < DurationUnit::Day || from.nano != 0 || origin.nano != 0 {
            return Some(day_text(from) + &clock_text(from));
        }
        let (year, month, day) = from.civil();
        let last = at(origin, unit, count.thousandths - first + 1000)?;
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
        let counting = Counting { origin: Some(origin), unit, is_from_zero };
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
    fn what_is_no_count() {
        let texts = ["", "day", "2025-03-01", "3 apples", "Apollo 11", "T-", "1:2", "99999999999"];
        for text in texts.into_iter().chain(["60s", "1960s", "1445 H", "1445h"]) {
            assert_eq!(UnitCount::read(text), None, "{text}");
        }
        assert_eq!(dates("3", None, false), None);
    }
}
