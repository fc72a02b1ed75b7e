//! What can go wrong, and what a reader of the figure should be told.
//!
//! Messages are lower case, give the fact first and the remedy in the same sentence.

mod near;

pub(crate) use near::nearest;

use std::fmt;

/// The result of a fallible call of this crate.
pub type Result<T> = std::result::Result<T, Error>;

/// One thing wrong with the data, at the place where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The input's name as the user gave it.
    pub file: String,
    /// Physical line, the first being 1; 0 when the fault concerns the whole file.
    pub line: u64,
    /// Character of the line, the first being 1; 0 when the fault concerns the whole line.
    pub column: u64,
    /// The fact and the remedy.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.file)?;
        if self.line > 0 {
            write!(f, "{}:", self.line)?;
        }
        if self.column > 0 {
            write!(f, "{}:", self.column)?;
        }
        write!(f, " {}", self.message)
    }
}

/// Something that the maker of the figure should know but that does not stop it: an ignored
/// column, an event outside the range, a widened canvas.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note(pub String);

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why no figure was made. Each kind has an exit code of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The table is at fault; every fault that was found, in the order of the file.
    Data(Vec<Fault>),
    /// The options are at fault.
    Options(String),
    /// The system is at fault: a file that cannot be read or written.
    System(String),
    /// The program itself is at fault; nothing was written.
    Internal(String),
}

/// Faults printed in full before the rest are only counted.
const SHOWN: usize = 20;

impl Error {
    /// The exit code of a process that ends with this error: 1 data, 2 options, 3 otherwise.
    pub fn exit_code(&self) -> u8 {
        match self {
            Error::Data(_) => 1,
            Error::Options(_) => 2,
            Error::System(_) | Error::Internal(_) => 3,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Data(faults) => write_faults(f, faults),
            Error::Options(message) | Error::System(message) => f.write_str(message),
            Error::Internal(message) => {
                write!(f, "fault of annals itself, nothing was written: {message}")
            }
        }
    }
}

fn write_faults(f: &mut fmt::Formatter<'_>, faults: &[Fault]) -> fmt::Result {
    for (index, fault) in faults.iter().take(SHOWN).enumerate() {
        let end = if index == 0 { "" } else { "\n" };
        write!(f, "{end}{fault}")?;
    }
    match faults.len().saturating_sub(SHOWN) {
        0 => Ok(()),
        more => write!(f, "\nand {more} more"),
    }
}

impl std::error::Error for Error {}

/// `text` in double quotes, for a message: control and direction characters escaped, so that a
/// cell cannot reach the terminal, and cut at 60 characters.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for (count, c) in text.chars().enumerate() {
        if count == 60 {
            out.push('…');
            break;
        }
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() || is_direction_mark(c) => out.extend(c.escape_default()),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether `c` is an invisible character that steers the direction of text (UAX #9).
pub fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(line: u64) -> Fault {
        Fault { file: "a.csv".into(), line, column: 3, message: "no".into() }
    }

    #[test]
    fn faults_are_told_as_editors_read_them() {
        assert_eq!(fault(7).to_string(), "a.csv:7:3: no");
        assert_eq!(Fault { line: 0, column: 0, ..fault(1) }.to_string(), "a.csv: no");
    }

    #[test]
    fn the_first_twenty_faults_are_shown_and_the_rest_counted() {
        let text = Error::Data((1..=25).map(fault).collect()).to_string();
        assert_eq!(text.lines().count(), 21);
        assert!(text.ends_with("and 5 more"));
    }

    #[test]
    fn quoted_text_is_inert_and_short() {
        assert_eq!(quoted("a\u{1b}[31m\"\u{202E}"), r#""a\u{1b}[31m\"\u{202e}""#);
        assert_eq!(quoted(&"x".repeat(100)).chars().count(), 63);
    }
}
