//! Tables as Python gives them: the path of a file, or headers and rows of text.

use annals::{ReadOptions, Result, read_rows};
use annals_command::{TableFile, TableSource};
use pyo3::prelude::*;
use std::path::{Path, PathBuf};

/// A table to be drawn.
#[derive(FromPyObject)]
pub(crate) enum Table {
    /// One at hand: what messages call it, its headers and its rows.
    #[pyo3(transparent)]
    Rows((String, Vec<String>, Vec<Vec<String>>)),
    /// One in a file.
    #[pyo3(transparent)]
    File(PathBuf),
}

impl Table {
    /// The path of its file.
    pub(crate) fn path(&self) -> Option<&Path> {
        match self {
            Table::File(path) => Some(path),
            Table::Rows(_) => None,
        }
    }
}

impl TableSource for Table {
    fn name(&self) -> String {
        match self {
            Table::File(path) => path.display().to_string(),
            Table::Rows((name, ..)) => name.clone(),
        }
    }

    fn stem(&self) -> Option<String> {
        match self {
            Table::File(path) => TableFile(path.clone()).stem(),
            Table::Rows(_) => None,
        }
    }

    fn read(&self, options: &ReadOptions) -> Result<annals::Table> {
        match self {
            Table::File(path) => TableFile(path.clone()).read(options),
            Table::Rows((_, headers, rows)) => read_rows(headers.clone(), rows.clone(), options),
        }
    }
}
