//! The schema of a custom theme, made of the keys that its reader knows.

use super::{described, object, text, word};
use annals::host::{ThemeValue, theme_keys};
use serde_json::{Map, Value, json};

/// The schema.
pub(super) fn schema() -> Value {
    let mut tables: Map<String, Value> = Map::new();
    for (table, name, takes, about) in theme_keys() {
        let value = match takes {
            ThemeValue::Colour => colour(),
            ThemeValue::Colours => json!({ "type": "array", "items": colour() }),
            ThemeValue::Number([least, most]) => {
                json!({ "type": "number", "minimum": least, "maximum": most })
            }
            ThemeValue::File => text(),
        };
        let keys = tables.entry(table).or_insert_with(
            || json!({ "type": "object", "properties": {}, "additionalProperties": false }),
        );
        keys["properties"][name] = described(value, about);
    }
    let base = described(word(&["light", "dark", "print"]), "the theme that is changed");
    tables.insert("base".into(), base);
    object("A custom theme of annals", tables, &[])
}

fn colour() -> Value {
    text()
}
