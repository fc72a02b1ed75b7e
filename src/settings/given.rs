//! A value of an options file, from TOML or JSON, and how it becomes a setting.
//!
//! A number or a date that stands where a text is expected is that text: `from = 1990` needs no quotation
//! marks. A value that cannot be taken is refused in words for the person who wrote it, at its place.

use serde::de::value::StringDeserializer;
use serde::de::{self, DeserializeSeed, Expected, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};
use serde_json::Value;
use std::fmt;
use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

/// A value and where it stands.
#[derive(Clone)]
pub(super) struct Given {
    pub(super) kind: GivenKind,
    /// Its first byte in the file; 0 where it is from JSON.
    pub(super) place: usize,
}

#[derive(Clone)]
pub(super) enum GivenKind {
    /// Nothing, as JSON can write it.
    Null,
    Flag(bool),
    /// A whole number, and as it is written.
    Integer(i64, String),
    /// Another number, and as it is written.
    Number(f64, String),
    /// A text, or a date.
    Text(String),
    List(Vec<Given>),
    /// Keys and values.
    Table(Vec<(String, Given)>),
}

impl Given {
    /// A value of the TOML that is `text`.
    pub(super) fn of_toml(value: Spanned<DeValue>, text: &str) -> Given {
        let range = value.span();
        let place = range.start;
        let kind = match value.into_inner() {
            DeValue::String(written) => GivenKind::Text(written.into_owned()),
            DeValue::Boolean(flag) => GivenKind::Flag(flag),
            DeValue::Integer(number) => {
                match i64::from_str_radix(number.as_str(), number.radix()) {
                    Ok(value) => GivenKind::Integer(value, value.to_string()),
                    Err(_) => GivenKind::Text(slice(text, range)),
                }
            }
            DeValue::Float(number) => {
                let written = slice(text, range);
                match number.as_str().parse() {
                    Ok(value) => GivenKind::Number(value, written),
                    Err(_) => GivenKind::Text(written),
                }
            }
            DeValue::Datetime(_) => GivenKind::Text(slice(text, range)),
            DeValue::Array(list) => {
                GivenKind::List(list.into_iter().map(|one| Self::of_toml(one, text)).collect())
            }
            DeValue::Table(table) => {
                let entries = table.into_iter();
                let entry = |(key, value): (Spanned<std::borrow::Cow<str>>, _)| {
                    (key.into_inner().into_owned(), Self::of_toml(value, text))
                };
                GivenKind::Table(entries.map(entry).collect())
            }
        };
        Given { kind, place }
    }

    /// A value of JSON.
    pub(super) fn of_json(value: Value) -> Given {
        let kind = match value {
            Value::Null => GivenKind::Null,
            Value::Bool(flag) => GivenKind::Flag(flag),
            Value::String(text) => GivenKind::Text(text),
            Value::Number(number) => {
                let written = number.to_string();
                match (number.as_i64(), number.as_f64()) {
                    (Some(value), _) => GivenKind::Integer(value, written),
                    (None, Some(value)) => GivenKind::Number(value, written),
                    (None, None) => GivenKind::Text(written),
                }
            }
            Value::Array(list) => GivenKind::List(list.into_iter().map(Self::of_json).collect()),
            Value::Object(object) => {
                let entry = |(key, value)| (key, Self::of_json(value));
                GivenKind::Table(object.into_iter().map(entry).collect())
            }
        };
        Given { kind, place: 0 }
    }

    /// A table of one key.
    pub(super) fn under(self, key: &str) -> Given {
        let place = self.place;
        Given { kind: GivenKind::Table(vec![(key.to_owned(), self)]), place }
    }

    /// As it is written, for messages.
    pub(super) fn written(&self) -> String {
        match &self.kind {
            GivenKind::Null => "null".into(),
            GivenKind::Flag(flag) => flag.to_string(),
            GivenKind::Integer(_, written)
            | GivenKind::Number(_, written)
            | GivenKind::Text(written) => written.clone(),
            GivenKind::List(list) => {
                let parts: Vec<String> = list.iter().map(Given::written).collect();
                format!("[{}]", parts.join(", "))
            }
            GivenKind::Table(_) => "a table".into(),
        }
    }
}

