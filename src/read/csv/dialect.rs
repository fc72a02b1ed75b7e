//! The delimiter of a table, from its head: the one that a `sep=` line declares, else the one by
//! which the header row makes sense.

use crate::error::{Code, Note};
use crate::read::ReadOptions;
use crate::read::columns::Columns;
use crate::read::frame::TableFrame;
use crate::read::source::Sample;
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

/// Of the delimiters by which the header row has what an event needs the one that divides the rows
/// most evenly; failing that, of all the one that does, into columns that are known, into the most.
pub(super) fn detect(head: &[u8], options: &ReadOptions) -> u8 {
    // Most tables have no sign but the comma that could be one.
    if occurring(head).count() == 1 {
        return DELIMITERS[0];
    }
    let mut all = Vec::new();
    for reading in readings(head, options) {
        if reading.columns.is_complete() && reading.evenness == 100 {
            return reading.delimiter;
        }
        all.push(reading);
    }
    // `max_by_key` gives the last of equals, and the first is preferred.
    let complete = all.iter().rev().filter(|reading| reading.columns.is_complete());
    let best = complete.max_by_key(|reading| reading.evenness).or_else(|| {
        let known = |reading: &&DelimiterReading| {
            (reading.evenness, reading.columns.roles(), reading.columns.len())
        };
        all.iter().rev().max_by_key(known)
    });
    best.map_or(b',', |reading| reading.delimiter)
}

/// Whether a row near the top has the headers that events need, by some delimiter.
pub(in crate::read) fn has_headers(head: &[u8], options: &ReadOptions) -> bool {
    readings(head, options).any(|reading| reading.columns.is_plain())
}

/// The head of a table as a delimiter divides it.
struct DelimiterReading {
    delimiter: u8,
    columns: Columns,
    /// Rows of the commonest width, if that is more than one cell, in hundredths of all.
    evenness: usize,
}

/// Rows by which a delimiter is judged.
const JUDGED: usize = 20;

/// The head as each delimiter divides it that occurs there.
fn readings(head: &[u8], options: &ReadOptions) -> impl Iterator<Item = DelimiterReading> {
    let reading = move |delimiter: u8| {
        let rows = sample_rows(head, delimiter, JUDGED);
        let evenness = evenness(&rows);
        let sample = Sample { rows, ..Sample::default() };
        let frame = TableFrame::of(&sample, options);
        let header = sample.rows.into_iter().nth(frame.above).unwrap_or_default();
        DelimiterReading { delimiter, columns: Columns::new(header, &[], options), evenness }
    };
    occurring(head).map(reading)
}

/// The delimiters that occur in a head, and the preferred one.
fn occurring(head: &[u8]) -> impl Iterator<Item = u8> {
    let occurs = move |delimiter: &u8| *delimiter == DELIMITERS[0] || head.contains(delimiter);
    DELIMITERS.into_iter().filter(occurs)
}

fn evenness(rows: &[Vec<String>]) -> usize {
    let of_width = |width: usize| rows.iter().filter(|row| row.len() == width).count();
    let most = rows.iter().filter(|row| row.len() > 1).map(|row| of_width(row.len())).max();
    most.unwrap_or(0) * 100 / rows.len().max(1)
}

/// The first rows of a text that are not blank, their cells without blanks around them.
pub(super) fn sample_rows(head: &[u8], delimiter: u8, most: usize) -> Vec<Vec<String>> {
    let mut reader = builder(delimiter).from_reader(head);
    let rows = reader.byte_records().map_while(Result::ok).filter(|row| !is_blank(row)).take(most);
    let text = |cell: &[u8]| String::from_utf8_lossy(cell).trim().to_owned();
    rows.map(|row| row.iter().map(text).collect()).collect()
}

/// The note of a delimiter that was found, not declared; there is none for the comma.
pub(super) fn found(delimiter: u8, name: &str) -> Option<Note> {
    let (word, sign) = match delimiter {
        b';' => ("semicolon", ";"),
        b'\t' => ("tab", "<tab>"),
        b'|' => ("bar", "|"),
        _ => return None,
    };
    let note = format!("the delimiter seems to be the {word}; a first line sep={sign} declares it");
    Some(Note::new(Code::DelimiterTaken, note).in_file(name))
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
            // The first row has headers by one delimiter, a later one by another.
            ("date\ttitle\tkind\n\"316 BC\"\t\"x &amp; Event; date\"\t\"era\"", b'\t'),
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
