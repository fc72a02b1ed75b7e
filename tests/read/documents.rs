//! Tables in Markdown, iCalendar and Mermaid, and dated lines: their events, and their faults by line and column.

use annals::date::Date;
use annals::read::{ReadOptions, read};
use annals::{Error, event};

/// The events of a table, one a line: dates, title, description, lane and category as far as they
/// are there.
fn told_with(text: &str, options: &ReadOptions) -> String {
    let table = read(text.as_bytes(), options).unwrap_or_else(|error| panic!("{text}: {error}"));
    let event = |event: &event::Event| {
        let end = event.end.as_ref().map(|end| format!(" – {end}")).unwrap_or_default();
        let rest = [&event.detail, &event.lane, &event.category, &event.url]
            .map(|text| text.as_ref().map(|text| format!(" | {text}")).unwrap_or_default());
        format!("{}{end}: {}{}", event.start, event.name, rest.concat())
    };
    table.events.iter().map(event).collect::<Vec<_>>().join("\n")
}

fn told(text: &str) -> String {
    told_with(text, &ReadOptions::default())
}

fn notes(text: &str) -> String {
    let table = read(text.as_bytes(), &ReadOptions::default()).expect(text);
    table.notes.iter().map(|note| note.to_string() + "\n").collect()
}

fn faults(text: &str, options: &ReadOptions) -> Vec<String> {
    match read(text.as_bytes(), &ReadOptions { name: "t".into(), ..options.clone() }) {
        Err(Error::Data(faults)) => faults.iter().map(ToString::to_string).collect(),
        other => panic!("{text}: {other:?}"),
    }
}

/// Checks that the faults of a table begin and contain as expected.
fn refuses(text: &str, expected: &[(&str, &str)]) {
    let found = faults(text, &ReadOptions::default());
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for (fault, (place, part)) in found.iter().zip(expected) {
        assert!(fault.starts_with(place) && fault.contains(part), "{fault}");
    }
}

#[test]
fn tables_in_markdown_alone_and_in_a_document() {
    let cases = [
        ("Year | What\n--- | ---\n1903 | Flight\n1969 | Moon\n", "1903: Flight\n1969: Moon"),
        (
            "| Year | What |\n|:-----|-----:|\n| 1903 | **First** [flight](https://example.org) |\n",
            "1903: First flight",
        ),
        (
            "| Date | Event |\r\n|---|---|\r\n| 4 Oct 1957 | Sputnik \\| beep |\r\n",
            "4 Oct 1957: Sputnik | beep",
        ),
        (
            "# History\n\nSome words.\n\n| Date | Event | Notes |\n|---|---|---|\n| 1903 | Flight | short |\n| 1969 | Moon |\n\nThe end | of it.\n",
            "1903: Flight | short\n1969: Moon",
        ),
        (
            "| A | B |\n|---|---|\n| x | y |\n\n| Date | Event |\n|---|---|\n| 1903 | Flight |\n",
            "1903: Flight",
        ),
        (
            "```\n| Date | Event |\n|---|---|\n| 1800 | code |\n```\n\n| Date | Event |\n|---|---|\n| 1903 | Flight |\n",
            "1903: Flight",
        ),
        (
            "---\ntitle: x\n---\n\n| Start | End | Task |\n|---|---|---|\n| 2024-01-01 | 2024-01-05 | A |\n",
            "1 Jan 2024 – 5 Jan 2024: A",
        ),
    ];
    for (text, events) in cases {
        assert_eq!(told(text), events, "{text}");
    }
}

const TWO_TABLES: &str = "# Past\n\n| Date | Event |\n|---|---|\n| 1903 | Flight |\n\n## Next\n\n\
                          | Date | Event |\n|---|---|\n| 2030 | Mars |\n";

#[test]
fn of_several_tables_in_markdown_one_is_asked_for() {
    refuses(TWO_TABLES, &[("t:1:1", "below \"Past\" in line 3, that below \"Next\" in line 9")]);
    for (asked, events) in [("2", "2030: Mars"), ("next", "2030: Mars"), ("1", "1903: Flight")] {
        let options = ReadOptions { records: Some(asked.into()), ..ReadOptions::default() };
        assert_eq!(told_with(TWO_TABLES, &options), events);
    }
    let options = ReadOptions { records: Some("3".into()), ..ReadOptions::default() };
    assert!(faults(TWO_TABLES, &options)[0].contains("no table \"3\" for `records`"));
}

