//! Chronicles: rows in the order of time beside a vertical ruler.

use crate::rules;
use annals::date::Instant;
use annals::figure::Ruler;
use annals::geometry::{Axis, PX, px};
use annals::options::{BreakChoice, Fold, LabelStyle, Length, Preset};
use annals::text::Weight;
use annals::{Error, Event, Figure, FigureOptions, Note, ReadOptions, compose, read_table};
use proptest::prelude::*;

fn table(text: &str) -> Vec<Event> {
    read_table(text.as_bytes(), &ReadOptions::default()).unwrap().events
}

fn chronicle() -> FigureOptions {
    FigureOptions { style: Some(LabelStyle::Chronicle), ..FigureOptions::default() }
}

fn drawn(events: &[Event], options: &FigureOptions) -> (Figure, Vec<Note>) {
    compose(events, options).unwrap()
}

/// The first line of each row.
fn dates(figure: &Figure) -> Vec<String> {
    let first = figure.events.iter().filter_map(|event| event.lines.first());
    first.map(|line| line.line.text.clone()).collect()
}

const WEEK: &str = "date,title,description,category\n\
    1957-10-04,Sputnik 1,The first satellite,USSR\n1957-11-03,Sputnik 2,With a dog,USSR\n\
    1958-02-01,Explorer 1,,USA\n1958-03-17,Vanguard 1,Still up there,USA\n1959-01-02,Luna 1,,USSR\n";

#[test]
fn rows_follow_each_other_beside_the_ruler_with_their_dates_in_line() {
    let (figure, notes) = drawn(&table(WEEK), &chronicle());
    assert_eq!((figure.axis, figure.size.w, notes.len()), (Axis::Vertical, px(624.0), 0));
    let ends: Vec<[i32; 2]> =
        figure.events.iter().map(|event| [event.label.y0, event.label.y1]).collect();
    assert!(ends.windows(2).all(|pair| pair[0][1] <= pair[1][0]), "{ends:?}");
    let names: Vec<i32> =
        figure.events.iter().map(|event| event.lines[event.name.start].at.x).collect();
    assert!(names.iter().all(|x| *x == names[0]), "names begin in line: {names:?}");
    for event in &figure.events {
        let [date, name] = [0, event.name.start].map(|line| event.lines[line].at.y);
        assert_eq!(date, name, "date and name are on one line");
        let end = event.leader[event.leader.len() - 1];
        assert!(end.x < event.lines[0].at.x && end.y < date && date - end.y < px(6.0));
    }
    let lines = |index: usize| figure.events[index].lines.len();
    assert_eq!(
        [0, 1, 2].map(lines),
        [3, 3, 2],
        "dates, names and descriptions are on one line each"
    );
}

#[test]
fn one_long_date_does_not_part_names_from_dates() {
    let rows = "date,end,title\n1957-10-04,,Sputnik 1\n1958-02-01,,Explorer 1\n1959-01-02,,Luna 1\n\
        1960-05-15,,Vostok begins\n1961-02-12,1961-05-19,Venera 1\n1962-07-10,,Telstar\n";
    let names = |figure: &Figure| figure.events[0].lines[figure.events[0].name.start].at.x;
    let (figure, _) = drawn(&table(rows), &chronicle());
    let event = &figure.events[4];
    assert_eq!(event.name.start, 2, "its date has two lines");
    let (short, _) = drawn(&table(&rows.replace("1961-05-19", "")), &chronicle());
    assert!((names(&figure) - names(&short)).abs() < px(20.0), "names begin where they would");
    // Of two dates one is not the exception.
    let few: String =
        rows.lines().take(1).chain(rows.lines().skip(5)).flat_map(|row| [row, "\n"]).collect();
    let (figure, _) = drawn(&table(&few), &chronicle());
    assert_eq!(figure.events[0].name.start, 1);
}

