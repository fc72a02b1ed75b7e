//! The page of promises names tests that there are.

use std::fs;
use std::path::Path;

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The rows of the table: number, and what holds the promise.
fn promises() -> Vec<(usize, &'static str)> {
    let rows = include_str!("../PROMISES.md").lines().filter(|line| line.starts_with("| "));
    let cells = rows.map(|row| row.trim_matches('|').split(" | ").map(str::trim).collect());
    let cells = cells.filter_map(|cells: Vec<&str>| Some((cells[0].parse().ok()?, *cells.last()?)));
    cells.collect()
}

#[test]
fn every_promise_has_a_test_that_holds_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let promises = promises();
    let numbers: Vec<usize> = promises.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, (1..=30).collect::<Vec<_>>());
    for (number, holds) in promises {
        let mut file = String::new();
        let mut tests = 0;
        for word in quoted(holds) {
            if word.ends_with(".rs") {
                file = fs::read_to_string(root.join(word)).unwrap_or_else(|_| panic!("no {word}"));
                continue;
            }
            assert!(file.contains(&format!("fn {word}(")), "promise {number}: no test {word}");
            tests += 1;
        }
        assert!(tests > 0, "promise {number} has no test");
    }
}
