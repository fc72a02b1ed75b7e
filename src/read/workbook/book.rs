//! A workbook in any format: the names of its sheets, and the cells of each.

use super::cells::{SheetBounds, SheetCells, SheetName};
use super::container::Container;
use super::fault::{BookResult, WorkbookFault};
use super::ods::OdsBook;
use super::xls::XlsBook;
use super::xlsx::XlsxBook;
use crate::read::TableLimits;

/// First bytes of the containers of workbooks.
const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0";

/// Whether a file that begins so may be a workbook.
pub(in crate::read) fn is_container(head: &[u8]) -> bool {
    head.starts_with(ZIP) || head.starts_with(COMPOUND)
}

/// A workbook, its sheets still to be read.
pub(super) enum Book<'b> {
    Xlsx(Box<XlsxBook<'b>>),
    Ods(OdsBook),
    Xls(XlsBook),
}

impl<'b> Book<'b> {
    /// Finds out the format of a file, and reads what all sheets share.
    pub(super) fn open(bytes: &'b [u8], limits: TableLimits) -> BookResult<Self> {
        if bytes.starts_with(COMPOUND) {
            return Ok(Self::Xls(XlsBook::open(bytes)?));
        }
        let mut container = Container::open(bytes, limits)?;
        let kind = container.text("mimetype")?.unwrap_or_default();
        match kind.trim().strip_prefix("application/vnd.oasis.opendocument.") {
            Some(kind) if kind.starts_with("spreadsheet") => {
                return Ok(Self::Ods(OdsBook::open(&mut container)?));
            }
            Some(_) => {
                let message = "this is an OpenDocument file, but no spreadsheet; copy its table \
                               into one, or export it as CSV";
                return Err(WorkbookFault::new(message));
            }
            None => {}
        }
        if container.has("[Content_Types].xml") {
            return Ok(Self::Xlsx(Box::new(XlsxBook::open(container)?)));
        }
        let message = match container.has_folder("index/") || container.has("index.zip") {
            true => "this is a Numbers document; export it as Excel or CSV",
            false => {
                "this is a zip container, but no workbook; unpack it, and give the table that is \
                 in it"
            }
        };
        Err(WorkbookFault::new(message))
    }

    /// The sheets in the order of their tabs.
    pub(super) fn names(&self) -> Vec<SheetName> {
        match self {
            Self::Xlsx(book) => book.names(),
            Self::Ods(book) => book.names(),
            Self::Xls(book) => book.names(),
        }
    }

    /// The cells of a sheet, within bounds.
    pub(super) fn sheet(&mut self, at: usize, bounds: SheetBounds) -> BookResult<SheetCells> {
        match self {
            Self::Xlsx(book) => book.sheet(at, bounds),
            Self::Ods(book) => book.sheet(at, bounds),
            Self::Xls(book) => book.sheet(at, bounds),
        }
    }
}
