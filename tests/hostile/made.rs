//! Tables that are hostile by their size.

use super::{ALL, Case, Verdict};

const HEAD: &str = "date,title\n";

fn case(name: &str, input: String, verdict: Verdict) -> Case {
    Case { name: name.into(), input: input.into_bytes(), args: Vec::new(), formats: &ALL, verdict }
}

fn draws(name: &str, input: String) -> Case {
    case(name, input, Verdict::Draws(String::new()))
}

fn noted(name: &str, input: String, part: &str) -> Case {
    case(name, input, Verdict::Draws(part.into()))
}

fn refused(name: &str, input: String, place: &str, part: &str) -> Case {
    case(name, input, Verdict::Refuses(1, place.into(), part.into()))
}

/// What is too high for a page: drawn, but as a PNG of flags refused.
fn tall(name: &str, input: String, part: &str) -> [Case; 3] {
    let remedy = "give a lower --dpi or fewer or shorter texts".into();
    let too_high = Verdict::Refuses(2, String::new(), remedy);
    [
        Case { formats: &["o.svg"], ..noted(name, input.clone(), part) },
        Case {
            formats: &["o.png"],
            args: ["--dpi", "96"].map(String::from).into(),
            ..noted(&format!("{name}-as-png"), input.clone(), part)
        },
        Case {
            formats: &["o.png"],
            args: ["--style", "flags"].map(String::from).into(),
            ..case(&format!("{name}-as-png-of-flags"), input, too_high)
        },
    ]
}

/// A table of one event with a title.
fn titled(title: &str) -> String {
    format!("{HEAD}2010,{title}\n2011,B\n")
}

/// A table of as many rows.
fn rows(count: usize, row: impl Fn(usize) -> String) -> String {
    HEAD.to_owned() + &(0..count).map(row).collect::<String>()
}

/// All of them.
pub(crate) fn cases() -> Vec<Case> {
    let mut cases = texts();
    cases.extend(tables());
    cases.extend(bounds());
    cases
}

/// Texts as long as a cell may be.
fn texts() -> Vec<Case> {
    let marks = format!("a{}", "\u{301}".repeat(30_000));
    let towers = "a\u{301}\u{316}\u{327}\u{335}\u{489}\u{301}\u{316}\u{327}".repeat(3_000);
    let names: String = (0..20_000).filter_map(|n| char::from_u32(0x4E00 + n)).collect();
    let tall = [
        tall("directions", titled(&"aא".repeat(20_000)), "U+05D0"),
        tall("word-longest", titled(&"x".repeat(65_000)), ""),
        tall("words", titled(&"xy ".repeat(20_000)), ""),
        tall("hyphens", titled(&"x-".repeat(30_000)), ""),
        tall("ideographs", titled(&names), "and more; boxes"),
        tall("line-ends", titled(&format!("\"{}\"", "a\n".repeat(30_000))), ""),
        tall("quotes", titled(&format!("\"{}\"", "\"\"".repeat(30_000))), ""),
        tall("controls", titled(&"\u{1}".repeat(30_000)), "U+FFFD"),
        tall("markup", titled(&"</g><g>&amp;".repeat(5_000)), ""),
    ];
    let cases = [
        noted("marks", titled(&marks), "29994 marks are left out"),
        noted("towers", titled(&towers), "marks are left out"),
        draws("overrides", titled(&"a\u{202E}".repeat(15_000))),
        draws("word", titled(&"x".repeat(10_000))),
        draws("soft-hyphens", titled(&"x\u{AD}".repeat(20_000))),
        noted("zero-widths", titled(&format!("a{}", "\u{200B}".repeat(20_000))), "left out"),
        noted("joiners", titled(&"👩\u{200D}".repeat(9_000)), "U+1F469"),
    ];
    cases.into_iter().chain(tall.into_iter().flatten()).collect()
}

/// Tables of many rows or columns.
fn tables() -> Vec<Case> {
    let columns = |count: usize| {
        format!("date,title{}\n2010,A{}\n", ",x".repeat(count - 2), ",y".repeat(count - 2))
    };
    let category = |n: usize| format!("{},E{n},c{n}\n", 1000 + n);
    let detail = "word ".repeat(10_000);
    vec![
        draws("one-day", rows(2_000, |n| format!("2010-03-12,Event {n}\n"))),
        draws("one-day-alike", rows(2_000, |_| "2010-03-12,Event\n".into())),
        draws("years", rows(2_000, |n| format!("{},Event {n}\n", 1000 + n % 1000))),
        draws("all-time", rows(500, |n| format!("{} Ma,Event {n}\n", n * n + 1))),
        noted("columns", columns(1_000), "986 more are ignored"),
        draws("categories", rows(2_000, category).replace("title", "title,category")),
        Case {
            // Too high for a page of a PDF and for a PNG.
            formats: &["o.html", "o.svg"],
            ..draws(
                "details",
                rows(10, |n| format!("{},E{n},{detail}\n", 1900 + n))
                    .replace("title", "title,detail"),
            )
        },
    ]
}

/// What is beyond a bound.
fn bounds() -> Vec<Case> {
    let wide = |count: usize| format!("date,title{}\n2010,A\n", ",x".repeat(count - 2));
    let open = format!("{HEAD}2010,a\n2011,\"b\n{}", "2012,é\n".repeat(500_000));
    let too_high = "px of height, more than the 10000000 that can be shown; draw fewer events";
    let too_high = Verdict::Refuses(2, String::new(), too_high.into());
    let faults = rows(20_000, |n| format!("2010-00,Event {n}\n"));
    vec![
        refused("cell", titled(&"x".repeat(65_537)), "2:6", "longer than 64 KiB; shorten it"),
        refused("row", format!("{HEAD}2010,{}\n", "y,".repeat(2_000_000)), "2", "1024 KiB"),
        refused("quote", open, "3:6", "the quote that opens here is not closed"),
        refused("columns-beyond", wide(1_001), "1", "the table has more columns than 1000"),
        refused(
            "desert",
            format!("{HEAD}2010,a\n{}2011,b\n", "\n".repeat(2_000_000)),
            "",
            "blank lines",
        ),
        Case {
            args: ["--style", "lists"].map(String::from).into(),
            ..refused("events", rows(100_001, |_| "2010,a\n".into()), "100002", "--max-events")
        },
        draws("counted", rows(120_000, |n| format!("{},Event {n}\n", 1900 + n % 90))),
        refused("faults", faults, "2:6", "and 19980 more"),
        refused("date", format!("{HEAD}{},A\n", "1".repeat(60_000)), "2:1", "too long for a date"),
        Case {
            args: ["--style", "lists"].map(String::from).into(),
            ..case(
                "height",
                rows(9_000, |n| format!("{},\"{}\"\n", 1000 + n % 900, "a\n".repeat(99))),
                too_high,
            )
        },
        refused(
            "bytes",
            rows(400, |n| format!("{},{}\n", 1000 + n, "x".repeat(60_000))),
            "281",
            "--max-bytes",
        ),
        refused("date-nested", format!("{HEAD}{},A\n", "[".repeat(30_000)), "2:1", "too long"),
        refused("blanks", format!("{HEAD}{}\n", " ".repeat(60_000)), "", "no events"),
    ]
}
