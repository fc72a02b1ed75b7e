//! The resources: pages that a program reads before it makes a table.

use super::{Answer, Refusal, WRONG_PARAMS};
use crate::codes;
use crate::schema::{self, SchemaKind};
use serde_json::{Value, json};

/// A page: its address, its name, what it is, and its media type.
type Page = (&'static str, &'static str, &'static str, &'static str);

const JSON: &str = "application/schema+json";

const PAGES: [Page; 5] = [
    ("annals://columns", "columns", "The columns of a table, as a JSON Schema of its rows", JSON),
    (
        "annals://options",
        "options",
        "All options, as a JSON Schema of the object that tools take",
        JSON,
    ),
    ("annals://codes", "codes", "What the codes of errors and notes mean", "text/plain"),
    ("annals://example", "example", "A small table to begin with", "text/csv"),
    (
        "annals://gallery",
        "gallery",
        "Figures of many kinds, with their tables and options",
        "text/markdown",
    ),
];

/// All pages, as they are listed.
pub(super) fn list() -> Value {
    let page = |&(uri, name, about, kind): &Page| json!({ "uri": uri, "name": name, "description": about, "mimeType": kind });
    PAGES.iter().map(page).collect()
}

/// The text of a page.
pub(super) fn read(params: &Value) -> Answer {
    let uri = params.get("uri").and_then(Value::as_str).unwrap_or_default();
    let text = match uri {
        "annals://columns" => format!("{:#}", schema::of(SchemaKind::Table)),
        "annals://options" => format!("{:#}", schema::of(SchemaKind::Options)),
        "annals://codes" => codes::explained("all").unwrap_or_default(),
        "annals://example" => include_str!("../example/events.csv").to_owned(),
        "annals://gallery" => include_str!("../../../../docs/gallery.md").to_owned(),
        _ => return Err(Refusal(WRONG_PARAMS, format!("there is no resource {uri:?}"))),
    };
    let kind = PAGES.iter().find(|page| page.0 == uri).map_or("text/plain", |page| page.3);
    Ok(json!({ "contents": [{ "uri": uri, "mimeType": kind, "text": text }] }))
}
