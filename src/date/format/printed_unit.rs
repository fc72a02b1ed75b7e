//! What is printed of a date, whatever the language.

use crate::date::{Age, DateSide, Season, Third};

/// A unit of the calendar. Months and days are counted from 1.
pub(super) enum PrintedUnit<'a> {
    Day(u32, u32, EraYear),
    Week(i64, EraYear),
    Month(u32, EraYear),
    Quarter(u32, EraYear),
    Half(u32, EraYear),
    Year(EraYear),
    /// By its first year, astronomical.
    Decade(i64),
    Century(Count),
    Millennium(Count),
    Season(Season, EraYear),
    /// A season that begins in this year and ends in the next.
    SeasonOfTwoYears(Season, i64),
    Age(&'a Age),
}

/// A year, astronomical.
#[derive(Clone, Copy)]
pub(super) struct EraYear {
    pub(super) year: i64,
    /// Whether its era is printed, though it would be read without one.
    pub(super) needs_era: bool,
    /// Whether a date before it states the era of both.
    pub(super) has_said_era: bool,
    /// Whether the reader knows it: beside a day or a month it is left out.
    pub(super) is_known: bool,
}

impl EraYear {
    /// The year without an era that it does not need.
    pub(super) fn new(year: i64) -> Self {
        Self { year, needs_era: false, has_said_era: false, is_known: false }
    }

    /// Whether it has an era: one before year 1, of less than three digits or of more than four.
    pub(super) fn has_era(self) -> bool {
        !self.has_said_era && (self.needs_era || !(100..=9999).contains(&self.year))
    }

    /// Its number in its era.
    pub(super) fn number(self) -> u64 {
        if self.is_bc() { self.year.unsigned_abs() + 1 } else { self.year.unsigned_abs() }
    }

    pub(super) fn is_bc(self) -> bool {
        self.year < 1
    }
}

/// A unit by its number in its era, the first being 1.
pub(super) struct Count {
    pub(super) number: u64,
    pub(super) is_bc: bool,
}

/// What is known of a date.
#[derive(Clone, Copy)]
pub(super) enum Modifier {
    Approximate,
    Uncertain,
    Third(Third),
    Side(DateSide),
}