#[test]
fn descriptions_have_a_column_where_rows_become_lower_by_it() {
    let long = "and what was found on it filled the papers of both countries for weeks with all \
        that they had to say of dogs and of the men who had sent one so far from the ground that it \
        could not come back which many of them found hard to forgive";
    let at = |figure: &Figure, index: usize, line: usize| figure.events[index].lines[line].at;
    let (short, _) = drawn(&table(WEEK), &chronicle());
    for index in [0, 1, 3] {
        let [name, detail] = [1, 2].map(|line| at(&short, index, line));
        assert_eq!((name.y, detail.x), (detail.y, at(&short, 0, 2).x), "beside, in line");
    }
    let events = table(&WEEK.replace("With a dog", long));
    let (figure, _) = drawn(&events, &chronicle());
    assert!(at(&figure, 1, 1).y < at(&figure, 1, 2).y, "a long text is under its name");
    assert_eq!(at(&figure, 1, 1).x, at(&figure, 1, 2).x);
    let narrow = FigureOptions { width: Some(Length(px(340.0))), ..chronicle() };
    let (figure, _) = drawn(&table(WEEK), &narrow);
    assert!(at(&figure, 0, 1).y < at(&figure, 0, 2).y, "a narrow figure has no room for it");
    assert!(short.size.h < drawn(&events, &chronicle()).0.size.h);
}

#[test]
fn a_year_is_told_where_it_changes() {
    let events = table(WEEK);
    let told = dates(&drawn(&events, &chronicle()).0);
    assert_eq!(told, ["4 Oct 1957", "3 Nov", "1 Feb 1958", "17 Mar", "2 Jan 1959"]);
    let options = FigureOptions { repeat_dates: Some(true), ..chronicle() };
    let told = dates(&drawn(&events, &options).0);
    assert_eq!(told[1], "3 Nov 1957");
}

#[test]
fn a_row_does_not_lose_its_date_to_one_that_is_left_out() {
    let rows: String = (0..300)
        .map(|row| format!("{},Event {row},{}\n", 1900 + row / 2, if row % 2 == 0 { 0 } else { 5 }))
        .collect();
    let events = table(&format!("date,title,importance\n{rows}"));
    let options = FigureOptions { height: Some(Length(px(330.0))), ..chronicle() };
    let (figure, _) = drawn(&events, &options);
    let kept = figure.events.iter().filter(|event| !event.is_left_out);
    let bare: Vec<&str> =
        kept.filter(|event| event.name.start == 0).map(|event| event.title.as_str()).collect();
    assert!(figure.events.iter().any(|event| event.is_left_out));
    assert_eq!(bare, [""; 0], "each row that is drawn has its year");
}

#[test]
fn a_day_is_told_where_it_changes_and_seconds_where_one_is_not_zero() {
    let launch = |seconds: &str, last: &str| {
        table(&format!(
            "date,title\n1969-07-16T13:32:00Z,Launch\n1969-07-16T13:44:{seconds}Z,Orbit\n{last}\n"
        ))
    };
    let moon = "1969-07-19T17:21:00Z,At the moon";
    let told = dates(&drawn(&launch("00", moon), &chronicle()).0);
    assert_eq!(told, ["16 Jul, 13:32", "13:44", "19 Jul, 17:21"], "the ruler tells the year");
    let told = dates(&drawn(&launch("05", moon), &chronicle()).0);
    assert_eq!(told[1], "13:44", "an axis of three days shows no seconds");
    let told = dates(&drawn(&launch("05", "1969-07-16T16:16:16Z,Leaves"), &chronicle()).0);
    assert!(told[1].ends_with("13:44:05"), "{told:?}");
}

#[test]
fn spans_stand_at_their_start() {
    let (figure, _) = drawn(
        &table("start,end,title\n1914,1918,War\n1916-04-24,,Rising\n1915-05-07,,Lusitania\n"),
        &chronicle(),
    );
    let names: Vec<&str> = figure.events.iter().map(|event| event.title.as_str()).collect();
    assert_eq!(names, ["1914–1918: War", "7 May 1915: Lusitania", "24 Apr 1916: Rising"]);
}

#[test]
fn events_of_one_day_share_a_stem() {
    let rows: String = (0..40).map(|n| format!("2001-01-01,Event {n}\n")).collect();
    let (figure, _) = drawn(&table(&format!("date,title\n{rows}")), &chronicle());
    let stem = figure.events[0].leader[0];
    let runs: Vec<i32> = figure.events.iter().map(|event| event.leader[1].x).collect();
    assert!(figure.events.iter().all(|event| event.leader[0].y == stem.y));
    let bent = figure.events.iter().zip(&runs).filter(|(event, _)| event.leader.len() == 4);
    let bent: Vec<i32> = bent.map(|(_, run)| *run).collect();
    assert!(bent.len() >= 38 && bent.iter().all(|run| *run == bent[0]), "{bent:?}");
}

