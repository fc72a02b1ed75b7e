//! Workbooks as programs write them: the events that a reader sees in their sheets, and what is
//! told. `tests/by_hand/workbooks.py` writes the files.

use annals::Error;
use annals::read::{ReadOptions, read};
use std::fs::File;
use std::io::Cursor;
use std::path::Path;

fn options(name: &str, sheet: Option<&str>) -> ReadOptions {
    let sheet = sheet.map(str::to_owned);
    let mut options = ReadOptions { name: name.into(), sheet, ..ReadOptions::default() };
    if name.starts_with("hostile/") {
        options.limits.bytes = 1 << 20;
    }
    options
}

/// The events of a file as lines, and its notes.
fn read_file(name: &str, sheet: Option<&str>) -> Result<(Vec<String>, Vec<String>), Error> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/read/workbooks").join(name);
    let table = read(File::open(path).unwrap(), &options(name, sheet))?;
    let events = table.events.iter().map(|event| {
        let end = event.end.as_ref().map_or(String::new(), |end| format!(" to {end}"));
        format!("{}{end}: {}", event.start, event.name.replace('\n', " "))
    });
    Ok((events.collect(), table.notes.iter().map(ToString::to_string).collect()))
}

/// Checks the events of a file, and that its notes contain these words, one each.
fn reads(name: &str, sheet: Option<&str>, events: &[&str], notes: &[&str]) {
    let found = read_file(name, sheet).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(found.0, events, "{name}");
    assert_eq!(found.1.len(), notes.len(), "{name}: {:?}", found.1);
    for (note, words) in found.1.iter().zip(notes) {
        assert!(note.contains(words), "{name}: {note}");
    }
}

/// Checks that a file is refused in words that contain these.
fn refuses(name: &str, sheet: Option<&str>, words: &[&str]) {
    let Err(error) = read_file(name, sheet) else { panic!("{name} is read") };
    for part in words {
        assert!(error.to_string().contains(part), "{name}: {error}");
    }
}

const DATES: [&str; 6] = [
    "2009: Founded",
    "May 2011: First office",
    "14 Mar 2012: First customer",
    "2 Jul 2014, 09:30: Opening",
    "c. 2016: Second office",
    "2018: Hundredth customer",
];

#[test]
fn dates_are_as_exact_as_their_cells_show_them() {
    let files = [
        "dates-openpyxl.xlsx",
        "dates-xlsxwriter.xlsx",
        "dates-libreoffice.xlsx",
        "dates-1904.xlsx",
        "dates-xlwt.xls",
        "dates-libreoffice.xls",
        "dates-1904.xls",
        "dates-odfpy.ods",
        "dates-libreoffice.ods",
    ];
    for file in files {
        reads(file, None, &DATES, &[]);
    }
}

#[test]
fn the_first_sheet_with_a_table_is_read_and_others_are_named() {
    let plan = ["2001: Plan a", "2002: Plan b"];
    let note = "the sheet \"Plan\" is read; \"Archive\" has a table, too: set `sheet`";
    reads("sheets.xlsx", None, &plan, &[note]);
    reads("sheets.xlsx", Some("plan"), &plan, &[]);
    reads("sheets.xlsx", Some(" 2 "), &plan, &[]);
    reads("sheets.xlsx", Some("Old"), &["2001: Old a", "2002: Old b"], &[]);
    reads("dates-odfpy.ods", Some("Old"), &["1999: Old"], &[]);
    reads("sheets.xls", Some("3"), &["1700: Hut"], &[]);
}

#[test]
fn a_sheet_that_is_not_there_is_refused_with_those_that_are() {
    let Err(Error::Options(faults)) = read_file("sheets.xlsx", Some("Plam")) else {
        panic!("not refused")
    };
    let message = faults[0].to_string();
    for part in ["did you mean \"Plan\"?", "\"About\", \"Plan\"", "or \"Chart\""] {
        assert!(message.contains(part), "{message}");
    }
    refuses("sheets.xlsx", Some("6"), &["choose \"About\""]);
    refuses("sheets.xlsx", Some("Chart"), &["has charts, no cells; choose another"]);
    refuses("sheets.xlsx", Some("About"), &["sheet \"About\", row 1:", "no date column"]);
}

#[test]
fn merged_cells_hold_for_all_their_rows() {
    let events = ["1851: Palace", "1851: Station", "1851: Bridge", "1853: Mill"];
    let notes =
        ["3 cells take the text of the merged cells", "the header is in row 3; 2 rows above"];
    reads("merged.xlsx", None, &events, &notes);
    reads("merged-libreoffice.xls", None, &events, &notes);
    let notes = [
        "3 hidden rows are read, too",
        "1 cell takes the text of the merged cell",
        "the header is in row 2; 1 row above it",
    ];
    let events = ["1851: Palace", "1851: Station of glass", "1853: Mill", "1853: Mill"];
    reads("merged-hidden.ods", None, &events, &notes);
    let notes = ["the sheet \"Plan\" is read", "1 hidden row is read, too", notes[1], notes[2]];
    reads("sheets.xls", None, &["1851: Палата äää", "1851: Station", "1853: Mill"], &notes);
}

