//! The schema of an options file or of figures, made of the options of the command.

use super::{described, object, text, word};
use annals::Role;
use annals::options::{
    Effort, LabelStyle, LaneRowRule, Legend, Locale, PdfFileVersion, PdfStandard, Preset, Scaling,
    Show, Sort, SvgText, Ticks, Weekday,
};
use annals::settings::Settings;
use clap::{Arg, Args, Command};
use serde_json::{Map, Value, json};

/// The schema.
pub(super) fn schema() -> Value {
    let command = Settings::augment_args(Command::new("annals"));
    let properties = command.get_arguments().filter_map(|arg| {
        let key = arg.get_long()?;
        let about = arg.get_help().map(ToString::to_string).unwrap_or_default();
        Some((key.to_owned(), described(value(key, arg), &about)))
    });
    let options: Map<String, Value> = properties.collect();
    let mut properties = options.clone();
    properties.extend(files());
    properties.insert("figure".into(), figures(options));
    object("Options of annals", properties, &[])
}

/// What a file of figures has besides options, at its top and in each figure.
fn files() -> [(String, Value); 2] {
    let paths = |about| described(one_or_many(text()), about);
    [
        ("input".into(), paths("In a file of figures: the tables to read")),
        ("output".into(), paths("In a file of figures: the pictures to write")),
    ]
}

/// The figures of a file of figures, by name.
fn figures(mut options: Map<String, Value>) -> Value {
    options.extend(files());
    let figure = json!({ "type": "object", "properties": options, "additionalProperties": false });
    let figures = json!({ "type": "object", "additionalProperties": figure });
    described(figures, "In a file of figures: each with its tables, pictures and options")
}

/// What a key takes.
fn value(key: &str, arg: &Arg) -> Value {
    let is_switch = arg.get_value_names().is_some_and(|names| names.iter().any(|n| n == "BOOL"));
    match key {
        _ if is_switch => json!({ "type": "boolean" }),
        "max-events" | "max-bytes" => json!({ "type": "integer", "minimum": 1 }),
        "top" => json!({ "type": "integer", "minimum": 0 }),
        "dpi" => json!({ "type": "number", "minimum": 10, "maximum": 2400 }),
        "century" | "sheet" => json!({ "type": ["string", "integer"] }),
        "break" | "era" | "mark" | "font" | "font-family" | "lane-order" => one_or_many(text()),
        // Several can be one text, with commas between them.
        "pdf-standard" => {
            one_or_many(json!({ "anyOf": [word(&names(&PdfStandard::ALL)), text()] }))
        }
        "pdf-version" => {
            let texts = names(&PdfFileVersion::ALL);
            let numbers = texts.iter().filter_map(|text| text.parse::<f64>().ok());
            json!({ "anyOf": [word(&texts), { "enum": numbers.collect::<Vec<f64>>() }] })
        }
        "column" => roles(),
        "category" => json!({ "type": "object", "additionalProperties": text() }),
        "theme" => json!({ "anyOf": [word(&["light", "dark", "print", "auto"]), text()] }),
        "locale" => json!({ "anyOf": [word(&names(&Locale::ALL)), text()] }),
        key => words(key).map_or_else(text, |words| word(&words)),
    }
}

/// The words that a key takes, if it takes nothing else.
fn words(key: &str) -> Option<Vec<&'static str>> {
    Some(match key {
        "date-order" => vec!["dmy", "mdy", "ymd"],
        "date-notation" => vec!["edtf"],
        "year-pairs" => vec!["ranges", "months", "seasons"],
        "negative-years" => vec!["bc", "iso"],
        "date-numbers" => vec!["serial", "unix", "unix-ms", "years"],
        "midnight" => vec!["day", "time"],
        "orientation" => vec!["horizontal", "vertical"],
        "fold" => vec!["auto", "1", "2", "3", "4", "5"],
        "unit" | "ticks" => names(&Ticks::ALL),
        "size" => names(&Preset::ALL),
        "style" => names(&LabelStyle::ALL),
        "effort" => names(&Effort::ALL),
        "week-start" => names(&Weekday::ALL),
        "scale" => names(&Scaling::ALL),
        "lane-rows" => names(&LaneRowRule::ALL),
        "show" => names(&Show::ALL),
        "sort" => names(&Sort::ALL),
        "legend" => names(&Legend::ALL),
        "svg-text" => names(&SvgText::ALL),
        _ => return None,
    })
}

fn names<T>(all: &[(T, &'static str)]) -> Vec<&'static str> {
    all.iter().map(|(_, name)| *name).collect()
}

fn one_or_many(one: Value) -> Value {
    json!({ "anyOf": [one, { "type": "array", "items": one }] })
}

/// The headers of columns by their roles.
fn roles() -> Value {
    let roles: Map<String, Value> =
        Role::ALL.iter().map(|role| (role.name().to_owned(), text())).collect();
    json!({ "type": "object", "properties": roles, "additionalProperties": false })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_accepted(key: &str, value: &str) -> bool {
        toml::from_str::<Settings>(&format!("{key} = {value}")).is_ok()
    }

    /// The schema offers what is taken, and a key with words takes nothing else.
    #[test]
    fn the_words_of_keys_are_those_that_are_accepted() {
        let schema = schema();
        let keys = schema["properties"].as_object().expect("keys");
        assert!(keys.len() > 60, "{}", keys.len());
        for (key, value) in keys {
            let words = value["enum"].as_array();
            for word in words.into_iter().flatten() {
                assert!(is_accepted(key, &word.to_string()), "{key} = {word}");
            }
            if words.is_some() {
                assert!(!is_accepted(key, "\"zzz\"") && !is_accepted(key, "7"), "{key}");
            }
            let wrong = match value["type"].as_str() {
                Some("boolean") => "\"true\"",
                Some("integer" | "number") => "\"7\"",
                Some("string") => "7",
                _ => continue,
            };
            assert!(!is_accepted(key, wrong), "{key} = {wrong}");
        }
    }
}
