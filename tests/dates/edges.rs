//! Borders that changes of one sign in `src/date` would move: see `tests/outside/mutants.py`.

use super::Case;
use annals::Date;
use annals::date::{Parts, Precision, Zone};

pub(super) const READ: &[Case] = &[
    // Significant digits
    ("Y0S1", "0000-01-01", "0001-01-01", ""),
    ("-1985S3", "-1989-01-01", "-1979-01-01", ""),
    ("-1985S4", "-1985-01-01", "-1984-01-01", ""),
    ("Y10000S3", "10000-01-01", "10100-01-01", ""),
    ("Y9999S3", "9990-01-01", "10000-01-01", ""),
    // Two years by a hyphen, among several dates
    ("1914-18 and 1939-45", "1914-01-01", "1946-01-01", ""),
    ("1914-1918 or 1939-1945", "1914-01-01", "1946-01-01", ""),
    ("2010-20 and 2030", "2010-01-01", "2031-01-01", ""),
    ("2010-03-12T14:05+02:59", "2010-03-12T11:06:00", "2010-03-12T11:07:00", ""),
];

pub(super) const REFUSED: &[(&str, &[&str])] = &[
    ("@#DGREGORIAN@", &["the date is empty"]),
    ("Julian", &["not a date"]),
    ("5os", &["no word of a date"]),
    ("OS 12 March 2010", &["Julian calendar"]),
    ("12 March 2010 (OS)", &["Julian calendar"]),
    ("@#DJULIAN@12 MAR 1700", &["Julian calendar"]),
    ("2010-04-01–2010-03-31", &["exchange its ends"]),
    ("from 2011 to 2010", &["exchange its ends"]),
    ("2010031X", &["8 digits without a sign"]),
    ("7", &["as 1907, or AD 7"]),
    ("+985", &["write +0985"]),
    ("+7", &["fewer than four digits"]),
    ("+985-03", &["write +0985"]),
    ("7-", &["not a date"]),
    ("12-", &["not a date"]),
    ("2010--", &["the month is missing"]),
    ("2010-13-05", &["there is no month 13"]),
    ("2010-42?", &["there is no month 42"]),
    ("2010-04-00", &["has no day 00"]),
    ("2010-W", &["no such week"]),
    ("2010-W1234", &["no such week"]),
    ("Y1985S0", &["significant digits is missing"]),
    ("2010-03-13T", &["the hour is missing"]),
    ("2010-03-12T1", &["exactly two digits"]),
    ("2010-03-12T14:05:09.", &["one to nine digits"]),
    ("2010-03-12T14:05+5", &["not +hh"]),
];

fn date(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn a_qualifier_holds_for_its_parts_alone() {
    let parts = |year, month, day| Parts { year, month, day };
    for (text, doubted) in [
        ("2010?", parts(true, false, false)),
        ("2010?-03-12", parts(true, false, false)),
        ("2010-?03-12", parts(false, true, false)),
        ("2010-03-?12", parts(false, false, true)),
        ("2010-03?", parts(true, true, false)),
        ("2010-03?-12", parts(true, true, false)),
        ("2010-03-12?", parts(true, true, true)),
        ("Y12010?", parts(true, false, false)),
        ("2010-21?", parts(true, true, false)),
    ] {
        assert_eq!(date(text).uncertain, doubted, "{text}");
        let about = text.replace('?', "~");
        assert_eq!(date(&about).approximate, doubted, "{about}");
    }
}

#[test]
fn several_dates_are_as_exact_as_the_finest_and_have_its_zone() {
    for (text, precision) in [
        ("2010/2010-03-12", Precision::Day),
        ("2010-03-12/2011", Precision::Day),
        ("[1667-03-12, 1668]", Precision::Day),
        ("{1667, 1668-03-12}", Precision::Day),
    ] {
        assert_eq!(date(text).precision, precision, "{text}");
    }
    for text in [
        "2010-03-12T14:05Z/2010-03-12T15:05",
        "2010-03-12T14:05/2010-03-12T15:05Z",
        "{2010-03-12T14:05Z, 2011}",
    ] {
        assert_eq!(date(text).zone, Zone::Offset(0), "{text}");
    }
}

#[test]
fn one_of_several_and_all_of_several_are_told_apart() {
    for text in ["1667 or 1668", "1667 and 1668", "1667, 1668 or 1670", "1667, 1668 and 1670"] {
        assert_eq!(date(text).to_string(), text);
    }
}
