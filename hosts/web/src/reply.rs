//! What a host gets back: an object in JSON, then the files.

use crate::request::Plan;
use annals::host::{self, to_px};
use annals::{
    Error, Fault, Figure, Format, Message, MessagePart, Note, Result, Setting, compose, read_table,
    render,
};
use serde::Serialize;

/// The reply to a request, as an object in JSON.
#[derive(Default, Serialize)]
struct Reply {
    files: Vec<ReplyFile>,
    notes: Vec<ReplyMessage>,
    /// Why there is no figure; empty if there is one.
    faults: Vec<ReplyMessage>,
    #[serde(skip_serializing_if = "Option::is_none")]
    figure: Option<ReplyFigure>,
    /// Every format that can be asked for.
    formats: Vec<&'static str>,
}

/// A file, whose bytes follow the object in the order of the files.
#[derive(Serialize)]
struct ReplyFile {
    format: &'static str,
    media: &'static str,
    length: usize,
}

/// The figure as a whole.
#[derive(Serialize)]
struct ReplyFigure {
    /// In CSS pixels, 1/96 inch.
    width: f64,
    height: f64,
    title: String,
    /// The figure in words.
    alt: String,
    /// How events are shown, and why in this way.
    form: &'static str,
    reason: &'static str,
    events: usize,
    links: Vec<ReplyLink>,
}

/// A box that leads to an address, in CSS pixels from the top left.
#[derive(Serialize)]
struct ReplyLink {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    address: String,
}

/// A fault or a note.
#[derive(Serialize)]
struct ReplyMessage {
    /// A name that stays when messages change.
    kind: &'static str,
    message: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    place: String,
    /// The row of the file and the character of it, or the column of a sheet; 0 for none.
    #[serde(skip_serializing_if = "is_nought")]
    line: u64,
    #[serde(skip_serializing_if = "is_nought")]
    column: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    /// The options that the message names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fix: Vec<ReplyFix>,
}

#[derive(Serialize)]
struct ReplyFix {
    option: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_nought(number: &u64) -> bool {
    *number == 0
}

/// Draws what a request asks for, and gives the reply: the length of the object as four bytes, the
/// least first, the object in JSON, and the bytes of its files one after the other.
pub fn draw(request: &[u8], bytes: &[u8]) -> Vec<u8> {
    let drawn = Plan::new(request, bytes).and_then(|plan| drawn(&plan));
    let (mut reply, files) = drawn.unwrap_or_else(failed);
    reply.formats = Format::ALL.map(Format::name).to_vec();
    let json = serde_json::to_vec(&reply).unwrap_or_default();
    let length = u32::try_from(json.len()).unwrap_or_default().to_le_bytes();
    [&length[..], &json, &files.concat()].concat()
}

/// The reply of a plan that succeeds, and its files.
fn drawn(plan: &Plan) -> Result<(Reply, Vec<Vec<u8>>)> {
    let table = read_table(plan.table, &plan.read)?;
    let mut options = plan.figure.clone();
    options.title = options.title.or(table.title);
    let (mut figure, more) = compose(&table.events, &options)?;
    let notes: Vec<Note> = table.notes.into_iter().chain(more).collect();
    if plan.is_strict && !notes.is_empty() {
        return Err(Error::Notes(notes));
    }
    if figure.title.is_empty() {
        figure.title.clone_from(&plan.title);
    }
    let encoded = |format: &Format| render(&figure, *format, &plan.render);
    let files = plan.formats.iter().map(encoded).collect::<Result<Vec<_>>>()?;
    let reply = Reply {
        files: plan
            .formats
            .iter()
            .zip(&files)
            .map(|(format, file)| listed(*format, file))
            .collect(),
        notes: notes.iter().map(noted).collect(),
        figure: Some(whole(&figure, table.events.len())),
        ..Reply::default()
    };
    Ok((reply, files))
}

fn listed(format: Format, file: &[u8]) -> ReplyFile {
    ReplyFile { format: format.name(), media: format.media_type(), length: file.len() }
}

fn whole(figure: &Figure, events: usize) -> ReplyFigure {
    ReplyFigure {
        width: to_px(figure.size.w),
        height: to_px(figure.size.h),
        title: figure.title.clone(),
        alt: figure.description.clone(),
        form: figure.choice.form,
        reason: figure.choice.reason,
        events,
        links: host::draw(figure).links().into_iter().map(linked).collect(),
    }
}

fn linked(link: host::Link) -> ReplyLink {
    let host::Link { rect, address } = link;
    ReplyLink {
        x: to_px(rect.x0),
        y: to_px(rect.y0),
        width: to_px(rect.x1 - rect.x0),
        height: to_px(rect.y1 - rect.y0),
        address,
    }
}

/// The reply of a plan that fails, without files.
fn failed(error: Error) -> (Reply, Vec<Vec<u8>>) {
    let faults = match &error {
        Error::Data(faults) | Error::Options(faults) => faults.iter().map(fault).collect(),
        Error::Notes(notes) => notes.iter().map(noted).collect(),
        Error::System { message: said, .. } => vec![message("system", said)],
        Error::Internal { message: said, .. } => vec![message("internal", said)],
        other => vec![message("internal", &Message::new(other.to_string()))],
    };
    (Reply { faults, ..Reply::default() }, Vec::new())
}

fn fault(fault: &Fault) -> ReplyMessage {
    ReplyMessage {
        place: fault.place().trim_end_matches(':').to_owned(),
        line: fault.line,
        column: fault.column,
        value: fault.value.clone(),
        ..message(fault.code.kind(), &fault.message)
    }
}

fn noted(note: &Note) -> ReplyMessage {
    ReplyMessage { place: note.file.clone(), ..message("note", &note.message) }
}

fn message(kind: &'static str, message: &Message) -> ReplyMessage {
    let fix = message.parts().iter().filter_map(|part| match part {
        MessagePart::Setting(Setting { key, value, is_unset: false, .. }) => {
            Some(ReplyFix { option: key, value: value.clone() })
        }
        _ => None,
    });
    ReplyMessage {
        kind,
        message: message.to_string(),
        place: String::new(),
        line: 0,
        column: 0,
        value: None,
        fix: fix.collect(),
    }
}
