//! From arguments to files. Everything is rendered before anything is written.

use crate::args::{Args, MessageForm, Verb};
use crate::composed::{Composed, TableFile, TableSource, composed, converted, tolerated};
use crate::drawings::{Drawing, drawings, file_of_figures, tables};
use crate::embed::{Snippet, Written, WrittenFile};
use crate::files::{self, Output, Target, save_all};
use crate::inputs::{self, InputFile};
#[cfg(feature = "mcp")]
use crate::mcp;
use crate::pages::{self, PageTarget};
use crate::panics::Outcome;
use crate::progress::Progress;
use crate::{config, dates, draft, example, mend, print, schema, summary};
use annals::settings::{Settings, ThemeText, TypefaceText};
use annals::{Code, Error, Figure, Message, Note, RenderOptions, Result, render, render_pages};
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

/// Does what the arguments ask for and returns what the user should know.
///
/// # Errors
///
/// All of [`annals::Error`]; nothing has been written then.
pub(crate) fn run(args: &Args) -> Outcome {
    match printed(args) {
        Some(done) => done.map_err(|error| vec![error]),
        None => draw(args),
    }
}

/// Does what needs no figure, if that is what is asked for.
fn printed(args: &Args) -> Option<Result<Vec<Note>>> {
    match &args.verb {
        Some(Verb::Draft(draft)) => return Some(draft::run(draft)),
        #[cfg(feature = "mcp")]
        Some(Verb::Mcp(mcp)) => return Some(mcp::serve(mcp)),
        None => {}
    }
    if let Some(copy) = &args.fix {
        return Some(mended(args, copy));
    }
    let done = match args {
        Args { completions: Some(shell), .. } => print::completions(*shell),
        Args { man: true, .. } => print::manual(),
        Args { explain: Some(words), .. } => print::print(words),
        Args { schema: Some(kind), .. } => {
            schema::json_text(*kind).and_then(|text| print::print(&text))
        }
        Args { example: Some(kind), .. } => example::print(*kind),
        Args { explain_dates: Some(form), .. } => explained(args, *form),
        _ => return None,
    };
    Some(done.map(|()| Vec::new()))
}

