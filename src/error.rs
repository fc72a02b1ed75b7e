//! What can go wrong, and what the maker of a figure should know.
//!
//! Errors keep their structure to the last moment: kind, place, value and a [`Message`] that a host
//! prints in its own words for settings. Nothing may depend on the text of a message.

mod code;
mod fault;
mod message;
mod near;

pub use code::Code;
pub use fault::{Excerpt, Fault};
pub use message::{Message, MessagePart, Setting};
pub use near::{meant, nearest};

use std::fmt;
use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The result of a fallible call of this crate.
pub type Result<T> = std::result::Result<T, Error>;

/// Something that the maker of the figure should know but that does not stop it: an ignored
/// column, an event outside the range, a widened canvas.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Note {
    /// The input's name as the user gave it; empty for a note on the figure.
    pub file: String,
    /// The fact and, if something can be done about it, the remedy.
    pub message: Message,
    /// What it says, for programs.
    pub code: Code,
}

impl Note {
    /// A note that says `message`; a code that the message has already says more than `code`.
    pub fn new(code: Code, message: impl Into<Message>) -> Self {
        let message = message.into();
        let code = message.code().unwrap_or(code);
        Self { file: String::new(), message, code }
    }

    /// The same on the file of that name.
    pub fn in_file(self, file: impl Into<String>) -> Self {
        Self { file: file.into(), ..self }
    }

    /// The file before the message, as `events.csv: `; empty if there is none.
    pub fn place(&self) -> String {
        if self.file.is_empty() { String::new() } else { format!("{}: ", self.file) }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.place(), self.message)
    }
}

/// Why no figure was made.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The table is at fault; every fault that was found, in the order of the file.
    Data(Vec<Fault>),
    /// Nothing is at fault but what was noted, and notes were not to be tolerated.
    Notes(Vec<Note>),
    /// The options are at fault; those of a file have a place in it.
    Options(Vec<Fault>),
    /// The system is at fault: a file that cannot be read or written.
    #[non_exhaustive]
    System {
        /// What is wrong, for programs.
        code: Code,
        /// What the system said.
        kind: ErrorKind,
        /// The fact and the remedy.
        message: Message,
    },
    /// The program itself is at fault; nothing was written.
    #[non_exhaustive]
    Internal {
        /// What went wrong.
        message: Message,
    },
}

/// Faults printed in full before the rest are only counted.
pub const SHOWN: usize = 20;

impl Error {
    /// An error of one option or of several together.
    pub fn options(code: Code, message: impl Into<Message>) -> Self {
        Self::Options(vec![Fault::new(code, message)])
    }

    /// An error of the system.
    pub fn system(code: Code, kind: ErrorKind, message: impl Into<Message>) -> Self {
        Self::System { code, kind, message: message.into() }
    }

    /// An error of the program itself.
    pub fn internal(message: impl Into<Message>) -> Self {
        Self::Internal { message: message.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Data(faults) | Error::Options(faults) => write_faults(f, faults),
            Error::Notes(notes) => {
                let notes: Vec<String> = notes.iter().map(Note::to_string).collect();
                f.write_str(&notes.join("\n"))
            }
            Error::System { message, .. } => message.fmt(f),
            Error::Internal { message } => {
                write!(f, "internal error, nothing was written: {message}")
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
pub fn guarded<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    // Nothing that a panic could leave half done outlives the call.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|cause| {
        let message = cause.downcast_ref::<String>().map(String::as_str);
        let message = message.or(cause.downcast_ref::<&str>().copied());
        Err(Error::internal(message.unwrap_or("a library panicked")))
    })
}

/// An error of the program itself, where fonts were given that may be its cause.
pub(crate) fn of_font(error: Error) -> Error {
    let Error::Internal { message } = error else { return error };
    let fact = Message::new("a font that was given cannot be used (").and(message);
    Error::options(Code::UnfitFont, fact.text("); leave it out, or give another"))
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
        Fault::new(Code::NotADate, "no").in_file("a.csv").at(line, 3)
    }

    #[test]
    fn faults_are_printed_as_editors_read_them() {
        assert_eq!(fault(7).to_string(), "a.csv:7:3: no");
        assert_eq!(Fault::new(Code::Encoding, "no").in_file("a.csv").to_string(), "a.csv: no");
    }

    #[test]
    fn the_first_twenty_faults_are_shown_and_the_rest_counted() {
        let text = Error::Data((1..=25).map(fault).collect()).to_string();
        assert_eq!(text.lines().count(), 21);
        assert!(text.ends_with("and 5 more"));
    }

    #[test]
    fn a_panic_becomes_an_error() {
        let expected = Err(Error::internal("bad font"));
        assert_eq!(guarded::<()>(|| panic!("bad font")), expected);
        assert_eq!(guarded::<()>(|| panic!("{} font", "bad")), expected);
    }

    #[test]
    fn quoted_text_is_inert_and_short() {
        assert_eq!(quoted("a\u{1b}[31m\"\u{202E}"), r#""a\u{1b}[31m\"\u{202e}""#);
        assert_eq!(quoted(&"x".repeat(100)).chars().count(), 63);
    }
}
