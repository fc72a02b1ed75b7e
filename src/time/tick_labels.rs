//! The labels of the cells of a ruler.
//!
//! The finest row has short labels, which the row under it tells apart; that row has long labels
//! where they state something new, and short ones else.

use super::RulerRoom;
use super::domain::Domain;
use super::interval::{Interval, PRESENT, Unit};
use crate::date::{DateStyle, Instant, TimeUnit, week_number};
use crate::words::Words;

/// Steps of so many years or more are not numbered at the turn of the eras, where none begins.
const BROAD: i64 = 500;

/// The labels of the cells of `interval` over the domain from `lo` to `hi`.
#[derive(Clone, Copy, Debug)]
pub(super) struct TickLabels {
    pub(super) interval: Interval,
    pub(super) lo: Instant,
    pub(super) hi: Instant,
    /// The language and the form of dates.
    pub(super) style: DateStyle,
    pub(super) words: &'static Words,
}

/// The label of a cell that gives finer ones their context.
pub(super) struct ContextLabel {
    /// With all that tells it apart from its like.
    pub(super) long: String,
    /// Enough beside a label of the same `context`.
    pub(super) short: String,
    /// What the long label states more than the short one: a year, or a day since 1970-01-01.
    pub(super) context: i64,
}

impl ContextLabel {
    fn new(long: String, short: impl Into<String>, context: i64) -> Self {
        Self { long, short: short.into(), context }
    }
}

impl TickLabels {
    /// The labels of `interval` over `domain`, in the language of the ruler.
    pub(super) fn new(interval: Interval, domain: Domain, room: &RulerRoom<'_>) -> Self {
        let RulerRoom { dates: style, words, .. } = *room;
        Self { interval, lo: domain.lo(), hi: domain.hi(), style, words }
    }

    /// The label of the cell that begins at `start`, where its larger unit is known.
    pub(super) fn short(self, start: Instant) -> String {
        let (year, month, day) = start.civil();
        let Interval { unit, count, from, .. } = self.interval;
        match unit {
            Unit::Age | Unit::Power => self.age(self.interval.origin().saturating_sub(year)),
            Unit::Year if let Some(scale) = self.style.counts => {
                self.style.in_digits(scale.label(year))
            }
            Unit::Year if from > 0 => self.fiscal_year(year),
            Unit::Year if self.states_era(start) && count >= BROAD => self.style.eras(),
            Unit::Year => self.style.year_label(year, self.states_era(start)),
            Unit::Month => self.style.short_month(month).to_owned(),
            Unit::YearPart if count == 3 => {
                self.style.quarter((month + 11 - from) % 12 / 3 + 1).into()
            }
            Unit::YearPart => self.style.half((month + 11 - from) % 12 / 6 + 1).into(),
            Unit::NumberedWeek => {
                let week = self.style.in_digits(week_number(start.day).to_string());
                self.words.week.replace("{}", &week)
            }
            Unit::Week | Unit::Day => self.style.in_digits(day.to_string()),
            _ => self.clock(start.nano),
        }
    }

    /// The label of the cell that begins at `start`, in a row that tells others apart.
    pub(super) fn context(self, start: Instant) -> ContextLabel {
        let (year, month, day) = start.civil();
        let style = self.style;
        let day_text = style.day_of_month(day, month);
        match self.interval.unit {
            Unit::Day => ContextLabel::new(style.short_day(day, month, year), day_text, year),
            Unit::Month => {
                let long = style.month_of_year(month, year);
                ContextLabel::new(long, style.short_month(month), year)
            }
            Unit::Minute => {
                let time = self.clock(start.nano);
                let long = format!("{}, {time}", style.short_day(day, month, year));
                ContextLabel::new(long, time, start.day)
            }
            _ if self.interval.from > 0 => {
                ContextLabel::new(self.fiscal_year(year), self.fiscal_year(year), 0)
            }
            _ => ContextLabel::new(style.year(year), style.year(year), 0),
        }
    }

    /// Whether `start` begins the first year or step of Christ's era that is labelled, where a
    /// number alone might be taken for something else.
    fn states_era(self, start: Instant) -> bool {
        let before = start.checked_add(-1).and_then(|at| self.interval.floor(at));
        let is_first = before.is_none_or(|before| before < self.lo || before.civil().0 <= 0);
        let is_doubtful = self.lo.civil().0 <= 0 || self.hi.civil().0 < 1000;
        is_first && is_doubtful && start.civil().0 > 0
    }

