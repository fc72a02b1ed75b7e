//! The columns of a JSON table: the names of all cells, and what they are called in the header.

use super::cell::JsonCell;
use super::flatten::FlatField;
use super::layout::{CellNames, JsonRecord, Layout};
use super::value::{ValueKind, fields, items, value_of};
use crate::read::columns::MOST_COLUMNS;
use std::collections::BTreeMap;
use std::ops::Range;

/// Keys of objects that only wrap what belongs to their record.
const WRAPPERS: [&str; 7] =
    ["properties", "fields", "attributes", "node", "_source", "text", "value"];

/// The columns in the order in which they first come.
#[derive(Clone, Debug, Default)]
pub(super) struct Headers {
    names: Vec<String>,
    /// Where each is first written, with its quotes.
    spans: Vec<Range<usize>>,
    columns: BTreeMap<String, usize>,
}

impl Headers {
    /// The columns of records.
    pub(super) fn of(text: &str, layout: &Layout) -> Self {
        let records = layout.records.iter().filter_map(|record| record.as_ref().ok());
        match &layout.names {
            CellNames::Keys => {
                let mut headers = Self::default();
                records
                    .for_each(|record| headers.add(layout.cells(text, record).unwrap_or_default()));
                headers
            }
            CellNames::Listed(names) => Self::listed(items(text, names).into_iter().map(|span| {
                let name = listed_name(text, &span);
                (name, span)
            })),
            CellNames::First => {
                let width = records.map(|record| items(text, &record.span).len()).max();
                Self::listed((0..width.unwrap_or(0)).map(|_| (String::new(), 0..0)))
            }
        }
    }

    /// The texts of a record by column, without blanks around them.
    pub(super) fn row(&self, text: &str, layout: &Layout, record: &JsonRecord) -> Vec<String> {
        let cell = |span: Range<usize>| {
            JsonCell::new(text.get(span.clone()).unwrap_or_default(), span).text
        };
        if layout.names != CellNames::Keys {
            return items(text, &record.span).into_iter().map(cell).collect();
        }
        let mut row = vec![String::new(); self.len()];
        for field in layout.cells(text, record).unwrap_or_default() {
            if let Some(column) = self.column(&field.name) {
                row[column] = field.text.unwrap_or_else(|| cell(field.value));
            }
        }
        row
    }

    /// Adds the columns of the cells of a record; of very many only more than are allowed.
    pub(super) fn add(&mut self, cells: Vec<FlatField<'_>>) {
        for cell in cells {
            if self.names.len() <= MOST_COLUMNS && !self.columns.contains_key(&*cell.name) {
                self.columns.insert(cell.name.to_string(), self.names.len());
                self.names.push(cell.name.into_owned());
                self.spans.push(cell.key);
            }
        }
    }

    /// The columns with these names, which are written at these places.
    pub(super) fn listed(names: impl Iterator<Item = (String, Range<usize>)>) -> Self {
        let (names, spans) = names.take(MOST_COLUMNS + 1).unzip();
        Self { names, spans, columns: BTreeMap::new() }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// What each is called, and where it is first written, with its quotes.
    pub(super) fn iter(&self) -> impl Iterator<Item = (String, Range<usize>)> {
        self.names.iter().map(|name| self.called(name)).zip(self.spans.iter().cloned())
    }

    /// The column of a name.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.columns.get(name).copied()
    }

    /// A name without the wrappers in it, if no other column is called so.
    fn called(&self, name: &str) -> String {
        let Some((above, last)) = name.rsplit_once('.') else { return name.to_owned() };
        let is_kept = |part: &&str| !WRAPPERS.contains(part);
        let kept: Vec<&str> = above.split('.').filter(is_kept).chain([last]).collect();
        let short = match (kept.as_slice(), last) {
            ([.., above, _], "value") => {
                kept[..kept.len() - 2].iter().chain([above]).copied().collect::<Vec<_>>().join(".")
            }
            _ => kept.join("."),
        };
        if self.columns.contains_key(&short) { name.to_owned() } else { short }
    }
}

/// The name of a column in a list: a text, or an object that has one.
fn listed_name(text: &str, span: &Range<usize>) -> String {
    let named = match ValueKind::of(text, span) {
        ValueKind::Object => {
            let fields = fields(text, span);
            let keys = ["name", "label", "title", "id"];
            keys.into_iter().find_map(|key| value_of(text, &fields, key).cloned())
        }
        _ => Some(span.clone()),
    };
    let written =
        |span: Range<usize>| JsonCell::new(text.get(span.clone()).unwrap_or_default(), span).text;
    named.map_or(String::new(), written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    fn called(names: &[&str]) -> Vec<String> {
        let mut headers = Headers::default();
        let cell = |name: &&str| FlatField {
            name: Cow::Owned((*name).to_owned()),
            key: 0..0,
            value: 0..0,
            text: None,
        };
        headers.add(names.iter().map(cell).collect());
        headers.iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn wrappers_are_left_out_where_nothing_else_is_called_so() {
        let cases: [(&[&str], &[&str]); 5] = [
            (&["type", "properties.name"], &["type", "name"]),
            (&["text.headline", "text.text"], &["headline", "text"]),
            (&["name", "fields.name"], &["name", "fields.name"]),
            (&["a.b", "node.a.b.value"], &["a.b", "node.a.b.value"]),
            (&["node.start.value", "value"], &["start", "value"]),
        ];
        for (names, expected) in cases {
            assert_eq!(called(names), expected, "{names:?}");
        }
    }

    #[test]
    fn of_very_many_columns_a_thousand_and_one_are_enough() {
        let names: Vec<String> = (0..3000).map(|n| n.to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        assert_eq!(called(&names).len(), MOST_COLUMNS + 1);
    }
}
