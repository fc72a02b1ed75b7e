//! The cells of a sheet: their values as they are shown.

use super::strings::unescaped;
use super::styles::Styles;
use crate::read::workbook::cells::{
    CellFault, LAST_COLUMN, LAST_ROW, MergedCells, SheetBounds, SheetBuilder, SheetCells,
};
use crate::read::workbook::fault::BookResult;
use crate::read::workbook::shown::{iso_text, number_text};
use crate::read::workbook::texts::Texts;
use crate::read::workbook::xml::{XmlElement, XmlItem, XmlPart, ended};
use std::borrow::Cow;

/// What the cells of a sheet refer to.
#[derive(Clone, Copy)]
pub(super) struct SheetContext<'c> {
    pub styles: &'c Styles,
    pub strings: &'c Texts,
    pub is_1904: bool,
}

/// What the text at hand is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Inside {
    #[default]
    Nothing,
    Value,
    InlineText,
    /// How a text sounds.
    Sound,
}

/// A cell as it is written, while it is read.
#[derive(Clone, Debug, Default)]
struct WrittenCell {
    row: u32,
    column: u32,
    style: usize,
    kind: String,
    value: String,
    is_formula: bool,
    inside: Inside,
}

/// Reads the cells of a sheet, within bounds.
pub(super) fn cells(
    text: &str,
    name: &str,
    context: SheetContext<'_>,
    bounds: SheetBounds,
) -> BookResult<SheetCells> {
    let text = without_blank_tail(text);
    let mut xml = XmlPart::new(&text, name);
    let mut builder = SheetBuilder::new(bounds);
    let mut cell = WrittenCell::default();
    while let Some(item) = xml.next()? {
        match item {
            XmlItem::Start(element) => match element.name() {
                "row" => begin_row(&element, &mut cell, &mut builder, &xml)?,
                "c" => begin_cell(&element, &mut cell, &xml)?,
                "mergeCell" => builder.merge(merged(&element, &xml)?),
                _ => cell.enter(element.name()),
            },
            XmlItem::End(end) => match ended(&end) {
                "row" => (cell.row, cell.column) = (cell.row + 1, 0),
                "c" => {
                    cell.finish(context, &mut builder);
                    cell.column += 1;
                }
                _ => cell.leave(ended(&end)),
            },
            XmlItem::Text(piece) if matches!(cell.inside, Inside::Value | Inside::InlineText) => {
                cell.value.push_str(&piece);
            }
            XmlItem::Text(_) => {}
        }
        if builder.is_full() {
            break;
        }
    }
    Ok(builder.finish())
}

/// The sheet without the rows behind the last cell that says something: programs write a million of
/// them where a whole column has a format.
fn without_blank_tail(text: &str) -> Cow<'_, str> {
    const WORTH: usize = 1 << 16;
    let cut = || {
        let end = text.rfind("</sheetData>")?;
        let body = text.get(..end)?;
        let last = ["<v", "<is", "<f"].iter().filter_map(|sign| body.rfind(sign)).max()?;
        let row = last + body.get(last..)?.find("</row>")? + "</row>".len();
        (end - row > WORTH).then(|| [&text[..row], &text[end..]].concat())
    };
    cut().map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Goes on to a row, the next one if it has no number.
fn begin_row(
    element: &XmlElement<'_>,
    cell: &mut WrittenCell,
    builder: &mut SheetBuilder,
    xml: &XmlPart<'_>,
) -> BookResult<()> {
    if let Some(number) = element.attribute("r") {
        let number = number.parse().ok().and_then(|number: u32| number.checked_sub(1));
        cell.row = number
            .filter(|row| *row <= LAST_ROW)
            .ok_or_else(|| xml.damaged("a row has a number that no row can have"))?;
    }
    cell.column = 0;
    if element.is("hidden") {
        builder.hide(cell.row);
    }
    Ok(())
}

/// Goes on to a cell, the next one of the row if it has no place.
fn begin_cell(
    element: &XmlElement<'_>,
    cell: &mut WrittenCell,
    xml: &XmlPart<'_>,
) -> BookResult<()> {
    let [place, style, kind] = element.attributes(["r", "s", "t"]);
    if let Some(place) = place {
        let found = reference(&place);
        (cell.row, cell.column) =
            found.ok_or_else(|| xml.damaged("a cell has a place that no cell can have"))?;
    }
    cell.style = style.and_then(|style| style.parse().ok()).unwrap_or(0);
    cell.kind = kind.map_or(String::new(), Cow::into_owned);
    cell.value.clear();
    (cell.is_formula, cell.inside) = (false, Inside::Nothing);
    Ok(())
}

