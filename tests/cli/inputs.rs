//! Files that a run reads are never written by it, and the example is a table.

#![cfg(unix)]

use crate::shell::{folder, printed};
use std::fs;

#[test]
fn no_output_replaces_a_file_that_is_read() {
    let folder = folder("inputs");
    let table = "date,title\n2009,First\n2011,Second\n";
    for (name, text) in [("in.svg", table), ("o.svg", "title = 'T'\n"), ("f.svg", "no font")] {
        folder.file(name, text);
    }
    let before = |name: &str| fs::read(folder.0.join(name)).unwrap();
    let kept = ["t.csv", "in.svg", "o.svg", "f.svg"].map(before);
    for (line, part) in [
        ("\"$A\" t.csv >> t.csv", "standard output goes into the table itself"),
        ("\"$A\" - < t.csv >> t.csv", "standard output goes into the table itself"),
        ("\"$A\" t.csv -o /dev/stdout >> t.csv", "the table"),
        ("\"$A\" - -o in.svg < in.svg", "it is the table; give the output another name"),
        ("\"$A\" in.svg -o ./in.svg", "is the input file"),
        ("\"$A\" t.csv --config o.svg -o o.svg", "it is the options file"),
        ("\"$A\" t.csv --font f.svg -o f.svg", "it is a font"),
        ("ln -f in.svg link.svg && \"$A\" - -o link.svg < in.svg", "it is the table"),
    ] {
        let (_, words) = printed(&folder, line, 3);
        assert!(words.contains(part), "{line}: {words}");
        assert_eq!(["t.csv", "in.svg", "o.svg", "f.svg"].map(before), kept, "{line}");
    }
    printed(&folder, "cp t.csv u.csv; \"$A\" t.csv >> u.csv", 0);
}

#[test]
fn the_example_is_a_table_that_is_drawn_without_a_word() {
    let folder = folder("example");
    printed(&folder, "\"$A\" --example > e.csv", 0);
    let (_, words) = printed(&folder, "\"$A\" e.csv --check", 0);
    assert_eq!(words, "");
    assert!(fs::read_to_string(folder.0.join("e.csv")).unwrap().starts_with("date,end,title"));
}

#[test]
fn the_example_is_the_same_as_a_workbook() {
    let folder = folder("example-workbook");
    let draw = "\"$A\" --example {kind} > e; \"$A\" e --alt";
    let csv = printed(&folder, &draw.replace("{kind}", "csv"), 0);
    let workbook = printed(&folder, &draw.replace("{kind}", "workbook"), 0);
    assert_eq!(csv, workbook);
    assert_eq!(csv.1, "");
}
