//! Workbooks in Office Open XML (.xlsx, .xlsm).
//!
//! The flow is `package` (which part is what), `styles` and `strings` (what cells refer to) and
//! `sheet` (the cells of one sheet).

mod package;
mod sheet;
mod strings;
mod styles;

use super::cells::{SheetBounds, SheetCells, SheetKind, SheetName};
use super::container::Container;
use super::fault::{BookResult, WorkbookFault};
use super::texts::Texts;
use package::{Package, SheetPart};
use sheet::SheetContext;
use strings::shared_strings;
use styles::Styles;

/// A workbook in Office Open XML, its sheets still to be read.
pub(super) struct XlsxBook<'b> {
    container: Container<'b>,
    sheets: Vec<SheetPart>,
    is_1904: bool,
    styles: Styles,
    strings: Texts,
}

impl<'b> XlsxBook<'b> {
    /// Reads what all sheets share.
    pub(super) fn open(mut container: Container<'b>) -> BookResult<Self> {
        let package = Package::read(&mut container)?;
        let styles = match container.text(&package.styles)? {
            Some(text) => Styles::read(&text, &package.styles)?,
            None => Styles::default(),
        };
        let strings = match container.text(&package.strings)? {
            Some(text) => shared_strings(&text, &package.strings)?,
            None => Texts::default(),
        };
        let Package { sheets, is_1904, .. } = package;
        Ok(Self { container, sheets, is_1904, styles, strings })
    }

    /// The sheets in the order of their tabs.
    pub(super) fn names(&self) -> Vec<SheetName> {
        self.sheets.iter().map(|sheet| sheet.name.clone()).collect()
    }

    /// The cells of a sheet, within bounds.
    pub(super) fn sheet(&mut self, at: usize, bounds: SheetBounds) -> BookResult<SheetCells> {
        let Some(sheet) = self.sheets.get(at).filter(|sheet| sheet.name.kind == SheetKind::Table)
        else {
            return Ok(SheetCells::default());
        };
        let missing = || WorkbookFault::damaged(&sheet.part, "the sheet is missing");
        let text = self.container.text(&sheet.part)?.ok_or_else(missing)?;
        let context =
            SheetContext { styles: &self.styles, strings: &self.strings, is_1904: self.is_1904 };
        sheet::cells(&text, &sheet.part, context, bounds)
    }
}
