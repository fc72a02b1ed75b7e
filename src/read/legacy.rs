//! Encodings of the time before UTF-8 that a table shows by the words of its header. In: the first bytes;
//! out: the encoding in which most headers are words of tables.

use super::header_name::HeaderName;
use super::roles::Role;
use super::words::{text_rank, time_words};
use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GBK, SHIFT_JIS, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252,
};

/// Those that are tried.
const CANDIDATES: [&Encoding; 8] =
    [SHIFT_JIS, EUC_JP, GBK, BIG5, EUC_KR, WINDOWS_1251, WINDOWS_1250, WINDOWS_1252];

/// Lines among which the header is looked for.
const LINES: usize = 3;

/// The encoding in which the first lines have most headers of tables that are not of ASCII; none if there
/// is no such, or more than one.
pub(super) fn encoding_of_words(head: &[u8]) -> Option<&'static Encoding> {
    let end = head.iter().rposition(|byte| *byte == b'\n').map_or(head.len(), |at| at + 1);
    let lines = head[..end].split_inclusive(|byte| *byte == b'\n').take(LINES);
    let lines: Vec<&[u8]> = lines.collect();
    let words = |encoding: &'static Encoding| {
        let decoded = |bytes| encoding.decode_without_bom_handling_and_without_replacement(bytes);
        decoded(&head[..end])?;
        let counts = lines.iter().filter_map(|line| Some(headers(&decoded(line)?)));
        counts.max().filter(|count| *count > 0)
    };
    let found = CANDIDATES.into_iter().filter_map(|encoding| Some((words(encoding)?, encoding)));
    let found: Vec<_> = found.collect();
    let most = found.iter().map(|(count, _)| *count).max();
    let mut best = found.iter().filter(|(count, _)| Some(*count) == most);
    match (best.next(), best.next()) {
        (Some((_, one)), None) => Some(one),
        (None, _) if is_polish(head) => Some(WINDOWS_1250),
        _ => None,
    }
}

/// Whether ł, ą or ż of Windows-1250 stand within words, where Western Europe has ³, ¹ or ¿. In
/// ISO 8859-2 ą and ś are other bytes.
fn is_polish(head: &[u8]) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase();
    let is_within = |bytes: &[u8]| {
        is_letter(bytes[0]) && matches!(bytes[1], 0xB3 | 0xB9 | 0xBF) && is_letter(bytes[2])
    };
    let is_sound = WINDOWS_1250.decode_without_bom_handling_and_without_replacement(head).is_some();
    is_sound && head.windows(3).any(is_within) && !head.iter().any(|b| matches!(b, 0xB1 | 0xB6))
}

/// How many cells of a line are headers with letters beyond ASCII.
fn headers(line: &str) -> usize {
    let roles = [Role::Name, Role::Detail, Role::Category, Role::Lane];
    let is_header = |cell: &&str| {
        let phrase = HeaderName::of(cell.trim().trim_matches('"')).phrase();
        let is_word = !cell.is_ascii() && phrase.chars().count() > 1;
        let is_named = |role: &Role| text_rank(*role, &phrase).is_some();
        is_word && (!time_words(&phrase).is_empty() || roles.iter().any(is_named))
    };
    line.split([',', ';', '\t', '|']).filter(is_header).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_tell_the_encoding_of_their_bytes() {
        let cases = [
            ("日付,出来事\n2020-01-01,開店\n", SHIFT_JIS),
            ("日付,出来事\n2020-01-01,開店\n", EUC_JP),
            ("日期,事件\n2020-01-01,开业\n", GBK),
            ("Дата;Событие\n2020-01-01;Открытие\n", WINDOWS_1251),
            ("날짜,사건\n2020-01-01,개업\n", EUC_KR),
            ("Data,Wydarzenie\n1918-11-11,Niepodległość\n", WINDOWS_1250),
            ("Začátek;Název\n1918;Vznik\n", WINDOWS_1250),
        ];
        for (text, encoding) in cases {
            let (bytes, ..) = encoding.encode(text);
            assert_eq!(encoding_of_words(&bytes), Some(encoding), "{text}");
        }
        for text in [
            "Datum;Straße\n2020-01-01;Köln\n",
            "Año,Título\n1999,Niño\n",
            "Début,Événement\n1999,à\n",
        ] {
            let (bytes, ..) = WINDOWS_1252.encode(text);
            let found = encoding_of_words(&bytes);
            assert!(found.is_none_or(|found| found == WINDOWS_1252), "{text}: {found:?}");
        }
    }
}
