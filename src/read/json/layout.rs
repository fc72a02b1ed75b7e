//! The records of a JSON text: which part of it they are, one after another, and what is beside
//! them that they refer to.

use super::elements::{Elements, SyntaxFault, elements_of_lines, is_lines};
use super::flatten::{FlatField, flattened};
use super::places::{RecordsCandidate, RecordsPlace, column, has_date_keys};
use super::value::{FieldSpans, ValueKind, fields, items, name};
use crate::read::ReadOptions;
use std::borrow::Cow;
use std::ops::Range;

/// A record, or where the text stops being JSON.
pub(super) type RecordStep = Result<JsonRecord, SyntaxFault>;

/// One row of the table to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct JsonRecord {
    /// The bytes that it takes.
    pub span: Range<usize>,
    /// The key that it is called by.
    pub key: Option<Range<usize>>,
    /// Its cells, where they lie apart.
    pub apart: Vec<FieldSpans>,
    /// Whether it is a period behind the others.
    pub is_era: bool,
}

/// What the cells of records are called by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CellNames {
    /// The keys of objects.
    Keys,
    /// Names in an array, in the order of the cells.
    Listed(Range<usize>),
    /// The first record, as far as rows of cells have a header.
    First,
}

/// The records of a text.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// The records in the order of the text.
    pub records: Vec<RecordStep>,
    /// What their cells are called by.
    pub names: CellNames,
    /// The columns of keys and of values without keys.
    keyed: [&'static str; 2],
}

impl Layout {
    /// The values of a text, or the items of the array that it is.
    pub(super) fn of_values(text: &str, most: usize) -> Self {
        let record = |step: Result<Range<usize>, SyntaxFault>| {
            step.map(|span| JsonRecord { span, ..JsonRecord::default() })
        };
        let records: Vec<RecordStep> = match is_lines(text) {
            true => elements_of_lines(text).take(most).map(record).collect(),
            false => {
                let mut elements = Elements::START;
                std::iter::from_fn(|| elements.next(text)).take(most).map(record).collect()
            }
        };
        Self::new(text, records)
    }

    /// The records at a place, of which no more are needed than so many.
    pub(super) fn at(text: &str, place: &RecordsPlace, most: usize, options: &ReadOptions) -> Self {
        let whole = |span: Range<usize>| Ok(JsonRecord { span, ..JsonRecord::default() });
        match place {
            RecordsPlace::Array(span) => {
                Self::new(text, items(text, span).into_iter().take(most).map(whole).collect())
            }
            RecordsPlace::Lists { names, rows } => Self {
                names: CellNames::Listed(names.clone()),
                ..Self::new(text, items(text, rows).into_iter().take(most).map(whole).collect())
            },
            RecordsPlace::Columns(span) => {
                let records = of_columns(text, &fields(text, span), most);
                Self {
                    names: CellNames::Keys,
                    ..Self::new(text, records.into_iter().map(Ok).collect())
                }
            }
            RecordsPlace::Keyed(span) => Self::keyed(text, &fields(text, span), most, options),
            RecordsPlace::Single(span) => Self::new(text, vec![whole(span.clone())]),
        }
    }

    /// Adds periods behind the events.
    pub(super) fn add_eras(&mut self, text: &str, array: &Range<usize>) {
        let era = |span| Ok(JsonRecord { span, is_era: true, ..JsonRecord::default() });
        self.records.extend(items(text, array).into_iter().map(era));
    }

    fn new(text: &str, records: Vec<RecordStep>) -> Self {
        let first = records.first().and_then(|first| first.as_ref().ok());
        let is_rows =
            first.is_some_and(|first| ValueKind::of(text, &first.span) == ValueKind::Array);
        let names = if is_rows { CellNames::First } else { CellNames::Keys };
        Self { records, names, keyed: ["key", "value"] }
    }

    /// The records under the keys of an object.
    fn keyed(text: &str, fields: &[FieldSpans], most: usize, options: &ReadOptions) -> Self {
        let mut records = Vec::new();
        for FieldSpans { key, value } in fields {
            let bodies = match ValueKind::of(text, value) {
                ValueKind::Array => items(text, value),
                _ => vec![value.clone()],
            };
            let record =
                |span| Ok(JsonRecord { span, key: Some(key.clone()), ..JsonRecord::default() });
            records.extend(bodies.into_iter().map(record));
            if records.len() >= most {
                break;
            }
        }
        let has_dates = has_date_keys(text, fields, &options.dates);
        let keyed = if has_dates { ["date", "title"] } else { ["title", "date"] };
        Self { records, names: CellNames::Keys, keyed }
    }

    /// The cells of a record that is an object, or is made of keys; none if it is something else.
    pub(super) fn cells<'t>(
        &self,
        text: &'t str,
        record: &JsonRecord,
    ) -> Option<Vec<FlatField<'t>>> {
        let cell = |called: &'static str, key: Range<usize>, value: Range<usize>| FlatField {
            name: Cow::Borrowed(called),
            key,
            value,
            text: None,
        };
        let mut cells = match ValueKind::of(text, &record.span) {
            ValueKind::Object => flattened(text, &record.span),
            _ if !record.apart.is_empty() => {
                let apart = record.apart.iter();
                let field = |field: &FieldSpans| FlatField {
                    name: name(text, &field.key),
                    key: field.key.clone(),
                    value: field.value.clone(),
                    text: None,
                };
                apart.map(field).collect()
            }
            ValueKind::Array => return None,
            _ => {
                let key = record.key.clone()?;
                vec![cell(self.keyed[1], key, record.span.clone())]
            }
        };
        if let Some(key) = &record.key {
            let is_taken = cells.iter().any(|cell| cell.name == self.keyed[0]);
            let called = if is_taken { "key" } else { self.keyed[0] };
            cells.insert(0, cell(called, key.clone(), key.clone()));
        }
        if record.is_era {
            let at = record.span.start..record.span.start + 1;
            let text = Some("era".to_owned());
            cells.push(FlatField { text, ..cell("kind", at.clone(), at) });
        }
        Some(cells)
    }
}

/// The records of columns of one length.
fn of_columns(text: &str, fields: &[FieldSpans], most: usize) -> Vec<JsonRecord> {
    let mut records: Vec<JsonRecord> = Vec::new();
    for FieldSpans { key, value } in fields {
        let cells = column(text, value).unwrap_or_default().into_iter().take(most);
        for (index, value) in cells.enumerate() {
            if records.len() <= index {
                records.push(JsonRecord { span: value.clone(), ..JsonRecord::default() });
            }
            records[index].apart.push(FieldSpans { key: key.clone(), value });
        }
    }
    records
}

/// The eras beside the events of a document as TimelineJS has it.
pub(super) fn eras(text: &str, candidate: &RecordsCandidate) -> Option<Range<usize>> {
    let is_events = candidate.path.rsplit('.').next() == Some("events");
    let beside = fields(text, &candidate.around);
    let eras = beside.into_iter().find(|field| name(text, &field.key) == "eras")?.value;
    (is_events && ValueKind::of(text, &eras) == ValueKind::Array).then_some(eras)
}