#[test]
fn faults_in_markdown_have_their_places() {
    refuses(
        "| Date | Event |\n|---|---|\n| 2010-02-30 | A |\n| 2011 | B | C |\n|  32.13.2011 | D |\n",
        &[
            ("t:3:", "no day 30"),
            ("t:4:1", "the row has 3 cells and the header 2"),
            ("t:5:", "32.13.2011"),
        ],
    );
    refuses("| What | Where |\n|---|---|\n| a | b |\n", &[("t:1:", "no date column")]);
}

/// A calendar of these events.
fn calendar(events: &[&str]) -> String {
    let event = |lines: &&str| {
        let lines: Vec<&str> = lines.split('|').collect();
        format!("BEGIN:VEVENT\r\n{}\r\nEND:VEVENT\r\n", lines.join("\r\n"))
    };
    let events: String = events.iter().map(event).collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n")
}

#[test]
fn events_of_a_calendar() {
    let cases: [(&[&str], &str); 9] = [
        (
            &[
                "DTSTART;VALUE=DATE:20240501|DTEND;VALUE=DATE:20240504|SUMMARY:Fair|DESCRIPTION:Stalls\\, music",
            ],
            "1 May 2024 – 3 May 2024: Fair | Stalls, music",
        ),
        (
            &["DTSTART;VALUE=DATE:20240501|DTEND;VALUE=DATE:20240502|SUMMARY:Fair"],
            "1 May 2024: Fair",
        ),
        (
            &["DTSTART;VALUE=DATE:20240501|DURATION:P2D|SUMMARY:Fair"],
            "1 May 2024 – 2 May 2024: Fair",
        ),
        (
            &["DTSTART:20240501T090000Z|DTEND:20240501T103000Z|SUMMARY:Talk"],
            "1 May 2024, 09:00:00 UTC – 1 May 2024, 10:30:00 UTC: Talk",
        ),
        (
            &["DTSTART:20240501T090000|SUMMARY:A very lo| ng name|URL:https://example.org/x"],
            "1 May 2024, 09:00:00: A very long name | https://example.org/x",
        ),
        (
            &[
                "DTSTART;VALUE=DATE:20240501|SUMMARY:A|CATEGORIES:Work,Home|BEGIN:VALARM|TRIGGER:-P1D|SUMMARY:x|END:VALARM",
            ],
            "1 May 2024: A | Work",
        ),
        (
            &[
                "DTSTART;VALUE=DATE:20240501|SUMMARY:A|STATUS:CANCELLED",
                "DTSTART;VALUE=DATE:20240502|SUMMARY:B",
            ],
            "2 May 2024: B",
        ),
        (
            &[
                "DTSTART;VALUE=DATE:20240501|SUMMARY:A|RRULE:FREQ=WEEKLY;COUNT=3|EXDATE;VALUE=DATE:20240508",
            ],
            "1 May 2024: A\n15 May 2024: A",
        ),
        (
            &[
                "UID:1|DTSTART;VALUE=DATE:20240501|DTEND;VALUE=DATE:20240503|SUMMARY:A|RRULE:FREQ=YEARLY;COUNT=2",
                "UID:1|RECURRENCE-ID;VALUE=DATE:20250501|DTSTART;VALUE=DATE:20250601|SUMMARY:Moved",
            ],
            "1 May 2024 – 2 May 2024: A\n1 Jun 2025: Moved",
        ),
    ];
    for (events, expected) in cases {
        assert_eq!(told(&calendar(events)), expected, "{events:?}");
    }
}

