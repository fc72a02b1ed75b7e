//! A table that is summed up while it is read gives the figure of one that is held.

use annals::date::Date;
use annals::host::{TableInput, read_for};
use annals::options::{LabelStyle, Length, UtcOffset};
use annals::{Error, FigureOptions, Note, ReadOptions, Result, compose, read_table};
use proptest::prelude::*;
use std::io::{Cursor, Read};

/// A figure of which a few dozen events are more than it can name.
fn small() -> FigureOptions {
    let length = |text: &str| Some(text.parse::<Length>().unwrap());
    FigureOptions { width: length("240px"), height: length("300px"), ..FigureOptions::default() }
}

/// All that is drawn, and what is noted.
type Drawn = (String, Vec<Note>);

fn drawn(events: &[annals::Event], options: &FigureOptions) -> Result<Drawn> {
    let (figure, notes) = compose(events, options)?;
    Ok((format!("{:?}", annals::draw::draw(&figure)), notes))
}

/// The figure of a table that is held, and its notes.
fn held(text: &str, options: &FigureOptions) -> Result<Drawn> {
    let table = read_table(text.as_bytes(), &ReadOptions::default())?;
    let (figure, notes) = drawn(&table.events, options)?;
    Ok((figure, table.notes.into_iter().chain(notes).collect()))
}

/// The same of one that is summed up.
fn summed(text: &str, options: &FigureOptions, is_file: bool) -> Result<Drawn> {
    let bytes = text.as_bytes().to_vec();
    let open = || Ok(Box::new(Cursor::new(bytes.clone())) as Box<dyn Read>);
    let input = TableInput { open: &open, is_file };
    let table = read_for(&input, &ReadOptions::default(), options)?;
    let (figure, notes) = drawn(&table.events, options)?;
    Ok((figure, table.notes.into_iter().chain(notes).collect()))
}

fn same(text: &str, options: &FigureOptions) {
    let expected = held(text, options);
    for is_file in [true, false] {
        let found = summed(text, options, is_file);
        match (&expected, &found) {
            (Ok(one), Ok(other)) => {
                assert_eq!(one.1, other.1, "notes of {text}");
                assert!(one.0 == other.0, "pictures of {text}");
            }
            // Of many faults not all are listed.
            (one, other) => assert!(one.is_err() && other.is_err(), "{text}"),
        }
    }
}

/// So many rows of one kind of dates, by a seed.
fn table(kind: usize, many: u64, seed: u64) -> String {
    let mut state = seed | 1;
    let mut next = |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let years = [1, 3, 40, 900][next(4) as usize];
    let head =
        ["date,end,title,category,importance", "date,category,count,lane"][usize::from(kind == 6)];
    let mut text = format!("{head}\n");
    for row in 0..many {
        let (year, month, day) = (1000 + next(years), 1 + next(12), 1 + next(28));
        let plain = format!("{year}-{month:02}-{day:02}");
        let (hour, minute, second) = (next(22), next(60), next(60));
        let clock = format!("{plain}T{hour:02}:{minute:02}:{second:02}");
        let date = match kind {
            0 | 7 => plain.clone(),
            1 => [
                plain.clone(),
                format!("{year}-{month:02}"),
                format!("{year}"),
                format!("c. {year}"),
            ][next(4) as usize]
                .clone(),
            2 => format!("{clock}{}", ["Z", "+05:30", ""][next(3) as usize]),
            3 => format!("2024-03-0{}T{hour:02}:{minute:02}:{second:02}+02:00", 1 + next(3)),
            4 => format!("{plain}T00:00:00"),
            8 => [plain.clone(), format!("{year}-{month:02}")][next(2) as usize].clone(),
            9 => clock,
            5 => format!(
                "{:02}/{:02}/{year}",
                1 + next(if row == 7 { 28 } else { 12 }),
                1 + next(12)
            ),
            _ => format!("{year}-{month:02}-01"),
        };
        let category = ["", "A", "B", "Long name", "D"][next(5) as usize];
        if kind == 6 {
            text += &format!("{date},{category},{},{}\n", next(50), ["", "x"][next(2) as usize]);
            continue;
        }
        let end = match kind {
            0 if next(9) == 0 => format!("{}-12-31", year + next(3)),
            7 => format!("{}-{month:02}-{:02}", year + next(2), day + next(2)),
            8 => [format!("{}", year + next(3)), format!("{year}-{:02}", month.max(next(13)))]
                [next(2) as usize]
                .clone(),
            9 => format!("{plain}T{:02}:{:02}:{second:02}", hour + next(3), next(60)),
            _ => String::new(),
        };
        let importance =
            ["", "", "", "high", "7.5"][next(5) as usize / usize::from(next(9) > 0).max(1)];
        text += &format!("{date},{end},No. {row},{category},{importance}\n");
    }
    text
}

