//! What a file is: its encoding and its format, by its first bytes.

use super::ReadOptions;
#[cfg(feature = "json")]
use super::csv;
use super::csv::CsvSource;
#[cfg(feature = "documents")]
use super::documents;
use super::encoding::Decoder;
#[cfg(feature = "json")]
use super::json::{self, JsonLikeness, JsonSource};
#[cfg(feature = "json")]
use super::source::ROW_BYTES;
use super::source::Source;
use super::window::Window;
#[cfg(feature = "workbooks")]
use super::workbook;
use crate::error::{Code, Error, Fault, Message, Note, Result};
use std::io::{self, Read};

/// The byte order mark in UTF-8.
const MARK: &[u8] = "\u{FEFF}".as_bytes();

/// A table whose rows can be read, and notes on how it is read.
type Opened<'r> = (Box<dyn Source + 'r>, Vec<Note>);

/// Finds out the encoding and the format of a table.
pub(super) fn open<'r>(reader: impl Read + 'r, options: &ReadOptions) -> Result<Opened<'r>> {
    let decoder = Decoder::new(reader, options.encoding);
    let decoder = decoder.map_err(|error| unreadable(&options.name, &error))?;
    #[cfg(feature = "workbooks")]
    if workbook::is_container(decoder.head()) {
        let opened = workbook::open(decoder.into_reader(), options);
        let (source, notes) = opened.map_err(|error| unreadable(&options.name, &error))??;
        return Ok((Box::new(source), notes));
    }
    if let Some(message) = decoder.container() {
        return Err(Error::Data(vec![Fault::new(Code::OtherFile, message).in_file(&options.name)]));
    }
    let opened = source(decoder, options);
    let (source, mut notes) = opened.map_err(|error| unreadable(&options.name, &error))?;
    notes.extend(options.sheet.is_some().then(|| without_sheets(&options.name)));
    Ok((source, notes))
}

fn source<'r>(decoder: Decoder<impl Read + 'r>, options: &ReadOptions) -> io::Result<Opened<'r>> {
    let mut window = Window::new(decoder);
    let guessed = window.guess_encoding()?.map(|encoding| guessed(&options.name, encoding));
    while window.head()?.starts_with(MARK) {
        // Files joined by careless programs begin with several.
        window.strip(MARK.len());
    }
    #[cfg(feature = "json")]
    if is_json(window.head()?, options) {
        let (source, note) = JsonSource::read(window, options)?;
        return Ok((Box::new(source), guessed.into_iter().chain(note).collect()));
    }
    #[cfg(feature = "documents")]
    if let Some(notation) = documents::notation(window.head()?) {
        let (source, notes) = documents::read(window, notation, options)?;
        return Ok((Box::new(source), guessed.into_iter().chain(notes).collect()));
    }
    let (source, note) = CsvSource::open(window, options)?;
    let unused = options.records.as_ref().map(|_| no_parts(&options.name));
    Ok((Box::new(source), guessed.into_iter().chain(note).chain(unused).collect()))
}

/// The note of a part that is asked for in a table that has none.
fn no_parts(name: &str) -> Note {
    let message = Message::new("the table has no parts; leave out ").unset("records");
    Note::new(Code::NoParts, message).in_file(name)
}

/// The note of a file that has no sheets, though one is asked for.
fn without_sheets(name: &str) -> Note {
    let message = Message::new("this is not a workbook, so it is read as a whole, whatever ");
    Note::new(Code::NoParts, message.unset("sheet").text(" says")).in_file(name)
}

/// The note of an encoding that was found, not given.
fn guessed(name: &str, encoding: &str) -> Note {
    let message = Message::new(format!("the text is not UTF-8 and is read as {encoding}; set "));
    let message = message.setting("encoding").text(" if it is in another encoding");
    Note::new(Code::EncodingTaken, message).in_file(name)
}

/// Whether a file with this head is JSON. One that only begins like it is CSV if it has the
/// headers of a table, and JSON with a fault otherwise.
#[cfg(feature = "json")]
fn is_json(head: &[u8], options: &ReadOptions) -> bool {
    match json::likeness(head, head.len() < ROW_BYTES) {
        JsonLikeness::Valid => true,
        JsonLikeness::Opening => !csv::has_headers(head, options),
        JsonLikeness::None => false,
    }
}

/// The error of a reader that failed.
pub(super) fn unreadable(name: &str, error: &io::Error) -> Error {
    Error::system(
        Code::CannotRead,
        error.kind(),
        format!("{name}: the table cannot be read: {error}"),
    )
}
