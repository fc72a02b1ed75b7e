//! What the dates of a table say of each other: taken with a note, or refused with its place.

use annals::error::{Code, Error, Fault};
use annals::read::{DateCell, ReadOptions, Table, dates, read};

fn options() -> ReadOptions {
    ReadOptions { name: "t.csv".into(), ..ReadOptions::default() }
}

fn table(text: &str) -> Table {
    read(text.as_bytes(), &options()).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn faults(text: &str) -> Vec<Fault> {
    match read(text.as_bytes(), &options()) {
        Err(Error::Data(faults)) => faults,
        other => panic!("not at fault: {other:?}"),
    }
}

/// The first days of the events, each with that of its end.
fn days(table: &Table) -> Vec<String> {
    let day = |date: &annals::Date| date.iso_bounds()[0].clone().unwrap_or("?".into());
    let of = |event: &annals::Event| {
        let end = event.end.as_ref().map(|end| format!("/{}", day(end)));
        day(&event.start) + &end.unwrap_or_default()
    };
    table.events.iter().map(of).collect()
}

fn notes(table: &Table) -> Vec<String> {
    table.notes.iter().map(ToString::to_string).collect()
}

#[test]
fn the_order_that_one_row_shows_is_that_of_all_and_is_told() {
    let table = table("date,title\n03/04/2010,a\n25/12/2010,b\n05/06/2010,c\n");
    assert_eq!(days(&table), ["2010-04-03", "2010-12-25", "2010-06-05"]);
    let expected = "t.csv: column \"date\": \"03/04/2010\" and 1 more are taken as day, month and \
                    year, as \"25/12/2010\" shows; otherwise set `date-order mdy`";
    assert_eq!(notes(&table), [expected]);
}

#[test]
fn the_column_of_ends_decides_for_the_dates_and_the_other_way_round() {
    let ends = table("date,end,title\n03/04/2010,25/12/2010,a\n");
    assert_eq!(days(&ends), ["2010-04-03/2010-12-25"]);
    let starts = table("date,end,title\n12/25/2009,03/04/2010,a\n");
    assert_eq!(days(&starts), ["2009-12-25/2010-03-04"]);
}

#[test]
fn what_rows_contradict_stays_open_at_its_place() {
    let faults = faults("title,date\na,03/04/2010\nb,25/12/2010\nc,12/25/2010\nd,2010-00\n");
    let places: Vec<(u64, u64)> = faults.iter().map(|fault| (fault.line, fault.column)).collect();
    assert_eq!(places, [(2, 3), (5, 8)]);
    assert_eq!(faults[0].code, Code::DateOrder);
    assert_eq!(faults[0].value.as_deref(), Some("03/04/2010"));
    let message = faults[0].to_string();
    for part in
        ["column \"date\": \"03/04/2010\": this could be 3 Apr", "\"25/12/2010\" has the day"]
    {
        assert!(message.contains(part), "{message}");
    }
    assert!(faults[0].excerpt.is_some());
}

#[test]
fn ends_are_compared_when_both_dates_are_known() {
    let table = table("date,end,title\n03/04/2010,05/04/2010,a\n13/04/2010,14/04/2010,b\n");
    assert_eq!(days(&table)[0], "2010-04-03/2010-04-05");
    let faults = faults("date,end,title\n05/03/2010,04/04/2010,a\n13/04/2010,12/04/2010,b\n");
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("t.csv:3:12: ") && told[0].contains("ends before"), "{told:?}");
    let reversed = "date,end,title\n02/05/2010,01/06/2010,a\n13/04/2010,14/04/2010,b\n\
                    05/06/2010,04/05/2010,c\n";
    let faults = self::faults(reversed);
    assert_eq!((faults.len(), faults[0].line, faults[0].column), (1, 4, 12), "{faults:?}");
    assert_eq!(faults[0].code, Code::EndBeforeStart);
}

#[test]
fn numbers_are_days_or_times_only_as_a_whole_column() {
    let serials = table("date,title\n44927,a\n,b\n44930,c\n".replace("\n,b", "").as_str());
    assert_eq!(days(&serials), ["2023-01-01", "2023-01-04"]);
    assert!(notes(&serials)[0].contains("days as spreadsheets count them"));
    let faults = faults("date,title\n44927,a\n2023-01-04,c\n");
    assert_eq!((faults[0].line, faults.len()), (2, 1));
    assert!(faults[0].to_string().contains("`date-numbers serial`"), "{}", faults[0]);
}

#[test]
fn midnight_throughout_is_no_time() {
    let days_alone = table("date,title\n2023-01-01 00:00:00,a\n2023-01-02 00:00:00,b\n");
    assert_eq!(days(&days_alone), ["2023-01-01", "2023-01-02"]);
    assert!(notes(&days_alone)[0].contains("`midnight time`"));
    let times = table("date,title\n2023-01-01 00:00:00,a\n2023-01-02 10:00:00,b\n");
    assert_eq!(days(&times), ["2023-01-01T00:00:00", "2023-01-02T10:00:00"]);
    let with_end =
        table("date,end,title\n2023-01-01 00:00,2023-01-01 09:00,a\n2023-01-02 00:00,,b\n");
    assert_eq!(days(&with_end)[0], "2023-01-01T00:00:00/2023-01-01T09:00:00");
}

#[test]
fn several_stints_are_several_events_of_one_thing() {
    let table =
        table("date,title,lane\n\"1881–1882, 1891–1903\",a,x\n1910,b,x\n\"1920; 1931\",c,y\n");
    let names: Vec<&str> = table.events.iter().map(|event| event.name.as_str()).collect();
    assert_eq!(names, ["a", "a", "b", "c", "c"]);
    assert_eq!(
        days(&table),
        ["1881-01-01", "1891-01-01", "1910-01-01", "1920-01-01", "1931-01-01"]
    );
    let faults = faults("date,end,title\n\"1881, 1891\",1900,a\n");
    assert!(faults[0].to_string().contains("2 dates"), "{}", faults[0]);
}

#[test]
fn a_zero_as_an_end_is_where_the_eras_meet() {
    let table = table("start,end,title\n-509,-27,a\n-27,0,b\n");
    let end = table.events[1].end.as_ref().unwrap();
    assert_eq!(end.iso_bounds()[1].as_deref(), Some("0001-01-01"));
    assert!(faults("start,end,title\n0,814,a\n")[0].to_string().contains("no year 0"));
}

#[test]
fn every_cell_is_told_with_what_was_taken() {
    let mut cells: Vec<DateCell> = Vec::new();
    let text = "date,title\n03/04/2010,a\n25/12/2010,b\n\"1881, 1891\",c\n";
    let done = dates(text.as_bytes(), &options(), |cell| {
        cells.push(cell);
        Ok(())
    });
    assert_eq!(done, Ok(()));
    let told: Vec<usize> = cells.iter().map(|cell| cell.notes.len()).collect();
    assert_eq!(told, [1, 0, 0]);
    assert!(cells[0].notes[0].to_string().contains("\"25/12/2010\" shows"));
    assert_eq!(cells[2].stints.len(), 2);
    assert_eq!(cells[0].date.clone().unwrap().unwrap().to_string(), "3 Apr 2010");
}
