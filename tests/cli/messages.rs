//! What is printed of errors and notes, and where each is.

#![cfg(unix)]

use crate::folder::Folder;
use crate::shell::{folder, printed};
use std::fs;

#[test]
fn the_cell_at_fault_is_underlined() {
    let folder = Folder::new("underline");
    let rows = "中文,\"é\tx\",2010-00\n\"a\n\nb\",x,2010-02-30\n";
    folder.file("t.csv", &format!("title,description,date\n{rows}"));
    let (_, words) = printed(&folder, "\"$A\" t.csv -o t.svg", 1);
    let lines: Vec<&str> = words.lines().collect();
    assert_eq!(
        lines,
        [
            "t.csv:2:15: column \"date\": \"2010-00\": there is no month 00; write 01 to 12",
            "    2 | 中文,\"é    x\",2010-00",
            "      |               ~~~~~^~",
            "t.csv:5:14: column \"date\": \"2010-02-30\": 2010-02 has no day 30; write 01 to 28",
            "    5 | b\",x,2010-02-30",
            "      |      ~~~~~~~~^~",
        ]
    );
}

#[test]
fn slips_of_the_pen_are_answered_with_what_was_meant() {
    let folder = folder("slips");
    folder.file("slip.csv", "date,title,Categroy\n2010,A,x\n");
    folder.file("daet.csv", "daet,title\n2010,A\n");
    folder.file("slip.toml", "titel = 'x'\n");
    for (line, code, part) in [
        ("t.csv --widht 3in", 2, "--width"),
        ("t.csv --size slied", 2, "did you mean \"slide\"?"),
        ("t.csv --style lsits", 2, "did you mean \"lists\"?"),
        ("t.csv -f pgn", 2, "did you mean \"png\"?"),
        ("t.csv --column titel=x", 2, "did you mean \"title\"?"),
        ("t.csv --snippet htlm -o t.svg", 2, "html"),
        (
            "t.csv --config slip.toml",
            2,
            "slip.toml:1:1: there is no option \"titel\"; did you mean title?",
        ),
        ("daet.csv", 0, "the column \"daet\" is used as the date, judging by its cells"),
        ("slip.csv --no-config", 0, "if \"Categroy\" is the category, set --column category"),
    ] {
        let (_, words) = printed(&folder, &format!("\"$A\" {line} > /dev/null"), code);
        assert!(words.contains(part), "{line}: {words}");
    }
}

#[test]
fn a_check_tells_all_and_writes_nothing() {
    let folder = folder("check");
    folder.file("n.csv", "date,title,x\n2010,A,1\n");
    let form = "form: flags (each event has a label)\n";
    assert_eq!(printed(&folder, "\"$A\" t.csv --check", 0), (form.to_owned(), String::new()));
    assert_eq!(printed(&folder, "\"$A\" t.csv --check --strict -o t.svg", 0).0, form);
    assert!(printed(&folder, "\"$A\" f.csv --check", 1).1.contains("month 00"));
    assert!(printed(&folder, "\"$A\" n.csv --check", 0).1.contains("\"x\" is ignored"));
    assert!(printed(&folder, "\"$A\" t.csv --check -o no/t.svg", 3).1.contains("no folder"));
    assert_eq!(folder.names(), ["f.csv", "n.csv", "t.csv"]);
}

#[test]
fn with_strict_notes_are_faults() {
    let folder = folder("strict");
    folder.file("n.csv", "date,title,x\n2010,A,1\n2011,中,2\n");
    folder.file("n.svg", "old");
    printed(&folder, "\"$A\" t.csv --strict -o t.svg", 0);
    let (_, words) = printed(&folder, "\"$A\" n.csv --strict -o n.svg -o m.png", 1);
    for part in ["\"x\" is ignored", "U+4E2D", "nothing was written"] {
        assert!(words.contains(part), "{words}");
    }
    folder.file("n.toml", "strict = true\n");
    printed(&folder, "\"$A\" n.csv -o n.svg", 1);
    assert_eq!(fs::read(folder.0.join("n.svg")).unwrap(), b"old");
    assert_eq!(folder.names(), ["f.csv", "n.csv", "n.svg", "n.toml", "t.csv", "t.svg"]);
}

#[test]
fn other_encodings_are_read_when_said() {
    let folder = folder("encodings");
    fs::write(folder.0.join("l.csv"), b"date,title\n2010,Gr\xF6\xDFe\n").unwrap();
    fs::write(folder.0.join("k.csv"), b"date,title\n2010,\xED\xC9\xD2\n").unwrap();
    let (_, words) = printed(&folder, "\"$A\" k.csv", 1);
    assert!(words.starts_with("k.csv:2:6: byte 6 of this line, 0xED, is not UTF-8"), "{words}");
    assert!(words.contains("--encoding windows-1252"), "{words}");
    let (svg, words) = printed(&folder, "\"$A\" l.csv", 0);
    assert!(svg.contains(">Größe<") && words.contains("read as windows-1252"), "{words}");
    let (svg, _) = printed(&folder, "\"$A\" l.csv --encoding windows-1252", 0);
    assert!(svg.contains(">Größe<"));
    folder.file("l.toml", "encoding = 'latin1'\n");
    printed(&folder, "\"$A\" l.csv", 0);
    assert!(printed(&folder, "\"$A\" l.csv --encoding klingon", 2).1.contains("windows-1252"));
}

#[test]
fn a_file_of_options_is_bounded_too() {
    let folder = folder("config");
    folder.file("large.toml", &"#\n".repeat(600_000));
    assert!(printed(&folder, "\"$A\" t.csv --config large.toml", 2).1.contains("1 MiB"));
    fs::write(folder.0.join("l.toml"), b"title = 'Gr\xF6\xDFe'\n").unwrap();
    assert!(printed(&folder, "\"$A\" t.csv --config l.toml", 2).1.contains("not UTF-8"));
}
