//! How the work for a figure grows with its table, in instructions, which no load of the machine
//! changes: each kind of table at two sizes, the second four times the first.
//!
//! `cargo bench --bench growth` counts by valgrind's callgrind, and skips where there is none. It fails
//! where work grows faster than n log n. Names after `--` choose kinds: `-- lanes eras`; `--short` takes
//! tables of a quarter of the rows, and of a hundred at least.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "what was counted is told")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::sync::Mutex;
use std::thread;

/// A kind of tables.
struct Kind {
    name: &'static str,
    head: &'static str,
    /// A row by its number and how many there are.
    row: fn(usize, usize) -> String,
    args: &'static [&'static str],
    /// Rows of the smaller table.
    many: usize,
}

/// So many times as many rows has the larger table.
const TIMES: usize = 4;
/// Rows of the smaller table, at least.
const FEWEST: usize = 100;
/// What growth may be above n log n: sizes of figures and of buffers come in steps.
const SLACK: f64 = 1.15;

/// A day of nine hundred years, spread evenly.
fn day(index: usize, many: usize) -> String {
    let number = index * 900 * 336 / many;
    format!("{}-{:02}-{:02}", 1100 + number / 336, number / 28 % 12 + 1, number % 28 + 1)
}

fn point(n: usize, many: usize) -> String {
    format!("{},Point {n}", day(n, many))
}

fn span(n: usize, many: usize) -> String {
    format!("{},{},Span {n}", day(n, many), 2005 + n % 90)
}

fn step(n: usize, many: usize) -> String {
    format!("{},{},Span {n},One", day(n, many), day(n + many / 100, many))
}

fn marker(n: usize, many: usize) -> String {
    let kind = if n.is_multiple_of(many - 1) { "" } else { "marker" };
    format!("{},Marker {n},{kind}", day(n, many))
}

fn era(n: usize, many: usize) -> String {
    match n % (many - 1) {
        0 => format!("{},,Point {n},", day(n, many)),
        _ => format!("{},{},Era {n},era", day(n, many), day((n + 3).min(many - 1), many)),
    }
}

fn long(n: usize, _: usize) -> String {
    format!(
        "2010-03-12,{n} is a text of such a length that it has to be broken into several lines \
         wherever it is set"
    )
}

const POINTS: &str = "date,title";
const SPANS: &str = "date,end,title,lane";
const LISTS: &[&str] = &["--style", "lists"];

/// All of them.
fn kinds() -> Vec<Kind> {
    let kind = |name, head, row, args, many| Kind { name, head, row, args, many };
    vec![
        kind("flags", POINTS, point, &["--style", "flags"], 400),
        kind("points", POINTS, point, LISTS, 400),
        kind("height", POINTS, point, &["--style", "lists", "--height", "800px"], 400),
        kind("vertical", POINTS, point, &["--style", "lists", "--orientation", "vertical"], 400),
        kind("one date", POINTS, long, LISTS, 200),
        kind(
            "categories",
            "date,title,category",
            |n, many| format!("{},C{n}", point(n, many)),
            LISTS,
            400,
        ),
        // Without --fold, more rows are tried in more columns, of which each takes what "fold" does.
        kind("chronicle", POINTS, point, &["--style", "chronicle", "--fold", "1"], 400),
        kind("fold", POINTS, point, &["--style", "chronicle", "--fold", "3"], 400),
        // The smaller table has several pages, too.
        kind("pages", POINTS, point, &["--pages"], 1000),
        kind("lanes", SPANS, |n, many| format!("{},Lane {n}", span(n, many)), LISTS, 400),
        kind("few lanes", SPANS, |n, many| format!("{},Lane {}", span(n, many), n % 8), LISTS, 400),
        kind(
            "vertical lanes",
            SPANS,
            |n, many| format!("{},{},Span {n},Lane {}", day(n, many), day(n + 1, many), n % 8),
            &["--style", "lists", "--orientation", "vertical"],
            100,
        ),
        kind("staircase", SPANS, step, &["--style", "lists", "--lane-rows", "staircase"], 400),
        kind("markers", "date,title,kind", marker, LISTS, 400),
        kind("eras", "date,end,title,kind", era, LISTS, 400),
        kind(
            "density",
            "date,title,category",
            |n, many| format!("{},C{}", point(n * 7919 % many, many), n % 5),
            &["--style", "density"],
            1000,
        ),
    ]
}

