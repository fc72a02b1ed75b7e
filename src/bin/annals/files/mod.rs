//! Writing outputs: whole or not at all.
//!
//! In: bytes and where they shall go. Every file is first written in full beside its target, and
//! only when all of them are on disk do they take the targets' places, so that a full disk or a
//! refusal leaves the old files as they were. What cannot be taken back (pipes, devices, standard
//! output) comes last. Also the errors of files that are read. Knows nothing of figures.

mod temporary;

use annals::{Code, Error, Fault, Result};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf, is_separator};
use temporary::{Temporary, sweep};

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
    pub(crate) fn is_stdout(&self) -> bool {
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

impl Target {
    /// The place that is written, by whatever path or link; none if it cannot be told.
    fn place(&self) -> Option<PathBuf> {
        match self {
            Target::File(path) if !is_stdout(path) => {
                let place = follow(path).ok()?;
                Some(fs::canonicalize(folder(&place)).ok()?.join(place.file_name()?))
            }
            _ => Some("standard output".into()),
        }
    }
}

/// Checks that no two targets are one place.
///
/// # Errors
/// [`Error::Options`] that names both.
pub fn distinct(targets: &[&Target]) -> Result<()> {
    let places: Vec<Option<PathBuf>> = targets.iter().map(|target| target.place()).collect();
    for (index, place) in places.iter().enumerate().filter(|(_, place)| place.is_some()) {
        let Some(first) = places[..index].iter().position(|other| other == place) else { continue };
        let message = match (targets[first], targets[index]) {
            (Target::File(a), Target::File(b)) if a != b => {
                format!("{} and {} are one file; name each output once", a.display(), b.display())
            }
            (_, Target::File(path)) => {
                format!("{} is given twice; name each output once", path.display())
            }
            _ => "standard output is given twice; name each output once".to_owned(),
        };
        return Err(Error::options(Code::OutputTwice, message));
    }
    Ok(())
}

/// Whether a file could be written at `target`, which is told before any work is done. Changes
/// nothing, and does not know of other outputs of the same run.
///
/// # Errors
/// [`Error::System`] if `target` is a folder or has no name, if its folder does not exist, or if
/// it is the same file as one of `inputs` by whatever path.
pub(crate) fn check(target: &Path, inputs: &[&Path]) -> Result<()> {
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
    if inputs.iter().any(|input| is_same(&place, input)) {
        return refuse(target, "it is the input file; give the output another name");
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
/// [`Error::System`] with the path and the remedy. No temporary file is left behind; that of a
/// process that was killed goes with the next run into its folder. If writing failed, every target is as it was. If replacing a target failed,
/// the files before it are new and whole, it and those after it are as they were, and no pipe,
/// device or standard output has received anything. A pipe or device that fails halfway has
/// received an unknown part, and all files are new.
pub fn save_all(outputs: &[Output]) -> Result<()> {
    save_by(outputs, &|to, bytes| to.write_all(bytes).and_then(|()| to.flush()))
}

/// How all bytes reach a file, a pipe or standard output.
type Put<'a> = &'a dyn Fn(&mut dyn Write, &[u8]) -> io::Result<()>;

/// [`save_all`] by a way to write, which may fail anywhere.
fn save_by(outputs: &[Output], put: Put) -> Result<()> {
    let mut staged = Vec::new();
    let mut swept = BTreeSet::new();
    for (path, bytes) in files(outputs).filter(|(path, _)| !is_direct(path)) {
        check(path, &[])?;
        let place = follow(path).map_err(|error| failure(path, &error))?;
        if swept.insert(folder(&place).to_owned()) {
            sweep(folder(&place));
        }
        let temporary = Temporary::write(place, bytes, put);
        staged.push((path, temporary.map_err(|error| failure(path, &error))?));
    }
    for (path, temporary) in staged {
        temporary.publish().map_err(|error| failure(path, &error))?;
    }
    for (path, bytes) in files(outputs).filter(|(path, _)| is_direct(path) && !is_stdout(path)) {
        write_direct(path, bytes, put).map_err(|error| failure(path, &error))?;
    }
    outputs.iter().filter(|output| output.target.is_stdout()).try_for_each(|output| {
        let sent = send(&mut io::stdout().lock(), &output.bytes, put);
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
pub(crate) fn is_direct(path: &Path) -> bool {
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
fn write_direct(path: &Path, bytes: &[u8], put: Put) -> io::Result<()> {
    send(&mut File::options().append(true).open(path)?, bytes, put)
}

/// Writes all bytes; a reader that has seen enough and left is content.
fn send(to: &mut dyn Write, bytes: &[u8], put: Put) -> io::Result<()> {
    match put(to, bytes) {
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

fn refuse(path: &Path, fact: &str) -> Result<()> {
    let message = format!("cannot write {path:?}: {fact}");
    Err(Error::system(Code::CannotWrite, ErrorKind::InvalidInput, message))
}

fn failure(path: &Path, error: &io::Error) -> Error {
    let remedy = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "make room on the disk",
        ErrorKind::NotFound => "make its folder first",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "choose a place that you may write to"
        }
        ErrorKind::FileTooLarge => "raise the limit of a file's size (ulimit -f)",
        _ => "choose another place",
    };
    let fact = error.to_string().to_lowercase();
    let message = format!("cannot write {path:?}: {fact}; {remedy}");
    Error::system(Code::CannotWrite, error.kind(), message)
}

/// The error of a file that cannot be read.
pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Error {
    let path = path.display();
    let message = format!("cannot read {path}: {error}; check the name and its permissions");
    Error::system(Code::CannotRead, error.kind(), message)
}

/// A fault of a file that an option names.
pub(crate) fn in_file(path: &Path, code: Code, message: &str) -> Error {
    let fault = Fault::new(code, message);
    Error::Options(vec![fault.in_file(path.display().to_string())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use annals::{FigureOptions, Format, ReadOptions, RenderOptions, compose, read_table, render};
    use std::cell::Cell;
    use std::process;

    const OLD: &[u8] = b"the old picture";

    /// A folder that goes away when dropped.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("annals-{name}-{}", process::id()));
            fs::create_dir(&path).unwrap();
            Self(path)
        }

        fn count(&self) -> usize {
            fs::read_dir(&self.0).unwrap().count()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    /// A small figure in every format, to be written into a folder.
    fn figure(folder: &Folder) -> Vec<Output> {
        let table = &b"date,title\n2010,A\n2011,B\n"[..];
        let table = read_table(table, &ReadOptions::default()).unwrap();
        let (figure, _) = compose(&table.events, &FigureOptions::default()).unwrap();
        let options = RenderOptions { dpi: 20.0, ..RenderOptions::default() };
        let output = |format: &Format| Output {
            target: Target::File(folder.0.join(format!("{format:?}"))),
            bytes: render(&figure, *format, &options).unwrap(),
        };
        Format::ALL.iter().map(output).collect()
    }

    /// Writes bytes as long as there is room, which is taken from, and then fails.
    fn cramped(to: &mut dyn Write, bytes: &[u8], room: &Cell<usize>) -> io::Result<()> {
        let fitting = bytes.len().min(room.get());
        room.set(room.get() - fitting);
        to.write_all(&bytes[..fitting])?;
        if fitting < bytes.len() { Err(ErrorKind::StorageFull.into()) } else { Ok(()) }
    }

    /// What stands in the files, which must be all that there is in their folder.
    fn contents(outputs: &[Output], folder: &Folder) -> Vec<Vec<u8>> {
        let found: Vec<_> = files(outputs).filter_map(|(path, _)| fs::read(path).ok()).collect();
        assert_eq!(found.len(), folder.count(), "something else is left");
        found
    }

    /// Saves on a disk with room for so many bytes, which are too few: old pictures stay as they
    /// were, and new ones do not come to be.
    fn fails(outputs: &[Output], room: usize, folder: &Folder, kept: usize) {
        let room = Cell::new(room);
        let failed = save_by(outputs, &|to, bytes| cramped(to, bytes, &room)).unwrap_err();
        assert!(matches!(failed, Error::System { .. }));
        assert!(failed.to_string().contains("make room on the disk"), "{failed}");
        assert_eq!(contents(outputs, folder), vec![OLD; kept]);
    }

    #[test]
    fn a_disk_that_is_full_at_any_byte_leaves_each_picture_as_it_was() {
        let folder = Folder::new("every-byte");
        for output in figure(&folder) {
            let one = std::slice::from_ref(&output);
            let Target::File(path) = &output.target else { continue };
            // Of a file that is large, not every byte is tried.
            let rooms = (0..output.bytes.len()).step_by(output.bytes.len() / 10_000 + 1);
            rooms.clone().for_each(|room| fails(one, room, &folder, 0));
            fs::write(path, OLD).unwrap();
            rooms.for_each(|room| fails(one, room, &folder, 1));
            save_all(one).unwrap();
            assert_eq!(contents(one, &folder), [output.bytes.as_slice()]);
            fs::remove_file(path).unwrap();
        }
    }

    /// All pictures share the room; the first is new, the others replace old ones.
    #[test]
    fn a_disk_that_is_full_at_any_picture_leaves_all_as_they_were() {
        let folder = Folder::new("every-picture");
        let outputs = figure(&folder);
        let all: usize = outputs.iter().map(|output| output.bytes.len()).sum();
        for (path, _) in files(&outputs).skip(1) {
            fs::write(path, OLD).unwrap();
        }
        (0..all)
            .step_by(all / 60)
            .chain([all - 1])
            .for_each(|room| fails(&outputs, room, &folder, outputs.len() - 1));
        let room = Cell::new(all);
        save_by(&outputs, &|to, bytes| cramped(to, bytes, &room)).unwrap();
        let wanted: Vec<_> = outputs.iter().map(|output| output.bytes.clone()).collect();
        assert_eq!(contents(&outputs, &folder), wanted);
    }

    /// A pipe cannot be taken back, but what goes wrong with it is told.
    #[test]
    fn a_pipe_that_fails_at_any_byte_is_told() {
        let bytes = [7; 500];
        for room in (0..bytes.len()).map(Cell::new) {
            let mut pipe = Vec::new();
            assert!(send(&mut pipe, &bytes, &|to, bytes| cramped(to, bytes, &room)).is_err());
        }
    }

    #[test]
    fn a_reader_that_left_is_no_error_and_a_full_disk_is() {
        let fails = |kind: ErrorKind| {
            send(&mut io::sink(), b"x", &move |_: &mut dyn Write, _: &[u8]| Err(kind.into()))
        };
        assert!(fails(ErrorKind::BrokenPipe).is_ok());
        assert!(fails(ErrorKind::StorageFull).is_err());
    }
}
