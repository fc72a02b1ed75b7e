//! The text at the place of a fault, cut out of the bytes of its row.

use super::location::starts_char;
use crate::error::Excerpt;
use std::ops::Range;

/// Characters shown before the place of a fault, and from it on, where the line is longer.
const BEFORE: usize = 40;
const AFTER: usize = 60;

/// The physical line of `row` that the byte `at` is on, with the part of `cell` that is on it;
/// none if nothing can be seen on it.
pub(super) fn excerpt(row: &[u8], at: usize, cell: Range<usize>) -> Option<Excerpt> {
    let at = at.min(row.len());
    let line = line(row, at);
    let (from, to) = (back(row, line.start, at), onwards(row, at, line.end));
    let (start, end) = (cell.start.clamp(from, to).min(at), cell.end.clamp(from, to).max(at));
    // Bytes that are no text become characters of another length, so each part is made alone.
    let [before, head, tail, after] =
        [from..start, start..at, at..end, end..to].map(|part| text(row, part));
    let lead = [ellipsis(from > line.start), &before].concat();
    let (start, at) = (lead.len(), lead.len() + head.len());
    let cell = start..at + tail.len();
    let text = [&lead, &head, &tail, &after, ellipsis(to < line.end)].concat();
    Some(Excerpt { text, cell, at }).filter(|excerpt| !excerpt.text.trim().is_empty())
}

fn ellipsis(is_cut: bool) -> &'static str {
    if is_cut { "…" } else { "" }
}

fn text(row: &[u8], part: Range<usize>) -> String {
    String::from_utf8_lossy(row.get(part).unwrap_or_default()).into_owned()
}

/// The line around a byte, without its end.
fn line(row: &[u8], at: usize) -> Range<usize> {
    let (head, tail) = row.split_at(at);
    let start = head.iter().rposition(ends_line).map_or(0, |last| last + 1);
    let end = tail.iter().position(ends_line).map_or(row.len(), |first| at + first);
    start..end
}

fn ends_line(byte: &u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// Some characters back from `at`, but not before `start`.
fn back(row: &[u8], start: usize, at: usize) -> usize {
    let starts = (start..at).rev().filter(|&byte| starts_char(row[byte]));
    starts.take(BEFORE).last().unwrap_or(at)
}

/// Some characters on from `at`, but not past `end`.
fn onwards(row: &[u8], at: usize, end: usize) -> usize {
    (at..end).filter(|&byte| starts_char(row[byte])).nth(AFTER).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The excerpt with its cell in brackets and its place marked.
    fn shown(row: &[u8], at: usize, cell: Range<usize>) -> String {
        let Some(Excerpt { text, cell, at }) = excerpt(row, at, cell) else { return "-".into() };
        let part = |range: Range<usize>| text[range].to_owned();
        [&part(0..cell.start), "[", &part(cell.start..at), "^", &part(at..cell.end), "]"].concat()
            + &part(cell.end..text.len())
    }

    #[test]
    fn the_line_of_the_fault_and_its_cell() {
        assert_eq!(shown(b"2010-00,a\n", 5, 0..7), "[2010-^00],a");
        assert_eq!(shown("\n\né,ö\n".as_bytes(), 5, 5..7), "é,[^ö]");
        assert_eq!(shown(b"a,,b", 2, 2..2), "a,[^],b");
        assert_eq!(shown(b"a,b", 3, 3..3), "a,b[^]");
        assert_eq!((shown(b"", 9, 0..9), shown(b"\n \n", 3, 3..3)), ("-".into(), "-".into()));
    }

    #[test]
    fn of_a_cell_over_lines_that_one_is_shown() {
        let row = b"1,\"first\r\nsecond third\r\nfourth\",x\r\n";
        assert_eq!(shown(row, 17, 3..30), "[second ^third]");
        assert_eq!(shown(row, 3, 3..30), "1,\"[^first]");
    }

    #[test]
    fn bytes_that_are_no_text_are_shown_as_such() {
        assert_eq!(shown(b"a,\xE9t\xE9", 2, 2..3), "a,[^\u{FFFD}]t\u{FFFD}");
    }

    #[test]
    fn a_long_line_is_cut_between_characters() {
        let row = "é".repeat(500);
        let text = excerpt(row.as_bytes(), 400, 0..1000).expect("letters").text;
        assert_eq!(text, format!("…{}…", "é".repeat(BEFORE + AFTER)));
    }
}
