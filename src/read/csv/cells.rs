//! The bounds of the cells of one row of CSV as they are written.
//!
//! Cells are cut here once more by the rules of the csv crate, which says neither where a cell
//! was nor whether its quotes were sound; this is done only for rows that hold a quote or a
//! fault. Input is the raw bytes of one row, the line ends before it included.

/// A cell as it is written: offsets into the bytes of its row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct CellBounds {
    /// The first byte of the content, after the opening quote if there is one.
    pub start: usize,
    /// The byte after the content.
    pub end: usize,
    /// The delimiter or line end after the cell, or the end of the row.
    after: usize,
    /// Whether the content is in quotes.
    quoted: bool,
    /// Whether the quotes are not closed.
    pub open: bool,
    /// Text between the closing quote and the end of the cell.
    pub stray: Option<usize>,
}

impl CellBounds {
    /// The bytes of the content, quotes within it still doubled.
    pub(super) fn content<'a>(&self, row: &'a [u8]) -> &'a [u8] {
        row.get(self.start..self.end).unwrap_or_default()
    }
}

/// The cells of a row; at least one.
pub(super) fn cells(row: &[u8], delimiter: u8) -> Vec<CellBounds> {
    let is_break = |b: &&u8| matches!(b, b'\n' | b'\r');
    let mut at = row.iter().take_while(is_break).count();
    let mut cells = Vec::new();
    loop {
        let cell = match row.get(at) {
            Some(b'"') => quoted_cell(row, at, delimiter),
            _ => plain_cell(row, at, delimiter),
        };
        let after = cell.after;
        cells.push(cell);
        if row.get(after) != Some(&delimiter) {
            return cells;
        }
        at = after + 1;
    }
}

fn plain_cell(row: &[u8], start: usize, delimiter: u8) -> CellBounds {
    let end = find(row, start, |b| b == delimiter || matches!(b, b'\n' | b'\r'));
    CellBounds { start, end, after: end, ..CellBounds::default() }
}

/// The cell whose opening quote is at `quote`.
fn quoted_cell(row: &[u8], quote: usize, delimiter: u8) -> CellBounds {
    let start = quote + 1;
    let mut end = find(row, start, |b| b == b'"');
    while row.get(end + 1) == Some(&b'"') {
        end = find(row, end + 2, |b| b == b'"');
    }
    let tail = plain_cell(row, (end + 1).min(row.len()), delimiter);
    let stray = find(row, tail.start, |b| !matches!(b, b' ' | b'\t'));
    CellBounds {
        start,
        end,
        after: tail.end,
        quoted: true,
        open: end >= row.len(),
        stray: Some(stray).filter(|&stray| stray < tail.end),
    }
}

/// The first byte at or after `from` that is wanted, else the end of the row.
fn find(row: &[u8], from: usize, wanted: impl Fn(u8) -> bool) -> usize {
    let rest = row.get(from..).unwrap_or_default();
    rest.iter().position(|&b| wanted(b)).map_or(row.len(), |at| from + at)
}

/// The offset in `row` of the character `offset` of the trimmed text of cell `index`. A cell that
/// the row lacks is at the row's end.
pub(super) fn char_in_cell(row: &[u8], cells: &[CellBounds], index: usize, offset: usize) -> usize {
    let Some(cell) = cells.get(index) else {
        return cells.last().map_or(0, |last| last.after);
    };
    let content = str::from_utf8(cell.content(row)).unwrap_or_default();
    if content.trim().is_empty() {
        return cell.start;
    }
    let mut first_of_pair = false;
    let characters = content.char_indices().filter(|&(_, c)| {
        let second_of_pair = first_of_pair && c == '"';
        first_of_pair = cell.quoted && c == '"' && !second_of_pair;
        !second_of_pair
    });
    characters
        .skip_while(|(_, c)| c.is_whitespace())
        .nth(offset)
        .map_or(cell.end, |(at, _)| cell.start + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cells_are_where_they_are_written() {
        let row = b"\r\n\na,\"b\"\"c\" , d ,\"\"x\n";
        let cells = cells(row, b',');
        let texts: Vec<&[u8]> = cells.iter().map(|cell| &row[cell.start..cell.end]).collect();
        assert_eq!(texts, [&b"a"[..], b"b\"\"c", b" d ", b""]);
        assert_eq!(
            cells.iter().map(|cell| cell.stray).collect::<Vec<_>>(),
            [None, None, None, Some(19)]
        );
    }

    #[test]
    fn an_open_quote_takes_the_rest() {
        for (row, start, end) in [(&b"a,\"b,c\n"[..], 3, 7), (b"\"", 1, 1), (b"\"\"\"", 1, 3)] {
            let cells = cells(row, b',');
            let last = cells.last().expect("a cell");
            assert_eq!((last.start, last.end, last.open, last.stray), (start, end, true, None));
        }
    }

    #[test]
    fn characters_of_a_cell_are_found_again() {
        let row = "é, ab ,\" a\"\"b\n€x\",\"\"\n".as_bytes();
        let cells = cells(row, b',');
        let at = |index, offset| char_in_cell(row, &cells, index, offset);
        assert_eq!((at(0, 0), at(0, 1)), (0, 2));
        assert_eq!((at(1, 0), at(1, 1), at(1, 2)), (4, 5, 6));
        // The trimmed text of the third cell is a"b, a line end, €x.
        assert_eq!((at(2, 0), at(2, 1), at(2, 2), at(2, 5), at(2, 6)), (10, 11, 13, 18, 19));
        assert_eq!((at(3, 0), at(3, 9), at(4, 0)), (22, 22, 23));
    }

    proptest! {
        #[test]
        fn cells_are_cut_as_the_csv_crate_cuts_them(text in "[a,\"\n\ré ]{0,16}") {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false).flexible(true).from_reader(text.as_bytes());
            let (mut record, mut start) = (csv::ByteRecord::new(), 0);
            while reader.read_byte_record(&mut record).expect("a slice") {
                let end = reader.position().byte() as usize;
                let row = &text.as_bytes()[start..end];
                prop_assert_eq!(cells(row, b',').len(), record.len(), "{:?}", row);
                start = end;
            }
        }
    }
}
