//! What a reader of dates may be told beforehand: how to take what can be taken in two ways.
//!
//! Nothing here is guessed from the clock, the system's zone or its language.

use super::{Date, Instant, Zone};
use std::str::FromStr;

pub use super::months::Locale;

/// How to read what one cell alone leaves open. The default decides nothing, and such cells are
/// refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateOptions {
    /// The order of day, month and year in numbers: 03/04/2010.
    pub order: Option<DateOrder>,
    /// When a fiscal year begins, and which year it is named after.
    pub fiscal: Option<Fiscal>,
    /// The zone of clock times written without one.
    pub zone: Option<UtcOffset>,
    /// The day that "present" and "today" mean; without it they are an open end.
    pub today: Option<Today>,
    /// The language of month names besides English.
    pub locale: Option<Locale>,
}

/// The order of the parts of a date in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
    /// Year, month, day.
    Ymd,
}

impl FromStr for DateOrder {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.trim().to_ascii_lowercase().as_str() {
            "dmy" => Ok(Self::Dmy),
            "mdy" => Ok(Self::Mdy),
            "ymd" => Ok(Self::Ymd),
            _ => Err("there is no such order of a date; choose dmy, mdy, ymd".into()),
        }
    }
}

/// Which of the two calendar years that it touches a fiscal year is named after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedBy {
    /// The year in which it begins, as in Japan.
    Start,
    /// The year in which it ends, as in the United States and Australia.
    End,
}

/// A fiscal year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fiscal {
    /// Its first month, 1 to 12.
    pub month: u32,
    /// How a fiscal year is named by one year alone; none leaves such names refused.
    pub named_by: Option<NamedBy>,
}

impl FromStr for Fiscal {
    type Err = String;

    /// The first month by its English name or number, alone or with the end that names the year:
    /// `oct`, `10`, `october:end`, `4:start`.
    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim().to_ascii_lowercase();
        let (month, name) = match text.split_once(':') {
            Some((month, name)) => (month.trim_end(), Some(name.trim_start())),
            None => (text.as_str(), None),
        };
        let number = || month.parse().ok().filter(|month| (1..=12).contains(month));
        let month = super::months::month(month, None).or_else(number);
        let named_by = match name {
            None => Some(None),
            Some("start") => Some(Some(NamedBy::Start)),
            Some("end") => Some(Some(NamedBy::End)),
            Some(_) => None,
        };
        let fiscal = month.zip(named_by).map(|(month, named_by)| Self { month, named_by });
        fiscal.ok_or_else(|| {
            "a fiscal year starts in a month, as oct or 10, and may be named by its start or its end, as oct:end"
                .into()
        })
    }
}

impl Fiscal {
    /// The calendar year in which the fiscal year called `name` begins; none if that is open.
    pub(super) fn first_year(self, name: i64) -> Option<i64> {
        match self.named_by {
            // A fiscal year that is the calendar year begins in the year it ends in.
            _ if self.month == 1 => Some(name),
            Some(NamedBy::Start) => Some(name),
            Some(NamedBy::End) => name.checked_sub(1),
            None => None,
        }
    }
}

/// A fixed distance from UTC, in seconds to the east.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UtcOffset(pub i32);

impl FromStr for UtcOffset {
    type Err = String;

    /// `Z`, `+05:30`, `-0400` or `+02`.
    fn from_str(text: &str) -> Result<Self, String> {
        super::clock::zone(text).map(Self).ok_or_else(|| {
            "a zone is an offset from UTC, -14:00 to +14:00, as +05:00, or Z".to_owned()
        })
    }
}

/// The day that is taken for the present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Today(Instant);

impl Today {
    /// The day itself.
    pub fn date(self) -> Option<Date> {
        let (year, month, day) = self.0.civil();
        Date::of_day(year, month, day)
    }
}

impl FromStr for Today {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let date: Date = text.parse().map_err(|error: super::DateError| error.message)?;
        match (date.precision, date.zone, date.lo()) {
            (super::Precision::Day, Zone::Floating, Some(day)) => Ok(Self(day)),
            _ => Err("the present is a day; write it as 2020-12-31".into()),
        }
    }
}
