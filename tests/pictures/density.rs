//! Density: events that are counted in bins, and the most important of them named.

use crate::rules;
use annals::check::violations;
use annals::compose::scene;
use annals::figure::{Figure, PlacedColumn, PlacedPanel};
use annals::geometry::{Axis, PX};
use annals::options::{BreakChoice, Fold, LabelStyle, LaneRowRule, Length, Preset, Scaling};
use annals::{
    Error, Event, FigureOptions, Format, Note, ReadOptions, RenderOptions, compose, read_table,
    render,
};
use proptest::prelude::*;

fn table(text: &str) -> Vec<Event> {
    read_table(text.as_bytes(), &ReadOptions::default()).unwrap().events
}

fn density() -> FigureOptions {
    FigureOptions { style: Some(LabelStyle::Density), ..FigureOptions::default() }
}

fn drawn(events: &[Event], options: &FigureOptions) -> (Figure, Vec<Note>) {
    compose(events, options).unwrap()
}

/// So many events in ten years, more of them in each, of three categories; every hundredth has high
/// importance.
fn many(count: u64) -> Vec<Event> {
    let row = |n: u64| {
        let place = n * n / count;
        let (year, month) = (2019 - place * 10 / count, n * 7 % 12 + 1);
        let category = ["Storm", "Flood", "Fire"]
            [usize::from(n.is_multiple_of(2)) + usize::from(n.is_multiple_of(6))];
        let importance = if n % 100 == 50 { "high" } else { "" };
        format!("{year}-{month:02}-{:02},No. {n},{category},{importance}\n", n % 28 + 1)
    };
    let rows: String = (0..count).map(row).collect();
    table(&format!("date,title,category,importance\n{rows}"))
}

fn texts(figure: &Figure) -> Vec<&str> {
    let heads = figure.panels.iter().flat_map(|panel| &panel.head);
    heads.chain(&figure.source).map(|text| text.line.text.as_str()).collect()
}

/// How high the columns of a panel are together.
fn sum(columns: &[PlacedColumn]) -> i64 {
    columns.iter().map(|column| i64::from(column.rect.height())).sum()
}

/// The height that a refusal asks for is enough, though names would have more room in it.
#[test]
fn a_height_that_is_asked_for_is_no_reason_to_name_what_was_counted() {
    let row = |n: u32| {
        let end = if n.is_multiple_of(3) { (1830 + n).to_string() } else { String::new() };
        format!("{},A name of many words number {n},{end},Lane {}\n", 1800 + n, n % 4)
    };
    let rows: String = (0..60).map(row).collect();
    let events = table(&format!("date,title,end,lane\n{rows}"));
    let options = |height: &str| FigureOptions {
        size: Some(Preset::Social),
        width: "500px".parse().ok(),
        height: height.parse().ok(),
        lane_rows: Some(LaneRowRule::Staircase),
        ..FigureOptions::default()
    };
    let refusal = compose(&events, &options("200px")).map(|_| ()).unwrap_err().to_string();
    let (_, asked) = refusal.split_once("give it ").unwrap();
    let asked = format!("{}px", asked.split(' ').next().unwrap());
    let (figure, _) = drawn(&events, &options(&asked));
    assert_eq!(figure.choice.form, "density");
    assert_eq!(drawn(&events, &options("2800px")).0.choice.form, "lanes");
}

#[test]
fn a_figure_without_room_for_its_axis_says_so() {
    let row = |n: u32| format!("{} BC,A{n},{},Lane of many words {}\n", 500 - n, 1000 * n, n % 5);
    let rows: String = (1..200).map(row).collect();
    let events = table(&format!("date,title,count,lane\n{rows}"));
    let width = |width: &str| FigureOptions {
        size: Some(Preset::Social),
        width: width.parse().ok(),
        ..FigureOptions::default()
    };
    let refusal = compose(&events, &width("120px")).map(|_| ()).unwrap_err().to_string();
    assert!(refusal.contains("no room for the time axis; give a greater `width`"), "{refusal}");
    assert!(compose(&events, &width("300px")).is_ok());
}

