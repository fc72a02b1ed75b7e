//! Drafts of whole texts, measured against the dates marked in them.
//!
//! In `texts` a date is marked as `{words=value}`: the value is the date cell of its row, with the
//! end after a slash. `=~` marks a date that is told from another or carries its year; the others
//! are calendar dates. The facts are common knowledge or made up, in words of our own.

mod holds;
mod subjects;
mod titles;

use annals::draft::{Draft, DraftOptions, DraftRow, draft, to_csv};
use annals::{ReadOptions, read_table};
use holds::holds;
use proptest::prelude::*;
use proptest::sample::select;
use std::fs;
use std::path::{Path, PathBuf};

/// A date that a text is marked with.
struct Gold {
    line: u64,
    value: String,
    is_calendar: bool,
}

/// What was found of what is marked.
#[derive(Default, Debug)]
struct Score {
    rows: usize,
    true_rows: usize,
    right_rows: usize,
    calendar: usize,
    found_calendar: usize,
    gold: usize,
}

fn texts() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/draft/texts");
    let entries = fs::read_dir(folder).expect("the texts");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a text").path()).collect();
    paths.sort();
    paths
}

/// A text without its marks, and what they say.
fn unmarked(marked: &str) -> (String, Vec<Gold>) {
    let (mut text, mut gold) = (String::new(), Vec::new());
    for part in marked.split_inclusive(['{', '}']) {
        match part.strip_suffix('}') {
            Some(inside) => {
                let (words, value) = inside.rsplit_once('=').expect("a value");
                let line = text.matches('\n').count() as u64 + 1;
                text.push_str(words);
                let is_calendar = !value.starts_with('~');
                let value = value.trim_start_matches('~').to_owned();
                gold.push(Gold { line, value, is_calendar });
            }
            None => text.push_str(part.trim_end_matches('{')),
        }
    }
    (text, gold)
}

fn value(row: &DraftRow) -> String {
    if row.end.is_empty() { row.date.clone() } else { format!("{}/{}", row.date, row.end) }
}

/// Compares rows with marks of the same line: equal ones first.
fn score(rows: &[DraftRow], gold: &[Gold], told: &mut Vec<String>) -> Score {
    let mut score = Score { rows: rows.len(), gold: gold.len(), ..Score::default() };
    let mut open: Vec<&Gold> = gold.iter().collect();
    let mut count = |open: &mut Vec<&Gold>, row: &DraftRow, is_right: bool| {
        let at = open
            .iter()
            .position(|one| one.line == row.line && (!is_right || one.value == value(row)));
        let Some(at) = at else { return false };
        let found = open.remove(at);
        score.true_rows += 1;
        score.right_rows += usize::from(is_right);
        score.found_calendar += usize::from(found.is_calendar);
        if !is_right {
            told.push(format!("line {}: {} is read as {}", row.line, found.value, value(row)));
        }
        true
    };
    let rest: Vec<&DraftRow> = rows.iter().filter(|row| !count(&mut open, row, true)).collect();
    let wrong: Vec<&DraftRow> =
        rest.into_iter().filter(|row| !count(&mut open, row, false)).collect();
    told.extend(wrong.iter().map(|row| format!("line {}: {} is no date", row.line, value(row))));
    told.extend(open.iter().map(|one| format!("line {}: {} is missed", one.line, one.value)));
    score.calendar = gold.iter().filter(|one| one.is_calendar).count();
    score
}

#[test]
fn dates_of_texts_in_five_languages_are_found_and_right() {
    let mut all = Score::default();
    let mut told = Vec::new();
    for path in texts() {
        let marked = fs::read_to_string(&path).expect("a text");
        let (text, gold) = unmarked(&marked);
        let Draft { rows, .. } = draft(&text, &DraftOptions::default());
        let mut of_text = Vec::new();
        let one = score(&rows, &gold, &mut of_text);
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        told.extend(of_text.into_iter().map(|line| format!("{name}: {line}")));
        all.rows += one.rows;
        all.true_rows += one.true_rows;
        all.right_rows += one.right_rows;
        all.calendar += one.calendar;
        all.found_calendar += one.found_calendar;
        all.gold += one.gold;
    }
    let told = told.join("\n");
    let share = |part: usize, whole: usize| part as f64 / whole as f64;
    println!("{told}\n{all:?}");
    assert!(all.gold >= 600, "{all:?}");
    assert!(share(all.true_rows, all.rows) >= 0.98, "precision {all:?}\n{told}");
    assert!(share(all.found_calendar, all.calendar) >= 0.9, "recall {all:?}\n{told}");
    assert!(share(all.right_rows, all.true_rows) >= 0.95, "values {all:?}\n{told}");
}

#[test]
fn drafts_are_tables_that_are_read_without_a_note() {
    for path in texts() {
        let (text, _) = unmarked(&fs::read_to_string(&path).expect("a text"));
        let rows = draft(&text, &DraftOptions::default()).rows;
        let table = read_table(to_csv(&rows).as_bytes(), &ReadOptions::default());
        let table = table.unwrap_or_else(|error| panic!("{path:?}: {error}"));
        assert_eq!(table.events.len(), rows.len(), "{path:?}");
        assert_eq!(table.notes, [], "{path:?}");
        for row in &rows {
            assert!((3..=60).contains(&row.title.chars().count()), "{row:?}");
        }
    }
}

