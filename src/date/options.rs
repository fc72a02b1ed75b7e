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
    /// How it is named.
    pub named_by: NamedBy,
}

impl FromStr for Fiscal {
    type Err = String;

    /// The first month, alone or with what names the year: `10`, `10:end`, `4:start`. Alone, the
    /// year is named by its end.
    fn from_str(text: &str) -> Result<Self, String> {
        let (month, name) = text.trim().split_once(':').unwrap_or((text.trim(), "end"));
        let month = month.parse().ok().filter(|month| (1..=12).contains(month));
        let named_by = match name {
            "start" => Some(NamedBy::Start),
            "end" => Some(NamedBy::End),
            _ => None,
        };
        let fiscal = month.zip(named_by).map(|(month, named_by)| Self { month, named_by });
        fiscal.ok_or_else(|| {
            "a fiscal year starts in a month from 1 to 12, named by its end, as 10, or by its start, as 4:start"
                .into()
        })
    }
}

impl Fiscal {
    /// The calendar year in which the fiscal year called `name` begins.
    pub(super) fn first_year(self, name: i64) -> Option<i64> {
        // A fiscal year that is the calendar year begins in the year it ends in.
        let is_before = self.named_by == NamedBy::End && self.month > 1;
        name.checked_sub(i64::from(is_before))
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
    pub(super) fn date(self) -> Option<Date> {
        let (year, month, day) = self.0.civil();
        Date::of_day(year, month, day)
    }
}

impl FromStr for Today {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let date: Date = text.parse().map_err(|error: super::DateError| error.message)?;
        match (date.precision, &date.zone, date.lo()) {
            (super::Precision::Day, Zone::Floating, Some(day)) => Ok(Self(day)),
            _ => Err("the present is a day; write it as 2020-12-31".into()),
        }
    }
}