#[test]
fn what_cannot_be_named_is_counted() {
    let few = drawn(&many(200), &FigureOptions::default()).0;
    assert_eq!((few.panels.len(), few.events.len()), (0, 200));
    let (figure, notes) = drawn(&many(1200), &FigureOptions::default());
    assert_eq!((figure.choice.form, notes.len()), ("density", 0));
    assert_eq!((figure.panels.len(), figure.events.len()), (3, 12));
    let said = texts(&figure);
    for text in ["Events per month", "Storm", "600", "Flood", "400", "Fire", "200"] {
        assert!(said.contains(&text), "{text}: {said:?}");
    }
    assert_eq!(said.last(), Some(&"1200 events, 12 named."));
    assert!(figure.description.starts_with("Timeline of 1200 events from "));
    assert!(figure.description.contains("Fire: 200 events. Events per month. Most: "));
    assert!(figure.events.iter().all(|event| event.title.contains("No.")));
}

/// The greatest count of all groups is as high as the plot, and heights are as counts.
#[test]
fn columns_are_as_high_as_counts_on_one_scale() {
    let rows = "2010-01-01,A,100\n2010-03-01,A,50\n2010-03-01,B,25\n2011-02-01,B,75\n";
    let figure = drawn(&table(&format!("date,category,count\n{rows}")), &density()).0;
    let heights = |panel: &PlacedPanel| -> Vec<i32> {
        panel.certain.iter().map(|column| column.rect.height()).collect()
    };
    let [a, b] = figure.panels.as_slice() else { panic!("{:?}", figure.panels.len()) };
    let whole = a.rect.height();
    assert_eq!((heights(a), a.possible.len()), (vec![whole, whole / 2], 0));
    assert_eq!(heights(b), [whole / 4, whole * 3 / 4].map(|height| height));
    assert_eq!(b.rect.height(), whole * 3 / 4);
    assert_eq!(texts(&figure).last(), Some(&"250 events."));
    let values: Vec<&str> = a.scale.iter().map(|value| value.label.line.text.as_str()).collect();
    assert_eq!((values[0], values.last()), ("0", Some(&"100")));
    assert!(a.scale[0].line[0].y == a.rect.y1 && a.scale[values.len() - 1].line[0].y == a.rect.y0);
}

#[test]
fn an_event_of_a_longer_time_than_a_bin_is_spread_and_pale() {
    let days: String = (1..=28).map(|day| format!("2010-02-{day:02},a\n").repeat(4)).collect();
    let vague = "2010-02,a\n".repeat(56);
    let figure = drawn(&table(&format!("date,title\n{days}{vague}")), &density()).0;
    let [panel] = figure.panels.as_slice() else { panic!("one group") };
    assert_eq!((panel.certain.len(), panel.possible.len()), (28, 28));
    let (certain, all) = (sum(&panel.certain), sum(&panel.possible));
    assert!((all * 2 - certain * 3).abs() < 100, "a half more: {certain} {all}");
    let said = texts(&figure);
    assert!(said[said.len() - 1].contains("168 events. Paler: "), "{said:?}");
}

/// Rows that stand for many have dates as far apart as the bins that they were counted in.
#[test]
fn the_bins_of_counts_are_those_of_the_table() {
    let week = |n: i64| {
        let day = annals::date::Instant::from_day(18_000 + 7 * n).civil();
        format!("{:04}-{:02}-{:02},{}\n", day.0, day.1, day.2, n % 9 * 10)
    };
    let rows: String = (0..60).map(week).collect();
    let events = table(&format!("date,count\n{rows}"));
    let figure = drawn(&events, &FigureOptions::default()).0;
    assert_eq!((figure.choice.reason, figure.events.len()), ("rows stand for many events", 0));
    assert!(texts(&figure).contains(&"Events per week"), "{:?}", texts(&figure));
    let zero = events.iter().filter(|event| event.count == Some(0)).count();
    assert_eq!(figure.panels[0].certain.len(), 60 - zero, "nothing is drawn of nothing");
    assert_eq!(texts(&figure).last(), Some(&"2310 events."));
}

/// What has a row of its own may be among what is counted: it is named, and not counted again.
#[test]
fn rows_with_a_title_are_named_over_counts() {
    let text = "date,title,category,count\n2010-01,,A,5000\n2010-02,,B,90\n2010-02-14,Outage,A,\n";
    let (figure, notes) = drawn(&table(text), &FigureOptions::default());
    assert_eq!((figure.events.len(), figure.panels.len(), notes.len()), (1, 2, 0));
    assert_eq!(figure.events[0].title, "14 Feb 2010: Outage");
    assert_eq!(texts(&figure).last(), Some(&"5090 events, 1 named."));
}

