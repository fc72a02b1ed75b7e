//! The command as a user types it: exit code, streams, files.

use crate::folder::Folder;
use annals::Format;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const TABLE: &str = "date,title,category\n2009,First,A\n2011-05-06,Second,B\n";

/// `annals` run in `folder`.
fn annals(folder: &Folder) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
    command.current_dir(&folder.0).stdin(Stdio::null());
    command
}

fn run(folder: &Folder, args: &[&str]) -> Output {
    annals(folder).args(args).output().expect("the command runs")
}

/// Runs and gives back what is said on standard error, after checking the exit code.
fn told(folder: &Folder, args: &[&str], code: i32) -> String {
    let output = run(folder, args);
    let words = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(code), "{args:?}: {words}");
    assert!(code == 0 || output.stdout.is_empty(), "a picture in spite of a fault");
    words
}

fn piped(folder: &Folder, args: &[&str], input: &[u8]) -> Output {
    let mut command = annals(folder);
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command runs");
    child.stdin.take().expect("piped").write_all(input).expect("read");
    child.wait_with_output().expect("it ends")
}

#[test]
fn draws_all_formats_in_one_run_and_says_nothing() {
    let folder = Folder::new("formats");
    folder.file("t.csv", TABLE);
    let words = told(&folder, &["t.csv", "-o", "t.svg", "-o", "t.png", "-o", "t.PDF"], 0);
    assert_eq!(words, "");
    assert_eq!(folder.names(), ["t.PDF", "t.csv", "t.png", "t.svg"]);
    let begins = |name: &str, bytes: &[u8]| {
        assert!(fs::read(folder.0.join(name)).expect(name).starts_with(bytes), "{name}");
    };
    begins("t.svg", b"<?xml");
    begins("t.png", b"\x89PNG");
    begins("t.PDF", b"%PDF-1.7");
}

#[test]
fn reads_standard_input_and_writes_standard_output() {
    let folder = Folder::new("streams");
    for args in [&["-"][..], &[], &["-", "-o", "-"], &["-", "-f", "svg"]] {
        let output = piped(&folder, args, TABLE.as_bytes());
        assert!(output.stdout.starts_with(b"<?xml"), "{args:?}");
    }
    let output = piped(&folder, &["-", "-f", "pdf"], TABLE.as_bytes());
    assert!(output.stdout.starts_with(b"%PDF"));
    let output = piped(&folder, &["-"], b"date,title\nsoon,A\n");
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(words.starts_with("standard input:2:1:"), "{words}");
}

#[test]
fn faulty_rows_are_all_told_and_nothing_is_written() {
    let folder = Folder::new("faults");
    folder.file("t.csv", "date,title\n2010-00,A\n2011,B\n2010-02-30,C\nsoon,D\n");
    folder.file("t.svg", "the old picture");
    let words = told(&folder, &["t.csv", "-o", "t.svg", "-o", "t.png"], 1);
    let told = words.lines().filter(|line| line.starts_with("t.csv"));
    let places: Vec<&str> = told.map(|line| &line[..line.find(": ").unwrap()]).collect();
    assert_eq!(places, ["t.csv:2:6", "t.csv:4:9", "t.csv:5:1"], "{words}");
    assert_eq!(folder.names(), ["t.csv", "t.svg"]);
    assert_eq!(fs::read(folder.0.join("t.svg")).expect("kept"), b"the old picture");
}

