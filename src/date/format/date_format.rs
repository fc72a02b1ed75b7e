//! The seam between what is printed of a date and the language that it is printed in.

use super::text::DateText;
use crate::date::{Age, DateSide, Fraction, Season, Third};

/// A language that dates are printed in. It has the words, their order and their signs; which parts
/// of a date are printed is decided before.
///
/// What it prints must be read back as the same date.
pub(super) trait DateFormat {
    /// A unit of the calendar, or an age.
    fn unit(&self, unit: &PrintedUnit<'_>) -> DateText;

    /// A clock time as `clock` has it (14:05:09, 14h), after its day and before its zone, in seconds
    /// east of UTC, where they are printed.
    fn clock(&self, day: Option<DateText>, clock: &str, zone: Option<i32>) -> DateText;

    /// A date with what is known of it.
    fn modified(&self, modifier: Modifier, date: DateText) -> DateText;

    /// Several dates, one of which is meant, or all of them.
    fn several(&self, dates: &[DateText], is_one: bool) -> String;

    /// From one date to another, which have `shared` pieces at their ends in common.
    fn range(&self, from: DateText, to: DateText, shared: usize) -> String;

    /// Some time between one date and another, which have `shared` pieces at their ends in common.
    fn between(&self, from: DateText, to: DateText, shared: usize) -> String;

    /// The present.
    fn present(&self) -> DateText;
}

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
    /// Whether the reader knows it: it is printed only where it is all there is.
    pub(super) is_known: bool,
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
    Fraction(Fraction),
    Side(DateSide),
}
