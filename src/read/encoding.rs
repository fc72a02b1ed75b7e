//! Bytes of a file to bytes that should be UTF-8: UTF-16 is known by its byte order mark, another
//! encoding if it was given, all else passes through as it is. Containers are refused by name.
//!
//! Whether the result is sound UTF-8 is found out by the reader of rows, which knows the place.

use super::legacy::encoding_of_words;
use super::problem::{ProblemPlace, RowProblem};
use crate::error::{Code, Message};
use crate::options::Encoding;
use encoding_rs::{DecoderResult, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
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
    /// Whether an encoding was given, so that none is guessed.
    is_given: bool,
    /// Whether the encoding was told by the first bytes alone.
    is_guessed: bool,
    ended: bool,
}

impl<R: Read> Decoder<R> {
    /// Looks at the first bytes of the file. A byte order mark counts for more than the
    /// encoding that was given.
    pub(super) fn new(mut inner: R, given: Option<Encoding>) -> io::Result<Self> {
        let mut head = Vec::new();
        inner.by_ref().take(4).read_to_end(&mut head)?;
        let container = CONTAINERS.iter().find(|(magic, _)| head.starts_with(magic));
        let guessed = unmarked(&head).filter(|_| given.is_none());
        Ok(Self {
            other: guessed
                .or(encoding(&head, given))
                .map(encoding_rs::Encoding::new_decoder_without_bom_handling),
            is_given: given.is_some(),
            is_guessed: guessed.is_some(),
            container: container.map(|&(_, what)| what),
            inner: Cursor::new(head).chain(inner),
            ended: false,
        })
    }

    /// Takes the bytes for those of the encoding that the words in a head of them show, or for
    /// Windows-1252 if they can be nothing else, and returns the head decoded; nothing if neither is so.
    pub(super) fn take_legacy(&mut self, head: &[u8]) -> Option<Vec<u8>> {
        let is_known = self.is_given || self.other.is_some() || self.container.is_some();
        if is_known || may_be_utf8(head) {
            return None;
        }
        let western = || is_windows_1252(head, self.ended).then_some(WINDOWS_1252);
        let mut decoder =
            encoding_of_words(head).or_else(western)?.new_decoder_without_bom_handling();
        let mut out = Vec::with_capacity(head.len() + head.len() / 8);
        transcode(&mut decoder, head, self.ended, &mut out);
        self.other = Some(decoder);
        self.is_guessed = true;
        Some(out)
    }

