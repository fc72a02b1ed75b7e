//! A chronicle over several pages: its files, what is printed of it, and what does not go with it.

#![cfg(unix)]

use crate::folder::Folder;
use crate::shell::{folder as tables, printed};
use serde_json::Value;
use std::fs;

const HEAD: &str = "date,title,category\n";

fn row(n: usize) -> String {
    format!("{}-{:02}-15,Event {n},{}\n", 1900 + n / 2, n % 12 + 1, ["A", "B"][n % 2])
}

/// A folder with a table of 200 events, which three pages have room for.
fn folder(test: &str) -> Folder {
    let folder = tables(test);
    folder.file("e.csv", &(HEAD.to_owned() + &(0..200).map(row).collect::<String>()));
    folder
}

/// The names of all files but those that were there before.
fn files(folder: &Folder) -> Vec<String> {
    let entries = fs::read_dir(&folder.0).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| !name.ends_with("csv")).collect();
    names.sort();
    names
}

#[test]
fn a_pdf_has_all_pages_and_other_pictures_a_file_each() {
    let folder = folder("paged");
    let line = "\"$A\" e.csv --pages --title Events --dpi 40 -o e.svg -o e.png -o e.pdf";
    assert_eq!(printed(&folder, line, 0), (String::new(), String::new()));
    let all = ["e-1.png", "e-1.svg", "e-2.png", "e-2.svg", "e-3.png", "e-3.svg", "e.pdf"];
    assert_eq!(files(&folder), all);
    let read = |name: &str| fs::read(folder.0.join(name)).unwrap();
    let pdf = read("e.pdf");
    let text = String::from_utf8_lossy(&pdf);
    let pages = text.matches("/Type/Page\n").count() + text.matches("/Type/Page/").count();
    assert_eq!((pages, text.matches("/Count 3").count() > 0), (3, true), "pages and outline");
    let mut ids = Vec::new();
    for page in 1..=3 {
        let svg = String::from_utf8(read(&format!("e-{page}.svg"))).unwrap();
        assert!(svg.contains(&format!("{page} of 3")) && svg.contains(">Events</title>"));
        let numbers = svg.split("data-id=\"e").skip(1);
        ids.extend(numbers.map(|rest| rest[..rest.find('"').unwrap()].parse::<usize>().unwrap()));
    }
    assert!(ids.into_iter().eq(1..=200), "each event is on one page");
    // Standard output has the same PDF, and its pages the same bytes in any order of rows.
    let shuffled: String = (0..200).rev().map(row).collect();
    folder.file("r.csv", &(HEAD.to_owned() + &shuffled));
    printed(&folder, "\"$A\" r.csv --pages --title Events -f pdf > r.pdf", 0);
    assert!(read("r.pdf") == pdf);
    printed(&folder, "\"$A\" r.csv --pages --title Events -o r.svg", 0);
    assert!((1..=3).all(|n| read(&format!("r-{n}.svg")) == read(&format!("e-{n}.svg"))));
}

#[test]
fn a_presentation_has_a_slide_for_each_page() {
    let folder = folder("paged-slides");
    printed(&folder, "\"$A\" e.csv --pages --title Events -o e.pptx", 0);
    assert_eq!(files(&folder), ["e.pptx"]);
    let bytes = fs::read(folder.0.join("e.pptx")).unwrap();
    let has = |name: &str| bytes.windows(name.len()).any(|window| window == name.as_bytes());
    assert!(has("ppt/slides/slide3.xml") && !has("ppt/slides/slide4.xml"));
}

#[test]
fn a_snippet_shows_every_page() {
    let folder = folder("paged-snippet");
    let page = |number: usize| move |line: &&str| line.contains(&format!("{number} of 3"));
    let snippet = |options: &str| {
        printed(&folder, &format!("\"$A\" e.csv --pages --title Events {options}"), 0).0
    };
    let check = |options: &str, parts: [&str; 3]| {
        let text = snippet(options);
        for (place, part) in parts.iter().enumerate() {
            let (number, blocks) = (place + 1, text.split("\n\n"));
            let one =
                blocks.clone().find(page(number)).unwrap_or_else(|| panic!("{number}: {text}"));
            assert!(one.contains(part) && blocks.clone().count() == 3, "{part}: {text}");
        }
    };
    check("-o e.svg --snippet md", ["](e-1.svg)<!-- -->", "](e-2.svg)", "](e-3.svg)"]);
    folder.file("e-dark-2.svg", "<svg/>");
    check(
        "-o e.svg --snippet html",
        ["src=\"e-1.svg\"", "srcset=\"e-dark-2.svg\"", "src=\"e-3.svg\""],
    );
    check("-o e.png --dpi 20 --snippet rst", ["image:: e-1.png", "e-2.png", "e-3.png"]);
    check(
        "-o e.pdf -o e.svg --snippet typst",
        ["page: 1, ", "caption: \"Events (2 of 3: ", "<fig-e-3>"],
    );
    let fits = "totalheight=.9\\textheight,keepaspectratio,\n    page=2,alt={2 of 3.";
    check("-o e.pdf --snippet latex", ["page=1,", fits, "\\label{fig:e-3}"]);
    // What is one page is a file with its number, or a PDF of one page.
    let (text, _) = printed(&folder, "\"$A\" t.csv --pages -o t.svg -o t.pdf --snippet latex", 0);
    assert!(!text.contains("page=") && text.contains("{t.pdf}"), "{text}");
    let (text, _) = printed(&folder, "\"$A\" t.csv --pages -o t.svg --snippet adoc", 0);
    assert!(text.starts_with("image::t-1.svg["), "{text}");
}

