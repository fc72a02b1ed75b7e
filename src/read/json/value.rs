//! The parts of JSON values by their places in the text. In: a text and the bytes of it that a
//! sound value takes; knows no rows.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

/// The bytes of the text that a key and its value take, as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FieldSpans {
    /// The key with its quotes.
    pub key: Range<usize>,
    /// The value.
    pub value: Range<usize>,
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ValueKind {
    /// Keys with values.
    Object,
    /// Values in an order.
    Array,
    /// Text.
    Text,
    /// A number, true or false.
    Plain,
    /// Nothing.
    Null,
}

impl ValueKind {
    /// What the value is that takes these bytes.
    pub(super) fn of(text: &str, span: &Range<usize>) -> Self {
        match text.as_bytes().get(span.start) {
            Some(b'{') => Self::Object,
            Some(b'[') => Self::Array,
            Some(b'"') => Self::Text,
            Some(b'n') | None => Self::Null,
            Some(_) => Self::Plain,
        }
    }

    /// Whether it has no parts.
    pub(super) fn is_scalar(self) -> bool {
        !matches!(self, Self::Object | Self::Array)
    }
}

/// The keys and values of an object, a key that is there twice included; none of another value.
pub(super) fn fields(text: &str, span: &Range<usize>) -> Vec<FieldSpans> {
    let written = text.get(span.clone()).unwrap_or_default();
    let fields = serde_json::from_str::<Fields<'_>>(written).map_or(Vec::new(), |found| found.0);
    let spans = |(key, value)| FieldSpans { key: part(text, key), value: part(text, value) };
    fields.into_iter().map(spans).collect()
}

/// The items of an array; none of another value.
pub(super) fn items(text: &str, span: &Range<usize>) -> Vec<Range<usize>> {
    let written = text.get(span.clone()).unwrap_or_default();
    let items = serde_json::from_str::<Vec<&RawValue>>(written).unwrap_or_default();
    items.into_iter().map(|item| part(text, item)).collect()
}

/// The value of an object that a key has.
pub(super) fn value_of<'f>(
    text: &str,
    fields: &'f [FieldSpans],
    key: &str,
) -> Option<&'f Range<usize>> {
    fields.iter().find(|field| name(text, &field.key) == key).map(|field| &field.value)
}

/// The name that a key as it is written stands for.
pub(super) fn name<'t>(text: &'t str, key: &Range<usize>) -> Cow<'t, str> {
    let written = text.get(key.clone()).unwrap_or_default();
    let inside = written.get(1..written.len().saturating_sub(1)).unwrap_or_default();
    match inside.contains('\\') {
        // Of a damaged escape the key as it is written is as good a header as any.
        true => serde_json::from_str(written).map_or(Cow::Borrowed(inside), Cow::Owned),
        false => Cow::Borrowed(inside),
    }
}

/// The bytes of a text that a part of it takes.
fn part(text: &str, part: &RawValue) -> Range<usize> {
    let start = part.get().as_ptr().addr().saturating_sub(text.as_ptr().addr());
    start..start + part.get().len()
}

/// The keys and values of an object.
struct Fields<'t>(Vec<(&'t RawValue, &'t RawValue)>);

impl<'t> Deserialize<'t> for Fields<'t> {
    fn deserialize<D: Deserializer<'t>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'t> Visitor<'t> for FieldsVisitor {
    type Value = Fields<'t>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Fields<'t>, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Fields(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_where_they_are_written() {
        let text = r#" {"a": [1, "x"], "b\u0061": {"c": null}, "a": 2}"#;
        let fields = fields(text, &(1..text.len()));
        let found: Vec<(Cow<'_, str>, &str)> =
            fields.iter().map(|f| (name(text, &f.key), &text[f.value.clone()])).collect();
        assert_eq!(
            found,
            [("a".into(), "[1, \"x\"]"), ("ba".into(), "{\"c\": null}"), ("a".into(), "2")]
        );
        let inner = items(text, &fields[0].value);
        assert_eq!(inner.iter().map(|i| &text[i.clone()]).collect::<Vec<_>>(), ["1", "\"x\""]);
        assert_eq!(value_of(text, &fields, "ba"), Some(&fields[1].value));
        assert_eq!(ValueKind::of(text, &fields[1].value), ValueKind::Object);
    }
}
