//! Messages as data, what their codes mean, and that the examples of `--explain` raise them.

#![cfg(unix)]

use crate::folder::Folder;
use crate::shell::{folder, printed, shell};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The objects on standard error of a line of shell.
fn told(line: &str, folder: &Folder) -> (Vec<Value>, i32) {
    let output = shell(folder, line);
    let words = String::from_utf8(output.stderr).unwrap();
    let values = words.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    (values, output.status.code().unwrap())
}

#[test]
fn a_fault_is_one_object_with_its_place_and_remedy() {
    let folder = folder("messages-json");
    folder.file("a.csv", "date,title\n03/04/2010,A\n2010-00,B\n");
    let (values, code) = told("\"$A\" a.csv --messages json -o a.svg", &folder);
    assert_eq!(code, 1);
    assert_eq!(values.len(), 2, "{values:?}");
    let fault = &values[0];
    assert_eq!((&fault["code"], &fault["name"]), (&"E044".into(), &"date-order".into()));
    assert_eq!((&fault["row"], &fault["column"]), (&2.into(), &1.into()));
    assert_eq!((&fault["file"], &fault["place"]), (&"a.csv".into(), &"a.csv:2:1".into()));
    assert_eq!((&fault["value"], &fault["severity"]), (&"03/04/2010".into(), &"error".into()));
    let readings: Vec<&Value> = (0..2).map(|at| &fault["fix"][at]["reading"]["lo"]).collect();
    assert_eq!(readings, ["2010-04-03", "2010-03-04"]);
    assert_eq!(fault["fix"][1]["option"], "date-order");
    assert_eq!(fault["fix"][1]["value"], "mdy");
    assert_eq!(values[1]["code"], "E046");
    assert!(!folder.0.join("a.svg").exists());
}

#[test]
fn what_is_at_fault_is_to_be_left_out_and_not_to_be_set() {
    let folder = folder("messages-omit");
    folder.file("a.csv", "date,title\n2010,A\n2012,B\n");
    let (values, _) = told("\"$A\" a.csv --messages json --fold 2 --style flags", &folder);
    let fixes: Vec<(&str, bool)> = (0..2)
        .map(|at| &values[0]["fix"][at])
        .map(|fix| (fix["option"].as_str().unwrap(), fix["omit"] == true))
        .collect();
    assert_eq!(fixes, [("fold", true), ("style", false)]);
}

/// In a column with ranges and months a month is certain only by its name.
#[test]
fn a_month_among_ranges_is_written_by_its_name() {
    let folder = folder("messages-pairs");
    let rows = "date,title\n1939-40,A\n1812-05,B\n";
    folder.file("a.csv", &format!("{rows}1803-09,C\n"));
    let (values, _) = told("\"$A\" a.csv --messages json", &folder);
    let cells: Vec<&str> =
        (0..2).map(|at| values[0]["fix"][at]["cell"].as_str().unwrap()).collect();
    assert_eq!(cells, ["1803/1809", "Sep 1803"]);
    for cell in cells {
        folder.file("b.csv", &format!("{rows}{cell},C\n"));
        assert_eq!(told("\"$A\" b.csv --messages json -o b.svg", &folder).1, 0, "{cell}");
    }
}

#[test]
fn notes_and_usage_are_objects_too() {
    let folder = folder("messages-notes");
    folder.file("a.csv", "date,title,zzz\n2010,A,1\n2012,B,2\n");
    let (values, code) = told("\"$A\" a.csv --messages json -o a.svg", &folder);
    assert_eq!(
        (code, &values[0]["code"], &values[0]["severity"]),
        (0, &"N001".into(), &"note".into())
    );
    assert_eq!(values[0]["file"], "a.csv");
    let (values, code) = told("\"$A\" a.csv --messages json --strict -o a.svg", &folder);
    assert_eq!(
        (code, &values[0]["code"], &values[0]["severity"]),
        (1, &"N001".into(), &"error".into())
    );
    let (values, code) = told("\"$A\" a.csv --messages json --titel x", &folder);
    assert_eq!((code, values.len(), &values[0]["code"]), (2, 1, &"E054".into()));
}

