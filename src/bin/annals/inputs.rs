//! The files that a run reads: no output may take the place of one, by whatever way it comes.
//!
//! Files are compared by what the system knows them by, so that links and redirections count, too.

use crate::files::Target;
use annals::{Code, Error, Result};
use std::fs;
#[cfg(unix)]
use std::fs::File;
#[cfg(unix)]
use std::io;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A file that a run reads.
pub(crate) struct InputFile {
    /// Its path; none for standard input.
    pub(crate) path: Option<PathBuf>,
    /// What it is, for a message.
    pub(crate) what: &'static str,
}

/// Checks that no target is one of the files that are read.
///
/// # Errors
///
/// [`Error::System`] that names the target and what it is.
pub(crate) fn check<'t>(
    targets: impl Iterator<Item = &'t Target>,
    inputs: &[InputFile],
) -> Result<()> {
    let inputs: Vec<(FileId, &InputFile)> =
        inputs.iter().filter_map(|input| Some((FileId::of_input(input)?, input))).collect();
    for target in targets {
        let Some(id) = FileId::of_target(target) else { continue };
        if let Some((_, input)) = inputs.iter().find(|(other, _)| *other == id) {
            return Err(refused(target, input));
        }
    }
    Ok(())
}

fn refused(target: &Target, input: &InputFile) -> Error {
    let what = input.what;
    let message = match target {
        Target::Stdout => format!(
            "standard output goes into {what} itself; send it to another file (a shell empties the \
             file behind > before annals can read it)"
        ),
        Target::File(path) => {
            format!("cannot write {path:?}: it is {what}; give the output another name")
        }
    };
    Error::system(Code::OutputIsInput, ErrorKind::InvalidInput, message)
}

/// What the system knows a file by.
#[derive(Clone, Debug, PartialEq, Eq)]
enum FileId {
    /// Its device and its number there.
    #[cfg(unix)]
    Node(u64, u64),
    /// Its path without links.
    #[cfg(not(unix))]
    Path(PathBuf),
}

impl FileId {
    fn of_input(input: &InputFile) -> Option<Self> {
        match &input.path {
            Some(path) => Self::of_path(path),
            None => Self::of_stdin(),
        }
    }

    fn of_target(target: &Target) -> Option<Self> {
        match target {
            Target::File(path) => Self::of_path(path),
            Target::Stdout => Self::of_stdout(),
        }
    }

    #[cfg(unix)]
    fn of_path(path: &Path) -> Option<Self> {
        Self::of(&fs::metadata(path).ok()?)
    }

    #[cfg(unix)]
    fn of_stdin() -> Option<Self> {
        use std::os::fd::AsFd;
        let owned = io::stdin().as_fd().try_clone_to_owned().ok()?;
        Self::of(&File::from(owned).metadata().ok()?)
    }

    #[cfg(unix)]
    fn of_stdout() -> Option<Self> {
        use std::os::fd::AsFd;
        let owned = io::stdout().as_fd().try_clone_to_owned().ok()?;
        Self::of(&File::from(owned).metadata().ok()?)
    }

    /// Of a regular file; others may be read and written at once.
    #[cfg(unix)]
    fn of(data: &fs::Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        data.is_file().then(|| Self::Node(data.dev(), data.ino()))
    }

    #[cfg(not(unix))]
    fn of_path(path: &Path) -> Option<Self> {
        fs::canonicalize(path).ok().filter(|path| path.is_file()).map(Self::Path)
    }

    #[cfg(not(unix))]
    fn of_stdin() -> Option<Self> {
        None
    }

    #[cfg(not(unix))]
    fn of_stdout() -> Option<Self> {
        None
    }
}
