//! Opening the files that a run reads: files, and nothing that has no end or waits for somebody.

use crate::files::{in_file, unreadable};
use annals::{Code, Error, Result};
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::Path;

/// Opens the file at `path`.
///
/// # Errors
/// [`Error::System`] if it cannot be opened, or is a folder, a device or a pipe. An open descriptor,
/// as /dev/stdin or what a shell puts for <(...), may be a pipe: somebody is at its other end.
pub(crate) fn open(path: &Path) -> Result<File> {
    let failed = |error| unreadable(path, &error);
    let data = fs::metadata(path).map_err(failed)?;
    let kind = match () {
        () if data.is_file() || (is_pipe(&data) && names_descriptor(path)) => None,
        () if data.is_dir() => Some("a folder"),
        () if is_pipe(&data) => Some("a pipe"),
        () => Some("a device"),
    };
    match kind {
        None => File::open(path).map_err(failed),
        Some(kind) => {
            let message = format!("cannot read {}: it is {kind}; name a file", path.display());
            Err(Error::system(Code::CannotRead, ErrorKind::InvalidInput, message))
        }
    }
}

/// The bytes of the file at `path`, which may have `most`, a whole number of MiB; `what` it is says
/// the message.
///
/// # Errors
/// As [`open`], and [`Error::Options`] if there are more bytes.
pub(crate) fn bytes(path: &Path, most: u64, what: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = open(path)?.take(most + 1).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(path, &error))?;
    if bytes.len() as u64 > most {
        let message = format!("{what} is larger than {} MiB; give another file", most >> 20);
        return Err(in_file(path, Code::UnfitFile, &message));
    }
    Ok(bytes)
}

#[cfg(unix)]
fn is_pipe(data: &fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    let kind = data.file_type();
    kind.is_fifo() || kind.is_socket()
}

#[cfg(not(unix))]
fn is_pipe(_: &fs::Metadata) -> bool {
    false
}

/// Whether a path names a descriptor that is open already.
fn names_descriptor(path: &Path) -> bool {
    let roots = ["/dev/stdin", "/dev/fd", "/proc/self/fd"];
    cfg!(unix) && roots.iter().any(|root| path.starts_with(root))
}