    /// The encoding, if it was found and not given.
    pub(super) fn guessed(&self) -> Option<&'static str> {
        self.encoding().filter(|_| self.is_guessed)
    }

    /// The first bytes of the file as they are.
    #[cfg(feature = "workbooks")]
    pub(super) fn head(&self) -> &[u8] {
        self.inner.get_ref().0.get_ref()
    }

    /// The bytes of the file as they are, before any of them was decoded.
    #[cfg(feature = "workbooks")]
    pub(super) fn into_reader(self) -> impl Read {
        self.inner
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

/// Whether bytes are UTF-8, but for one that is cut or some damage.
fn may_be_utf8(head: &[u8]) -> bool {
    let Err(error) = str::from_utf8(head) else { return true };
    let is_cut = error.error_len().is_none();
    is_cut || head.get(..error.valid_up_to()).is_none_or(|sound| !sound.is_ascii())
}

/// Whether bytes are text of Western Europe as Windows writes it, and not UTF-8: letters and
/// signs of that set beside ASCII, two in a row at most.
fn is_windows_1252(head: &[u8], is_whole: bool) -> bool {
    if head.contains(&0) {
        return false;
    }
    let (mut run, mut letters, mut others) = (0, 0, 0);
    for &byte in head {
        run = if byte.is_ascii() { 0 } else { run + 1 };
        match byte {
            _ if run > 2 => return false,
            0..=0x7F => {}
            0xC0..=0xFF if !matches!(byte, 0xD7 | 0xF7) => letters += 1,
            0x8A | 0x8C | 0x8E | 0x9A | 0x9C | 0x9E | 0x9F => letters += 1,
            0x80
            | 0x84..=0x86
            | 0x8B
            | 0x91..=0x97
            | 0x9B
            | 0xA0
            | 0xA3
            | 0xA7
            | 0xA9
            | 0xAB
            | 0xAE
            | 0xB0
            | 0xB2..=0xB4
            | 0xB7
            | 0xB9..=0xBF
            | 0xD7
            | 0xF7 => others += 1,
            _ => return false,
        }
    }
    let ends_on_lead = is_whole && head.last().is_some_and(|byte| !byte.is_ascii());
    letters + others > 0 && (letters > 0 || others < 9) && !ends_on_lead
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

/// UTF-16 without a byte order mark, by the zeros beside the letters with which tables begin.
fn unmarked(head: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let is_letter = |byte: u8| byte.is_ascii_graphic();
    match *head {
        [a, 0, b, 0] if is_letter(a) && is_letter(b) => Some(UTF_16LE),
        [0, a, 0, b] if is_letter(a) && is_letter(b) => Some(UTF_16BE),
        _ => None,
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
    RowProblem::new(Code::NulByte, ProblemPlace::Byte(at), message)
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
        .setting_to("encoding", likely(row)),
    };
    RowProblem::new(Code::Encoding, ProblemPlace::Byte(at), message)
}

/// The encoding that a row may have: Cyrillic words are of letters beyond ASCII throughout.
fn likely(row: &[u8]) -> &'static str {
    let mut words = row.split(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric());
    let is_cyrillic = |word: &[u8]| word.len() > 3 && word.iter().all(|byte| *byte >= 0xC0);
    if words.any(is_cyrillic) { "windows-1251" } else { "windows-1252" }
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
    fn text_of_western_europe_is_known_by_its_bytes() {
        let taken: [(&[u8], &str); 4] = [
            (b"date,d\xE9but\n", "date,début\n"),
            (b"Gr\xF6\xDFe,\x93a\x94\n", "Größe,“a”\n"),
            (b"\xC9t\xE9 \x96 5 \x80\n", "Été – 5 €\n"),
            (b"1 \xB0\n", "1 °\n"),
        ];
        for (bytes, text) in taken {
            let mut decoder = Decoder::new(bytes, None).expect("a slice");
            assert_eq!(decoder.take_legacy(bytes).as_deref(), Some(text.as_bytes()), "{text}");
        }
        let refused: [&[u8]; 9] = [
            b"plain",
            "Größe".as_bytes(),
            b"Gr\xC3\xB6\xDFe\n",
            b"\xCC\xE8\xF0 \xED\xC9\xD2\n",
            b"a\x81\n",
            b"\xC0\xAF\n",
            b"\xED\xA0\x80\n",
            b"\xF4\x90\x80\x80\n",
            b"a\0\xE9\n",
        ];
        for bytes in refused {
            let mut decoder = Decoder::new(bytes, None).expect("a slice");
            assert_eq!(decoder.take_legacy(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn utf16_without_a_mark_is_known_by_its_zeros() {
        let guessed = |bytes: &[u8]| Decoder::new(bytes, None).expect("a slice").guessed();
        assert_eq!(guessed(b"d\0a\0t\0e\0"), Some("UTF-16LE"));
        assert_eq!(guessed(b"\0d\0a\0t\0e"), Some("UTF-16BE"));
        assert_eq!((guessed(b"date"), guessed(b"a\0\0\0"), guessed(b"a\0")), (None, None, None));
    }

    #[test]
    fn a_likely_encoding_is_named() {
        assert_eq!(likely(b"\xC4\xE0\xF2\xE0;x"), "windows-1251");
        assert_eq!(likely(b"d\xE9but;\xC3\xC3"), "windows-1252");
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
