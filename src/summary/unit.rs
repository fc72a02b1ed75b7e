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

    /// The next coarser unit.
    pub(super) fn coarser(self) -> Option<Self> {
        let units = [Self::Second, Self::Minute, Self::Hour, Self::Day, Self::Month, Self::Year];
        units.into_iter().find(|unit| *unit > self)
    }

    /// The first instant from one on at which a unit begins.
    pub(super) fn ceil(self, at: Instant) -> Instant {
        let start = self.floor(at);
        if start == at {
            return at;
        }
        let after = |length: i64| start.checked_add(length.into()).unwrap_or(at);
        let (year, month, _) = start.civil();
        let (year, month) = match self {
            Self::Exact => return at,
            Self::Second => return after(SECOND),
            Self::Minute => return after(60 * SECOND),
            Self::Hour => return after(3600 * SECOND),
            Self::Day => return after(DAY_NANOS),
            Self::Month if month < 12 => (year, month + 1),
            Self::Month | Self::Year => (year.saturating_add(1), 1),
        };
        Instant::from_civil(year, month, 1).unwrap_or(at)
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

/// The days on which units of the calendar begin, for the days that were asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct UnitStarts {
    unit: Option<CellUnit>,
    starts: Vec<i32>,
}

/// Days from 1970 to either side whose units are remembered: 179 years.
const REMEMBERED: i64 = 1 << 16;

impl UnitStarts {
    /// What [`CellUnit::cell`] gives.
    pub(super) fn cell(&mut self, unit: CellUnit, (lo, hi): InstantSpan) -> Instant {
        let is_in_day = hi.day == lo.day || hi.day == lo.day + 1 && hi.nano == 0;
        let place = usize::try_from(lo.day + REMEMBERED).ok();
        let place = place.filter(|&place| place < 2 * REMEMBERED as usize);
        // All of a day is in one unit of the calendar.
        let Some(place) = place.filter(|_| unit > CellUnit::Day && is_in_day) else {
            return unit.cell((lo, hi));
        };
        if self.unit != Some(unit) {
            self.unit = Some(unit);
            self.starts = vec![i32::MIN; 2 * REMEMBERED as usize];
        }
        if self.starts[place] == i32::MIN {
            let start = unit.floor(lo).day;
            self.starts[place] = i32::try_from(start).unwrap_or(i32::MIN);
        }
        Instant::from_day(self.starts[place].into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_that_are_remembered_are_those_of_units() {
        let mut starts = UnitStarts::default();
        for unit in [CellUnit::Month, CellUnit::Year, CellUnit::Day] {
            for day in (-70_000..70_000).step_by(13).chain([0, 1, -1]) {
                for long in [1, SECOND / 2, DAY_NANOS, DAY_NANOS + 1, 40 * DAY_NANOS] {
                    for lo in [Instant::from_day(day), Instant { day, nano: 7 }] {
                        let span = (lo, lo.checked_add(long.into()).expect("near"));
                        assert_eq!(starts.cell(unit, span), unit.cell(span), "{span:?}");
                        assert_eq!(starts.cell(unit, span), unit.cell(span), "{span:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn units_begin_at_or_after_an_instant() {
        let at =
            Instant::from_civil(2021, 12, 7).and_then(|day| day.checked_add(1)).expect("a time");
        let day = |year, month, day| Instant::from_civil(year, month, day).expect("a day");
        let mut unit = CellUnit::Exact;
        while let Some(coarser) = unit.coarser() {
            let next = coarser.ceil(at);
            assert!(unit.ceil(at) <= next && coarser.ceil(next) == next, "{coarser:?}");
            unit = coarser;
        }
        assert_eq!(CellUnit::Second.ceil(at).nano, SECOND);
        assert_eq!(CellUnit::Day.ceil(at), day(2021, 12, 8));
        assert_eq!(CellUnit::Month.ceil(at), day(2022, 1, 1));
        assert_eq!((unit, unit.ceil(at)), (CellUnit::Year, day(2022, 1, 1)));
    }

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
