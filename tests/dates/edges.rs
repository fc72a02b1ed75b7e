//! Borders that changes of one sign in `src/date` would move: see `tests/by_hand/mutants.py`.

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
    // One digit too many, or one group
    ("125/1/2010", &["not a date"]),
    ("125/1/10", &["not a date"]),
    ("25/123/2010", &["not a date"]),
    ("25/123/10", &["not a date"]),
    ("25/1/123", &["not a date"]),
    ("2010/123/4", &["left over"]),
    ("2010/1/234", &["left over"]),
    ("2010/003", &["left over"]),
    ("003/2010", &["not a date"]),
    ("3/201", &["not a date"]),
    ("3/20100", &["not a date"]),
    ("12/5", &["not a date"]),
    ("012 March 2010", &["not a date"]),
    ("012 March", &["not a date"]),
    ("012-Mar", &["not a date"]),
    ("012-Mar-2010", &["not a date"]),
    ("012/Mar/2010", &["not a date"]),
    ("March 012, 2010", &["not a date"]),
    ("2010 March 012", &["left over"]),
    ("2010-Mar-012", &["the month is missing"]),
    ("week 010 2010", &["not a date"]),
    ("2010 week 010", &["left over"]),
    ("March 2010,123 BC", &["not a date"]),
    ("March 12019", &["write AD before it"]),
    ("12 March 2010 140:05", &["not a date"]),
    ("5000000000th March 2010", &["has no day"]),
    ("32-Mar", &["not a date"]),
    // A sign or a letter before digits
    ("+3/2010", &["fewer than four digits"]),
    ("25/1x/2010", &["not a date"]),
    ("x 2010", &["this is not a date"]),
    // One doubt too many
    ("probably perhaps maybe about c. March 2010", &["not a date"]),
    // Double years
    ("11 Feb 1731/32", &["Julian calendar"]),
    ("11 Feb 1731/2", &["Julian calendar"]),
    // Calendars
    ("@#DGREGORIAN@", &["the date is empty"]),
    ("Julian", &["Julian (Old Style)"]),
    ("5os", &["is not part of a date"]),
    ("OS 12 March 2010", &["Julian calendar"]),
    ("12 March 2010 (OS)", &["Julian calendar"]),
    ("@#DJULIAN@12 MAR 1700", &["Julian calendar"]),
    ("2010-04-01–2010-03-31", &["swap its ends"]),
    ("from 2011 to 2010", &["swap its ends"]),
    ("2010031X", &["8 digits without a sign"]),
    ("7", &["as 1907, or AD 7"]),
    ("+985", &["write +0985"]),
    ("+7", &["fewer than four digits"]),
    ("+985-03", &["write +0985"]),
    ("7-", &["not a date"]),
    ("12-", &["not a date"]),
    ("2010--", &["the month is missing"]),
    ("2010-13-05", &["there is no month 13"]),
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
        ("H1 2010?", parts(true, true, false)),
        ("week 10, 2010?", parts(true, true, true)),
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
fn a_year_is_as_exact_as_it_has_digits() {
    for (text, precision) in [
        ("1965", Precision::Year),
        ("196X", Precision::Decade),
        ("19XX", Precision::Century),
        ("1XXX", Precision::Millennium),
        ("XXXX", Precision::Ka),
        ("Y123456S1", Precision::Ka),
        ("Y1234567S1", Precision::Ma),
        ("Y123456789S1", Precision::Ma),
        ("Y1234567890S1", Precision::Ga),
    ] {
        assert_eq!(date(text).precision, precision, "{text}");
    }
}

#[test]
fn a_set_of_one_is_that_date() {
    assert_eq!(Date { written: "1667".into(), ..date("[1667]") }, date("1667"));
}

#[test]
fn refusals_point_at_the_fault() {
    for (text, offset) in [
        ("abc", 0),
        ("2010-02-30", 8),
        ("  2010-02-30 ", 8),
        ("12 Foo 2010", 3),
        ("\u{662}\u{660}\u{661}\u{660}-\u{660}\u{663}-\u{663}\u{662}", 8),
        ("c. 2010-02-30", 11),
        ("[1667, 1668-13-01]", 12),
    ] {
        assert_eq!(text.parse::<Date>().unwrap_err().offset, offset, "{text}");
    }
}

#[test]
fn a_text_of_200_characters_is_the_longest() {
    let padded = |blanks| format!("March{:blanks$}2010", "");
    assert_eq!(date(&padded(191)).to_string(), "Mar 2010");
    let error = padded(192).parse::<Date>().unwrap_err();
    assert!(error.offset == 0 && error.message.to_string().contains("at most 200"), "{error:?}");
}

#[test]
fn dates_of_chrono_are_days_or_seconds() {
    let day = chrono::NaiveDate::from_ymd_opt(2010, 3, 12).unwrap();
    assert_eq!(Date::from(day), date("2010-03-12"));
    let time = day.and_hms_opt(14, 5, 9).unwrap();
    assert_eq!(Date::from(time), date("2010-03-12T14:05:09"));
    let east = chrono::FixedOffset::east_opt(2 * 3600).unwrap();
    let there = time.and_local_timezone(east).unwrap();
    assert_eq!(Date::from(there), date("2010-03-12T14:05:09+02:00"));
}

#[test]
fn one_of_several_and_all_of_several_are_told_apart() {
    for text in ["1667 or 1668", "1667 and 1668", "1667, 1668 or 1670", "1667, 1668 and 1670"] {
        assert_eq!(date(text).to_string(), text);
    }
}