#[test]
fn events_that_repeat_without_end_need_one() {
    let text = calendar(&["DTSTART;VALUE=DATE:20240101|SUMMARY:A|RRULE:FREQ=MONTHLY"]);
    refuses(&text, &[("t:6:7: ", "repeats every month without an end; set `to`")]);
    let day = |text: &str| text.parse::<Date>().ok();
    let between = |from: &str, to: &str| ReadOptions {
        repeats: [day(from), day(to)],
        ..ReadOptions::default()
    };
    assert_eq!(told_with(&text, &between("2024-03", "2024-04")), "1 Mar 2024: A\n1 Apr 2024: A");
    let text =
        calendar(&["DTSTART;VALUE=DATE:20240101|SUMMARY:A|RRULE:FREQ=DAILY;COUNT=1000000000"]);
    refuses(&text, &[("t:4:", "more events than 100000")]);
    let text = calendar(&[
        "DTSTART;VALUE=DATE:00010101|SUMMARY:A|RRULE:FREQ=DAILY;COUNT=2;BYMONTH=2;BYMONTHDAY=30",
    ]);
    assert!(read(text.as_bytes(), &ReadOptions::default()).is_err());
}

#[test]
fn what_is_not_worked_out_in_calendars_is_named() {
    let cases = [
        ("DTSTART;VALUE=DATE:20240101|SUMMARY:A|RRULE:FREQ=HOURLY;COUNT=3", "\"FREQ=HOURLY\""),
        (
            "DTSTART;VALUE=DATE:20240101|SUMMARY:A|RRULE:FREQ=YEARLY;BYWEEKNO=3;COUNT=3",
            "\"BYWEEKNO=3\"",
        ),
        (
            "DTSTART;VALUE=DATE:20240101|SUMMARY:A|RRULE:FREQ=DAILY;COUNT=3|EXRULE:FREQ=DAILY",
            "EXRULE",
        ),
        (
            "DTSTART;VALUE=DATE:20240101|SUMMARY:A|RDATE;VALUE=PERIOD:20240101T00/P1D",
            "no day or time",
        ),
        ("DTSTART;VALUE=DATE:20241301|SUMMARY:A", "20241301"),
    ];
    for (event, part) in cases {
        let found = faults(&calendar(&[event]), &ReadOptions::default());
        assert!(found.len() == 1 && found[0].contains(part), "{found:?}");
    }
    let open = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240101T100000\nSUMMARY:A\n";
    assert!(faults(open, &ReadOptions::default())[0].contains("add END:VEVENT"));
}

#[test]
fn what_is_left_of_a_calendar_is_told() {
    let mut text = calendar(&[
        "DTSTART;TZID=Europe/Berlin:20240501T090000|SUMMARY:A",
        "DTSTART;VALUE=DATE:20240501|SUMMARY:B|STATUS:CANCELLED",
    ]);
    text.push_str("BEGIN:VTODO\r\nSUMMARY:Do\r\nEND:VTODO\r\n");
    let notes = notes(&text);
    for part in [
        "\"Europe/Berlin\" are taken as they are written",
        "1 event is cancelled",
        "1 VTODO is no event",
    ] {
        assert!(notes.contains(part), "{notes}");
    }
}

#[test]
fn diagrams_of_mermaid() {
    let cases = [
        (
            "timeline\n    title Into space\n    section First\n        1957 : Sputnik : Laika\n        1961 : Orbit\n             : Return\n    section Moon\n        1969 : Landing\n",
            "1957: Sputnik | First\n1957: Laika | First\n1961: Orbit | First\n1961: Return | First\n1969: Landing | Moon",
        ),
        ("# Doc\n\n```mermaid\ntimeline\n  1903 : Flight\n```\n\nMore.\n", "1903: Flight"),
        (
            "gantt\n    dateFormat YYYY-MM-DD\n    section Design\n    Draft :done, d1, 2024-01-08, 5d\n    Review :after d1, 2d\n    section Build\n    Ship :milestone, 2024-02-01, 0d\n",
            "8 Jan 2024 – 12 Jan 2024: Draft | Design | done\n13 Jan 2024 – 14 Jan 2024: Review | Design\n1 Feb 2024: Ship | Build",
        ),
    ];
    for (text, events) in cases {
        assert_eq!(told(text), events, "{text}");
    }
    assert!(notes(cases[0].0).contains("the title \"Into space\" is not taken; set `title`"));
}