/// Instructions for a table of so many rows; none where it is refused, which is said.
fn instructions(kind: &Kind, many: usize, folder: &Path) -> Option<f64> {
    let mut table = format!("{}\n", kind.head);
    for n in 0..many {
        let _ = writeln!(table, "{}", (kind.row)(n, many));
    }
    let name = format!("{}-{many}", kind.name.replace(' ', "-"));
    fs::write(folder.join(&name).with_extension("csv"), table).ok()?;
    let mut command = Command::new("valgrind");
    command.current_dir(folder).stdin(Stdio::null());
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    let [table, figure] = ["csv", "svg"].map(|end| format!("{name}.{end}"));
    command.arg(env!("CARGO_BIN_EXE_annals")).args(["--no-config", &table, "-o", &figure]);
    let output = command.args(["--max-events", "1000000"]).args(kind.args).output().ok()?;
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    let counted = words.lines().find_map(|line| line.split("Collected : ").nth(1));
    let counted = counted.and_then(|number| number.trim().parse().ok());
    if !output.status.success() || counted.is_none() {
        eprintln!("{} of {many} rows: {words}", kind.name);
        return None;
    }
    counted
}

fn has_valgrind() -> bool {
    let mut command = Command::new("valgrind");
    command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// A row of the table that is told, and whether work grows as it may; `start` is what any process takes.
fn row(kind: &Kind, (part, start): (usize, f64), folder: &Path) -> (String, bool) {
    // Of fewer rows the steps of sizes say more than growth.
    let few = (kind.many / part).max(FEWEST);
    let sizes = [few, few * TIMES];
    let [Some(few), Some(more)] = sizes.map(|many| instructions(kind, many, folder)) else {
        return (format!("| {} | not measured |", kind.name), false);
    };
    let [small, large] = sizes.map(|many| many as f64);
    // What any process takes says nothing of growth.
    let ratio = (more - start) / (few - start);
    let limit = large * libm::log2(large) / (small * libm::log2(small));
    let is_sound = ratio <= limit * SLACK;
    let verdict = if is_sound { "" } else { " exceeded" };
    let [few, more] = [few, more].map(|count| count / 1e6);
    let counts = format!("{small} | {few:.0} | {large} | {more:.0}");
    (format!("| {} | {counts} | {ratio:.2} | {limit:.2}{verdict} |", kind.name), is_sound)
}

/// The rows of some kinds in their order, on all cores.
fn rows(kinds: &[Kind], by: (usize, f64), folder: &Path) -> Vec<(String, bool)> {
    let next = Mutex::new(0..kinds.len());
    let found = Mutex::new(vec![(String::new(), false); kinds.len()]);
    let take = || next.lock().ok()?.next();
    let work = || {
        while let Some(place) = take() {
            let row = row(&kinds[place], by, folder);
            let _ = found.lock().map(|mut found| found[place] = row);
        }
    };
    let many = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| (0..many).for_each(|_| drop(scope.spawn(work))));
    found.into_inner().unwrap_or_default()
}

fn main() -> ExitCode {
    if !has_valgrind() {
        println!("skipped: valgrind is not installed, which counts instructions");
        return ExitCode::SUCCESS;
    }
    let args: Vec<String> = std::env::args().skip(1).collect();
    let part = if args.iter().any(|arg| arg == "--short") { TIMES } else { 1 };
    let chosen: Vec<&String> = args.iter().filter(|arg| !arg.starts_with('-')).collect();
    let folder = std::env::temp_dir().join(format!("annals-growth-{}", std::process::id()));
    if fs::create_dir_all(&folder).is_err() {
        return ExitCode::FAILURE;
    }
    let is_chosen = |kind: &Kind| chosen.is_empty() || chosen.iter().any(|name| *name == kind.name);
    let kinds: Vec<Kind> = kinds().into_iter().filter(is_chosen).collect();
    let nothing = Kind { name: "start", head: POINTS, row: point, args: LISTS, many: 2 };
    let Some(start) = instructions(&nothing, nothing.many, &folder) else {
        return ExitCode::FAILURE;
    };
    let rows = rows(&kinds, (part, start), &folder);
    println!(
        "| table | rows | million instructions | rows | million instructions | ratio | n log n |"
    );
    println!("| --- | --- | --- | --- | --- | --- | --- |");
    rows.iter().for_each(|(row, _)| println!("{row}"));
    let _ = fs::remove_dir_all(&folder);
    if rows.iter().all(|(_, is_sound)| *is_sound) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