#[test]
fn one_page_has_a_number_too_and_each_table_its_pages() {
    let folder = folder("paged-stems");
    printed(&folder, "\"$A\" t.csv e.csv --pages -o '{stem}.svg'", 0);
    assert_eq!(files(&folder), ["e-1.svg", "e-2.svg", "e-3.svg", "t-1.svg"]);
    folder.file(
        "report.toml",
        "[figure.whole]\ninput = 'e.csv'\noutput = '{name}.svg'\npages = true\n\
         [figure.low]\ninput = 't.csv'\noutput = '{name}.svg'\n",
    );
    printed(&folder, "\"$A\" report.toml", 0);
    assert!(folder.0.join("whole-3.svg").exists() && folder.0.join("low.svg").exists());
}

#[test]
fn all_pages_are_written_or_none() {
    let folder = folder("paged-none");
    fs::create_dir(folder.0.join("e-2.svg")).unwrap();
    let (_, words) = printed(&folder, "\"$A\" e.csv --pages -o e.pdf -o e.svg", 3);
    assert!(words.contains("e-2.svg\": is a folder"), "{words}");
    assert_eq!(files(&folder), ["e-2.svg"]);
    fs::remove_dir(folder.0.join("e-2.svg")).unwrap();
    std::os::unix::fs::symlink("e.csv", folder.0.join("e-3.svg")).unwrap();
    let (_, words) = printed(&folder, "\"$A\" e.csv --pages -o e.svg", 3);
    assert!(words.contains("e-3.svg\": it is the table"), "{words}");
    assert_eq!(files(&folder), ["e-3.svg"]);
    fs::remove_file(folder.0.join("e-3.svg")).unwrap();
    folder.file(
        "two.toml",
        "pages = true\ninput = 'e.csv'\n[figure.a]\noutput = 'e.svg'\n\
                             [figure.b]\noutput = 'e-1.svg'\npages = false\n",
    );
    let (_, words) = printed(&folder, "\"$A\" two.toml", 2);
    assert!(words.contains("e-1.svg is given twice"), "{words}");
    assert_eq!(files(&folder), ["two.toml"]);
}

#[test]
fn what_is_printed_tells_of_all_pages() {
    let folder = folder("paged-words");
    let (form, _) = printed(&folder, "\"$A\" e.csv --pages --check", 0);
    assert_eq!(form, "form: as asked (by the options), on 3 pages\n");
    let (words, _) = printed(&folder, "\"$A\" e.csv --pages --alt", 0);
    let starts = |(n, line): (usize, &str)| line.starts_with(&format!("{n} of 3. Timeline of "));
    assert!(words.lines().count() == 3 && (1..).zip(words.lines()).all(starts), "{words}");
    folder.file("e.toml", "pages = true\nera = '1910..1950=Long'\n");
    let (report, _) = printed(&folder, "\"$A\" e.csv --report json -o e.png -o e.pdf --dpi 20", 0);
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(
        (&report["pages"], &report["columns"], &report["eras"]),
        (&3.into(), &2.into(), &1.into())
    );
    assert_eq!(
        (&report["events"]["named"], &report["events"]["dropped"]),
        (&200.into(), &0.into())
    );
    let outputs: Vec<&str> = report["outputs"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["file"].as_str())
        .collect();
    assert_eq!(outputs, ["e-1.png", "e-2.png", "e-3.png", "e.pdf"]);
    assert_eq!(report["alt"].as_str().map(|words| words.lines().count()), Some(3));
    let (report, _) = printed(&folder, "\"$A\" t.csv --no-config --report json", 0);
    assert!(report.contains("\"pages\":1,"), "{report}");
}

#[test]
fn what_does_not_go_with_pages_is_refused() {
    let folder = folder("paged-refused");
    for (line, part) in [
        ("--orientation horizontal -o e.pdf", "leave out --orientation horizontal"),
        (
            "--style flags -o e.pdf",
            "--pages is for a chronicle; leave it out, or set --style chronicle",
        ),
        ("--style lists --check", "--pages is for a chronicle"),
        ("--style density --check", "--pages is for a chronicle"),
        ("--top 3 --check", "--pages names all events; leave out --top"),
        ("--scale log --check", "leave out --scale log"),
        ("-o e.html", ".html shows one figure"),
        ("> out.svg", "set --format pdf, or give a file with -o"),
        ("-f png -o /dev/stdout > out.png", "set --format pdf"),
        ("-o e.pdf --snippet md", "add -o FILE.svg"),
        ("--width 150px --check", "greater --width"),
    ] {
        let (_, words) = printed(&folder, &format!("\"$A\" e.csv --pages {line}"), 2);
        assert!(words.contains(part), "{line}: {words}");
    }
    let made: Vec<String> =
        files(&folder).into_iter().filter(|name| !name.starts_with("out.")).collect();
    assert_eq!(made, [""; 0]);
    let line = "\"$A\" e.csv --pages --messages json --style flags --check";
    let (_, words) = printed(&folder, line, 2);
    assert!(words.contains("\"option\":\"style\",\"value\":\"chronicle\""), "{words}");
}
