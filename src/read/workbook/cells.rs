//! The cells of a sheet that say something, by row and column. Empty ones take no room, so a cell
//! far off costs no more than one near.

use std::ops::Range;

/// The last row and the last column that a sheet can have, counted from 0.
pub(super) const LAST_ROW: u32 = 1_048_575;
pub(super) const LAST_COLUMN: u32 = 16_383;

/// A sheet as its tab shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SheetName {
    pub title: String,
    pub is_hidden: bool,
    pub kind: SheetKind,
}

/// What a sheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SheetKind {
    /// Cells.
    Table,
    Chart,
    Macro,
    Other,
}

/// Why a cell has no text, though it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellFault {
    /// It is a formula whose value was not stored.
    NotCalculated,
    /// Its text is that of an error, as #REF!.
    Error,
}

/// A cell that says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SheetCell {
    /// Counted from 0.
    pub row: u32,
    /// Counted from 0.
    pub column: u32,
    /// Where its text is in that of the sheet.
    text: Range<u32>,
    /// What is wrong with it.
    pub fault: Option<CellFault>,
}

/// A sheet, read.
#[derive(Clone, Debug, Default)]
pub(super) struct SheetCells {
    /// By row, then by column.
    cells: Vec<SheetCell>,
    text: String,
    /// The cells of each row that has any.
    rows: Vec<Range<usize>>,
    /// Rows with text that are hidden.
    pub hidden_rows: usize,
    /// Cells that have the text of the merged cell that they belong to.
    pub merged_cells: usize,
    /// Whether there is more than was to be read.
    pub is_cut: bool,
}

impl SheetCells {
    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The cells of a row.
    pub(super) fn row(&self, at: usize) -> &[SheetCell] {
        self.rows.get(at).and_then(|row| self.cells.get(row.clone())).unwrap_or_default()
    }

    /// The text of a cell, without blanks around it.
    pub(super) fn text(&self, cell: &SheetCell) -> &str {
        let range = cell.text.start as usize..cell.text.end as usize;
        self.text.get(range).unwrap_or_default().trim()
    }
}

/// How much of a sheet is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SheetBounds {
    /// Rows with cells.
    pub rows: usize,
    /// Bytes of text, with one for each cell.
    pub bytes: u64,
}

/// A rectangle of merged cells, its rows and columns counted from 0, both ends within.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MergedCells {
    pub rows: (u32, u32),
    pub columns: (u32, u32),
}

/// A sheet being read, cell by cell.
pub(super) struct SheetBuilder {
    sheet: SheetCells,
    bounds: SheetBounds,
    bytes: u64,
    /// Rows gone on to that have cells, counted as often as they are.
    row_count: usize,
    hidden: Vec<u32>,
    merged: Vec<MergedCells>,
}

impl SheetBuilder {
    pub(super) fn new(bounds: SheetBounds) -> Self {
        Self {
            sheet: SheetCells::default(),
            bounds,
            bytes: 0,
            row_count: 0,
            hidden: Vec::new(),
            merged: Vec::new(),
        }
    }

    /// Whether no more is to be read.
    pub(super) fn is_full(&self) -> bool {
        self.sheet.is_cut
    }

    /// Says that a row is hidden.
    pub(super) fn hide(&mut self, row: u32) {
        self.hidden.push(row);
    }

    /// Says that cells are merged.
    pub(super) fn merge(&mut self, merged: MergedCells) {
        self.merged.push(merged);
    }

    /// Adds a cell, unless it says nothing or lies outside of every sheet.
    pub(super) fn add(&mut self, row: u32, column: u32, text: &str, fault: Option<CellFault>) {
        let is_within = row <= LAST_ROW && column <= LAST_COLUMN;
        if !is_within || fault.is_none() && text.trim().is_empty() || !self.takes(text.len()) {
            return;
        }
        if self.sheet.cells.last().is_none_or(|last| last.row != row) {
            if self.row_count >= self.bounds.rows {
                self.sheet.is_cut = true;
                return;
            }
            self.row_count += 1;
        }
        let start = self.sheet.text.len() as u32;
        self.sheet.text.push_str(text);
        let text = start..self.sheet.text.len() as u32;
        self.sheet.cells.push(SheetCell { row, column, text, fault });
    }

    /// Adds the cell that was added last once more, at another place.
    pub(super) fn repeat(&mut self, row: u32, column: u32) {
        let Some(last) = self.sheet.cells.last() else { return };
        let is_within = row <= LAST_ROW && column <= LAST_COLUMN;
        let length = (last.text.end - last.text.start) as usize;
        let again = SheetCell { row, column, ..last.clone() };
        if is_within && self.takes(length) {
            self.sheet.cells.push(again);
        }
    }

    /// Counts the bytes of a cell, and says whether there is room for them.
    fn takes(&mut self, length: usize) -> bool {
        self.bytes += length as u64 + 1;
        let is_text_small = self.sheet.text.len() + length < u32::MAX as usize;
        if self.bytes > self.bounds.bytes || !is_text_small {
            self.sheet.is_cut = true;
        }
        !self.sheet.is_cut
    }

    /// The sheet, its cells in order, those that are merged over rows filled.
    pub(super) fn finish(mut self) -> SheetCells {
        self.sort();
        self.fill();
        self.hidden.sort_unstable();
        self.hidden.dedup();
        let has_cells = |row: &&u32| self.row_at(**row).is_some();
        self.sheet.hidden_rows = self.hidden.iter().filter(has_cells).count();
        self.sheet
    }

