//! Where things stand in a table: physical lines and characters, and the bounds of the cells of
//! one row as they are written.
//!
//! Cells are cut here once more by the rules of the csv crate, which tells neither where a cell
//! stood nor whether its quotes were sound; this is done only for rows that hold a quote or a
//! fault. Input is the raw bytes of one row, the line ends before it included.

/// A place in the file: the line and the character that come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Physical line, the first being 1. LF, CR LF and a lone CR each end one.
    pub line: u64,
    /// Character of the line, the first being 1.
    pub column: u64,
    /// Whether the last byte was a CR, so that an LF would belong to it.
    after_cr: bool,
}

impl Place {
    /// The start of a file.
    pub(super) const START: Self = Self { line: 1, column: 1, after_cr: false };

    /// The place after `bytes`, which begin here.
    pub(super) fn after(self, bytes: &[u8]) -> Self {
        let Some(&last) = bytes.last() else { return self };
        let tail = bytes.iter().rposition(|&b| matches!(b, b'\n' | b'\r')).map(|at| at + 1);
        let from = if tail.is_some() { 1 } else { self.column };
        let rest = bytes.get(tail.unwrap_or(0)..).unwrap_or_default();
        Self {
            line: self.line + self.breaks(bytes),
            column: from + rest.iter().filter(|&&b| starts_char(b)).count() as u64,
            after_cr: last == b'\r',
        }
    }

    /// Line ends in `bytes`. Counted in whole passes, which the compiler turns into vector code.
    fn breaks(self, bytes: &[u8]) -> u64 {
        let feeds = bytes.iter().filter(|&&b| b == b'\n').count();
        let returns = bytes.iter().filter(|&&b| b == b'\r').count();
        let pairs = match returns {
            0 => 0,
            _ => bytes.windows(2).filter(|pair| pair == b"\r\n").count(),
        };
        let split = usize::from(self.after_cr && bytes.first() == Some(&b'\n'));
        (feeds + returns - pairs - split) as u64
    }
}

/// Whether a byte of UTF-8 begins a character.
pub(super) fn starts_char(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// A cell as it is written: offsets into the bytes of its row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
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

impl Cell {
    /// The bytes of the content, quotes within it still doubled.
    pub(super) fn content<'a>(&self, row: &'a [u8]) -> &'a [u8] {
        row.get(self.start..self.end).unwrap_or_default()
    }
}

/// The cells of a row; at least one.
pub(super) fn cells(row: &[u8], delimiter: u8) -> Vec<Cell> {
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

fn plain_cell(row: &[u8], start: usize, delimiter: u8) -> Cell {
    let end = find(row, start, |b| b == delimiter || matches!(b, b'\n' | b'\r'));
    Cell { start, end, after: end, ..Cell::default() }
}

/// The cell whose opening quote is at `quote`.
fn quoted_cell(row: &[u8], quote: usize, delimiter: u8) -> Cell {
    let start = quote + 1;
    let mut end = find(row, start, |b| b == b'"');
    while row.get(end + 1) == Some(&b'"') {
        end = find(row, end + 2, |b| b == b'"');
    }
    let tail = plain_cell(row, (end + 1).min(row.len()), delimiter);
    let stray = find(row, tail.start, |b| !matches!(b, b' ' | b'\t'));
    Cell {
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
/// the row lacks stands at the row's end.
pub(super) fn char_in_cell(row: &[u8], cells: &[Cell], index: usize, offset: usize) -> usize {
    let Some(cell) = cells.get(index) else {
        return cells.last().map_or(0, |last| last.after);
    };
    let content = str::from_utf8(cell.content(row)).unwrap_or_default();
    if content.trim().is_empty() {
        return cell.start;
    }
    let mut first_of_pair = false;
    let told = content.char_indices().filter(|&(_, c)| {
        let second_of_pair = first_of_pair && c == '"';
        first_of_pair = cell.quoted && c == '"' && !second_of_pair;
        !second_of_pair
    });
    told.skip_while(|(_, c)| c.is_whitespace())
        .nth(offset)
        .map_or(cell.end, |(at, _)| cell.start + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_kind_of_line_end_is_one() {
        let cases: [(&str, u64, u64); 8] = [
            ("", 1, 1),
            ("ab", 1, 3),
            ("é😀", 1, 3),
            ("a\nb", 2, 2),
            ("a\r\nb", 2, 2),
            ("a\rb", 2, 2),
            ("a\r\r\n\n", 4, 1),
            ("\n\r", 3, 1),
        ];
        for (text, line, column) in cases {
            let place = Place::START.after(text.as_bytes());
            assert_eq!((place.line, place.column), (line, column), "{text:?}");
        }
    }

    #[test]
    fn cells_lie_where_they_are_written() {
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
        fn places_do_not_depend_on_how_the_bytes_come(
            text in "[a\r\né]{0,12}", cut in 0usize..20
        ) {
            let bytes = text.as_bytes();
            let (head, tail) = bytes.split_at(cut.min(bytes.len()));
            prop_assert_eq!(Place::START.after(head).after(tail), Place::START.after(bytes));
        }

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
