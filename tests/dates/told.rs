//! What options decide, and what nothing decides without them.

use super::{meaning, proof};
use annals::Date;
use annals::date::{DateOptions, DateOrder};

/// The options of a text such as `order=dmy fiscal=oct:end`.
fn options(text: &str) -> DateOptions {
    let mut options = DateOptions::default();
    for (name, value) in text.split(' ').filter_map(|pair| pair.split_once('=')) {
        match name {
            "order" => options.order = Some(value.parse().unwrap()),
            "fiscal" => options.fiscal = Some(value.parse().unwrap()),
            "tz" => options.zone = Some(value.parse().unwrap()),
            "today" => options.today = Some(value.parse().unwrap()),
            "locale" => options.locale = Some(value.parse().unwrap()),
            "century" => options.century = Some(value.parse().unwrap()),
            "pairs" => options.year_pairs = Some(value.parse().unwrap()),
            "negative" => options.negative_years = Some(value.parse().unwrap()),
            "numbers" => options.numbers = Some(value.parse().unwrap()),
            "notation" => options.notation = Some(value.parse().unwrap()),
            _ => panic!("{name}"),
        }
    }
    options
}

/// Options, text, first instant, first instant after; or the refusal, and nothing.
const CASES: &[(&str, &str, &str, &str)] = &[
    ("order=dmy", "03/04/2010", "2010-04-03", "2010-04-04"),
    ("order=mdy", "03/04/2010", "2010-03-04", "2010-03-05"),
    ("order=dmy", "3.4.2010", "2010-04-03", "2010-04-04"),
    ("order=dmy", "03-04-2010", "2010-04-03", "2010-04-04"),
    ("order=dmy", "04/25/2010", "no month 25, and by `date-order` the month comes second", ""),
    ("order=mdy", "25/12/2010", "no month 25, and by `date-order` the month comes first", ""),
    ("order=ymd", "03/04/2010", "`date-order dmy` (day first) or `date-order mdy`", ""),
    ("order=ymd", "2010/03/04", "2010-03-04", "2010-03-05"),
    ("order=ymd", "2010/12", "2010-12-01", "2011-01-01"),
    ("", "2010/12", "2010 to 2012", ""),
    ("order=dmy", "01/02/03", "2003-02-01", "2003-02-02"),
    ("order=ymd", "98-12-25", "1998-12-25", "1998-12-26"),
    ("order=ymd", "03.04.10", "2003-04-10", "2003-04-11"),
    ("century=1900", "12 Mar 10", "1910-03-12", "1910-03-13"),
    ("century=1950", "5-Jun-49", "2049-06-05", "2049-06-06"),
    ("century=1950", "5-Jun-50", "1950-06-05", "1950-06-06"),
    ("century=1800", "98", "1898-01-01", "1899-01-01"),
    ("century=0", "98", "0098-01-01", "0099-01-01"),
    ("century=1900", "Mar-10", "1910-03-01", "1910-04-01"),
    ("century=1900", "c. 1830–40", "1830-01-01", "1841-01-01"),
    ("century=1900", "9 and 10 March 2010", "2010-03-09", "2010-03-11"),
    ("pairs=ranges", "1904-05", "1904-01-01", "1906-01-01"),
    ("pairs=ranges", "1904-11?", "1904-01-01", "1912-01-01"),
    ("pairs=ranges", "1905-02", "1905-02-01", "1905-03-01"),
    ("pairs=ranges", "2010/11", "2010-01-01", "2012-01-01"),
    ("pairs=months", "2010/11", "2010-11-01", "2010-12-01"),
    ("pairs=months", "2010–11", "2010-11-01", "2010-12-01"),
    ("pairs=months", "1936-39", "1936-01-01", "1940-01-01"),
    ("pairs=seasons", "1936-39", "1936-09-01", "1937-01-01"),
    ("pairs=seasons", "1936-55", "1936-01-01", "1956-01-01"),
    ("negative=iso", "-44", "-0044-01-01", "-0043-01-01"),
    ("negative=iso", "-300 to -200", "-0300-01-01", "-0199-01-01"),
    ("negative=iso", "0", "0000-01-01", "0001-01-01"),
    ("negative=bc", "-44", "-0043-01-01", "-0042-01-01"),
    ("negative=bc", "-0044", "-0044-01-01", "-0043-01-01"),
    ("numbers=serial", "43525", "2019-03-01", "2019-03-02"),
    ("numbers=serial", "43525.5", "2019-03-01T12:00:00", "2019-03-01T12:01:00"),
    ("numbers=serial", "43525.25001", "2019-03-01T06:00:01", "2019-03-01T06:00:02"),
    ("numbers=unix", "1583020800", "2020-03-01", "2020-03-01T00:00:01"),
    ("numbers=unix", "1583020800.25", "2020-03-01T00:00:00.25", "2020-03-01T00:00:00.26"),
    ("numbers=unix-ms", "1583020800500", "2020-03-01T00:00:00.5", "2020-03-01T00:00:00.501"),
    ("numbers=years", "43525", "43525-01-01", "43526-01-01"),
    ("notation=edtf", "2001-21", "2001-03-01", "2001-06-01"),
    ("notation=edtf", "-1985", "-1985-01-01", "-1984-01-01"),
    ("notation=edtf", "12 March 2010", "this is not EDTF", ""),
    ("fiscal=oct:end", "Q3 FY2024", "2024-04-01", "2024-07-01"),
    ("fiscal=oct:end", "Q3 FY24", "2024-04-01", "2024-07-01"),
    ("fiscal=apr:start", "H2 FY2023/24", "2023-10-01", "2024-04-01"),
    ("fiscal=apr:start", "FY23/24", "2023-04-01", "2024-04-01"),
    ("fiscal=oct:end", "FY24", "2023-10-01", "2024-10-01"),
    ("fiscal=oct:end", "FY2012", "2011-10-01", "2012-10-01"),
    ("fiscal=10:end", "FY 2012", "2011-10-01", "2012-10-01"),
    ("fiscal=12:end", "FY2012", "2011-12-01", "2012-12-01"),
    ("fiscal=april:start", "FY2012", "2012-04-01", "2013-04-01"),
    ("fiscal=jul", "FY2011/12", "2011-07-01", "2012-07-01"),
    ("fiscal=jul", "FY2011-2012", "2011-07-01", "2012-07-01"),
    ("fiscal=jul", "FY2012", "which of its years names it", ""),
    ("fiscal=jan", "FY2012", "2012-01-01", "2013-01-01"),
    ("fiscal=jul", "fiscal year 2011/12", "2011-07-01", "2012-07-01"),
    ("fiscal=jul", "FY2011/13", "FY2011/12", ""),
    ("fiscal=jul", "FY2011/2", "2011-07-01", "2012-07-01"),
    ("fiscal=oct:end", "FY1000", "0999-10-01", "1000-10-01"),
    ("fiscal=oct:end", "FY0001", "0000-10-01", "0001-10-01"),
    ("", "FY2011/12", "to its first month, as oct", ""),
    ("", "FY2012", "can begin in 2011 or in 2012", ""),
    ("", "FY2012", "to its first month and which of its years names it, as oct:end", ""),
    ("tz=+05:00", "2010-03-12T14:05", "2010-03-12T09:05:00", "2010-03-12T09:06:00"),
    ("tz=+05:00", "2010-03-12T14:05Z", "2010-03-12T14:05:00", "2010-03-12T14:06:00"),
    ("tz=-04", "2010-03-12 22:05", "2010-03-13T02:05:00", "2010-03-13T02:06:00"),
    ("tz=+05:00", "2010-03-12", "2010-03-12", "2010-03-13"),
    ("today=2026-11-24", "present", "2026-11-24", "2026-11-25"),
    ("today=2026-11-24", "2010–present", "2010-01-01", "2026-11-25"),
    ("", "2010–present", "2010-01-01", ".."),
    ("locale=de", "12. März 2010", "2010-03-12", "2010-03-13"),
    ("locale=de", "12.–15. März 2010", "2010-03-12", "2010-03-16"),
    ("locale=de", "Okt 2010", "2010-10-01", "2010-11-01"),
    ("locale=de", "12 March 2010", "2010-03-12", "2010-03-13"),
    ("locale=de", "vor 1450", "..", "1450-01-01"),
    ("locale=de", "vor 12. März 2010", "..", "2010-03-12"),
    ("locale=de", "nach 1450", "1451-01-01", ".."),
    ("locale=de", "seit 1450", "1450-01-01", ".."),
    ("locale=de", "ab März 2010", "2010-03-01", ".."),
    ("locale=de", "bis 1450", "..", "1451-01-01"),
    ("locale=de", "von 1914 bis 1918", "1914-01-01", "1919-01-01"),
    ("locale=de", "12. bis 15. März 2010", "2010-03-12", "2010-03-16"),
    ("locale=de", "zwischen 1914 und 1918", "1914-01-01", "1919-01-01"),
    ("locale=de", "1667, 1668 oder 1670", "1667-01-01", "1671-01-01"),
    ("locale=de", "1667 und 1668", "1667-01-01", "1669-01-01"),
    ("locale=de", "2010–heute", "2010-01-01", ".."),
    ("locale=de", "Anfang 2010", "2010-01-01", "2010-05-01"),
    ("locale=de", "Mitte März 2010", "2010-03-11", "2010-03-21"),
    ("locale=de", "Ende 2010", "2010-09-01", "2011-01-01"),
    ("locale=de", "Frühling 2010", "2010-03-01", "2010-06-01"),
    ("locale=de", "Freitag, den 12. März 2010", "2010-03-12", "2010-03-13"),
    ("locale=de", "Montag, 12. März 2010", "that day was a Friday, not a Monday", ""),
    ("", "seit 1450", "\"seit\" is not part of a date", ""),
    ("locale=fr", "um 1450", "\"um\" is not part of a date", ""),
    ("locale=fr", "1er août 1789", "1789-08-01", "1789-08-02"),
    ("locale=es", "12 de marzo de 2010", "2010-03-12", "2010-03-13"),
    ("locale=it", "2 giugno 1946", "1946-06-02", "1946-06-03"),
    ("locale=nl", "12 maart 2010", "2010-03-12", "2010-03-13"),
    ("locale=pl", "12 marca 2010", "2010-03-12", "2010-03-13"),
    ("locale=pt", "25 de abril de 1974", "1974-04-25", "1974-04-26"),
    ("locale=ru", "12 марта 2010 г.", "2010-03-12", "2010-03-13"),
    ("locale=ru", "12 МАРТА 2010", "2010-03-12", "2010-03-13"),
    ("locale=tr", "29 Ekim 1923", "1923-10-29", "1923-10-30"),
    ("locale=ur", "۱۴ اگست ۱۹۴۷", "1947-08-14", "1947-08-15"),
    ("locale=hi", "१५ अगस्त १९४७", "1947-08-15", "1947-08-16"),
    ("locale=de-AT", "5 Jänner 2010", "2010-01-05", "2010-01-06"),
    ("", "12 марта 2010", "2010-03-12", "2010-03-13"),
    ("", "um 12. März 2010", "2010-03-12", "2010-03-13"),
    ("", "xyzzy März 2010", "`locale de`", ""),
    ("", "pro 2010", "`locale cs`", ""),
    ("", "31 февраля 2010", "2010-02 has no day 31", ""),
    ("", "12. März 2010", "2010-03-12", "2010-03-13"),
    ("locale=fr", "12. März 2010", "`locale de`", ""),
];

