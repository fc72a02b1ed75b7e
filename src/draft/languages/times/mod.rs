//! Times that are told from others, in the words of a language.

pub(super) mod de;
pub(super) mod en;
pub(super) mod es;
pub(super) mod fr;
pub(super) mod ru;

use super::WordList;
use crate::date::Third;

/// What a language says of times that are told from others, all in lower case.
pub(in crate::draft) struct RelativeTimes {
    /// Small numbers in words.
    pub numbers: &'static [(&'static str, i64)],
    /// Times that are told from another: `{n}` is a small number.
    pub relatives: &'static [(&'static str, Shift)],
    /// The next (1) or last (-1) of the months or seasons of one name, which `{m}` stands for.
    pub named: &'static [(&'static str, i64)],
    /// The year said before, of which a part is told: the end of the year.
    pub year_itself: WordList,
    /// Parts of a month or year in words of their own.
    pub thirds: &'static [(&'static str, Third)],
    /// Decades without their century.
    pub decades: &'static [(&'static str, i64)],
    /// Words beside such a decade.
    pub decade_words: WordList,
    /// Words of what had happened before.
    pub perfect: WordList,
    /// Words before a time which is only a bound then.
    pub vague: WordList,
    /// Parts of a day.
    pub day_parts: WordList,
}

impl RelativeTimes {
    /// Those of a language without any.
    pub(super) const NONE: Self = Self {
        numbers: &[],
        relatives: &[],
        named: &[],
        year_itself: &[],
        thirds: &[],
        decades: &[],
        decade_words: &[],
        perfect: &[],
        vague: &[],
        day_parts: &[],
    };
}

/// How far a date is from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::draft) struct Shift {
    pub step: TimeStep,
    /// So many steps; a number in the text multiplies them.
    pub count: i64,
    pub from: Origin,
}

/// The unit of a [`Shift`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::draft) enum TimeStep {
    Day,
    Week,
    Month,
    Year,
    Decade,
}

/// The date that another is told from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::draft) enum Origin {
    /// The date said before.
    Said,
    /// The day the text was written, or the date said before if that is not known.
    Written,
    /// The day the text was written, and no other.
    WrittenOnly,
}

const fn said(step: TimeStep, count: i64) -> Shift {
    Shift { step, count, from: Origin::Said }
}

const fn written(step: TimeStep, count: i64) -> Shift {
    Shift { step, count, from: Origin::Written }
}

const fn only_written(step: TimeStep, count: i64) -> Shift {
    Shift { step, count, from: Origin::WrittenOnly }
}
