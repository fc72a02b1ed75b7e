//! Labels: dates in words, never more exact than their text, and without what is known already.

use super::proof::reads_again;
use annals::Date;
use annals::date::{DateOptions, Known, grouped, range_text, year_text, zone_text};

fn date(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn labels_are_as_exact_as_the_text() {
    let cases = [
        ("2010-03-12", "12 Mar 2010"),
        ("March 2010", "Mar 2010"),
        ("c. 1450", "c. 1450"),
        ("1984?", "1984?"),
        ("500 BC", "500 BC"),
        ("1960s", "1960s"),
        ("18th century", "18th century"),
        ("2011-Q3", "Q3 2011"),
        ("before 1928", "before 1928"),
        ("1914/1918", "1914–1918"),
        ("12–15 March 2010", "12–15 Mar 2010"),
        ("65 Ma", "65 Ma"),
        ("early 1960s", "early 1960s"),
        ("11th century", "11th century"),
        ("21st century", "21st century"),
        ("2nd century", "2nd century"),
        ("3rd century BC", "3rd century BC"),
        ("196X", "1960s"),
        ("096X", "960s"),
        ("-196X", "-196X"),
        ("+1234X", "+1234X"),
        ("2004-XX", "2004"),
        ("1985-04-XX", "Apr 1985"),
        ("1985-XX-XX", "1985"),
        ("1985-1X-XX", "1985-1X-XX"),
        ("156X-04-XX", "156X-04-XX"),
        ("190X", "190X"),
        ("19XX", "19XX"),
        ("[..1984]", "by 1984"),
        ("[1984..]", "in or after 1984"),
        ("{..1984}", "until 1984"),
        ("{1984..}", "since 1984"),
        ("[1667, 1668]", "1667 or 1668"),
        ("{1667, 1668}", "1667 and 1668"),
        ("11700 BP", "11,700 BP"),
        ("123456 BP", "123,456 BP"),
        ("1000 BP", "1000 BP"),
        ("c. 350s BC", "c. 350s BC"),
        ("0010s AD", "10s AD"),
        ("2010-03-12T14:05Z", "12 Mar 2010, 14:05 UTC"),
        ("2010", "2010"),
        ("2010-03", "Mar 2010"),
        ("2010-03-12T14:05", "12 Mar 2010, 14:05"),
        ("2010-03-12T14:05:09Z", "12 Mar 2010, 14:05:09 UTC"),
        ("2010-03-12T14:05:09.250", "12 Mar 2010, 14:05:09.250"),
        ("2010-03-12T00:05+05:30", "12 Mar 2010, 00:05 UTC+5:30"),
        ("2010-03-12T00:05-04", "12 Mar 2010, 00:05 UTC\u{2212}4"),
        ("0000", "1 BC"),
        ("-0043-03-15", "15 Mar 44 BC"),
        ("2016-12-31T23:59:60Z", "31 Dec 2016, 23:59:60 UTC"),
        ("2010-03-12/2010-03-15", "12–15 Mar 2010"),
        ("2010-03-12/2010-04-03", "12 Mar – 3 Apr 2010"),
        ("2010-01/2010-03", "Jan–Mar 2010"),
        ("-0263/-0240", "264–241 BC"),
        ("-0508/-0026", "509–27 BC"),
        ("-0752/-0026", "753 BC – 27 BC"),
        ("0000-01/0000-04-12", "Jan – 12 Apr 1 BC"),
        ("0000/0000-04-12", "1 BC – 12 Apr 1 BC"),
        ("2010-03-12T14:05/2010-03-12T16:10", "12 Mar 2010, 14:05 – 16:10"),
        ("2010-03-12T14/2010-03-12T16", "12 Mar 2010, 14h – 16h"),
        ("2010-03-12T14Z/2010-03-13T16Z", "12 Mar 2010, 14h UTC – 13 Mar 2010, 16h UTC"),
        ("2010-03-12/2010-03-13T16", "12 Mar 2010 – 13 Mar 2010, 16h"),
        ("c. AD 1211 – 100 BP", "c. AD 1211 – 100 BP"),
        ("1211–100 BP", "1211–100 BP"),
        ("0014", "AD 14"),
        ("+12019", "AD 12,019"),
        ("0099", "AD 99"),
        ("0100", "100"),
        ("9999", "9999"),
        ("Y10000", "AD 10,000"),
        ("Y1234567", "AD 1,234,567"),
        ("-9999", "9999 BC"),
        ("H1 2010", "H1 2010"),
        ("H2 2010", "H2 2010"),
        ("Q1 2010", "Q1 2010"),
        ("Q2 2010", "Q2 2010"),
        ("Q4 2010", "Q4 2010"),
        ("2010-W10", "week 10, 2010"),
        ("2008-W01", "week 1, 2008"),
        ("2009-W53", "week 53, 2009"),
        ("90s AD", "90s AD"),
        ("110s", "110s"),
        ("10s BC", "10s BC"),
        ("1st century", "1st century"),
        ("1st century BC", "1st century BC"),
        ("10th century", "10th century"),
        ("12th century", "12th century"),
        ("13th century", "13th century"),
        ("14th century", "14th century"),
        ("22nd century", "22nd century"),
        ("23rd century", "23rd century"),
        ("101st century", "101st century"),
        ("111th century", "111th century"),
        ("113th century", "113th century"),
        ("1st millennium", "1st millennium"),
        ("3rd millennium BC", "3rd millennium BC"),
        ("1000th millennium", "1000th millennium"),
        ("mid-March 2010", "mid-Mar 2010"),
        ("late 18th century?", "late 18th century?"),
        // Seasons, of two years as well
        ("Winter 2010", "Winter 2010"),
        ("Winter 2010/11", "Winter 2010/11"),
        ("Winter 1999/2000", "Winter 1999/00"),
        ("Winter 1000/01", "Winter 1000/01"),
        ("Winter 9998/99", "Winter 9998/99"),
        ("+10000-24", "+10000-24"),
        ("-0043-24", "-0043-24"),
        ("c. Spring 2001", "c. Spring 2001"),
        ("Spring 44 BC", "Spring 44 BC"),
        // Clock times
        ("2010-03-12T04", "12 Mar 2010, 04h"),
        ("2010-03-12T04:59:59", "12 Mar 2010, 04:59:59"),
        ("2010-03-12T04:05:06", "12 Mar 2010, 04:05:06"),
        ("2010-03-12T23:59:59.999999999", "12 Mar 2010, 23:59:59.999999999"),
        ("2010-03-12T14:05:09.05", "12 Mar 2010, 14:05:09.05"),
        ("2010-03-12T14:05:09.2+01", "12 Mar 2010, 14:05:09.2 UTC+1"),
        ("2010-03-12T14:05+00:30", "12 Mar 2010, 14:05 UTC+0:30"),
        // Ranges
        ("1984/1984", "1984–1984"),
        ("1450–c. 1475", "1450 – c. 1475"),
        ("c. 1450–1475", "c. 1450 – 1475"),
        ("March 2010–5 May 2010", "Mar – 5 May 2010"),
        ("c. March 2010–15 March 2010", "c. Mar – 15 Mar 2010"),
        ("2010-03-12T14/2010-03-13", "12 Mar 2010, 14h – 13 Mar 2010"),
        ("2010-03-12T14/2010-03-13T14", "12 Mar 2010, 14h – 13 Mar 2010, 14h"),
        ("AD 11–100 BP", "AD 11 – 100 BP"),
        ("44 BC–100 BP", "44 BC – 100 BP"),
        ("March 1211–100 BP", "Mar 1211 – 100 BP"),
        ("1211–?", "1211–?"),
        ("?–1211", "?–1211"),
        ("1667, 1668 or 1670", "1667, 1668 or 1670"),
    ];
    for (text, label) in cases {
        let date = date(text);
        assert_eq!(date.to_string(), label, "{text}");
        assert_eq!(reads_again(&date, &DateOptions::default()), Ok(()));
    }
}

#[test]
fn what_is_known_is_not_said_again() {
    let day = date("2010-03-12").lo().map(|lo| lo.day);
    for (text, zone, day, label) in [
        ("2010-03-12T14:05Z", Some(0), None, "12 Mar 2010, 14:05"),
        ("2010-03-12T14:05Z", Some(0), day, "14:05"),
        ("2010-03-12T14:05Z", Some(3600), day, "12 Mar 2010, 14:05 UTC"),
        ("2010-03-12T14:05Z", None, day, "12 Mar 2010, 14:05 UTC"),
        ("2010-03-13T14:05Z", Some(0), day, "13 Mar 2010, 14:05"),
        ("2010-03-12T00:05+01", Some(3600), day, "00:05"),
        ("2010-03-12T14:05", None, day, "14:05"),
        ("2010-03-12T14:05", None, None, "12 Mar 2010, 14:05"),
        ("2010-03-12T14:05", Some(0), day, "12 Mar 2010, 14:05"),
    ] {
        let known = Known { zone, day, ..Known::default() };
        assert_eq!(date(text).words(known), label, "{text} {zone:?}");
    }
}

#[test]
fn years_have_an_era_where_there_are_years_bc() {
    let known = Known { is_bc: true, ..Known::default() };
    for (text, label) in [
        ("0099", "AD 99"),
        ("0100", "AD 100"),
        ("March 999", "Mar AD 999"),
        ("1000", "1000"),
        ("44 BC", "44 BC"),
    ] {
        assert_eq!(date(text).words(known), label, "{text}");
    }
    let [from, to] = ["0985", "1021"].map(date);
    assert_eq!(range_text(&from, &to, known), "AD 985–1021");
    let [from, to] = ["0220", "0280"].map(date);
    assert_eq!(range_text(&from, &to, known), "AD 220–280", "the era of both is stated once");
}

#[test]
fn numbers_years_and_zones_are_told_by_themselves() {
    for (number, text) in [(9999, "9999"), (10_000, "10,000"), (1_234_567, "1,234,567")] {
        assert_eq!(grouped(number), text);
    }
    for (year, text) in
        [(0, "1 BC"), (1, "AD 1"), (-99, "100 BC"), (i64::MIN, "9,223,372,036,854,775,809 BC")]
    {
        assert_eq!(year_text(year), text);
    }
    for (east, text) in
        [(0, "UTC"), (-12_600, "UTC\u{2212}3:30"), (1800, "UTC+0:30"), (7200, "UTC+2")]
    {
        assert_eq!(zone_text(east), text);
    }
}
