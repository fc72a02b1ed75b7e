//! The questions of a column that have few answers, so that its cells can be read in all of them.

use super::question::Question;
use crate::date::{DateOptions, DateOrder, YearPairs};

/// What a cell waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OpenQuestion {
    /// Whether the day comes first, or the month.
    Order,
    /// Whether a year and two digits are a range, a month or a season.
    YearPair,
}

/// What a column may answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenAnswer {
    /// The order of day and month.
    Order(DateOrder),
    /// What a year and two digits are; each cell says so by itself if nothing does.
    YearPair(Option<YearPairs>),
}

impl OpenQuestion {
    /// The question, if it is one of these.
    pub(super) fn of(question: Question) -> Option<Self> {
        match question {
            Question::Order => Some(Self::Order),
            Question::YearPair => Some(Self::YearPair),
            _ => None,
        }
    }

    pub(super) fn place(self) -> usize {
        match self {
            Self::Order => Question::Order as usize,
            Self::YearPair => Question::YearPair as usize,
        }
    }

    /// All that may be answered.
    pub fn answers(self) -> Vec<OpenAnswer> {
        const PAIRS: [YearPairs; 3] = [YearPairs::Ranges, YearPairs::Months, YearPairs::Seasons];
        match self {
            Self::Order => [DateOrder::Dmy, DateOrder::Mdy].map(OpenAnswer::Order).to_vec(),
            Self::YearPair => {
                let pairs = PAIRS.into_iter().map(Some);
                std::iter::once(None).chain(pairs).map(OpenAnswer::YearPair).collect()
            }
        }
    }

    /// What options answer; none where they leave the order open.
    pub(super) fn answer(self, options: &DateOptions) -> Option<OpenAnswer> {
        match self {
            Self::Order => options.order.map(OpenAnswer::Order),
            Self::YearPair => Some(OpenAnswer::YearPair(options.year_pairs)),
        }
    }
}

impl OpenAnswer {
    /// The options with this answer.
    pub(super) fn given_to(self, options: &DateOptions) -> DateOptions {
        let options = options.clone();
        match self {
            Self::Order(order) => DateOptions { order: Some(order), ..options },
            Self::YearPair(year_pairs) => DateOptions { year_pairs, ..options },
        }
    }
}
