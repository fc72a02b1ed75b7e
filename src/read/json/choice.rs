//! Which of the places in a JSON document holds its events: the one that is asked for, or the one
//! that has dates and titles; several are refused with their paths.

use super::headers::Headers;
use super::layout::{CellNames, Layout, eras};
use super::places::{RecordsCandidate, RecordsPlace, at_path, candidates};
use super::value::ValueKind;
use crate::error::{Code, Message, meant, nearest, quoted};
use crate::read::ReadOptions;
use crate::read::columns::Columns;
use std::ops::Range;

/// Records by which a place is judged.
const JUDGED: usize = 60;

/// Paths that a message lists.
const LISTED: usize = 8;

/// The place that was chosen, and what is to be told of the choice.
pub(super) type Chosen = (RecordsCandidate, Option<Message>);

/// Finds the records of a document, or says why they are not known.
pub(super) fn chosen(
    text: &str,
    document: &Range<usize>,
    options: &ReadOptions,
) -> Result<Chosen, Message> {
    let all = match ValueKind::of(text, document) {
        ValueKind::Object => candidates(text, document, &options.dates),
        _ => Vec::new(),
    };
    if let Some(path) = &options.records {
        let found = at_path(text, document, path, &options.dates);
        let known: Vec<&str> = all.iter().map(|one| one.path.as_str()).collect();
        return best(text, found, options)
            .map(|found| (found, None))
            .ok_or_else(|| no_such(path, &known));
    }
    let judged: Vec<Judged> = all.into_iter().map(|one| Judged::new(text, one, options)).collect();
    let complete = |one: &&Judged| one.columns.is_complete();
    let best = judged.iter().filter(complete).map(|one| rank(&one.candidate.place)).min();
    let complete: Vec<&Judged> = judged
        .iter()
        .filter(complete)
        .filter(|one| Some(rank(&one.candidate.place)) == best)
        .collect();
    let complete = outermost(&complete);
    let plain: Vec<&Judged> =
        complete.iter().copied().filter(|one| one.columns.is_plain()).collect();
    match (complete.as_slice(), plain.as_slice()) {
        ([only], _) => Ok((only.candidate.clone(), None)),
        ([], _) => without_events(judged).map(|candidate| (candidate, None)),
        (several, [only]) => Ok((only.candidate.clone(), Some(taken(only, several)))),
        (several, _) => {
            let events = with_eras(text, several).map(|candidate| (candidate, None));
            events.ok_or_else(|| ambiguous(several))
        }
    }
}

/// The places that are not within another of them.
fn outermost<'j>(places: &[&'j Judged]) -> Vec<&'j Judged> {
    let span = |one: &Judged| match &one.candidate.place {
        RecordsPlace::Keyed(span) | RecordsPlace::Columns(span) => Some(span.clone()),
        _ => None,
    };
    let is_within = |inner: &Judged| {
        let inner = span(inner);
        places.iter().filter_map(|outer| span(outer)).any(|outer| {
            inner.as_ref().is_some_and(|inner| outer.start < inner.start && inner.end < outer.end)
        })
    };
    places.iter().copied().filter(|one| !is_within(one)).collect()
}

/// The first place of one part of a document that has dates and titles, or else the first.
fn best(
    text: &str,
    found: Vec<RecordsCandidate>,
    options: &ReadOptions,
) -> Option<RecordsCandidate> {
    let judged: Vec<Judged> =
        found.into_iter().map(|one| Judged::new(text, one, options)).collect();
    let complete = judged.iter().position(|one| one.columns.is_complete());
    judged.into_iter().nth(complete.unwrap_or(0)).map(|one| one.candidate)
}

/// What is told of a place that was taken for its headers, though others have dates and titles.
fn taken(one: &Judged, several: &[&Judged]) -> Message {
    let others: Vec<&Judged> = several
        .iter()
        .copied()
        .filter(|other| other.candidate.path != one.candidate.path)
        .collect();
    let other = others.first().map_or("", |other| &other.candidate.path);
    let fact = format!(
        "the events are those of {}; {} could be them, too; set ",
        one.candidate.path,
        paths(&others)
    );
    Message::new(fact).setting_to("records", other).text(" to take others")
}

