//! What a column decides of cells that have several readings alone, what it leaves open, and what
//! is told of it.

use super::shown;
use annals::date::{DateColumn, DateOptions};

/// Cells, each with the first instant meant and the last day or part of the refusal; what the notes
/// say, one by one.
struct Column {
    cells: &'static [(&'static str, &'static str)],
    notes: &'static [&'static [&'static str]],
}

const COLUMNS: &[Column] = &[
    // Day and month
    Column {
        cells: &[("07/08/2019", "2019-08-07"), ("30/08/2019", "2019-08-30")],
        notes: &[&[
            "\"07/08/2019\" is taken as day, month",
            "\"30/08/2019\" shows",
            "`date-order mdy`",
        ]],
    },
    Column {
        cells: &[
            ("7/8/2019", "2019-07-08"),
            ("8/30/2019", "2019-08-30"),
            ("1/2/2020", "2020-01-02"),
            ("9/9/2020", "2020-09-09"),
        ],
        notes: &[&["\"7/8/2019\" and 1 more are taken as month, day", "`date-order dmy`"]],
    },
    Column {
        cells: &[
            ("7.8.2019 9:30", "2019-08-07T09:30:00"),
            ("30.8.2019 9:30", "2019-08-30T09:30:00"),
        ],
        notes: &[&["day, month and year"]],
    },
    Column {
        cells: &[("7-8-2019", "!7 Aug or 8 Jul"), ("9-8-2019", "!`date-order dmy`")],
        notes: &[],
    },
    Column {
        cells: &[
            ("30/08/2019", "2019-08-30"),
            ("08/30/2019", "2019-08-30"),
            (
                "07/08/2019",
                "!\"30/08/2019\" has the day first and \"08/30/2019\" has the month first",
            ),
        ],
        notes: &[],
    },
    Column {
        cells: &[("7/8/2019–30/8/2019", "2019-08-07"), ("1/9/2019", "2019-09-01")],
        notes: &[&["\"1/9/2019\" is taken as day"]],
    },
    // Years of two digits
    Column {
        cells: &[
            ("3-Apr-29", "2029-04-03"),
            ("3-Apr-30", "1930-04-03"),
            ("9-Apr-71", "1971-04-09"),
        ],
        notes: &[&["\"3-Apr-29\" and 2 more", "1930 to 2029", "`century`"]],
    },
    Column {
        cells: &[("4/7/19", "2019-07-04"), ("25/7/19", "2019-07-25")],
        notes: &[&["day, month"], &["1930 to 2029"]],
    },
    Column {
        cells: &[
            ("-27", "-0026-01-01"),
            ("14", "0014-01-01"),
            ("98", "0098-01-01"),
            ("117", "0117-01-01"),
        ],
        notes: &[
            &["\"14\" and 1 more are taken as", "\"-27\" shows", "`century`"],
            &["BC", "`negative-years iso`"],
        ],
    },
    Column { cells: &[("14", "!two digits"), ("98", "!`century`")], notes: &[] },
    Column { cells: &[("14", "!two digits"), ("2014", "2014-01-01")], notes: &[] },
    // A year and two digits
    Column {
        cells: &[("1871-72", "1871-01-01"), ("1907-08", "1907-01-01"), ("1899-1901", "1899-01-01")],
        notes: &[&[
            "\"1907-08\" is taken as a range of years",
            "\"1871-72\" shows",
            "`year-pairs months`",
        ]],
    },
    Column {
        cells: &[("1907-08", "1907-08-01"), ("1907-02", "1907-02-01"), ("1908-10", "1908-10-01")],
        notes: &[],
    },
    Column {
        cells: &[
            ("1907-08", "!1907 to 1908: write 1907/1908; or Aug 1907: write Aug 1907"),
            ("1907-02", "1907-02-01"),
            ("1871-72", "1871-01-01"),
        ],
        notes: &[],
    },
    Column {
        cells: &[("2007-08", "2007-01-01"), ("2008-09", "2008-01-01"), ("2009-10", "2009-01-01")],
        notes: &[&["\"2007-08\" and 2 more are taken as a range of years", "`year-pairs months`"]],
    },
    Column {
        cells: &[("2007/08", "2007-01-01"), ("2010/11", "2010-01-01")],
        notes: &[&["are taken as a range of years", "`year-pairs months`"]],
    },
    Column { cells: &[("2007/08", "!`fiscal-start`"), ("2010", "2010-01-01")], notes: &[] },
    Column {
        cells: &[("2010/11", "2010-11-01"), ("2010/03", "2010-03-01")],
        notes: &[&["a month of a year", "\"2010/03\" shows", "`year-pairs ranges`"]],
    },
    Column {
        cells: &[("1907–08", "1907-01-01"), ("1880–95", "1880-01-01")],
        notes: &[&["\"1880–95\" shows"]],
    },
    Column {
        cells: &[("1922-31", "1922-01-01"), ("1940", "1940-01-01")],
        notes: &[&["\"1922-31\" is taken as a range", "`date-notation edtf`"]],
    },
    Column { cells: &[("1922-21", "!spring 1922"), ("1940", "1940-01-01")], notes: &[] },
    // EDTF
    Column {
        cells: &[("1922-31", "1922-03-01"), ("192X", "1920-01-01")],
        notes: &[&[
            "a part of the year by its code in EDTF",
            "\"192X\" shows",
            "`year-pairs ranges`",
        ]],
    },
    Column {
        cells: &[("1922-21", "1922-03-01"), ("1922-04~", "1922-04-01"), ("1922-04", "1922-04-01")],
        notes: &[&["code in EDTF", "\"1922-04~\" shows"]],
    },
    Column {
        cells: &[("1922-22", "1922-06-01"), ("1950/..", "1950-01-01")],
        notes: &[&["code in EDTF", "\"1950/..\" shows"]],
    },
    // Years with a minus
    Column {
        cells: &[("-480", "-0479-01-01"), ("-1200", "-1199-01-01"), ("1066", "1066-01-01")],
        notes: &[&["\"-480\" and 1 more are taken as years BC", "`negative-years iso`"]],
    },
    Column {
        cells: &[("-480", "-0480-01-01"), ("-0323", "-0323-01-01")],
        notes: &[&[
            "\"-480\" is taken as astronomical years",
            "\"-0323\" shows",
            "`negative-years bc`",
        ]],
    },
    Column {
        cells: &[("-480", "-0480-01-01"), ("-0044-03-15", "-0044-03-15")],
        notes: &[&["astronomical"]],
    },
    Column {
        cells: &[("-0480", "-0480-01-01"), ("-0323", "-0323-01-01")],
        notes: &[&["\"-0480\" and 1 more are taken as astronomical years", "write -44 for 44 BC"]],
    },
    Column {
        cells: &[("0000", "0000-01-01"), ("-0323", "-0323-01-01"), ("0", "0000-01-01")],
        notes: &[&["\"0\" is taken as 1 BC"]],
    },
    Column { cells: &[("0", "!no year 0"), ("-323", "-0322-01-01")], notes: &[&["BC"]] },
    // Numbers
    Column {
        cells: &[("44927", "2023-01-01"), ("44928.75", "2023-01-02T18:00:00")],
        notes: &[&[
            "\"44927\" and 1 more are taken as days as spreadsheets count them",
            "`date-numbers`",
        ]],
    },
    Column { cells: &[("44927", "!serial number"), ("2023-01-05", "2023-01-05")], notes: &[] },
    Column {
        cells: &[("1672531200", "2023-01-01"), ("1672617600", "2023-01-02")],
        notes: &[&["Unix times in seconds"], &["the day alone", "`midnight time`"]],
    },
    Column {
        cells: &[("1672531200000", "2023-01-01"), ("1672538400000", "2023-01-01T02:00:00")],
        notes: &[&["Unix times in milliseconds"]],
    },
    Column { cells: &[("1672531200", "!Unix time"), ("44927", "!spreadsheet")], notes: &[] },
    // Midnight
    Column {
        cells: &[("2023-01-01 00:00:00", "2023-01-01"), ("2023-01-02 00:00:00", "2023-01-02")],
        notes: &[&[
            "\"2023-01-01 00:00:00\" and 1 more are taken as the day alone",
            "`midnight time`",
        ]],
    },
    Column {
        cells: &[("2023-01-01T00:00Z", "2023-01-01"), ("2023-01-02T08:00Z", "2023-01-02T08:00:00")],
        notes: &[],
    },
];

#[test]
fn a_column_decides_what_a_cell_leaves_open() {
    let options = DateOptions::default();
    let mut wrong = Vec::new();
    for Column { cells, notes } in COLUMNS {
        let mut column = DateColumn::default();
        let alone: Vec<_> = cells.iter().map(|(text, _)| column.read(text, &options)).collect();
        let decisions = column.decide(&DateColumn::default(), &options);
        for ((text, expected), alone) in cells.iter().zip(alone) {
            let date = match alone.waiting {
                Some(_) => decisions.read(text),
                None => alone.date.map(|date| decisions.as_told(date)),
            };
            match (date, expected.strip_prefix('!')) {
                (Ok(date), None) if shown(date.lo) == *expected => {}
                (Err(error), Some(part)) if error.to_string().contains(part) => {}
                (date, _) => wrong.push(format!("{text}, not {expected}: {date:?}")),
            }
        }
        let told = column.notes(&decisions);
        let told: Vec<String> = told.iter().map(ToString::to_string).collect();
        let is_refused = cells.iter().any(|(_, expected)| expected.starts_with('!'));
        let fits = told.len() == notes.len()
            && told
                .iter()
                .zip(*notes)
                .all(|(note, parts)| parts.iter().all(|part| note.contains(part)));
        if !fits && !is_refused {
            wrong.push(format!("{cells:?}: {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_column_beside_decides_where_the_column_itself_does_not() {
    let options = DateOptions::default();
    let (mut starts, mut ends) = (DateColumn::default(), DateColumn::default());
    starts.read("30/08/2019", &options);
    ends.read("07/09/2019", &options);
    let decided = ends.decide(&starts, &options);
    assert_eq!(shown(decided.read("07/09/2019").unwrap().lo), "2019-09-07");
    assert!(ends.decide(&DateColumn::default(), &options).read("07/09/2019").is_err());
    // Numbers are decided by their own column.
    ends.read("44927", &options);
    assert!(ends.decide(&starts, &options).read("44927").is_err());
}

#[test]
fn a_zero_as_an_end_is_the_border_of_the_eras() {
    let options = DateOptions::default();
    let mut column = DateColumn::default();
    column.read("-27", &options);
    assert!(column.read("0", &options).waiting.is_some());
    let decisions = column.decide(&DateColumn::default(), &options);
    assert_eq!(shown(decisions.read_end("0").unwrap().hi), "0001-01-01");
    assert!(decisions.read("0").unwrap_err().to_string().contains("no year 0"));
}

#[test]
fn each_cell_tells_what_was_taken_and_why() {
    let options = DateOptions::default();
    let mut column = DateColumn::default();
    for text in ["07/08/2019", "30/08/2019"] {
        column.read(text, &options);
    }
    let decisions = column.decide(&DateColumn::default(), &options);
    let told = decisions.of_cell("07/08/2019", &options);
    let told: Vec<String> = told.iter().map(ToString::to_string).collect();
    assert!(told.len() == 1 && told[0].contains("\"30/08/2019\" shows"), "{told:?}");
    assert_eq!(decisions.of_cell("30/08/2019", &options), []);
}

#[test]
fn what_is_given_is_no_question() {
    let options = DateOptions { order: Some("dmy".parse().unwrap()), ..DateOptions::default() };
    let mut column = DateColumn::default();
    let reading = column.read("07/08/2019", &options);
    assert!(reading.waiting.is_none() && reading.date.is_ok());
    assert_eq!(column.notes(&column.decide(&DateColumn::default(), &options)), []);
}
