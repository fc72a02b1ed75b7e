//! What is wrong with a row, in terms of its columns and bytes. Its line and character are worked
//! out from that later, and only then.

use crate::error::{Code, Message};

/// Something wrong with the row at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RowProblem {
    /// What is wrong, for programs.
    pub code: Code,
    /// Where to point.
    pub place: ProblemPlace,
    /// The column whose header leads the message, the first being 0.
    pub column: Option<usize>,
    /// The value that is refused, as it was written.
    pub value: Option<String>,
    /// The fact and the remedy.
    pub message: Message,
}

/// Where a problem is in the row at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ProblemPlace {
    /// The row as a whole.
    Row,
    /// The character `offset` of the trimmed text of a column, both counted from 0.
    Char {
        /// The column.
        column: usize,
        /// Characters before the place.
        offset: usize,
    },
    /// This many bytes after the start of the row.
    Byte(usize),
}

impl ProblemPlace {
    /// The text of a column.
    pub(super) fn column(column: usize) -> Self {
        Self::Char { column, offset: 0 }
    }
}

impl RowProblem {
    /// A problem whose message is not led by a header.
    pub(super) fn new(code: Code, place: ProblemPlace, message: impl Into<Message>) -> Self {
        let message = message.into();
        let code = message.code().unwrap_or(code);
        Self { code, place, column: None, value: None, message }
    }

    /// The same, led by the header of a column.
    pub(super) fn of(self, column: usize) -> Self {
        Self { column: Some(column), ..self }
    }

    /// The same of a value as it was written.
    pub(super) fn of_value(self, value: &str) -> Self {
        Self { value: Some(value.to_owned()), ..self }
    }
}
