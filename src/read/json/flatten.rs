//! The fields of an object as cells with names: those of objects within it are called by both keys,
//! as `author.name`, and objects that stand for one value are that value.

use super::value::{FieldSpans, ValueKind, fields, name, value_of};
use crate::date::{DAY_NANOS, Instant};
use std::borrow::Cow;
use std::ops::Range;

/// Objects within objects that are looked into.
const DEEPEST: usize = 8;

/// A cell, its column and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FlatField<'t> {
    /// What its column is called.
    pub name: Cow<'t, str>,
    /// Where the key of the innermost object is.
    pub key: Range<usize>,
    /// Where the value is.
    pub value: Range<usize>,
    /// Its text, if it is not that of the value alone.
    pub text: Option<String>,
}

/// The fields of an object, those of the objects in it included.
pub(super) fn flattened<'t>(text: &'t str, object: &Range<usize>) -> Vec<FlatField<'t>> {
    let mut flat = Vec::new();
    for FieldSpans { key, value } in fields(text, object) {
        let name = name(text, &key);
        add(text, name, FieldSpans { key, value }, 0, &mut flat);
    }
    name_by_tag(text, &mut flat);
    settle_calendar(text, &mut flat);
    flat
}

/// Gives the two forms in which calendars have the ends of an event, a day or a clock time, one name.
/// The end of whole days is the day after the last in those of Google.
fn settle_calendar(text: &str, flat: &mut [FlatField<'_>]) {
    let value = |field: &FlatField<'_>| text.get(field.value.clone()).unwrap_or_default();
    let is_google = |field: &FlatField<'_>| {
        field.name == "kind" && value(field).trim_matches('"') == "calendar#event"
    };
    let is_google = flat.iter().any(is_google);
    for field in flat {
        if is_google && field.name == "end.date" {
            field.text = day_before(value(field).trim_matches('"'));
        }
        if field.name == "start.dateTime" {
            field.name = Cow::Borrowed("start.date");
        } else if field.name == "end.dateTime" {
            field.name = Cow::Borrowed("end.date");
        }
    }
}

/// The day before one in ISO 8601.
fn day_before(text: &str) -> Option<String> {
    let mut parts = text.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let (month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let before = Instant::from_civil(year, month, day)?.checked_add(-i128::from(DAY_NANOS))?;
    let (year, month, day) = before.civil();
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

fn add<'t>(
    text: &'t str,
    called: Cow<'t, str>,
    field: FieldSpans,
    depth: usize,
    to: &mut Vec<FlatField<'t>>,
) {
    let FieldSpans { key, value } = field;
    let inner = match ValueKind::of(text, &value) {
        ValueKind::Object if depth < DEEPEST => fields(text, &value),
        _ => Vec::new(),
    };
    if inner.is_empty() {
        to.push(FlatField { name: called, key, value, text: None });
        return;
    }
    if let Some(only) = literal(text, &inner) {
        return add(text, called, FieldSpans { key, value: only }, depth + 1, to);
    }
    let inner = if is_date(text, &inner) { date_parts(text, &called, inner, to) } else { inner };
    for field in inner {
        let called = Cow::Owned(format!("{called}.{}", name(text, &field.key)));
        add(text, called, field, depth + 1, to);
    }
}

/// The value that an object stands for: of a literal with its type, and of what databases write
/// under one key with a dollar sign.
fn literal(text: &str, inner: &[FieldSpans]) -> Option<Range<usize>> {
    let is_of_type = |field: &FieldSpans| {
        let name = name(text, &field.key);
        matches!(&*name, "value" | "type" | "datatype" | "lang" | "xml:lang")
    };
    if let [only] = inner
        && name(text, &only.key).starts_with('$')
    {
        return Some(only.value.clone());
    }
    let value = value_of(text, inner, "value")?;
    let is_literal = inner.len() > 1 && inner.iter().all(is_of_type);
    (is_literal && ValueKind::of(text, value).is_scalar()).then(|| value.clone())
}

/// Whether an object is a date in parts.
fn is_date(text: &str, inner: &[FieldSpans]) -> bool {
    let is_part = |field: &FieldSpans| {
        let name = name(text, &field.key);
        let parts = [
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "second",
            "millisecond",
            "format",
            "display_date",
        ];
        parts.contains(&&*name)
    };
    value_of(text, inner, "year").is_some() && inner.iter().all(is_part)
}

/// Puts the time of a date in parts together, and gives the parts that are left.
fn date_parts<'t>(
    text: &'t str,
    called: &str,
    inner: Vec<FieldSpans>,
    to: &mut Vec<FlatField<'t>>,
) -> Vec<FieldSpans> {
    let digits = |key: &str| {
        let span = value_of(text, &inner, key)?;
        let written = text.get(span.clone())?.trim_matches('"').trim();
        let is_number =
            matches!(written.len(), 1..=2) && written.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| format!("{written:0>2}"))
    };
    let hour = inner.iter().find(|field| name(text, &field.key) == "hour");
    if let Some((field, hour)) = hour.zip(digits("hour")) {
        let minute = digits("minute").unwrap_or("00".into());
        let second = digits("second").map_or(String::new(), |second| format!(":{second}"));
        let FieldSpans { key, value } = field.clone();
        let time = Some(format!("{hour}:{minute}{second}"));
        to.push(FlatField { name: Cow::Owned(format!("{called}.time")), key, value, text: time });
    }
    let is_kept = |field: &FieldSpans| {
        matches!(&*name(text, &field.key), "year" | "month" | "day" | "display_date")
    };
    inner.into_iter().filter(is_kept).collect()
}

