//! How to read a date that can be read in two ways.
//!
//! Nothing here is guessed from the clock, the system's zone or its language.

use super::{Century, Date, DateNumbers, Instant, Midnight, NegativeYears, Notation, YearPairs};
use std::str::FromStr;

use super::language::{Languages, Locale, english_month};

/// How to read what one cell alone leaves open. The default decides nothing, and such cells are
/// refused.
#[cfg_attr(not(feature = "internals"), non_exhaustive)]
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
    /// The language of dates besides English.
    pub locale: Option<Locale>,
    /// A notation that all dates keep to.
    pub notation: Option<Notation>,
    /// The hundred years that years of two digits lie in; 1930 to 2029 without, where it is clear
    /// that a year is meant.
    pub century: Option<Century>,
    /// What a year and two digits are; without it 1904-05 is a month and 1936-39 a range.
    pub year_pairs: Option<YearPairs>,
    /// How years with a minus and no leading zeros are counted; as years BC without.
    pub negative_years: Option<NegativeYears>,
    /// What numbers of five digits and more are.
    pub numbers: Option<DateNumbers>,
    /// What a clock time of 00:00 says, in a column that has no other; a time without.
    pub midnight: Option<Midnight>,
}

impl DateOptions {
    /// The languages that dates are read in.
    pub(super) fn languages(&self) -> Languages {
        Languages::with(self.locale)
    }
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
            _ => Err("unknown date order; choose dmy, mdy, ymd".into()),
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
    month: u32,
    named_by: Option<NamedBy>,
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
        let month = english_month(month).or_else(|| month.parse().ok());
        let named_by = match name {
            None => Some(None),
            Some("start") => Some(Some(NamedBy::Start)),
            Some("end") => Some(Some(NamedBy::End)),
            Some(_) => None,
        };
        let fiscal = month.zip(named_by).and_then(|(month, named_by)| Self::new(month, named_by));
        fiscal.ok_or_else(|| {
            "a fiscal year starts in a month, as oct or 10, and may be named by its start or its end, as oct:end"
                .into()
        })
    }
}

impl Fiscal {
    /// A fiscal year that begins with `month`, 1 to 12; none for any other. One year alone names it
    /// as `named_by` has it, and without that such names are refused.
    pub fn new(month: u32, named_by: Option<NamedBy>) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self { month, named_by })
    }

    /// Its first month, 1 to 12.
    pub fn month(self) -> u32 {
        self.month
    }

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
pub struct UtcOffset(i32);

impl UtcOffset {
    /// The widest offset in use, either way: that of the Line Islands, in seconds.
    const WIDEST: i32 = 14 * 3600;

    /// The offset of so many seconds to the east; none beyond 14 hours either way.
    pub fn from_seconds(east: i32) -> Option<Self> {
        (-Self::WIDEST..=Self::WIDEST).contains(&east).then_some(Self(east))
    }

    /// Seconds to the east of UTC.
    pub fn seconds(self) -> i32 {
        self.0
    }
}

/// The day that is taken for the present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Today(Instant);

impl Today {
    /// The day that begins at `start`.
    pub(super) fn starting(start: Instant) -> Self {
        Self(start)
    }

    /// The day itself.
    pub fn date(self) -> Option<Date> {
        let (year, month, day) = self.0.civil();
        Date::of_day(year, month, day)
    }
}
