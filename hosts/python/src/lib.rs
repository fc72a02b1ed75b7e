//! The module `annals._annals`: tables and options in, figures out. What Python has of its own, frames,
//! notebooks and exceptions, is in the package around it.

mod errors;
mod tables;

use annals::settings::Settings;
use annals::{Format, Note, RenderOptions, Result, host, render_pages};
use annals_command::{
    Composed, Output, Progress, Target, composed, distinct, format_of, options_file, save_all,
    settings_of,
};
use errors::{raised, spelled};
use pyo3::prelude::*;
use std::ffi::OsString;
use std::path::PathBuf;
use tables::Table;

/// A composed figure.
#[pyclass(frozen, module = "annals._annals")]
struct Figure {
    composed: Composed,
}

#[pymethods]
impl Figure {
    /// The figure as the bytes of a file in the format of that name.
    fn render(&self, py: Python<'_>, format: &str) -> PyResult<Vec<u8>> {
        let unknown = || {
            let choice = Format::choice("");
            let message = format!("there is no format {format}; choose {choice}");
            annals::Error::options(annals::Code::WrongValue, message)
        };
        let format = Format::from_name(format).ok_or_else(unknown).map_err(raised)?;
        py.detach(|| self.rendered(format)).map_err(raised)
    }

    /// Writes the figure into files in the formats of their names: all of them or none.
    fn save(&self, py: Python<'_>, paths: Vec<PathBuf>) -> PyResult<()> {
        py.detach(|| self.saved(paths)).map_err(raised)
    }

    /// What its maker should know.
    #[getter]
    fn notes(&self) -> Vec<String> {
        self.composed.notes.iter().map(|Note { message, .. }| spelled(message)).collect()
    }

    /// The figure in words; of several pages a line for each.
    #[getter]
    fn alt(&self) -> String {
        let pages = self.composed.figures.iter();
        pages.map(|page| page.description.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The form of the figure, and why it has that.
    #[getter]
    fn form(&self) -> (&str, &str) {
        (self.first().choice.form, self.first().choice.reason)
    }

    /// The title of the document.
    #[getter]
    fn title(&self) -> &str {
        &self.first().title
    }
}

impl Figure {
    /// The figure, or its first page: there is always one.
    fn first(&self) -> &annals::Figure {
        &self.composed.figures[0]
    }

    fn rendered(&self, format: Format) -> Result<Vec<u8>> {
        let options: &RenderOptions = &self.composed.render;
        host::guarded(|| render_pages(&self.composed.figures, format, options))
    }

    fn saved(&self, paths: Vec<PathBuf>) -> Result<()> {
        let formats: Vec<Format> =
            paths.iter().map(|path| format_of(path, None)).collect::<Result<_>>()?;
        let targets: Vec<Target> = paths.into_iter().map(Target::File).collect();
        distinct(&targets.iter().collect::<Vec<_>>())?;
        let output = |(target, format)| Ok(Output { target, bytes: self.rendered(format)? });
        let outputs: Vec<Output> =
            targets.into_iter().zip(formats).map(output).collect::<Result<_>>()?;
        save_all(&outputs)
    }
}

/// The settings of an object in JSON, and those of the options file beside the first table or named.
fn settings(tables: &[Table], options: &str, file: OptionsFile) -> Result<Settings> {
    let first = tables.first().and_then(Table::path);
    let file = options_file(file.named, first, file.is_off);
    Ok(Settings::from_json(options)?.or(settings_of(file.as_deref())?))
}

/// Which options file is read.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
struct OptionsFile {
    named: Option<PathBuf>,
    is_off: bool,
}

/// The figure of some tables as one, with options as an object in JSON.
#[pyfunction]
fn compose(
    py: Python<'_>,
    tables: Vec<Table>,
    options: &str,
    file: OptionsFile,
) -> PyResult<Figure> {
    let work = || {
        let settings = settings(&tables, options, file)?;
        host::guarded(|| composed(&tables, &settings, &Progress::start()))
    };
    py.detach(work).map(|composed| Figure { composed }).map_err(raised)
}

/// The column of each role that one has, by place, among columns with these headers and with these
/// cells in the first rows.
#[pyfunction]
fn roles(
    headers: Vec<String>,
    rows: Vec<Vec<String>>,
    options: &str,
) -> PyResult<Vec<(String, usize)>> {
    let read = Settings::from_json(options).and_then(|settings| settings.convert());
    let read = read.map_err(raised)?.read;
    let roles = host::roles(headers, &rows, &read).into_iter();
    Ok(roles.map(|(role, column)| (role.name().to_owned(), column)).collect())
}

/// The keys of an options file.
#[pyfunction]
fn option_keys() -> Vec<&'static str> {
    Settings::keys().to_vec()
}

/// Does what is typed on a command line, the name of the command first; gives the exit code.
#[pyfunction]
fn command(py: Python<'_>, typed: Vec<OsString>) -> u8 {
    py.detach(|| annals_command::command(typed))
}

#[pymodule]
fn _annals(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Figure>()?;
    module.add_function(wrap_pyfunction!(compose, module)?)?;
    module.add_function(wrap_pyfunction!(roles, module)?)?;
    module.add_function(wrap_pyfunction!(option_keys, module)?)?;
    module.add_function(wrap_pyfunction!(command, module)?)
}
