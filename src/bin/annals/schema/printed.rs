//! The schemas of what is printed as JSON: messages and the report.

use super::{object, text, word};
use annals::Code;
use serde_json::{Map, Value, json};

fn properties(pairs: impl IntoIterator<Item = (&'static str, Value)>) -> Map<String, Value> {
    pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn count() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

fn length() -> Value {
    json!({ "type": "number", "minimum": 0 })
}

/// The schema of a line of `--messages json`.
pub(super) fn message() -> Value {
    object("A message of annals", of_message(), &["code", "name", "severity", "message"])
}

fn of_message() -> Map<String, Value> {
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    let names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    let bound = || json!({ "type": ["string", "null"] });
    let reading = json!({
        "type": "object",
        "properties": { "lo": bound(), "hi": bound(), "label": text() },
        "required": ["lo", "hi", "label"],
        "additionalProperties": false,
    });
    let fix = json!({
        "type": "object",
        "properties": {
            "option": text(),
            "value": text(),
            "omit": { "type": "boolean" },
            "cell": text(),
            "reading": reading,
        },
        "additionalProperties": false,
    });
    properties([
        ("code", word(&codes)),
        ("name", word(&names)),
        ("severity", word(&["error", "note"])),
        ("file", text()),
        ("sheet", text()),
        ("row", json!({ "type": "integer", "minimum": 1 })),
        ("column", json!({ "type": "integer", "minimum": 1 })),
        ("place", text()),
        ("value", text()),
        ("message", text()),
        ("fix", json!({ "type": "array", "items": fix })),
    ])
}

/// The schema of what `--report json` prints.
pub(super) fn report() -> Value {
    let message = json!({
        "type": "object",
        "properties": of_message(),
        "additionalProperties": false,
    });
    let output = json!({
        "type": "object",
        "properties": { "file": text(), "format": text() },
        "required": ["file", "format"],
        "additionalProperties": false,
    });
    let report = properties([
        ("form", text()),
        ("reason", text()),
        ("cost", json!({ "type": ["integer", "null"] })),
        ("direction", word(&["horizontal", "vertical"])),
        ("width_px", length()),
        ("height_px", length()),
        ("width_in", length()),
        ("height_in", length()),
        ("columns", json!({ "type": "integer", "minimum": 1 })),
        ("pages", json!({ "type": "integer", "minimum": 1 })),
        ("title", text()),
        ("language", text()),
        ("alt", text()),
        ("events", events()),
        ("lanes", count()),
        ("eras", count()),
        ("markers", count()),
        ("fonts", json!({ "type": "array", "items": text() })),
        ("outputs", json!({ "type": "array", "items": output })),
        ("notes", json!({ "type": "array", "items": message })),
    ]);
    let all: Vec<String> = report.keys().cloned().collect();
    object("A report of annals", report, &all.iter().map(String::as_str).collect::<Vec<_>>())
}

fn events() -> Value {
    json!({
        "type": "object",
        "properties": {
            "read": count(), "drawn": count(), "named": count(),
            "dropped": count(), "unnamed": { "type": "array", "items": text() },
        },
        "required": ["read", "drawn", "named", "dropped", "unnamed"],
        "additionalProperties": false,
    })
}
