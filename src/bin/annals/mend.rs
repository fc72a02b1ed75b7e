//! A copy of a table in which the faults are mended whose remedy is certain; all else is kept byte
//! for byte.

use crate::files::{self, Output, Target, save_all};
use annals::{
    Code, Error, Fault, Message, MessagePart, Note, ReadOptions, Result, quoted, read_table,
};
use std::ops::Range;
use std::path::Path;

/// A cell with the text that it gets.
struct Mended<'f> {
    fault: &'f Fault,
    span: Range<usize>,
    text: &'f str,
}

/// Reads a table from its bytes and writes its mended copy; notes say what was mended and what is
/// left as it is.
///
/// # Errors
///
/// [`Error::Data`] with all faults if none has a remedy that is certain, or the table is no text in
/// UTF-8; nothing has been written then.
pub(crate) fn write(bytes: Vec<u8>, options: &ReadOptions, target: Target) -> Result<Vec<Note>> {
    let (copy, notes) = copy(bytes, options)?;
    save_all(&[Output { target, bytes: copy.into() }])?;
    Ok(notes)
}

/// The mended copy of a table.
///
/// # Errors
///
/// As [`write`].
pub(crate) fn copy(bytes: Vec<u8>, options: &ReadOptions) -> Result<(String, Vec<Note>)> {
    let name = options.name.as_str();
    let faults = match read_table(bytes.as_slice(), options) {
        Ok(_) => Vec::new(),
        Err(Error::Data(faults)) => faults,
        Err(error) => return Err(error),
    };
    let Ok(text) = String::from_utf8(bytes) else { return Err(no_text(name)) };
    let mended = mended(&text, &faults);
    if mended.is_empty() && !faults.is_empty() {
        return Err(Error::Data(faults));
    }
    let mut notes: Vec<Note> = mended.iter().map(|one| told(one).in_file(name)).collect();
    let is_left = |fault: &&Fault| !mended.iter().any(|one| std::ptr::eq(one.fault, *fault));
    notes.extend(faults.iter().filter(is_left).map(left));
    if faults.is_empty() {
        notes.push(Note::new(Code::NothingToMend, "the table has no fault").in_file(name));
    }
    Ok((with(&text, &mended), notes))
}

/// Checks that the copy can be written, and that it is not the table itself.
pub(crate) fn target(path: &Path, table: Option<&Path>) -> Result<Target> {
    if path.as_os_str() == "-" {
        return Ok(Target::Stdout);
    }
    files::check(path, table.as_slice())?;
    Ok(Target::File(path.to_owned()))
}

fn no_text(name: &str) -> Error {
    let message = "only a table that is text in UTF-8 can be mended; save it as such, or mend it by \
                   its messages";
    Error::Data(vec![Fault::new(Code::Encoding, message).in_file(name)])
}

/// The cells of faults with one remedy that is certain, in their order.
fn mended<'f>(text: &str, faults: &'f [Fault]) -> Vec<Mended<'f>> {
    let mut found: Vec<Mended<'f>> = faults
        .iter()
        .filter_map(|fault| {
            let new = certain(fault)?;
            Some(Mended { fault, span: span(text, fault)?, text: new })
        })
        .collect();
    found.sort_by_key(|one| one.span.start);
    found.dedup_by(|later, earlier| later.span.start < earlier.span.end);
    found
}

/// The only text that a message offers for the cell, if it offers nothing else; none with a sign
/// that would part it.
fn certain(fault: &Fault) -> Option<&str> {
    let mut cells = fault.message.parts().iter().filter_map(|part| match part {
        MessagePart::Cell(text) => Some(text.as_str()),
        _ => None,
    });
    let only = cells.next().filter(|_| cells.next().is_none())?;
    let is_setting = |part: &MessagePart| matches!(part, MessagePart::Setting(_));
    let is_open = fault.code == Code::DateAmbiguous || fault.message.parts().iter().any(is_setting);
    let is_plain = !only.contains(['"', ',', ';', '\t', '|', '\n', '\r', '\\']);
    (!is_open && is_plain).then_some(only)
}

/// The bytes of the value at fault, where the text has it as it is around the place of the fault.
fn span(text: &str, fault: &Fault) -> Option<Range<usize>> {
    let value = fault.value.as_deref().filter(|value| !value.is_empty())?;
    let at = byte(text, fault.line, fault.column)?;
    let before = text.get(..at)?.char_indices().rev().map(|(start, _)| start);
    let starts = std::iter::once(at).chain(before).take(value.chars().count());
    let start = starts.into_iter().find(|&start| text[start..].starts_with(value))?;
    Some(start..start + value.len())
}

/// The byte of a place: the physical line and the character of it, both from 1.
fn byte(text: &str, line: u64, column: u64) -> Option<usize> {
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let head = text.len() - body.len();
    let (mut at_line, mut at_column) = (1, 1);
    let mut signs = body.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        if (at_line, at_column) == (line, column) {
            return Some(head + at);
        }
        let is_pair = sign == '\r' && signs.peek().is_some_and(|(_, next)| *next == '\n');
        match sign {
            '\n' | '\r' if !is_pair => (at_line, at_column) = (at_line + 1, 1),
            _ => at_column += 1,
        }
    }
    None
}

/// The text with its mended cells.
fn with(text: &str, mended: &[Mended<'_>]) -> String {
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    for one in mended {
        out.push_str(&text[from..one.span.start]);
        out.push_str(one.text);
        from = one.span.end;
    }
    out + &text[from..]
}

fn told(mended: &Mended<'_>) -> Note {
    let Mended { fault, text, .. } = mended;
    let value = quoted(fault.value.as_deref().unwrap_or_default());
    let fact = format!("line {}: {value} is written as {}", fault.line, quoted(text));
    Note::new(Code::Mended, fact)
}

fn left(fault: &Fault) -> Note {
    let place = if fault.line > 0 { format!("line {}: ", fault.line) } else { String::new() };
    let message = Message::new(format!("left as it is: {place}")).and(fault.message.clone());
    Note::new(fault.code, message).in_file(&fault.file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_bytes_of_the_text() {
        let text = "\u{FEFF}a,b\r\né,c\rx\ny";
        let at = |line, column| byte(text, line, column).map(|at| &text[at..at + 1]);
        assert_eq!((at(1, 1), at(1, 3)), (Some("a"), Some("b")));
        assert_eq!((at(2, 3), at(3, 1), at(4, 1)), (Some("c"), Some("x"), Some("y")));
        assert_eq!((at(4, 2), at(9, 1)), (None, None));
    }

    #[test]
    fn a_cell_with_several_remedies_is_left() {
        let fault =
            |message: Message| Fault::new(Code::UnknownWord, message).of_value("x").at(1, 1);
        let one = [fault(Message::new("write ").cell("y"))];
        assert_eq!(with("x,1", &mended("x,1", &one)), "y,1");
        let two = [fault(Message::new("write ").cell("y").text(" or ").cell("z"))];
        assert!(mended("x,1", &two).is_empty());
        let set = [fault(Message::new("write ").cell("y").text(" or set ").setting("tz"))];
        assert!(mended("x,1", &set).is_empty());
        assert!(mended("other,1", &one).is_empty());
    }
}
