//! Streams that are closed, full or gone, pipes and devices, terminals.

#![cfg(unix)]

use crate::folder::Folder;
use crate::shell::{folder, printed, shell};
use std::fs;

/// What a terminal gets, by the program `script` of util-linux.
fn on_terminal(folder: &Folder, line: &str) -> String {
    let script = format!("TERM=xterm script -qec '{line}' /dev/null < /dev/null");
    String::from_utf8_lossy(&shell(folder, &script).stdout).into_owned()
}

#[test]
fn colour_is_for_terminals_alone() {
    let folder = folder("colour");
    assert!(!printed(&folder, "\"$A\" f.csv", 1).1.contains('\u{1b}'));
    if shell(&folder, "script --version").status.success() {
        assert!(on_terminal(&folder, "\"$A\" f.csv -o f.svg").contains("\u{1b}[1mf.csv:2:6:"));
        for plain in ["NO_COLOR=1", "TERM=dumb"] {
            let words = on_terminal(&folder, &format!("{plain} \"$A\" f.csv -o f.svg"));
            assert!(words.contains("f.csv:2:6: ") && !words.contains('\u{1b}'), "{words:?}");
        }
        let quick = on_terminal(&folder, "\"$A\" t.csv -o t.svg");
        assert_eq!(quick, "", "quick work shows no progress");
    }
}

#[test]
fn progress_is_for_terminals_alone_and_leaves_nothing() {
    let folder = Folder::new("progress");
    let rows: String = (0..9000).map(|n| format!("{},Event {n}\n", 1000 + n % 1000)).collect();
    folder.file("t.csv", &format!("date,title\n{rows}"));
    let line = "\"$A\" t.csv --width 9000px --dpi 40 -o t.png -o t.svg";
    assert_eq!(printed(&folder, line, 0).1, "");
    if shell(&folder, "script --version").status.success() {
        // Nobody knows how quick the machine is; what is shown must be wiped out.
        let words = on_terminal(&folder, line);
        assert!(words.is_empty() || words.ends_with("\r\u{1b}[K"), "{words:?}");
    }
}

#[test]
fn streams_that_are_closed_or_full_are_no_panic() {
    let folder = folder("streams");
    for (line, code) in [
        ("\"$A\" f.csv 2>&-", 1),
        ("\"$A\" t.csv -o t.svg 2>&- >&- <&-", 0),
        ("\"$A\" f.csv 2>/dev/full", 1),
        ("\"$A\" t.csv --colour 2>/dev/full", 2),
        ("\"$A\" --help 2>/dev/full >/dev/full", 0),
        ("\"$A\" t.csv >/dev/full", 3),
        ("\"$A\" t.csv -f pdf >/dev/full", 3),
        ("\"$A\" t.csv --alt >/dev/full", 3),
        ("\"$A\" t.csv --explain-dates >/dev/full", 3),
        ("\"$A\" --man >/dev/full", 3),
    ] {
        let (_, words) = printed(&folder, line, code);
        assert!(!words.contains("panicked"), "{words}");
    }
    assert!(printed(&folder, "\"$A\" t.csv >/dev/full", 3).1.contains("make room"));
}

#[test]
fn a_reader_that_leaves_early_is_content() {
    let folder = folder("leaves");
    let rows: String = (0..3000).map(|n| format!("{},Event {n}\n", 1000 + n % 1000)).collect();
    folder.file("l.csv", &format!("date,title\n{rows}"));
    for line in
        ["l.csv", "l.csv -f png", "l.csv --explain-dates", "--help", "--man", "--completions zsh"]
    {
        // The exit code of the command itself, told on the third descriptor.
        let line = format!("{{ {{ \"$A\" {line}; echo $? >&3; }} | head -c 1 >/dev/null; }} 3>&1");
        let (code, words) = printed(&folder, &line, 0);
        assert_eq!(code, "0\n", "{line}: {words}");
        assert!(words.lines().all(|note| note.starts_with("note: the figure is")), "{words}");
    }
}

#[test]
fn pipes_and_devices_are_written_in_the_format_asked_for() {
    let folder = folder("devices");
    let begins = |line: &str, start: &str| {
        let out = shell(&folder, line);
        let words = String::from_utf8_lossy(&out.stderr).into_owned();
        assert!(out.stdout.starts_with(start.as_bytes()), "{line}: {words}");
    };
    begins("\"$A\" t.csv -o /dev/stdout", "<?xml");
    begins("\"$A\" t.csv -o /dev/stdout -f pdf", "%PDF");
    begins("\"$A\" t.csv -o /dev/fd/3 -f pdf 3>&1 | cat", "%PDF");
    begins("mkfifo p; \"$A\" t.csv -f pdf -o p & cat p", "%PDF");
    printed(&folder, "\"$A\" t.csv -o /dev/null -f png", 0);
    assert!(fs::metadata("/dev/null").unwrap().len() == 0);
    assert!(printed(&folder, "\"$A\" t.csv -o /dev/full", 3).1.contains("make room"));
    assert_eq!(folder.names(), ["f.csv", "p", "t.csv"]);
}
