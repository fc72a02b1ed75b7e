//! Dates by notation: each text with the span it may mean, or with the words of its refusal.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at a surprise")]

mod ages;
mod catalogues;
mod columns;
mod edges;
mod edtf;
mod iso;
mod labels;
mod language_cells;
mod languages;
mod names;
mod people;
mod proof;
mod ranges;
mod refused;
mod remedies;
mod strangers;
mod told;
mod words;

use annals::Date;
use annals::date::{Bound, DateOptions, Instant, Locale, Notation};
use proof::reads_again;
use proptest::prelude::*;

/// Text, first instant, first instant after, and `?` and `~` where it is uncertain, approximate.
type Case = (&'static str, &'static str, &'static str, &'static str);

const READ: [&[Case]; 10] = [
    ages::CASES,
    catalogues::CASES,
    edges::READ,
    edtf::CASES,
    edtf::DRAFT,
    iso::CASES,
    people::CASES,
    strangers::CASES,
    ranges::CASES,
    words::CASES,
];

/// The tables of a notation, which only EDTF alone reads as they are.
const EDTF_ALONE: [&[Case]; 2] = [edtf::CASES, edtf::CODES];

/// A bound as the tables write it: a day, or a clock time that is not midnight; `..` open, `?`
/// unknown.
fn shown(bound: Bound) -> String {
    let Bound::At(Instant { day, nano }) = bound else {
        return if bound == Bound::Open { ".." } else { "?" }.to_owned();
    };
    let (year, month, of_month) = Instant::from_day(day).civil();
    let sign = if year < 0 { "-" } else { "" };
    let date = format!("{sign}{:04}-{month:02}-{of_month:02}", year.unsigned_abs());
    if nano == 0 {
        return date;
    }
    let (seconds, fraction) = (nano / 1_000_000_000, format!(".{:09}", nano % 1_000_000_000));
    let time = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{date}T{time}{}", fraction.trim_end_matches('0').trim_end_matches('.'))
}

/// Bounds and flags as the tables have them.
fn meaning(date: &Date) -> [String; 3] {
    let uncertain = if date.uncertain.any() { "?" } else { "" };
    let approximate = if date.approximate.any() { "~" } else { "" };
    [shown(date.lo), shown(date.hi), [uncertain, approximate].concat()]
}

