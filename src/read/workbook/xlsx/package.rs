//! Which part of the package is what: the workbook, its sheets, styles and strings.

use crate::read::workbook::cells::{SheetKind, SheetName};
use crate::read::workbook::container::Container;
use crate::read::workbook::fault::{BookResult, WorkbookFault};
use crate::read::workbook::xml::{XmlItem, XmlPart};
use std::collections::BTreeMap;

/// Sheets that a workbook may have.
const MOST_SHEETS: usize = 1000;

/// What the package is made of.
pub(super) struct Package {
    /// The sheets in the order of their tabs.
    pub sheets: Vec<SheetPart>,
    /// Whether days are counted from 1904.
    pub is_1904: bool,
    /// The names of other parts.
    pub styles: String,
    pub strings: String,
}

/// A sheet and the part that it is in.
pub(super) struct SheetPart {
    pub name: SheetName,
    pub part: String,
}

impl Package {
    /// Reads the workbook part and its relations.
    pub(super) fn read(container: &mut Container<'_>) -> BookResult<Self> {
        let workbook = workbook_part(container)?;
        let no_text = || WorkbookFault::damaged(&workbook, "the workbook is missing");
        let text = container.text(&workbook)?.ok_or_else(no_text)?;
        let relations = Relations::of(container, &workbook)?;
        let (sheets, is_1904) = sheets(&text, &workbook, &relations)?;
        let part = |kind: &str, usual: &str| {
            relations.of_kind(kind).unwrap_or_else(|| resolved(&workbook, usual))
        };
        let styles = part("/styles", "styles.xml");
        let strings = part("/sharedStrings", "sharedStrings.xml");
        Ok(Self { sheets, is_1904, styles, strings })
    }
}

/// The name of the workbook part, if this is a workbook.
fn workbook_part(container: &mut Container<'_>) -> BookResult<String> {
    const USUAL: &str = "xl/workbook.xml";
    let found = Relations::of(container, "")?.of_kind("/officeDocument");
    let part = found.filter(|part| container.has(part)).unwrap_or_else(|| USUAL.into());
    if part.ends_with(".bin") || !container.has(&part) && container.has("xl/workbook.bin") {
        return Err(WorkbookFault::new(
            "this is a binary workbook (.xlsb); save it as .xlsx, or export the sheet as CSV",
        ));
    }
    let other = [("word/", "a Word document"), ("ppt/", "a PowerPoint presentation")];
    if let Some((_, what)) = other.iter().find(|(folder, _)| part.starts_with(folder)) {
        return Err(WorkbookFault::new(format!("this is {what}; copy its table into a workbook")));
    }
    Ok(part)
}

/// The relations of a part to others.
struct Relations(BTreeMap<String, Relation>);

/// A relation to another part.
struct Relation {
    kind: String,
    part: String,
}

impl Relations {
    /// The relations of a part; none if it has no list of them. The package itself is the part "".
    fn of(container: &mut Container<'_>, part: &str) -> BookResult<Self> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let list = format!("{folder}_rels/{name}.rels");
        let mut relations = BTreeMap::new();
        let Some(text) = container.text(&list)? else { return Ok(Self(relations)) };
        let mut xml = XmlPart::new(&text, &list);
        while let Some(item) = xml.next()? {
            let XmlItem::Start(element) = item else { continue };
            if let [Some(id), Some(kind), Some(target)] =
                element.attributes(["Id", "Type", "Target"])
            {
                let relation = Relation { kind: kind.into(), part: resolved(part, &target) };
                relations.insert(id.into(), relation);
            }
        }
        Ok(Self(relations))
    }

    /// The part that has a relation of this kind.
    fn of_kind(&self, ending: &str) -> Option<String> {
        let relation = self.0.values().find(|relation| relation.kind.ends_with(ending))?;
        Some(relation.part.clone())
    }
}

/// The name of the part that another names as `target`.
fn resolved(from: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(full) = target.strip_prefix('/') {
        return full.to_owned();
    }
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(folders.pop()),
            name => folders.push(name),
        }
    }
    folders.join("/")
}

/// The sheets of a workbook, and whether its days are counted from 1904.
fn sheets(text: &str, name: &str, relations: &Relations) -> BookResult<(Vec<SheetPart>, bool)> {
    let (mut sheets, mut is_1904) = (Vec::new(), false);
    let mut xml = XmlPart::new(text, name);
    while let Some(item) = xml.next()? {
        let XmlItem::Start(element) = item else { continue };
        match element.name() {
            // Extensions have an element of the same name that does not say it.
            "workbookPr" => is_1904 |= element.is("date1904"),
            "sheet" => {
                let [title, state, id] = element.attributes(["name", "state", "id"]);
                let relation = id.and_then(|id| relations.0.get(id.as_ref()));
                let is_hidden = state.is_some_and(|state| state.ends_with("idden"));
                let kind = relation.map_or(SheetKind::Other, |relation| kind_of(&relation.kind));
                let title = title.unwrap_or_default().into_owned();
                let part = relation.map(|relation| relation.part.clone()).unwrap_or_default();
                sheets.push(SheetPart { name: SheetName { title, is_hidden, kind }, part });
            }
            _ => {}
        }
        if sheets.len() > MOST_SHEETS {
            let message = format!("the workbook has more sheets than {MOST_SHEETS}; remove some");
            return Err(WorkbookFault::new(message));
        }
    }
    Ok((sheets, is_1904))
}

fn kind_of(relation: &str) -> SheetKind {
    match relation.rsplit('/').next() {
        Some("worksheet") => SheetKind::Table,
        Some("chartsheet") => SheetKind::Chart,
        Some("xlMacrosheet" | "xlIntlMacrosheet") => SheetKind::Macro,
        _ => SheetKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_found_from_the_part_that_names_them() {
        let cases = [
            ("", "xl/workbook.xml", "xl/workbook.xml"),
            ("", "/xl/workbook.xml", "xl/workbook.xml"),
            ("xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/workbook.xml", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/workbook.xml", "../other/./a.xml", "other/a.xml"),
            ("xl/workbook.xml", "..\\..\\..\\a.xml", "a.xml"),
        ];
        for (from, target, part) in cases {
            assert_eq!(resolved(from, target), part, "{target}");
        }
    }
}