/// Gives a release without a name that of its tag, as those who show releases do.
fn name_by_tag(text: &str, flat: &mut [FlatField<'_>]) {
    let of = |name: &str| flat.iter().position(|field| field.name == name);
    let (Some(name), Some(tag)) = (of("name"), of("tag_name")) else { return };
    if matches!(text.get(flat[name].value.clone()), Some("null" | "\"\"")) {
        flat[name].value = flat[tag].value.clone();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flat(text: &str) -> String {
        let cell = |field: FlatField<'_>| {
            let written = field.text.unwrap_or_else(|| text[field.value].to_owned());
            format!("{}={written}", field.name)
        };
        let cells: Vec<String> = flattened(text, &(0..text.len())).into_iter().map(cell).collect();
        cells.join(" ")
    }

    #[test]
    fn objects_within_objects_are_called_by_both_keys() {
        let cases = [
            (r#"{"a": 1, "b": {"c": "x", "d": {"e": null}}}"#, r#"a=1 b.c="x" b.d.e=null"#),
            (r#"{"a": {}, "b": [{"c": 1}]}"#, r#"a={} b=[{"c": 1}]"#),
            (
                r#"{"s": {"year": "1970", "month": 4, "day": 1, "hour": "9", "minute": 5, "format": ""}}"#,
                r#"s.time=09:05 s.year="1970" s.month=4 s.day=1"#,
            ),
            (r#"{"s": {"year": 1970, "place": "x"}}"#, r#"s.year=1970 s.place="x""#),
            (r#"{"d": {"type": "literal", "value": "1970"}}"#, r#"d="1970""#),
            (r#"{"d": {"value": 1}}"#, "d.value=1"),
            (r#"{"d": {"$date": {"$numberLong": "12"}}}"#, r#"d="12""#),
            (r#"{"name": "", "tag_name": "v1"}"#, r#"name="v1" tag_name="v1""#),
        ];
        for (text, expected) in cases {
            assert_eq!(flat(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_very_deep_is_one_cell() {
        let text = "{\"a\":".repeat(50) + "1" + &"}".repeat(50);
        assert!(flat(&text).starts_with("a.a.a.a.a.a.a.a.a={"), "{}", flat(&text));
    }
}
