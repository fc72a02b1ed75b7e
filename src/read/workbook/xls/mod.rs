//! Workbooks of Excel 97 to 2003 (.xls), in BIFF8.
//!
//! The flow is `compound` (the streams of the file), `records` (those of a stream), `globals` (what
//! all sheets share), `text` (strings, which may go on over records) and `sheet` (the cells of one
//! sheet). Nothing that a file says of lengths and places is believed before it is checked.

mod compound;
mod globals;
mod records;
mod sheet;
mod text;

use super::cells::{SheetBounds, SheetCells, SheetKind, SheetName};
use super::fault::{BookResult, WorkbookFault};
use compound::Compound;
use globals::Globals;

/// What messages call the stream of all sheets.
const WORKBOOK: &str = "Workbook";

/// A workbook in BIFF8, its sheets still to be read.
pub(super) struct XlsBook {
    stream: Vec<u8>,
    globals: Globals,
}

impl XlsBook {
    /// Reads what all sheets share.
    pub(super) fn open(bytes: &[u8]) -> BookResult<Self> {
        let compound = Compound::read(bytes)?;
        if let Some(stream) = compound.stream(WORKBOOK)? {
            let globals = Globals::read(&stream)?;
            return Ok(Self { stream, globals });
        }
        let others = [
            ("EncryptedPackage", WorkbookFault::encrypted()),
            (
                "Book",
                WorkbookFault::new(
                    "this is a workbook of Excel 95 or older; save it as .xlsx, or export the \
                     sheet as CSV",
                ),
            ),
            (
                "WordDocument",
                WorkbookFault::new("this is a Word document; copy its table into a workbook"),
            ),
        ];
        let other = others.into_iter().find(|(name, _)| compound.has(name));
        Err(other.map_or_else(
            || {
                WorkbookFault::new(
                    "this is an Office file without a workbook; export the table as CSV",
                )
            },
            |(_, fault)| fault,
        ))
    }

    /// The sheets in the order of their tabs.
    pub(super) fn names(&self) -> Vec<SheetName> {
        self.globals.sheets.iter().map(|sheet| sheet.name.clone()).collect()
    }

    /// The cells of a sheet, within bounds.
    pub(super) fn sheet(&self, at: usize, bounds: SheetBounds) -> BookResult<SheetCells> {
        let Some(sheet) = self.globals.sheets.get(at) else { return Ok(SheetCells::default()) };
        if sheet.name.kind != SheetKind::Table {
            return Ok(SheetCells::default());
        }
        // Sheets follow one another, so that each byte is read for one of them.
        let after = self.globals.sheets.iter().map(|other| other.start);
        let end = after.filter(|start| *start > sheet.start).min().unwrap_or(self.stream.len());
        let records = self.stream.get(sheet.start..end.min(self.stream.len()));
        let missing = || WorkbookFault::damaged(WORKBOOK, "a sheet is missing");
        sheet::cells(records.ok_or_else(missing)?, &self.globals, bounds)
    }
}
