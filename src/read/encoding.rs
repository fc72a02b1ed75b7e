//! Bytes of a file to bytes that should be UTF-8: UTF-16 is known by its byte order mark, another
//! encoding if it was given, all else passes through as it is. Containers are refused by name.
//!
//! Whether the result is sound UTF-8 is found out by the reader of rows, which knows the place.

use super::problem::{ProblemPlace, RowProblem};
use crate::error::{FaultKind, Message};
use crate::options::Encoding;
use encoding_rs::{DecoderResult, UTF_8, UTF_16BE, UTF_16LE};
use std::io::{self, Chain, Cursor, Read};

/// Bytes asked of the file at a time.
pub(super) const CHUNK: usize = 64 * 1024;

/// A byte that no UTF-8 has: stands for what is damaged in another encoding, so that its row is
/// refused.
const DAMAGED: u8 = 0xFF;

/// First bytes of files that are no table, with what they are and the remedy.
const CONTAINERS: [(&[u8], &str); 6] = [
    (b"\xFF\xFE\0\0", "this is UTF-32 text; save the table as UTF-8"),
    (b"\0\0\xFE\xFF", "this is UTF-32 text; save the table as UTF-8"),
    (
        b"PK\x03\x04",
        "this is a zip container, such as an .xlsx or .ods file; export the sheet as CSV",
    ),
    (
        b"\xD0\xCF\x11\xE0",
        "this is an Office container, such as an .xls file; export the sheet as CSV",
    ),
    (b"%PDF", "this is a PDF file; export its table as CSV"),
    (b"\x1F\x8B", "this is a gzip container; unpack it first"),
];

/// A file being decoded.
pub(super) struct Decoder<R> {
    inner: Chain<Cursor<Vec<u8>>, R>,
    /// What turns the bytes into UTF-8; none if that is what they should be.
    other: Option<encoding_rs::Decoder>,
    container: Option<&'static str>,
    ended: bool,
}

impl<R: Read> Decoder<R> {
    /// Looks at the first bytes of the file. A byte order mark counts for more than the
    /// encoding that was given.
    pub(super) fn new(mut inner: R, given: Option<Encoding>) -> io::Result<Self> {
        let mut head = Vec::new();
        inner.by_ref().take(4).read_to_end(&mut head)?;
        let container = CONTAINERS.iter().find(|(magic, _)| head.starts_with(magic));
        Ok(Self {
            other: encoding(&head, given)
                .map(encoding_rs::Encoding::new_decoder_without_bom_handling),
            container: container.map(|&(_, what)| what),
            inner: Cursor::new(head).chain(inner),
            ended: false,
        })
    }

    /// What the file is, and the remedy, if it is a container of something else than text.
    pub(super) fn container(&self) -> Option<&'static str> {
        self.container
    }

    /// The encoding of the file, if it is not UTF-8.
    pub(super) fn encoding(&self) -> Option<&'static str> {
        self.other.as_ref().map(|decoder| decoder.encoding().name())
    }

    /// Appends the next bytes to `out`; nothing at the end of the file.
    pub(super) fn append(&mut self, out: &mut Vec<u8>) -> io::Result<()> {
        if self.ended {
            return Ok(());
        }
        let mut input = self.inner.by_ref().take(CHUNK as u64);
        let Some(other) = &mut self.other else {
            self.ended = input.read_to_end(out)? < CHUNK;
            return Ok(());
        };
        let mut chunk = Vec::with_capacity(CHUNK);
        self.ended = input.read_to_end(&mut chunk)? < CHUNK;
        transcode(other, &chunk, self.ended, out);
        Ok(())
    }
}

/// The encoding that the byte order mark shows, or else the one that was given; none for UTF-8.
/// The mark itself stays in the text.
fn encoding(head: &[u8], given: Option<Encoding>) -> Option<&'static encoding_rs::Encoding> {
    match head {
        [0xFF, 0xFE, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] => Some(UTF_16BE),
        [0xEF, 0xBB, 0xBF, ..] => None,
        _ => given.map(|given| given.0).filter(|&given| given != UTF_8),
    }
}

/// Appends `chunk` to `out` as UTF-8; `last` says that no more will follow.
fn transcode(decoder: &mut encoding_rs::Decoder, mut chunk: &[u8], last: bool, out: &mut Vec<u8>) {
    let mut text = String::new();
    loop {
        let room = decoder.max_utf8_buffer_length_without_replacement(chunk.len());
        text.reserve(room.unwrap_or(CHUNK));
        let (result, read) = decoder.decode_to_string_without_replacement(chunk, &mut text, last);
        out.extend_from_slice(text.as_bytes());
        text.clear();
        chunk = chunk.get(read..).unwrap_or_default();
        match result {
            DecoderResult::InputEmpty => return,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => out.push(DAMAGED),
        }
    }
}

