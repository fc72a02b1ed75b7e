//! Whole tables through the reader: what comes out, and what is said of what is wrong.

use annals::error::{Error, Fault, quoted};
use annals::event::{Event, Importance, Kind};
use annals::read::{EventRows, ReadOptions, Role, Table, read};
use std::io::{self, Read};

fn options() -> ReadOptions {
    ReadOptions { name: "t.csv".into(), ..ReadOptions::default() }
}

fn table(bytes: impl AsRef<[u8]>) -> Table {
    read(bytes.as_ref(), &options()).expect("a sound table")
}

fn faults(bytes: impl AsRef<[u8]>) -> Vec<Fault> {
    match read(bytes.as_ref(), &options()) {
        Err(Error::Data(faults)) => faults,
        other => panic!("not at fault: {other:?}"),
    }
}

fn names(table: &Table) -> Vec<&str> {
    table.events.iter().map(|event| event.name.as_str()).collect()
}

/// The only fault of each table: its place as `line:column` and parts of its message.
fn refused(cases: &[(&str, &str, &[&str])]) {
    for (text, place, parts) in cases {
        let faults = faults(text);
        let [fault] = faults.as_slice() else { panic!("{}: {faults:?}", quoted(text)) };
        assert_eq!(format!("{}:{}", fault.line, fault.column), *place, "{}: {fault}", quoted(text));
        for part in *parts {
            assert!(fault.message.to_string().contains(part), "{}: {fault}", quoted(text));
        }
    }
}

#[test]
fn every_column_tells_its_part() {
    let text = "date,end,title,description,category,lane,importance,url,when,count,kind\n\
        1914, 1918 ,\"The \"\"Great\"\" War\",\"first\nsecond\",war,Europe,HIGH,https://e.org,1914 to 1918,12,Era\n";
    let date = |text: &str| text.parse().expect("a date");
    let expected = Event {
        end: Some(date("1918")),
        detail: Some("first\nsecond".into()),
        category: Some("war".into()),
        lane: Some("Europe".into()),
        importance: Importance::MAJOR,
        url: Some("https://e.org".into()),
        when: Some("1914 to 1918".into()),
        count: Some(12),
        kind: Kind::Era,
        ..Event::new(date("1914"), "The \"Great\" War")
    };
    assert_eq!(table(text), Table { events: vec![expected], title: None, notes: vec![] });
}

#[test]
fn columns_come_in_any_order_and_case_and_rows_may_be_short() {
    let table = table(" EVENT ,Group,FROM,Until\nWar,,1914\nPeace,x,1918,1939\n");
    assert_eq!(names(&table), ["War", "Peace"]);
    let (war, peace) = (&table.events[0], &table.events[1]);
    assert_eq!((war.end.is_none(), &war.category, war.kind), (true, &None, Kind::Point));
    assert_eq!((peace.end.is_some(), peace.kind), (true, Kind::Span));
    assert_eq!((war.count, war.importance), (None, Importance::NORMAL));
}

#[test]
fn words_for_importance_and_kind() {
    let words = [
        ("", Importance::NORMAL),
        ("low", Importance::MINOR),
        ("Minor", Importance::MINOR),
        ("1", Importance::MINOR),
        ("normal", Importance::NORMAL),
        ("MEDIUM", Importance::NORMAL),
        ("2", Importance::NORMAL),
        ("high", Importance::MAJOR),
        ("major", Importance::MAJOR),
        ("3", Importance::MAJOR),
        ("7.25", Importance::of_number("7.25").unwrap()),
        ("1500000", Importance::of_number("1500000").unwrap()),
    ];
    for (word, importance) in words {
        let table = table(format!("date,title,weight\n2010,a,{word}\n"));
        assert_eq!(table.events[0].importance, importance, "{word}");
    }
    let kinds = [
        ("event", Kind::Point),
        ("Point", Kind::Point),
        ("span", Kind::Span),
        ("era", Kind::Era),
        ("MARKER", Kind::Marker),
    ];
    for (word, kind) in kinds {
        let table = table(format!("date,title,kind\n2010,a,{word}\n"));
        assert_eq!(table.events[0].kind, kind, "{word}");
    }
}

#[test]
fn every_dialect_and_line_end_gives_the_same_events() {
    let plain = table("date,title,x\n2010,A b,1\n\n2011,C,2\n");
    for (from, to) in [(",", ";"), (",", "\t"), (",", "|"), ("\n", "\r\n"), ("\n", "\r")] {
        let text = "date,title,x\n2010,A b,1\n\n2011,C,2\n".replace(from, to);
        assert_eq!(table(&text).events, plain.events, "{text:?}");
    }
    for before in
        ["sep=,\n", "\n\r\n \n", ",,\n", "\u{FEFF}", "\u{FEFF}\u{FEFF}\"sep=,\"\r\n\u{FEFF}"]
    {
        let text = format!("{before}date,title,x\n2010,A b,1\n , ,\n2011,C,2");
        assert_eq!(table(&text), plain, "{text:?}");
    }
}