#[test]
fn the_command_line_at_fault_is_exit_2() {
    let folder = Folder::new("usage");
    folder.file("t.csv", TABLE);
    let cases: &[(&[&str], &str)] = &[
        (&["t.csv", "--date-order", "dym"], "dmy, mdy, ymd"),
        (&["t.csv", "--fiscal-start", "smarch"], "as oct or 10"),
        (&["t.csv", "--tz", "Asia/Karachi"], "+05:00"),
        (&["t.csv", "--today", "2010"], "the present is a day"),
        (&["t.csv", "--locale", "xx"], "de, el, en, en-GB"),
        (&["t.csv", "--ticks", "fortnight"], "second, minute"),
        (&["t.csv", "--ticks", "day"], "choose --ticks quarter"),
        (&["t.csv", "--week-start", "someday"], "monday, tuesday"),
        (&["t.csv", "--break", "1000"], "as 1030..1480"),
        (&["t.csv", "--scale", "square"], "linear, log"),
        (&["t.csv", "--sort", "size"], "start, file, duration, name"),
        (&["t.csv", "--lane-order", "A,,B"], "start, file, name"),
        (&["t.csv", "--lane-by", "category", "--lane-order", "C"], "\"A\", \"B\""),
        (&["t.csv", "--era", "2009=A"], "as 1801..1825="),
        (&["t.csv", "--era", "2011..2009=A"], "swap its dates"),
        (&["t.csv", "--era", "2009..2010-00=A"], "no month 00"),
        (&["t.csv", "--mark", "2009"], "as 2020-03-11="),
        (&["t.csv", "--from", "03/04/2009"], "--date-order"),
        (&["t.csv", "-o", "t.gif"], &format!("end it in {}", Format::choice("."))),
        (&["t.csv", "-o", "t"], "unsupported format"),
        (&["t.csv", "-o", "t.svg", "-o", "t.svg"], "given twice"),
        (&["t.csv", "-o", "t.svg", "-o", "./t.svg"], "t.svg and ./t.svg are one file"),
        (&["t.csv", "-o", "-", "-o", "-"], "standard output is given twice"),
        (&["t.csv", "--snippet", "latex", "-o", "s#%}.pdf"], "because of \"#\""),
        (&["t.csv", "--widht", "3in"], "--width"),
        (&["t.csv", "--width", "3"], "a number with its unit"),
        (&["t.csv", "--width", "3px"], "choose 120px"),
        (&["t.csv", "--size", "poster"], "column, half, report, a4, page, slide, social"),
        (&["t.csv", "--from", "2010-00"], "no month 00"),
        (&["t.csv", "--from", "2012", "--to", "2010"], "swap them"),
        (&["t.csv", "--from", "2012"], "no events in the range"),
        (&["t.csv", "--column", "year"], "ROLE=HEADER"),
    ];
    for (args, part) in cases {
        let words = told(&folder, args, 2);
        assert!(words.contains(part), "{args:?}: {words}");
    }
    assert_eq!(folder.names(), ["t.csv"]);
}

/// Whatever is drawn, or only checked, and wherever the number comes from.
#[test]
fn numbers_out_of_range_are_refused_for_every_format() {
    let folder = Folder::new("numbers");
    folder.file("t.csv", TABLE);
    let options = ["dpi", "width", "height", "fold", "max-events", "max-bytes", "century"];
    for (option, number) in options
        .iter()
        .flat_map(|option| ["nan", "-1", "inf", "0", "1e400"].map(|number| (option, number)))
    {
        let unit = if ["width", "height"].contains(option) { "px" } else { "" };
        if (*option, number) == ("century", "0") {
            continue;
        }
        let typed = format!("--{option}={number}{unit}");
        for drawn in [&["--check"][..], &["-f", "svg"], &["-f", "png"], &["-f", "pdf"], &["--alt"]]
        {
            told(&folder, &[&["t.csv", &typed][..], drawn].concat(), 2);
        }
        let written = if unit.is_empty() { number.to_owned() } else { format!("'{number}{unit}'") };
        folder.file("o.toml", &format!("{option} = {written}\n"));
        told(&folder, &["t.csv", "--config", "o.toml", "--check"], 2);
    }
    for drawn in
        [&["-f", "svg"][..], &["-f", "png"], &["-f", "pdf"], &["--alt"], &["--explain-dates"]]
    {
        told(&folder, &[&["t.csv", "--dpi", "0"][..], drawn].concat(), 2);
    }
}

#[test]
fn the_system_at_fault_is_exit_3() {
    let folder = Folder::new("system");
    folder.file("t.csv", TABLE);
    assert!(told(&folder, &["no.csv"], 3).contains("cannot read no.csv"));
    assert!(told(&folder, &["t.csv", "-o", "no/t.svg"], 3).contains("cannot write"));
    assert!(told(&folder, &["t.csv", "-o", "t.svg", "-o", "no/t.svg"], 3).contains("no/t.svg"));
    assert_eq!(folder.names(), ["t.csv"]);
}

