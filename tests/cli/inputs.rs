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

#[test]
fn tables_are_drawn_as_one_figure() {
    let folder = folder("several");
    folder.file("counts.csv", "date,category,count\n2010-01,A,90\n2010-02,A,40\n2010-03,A,70\n");
    folder.file("notable.csv", "when it was,title\n2010-02-14,Outage\n");
    let line = "\"$A\" counts.csv notable.csv --column date='when it was' -o f.svg";
    printed(&folder, line, 1);
    folder.file("notable.csv", "date,title\n2010-02-14,Outage\n");
    printed(&folder, "\"$A\" counts.csv notable.csv -o f.svg", 0);
    let svg = fs::read_to_string(folder.0.join("f.svg")).unwrap();
    assert!(svg.contains("14 Feb") && svg.contains("200 events, 1 named."), "{svg}");
    printed(&folder, "\"$A\" notable.csv counts.csv -o g.svg --title t", 0);
    printed(&folder, "\"$A\" counts.csv notable.csv -o f.svg --title t && cmp f.svg g.svg", 0);
    let (_, words) = printed(&folder, "\"$A\" counts.csv f.svg -o f.svg", 3);
    assert!(words.contains("is the input file"), "{words}");
}

#[test]
fn a_title_above_the_header_is_that_of_the_figure_unless_another_is_given() {
    let folder = folder("titled");
    folder.file("t.csv", "Our bridges,\nYear,Event\n1209,Stone\n1831,Iron\n");
    let svg = |line: &str| {
        printed(&folder, &format!("\"$A\" {line} -o f.svg"), 0);
        fs::read_to_string(folder.0.join("f.svg")).unwrap()
    };
    assert!(svg("t.csv").contains(">Our bridges<"));
    assert!(!svg("t.csv --title Others").contains("Our bridges"));
    assert!(!svg("t.csv --title ''").contains("Our bridges"));
    folder.file("u.csv", "date,title\n1900,Steel\n");
    assert!(!svg("t.csv u.csv").contains("Our bridges"), "of two tables neither is");
}

#[test]
fn all_faults_of_all_tables_are_told() {
    let folder = folder("faults");
    folder.file("a.csv", "date,title\nsoonish,A\n");
    folder.file("b.csv", "date,title\n2010-02-31,B\n");
    let (_, words) = printed(&folder, "\"$A\" a.csv b.csv -o f.svg", 1);
    assert!(words.contains("a.csv:2") && words.contains("b.csv:2"), "{words}");
}

#[test]
fn each_table_has_a_figure_by_its_name_or_none_has() {
    let folder = folder("stems");
    folder.file("a.csv", "date,title\n2009,First\n");
    folder.file("b.csv", "date,title\n2010-13-01,Second\n");
    printed(&folder, "\"$A\" a.csv b.csv -o '{stem}.svg'", 1);
    assert!(!folder.0.join("a.svg").exists(), "all or none");
    folder.file("b.csv", "date,title\n2010,Second\n");
    printed(&folder, "\"$A\" a.csv b.csv -o '{stem}.svg' -o 'of {stem}.png' --dpi 30", 0);
    for name in ["a.svg", "b.svg", "of a.png", "of b.png"] {
        assert!(folder.0.join(name).exists(), "{name}");
    }
    for (line, part) in [
        ("\"$A\" a.csv b.csv -o '{stem}.svg' -o all.svg", "all.svg would hold several figures"),
        ("\"$A\" - -o '{stem}.svg' < a.csv", "standard input has no name"),
    ] {
        let (_, words) = printed(&folder, line, 2);
        assert!(words.contains(part), "{words}");
    }
}
