//! Tables in JSON: the same events as in CSV, faults by line and column.

use annals::Error;
use annals::read::{ReadOptions, Role, Table, read};

fn table(text: &str) -> Table {
    read(text.as_bytes(), &ReadOptions::default()).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn fault(text: &str) -> String {
    let options = ReadOptions { name: "t.json".into(), ..ReadOptions::default() };
    match read(text.as_bytes(), &options) {
        Err(Error::Data(faults)) => {
            assert_eq!(faults.len(), 1, "{text}: {faults:?}");
            faults[0].to_string()
        }
        other => panic!("{text}: {other:?}"),
    }
}

const CSV: &str = "date,title,importance,description\n1957-10-04,Sputnik 1,high,\n\
                   1969,\"Apollo 11, the landing\",,\"said \"\"Eagle\"\"\"\n";

#[test]
fn an_array_of_objects_gives_the_events_of_the_same_csv() {
    let array = r#"[
        {"date": "1957-10-04", "title": "Sputnik 1", "importance": "high"},
        {"title": "Apollo 11, the landing", "date": 1969, "description": "said \"Eagle\"", "importance": null}
    ]"#;
    let lines = "{\"date\":\"1957-10-04\",\"title\":\"Sputnik 1\",\"importance\":\"high\"}\n\
                 {\"date\":1969,\"title\":\"Apollo 11, the landing\",\"description\":\"said \\\"Eagle\\\"\"}\n";
    for json in [array, lines] {
        assert_eq!(table(json).events, table(CSV).events, "{json}");
    }
}

#[test]
fn keys_are_mapped_and_noted_as_headers_are() {
    let text = r#"[{"Released": "1979", "Film": "Alien", "Studio": "Fox"}]"#;
    let columns = vec![(Role::Date, "released".into()), (Role::Name, "Film".into())];
    let options = ReadOptions { columns, ..ReadOptions::default() };
    let table = read(text.as_bytes(), &options).expect("a sound table");
    assert_eq!(table.events[0].name, "Alien");
    assert!(
        table.notes.iter().any(|note| note.to_string().contains("Studio")),
        "{:?}",
        table.notes
    );
}

#[test]
fn a_fault_has_the_place_of_its_value() {
    let month = fault("[\n  {\"date\": \"2010-00\", \"title\": \"a\"}\n]");
    assert!(month.starts_with("t.json:2:") && month.contains("there is no month 00"), "{month}");
    let nested = fault("[{\"date\": \"2010\",\n \"title\": [1]}]");
    assert!(nested.starts_with("t.json:2:"), "{nested}");
    let broken = fault("[{\"date\": \"2010\", \"title\": \"a\"},\n]");
    assert!(broken.starts_with("t.json:2:1:"), "{broken}");
}

#[test]
fn csv_that_begins_like_json_is_csv() {
    let text = "[date],title\n";
    assert!(read(text.as_bytes(), &ReadOptions::default()).is_err());
    let csv = "title,date\n[a],2010\n{b},2011\n";
    assert_eq!(table(csv).events.len(), 2);
}

/// The events of a table, one a line: dates, title, description, category and kind as far as they
/// are there.
fn told(text: &str, options: &ReadOptions) -> String {
    let table = read(text.as_bytes(), options).unwrap_or_else(|error| panic!("{text}: {error}"));
    let event = |event: &annals::event::Event| {
        let end = event.end.as_ref().map(|end| format!(" – {end}")).unwrap_or_default();
        let rest = [&event.detail, &event.category, &event.lane, &event.url]
            .map(|text| text.as_ref().map(|text| format!(" | {text}")).unwrap_or_default());
        let era = if event.kind == annals::event::Kind::Era { " (era)" } else { "" };
        format!("{}{end}: {}{}{era}", event.start, event.name, rest.concat())
    };
    table.events.iter().map(event).collect::<Vec<_>>().join("\n")
}

fn notes(text: &str) -> String {
    table(text).notes.iter().map(|note| note.to_string() + "\n").collect()
}

