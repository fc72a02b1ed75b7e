//! The units of calendar and clock that times are rounded to where no bin of the figure can tell
//! them apart.

use crate::date::{DAY_NANOS, Instant, InstantSpan};

/// A unit, the finest first; each is made of whole ones of that before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CellUnit {
    /// Nothing is rounded.
    Exact,
    Second,
    Minute,
    Hour,
    Day,
    Month,
    Year,
}

const SECOND: i64 = 1_000_000_000;
const DAY: i128 = DAY_NANOS as i128;

/// The coarsest first, each with the longest bin that is not made of whole ones of it.
const UNITS: [(CellUnit, i128); 6] = [
    (CellUnit::Year, 184 * DAY),
    (CellUnit::Month, 10 * DAY),
    (CellUnit::Day, DAY / 2),
    (CellUnit::Hour, 30 * 60 * SECOND as i128),
    (CellUnit::Minute, 30 * SECOND as i128),
    (CellUnit::Second, SECOND as i128 / 2),
];

impl CellUnit {
    /// The coarsest unit of which all bins are made that are at least so many nanoseconds long.
    /// Where years begin with a month of their own, none is coarser than a month.
    pub(super) fn of_bins(shortest: i128, has_years: bool) -> Self {
        let is_made = |(unit, longest): &&(Self, i128)| {
            *longest < shortest && (has_years || *unit < Self::Year)
        };
        UNITS.iter().find(is_made).map_or(Self::Exact, |(unit, _)| *unit)
    }

    /// Where the unit that holds an instant begins.
    pub(super) fn floor(self, at: Instant) -> Instant {
        let of_clock = |length: i64| Instant { nano: at.nano - at.nano % length, ..at };
        let of_calendar = |is_year: bool| {
            let (year, month, _) = at.civil();
            Instant::from_civil(year, if is_year { 1 } else { month }, 1).unwrap_or(at)
        };
        match self {
            Self::Exact => at,
            Self::Second => of_clock(SECOND),
            Self::Minute => of_clock(60 * SECOND),
            Self::Hour => of_clock(3600 * SECOND),
            Self::Day => Instant::from_day(at.day),
            Self::Month => of_calendar(false),
            Self::Year => of_calendar(true),
        }
    }

    /// The same of a stretch of time; where it is in no single unit, its own beginning.
    pub(super) fn cell(self, (lo, hi): InstantSpan) -> Instant {
        if self == Self::Exact {
            return lo;
        }
        let first = self.floor(lo);
        let last = match hi.nano {
            0 => Instant { day: hi.day.saturating_sub(1), nano: DAY_NANOS - 1 },
            nano => Instant { nano: nano - 1, ..hi },
        };
        if self.floor(last) == first { first } else { lo }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_no_coarser_than_what_all_bins_are_made_of() {
        let cases = [
            (1, CellUnit::Exact),
            (i128::from(SECOND), CellUnit::Second),
            (31 * i128::from(SECOND), CellUnit::Minute),
            (3600 * i128::from(SECOND), CellUnit::Hour),
            (12 * 3600 * i128::from(SECOND), CellUnit::Hour),
            (DAY, CellUnit::Day),
            (7 * DAY, CellUnit::Day),
            (28 * DAY, CellUnit::Month),
            (365 * DAY, CellUnit::Year),
        ];
        for (shortest, unit) in cases {
            assert_eq!(CellUnit::of_bins(shortest, true), unit, "{shortest}");
        }
        assert_eq!(CellUnit::of_bins(365 * DAY, false), CellUnit::Month);
    }

    #[test]
    fn what_is_in_no_single_unit_keeps_its_beginning() {
        let day = |month, day| Instant::from_civil(2021, month, day).expect("a day");
        let month = CellUnit::Month;
        assert_eq!(month.cell((day(3, 7), day(3, 8))), day(3, 1));
        assert_eq!(month.cell((day(3, 7), day(4, 1))), day(3, 1));
        assert_eq!(month.cell((day(3, 7), day(4, 2))), day(3, 7));
        assert_eq!(CellUnit::Exact.cell((day(3, 7), day(3, 8))), day(3, 7));
    }
}
