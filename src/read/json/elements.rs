//! The values of a JSON text one after another, with the places of what they are made of.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;
use std::ops::Range;

/// The rows of a JSON text: the elements of the array that it is, or else its values.
#[derive(Clone, Debug)]
pub(super) struct Elements {
    /// Where the next element is looked for.
    at: usize,
    stage: Stage,
}

/// What comes next in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The first of all, perhaps the bracket of an array.
    Start,
    /// The first element of an array, or its end.
    First,
    /// A comma and another element of the array, or its end.
    Further,
    /// Nothing, after the array.
    After,
    /// A value that is in no array, or the end.
    Value,
    /// Nothing: the end, or the rest cannot be read.
    End,
}

/// An element by its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct JsonElement {
    /// The bytes of the text that it takes.
    pub span: Range<usize>,
    /// The keys and values of an object; none if it is something else.
    pub fields: Option<Vec<FieldSpans>>,
}

/// The bytes of the text that a key and its value take, as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FieldSpans {
    /// The key with its quotes.
    pub key: Range<usize>,
    /// The value.
    pub value: Range<usize>,
}

/// Where a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SyntaxFault {
    /// The byte that cannot be there; the length of the text if something is missing.
    pub at: usize,
}

impl Elements {
    /// The elements from the start of a text.
    pub(super) const START: Self = Self { at: 0, stage: Stage::Start };

    /// The next element of `text`, which is the same in each call.
    pub(super) fn next(&mut self, text: &str) -> Option<Result<JsonElement, SyntaxFault>> {
        self.pass_blanks(text);
        let byte = text.as_bytes().get(self.at).copied();
        match (self.stage, byte) {
            (Stage::Start, Some(b'[')) => self.step(text, Stage::First),
            (Stage::Start, _) => {
                self.stage = Stage::Value;
                self.next(text)
            }
            (Stage::First | Stage::Further, Some(b']')) => self.step(text, Stage::After),
            (Stage::Further, Some(b',')) => {
                self.at += 1;
                self.pass_blanks(text);
                Some(self.element(text))
            }
            (Stage::First, Some(_)) => Some(self.element(text)),
            (Stage::Value, Some(_)) => Some(self.element(text)),
            (Stage::End, _) | (Stage::After | Stage::Value, None) => None,
            (Stage::First | Stage::Further | Stage::After, _) => Some(self.fault(self.at)),
        }
    }

    /// Passes over one byte.
    fn step(&mut self, text: &str, stage: Stage) -> Option<Result<JsonElement, SyntaxFault>> {
        self.at += 1;
        self.stage = stage;
        self.next(text)
    }

    fn pass_blanks(&mut self, text: &str) {
        let rest = text.as_bytes().get(self.at..).unwrap_or_default();
        self.at += rest.iter().take_while(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r')).count();
    }

    /// Reads the element that begins here.
    fn element(&mut self, text: &str) -> Result<JsonElement, SyntaxFault> {
        let start = self.at;
        let rest = text.get(start..).unwrap_or_default();
        let read = match rest.starts_with('{') {
            true => first::<Fields<'_>>(rest).map(|(fields, end)| (Some(fields.spans(text)), end)),
            false => first::<&RawValue>(rest).map(|(_, end)| (None, end)),
        };
        let (fields, length) = match read {
            Ok(read) => read,
            Err(at) => return self.fault(start + at),
        };
        self.at = start + length;
        if self.stage == Stage::First {
            self.stage = Stage::Further;
        }
        Ok(JsonElement { span: start..self.at, fields })
    }

    fn fault<T>(&mut self, at: usize) -> Result<T, SyntaxFault> {
        self.stage = Stage::End;
        Err(SyntaxFault { at })
    }
}

/// The first value of a text and the byte after it, or the byte that is at fault.
fn first<'t, T: Deserialize<'t>>(text: &'t str) -> Result<(T, usize), usize> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<T>();
    match values.next() {
        Some(Ok(value)) => Ok((value, values.byte_offset())),
        Some(Err(error)) if !error.is_eof() => Err(byte_at(text, error.line(), error.column())),
        Some(Err(_)) | None => Err(text.len()),
    }
}

/// The byte of a line and a column, both counted from 1, the column in bytes.
fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let mut lines = text.split_inclusive('\n');
    let above: usize = lines.by_ref().take(line.saturating_sub(1)).map(str::len).sum();
    let mut at = (above + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The keys and values of an object, a key that is there twice included.
struct Fields<'t>(Vec<(&'t RawValue, &'t RawValue)>);

impl Fields<'_> {
    /// Where they are in the text that they are part of.
    fn spans(&self, text: &str) -> Vec<FieldSpans> {
        let fields = self.0.iter();
        fields
            .map(|(key, value)| FieldSpans { key: span(text, key), value: span(text, value) })
            .collect()
    }
}

/// The bytes of a text that a part of it takes.
fn span(text: &str, part: &RawValue) -> Range<usize> {
    let start = part.get().as_ptr().addr().saturating_sub(text.as_ptr().addr());
    start..start + part.get().len()
}

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

    /// The elements of a text, and `!` with the byte of a fault.
    fn elements(text: &str) -> Vec<String> {
        let (mut elements, mut found) = (Elements::START, Vec::new());
        while let Some(element) = elements.next(text) {
            found.push(match element {
                Ok(JsonElement { span, fields: None }) => text[span].to_owned(),
                Ok(JsonElement { fields: Some(fields), .. }) => {
                    let part = |span: &Range<usize>| text[span.clone()].to_owned();
                    let parts = fields.iter().map(|f| part(&f.key) + "=" + &part(&f.value));
                    parts.collect::<Vec<_>>().join("&")
                }
                Err(fault) => format!("!{}", fault.at),
            });
        }
        found
    }

    #[test]
    fn elements_of_arrays_and_values_one_after_another() {
        let cases: [(&str, &[&str]); 8] = [
            ("", &[]),
            (" [ ] ", &[]),
            ("[{}]", &[""]),
            ("[{\"a\": 1, \"a\" : \"b\\n\"},2 , [3]]", &["\"a\"=1&\"a\"=\"b\\n\"", "2", "[3]"]),
            ("{\"a\":1}\n{\"a\":2}", &["\"a\"=1", "\"a\"=2"]),
            ("{\"a\":1}{\"a\":2}", &["\"a\"=1", "\"a\"=2"]),
            ("{\"a\":{\"b\":[]}}", &["\"a\"={\"b\":[]}"]),
            ("[null]", &["null"]),
        ];
        for (text, expected) in cases {
            assert_eq!(elements(text), expected, "{text}");
        }
    }

    #[test]
    fn faults_are_where_the_text_stops_being_json() {
        let cases: [(&str, &[&str]); 13] = [
            ("[", &["!1"]),
            ("[1", &["1", "!2"]),
            ("[1,]", &["1", "!3"]),
            ("[1 2]", &["1", "!3"]),
            ("[,1]", &["!1"]),
            ("[1]]", &["1", "!3"]),
            ("[1] 2", &["1", "!4"]),
            ("[{\"a\" 1}]", &["!6"]),
            ("[{\"a\":1,}]", &["!8"]),
            ("[{'a':1}]", &["!2"]),
            ("{\"a\":\n \"é\n\"}", &["!8"]),
            ("{\"a\":1", &["!6"]),
            ("{\"a\":NaN}", &["!5"]),
        ];
        for (text, expected) in cases {
            assert_eq!(elements(text), expected, "{text}");
        }
    }
}
