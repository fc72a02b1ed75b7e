//! What the words, numbers and signs of a date mean, whatever the language.

use crate::date::Third;

/// What a word, a number or a sign of a date means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// A number and how many digits it was written with.
    Number(i64, usize),
    /// A number as 12th.
    Ordinal(i64),
    /// The tens of an ordinal in two words: twenty-first.
    Tens(i64),
    /// A number as 1960s, and how many digits it was written with.
    Decade(i64, usize),
    /// A year as '98.
    ShortYear(i64),
    /// 1 to 12.
    Month(u32),
    /// 0 is Monday.
    Weekday(u32),
    /// 0 is spring.
    Season(u32),
    South,
    North,
    Quarter(u32),
    Half(u32),
    /// So many equal parts: 2 is half, 4 a quarter.
    Part(u32),
    /// The last of several parts.
    Last,
    /// A part by one word: the number of it, the first being 1, and how many there are.
    PartOf(i64, u32),
    /// A hundred years by the first of them: 1800-talet.
    Hundred(i64),
    /// A year of three digits, or the hundred years that are named by them: l'800.
    YearOrHundred(i64),
    /// What makes a number beside it a month, as 月.
    MonthSign,
    /// What makes a number beside it a quarter, a half, a decade.
    QuarterWord,
    HalfWord,
    DecadeWord,
    Week,
    Third(Third),
    /// Before an era: the years of radiocarbon, calibrated.
    Calibrated,
    Bc,
    Ad,
    Century,
    Millennium,
    Fiscal,
    Year,
    Hyphen,
    Dash,
    Slash,
    Unknown,
}