#[test]
fn a_declared_delimiter_holds_against_the_look_of_the_header() {
    let faults = faults("sep=;\ndate,title\n2010,a\n");
    assert_eq!(faults[0].line, 2);
    assert!(
        faults[0].message.to_string().contains("the headers are \"date,title\""),
        "{}",
        faults[0]
    );
}

#[test]
fn a_delimiter_that_was_found_is_noted_and_a_declared_one_is_not() {
    let notes = |text: &str| table(text).notes.iter().map(ToString::to_string).collect::<Vec<_>>();
    for (sign, words) in [
        (";", "semicolon; a first line sep=; declares it"),
        ("\t", "tab; a first line sep=<tab> declares it"),
        ("|", "bar; a first line sep=| declares it"),
    ] {
        let text = "date,title\n2010,a\n".replace(',', sign);
        assert_eq!(notes(&text), [format!("t.csv: the delimiter seems to be the {words}")]);
        assert_eq!(notes(&format!("sep={sign}\n{text}")), [""; 0]);
    }
    assert_eq!(notes("date,title\n2010,a;b\n"), [""; 0]);
}

#[test]
fn utf16_is_read_by_its_mark() {
    let text = "\u{FEFF}date;title\r\n2010;Größe 😀\r\n2010-00;b\r\n";
    for bytes_of in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes: Vec<u8> = text.encode_utf16().flat_map(bytes_of).collect();
        let faults = faults(&bytes);
        assert_eq!((faults.len(), faults[0].line, faults[0].column), (1, 3, 6));
        let sound: Vec<u8> = text.replace("-00", "").encode_utf16().flat_map(bytes_of).collect();
        assert_eq!(names(&table(sound)), ["Größe 😀", "b"]);
    }
}

#[test]
fn bytes_that_are_no_text_are_told_by_their_place() {
    let cases: [(&[u8], u64, u64, &str); 7] = [
        (
            b"date,title\n2010,a\n2011,Gr\xC3\xB6\xDFe\n2012,\xFF\n",
            3,
            9,
            "byte 10 of this line, 0xDF, is not UTF-8; save the table as UTF-8, or set the encoding that it has, as `encoding windows-1252`",
        ),
        (b"d\x81but,title\n", 1, 2, "byte 2 of this line, 0x81"),
        (b"date,title\r2010,\"a\r\nb\x81\"\r", 3, 2, "byte 2 of this line"),
        (b"date,title\n2010,a\xC3", 2, 7, "byte 7 of this line, 0xC3"),
        (b"date,title\n2010,a\0b\n", 2, 7, "NUL byte"),
        (b"da\0t\0e\0", 1, 3, "NUL byte"),
        (b"\xFF\xFEd\0\x00\xD8x\0", 1, 2, "UTF-16LE text is damaged here"),
    ];
    for (bytes, line, column, part) in cases {
        let faults = faults(bytes);
        let found = faults.iter().find(|fault| (fault.line, fault.column) == (line, column));
        let found = found.unwrap_or_else(|| panic!("{bytes:?}: {faults:?}"));
        assert!(found.message.to_string().contains(part), "{found}");
    }
}

#[test]
fn what_is_no_table_is_refused_whole() {
    refused(&[
        ("", "0:0", &["no events", "empty"]),
        ("\n \r\n", "0:0", &["no events", "empty"]),
        ("\u{FEFF}", "0:0", &["no events", "empty"]),
        ("sep=;\n", "0:0", &["no events", "empty"]),
        ("date,title\n", "0:0", &["no events", "no rows"]),
        ("date,title\n , \n\n", "0:0", &["no events", "no rows"]),
        ("PK\u{3}\u{4}...", "0:0", &["zip container"]),
    ]);
    assert_eq!(faults(b"\xD0\xCF\x11\xE0\xA1\xB1")[0].line, 0);
}

#[test]
fn headers_at_fault() {
    refused(&[
        ("\n\nwho,title\nAnn,a\n", "3:0", &["no date column", "\"who\", \"title\""]),
        ("date,n\n2010,1\n", "1:0", &["no title column", "`column title=HEADER`"]),
        ("date,\"x\ny\",title, Date\n2010,,a,2011\n", "2:11", &["are both the date; rename"]),
        ("2019-03-01,4\n2019-03-02,5\n", "1:0", &["no header row?", "date,title"]),
        ("date,\"title\n2010,a\n", "1:6", &["cell 2: the quote that opens here is not closed"]),
    ]);
}

