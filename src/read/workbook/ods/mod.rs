//! Workbooks in OpenDocument (.ods).
//!
//! The flow is `styles` (how dates are shown) and `sheet` (the cells of one sheet).

mod sheet;
mod styles;
mod value;

use super::cells::{SheetBounds, SheetCells, SheetKind, SheetName};
use super::container::Container;
use super::fault::{BookResult, WorkbookFault};
use super::xml::{XmlItem, XmlPart, ended};
use std::ops::Range;
use styles::OdsStyles;

/// The part that holds all sheets.
const CONTENT: &str = "content.xml";

/// A workbook in OpenDocument, its sheets still to be read.
pub(super) struct OdsBook {
    content: String,
    styles: OdsStyles,
    sheets: Vec<(SheetName, Range<usize>)>,
}

impl OdsBook {
    /// Reads the styles, and finds the sheets.
    pub(super) fn open(container: &mut Container<'_>) -> BookResult<Self> {
        let manifest = container.text("META-INF/manifest.xml")?.unwrap_or_default();
        if manifest.contains("encryption-data") {
            return Err(WorkbookFault::encrypted());
        }
        let mut styles = OdsStyles::default();
        let named = container.text("styles.xml")?.unwrap_or_default();
        styles.read(&named, "styles.xml")?;
        let missing = || WorkbookFault::damaged(CONTENT, "the content is missing");
        let content = container.text(CONTENT)?.ok_or_else(missing)?;
        let places = sheets(&content)?;
        let head = places.first().map_or(content.len(), |(_, place)| place.start);
        styles.read(content.get(..head).unwrap_or_default(), CONTENT)?;
        let name = |sheet: FoundSheet| SheetName {
            is_hidden: styles.hides(&sheet.style),
            title: sheet.title,
            kind: SheetKind::Table,
        };
        let sheets = places.into_iter().map(|(sheet, place)| (name(sheet), place)).collect();
        Ok(Self { content, styles, sheets })
    }

    /// The sheets in the order of their tabs.
    pub(super) fn names(&self) -> Vec<SheetName> {
        self.sheets.iter().map(|(name, _)| name.clone()).collect()
    }

    /// The cells of a sheet, within bounds.
    pub(super) fn sheet(&self, at: usize, bounds: SheetBounds) -> BookResult<SheetCells> {
        let place = self.sheets.get(at).map(|(_, place)| place.clone());
        let text = place.and_then(|place| self.content.get(place)).unwrap_or_default();
        sheet::cells(text, &self.styles, bounds)
    }
}

/// A sheet as the content names it.
struct FoundSheet {
    title: String,
    style: String,
}

/// The sheets, and where in the content each of them is.
fn sheets(content: &str) -> BookResult<Vec<(FoundSheet, Range<usize>)>> {
    let mut xml = XmlPart::new(content, CONTENT);
    let (mut sheets, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    let mut found = None;
    loop {
        let before = xml.position();
        match xml.next()? {
            Some(XmlItem::Start(element)) if element.name() == "table" => {
                depth += 1;
                if depth == 1 {
                    let [title, style] = element.attributes(["table:name", "table:style-name"]);
                    let [title, style] = [title, style].map(|text| text.unwrap_or_default().into());
                    (found, start) = (Some(FoundSheet { title, style }), before);
                }
            }
            Some(XmlItem::End(end)) if ended(&end) == "table" => {
                depth = depth.saturating_sub(1);
                if let Some(sheet) = found.take_if(|_| depth == 0) {
                    sheets.push((sheet, start..xml.position()));
                }
            }
            Some(_) => {}
            None => return Ok(sheets),
        }
    }
}
