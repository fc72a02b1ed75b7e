//! One thing wrong, its kind and its place.

use super::Message;
use std::fmt;
use std::ops::Range;

/// One thing wrong with the data or with the options, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// What kind of thing is wrong.
    pub kind: FaultKind,
    /// The input's name as the user gave it; empty for an option that is in no file.
    pub file: String,
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

/// What kind of thing is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FaultKind {
    /// The file is no table, or cannot be decoded.
    Table,
    /// There is no event.
    Empty,
    /// The file has more bytes, columns or events than are allowed.
    Limit,
    /// A column that is needed is missing, or one is there twice.
    Header,
    /// A row has the wrong number of cells, or contradicts itself.
    Row,
    /// A cell that must not be empty is.
    Missing,
    /// A value cannot be read as a date.
    Date,
    /// A date can be read in several ways.
    Ambiguous,
    /// An end is before its start.
    Order,
    /// A value is none of those that its column or setting takes.
    Value,
    /// A setting is at fault, or several together are.
    Option,
}

impl FaultKind {
    /// A name for programs, which stays the same when messages change.
    pub fn code(self) -> &'static str {
        match self {
            FaultKind::Table => "table",
            FaultKind::Empty => "empty",
            FaultKind::Limit => "limit",
            FaultKind::Header => "header",
            FaultKind::Row => "row",
            FaultKind::Missing => "missing",
            FaultKind::Date => "date",
            FaultKind::Ambiguous => "ambiguous",
            FaultKind::Order => "order",
            FaultKind::Value => "value",
            FaultKind::Option => "option",
        }
    }
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
    /// A fault that has no place.
    pub fn new(kind: FaultKind, message: impl Into<Message>) -> Self {
        Self {
            kind,
            file: String::new(),
            line: 0,
            column: 0,
            value: None,
            message: message.into(),
            excerpt: None,
        }
    }

    /// A fault of a table as a whole.
    pub fn of_file(file: impl Into<String>, message: impl Into<Message>) -> Self {
        Self::new(FaultKind::Table, message).in_file(file)
    }

    /// The same in the file of that name.
    pub fn in_file(self, file: impl Into<String>) -> Self {
        Self { file: file.into(), ..self }
    }

    /// The same at a line and a character of it, both counted from 1.
    pub fn at(self, line: u64, column: u64) -> Self {
        Self { line, column, ..self }
    }

    /// The same of a value as it was written.
    pub fn of_value(self, value: impl Into<String>) -> Self {
        Self { value: Some(value.into()), ..self }
    }

    /// The place as editors read it, as `events.csv:7:3:`; empty if there is none.
    pub fn place(&self) -> String {
        let mut place = String::new();
        if !self.file.is_empty() {
            place = format!("{}:", self.file);
        }
        for number in [self.line, self.column] {
            if number > 0 {
                place += &format!("{number}:");
            }
        }
        place
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place() {
            place if place.is_empty() => self.message.fmt(f),
            place => write!(f, "{place} {}", self.message),
        }
    }
}
