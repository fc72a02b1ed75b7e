//! What is wrong with a row, told by those who see it in cells and bytes. Where that stands in
//! the file is worked out from it later, and only then.

use crate::error::{FaultKind, Message};

/// Something wrong with the row at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Complaint {
    /// Where to point.
    pub spot: Spot,
    /// The cell whose column's name leads the message, the first being 0.
    pub column: Option<usize>,
    /// The kind of fault that it is.
    pub kind: FaultKind,
    /// The fact and the remedy.
    pub message: Message,
}

/// Where a complaint points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    /// The row as a whole.
    Row,
    /// Of this cell's trimmed text this character, both counted from 0.
    Char(usize, usize),
    /// This many bytes after the start of the row.
    Byte(usize),
}

impl Complaint {
    /// A complaint that does not name a column.
    pub(super) fn new(spot: Spot, message: impl Into<Message>) -> Self {
        Self { spot, column: None, kind: FaultKind::Table, message: message.into() }
    }

    /// The same, told of the column of a cell.
    pub(super) fn of(self, cell: usize) -> Self {
        Self { column: Some(cell), ..self }
    }
}
