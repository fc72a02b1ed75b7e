//! The figures of a run: which tables each is drawn from, and where it goes.
//!
//! In: the arguments, and the file of figures that they may name. Out: drawings, of which all can be
//! written as far as can be told before the work.

use crate::args::Args;
use crate::composed::{TableFile, TableSource};
use crate::config;
use crate::files::{self, Target};
use annals::settings::{FigureEntry, Settings};
use annals::{Code, Error, Format, Result};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

/// A figure to be drawn.
pub(crate) struct Drawing {
    /// What messages call it, where there are several.
    pub(crate) name: String,
    pub(crate) tables: Vec<TableFile>,
    pub(crate) targets: Vec<(Target, Format)>,
    /// What was chosen for it, before the options file beside its table.
    pub(crate) settings: Settings,
    /// The file of figures that it stands in.
    pub(crate) listed_in: Option<PathBuf>,
}

impl Drawing {
    pub(crate) fn files(&self) -> impl Iterator<Item = &Target> {
        self.targets.iter().map(|(target, _)| target)
    }
}

/// In the name of an output, the name of a table without its extension.
const STEM: &str = "{stem}";

/// One figure of all tables; where outputs are named after tables, one of each; those of a file of
/// figures.
pub(crate) fn drawings(args: &Args) -> Result<Vec<Drawing>> {
    if let Some(file) = file_of_figures(args)? {
        return listed(args, file);
    }
    let tables = tables(args);
    let is_named = |path: &&PathBuf| path.to_string_lossy().contains(STEM);
    if args.output.iter().filter(is_named).count() == 0 {
        return Ok(vec![drawing(args, tables, &args.output)?]);
    }
    if let Some(other) = args.output.iter().find(|path| !is_named(path)) {
        let other = other.display();
        let message = format!("{other} would hold several figures; put {STEM} into its name, too");
        return Err(Error::options(Code::OutputTwice, message));
    }
    tables.into_iter().map(|table| of_table(args, table)).collect()
}

/// The figure of one table, whose outputs are named after it.
fn of_table(args: &Args, table: TableFile) -> Result<Drawing> {
    let Some(stem) = table.stem() else {
        let message = format!("standard input has no name to put for {STEM}; name the output");
        return Err(Error::options(Code::OutputFormat, message));
    };
    let named = |path: &PathBuf| PathBuf::from(path.to_string_lossy().replace(STEM, &stem));
    let outputs: Vec<PathBuf> = args.output.iter().map(named).collect();
    drawing(args, vec![table], &outputs)
}

/// A figure of some tables.
fn drawing(args: &Args, tables: Vec<TableFile>, outputs: &[PathBuf]) -> Result<Drawing> {
    let targets = targets(args, outputs, &tables)?;
    let name = tables.first().map(TableSource::name).unwrap_or_default();
    Ok(Drawing { name, tables, targets, settings: args.settings.clone(), listed_in: None })
}

/// The file of figures among the files named, which then is the only one.
pub(crate) fn file_of_figures(args: &Args) -> Result<Option<&Path>> {
    let is_toml = |path: &&PathBuf| {
        path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
    };
    let Some(file) = args.files.iter().find(is_toml) else { return Ok(None) };
    let name = file.display();
    let refused = match args {
        _ if args.files.len() > 1 => format!("{name} is a file of figures; draw it by itself"),
        _ if !args.output.is_empty() => {
            format!("{name} is a file of figures; write each output into it, not with -o")
        }
        _ if args.explain_dates.is_some() => {
            format!("{name} is a file of figures; name a table to explain its dates")
        }
        _ => return Ok(Some(file)),
    };
    Err(Error::options(Code::WrongUsage, refused))
}

/// The figures of a file of figures.
fn listed(args: &Args, file: &Path) -> Result<Vec<Drawing>> {
    let drawing = |entry: FigureEntry| {
        let FigureEntry { name, inputs, outputs, settings } = entry;
        let named = |path: &PathBuf| {
            PathBuf::from(path.to_string_lossy().replace(FigureEntry::NAME, &name))
        };
        let outputs: Vec<PathBuf> = outputs.iter().map(named).collect();
        let tables: Vec<TableFile> = inputs.into_iter().map(TableFile).collect();
        Ok(Drawing {
            targets: targets(args, &outputs, &tables)?,
            name,
            tables,
            settings: args.settings.clone().or(settings),
            listed_in: Some(file.to_owned()),
        })
    };
    config::figures(file)?.into_iter().map(drawing).collect()
}

/// The tables; standard input where none is named.
pub(crate) fn tables(args: &Args) -> Vec<TableFile> {
    let named = args.files.iter().cloned().map(TableFile);
    if args.files.is_empty() { vec![TableFile("-".into())] } else { named.collect() }
}

/// Where the pictures go, in the order given, and in which format each; all of them can be
/// written as far as can be told before the work.
fn targets(
    args: &Args,
    outputs: &[PathBuf],
    tables: &[TableFile],
) -> Result<Vec<(Target, Format)>> {
    if outputs.is_empty() {
        if args.snippet.is_some() {
            return Err(Error::options(Code::SnippetFormat, "a snippet shows a file; add -o FILE"));
        }
        let is_quiet = args.alt || args.check || args.report.is_some();
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
    let has_words = args.alt || args.snippet.is_some() || args.report.is_some();
    if has_words && targets.iter().any(is_stdout) {
        let message = "words and a picture cannot both go to standard output; give it a file";
        return Err(Error::options(Code::TwoTexts, message));
    }
    Ok(targets)
}

fn standard_output(args: &Args) -> Result<(Target, Format)> {
    let format = args.format.unwrap_or(Format::Svg);
    if !format.is_text() && io::stdout().is_terminal() {
        let name = format.name();
        return Err(Error::options(
            Code::NotForTerminals,
            format!(
                "a {name} is no text for a terminal; give a file with -o or send it into a pipe"
            ),
        ));
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
        Error::options(
            Code::OutputFormat,
            format!("{path} has an unsupported format; end it in {endings}"),
        )
    })
}
