//! A checker of JSON by the words of JSON Schema that our schemas use.

use serde_json::Value;

/// What is wrong with a value by a schema, each with its path.
pub(crate) fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(schema, value, "", &mut found);
    found
}

fn check(schema: &Value, value: &Value, path: &str, found: &mut Vec<String>) {
    for (word, wanted) in schema.as_object().expect("a schema") {
        let is_fit = match word.as_str() {
            "$schema" | "title" | "description" => true,
            "type" => {
                let kinds = wanted.as_array().cloned().unwrap_or_else(|| vec![wanted.clone()]);
                kinds.iter().any(|kind| is_of(kind.as_str().unwrap(), value))
            }
            "enum" => wanted.as_array().unwrap().contains(value),
            "minimum" => value.as_f64().is_none_or(|number| number >= wanted.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|number| number <= wanted.as_f64().unwrap()),
            "anyOf" => wanted.as_array().unwrap().iter().any(|one| faults(one, value).is_empty()),
            "required" => {
                let keys = wanted.as_array().unwrap().iter();
                value.is_object()
                    && keys.into_iter().all(|key| value.get(key.as_str().unwrap()).is_some())
            }
            "items" => {
                for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(wanted, item, &format!("{path}[{at}]"), found);
                }
                true
            }
            "properties" => {
                for (key, inner) in value.as_object().into_iter().flatten() {
                    if let Some(schema) = wanted.get(key) {
                        check(schema, inner, &format!("{path}.{key}"), found);
                    }
                }
                true
            }
            "additionalProperties" => {
                let known = schema.get("properties");
                for (key, inner) in value.as_object().into_iter().flatten() {
                    match wanted {
                        _ if known.is_some_and(|known| known.get(key).is_some()) => {}
                        Value::Bool(is_fit) if !is_fit => {
                            found.push(format!("{path}.{key}: no such key"));
                        }
                        Value::Bool(_) => {}
                        schema => check(schema, inner, &format!("{path}.{key}"), found),
                    }
                }
                true
            }
            other => panic!("a word of JSON Schema that is not checked: {other}"),
        };
        if !is_fit {
            found.push(format!("{path}: {word}: {value}"));
        }
    }
}

fn is_of(kind: &str, value: &Value) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => panic!("no type: {kind}"),
    }
}
