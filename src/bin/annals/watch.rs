//! Drawing anew whenever a file that is read has changed.
//!
//! Files are looked at five times a second: whether they are there, when they were written, how long they
//! are. That needs nothing of the system but what every system has, and works on shares, too.

use crate::args::Args;
use crate::drawings::file_of_figures;
use crate::run::watched;
use annals::{Code, Error, Result};
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, SystemTime};

/// From one look at the files to the next.
const TICK: Duration = Duration::from_millis(200);

/// What tells that a file has changed; none if it is not there.
type Stamp = Option<(Option<SystemTime>, u64)>;

/// Draws by `once`, which says whether it went well, and again after each change, until it is
/// interrupted. A fault leaves the last pictures as they are.
///
/// # Errors
///
/// [`Error::Options`] if there is nothing to watch, or nothing to write.
pub(crate) fn watch(args: &Args, once: &dyn Fn() -> bool) -> Result<()> {
    check(args)?;
    let end = interrupted();
    let is_over = || end.load(Ordering::Relaxed);
    loop {
        let files = watched(args);
        let before = stamps(&files);
        let state = if once() { "drawn" } else { "not drawn, the last pictures stay" };
        tell(&format!("{state}; watching {}; Ctrl-C ends", named(&files)));
        while stamps(&files) == before {
            if is_over() {
                return Ok(());
            }
            thread::sleep(TICK);
        }
        settle(&files);
        if is_over() {
            return Ok(());
        }
        clear();
    }
}

fn check(args: &Args) -> Result<()> {
    let is_listed = file_of_figures(args)?.is_some();
    let refused = match args {
        _ if args.files.is_empty() || args.files.iter().any(|file| is_dash(file)) => {
            "standard input cannot be watched; name a file"
        }
        _ if args.output.iter().any(|file| is_dash(file)) => {
            "a picture on standard output cannot be drawn anew; give a file with -o"
        }
        _ if args.output.is_empty() && !args.check && !is_listed => {
            "there is no picture to draw anew; give a file with -o, or check the table with --check"
        }
        _ => return Ok(()),
    };
    Err(Error::options(Code::WrongUsage, refused))
}

/// Whether a path means standard input or output.
fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Waits until the files have stayed as they are for a moment: a program may write them in parts.
fn settle(files: &[PathBuf]) {
    let mut last = stamps(files);
    loop {
        thread::sleep(TICK / 2);
        let now = stamps(files);
        if now == last {
            return;
        }
        last = now;
    }
}

fn stamps(files: &[PathBuf]) -> Vec<Stamp> {
    let stamp = |file: &PathBuf| {
        let data = fs::metadata(file).ok()?;
        Some((data.modified().ok(), data.len()))
    };
    files.iter().map(stamp).collect()
}

/// The names of the files that are there.
fn named(files: &[PathBuf]) -> String {
    let there = files.iter().filter(|file| file.exists());
    let names: Vec<String> = there.filter_map(|file| name(file)).collect();
    names.join(", ")
}

fn name(file: &Path) -> Option<String> {
    file.file_name().map(|name| crate::report::visible(&name.to_string_lossy()))
}

/// Whether the user wants it to end. Who asks a second time need not wait.
fn interrupted() -> Arc<AtomicBool> {
    let flag = Arc::new(AtomicBool::new(false));
    #[cfg(unix)]
    for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
        // Without them the process ends at once, which leaves whole files, too.
        let _ = signal_hook::flag::register_conditional_default(signal, Arc::clone(&flag));
        let _ = signal_hook::flag::register(signal, Arc::clone(&flag));
    }
    flag
}

/// Says on standard error what the state is.
fn tell(words: &str) {
    let _ = writeln!(io::stderr(), "annals: {words}");
}

/// Takes what was said of the last state from a terminal.
fn clear() {
    if io::stderr().is_terminal() {
        let _ = write!(io::stderr(), "\u{1b}[2J\u{1b}[H");
    }
}
