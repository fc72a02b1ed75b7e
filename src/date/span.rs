//! Spans of calendar units as dates: so many years, months or days from a first one.
//!
//! None where the span leaves the time line or its first day does not exist.

use super::{
    Bound, Date, DateForm, Instant, InstantSpan, Parts, Precision, Season, Zone, days_in_month,
};

/// The instant at which `year` begins.
pub(super) fn new_year(year: i64) -> Option<Instant> {
    Instant::from_civil(year, 1, 1)
}

/// `count` years from `first` on.
pub(super) fn years(first: i64, count: i64) -> Option<InstantSpan> {
    Some((new_year(first)?, new_year(first.checked_add(count)?)?))
}

/// `count` months from `month` (1 to 12) of `year` on.
pub(super) fn months(year: i64, month: u32, count: u32) -> Option<InstantSpan> {
    let after = month.checked_add(count)?.checked_sub(1)?;
    let end = year.checked_add(i64::from(after / 12))?;
    Some((Instant::from_civil(year, month, 1)?, Instant::from_civil(end, after % 12 + 1, 1)?))
}

/// `count` days from day number `first` on.
pub(super) fn days(first: i64, count: i64) -> Option<InstantSpan> {
    Some((Instant::from_day(first), Instant::from_day(first.checked_add(count)?)))
}

impl Date {
    /// Some time between two dates, nobody knows when; one date where both are the same.
    pub(crate) fn between(from: Self, to: Self) -> Self {
        if [from.lo, from.hi] == [to.lo, to.hi] {
            return from;
        }
        let written = format!("{} – {}", from.written, to.written);
        let zone = if from.zone == Zone::Floating { to.zone } else { from.zone };
        Self {
            lo: from.lo,
            hi: to.hi,
            precision: from.precision.max(to.precision),
            uncertain: from.uncertain.or(to.uncertain),
            approximate: from.approximate.or(to.approximate),
            zone,
            written,
            form: DateForm::Between(Box::new([from, to])),
        }
    }

    /// A bounded date without doubts or zone, whose text is not known yet.
    pub(super) fn spanning((lo, hi): InstantSpan, precision: Precision) -> Self {
        Self {
            lo: Bound::At(lo),
            hi: Bound::At(hi),
            precision,
            uncertain: Parts::default(),
            approximate: Parts::default(),
            zone: Zone::Floating,
            form: DateForm::Plain,
            written: String::new(),
        }
    }

    pub(super) fn of_year(year: i64) -> Option<Self> {
        Some(Self::spanning(years(year, 1)?, Precision::Year))
    }

    pub(super) fn of_month(year: i64, month: u32) -> Option<Self> {
        Some(Self::spanning(months(year, month, 1)?, Precision::Month))
    }

    pub(super) fn of_day(year: i64, month: u32, day: u32) -> Option<Self> {
        let lo = Instant::from_civil(year, month, day)?;
        Some(Self::spanning(days(lo.day, 1)?, Precision::Day))
    }

    pub(super) fn of_quarter(year: i64, quarter: u32) -> Option<Self> {
        Some(Self::spanning(months(year, quarter * 3 - 2, 3)?, Precision::Quarter))
    }

    pub(super) fn of_half(year: i64, half: u32) -> Option<Self> {
        Some(Self::spanning(months(year, half * 6 - 5, 6)?, Precision::Half))
    }

    /// Week `week` of the ISO year `year`, whose first week holds 4 January; none if the year has
    /// no such week.
    pub(super) fn of_week(year: i64, week: u32) -> Option<Self> {
        let first = monday_of_week_one(year)?;
        let next = monday_of_week_one(year.checked_add(1)?)?;
        let monday = first.checked_add(i64::from(week.checked_sub(1)?) * 7)?;
        let span = days(monday, 7).filter(|_| monday < next)?;
        Some(Self::spanning(span, Precision::Week))
    }

    /// The season that begins in `year`.
    pub(super) fn of_season(year: i64, season: Season) -> Option<Self> {
        let span = months(year, season.first_month(), 3)?;
        Some(Self::spanning(span, Precision::Season).formed(DateForm::Season(season)))
    }

    /// The same with every part that was written in doubt.
    pub(super) fn doubted(mut self, is_uncertain: bool, is_approximate: bool) -> Self {
        let parts = Parts::of(self.precision);
        if is_uncertain {
            self.uncertain = parts;
        }
        if is_approximate {
            self.approximate = parts;
        }
        self
    }

    pub(super) fn formed(self, form: DateForm) -> Self {
        Self { form, ..self }
    }
}

impl Parts {
    /// The parts that a date of this precision has.
    pub(super) fn of(precision: Precision) -> Self {
        Self { year: true, month: precision >= Precision::Half, day: precision >= Precision::Week }
    }

    /// The parts that either has.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            year: self.year || other.year,
            month: self.month || other.month,
            day: self.day || other.day,
        }
    }
}

fn monday_of_week_one(year: i64) -> Option<i64> {
    let fourth = Instant::from_civil(year, 1, 4)?.day;
    fourth.checked_sub(i64::from(super::weekday(fourth)))
}

/// The ISO year and week that begin with a Monday, which is given by its day number.
pub(super) fn iso_week(monday: i64) -> (i64, i64) {
    let thursday = monday.saturating_add(3);
    let (year, ..) = super::civil_from_days(thursday);
    let first = super::days_from_civil(year, 1, 1).unwrap_or(thursday);
    (year, (thursday - first) / 7 + 1)
}

/// The number in its year of the week from a day on (ISO 8601: that of its Monday).
pub fn week_number(first: i64) -> i64 {
    let to_monday = (7 - i64::from(super::weekday(first))) % 7;
    iso_week(first.saturating_add(to_monday)).1
}

/// "2010-02 has no day 30".
pub(super) fn no_day(year: i64, month: u32, day: u32) -> String {
    let last = days_in_month(year, month);
    format!("{year:04}-{month:02} has no day {day:02}; write 01 to {last}")
}
