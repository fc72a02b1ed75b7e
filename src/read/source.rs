//! The seam between the formats of tables and what is made of their rows: a format gives rows of
//! text one by one and knows their places; it knows neither roles nor dates.

use super::problem::{ProblemPlace, RowProblem};
use crate::error::{Code, Excerpt};
use std::io;

/// Bytes that one row may take. Without a bound, a quote that is never closed would make a row
/// of all the rest of a file.
pub(super) const ROW_BYTES: usize = 1 << 20;

/// Bytes that the text of one column may take in a row.
pub(super) const CELL_BYTES: usize = 64 * 1024;

/// What comes next in a table.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A sound row, now at hand.
    Row,
    /// A row that cannot be used.
    Broken(Vec<RowProblem>),
    /// Nothing.
    End,
}

/// The first rows of a table, as far as it takes to see what it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Sample {
    /// Their texts, without blanks around them.
    pub rows: Vec<Vec<String>>,
    /// Whether these are all rows.
    pub is_whole: bool,
    /// Whether the format itself says that the first row is that of the headers.
    pub has_keys: bool,
    /// Whether the file says what divides its cells.
    pub is_declared: bool,
}

/// What became of many lines at once.
#[derive(Debug, Default)]
pub(super) struct Skimmed {
    /// Bytes of the lines that are done with.
    pub taken: usize,
    /// Where rows begin among them that are still to be read, in their order.
    pub odd: Vec<usize>,
}

/// Does with many lines, whole and sound or not, what can be done at once; nothing if that cannot be.
/// The second says whether the table ends with them.
pub(super) type Skim<'a> = dyn FnMut(&[u8], bool) -> Option<Skimmed> + 'a;

/// A table in some format, one of its rows at hand.
pub(super) trait Source {
    /// Goes on to the next row that is not blank. After an error of the reader, or a fault of the
    /// file as a whole, there is none.
    fn advance(&mut self) -> io::Result<Step>;

    /// How many columns the row at hand has.
    fn width(&self) -> usize;

    /// The text of a column in the row at hand, without blanks around it; empty if there is none.
    fn text(&self, column: usize) -> &str;

    /// Names the columns that will be used, so that faults in others can be passed over, and says
    /// how many columns the header has.
    fn select(&mut self, columns: Vec<usize>, width: usize);

    /// The first rows that are not blank, before any was gone on to.
    fn sample(&mut self, most: usize) -> io::Result<Sample>;

    /// Bytes of the table, as UTF-8, up to the end of the row at hand.
    fn bytes(&self) -> u64;

    /// The line and the character, each from 1, of a place in the row at hand; for the whole row
    /// the character is 0.
    fn position(&mut self, place: ProblemPlace) -> (u64, u64);

    /// The text at the place of a problem of the row at hand.
    fn excerpt(&self, problem: &RowProblem) -> Option<Excerpt>;

    /// The delimiter of a table of lines, and how many columns its header has; none of other tables.
    fn lines(&self) -> Option<(u8, usize)> {
        None
    }

    /// Passes over rows as `skim` says, which looks at about so many bytes; those that are still to
    /// be read come next. Rows passed over before that were not read yet come first.
    fn skim(&mut self, _want: usize, _skim: &mut Skim<'_>) -> io::Result<()> {
        Ok(())
    }

    /// The headings under which the table stands in a text.
    fn headings(&self) -> &[String] {
        &[]
    }

    /// The sheet that the rows are those of, whose position is then a row and a column of cells.
    fn sheet(&self) -> Option<&str> {
        None
    }

    /// Whether its positions are rows and columns of cells, not lines and characters.
    fn counts_rows(&self) -> bool {
        self.sheet().is_some()
    }
}

/// The problem of a column whose text is longer than [`CELL_BYTES`].
pub(super) fn long_cell(column: usize) -> RowProblem {
    let message = format!("the cell is longer than {} KiB; shorten it", CELL_BYTES / 1024);
    RowProblem::new(Code::LongCell, ProblemPlace::column(column), message).of(column)
}