    /// An age in the unit of the oldest one.
    pub(super) fn age(self, years: i64) -> String {
        let oldest = PRESENT.saturating_sub(self.lo.civil().0);
        let oldest = if self.interval.unit == Unit::Power { years } else { oldest };
        let (digits, unit) = match oldest {
            1_000_000_000.. => (9, "Ga"),
            1_000_000.. => (6, "Ma"),
            1000.. => (3, "ka"),
            _ => return self.style.duration(TimeUnit::Year, years.unsigned_abs()),
        };
        let (whole, part) = (years / 10_i64.pow(digits), years % 10_i64.pow(digits));
        let part = format!("{part:0width$}", width = digits as usize);
        let number = self.style.decimals(whole.unsigned_abs(), part.trim_end_matches('0'));
        let sign = if whole < 0 { "-" } else { "" };
        format!("{sign}{number} {unit}")
    }

    /// The fiscal year that begins in `year`, by both its years: named by one alone, countries
    /// differ on which.
    fn fiscal_year(self, year: i64) -> String {
        let first = self.style.year_label(year, false);
        let last = format!("{:02}", year.saturating_add(1).rem_euclid(100));
        self.words.fiscal.replace("{}", &format!("{first}/{}", self.style.in_digits(last)))
    }

    fn clock(self, nano: i64) -> String {
        self.style.in_digits(self.latin_clock(nano))
    }

    fn latin_clock(self, nano: i64) -> String {
        let seconds = nano / 1_000_000_000;
        let minutes = format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
        match self.interval.unit {
            Unit::Second => format!("{minutes}:{:02}", seconds % 60),
            Unit::Nanosecond => {
                let fraction = format!("{:09}", nano % 1_000_000_000);
                let zeros = self.interval.count.ilog10().min(8) as usize;
                let digits = fraction.get(..9 - zeros).unwrap_or(&fraction);
                format!("{:02}.{digits} s", seconds % 60)
            }
            _ => minutes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(unit: Unit, count: i64, from: u32) -> TickLabels {
        let year = |year| Instant::from_civil(year, 1, 1).expect("a year of the test's own");
        let interval = Interval { from, ..Interval::new(unit, count) };
        TickLabels {
            interval,
            lo: year(1900),
            hi: year(2020),
            style: DateStyle::default(),
            words: Words::of(Default::default()),
        }
    }

    #[test]
    fn short_names() {
        let day = Instant::from_civil(2010, 8, 12).expect("a day");
        let at = Instant { nano: 50_709_250_000_000, ..day };
        let cases = [
            (names(Unit::Year, 1, 0), "2010"),
            (names(Unit::Year, 1, 9), "FY2009/10"),
            (names(Unit::YearPart, 6, 0), "H2"),
            (names(Unit::YearPart, 3, 0), "Q3"),
            (names(Unit::YearPart, 3, 9), "Q4"),
            (names(Unit::Month, 3, 0), "Jul"),
            (names(Unit::Month, 1, 9), "Aug"),
            (names(Unit::Week, 1, 0), "9"),
            (names(Unit::Week, 1, 6), "8"),
            (names(Unit::NumberedWeek, 1, 0), "W32"),
            (names(Unit::NumberedWeek, 1, 6), "W32"),
            (names(Unit::Day, 1, 0), "12"),
            (names(Unit::Hour, 6, 0), "12:00"),
            (names(Unit::Minute, 15, 0), "14:00"),
            (names(Unit::Second, 5, 0), "14:05:05"),
            (names(Unit::Nanosecond, 50_000_000, 0), "09.25 s"),
        ];
        for (names, name) in cases {
            let start = names.interval.floor(at).expect("in range");
            assert_eq!(names.short(start), name);
        }
    }

    #[test]
    fn ages_share_the_unit_of_the_oldest() {
        let year = |age: i64| Instant::from_civil(PRESENT - age, 1, 1).expect("in range");
        let name = |oldest: i64, age: i64| {
            let interval = Interval::new(Unit::Age, 1);
            TickLabels {
                interval,
                lo: year(oldest),
                hi: year(0),
                style: DateStyle::default(),
                words: Words::of(Default::default()),
            }
            .short(year(age))
        };
        assert_eq!(name(4_600_000_000, 500_000_000), "0.5 Ga");
        assert_eq!(name(600_000_000, 500_000_000), "500 Ma");
        assert_eq!(name(2_000_000, 1_000_000), "1 Ma");
        assert_eq!(name(12_400, 11_500), "11.5 ka");
    }
}
