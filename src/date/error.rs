//! Why a text is no date.

use crate::error::{Code, Message};
use std::fmt;

/// Why a text is no date, pointing into the text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DateError {
    /// What is wrong, for programs.
    pub kind: DateErrorKind,
    /// Where the fault begins: characters from the start of the text without blanks around it.
    pub offset: usize,
    /// The fact and the remedy, for people.
    pub message: Message,
}

/// What is wrong with a text that is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DateErrorKind {
    /// There is no text.
    Empty,
    /// The text is longer than any date.
    TooLong,
    /// The text is in no notation of dates.
    NotADate,
    /// A word is of a language that was not chosen.
    OtherLanguage,
    /// The notation is known, and not kept to.
    Malformed,
    /// A part is missing, or has too few digits.
    Incomplete,
    /// Day and month can be in either order.
    AmbiguousOrder,
    /// There are several readings for another reason.
    Ambiguous,
    /// There is no such month, week, day or clock time.
    Nonexistent,
    /// Two parts contradict each other, or an option.
    Contradictory,
    /// A range ends before it begins.
    Reversed,
    /// The year is further away than years are counted.
    OutOfRange,
    /// There are several dates, which are not one together.
    Several,
    /// The calendar or zone cannot be read.
    Unsupported,
}

impl DateErrorKind {
    /// The code of messages of this kind.
    pub fn code(self) -> Code {
        match self {
            Self::Empty => Code::DateEmpty,
            Self::TooLong => Code::DateTooLong,
            Self::NotADate => Code::NotADate,
            Self::OtherLanguage => Code::DateLanguage,
            Self::Malformed => Code::DateMalformed,
            Self::Incomplete => Code::DateIncomplete,
            Self::AmbiguousOrder => Code::DateOrder,
            Self::Ambiguous => Code::DateAmbiguous,
            Self::Nonexistent => Code::DateNonexistent,
            Self::Contradictory => Code::DateContradictory,
            Self::Reversed => Code::DateReversed,
            Self::OutOfRange => Code::DateOutOfRange,
            Self::Several => Code::SeveralDates,
            Self::Unsupported => Code::DateUnsupported,
        }
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message.fmt(f)
    }
}

impl std::error::Error for DateError {}
