//! A complete file beside its place, under a temporary name that is locked as long as its process
//! lives, so that others can tell what a killed process has left.

use super::{Put, folder};
use std::ffi::OsStr;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

/// A complete file under a temporary name; goes away when dropped unless it was published.
pub(super) struct Temporary {
    path: PathBuf,
    place: PathBuf,
    published: bool,
    /// Holds the lock.
    _file: File,
}

impl Temporary {
    /// Writes `bytes` to disk beside `place`.
    pub(super) fn write(place: PathBuf, bytes: &[u8], put: Put) -> io::Result<Self> {
        let old = match File::options().write(true).open(&place) {
            // Replacing asks no leave of the file itself; a write-protected one shall be refused.
            Ok(file) => Some(file.metadata()?.permissions()),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let (path, file) = create_beside(&place)?;
        let mut temporary = Self { path, place, published: false, _file: file };
        let file = &mut temporary._file;
        if let Some(permissions) = old {
            file.set_permissions(permissions)?;
        }
        put(file, bytes)?;
        file.sync_all()?;
        Ok(temporary)
    }

    /// Puts the file in its place.
    pub(super) fn publish(mut self) -> io::Result<()> {
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

/// What the names of temporary files end in; they begin with a dot.
const ENDING: &str = ".annals.tmp";

fn create_beside(place: &Path) -> io::Result<(PathBuf, File)> {
    let name = place.file_name().unwrap_or(OsStr::new("output"));
    // Cut, for a name of the greatest length has no room for anything more.
    let stem: String = name.to_string_lossy().chars().take(40).collect();
    for _ in 0..TRIES {
        let count = COUNTER.fetch_add(1, Ordering::Relaxed);
        let path = folder(place).join(format!(".{stem}.{}-{count}{ENDING}", process::id()));
        match File::create_new(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => continue,
            Err(error) => return Err(error),
            Ok(file) if is_kept(&file, &path) => return Ok((path, file)),
            Ok(_) => continue,
        }
    }
    Err(io::Error::from(ErrorKind::AlreadyExists))
}

/// Locks a file just created. Another process that sweeps may have come between and taken it away.
fn is_kept(file: &File, path: &Path) -> bool {
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => false,
        // Where nothing can be locked, nothing is swept.
        Ok(()) | Err(TryLockError::Error(_)) => path.exists(),
    }
}

/// Removes the temporary files in `folder` that no living process has locked.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_ours =
            name.to_str().is_some_and(|name| name.starts_with('.') && name.ends_with(ENDING));
        let is_file = || entry.file_type().is_ok_and(|kind| kind.is_file());
        if !is_ours || !is_file() {
            continue;
        }
        let path = entry.path();
        // What cannot be opened, locked or removed is left to whom it belongs.
        let Ok(file) = File::options().append(true).open(&path) else { continue };
        if file.try_lock().is_ok() {
            let _ = fs::remove_file(&path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    /// An empty folder for one test.
    fn folder(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("annals-{name}-{}", process::id()));
        fs::create_dir(&path).unwrap();
        path
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn a_temporary_that_cannot_take_its_place_goes_away() {
        let folder = folder("publish");
        let place = folder.join("out.svg");
        let put: Put = &|to: &mut dyn Write, bytes: &[u8]| to.write_all(bytes);
        let temporary = Temporary::write(place.clone(), b"new", put).unwrap();
        assert!(temporary.path.exists());
        fs::create_dir(&place).unwrap();
        assert!(temporary.publish().is_err());
        assert_eq!(names(&folder), ["out.svg"]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_a_dead_process_left_is_swept_and_nothing_else() {
        let folder = folder("sweep");
        let put: Put = &|to: &mut dyn Write, bytes: &[u8]| to.write_all(bytes);
        let living = Temporary::write(folder.join("out.svg"), b"new", put).unwrap();
        let others = [".other.1-0.tmp", "own.annals.tmp", "out.png"];
        others.iter().for_each(|name| fs::write(folder.join(name), "x").unwrap());
        fs::write(folder.join(".out.svg.1-0.annals.tmp"), "half").unwrap();
        fs::create_dir(folder.join(".folder.annals.tmp")).unwrap();
        sweep(&folder);
        assert!(living.path.exists());
        let mut left = names(&folder);
        left.retain(|name| !living.path.ends_with(name));
        left.sort();
        assert_eq!(left, [".folder.annals.tmp", ".other.1-0.tmp", "out.png", "own.annals.tmp"]);
        living.publish().unwrap();
        assert_eq!(fs::read(folder.join("out.svg")).unwrap(), b"new");
        fs::remove_dir_all(folder).unwrap();
    }
}