impl WrittenCell {
    fn enter(&mut self, element: &str) {
        match element {
            "v" => self.inside = Inside::Value,
            "t" if self.inside != Inside::Sound => self.inside = Inside::InlineText,
            "rPh" => self.inside = Inside::Sound,
            "f" => self.is_formula = true,
            _ => {}
        }
    }

    fn leave(&mut self, element: &str) {
        match element {
            "t" if self.inside == Inside::Sound => {}
            "v" | "t" | "rPh" => self.inside = Inside::Nothing,
            _ => {}
        }
    }

    /// Adds the cell as text.
    fn finish(&self, context: SheetContext<'_>, builder: &mut SheetBuilder) {
        let value = self.value.trim();
        let mut add = |text: &str, fault| builder.add(self.row, self.column, text, fault);
        match self.kind.as_str() {
            "s" => {
                add(value.parse().ok().and_then(|at| context.strings.get(at)).unwrap_or(""), None);
            }
            "str" | "inlineStr" => add(&unescaped(&self.value), None),
            "b" => add(if matches!(value, "1" | "true") { "TRUE" } else { "FALSE" }, None),
            "e" if value == "#N/A" => {}
            "e" => add(value, Some(CellFault::Error)),
            "d" => add(&iso_text(value, context.styles.shown(self.style)), None),
            _ => match value.parse::<f64>() {
                Ok(number) => {
                    let shown = context.styles.shown(self.style);
                    // What writes formulas without their value writes none, or 0.
                    if self.is_formula && number == 0.0 && shown.is_day() {
                        add("", Some(CellFault::NotCalculated));
                    } else {
                        add(&number_text(number, shown, context.is_1904), None);
                    }
                }
                Err(_) if value.is_empty() && self.is_formula => {
                    add("", Some(CellFault::NotCalculated));
                }
                Err(_) => add(value, None),
            },
        }
    }
}

/// The row and the column, counted from 0, of a place such as `B7`.
fn reference(place: &str) -> Option<(u32, u32)> {
    let digits = place.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = place.split_at(digits);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut column = 0;
    for letter in letters.bytes() {
        let place = letter.to_ascii_uppercase().checked_sub(b'A').filter(|place| *place < 26)?;
        column = column * 26 + u32::from(place) + 1;
    }
    let row = number.parse::<u32>().ok()?.checked_sub(1)?;
    let column = column - 1;
    (row <= LAST_ROW && column <= LAST_COLUMN).then_some((row, column))
}

/// The cells that a range such as `A1:B7` merges.
fn merged(element: &XmlElement<'_>, xml: &XmlPart<'_>) -> BookResult<MergedCells> {
    let range = element.attribute("ref").unwrap_or_default();
    let (first, last) = range.split_once(':').unwrap_or((&range, &range));
    match (reference(first), reference(last)) {
        (Some(first), Some(last)) => {
            Ok(MergedCells { rows: (first.0, last.0), columns: (first.1, last.1) })
        }
        _ => Err(xml.damaged("merged cells have a place that no cells can have")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_rows_at_the_end_are_cut_off() {
        let row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
        let blank = "<row r=\"2\"/>".repeat(10_000);
        let sheet = |rows: &str| format!("<sheetData>{row}{rows}</sheetData><mergeCells/>");
        assert_eq!(without_blank_tail(&sheet(&blank)), sheet(""));
        assert_eq!(without_blank_tail(&sheet("<row/>")), sheet("<row/>"));
    }

    #[test]
    fn places_are_letters_and_a_number() {
        let cases = [
            ("A1", Some((0, 0))),
            ("b7", Some((6, 1))),
            ("AA10", Some((9, 26))),
            ("XFD1048576", Some((LAST_ROW, LAST_COLUMN))),
            ("XFE1", None),
            ("A1048577", None),
            ("A0", None),
            ("1", None),
            ("A", None),
            ("ABCDEF1", None),
            ("A99999999999", None),
            ("Ä1", None),
        ];
        for (place, expected) in cases {
            assert_eq!(reference(place), expected, "{place}");
        }
    }
}
