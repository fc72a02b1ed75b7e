//! What the user may choose about the ruler.

use super::named;
use crate::date::Date;
use std::str::FromStr;

/// The unit of the ruler's cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the units are what they are called")]
pub enum Ticks {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Ticks {
    /// All units with their names, the finest first.
    pub const ALL: [(Ticks, &str); 12] = [
        (Ticks::Second, "second"),
        (Ticks::Minute, "minute"),
        (Ticks::Hour, "hour"),
        (Ticks::Day, "day"),
        (Ticks::Week, "week"),
        (Ticks::Month, "month"),
        (Ticks::Quarter, "quarter"),
        (Ticks::Half, "half"),
        (Ticks::Year, "year"),
        (Ticks::Decade, "decade"),
        (Ticks::Century, "century"),
        (Ticks::Millennium, "millennium"),
    ];
}

impl FromStr for Ticks {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        named(&Ticks::ALL, text, "unit of time")
    }
}

/// A day of the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the days are what they are called")]
pub enum Weekday {
    #[default]
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// All days with their names.
    pub const ALL: [(Weekday, &str); 7] = [
        (Weekday::Monday, "monday"),
        (Weekday::Tuesday, "tuesday"),
        (Weekday::Wednesday, "wednesday"),
        (Weekday::Thursday, "thursday"),
        (Weekday::Friday, "friday"),
        (Weekday::Saturday, "saturday"),
        (Weekday::Sunday, "sunday"),
    ];

    /// Days after Monday.
    pub fn number(self) -> u32 {
        self as u32
    }
}

impl FromStr for Weekday {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        named(&Weekday::ALL, text, "weekday")
    }
}

/// A gap to cut out of the time axis.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "a figure has few of them")]
pub enum BreakChoice {
    /// The longest gaps, where that helps.
    Auto,
    /// None, and no note about long gaps.
    None,
    /// From the beginning of one date to the beginning of another.
    Between(Date, Date),
}

/// How the ruler maps time to places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scaling {
    /// Equal stretches of time are equally long.
    #[default]
    Linear,
    /// Ages by their logarithm: equal ratios of age are equally long.
    Log,
}

impl Scaling {
    /// All ways with their names.
    pub const ALL: [(Scaling, &str); 2] = [(Scaling::Linear, "linear"), (Scaling::Log, "log")];
}

impl FromStr for Scaling {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        named(&Scaling::ALL, text, "scale")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_by_name() {
        assert_eq!("Quarter".parse(), Ok(Ticks::Quarter));
        assert_eq!("sunday".parse(), Ok(Weekday::Sunday));
        let error = "fortnight".parse::<Ticks>().expect_err("no unit");
        assert!(error.contains("choose second, minute"), "{error}");
    }
}
