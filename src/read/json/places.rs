//! Where the records of a JSON document may be: arrays in it and the other shapes in which programs
//! write tables. In: the text of a sound object; out: candidates with their paths, unjudged.

use super::value::{FieldSpans, ValueKind, fields, items, name};
use crate::date::DateOptions;
use crate::read::cell_kinds::is_date;
use crate::read::header_name::folded;
use crate::read::words::time_words;
use std::ops::Range;

/// Objects within objects that are looked into.
const DEEPEST: usize = 6;

/// Candidates that are looked at.
const MOST: usize = 100;

/// Where records may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RecordsPlace {
    /// The items of an array.
    Array(Range<usize>),
    /// Arrays of cells in one array, the names of their columns in another.
    Lists {
        /// The array of names.
        names: Range<usize>,
        /// The array of rows.
        rows: Range<usize>,
    },
    /// An object with a column under each key, as an array or an object.
    Columns(Range<usize>),
    /// An object with one or more records under each key.
    Keyed(Range<usize>),
    /// An object that is one record.
    Single(Range<usize>),
}

/// A place with the keys that lead to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RecordsCandidate {
    /// The keys from the outermost one on, with dots between them; a dot for the document itself.
    pub path: String,
    /// The place.
    pub place: RecordsPlace,
    /// The object that it is in, or is.
    pub around: Range<usize>,
}

/// The places of records in an object, those of objects in it included, but not what is in arrays.
pub(super) fn candidates(
    text: &str,
    object: &Range<usize>,
    dates: &DateOptions,
) -> Vec<RecordsCandidate> {
    let mut found = Vec::new();
    Search { text, dates, found: &mut found }.object("", object, 0);
    found.push(RecordsCandidate {
        path: ".".into(),
        place: RecordsPlace::Single(object.clone()),
        around: object.clone(),
    });
    found
}

/// What keys with dots between them lead to, from an object or an array on: none if nowhere, several
/// if it has the shape of several tables.
pub(super) fn at_path(
    text: &str,
    from: &Range<usize>,
    path: &str,
    dates: &DateOptions,
) -> Vec<RecordsCandidate> {
    let Some((at, around)) = followed(text, from, path) else { return Vec::new() };
    let places = match ValueKind::of(text, &at) {
        ValueKind::Array => vec![RecordsPlace::Array(at)],
        ValueKind::Object => {
            let mut places = shapes(text, &at, &fields(text, &at), dates);
            places.push(RecordsPlace::Single(at));
            places
        }
        _ => Vec::new(),
    };
    let candidate =
        |place| RecordsCandidate { path: path.to_owned(), place, around: around.clone() };
    places.into_iter().map(candidate).collect()
}

/// The value that a path leads to, and the object that it is in.
fn followed(text: &str, from: &Range<usize>, path: &str) -> Option<(Range<usize>, Range<usize>)> {
    let (mut at, mut around, mut rest) = (from.clone(), from.clone(), path.trim_matches('.'));
    while !rest.is_empty() {
        let (next, after) = match ValueKind::of(text, &at) {
            ValueKind::Object => step(text, &at, rest)?,
            ValueKind::Array => {
                let (index, after) = rest.split_once('.').unwrap_or((rest, ""));
                (items(text, &at).get(index.parse::<usize>().ok()?)?.clone(), after)
            }
            _ => return None,
        };
        (around, at, rest) = (at, next, after);
    }
    Some((at, around))
}

/// The value of the longest key that a path begins with, and the rest of the path.
fn step<'p>(text: &str, object: &Range<usize>, path: &'p str) -> Option<(Range<usize>, &'p str)> {
    let fields = fields(text, object);
    let matching = fields.iter().filter_map(|field| {
        let rest = path.strip_prefix(&*name(text, &field.key))?;
        let rest = if rest.is_empty() { rest } else { rest.strip_prefix('.')? };
        Some((rest.len(), field, rest))
    });
    let (_, field, rest) = matching.min_by_key(|(length, ..)| *length)?;
    Some((field.value.clone(), rest))
}

