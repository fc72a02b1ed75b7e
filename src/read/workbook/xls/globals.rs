//! What all sheets of a workbook in BIFF8 share: their names, texts and formats.

use super::WORKBOOK;
use super::records::{BEGIN, END, Record, Records};
use super::text::PieceReader;
use crate::read::workbook::cells::{SheetKind, SheetName};
use crate::read::workbook::excel_format;
use crate::read::workbook::fault::{BookResult, WorkbookFault};
use crate::read::workbook::shown::Shown;
use crate::read::workbook::texts::Texts;
use std::collections::BTreeMap;

/// What all sheets share.
#[derive(Default)]
pub(super) struct Globals {
    pub sheets: Vec<SheetPlace>,
    pub is_1904: bool,
    strings: Texts,
    formats: BTreeMap<u16, Shown>,
    /// The format of each style.
    styles: Vec<u16>,
}

/// A sheet, and where in the stream its records begin.
pub(super) struct SheetPlace {
    pub name: SheetName,
    pub start: usize,
}

impl Globals {
    /// Reads the first records of a stream.
    pub(super) fn read(stream: &[u8]) -> BookResult<Self> {
        let mut globals = Self::default();
        for record in Records::new(stream) {
            match record.kind {
                BEGIN if record.u16_at(0) != 0x0600 => {
                    return Err(WorkbookFault::new(
                        "this is a workbook of Excel 95 or older; save it as .xlsx, or export the \
                         sheet as CSV",
                    ));
                }
                0x002F => return Err(WorkbookFault::encrypted()),
                0x0022 => globals.is_1904 = record.u16_at(0) == 1,
                0x041E => {
                    let code = PieceReader::new(record.pieces.clone(), 2).string();
                    let shown = excel_format::shown(&code.unwrap_or_default());
                    globals.formats.insert(record.u16_at(0), shown);
                }
                0x00E0 => globals.styles.push(record.u16_at(2)),
                0x0085 => globals.sheets.push(SheetPlace::read(&record)),
                0x00FC => {
                    let mut reader = PieceReader::new(record.pieces, 8);
                    while let Some(text) = reader.string() {
                        globals.strings.push(&text);
                    }
                }
                END => return Ok(globals),
                _ => {}
            }
        }
        Err(WorkbookFault::damaged(WORKBOOK, "records are missing"))
    }

    /// A text that sheets share.
    pub(super) fn string(&self, at: u32) -> &str {
        self.strings.get(at as usize).unwrap_or_default()
    }

    /// How a cell with a style shows its number.
    pub(super) fn shown(&self, style: u16) -> Shown {
        let Some(format) = self.styles.get(usize::from(style)) else { return Shown::Number };
        let known = self.formats.get(format).copied();
        known.unwrap_or_else(|| excel_format::builtin((*format).into()))
    }
}

impl SheetPlace {
    fn read(record: &Record<'_>) -> Self {
        let [state, kind] = record.u16_at(4).to_le_bytes();
        let kind = match kind {
            0 => SheetKind::Table,
            1 => SheetKind::Macro,
            2 => SheetKind::Chart,
            _ => SheetKind::Other,
        };
        let title = PieceReader::new(record.pieces.clone(), 6).short_string().unwrap_or_default();
        let name = SheetName { title, is_hidden: state & 3 != 0, kind };
        Self { name, start: record.u32_at(0) as usize }
    }
}