#[test]
fn rows_at_fault() {
    refused(&[
        ("date,title\n2010-00,a\n", "2:6", &["column \"date\": \"2010-00\": there is no month 00"]),
        ("Title,Début,YEAR\na,é,\"  2010-00\"\n", "2:13", &["column \"YEAR\": \"2010-00\":"]),
        ("date,title\nnow,a\n", "2:1", &["nothing is known of when this was"]),
        ("date,title,end\n..,a,?\n", "2:1", &["nothing is known of when this was"]),
        ("date,title\n,a\n", "0:0", &["no events: the only row is left out: 1 without a date"]),
        (
            "title,date\na\nb\n",
            "0:0",
            &["all 2 rows are left out: 2 without a date (lines 2 and 3)"],
        ),
        ("date,title\n2010, \n", "0:0", &["1 without a title (line 2)"]),
        (
            "date,title\n2010,a,b\n",
            "2:8",
            &["cell 3: the row has 3 cells and the header 2", "in double quotes"],
        ),
        (
            "date,end,title\n1918,1914,War\n",
            "2:6",
            &["column \"end\": \"1914\": the event ends before it begins, at \"1918\""],
        ),
        (
            "date,title,weight\n2010,a,most\n",
            "2:8",
            &["column \"weight\": \"most\": unknown importance; write low,", "or a number"],
        ),
        ("date,title,count\n2010,a,-1\n", "2:8", &["column \"count\": \"-1\":", "whole number"]),
        ("date,title,count\n2010,a,1.5\n", "2:8", &["\"1.5\""]),
        (
            "date,title,kind\n2010,a, age\n",
            "2:9",
            &["\"age\": unknown kind; write event, point, span, era, marker"],
        ),
        ("date,title\n\u{1b}[31m,a\n", "2:1", &["\"\\u{1b}[31m\": this is not a date"]),
    ]);
}

#[test]
fn quotes_at_fault() {
    refused(&[
        (
            "date,title\n2010,\"abc\"def\n",
            "2:11",
            &["column \"title\": text follows the closing quote;"],
        ),
        (
            "date,title\n2010,\"a\n2011,\"b\"\n2012,c\n",
            "3:7",
            &["closing quote of a cell that opened 1 line above; close that quote"],
        ),
        (
            "date,title\n2010,\"a\n2011,b\n",
            "2:6",
            &["column \"title\": the quote that opens here is not closed"],
        ),
        (
            "date,title\n2010,a\n\"",
            "3:1",
            &["column \"date\": the quote that opens here is not closed"],
        ),
        ("date,title\n2010,\"\"\"\n", "2:6", &["not closed"]),
    ]);
    assert_eq!(names(&table("date,title\n2010,\"a\" \n2011,b \"c\"\n")), ["a", "b \"c\""]);
}

#[test]
fn places_count_every_line_and_character() {
    refused(&[
        ("date,title\r\n\r\n2010,\"é\r\n\r\nx\"\r\n \r\n2010-00,a\r\n", "7:6", &["month 00"]),
        ("date,title\r\r2010,\"é\rx\"\r2010-00,a\r", "5:6", &["month 00"]),
        ("title,date\n\"é\n€\",2010-00\n", "3:9", &["month 00"]),
        ("title,date\na,\"\n\n 2010-00\"\n", "4:7", &["month 00"]),
        ("title,date\n\"a\"\"b\",\"20\"\"10\"\n", "2:9", &["\"20\\\"10\""]),
        ("sep=,\ntitle,date\na,2010-00\n", "3:8", &["month 00"]),
    ]);
}

#[test]
fn all_faults_come_at_once_in_the_order_of_the_file() {
    let text = "name,name,date,end,count\na,,2010-00,2010-00,x\nb,c,2010,,\nc,,soon,,\n";
    let told: Vec<String> = faults(text).iter().map(ToString::to_string).collect();
    let starts = ["t.csv:1:6: ", "t.csv:2:9: ", "t.csv:2:17: ", "t.csv:2:20: ", "t.csv:4:4: "];
    assert_eq!(told.len(), starts.len(), "{told:?}");
    for (message, start) in told.iter().zip(starts) {
        assert!(message.starts_with(start), "{message}");
    }
}

