//! The labels of the cells of a ruler.
//!
//! The finest row has short labels, which the row under it tells apart; that row has long labels
//! where they state something new, and short ones else.

use super::interval::{Interval, PRESENT, Unit};
use crate::date::{Instant, grouped, month_name, week_number, year_text};

/// Steps of so many years or more are not numbered at the turn of the eras, where none begins.
const BROAD: i64 = 500;

/// The labels of the cells of `interval` over the domain from `lo` to `hi`.
#[derive(Clone, Copy, Debug)]
pub(super) struct TickLabels {
    pub(super) interval: Interval,
    pub(super) lo: Instant,
    pub(super) hi: Instant,
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
    /// The label of the cell that begins at `start`, where its larger unit is known.
    pub(super) fn short(self, start: Instant) -> String {
        let (year, month, day) = start.civil();
        let Interval { unit, count, from } = self.interval;
        match unit {
            Unit::Age | Unit::Power => self.age(PRESENT.saturating_sub(year)),
            Unit::Year if from > 0 => fiscal_year(year),
            Unit::Year if self.states_era(start) && count >= BROAD => "BC | AD".into(),
            Unit::Year if self.states_era(start) => format!("AD {}", grouped(year.unsigned_abs())),
            Unit::Year => year_name(year),
            Unit::Month => month_name(month).to_owned(),
            Unit::YearPart => {
                let number = i64::from((month + 11 - from) % 12) / count + 1;
                format!("{}{number}", if count == 3 { 'Q' } else { 'H' })
            }
            Unit::NumberedWeek => format!("W{}", week_number(start.day)),
            Unit::Week | Unit::Day => day.to_string(),
            _ => self.clock(start.nano),
        }
    }

    /// The label of the cell that begins at `start`, in a row that tells others apart.
    pub(super) fn context(self, start: Instant) -> ContextLabel {
        let (year, month, day) = start.civil();
        let year_text = year_text(year);
        let month = month_name(month);
        let day_text = format!("{day} {month}");
        match self.interval.unit {
            Unit::Day => ContextLabel::new(format!("{day_text} {year_text}"), day_text, year),
            Unit::Month => ContextLabel::new(format!("{month} {year_text}"), month, year),
            Unit::Minute => {
                let time = self.clock(start.nano);
                ContextLabel::new(format!("{day_text} {year_text}, {time}"), time, start.day)
            }
            _ if self.interval.from > 0 => {
                ContextLabel::new(fiscal_year(year), fiscal_year(year), 0)
            }
            _ => ContextLabel::new(year_text.clone(), year_text, 0),
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
    fn age(self, years: i64) -> String {
        let oldest = PRESENT.saturating_sub(self.lo.civil().0);
        let oldest = if self.interval.unit == Unit::Power { years } else { oldest };
        let (digits, unit) = match oldest {
            1_000_000_000.. => (9, "Ga"),
            1_000_000.. => (6, "Ma"),
            1000.. => (3, "ka"),
            _ if years == 1 => return "1 year".into(),
            _ => return format!("{years} years"),
        };
        let (whole, part) = (years / 10_i64.pow(digits), years % 10_i64.pow(digits));
        let part = format!(".{part:0width$}", width = digits as usize);
        format!("{whole}{} {unit}", part.trim_end_matches('0').trim_end_matches('.'))
    }

    fn clock(self, nano: i64) -> String {
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

/// An astronomical year as history writes it: 2010, 44 BC; 10,000 BC.
fn year_name(year: i64) -> String {
    let count = year.unsigned_abs();
    if year > 0 { grouped(count) } else { format!("{} BC", grouped(count + 1)) }
}

/// The fiscal year that begins in `year`, by both its years: named by one alone, countries differ
/// on which.
fn fiscal_year(year: i64) -> String {
    format!("FY{}/{:02}", year_name(year), year.saturating_add(1).rem_euclid(100))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(unit: Unit, count: i64, from: u32) -> TickLabels {
        let year = |year| Instant::from_civil(year, 1, 1).expect("a year of the test's own");
        let interval = Interval { unit, count, from };
        TickLabels { interval, lo: year(1900), hi: year(2020) }
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
            TickLabels { interval, lo: year(oldest), hi: year(0) }.short(year(age))
        };
        assert_eq!(name(4_600_000_000, 500_000_000), "0.5 Ga");
        assert_eq!(name(600_000_000, 500_000_000), "500 Ma");
        assert_eq!(name(2_000_000, 1_000_000), "1 Ma");
        assert_eq!(name(12_400, 11_500), "11.5 ka");
    }
}