#[test]
fn a_chronicle_has_a_vertical_ruler() {
    let options = FigureOptions { orientation: Some(Axis::Horizontal), ..chronicle() };
    let Err(Error::Options(faults)) = compose(&table(WEEK), &options) else { panic!("refused") };
    let message = faults[0].message.to_string();
    assert!(message.contains("vertical"), "{message}");
    let options = FigureOptions { orientation: Some(Axis::Vertical), ..chronicle() };
    assert_eq!(drawn(&table(WEEK), &options).0.axis, Axis::Vertical);
}

#[test]
fn columns_of_like_stretches_are_on_one_scale() {
    let events = table(include_str!("../../data/gallery/treaties.csv"));
    let options = FigureOptions { fold: Some(Fold::Columns(2)), ..chronicle() };
    let (figure, _) = drawn(&events, &options);
    let decades: Vec<i32> = figure.rulers().map(decade).collect();
    assert_eq!(decades.len(), 2);
    assert!((decades[0] - decades[1]).abs() <= PX / 4, "{decades:?}");
}

/// How long the first ten whole years of a ruler are.
fn decade(ruler: &Ruler) -> i32 {
    let day = |year: i64| Instant::from_civil(year, 1, 1).unwrap();
    let first = ruler.scale.lo().civil().0 + 1;
    let at = |year: i64| ruler.scale.place(day(year), ruler.rect.y0, ruler.rect.y1);
    at(first + 10) - at(first)
}

#[test]
fn a_fold_has_a_stretch_of_the_ruler_for_each_column() {
    let events = table(include_str!("../../data/gallery/missions.csv"));
    let options = FigureOptions { fold: Some(Fold::Columns(3)), ..chronicle() };
    let (figure, _) = drawn(&events, &options);
    let rulers: Vec<&Ruler> = figure.rulers().collect();
    assert_eq!((rulers.len(), figure.events.len()), (3, 190));
    assert!(rulers.windows(2).all(|pair| pair[0].scale.hi() == pair[1].scale.lo()));
    assert!(rulers.iter().skip(1).all(|ruler| ruler.scale.lo().civil().1 == 1), "at round dates");
    let is_like = |ruler: &&Ruler| {
        let is_one_scale = (decade(ruler) - decade(rulers[0])).abs() <= PX / 4;
        is_one_scale || ruler.rect.height() == rulers[0].rect.height()
    };
    assert!(rulers.iter().all(is_like), "as long as the first, or on its scale");
    for event in &figure.events {
        let column = event.column.unwrap();
        let ruler = rulers[column];
        assert!(ruler.scale.lo() <= event.at && event.at <= ruler.scale.hi());
        let place = ruler.scale.place(event.at, ruler.rect.y0, ruler.rect.y1);
        assert!((event.leader[0].y - place).abs() <= figure.sizes.dot, "a leader is at its mark");
        let next = rulers.get(column + 1).map_or(figure.size.w, |ruler| ruler.rect.x0);
        assert!(ruler.rect.x1 <= event.mark.rect.x1 && event.label.x1 <= next);
    }
    let numbers: Vec<usize> = figure.events.iter().map(|event| event.number).collect();
    assert_eq!(numbers, (1..=190).collect::<Vec<_>>());
}

#[test]
fn each_column_tells_its_first_year() {
    let rows: String = (0..24)
        .map(|n| format!("2001-{:02}-{:02},Event {n}\n", n / 2 + 1, n % 2 * 14 + 1))
        .collect();
    let events = table(&format!("date,title\n{rows}"));
    let options = FigureOptions { fold: Some(Fold::Columns(2)), ..chronicle() };
    let (figure, _) = drawn(&events, &options);
    let columns: Vec<usize> = figure.events.iter().filter_map(|event| event.column).collect();
    assert!(columns.is_sorted() && columns.contains(&0) && columns.contains(&1));
    assert!(figure.rulers().all(|ruler| ruler.rows.len() == 2), "the year is on both rulers");
}

