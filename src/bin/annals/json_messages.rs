//! Errors and notes as data: one JSON object per line.

use crate::panics;
use crate::print::json;
use crate::report::spelled;
use annals::options::DateOptions;
use annals::settings::Settings;
use annals::{Code, Date, Error, Fault, Message, MessagePart, Note, Setting};
use clap::error::ErrorKind;
use serde::Serialize;

/// A fault or a note as it is printed.
#[derive(Serialize)]
pub(crate) struct JsonMessage<'a> {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    file: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    sheet: &'a str,
    #[serde(skip_serializing_if = "is_nought")]
    row: u64,
    #[serde(skip_serializing_if = "is_nought")]
    column: u64,
    #[serde(skip_serializing_if = "str::is_empty")]
    place: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
    message: String,
    /// What mends it, each by itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fix: Vec<JsonFix<'a>>,
}

/// A setting, with the value to give it where the message knows one, or a text for the cell.
#[derive(Serialize)]
struct JsonFix<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    option: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
    /// Whether the setting, or this value of it, is to be left out.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    omit: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<&'a str>,
    /// What the value at fault is then read as.
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<JsonReading>,
}

/// A date as it is read: from when to when, in ISO 8601, and as it is printed.
#[derive(Serialize)]
struct JsonReading {
    lo: Option<String>,
    hi: Option<String>,
    label: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_nought(number: &u64) -> bool {
    *number == 0
}

impl<'a> JsonMessage<'a> {
    fn new(code: Code, message: &'a Message) -> Self {
        Self {
            code: code.id(),
            name: code.name(),
            severity: if code.is_note() { "note" } else { "error" },
            file: "",
            sheet: "",
            row: 0,
            column: 0,
            place: String::new(),
            value: None,
            message: spelled(message),
            fix: message.parts().iter().filter_map(|part| fix(part, None)).collect(),
        }
    }

    fn of_fault(fault: &'a Fault) -> Self {
        let value = fault.value.as_deref();
        let parts = fault.message.parts().iter();
        Self {
            severity: "error",
            file: &fault.file,
            sheet: &fault.sheet,
            row: fault.line,
            column: fault.column,
            place: fault.place().trim_end_matches(':').to_owned(),
            value,
            fix: parts.filter_map(|part| fix(part, value)).collect(),
            ..Self::new(fault.code, &fault.message)
        }
    }

    pub(crate) fn of_note(note: &'a Note) -> Self {
        let place = note.file.clone();
        Self { file: &note.file, place, ..Self::new(note.code, &note.message) }
    }

    fn line(&self) -> String {
        json(&serde_json::to_string(self).unwrap_or_default())
    }
}

/// The remedy that a part of a message is, and what it makes of the value at fault.
fn fix<'a>(part: &'a MessagePart, at_fault: Option<&str>) -> Option<JsonFix<'a>> {
    let none = JsonFix { option: None, value: None, omit: false, cell: None, reading: None };
    match part {
        MessagePart::Setting(Setting { key, value, is_unset, .. }) => {
            let (value, omit) = (value.as_deref(), *is_unset);
            let reading = at_fault
                .zip(value)
                .filter(|_| !omit)
                .and_then(|(text, value)| read_by(key, value, text));
            Some(JsonFix { option: Some(key), value, omit, reading, ..none })
        }
        MessagePart::Cell(text) => {
            let reading = at_fault.and(Date::parse(text, &DateOptions::default()).ok());
            Some(JsonFix { cell: Some(text), reading: reading.as_ref().map(reading_of), ..none })
        }
        _ => None,
    }
}

/// The date that a text is with a setting, if it is one.
fn read_by(key: &str, value: &str, text: &str) -> Option<JsonReading> {
    let settings = Settings::from_toml("", &format!("{key} = '{value}'")).ok()?;
    let date = Date::parse(text, &settings.convert().ok()?.read.dates).ok()?;
    Some(reading_of(&date))
}

fn reading_of(date: &Date) -> JsonReading {
    let [lo, hi] = date.iso_bounds();
    JsonReading { lo, hi, label: date.to_string() }
}

/// A note as a line of JSON.
pub(crate) fn note(note: &Note) -> String {
    JsonMessage::of_note(note).line()
}

/// An error as lines of JSON: every fault, none only counted.
pub(crate) fn error(error: &Error) -> String {
    let lines: Vec<String> = match error {
        Error::Data(faults) | Error::Options(faults) => {
            faults.iter().map(|fault| JsonMessage::of_fault(fault).line()).collect()
        }
        Error::Notes(notes) => {
            let as_error = |note| JsonMessage { severity: "error", ..JsonMessage::of_note(note) };
            notes.iter().map(|note| as_error(note).line()).collect()
        }
        Error::System { code, message, .. } => vec![JsonMessage::new(*code, message).line()],
        other => {
            let message = Message::new(panics::report(other));
            vec![JsonMessage::new(Code::Internal, &message).line()]
        }
    };
    lines.join("\n")
}

/// An error of the command line, in the words of its first paragraph, as a line of JSON.
pub(crate) fn usage(error: &clap::Error) -> String {
    let code = match error.kind() {
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => Code::UnknownArgument,
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Code::WrongValue,
        _ => Code::WrongUsage,
    };
    let words = error.render().to_string();
    let words = words.split("\n\nUsage:").next().unwrap_or_default();
    let words = words.split("\n\nFor more").next().unwrap_or_default();
    let words = words.trim_start_matches("error: ").split_whitespace().collect::<Vec<_>>();
    JsonMessage::new(code, &Message::new(words.join(" "))).line()
}
