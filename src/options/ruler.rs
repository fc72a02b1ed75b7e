//! What the user may choose about the ruler.

use super::named;
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
        named(&Ticks::ALL, text, "unit of the ruler")
    }
}

/// A day of the week: 0 is Monday, 6 Sunday.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weekday(pub u32);

const WEEKDAYS: [(u32, &str); 7] = [
    (0, "monday"),
    (1, "tuesday"),
    (2, "wednesday"),
    (3, "thursday"),
    (4, "friday"),
    (5, "saturday"),
    (6, "sunday"),
];

impl FromStr for Weekday {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        named(&WEEKDAYS, text, "weekday").map(Weekday)
    }
}

/// An empty stretch that the ruler leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Break {
    /// The longest empty stretches, where that helps.
    Auto,
    /// None.
    None,
    /// From one date to another, as they were written.
    Between(String, String),
}

impl FromStr for Break {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        match text.to_ascii_lowercase().as_str() {
            "auto" => return Ok(Self::Auto),
            "none" => return Ok(Self::None),
            _ => {}
        }
        let ends = text.split_once("..").map(|(from, to)| (from.trim(), to.trim()));
        let ends = ends.filter(|(from, to)| !from.is_empty() && !to.is_empty());
        ends.map(|(from, to)| Self::Between(from.into(), to.into()))
            .ok_or_else(|| "a break is auto, none, or two dates, as 1030..1480".into())
    }
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
        assert_eq!("sunday".parse(), Ok(Weekday(6)));
        let error = "fortnight".parse::<Ticks>().expect_err("no unit");
        assert!(error.contains("choose second, minute"), "{error}");
    }
}
