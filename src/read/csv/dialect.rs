//! The delimiter of a table, from its head: the one that a `sep=` line declares, else the one by
//! which the header row makes sense.

use crate::error::Note;
use crate::read::ReadOptions;
use crate::read::columns::Columns;
use csv::{ByteRecord, ReaderBuilder};

/// Delimiters that are looked for, the preferred one first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A reader's settings for a delimiter. Every row is given, short or long, the header too.
pub(super) fn builder(delimiter: u8) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(delimiter).has_headers(false).flexible(true);
    builder
}

/// Whether a row is empty but for blanks.
pub(super) fn is_blank(row: &ByteRecord) -> bool {
    row.iter().all(|cell| cell.trim_ascii().is_empty())
}

/// The delimiter that a first line such as `sep=;` declares, and the bytes of that line.
/// Spreadsheets write it, in quotes or without.
pub(super) fn declared(head: &[u8]) -> Option<(u8, usize)> {
    let end = head.iter().position(|b| matches!(b, b'\n' | b'\r'))?;
    let (line, rest) = head.split_at_checked(end)?;
    let line = line.strip_prefix(b"\"").and_then(|l| l.strip_suffix(b"\"")).unwrap_or(line);
    let (word, delimiter) = line.split_at_checked(4)?;
    let delimiter = delimiter.first().copied().filter(|b| DELIMITERS.contains(b))?;
    let is_declared = word.eq_ignore_ascii_case(b"sep=") && line.len() == 5;
    let line_end = if rest.starts_with(b"\r\n") { 2 } else { 1 };
    is_declared.then_some((delimiter, end + line_end))
}

/// The first delimiter by which the header row has what an event needs; failing that, the one by
/// which most of the header row is known, or which at least divides it most.
pub(super) fn detect(head: &[u8], options: &ReadOptions) -> u8 {
    let readings = readings(head, options);
    if let Some((delimiter, _)) = readings.iter().find(|(_, columns)| columns.is_complete()) {
        return *delimiter;
    }
    // `max_by_key` gives the last of equals, and the first is preferred.
    let best = readings.iter().rev().max_by_key(|(_, columns)| (columns.roles(), columns.len()));
    best.map_or(b',', |&(delimiter, _)| delimiter)
}

/// Whether the first row that is not blank has the headers that events need, by some delimiter.
pub(in crate::read) fn has_headers(head: &[u8], options: &ReadOptions) -> bool {
    readings(head, options).iter().any(|(_, columns)| columns.is_complete())
}

/// The header row as each delimiter divides it.
fn readings(head: &[u8], options: &ReadOptions) -> [(u8, Columns); 4] {
    DELIMITERS.map(|delimiter| (delimiter, header(head, delimiter, options)))
}

/// The note of a delimiter that was found, not declared; there is none for the comma.
pub(super) fn found(delimiter: u8, name: &str) -> Option<Note> {
    let (word, sign) = match delimiter {
        b';' => ("semicolons", ";"),
        b'\t' => ("tabs", "<tab>"),
        b'|' => ("bars", "|"),
        _ => return None,
    };
    let note = format!("{name}: read as divided by {word}; a first line sep={sign} declares that");
    Some(Note::new(note))
}

/// The header row as a delimiter divides it.
fn header(head: &[u8], delimiter: u8, options: &ReadOptions) -> Columns {
    let mut reader = builder(delimiter).from_reader(head);
    let row = reader.byte_records().flatten().find(|row| !is_blank(row)).unwrap_or_default();
    let headers = row.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned());
    Columns::new(headers.collect(), options)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Role;

    #[test]
    fn the_delimiter_by_which_the_header_is_known() {
        let cases = [
            ("date,title", b','),
            ("date;title", b';'),
            ("date\ttitle", b'\t'),
            ("Date | Title", b'|'),
            ("\n \ndate;title", b';'),
            ("date;title;\"a,b,c,d\"", b';'),
            ("\"date\";\"title\";x,y", b';'),
            // Both readings will do.
            ("date,title,a;date;title;b", b','),
            // Neither will: the most roles, then the most cells, then the comma.
            ("date;lane;a,b,c,d", b';'),
            ("2019-03-01;Alpha", b';'),
            ("date", b','),
            ("", b','),
        ];
        for (head, delimiter) in cases {
            let detected = detect(head.as_bytes(), &ReadOptions::default());
            assert_eq!(char::from(detected), char::from(delimiter), "{head:?}");
        }
    }

    #[test]
    fn named_headers_count() {
        let columns = vec![(Role::Date, "Jahr".into()), (Role::Name, "Was, kurz".into())];
        let options = ReadOptions { columns, ..ReadOptions::default() };
        assert_eq!(detect(b"Jahr;Was, kurz", &options), b';');
    }

    #[test]
    fn a_declared_delimiter() {
        let cases = [
            (&b"sep=;\ndate"[..], Some((b';', 6))),
            (b"SEP=|\r\ndate", Some((b'|', 7))),
            (b"\"sep=\t\"\rdate", Some((b'\t', 8))),
            (b"sep=;", None),
            (b"sep=;;\n", None),
            (b"sep=x\n", None),
            (b"set=;\n", None),
            (b"sep=\n", None),
            (b"", None),
        ];
        for (head, declared_as) in cases {
            assert_eq!(declared(head), declared_as, "{head:?}");
        }
    }
}
