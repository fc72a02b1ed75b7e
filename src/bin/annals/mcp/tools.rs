//! The tools: their names, what they take, and what they give.

use super::input::{Input, needed, no_folder, text};
use super::{Answer, Refusal, WRONG_PARAMS};
use crate::args::MessageForm;
use crate::composed::Composed;
use crate::files::{self, Output, Target, save_all};
use crate::pages::PageTarget;
use crate::{dates, json_messages, mend, panics, schema, summary};
use annals::draft::{Draft, DraftOptions, draft, to_csv};
use annals::{Code, Error, Format, Note, Result, render_pages};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::path::{Component, Path};
use std::str::FromStr;

/// What a tool gives: texts and pictures.
type Given = Vec<Value>;

/// What a call gives, or all that is wrong.
type Done = std::result::Result<Given, Vec<Error>>;

/// All tools, as they are listed.
pub(super) fn list() -> Value {
    let table = || json!({ "type": "string", "description": "The table as text: CSV with a header row, JSON, Markdown, iCalendar or Mermaid" });
    let mut options = schema::of(schema::SchemaKind::Options);
    options["description"] = "Options, as in an options file; no file is read".into();
    let of_table = || json!({ "table": table(), "options": options });
    let mut drawn = of_table();
    let formats = Format::ALL.map(Format::name);
    drawn["format"] = json!({ "enum": formats, "description": "png by default" });
    drawn["file"] = json!({ "type": "string", "description": "Where the picture is written, too, below the folder that was named at the start" });
    let article = json!({
        "article": { "type": "string", "description": "Plain text, Markdown or HTML" },
        "written": { "type": "string", "description": "Day it was written, as 2020-12-31" },
        "locale": { "type": "string", "description": "Its language, as de" },
        "date-order": { "enum": ["dmy", "mdy", "ymd"] },
    });
    json!([
        tool(
            "check",
            "Check a table and its options: all errors, each with its row, its value and what mends it, or the report of the figure",
            of_table(),
            "table"
        ),
        tool(
            "mend",
            "A copy of a table in which the errors are mended whose remedy is certain",
            of_table(),
            "table"
        ),
        tool(
            "draw",
            "Draw a table as a timeline: the picture and the report of the figure",
            drawn,
            "table"
        ),
        tool(
            "draft",
            "A table of the dates in an article, as CSV, to be corrected and drawn",
            article,
            "article"
        ),
        tool(
            "explain_dates",
            "How each date cell of a table is read, a JSON object in a line each",
            of_table(),
            "table"
        ),
    ])
}

fn tool(name: &str, about: &str, properties: Value, required: &str) -> Value {
    json!({
        "name": name,
        "description": about,
        "inputSchema": {
            "type": "object",
            "properties": properties,
            "required": [required],
            "additionalProperties": false,
        },
    })
}

/// Calls a tool. What is wrong with a table is a result, with one message in a line each.
pub(super) fn call(params: &Value, folder: Option<&Path>) -> Answer {
    let name = params.get("name").and_then(Value::as_str).unwrap_or_default();
    let none = json!({});
    let arguments = params.get("arguments").unwrap_or(&none);
    let given = match name {
        "check" => with_table(arguments, |input| check(&input)),
        "mend" => with_table(arguments, |input| mended(&input)),
        "draw" => with_table(arguments, |input| drawn(&input, arguments, folder)),
        "draft" => drafted(arguments),
        "explain_dates" => with_table(arguments, |input| explained(&input)),
        _ => Err(Refusal(WRONG_PARAMS, format!("there is no tool {name:?}"))),
    }?;
    Ok(match given {
        Ok(content) => json!({ "content": content, "isError": false }),
        Err(errors) => {
            let lines: Vec<String> = errors.iter().map(json_messages::error).collect();
            json!({ "content": [words(&lines.join("\n"))], "isError": true })
        }
    })
}

