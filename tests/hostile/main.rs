//! Tables that mean harm, or come from careless hands: each gets the verdict that stands beside
//! it, in all formats, within bounds of time and memory.
//!
//! `inputs/` holds the small ones, `verdicts.txt` what shall become of each; the large ones are
//! made in `made.rs`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at a surprise")]
#![cfg(unix)]

#[allow(dead_code, reason = "other tests use the rest")]
#[path = "../support/folder.rs"]
mod folder;
mod made;
mod sound;
#[allow(dead_code, reason = "other tests use the rest")]
#[path = "../support/xml.rs"]
mod xml;

use folder::Folder;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Bounds of one run, as `ulimit` counts: seconds of processor time, KiB of address space.
const SECONDS: u32 = 30;
const KIBIBYTES: u32 = 2_000_000;

/// A hostile table and what shall become of it.
struct Case {
    name: String,
    input: Vec<u8>,
    args: Vec<String>,
    formats: &'static [&'static str],
    verdict: Verdict,
}

/// The pictures that most cases ask for.
const ALL: [&str; 5] = ["o.html", "o.pdf", "o.png", "o.pptx", "o.svg"];

enum Verdict {
    /// It is drawn, and a note contains this.
    Draws(String),
    /// The exit code, how the first line on standard error begins after the table's name, and what
    /// it contains.
    Refuses(i32, String, String),
}

impl Case {
    /// From a line of `verdicts.txt`: name | arguments | verdict | part of the message.
    fn read(line: &str) -> Self {
        let fields: Vec<&str> = line.split(" | ").map(str::trim).collect();
        let [name, args, verdict, part] = fields[..] else { panic!("no verdict: {line}") };
        let path = inputs().join(name).with_extension("csv");
        let input = fs::read(&path).unwrap_or_else(|_| panic!("no {name} in inputs/"));
        let args = args.replace("{ESC}", "\u{1b}").replace("{SOH}", "\u{1}");
        let args = args.split(' ').filter(|arg| *arg != "-").map(str::to_owned).collect();
        let verdict = match verdict.split(' ').collect::<Vec<_>>()[..] {
            ["draws"] => Verdict::Draws(part.into()),
            ["refuses", code, place] => {
                let place = place.trim_start_matches('-');
                Verdict::Refuses(code.parse().unwrap(), place.into(), part.into())
            }
            _ => panic!("no verdict: {line}"),
        };
        Self { name: name.into(), input, args, formats: &ALL, verdict }
    }

    /// What is wrong with what the program makes of it.
    fn tried(&self) -> Result<(), String> {
        let folder = Folder::new(&format!("hostile-{}", self.name));
        let table = folder.0.join("t.csv");
        fs::write(&table, &self.input).map_err(|error| error.to_string())?;
        let outputs = self.formats.iter().flat_map(|name| ["-o", name]);
        let args: Vec<&str> = ["t.csv"].into_iter().chain(outputs).collect();
        let output = bounded(&folder, &args, &self.args);
        let words = String::from_utf8(output.stderr).map_err(|_| "words that are no UTF-8")?;
        if let Some(c) = words.chars().find(|&c| c != '\n' && annals::error::is_hidden(c)) {
            return Err(format!("{c:?} reaches the terminal: {words}"));
        }
        let code = output.status.code().ok_or_else(|| format!("{}: {words}", output.status))?;
        match &self.verdict {
            Verdict::Draws(part) => {
                told(code, 0, &words, "", part)?;
                sound::pictures(&folder, self.formats)
            }
            Verdict::Refuses(wanted, place, part) => {
                let place =
                    if place.is_empty() { String::new() } else { format!("t.csv:{place}: ") };
                told(code, *wanted, &words, &place, part)?;
                let left = folder.names();
                if left == ["t.csv"] { Ok(()) } else { Err(format!("it left {left:?}")) }
            }
        }
    }
}

fn told(code: i32, wanted: i32, words: &str, start: &str, part: &str) -> Result<(), String> {
    if code != wanted {
        return Err(format!("exit {code}: {words}"));
    }
    if !words.starts_with(start) || !words.contains(part) {
        return Err(format!("it says: {words}"));
    }
    Ok(())
}

fn inputs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile/inputs")
}

/// The command in `folder` within its bounds.
fn bounded(folder: &Folder, args: &[&str], more: &[String]) -> Output {
    let script = format!("ulimit -t {SECONDS}; ulimit -v {KIBIBYTES}; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command.current_dir(&folder.0).stdin(Stdio::null());
    command.args(["-c", &script, env!("CARGO_BIN_EXE_annals")]).args(args).args(more);
    command.output().unwrap()
}

/// Tries all cases, on as many threads as there are cores, and tells of all that fail.
fn all(cases: &[Case]) {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut failed = Vec::new();
        while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
            failed.extend(case.tried().err().map(|error| format!("{}: {error}", case.name)));
        }
        failed
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let failed: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    assert!(failed.is_empty(), "{} fail:\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn hostile_tables_get_their_verdicts() {
    let lines = include_str!("verdicts.txt").lines();
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let cases: Vec<Case> = lines.map(Case::read).collect();
    let files = fs::read_dir(inputs()).unwrap().count();
    assert_eq!(cases.len(), files, "each input has one verdict");
    assert!(files >= 250);
    all(&cases);
}

#[test]
fn large_tables_get_their_verdicts() {
    all(&made::cases());
}

/// A pipe without end is refused at its bound.
#[test]
fn a_table_without_end_has_an_end() {
    let folder = Folder::new("hostile-endless");
    for (endless, args, part) in [
        ("(echo date,title; yes 2010,a)", "--max-events 5000", "more events than 5000; shorten it"),
        ("(echo date,title; yes 2010,a)", "--max-bytes 5000", "more bytes than 5000; shorten it"),
        ("(echo date,title; yes '')", "", "blank lines above it are longer"),
        ("(printf 'date,title\\n2010,\"'; yes)", "", "the quote that opens here is not closed"),
        ("cat /dev/zero", "", "NUL byte"),
        ("yes | tr -d '\\n'", "", "longer than 1024 KiB"),
    ] {
        let script = format!(
            "ulimit -t {SECONDS}; ulimit -v {KIBIBYTES}; {endless} | \"$0\" - {args} -o o.svg"
        );
        let mut command = Command::new("sh");
        command.current_dir(&folder.0).args(["-c", &script, env!("CARGO_BIN_EXE_annals")]);
        let output = command.output().unwrap();
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{endless}: {words}");
        assert!(words.contains(part), "{endless}: {words}");
        assert_eq!(folder.names(), [""; 0]);
    }
}
