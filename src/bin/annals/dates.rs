//! The dates of a table as they were read: one JSON object per line, or a table to be read.

use crate::args::MessageForm;
use crate::date_table::date_table;
use crate::print::json;
use crate::report::spelled;
use annals::host::{DateCell, dates};
use annals::{Code, Date, Error, Fault, Message, ReadOptions, Result};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use std::io::{self, BufWriter, ErrorKind, Read, Write};

/// A date cell as it is printed.
struct JsonCell<'a>(&'a DateCell);

impl Serialize for JsonCell<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        let cell = self.0;
        let mut map = to.serialize_map(None)?;
        let is_sheet = !cell.sheet.is_empty();
        if is_sheet {
            map.serialize_entry("sheet", &cell.sheet)?;
        }
        map.serialize_entry("record", &cell.row)?;
        map.serialize_entry("line", &cell.line)?;
        map.serialize_entry("column", &cell.column)?;
        map.serialize_entry("header", &cell.header)?;
        map.serialize_entry("written", &cell.written)?;
        match &cell.date {
            None => map.serialize_entry("missing", &true)?,
            Some(Ok(date)) => {
                meaning(date, &mut map)?;
                stints(&cell.stints, &mut map)?;
                notes(&cell.notes, &mut map)?;
            }
            Some(Err(error)) => {
                map.serialize_entry("error", &spelled(&error.message))?;
                // In a sheet a column is one of cells, so the place is one within the cell.
                let start = if is_sheet { 1 } else { cell.column };
                map.serialize_entry("at", &(start + error.offset as u64))?;
            }
        }
        map.end()
    }
}

/// A date of several.
struct JsonStint<'a>(&'a Date);

impl Serialize for JsonStint<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        meaning(self.0, &mut map)?;
        map.end()
    }
}

/// The dates of a cell that has several.
fn stints<M: SerializeMap>(dates: &[Date], map: &mut M) -> std::result::Result<(), M::Error> {
    if dates.is_empty() {
        return Ok(());
    }
    let stints: Vec<JsonStint<'_>> = dates.iter().map(JsonStint).collect();
    map.serialize_entry("stints", &stints)
}

/// What was taken, where there is something to tell.
fn notes<M: SerializeMap>(notes: &[Message], map: &mut M) -> std::result::Result<(), M::Error> {
    if notes.is_empty() {
        return Ok(());
    }
    let notes: Vec<String> = notes.iter().map(spelled).collect();
    map.serialize_entry("notes", &notes)
}

fn meaning<M: SerializeMap>(date: &Date, map: &mut M) -> std::result::Result<(), M::Error> {
    let [lo, hi] = date.iso_bounds();
    map.serialize_entry("lo", &lo)?;
    map.serialize_entry("hi", &hi)?;
    map.serialize_entry("precision", date.precision.name())?;
    map.serialize_entry("uncertain", &date.uncertain.any())?;
    map.serialize_entry("approximate", &date.approximate.any())?;
    map.serialize_entry("label", &date.to_string())
}

/// Prints how every date cell of a table was read.
///
/// # Errors
///
/// [`Error::Data`] if a cell was refused or a row could not be used, after all the others were
/// printed; [`Error::System`] if nothing can be read or written.
pub(crate) fn explain(
    reader: impl Read,
    options: &ReadOptions,
    form: MessageForm,
    out: &mut impl Write,
) -> Result<()> {
    let mut out = BufWriter::new(out);
    let (mut all, mut refused, mut cells) = (0_u64, 0_u64, Vec::new());
    let done = dates(reader, options, |cell| {
        all += 1;
        refused += u64::from(matches!(cell.date, Some(Err(_))));
        if form == MessageForm::Text {
            cells.push(cell);
            return Ok(());
        }
        let line = serde_json::to_string(&JsonCell(&cell));
        let line = line.map_err(|error| Error::internal(error.to_string()))?;
        written(writeln!(out, "{}", json(&line)))
    });
    if form == MessageForm::Text {
        written(out.write_all(date_table(&cells).as_bytes()))?;
    }
    written(out.flush())?;
    let mut faults = match done {
        Ok(()) => Vec::new(),
        Err(Error::Data(faults)) => faults,
        Err(error) => return Err(error),
    };
    if refused > 0 {
        let message =
            format!("{refused} of {all} dates cannot be read; correct those with an error");
        faults.push(Fault::new(Code::DatesRefused, message).in_file(&options.name));
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Data(faults)) }
}

/// A reader that has seen enough and left is content.
fn written(done: io::Result<()>) -> Result<()> {
    match done {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Error::system(
            Code::CannotWrite,
            error.kind(),
            format!("cannot write standard output: {error}; make room or send it elsewhere"),
        )),
        _ => Ok(()),
    }
}
