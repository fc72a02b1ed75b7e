//! What can go wrong, and what a reader of the figure should be told.
//!
//! Messages are lower case, give the fact first and the remedy in the same sentence.

mod near;

pub(crate) use near::{meant, nearest};

use std::fmt;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

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
    /// What stands there; the first [`SHOWN`] faults of a table have it.
    pub excerpt: Option<Excerpt>,
}

/// What stands at the place of a fault: its physical line, cut to what is near if it is long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The characters as they stand in the file, controls too.
    pub text: String,
    /// The bytes of `text` that are at fault: a cell, a character, or all.
    pub cell: Range<usize>,
    /// The byte of `text` that the fault's column names.
    pub at: usize,
}

impl Fault {
    /// A fault of the file as a whole.
    pub fn of_file(file: impl Into<String>, message: impl Into<String>) -> Self {
        let (file, message) = (file.into(), message.into());
        Self { file, line: 0, column: 0, message, excerpt: None }
    }
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
    /// Nothing is at fault but what was noted, and notes were not to be tolerated.
    Notes(Vec<Note>),
    /// The options are at fault.
    Options(String),
    /// The system is at fault: a file that cannot be read or written.
    System(String),
    /// The program itself is at fault; nothing was written.
    Internal(String),
}

/// Faults told in full before the rest are only counted.
pub const SHOWN: usize = 20;

impl Error {
    /// The exit code of a process that ends with this error: 1 data or notes, 2 options, 3
    /// otherwise.
    pub fn exit_code(&self) -> u8 {
        match self {
            Error::Data(_) | Error::Notes(_) => 1,
            Error::Options(_) => 2,
            Error::System(_) | Error::Internal(_) => 3,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Data(faults) => write_faults(f, faults),
            Error::Notes(notes) => {
                let told: Vec<&str> = notes.iter().map(|note| note.0.as_str()).collect();
                f.write_str(&told.join("\n"))
            }
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

/// What `work` gives; a library that panics, on a broken font say, gives an error.
pub(crate) fn guarded<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    // Nothing that a panic could leave half done outlives the call.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|cause| {
        let message = cause.downcast_ref::<String>().map(String::as_str);
        let message = message.or(cause.downcast_ref::<&str>().copied());
        Err(Error::Internal(message.unwrap_or("a library panicked").to_owned()))
    })
}

/// An error of the program itself, where fonts were given that may be its cause.
pub(crate) fn of_font(error: Error) -> Error {
    let Error::Internal(cause) = error else { return error };
    let remedy = "leave it out, or give another";
    Error::Options(format!("a font that was given cannot be used ({cause}); {remedy}"))
}

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
            c if is_hidden(c) => out.extend(c.escape_default()),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether `c` must be escaped to be seen, or to do nothing to a terminal.
pub fn is_hidden(c: char) -> bool {
    c.is_control() || is_direction_mark(c) || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Whether `c` is an invisible character that steers the direction of text (UAX #9).
pub fn is_direction_mark(c: char) -> bool {
    is_direction_override(c) || matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}')
}

/// Whether `c` turns the text that comes after it, until another such character ends that.
pub fn is_direction_override(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(line: u64) -> Fault {
        Fault { line, column: 3, ..Fault::of_file("a.csv", "no") }
    }

    #[test]
    fn faults_are_told_as_editors_read_them() {
        assert_eq!(fault(7).to_string(), "a.csv:7:3: no");
        assert_eq!(Fault::of_file("a.csv", "no").to_string(), "a.csv: no");
    }

    #[test]
    fn the_first_twenty_faults_are_shown_and_the_rest_counted() {
        let text = Error::Data((1..=25).map(fault).collect()).to_string();
        assert_eq!(text.lines().count(), 21);
        assert!(text.ends_with("and 5 more"));
    }

    #[test]
    fn a_panic_is_told_as_an_error() {
        let told = |error| matches!(error, Error::Internal(message) if message == "bad font");
        assert!(guarded::<()>(|| panic!("bad font")).is_err_and(told));
        assert!(guarded::<()>(|| panic!("{} font", "bad")).is_err_and(told));
    }

    #[test]
    fn quoted_text_is_inert_and_short() {
        assert_eq!(quoted("a\u{1b}[31m\"\u{202E}"), r#""a\u{1b}[31m\"\u{202e}""#);
        assert_eq!(quoted(&"x".repeat(100)).chars().count(), 63);
    }
}
