//! `--explain-dates` as a user types it: every date cell on a line of JSON.

use crate::folder::Folder;
use serde_json::{Value, json};
use std::process::{Command, Output};

fn explain(folder: &Folder, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
    command.current_dir(&folder.0).arg("--explain-dates").args(args).output().unwrap()
}

/// The objects printed, the exit code and what is said.
fn told(folder: &Folder, args: &[&str]) -> (Vec<Value>, i32, String) {
    let Output { status, stdout, stderr } = explain(folder, args);
    let lines = String::from_utf8(stdout).unwrap();
    let values = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (values, status.code().unwrap(), String::from_utf8(stderr).unwrap())
}

#[test]
fn every_date_cell_is_told_with_its_place_and_bounds() {
    let folder = Folder::new("explain");
    folder.file("t.csv", "date,title,end\nc. 1450,A,\n2010-03-12T14:05+05:00,B,now\n65 Ma,C,?\n");
    let (values, code, words) = told(&folder, &["t.csv"]);
    assert_eq!((code, words.as_str()), (0, ""));
    let expected = [
        json!({
            "record": 1, "line": 2, "column": 1, "header": "date", "written": "c. 1450",
            "lo": "1450-01-01", "hi": "1451-01-01", "precision": "year",
            "uncertain": false, "approximate": true, "label": "c. 1450",
        }),
        json!({
            "record": 2, "line": 3, "column": 1, "header": "date", "written": "2010-03-12T14:05+05:00",
            "lo": "2010-03-12T09:05:00Z", "hi": "2010-03-12T09:06:00Z", "precision": "minute",
            "uncertain": false, "approximate": false, "label": "12 Mar 2010, 14:05 UTC+5",
        }),
        json!({
            "record": 2, "line": 3, "column": 26, "header": "end", "written": "now",
            "lo": "2010-03-12", "hi": "..", "precision": "day",
            "uncertain": false, "approximate": false, "label": "present",
        }),
        json!({
            "record": 3, "line": 4, "column": 1, "header": "date", "written": "65 Ma",
            "lo": "-65498050-01-01", "hi": "-64498050-01-01", "precision": "ma",
            "uncertain": false, "approximate": false, "label": "65 Ma",
        }),
        json!({
            "record": 3, "line": 4, "column": 9, "header": "end", "written": "?",
            "lo": null, "hi": null, "precision": "day",
            "uncertain": false, "approximate": false, "label": "?",
        }),
    ];
    assert_eq!(values, expected);
}

#[test]
fn a_refused_cell_is_told_and_the_rest_go_on() {
    let folder = Folder::new("explain-refused");
    folder.file("t.csv", "date\n2010\n\"30 Feb\n2010\"\n2011\n2012,x\n");
    let (values, code, words) = told(&folder, &["t.csv"]);
    assert_eq!((values.len(), code), (3, 1), "{values:?}");
    assert_eq!(values[1]["line"], 3);
    assert!(values[1]["error"].as_str().unwrap().contains("no day 30"), "{}", values[1]);
    assert!(values[1].get("lo").is_none());
    assert_eq!(values[2]["lo"], "2011-01-01");
    assert!(
        words.contains("t.csv:6:6: ") && words.contains("1 of 3 dates cannot be read"),
        "{words}"
    );
}

#[test]
fn options_decide_and_the_place_of_a_fault_is_told() {
    let folder = Folder::new("explain-options");
    folder.file("t.csv", "date\n03/04/2010\n2010-02-30\n");
    let (values, code, _) = told(&folder, &["t.csv", "--date-order", "dmy"]);
    assert_eq!((code, &values[0]["lo"]), (1, &json!("2010-04-03")));
    assert_eq!(values[1]["at"], 9, "{}", values[1]);
    let (values, ..) = told(&folder, &["t.csv"]);
    assert!(
        values[0]["error"]
            .as_str()
            .unwrap()
            .contains("--date-order dmy (day first) or --date-order mdy")
    );
}

#[test]
fn nothing_is_drawn_and_a_drawing_is_refused() {
    let folder = Folder::new("explain-alone");
    folder.file("t.csv", "date,title\n2010,A\n");
    let output = explain(&folder, &["t.csv", "-o", "t.svg"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    assert_eq!(told(&folder, &["no.csv"]).1, 3);
    folder.file("empty.csv", "date\n");
    assert_eq!(told(&folder, &["empty.csv"]).1, 1);
    assert_eq!(folder.names(), ["empty.csv", "t.csv"]);
}

#[test]
fn people_are_told_in_columns() {
    let folder = Folder::new("explain-text");
    folder.file("t.csv", "date,title,end\nc. 1450,A,\n30 Feb 2010,B,now\nn.d.,C,\n1909-26,D,\n");
    let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
    let command = command.current_dir(&folder.0).args(["--explain-dates=text", "t.csv"]);
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = String::from_utf8(stdout).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "line  column  written      read as    from        before", "{text}");
    assert_eq!(lines[1], "2     date    c. 1450      c. 1450    1450-01-01  1451-01-01", "{text}");
    assert!(lines[2].starts_with("3     date    30 Feb 2010  refused: "), "{text}");
    assert!(lines[3].starts_with("3     end     now          present    "), "{text}");
    assert_eq!(lines[4], "4     date    n.d.         no date", "{text}");
    assert!(lines[5].starts_with("5     date    1909-26      1909–1926  1909-01-01"), "{text}");
    assert!(lines[6].starts_with("      ") && lines[6].contains("range of years"), "{text}");
    let words = String::from_utf8(stderr).unwrap();
    assert!(status.code() == Some(1) && words.contains("1 of 5 dates cannot be read"), "{words}");
}