/// How much like a table a place is, the best first.
fn rank(place: &RecordsPlace) -> u8 {
    match place {
        RecordsPlace::Array(_) | RecordsPlace::Lists { .. } | RecordsPlace::Columns(_) => 0,
        RecordsPlace::Keyed(_) => 1,
        RecordsPlace::Single(_) => 2,
    }
}

/// A place with the columns that it has.
struct Judged {
    candidate: RecordsCandidate,
    columns: Columns,
}

impl Judged {
    fn new(text: &str, candidate: RecordsCandidate, options: &ReadOptions) -> Self {
        let layout = Layout::at(text, &candidate.place, JUDGED, options);
        let (mut headers, rows) = sampled(text, &layout, JUDGED);
        let mut rows = rows.into_iter();
        if layout.names == CellNames::First {
            headers = rows.next().unwrap_or_default();
        }
        let rows: Vec<Vec<String>> = rows.collect();
        Self { candidate, columns: Columns::new(headers, &rows, options) }
    }
}

/// The headers and the first rows of some records.
fn sampled(text: &str, layout: &Layout, most: usize) -> (Vec<String>, Vec<Vec<String>>) {
    let headers = Headers::of(text, layout);
    let records = layout.records.iter().filter_map(|record| record.as_ref().ok()).take(most);
    let rows = records.map(|record| headers.row(text, layout, record)).collect();
    (headers.iter().map(|(name, _)| name.trim().to_owned()).collect(), rows)
}

/// The events of a document that has eras beside them.
fn with_eras(text: &str, several: &[&Judged]) -> Option<RecordsCandidate> {
    let with = |one: &&&Judged| {
        let eras = eras(text, &one.candidate);
        let is_eras = |other: &&Judged| {
            eras.as_ref()
                .is_some_and(|eras| other.candidate.place == RecordsPlace::Array(eras.clone()))
        };
        eras.is_some() && several.len() == 2 && several.iter().any(is_eras)
    };
    several.iter().find(with).map(|one| one.candidate.clone())
}

/// The place whose columns are to be told as they are, where none has events.
fn without_events(judged: Vec<Judged>) -> Result<RecordsCandidate, Message> {
    let is_array = |one: &&Judged| rank(&one.candidate.place) == 0;
    let arrays: Vec<&Judged> = judged.iter().filter(is_array).collect();
    let dated: Vec<&&Judged> = arrays.iter().filter(|one| one.columns.has_date()).collect();
    match (dated.as_slice(), arrays.as_slice()) {
        ([only], _) => Ok(only.candidate.clone()),
        (_, [only]) => Ok(only.candidate.clone()),
        (_, []) => {
            let mut whole = judged.into_iter().map(|one| one.candidate);
            whole.next_back().ok_or_else(|| Message::new("the document has no records"))
        }
        (_, several) => {
            let paths = paths(several);
            let fact = format!("no array in the document has dates and titles, of {paths}; set ");
            Err(Message::new(fact).setting("records").text(" to that of the events"))
        }
    }
}

fn ambiguous(several: &[&Judged]) -> Message {
    let fact =
        format!("several parts of the document have dates and titles: {}; set ", paths(several));
    let first = several.first().map_or("", |one| &one.candidate.path);
    Message::new(fact).setting_to("records", first).text(" or another of them")
}

fn paths(several: &[&Judged]) -> String {
    let listed: Vec<&str> =
        several.iter().take(LISTED).map(|one| one.candidate.path.as_str()).collect();
    match several.len().saturating_sub(LISTED) {
        0 => listed.join(", "),
        more => format!("{} and {more} more", listed.join(", ")),
    }
}

/// What is wrong with a path that leads nowhere.
fn no_such(path: &str, known: &[&str]) -> Message {
    let near = meant(nearest(known.iter().copied(), &[path]));
    let mut listed: Vec<&str> = known.iter().copied().filter(|path| *path != ".").collect();
    listed.dedup();
    listed.truncate(LISTED);
    let there = match listed.is_empty() {
        true => "the document has no arrays in it".to_owned(),
        false => format!("there are {}", listed.join(", ")),
    };
    let fact = format!("no array or object {} for ", quoted(path));
    Message::new(fact).unset("records").text(format!("; {there}{near}")).coded(Code::RecordsUnknown)
}
