//! Tables as people have them: headers in their words, time in several columns, rows that are no
//! events. Each is read without options, and what was inferred is told.

use annals::date::Known;
use annals::error::Error;
use annals::event::Event;
use annals::read::{ReadOptions, Role, read};

/// An event as its label says it, with its lane in brackets.
pub(super) fn told(event: &Event) -> String {
    let lane = event.lane.as_ref().map_or(String::new(), |lane| format!(" [{lane}]"));
    format!("{}: {}{lane}", event.when_text(Known::default()), event.name)
}

fn read_by(text: &str, options: ReadOptions) -> Result<(Vec<Event>, Vec<String>), String> {
    let options = ReadOptions { name: "t.csv".into(), ..options };
    match read(text.as_bytes(), &options) {
        Ok(table) => Ok((table.events, table.notes.iter().map(ToString::to_string).collect())),
        Err(Error::Data(faults)) => {
            Err(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
        }
        Err(other) => panic!("{text}: {other}"),
    }
}

/// The events and the notes of a table, or what is wrong with it, without options.
pub(super) fn read_events(text: &str) -> Result<(Vec<Event>, Vec<String>), String> {
    read_by(text, ReadOptions::default())
}

/// Each table gives these events, and notes with all of these words; without words there is none.
pub(super) fn reads(cases: &[(&str, &[&str], &[&str])]) {
    for (text, events, words) in cases {
        let (found, notes) = read_by(text, ReadOptions::default())
            .unwrap_or_else(|faults| panic!("{text}: {faults}"));
        assert_eq!(found.iter().map(told).collect::<Vec<_>>(), *events, "{text}");
        let notes = notes.join("\n");
        for word in *words {
            assert!(notes.contains(word), "{text}: {word:?} is not in {notes:?}");
        }
        assert!(!words.is_empty() || notes.is_empty(), "{text}: {notes}");
    }
}

/// Each table is refused with all of these words.
pub(super) fn refuses(cases: &[(&str, &[&str])]) {
    for (text, words) in cases {
        let faults = read_by(text, ReadOptions::default()).expect_err(text);
        for word in *words {
            assert!(faults.contains(word), "{text}: {word:?} is not in {faults:?}");
        }
    }
}

#[test]
fn headers_as_people_write_them() {
    reads(&[
        (
            "Start Date,End Date,Task\n2020-01-06,2020-02-07,Plan\n",
            &["6 Jan – 7 Feb 2020: Plan"],
            &[],
        ),
        ("start_date;end_date;label\n1990;1995;War\n", &["1990–1995: War"], &["semicolon"]),
        ("startDate,endDate,eventName\n1990,1995,War\n", &["1990–1995: War"], &[]),
        ("Date Start,Date End,Name\n1990,1995,War\n", &["1990–1995: War"], &[]),
        ("Task Name,Start,Finish\nDig,2020-01,2020-03\n", &["Jan–Mar 2020: Dig"], &[]),
        ("Began,Ended,What\n1990,1995,War\n", &["1990–1995: War"], &[]),
        ("From,Until,Activity\n1990,1995,War\n", &["1990–1995: War"], &[]),
        (
            "Milestone,Due\nLaunch,2021-05-01\nClose,2021-06-01\n",
            &["1 May 2021: Launch", "1 Jun 2021: Close"],
            &["\"Due\" is used as the date, as there is no other date"],
        ),
        (
            "Opened,Closed,Station\n1863,1900,A road\n1870,,B road\n",
            &["1863–1900: A road", "1870: B road"],
            &["\"Station\" is used as the title, judging by its cells"],
        ),
        ("Event Date,Headline\n2020-01-06,Start\n", &["6 Jan 2020: Start"], &[]),
        ("TIMESTAMP,MESSAGE\n2020-01-06T10:00,Start\n", &["6 Jan 2020, 10:00: Start"], &[]),
        ("when,what\n1990,War\n", &["1990: War"], &[]),
        ("Year(s),Event:\n1990,War\n", &["1990: War"], &[]),
        ("**Date**,**Title**\n1990,War\n", &["1990: War"], &[]),
        (
            "Released,Film\n1979-05-25,Alien\n",
            &["25 May 1979: Alien"],
            &["\"Film\" is used as the title"],
        ),
        (
            "created,updated,title\n2020-01-06,2021-01-06,A\n",
            &["6 Jan 2020: A"],
            &["\"updated\" holds dates, too", "`column date=\"updated\"`"],
        ),
        (
            "published_at,created_at,name\n2020-02-06,2020-01-06,A\n",
            &["6 Feb 2020: A"],
            &["\"created_at\" holds dates"],
        ),
        ("Quarter,Goal\nQ1 2024,Beta\n2024-Q3,Done\n", &["Q1 2024: Beta", "Q3 2024: Done"], &[]),
    ]);
}

#[test]
fn headers_in_other_languages() {
    reads(&[
        ("Jahr;Ereignis;Ort\n1648;Frieden;Münster\n", &["1648: Frieden"], &["semicolon"]),
        ("Beginn;Ende;Bezeichnung\n1618;1648;Krieg\n", &["1618–1648: Krieg"], &["semicolon"]),
        ("Anfangsdatum,Enddatum,Aufgabe\n1618,1648,Krieg\n", &["1618–1648: Krieg"], &[]),
        ("Année,Titre\n1789,Révolution\n", &["1789: Révolution"], &[]),
        ("date de début,date de fin,nom\n1789,1799,Révolution\n", &["1789–1799: Révolution"], &[]),
        ("Fecha,Suceso\n1936-07-18,Guerra\n", &["18 Jul 1936: Guerra"], &[]),
        ("fecha_inicio,fecha_fin,nombre\n1936,1939,Guerra\n", &["1936–1939: Guerra"], &[]),
        ("Data,Evento\n1861-03-17,Regno\n", &["17 Mar 1861: Regno"], &[]),
        ("Datum,Gebeurtenis\n1648-05-15,Vrede\n", &["15 May 1648: Vrede"], &[]),
        ("Rok,Wydarzenie\n1410,Bitwa\n", &["1410: Bitwa"], &[]),
        ("Дата,Событие\n1961-04-12,Полёт\n", &["12 Apr 1961: Полёт"], &[]),
        ("Tarih,Olay\n1923-10-29,Cumhuriyet\n", &["29 Oct 1923: Cumhuriyet"], &[]),
        (
            "开始日期,结束日期,任务\n2020-01-06,2020-02-07,设计\n",
            &["6 Jan – 7 Feb 2020: 设计"],
            &[],
        ),
        (
            "開始日,終了日,タスク名\n2020-01-06,2020-02-07,設計\n",
            &["6 Jan – 7 Feb 2020: 設計"],
            &[],
        ),
        ("वर्ष,घटना\n1947,स्वतंत्रता\n", &["1947: स्वतंत्रता"], &[]),
    ]);
}

#[test]
fn columns_without_a_name_that_fits_are_known_by_their_cells() {
    reads(&[
        (
            "main,x\nFirst,2017-02-01\nSecond,2017-03-01\n",
            &["1 Feb 2017: First", "1 Mar 2017: Second"],
            &[
                "\"x\" is used as the date, judging by its cells",
                "\"main\" is used as the title, judging by its cells",
                "`column date=HEADER`",
            ],
        ),
        (
            "instrument,remark,t0\nA,Mirror cleaned,2017-02-01\nA,Lamp changed,2017-03-01\n",
            &["1 Feb 2017: Mirror cleaned", "1 Mar 2017: Lamp changed"],
            &["\"remark\" is used as the title"],
        ),
        (
            "id,event,label\n1,2017,x\n2,2018,y\n",
            &["2017: x", "2018: y"],
            &["used as the date, judging by its cells"],
        ),
        (
            "name,event,date\nPact,The two sides signed a long pact in the old hall,1990\n",
            &["1990: Pact"],
            &["\"event\" is used as the description, judging by its cells"],
        ),
        (
            "date,event,label\n1990,Pact,P\n",
            &["1990: Pact"],
            &["\"label\" could be it, too", "`column title=\"label\"`"],
        ),
        ("Daet,title\n1990-01-01,Pact\n", &["1 Jan 1990: Pact"], &["\"Daet\" is used as the date"]),
        (
            "due_on_or_before_date,title\n1990-01-01,Pact\n",
            &["1 Jan 1990: Pact"],
            &["by its header"],
        ),
        (
            "planned date,actual date,milestone\n2020-01-01,2020-02-01,Freeze\n",
            &["1 Jan 2020: Freeze"],
            &["\"actual date\" holds dates, too"],
        ),
    ]);
    refuses(&[
        ("who,how many\nAnn,3\nBob,4\n", &["no date column"]),
        ("person,age\nAnn,31\n", &["no date column", "`column date=HEADER`"]),
    ]);
}

#[test]
fn time_in_several_columns() {
    reads(&[
        (
            "Year,Month,Day,Event\n1903,12,17,Flight\n1927,5,,Crossing\n1930,,,Later\n",
            &["17 Dec 1903: Flight", "May 1927: Crossing", "1930: Later"],
            &[],
        ),
        ("day,month,year,title\n17,December,1903,Flight\n", &["17 Dec 1903: Flight"], &[]),
        (
            "Year,Month,End Year,End Month,Name\n1914,7,1918,11,War\n",
            &["Jul 1914 – Nov 1918: War"],
            &[],
        ),
        (
            "year_start,year_end,name\n325,325,Council\n432,461,Mission\n",
            &["325: Council", "432–461: Mission"],
            &[],
        ),
        (
            "Date,Time,Message\n2024-03-26,1:24,Lights\n2024-03-27,n/a,Later\n",
            &["26 Mar 2024, 01:24: Lights", "27 Mar 2024: Later"],
            &[],
        ),
        (
            "date,start time,end time,talk\n2024-03-26,9:00,10:30,Opening\n",
            &["26 Mar 2024, 09:00 – 10:30: Opening"],
            &["\"talk\" is used as the title"],
        ),
        (
            "date,start time,end time,name\n2024-03-26,22:00,02:00,Night\n",
            &["26 Mar 2024, 22:00 – 27 Mar 2024, 02:00: Night"],
            &[],
        ),
        (
            "Task,Start,Duration\nSoak,2025-05-05,2 days\nRest,2025-05-07,1 week\nCure,2025-05-14,PT6H\n",
            &["5–6 May 2025: Soak", "7–13 May 2025: Rest", "14 May 2025: Cure"],
            &[],
        ),
        (
            "task,start,days\nSoak,2025-05-05,2\nRest,2025-05-07,7\n",
            &["5–6 May 2025: Soak", "7–13 May 2025: Rest"],
            &[],
        ),
        ("task,start,duration (weeks)\nSoak,2025-05-05,2\n", &["5–18 May 2025: Soak"], &[]),
        (
            "reign,from,length\nAnna,1702,12 years\nGeorge,1714,13 years\n",
            &["1702–1713: Anna", "1714–1726: George"],
            &["\"reign\" is used as the title"],
        ),
        (
            "Year,Exact Date,Topic,Event\n1990,1990-03-04,A,Vote\n1991,,B,Talks\n",
            &["4 Mar 1990: Vote", "1991: Talks"],
            &["\"Year\" where it is blank"],
        ),
        ("period,start_ma,end_ma\nTriassic,252,201\n", &["252–201 Ma: Triassic"], &[]),
        ("Year (BC),Event\n44,Murder\n", &["44 BC: Murder"], &[]),
    ]);
    refuses(&[
        ("Year,Month,Event\n1903,13,Flight\n", &["no month 13"]),
        (
            "task,start,duration\nSoak,2025-05-05,2 days\nRest,2025-05-07,a while\n",
            &["t.csv:3:", "not a duration", "3 days"],
        ),
    ]);
}

#[test]
fn counts_from_an_origin_are_dates_once_it_is_known() {
    let from = |origin: &str, unit: Option<&str>| ReadOptions {
        origin: Some(origin.parse().expect("a date")),
        unit: unit.map(|unit| unit.parse().expect("a unit")),
        ..ReadOptions::default()
    };
    let cases = [
        (
            "name,start,end\nKick,M1,M3\nBuild,M4,M14\n",
            None,
            ["Mar–May 2025: Kick", "Jun 2025 – Apr 2026: Build"],
        ),
        (
            "wp,start_date,end_date\nA,1,3\nB,4,14\n",
            Some("month"),
            ["Mar–May 2025: A", "Jun 2025 – Apr 2026: B"],
        ),
        ("Day,Event\n0,Start\n10,End\n", None, ["1 Mar 2025: Start", "11 Mar 2025: End"]),
        (
            "when,what\nT-3,Ready\nT+00:02:30,Staging\n",
            None,
            ["26 Feb 2025: Ready", "1 Mar 2025, 00:02:30: Staging"],
        ),
    ];
    for (text, unit, expected) in cases {
        let (events, _) = read_by(text, from("2025-03-01", unit)).expect(text);
        assert_eq!(events.iter().map(told).collect::<Vec<_>>(), expected, "{text}");
    }
    refuses(&[(
        "wp,start,end\nA,1,36\nB,1,12\n",
        &["counts from an origin, not dates", "`origin 2025-03-01`", "`unit month`"],
    )]);
    let faults = read_by("wp,start\nA,1\nB,12\n", from("2025-03-01", None)).expect_err("no unit");
    assert!(faults.contains("set `unit month` to what is counted"), "{faults}");
}

#[test]
fn a_table_with_a_column_for_each_event() {
    reads(&[
        (
            "project,kickoff,freeze,launch\nAlpha,2023-01-09,2023-04-28,2023-10-02\nBeta,2023-03-06,,TBD\n",
            &[
                "9 Jan 2023: kickoff [Alpha]",
                "28 Apr 2023: freeze [Alpha]",
                "2 Oct 2023: launch [Alpha]",
                "6 Mar 2023: kickoff [Beta]",
            ],
            &[
                "each row is a lane",
                "\"kickoff\", \"freeze\", \"launch\"",
                "1 row is left out: 1 without a date (line 3)",
            ],
        ),
        (
            "Film,Announced,Released\nAlien,1977-01-01,1979-05-25\n",
            &["1 Jan 1977: Announced [Alien]", "25 May 1979: Released [Alien]"],
            &["each row is a lane"],
        ),
    ]);
    refuses(&[(
        "project,kickoff,launch\nA,2023-01-09,2023-02-30\nB,2023-01-09,2023-03-01\n",
        &["t.csv:2:", "no day 30"],
    )]);
}

#[test]
fn a_line_of_its_own_above_the_header_is_the_title() {
    let title = |above: &str| {
        let text = format!("{above}Date,Event,Note\n1990,War,x\n1991,Peace,y\n");
        read(text.as_bytes(), &ReadOptions::default()).unwrap().title
    };
    for (above, expected) in [
        ("Our chronicle,,\n", "Our chronicle"),
        ("Хроника моста\n", "Хроника моста"),
        ("\"War, and peace\",,\nof two countries,,\n", "War, and peace"),
        ("Notebook of a spy,,\n,,\n", "Notebook of a spy"),
    ] {
        assert_eq!(title(above).as_deref(), Some(expected), "{above}");
    }
    for above in [
        "",
        "# a comment\n",
        "Exported 2024-01-02 by a tool\n",
        "Source: a museum,,\n",
        "Stand 2024,,\n",
        "2024,,\n",
        "https://example.org/table,,\n",
        "Wars,2024,\n",
        "Table 3:,,\n",
    ] {
        assert_eq!(title(above), None, "{above}");
    }
}

#[test]
fn lines_above_the_header_no_header_and_tables_on_their_side() {
    reads(&[
        (
            "Our chronicle,,\nDate,Event,Note\n1990,War,x\n1991,Peace,y\n",
            &["1990: War", "1991: Peace"],
            &[
                "the header is in line 2; 1 row above it is passed over, but for the title \"Our chronicle\"",
            ],
        ),
        (
            "# exported by a tool\n# 2020-01-01\ndate,title\n1990,War\n1991,Peace\n",
            &["1990: War", "1991: Peace"],
            &["the header is in line 3"],
        ),
        (
            "Report\n\nmade in May\n\nYear;Event\n1990;War\n1991;Peace\n",
            &["1990: War", "1991: Peace"],
            &["line 5", "2 rows above it are passed over"],
        ),
        (
            "1990-05-01,War\n1991-06-01,Peace\n",
            &["1 May 1990: War", "1 Jun 1991: Peace"],
            &["there is no header row"],
        ),
        ("War\t1990\nPeace\t1991\n", &["1990: War", "1991: Peace"], &["no header row"]),
        (
            "Year,1903,1927,1947\nEvent,Flight,Crossing,Sound\n",
            &["1903: Flight", "1927: Crossing", "1947: Sound"],
            &["lies on its side"],
        ),
        (
            "A title,,\nEvent,Flight,Crossing\nDate,1903-12-17,1927-05-21\n",
            &["17 Dec 1903: Flight", "21 May 1927: Crossing"],
            &["lies on its side"],
        ),
    ]);
    refuses(&[("Year,1903,1927,1903-02-30\nEvent,a,b,c\n", &["no"])]);
}

#[test]
fn rows_that_are_no_events_are_left_out_and_counted() {
    reads(&[
        (
            "date,title\n1990,War\nn.d.,Dream\n,Hope\nTBD,Plan\n1991,Peace\n",
            &["1990: War", "1991: Peace"],
            &["3 rows are left out: 3 without a date (lines 3, 4 and 5)"],
        ),
        (
            "date,title\n1990,War\n1991,\n",
            &["1990: War"],
            &["1 row is left out: 1 without a title (line 3)"],
        ),
        ("date,title,cost\n1990,War,3\nTotal,,3\n", &["1990: War"], &["1 is a total (line 3)"]),
        ("title;date;cost\nWar;1990;3\n**Sum**;;3\n", &["1990: War"], &["1 is a total (line 3)"]),
        ("date,title,,\n1990,War,,\n1991,Peace,,x\n", &["1990: War", "1991: Peace"], &[]),
        ("date,title\n1990,War,,,\n", &["1990: War"], &[]),
        (
            "start,end,title\n1990,NA,A\n1991,n/a,B\n1992,-,C\n1993,null,D\n",
            &["1990: A", "1991: B", "1992: C", "1993: D"],
            &[],
        ),
        (
            "start,end,title\n1990,?,A\n1991,TBD,B\n1992,ongoing,C\n",
            &["1990–?: A", "1991–?: B", "1992–present: C"],
            &[],
        ),
        ("start,end,title\n1990,1990,Same\n", &["1990: Same"], &[]),
        ("start,end,title\nunknown,1990,A\n", &["?–1990: A"], &[]),
        ("date,title,url,category\n1990,A,n/a,NA\n", &["1990: A"], &[]),
        ("Start,Finish,Name\n,,a second header\n1990,1991,War\n", &["1990–1991: War"], &["line 2"]),
    ]);
    refuses(&[
        ("date,title\nn.d.,Dream\nTBD,Plan\n", &["all 2 rows are left out: 2 without a date"]),
        ("date,title\n1990,A\nsoonish,B\n", &["t.csv:3:1", "soonish"]),
    ]);
}

#[test]
fn cells_become_plain_text() {
    reads(&[
        (
            "year,text\n1913,A book <i>Principia</i> &amp; more\n",
            &["1913: A book Principia & more"],
            &["HTML tags and entities in 1 cell"],
        ),
        ("date,title\n1990,a < b\n1991,R&D\n", &["1990: a < b", "1991: R&D"], &[]),
        (
            "Year,Event\n1666*,Fire[2]\n1710[3],Dome\n",
            &["1666: Fire[2]", "1710: Dome"],
            &["footnote marks are taken off 2 cells", "`strip-footnotes`"],
        ),
        ("date,title\n  1990 , War \n", &["1990: War"], &[]),
    ]);
    let options = ReadOptions { strips_footnotes: true, ..ReadOptions::default() };
    let (events, _) = read_by("Year,Event\n1666*,Fire[2]\n", options).expect("a table");
    assert_eq!(events[0].name, "Fire");
}

#[test]
fn text_of_western_europe_is_read_as_windows_writes_it() {
    let table = read(&b"date,title\n1789,R\xE9volution \x96 Paris\n"[..], &ReadOptions::default());
    let table = table.expect("a table");
    assert_eq!(table.events[0].name, "Révolution – Paris");
    let note = table.notes[0].to_string();
    assert!(note.contains("windows-1252") && note.contains("`encoding`"), "{note}");
}

#[test]
fn encodings_of_other_scripts_are_known_by_their_headers() {
    let cases: [(&[u8], &str, &str); 3] = [
        (b"\x93\xFA\x95t,\x8Fo\x97\x88\x8E\x96\n2020-01-01,\x8AJ\x93X\n", "開店", "Shift_JIS"),
        (
            b"\xC4\xE0\xF2\xE0;\xD1\xEE\xE1\xFB\xF2\xE8\xE5\n2020;\xCC\xE8\xF0\n",
            "Мир",
            "windows-1251",
        ),
        (b"Data,Wydarzenie\n1918,Niepodleg\xB3o\x9C\xE6\n", "Niepodległość", "windows-1250"),
    ];
    for (bytes, name, encoding) in cases {
        let table = read(bytes, &ReadOptions::default()).expect(name);
        assert_eq!(table.events[0].name, name);
        let note = table.notes[0].to_string();
        assert!(note.contains(&format!("is read as {encoding}; set `encoding`")), "{note}");
    }
}

#[test]
fn a_column_can_be_switched_off() {
    let off = |roles: &[Role]| ReadOptions {
        columns: roles.iter().map(|role| (*role, String::new())).collect(),
        ..ReadOptions::default()
    };
    let text = "start,end,title,type\n1990,1991,War,x\n";
    let (events, notes) = read_by(text, off(&[Role::End, Role::Category])).expect("a table");
    assert_eq!((told(&events[0]), &events[0].category), ("1990: War".into(), &None));
    assert!(notes.join("").contains("\"end\", \"type\" are ignored"), "{notes:?}");
}

#[test]
fn faults_of_the_header_and_of_cells_come_in_one_run() {
    let faults =
        read_by("date,n\n2010-00,1\n2010-02-30,2\n", ReadOptions::default()).expect_err("faults");
    for part in ["no title column", "month 00", "no day 30"] {
        assert!(faults.contains(part), "{faults}");
    }
}

#[test]
fn categories_lanes_and_descriptions_by_usual_names() {
    let cases = [
        ("date,title,Owner,Notes\n1990,A,Ann,x y\n1991,B,Bob,z\n", Some("Ann"), Some("x y")),
        ("date,title,Status\n1990,A,done\n1991,B,open\n", Some("done"), None),
        ("date,title,event_type\n1990,A,war\n1991,B,war\n", Some("war"), None),
        ("date,title,Team,Remarks\n1990,A,red,said\n1991,B,red,more\n", Some("red"), Some("said")),
        ("date,title,kind\n1990,A,Fair\n1991,B,Fair\n", Some("Fair"), None),
        ("date,title,priority,type\n1990,A,P1,x\n1991,B,P2,y\n", Some("x"), None),
        ("date,headline,text\n1990,A,More of it\n", None, Some("More of it")),
        ("date,text\n1990,A\n", None, None),
    ];
    for (text, category, detail) in cases {
        let (events, _) = read_by(text, ReadOptions::default()).expect(text);
        let found = (events[0].category.as_deref(), events[0].detail.as_deref());
        assert_eq!(found, (category, detail), "{text}");
    }
}