#[test]
fn an_end_may_be_as_exact_as_it_likes() {
    let sound = [
        ("1914-08", "1914"),
        ("2010-03-12T14:00", "2010-03-12T14:30+05:00"),
        ("2010-03-12", "2010-03-12T02:00+05:00"),
    ];
    for (start, end) in sound {
        let table = table(format!("date,end,title\n{start},{end},a\n"));
        assert_eq!(table.events[0].kind, Kind::Span, "{start} {end}");
    }
    refused(&[
        ("date,end,title\n1914-08,1914-07-31,a\n", "2:9", &["ends before"]),
        ("date,end,title\n2010-03-12T14:00Z,2010-03-12T14:30+05:00,a\n", "2:19", &["ends before"]),
        ("date,end,title\n2010-03-12T14:00,2010-03-11T14:30Z,a\n", "2:18", &[]),
    ]);
}

#[test]
fn named_columns_are_read_and_the_rest_is_noted_once() {
    let columns = vec![(Role::Date, "released".into()), (Role::Name, "Film".into())];
    let options = ReadOptions { columns, ..options() };
    let text = "Film,Date,Released,,Studio\nAlien,x,1979,,Fox\nHeat,y,1995,,\n";
    let table = read(text.as_bytes(), &options).expect("a sound table");
    assert_eq!(names(&table), ["Alien", "Heat"]);
    let notes: Vec<String> = table.notes.iter().map(ToString::to_string).collect();
    assert_eq!(notes, ["t.csv: the columns \"Date\", \"Studio\" are ignored"]);
    let error = read("Film,Relesed\nAlien,x\n".as_bytes(), &options).expect_err("missing");
    let message = error.to_string();
    assert!(message.starts_with("t.csv:1: no column \"released\" for `column date`"), "{message}");
    assert!(message.ends_with("did you mean \"Relesed\"?)"), "{message}");
}

#[test]
fn cells_and_rows_are_bounded() {
    let long = |count: usize| "x".repeat(count);
    assert_eq!(table(format!("date,title\n2010,{}\n", long(65_536))).events.len(), 1);
    refused(&[
        (
            &format!("date,title\n2010,{}\n2011,b\n", long(65_537)),
            "2:6",
            &["column \"title\": the cell is longer than 64 KiB"],
        ),
        (
            &format!("date,title\n2010,{}\n2011,b\n", "y,".repeat(2_000_000)),
            "2:0",
            &["are longer than 1024 KiB"],
        ),
        (
            &format!("date,title\n2010,a\n2011,\"b\n{}", "2012,é\n".repeat(500_000)),
            "3:6",
            &["the quote that opens here is not closed"],
        ),
        (
            &format!("date,title{}\n", ",x".repeat(999)),
            "1:0",
            &["the table has more columns than 1000"],
        ),
    ]);
}

#[test]
fn no_row_is_lost_behind_a_desert_of_blank_lines() {
    let faults = faults(format!("date,title\n2010,a\n{}2011,b\n", "\n".repeat(2_000_000)));
    assert_eq!(faults.len(), 1);
    assert!(
        faults[0].message.to_string().contains("the blank lines above it are longer than 1024 KiB")
    );
}

/// A reader of a table without end, which counts what is asked of it.
struct Endless {
    served: u64,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let text = b"2010,a\n";
        let cells = text.iter().cycle().skip((self.served % 7) as usize);
        buffer.iter_mut().zip(cells).for_each(|(to, from)| *to = *from);
        self.served += buffer.len() as u64;
        Ok(buffer.len())
    }
}

#[test]
fn rows_stream_from_a_table_without_end() {
    let reader = b"date,title\n".chain(Endless { served: 0 });
    let mut rows = EventRows::new(reader, &options()).expect("a header");
    assert!((&mut rows).take(300_000).all(|row| row.is_ok_and(|event| event.name == "a")));
}

/// A reader that fails.
struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("the disk is gone"))
    }
}

#[test]
fn a_reader_that_fails_is_the_systems_fault() {
    let message = "t.csv: the table cannot be read: the disk is gone";
    for sound in ["", "date,title\n2010,a\n"] {
        let error = read(sound.as_bytes().chain(Broken), &options()).expect_err("broken");
        assert!(matches!(&error, Error::System { .. }) && error.to_string() == message, "{error}");
    }
    // Past the head of the file, the rows before the failure are still given.
    let text = "date,title\n".to_owned() + &"2010,a\n".repeat(300_000);
    let mut rows = EventRows::new(text.as_bytes().chain(Broken), &options()).expect("a header");
    let last = (&mut rows).last().expect("rows").expect_err("broken");
    assert_eq!(last[0].to_string(), message);
    assert_eq!(rows.failure().map(ToString::to_string).as_deref(), Some(message));
}
