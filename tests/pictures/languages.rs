//! The figures of the page `docs/languages.md`: the same six events in each language, which `golden.rs` draws.

use crate::gallery::{ROOT, files};
use std::fs;
use std::path::Path;

const PAGE: &str = include_str!("../../docs/languages.md");

/// Languages whose letters the bundled font lacks.
const WITHOUT_A_FACE: [&str; 7] = ["ar", "ar-EG", "hi", "ja", "ko", "ur", "zh"];

/// The codes of the languages that the page shows a figure in.
pub(crate) fn codes() -> Vec<&'static str> {
    let links = PAGE.split("![").skip(1);
    links.filter_map(|link| Some(link.split_once("](../output/languages/")?.0)).collect()
}

/// The path of the figure in a language.
pub(crate) fn picture_of(code: &str) -> String {
    format!("output/languages/{code}.svg")
}

#[test]
fn every_language_that_can_be_drawn_has_a_figure() {
    let rows = PAGE.lines().filter_map(|line| line.strip_prefix("| `"));
    let named = rows.flat_map(|row| {
        let cell = row.split_once(" |").unwrap().0;
        let known = cell.split(" (").next().unwrap();
        known.split(", ").map(|code| code.trim_matches('`'))
    });
    let drawn: Vec<&str> = named.filter(|code| !WITHOUT_A_FACE.contains(code)).collect();
    assert_eq!(codes(), drawn);
    let pictures: Vec<String> = codes().into_iter().map(picture_of).collect();
    assert_eq!(files("output/languages", ".svg"), {
        let mut sorted = pictures.clone();
        sorted.sort();
        sorted
    });
}

#[test]
fn each_figure_says_its_language_and_its_dates() {
    let of = |code: &str| fs::read_to_string(Path::new(ROOT).join(picture_of(code))).unwrap();
    for code in codes() {
        let svg = of(code);
        let language = if code == "en-GB" || code == "en-US" { code } else { &code[..2] };
        assert!(svg.contains(&format!(" lang=\"{language}")), "{code}");
        // The year 2010 is in each of them, whatever is around it.
        assert!(svg.contains("2010") && svg.contains("1204"), "{code}");
    }
    for (code, dates) in [
        ("de", ["44 v. Chr.", "Mai 1848", "12. März 2010", "m 1450"]),
        ("fr", ["44 av. J.-C.", "mai 1848", "12 mars 2010", "ers 1450"]),
        ("ru", ["44 г. до н. э.", "ай 1848", "12 марта 2010", "1450"]),
        ("hu", ["i. e. 44", "1848. május", "2010. március 12.", "1450"]),
    ] {
        let words = of(code).to_lowercase().replace(['\u{a0}', '\u{202f}'], " ");
        for date in dates {
            assert!(words.contains(&date.to_lowercase()), "{code}: {date}");
        }
    }
}