#[test]
fn records_are_found_in_the_shapes_that_programs_write() {
    let cases = [
        // Rows of cells, with a header and without.
        (r#"[["Year", "What"], [1903, "Flight"], [1969, "Moon"]]"#, "1903: Flight\n1969: Moon"),
        (
            r#"[["2003-10-15", "One orbit"], ["2008-09-27", "A walk"]]"#,
            "15 Oct 2003: One orbit\n27 Sep 2008: A walk",
        ),
        (
            r#"{"columns": ["when", "event"], "index": [0], "data": [["1957-10-04", "Beep"]]}"#,
            "4 Oct 1957: Beep",
        ),
        (
            r#"{"table": {"cols": [{"label": "date"}, {"label": "title"}], "rows": [["1961", "Orbit"]]}}"#,
            "1961: Orbit",
        ),
        // A column under each key.
        (r#"{"year": [1903, 1969], "event": ["Flight", "Moon"]}"#, "1903: Flight\n1969: Moon"),
        (
            r#"{"date": {"0": "1903", "1": "1969"}, "title": {"0": "Flight", "1": "Moon"}}"#,
            "1903: Flight\n1969: Moon",
        ),
        // Records under keys.
        (r#"{"1903": {"title": "Flight"}, "1969": {"title": "Moon"}}"#, "1903: Flight\n1969: Moon"),
        (
            r#"{"Vostok 1": {"start": "1961-04-12"}, "Gemini 8": {"start": "1966-03-16", "end": "1966-03-17"}}"#,
            "12 Apr 1961: Vostok 1\n16 Mar 1966 – 17 Mar 1966: Gemini 8",
        ),
        (
            r#"{"June 2019": ["Alpha", "Beta"], "2021": "Gamma"}"#,
            "Jun 2019: Alpha\nJun 2019: Beta\n2021: Gamma",
        ),
        (r#"{"2001": [{"name": "Station"}, {"name": "Tourist"}]}"#, "2001: Station\n2001: Tourist"),
        (
            r#"{"Kick-off": "2024-01-08", "Launch": "2024-06-03"}"#,
            "8 Jan 2024: Kick-off\n3 Jun 2024: Launch",
        ),
        // Records in a document.
        (
            r#"{"ok": true, "data": {"items": [{"date": "1903", "title": "Flight"}]}, "tags": [1]}"#,
            "1903: Flight",
        ),
        (
            r#"{"records": [{"id": "x", "fields": {"Name": "Flight", "Date": "1903-12-17"}}]}"#,
            "17 Dec 1903: Flight",
        ),
        (
            r#"{"results": {"bindings": [{"date": {"type": "literal", "value": "1903-12-17"}, "itemLabel": {"type": "literal", "value": "Flight"}}]}}"#,
            "17 Dec 1903: Flight",
        ),
        (
            r#"{"type": "FeatureCollection", "features": [
                {"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}, "properties": {"title": "Etna", "date": "1669-03-11"}},
                {"type": "Feature", "geometry": null, "properties": {"title": "Tambora", "date": "1815-04-10"}}]}"#,
            "11 Mar 1669: Etna\n10 Apr 1815: Tambora",
        ),
        // One record alone.
        (r#"{"date": "1903", "title": "Flight"}"#, "1903: Flight"),
        (r#"{"date": "1903", "title": "Flight", "parts": []}"#, "1903: Flight"),
        // Databases write their types under a key with a dollar sign.
        (
            r#"[{"_id": {"$oid": "1"}, "date": {"$date": "1903-12-17T10:35:00Z"}, "title": "Flight"}]"#,
            "17 Dec 1903, 10:35:00 UTC: Flight",
        ),
        // Texts in an array are one.
        (
            r#"[{"date": "1903", "title": "Flight", "tags": ["air", "USA"]}]"#,
            "1903: Flight | air, USA",
        ),
    ];
    for (text, events) in cases {
        assert_eq!(told(text, &ReadOptions::default()), events, "{text}");
    }
}

#[test]
fn timelinejs_has_dates_in_parts_and_eras_beside_the_events() {
    let text = r#"{
        "title": {"text": {"headline": "Space"}},
        "events": [
            {"start_date": {"year": "1957", "month": "10", "day": "4", "hour": "19", "minute": "28"},
             "text": {"headline": "Sputnik", "text": "<p>Beep</p>"}, "group": "USSR"},
            {"start_date": {"year": "1961"}, "end_date": {"year": "1972", "month": "12"},
             "text": {"headline": "Apollo", "text": ""}, "group": "USA",
             "media": {"url": "https://example.org/a.jpg", "caption": "x", "credit": "y"}}
        ],
        "eras": [{"start_date": {"year": 1955}, "end_date": {"year": 1975}, "text": {"headline": "The race"}}]
    }"#;
    assert_eq!(
        told(text, &ReadOptions::default()),
        "4 Oct 1957, 19:28: Sputnik | Beep | USSR\n\
         1961 – Dec 1972: Apollo | USA\n\
         1955 – 1975: The race (era)"
    );
}

#[test]
fn visjs_names_the_groups_of_its_items_apart() {
    let text = r#"{"groups": [{"id": 1, "content": "North"}, {"id": 2, "content": "<i>South</i>"}],
        "items": [{"id": 5, "group": 2, "content": "Tunnel", "start": "2019-06-03", "end": "2021-10-29"},
                  {"id": 6, "group": 1, "content": "Viaduct", "start": "2020-01-13"},
                  {"id": 7, "group": 9, "content": "Depot", "start": "2022"}]}"#;
    assert_eq!(
        told(text, &ReadOptions::default()),
        "3 Jun 2019 – 29 Oct 2021: Tunnel | South\n13 Jan 2020: Viaduct | North\n2022: Depot | 9"
    );
}

#[test]
fn a_release_without_a_name_has_that_of_its_tag() {
    let text = r#"[{"tag_name": "v2", "name": "Two", "draft": false, "published_at": "2024-03-04T10:30:00Z", "author": {"login": "r", "type": "User"}},
                   {"tag_name": "v1", "name": "", "draft": false, "published_at": "2023-03-04T10:30:00Z", "author": {"login": "r", "type": "User"}},
                   {"tag_name": "v3", "name": null, "draft": true, "published_at": null, "author": {"login": "r", "type": "User"}}]"#;
    assert_eq!(
        told(text, &ReadOptions::default()),
        "4 Mar 2024, 10:30:00 UTC: Two\n4 Mar 2023, 10:30:00 UTC: v1"
    );
    assert!(notes(text).contains("1 row"), "{}", notes(text));
}

const TWO: &str = r#"{"past": [{"date": "1903", "title": "Flight"}],
    "plans": {"next": [{"date": "2030", "title": "Mars"}]}, "meta": {"made": "by hand"}}"#;

#[test]
fn of_several_parts_with_events_one_is_asked_for() {
    let message = fault(TWO);
    for part in ["past, plans.next", "set --", "records"] {
        assert!(message.replace("`records", "set --records").contains(part), "{message}");
    }
    for (path, events) in
        [("past", "1903: Flight"), ("plans.next", "2030: Mars"), (".plans.next.", "2030: Mars")]
    {
        let options = ReadOptions { records: Some(path.into()), ..ReadOptions::default() };
        assert_eq!(told(TWO, &options), events);
    }
    let options = ReadOptions { records: Some("plans.nxt".into()), ..ReadOptions::default() };
    let error = read(TWO.as_bytes(), &options).expect_err("no such path").to_string();
    for part in ["\"plans.nxt\"", "past", "did you mean \"plans.next\"?"] {
        assert!(error.contains(part), "{error}");
    }
    let array = r#"[[], {"a": [{"date": "1903", "title": "Flight"}]}]"#;
    let options = ReadOptions { records: Some("1.a".into()), ..ReadOptions::default() };
    assert_eq!(told(array, &options), "1903: Flight");
}

#[test]
fn the_part_whose_keys_say_so_has_the_events_and_a_note_names_the_others() {
    let text = r#"{"events": [{"date": "1903-12-17", "title": "Flight"}, {"date": "1969", "title": "Moon"}],
        "sources": [{"book": "A history", "seen": "2020-01-05"}, {"book": "Another", "seen": "2021-03-01"}]}"#;
    assert_eq!(told(text, &ReadOptions::default()), "17 Dec 1903: Flight\n1969: Moon");
    assert!(notes(text).contains("sources could be them"), "{}", notes(text));
}