#[test]
fn a_code_that_is_none_is_refused() {
    let folder = folder("codes-unknown");
    let (_, words) = printed(&folder, "\"$A\" --explain E999", 2);
    assert!(words.contains("E012"), "{words}");
    let (words, _) = printed(&folder, "\"$A\" --explain end-before-start", 0);
    assert!(words.starts_with("E036 end-before-start: An event ends"), "{words}");
}

/// Codes that no line of shell raises for certain, and why.
const WITHOUT: [(&str, &str); 8] = [
    ("E078", "takes more labels than a test has time for"),
    ("E079", "takes more text than a test has time for"),
    ("E085", "takes a font that breaks when it is cut"),
    ("E090", "takes a terminal"),
    ("E095", "is a fault of the program"),
    ("N046", "takes a large article"),
    ("N050", "takes a font of one weight"),
    ("N051", "takes a font file"),
];

/// An example as `--explain` prints it.
struct Shown {
    code: String,
    command: String,
}

impl Shown {
    /// Takes an example from what is printed, and makes its files.
    fn of(printed: &str, code: &str, folder: &Folder) -> Option<Self> {
        let (_, example) = printed.split_once("\nFor example:\n")?;
        let (mut name, mut text, mut command) = (String::new(), String::new(), String::new());
        let save = |name: &str, text: &str| {
            if !name.is_empty() {
                folder.file(name, text);
            }
        };
        for line in example.lines() {
            if let Some(content) = line.strip_prefix("    ") {
                text += &format!("{content}\n");
            } else if let Some(typed) = line.strip_prefix("  $ ") {
                command = typed.replace("annals ", "\"$A\" ") + " --messages json";
            } else if let Some(file) = line.strip_prefix("  ").and_then(|l| l.strip_suffix(':')) {
                save(&name, &text);
                (name, text) = (file.to_owned(), String::new());
            }
        }
        save(&name, &text);
        Some(Self { code: code.to_owned(), command })
    }
}

/// The codes and names that `--explain all` lists.
fn codes(folder: &Folder) -> Vec<String> {
    let (all, _) = printed(folder, "\"$A\" --explain all", 0);
    all.lines().map(|line| line[..4].to_owned()).collect()
}

/// Copies the workbooks that examples read.
fn workbooks(folder: &Folder) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/read/workbooks");
    for name in ["encrypted", "errors", "sheets", "hidden-rows", "merged"] {
        let name = format!("{name}.xlsx");
        fs::copy(from.join(&name), folder.0.join(&name)).unwrap();
    }
}

