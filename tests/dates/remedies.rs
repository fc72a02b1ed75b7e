//! What is refused by name, and that every date a refusal offers is read.

use annals::Date;
use annals::date::{DateOptions, Fiscal};

/// Texts that say what they are, with what the refusal says.
const NAMED: &[(&str, &[&str])] = &[
    ("AH 1390", &["Islamic"]),
    ("1390 AH", &["Islamic"]),
    ("3 Shawwal 1390", &["Islamic"]),
    ("1390 H", &["Islamic"]),
    ("5 Tishri 5730", &["Hebrew"]),
    ("12 Nisan 5708", &["Hebrew"]),
    ("1 Farvardin 1348", &["Persian"]),
    ("Heisei 12", &["Japanese", "regnal"]),
    ("Shōwa 40", &["Japanese"]),
    ("Minguo 60", &["Taiwan"]),
    ("9 Thermidor II", &["French Republican"]),
    ("12 Vendémiaire an III", &["French Republican"]),
    ("2510 BE", &["Buddhist"]),
    ("Vikram Samvat 2050", &["Indian"]),
    ("Ides of March 44 BC", &["Roman calendar"]),
    ("AUC 700", &["AUC"]),
    ("700 a.u.c.", &["AUC"]),
    ("Julian 4 May 1700", &["Julian"]),
    ("4 May 1700 (O.S.)", &["Julian"]),
    ("4 May 1700 old style", &["Julian"]),
    ("14 May [O.S. 3 May] 1700", &["Julian"]),
    ("4 Feb 1700/01", &["Julian"]),
    ("Year 3 of Darius I", &["regnal"]),
    ("18th Dynasty", &["regnal"]),
    ("Middle Kingdom", &["\"Kingdom\" names a period"]),
    ("Late Bronze Age", &["names a period"]),
    ("Early Cambrian", &["\"Cambrian\" names a period"]),
    ("Victorian", &["names a period"]),
    ("Ming", &["names a period"]),
    ("Taisho period, 1912–1926", &["names a period"]),
    ("Christmas 1920", &["feast"]),
    ("Good Friday, Easter 1920", &["feast"]),
    ("Ramadan 1390", &["Islamic"]),
    ("3200 ± 40 14C BP", &["radiocarbon", "calibrated"]),
    ("3200 14C BP", &["radiocarbon"]),
    ("4/10/2025–6/10/2025", &["4 Oct or 10 Apr 2025"]),
    ("Summer term 2020", &["term"]),
    ("Winter semester 2020", &["term"]),
    ("academic year 2019/20", &["school year"]),
    ("2019/20 season", &["season"]),
    ("tomorrow", &["depends on today"]),
    ("next week", &["depends on today"]),
    ("two years ago", &["depends on today"]),
    ("ASAP", &["depends on today"]),
    ("soon", &["depends on today"]),
    ("Sprint 4", &["step of a plan"]),
    ("Phase 2", &["step of a plan"]),
    ("T+12", &["counted from an origin"]),
    ("D-3", &["counted from an origin"]),
    ("Day 5", &["counted from an origin"]),
    ("3 weeks", &["counted from an origin"]),
    ("turn of the century", &["vague"]),
    ("#REF!", &["error value"]),
    ("########", &["error value"]),
    ("1720 (baptised)", &["parentheses"]),
    ("FY2020", &["`fiscal-start`"]),
    ("Q2 FY2020", &["`fiscal-start`"]),
    ("FY20", &["`fiscal-start`"]),
    ("1700s", &["ten years or a hundred"]),
    ("late 1700s", &["ten years or a hundred"]),
    ("70s", &["the century of the decade is missing"]),
    ("4 May", &["the year is missing"]),
    ("4-May", &["this could be 4 May of some year"]),
    ("May", &["the year is missing"]),
    ("week 12", &["the year of week 12 is missing"]),
    ("Q3", &["the year is missing"]),
    ("3/24", &["without a year"]),
    ("5400 ± 30 BP", &["radiocarbon", "calibrated"]),
    ("196?", &["decade 1960 to 1969"]),
    ("1931, 1935", &["2 dates"]),
    ("1931; 1935; 1940", &["3 dates"]),
    ("1931 1935", &["2 dates"]),
    ("1931–32, 1935–36", &["2 dates"]),
    ("1850.5", &["decimal fraction"]),
    ("0", &["no year 0"]),
    ("4 May 0", &["no year 0"]),
    ("0 BC", &["no year 0"]),
    ("AD 0", &["no year 0"]),
    ("2022-21", &["no range", "spring 2022"]),
    ("2045-39", &["no range", "September to December 2045"]),
    ("2010/11", &["fiscal year"]),
    ("44927", &["serial number"]),
    ("1672531200", &["Unix time"]),
    ("1672531200000", &["Unix time"]),
    ("201005", &["2010-05"]),
    ("20191301", &["eight digits"]),
    ("20190101256060", &["14 digits"]),
    ("2023-05-14 07:08 CST", &["North America", "China"]),
    ("2023-05-14 07:08 IST", &["India", "Israel"]),
    ("24-Jan", &["24 Jan of some year"]),
    ("15 Octember 1920", &["\"Octember\""]),
    ("bapt. 15 May 1720", &["\"bapt\""]),
];