/// A summary by an engine gives the figure of the rows: each day, here, by its first event, and the
/// last event besides.
#[test]
fn counts_give_the_figure_of_their_rows() {
    let rows: Vec<(String, &str)> = (0..3000u64)
        .map(|n| {
            let (day, minute) = (n * n % 997, n * 7919 % 1440);
            let at = annals::date::Instant::from_day(18_000 + day as i64).civil();
            let time = format!("{:02}:{:02}", minute / 60, minute % 60);
            let category =
                ["Storm", "Flood", "Fire"][usize::from(n % 2 == 0) + usize::from(n % 6 == 0)];
            (format!("{:04}-{:02}-{:02}T{time}", at.0, at.1, at.2), category)
        })
        .collect();
    let whole: String =
        rows.iter().map(|(date, category)| format!("{date},{category},event\n")).collect();
    let whole = table(&format!("date,category,title\n{whole}"));
    let mut groups = std::collections::BTreeMap::<_, Vec<&str>>::new();
    for (date, category) in &rows {
        groups.entry((&date[..10], *category)).or_default().push(date);
    }
    let last = rows.iter().map(|(date, _)| date.as_str()).max().unwrap();
    let line = |((_, category), dates): (&(&str, &str), &Vec<&str>)| {
        let (first, is_last) = (dates.iter().min().unwrap(), dates.contains(&last));
        let end = if is_last { format!("{last},{category},1\n") } else { String::new() };
        format!("{first},{category},{}\n{end}", dates.len() - usize::from(is_last))
    };
    let counts: String = groups.iter().map(line).collect();
    let counts = table(&format!("date,category,count\n{counts}"));
    for options in
        [FigureOptions::default(), FigureOptions { from: "2020".parse().ok(), ..density() }]
    {
        let [(whole, more), (counted, other)] =
            [&whole, &counts].map(|events| drawn(events, &options));
        let bytes = |figure| render(figure, Format::Svg, &RenderOptions::default()).unwrap();
        assert!(bytes(&whole) == bytes(&counted), "{:?}", options.from);
        assert_eq!(more, other);
    }
}

#[test]
fn spans_are_counted_by_how_many_go_on_at_once() {
    let row = |n: u64| format!("{},{},Reign {n}\n", 1500 + n * 3, 1500 + n * 3 + 10 + n % 5);
    let rows: String = (0..120).map(row).collect();
    let figure = drawn(&table(&format!("date,end,title\n{rows}")), &density()).0;
    let [panel] = figure.panels.as_slice() else { panic!("one group") };
    assert_eq!(panel.head[0].line.text, "Under way at once");
    assert_eq!(texts(&figure).last(), Some(&"120 events, 12 named."));
    let longest = |event: &&annals::figure::PlacedEvent| {
        let years = event.hi.civil().0 - event.lo.civil().0;
        years == 15
    };
    assert_eq!(figure.events.iter().filter(longest).count(), 12, "the longest are named");
}

#[test]
fn the_user_chooses_how_many_and_which_are_named() {
    let events = many(1200);
    let named = |options: FigureOptions| {
        let (figure, notes) = drawn(&events, &options);
        (figure.choice.reason, figure.events.len(), notes.len())
    };
    let top = |top: usize| FigureOptions { top: Some(top), ..FigureOptions::default() };
    assert_eq!(named(top(5)), ("by the options", 5, 0));
    assert_eq!(named(top(0)), ("by the options", 0, 0));
    assert_eq!(named(top(30)), ("by the options", 30, 0));
    let label = FigureOptions { label: "title=No. 7".parse().ok(), ..FigureOptions::default() };
    assert_eq!(named(label.clone()), ("by the options", 1, 0));
    assert_eq!(named(FigureOptions { top: Some(3), ..label.clone() }), ("by the options", 1, 1));
    let flags = FigureOptions { style: Some(LabelStyle::Flags), ..label };
    let Err(Error::Options(faults)) = compose(&events, &flags) else { panic!("drawn") };
    assert!(faults[0].message.to_string().contains("`label`"), "{}", faults[0].message);
}

