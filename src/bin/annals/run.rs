//! From arguments to files. Everything is rendered before anything is written.

use crate::args::{Args, Verb};
use crate::files::{self, Output, Target, save_all};
use crate::inputs::{self, InputFile};
use crate::progress::Progress;
use crate::settings::{Converted, Settings, ThemeText};
use crate::{config, dates, draft, example, fonts, open, print};
use annals::{
    Error, Figure, Format, Note, RenderOptions, Result, Table, compose, read_table, render,
};
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

/// Does what the arguments ask for and returns what the user should know.
///
/// # Errors
///
/// All of [`Error`]; nothing has been written then.
pub(crate) fn run(args: &Args) -> Result<Vec<Note>> {
    if let Some(Verb::Draft(draft)) = &args.verb {
        return draft::run(draft);
    }
    if let Some(shell) = args.completions {
        return print::completions(shell).map(|()| Vec::new());
    }
    if args.man {
        return print::manual().map(|()| Vec::new());
    }
    if let Some(words) = &args.explain {
        return print::print(words).map(|()| Vec::new());
    }
    if let Some(kind) = args.example {
        return example::print(kind).map(|()| Vec::new());
    }
    let targets = targets(args)?;
    let input = args.file.as_deref().filter(|file| !is_dash(file));
    let config = config::path(args.config.clone(), input, args.no_config);
    let settings = args.settings.clone().or(config::config(config.as_deref())?);
    inputs::check(targets.iter().map(|(target, _)| target), &inputs(input, config, &settings))?;
    let mut options = converted(&settings, input)?;
    if args.explain_dates {
        return dates::explain(table(input)?, &options.read).map(|()| Vec::new());
    }
    let progress = Progress::start();
    let (mut figure, notes) = composed(input, &settings, &mut options, &progress)?;
    name(&mut figure, input);
    if settings.strict == Some(true) && !notes.is_empty() {
        return Err(Error::Notes(notes));
    }
    if args.check {
        let choice = figure.choice;
        print::print(&format!("form: {} ({})\n", choice.form, choice.reason))?;
    } else {
        let text = text(args, &figure, &targets)?;
        write(&figure, &targets, &options.render, &progress)?;
        text.map_or(Ok(()), |text| print::print(&text))?;
    }
    Ok(notes)
}

/// The files that are read, as far as they are named.
fn inputs(input: Option<&Path>, config: Option<PathBuf>, settings: &Settings) -> Vec<InputFile> {
    let table = InputFile { path: input.map(Path::to_owned), what: "the table" };
    let named = |path: PathBuf, what| InputFile { path: Some(path), what };
    let config = config.map(|path| named(path, "the options file"));
    let style = match &settings.theme {
        Some(ThemeText::File(path)) => Some(named(path.clone(), "the house style")),
        _ => None,
    };
    let fonts = settings.font.iter().map(|path| named(path.clone(), "a font"));
    [table].into_iter().chain(config).chain(style).chain(fonts).collect()
}

/// The options for the three verbs, with the house style that the settings name.
fn converted(settings: &Settings, input: Option<&Path>) -> Result<Converted> {
    let mut options = settings.convert()?;
    if let Some(ThemeText::File(path)) = &settings.theme {
        options.figure.theme = Some(config::house(path)?);
    }
    options.read.name = input.map_or("standard input".into(), |path| path.display().to_string());
    Ok(options)
}

/// Reads the table and composes its figure.
fn composed(
    input: Option<&Path>,
    settings: &Settings,
    options: &mut Converted,
    progress: &Progress,
) -> Result<(Figure, Vec<Note>)> {
    let reader = table(input)?;
    progress.stage("reading the table");
    let Table { events, mut notes } = read_table(reader, &options.read)?;
    options.figure.faces = fonts::given_faces(&settings.font)?;
    if settings.system_fonts == Some(true) {
        let faces = fonts::system_faces(&events, &options.figure, progress);
        options.figure.faces.extend(faces);
    }
    progress.stage("laying out the figure");
    let (figure, more) = compose(&events, &options.figure)?;
    notes.extend(more);
    Ok((figure, notes))
}

/// The text to print beside the pictures, if one is asked for.
fn text(args: &Args, figure: &Figure, targets: &[(Target, Format)]) -> Result<Option<String>> {
    let description = &figure.description;
    match args.snippet {
        _ if args.alt => Ok(Some(format!("{description}\n"))),
        Some(kind) => kind.lines(targets, figure.size, description).map(Some),
        None => Ok(None),
    }
}

/// Draws and writes the pictures.
fn write(
    figure: &Figure,
    targets: &[(Target, Format)],
    options: &RenderOptions,
    progress: &Progress,
) -> Result<()> {
    progress.stage("drawing the figure");
    let outputs = rendered(figure, targets, options)?;
    progress.stage("writing");
    save_all(&outputs)
}

/// Where the pictures go, in the order given, and in which format each; all of them can be
/// written as far as can be told before the work.
fn targets(args: &Args) -> Result<Vec<(Target, Format)>> {
    if args.output.is_empty() {
        let is_quiet = args.alt || args.check;
        return Ok(if is_quiet { Vec::new() } else { vec![standard_output(args)?] });
    }
    let mut targets = Vec::new();
    for path in &args.output {
        if is_dash(path) {
            targets.push(standard_output(args)?);
            continue;
        }
        files::check(path, args.file.as_deref().filter(|file| !is_dash(file)))?;
        targets.push((Target::File(path.clone()), format_of(path, args.format)?));
    }
    files::distinct(&targets.iter().map(|(target, _)| target).collect::<Vec<_>>())?;
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
    let is_direct = files::is_direct(path);
    named.or(is_direct.then(|| asked.unwrap_or(Format::Svg))).ok_or_else(|| {
        let path = path.display();
        let endings = Format::choice(".");
        Error::options(format!("{path} unsupported format; end it in {endings}"))
    })
}

fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The table's bytes.
fn table(input: Option<&Path>) -> Result<Box<dyn Read>> {
    let Some(path) = input else { return Ok(Box::new(io::stdin().lock())) };
    Ok(Box::new(open::open(path)?))
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
    options: &RenderOptions,
) -> Result<Vec<Output>> {
    targets
        .iter()
        .map(|(target, format)| {
            let bytes = render(figure, *format, options)?;
            Ok(Output { target: target.clone(), bytes })
        })
        .collect()
}
