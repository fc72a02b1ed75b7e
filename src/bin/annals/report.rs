//! Errors and notes as they are printed: plain in a pipe, with colour on a terminal.

use crate::panics;
use annals::host::SHOWN;
use annals::{Code, Error, Excerpt, Fault, Message, Note, is_hidden};
use std::ffi::OsString;
use unicode_width::UnicodeWidthStr;

/// How messages are printed: with colour or without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Report {
    is_coloured: bool,
}

/// Attributes of a terminal (ECMA-48, "select graphic rendition").
const BOLD: &str = "1";
const RED: &str = "1;31";
const YELLOW: &str = "1;33";
const FAINT: &str = "2";

impl Report {
    /// Colour for a terminal that can show it and whose user wants it (no-color.org), by a look
    /// into the environment.
    pub(crate) fn of(is_terminal: bool, variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let refused = variable("NO_COLOR").is_some_and(|value| !value.is_empty());
        let is_dumb = variable("TERM").is_some_and(|value| value == "dumb");
        Self { is_coloured: is_terminal && !refused && !is_dumb }
    }

    /// A note as it is printed.
    pub(crate) fn note(self, note: &Note) -> String {
        let words = note.place() + &spelled(&note.message);
        format!("{} {}", self.paint(YELLOW, "note:"), visible(&words))
    }

    /// An error as it is printed: the first faults, each with the text at its place, and how many
    /// more there are.
    pub(crate) fn error(self, error: &Error) -> String {
        match error {
            Error::Data(faults) | Error::Options(faults) => self.faults(faults),
            Error::System { message, .. } => visible(&spelled(message)),
            Error::Notes(notes) => {
                let printed = notes.iter().map(|note| self.note(note));
                let end = "error: notes are errors with --strict; nothing was written".to_owned();
                printed.chain([end]).collect::<Vec<_>>().join("\n")
            }
            internal => visible(&panics::report(internal)),
        }
    }

    fn faults(self, faults: &[Fault]) -> String {
        let (placed, further) = match faults.split_last() {
            Some((last, placed)) if last.code == Code::Further => (placed, last.value.as_ref()),
            _ => (faults, None),
        };
        let mut lines: Vec<String> =
            placed.iter().take(SHOWN).map(|fault| self.fault(fault)).collect();
        let counted: usize = further.and_then(|many| many.parse().ok()).unwrap_or(0);
        let more = placed.len().saturating_sub(SHOWN) + counted;
        if more > 0 {
            lines.push(format!("and {more} more errors"));
        }
        lines.join("\n")
    }

    fn fault(self, fault: &Fault) -> String {
        let message = visible(&spelled(&fault.message));
        let printed = match visible(&fault.place()) {
            place if place.is_empty() => message,
            place => self.paint(BOLD, &place) + " " + &message,
        };
        match &fault.excerpt {
            Some(excerpt) => printed + "\n" + &self.excerpt(fault.line, excerpt),
            None => printed,
        }
    }

    /// The line at fault under its number, and a line that points to the place in its cell.
    fn excerpt(self, line: u64, excerpt: &Excerpt) -> String {
        let Excerpt { text, cell, at } = excerpt;
        let part = |range| shown(text.get(range).unwrap_or_default());
        let (before, head) = (part(0..cell.start), part(cell.start..*at));
        let (tail, after) = (part(*at..cell.end), part(cell.end..text.len()));
        let marks = "~".repeat(head.width()) + "^" + &"~".repeat(tail.width().saturating_sub(1));
        let number = format!("{line:>5} |");
        let blank = " ".repeat(before.width());
        let cell = self.paint(RED, &[head, tail].concat());
        format!(
            "{} {before}{cell}{after}\n{} {blank}{}",
            self.paint(FAINT, &number),
            self.paint(FAINT, &format!("{:>1$}", "|", number.chars().count())),
            self.paint(RED, &marks)
        )
    }

    fn paint(self, attribute: &str, text: &str) -> String {
        match self.is_coloured && !text.is_empty() {
            true => format!("\u{1b}[{attribute}m{text}\u{1b}[0m"),
            false => text.to_owned(),
        }
    }
}

