//! From arguments to files. Everything is rendered before anything is written.

use crate::args::{Args, Verb};
use crate::composed::{Composed, TableFile, TableSource, composed, converted, tolerated};
use crate::embed::{Snippet, Written, WrittenFile};
use crate::files::{self, Output, Target, save_all};
use crate::inputs::{self, InputFile};
use crate::progress::Progress;
use crate::{config, dates, draft, example, print};
use annals::settings::{Settings, ThemeText};
use annals::{Error, Figure, Format, Note, RenderOptions, Result, render};
use std::io::{self, IsTerminal};
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
    if args.explain_dates {
        return explained(args).map(|()| Vec::new());
    }
    let drawings = drawings(args)?;
    let targets: Vec<&Target> = drawings.iter().flat_map(Drawing::files).collect();
    files::distinct(&targets)?;
    let progress = Progress::start();
    let (mut outputs, mut texts, mut notes) = (Vec::new(), String::new(), Vec::new());
    for drawing in &drawings {
        let drawn = drawn(drawing, args, &progress)?;
        outputs.extend(drawn.outputs);
        texts.push_str(&drawn.text);
        notes.extend(drawn.notes);
    }
    if !outputs.is_empty() {
        progress.stage("writing");
        save_all(&outputs)?;
    }
    if !texts.is_empty() {
        print::print(&texts)?;
    }
    Ok(notes)
}

/// A figure to be drawn: its tables, and where it goes.
struct Drawing {
    tables: Vec<TableFile>,
    targets: Vec<(Target, Format)>,
}

impl Drawing {
    fn files(&self) -> impl Iterator<Item = &Target> {
        self.targets.iter().map(|(target, _)| target)
    }
}

/// What a drawing gives.
struct Drawn {
    outputs: Vec<Output>,
    /// What is printed.
    text: String,
    notes: Vec<Note>,
}

/// In the name of an output, the name of a table without its extension.
const STEM: &str = "{stem}";

/// One figure of all tables or, where outputs are named after tables, one of each.
fn drawings(args: &Args) -> Result<Vec<Drawing>> {
    let tables = tables(args);
    let is_named = |path: &&PathBuf| path.to_string_lossy().contains(STEM);
    if args.output.iter().filter(is_named).count() == 0 {
        let targets = targets(args, &args.output, &tables)?;
        return Ok(vec![Drawing { tables, targets }]);
    }
    if let Some(other) = args.output.iter().find(|path| !is_named(path)) {
        let other = other.display();
        let message = format!("{other} would hold several figures; put {STEM} into its name, too");
        return Err(Error::options(message));
    }
    let drawing = |table: &TableFile| {
        let Some(stem) = table.stem() else {
            let message = format!("standard input has no name to put for {STEM}; name the output");
            return Err(Error::options(message));
        };
        let named = |path: &PathBuf| PathBuf::from(path.to_string_lossy().replace(STEM, &stem));
        let outputs: Vec<PathBuf> = args.output.iter().map(named).collect();
        let targets = targets(args, &outputs, &tables)?;
        Ok(Drawing { tables: vec![table.clone()], targets })
    };
    tables.iter().map(drawing).collect()
}

/// The tables; standard input where none is named.
fn tables(args: &Args) -> Vec<TableFile> {
    let named = args.files.iter().cloned().map(TableFile);
    if args.files.is_empty() { vec![TableFile("-".into())] } else { named.collect() }
}

/// The settings for some tables: those typed, then those beside the first table.
fn settings(tables: &[TableFile], args: &Args) -> Result<(Settings, Option<PathBuf>)> {
    let first = tables.first().and_then(TableFile::path);
    let config = config::options_file(args.config.clone(), first, args.no_config);
    Ok((args.settings.clone().or(config::settings_of(config.as_deref())?), config))
}

/// Prints how the dates of the tables are read.
fn explained(args: &Args) -> Result<()> {
    let tables = tables(args);
    let (settings, _) = settings(&tables, args)?;
    let mut options = converted(&settings)?;
    tables.iter().try_for_each(|table| {
        options.read.name = table.name();
        dates::explain(table.open()?, &options.read)
    })
}