#[test]
fn dates_are_read_by_notation() {
    let mut wrong = Vec::new();
    for &(text, lo, hi, flags) in READ.into_iter().flatten() {
        match text.parse::<Date>() {
            Ok(date) if meaning(&date) == [lo, hi, flags] => {}
            Ok(date) => wrong.push(format!("{text}: {:?}", meaning(&date))),
            Err(error) => wrong.push(format!("{text}: {error}")),
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// With EDTF alone, all of it is read as it is said there; the older draft is not EDTF.
#[test]
fn edtf_is_read_by_its_own_rules() {
    let options = DateOptions { notation: Some(Notation::Edtf), ..DateOptions::default() };
    let mut wrong = Vec::new();
    for &(text, lo, hi, flags) in EDTF_ALONE.into_iter().flatten() {
        match Date::parse(text, &options) {
            Ok(date) if meaning(&date) == [lo, hi, flags] => {}
            Ok(date) => wrong.push(format!("{text}: {:?}", meaning(&date))),
            Err(error) => wrong.push(format!("{text}: {error}")),
        }
    }
    for text in edtf::NOT_EDTF {
        if let Ok(date) = Date::parse(text, &options) {
            wrong.push(format!("{text}: read as {date}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_has_two_readings_or_none_is_refused() {
    let mut wrong = Vec::new();
    for &(text, parts) in refused::CASES.iter().chain(edges::REFUSED) {
        match text.parse::<Date>() {
            Ok(date) => wrong.push(format!("{text}: read as {date}, {:?}", meaning(&date))),
            Err(error) if parts.iter().all(|part| error.to_string().contains(part)) => {}
            Err(error) => wrong.push(format!("{text}: {error}; without {parts:?}")),
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_printed_reads_the_same() {
    let dates = READ.into_iter().flatten().filter_map(|case| case.0.parse::<Date>().ok());
    let options = DateOptions::default();
    let wrong: Vec<String> = dates.filter_map(|date| reads_again(&date, &options).err()).collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_tables_are_large_and_have_no_case_twice() {
    let read = READ.into_iter().flatten().map(|case| case.0);
    let refused = refused::CASES.iter().chain(edges::REFUSED).map(|case| case.0);
    let mut all: Vec<&str> = read.chain(refused).collect();
    let many = all.len();
    all.sort_unstable();
    all.dedup();
    assert!(many == all.len() && many > 800, "{many} cases, {} different", all.len());
}

#[test]
fn bounds_are_written_in_iso_8601() {
    for (text, lo, hi) in [
        ("2010-03", "2010-03-01", "2010-04-01"),
        ("44 BC", "-0043-01-01", "-0042-01-01"),
        ("Y12010", "+12010-01-01", "+12011-01-01"),
        ("2010-03-12T14:05", "2010-03-12T14:05:00", "2010-03-12T14:06:00"),
        ("2010-03-12T14:05:09Z", "2010-03-12T14:05:09Z", "2010-03-12T14:05:10Z"),
        ("2010-03-12T00", "2010-03-12T00:00:00", "2010-03-12T01:00:00"),
        ("2010-03-12T00/2010-03-12T23", "2010-03-12T00:00:00", "2010-03-13T00:00:00"),
        ("2010-03-12T01:02:03.25", "2010-03-12T01:02:03.25", "2010-03-12T01:02:03.26"),
        ("2010-03-12T14:05:09.999999999", "2010-03-12T14:05:09.999999999", "2010-03-12T14:05:10"),
        (
            "2010-03-12T04:59:59.000000001",
            "2010-03-12T04:59:59.000000001",
            "2010-03-12T04:59:59.000000002",
        ),
        ("since 1984", "1984-01-01", ".."),
    ] {
        let date = text.parse::<Date>().unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(date.iso_bounds(), [lo, hi].map(|bound| Some(bound.to_owned())), "{text}");
    }
}

/// Words, numbers and signs that dates are made of, in any order.
const PARTS: &str = "((c\\.|before|after|since|between|and|or|to|from|by|until|in or after|[0-9]{1,4}    |[0-9]{4}|Mar|January|марта|BC|AD|–|-|/|\\.\\.|,|to|s|th|st|century|millennium|early|mid|late|Q3    |H1|W10|FY|Spring|Winter|12th|1960s|ka|Ma|Ga|BP|\\?|~|%|\\(\\?\\)|present|14:05|pm|Z|UTC\\+5|X|\\[|\\]|\\{|\\}    |Friday|1[0-9]{3}-0[1-9]|20[0-9]{2}-1[0-2]-[0-3][0-9]) ?){1,7}";

proptest! {
    #![proptest_config(ProptestConfig { cases: 6000, ..ProptestConfig::default() })]
    #[test]
    fn any_text_is_read_or_refused(
        text in prop_oneof![
            1 => "\\PC{0,30}",
            2 => "[-+0-9T:.Z/~?%XYESWQ\u{2212}–,{}\\[\\] ]{0,30}",
            1 => "Y-?[0-9]{1,19}(E[0-9]{1,2})?(S[0-9]{1,2})?[?~%]?",
            4 => PARTS,
        ]
    ) {
        if let Err(fault) = proof::holds(&text) {
            return Err(TestCaseError::fail(fault));
        }
    }
}

/// What the page of tables shows as dates are dates, those in other languages with theirs.
#[test]
fn the_dates_of_the_page_of_tables_are_read() {
    let page = include_str!("../../docs/tables.md");
    let rows = page.lines().skip_while(|line| *line != "| what | as in |").skip(2);
    let rows = rows.take_while(|line| line.starts_with('|'));
    let cells = rows.filter_map(|row| row.rsplit('|').nth(1));
    let texts = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    let texts: Vec<&str> = texts.filter(|text| text.contains(|c: char| c.is_numeric())).collect();
    let locales = Locale::ALL.map(|(locale, _)| Some(locale));
    let is_read = |text: &str| {
        let options = |locale| DateOptions { locale, ..DateOptions::default() };
        locales.into_iter().any(|locale| Date::parse(text, &options(locale)).is_ok())
    };
    let unread: Vec<&str> = texts.iter().copied().filter(|text| !is_read(text)).collect();
    assert!(unread.is_empty() && texts.len() > 40, "{unread:?} of {}", texts.len());
}

/// The texts that the fuzzer starts from and has found.
#[test]
fn the_seeds_of_the_fuzzer_hold() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/seeds/inputs/date");
    let mut many = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(proof::holds(&text), Ok(()));
        many += 1;
    }
    assert!(many >= 100, "{many} seeds");
}
