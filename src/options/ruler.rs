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

/// A month: 0 is January.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Month(pub u32);

const MONTHS: [(u32, &str); 12] = [
    (0, "january"),
    (1, "february"),
    (2, "march"),
    (3, "april"),
    (4, "may"),
    (5, "june"),
    (6, "july"),
    (7, "august"),
    (8, "september"),
    (9, "october"),
    (10, "november"),
    (11, "december"),
];

impl FromStr for Month {
    type Err = String;

    /// Reads an English name or its first three letters.
    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let short = |name: &str| name.get(..3).is_some_and(|name| name.eq_ignore_ascii_case(text));
        let found = MONTHS.into_iter().find(|(_, name)| short(name));
        found.map_or_else(|| named(&MONTHS, text, "month"), |(month, _)| Ok(month)).map(Month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_by_name() {
        assert_eq!("Quarter".parse(), Ok(Ticks::Quarter));
        assert_eq!("sunday".parse(), Ok(Weekday(6)));
        assert_eq!("Oct".parse(), Ok(Month(9)));
        assert_eq!("october".parse(), Ok(Month(9)));
        let error = "fortnight".parse::<Ticks>().expect_err("no unit");
        assert!(error.contains("choose second, minute"), "{error}");
    }
}
