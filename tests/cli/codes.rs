//! Messages as data, and what their codes mean.

#![cfg(unix)]

use crate::shell::{folder, printed, shell};
use serde_json::{Value, json};

/// The objects on standard error of a line of shell.
fn told(line: &str, folder: &crate::folder::Folder) -> (Vec<Value>, i32) {
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
    assert_eq!(values[0]["code"], "E008");
    assert_eq!(values[0]["line"], 2);
    assert_eq!(values[0]["column"], 1);
    assert_eq!(values[0]["value"], "03/04/2010");
    assert_eq!(values[0]["severity"], "error");
    assert_eq!(values[0]["fix"][0]["option"], "date-order");
    assert_eq!(values[1]["code"], "E007");
    assert!(!folder.0.join("a.svg").exists());
}

#[test]
fn the_option_of_a_fix_is_accepted() {
    let folder = folder("messages-fix");
    folder.file("a.csv", "date,title\n03/04/2010,A\n05/06/2011,B\n");
    let (values, _) = told("\"$A\" a.csv --messages json -o a.svg", &folder);
    let fix = &values[0]["fix"][0];
    let value = fix["value"].as_str().unwrap_or("dmy");
    let option = fix["option"].as_str().unwrap();
    printed(&folder, &format!("\"$A\" a.csv --{option} {value} -o a.svg"), 0);
}

/// Each code that a user can raise, with a line that raises it.
#[test]
fn every_code_has_an_example() {
    let folder = folder("codes");
    for (name, text) in [
        ("pdf.csv", "%PDF-1.4\n"),
        ("empty.csv", "date,title\n"),
        ("header.csv", "date,date,title\n2010,2011,A\n"),
        ("row.csv", "date,title\n2010,A,x,y\n2011,B\n"),
        ("date.csv", "date,title\n2010-00,A\n2011,B\n"),
        ("ambiguous.csv", "date,title\n03/04/2010,A\n"),
        ("order.csv", "date,end,title\n2012,2010,A\n"),
        ("value.csv", "date,title,url\n2010,A,javascript:x\n2011,B,\n"),
        ("further.csv", &format!("date,title\n{}", "2010-00,A\n".repeat(200))),
        ("note.csv", "date,title,zzz\n2010,A,1\n2012,B,2\n"),
    ] {
        folder.file(name, text);
    }
    for (code, line) in [
        ("E001", "\"$A\" pdf.csv --messages json"),
        ("E002", "\"$A\" empty.csv --messages json"),
        ("E003", "\"$A\" t.csv --max-bytes 5 --messages json"),
        ("E004", "\"$A\" header.csv --messages json"),
        ("E005", "\"$A\" row.csv --messages json"),
        ("E007", "\"$A\" date.csv --messages json"),
        ("E008", "\"$A\" ambiguous.csv --messages json"),
        ("E009", "\"$A\" order.csv --messages json"),
        ("E010", "\"$A\" value.csv --messages json"),
        ("E011", "\"$A\" t.csv -o a.xyz --messages json"),
        ("E012", "\"$A\" further.csv --messages json"),
        ("E020", "\"$A\" nosuch.csv --messages json"),
        ("N001", "\"$A\" note.csv --messages json -o n.svg"),
    ] {
        let (values, _) = told(line, &folder);
        assert!(
            values.iter().any(|value| value["code"] == json!(code)),
            "{code}: {line}: {values:?}"
        );
        let (words, _) = printed(&folder, &format!("\"$A\" --explain {code}"), 0);
        assert!(words.starts_with(code), "{words}");
    }
    let (all, _) = printed(&folder, "\"$A\" --explain all", 0);
    assert_eq!(all.lines().count(), 15);
    let (_, words) = printed(&folder, "\"$A\" --explain E999", 2);
    assert!(words.contains("choose E001"), "{words}");
}
