//! The cell styles of a workbook, as far as they say how numbers are shown.

use crate::read::workbook::excel_format;
use crate::read::workbook::fault::BookResult;
use crate::read::workbook::shown::Shown;
use crate::read::workbook::xml::{XmlItem, XmlPart, ended};
use std::collections::BTreeMap;

/// How the cells of each style show their number.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles(Vec<Shown>);

impl Styles {
    /// Reads the part of the styles.
    pub(super) fn read(text: &str, name: &str) -> BookResult<Self> {
        let mut xml = XmlPart::new(text, name);
        let (mut formats, mut styles, mut is_within) = (BTreeMap::new(), Vec::new(), false);
        while let Some(item) = xml.next()? {
            match item {
                XmlItem::Start(element) => match element.name() {
                    "numFmt" => {
                        if let [Some(id), Some(code)] =
                            element.attributes(["numFmtId", "formatCode"])
                        {
                            formats.insert(id.parse().unwrap_or(0), excel_format::shown(&code));
                        }
                    }
                    "cellXfs" => is_within = true,
                    "xf" if is_within => {
                        let id = element.attribute("numFmtId");
                        styles.push(id.and_then(|id| id.parse::<u32>().ok()).unwrap_or(0));
                    }
                    _ => {}
                },
                XmlItem::End(end) if ended(&end) == "cellXfs" => is_within = false,
                _ => {}
            }
        }
        let shown =
            |id: &u32| formats.get(id).copied().unwrap_or_else(|| excel_format::builtin(*id));
        Ok(Self(styles.iter().map(shown).collect()))
    }

    /// How a cell with a style shows its number.
    pub(super) fn shown(&self, style: usize) -> Shown {
        self.0.get(style).copied().unwrap_or_default()
    }
}