fn slice(text: &str, range: Range<usize>) -> String {
    text.get(range).unwrap_or_default().to_owned()
}

/// Why a value was not taken, and where.
#[derive(Debug)]
pub(super) struct ValueRefusal {
    pub(super) message: String,
    /// The place of the innermost value that is known to be at fault.
    pub(super) place: Option<usize>,
}

impl ValueRefusal {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), place: None }
    }

    fn at(self, place: usize) -> Self {
        Self { place: self.place.or(Some(place)), ..self }
    }
}

impl fmt::Display for ValueRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ValueRefusal {}

impl de::Error for ValueRefusal {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message.to_string())
    }

    fn invalid_type(_: Unexpected, expected: &dyn Expected) -> Self {
        Self::new(wanted(expected))
    }

    fn invalid_value(_: Unexpected, expected: &dyn Expected) -> Self {
        Self::new(wanted(expected))
    }
}

/// What to write, by the words of serde for what a field expects.
fn wanted(expected: &dyn Expected) -> String {
    match expected.to_string().as_str() {
        "a string" | "path string" => "write a text, in quotation marks".into(),
        "a boolean" => "write true or false, without quotation marks".into(),
        "f64" => "write a number, without quotation marks".into(),
        "u32" | "u64" | "usize" => {
            "write a whole number, 0 or more, without quotation marks".into()
        }
        "a map" => "write a table of names and values".into(),
        other => format!("write {other}"),
    }
}

impl<'de> Deserializer<'de> for Given {
    type Error = ValueRefusal;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueRefusal> {
        let place = self.place;
        let read = match self.kind {
            GivenKind::Null => visitor.visit_unit(),
            GivenKind::Flag(flag) => visitor.visit_bool(flag),
            GivenKind::Integer(number, _) => visitor.visit_i64(number),
            GivenKind::Number(number, _) => visitor.visit_f64(number),
            GivenKind::Text(text) => visitor.visit_string(text),
            GivenKind::List(list) => visitor.visit_seq(GivenItems(list.into_iter())),
            GivenKind::Table(table) => {
                visitor.visit_map(GivenEntries { left: table.into_iter(), value: None })
            }
        };
        read.map_err(|refusal| refusal.at(place))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueRefusal> {
        let place = self.place;
        match self.kind {
            GivenKind::Integer(_, written) | GivenKind::Number(_, written) => {
                visitor.visit_string(written).map_err(|refusal: ValueRefusal| refusal.at(place))
            }
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueRefusal> {
        self.deserialize_string(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueRefusal> {
        match self.kind {
            GivenKind::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, ValueRefusal> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct seq
        tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The values of a list.
struct GivenItems(std::vec::IntoIter<Given>);

impl<'de> SeqAccess<'de> for GivenItems {
    type Error = ValueRefusal;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, ValueRefusal> {
        self.0.next().map(|one| place_kept(one, seed)).transpose()
    }
}

/// The keys and values of a table.
struct GivenEntries {
    left: std::vec::IntoIter<(String, Given)>,
    value: Option<Given>,
}

impl<'de> MapAccess<'de> for GivenEntries {
    type Error = ValueRefusal;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, ValueRefusal> {
        let Some((key, value)) = self.left.next() else { return Ok(None) };
        self.value = Some(value);
        seed.deserialize(StringDeserializer::new(key)).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<T::Value, ValueRefusal> {
        match self.value.take() {
            Some(value) => place_kept(value, seed),
            None => Err(ValueRefusal::new("a key has no value")),
        }
    }
}

/// What the seed makes of the value; a refusal has the place of the value, or of one within it.
fn place_kept<'de, T: DeserializeSeed<'de>>(
    value: Given,
    seed: T,
) -> Result<T::Value, ValueRefusal> {
    let place = value.place;
    seed.deserialize(value).map_err(|refusal| refusal.at(place))
}