proptest! {
    #[test]
    fn any_text_gives_rows_that_it_holds(text in "\\PC{0,400}") {
        holds(&text);
    }

    #[test]
    fn any_order_of_words_gives_rows_that_they_hold(words in prop::collection::vec(select(WORDS), 0..60)) {
        holds(&words.join(" "));
        holds(&words.concat());
    }
}

/// Words that texts of dates are made of, and marks that are not closed.
const WORDS: &[&str] = &[
    "In",
    "1944",
    "1914–18",
    "12",
    "May",
    "march",
    "5–6",
    "June",
    "the",
    "of",
    "century",
    "19th",
    "from",
    "to",
    "between",
    "and",
    "BC",
    "AD",
    "late",
    "early",
    "summer",
    "1920s",
    ".",
    ",",
    "(",
    ")",
    "[12]",
    "\n",
    "\n\n",
    "# ",
    "```",
    "| a |",
    "<p>",
    "<table>",
    "&nbsp;",
    "$411",
    "1,000",
    "two",
    "years",
    "later",
    "next",
    "year",
    "Monday",
    "c.",
    "v.",
    "Chr.",
    "Jahr",
    "Mai",
    "bis",
    "vom",
    "siècle",
    "XIXe",
    "mai",
    "de",
    "mayo",
    "siglo",
    "XIX",
    "году",
    "в",
    "г.",
    "мая",
    "1944-02-30",
    "30",
    "February",
    "10.30",
    "-",
    "\"",
    "“",
    "until",
    "since",
    "about",
    "first",
    "half",
    "<!--",
    "[",
    "](",
    "*",
    "_",
    "999999999999999999999",
    "0",
    "0000",
    "AMAN-2021",
    "{",
    "1944/45",
    "s",
];

#[test]
fn time_is_linear_whatever_is_open() {
    for part in [
        "[",
        "<a ",
        "<!--",
        "&",
        "*",
        "`",
        "1..",
        "1-",
        "!",
        "1 May 1944, ",
        "(",
        "\"",
        "[a](",
        "v.",
        "<table>",
    ] {
        let text = part.repeat(100_000 / part.len());
        let start = std::time::Instant::now();
        draft(&text, &DraftOptions::default());
        assert!(start.elapsed().as_secs() < 60, "{part:?}: {:?}", start.elapsed());
    }
}

/// The chapters of the documentation.
const CHAPTERS: [&str; 3] = ["alexander", "flight", "voyages"];

/// A chapter of the documentation, and its draft.
fn chapter(name: &str) -> (String, Vec<DraftRow>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/articles");
    let text = fs::read_to_string(folder.join(format!("{name}.txt"))).expect("a chapter");
    let rows = draft(&text, &DraftOptions::default()).rows;
    (text, rows)
}

/// The chapters of the documentation, with the tables it shows.
#[test]
fn the_page_shows_what_a_draft_gives() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/articles");
    for name in CHAPTERS {
        let table = to_csv(&chapter(name).1);
        let path = folder.join(format!("{name}.csv"));
        if std::env::var_os("ACCEPT").is_some() {
            fs::write(&path, &table).expect("the table");
        }
        assert_eq!(fs::read_to_string(&path).expect("a table"), table, "{name}");
    }
}

/// The numbers of a date that its words have: its day and its year, unless they are told from others.
fn numbers_said(row: &DraftRow) -> Vec<String> {
    let is_about = |words: &str| row.check.contains(words);
    let is_day = row.date.len() == 10 && row.date.split('-').count() == 3;
    let numbers = row.date.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let numbers: Vec<String> =
        numbers.map(|part| part.trim_start_matches('0').to_owned()).collect();
    let year = numbers.iter().find(|number| number.len() > 1 && !is_day || number.len() == 4);
    let day = numbers.last().filter(|_| is_day);
    match (is_about("counted from"), is_about("carried on")) {
        (true, _) => Vec::new(),
        (false, true) => day.cloned().into_iter().collect(),
        (false, false) => day.into_iter().chain(year).cloned().collect(),
    }
}

/// A date may go on in the line after the one it begins in.
#[test]
fn each_date_of_the_page_stands_in_the_line_that_it_names() {
    let mut said = 0;
    for name in CHAPTERS {
        let (text, rows) = chapter(name);
        let lines: Vec<&str> = text.lines().collect();
        for row in &rows {
            let at = usize::try_from(row.line).expect("a line") - 1;
            let (line, next) = (lines[at], lines.get(at + 1).copied().unwrap_or_default());
            let words: Vec<&str> = line.split_whitespace().collect();
            let is_told = words.windows(2).any(|pair| row.description.contains(&pair.join(" ")));
            assert!(is_told, "{name}: {row:?} is not told in {line:?}");
            let both = format!("{line} {next}");
            for number in numbers_said(row) {
                said += 1;
                let digits = both.split(|c: char| !c.is_ascii_digit());
                assert!(
                    digits.clone().any(|one| one == number),
                    "{name}: {number} of {row:?} in {both:?}"
                );
            }
        }
    }
    assert!(said > 150, "{said}");
}
