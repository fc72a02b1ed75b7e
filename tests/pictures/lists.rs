//! Lists: what is crowded is told in rows, and nothing is lost or out of order.

use annals::figure::Anchor;
use annals::geometry::{Axis, PX, px};
use annals::options::{LabelStyle, Preset};
use annals::{
    Event, Figure, FigureOptions, Format, Note, ReadOptions, RenderOptions, compose, read_table,
    render,
};

fn table(text: &str) -> Vec<Event> {
    read_table(text.as_bytes(), &ReadOptions::default()).unwrap().events
}

fn releases() -> Vec<Event> {
    table(include_str!("../../data/gallery/releases.csv"))
}

/// Along a horizontal axis, where flags and lists are all there is.
fn level() -> FigureOptions {
    FigureOptions { orientation: Some(Axis::Horizontal), ..FigureOptions::default() }
}

fn styled(events: &[Event], style: LabelStyle) -> (Figure, Vec<Note>) {
    compose(events, &FigureOptions { style: Some(style), ..FigureOptions::default() }).unwrap()
}

#[test]
fn what_is_left_of_a_pole_ends_at_it_unless_a_text_is_long() {
    let rows = [
        ("2016-06-23", "Referendum", "By a narrow vote"),
        ("2017-03-29", "Notified", "Two years begin to run"),
        ("2017-06-08", "Election", "The government loses its majority"),
        (
            "2020-12-24",
            "Trade agreement",
            "On the last days of a year and after months of talks about fish and fair rules and an island",
        ),
        ("2020-12-31", "Transition ends", ""),
    ];
    let rows: String = rows.iter().map(|(date, a, b)| format!("{date},{a},{b}\n")).collect();
    let events = table(&format!("date,title,description\n{rows}"));
    let (figure, _) = styled(&events, LabelStyle::Flags);
    let mut seen = [false; 2];
    for event in &figure.events {
        let pole = event.leader.last().unwrap().x;
        // Date, name and two lines of a description.
        let is_long = event.lines.len() > 4;
        if event.label.x0 < pole - 20 * PX {
            let ends = event.lines.iter().filter(|line| line.anchor == Anchor::End).count();
            assert_eq!(ends, if is_long { 0 } else { event.lines.len() }, "{}", event.title);
            seen[usize::from(is_long)] = true;
        }
    }
    assert_eq!(seen, [true, true], "both kinds are there");
}

#[test]
fn fifty_two_releases_take_little_room() {
    let (figure, notes) = compose(&releases(), &level()).unwrap();
    assert_eq!(notes, []);
    assert!(figure.lists.len() >= 6, "{} lists", figure.lists.len());
    assert!(figure.size.h <= 350 * PX, "{} px", figure.size.h / PX);
    assert_eq!(figure.size.w, px(624.0));
}

#[test]
fn a_hundred_and_ninety_missions_stand_on_one_page() {
    let events = table(include_str!("../../data/gallery/missions.csv"));
    for options in [level(), FigureOptions::default()] {
        let (figure, notes) = compose(&events, &options).unwrap();
        assert_eq!((notes, figure.events.len()), (vec![], 190));
        // A4 with margins of an inch.
        assert!(figure.size.h <= px(930.0), "{} px", figure.size.h / PX);
    }
}

#[test]
fn a_slide_of_a_thousand_laureates_is_filled_and_names_as_many_as_it_can() {
    let events = table(include_str!("../../data/gallery/nobel.csv"));
    let (size, style) = (Some(Preset::Slide), Some(LabelStyle::Lists));
    let options = FigureOptions { size, style, ..FigureOptions::default() };
    let (figure, _) = compose(&events, &options).unwrap();
    let named = figure.events.iter().filter(|event| !event.is_left_out && !event.lines.is_empty());
    assert!((60..1000).contains(&named.count()));
    assert_eq!([figure.size.w, figure.size.h], [Preset::Slide.width(), Preset::Slide.height()]);
    // 9 points on a slide that is 7.5 in high.
    assert!(figure.sizes.list_name.style.size >= px(12.0));
}