/// What some work on a table gives; a panic is an error of the program.
fn with_table(
    arguments: &Value,
    work: impl FnOnce(Input<'_>) -> Result<Given>,
) -> std::result::Result<Done, Refusal> {
    let input = Input::of(arguments)?;
    Ok(panics::caught(|| work(input).map_err(|error| vec![error])))
}

fn words(text: &str) -> Value {
    json!({ "type": "text", "text": text })
}

fn check(input: &Input<'_>) -> Result<Given> {
    let Composed { figures, notes, read, .. } = input.composed()?;
    Ok(vec![words(&summary::of(&figures, read, &[], &notes))])
}

fn mended(input: &Input<'_>) -> Result<Given> {
    let options = input.options()?.read;
    let (copy, notes) = mend::copy(input.table.as_bytes().to_vec(), &options)?;
    Ok(vec![words(&copy), words(&told(&notes))])
}

/// Notes, one in a line each.
fn told(notes: &[Note]) -> String {
    notes.iter().map(json_messages::note).collect::<Vec<_>>().join("\n")
}

fn drawn(input: &Input<'_>, arguments: &Value, folder: Option<&Path>) -> Result<Given> {
    let argument = |key| {
        let wrong = |Refusal(_, words)| Error::options(Code::WrongValue, words);
        text(arguments, key).map_err(wrong)
    };
    let format = argument("format")?.unwrap_or("png");
    let format = Format::from_name(format).ok_or_else(|| {
        let message = format!("there is no format {format}; choose {}", Format::choice(""));
        Error::options(Code::WrongValue, message)
    })?;
    let target = argument("file")?.map(|file| target(file, folder)).transpose()?;
    let Composed { figures, notes, read, render: options } = input.composed()?;
    let bytes = render_pages(&figures, format, &options)?;
    let targets = target.iter().map(|one| PageTarget::of_all(&(one.clone(), format)));
    let report = summary::of(&figures, read, &targets.collect::<Vec<_>>(), &notes);
    let picture = picture(format, &bytes);
    if let Some(target) = target {
        save_all(&[Output { target, bytes }])?;
    }
    Ok(vec![picture, words(&report)])
}

/// A file below the folder that was named at the start.
fn target(file: &str, folder: Option<&Path>) -> Result<Target> {
    let folder = folder.ok_or_else(no_folder)?;
    let path = Path::new(file);
    let is_below = path.components().all(|part| matches!(part, Component::Normal(_)));
    if !is_below || file.is_empty() {
        let message = format!("{file:?} is not below the folder that was named; give a name in it");
        return Err(Error::options(Code::CannotWrite, message));
    }
    let path = folder.join(path);
    files::check(&path, &[])?;
    let is_inside = |path: &Path| {
        let parent = path.parent().and_then(|parent| parent.canonicalize().ok());
        parent
            .zip(folder.canonicalize().ok())
            .is_some_and(|(parent, root)| parent.starts_with(root))
    };
    if !is_inside(&path) || path.is_symlink() {
        let message = format!("{file:?} leads out of the folder that was named; give another name");
        return Err(Error::options(Code::CannotWrite, message));
    }
    Ok(Target::File(path))
}

/// A picture as the protocol has it.
fn picture(format: Format, bytes: &[u8]) -> Value {
    let data = || STANDARD.encode(bytes);
    match format.name() {
        "png" => json!({ "type": "image", "mimeType": "image/png", "data": data() }),
        "svg" => words(&String::from_utf8_lossy(bytes)),
        name => json!({ "type": "resource", "resource": {
            "uri": format!("annals://drawn.{name}"),
            "mimeType": format.media_type(),
            "blob": data(),
        } }),
    }
}

fn drafted(arguments: &Value) -> std::result::Result<Done, Refusal> {
    let article = needed(arguments, "article")?;
    let options = DraftOptions {
        locale: parsed(arguments, "locale")?,
        date_order: parsed(arguments, "date-order")?,
        written: parsed(arguments, "written")?,
        context: 0,
    };
    Ok(panics::caught(|| {
        let Draft { rows, notes } = draft(article, &options);
        if rows.is_empty() {
            let message = "no sentence of this text dates anything; give one with dates";
            return Err(vec![Error::options(Code::NoSentence, message)]);
        }
        Ok(vec![words(&to_csv(&rows)), words(&told(&notes))])
    }))
}

/// The value of an argument that is written as text.
fn parsed<T: FromStr<Err = String>>(
    arguments: &Value,
    key: &str,
) -> std::result::Result<Option<T>, Refusal> {
    let wrong = |error| Refusal(WRONG_PARAMS, format!("{key}: {error}"));
    text(arguments, key)?.map(str::parse).transpose().map_err(wrong)
}

fn explained(input: &Input<'_>) -> Result<Given> {
    let mut lines = Vec::new();
    let options = &input.options()?.read;
    dates::explain(input.table.as_bytes(), options, MessageForm::Json, &mut lines)?;
    Ok(vec![words(&String::from_utf8_lossy(&lines))])
}
