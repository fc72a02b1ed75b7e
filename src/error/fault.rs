//! One thing wrong, its code and its place.

use super::{Code, Message, quoted};
use std::fmt;
use std::ops::Range;

/// One thing wrong with the data or with the options, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// What is wrong, for programs.
    pub code: Code,
    /// The input's name as the user gave it; empty for an option that is in no file.
    pub file: String,
    /// The sheet of a workbook, whose rows are then the lines and whose columns the columns; empty
    /// for other files.
    pub sheet: String,
    /// Physical line, the first being 1; 0 when the fault concerns the whole file.
    pub line: u64,
    /// Character of the line, the first being 1; 0 when the fault concerns the whole line.
    pub column: u64,
    /// The value that is refused, as it was written; `None` where it is no single value.
    pub value: Option<String>,
    /// The fact and the remedy.
    pub message: Message,
    /// The text at this place; the first [`SHOWN`](super::SHOWN) faults of a table have it.
    pub excerpt: Option<Excerpt>,
}

/// The text at the place of a fault: its physical line, cut to what is near if it is long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The characters of the file, controls too.
    pub text: String,
    /// The bytes of `text` that are at fault: a cell, a character, or all.
    pub cell: Range<usize>,
    /// The byte of `text` that the fault's column names.
    pub at: usize,
}

impl Fault {
    /// A fault that has no place; a code that the message has already says more than `code`.
    pub fn new(code: Code, message: impl Into<Message>) -> Self {
        let message = message.into();
        Self {
            code: message.code().unwrap_or(code),
            file: String::new(),
            sheet: String::new(),
            line: 0,
            column: 0,
            value: None,
            message,
            excerpt: None,
        }
    }

    /// The same in the file of that name.
    pub fn in_file(self, file: impl Into<String>) -> Self {
        Self { file: file.into(), ..self }
    }

    /// The same in a sheet of that name.
    pub fn in_sheet(self, sheet: impl Into<String>) -> Self {
        Self { sheet: sheet.into(), ..self }
    }

    /// The same at a line and a character of it, both counted from 1.
    pub fn at(self, line: u64, column: u64) -> Self {
        Self { line, column, ..self }
    }

    /// The same of a value as it was written.
    pub fn of_value(self, value: impl Into<String>) -> Self {
        Self { value: Some(value.into()), ..self }
    }

    /// The place as editors read it, as `events.csv:7:3:`; in a workbook as people read it, as
    /// `events.xlsx: sheet "Plan", B7:`. Empty if there is none.
    pub fn place(&self) -> String {
        let mut place = String::new();
        if !self.file.is_empty() {
            place = format!("{}:", self.file);
        }
        if !self.sheet.is_empty() {
            return format!("{place} sheet {}{}:", quoted(&self.sheet), self.cell());
        }
        for number in [self.line, self.column] {
            if number > 0 {
                place += &format!("{number}:");
            }
        }
        place
    }
}

impl Fault {
    /// The cell or the row of a sheet, after a comma.
    fn cell(&self) -> String {
        match (self.line, self.column) {
            (0, _) => String::new(),
            (row, 0) => format!(", row {row}"),
            (row, column) => format!(", {}{row}", column_letters(column)),
        }
    }
}

/// The letters of a column of a sheet, the first being 1: A to Z, then AA.
fn column_letters(mut column: u64) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        let digit = (column - 1) % 26;
        letters.push(char::from(b'A' + digit as u8));
        column = (column - 1) / 26;
    }
    letters.iter().rev().collect()
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place() {
            place if place.is_empty() => self.message.fmt(f),
            place => write!(f, "{place} {}", self.message),
        }
    }
}
