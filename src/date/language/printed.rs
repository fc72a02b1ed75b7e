//! The words that dates are printed with, where CLDR has none: thirds, decades, centuries, before
//! and after.

use crate::date::{DateSide, Precision};

/// The words by which dates are printed in a language. In templates `{}` is a date, `{y}` a year,
/// `{n}` a number, `{o}` an ordinal of the language, `{d}` the first year of a decade and `{dd}` its
/// last two digits.
pub(in crate::date) struct PrintedWords {
    /// Spring first; then those of the southern half of the globe.
    pub(in crate::date) seasons: [[&'static str; 4]; 2],
    /// A season `{s}` of a year.
    pub(in crate::date) season_of_year: &'static str,
    /// The halves of a year.
    pub(in crate::date) halves: [&'static str; 2],
    /// A week of a year.
    pub(in crate::date) week: &'static str,
    /// A decade, alone and after a word for its part.
    pub(in crate::date) decade: [&'static str; 2],
    /// The ending of a decade by its first year; `{e}` in its templates.
    pub(in crate::date) decade_ending: fn(u64) -> &'static str,
    /// A century, alone and after a word for its part.
    pub(in crate::date) century: [&'static str; 2],
    /// A millennium, alone and after a word for its part.
    pub(in crate::date) millennium: [&'static str; 2],
    /// A number as the centuries have it.
    pub(in crate::date) ordinal: fn(u64) -> String,
    /// The first, middle and last third of a date.
    pub(in crate::date) thirds: [&'static str; 3],
    /// A month or a year after a word for its part.
    pub(in crate::date) of: &'static str,
    pub(in crate::date) about: &'static str,
    /// Before and between two dates that something was between; none without words for it.
    pub(in crate::date) between: [&'static str; 2],
    pub(in crate::date) sides: SideWords,
    pub(in crate::date) present: &'static str,
    pub(in crate::date) exceptions: Exceptions,
}

/// What few languages have.
pub(in crate::date) struct Exceptions {
    /// The first of a month where months have names: 1er.
    pub(in crate::date) first_day: Option<&'static str>,
    /// Whether of the full stops after two days only the last is written.
    pub(in crate::date) has_one_stop: bool,
}

impl Exceptions {
    pub(super) const NONE: Self = Self { first_day: None, has_one_stop: false };
}

/// The form of a month or a decade in the words around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::date) enum Case {
    /// As it stands alone.
    #[default]
    Plain,
    /// After a word that it belongs to, as a third of it.
    Part,
    /// The form of months in dates, in languages that inflect them.
    Genitive,
    /// A month by its number, where its name would have a form of its own.
    Numeric,
}

/// The words of [`DateSide`]: before, after, by, in or after, since, until; and the case of what
/// follows.
pub(in crate::date) struct SideWords {
    day: [&'static str; 6],
    year: [&'static str; 6],
    other: [&'static str; 6],
    cases: [Case; 6],
}

impl SideWords {
    /// The same for all dates.
    pub(super) const fn all(words: [&'static str; 6]) -> Self {
        Self { day: words, year: words, other: words, cases: [Case::Plain; 6] }
    }

    /// Those for days, for years and for all else.
    pub(super) const fn by_unit(
        day: [&'static str; 6],
        year: [&'static str; 6],
        other: [&'static str; 6],
    ) -> Self {
        Self { day, year, other, cases: [Case::Plain; 6] }
    }

    pub(super) const fn with_cases(self, cases: [Case; 6]) -> Self {
        Self { cases, ..self }
    }

    /// The template and the case for a date of that precision; none for ends that nobody knows,
    /// which have a sign.
    pub(in crate::date) fn of(
        &self,
        side: DateSide,
        precision: Precision,
    ) -> Option<(&'static str, Case)> {
        let index = match side {
            DateSide::Before => 0,
            DateSide::After => 1,
            DateSide::By => 2,
            DateSide::InOrAfter => 3,
            DateSide::Since => 4,
            DateSide::Until => 5,
            DateSide::ToFromUnknown | DateSide::FromToUnknown => return None,
        };
        let words = match precision {
            Precision::Year => &self.year,
            precision if precision >= Precision::Day => &self.day,
            _ => &self.other,
        };
        Some((words[index], self.cases[index]))
    }
}

/// The number as it is.
pub(super) fn plain(number: u64) -> String {
    number.to_string()
}

/// 18th.
pub(super) fn english(number: u64) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// XVIII; above 3999 the number as it is.
pub(super) fn roman(number: u64) -> String {
    const SIGNS: [(u64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 3999 {
        return number.to_string();
    }
    let (mut rest, mut text) = (number, String::new());
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

/// No ending.
pub(super) fn bare(_: u64) -> &'static str {
    ""
}
