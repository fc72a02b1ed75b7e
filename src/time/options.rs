//! What of the user's choices concerns time.

use super::interval::{Interval, Unit};
use crate::options::{FigureOptions, Ticks};

/// Choices for the ruler.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RulerOptions {
    /// The unit of the cells, if it is not to be chosen.
    pub ticks: Option<Ticks>,
    /// The first day of weeks: 0 is Monday.
    pub week_start: u32,
    /// Whether weeks are called by their numbers in the year (ISO 8601).
    pub has_week_numbers: bool,
    /// The first month of years, halves and quarters: 0 is January.
    pub fiscal_start: u32,
}

impl From<&FigureOptions> for RulerOptions {
    fn from(options: &FigureOptions) -> Self {
        Self {
            ticks: options.ticks,
            week_start: options.week_start.unwrap_or_default().number(),
            has_week_numbers: options.week_numbers.unwrap_or(false),
            fiscal_start: options.fiscal_start.map_or(0, |fiscal| fiscal.month() - 1),
        }
    }
}

impl RulerOptions {
    /// `interval` with the beginning that was asked for.
    pub(super) fn based(self, interval: Interval) -> Interval {
        let unit = match interval.unit {
            Unit::Week if self.has_week_numbers => Unit::NumberedWeek,
            unit => unit,
        };
        let from = match unit {
            Unit::Week | Unit::NumberedWeek => self.week_start,
            Unit::Month | Unit::YearPart | Unit::Year => self.fiscal_start,
            _ => 0,
        };
        Interval { unit, from, ..interval }
    }
}

/// The cells of a unit.
pub(super) fn cells_of(ticks: Ticks) -> Interval {
    let (unit, count) = match ticks {
        Ticks::Second => (Unit::Second, 1),
        Ticks::Minute => (Unit::Minute, 1),
        Ticks::Hour => (Unit::Hour, 1),
        Ticks::Day => (Unit::Day, 1),
        Ticks::Week => (Unit::Week, 1),
        Ticks::Month => (Unit::Month, 1),
        Ticks::Quarter => (Unit::YearPart, 3),
        Ticks::Half => (Unit::YearPart, 6),
        Ticks::Year => (Unit::Year, 1),
        Ticks::Decade => (Unit::Year, 10),
        Ticks::Century => (Unit::Year, 100),
        Ticks::Millennium => (Unit::Year, 1000),
    };
    Interval::new(unit, count)
}