#[test]
fn a_fold_is_refused_where_it_cannot_be() {
    let flags = FigureOptions {
        fold: Some(Fold::Auto),
        style: Some(LabelStyle::Flags),
        ..FigureOptions::default()
    };
    let narrow = FigureOptions {
        fold: Some(Fold::Columns(5)),
        width: Some(Length(300 * PX)),
        ..chronicle()
    };
    let folded = FigureOptions { fold: Some(Fold::Columns(5)), ..FigureOptions::default() };
    let wide = FigureOptions { width: Some(Length(3000 * PX)), ..folded.clone() };
    let lying = FigureOptions { orientation: Some(Axis::Horizontal), ..folded.clone() };
    let few = || table("date,title\n2001,A\n2002,B\n");
    let cases = [
        (flags, table(WEEK), "`fold` is for"),
        (narrow, table(WEEK), "the columns of `fold` find no room in 300 px"),
        (wide, few(), "time cannot be cut into 5 columns, each with room for its events; give a"),
        (lying, table(WEEK), "`fold` has a vertical time axis; leave out `orientation hor"),
    ];
    for (options, events, word) in cases {
        let Err(Error::Options(faults)) = compose(&events, &options) else { panic!("drawn") };
        let message = faults[0].message.to_string();
        assert!(message.contains(word), "{message}");
    }
}

#[test]
fn the_form_suits_the_table() {
    let rows = |many: usize, words: &str| {
        let row = |n: usize| format!("{}-03-{:02},{words} {n}\n", 1900 + 4 * n, n % 28 + 1);
        table(&format!("date,title\n{}", (0..many).map(row).collect::<String>()))
    };
    let sentence =
        "A sentence of so many words that it is broken into five lines or more by a flag";
    for (events, form) in [
        (rows(1, "Event"), "flags"),
        (rows(6, "Event"), "flags"),
        (rows(14, "Event"), "flags"),
        (rows(10, sentence), "chronicle"),
        (rows(28, "A name of some words"), "chronicle"),
        (rows(900, "Event"), "density"),
    ] {
        let (figure, _) = drawn(&events, &FigureOptions::default());
        assert_eq!(figure.choice.form, form, "{} events: {}", events.len(), events[0].name);
        assert!((3..=5).contains(&figure.choice.reason.split(' ').count()));
    }
}

#[test]
fn sentences_are_rows_in_plain_type() {
    let row = |n: usize| {
        format!(
            "{},\"In that year much was done that takes a line and a half, and more, to tell {n}\"\n",
            1189 + 7 * n * n
        )
    };
    let text = format!("date,text\n{}", (0..11).map(row).collect::<String>());
    let (figure, _) = drawn(&table(&text), &FigureOptions::default());
    assert_eq!(figure.choice.form, "chronicle");
    let weights = |figure: &Figure| -> Vec<Weight> {
        figure.events.iter().map(|event| event.lines[1].line.style.weight).collect()
    };
    assert!(weights(&figure).iter().all(|weight| *weight == Weight::Regular));
    // Names with descriptions are told from these by their weight.
    let text = text.replace("date,text", "date,title,description").replace("\"\n", "\",More\n");
    let (figure, _) = drawn(&table(&text), &FigureOptions::default());
    assert!(weights(&figure).iter().all(|weight| *weight == Weight::SemiBold));
}

#[test]
fn a_height_is_kept() {
    let events = table(include_str!("../../data/gallery/releases.csv"));
    for height in [300, 600, 1400] {
        let options = FigureOptions { height: Some(Length(height * PX)), ..chronicle() };
        let (figure, notes) = drawn(&events, &options);
        let out = figure.events.iter().filter(|event| event.is_left_out).count();
        assert_eq!((figure.size.h, out > 0), (height * PX, height < 400), "{out} at {height} px");
        assert_eq!(notes.is_empty(), out == 0, "{notes:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]
    #[test]
    fn nothing_collides(events in rules::table(40), width in 260..1300) {
        rules::check_as(&events, &FigureOptions { width: Some(Length(width * PX)), ..chronicle() })?;
    }

    #[test]
    fn nothing_collides_in_columns(events in rules::table(60), fold in 2..4usize) {
        let fold = Some(Fold::Columns(fold));
        if compose(&events, &FigureOptions { fold, ..chronicle() }).is_ok() {
            rules::check_as(&events, &FigureOptions { fold, ..chronicle() })?;
        }
    }

    #[test]
    fn nothing_collides_beside_breaks(events in rules::crowds(), width in 320..1300) {
        let breaks = vec![BreakChoice::Auto];
        let width = Some(Length(width * PX));
        rules::check_as(&events, &FigureOptions { width, breaks, ..chronicle() })?;
    }

    #[test]
    fn nothing_collides_in_any_place(
        events in rules::table(12),
        size in prop::sample::select(Preset::ALL.map(|size| size.0).to_vec()),
    ) {
        rules::check_as(&events, &FigureOptions { size: Some(size), ..chronicle() })?;
    }
}
