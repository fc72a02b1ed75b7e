//! The keys of all objects of a JSON text: the headers of its columns.

use super::elements::Elements;
use crate::read::columns::MOST_COLUMNS;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// The keys of a text in the order in which they first come.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys {
    names: Vec<String>,
    /// Where each is first written, with its quotes.
    spans: Vec<Range<usize>>,
    columns: BTreeMap<String, usize>,
}

impl Keys {
    /// The keys of a text up to its first fault; of very many only more than are allowed.
    pub(super) fn of(text: &str) -> Self {
        let (mut keys, mut elements) = (Self::default(), Elements::START);
        while let Some(Ok(element)) = elements.next(text) {
            for field in element.fields.unwrap_or_default() {
                keys.add(text, field.key);
            }
        }
        keys
    }

    fn add(&mut self, text: &str, span: Range<usize>) {
        let name = name(text.get(span.clone()).unwrap_or_default());
        if self.names.len() <= MOST_COLUMNS && !self.columns.contains_key(&*name) {
            self.columns.insert(name.to_string(), self.names.len());
            self.names.push(name.into_owned());
            self.spans.push(span);
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// The keys, and where each is first written, with its quotes.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, Range<usize>)> {
        self.names.iter().map(String::as_str).zip(self.spans.iter().cloned())
    }

    /// The column of a key as it is written.
    pub(super) fn column(&self, written: &str) -> Option<usize> {
        self.columns.get(&*name(written)).copied()
    }
}

/// The name that a key as it is written stands for.
fn name(written: &str) -> Cow<'_, str> {
    let inside = written.get(1..written.len().saturating_sub(1)).unwrap_or_default();
    match inside.contains('\\') {
        // Of a damaged escape the key as it is written is as good a header as any.
        true => serde_json::from_str(written).map_or(Cow::Borrowed(inside), Cow::Owned),
        false => Cow::Borrowed(inside),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_is_a_column_once_wherever_it_comes() {
        let text = r#"[{"a": 1, "b\u0061": 2}, 3, {"c": {"d": 1}, "a": 4, "ba": 5}, {"e"}]"#;
        let keys = Keys::of(text);
        let found: Vec<_> = keys.iter().map(|(name, span)| (name, span.start)).collect();
        assert_eq!(found, [("a", 2), ("ba", 10), ("c", 29)]);
        assert_eq!((keys.column("\"ba\""), keys.column("\"e\"")), (Some(1), None));
    }

    #[test]
    fn of_very_many_keys_a_thousand_and_one_are_enough() {
        let fields: Vec<String> = (0..3000).map(|n| format!("\"{n}\":1")).collect();
        assert_eq!(Keys::of(&format!("{{{}}}", fields.join(","))).len(), MOST_COLUMNS + 1);
    }
}
