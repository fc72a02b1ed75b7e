//! JSON Schemas (draft 7) of what annals reads and prints, for editors and for programs.

mod options;
mod printed;
mod style;
mod table;

use annals::{Error, Result};
use serde_json::{Map, Value, json};

/// What a schema describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum SchemaKind {
    /// An options file.
    Options,
    /// A custom theme.
    Style,
    /// A table in JSON.
    Table,
    /// A line of --messages json.
    Messages,
    /// What --report json prints.
    Report,
}

/// A schema.
pub(crate) fn of(kind: SchemaKind) -> Value {
    match kind {
        SchemaKind::Options => options::schema(),
        SchemaKind::Style => style::schema(),
        SchemaKind::Table => table::schema(),
        SchemaKind::Messages => printed::message(),
        SchemaKind::Report => printed::report(),
    }
}

/// A schema as it is printed.
///
/// # Errors
///
/// None but [`Error::Internal`].
pub(crate) fn json_text(kind: SchemaKind) -> Result<String> {
    let text = serde_json::to_string_pretty(&of(kind));
    Ok(text.map_err(|error| Error::internal(error.to_string()))? + "\n")
}

/// The schema of an object with a title and some properties, those named `required`.
fn object(title: &str, properties: Map<String, Value>, required: &[&str]) -> Value {
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// A text.
fn text() -> Value {
    json!({ "type": "string" })
}

/// One of some words.
fn word(words: &[&str]) -> Value {
    json!({ "enum": words })
}

/// A value with a description.
fn described(mut schema: Value, about: &str) -> Value {
    schema["description"] = about.into();
    schema
}
