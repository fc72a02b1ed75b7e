//! The seeds of the fuzzer, tried without it: what it starts from and what it has found.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at a surprise")]

mod choose;
mod damaged;
mod font;
mod house;
mod options;
mod picture;
#[allow(dead_code, reason = "other tests use the rest")]
#[path = "../support/remapped_font.rs"]
mod remapped_font;
mod table;
mod workbook;
#[allow(dead_code, reason = "other tests use the rest")]
#[path = "../support/xml.rs"]
mod xml;

#[allow(dead_code, unreachable_pub, reason = "the library uses the rest")]
#[path = "../../src/render/zip.rs"]
mod zip;

use std::path::{Path, PathBuf};

/// The files of the seeds of a target.
fn paths(target: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/seeds/inputs").join(target);
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// Tries every seed of a target, at least as many as these, and tells of all that fail.
fn try_all(target: &str, least: usize, holds: fn(&[u8]) -> Result<(), String>) {
    let paths = paths(target);
    assert!(paths.len() >= least, "{} seeds", paths.len());
    let tried = paths.iter().filter_map(|path| {
        let fault = holds(&std::fs::read(path).unwrap()).err()?;
        Some(format!("{path:?}: {fault}"))
    });
    let failed: Vec<String> = tried.collect();
    assert!(failed.is_empty(), "{} fail:\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn the_seeds_of_read_hold() {
    try_all("read", 60, table::holds);
}

#[test]
fn the_seeds_of_render_hold() {
    try_all("render", 60, picture::holds);
}

/// Random tables with random options are drawn or refused. `CASES` says how many, `FIRST` which is
/// the first.
#[test]
fn random_tables_are_drawn_or_refused() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let (first, many) = (number("FIRST").unwrap_or(1), number("CASES").unwrap_or(40));
    let tried = (first..first + many).filter_map(|case| {
        let mut state = case;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(case | 1);
            (state >> 33) as u8
        };
        next();
        let length = 40 + usize::from(next()) * 3 / 2;
        let bytes: Vec<u8> = (0..length).map(|_| next()).collect();
        let held = std::panic::catch_unwind(|| picture::holds(&bytes));
        let fault = held.map_or(Some("panic".to_owned()), Result::err)?;
        Some(format!("case {case}: {fault}"))
    });
    let failed: Vec<String> = tried.collect();
    assert!(failed.is_empty(), "{} fail:\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn the_seeds_of_font_hold() {
    try_all("font", 12, font::holds);
}

#[test]
fn the_seeds_of_house_hold() {
    try_all("house", 8, house::holds);
}

/// What a calendar begins with.
const CALENDAR: &str = "BEGIN:VCALENDAR\n";

/// What a table in Markdown begins with.
const MARKDOWN: &str = "date | title\n-- | --\n";

#[test]
fn the_seeds_of_documents_hold() {
    try_all("json", 10, table::holds);
    try_all("mermaid", 6, table::holds);
    try_all("calendar", 8, |bytes| table::holds_below(CALENDAR, bytes));
    try_all("markdown", 6, |bytes| table::holds_below(MARKDOWN, bytes));
}

#[test]
fn the_seeds_of_workbook_hold() {
    try_all("workbook", 40, workbook::holds);
}

#[test]
fn the_seeds_of_options_hold() {
    try_all("options", 4, options::holds);
}

/// A target with the folder of its seeds and how many thousandths of the cases it is tried with, as some
/// take longer.
type Damaged = (&'static str, usize, fn(&[u8]) -> Result<(), String>);

const DAMAGED: [Damaged; 10] = [
    ("read", 1000, table::holds),
    ("json", 1000, table::holds),
    ("mermaid", 1000, table::holds),
    ("calendar", 1000, |bytes| table::holds_below(CALENDAR, bytes)),
    ("markdown", 1000, |bytes| table::holds_below(MARKDOWN, bytes)),
    ("workbook", 1000, workbook::holds),
    ("house", 1000, house::holds),
    ("options", 1000, options::holds),
    ("font", 50, font::holds),
    ("render", 50, picture::holds),
];

/// Seeds that are damaged at random hold, too. `CASES` says how many of each target, `TARGET` names one
/// of them, and `FIRST` is the number that begins another row of cases.
#[test]
fn damaged_seeds_hold() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<usize>().ok());
    let cases = number("CASES").unwrap_or(200);
    let first = number("FIRST").unwrap_or(1) as u64;
    let target = std::env::var("TARGET").unwrap_or_default();
    for (name, share, holds) in DAMAGED.iter().filter(|one| target.is_empty() || one.0 == target) {
        let seeds: Vec<Vec<u8>> =
            paths(name).iter().map(|path| std::fs::read(path).unwrap()).collect();
        let mut numbers = damaged::Numbers::new(first);
        for case in 0..cases * share / 1000 {
            let bytes = damaged::damaged(&seeds, &mut numbers);
            let held = std::panic::catch_unwind(|| holds(&bytes)).unwrap_or(Err("panic".into()));
            assert_eq!(held, Ok(()), "{name} {case}: {:?}", String::from_utf8_lossy(&bytes));
        }
    }
}
