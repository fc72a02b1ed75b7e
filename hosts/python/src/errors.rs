//! Errors of the library as exceptions of the package, with every fault and its place.

use annals::{Error, Fault, Message, Note};
use pyo3::prelude::*;

/// The exception for an error.
pub(crate) fn raised(error: Error) -> PyErr {
    Python::attach(|py| exception(py, &error).unwrap_or_else(|error| error))
}

fn exception(py: Python<'_>, error: &Error) -> PyResult<PyErr> {
    let make = py.import("annals._errors")?.getattr("from_library")?;
    let (kind, faults) = match error {
        Error::Data(faults) => ("table", faults.iter().map(parts).collect()),
        Error::Options(faults) => ("option", faults.iter().map(parts).collect()),
        Error::Notes(notes) => ("note", notes.iter().map(of_note).collect()),
        Error::System { message, .. } => ("system", vec![of_message("system", message)]),
        other => ("internal", vec![of_message("internal", &Message::new(other.to_string()))]),
    };
    Ok(PyErr::from_value(make.call1((kind, faults))?))
}

/// Kind, file, sheet, line, column, value and message of a fault.
type Parts = (&'static str, String, String, u64, u64, Option<String>, String);

fn parts(fault: &Fault) -> Parts {
    let Fault { file, sheet, line, column, value, message, .. } = fault;
    let place = (file.clone(), sheet.clone());
    (fault.code.kind(), place.0, place.1, *line, *column, value.clone(), spelled(message))
}

fn of_note(note: &Note) -> Parts {
    let (.., message) = of_message("", &note.message);
    ("note", note.file.clone(), String::new(), 0, 0, None, message)
}

fn of_message(kind: &'static str, message: &Message) -> Parts {
    (kind, String::new(), String::new(), 0, 0, None, spelled(message))
}

/// A message with settings as arguments of a call.
pub(crate) fn spelled(message: &Message) -> String {
    message.print(|setting| {
        let mut name = setting.key.replace('-', "_");
        if ["break", "from"].contains(&setting.key) {
            name.push('_');
        }
        match &setting.value {
            Some(value) => format!("{name}={value:?}"),
            None => name,
        }
    })
}
