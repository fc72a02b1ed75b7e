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
    let nested = fault("[{\"date\": \"2010\",\n \"title\": {\"en\": \"a\"}}]");
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
