//! Notes on cells that say what is not drawn.

use crate::compose::dated::Dated;
use crate::error::{Code, Message, Note, meant, nearest, quoted};
use crate::event::Kind;
use std::collections::BTreeSet;

/// Names that a note has before the rest are counted.
const NAMED: usize = 3;

/// Notes on spans that milestones name and no event is, and on ends of markers.
pub(crate) fn unused(events: &[Dated<'_>]) -> Vec<Note> {
    no_host(events).into_iter().chain(marker_ends(events)).collect()
}

/// A note on milestones of spans that there are not.
fn no_host(events: &[Dated<'_>]) -> Option<Note> {
    let spans: BTreeSet<&str> = events
        .iter()
        .filter(|dated| dated.event.is_span())
        .map(|dated| dated.event.name.as_str())
        .collect();
    let points = events.iter().filter(|dated| !dated.event.is_span());
    let hosts = points.filter_map(|dated| dated.event.on.as_deref());
    let lost: Vec<&str> = hosts.filter(|host| !spans.contains(host)).collect();
    let near = meant(nearest(spans.iter().copied(), &[lost.first()?]));
    let (events, are) =
        if lost.len() == 1 { ("1 event", "is a milestone") } else { ("events", "are milestones") };
    let many = if lost.len() == 1 { String::new() } else { format!("{} ", lost.len()) };
    let fact = format!(
        "{many}{events} {are} on {}, which no span is called{near}; write the title of a span in the column on, or empty it",
        named(&lost)
    );
    Some(Note::new(Code::CellUnused, Message::new(fact)))
}

/// A note on markers whose end is not drawn, as a marker is a moment.
fn marker_ends(events: &[Dated<'_>]) -> Option<Note> {
    let is_ended =
        |dated: &&Dated<'_>| dated.event.kind == Kind::Marker && dated.event.end.is_some();
    let ended: Vec<&str> =
        events.iter().filter(is_ended).map(|dated| dated.event.name.as_str()).collect();
    ended.first()?;
    let fact = format!(
        "a marker is a moment, so that the end of {} is not drawn; make it the kind era, or empty the end",
        named(&ended)
    );
    Some(Note::new(Code::CellUnused, Message::new(fact)))
}

/// Some names, and how many more there are.
fn named(names: &[&str]) -> String {
    let mut seen = BTreeSet::new();
    let different: Vec<&str> = names.iter().copied().filter(|name| seen.insert(*name)).collect();
    let first: Vec<String> = different.iter().take(NAMED).map(|name| quoted(name)).collect();
    match different.len().saturating_sub(NAMED) {
        0 => first.join(", "),
        more => format!("{} and {more} more", first.join(", ")),
    }
}