#[test]
fn a_bracket_is_over_exactly_its_dates() {
    let (figure, _) = compose(&releases(), &level()).unwrap();
    let rect = figure.ruler.rect;
    let mut expected = 0;
    for (number, list) in figure.lists.iter().enumerate() {
        assert!(list.members.start >= expected && list.members.len() > 1, "lists are in order");
        expected = list.members.end;
        let events = &figure.events[list.members.clone()];
        let place = |event: &annals::figure::PlacedEvent| {
            figure.ruler.scale.place(event.at, rect.x0, rect.x1)
        };
        // A pole just beyond may stretch it by half a mark.
        let ends = [events.first().unwrap(), events.last().unwrap()].map(place);
        let over = [ends[0] - list.bracket[0].x, list.bracket[1].x - ends[1]];
        assert!(over.iter().all(|over| (0..=figure.sizes.dot).contains(over)), "{over:?}");
        for event in events {
            assert_eq!(event.list, Some(number), "all between its ends belong to it");
            assert_eq!(event.side, events[0].side);
            assert_eq!(event.leader.last().unwrap().y, list.bracket[0].y);
        }
        let tops: Vec<i32> = events.iter().map(|event| event.label.y0).collect();
        assert!(tops.is_sorted(), "rows read downwards in time on both sides: {tops:?}");
    }
}

#[test]
fn many_events_of_one_date_share_one_list_in_columns() {
    let rows: String = (0..40).map(|n| format!("2010-05-06,Event {n} of the day\n")).collect();
    let events = table(&format!("date,title\n2009-01-01,Before\n{rows}2011-01-01,After\n"));
    let (figure, _) = styled(&events, LabelStyle::Lists);
    let list = figure.lists.iter().find(|list| list.members.len() == 40).expect("one list");
    let mut lefts: Vec<i32> =
        figure.events[list.members.clone()].iter().map(|event| event.label.x0).collect();
    lefts.dedup();
    assert!(lefts.len() > 1, "columns");
    let lines = figure.events[list.members.clone()].iter().flat_map(|event| &event.lines);
    let dates = lines.filter(|line| line.line.text == "6 May 2010").count();
    assert_eq!(dates, 1, "the one date stands over all rows");
}

#[test]
fn a_head_wider_than_its_rows_has_room_in_any_number_of_columns() {
    for many in 2..40 {
        let rows: String = (0..many).map(|n| format!("c. 2014,{}\n", n % 10)).collect();
        let events = table(&format!("date,title\n1909-04,First\n{rows}2020,Last of them all\n"));
        let (figure, _) = styled(&events, LabelStyle::Lists);
        assert_eq!(figure.events.len(), many + 2);
    }
}

#[test]
fn the_style_decides_and_what_is_left_out_is_told() {
    let rows: String =
        (0..26).map(|n| format!("{},Event number {n},Its description\n", 2000 + n)).collect();
    let events = table(&format!("date,title,description\n{rows}"));
    let (flags, notes) = styled(&events, LabelStyle::Flags);
    assert!(flags.lists.is_empty() && notes.is_empty());
    let (lists, notes) = styled(&events, LabelStyle::Lists);
    let rows: usize = lists.lists.iter().map(|list| list.members.len()).sum();
    let told = format!("{rows} events are in a list without the description");
    assert!(rows > 1 && notes[0].to_string().starts_with(&told), "{notes:?}");
    let row = lists.events.iter().find(|event| event.list.is_some()).unwrap();
    assert!(row.title.ends_with(". Its description"), "{}", row.title);
    assert!(row.lines.iter().all(|line| !line.line.text.contains("description")));
}

#[test]
fn few_events_stay_flags_with_their_details() {
    let events = table(include_str!("../../data/pakistan-russia.csv"));
    let (figure, notes) = compose(&events, &FigureOptions::default()).unwrap();
    assert!(figure.lists.is_empty() && notes.is_empty());
}

#[test]
fn the_file_groups_a_list_with_its_events() {
    let (figure, _) = compose(&releases(), &level()).unwrap();
    let svg = render(&figure, Format::Svg, &RenderOptions::default()).unwrap();
    let svg = String::from_utf8(svg).unwrap();
    let groups: Vec<&str> = svg.split("class=\"list\"").skip(1).collect();
    assert_eq!(groups.len(), figure.lists.len());
    for (group, list) in groups.iter().zip(&figure.lists) {
        let first = format!("data-id=\"e{}\"", list.members.start + 1);
        assert!(group.contains(&first), "{first}");
        assert_eq!(group.matches("class=\"event\"").count(), list.members.len());
    }
}
