//! Time that is counted from an origin which is not said: Day 0, M1 to M14, week 5.
//!
//! Its dates are years of a calendar of their own, one for each unit, so that a ruler of them is even;
//! they are printed as they were written.

use super::Instant;

/// The year that stands for count 0.
const ZERO: i64 = 5000;
/// The greatest count, so that all are years of four digits.
const MOST: i64 = 4000;
/// Bytes of the longest text before a count.
const LONGEST: usize = 24;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedUnit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Quarters of a year.
    Quarter,
    /// Years.
    Year,
}

/// A scale of counts: the unit, and what is written before a number of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountScale {
    /// What is counted.
    pub unit: CountedUnit,
    before: [u8; LONGEST],
    length: usize,
}

impl CountScale {
    /// The scale of a unit whose numbers are written after `before`: "Day ", "M".
    pub fn new(unit: CountedUnit, before: &str) -> Self {
        let end = (0..=LONGEST.min(before.len())).rev().find(|&end| before.is_char_boundary(end));
        let length = end.unwrap_or(0);
        let mut bytes = [0; LONGEST];
        bytes[..length].copy_from_slice(&before.as_bytes()[..length]);
        Self { unit, before: bytes, length }
    }

    /// The label of a count.
    pub(crate) fn label(&self, year: i64) -> String {
        let before = std::str::from_utf8(&self.before[..self.length]).unwrap_or_default();
        let count = year.saturating_sub(ZERO);
        let sign = if before == "T" && count >= 0 { "+" } else { "" };
        format!("{before}{sign}{count}").replace('-', "\u{2212}")
    }

    /// The text of the date that stands for so many thousandths: a year for a whole unit, else a day
    /// of one; none if there are too many.
    pub(crate) fn date_text(thousandths: i64, is_unit: bool) -> Option<String> {
        let (count, part) = (thousandths.div_euclid(1000), thousandths.rem_euclid(1000));
        let year = ZERO + count;
        if count.abs() > MOST {
            return None;
        }
        if is_unit && part == 0 {
            return Some(year.to_string());
        }
        let day = Instant::from_civil(year, 1, 1)?.day + part * 365 / 1000;
        let (year, month, day) = Instant::from_day(day).civil();
        Some(format!("{year}-{month:02}-{day:02}"))
    }
}