#[test]
fn options_decide() {
    let mut wrong = Vec::new();
    for &(given, text, lo, hi) in CASES {
        match Date::parse(text, &options(given)) {
            Ok(date) if meaning(&date)[..2] == [lo, hi] => {}
            Err(error) if hi.is_empty() && error.to_string().contains(lo) => {}
            other => wrong.push(format!("{given} {text}: {other:?}")),
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn german_has_words_for_doubts() {
    for (text, flags) in [
        ("um 1450", "~"),
        ("ca. 1450", "~"),
        ("etwa 12. März 1450", "~"),
        ("Circa März 1450", "~"),
        ("vermutlich 1450", "?"),
        ("wohl um 1450", "?~"),
        ("vor um 1450", "~"),
        ("seit ungefähr 1450", "~"),
    ] {
        let date = Date::parse(text, &options("locale=de"))
            .unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(meaning(&date)[2], flags, "{text}");
    }
}

#[test]
fn errors_have_a_kind() {
    use annals::date::DateErrorKind as Kind;
    for (text, kind) in [
        ("", Kind::Empty),
        ("soon", Kind::NotADate),
        ("xyzzy März 2010", Kind::OtherLanguage),
        ("[1667,1668", Kind::Malformed),
        ("12 March", Kind::Incomplete),
        ("03/04/2010", Kind::AmbiguousOrder),
        ("2011/12", Kind::Ambiguous),
        ("30 February 2010", Kind::Nonexistent),
        ("Monday 12 March 2010", Kind::Contradictory),
        ("1918–1914", Kind::Reversed),
        ("Y99999999999999999", Kind::OutOfRange),
        ("12 March 1700 o.s.", Kind::Unsupported),
        (&"1".repeat(201), Kind::TooLong),
    ] {
        assert_eq!(text.parse::<Date>().unwrap_err().kind, kind, "{text}");
    }
}

#[test]
fn a_fiscal_year_is_told_by_both_its_years() {
    for (given, text, label) in [
        ("fiscal=jan", "FY2012", "FY2012"),
        ("fiscal=jan:end", "FY2011/12", "FY2011"),
        ("fiscal=feb:end", "FY2012", "FY2011/12"),
        ("fiscal=oct:start", "FY1999", "FY1999/00"),
        ("fiscal=oct:end", "FY1000", "FY0999/00"),
    ] {
        let date = Date::parse(text, &options(given)).unwrap();
        assert_eq!(date.to_string(), label, "{given} {text}");
        assert_eq!(proof::reads_again(&date, &options(given)), Ok(()));
    }
}

#[test]
fn options_at_fault_say_what_there_is() {
    assert!("dym".parse::<DateOrder>().unwrap_err().contains("dmy, mdy, ymd"));
    for text in ["13", "0", "okt", "oct:middle", "oct:", ""] {
        assert!(text.parse::<annals::date::Fiscal>().is_err(), "{text}");
    }
    for text in ["+15:00", "5", "Europe/Paris", ""] {
        assert!(text.parse::<annals::date::UtcOffset>().is_err(), "{text}");
    }
    for text in ["2010", "now", "2010-03-12T14:05", ""] {
        assert!(text.parse::<annals::date::Today>().is_err(), "{text}");
    }
    for text in ["xx", "d", ""] {
        assert!(text.parse::<annals::date::Locale>().is_err(), "{text}");
    }
}
