//! What can be judged of a figure without looking at it, as JSON.

use crate::files::Target;
use crate::json_messages::JsonMessage;
use crate::print::json;
use annals::host::{families, to_px};
use annals::options::Axis;
use annals::{Figure, Format, Note};
use serde::Serialize;

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
    /// Stretches of the time axis side by side.
    columns: usize,
    title: &'a str,
    language: &'a str,
    alt: &'a str,
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

/// The report of a figure of tables with `read` events, in one line.
pub(crate) fn of(
    figure: &Figure,
    read: u64,
    targets: &[(Target, Format)],
    notes: &[Note],
) -> String {
    let [width, height] = [figure.size.w, figure.size.h].map(to_px);
    let outputs = targets.iter().map(|(target, format)| JsonOutput {
        file: match target {
            Target::File(path) => path.display().to_string(),
            Target::Stdout => "-".to_owned(),
        },
        format: format.name(),
    });
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
        title: &figure.title,
        language: &figure.language,
        alt: &figure.description,
        events: events(figure, read),
        lanes: figure.lanes.len(),
        eras: figure.eras.len(),
        markers: figure.markers.len(),
        fonts: families(figure),
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

fn events(figure: &Figure, read: u64) -> JsonEvents<'_> {
    let (out, named): (Vec<_>, Vec<_>) = figure.events.iter().partition(|event| event.is_left_out);
    // Events that are counted have no place of their own.
    let drawn = if figure.panels.is_empty() { figure.events.len() as u64 } else { figure.counted };
    JsonEvents {
        read,
        drawn,
        named: named.len(),
        dropped: read.saturating_sub(drawn),
        unnamed: out.iter().map(|event| event.title.as_str()).collect(),
    }
}