struct Search<'t, 'f> {
    text: &'t str,
    dates: &'t DateOptions,
    found: &'f mut Vec<RecordsCandidate>,
}

impl Search<'_, '_> {
    fn object(&mut self, path: &str, object: &Range<usize>, depth: usize) {
        let fields = fields(self.text, object);
        for place in shapes(self.text, object, &fields, self.dates) {
            let path = if path.is_empty() { "." } else { path };
            self.add(path.to_owned(), place, object);
        }
        for FieldSpans { key, value } in &fields {
            if self.found.len() >= MOST {
                return;
            }
            let name = name(self.text, key);
            let path = if path.is_empty() { name.into_owned() } else { format!("{path}.{name}") };
            match ValueKind::of(self.text, value) {
                ValueKind::Object if depth < DEEPEST => self.object(&path, value, depth + 1),
                ValueKind::Array if has_parts(self.text, value) => {
                    self.add(path, RecordsPlace::Array(value.clone()), object);
                }
                _ => {}
            }
        }
    }

    fn add(&mut self, path: String, place: RecordsPlace, around: &Range<usize>) {
        let is_told = self.found.iter().any(|candidate| match &candidate.place {
            RecordsPlace::Lists { rows, .. } => place == RecordsPlace::Array(rows.clone()),
            _ => false,
        });
        if !is_told {
            self.found.push(RecordsCandidate { path, place, around: around.clone() });
        }
    }
}

/// Whether the first item of an array is an object or an array.
fn has_parts(text: &str, array: &Range<usize>) -> bool {
    let inside = text.get(array.start + 1..array.end).unwrap_or_default();
    inside.trim_ascii_start().starts_with(['{', '['])
}

/// The tables that an object can be as a whole.
fn shapes(
    text: &str,
    object: &Range<usize>,
    fields: &[FieldSpans],
    dates: &DateOptions,
) -> Vec<RecordsPlace> {
    if let Some(lists) = lists(text, fields) {
        return vec![lists];
    }
    let columns = is_columns(text, fields).then(|| RecordsPlace::Columns(object.clone()));
    let keyed = is_keyed(text, fields, dates).then(|| RecordsPlace::Keyed(object.clone()));
    columns.into_iter().chain(keyed).collect()
}

/// Names of columns beside rows of cells.
fn lists(text: &str, fields: &[FieldSpans]) -> Option<RecordsPlace> {
    const NAMES: [&str; 5] = ["columns", "header", "headers", "fields", "cols"];
    const ROWS: [&str; 4] = ["data", "rows", "values", "records"];
    let of = |keys: &[&str]| {
        let found = fields.iter().find(|field| keys.contains(&&*name(text, &field.key)));
        found.map(|field| field.value.clone())
    };
    let (names, rows) = (of(&NAMES)?, of(&ROWS)?);
    let first = items(text, &rows).into_iter().next()?;
    let is_table = ValueKind::of(text, &first) == ValueKind::Array;
    let is_named = !items(text, &names).is_empty();
    (is_table && is_named).then_some(RecordsPlace::Lists { names, rows })
}

/// Whether all values are columns of one length.
fn is_columns(text: &str, fields: &[FieldSpans]) -> bool {
    // Objects are columns whose cells are numbered, or that are called as columns are.
    let is_numbered = |field: &FieldSpans| {
        ValueKind::of(text, &field.value) != ValueKind::Object
            || self::fields(text, &field.value)
                .iter()
                .all(|cell| name(text, &cell.key).bytes().all(|byte| byte.is_ascii_digit()))
    };
    let is_named = |field: &FieldSpans| !time_words(&folded(&name(text, &field.key))).is_empty();
    if !fields.iter().all(is_numbered) && !fields.iter().any(is_named) {
        return false;
    }
    let mut lengths =
        fields.iter().map(|field| column(text, &field.value).map(|cells| cells.len()));
    let first = lengths.next().flatten();
    fields.len() > 1 && first.is_some_and(|first| first > 0) && lengths.all(|next| next == first)
}

