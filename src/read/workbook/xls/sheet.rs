//! The cells of a sheet in BIFF8.

use super::globals::Globals;
use super::records::{BEGIN, END, Record, Records};
use super::text::PieceReader;
use crate::read::workbook::cells::{CellFault, MergedCells, SheetBounds, SheetBuilder, SheetCells};
use crate::read::workbook::fault::BookResult;
use crate::read::workbook::shown::number_text;

/// Reads the cells of a sheet, within bounds.
pub(super) fn cells(
    stream: &[u8],
    globals: &Globals,
    bounds: SheetBounds,
) -> BookResult<SheetCells> {
    let mut reading = BiffReading { globals, builder: SheetBuilder::new(bounds), formula: None };
    // Charts within a sheet have records of their own.
    let mut depth = 0_usize;
    for record in Records::new(stream) {
        match record.kind {
            BEGIN => depth += 1,
            END => depth = depth.saturating_sub(1),
            _ if depth == 1 => reading.take(record),
            _ => {}
        }
        if depth == 0 || reading.builder.is_full() {
            break;
        }
    }
    Ok(reading.builder.finish())
}

struct BiffReading<'g> {
    globals: &'g Globals,
    builder: SheetBuilder,
    /// The row and the column of a formula whose text comes in the next record.
    formula: Option<(u32, u32)>,
}

impl BiffReading<'_> {
    fn take(&mut self, record: Record<'_>) {
        let (row, column) = (u32::from(record.u16_at(0)), u32::from(record.u16_at(2)));
        match record.kind {
            0x0203 => {
                let number = record.eight_at(6).map(f64::from_le_bytes);
                self.number(row, column, record.u16_at(4), number);
            }
            0x027E => {
                let number = Some(packed(record.u32_at(6)));
                self.number(row, column, record.u16_at(4), number);
            }
            0x00BD => self.packed_numbers(row, column, &record),
            0x00FD => self.builder.add(row, column, self.globals.string(record.u32_at(6)), None),
            0x0204 | 0x00D6 => {
                let text = PieceReader::new(record.pieces, 6).string();
                self.builder.add(row, column, &text.unwrap_or_default(), None);
            }
            0x0205 => {
                let [value, is_error] = record.u16_at(6).to_le_bytes();
                self.boolean_or_error(row, column, value, is_error != 0);
            }
            0x0006 => self.formula(row, column, &record),
            0x0207 => {
                if let Some((row, column)) = self.formula.take() {
                    let text = PieceReader::new(record.pieces, 0).string();
                    self.builder.add(row, column, &text.unwrap_or_default(), None);
                }
            }
            0x0208 if record.u32_at(12) & 0x20 != 0 => self.builder.hide(row),
            0x00E5 => self.merge(&record),
            _ => {}
        }
    }

    fn number(&mut self, row: u32, column: u32, style: u16, number: Option<f64>) {
        let Some(number) = number else { return };
        let text = number_text(number, self.globals.shown(style), self.globals.is_1904);
        self.builder.add(row, column, &text, None);
    }

    /// Numbers of neighbours in a row.
    fn packed_numbers(&mut self, row: u32, first: u32, record: &Record<'_>) {
        let cells = record.bytes().get(4..).unwrap_or_default().len().saturating_sub(2) / 6;
        for (column, cell) in (first..).zip(0..cells) {
            let at = 4 + 6 * cell;
            self.number(row, column, record.u16_at(at), Some(packed(record.u32_at(at + 2))));
        }
    }

    fn boolean_or_error(&mut self, row: u32, column: u32, value: u8, is_error: bool) {
        let text = match (is_error, value) {
            (false, 0) => "FALSE",
            (false, _) => "TRUE",
            (true, 0x00) => "#NULL!",
            (true, 0x07) => "#DIV/0!",
            (true, 0x0F) => "#VALUE!",
            (true, 0x17) => "#REF!",
            (true, 0x1D) => "#NAME?",
            (true, 0x24) => "#NUM!",
            // The value is not available.
            (true, 0x2A) => return,
            (true, _) => "#ERROR!",
        };
        self.builder.add(row, column, text, is_error.then_some(CellFault::Error));
    }

    /// The value that was stored with a formula.
    fn formula(&mut self, row: u32, column: u32, record: &Record<'_>) {
        let Some(value) = record.eight_at(6) else { return };
        match value {
            [0, .., 0xFF, 0xFF] => self.formula = Some((row, column)),
            [1, _, value, .., 0xFF, 0xFF] => self.boolean_or_error(row, column, value, false),
            [2, _, value, .., 0xFF, 0xFF] => self.boolean_or_error(row, column, value, true),
            [.., 0xFF, 0xFF] => {}
            _ => {
                let number = f64::from_le_bytes(value);
                // What writes formulas without their value writes 0.
                if number == 0.0 && self.globals.shown(record.u16_at(4)).is_day() {
                    self.builder.add(row, column, "", Some(CellFault::NotCalculated));
                } else {
                    self.number(row, column, record.u16_at(4), Some(number));
                }
            }
        }
    }

    fn merge(&mut self, record: &Record<'_>) {
        for merged in 0..usize::from(record.u16_at(0)) {
            let at = |field: usize| u32::from(record.u16_at(2 + 8 * merged + 2 * field));
            let (rows, columns) = ((at(0), at(1)), (at(2), at(3)));
            self.builder.merge(MergedCells { rows, columns });
        }
    }
}

/// A number in four bytes: of 30 bits, whole or the first of a longer one, perhaps a hundredth.
fn packed(bits: u32) -> f64 {
    let number = match bits & 2 {
        0 => f64::from_bits(u64::from(bits & !3) << 32),
        _ => f64::from(bits.cast_signed() >> 2),
    };
    if bits & 1 == 0 { number } else { number / 100.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers_are_whole_or_cut() {
        let cases = [
            (0x3FF0_0000, 1.0),
            (0x3FF0_0001, 0.01),
            (39_884 << 2 | 2, 39_884.0),
            (1235 << 2 | 3, 12.35),
            ((-44_i32 << 2 | 2).cast_unsigned(), -44.0),
        ];
        for (bits, number) in cases {
            assert_eq!(packed(bits), number, "{bits:x}");
        }
    }
}
