//! What users can choose of how dates are read, where a cell alone has several readings.

use std::str::FromStr;

/// A notation that all dates keep to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Notation {
    /// EDTF, levels 0 to 2, and nothing else.
    Edtf,
}

impl FromStr for Notation {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.trim().to_ascii_lowercase().as_str() {
            "edtf" => Ok(Self::Edtf),
            _ => Err("unknown date notation; choose edtf, or leave it out".into()),
        }
    }
}

/// The hundred years that years of two digits lie in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Century(i64);

impl Century {
    /// 1930 to 2029, as spreadsheets have it.
    pub const SPREADSHEET: Self = Self(1930);

    /// The years as they are written: 43 is AD 43.
    pub const AS_WRITTEN: Self = Self(0);

    /// The hundred years from `first` on, 0 to 9900.
    pub fn starting(first: i64) -> Option<Self> {
        (0..=9900).contains(&first).then_some(Self(first))
    }

    /// The first of its years.
    pub fn first(self) -> i64 {
        self.0
    }

    /// Its year whose last two digits are `digits`.
    pub(super) fn year(self, digits: i64) -> i64 {
        self.0 + (digits - self.0).rem_euclid(100)
    }
}

impl FromStr for Century {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let first = text.trim().parse().ok();
        first.and_then(Self::starting).ok_or_else(|| {
            "years of two digits lie in a hundred years; give the first of them, as 1900, or 0 \
             for the years as they are written"
                .into()
        })
    }
}

/// What a year and two digits are: 1904-05, 2010/11.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearPairs {
    /// From one year to another.
    Ranges,
    /// A month of the year, wherever it can be one.
    Months,
    /// A month, or a season by its code in EDTF.
    Seasons,
}

impl FromStr for YearPairs {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.trim().to_ascii_lowercase().as_str() {
            "ranges" => Ok(Self::Ranges),
            "months" => Ok(Self::Months),
            "seasons" => Ok(Self::Seasons),
            _ => {
                Err("a year and two digits can be ranges, months or seasons; choose one of them"
                    .into())
            }
        }
    }
}

/// How years with a minus are counted that are written without leading zeros: -44.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NegativeYears {
    /// -44 is 44 BC, and there is no year 0.
    Bc,
    /// As in ISO 8601: 0 is 1 BC, and -44 is 45 BC.
    Iso,
}

impl FromStr for NegativeYears {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.trim().to_ascii_lowercase().as_str() {
            "bc" => Ok(Self::Bc),
            "iso" => Ok(Self::Iso),
            _ => Err("years with a minus are counted as bc or iso; choose one of them".into()),
        }
    }
}

/// What numbers of five digits and more are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateNumbers {
    /// Days, as spreadsheets count them.
    Serial,
    /// Seconds of Unix time.
    Unix,
    /// Milliseconds of Unix time.
    UnixMs,
    /// Years.
    Years,
}

impl FromStr for DateNumbers {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.trim().to_ascii_lowercase().as_str() {
            "serial" => Ok(Self::Serial),
            "unix" => Ok(Self::Unix),
            "unix-ms" => Ok(Self::UnixMs),
            "years" => Ok(Self::Years),
            _ => Err("numbers can be dates as serial, unix, unix-ms or years; choose one".into()),
        }
    }
}

/// What a clock time of 00:00 says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Midnight {
    /// Nothing: the day alone is meant.
    Day,
    /// The first instant of the day.
    Time,
}

impl FromStr for Midnight {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.trim().to_ascii_lowercase().as_str() {
            "day" => Ok(Self::Day),
            "time" => Ok(Self::Time),
            _ => Err("midnight is a day or a time; choose one of them".into()),
        }
    }
}
