//! Writing outputs: whole or not at all.
//!
//! In: bytes and where they shall go. Every file is first written in full beside its target, and
//! only when all of them are on disk do they take the targets' places, so that a full disk or a
//! refusal leaves the old files as they were. What cannot be taken back (pipes, devices, standard
//! output) comes last. Knows nothing of figures.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf, is_separator};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::error::{Error, Result};

/// Where bytes go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Standard output.
    Stdout,
    /// The file, pipe or device of that name.
    File(PathBuf),
}

impl Target {
    /// Whether it is standard output, by whatever name.
    pub fn is_stdout(&self) -> bool {
        match self {
            Target::Stdout => true,
            Target::File(path) => is_stdout(path),
        }
    }
}

/// One output, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Where it goes.
    pub target: Target,
    /// Its whole content.
    pub bytes: Vec<u8>,
}

/// Whether a file could be written at `target`, which is told before any work is done. Changes
/// nothing, and does not know of other outputs of the same run.
///
/// # Errors
/// [`Error::System`] if `target` is a folder or has no name, if its folder does not exist, or if
/// it is the same file as `input` by whatever path.
pub fn check(target: &Path, input: Option<&Path>) -> Result<()> {
    if target.is_dir() || target.to_string_lossy().ends_with(is_separator) {
        return refuse(target, "is a folder; name a file in it");
    }
    if is_direct(target) {
        return Ok(());
    }
    let place = follow(target).map_err(|error| failure(target, &error))?;
    if place.file_name().is_none() {
        return refuse(target, "is no name for a file; give another");
    }
    let folder = folder(&place);
    if !folder.is_dir() {
        return refuse(target, &format!("there is no folder {folder:?}; make it first"));
    }
    if input.is_some_and(|input| is_same(&place, input)) {
        return refuse(target, "is the input itself; give the output another name");
    }
    Ok(())
}

/// Writes all `outputs`: files, then pipes and devices, then standard output, each kind in the
/// order given.
///
/// Until every file stands complete and synced under a temporary name in its target's folder, no
/// target is touched. Then each replaces its target in one step; an existing file keeps its mode,
/// a new one follows the umask, and a symbolic link stays and its destination is replaced. A hard
/// link to an old file keeps the old content. A reader that closes a pipe early is no error.
///
/// # Errors
/// [`Error::System`] with the path and the remedy. No temporary file is left behind (unless the
/// process is killed). If writing failed, every target is as it was. If replacing a target failed,
/// the files before it are new and whole, it and those after it are as they were, and no pipe,
/// device or standard output has received anything. A pipe or device that fails halfway has
/// received an unknown part, and all files are new.
pub fn save_all(outputs: &[Output]) -> Result<()> {
    let mut staged = Vec::new();
    for (path, bytes) in files(outputs).filter(|(path, _)| !is_direct(path)) {
        check(path, None)?;
        staged.push((path, Temporary::write(path, bytes).map_err(|error| failure(path, &error))?));
    }
    for (path, temporary) in staged {
        temporary.publish().map_err(|error| failure(path, &error))?;
    }
    for (path, bytes) in files(outputs).filter(|(path, _)| is_direct(path) && !is_stdout(path)) {
        write_direct(path, bytes).map_err(|error| failure(path, &error))?;
    }
    outputs.iter().filter(|output| output.target.is_stdout()).try_for_each(|output| {
        let sent = send(&mut io::stdout().lock(), &output.bytes);
        sent.map_err(|error| failure(Path::new("standard output"), &error))
    })
}

/// The outputs that are named by a path.
fn files(outputs: &[Output]) -> impl Iterator<Item = (&Path, &[u8])> {
    outputs.iter().filter_map(|output| match &output.target {
        Target::File(path) => Some((path.as_path(), output.bytes.as_slice())),
        Target::Stdout => None,
    })
}

/// Whether `path` must be written in place: to rename a file over a device, a pipe or an open
/// descriptor would take it away from whoever else holds it.
pub(super) fn is_direct(path: &Path) -> bool {
    let special = |data: fs::Metadata| !data.is_file() && !data.is_dir();
    names_descriptor(path) || fs::metadata(path).is_ok_and(special)
}

#[cfg(unix)]
fn names_descriptor(path: &Path) -> bool {
    let roots = ["/dev/stdout", "/dev/stderr", "/dev/fd", "/proc/self/fd"];
    roots.iter().any(|root| path.starts_with(root))
}

#[cfg(not(unix))]
fn names_descriptor(_: &Path) -> bool {
    false
}

/// Whether `path` is a name of standard output. Opened by that name, a redirected file would be
/// written at a place of its own, and what the shell writes next would fall on top of it.
fn is_stdout(path: &Path) -> bool {
    let names = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];
    cfg!(unix) && names.iter().any(|name| path == Path::new(name))
}

