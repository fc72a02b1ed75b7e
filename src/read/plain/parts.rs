//! Lines cut into parts at the ends of rows, one for each thread, and what is odd about a part.

use memchr::{memchr, memchr_iter, memchr2};

/// Bytes that are looked through at a time, several times over.
const BLOCK: usize = 1 << 14;

/// What the bytes of a part are like.
pub(super) struct PartSigns {
    pub(super) has_quotes: bool,
    pub(super) has_markup: bool,
}

impl PartSigns {
    /// Those of a part; none if it has bytes that are no text, or lines that end with a lone CR.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        let mut signs = Self { has_quotes: false, has_markup: false };
        let mut is_ascii = true;
        for (place, block) in bytes.chunks(BLOCK).enumerate() {
            let has_return = memchr(b'\r', block).is_some();
            if memchr(0, block).is_some() || has_return && !ends_well(bytes, place * BLOCK) {
                return None;
            }
            is_ascii = is_ascii && block.is_ascii();
            signs.has_quotes = signs.has_quotes || memchr(b'"', block).is_some();
            signs.has_markup = signs.has_markup || memchr2(b'<', b'&', block).is_some();
        }
        (is_ascii || str::from_utf8(bytes).is_ok()).then_some(signs)
    }
}

/// Whether each CR of a block is followed by LF.
fn ends_well(bytes: &[u8], start: usize) -> bool {
    let block = bytes.get(start..).unwrap_or_default();
    let block = block.get(..BLOCK).unwrap_or(block);
    memchr_iter(b'\r', block).all(|at| bytes.get(start + at + 1) == Some(&b'\n'))
}

/// Bytes cut at ends of rows into so many parts of about the same length, or fewer.
pub(super) fn parts(bytes: &[u8], many: usize, delimiter: u8) -> Vec<&[u8]> {
    let mut cuts = vec![0];
    let mut at = 0;
    for part in 1..many {
        let from = (bytes.len() / many * part).max(at);
        let Some(cut) = row_end(bytes, (at, from), delimiter) else { break };
        cuts.push(cut);
        at = cut;
    }
    cuts.push(bytes.len());
    cuts.windows(2).filter_map(|ends| bytes.get(ends[0]..ends[1])).collect()
}

/// Where the first row ends that does so at or after `from`; rows begin at `start`. None if quotes
/// are not as they should be, or there is no such row.
fn row_end(bytes: &[u8], (start, from): (usize, usize), delimiter: u8) -> Option<usize> {
    let mut at = start;
    loop {
        let quote = memchr(b'"', bytes.get(at..)?).map(|length| at + length);
        let line = from.max(at);
        if quote.is_none_or(|quote| line < quote) {
            let end = memchr(b'\n', bytes.get(line..quote.unwrap_or(bytes.len()))?);
            if let Some(length) = end {
                return Some(line + length + 1);
            }
        }
        let quote = quote?;
        let opens = quote == start || [delimiter, b'\n'].contains(bytes.get(quote - 1)?);
        if !opens {
            return None;
        }
        at = quote + 1;
        loop {
            at += memchr(b'"', bytes.get(at..)?)? + 1;
            match bytes.get(at)? {
                b'"' => at += 1,
                b'\n' | b'\r' => break,
                next if *next == delimiter => break,
                _ => return None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_text_is_seen_at_the_edges_of_blocks() {
        let text = "a".repeat(BLOCK - 1);
        for (tail, is_sound) in [("\r\n", true), ("\rb", false), ("\r", false), ("\0", false)] {
            let bytes = format!("{text}{tail}");
            assert_eq!(PartSigns::of(bytes.as_bytes()).is_some(), is_sound, "{tail:?}");
        }
        assert!(PartSigns::of(b"\xFF").is_none() && PartSigns::of("é".as_bytes()).is_some());
    }

    proptest! {
        /// As the csv crate has rows, each part begins with one.
        #[test]
        fn parts_are_whole_rows(text in "([ab,\n]|\"[ab,\n]{0,3}\"|\"\"){0,60}", many in 2..5_usize) {
            let bytes = text.as_bytes();
            let parts = parts(bytes, many, b',');
            prop_assert_eq!(parts.concat(), bytes);
            let rows = |bytes: &[u8]| -> Vec<csv::ByteRecord> {
                let mut builder = csv::ReaderBuilder::new();
                let reader = builder.has_headers(false).flexible(true).from_reader(bytes);
                reader.into_byte_records().filter_map(Result::ok).collect()
            };
            let all: Vec<csv::ByteRecord> = parts.iter().flat_map(|part| rows(part)).collect();
            prop_assert_eq!(all, rows(bytes));
        }
    }
}