    /// Brings the cells into order; of two at one place the last counts.
    fn sort(&mut self) {
        let cells = &mut self.sheet.cells;
        let place = |cell: &SheetCell| (cell.row, cell.column);
        if !cells.is_sorted_by(|a, b| place(a) < place(b)) {
            cells.reverse();
            cells.sort_by_key(place);
            cells.dedup_by_key(|cell| place(cell));
        }
        let (mut rows, mut start) = (Vec::new(), 0);
        for row in cells.chunk_by(|a, b| a.row == b.row) {
            rows.push(start..start + row.len());
            start += row.len();
        }
        self.sheet.rows = rows;
    }

    /// The cells of the row with this number.
    fn row_at(&self, number: u32) -> Option<usize> {
        let row_number = |row: &Range<usize>| self.sheet.cells.get(row.start).map(|cell| cell.row);
        let at = self.sheet.rows.partition_point(|row| row_number(row) < Some(number));
        (self.sheet.row(at).first()?.row == number).then_some(at)
    }

    /// Gives each row of cells that are merged over rows the text of the first, as a reader takes
    /// it. Rows that have no cell of their own are none, and columns are left as they are.
    fn fill(&mut self) {
        let mut merged = std::mem::take(&mut self.merged);
        merged.retain(|cells| cells.rows.0 < cells.rows.1);
        merged.sort_by_key(|cells| (cells.columns.0, cells.rows.0));
        // Of such as overlap, which no program writes, the first counts: so no row is met twice.
        merged
            .dedup_by(|next, kept| next.columns.0 == kept.columns.0 && next.rows.0 <= kept.rows.1);
        let before = self.sheet.cells.len();
        for cells in merged {
            self.fill_down(cells);
        }
        self.sheet.merged_cells = self.sheet.cells.len() - before;
        if self.sheet.merged_cells > 0 {
            self.sort();
        }
    }

    fn fill_down(&mut self, merged: MergedCells) {
        let column = merged.columns.0;
        let at = |row: &[SheetCell]| row.binary_search_by_key(&column, |cell| cell.column).ok();
        let Some(first) = self.row_at(merged.rows.0) else { return };
        let Some(cell) = at(self.sheet.row(first)).map(|at| self.sheet.row(first)[at].clone())
        else {
            return;
        };
        for next in first + 1..self.sheet.len() {
            let row = self.sheet.row(next);
            let Some(number) = row.first().map(|own| own.row) else { return };
            if number > merged.rows.1 || self.sheet.is_cut {
                return;
            }
            let is_free = at(row).is_none();
            if is_free && self.takes((cell.text.end - cell.text.start) as usize) {
                self.sheet.cells.push(SheetCell { row: number, ..cell.clone() });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: SheetBounds = SheetBounds { rows: 100, bytes: 1000 };

    fn shown(sheet: &SheetCells) -> Vec<String> {
        let cell = |cell: &SheetCell| format!("{}:{}", cell.column, sheet.text(cell));
        let row = |at: usize| {
            let cells: Vec<String> = sheet.row(at).iter().map(cell).collect();
            format!("{} {}", sheet.row(at)[0].row, cells.join(" "))
        };
        (0..sheet.len()).map(row).collect()
    }

    #[test]
    fn cells_come_in_order_and_the_last_of_a_place_counts() {
        let mut builder = SheetBuilder::new(BOUNDS);
        for (row, column, text) in
            [(5, 1, " b "), (5, 0, "a"), (2, 9, "c"), (2, 9, "d"), (3, 3, " "), (u32::MAX, 0, "x")]
        {
            builder.add(row, column, text, None);
        }
        builder.hide(2);
        builder.hide(3);
        let sheet = builder.finish();
        assert_eq!(shown(&sheet), ["2 9:d", "5 0:a 1:b"]);
        assert_eq!((sheet.hidden_rows, sheet.is_cut), (1, false));
    }

    #[test]
    fn cells_merged_over_rows_fill_the_rows_that_are_there() {
        let mut builder = SheetBuilder::new(BOUNDS);
        for (row, column, text) in [(0, 0, "title"), (2, 0, "May"), (2, 1, "a"), (3, 1, "b")] {
            builder.add(row, column, text, None);
        }
        builder.add(5, 1, "c", None);
        builder.add(6, 0, "June", None);
        builder.merge(MergedCells { rows: (0, 0), columns: (0, 1) });
        builder.merge(MergedCells { rows: (2, 5), columns: (0, 0) });
        builder.merge(MergedCells { rows: (3, 6), columns: (0, 0) });
        let sheet = builder.finish();
        let rows = ["0 0:title", "2 0:May 1:a", "3 0:May 1:b", "5 0:May 1:c", "6 0:June"];
        assert_eq!((shown(&sheet), sheet.merged_cells), (rows.map(str::to_owned).into(), 2));
    }

    #[test]
    fn rows_and_bytes_are_bounded_where_cells_repeat_and_are_merged() {
        let mut builder = SheetBuilder::new(SheetBounds { rows: 2, bytes: 1000 });
        (0..5).for_each(|row| builder.add(row, 0, "a", None));
        assert_eq!((builder.is_full(), builder.finish().len()), (true, 2));

        let mut builder = SheetBuilder::new(SheetBounds { rows: 9, bytes: 20 });
        builder.add(0, 0, "abcd", None);
        (1..9).for_each(|column| builder.repeat(0, column));
        let sheet = builder.finish();
        assert_eq!((sheet.is_cut, sheet.row(0).len()), (true, 4));

        let mut builder = SheetBuilder::new(SheetBounds { rows: 99, bytes: 40 });
        (0..9).for_each(|row| builder.add(row, 1, "a", None));
        builder.add(0, 0, "abcd", None);
        builder.merge(MergedCells { rows: (0, LAST_ROW), columns: (0, 0) });
        let sheet = builder.finish();
        assert_eq!((sheet.is_cut, sheet.merged_cells), (true, 3));
    }
}
