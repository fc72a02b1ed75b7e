//! From arguments to files. Everything is rendered before anything is written.

use crate::args::{Args, Verb};
use crate::embed::{Snippet, Written, WrittenFile};
use crate::files::{self, Output, Target, save_all};
use crate::inputs::{self, InputFile};
use crate::progress::Progress;
use crate::{config, dates, draft, example, fonts, open, print};
use annals::settings::{Converted, Settings, ThemeText};
use annals::{
    Error, Figure, Format, Note, ReadOptions, RenderOptions, Result, Table, compose, read_table,
    render,
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
    tables: Vec<PathBuf>,
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
    let drawing = |table: &PathBuf| {
        let stem = table.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let Some(stem) = stem.filter(|_| !is_dash(table)) else {
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
fn tables(args: &Args) -> Vec<PathBuf> {
    if args.files.is_empty() { vec![PathBuf::from("-")] } else { args.files.clone() }
}

/// The settings for some tables: those typed, then those beside the first table.
fn settings(tables: &[PathBuf], args: &Args) -> Result<(Settings, Option<PathBuf>)> {
    let first = tables.first().map(PathBuf::as_path).filter(|file| !is_dash(file));
    let config = config::path(args.config.clone(), first, args.no_config);
    Ok((args.settings.clone().or(config::config(config.as_deref())?), config))
}

/// Prints how the dates of the tables are read.
fn explained(args: &Args) -> Result<()> {
    let tables = tables(args);
    let (settings, _) = settings(&tables, args)?;
    let mut options = converted(&settings)?;
    tables.iter().try_for_each(|path| {
        options.read.name = called(path);
        dates::explain(table(path)?, &options.read)
    })
}

/// Draws a figure in all its formats, or says what is asked of it.
fn drawn(drawing: &Drawing, args: &Args, progress: &Progress) -> Result<Drawn> {
    let (settings, config) = settings(&drawing.tables, args)?;
    inputs::check(drawing.files(), &inputs(&drawing.tables, config, &settings))?;
    let mut options = converted(&settings)?;
    let (mut figure, mut notes) = composed(&drawing.tables, &settings, &mut options, progress)?;
    name(&mut figure, &drawing.tables);
    let (outputs, text) = match args.check {
        true => {
            let choice = &figure.choice;
            (Vec::new(), format!("form: {} ({})\n", choice.form, choice.reason))
        }
        false => {
            progress.stage("drawing the figure");
            let outputs = rendered(&figure, &drawing.targets, &options.render)?;
            let words = words(args, &figure, &drawing.targets, (&outputs, &options.render))?;
            notes.extend(words.notes);
            (outputs, words.text)
        }
    };
    if settings.strict == Some(true) && !notes.is_empty() {
        return Err(Error::Notes(notes));
    }
    Ok(Drawn { outputs, text, notes })
}

/// The files that are read, as far as they are named.
fn inputs(tables: &[PathBuf], config: Option<PathBuf>, settings: &Settings) -> Vec<InputFile> {
    let table = |path: &PathBuf| InputFile {
        path: (!is_dash(path)).then(|| path.clone()),
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

/// The options for the three verbs, with the house style that the settings name.
fn converted(settings: &Settings) -> Result<Converted> {
    let mut options = settings.convert()?;
    if let Some(ThemeText::File(path)) = &settings.theme {
        options.figure.theme = Some(config::house(path)?);
    }
    Ok(options)
}

/// What messages call a table.
fn called(table: &Path) -> String {
    if is_dash(table) { "standard input".into() } else { table.display().to_string() }
}

/// Reads the tables as one, with all that is wrong with any of them.
fn read(tables: &[PathBuf], options: &mut ReadOptions) -> Result<Table> {
    let mut whole = Table { events: Vec::new(), notes: Vec::new() };
    let mut faults = Vec::new();
    for path in tables {
        options.name = called(path);
        match read_table(table(path)?, options) {
            Ok(table) => {
                whole.events.extend(table.events);
                whole.notes.extend(table.notes);
            }
            Err(Error::Data(more)) => faults.extend(more),
            Err(error) => return Err(error),
        }
    }
    if faults.is_empty() { Ok(whole) } else { Err(Error::Data(faults)) }
}

/// Reads the tables and composes their figure.
fn composed(
    tables: &[PathBuf],
    settings: &Settings,
    options: &mut Converted,
    progress: &Progress,
) -> Result<(Figure, Vec<Note>)> {
    progress.stage("reading the table");
    let Table { events, mut notes } = read(tables, &mut options.read)?;
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
fn targets(args: &Args, outputs: &[PathBuf], tables: &[PathBuf]) -> Result<Vec<(Target, Format)>> {
    if outputs.is_empty() {
        let is_quiet = args.alt || args.check;
        return Ok(if is_quiet { Vec::new() } else { vec![standard_output(args)?] });
    }
    let mut targets = Vec::new();
    for path in outputs {
        if is_dash(path) {
            targets.push(standard_output(args)?);
            continue;
        }
        let tables = tables.iter().map(PathBuf::as_path).filter(|table| !is_dash(table));
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
fn table(path: &Path) -> Result<Box<dyn Read>> {
    if is_dash(path) {
        return Ok(Box::new(io::stdin().lock()));
    }
    Ok(Box::new(open::open(path)?))
}

/// Names the document after its first table where it has no title.
fn name(figure: &mut Figure, tables: &[PathBuf]) {
    if figure.title.is_empty() {
        let first = tables.first().filter(|file| !is_dash(file));
        let stem = first.and_then(|file| file.file_stem()).and_then(|stem| stem.to_str());
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