#[test]
fn a_place_is_filled_and_kept() {
    let events = many(1200);
    for preset in [Preset::Slide, Preset::Social] {
        let options = FigureOptions { size: Some(preset), ..FigureOptions::default() };
        let (figure, notes) = drawn(&events, &options);
        assert_eq!((figure.size.h, notes.len()), (preset.height(), 0), "{preset:?}");
        assert!(figure.events.len() > 3);
    }
    for height in [264, 420, 900] {
        let options = FigureOptions { height: Some(Length(height * PX)), ..density() };
        assert_eq!(drawn(&events, &options).0.size.h, height * PX);
    }
    let low = FigureOptions { height: Some(Length(130 * PX)), ..density() };
    let Err(Error::Options(faults)) = compose(&events, &low) else { panic!("drawn") };
    assert!(faults[0].message.to_string().contains("too low"), "{}", faults[0].message);
}

#[test]
fn where_there_are_no_even_bins_it_is_refused() {
    let events = many(60);
    let vertical = FigureOptions { orientation: Some(Axis::Vertical), ..density() };
    let ages: String = (1..40).map(|n| format!("{} Ma,a\n", n * 12)).collect();
    let ages = table(&format!("date,title\n{ages}"));
    let log = FigureOptions { scale: Some(Scaling::Log), ..density() };
    for (events, options, word) in [(&events, vertical, "orientation"), (&ages, log, "scale")] {
        let Err(Error::Options(faults)) = compose(events, &options) else { panic!("drawn") };
        assert!(faults[0].message.to_string().contains(word), "{}", faults[0].message);
    }
    assert!(!drawn(&ages, &density()).0.panels.is_empty(), "ages are counted in years");
    let fold = FigureOptions { fold: Some(Fold::Auto), ..FigureOptions::default() };
    assert!(drawn(&many(400), &fold).0.panels.is_empty(), "a fold is a chronicle");
}

/// What is left of an axis of ages after a break that ends near the present is shorter than any unit of
/// length, and its column still stands in the plot.
#[test]
fn what_a_break_leaves_is_counted_however_short() {
    let ages: String = (0..400).map(|n| format!("{},a\n", n * 66 / 400)).collect();
    let events = table(&format!("Age (Ma),title\n{ages}"));
    let [from, to] = ["1850", "1890"].map(|year| year.parse().unwrap());
    let breaks = BreakChoice::Between(from, to);
    let options = FigureOptions { breaks: vec![breaks], ..density() };
    let (figure, _) = drawn(&events, &options);
    assert_eq!(violations(&scene(&figure, figure.events.len())), vec![]);
    let panel = &figure.panels[0];
    assert_eq!(panel.possible.last().unwrap().rect.x1, panel.rect.x1);
    assert!(panel.possible.iter().all(|column| column.rect.width() >= PX / 2));
}

/// Ages stay ages where one of them goes on, or may be after the present, whatever else is there.
#[test]
fn ages_up_to_the_present_are_counted_as_ages() {
    let on = "41.94 Ma,a,\n2.13 Ma,a,?\n0.61 Ma,a,present\n";
    let today = "1101,a,\n41.9 Ma,a,\n0.0 Ma,a,\n";
    for rows in [on, today] {
        let (figure, _) = drawn(&table(&format!("date,title,end\n{rows}")), &density());
        let said = texts(&figure);
        assert!(said.iter().any(|text| text.contains("million years")), "{said:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]
    #[test]
    fn nothing_collides(events in rules::table(60), width in 200..1300) {
        let options = FigureOptions { width: Some(Length(width * PX)), ..density() };
        let (figure, _) = compose(&events, &options)
            .map_err(|error| TestCaseError::fail(error.to_string()))?;
        let named = figure.events.len();
        prop_assert_eq!(violations(&scene(&figure, named)), vec![]);
        prop_assert!(named <= events.len());
    }

    #[test]
    fn the_order_of_rows_does_not_matter(events in rules::table(40)) {
        let bytes = |events: &[Event]| {
            let (figure, _) = compose(events, &density()).unwrap();
            render(&figure, Format::Svg, &RenderOptions::default()).unwrap()
        };
        let reversed: Vec<Event> = events.iter().rev().cloned().collect();
        prop_assert!(bytes(&events) == bytes(&reversed));
    }
}
