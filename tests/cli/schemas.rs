//! The JSON Schemas fit what is read and what is printed, and the report says what a figure has.

#![cfg(unix)]

use crate::folder::Folder;
use crate::schema::faults;
use crate::shell::{folder, printed};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn schema(kind: &str, folder: &Folder) -> Value {
    let (text, _) = printed(folder, &format!("\"$A\" --schema {kind}"), 0);
    serde_json::from_str(&text).unwrap()
}

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

fn toml(text: &str) -> Value {
    toml::from_str(text).unwrap()
}

#[test]
fn every_options_file_of_the_gallery_fits_and_a_wrong_one_does_not() {
    let folder = folder("schema-options");
    let schema = schema("options", &folder);
    let files = [data(), data().join("gallery")].map(|folder| fs::read_dir(folder).unwrap());
    let mut tried = 0;
    for path in files.into_iter().flatten().map(|entry| entry.unwrap().path()) {
        if path.extension().is_some_and(|extension| extension == "toml") {
            let text = fs::read_to_string(&path).unwrap();
            assert_eq!(faults(&schema, &toml(&text)), [""; 0], "{path:?}");
            tried += 1;
        }
    }
    assert!(tried > 15, "{tried}");
    for wrong in [
        "titel = 'A'",
        "size = 'poster'",
        "dpi = 'high'",
        "strict = 'yes'",
        "column = { daet = 'A' }",
    ] {
        assert_eq!(faults(&schema, &toml(wrong)).len(), 1, "{wrong}");
    }
    let figures = "dpi = 300\n[figure.a]\ninput = 'a.csv'\noutput = ['a.svg']\ntitle = 'A'\npdf-version = 1.5";
    assert_eq!(faults(&schema, &toml(figures)), [""; 0]);
    assert_eq!(faults(&schema, &toml("[figure.a]\ntitel = 'A'")).len(), 1);
    assert_eq!(schema["properties"]["size"]["enum"][0], "column");
    assert!(schema["properties"]["size"]["description"].as_str().unwrap().contains("type size"));
}

#[test]
fn the_theme_of_the_page_fits_and_a_wrong_one_does_not() {
    let folder = folder("schema-style");
    let schema = schema("style", &folder);
    let page = data().join("../docs/house-style.md");
    let page = fs::read_to_string(page).unwrap();
    let theme = page.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    assert_eq!(faults(&schema, &toml(theme)), [""; 0]);
    for wrong in
        ["base = 'neon'", "[sizes]\ntitel = 9", "[sizes]\ntitle = 900", "[colours]\nink = 7"]
    {
        assert_eq!(faults(&schema, &toml(wrong)).len(), 1, "{wrong}");
    }
}

#[test]
fn a_table_in_json_fits_and_is_drawn() {
    let folder = folder("schema-table");
    let schema = schema("table", &folder);
    let table = json!([
        { "date": 2010, "title": "A", "kind": "marker", "importance": "high" },
        { "date": "2011-03", "end": "2012", "title": "B", "url": "https://example.org", "count": 3 },
        { "year": 2013, "month": "May", "title": "C", "importance": 7, "kind": null },
    ]);
    assert_eq!(faults(&schema, &table), [""; 0]);
    folder.file("t.json", &table.to_string());
    printed(&folder, "\"$A\" t.json -o t.svg", 0);
    for wrong in [
        json!([{ "title": "A" }]),
        json!([{ "date": [2010] }]),
        json!([{ "date": 1, "kind": "markr" }]),
    ] {
        assert_eq!(faults(&schema, &wrong).len(), 1, "{wrong}");
    }
}

#[test]
fn messages_fit_their_schema() {
    let folder = folder("schema-messages");
    let schema = schema("messages", &folder);
    folder.file("a.csv", "date,title,kind,zzz\n03/04/2010,A,,\n2010-00,B,markr,\n1700s,C,,\n");
    folder.file("b.csv", "date,title,zzz\n2010,B,x\n2011,C,y\n");
    for line in ["a.csv", "b.csv", "nosuch.csv", "b.csv --size poster", "b.csv --strict"] {
        let script = format!("\"$A\" {line} --check --messages json 2>&1 >/dev/null; true");
        let (words, _) = printed(&folder, &script, 0);
        assert!(!words.is_empty(), "{line}");
        for message in words.lines() {
            let value: Value = serde_json::from_str(message).unwrap();
            assert_eq!(faults(&schema, &value), [""; 0], "{message}");
        }
    }
}

#[test]
fn a_report_says_what_the_figure_has() {
    let folder = folder("report");
    let schema = schema("report", &folder);
    folder.file(
        "t.csv",
        "date,end,title,kind,zzz\n2010,,A,,x\n2012,2014,B,,y\n2013,,C,marker,z\n2030,,D,,\n",
    );
    let line = "\"$A\" t.csv --to 2020 --report json -o t.svg 2>/dev/null";
    let (text, _) = printed(&folder, line, 0);
    let report: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(faults(&schema, &report), [""; 0], "{text}");
    assert_eq!((&report["form"], &report["direction"]), (&json!("flags"), &json!("horizontal")));
    assert_eq!((&report["width_px"], &report["width_in"]), (&json!(624.0), &json!(6.5)));
    assert_eq!(
        report["events"],
        json!({"read": 3, "drawn": 2, "named": 2, "dropped": 1, "unnamed": []})
    );
    assert_eq!((&report["markers"], &report["fonts"]), (&json!(1), &json!(["Source Sans 3"])));
    assert_eq!(report["outputs"], json!([{ "file": "t.svg", "format": "svg" }]));
    assert!(report["alt"].as_str().unwrap().contains("2010"), "{text}");
    let codes: Vec<&str> = report["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| note["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["N001", "N028"]);
    assert!(folder.0.join("t.svg").exists());
    let (text, _) =
        printed(&folder, "\"$A\" t.csv --style density --report json --check 2>/dev/null", 0);
    let report: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(faults(&schema, &report), [""; 0], "{text}");
    assert_eq!((&report["form"], &report["events"]["drawn"]), (&json!("density"), &json!(3)));
}

#[test]
fn reports_of_counts_and_of_several_figures() {
    let folder = folder("reports");
    folder.file("n.csv", "date,title,count\n2010,A,4000\n2011,B,5000\n2020,C,7\n2010,D,\n");
    folder.file("m.csv", "date,title\n2010,A\n2011,B\n");
    let line = "\"$A\" n.csv --to 2015 --report json --check 2>/dev/null";
    let (text, _) = printed(&folder, line, 0);
    let report: Value = serde_json::from_str(&text).unwrap();
    let events = &report["events"];
    assert_eq!((&events["read"], &events["drawn"]), (&json!(9007), &json!(9000)), "{text}");
    assert_eq!(events["dropped"], 7);
    let line = "\"$A\" n.csv m.csv --report json -o '{stem}.svg' 2>/dev/null";
    let (text, _) = printed(&folder, line, 0);
    let titles: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["title"].clone())
        .collect();
    assert_eq!(titles, ["n", "m"]);
    printed(&folder, "\"$A\" m.csv --report json -o -", 2);
    printed(&folder, "\"$A\" m.csv --report json --alt", 2);
}
