//! What is said where events are counted, in bins of the calendar.

use crate::date::TimeUnit;

/// The words of a figure that counts events. Templates have their fields in braces.
#[derive(Debug)]
pub struct DensityWords {
    /// The events of a bin, for each [`BinUnit`].
    pub(super) per: [&'static str; 7],
    /// The events of a bin of several units `{}`.
    pub(super) per_time: &'static str,
    /// How many events go on at once.
    pub running: &'static str,
    /// How many events `{events}` there are, as a sentence, and the same where `{n}` are named.
    pub(super) named: [&'static str; 2],
    /// What pale columns are, as a sentence.
    pub spread: &'static str,
    /// The greatest number `{n}` and when `{when}` it was, as a sentence.
    pub(super) most: &'static str,
}

/// The unit of a bin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinUnit {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

impl BinUnit {
    /// The unit that several of them are told in.
    pub(super) fn time_unit(self) -> Option<TimeUnit> {
        match self {
            BinUnit::Second => Some(TimeUnit::Second),
            BinUnit::Minute => Some(TimeUnit::Minute),
            BinUnit::Hour => Some(TimeUnit::Hour),
            BinUnit::Day => Some(TimeUnit::Day),
            BinUnit::Week => None,
            BinUnit::Month => Some(TimeUnit::Month),
            BinUnit::Year => Some(TimeUnit::Year),
        }
    }
}

impl DensityWords {
    /// The events of a bin that is so long, in words.
    pub fn per_time(&self, long: &str) -> String {
        self.per_time.replace("{}", long)
    }

    /// The greatest number, and when it was.
    pub fn most(&self, number: &str, when: &str) -> String {
        self.most.replace("{n}", number).replace("{when}", when)
    }
}