/// A message with settings as flags.
pub(super) fn spelled(message: &Message) -> String {
    message.print(|setting| match &setting.value {
        Some(value) => format!("--{} {value}", setting.key),
        None => format!("--{}", setting.key),
    })
}

/// `text` without anything that does something to a terminal but begin a line.
pub(crate) fn visible(text: &str) -> String {
    escaped(text, |c| c != '\n' && is_hidden(c))
}

/// A line of a table as it can be underlined: tabs as blanks, other controls escaped.
fn shown(text: &str) -> String {
    escaped(&text.replace('\t', "    "), is_hidden)
}

fn escaped(text: &str, is_hidden: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match is_hidden(c) {
            true => out.extend(c.escape_default()),
            false => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain() -> Report {
        Report { is_coloured: false }
    }

    /// A fault of line 7 whose cell lies between brackets, the place behind a bar in it.
    fn fault(marked: &str) -> Fault {
        let text: String = marked.chars().filter(|c| !"[|]".contains(*c)).collect();
        let find = |mark| marked.find(mark).expect("a mark");
        let excerpt = Excerpt { text, cell: find('[')..find(']') - 2, at: find('|') - 1 };
        let (line, column) = (7, 3);
        let mut fault = Fault::new(Code::NotADate, "no").in_file("t.csv").at(line, column);
        fault.excerpt = Some(excerpt);
        fault
    }

    #[test]
    fn the_cell_is_underlined_and_its_place_marked() {
        let cases = [
            ("a,[20|10-00],b", "    7 | a,2010-00,b", "      |   ~~^~~~~"),
            ("[|x]", "    7 | x", "      | ^"),
            ("a,[|],b", "    7 | a,,b", "      |   ^"),
            ("中文,[é|ü]", "    7 | 中文,éü", "      |      ~^"),
            ("a\u{301}\t[|x]", "    7 | a\u{301}    x", "      |      ^"),
            ("\u{1b}[|x]", "    7 | \\u{1b}x", "      |       ^"),
        ];
        for (marked, line, marks) in cases {
            let told = plain().error(&Error::Data(vec![fault(marked)]));
            let lines: Vec<&str> = told.lines().collect();
            assert_eq!(lines, ["t.csv:7:3: no", line, marks], "{marked:?}");
        }
    }

    #[test]
    fn the_first_twenty_are_shown_and_the_rest_counted() {
        let told = plain().error(&Error::Data(vec![fault("[|x]"); 25]));
        assert_eq!(told.matches("t.csv:7:3: no").count(), 20);
        assert!(told.ends_with("\nand 5 more errors"), "{told}");
    }

    #[test]
    fn colour_is_for_terminals_whose_user_wants_it() {
        let with = |is_terminal, name: &str, value: &str| {
            let variable = |asked: &str| (asked == name).then(|| OsString::from(value));
            Report::of(is_terminal, variable).is_coloured
        };
        assert!(with(true, "TERM", "xterm") && with(true, "NO_COLOR", ""));
        assert!(!with(false, "TERM", "xterm"));
        assert!(!with(true, "NO_COLOR", "1") && !with(true, "TERM", "dumb"));
        let told = Report { is_coloured: true }.error(&Error::Data(vec![fault("a,[|x]")]));
        assert!(told.starts_with("\u{1b}[1mt.csv:7:3:\u{1b}[0m no\n"), "{told:?}");
        assert!(told.ends_with("\u{1b}[1;31m^\u{1b}[0m"), "{told:?}");
    }

    #[test]
    fn nothing_from_a_table_reaches_the_terminal() {
        let fault = Fault::new(Code::NotADate, "\u{202E}no\u{7}").in_file("\u{1b}[2J.csv");
        let told = plain().error(&Error::Data(vec![fault]));
        assert_eq!(told, "\\u{1b}[2J.csv: \\u{202e}no\\u{7}");
        assert_eq!(plain().note(&Note::new(Code::Tall, "a\u{9b}b")), "note: a\\u{9b}b");
    }
}