#[test]
fn a_document_without_events_is_refused_by_its_columns_or_parts() {
    let cases = [
        (r#"{"a": [{"p": "u"}], "b": [{"q": "v"}]}"#, &["a, b", "records"][..]),
        (r#"{"a": [{"x": 1}]}"#, &["no date column", "\"x\""][..]),
        (r#"{"x": true, "y": "z"}"#, &["no date column", "\"x\", \"y\""][..]),
    ];
    for (text, parts) in cases {
        let error = read(text.as_bytes(), &ReadOptions::default()).expect_err("no events");
        assert!(parts.iter().all(|part| error.to_string().contains(part)), "{error}");
    }
}

#[test]
fn a_broken_line_leaves_the_others() {
    let text = "{\"date\": \"1903\", \"title\": \"a\"}\n{\"date\": \"1904\", \"title\": }\n\
                {\"date\": \"1905\", \"title\": \"c\n{\"date\": \"1999-14-01\", \"title\": \"d\"}\n\
                {\"date\": \"1906\", \"title\": \"e\"}\n";
    let options = ReadOptions { name: "t.ndjson".into(), ..ReadOptions::default() };
    let Err(Error::Data(faults)) = read(text.as_bytes(), &options) else { panic!("not refused") };
    let places: Vec<String> = faults
        .iter()
        .map(|fault| fault.to_string().split(": ").next().unwrap_or("").into())
        .collect();
    assert_eq!(places, ["t.ndjson:2:27", "t.ndjson:3:29", "t.ndjson:4:16"], "{faults:?}");
}

#[test]
fn faults_in_a_document_have_their_places() {
    let text = "{\"events\": [\n {\"start_date\": {\"year\": \"1957\",\n \"month\": \"13\"}, \"text\": {\"headline\": \"a\"}}]}";
    let month = fault(text);
    assert!(month.starts_with("t.json:2:"), "{month}");
    let wide = fault("[[\"date\", \"title\"],\n [\"1903\", \"a\", \"b\"]]");
    assert!(wide.starts_with("t.json:2:2: the row has 3 cells and the header 2"), "{wide}");
    let mixed = fault("[{\"date\": \"1903\", \"title\": \"a\"},\n [\"1904\", \"b\"]]");
    assert!(mixed.starts_with("t.json:2:2: this is not an object"), "{mixed}");
}

#[test]
fn objects_under_names_are_records_unless_they_are_numbered() {
    let text =
        r#"{"A": {"date": "1957-10-04", "mass": 83}, "B": {"date": "1961-04-12", "mass": 4725}}"#;
    let table = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let names: Vec<&str> = table.events.iter().map(|event| event.name.as_str()).collect();
    assert_eq!(names, ["A", "B"]);
}

#[test]
fn calendars_have_days_and_clock_times_in_one_column() {
    let text = r#"{"items": [
        {"kind": "calendar#event", "summary": "A", "start": {"dateTime": "2025-09-01T09:15:00+02:00"}, "end": {"dateTime": "2025-09-01T09:30:00+02:00"}},
        {"kind": "calendar#event", "summary": "B", "start": {"date": "2025-09-17"}, "end": {"date": "2025-09-20"}}]}"#;
    let table = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let last = &table.events[1];
    assert_eq!((table.events.len(), last.name.as_str()), (2, "B"));
    assert_eq!(last.when_text(annals::date::Known::default()), "17–19 Sep 2025");
}
