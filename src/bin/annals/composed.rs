//! From tables and settings to a figure, with the fonts and the custom theme that the settings name.
//! Hosts that are no command line use this as well, so that all of them draw the same.

use crate::progress::Progress;
use crate::{config, fonts, open};
use annals::host::{Kind, TableInput, read_for};
use annals::settings::{Converted, Settings, ThemeText};
use annals::{
    Error, Event, Figure, FigureOptions, Note, ReadOptions, RenderOptions, Result, Table, compose,
    compose_pages, read_table,
};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Where a table comes from.
pub trait TableSource {
    /// What messages call it.
    fn name(&self) -> String;

    /// What a document without a title is called after it.
    fn stem(&self) -> Option<String>;

    /// Its events.
    ///
    /// # Errors
    ///
    /// As [`read_table`] has them, and [`Error::System`] for a file that cannot be opened.
    fn read(&self, options: &ReadOptions) -> Result<Table>;

    /// The same for a figure of some options, which may do without most of them.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read).
    fn read_for(&self, options: &ReadOptions, _figure: &FigureOptions) -> Result<Table> {
        self.read(options)
    }
}

/// A table in a file; in standard input, if that is called `-`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableFile(pub PathBuf);

impl TableFile {
    /// Whether it is standard input.
    pub(crate) fn is_stdin(&self) -> bool {
        self.0.as_os_str() == "-"
    }

    /// Its path; none of standard input.
    pub(crate) fn path(&self) -> Option<&Path> {
        (!self.is_stdin()).then_some(self.0.as_path())
    }

    /// Its bytes.
    pub(crate) fn open(&self) -> Result<Box<dyn Read>> {
        match self.path() {
            Some(path) => Ok(Box::new(open::open(path)?)),
            None => Ok(Box::new(io::stdin().lock())),
        }
    }
}

impl TableSource for TableFile {
    fn name(&self) -> String {
        self.path().map_or("standard input".into(), |path| path.display().to_string())
    }

    fn stem(&self) -> Option<String> {
        Some(self.path()?.file_stem()?.to_string_lossy().into_owned())
    }

    fn read(&self, options: &ReadOptions) -> Result<Table> {
        read_table(self.open()?, options)
    }

    fn read_for(&self, options: &ReadOptions, figure: &FigureOptions) -> Result<Table> {
        let is_file = self.path().is_some_and(Path::is_file);
        read_for(&TableInput { open: &|| self.open(), is_file }, options, figure)
    }
}

/// A figure, how it is to be rendered, and what its maker should know.
#[derive(Clone, Debug)]
pub struct Composed {
    /// The figure, or its pages.
    pub figures: Vec<Figure>,
    /// How many events the tables have, drawn or not; eras, marks and holidays are none.
    pub read: u64,
    /// How it is rendered.
    pub render: RenderOptions,
    /// What does not stop it.
    pub notes: Vec<Note>,
}

/// Composes the figure of some tables, or its pages if the settings ask for them.
///
/// # Errors
///
/// All of [`Error`]; [`Error::Notes`] only where the settings are strict.
pub fn composed<T: TableSource>(
    tables: &[T],
    settings: &Settings,
    progress: &Progress,
) -> Result<Composed> {
    let mut options = converted(settings)?;
    progress.stage("reading the table");
    let Table { events, title, mut notes } = read(tables, &mut options)?;
    options.figure.title = options.figure.title.or(title);
    notes.extend(fonts::choose(&mut options.figure, settings, &events, progress)?);
    progress.stage("laying out the figure");
    let (mut figures, more) = match options.figure.pages {
        Some(true) => compose_pages(&events, &options.figure)?,
        _ => compose(&events, &options.figure).map(|(figure, notes)| (vec![figure], notes))?,
    };
    notes.extend(more);
    for figure in figures.iter_mut().filter(|figure| figure.title.is_empty()) {
        let stem = tables.first().and_then(TableSource::stem);
        figure.title = stem.unwrap_or_else(|| "Timeline".into());
    }
    let read = events_of(&events, &figures);
    Ok(Composed { figures, read, render: options.render, notes: tolerated(settings, notes)? })
}

/// How many events a table has: those that its rows stand for where the figure counts them, as it counts
/// them itself.
fn events_of(events: &[Event], figures: &[Figure]) -> u64 {
    let is_event = |event: &&Event| matches!(event.kind, Kind::Point | Kind::Span);
    let events = events.iter().filter(is_event);
    if figures.iter().all(|figure| figure.panels.is_empty()) {
        return events.count() as u64;
    }
    let has_many = events.clone().any(|event| event.count.is_some());
    let counted = events.filter(|event| !has_many || event.count.is_some());
    counted.map(Event::weight).fold(0, u64::saturating_add)
}

/// The notes again, unless the settings tolerate none.
pub(crate) fn tolerated(settings: &Settings, notes: Vec<Note>) -> Result<Vec<Note>> {
    let is_strict = settings.strict == Some(true) && !notes.is_empty();
    if is_strict { Err(Error::Notes(notes)) } else { Ok(notes) }
}

/// The options for the three verbs, with the custom theme that the settings name.
pub(crate) fn converted(settings: &Settings) -> Result<Converted> {
    let mut options = settings.convert()?;
    if let Some(ThemeText::File(path)) = &settings.theme {
        options.figure.theme = Some(config::house(path)?);
    }
    Ok(options)
}

/// Reads the tables as one, with all that is wrong with any of them.
fn read<T: TableSource>(tables: &[T], options: &mut Converted) -> Result<Table> {
    let mut whole = Table { events: Vec::new(), title: None, notes: Vec::new() };
    let mut faults = Vec::new();
    for source in tables {
        options.read.name = source.name();
        match source.read_for(&options.read, &options.figure) {
            Ok(table) => {
                whole.title = table.title.filter(|_| tables.len() == 1);
                whole.events.extend(table.events);
                whole.notes.extend(table.notes);
            }
            Err(Error::Data(more)) => faults.extend(more),
            Err(error) => return Err(error),
        }
    }
    if faults.is_empty() { Ok(whole) } else { Err(Error::Data(faults)) }
}
