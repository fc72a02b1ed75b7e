//! Errors and notes as data: one JSON object per line.

use crate::codes::{self, Code};
use crate::report::spelled;
use annals::{Error, Fault, Message, MessagePart, Note};
use serde::Serialize;

/// A fault or a note as it is printed.
#[derive(Serialize)]
struct JsonMessage<'a> {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    file: &'a str,
    #[serde(skip_serializing_if = "is_nought")]
    line: u64,
    #[serde(skip_serializing_if = "is_nought")]
    column: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
    message: String,
    /// Settings that the message names as its remedy.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fix: Vec<JsonFix<'a>>,
}

/// A setting, and the value to give it where the message knows one.
#[derive(Serialize)]
struct JsonFix<'a> {
    option: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_nought(number: &u64) -> bool {
    *number == 0
}

impl<'a> JsonMessage<'a> {
    fn new(code: &Code, severity: &'static str, message: &'a Message) -> Self {
        let fix = message.parts().iter().filter_map(|part| match part {
            MessagePart::Setting(setting) => {
                Some(JsonFix { option: setting.key, value: setting.value.as_deref() })
            }
            _ => None,
        });
        Self {
            code: code.code,
            name: code.name,
            severity,
            file: "",
            line: 0,
            column: 0,
            value: None,
            message: spelled(message),
            fix: fix.collect(),
        }
    }

    fn of_fault(fault: &'a Fault) -> Self {
        Self {
            file: &fault.file,
            line: fault.line,
            column: fault.column,
            value: fault.value.as_deref(),
            ..Self::new(codes::of_fault(fault.kind), "error", &fault.message)
        }
    }

    fn line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// A note as a line of JSON.
pub(crate) fn note(note: &Note) -> String {
    JsonMessage::new(codes::of_note(), "note", &note.message).line()
}

/// An error as lines of JSON: every fault, none only counted.
pub(crate) fn error(error: &Error) -> String {
    let lines: Vec<String> = match error {
        Error::Data(faults) | Error::Options(faults) => {
            faults.iter().map(|fault| JsonMessage::of_fault(fault).line()).collect()
        }
        Error::Notes(notes) => {
            let code = codes::of_error(error);
            notes.iter().map(|note| JsonMessage::new(code, "error", &note.message).line()).collect()
        }
        Error::System { message, .. } | Error::Internal { message, .. } => {
            vec![JsonMessage::new(codes::of_error(error), "error", message).line()]
        }
        other => {
            let message = Message::new(other.to_string());
            vec![JsonMessage::new(codes::of_error(error), "error", &message).line()]
        }
    };
    lines.join("\n")
}