fn shuffled(text: &str) -> String {
    let (head, rows) = text.split_once('\n').unwrap();
    let mut rows: Vec<&str> = rows.lines().collect();
    rows.sort_by_key(|row| row.bytes().fold(7_u32, |sum, b| sum.wrapping_mul(31) ^ u32::from(b)));
    format!("{head}\n{}\n", rows.join("\n"))
}

#[test]
fn a_table_is_drawn_alike_summed_up_or_held() {
    for kind in 0..10 {
        same(&table(kind, 150, 11 + kind as u64), &small());
    }
}

/// Plain rows are counted without being read as others are; what is odd is not.
#[test]
fn odd_rows_among_plain_ones_are_read_as_ever() {
    let odd = [
        "1901,,\"Named, with a comma\",A,",
        "\"1902-03-04\",,\"He said \"\"no\"\", on\ntwo lines\",B,9",
        "1903-05-06,,R&amp;D <b>bold</b>,\"C\",",
        "",
        ",,,,",
        "c. 1905,,Vague,A,",
        "1906-01-01,1908,Span,B,",
        "  1907-01-01  ,,  Blanks around ,  A  ,",
        "1908-09,,Month,n/a,",
        "1909-01-01,,Straße,-,high",
        "1910-01-01T00:00:00,,Midnight,,",
        "# a remark,,,,",
    ];
    for (line_end, kind) in [("\n", 0), ("\r\n", 0), ("\n", 2), ("\n", 4)] {
        let text = table(kind, 2600, 5);
        let mut rows: Vec<&str> = text.lines().collect();
        for (n, row) in odd.iter().cycle().take(60).enumerate() {
            rows.insert(700 + n * 31, row);
        }
        for is_last in [true, false] {
            let end = if is_last { line_end } else { "" };
            same(&(rows.join(line_end) + end), &small());
        }
    }
    // Spans are counted without being read as others are, too.
    for kind in [7, 8, 9] {
        let text = table(kind, 3000, 7);
        same(&text, &small());
        same(
            &text,
            &FigureOptions { from: "1000-03-01".parse().ok(), to: "1001".parse().ok(), ..small() },
        );
    }
    let text = table(0, 2600, 6);
    for broken in ["1911-01-01,,\"open,A,", "1911-02-30,,No such day,A,", "1911-01-01,,a,b,c,d"] {
        same(&text.replacen("No. 2000,", &format!("x,\n{broken}\n"), 1), &small());
    }
    let options = FigureOptions { label: "category=B".parse().ok(), top: Some(3), ..small() };
    same(&text, &options);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn any_table_is_drawn_alike_summed_up_or_held(
        kind in 0..10_usize, many in 20..200_u64, seed in any::<u64>(), choice in 0..6_usize,
    ) {
        let date = |text: &str| Some(text.parse::<Date>().unwrap());
        let options = match choice {
            0 => FigureOptions { style: Some(LabelStyle::Density), ..small() },
            1 => FigureOptions { top: Some(5), ..small() },
            2 => FigureOptions { label: "category=B".parse().ok(), ..small() },
            3 => FigureOptions { from: date("1001-03-04"), ..small() },
            4 => FigureOptions { to: date("2024-03-02T13:00"), tz: "+03:00".parse::<UtcOffset>().ok(), ..small() },
            _ => small(),
        };
        let text = table(kind, many, seed);
        same(&text, &options);
        let mixed = held(&shuffled(&text), &options).map(|drawn| drawn.0);
        prop_assert!(held(&text, &options).map(|drawn| drawn.0).ok() == mixed.ok());
    }
}

