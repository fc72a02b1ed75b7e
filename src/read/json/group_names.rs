//! Names of groups that a document tells apart from its records, as vis.js has them: a record tells
//! the number of its group, and a list beside the records its name.

use super::cell::JsonCell;
use super::value::{FieldSpans, ValueKind, fields, items, name, value_of};
use std::collections::BTreeMap;
use std::ops::Range;

/// Lists beside records, and the column of records that refers to each.
const LISTS: [(&str, &str); 3] =
    [("groups", "group"), ("categories", "category"), ("lanes", "lane")];

/// The names of groups by the column that refers to them and by their number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct GroupNames(BTreeMap<(&'static str, String), String>);

impl GroupNames {
    /// The names that the object around the records has.
    pub(super) fn of(text: &str, around: &Range<usize>) -> Self {
        let mut names = BTreeMap::new();
        for FieldSpans { key, value } in fields(text, around) {
            let called = name(text, &key);
            let Some((_, column)) = LISTS.iter().find(|(list, _)| *list == called) else {
                continue;
            };
            for group in items(text, &value) {
                if let Some((number, name)) = group_name(text, &group) {
                    names.insert((*column, number), name);
                }
            }
        }
        Self(names)
    }

    /// The name that a cell of a column refers to.
    pub(super) fn get(&self, column: &str, cell: &str) -> Option<&str> {
        let (_, column) = LISTS.iter().find(|(_, name)| *name == column)?;
        self.0.get(&(*column, cell.to_owned())).map(String::as_str)
    }
}

/// The number and the name of a group.
fn group_name(text: &str, group: &Range<usize>) -> Option<(String, String)> {
    let fields = fields(text, group);
    let cell = |key: &str| {
        let span = value_of(text, &fields, key)?;
        let is_scalar = ValueKind::of(text, span).is_scalar();
        let cell = JsonCell::new(text.get(span.clone())?, span.clone());
        (is_scalar && !cell.text.is_empty()).then_some(cell.text)
    };
    let name = ["content", "title", "name", "label"].into_iter().find_map(cell)?;
    Some((cell("id")?, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_called_by_its_content_or_its_name() {
        let text = r#"{"groups": [{"id": 1, "content": "North"}, {"id": "b", "name": "South"}, 3],
                       "categories": [{"id": 1, "content": ""}], "items": []}"#;
        let names = GroupNames::of(text, &(0..text.len()));
        assert_eq!(names.get("group", "1"), Some("North"));
        assert_eq!(names.get("group", "b"), Some("South"));
        assert_eq!((names.get("category", "1"), names.get("items", "1")), (None, None));
    }
}
