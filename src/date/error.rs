//! Why a text is no date.

use std::fmt;

/// Why a text is no date, pointing into the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    /// Where the fault begins: characters from the start of the text without blanks around it.
    pub offset: usize,
    /// The fact and the remedy.
    pub message: String,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for DateError {}