#[test]
fn hidden_rows_are_read_and_told() {
    let events = ["2001: a", "2002: b", "2003: c", "2004: d"];
    reads("hidden-rows.xlsx", None, &events, &["2 hidden rows are read, too"]);
    reads("hidden-rows-libreoffice.ods", None, &events, &["2 hidden rows are read, too"]);
}

#[test]
fn formulas_have_the_value_that_was_stored() {
    let events = ["6 Jan 2020 to 20 Jan 2020: Build", "3 Feb 2020: Test & again"];
    let notes = ["\"Done\" is ignored", "HTML tags"];
    for file in ["formulas.xlsx", "formulas-libreoffice.ods", "formulas-libreoffice.xls"] {
        reads(file, None, &events, &notes);
    }
    reads("formula-text.xlsx", None, &["2001: Build"], &[]);
    let words = ["sheet \"Plan\", B2: column \"End\": the formula has no stored value; open"];
    refuses("not-calculated.xlsx", None, &words);
}

#[test]
fn values_of_other_kinds_are_read_as_they_are_seen() {
    reads("elapsed.xlsx", None, &["6 Jan 2020, 08:00 to 7 Jan 2020, 20:30: Run"], &[]);
    reads("prefixed.xlsx", None, &["6 May 2010: a < b ☺"], &[]);
    let (events, _) = read_file("long-texts.xls", None).unwrap();
    assert_eq!(events.len(), 8);
}

#[test]
fn texts_that_go_on_over_records_are_whole() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/read/workbooks/long-texts.xls");
    let table = read(File::open(path).unwrap(), &options("t", None)).unwrap();
    for (at, event) in (1..).zip(&table.events) {
        let letters = if at % 2 == 1 { "é" } else { "Ж" };
        assert_eq!(event.detail, Some(format!("{at} {}", letters.repeat(1500))));
    }
}

#[test]
fn faults_name_the_sheet_and_the_cell() {
    let Err(Error::Data(faults)) = read_file("faults.xlsx", None) else { panic!("not refused") };
    let place = "faults.xlsx: sheet \"It's “mine”\", AA7:";
    assert_eq!((faults.len(), faults[0].place().as_str()), (2, place));
    assert_eq!((faults[0].line, faults[0].column), (7, 27));
    let excerpt = faults[0].excerpt.as_ref().unwrap();
    assert_eq!((&excerpt.text[..], excerpt.cell.clone(), excerpt.at), ("2001-13-01 | b", 0..10, 5));
    refuses(
        "errors.xlsx",
        None,
        &["A5: column \"Date\": \"#REF!\" is an error of the spreadsheet"],
    );
}

#[test]
fn what_is_no_workbook_with_a_table_is_refused_by_name() {
    let cases = [
        ("encrypted.xlsx", "the workbook is encrypted; save it without a password"),
        ("encrypted.ods", "the workbook is encrypted"),
        ("empty.xlsx", "no events: the workbook is empty; give it"),
        ("chart-only.xlsx", "no events: the workbook has only charts; give it"),
        ("macro-only.xlsm", "no events: the workbook has only macros; give it"),
        ("binary.xlsb", "this is a binary workbook (.xlsb); save it as .xlsx"),
        ("word.docx", "this is a Word document; copy its table into a workbook"),
        ("text.odt", "this is an OpenDocument file, but no spreadsheet"),
        ("mac.numbers", "this is a Numbers document; export it"),
        ("plain.zip", "this is a zip container, but no workbook; unpack it"),
    ];
    for (file, words) in cases {
        refuses(file, None, &[words]);
    }
}

#[test]
fn a_sheet_of_a_file_that_is_no_workbook_is_told() {
    let table = read(Cursor::new("date,title\n2010,a\n"), &options("t.csv", Some("Plan"))).unwrap();
    assert_eq!(table.notes.len(), 1);
    assert!(table.notes[0].to_string().contains("this is not a workbook"), "{:?}", table.notes);
}

#[test]
fn bombs_and_broken_workbooks_are_refused_by_name() {
    let broken = "breaks off or is damaged";
    let cases = [
        ("bomb.xlsx", "takes more than 8388608 bytes unpacked; leave out"),
        ("entities.xlsx", "has a document type, which no spreadsheet program writes"),
        ("entities.ods", "has a document type, which no spreadsheet program writes"),
        ("place-beyond.xlsx", "a cell has a place that no cell can have in its part S/one.xml"),
        ("unclosed.xlsx", "the workbook is damaged"),
        ("changed.xlsx", "the workbook is damaged"),
        ("shared.xlsx", "this is too long for a date"),
        ("repeated.ods", "no header row?"),
        ("cut-dates-openpyxl.xlsx", broken),
        ("cut-dates-odfpy.ods", broken),
        ("cut-dates-xlwt.xls", broken),
        ("round.xls", broken),
    ];
    for (file, words) in cases {
        refuses(&format!("hostile/{file}"), None, &[words]);
    }
    for file in ["merged-all.xlsx", "nested.xlsx"] {
        reads(&format!("hostile/{file}"), None, &["2010: a"], &[]);
    }
    reads("hostile/far-cells.xlsx", None, &["2010: a"], &["1 row is left out"]);
}
