//! The cells of a sheet in OpenDocument. Cells and rows that repeat are written once.

use super::CONTENT;
use super::styles::OdsStyles;
use super::value::WrittenValue;
use crate::read::workbook::cells::{
    CellFault, LAST_COLUMN, LAST_ROW, MergedCells, SheetBounds, SheetBuilder, SheetCells,
};
use crate::read::workbook::fault::BookResult;
use crate::read::workbook::shown::Shown;
use crate::read::workbook::xml::{XmlElement, XmlItem, XmlPart, ended};
use std::borrow::Cow;

/// Cells that say the same, beside each other.
struct RunOfCells {
    column: u32,
    count: u32,
    text: String,
    fault: Option<CellFault>,
}

/// What is known of the row and the cell that are being read.
#[derive(Default)]
struct SheetReading {
    /// Elements that are open within the cell; none outside of cells.
    depth: Option<usize>,
    /// Whether the text at hand is that of the cell.
    is_paragraph: bool,
    /// The styles of columns, each up to the column before which it ends.
    columns: Vec<(u32, String)>,
    row: u32,
    row_count: u32,
    row_style: String,
    is_hidden: bool,
    runs: Vec<RunOfCells>,
    column: u32,
    count: u32,
    style: String,
    span: (u32, u32),
    value: WrittenValue,
}

/// Reads the cells of a sheet, within bounds.
pub(super) fn cells(text: &str, styles: &OdsStyles, bounds: SheetBounds) -> BookResult<SheetCells> {
    let mut xml = XmlPart::new(text, CONTENT);
    let mut builder = SheetBuilder::new(bounds);
    let mut reading = SheetReading::default();
    while let Some(item) = xml.next()? {
        match item {
            XmlItem::Start(element) => reading.start(&element),
            XmlItem::End(end) => reading.end(ended(&end), styles, &mut builder),
            XmlItem::Text(piece) if reading.is_paragraph => reading.value.text.push_str(&piece),
            XmlItem::Text(_) => {}
        }
        if builder.is_full() {
            break;
        }
    }
    Ok(builder.finish())
}

impl SheetReading {
    fn start(&mut self, element: &XmlElement<'_>) {
        let name = element.name();
        if let Some(depth) = &mut self.depth {
            *depth += 1;
            // A paragraph is a child of its cell; deeper ones are those of notes and drawings.
            let is_first = *depth == 1;
            return self.within_cell(name, element, is_first);
        }
        match name {
            "table-column" => {
                let [style, repeats] = element
                    .attributes(["table:default-cell-style-name", "table:number-columns-repeated"]);
                let start = self.columns.last().map_or(0, |(end, _)| *end);
                let end = start.saturating_add(count(repeats));
                self.columns.push((end, style.unwrap_or_default().into_owned()));
            }
            "table-row" => self.start_row(element),
            "table-cell" | "covered-table-cell" => self.start_cell(element),
            _ => {}
        }
    }

    /// Goes on into what a cell holds.
    fn within_cell(&mut self, name: &str, element: &XmlElement<'_>, is_first: bool) {
        let text = &mut self.value.text;
        match name {
            "p" if is_first => {
                if !text.is_empty() {
                    text.push('\n');
                }
                self.is_paragraph = true;
            }
            "s" if self.is_paragraph => {
                let blanks = count(element.attribute("text:c")).min(1000);
                text.extend(std::iter::repeat_n(' ', blanks as usize));
            }
            "tab" if self.is_paragraph => text.push('\t'),
            "line-break" if self.is_paragraph => text.push('\n'),
            _ => {}
        }
    }

    fn start_row(&mut self, element: &XmlElement<'_>) {
        let [style, repeats, visibility] = element.attributes([
            "table:default-cell-style-name",
            "table:number-rows-repeated",
            "table:visibility",
        ]);
        self.row_style = style.unwrap_or_default().into_owned();
        self.row_count = count(repeats);
        self.is_hidden = visibility.is_some_and(|visibility| visibility != "visible");
        self.runs.clear();
        self.column = 0;
    }

    fn start_cell(&mut self, element: &XmlElement<'_>) {
        let [repeats, rows, columns, style] = element.attributes([
            "table:number-columns-repeated",
            "table:number-rows-spanned",
            "table:number-columns-spanned",
            "table:style-name",
        ]);
        self.count = count(repeats);
        self.span = (count(rows), count(columns));
        self.style = style.unwrap_or_default().into_owned();
        let [kind, formula, error] =
            element.attributes(["office:value-type", "table:formula", "calcext:value-type"]);
        let values = element.attributes([
            "office:value",
            "office:date-value",
            "office:time-value",
            "office:boolean-value",
            "office:string-value",
        ]);
        self.value = WrittenValue {
            kind: kind.unwrap_or_default().into_owned(),
            value: values.into_iter().flatten().next().unwrap_or_default().into_owned(),
            text: String::new(),
            is_formula: formula.is_some(),
            is_error: error.as_deref() == Some("error"),
        };
        self.depth = Some(0);
    }

    fn end(&mut self, name: &str, styles: &OdsStyles, builder: &mut SheetBuilder) {
        match self.depth {
            Some(0) => {
                self.depth = None;
                self.end_cell(styles, builder);
            }
            Some(depth) => {
                self.depth = Some(depth - 1);
                self.is_paragraph &= depth > 1;
            }
            None if name == "table-row" => self.end_row(builder),
            None => {}
        }
    }

    fn end_cell(&mut self, styles: &OdsStyles, builder: &mut SheetBuilder) {
        let shown = self.shown(styles);
        let (text, fault) = std::mem::take(&mut self.value).text(shown);
        let (row, column) = (self.row, self.column);
        if self.span != (1, 1) {
            let (rows, columns) = self.span;
            builder.merge(MergedCells {
                rows: (row, row.saturating_add(rows - 1)),
                columns: (column, column.saturating_add(columns - 1)),
            });
        }
        if fault.is_some() || !text.trim().is_empty() {
            self.runs.push(RunOfCells { column, count: self.count, text, fault });
        }
        self.column = column.saturating_add(self.count);
    }

    /// How the cell that ends shows a date: by its style, or that of its row or column.
    fn shown(&self, styles: &OdsStyles) -> Option<Shown> {
        let column = self.columns.partition_point(|(end, _)| *end <= self.column);
        let column = self.columns.get(column).map_or("", |(_, style)| style);
        let mut given = [&self.style, self.row_style.as_str(), column].into_iter();
        styles.shown(given.find(|style| !style.is_empty())?)
    }

    /// Adds the cells of the row, as often as it repeats.
    fn end_row(&mut self, builder: &mut SheetBuilder) {
        let after = self.row.saturating_add(self.row_count);
        if !self.runs.is_empty() {
            for row in self.row..after.min(LAST_ROW + 1) {
                if builder.is_full() {
                    return;
                }
                for run in &self.runs {
                    builder.add(row, run.column, &run.text, run.fault);
                    let end = run.column.saturating_add(run.count).min(LAST_COLUMN + 1);
                    for column in run.column + 1..end {
                        if builder.is_full() {
                            return;
                        }
                        builder.repeat(row, column);
                    }
                }
                if self.is_hidden {
                    builder.hide(row);
                }
            }
        }
        self.row = after;
    }
}

/// How often something repeats, up to as many as a sheet can have.
fn count(text: Option<Cow<'_, str>>) -> u32 {
    text.and_then(|text| text.parse::<u64>().ok()).unwrap_or(1).clamp(1, 1 << 20) as u32
}
