//! The schema of a table in JSON: a list of events, each an object.

use super::{described, text, word};
use annals::Role;
use annals::host::words_of;
use serde_json::{Map, Value, json};

/// The schema.
pub(super) fn schema() -> Value {
    let columns: Map<String, Value> =
        Role::ALL.iter().map(|role| (role.name().to_owned(), cell(*role))).collect();
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A table of annals",
        "description": "Other columns and other headers are read, too; these are the usual ones.",
        "type": "array",
        "items": {
            "type": "object",
            "properties": columns,
            "anyOf": [{ "required": ["date"] }, { "required": ["year"] }],
        },
    })
}

/// What a cell of a role can be.
fn cell(role: Role) -> Value {
    let value = match role {
        Role::Kind => json!({ "anyOf": [word(&words_of(role)), nothing()] }),
        Role::Importance => {
            json!({ "anyOf": [word(&words_of(role)), { "type": "number" }, nothing()] })
        }
        Role::Count => json!({ "anyOf": [{ "type": "integer", "minimum": 0 }, text(), nothing()] }),
        Role::Url => json!({ "type": ["string", "null"] }),
        _ => json!({ "type": ["string", "number", "null"] }),
    };
    described(value, about(role))
}

fn nothing() -> Value {
    json!({ "enum": ["", null] })
}

fn about(role: Role) -> &'static str {
    match role {
        Role::Date => "When it happened or began: 2010, 2010-03-12, 12 March 2010, c. 1450, 44 BC",
        Role::End => "When it ended",
        Role::Name => "Its name",
        Role::Detail => "A sentence more",
        Role::Category => "The group that gives it its colour",
        Role::Lane => "The lane it is drawn in",
        Role::Color => "Its own colour: teal, #186272",
        Role::On => "The title of the span that it is a milestone of",
        Role::Importance => {
            "How important it is: of labels that find no room, the least important go first"
        }
        Role::Url => "Where to read more: https, http or mailto",
        Role::When => "Date text to show in place of the printed date",
        Role::Count => "How many events of a larger table the row stands for",
        Role::Kind => "What it is drawn as",
        Role::Year => "The year in which it happened or began",
        Role::Month => "The month of that year, by number or name",
        Role::Day => "The day of that month",
        Role::Time => "The time of that day",
        Role::EndYear => "The year in which it ended",
        Role::EndMonth => "The month of that year",
        Role::EndDay => "The day of that month",
        Role::EndTime => "The time of the day on which it ended",
        Role::Duration => "How long it lasted: 3 days, P3D",
    }
}