#[test]
fn what_says_what_it_is_is_refused_by_name() {
    let mut wrong = Vec::new();
    for (text, parts) in NAMED {
        match text.parse::<Date>() {
            Ok(date) => wrong.push(format!("{text}: read as {date}")),
            Err(error) if parts.iter().all(|part| error.to_string().contains(part)) => {}
            Err(error) => wrong.push(format!("{text}: {error}")),
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// The dates that a message offers: what follows "write", "as" and "or" and has digits.
fn offered(message: &str) -> Vec<String> {
    let mut found = Vec::new();
    for sign in ["write ", " as ", " or "] {
        for (at, _) in message.match_indices(sign) {
            let is_offer = sign == "write " || message[..at].contains("write");
            let rest = &message[at + sign.len()..];
            let end = [": write", "; ", ", ", " or ", " and set", " with a doubt", " as ", " if "]
                .iter()
                .filter_map(|stop| rest.find(stop))
                .min()
                .unwrap_or(rest.len());
            let text = rest[..end].trim();
            if is_offer && text.contains(|c: char| c.is_ascii_digit()) && text.len() < 30 {
                found.push(text.to_owned());
            }
        }
    }
    found
}

/// Words of messages that have digits and are no dates.
fn is_no_offer(text: &str) -> bool {
    let starts = [
        "years before",
        "00:00:00",
        "1 to ",
        "01 to ",
        "001 to ",
        "W01",
        "W53",
        "at most",
        "00 to",
        "-14:00",
    ];
    starts.iter().any(|start| text.starts_with(start)) || text.contains("hundred years")
}

#[test]
fn every_date_that_a_refusal_offers_is_read() {
    let fiscal = "oct:end".parse::<Fiscal>().ok();
    let options = DateOptions { fiscal, ..DateOptions::default() };
    let (mut wrong, mut tried) = (Vec::new(), 0);
    let refused = super::refused::CASES.iter().map(|case| case.0);
    for text in NAMED.iter().map(|case| case.0).chain(refused) {
        let Err(error) = text.parse::<Date>() else { continue };
        for offer in offered(&error.to_string()) {
            tried += 1;
            if !is_no_offer(&offer) && Date::parse(&offer, &options).is_err() {
                wrong.push(format!("{text}: {offer:?} of {error}"));
            }
        }
    }
    assert!(
        wrong.is_empty() && tried > 100,
        "{tried}, {} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// The settings that refusals name, each with a value by which the text is read.
#[test]
fn every_setting_that_a_refusal_offers_reads_the_text() {
    let none = DateOptions::default;
    let cases: [(&str, &str, DateOptions); 12] = [
        ("3/4/2010", "date-order", DateOptions { order: "dmy".parse().ok(), ..none() }),
        ("98", "century", DateOptions { century: "1900".parse().ok(), ..none() }),
        ("Jan-24", "century", DateOptions { century: "1900".parse().ok(), ..none() }),
        ("Jan 24", "century", DateOptions { century: "1900".parse().ok(), ..none() }),
        ("0", "negative-years", DateOptions { negative_years: "iso".parse().ok(), ..none() }),
        ("2010/11", "year-pairs", DateOptions { year_pairs: "ranges".parse().ok(), ..none() }),
        ("2010/11", "year-pairs", DateOptions { year_pairs: "months".parse().ok(), ..none() }),
        ("2022-21", "date-notation", DateOptions { notation: "edtf".parse().ok(), ..none() }),
        ("44927", "date-numbers", DateOptions { numbers: "serial".parse().ok(), ..none() }),
        ("1672531200", "date-numbers", DateOptions { numbers: "unix".parse().ok(), ..none() }),
        ("FY2020", "fiscal-start", DateOptions { fiscal: "oct:end".parse().ok(), ..none() }),
        ("60s", "century", DateOptions { century: "1900".parse().ok(), ..none() }),
    ];
    for (text, setting, options) in cases {
        let error = text.parse::<Date>().unwrap_err().to_string();
        assert!(error.contains(&format!("`{setting}")), "{text}: {error}");
        let read = Date::parse(text, &options);
        assert!(read.is_ok(), "{text} with {setting}: {read:?}");
    }
}

#[test]
fn several_dates_are_several_stints() {
    let options = DateOptions::default();
    for (text, count) in [
        ("1931, 1935", 2),
        ("1931; 1935; 1940", 3),
        ("1931 1935", 2),
        ("1931–32, 1935–36", 2),
        ("1931-33, 1935–41, 1944", 3),
        ("1931–1932 and 1935–1936", 2),
        ("May 1931–June 1932; 1935", 2),
    ] {
        let stints = Date::stints(text, &options);
        assert_eq!(stints.map(|dates| dates.len()), Some(count), "{text}");
    }
    for text in [
        "1931",
        "March 12, 1931",
        "12 March 1931, 14:05",
        "1931 and 1932",
        "1931–1932 and 1933–1936",
        "18th and 19th century",
        "[1667,1668]",
        "1931, in Paris",
        "12, 14",
        "abc, 1931",
    ] {
        assert_eq!(Date::stints(text, &options), None, "{text}");
    }
}