/// Draws a figure in all its formats, or says what is asked of it.
fn drawn(drawing: &Drawing, args: &Args, progress: &Progress) -> Result<Drawn> {
    let (settings, config) = settings(&drawing.tables, args)?;
    inputs::check(drawing.files(), &inputs(&drawing.tables, config, &settings))?;
    let Composed { figure, render, mut notes } = composed(&drawing.tables, &settings, progress)?;
    let (outputs, text) = match args.check {
        true => {
            let choice = &figure.choice;
            (Vec::new(), format!("form: {} ({})\n", choice.form, choice.reason))
        }
        false => {
            progress.stage("drawing the figure");
            let outputs = rendered(&figure, &drawing.targets, &render)?;
            let words = words(args, &figure, &drawing.targets, (&outputs, &render))?;
            notes.extend(words.notes);
            (outputs, words.text)
        }
    };
    let notes = tolerated(&settings, notes)?;
    Ok(Drawn { outputs, text, notes })
}

/// The files that are read, as far as they are named.
fn inputs(tables: &[TableFile], config: Option<PathBuf>, settings: &Settings) -> Vec<InputFile> {
    let table = |table: &TableFile| InputFile {
        path: table.path().map(Path::to_path_buf),
        what: "the table",
    };
    let tables = tables.iter().map(table);
    let named = |path: PathBuf, what| InputFile { path: Some(path), what };
    let config = config.map(|path| named(path, "the options file"));
    let style = match &settings.theme {
        Some(ThemeText::File(path)) => Some(named(path.clone(), "the house style")),
        _ => None,
    };
    let fonts = settings.font.iter().map(|path| named(path.clone(), "a font"));
    tables.chain(config).chain(style).chain(fonts).collect()
}

/// The text to print beside the pictures, with what is noted about it.
fn words(
    args: &Args,
    figure: &Figure,
    targets: &[(Target, Format)],
    (outputs, options): (&[Output], &RenderOptions),
) -> Result<Snippet> {
    let description = &figure.description;
    let Some(kind) = args.snippet else {
        let text = if args.alt { format!("{description}\n") } else { String::new() };
        return Ok(Snippet { text, notes: Vec::new() });
    };
    let pairs = targets.iter().zip(outputs);
    let files = pairs.filter_map(|((target, format), output)| match target {
        Target::File(path) => Some(WrittenFile { path, format: *format, bytes: &output.bytes }),
        Target::Stdout => None,
    });
    kind.snippet(&Written {
        files: files.collect(),
        size: figure.size,
        title: &figure.title,
        words: description,
        svg_text: options.svg_text,
        dpi: options.dpi,
    })
}

/// Where the pictures go, in the order given, and in which format each; all of them can be
/// written as far as can be told before the work.
fn targets(
    args: &Args,
    outputs: &[PathBuf],
    tables: &[TableFile],
) -> Result<Vec<(Target, Format)>> {
    if outputs.is_empty() {
        let is_quiet = args.alt || args.check;
        return Ok(if is_quiet { Vec::new() } else { vec![standard_output(args)?] });
    }
    let mut targets = Vec::new();
    for path in outputs {
        if path.as_os_str() == "-" {
            targets.push(standard_output(args)?);
            continue;
        }
        let tables = tables.iter().filter_map(TableFile::path);
        files::check(path, &tables.collect::<Vec<_>>())?;
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
///
/// # Errors
///
/// [`Error::Options`] for a name that says none.
pub fn format_of(path: &Path, asked: Option<Format>) -> Result<Format> {
    let extension = path.extension().and_then(|extension| extension.to_str());
    let named = extension.and_then(Format::from_name);
    let is_direct = files::is_direct(path);
    named.or(is_direct.then(|| asked.unwrap_or(Format::Svg))).ok_or_else(|| {
        let path = path.display();
        let endings = Format::choice(".");
        Error::options(format!("{path} unsupported format; end it in {endings}"))
    })
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