#[test]
fn the_example_of_every_code_raises_it() {
    let (mut wrong, mut raised_codes, mut mended) = (Vec::new(), 0, 0);
    let root = folder("codes");
    for code in codes(&root) {
        let folder = folder(&format!("code-{code}"));
        workbooks(&folder);
        let (words, _) = printed(&folder, &format!("\"$A\" --explain {code}"), 0);
        let is_without = WITHOUT.iter().any(|(without, _)| *without == code);
        let Some(shown) = Shown::of(&words, &code, &folder) else {
            wrong.extend((!is_without).then(|| format!("{code} has no example")));
            continue;
        };
        let (values, _) = told(&shown.command, &folder);
        if !values.iter().any(|value| value["code"] == shown.code.as_str()) {
            wrong.push(format!("{code}: {}: {values:?}", shown.command));
            continue;
        }
        raised_codes += 1;
        let is_mended = |value: &&Value| value["fix"].as_array().is_some_and(|fix| !fix.is_empty());
        let raised = values.iter().filter(|value| value["code"] == code.as_str());
        mended += usize::from(raised.clone().any(|value| is_mended(&value)));
        wrong.extend(raised.filter_map(|value| unfit(value, &shown, &folder)));
    }
    // None of this is empty.
    assert!(raised_codes >= 130 && mended >= 60, "{raised_codes} raised, {mended} with a remedy");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// The remedies of a message, none of which the program accepts.
fn unfit(value: &Value, shown: &Shown, folder: &Folder) -> Option<String> {
    let fixes = value["fix"].as_array().cloned().unwrap_or_default();
    let mut lines: Vec<String> =
        fixes.iter().filter_map(|fix| with(fix, value, &shown.command, folder)).collect();
    // Some mend it only together.
    let together = |line: String, fix| with(fix, value, &line, folder).unwrap_or(line);
    if !lines.is_empty() {
        lines.push(fixes.iter().fold(shown.command.clone(), together));
    }
    let is_fit = |line: &String| {
        let (values, _) = told(line, folder);
        let is_there = |other: &Value| {
            let refused = ["E054", "E055", "E056"];
            let is_refused = refused.iter().any(|code| other["code"] == *code);
            is_refused || other["code"] == value["code"] && other["row"] == value["row"]
        };
        !values.iter().any(is_there)
    };
    (!lines.is_empty() && !lines.iter().any(is_fit)).then(|| format!("{}: {lines:?}", shown.code))
}

/// The command with a remedy; none if it is one that people must choose.
fn with(fix: &Value, value: &Value, command: &str, folder: &Folder) -> Option<String> {
    if let Some(cell) = fix["cell"].as_str() {
        let at_fault = value["value"].as_str().unwrap();
        let table = fs::read_to_string(folder.0.join("events.csv")).unwrap();
        folder.file("mended.csv", &table.replacen(at_fault, cell, 1));
        return Some(command.replace("events.csv", "mended.csv"));
    }
    let option = fix["option"].as_str()?;
    let without = without(command, option);
    let value = match (option, fix["value"].as_str()) {
        _ if fix["omit"] == true => return Some(without),
        ("width" | "height", None) => "20in",
        ("locale", _) if command.contains("draft") => return None,
        (_, Some(value)) if value != "FILE" => value,
        ("dpi", _) => "96",
        ("century", _) => "1900",
        ("max-bytes" | "max-events", _) => "10000000",
        ("to", _) => "2025-01-01",
        ("today", _) => "2020-12-31",
        ("fiscal-start", _) => "oct:end",
        _ => return None,
    };
    Some(format!("{without} --{option} '{value}'"))
}

/// A command without an option, however often it has it.
fn without(command: &str, option: &str) -> String {
    let flag = format!(" --{option} ");
    let mut parts = command.split(&flag);
    let head = parts.next().unwrap_or_default().to_owned();
    parts.fold(head, |head, rest| head + rest.find(' ').map_or("", |end| &rest[end..]))
}

#[test]
fn a_mended_copy_has_other_cells_as_they_were() {
    let folder = folder("fix");
    let table = "\u{FEFF}date;title;kind;url;count\r\n2010;\"A;  b\"\"c\";markr ;www.example.org;\r\n\
                 2011;B;\"zzz\";;\"1 200\"\r2012 ; C;span;mailto:a@b.c;7";
    folder.file("a.csv", table);
    let (_, words) = printed(&folder, "\"$A\" a.csv --fix b.csv", 0);
    let mended =
        table.replace("markr", "marker").replace("www.", "https://www.").replace("1 200", "1200");
    assert_eq!(fs::read_to_string(folder.0.join("b.csv")).unwrap(), mended);
    assert_eq!(fs::read_to_string(folder.0.join("a.csv")).unwrap(), table);
    assert!(words.contains("line 2: \"markr\" is written as \"marker\""), "{words}");
    assert!(words.contains("left as it is: line 3: column \"kind\""), "{words}");
    // Nothing is certain any more.
    let (_, words) = printed(&folder, "\"$A\" b.csv --fix c.csv", 1);
    assert!(words.contains("unknown kind") && !folder.0.join("c.csv").exists(), "{words}");
    for same in ["a.csv", "./a.csv"] {
        let (_, words) = printed(&folder, &format!("\"$A\" a.csv --fix {same}"), 3);
        assert!(words.contains("another name"), "{words}");
    }
    let (copy, _) = printed(&folder, "\"$A\" - --fix - < a.csv", 0);
    assert_eq!(copy, mended);
}

#[test]
fn a_workbook_is_not_mended() {
    let folder = folder("fix-workbook");
    workbooks(&folder);
    let (_, words) = printed(&folder, "\"$A\" errors.xlsx --fix b.xlsx", 1);
    assert!(words.contains("UTF-8") && !folder.0.join("b.xlsx").exists(), "{words}");
}