#[test]
fn lists_of_dated_lines() {
    let cases = [
        ("1957: Sputnik 1\n1961: Vostok 1\n", "1957: Sputnik 1\n1961: Vostok 1"),
        (
            "# Space\n\n- **4 October 1957** – Sputnik 1\n- May 25, 1961 - Kennedy: a speech\n  to Congress\n",
            "4 Oct 1957: Sputnik 1\n25 May 1961: Kennedy: a speech to Congress",
        ),
        (
            "12. Mai 1921: Vertrag\n1914 – 1918: Krieg\nc. 1450: Druck\n",
            "12 May 1921: Vertrag\n1914–1918: Krieg\nc. 1450: Druck",
        ),
        ("1. May 5, 1961 - A\n2. July 1969 - B\n", "5 May 1961: A\nJul 1969: B"),
    ];
    for (text, events) in cases {
        assert_eq!(told(text), events, "{text}");
    }
    let notes = notes(cases[1].0);
    assert!(notes.contains("the heading \"# Space\" is passed over; set `title`"), "{notes}");
    refuses("1957: A\n1961: B\nno date\n", &[("t:3:1", "a date, a colon or a dash, and an event")]);
    refuses("1957: A\n1961: B\n31 Feb 1962: C\n", &[("t:3:1", "31 Feb 1962")]);
}

#[test]
fn faults_in_diagrams_have_their_places() {
    refuses("timeline\n  1903 : A\n  nonsense\n", &[("t:3:3", "a time, a colon and an event")]);
    refuses("timeline\n  1903 : A\n  Stone Age : B\n", &[("t:3:9", "Stone Age")]);
    refuses("gantt\n  A :2024-01-08, soon\n", &[("t:2:3", "\"soon\" is no date by dateFormat")]);
}

#[test]
fn hostile_texts_are_bounded() {
    let day = "DTSTART;VALUE=DATE:20240101|SUMMARY:A";
    let folded = format!(
        "{day}{}",
        "| aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".repeat(20_000)
    );
    let rules = [format!("{day}|RRULE:FREQ=DAILY;UNTIL=99991231;BYMONTH=2;BYMONTHDAY=30").as_str();
        50]
        .map(str::to_owned);
    let rules: Vec<&str> = rules.iter().map(String::as_str).collect();
    let texts = [
        calendar(&[&folded]),
        calendar(&rules),
        "BEGIN:VCALENDAR\n".to_owned() + &"BEGIN:VEVENT\n".repeat(100_000),
        "BEGIN:VCALENDAR\n".to_owned() + &"BEGIN:X\n".repeat(100_000),
        "a|b\n-|-\n".to_owned() + &"|".repeat(1_000_000),
        "a|b\n-|-\n".to_owned() + "1903|" + &"[*_`~".repeat(100_000),
        "timeline\n".to_owned() + &"1903 :".repeat(200_000),
        "gantt\n".to_owned() + &"A :after a, 1d\n".repeat(20_000),
        "gantt\nexcludes weekends\nA :2024-01-01, 9999999w\n".to_owned(),
        "[".repeat(1_000_000),
        "{\"a\":".repeat(200_000) + "1" + &"}".repeat(200_000),
        "{\"a\":[{\"date\":\"1903\",\"title\":\"".to_owned() + &"x".repeat(2_000_000) + "\"}]}",
    ];
    for text in texts {
        let start = &text[..text.len().min(40)];
        assert!(read(text.as_bytes(), &ReadOptions::default()).is_err(), "{start}");
    }
}

#[test]
fn blocks_of_named_values_are_rows() {
    let cases = [
        (
            "- date: 2024-01-15\n  title: Kick-off\n- date: 2024-02-01\n  title: \"First draft\"\n",
            "15 Jan 2024: Kick-off\n1 Feb 2024: First draft",
        ),
        (
            "Start: 1914\nEnd: 1918\nName: War\n\nStart: 1939\nEnd: 1945\nName: Second war\n",
            "1914 – 1918: War\n1939 – 1945: Second war",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(told(text), expected, "{text}");
    }
    refuses("- date: 1914\n  title: War\n- date: 1914-13\n  title: B\n", &[("t:3:9", "1914-13")]);
}