/// Writes where the path points, in place. Appends, as a descriptor may stand for a file that
/// already holds something; pipes and devices do not care.
fn write_direct(path: &Path, bytes: &[u8]) -> io::Result<()> {
    send(&mut File::options().append(true).open(path)?, bytes)
}

/// Writes all bytes; a reader that has seen enough and left is content.
fn send(to: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    match to.write_all(bytes).and_then(|()| to.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Symbolic links in a row before they are taken for a circle, as on Linux.
const LINKS: usize = 40;

/// The file that `path` means once symbolic links at its end are followed. It need not exist, which
/// is why the system's own resolution does not serve.
fn follow(path: &Path) -> io::Result<PathBuf> {
    let mut place = path.to_path_buf();
    for _ in 0..LINKS {
        match fs::symlink_metadata(&place) {
            Ok(data) if data.is_symlink() => place = folder(&place).join(fs::read_link(&place)?),
            _ => return Ok(place),
        }
    }
    Err(io::Error::other("symbolic links lead round in a circle"))
}

/// The folder that `path` lies in.
fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

fn is_same(a: &Path, b: &Path) -> bool {
    match (fs::canonicalize(a), fs::canonicalize(b)) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    }
}

/// A complete file under a temporary name; goes away when dropped unless it was published.
struct Temporary {
    path: PathBuf,
    place: PathBuf,
    published: bool,
}

impl Temporary {
    /// Writes `bytes` to disk beside the file that `target` means.
    fn write(target: &Path, bytes: &[u8]) -> io::Result<Self> {
        let place = follow(target)?;
        let old = match File::options().write(true).open(&place) {
            // Replacing asks no leave of the file itself; a write-protected one shall be refused.
            Ok(file) => Some(file.metadata()?.permissions()),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let (path, mut file) = create_beside(&place)?;
        let temporary = Self { path, place, published: false };
        if let Some(permissions) = old {
            file.set_permissions(permissions)?;
        }
        file.write_all(bytes)?;
        file.sync_all()?;
        Ok(temporary)
    }

    /// Puts the file in its place.
    fn publish(mut self) -> io::Result<()> {
        fs::rename(&self.path, &self.place)?;
        self.published = true;
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.published {
            // An error is on its way to the user already; a second one would only hide it.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Numbers the temporary files of this process.
static COUNTER: AtomicU32 = AtomicU32::new(0);

/// Names tried before giving up: left-overs of killed processes may hold some.
const TRIES: usize = 100;

fn create_beside(place: &Path) -> io::Result<(PathBuf, File)> {
    let name = place.file_name().unwrap_or(OsStr::new("output"));
    // Cut, for a name of the greatest length has no room for anything more.
    let stem: String = name.to_string_lossy().chars().take(40).collect();
    for _ in 0..TRIES {
        let count = COUNTER.fetch_add(1, Ordering::Relaxed);
        let path = folder(place).join(format!(".{stem}.{}-{count}.tmp", process::id()));
        match File::create_new(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => continue,
            created => return Ok((path, created?)),
        }
    }
    Err(io::Error::from(ErrorKind::AlreadyExists))
}

fn refuse(path: &Path, fact: &str) -> Result<()> {
    Err(Error::System(format!("cannot write {path:?}: {fact}")))
}

fn failure(path: &Path, error: &io::Error) -> Error {
    let remedy = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "make room on the disk",
        ErrorKind::NotFound => "make its folder first",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "choose a place that you may write to"
        }
        _ => "choose another place",
    };
    let fact = error.to_string().to_lowercase();
    Error::System(format!("cannot write {path:?}: {fact}; {remedy}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Failing(ErrorKind);

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_that_left_is_no_error_and_a_full_disk_is() {
        assert!(send(&mut Failing(ErrorKind::BrokenPipe), b"x").is_ok());
        assert!(send(&mut Failing(ErrorKind::StorageFull), b"x").is_err());
    }

    #[test]
    fn a_temporary_that_cannot_take_its_place_goes_away() {
        let folder = std::env::temp_dir().join(format!("annals-publish-{}", process::id()));
        fs::create_dir(&folder).unwrap();
        let place = folder.join("out.svg");
        let temporary = Temporary::write(&place, b"new").unwrap();
        assert!(temporary.path.exists());
        fs::create_dir(&place).unwrap();
        let published = temporary.publish();
        let left = fs::read_dir(&folder).unwrap().count();
        fs::remove_dir_all(&folder).unwrap();
        assert!(published.is_err());
        assert_eq!(left, 1);
    }
}