#[test]
fn a_config_beside_the_table_is_found_and_flags_beat_it() {
    let folder = Folder::new("config");
    folder.file("t.csv", TABLE);
    folder.file("t.toml", "title = 'From the file'\nsource = 'Its source'\n");
    folder.file("other.toml", "title = 'From another file'\n");
    let svg = |args: &[&str]| {
        let output = run(&folder, args);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let found = svg(&["t.csv"]);
    assert!(found.contains("From the file") && found.contains("Its source"));
    let flag = svg(&["t.csv", "--title", "From a flag"]);
    assert!(flag.contains("From a flag") && !flag.contains("From the file"));
    assert!(!svg(&["t.csv", "--no-config"]).contains("From the file"));
    assert!(svg(&["t.csv", "--config", "other.toml"]).contains("From another file"));
    folder.file("t.toml", "\ntitel = 'A slip'\n");
    let words = told(&folder, &["t.csv"], 2);
    assert!(words.contains("t.toml:2:") && words.contains("titel"), "{words}");
}

#[test]
fn notes_are_told_and_stop_nothing() {
    let folder = Folder::new("notes");
    folder.file("t.csv", "date,title,mood\n2009,First,good\n2011,Second,bad\n2013,中,good\n");
    let words = told(&folder, &["t.csv", "-o", "t.svg", "--from", "2010"], 0);
    for part in ["mood", "1 event lies outside", "U+4E2D"] {
        assert!(words.contains(part), "{part}: {words}");
    }
}

#[test]
fn the_options_of_time_reach_the_picture() {
    let folder = Folder::new("time");
    let cases: &[(&str, &[&str], &str)] = &[
        ("2010-03-07\n2010-03-19", &["--ticks", "week", "--week-start", "sunday"], ">7<"),
        ("2010-10-04\n2012-09-20", &["--ticks", "quarter", "--fiscal-start", "oct"], ">FY2010/11<"),
        ("FY2012\nFY2015", &["--fiscal-start", "oct:end"], ">FY2011/12<"),
        ("03/04/2010\n2010-05-01", &["--date-order", "dmy"], ">3 Apr<"),
        ("12 марта 2010\n2010-05-01", &["--locale", "ru"], ">12 марта<"),
        ("12. März 2010\n2010-05-01", &["--locale", "de"], "lang=\"de\""),
        ("2010-07-04\n2010-09-01", &["--locale", "en-US"], ">July 4<"),
        ("2010-07-04\n2010-09-01", &["--date-format", "dd.MM.y"], ">04.07.2010<"),
        ("2010-03-12T10:00Z\n2010-03-12T12:00Z", &["--tz", "+05:00"], ">12 Mar 2010, UTC+5<"),
        ("2009\npresent", &["--today", "2026-11-24"], ">24 Nov 2026<"),
        ("985\n1507", &["--break", "1030..1480"], ">450 years<"),
        ("13.8 Ga\n66 Ma", &["--scale", "log"], "logarithmic scale<"),
        (
            "13.8 Ga\n66 Ma\n2024",
            &["--scale", "log"],
            "years before 2024, logarithmic scale, linear from 10 Ma on<",
        ),
        (
            "13.8 Ga\n66 Ma\npresent",
            &["--scale", "log"],
            "years before 1950, logarithmic scale, linear from 10 Ma on<",
        ),
        ("2010-03-12T10:00Z\n2010-03-12T12:00Z", &[], ">12:00<"),
    ];
    for (dates, args, part) in cases {
        let rows: String = dates.lines().map(|date| format!("{date},A\n")).collect();
        let output = piped(&folder, args, format!("date,title\n{rows}").as_bytes());
        let svg = String::from_utf8(output.stdout).expect("UTF-8");
        let words = String::from_utf8_lossy(&output.stderr);
        assert!(svg.contains(part), "{args:?} shows no {part}: {words}");
    }
}

#[test]
fn breaks_and_scales_that_would_mislead_are_refused_and_those_that_help_are_hinted_at() {
    let folder = Folder::new("breaks");
    folder.file("t.csv", "date,title\n985,A\n1000,B\n1021,C\n1492,D\n1497,E\n1507,F\n");
    let cases: &[(&[&str], &str)] = &[
        (&["t.csv", "--break", "1010..1480"], "would hide \"C\" (1021)"),
        (&["t.csv", "--break", "900..970"], "is not inside the time shown"),
        (&["t.csv", "--break", "1480..1030"], "ends before it begins"),
        (&["t.csv", "--break", "1030..1300", "--break", "1200..1480"], "overlap"),
        (&["t.csv", "--scale", "log"], "is for ages"),
    ];
    for (args, part) in cases {
        let words = told(&folder, args, 2);
        assert!(words.contains(part), "{args:?}: {words}");
    }
    assert!(told(&folder, &["t.csv", "-o", "t.svg"], 0).contains("--break auto leaves that out"));
    for choice in ["auto", "none"] {
        assert_eq!(told(&folder, &["t.csv", "-o", "t.svg", "--break", choice], 0), "");
    }
    folder.file("m.csv", "date,title\n2010-03-12T14:05Z,A\n2010-03-12T16:05,B\n");
    assert!(told(&folder, &["m.csv", "-o", "m.svg"], 0).contains("1 clock time has no zone"));
}

#[test]
fn headers_are_mapped_to_columns() {
    let folder = Folder::new("columns");
    folder.file("t.csv", "Released;Product\n2009;First\n");
    let words = told(&folder, &["t.csv"], 0);
    assert!(words.contains("--column"), "{words}");
    told(&folder, &["t.csv", "--column", "date=Released", "--column", "title=Product"], 0);
}

#[test]
fn sizes_are_physical() {
    let folder = Folder::new("sizes");
    folder.file("t.csv", TABLE);
    for (args, width) in [
        (&["--width", "4in"][..], 384),
        (&["--size", "column"], 322),
        (&["--size", "half"], 276),
        (&["--size", "a4"], 601),
        (&["--size", "slide"], 1280),
        (&["--width", "300pt"], 400),
    ] {
        let args = [&["t.csv", "-f", "png", "--dpi", "96"], args].concat();
        let png = run(&folder, &args).stdout;
        let written = u32::from_be_bytes(png[16..20].try_into().expect("four bytes"));
        assert_eq!(written, width, "{args:?}");
    }
}

#[test]
fn the_same_bytes_wherever_and_whenever() {
    let here = Folder::new("same");
    let there = Folder::new("same-elsewhere");
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/pakistan-russia.csv");
    let table = table.to_str().expect("UTF-8");
    for format in Format::ALL.map(Format::name) {
        let plain = run(&here, &[table, "-f", format]).stdout;
        assert!(!plain.is_empty());
        let other = annals(&there)
            .args([table, "-f", format])
            .envs([("TZ", "Asia/Karachi"), ("LANG", "ur_PK.UTF-8"), ("LC_ALL", "ru_RU.UTF-8")])
            .output()
            .expect("the command runs");
        assert!(plain == other.stdout, "{format} differs");
    }
}

#[test]
fn help_and_version_go_to_standard_output() {
    let folder = Folder::new("help");
    let help = run(&folder, &["--help"]);
    assert!(help.status.success());
    let words = String::from_utf8_lossy(&help.stdout).into_owned();
    for flag in ["--output", "--format", "--title", "--width", "--from", "--config", "Exit codes"] {
        assert!(words.contains(flag), "{flag}");
    }
    let version = run(&folder, &["--version"]).stdout;
    assert_eq!(
        String::from_utf8_lossy(&version),
        concat!("annals ", env!("CARGO_PKG_VERSION"), "\n")
    );
}

/// Twenty events of thirty years: long names and words, spans, dates known to the year or the day.
fn crowded_table() -> String {
    let word = "Wiedervereinigungsverhandlungen";
    let row = |n: usize| {
        let year = 1901 + 7 * n % 30;
        let date = if n.is_multiple_of(3) {
            format!("{year}")
        } else {
            format!("{year}-0{}-1{}", n % 9 + 1, n % 9)
        };
        let end = if n % 4 == 1 { format!("{}", year + 9) } else { String::new() };
        let title = format!("{} treaty {}", "of peace and trade ".repeat(n % 5), word);
        let detail = if n.is_multiple_of(2) {
            "as the ministers of both sides had asked for ".repeat(n % 4)
        } else {
            String::new()
        };
        format!("{date},{end},{title},{detail},Side {}\n", n % 6)
    };
    "date,end,title,description,category\n".to_owned() + &(0..20).map(row).collect::<String>()
}

/// The height in the root element of an SVG.
fn svg_height(folder: &Folder, name: &str) -> u32 {
    let svg = fs::read_to_string(folder.0.join(name)).expect(name);
    let number = svg.split(" height=\"").nth(1).and_then(|rest| rest.split('"').next());
    number.and_then(|number| number.parse().ok()).expect("a height")
}

#[test]
fn a_vertical_figure_is_drawn_in_the_height_that_it_has_and_in_greater_ones() {
    let folder = Folder::new("vertical");
    folder.file("t.csv", &crowded_table());
    for style in ["auto", "flags", "lists"] {
        let draw = |height: Option<u32>, code: i32| {
            let height = height.map(|px| format!("--height={px}px"));
            let args = ["t.csv", "-o", "t.svg", "--orientation", "vertical", "--style", style];
            let args: Vec<&str> = args.into_iter().chain(height.as_deref()).collect();
            told(&folder, &args, code)
        };
        draw(None, 0);
        let free = svg_height(&folder, "t.svg");
        for height in [free, free * 3 / 2, free * 3] {
            draw(Some(height), 0);
            assert_eq!(svg_height(&folder, "t.svg"), height, "{style}");
        }
        let refusal = draw(Some(120), 2);
        let named = refusal.split("give it ").nth(1).and_then(|rest| rest.split(' ').next());
        let named = named.and_then(|px| px.parse().ok());
        assert!(named.is_some(), "{style}: {refusal}");
        draw(named, 0);
    }
}
