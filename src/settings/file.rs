//! The text of an options file into settings, with every fault at its place.

use super::Settings;
use crate::error::{Code, Error, Fault, Message, Result, nearest, quoted};
use serde::de::value::Error as NoValue;
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, forward_to_deserialize_any};
use serde_json::{Map, Value};
use std::ops::Range;
use toml::de::DeTable;

impl Settings {
    /// Reads an options file in TOML; `name` is its file in messages.
    ///
    /// # Errors
    ///
    /// [`Error::Options`] at their lines: no TOML, every key that there is not, a value that is
    /// none of its key.
    pub fn from_toml(name: &str, text: &str) -> Result<Settings> {
        let refused = |error: toml::de::Error| {
            let fault = Fault::new(Code::OptionsSyntax, error.message());
            Error::Options(vec![placed(fault, name, text, error.span())])
        };
        let table = DeTable::parse(text).map_err(refused)?;
        let keys = table.get_ref().keys();
        let unknown = keys.filter(|key| !Settings::keys().contains(&key.get_ref().as_ref()));
        let faults: Vec<Fault> = unknown
            .map(|key| placed(no_such(key.get_ref()), name, text, Some(key.span())))
            .collect();
        if faults.is_empty() {
            toml::from_str(text).map_err(refused)
        } else {
            Err(Error::Options(faults))
        }
    }

    /// Reads an object in JSON with the keys of an options file.
    ///
    /// # Errors
    ///
    /// [`Error::Options`]: no object, every key that there is not and every value that is none of
    /// its key.
    pub fn from_json(text: &str) -> Result<Settings> {
        let object: Map<String, Value> = serde_json::from_str(text).map_err(|error| {
            Error::options(
                Code::OptionsSyntax,
                format!("the options are no object in JSON: {error}"),
            )
        })?;
        let (mut all, mut faults) = (Settings::default(), Vec::new());
        for (key, value) in object {
            match one(&key, value) {
                Ok(settings) => all = all.or(settings),
                Err(Error::Options(more)) => faults.extend(more),
                Err(other) => return Err(other),
            }
        }
        if faults.is_empty() { Ok(all) } else { Err(Error::Options(faults)) }
    }

    /// The keys of an options file, in the order of the fields.
    pub fn keys() -> &'static [&'static str] {
        let mut keys: &[&str] = &[];
        // What is asked for fields gives no value.
        let _ = Settings::deserialize(KeyNames(&mut keys));
        keys
    }
}

/// The setting of one key.
fn one(key: &str, value: Value) -> Result<Settings> {
    let Some(known) = Settings::keys().iter().find(|known| **known == key) else {
        return Err(Error::Options(vec![no_such(key)]));
    };
    let written = match &value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let object = Value::Object(Map::from_iter([(key.to_owned(), value)]));
    serde_json::from_value(object).map_err(|error| {
        let message = Message::default().setting(known).text(format!(": {error}"));
        Error::Options(vec![Fault::new(Code::WrongValue, message).of_value(written)])
    })
}

pub(super) fn no_such(key: &str) -> Fault {
    let fact = format!("there is no option {}", quoted(key));
    let near = nearest(Settings::keys().iter().copied(), &[&key.to_lowercase()]);
    let remedy = match near {
        Some(near) => format!("; did you mean {near}?"),
        None => "; remove it or correct it".to_owned(),
    };
    Fault::new(Code::UnknownOption, Message::new(fact + &remedy)).of_value(key)
}

/// A fault at the beginning of a range of a text.
pub(super) fn placed(fault: Fault, name: &str, text: &str, range: Option<Range<usize>>) -> Fault {
    let before = &text[..text.floor_char_boundary(range.map_or(0, |range| range.start))];
    let line = before.matches('\n').count() as u64 + 1;
    let column = before.chars().rev().take_while(|&c| c != '\n').count() as u64 + 1;
    fault.in_file(name).at(line, column)
}

/// Takes the names of the fields that a type asks for, and has no value for them.
struct KeyNames<'a>(&'a mut &'static [&'static str]);

impl<'de> Deserializer<'de> for KeyNames<'_> {
    type Error = NoValue;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> std::result::Result<V::Value, NoValue> {
        Err(de::Error::custom("no value"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> std::result::Result<V::Value, NoValue> {
        *self.0 = fields;
        self.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(settings: Result<Settings>) -> Vec<String> {
        let Err(Error::Options(faults)) = settings else { panic!("not refused") };
        faults.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn all_unknown_keys_are_named_with_the_nearest() {
        let text = "titel = 'T'\nwidth = '4in'\nxyzzy = 1\n";
        let expected = [
            "o.toml:1:1: there is no option \"titel\"; did you mean title?",
            "o.toml:3:1: there is no option \"xyzzy\"; remove it or correct it",
        ];
        assert_eq!(printed(Settings::from_toml("o.toml", text)), expected);
    }

    #[test]
    fn a_value_that_is_refused_has_a_place() {
        let faults = printed(Settings::from_toml("o.toml", "title = 'T'\nwidth = 'wide'\n"));
        assert!(faults[0].starts_with("o.toml:2:9: a length is "), "{faults:?}");
    }

    #[test]
    fn an_object_has_the_keys_of_a_file() {
        let toml = "title = 'T'\ndpi = 96\nmark = ['1812=War']\n[column]\ndate = 'When'\n";
        let json = r#"{"title":"T","dpi":96,"mark":["1812=War"],"column":{"date":"When"}}"#;
        let read = Settings::from_json(json).expect("settings");
        assert_eq!(read, Settings::from_toml("o.toml", toml).expect("settings"));
        let keys = Settings::keys();
        assert!(keys.len() > 50 && keys.contains(&"lane-by"), "{keys:?}");
    }

    #[test]
    fn all_faults_of_an_object_are_named_by_their_keys() {
        let faults = printed(Settings::from_json(r#"{"width":"wide","titel":"T","dpi":"x"}"#));
        assert_eq!(faults.len(), 3, "{faults:?}");
        assert!(faults[0].starts_with("`dpi`: "), "{faults:?}");
        assert_eq!(faults[1], "there is no option \"titel\"; did you mean title?");
        assert!(faults[2].starts_with("`width`: a length is "), "{faults:?}");
        assert_eq!(printed(Settings::from_json("[1]")).len(), 1);
    }
}
