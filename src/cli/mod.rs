//! The command: from arguments to files.
//!
//! The only room that opens files. Everything is rendered before anything is written.

mod args;
mod config;
mod explain;
pub mod save;

pub use args::Args;

use crate::date::DateOptions;
use crate::error::{Error, Note, Result};
use crate::figure::Figure;
use crate::options::Options;
use crate::read::{self, ReadOptions, Table};
use crate::write::{self, Format, WriteOptions};
use save::{Output, Target};
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

/// Draws what the arguments ask for and returns what the user should know.
///
/// # Errors
///
/// All of [`Error`]; nothing has been written then.
pub fn run(args: Args) -> Result<Vec<Note>> {
    let targets = targets(&args)?;
    let input = args.file.clone().filter(|file| !is_dash(file));
    let beside = config::config(args.config, input.as_deref(), args.no_config)?;
    let options = config::with_style(args.options.or(beside))?;
    let (reader, how) = table(input.as_deref(), args.column, options.dates())?;
    if args.explain_dates {
        explain::explain(reader, &how)?;
        return Ok(Vec::new());
    }
    let Table { events, mut notes } = read::read(reader, &how)?;
    let (mut figure, more) = crate::figure::compose(&events, &options)?;
    notes.extend(more);
    name(&mut figure, input.as_deref());
    save::save_all(&rendered(&figure, targets, &options)?)?;
    Ok(notes)
}

/// Where the pictures go, in the order given, and in which format each; all of them can be
/// written as far as can be told before the work.
fn targets(args: &Args) -> Result<Vec<(Target, Format)>> {
    if args.output.is_empty() {
        return Ok(vec![standard_output(args)?]);
    }
    let mut targets = Vec::new();
    for (index, path) in args.output.iter().enumerate() {
        if args.output[..index].contains(path) {
            let path = path.display();
            return Err(Error::Options(format!("{path} is given twice; name each output once")));
        }
        if is_dash(path) {
            targets.push(standard_output(args)?);
            continue;
        }
        save::check(path, args.file.as_deref().filter(|file| !is_dash(file)))?;
        targets.push((Target::File(path.clone()), format_of(path)?));
    }
    Ok(targets)
}

fn standard_output(args: &Args) -> Result<(Target, Format)> {
    let format = args.format.unwrap_or(Format::Svg);
    if format != Format::Svg && io::stdout().is_terminal() {
        let name = format.name();
        return Err(Error::Options(format!(
            "a {name} is no text for a terminal; give a file with -o or send it into a pipe"
        )));
    }
    Ok((Target::Stdout, format))
}

fn format_of(path: &Path) -> Result<Format> {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.and_then(Format::from_name).ok_or_else(|| {
        let path = path.display();
        Error::Options(format!("{path} names no format; end it in .svg, .png or .pdf"))
    })
}

fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The table's bytes, and how they are read.
fn table(
    input: Option<&Path>,
    columns: Vec<(read::Role, String)>,
    dates: DateOptions,
) -> Result<(Box<dyn Read>, ReadOptions)> {
    let Some(path) = input else {
        let options = ReadOptions { name: "standard input".into(), columns, dates };
        return Ok((Box::new(io::stdin().lock()), options));
    };
    let options = ReadOptions { name: path.display().to_string(), columns, dates };
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    Ok((Box::new(file), options))
}

fn unreadable(path: &Path, error: &io::Error) -> Error {
    let path = path.display();
    Error::System(format!("cannot read {path}: {error}; check the name and its permissions"))
}

/// Names the document after its input where it has no title.
fn name(figure: &mut Figure, input: Option<&Path>) {
    if figure.title.is_empty() {
        let stem = input.and_then(Path::file_stem).and_then(|stem| stem.to_str());
        figure.title = stem.unwrap_or("Timeline").to_owned();
    }
}

fn rendered(
    figure: &Figure,
    targets: Vec<(Target, Format)>,
    options: &Options,
) -> Result<Vec<Output>> {
    let picture = crate::draw::draw(figure);
    let how = WriteOptions::from(options);
    let render = |(target, format)| {
        let bytes = write::write(&picture, format, &how)?;
        Ok(Output { target, bytes })
    };
    targets.into_iter().map(render).collect()
}