/// The problem of a row with a NUL byte.
pub(super) fn nul(at: usize) -> RowProblem {
    let message = Message::new("a NUL byte is no text; save the table as UTF-8, or set ")
        .setting_to("encoding", "utf-16le")
        .text(" if it is in UTF-16");
    RowProblem::new(FaultKind::Table, ProblemPlace::Byte(at), message)
}

/// The problem of a row that is not UTF-8 from the byte `at` on, though decoded from `encoding`.
pub(super) fn not_utf8(row: &[u8], at: usize, encoding: Option<&str>) -> RowProblem {
    let message = match encoding {
        Some(name) => format!("the {name} text is damaged here; save the table as UTF-8").into(),
        None => Message::new(format!(
            "byte {} of this line, 0x{:02X}, is not UTF-8; save the table as UTF-8, or set the \
             encoding that it has, as ",
            byte_of_line(row, at),
            row.get(at).copied().unwrap_or_default()
        ))
        .setting_to("encoding", "windows-1252"),
    };
    RowProblem::new(FaultKind::Table, ProblemPlace::Byte(at), message)
}

/// The number of the byte `at` within its line, the first being 1.
fn byte_of_line(row: &[u8], at: usize) -> usize {
    let before = row.get(..at).unwrap_or_default();
    let line = before.rsplit(|b| matches!(b, b'\n' | b'\r')).next();
    line.map_or(0, <[u8]>::len) + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> Vec<u8> {
        decoded_as(bytes, None)
    }

    fn decoded_as(bytes: &[u8], name: Option<&str>) -> Vec<u8> {
        let given = name.map(|name| name.parse().expect("an encoding"));
        let mut decoder = Decoder::new(bytes, given).expect("a slice");
        let mut out = Vec::new();
        while !decoder.ended {
            decoder.append(&mut out).expect("a slice");
        }
        decoder.append(&mut out).expect("nothing more");
        out
    }

    fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn utf16_becomes_utf8_across_chunks() {
        let text = format!("\u{FEFF}x{}", "é😀".repeat(CHUNK / 4));
        assert_eq!(decoded(&utf16(&text, u16::to_le_bytes)), text.as_bytes());
        assert_eq!(decoded(&utf16(&text, u16::to_be_bytes)), text.as_bytes());
    }

    #[test]
    fn damaged_utf16_is_marked_where_it_is() {
        let cases: [(&[u8], &[u8]); 3] = [
            (b"\xFF\xFEa\0\x00\xD8b\0", b"\xEF\xBB\xBFa\xFFb"),
            (b"\xFF\xFEa\0b", b"\xEF\xBB\xBFa\xFF"),
            (b"\xFE\xFF\0a\xD8\x3D", b"\xEF\xBB\xBFa\xFF"),
        ];
        for (bytes, out) in cases {
            assert_eq!(decoded(bytes), out);
        }
    }

    #[test]
    fn other_bytes_pass_as_they_are() {
        for bytes in [&b""[..], b"a", b"\xEF\xBB\xBFa", b"a\xE9\0b"] {
            assert_eq!(decoded(bytes), bytes);
        }
    }

    #[test]
    fn a_named_encoding_is_decoded_unless_a_mark_shows_another() {
        let cases: [(&[u8], &str, &str); 8] = [
            (b"Gr\xF6\xDFe \x80", "latin1", "Größe €"),
            (b"Gr\xF6\xDFe", "Windows-1252", "Größe"),
            (b"\xCC\xE8\xF0", "windows-1251", "Мир"),
            (b"\xED\xC9\xD2", "koi8-r", "Мир"),
            (b"a\0\xE9\0", "utf-16le", "aé"),
            ("é".as_bytes(), "utf-8", "é"),
            (b"\xEF\xBB\xBF\xC3\xA9", "latin1", "\u{FEFF}é"),
            (b"\xFE\xFF\0a", "latin1", "\u{FEFF}a"),
        ];
        for (bytes, name, text) in cases {
            assert_eq!(decoded_as(bytes, Some(name)), text.as_bytes(), "{name}");
        }
        assert_eq!(decoded_as(b"a\x81\xFFb", Some("shift_jis")), b"a\xFFb");
    }

    #[test]
    fn containers_are_known_by_their_first_bytes() {
        let container = |bytes: &[u8]| Decoder::new(bytes, None).ok().and_then(|d| d.container());
        assert!(container(b"PK\x03\x04rest").is_some_and(|what| what.contains(".xlsx")));
        assert!(container(b"\xD0\xCF\x11\xE0").is_some_and(|what| what.contains(".xls ")));
        assert!(container(b"%PDF-1.7").is_some_and(|what| what.contains("PDF")));
        assert_eq!(container(b"PK"), None);
    }
}
