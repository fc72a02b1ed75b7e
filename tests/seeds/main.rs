//! The seeds of the fuzzer, tried without it: what it starts from and what it has found.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at a surprise")]

mod choose;
mod font;
mod house;
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

use std::path::Path;

/// Tries every seed of a target, at least as many as these, and tells of all that fail.
fn try_all(target: &str, least: usize, holds: fn(&[u8]) -> Result<(), String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/seeds/inputs").join(target);
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
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

/// Workbooks with a byte changed, left out or doubled here and there are read or refused.
#[test]
fn damaged_workbooks_are_read_or_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/seeds/inputs/workbook");
    let mut number = 1_u64;
    let mut random = |below: usize| {
        number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (number >> 33) as usize % below.max(1)
    };
    for entry in std::fs::read_dir(folder).unwrap() {
        let sound = std::fs::read(entry.unwrap().path()).unwrap();
        for _ in 0..60 {
            let mut bytes = sound.clone();
            for _ in 0..=random(3) {
                let at = 2 + random(bytes.len() - 2);
                match random(4) {
                    0 => bytes.truncate(at.max(3)),
                    1 if at < bytes.len() => drop(bytes.remove(at)),
                    2 if at < bytes.len() => bytes[at] = random(256) as u8,
                    _ => {
                        let end = (at + random(40)).min(bytes.len());
                        let piece = bytes[at.min(end)..end].to_vec();
                        bytes.extend(piece);
                    }
                }
            }
            assert_eq!(workbook::holds(&bytes), Ok(()), "{bytes:?}");
        }
    }
}
