//! The text of an options file into settings, with every fault at its place.

use super::Settings;
use super::given::Given;
use crate::error::{Code, Error, Fault, Message, Result, nearest, quoted};
use serde::de::value::Error as NoValue;
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, forward_to_deserialize_any};
use serde_json::{Map, Value};
use toml::de::DeTable;

impl Settings {
    /// Reads an options file in TOML; `name` is its file in messages.
    ///
    /// # Errors
    ///
    /// [`Error::Options`] at their lines: no TOML, every key that there is not, a value that is
    /// none of its key.
    pub fn from_toml(name: &str, text: &str) -> Result<Settings> {
        let table = DeTable::parse(text)
            .map_err(|error| Error::Options(vec![no_toml(&error, name, text)]))?;
        let (settings, faults) = of_keys(table.into_inner(), name, text);
        if faults.is_empty() { Ok(settings) } else { Err(Error::Options(faults)) }
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
            all = all.or(of_key(&key, value, &mut faults).unwrap_or_default());
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

/// The settings of the keys of a table in TOML, and all that is wrong with them; `name` and `text` are its
/// file.
pub(super) fn of_keys(table: DeTable, name: &str, text: &str) -> (Settings, Vec<Fault>) {
    let (mut all, mut faults) = (Settings::default(), Vec::new());
    for (key, value) in table {
        let place = key.span().start;
        let value = Given::of_toml(value, text);
        let written = value.written();
        let read = match is_key(key.get_ref()) {
            true => Settings::deserialize(value.under(key.get_ref())),
            false => {
                faults.push((place, no_such(key.get_ref())));
                continue;
            }
        };
        match read {
            Ok(settings) => all = all.or(settings),
            Err(refusal) => {
                let fault = Fault::new(Code::WrongValue, refusal.message).of_value(written);
                faults.push((refusal.place.unwrap_or(place), fault));
            }
        }
    }
    faults.sort_by_key(|(place, _)| *place);
    let faults = faults.into_iter().map(|(place, fault)| placed(fault, name, text, place));
    (all, faults.collect())
}

/// The setting of one key of an object, or a fault more.
fn of_key(key: &str, value: Value, faults: &mut Vec<Fault>) -> Option<Settings> {
    let Some(known) = Settings::keys().iter().find(|known| **known == key) else {
        faults.push(no_such(key));
        return None;
    };
    let value = Given::of_json(value);
    let written = value.written();
    let read = Settings::deserialize(value.under(key)).map_err(|refusal| {
        let message = Message::default().unset(known).text(format!(": {}", refusal.message));
        faults.push(Fault::new(Code::WrongValue, message).of_value(written));
    });
    read.ok()
}

fn is_key(key: &str) -> bool {
    Settings::keys().contains(&key)
}

/// A text that is no TOML.
pub(super) fn no_toml(error: &toml::de::Error, name: &str, text: &str) -> Fault {
    let fault = Fault::new(Code::OptionsSyntax, error.message());
    placed(fault, name, text, error.span().map_or(0, |range| range.start))
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

/// A fault at a byte of a text.
pub(super) fn placed(fault: Fault, name: &str, text: &str, place: usize) -> Fault {
    let before = &text[..text.floor_char_boundary(place)];
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
    fn every_value_that_is_refused_is_named_at_its_place() {
        let text = "title = 'T'\nwidth = true\ntitel = 'T'\nshapes = 'yes'\ndpi = '300'\ntop = -3\n\
                    mark = [1812]\n[category]\nTrade = 'amber'\nArmy = 'teel'\n[column]\ndate = ['a']\n";
        let starts = [
            "o.toml:2:9: write a text, in quotation marks",
            "o.toml:3:1: there is no option",
            "o.toml:4:10: write true or false",
            "o.toml:5:7: write a number",
            "o.toml:6:7: write a whole number, 0 or more",
            "o.toml:7:8: write a text, or a list of texts",
            "o.toml:10:8: unknown colour",
            "o.toml:12:8: write a text",
        ];
        let faults = printed(Settings::from_toml("o.toml", text));
        assert_eq!(faults.len(), starts.len(), "{faults:#?}");
        for (fault, start) in faults.iter().zip(starts) {
            assert!(fault.starts_with(start), "{fault}, not {start}");
        }
    }

    #[test]
    fn numbers_and_dates_are_texts_where_texts_are_expected() {
        let text = "from = 1_990\nto = 2025-06-01\ntitle = 1984\nfold = 2\npdf-version = 1.5\n";
        let quoted =
            "from = '1990'\nto = '2025-06-01'\ntitle = '1984'\nfold = '2'\npdf-version = '1.5'\n";
        let read = |text: &str| Settings::from_toml("o.toml", text).expect("settings");
        assert_eq!(read(text), read(quoted));
        let json = r#"{"from":1990,"to":"2025-06-01","title":1984,"fold":2,"pdf-version":1.5}"#;
        assert_eq!(Settings::from_json(json).expect("settings"), read(quoted));
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
