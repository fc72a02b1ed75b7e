//! Time that is counted from an origin which is not said: Day 0, M1 to M14, week 5.
//!
//! Its dates are years of a calendar of their own, one for each unit, so that a ruler of them is even;
//! they are printed as they were written.

use super::{DAY_NANOS, Instant};

/// The year that stands for count 0.
const ZERO: i64 = 500_000;
/// The greatest count, so that all are years of six digits.
const MOST: i64 = 400_000;
/// Parts of a unit that are told apart.
pub(crate) const UNIT_PARTS: i128 = 1_000_000_000;
/// Bytes of the longest text before a count.
const LONGEST: usize = 24;

/// What is counted, the shortest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CountedUnit {
    /// Thousandths of a second.
    Millisecond,
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
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

impl CountedUnit {
    /// Milliseconds in one of it, if that is always the same.
    pub(crate) fn millis(self) -> Option<i64> {
        Some(match self {
            Self::Millisecond => 1,
            Self::Second => 1000,
            Self::Minute => 60_000,
            Self::Hour => 3_600_000,
            Self::Day => 86_400_000,
            Self::Week => 7 * 86_400_000,
            Self::Month | Self::Quarter | Self::Year => return None,
        })
    }

    /// The symbol of the unit, which stands after a number.
    pub(crate) fn symbol(self) -> &'static str {
        match self {
            Self::Millisecond => "ms",
            Self::Second => "s",
            Self::Minute => "min",
            Self::Hour => "h",
            Self::Day => "d",
            Self::Week => "wk",
            Self::Month => "mo",
            Self::Quarter => "q",
            Self::Year => "yr",
        }
    }
}

/// How a count of a unit is written on a ruler.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CountForm {
    /// The number alone: Day 3, M14.
    Number,
    /// With the symbol of the unit: 3 h.
    Symbol,
    /// As minutes and seconds, or as hours and minutes: T+2:30.
    ShortClock,
    /// As hours, minutes and seconds: T+00:02:30.
    LongClock,
}

/// A scale of counts: the unit, and what is written before and after a number of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CountScale {
    /// What is counted.
    pub unit: CountedUnit,
    /// How a number of it is written.
    pub form: CountForm,
    before: [u8; LONGEST],
    length: usize,
}

impl CountScale {
    /// The scale of a unit whose numbers are written after `before`: "Day ", "M"; after "T+" or "+"
    /// their sign is written, too.
    pub fn new(unit: CountedUnit, form: CountForm, before: &str) -> Self {
        let end = (0..=LONGEST.min(before.len())).rev().find(|&end| before.is_char_boundary(end));
        let length = end.unwrap_or(0);
        let mut bytes = [0; LONGEST];
        bytes[..length].copy_from_slice(&before.as_bytes()[..length]);
        Self { unit, form, before: bytes, length }
    }

    /// Whether a count is not too great to be drawn.
    pub(crate) fn holds(count: i64) -> bool {
        (-MOST..=MOST).contains(&count)
    }

    /// Whether its numbers are those of instants, as 3 h, and not of units, as day 3.
    pub(crate) fn is_of_instants(&self) -> bool {
        self.form != CountForm::Number
    }

    /// The label of a count.
    pub(crate) fn label(&self, year: i64) -> String {
        let before = std::str::from_utf8(&self.before[..self.length]).unwrap_or_default();
        let count = year.saturating_sub(ZERO);
        let (before, plus) = before.strip_suffix('+').map_or((before, ""), |bare| (bare, "+"));
        let has_plus = count > 0 || count == 0 && !before.is_empty();
        let sign = match count {
            ..0 => "\u{2212}",
            _ if has_plus => plus,
            _ => "",
        };
        format!("{before}{sign}{}", self.number(count.unsigned_abs()))
    }

    /// A number of the unit as it is written.
    fn number(&self, count: u64) -> String {
        let seconds = count * self.unit.millis().map_or(0, i64::unsigned_abs) / 1000;
        let (minutes, part) = (seconds / 60, seconds % 60);
        match self.form {
            CountForm::Number => count.to_string(),
            CountForm::Symbol => format!("{count} {}", self.unit.symbol()),
            CountForm::ShortClock => format!("{minutes}:{part:02}"),
            CountForm::LongClock => format!("{:02}:{:02}:{part:02}", minutes / 60, minutes % 60),
        }
    }

    /// The text of the date that stands for so many parts of a unit: a year for a whole unit, else an
    /// instant of one; none if there are too many.
    pub(crate) fn date_text(parts: i128, is_unit: bool) -> Option<String> {
        let count = i64::try_from(parts.div_euclid(UNIT_PARTS)).ok()?;
        let part = parts.rem_euclid(UNIT_PARTS);
        let year = ZERO + count;
        if !Self::holds(count) {
            return None;
        }
        if is_unit && part == 0 {
            return Some(format!("+{year}"));
        }
        let start = Instant::from_civil(year, 1, 1)?;
        let at = start.checked_add(part * 365 * i128::from(DAY_NANOS) / UNIT_PARTS)?;
        let (year, month, day) = at.civil();
        let seconds = at.nano / 1_000_000_000;
        let clock = match seconds {
            0 => String::new(),
            _ => format!("T{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60),
        };
        Some(format!("+{year}-{month:02}-{day:02}{clock}"))
    }
}
