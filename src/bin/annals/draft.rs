//! The verb `draft`: the dates of an article as a table.

use crate::draft_args::DraftArgs;
use crate::files::unreadable;
use crate::open::open;
use crate::print;
use annals::draft::{Draft, DraftOptions, draft, to_csv};
use annals::{Code, Error, Fault, Message, Note, Result};
use std::io::{self, Read};
use std::path::Path;

/// Prints the table of an article and returns what the user should know.
pub(crate) fn run(args: &DraftArgs) -> Result<Vec<Note>> {
    let name = if args.article.as_os_str() == "-" { None } else { Some(args.article.as_path()) };
    let text = text(name, args)?;
    let options = DraftOptions {
        locale: args.locale,
        date_order: args.date_order,
        written: args.written,
        context: args.context,
    };
    let Draft { rows, notes } = draft(&text, &options);
    if rows.is_empty() {
        let message =
            Message::new("no sentence of this text dates anything; give one with dates, or set ");
        return Err(fault(
            name,
            Code::NoSentence,
            message.setting_to("locale", "de").text(" to its language"),
        ));
    }
    print::print(&to_csv(&rows))?;
    Ok(notes)
}

/// The article as text.
fn text(path: Option<&Path>, args: &DraftArgs) -> Result<String> {
    let limit = args.max_bytes;
    let mut bytes = Vec::new();
    let mut reader: Box<dyn Read> = match path {
        Some(path) => Box::new(open(path)?),
        None => Box::new(io::stdin().lock()),
    };
    let read = reader.by_ref().take(limit.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| match path {
        Some(path) => unreadable(path, &error),
        None => Error::system(
            Code::CannotRead,
            error.kind(),
            format!("cannot read standard input: {error}; send it again"),
        ),
    })?;
    if bytes.len() as u64 > limit {
        let message =
            Message::new(format!("the article has more than {limit} bytes; shorten it or set "));
        return Err(fault(path, Code::TooManyBytes, message.setting("max-bytes")));
    }
    let encoding = args.encoding.map_or(encoding_rs::UTF_8, |encoding| encoding.0);
    let (text, _, is_damaged) = encoding.decode(&bytes);
    if is_damaged || text.contains('\0') {
        let message = Message::new("this is not text in ").text(encoding.name());
        return Err(fault(
            path,
            Code::Encoding,
            message.text("; save it as such, or set ").setting_to("encoding", "windows-1252"),
        ));
    }
    Ok(text.into_owned())
}

fn fault(path: Option<&Path>, code: Code, message: impl Into<Message>) -> Error {
    let name = path.map_or("standard input".to_owned(), |path| path.display().to_string());
    Error::Data(vec![Fault::new(code, message).in_file(name)])
}
