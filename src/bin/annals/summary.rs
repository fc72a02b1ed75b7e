//! What can be judged of a figure without looking at it, as JSON.

use crate::files::Target;
use crate::json_messages::JsonMessage;
use crate::pages::PageTarget;
use crate::print::json;
use annals::host::{families, to_px};
use annals::options::Axis;
use annals::{Figure, Note};
use serde::Serialize;
use std::collections::BTreeSet;

/// The report of a figure.
#[derive(Serialize)]
struct JsonReport<'a> {
    form: &'static str,
    reason: &'static str,
    cost: Option<i64>,
    direction: &'static str,
    width_px: f64,
    height_px: f64,
    width_in: f64,
    height_in: f64,
    /// Stretches of the time axis side by side, on each page.
    columns: usize,
    pages: usize,
    title: &'a str,
    language: &'a str,
    alt: String,
    events: JsonEvents<'a>,
    lanes: usize,
    eras: usize,
    markers: usize,
    fonts: Vec<String>,
    outputs: Vec<JsonOutput>,
    notes: Vec<JsonMessage<'a>>,
}

/// How many events the table has, and what became of them.
#[derive(Serialize)]
struct JsonEvents<'a> {
    read: u64,
    /// With a mark, or counted in a column.
    drawn: u64,
    /// With a name.
    named: usize,
    dropped: u64,
    /// Date and name of those with a mark and no name.
    unnamed: Vec<&'a str>,
}

/// A picture that is written.
#[derive(Serialize)]
struct JsonOutput {
    file: String,
    format: &'static str,
}

/// The report of a figure of tables with `read` events, or of its pages, in one line.
pub(crate) fn of(pages: &[Figure], read: u64, targets: &[PageTarget], notes: &[Note]) -> String {
    let Some(figure) = pages.first() else { return String::new() };
    let [width, height] = [figure.size.w, figure.size.h].map(to_px);
    let outputs = targets.iter().map(|one| JsonOutput {
        file: match &one.target {
            Target::File(path) => path.display().to_string(),
            Target::Stdout => "-".to_owned(),
        },
        format: one.format.name(),
    });
    let words: Vec<&str> = pages.iter().map(|page| page.description.as_str()).collect();
    // An era may go on from page to page.
    let eras: BTreeSet<&str> =
        pages.iter().flat_map(|page| &page.eras).map(|era| era.title.as_str()).collect();
    let fonts: BTreeSet<String> = pages.iter().flat_map(families).collect();
    let report = JsonReport {
        form: form(figure),
        reason: figure.choice.reason,
        cost: figure.choice.cost,
        direction: if figure.axis == Axis::Vertical { "vertical" } else { "horizontal" },
        width_px: width,
        height_px: height,
        width_in: hundredths(width / 96.0),
        height_in: hundredths(height / 96.0),
        columns: figure.folds.len() + 1,
        pages: pages.len(),
        title: &figure.title,
        language: &figure.language,
        alt: words.join("\n"),
        events: events(pages, read),
        lanes: figure.lanes.len(),
        eras: if pages.len() > 1 { eras.len() } else { figure.eras.len() },
        markers: pages.iter().map(|page| page.markers.len()).sum(),
        fonts: fonts.into_iter().collect(),
        outputs: outputs.collect(),
        notes: notes.iter().map(JsonMessage::of_note).collect(),
    };
    json(&serde_json::to_string(&report).unwrap_or_default()) + "\n"
}

fn hundredths(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

/// The form by what is drawn, where it was asked for.
fn form(figure: &Figure) -> &'static str {
    match figure.choice.form {
        "as asked" if !figure.panels.is_empty() => "density",
        "as asked" if !figure.lanes.is_empty() => "lanes",
        "as asked" if figure.events.iter().any(|event| event.column.is_some()) => "chronicle",
        "as asked" if !figure.lists.is_empty() => "lists",
        "as asked" => "flags",
        form => form,
    }
}

fn events(pages: &[Figure], read: u64) -> JsonEvents<'_> {
    let events = pages.iter().flat_map(|page| &page.events);
    let (out, named): (Vec<_>, Vec<_>) = events.partition(|event| event.is_left_out);
    // Events that are counted have no place of their own.
    let of_page = |page: &Figure| match page.panels.is_empty() {
        true => page.events.len() as u64,
        false => page.counted,
    };
    let drawn: u64 = pages.iter().map(of_page).sum();
    JsonEvents {
        read,
        drawn,
        named: named.len(),
        dropped: read.saturating_sub(drawn),
        unnamed: out.iter().map(|event| event.title.as_str()).collect(),
    }
}