/// A table of many dates, and of one at its end.
fn dates(many: usize, date: impl Fn(usize) -> String, last: &str) -> String {
    let rows = (0..many).map(|n| format!("{},No. {n},{}\n", date(n), ["A", "B"][n % 2]));
    format!("date,title,category\n{}{last},Last,A\n", rows.collect::<String>())
}

/// Of a pipe no row can be read again: those that can be read in several ways are summed up in each.
#[test]
fn rows_of_a_pipe_wait_for_their_column_however_many_they_are() {
    let month = |n: usize| format!("{}-{:02}", 2001 + n % 11, 2 + n * 7 % 11);
    let next = |n: usize| format!("{}-{:02}", 2001 + n % 11, 2 + n % 11);
    let day = |n: usize| format!("{:02}/{:02}/{}", 1 + n % 12, 1 + n * 5 % 12, 1990 + n % 20);
    for (date, last) in [
        (&month as &dyn Fn(usize) -> String, "2001-01"),
        (&month, "2001-02"),
        (&next, "2011-12"),
        (&day, "12/31/2001"),
        (&day, "31/12/2001"),
    ] {
        let text = dates(2_300, date, last);
        let [one, other] = [held(&text, &small()), summed(&text, &small(), false)];
        let (one, other) = (one.expect("sound"), other.expect("sound"));
        assert_eq!(one.1, other.1, "notes where the last is {last}");
        assert!(one.0 == other.0, "pictures where the last is {last}");
    }
}

#[test]
fn rows_of_a_pipe_that_nothing_decides_are_refused_as_those_of_a_file() {
    let day = |n: usize| format!("{:02}/{:02}/2001", 1 + n % 12, 1 + n * 5 % 12);
    let text = dates(2_300, day, "03/04/2001");
    let [one, other] = [held(&text, &small()), summed(&text, &small(), false)];
    assert_eq!(one.unwrap_err().to_string(), other.unwrap_err().to_string());
    let text = dates(2_300, |_| "2001-05".to_owned(), "2001-01,First,A\n2001-15");
    let Err(Error::Data(faults)) = summed(&text, &small(), false) else { panic!("is refused") };
    assert_eq!(faults.len(), 101);
    let last = faults[100].to_string();
    assert!(last.contains("2200 more errors: 2200 date"), "{last}");
}

/// Days in numbers, some of which show the order by themselves; of a span both ends.
#[test]
fn days_in_numbers_are_counted_in_each_order_until_their_column_decides() {
    let day = |n: usize| (1 + n * 7 % 12, 1 + n * 11 % 14, 1990 + n % 20);
    let us = |n: usize| {
        let (month, day, year) = day(n);
        format!("{month:02}/{day:02}/{year}")
    };
    let german = |n: usize| {
        let (month, day, year) = day(n);
        format!("{day}.{month}.{year}")
    };
    let span = |n: usize| format!("{},{}", us(n), us(n + 20 * (n % 3)));
    let mixed = |n: usize| match n % 7 {
        0 => format!("{},2015-03", us(n)),
        1 => format!("1991,{}", us(n + 1)),
        2 => format!("{},", us(n)),
        _ => format!("1985-02-{:02},{}", 1 + n % 28, us(n)),
    };
    for date in [&us as &dyn Fn(usize) -> String, &german] {
        same(&dates(3_000, date, "1.2.2003"), &small());
    }
    for date in [&span as &dyn Fn(usize) -> String, &mixed] {
        let text = dates(3_000, date, "2003-05-06,");
        same(&text.replace("date,", "date,end,"), &small());
    }
}

#[test]
fn days_in_numbers_that_contradict_each_other_are_refused_as_where_all_are_held() {
    let open = |n: usize| format!("{:02}/{:02}/2001", 1 + n % 12, 1 + n * 5 % 12);
    let day = |n: usize| if n < 300 { format!("1995-03-{:02}", 1 + n % 28) } else { open(n) };
    for last in ["1996-02-03", "30/12/2001,X,A\n12/30/2001"] {
        let text = dates(3_000, day, last);
        let known = held(&text, &small()).unwrap_err().to_string();
        assert!(known.contains("more cells of this column"), "{known}");
        for is_file in [true, false] {
            assert_eq!(known, summed(&text, &small(), is_file).unwrap_err().to_string());
        }
    }
}