/// The cells of a column, if a value is one: those of an array, or of an object by their numbers.
pub(super) fn column(text: &str, value: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let cells = match ValueKind::of(text, value) {
        ValueKind::Array => items(text, value),
        ValueKind::Object => fields(text, value).into_iter().map(|field| field.value).collect(),
        _ => return None,
    };
    cells.iter().all(|cell| ValueKind::of(text, cell).is_scalar()).then_some(cells)
}

/// Whether each key is a record or has some: all values are objects, or what is called by dates, or
/// dates themselves.
fn is_keyed(text: &str, fields: &[FieldSpans], dates: &DateOptions) -> bool {
    let kinds = || fields.iter().map(|field| ValueKind::of(text, &field.value));
    if fields.is_empty() || kinds().all(|kind| kind == ValueKind::Object) {
        return !fields.is_empty();
    }
    let has_dates = has_date_keys(text, fields, dates);
    has_dates && kinds().all(|kind| kind != ValueKind::Null)
        || kinds().all(|kind| kind == ValueKind::Text)
            && fields.iter().all(|field| is_date(scalar(text, &field.value), dates))
}

/// Whether all keys are dates.
pub(super) fn has_date_keys(text: &str, fields: &[FieldSpans], dates: &DateOptions) -> bool {
    fields.iter().all(|field| is_date(&name(text, &field.key), dates))
}

/// A value without parts as it is written, without quotes.
fn scalar<'t>(text: &'t str, value: &Range<usize>) -> &'t str {
    text.get(value.clone()).unwrap_or_default().trim_matches('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let candidates = candidates(text, &(0..text.len()), &DateOptions::default());
        let kind = |place: &RecordsPlace| match place {
            RecordsPlace::Array(_) => "array",
            RecordsPlace::Lists { .. } => "lists",
            RecordsPlace::Columns(_) => "columns",
            RecordsPlace::Keyed(_) => "keyed",
            RecordsPlace::Single(_) => "single",
        };
        let told = candidates.iter().map(|one| format!("{} {}", kind(&one.place), one.path));
        told.collect()
    }

    #[test]
    fn all_shapes_are_found_with_their_paths() {
        let cases: [(&str, &[&str]); 9] = [
            (r#"{"a": 1}"#, &["single ."]),
            (r#"{"a": 1, "b": [{}], "c": [1]}"#, &["array b", "single ."]),
            (r#"{"data": {"items": [[1]]}, "n": 1}"#, &["array data.items", "single ."]),
            (r#"{"columns": ["a"], "data": [["x"]]}"#, &["lists .", "single ."]),
            (r#"{"a": ["x", "y"], "b": ["z", 1]}"#, &["columns .", "single ."]),
            (r#"{"a": {"0": 1}, "b": {"0": 2}}"#, &["columns .", "keyed .", "single ."]),
            (r#"{"a": {"b": 1}, "c": {"d": 2, "e": 3}}"#, &["keyed .", "single ."]),
            (r#"{"May 2019": ["a"], "2020": "b"}"#, &["keyed .", "single ."]),
            (
                r#"{"x": {"Start": "2010-01-01", "End": "May 2011"}}"#,
                &["keyed .", "keyed x", "single ."],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn a_path_leads_through_keys_and_numbers() {
        let text = r#"{"a.b": {"c": [{"d": [1]}]}, "a": {"b": [2]}, "e": 1}"#;
        let at = |path: &str| {
            let found = at_path(text, &(0..text.len()), path, &DateOptions::default());
            match found.into_iter().last()?.place {
                RecordsPlace::Array(span)
                | RecordsPlace::Single(span)
                | RecordsPlace::Keyed(span) => Some(&text[span]),
                _ => None,
            }
        };
        assert_eq!(at("a.b.c.0.d"), Some("[1]"));
        assert_eq!(at("a.b.c.0"), Some(r#"{"d": [1]}"#));
        assert_eq!(at("."), Some(text));
        assert_eq!((at("e"), at("x"), at("a.b.c.7")), (None, None, None));
    }
}