/// Draws all figures, and then writes all of them.
fn draw(args: &Args) -> Outcome {
    let one = |error| vec![error];
    let drawings = drawings(args).map_err(one)?;
    let targets: Vec<&Target> = drawings.iter().flat_map(Drawing::files).collect();
    files::distinct(&targets).map_err(one)?;
    let progress = Progress::start();
    let mut all = Drawn { outputs: Vec::new(), text: String::new(), notes: Vec::new() };
    let mut errors = Vec::new();
    for drawing in &drawings {
        match drawn(drawing, args, &progress) {
            Ok(drawn) => all.add(drawn, (drawings.len() > 1).then_some(&drawing.name)),
            Err(error) => errors.push(error),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    if !all.outputs.is_empty() {
        let targets: Vec<&Target> = all.outputs.iter().map(|output| &output.target).collect();
        files::distinct(&targets).map_err(one)?;
        progress.stage("writing");
        save_all(&all.outputs).map_err(one)?;
    }
    if !all.text.is_empty() {
        print::print(&all.text).map_err(one)?;
    }
    Ok(all.notes)
}

/// What a drawing gives.
struct Drawn {
    outputs: Vec<Output>,
    /// What is printed.
    text: String,
    notes: Vec<Note>,
}

impl Drawn {
    /// Adds what another gives, whose notes begin with its name where it has one.
    fn add(&mut self, other: Self, name: Option<&String>) {
        self.outputs.extend(other.outputs);
        self.text.push_str(&other.text);
        self.notes.extend(other.notes.into_iter().map(|note| match name {
            Some(name) => {
                let message = Message::new(format!("{name}: ")).and(note.message);
                Note::new(note.code, message).in_file(note.file)
            }
            None => note,
        }));
    }
}

/// The settings for some tables: those chosen, then those beside the first table.
fn settings(
    tables: &[TableFile],
    chosen: &Settings,
    args: &Args,
) -> Result<(Settings, Option<PathBuf>)> {
    let first = tables.first().and_then(TableFile::path);
    let config = config::options_file(args.config.clone(), first, args.no_config);
    Ok((chosen.clone().or(config::settings_of(config.as_deref())?), config))
}

/// Prints how the dates of the tables are read; for people where they see it, unless a form is given.
fn explained(args: &Args, form: Option<MessageForm>) -> Result<()> {
    let is_seen = io::stdout().is_terminal();
    let form = form.unwrap_or(if is_seen { MessageForm::Text } else { MessageForm::Json });
    file_of_figures(args)?;
    let tables = tables(args);
    let (settings, _) = settings(&tables, &args.settings, args)?;
    let mut options = converted(&settings)?;
    tables.iter().try_for_each(|table| {
        options.read.name = table.name();
        dates::explain(table.open()?, &options.read, form, &mut io::stdout().lock())
    })
}

/// Writes a mended copy of the table.
fn mended(args: &Args, copy: &Path) -> Result<Vec<Note>> {
    let tables = tables(args);
    let [table] = tables.as_slice() else {
        return Err(Error::options(Code::WrongUsage, "--fix mends one table; name one"));
    };
    let (settings, config) = settings(&tables, &args.settings, args)?;
    let target = mend::target(copy, table.path())?;
    let config = config.map(|path| InputFile { path: Some(path), what: "the options file" });
    inputs::check([&target].into_iter(), &config.into_iter().collect::<Vec<_>>())?;
    let mut options = converted(&settings)?.read;
    options.name = table.name();
    let mut bytes = Vec::new();
    let mut reader = table.open()?.take(options.limits.bytes.saturating_add(1));
    reader.read_to_end(&mut bytes).map_err(|error| files::unreadable(&table.0, &error))?;
    mend::write(bytes, &options, target)
}

/// Draws a figure in all its formats, or says what is asked of it.
fn drawn(drawing: &Drawing, args: &Args, progress: &Progress) -> Result<Drawn> {
    let (settings, config) = settings(&drawing.tables, &drawing.settings, args)?;
    inputs::check(drawing.files(), &inputs(drawing, config.clone(), &settings))?;
    let has_pages = settings.pages == Some(true);
    if has_pages {
        pages::check(&drawing.targets)?;
    }
    let Composed { figures, read, render, mut notes } =
        composed(&drawing.tables, &settings, progress)?;
    let targets = match has_pages {
        true => pages::numbered(&drawing.targets, figures.len())?,
        false => drawing.targets.iter().map(PageTarget::of_all).collect(),
    };
    inputs::check(targets.iter().map(|one| &one.target), &inputs(drawing, config, &settings))?;
    let (outputs, text) = match args.check {
        true => (Vec::new(), form(&figures)),
        false => {
            progress.stage("drawing the figure");
            let outputs = rendered(&figures, &targets, &render)?;
            let words = words(args, &figures, &targets, (&outputs, &render))?;
            notes.extend(words.notes);
            (outputs, words.text)
        }
    };
    let notes = tolerated(&settings, notes)?;
    let report = args.report.map(|_| summary::of(&figures, read, &targets, &notes));
    let text = report.unwrap_or(text);
    Ok(Drawn { outputs, text, notes })
}

/// The form of a figure, and why it has that, as a line.
fn form(figures: &[Figure]) -> String {
    let choice = figures.first().map(|figure| figure.choice).unwrap_or_default();
    let pages = match figures.len() {
        0 | 1 => String::new(),
        many => format!(", on {many} pages"),
    };
    format!("form: {} ({}){pages}\n", choice.form, choice.reason)
}

/// The files that are read, as far as they are named.
fn inputs(drawing: &Drawing, config: Option<PathBuf>, settings: &Settings) -> Vec<InputFile> {
    let table = |table: &TableFile| InputFile {
        path: table.path().map(Path::to_path_buf),
        what: "the table",
    };
    let tables = drawing.tables.iter().map(table);
    let named = |path: PathBuf, what| InputFile { path: Some(path), what };
    let listed = drawing.listed_in.clone().map(|path| named(path, "the file of figures"));
    let config = config.map(|path| named(path, "the options file"));
    let style = match &settings.theme {
        Some(ThemeText::File(path)) => Some(named(path.clone(), "the custom theme")),
        _ => None,
    };
    let typefaces = settings.font_family.iter().filter_map(|one| match one {
        TypefaceText::File(path) => Some(path),
        TypefaceText::Family(_) => None,
    });
    let fonts = settings.font.iter().chain(typefaces).map(|path| named(path.clone(), "a font"));
    tables.chain(listed).chain(config).chain(style).chain(fonts).collect()
}

/// The files that a run reads, or would if they were there, as far as can be told. What is at fault
/// is named by the run itself.
pub(crate) fn watched(args: &Args) -> Vec<PathBuf> {
    let mut paths = args.files.clone();
    for drawing in drawings(args).unwrap_or_default() {
        let first = drawing.tables.first().and_then(TableFile::path);
        let beside = first.filter(|_| !args.no_config).map(|table| table.with_extension("toml"));
        paths.extend(args.config.clone().or(beside));
        let Ok((settings, config)) = settings(&drawing.tables, &drawing.settings, args) else {
            paths.extend(drawing.tables.into_iter().map(|table| table.0));
            continue;
        };
        paths.extend(inputs(&drawing, config, &settings).into_iter().filter_map(|one| one.path));
        if let Some(ThemeText::File(path)) = &settings.theme {
            paths.extend(config::faces(path).unwrap_or_default());
        }
    }
    paths.sort();
    paths.dedup();
    paths
}

/// The text to print beside the pictures, with what is noted about it.
fn words(
    args: &Args,
    figures: &[Figure],
    targets: &[PageTarget],
    (outputs, options): (&[Output], &RenderOptions),
) -> Result<Snippet> {
    let Some(kind) = args.snippet else {
        let lines = figures.iter().map(|figure| figure.description.clone() + "\n");
        let text = if args.alt { lines.collect() } else { String::new() };
        return Ok(Snippet { text, notes: Vec::new() });
    };
    let snippet = |(page, figure): (usize, &Figure)| {
        let pairs = targets.iter().zip(outputs);
        let files = pairs.filter(|(one, _)| one.page.is_none_or(|own| own == page));
        let number = (figures.len() > 1).then_some(page + 1);
        kind.snippet(&Written {
            files: files.filter_map(|(one, output)| file(one, output, number)).collect(),
            size: figure.size,
            title: &figure.title,
            page: &figure.page,
            words: &figure.description,
            svg_text: options.svg_text,
            dpi: options.dpi,
        })
    };
    Ok(Snippet::of_pages(figures.iter().enumerate().map(snippet).collect::<Result<_>>()?))
}

/// What is written to a file, with the number of the page that it shows, or that is looked for in it.
fn file<'a>(
    target: &'a PageTarget,
    output: &'a Output,
    number: Option<usize>,
) -> Option<WrittenFile<'a>> {
    let Target::File(path) = &target.target else { return None };
    let page = target.page.map(|page| page + 1).or(number);
    Some(WrittenFile { path, format: target.format, bytes: &output.bytes, page })
}

fn rendered(
    figures: &[Figure],
    targets: &[PageTarget],
    options: &RenderOptions,
) -> Result<Vec<Output>> {
    let output = |one: &PageTarget| {
        let bytes = match one.page {
            Some(page) => render(&figures[page], one.format, options)?,
            None => render_pages(figures, one.format, options)?,
        };
        Ok(Output { target: one.target.clone(), bytes })
    };
    targets.iter().map(output).collect()
}
