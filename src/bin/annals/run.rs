//! The command: from arguments to files.
//!
//! The only room that opens files. Everything is rendered before anything is written.

mod args;
mod config;
mod explain;
mod fonts;
mod print;
mod progress;
pub mod save;
mod snippet;
mod tell;

pub use args::Args;
pub use snippet::Snippet;
pub use tell::Ink;

use crate::compose;
use crate::error::{Error, Note, Result};
use crate::figure::Figure;
use crate::options::Options;
use crate::read::{self, Limits, ReadOptions, Table};
use crate::render::{self, Format, RenderOptions};
use progress::Progress;
use save::{Output, Target};
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

/// Does what the arguments ask for and returns what the user should know.
///
/// # Errors
///
/// All of [`Error`]; nothing has been written then.
pub fn run(args: Args) -> Result<Vec<Note>> {
    if let Some(shell) = args.completions {
        return print::completions(shell).map(|()| Vec::new());
    }
    if args.man {
        return print::manual().map(|()| Vec::new());
    }
    let targets = targets(&args)?;
    let input = args.file.clone().filter(|file| !is_dash(file));
    let config = config::config(args.config.clone(), input.as_deref(), args.no_config)?;
    let options = config::with_style(args.options.clone().or(config))?;
    let (reader, how) = table(input.as_deref(), args.column.clone(), &options)?;
    if args.explain_dates {
        return explain::explain(reader, &how).map(|()| Vec::new());
    }
    let progress = Progress::start();
    progress.stage("reading the table");
    let Table { events, mut notes } = read::read(reader, &how)?;
    let faces = fonts::faces(&events, &options, &progress)?;
    progress.stage("placing the events");
    let (mut figure, more) = compose::compose_with(&events, &options, &faces)?;
    notes.extend(more);
    name(&mut figure, input.as_deref());
    if options.strict && !notes.is_empty() {
        return Err(Error::Notes(notes));
    }
    if !args.check {
        give(&args, &figure, &targets, &options, &progress)?;
    }
    Ok(notes)
}

/// Writes the pictures, and prints the words that are asked for.
fn give(
    args: &Args,
    figure: &Figure,
    targets: &[(Target, Format)],
    options: &Options,
    progress: &Progress,
) -> Result<()> {
    let words = match args.snippet {
        _ if args.alt => Some(figure.description.clone() + "\n"),
        Some(kind) => Some(kind.lines(targets, figure.size, &figure.description)?),
        None => None,
    };
    progress.stage("drawing the figure");
    let outputs = rendered(figure, targets, options)?;
    progress.stage("writing");
    save::save_all(&outputs)?;
    words.map_or(Ok(()), |words| print::print(&words))
}

/// Where the pictures go, in the order given, and in which format each; all of them can be
/// written as far as can be told before the work.
fn targets(args: &Args) -> Result<Vec<(Target, Format)>> {
    if args.output.is_empty() {
        let is_quiet = args.alt || args.check;
        return Ok(if is_quiet { Vec::new() } else { vec![standard_output(args)?] });
    }
    let mut targets = Vec::new();
    for (index, path) in args.output.iter().enumerate() {
        if args.output[..index].contains(path) {
            let path = path.display();
            return Err(Error::options(format!("{path} is given twice; name each output once")));
        }
        if is_dash(path) {
            targets.push(standard_output(args)?);
            continue;
        }
        save::check(path, args.file.as_deref().filter(|file| !is_dash(file)))?;
        targets.push((Target::File(path.clone()), format_of(path, args.format)?));
    }
    let is_stdout = |target: &(Target, Format)| target.0.is_stdout();
    if (args.alt || args.snippet.is_some()) && targets.iter().any(is_stdout) {
        let message = "words and a picture cannot both go to standard output; give it a file";
        return Err(Error::options(message));
    }
    Ok(targets)
}

fn standard_output(args: &Args) -> Result<(Target, Format)> {
    let format = args.format.unwrap_or(Format::Svg);
    if !format.is_text() && io::stdout().is_terminal() {
        let name = format.name();
        return Err(Error::options(format!(
            "a {name} is no text for a terminal; give a file with -o or send it into a pipe"
        )));
    }
    Ok((Target::Stdout, format))
}

/// The format that a file's name says; pipes and devices take the one asked for.
fn format_of(path: &Path, asked: Option<Format>) -> Result<Format> {
    let extension = path.extension().and_then(|extension| extension.to_str());
    let named = extension.and_then(Format::from_name);
    let is_direct = save::is_direct(path);
    named.or(is_direct.then(|| asked.unwrap_or(Format::Svg))).ok_or_else(|| {
        let path = path.display();
        let endings = Format::choice(".");
        Error::options(format!("{path} names no format; end it in {endings}"))
    })
}

fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The table's bytes, and how they are read.
fn table(
    input: Option<&Path>,
    columns: Vec<(read::Role, String)>,
    options: &Options,
) -> Result<(Box<dyn Read>, ReadOptions)> {
    let limits = Limits::default();
    let limits = Limits {
        events: options.max_events.unwrap_or(limits.events),
        bytes: options.max_bytes.unwrap_or(limits.bytes),
    };
    let name = input.map_or("standard input".into(), |path| path.display().to_string());
    let (dates, encoding) = (options.dates(), options.encoding);
    let lane_by = options.lane_by.clone();
    let how = ReadOptions { name, columns, lane_by, dates, encoding, limits };
    let Some(path) = input else { return Ok((Box::new(io::stdin().lock()), how)) };
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    Ok((Box::new(file), how))
}

fn unreadable(path: &Path, error: &io::Error) -> Error {
    let path = path.display();
    let message = format!("cannot read {path}: {error}; check the name and its permissions");
    Error::system(error.kind(), message)
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
    targets: &[(Target, Format)],
    options: &Options,
) -> Result<Vec<Output>> {
    let picture = crate::draw::draw(figure);
    let how = RenderOptions::from(options);
    let render = |(target, format): &(Target, Format)| {
        let bytes = render::encode(&picture, *format, &how)?;
        Ok(Output { target: target.clone(), bytes })
    };
    targets.iter().map(render).collect()
}
