//! How the events of lanes are dealt out to rows, what their names say, which lanes there are.

use annals::date::Locale;
use annals::figure::PlacedEvent;
use annals::geometry::{Axis, PX};
use annals::options::{LaneBy, LaneRowRule, Preset, Show};
use annals::{Event, Figure, FigureOptions, ReadOptions, compose, read_table};

fn table(text: &str) -> Vec<Event> {
    read_table(text.as_bytes(), &ReadOptions::default()).unwrap().events
}

fn drawn(text: &str, options: &FigureOptions) -> Figure {
    compose(&table(text), options).unwrap().0
}

/// Lanes by name, from the top.
fn lanes(figure: &Figure) -> Vec<String> {
    figure
        .lanes
        .iter()
        .map(|lane| lane.name.iter().map(|line| &*line.line.text).collect())
        .collect()
}

fn told(event: &PlacedEvent) -> Vec<&str> {
    event.lines.iter().map(|line| &*line.line.text).collect()
}

/// Terms of four years that follow each other.
fn terms(many: i32) -> String {
    let row = |n: i32| format!("{}-03-04,{}-03-04,President {n}\n", 1789 + 4 * n, 1793 + 4 * n);
    format!("date,end,title\n{}", (0..many).map(row).collect::<String>())
}

#[test]
fn a_succession_is_a_staircase_in_the_order_of_time() {
    let lane_rows = Some(LaneRowRule::Staircase);
    let figure = drawn(&terms(16), &FigureOptions { lane_rows, ..FigureOptions::default() });
    let rows: Vec<usize> = figure.events.iter().map(|event| event.slot.unwrap().row).collect();
    assert_eq!(rows, (0..16).collect::<Vec<_>>());
    assert_eq!(told(&figure.events[2]), ["President 2", "1797–1801"]);
}

#[test]
fn spans_have_rows_of_their_own_with_their_texts_before_the_ruler() {
    let figure = drawn(&terms(16), &FigureOptions::default());
    assert_eq!(figure.choice.form, "bars");
    let rows: Vec<usize> = figure.events.iter().map(|event| event.slot.unwrap().lane).collect();
    assert_eq!(rows, (0..16).collect::<Vec<_>>());
    assert_eq!(told(&figure.events[2]), ["4 Mar 1797 – 4 Mar 1801", "President 2"]);
    let start = figure.ruler.rect.x0;
    for event in &figure.events {
        assert!(event.label.x1 < start && start <= event.mark.rect.x0, "{}", event.title);
        let lines = event.lines.iter().map(|line| line.at.y).collect::<Vec<_>>();
        assert_eq!(lines[0], lines[1], "date and name are level");
    }
    let names = figure.events.iter().map(|event| event.lines[1].at.x);
    assert!(names.clone().all(|x| x == figure.events[0].lines[1].at.x), "one column of names");
    // Dates that would take the room of names are as exact as the ruler.
    let narrow = Some("85mm".parse().unwrap());
    let figure = drawn(&terms(16), &FigureOptions { width: narrow, ..FigureOptions::default() });
    assert_eq!(told(&figure.events[2])[0], "1797–1801");
}

#[test]
fn bars_with_rows_of_their_own_are_as_long_as_their_time() {
    let spans = "date,end,title\n1200,1599,Long\n1600,1619,Short\n1600,1699,Middle\n\
                 1700,1799,Whole\n1800,1899,Last\n";
    let staircase =
        FigureOptions { lane_rows: Some(LaneRowRule::Staircase), ..FigureOptions::default() };
    for options in [FigureOptions::default(), staircase] {
        let figure = drawn(spans, &options);
        let mark = |name: &str| {
            let is_named = |event: &&PlacedEvent| event.title.contains(name);
            figure.events.iter().find(is_named).unwrap().mark.rect
        };
        let century = mark("Middle").x1 - mark("Middle").x0;
        for (name, years) in [("Long", 400), ("Short", 20), ("Whole", 100), ("Last", 100)] {
            let long = mark(name).x1 - mark(name).x0;
            let expected = century * years / 100;
            assert!((long - expected).abs() <= PX / 2, "{name}: {long} sub-pixels, not {expected}");
        }
        let meeting = mark("Long").x1 - mark("Middle").x0;
        assert!(meeting.abs() <= PX / 8, "one ends where the other begins");
    }
}

#[test]
fn what_asks_for_lanes_gets_no_rows_of_its_own() {
    let form = |text: &str, options: FigureOptions| drawn(text, &options).choice.form;
    let spans = "date,end,title\n1700,1730,One\n1720,1760,Two\n1740,1780,Three\n";
    assert_eq!(form(spans, FigureOptions::default()), "bars");
    let small = "date,end,title\n1700,1702,One\n1740,1743,Two\n1741,1742,Three\n1790,1791,Four\n";
    assert_eq!(form(small, FigureOptions::default()), "lanes", "labels beside a few small marks");
    let days = small.replace("1700,1702", "1700-03-05,1702-04-06");
    assert_eq!(form(&days, FigureOptions::default()), "bars", "labels in lanes have no days");
    let show = Some(Show::Duration);
    assert_eq!(form(spans, FigureOptions { show, ..FigureOptions::default() }), "lanes");
    let lane_rows = Some(LaneRowRule::Pack);
    assert_eq!(form(spans, FigureOptions { lane_rows, ..FigureOptions::default() }), "lanes");
    let milestone = "date,end,title,on\n1700,1730,One,\n1720,1760,Two,\n1725,,Turn,One\n";
    assert_eq!(form(milestone, FigureOptions::default()), "lanes");
    let lane = "date,end,title,lane\n1700,1730,One,A\n1720,1760,Two,A\n";
    assert_eq!(form(lane, FigureOptions::default()), "lanes");
}

#[test]
fn a_succession_is_one_row_where_names_fit() {
    let text = "date,end,title\n1700,1720,One\n1720,1760,Two\n1760,1780,Three\n";
    let figure = drawn(text, &FigureOptions::default());
    assert_eq!(figure.lanes[0].rows.len(), 1);
    let lane_rows = Some(LaneRowRule::Staircase);
    let stairs = drawn(text, &FigureOptions { lane_rows, ..FigureOptions::default() });
    assert_eq!(stairs.lanes[0].rows.len(), 3);
}

#[test]
fn spans_are_packed_only_where_a_page_lacks_the_height() {
    let rows = |many: i32| {
        let lanes = drawn(&terms(many), &FigureOptions::default()).lanes;
        lanes.iter().map(|lane| lane.rows.len()).sum::<usize>()
    };
    assert_eq!(rows(30), 30);
    assert!(rows(60) < 30);
    let page = Preset::Report.page().0;
    assert!(drawn(&terms(60), &FigureOptions::default()).size.h <= page);
}

#[test]
fn spans_with_descriptions_are_rows_that_keep_them() {
    let text = "date,end,title,description\n1700,1720,One,First of three\n1720,1760,Two,\n\
        1760,1780,Three,Last of three\n";
    let told_in = |options: &FigureOptions| {
        let figure = drawn(text, options);
        let is_told = figure
            .events
            .iter()
            .any(|event| told(event).iter().any(|line| line.contains("First of")));
        (figure.choice.form, is_told)
    };
    assert_eq!(told_in(&FigureOptions::default()), ("bars", true));
    let lane_rows = Some(LaneRowRule::Staircase);
    assert_eq!(told_in(&FigureOptions { lane_rows, ..FigureOptions::default() }), ("lanes", false));
    // Where there is no horizontal axis they are rows beside a vertical one.
    let orientation = Some(Axis::Vertical);
    let upright = FigureOptions { orientation, ..FigureOptions::default() };
    assert_eq!(told_in(&upright), ("chronicle", true));
    let row = |n: i32| format!("{},{},Term {n},What happened in it\n", 1700 + 3 * n, 1703 + 3 * n);
    let many = (0..80).map(row).collect::<String>();
    let figure = drawn(&format!("date,end,title,description\n{many}"), &FigureOptions::default());
    assert_eq!(figure.choice.form, "lanes", "a page has no room for so many rows");
}

#[test]
fn packed_spans_take_the_rows_that_a_height_has_room_for() {
    let height = Some("5in".parse().unwrap());
    let figure = drawn(&terms(24), &FigureOptions { height, ..FigureOptions::default() });
    let rows = figure.lanes[0].rows.len();
    assert!((14..24).contains(&rows), "{rows} rows");
    let places: Vec<usize> = figure.events.iter().map(|event| event.slot.unwrap().row).collect();
    assert_eq!(places[..rows], (0..rows).collect::<Vec<_>>(), "in the order of time");
}

#[test]
fn names_of_a_lane_stand_on_one_side() {
    let text = "date,end,title,lane\n1812,1815,War of 1812,Wars\n1846,1848,Mexican War,Wars\n\
        1861,1865,Civil War,Wars\n1789,1789,Constitution,Acts\n";
    let figure = drawn(text, &FigureOptions::default());
    let wars = figure.events.iter().filter(|event| told(event)[0].ends_with("War"));
    assert!(wars.into_iter().all(|event| event.label.x1 < event.mark.rect.x0), "all before");
}

#[test]
fn dates_durations_or_nothing_stand_after_names() {
    let text = terms(4);
    let shown = |show: Option<Show>| {
        let figure = drawn(&text, &FigureOptions { show, ..FigureOptions::default() });
        told(&figure.events[1]).join(" ")
    };
    let lane_rows = Some(LaneRowRule::Staircase);
    let stairs = drawn(&text, &FigureOptions { lane_rows, ..FigureOptions::default() });
    assert_eq!(told(&stairs.events[1]).join(" "), "President 1 Mar 1793 – Mar 1797");
    assert_eq!(shown(None), "4 Mar 1793 – 4 Mar 1797 President 1");
    assert_eq!(shown(Some(Show::Dates)), "President 1 4 Mar 1793 – 4 Mar 1797");
    assert_eq!(shown(Some(Show::Duration)), "President 1 4 years");
    assert_eq!(shown(Some(Show::None)), "President 1");
}

#[test]
fn lanes_that_begin_together_stand_by_the_time_taken() {
    let text = "date,end,title,lane\n1789-04-21,1797,Adams,Vice-presidents\n\
        1789-04-30,1797,Washington,Presidents\n1797,1801,Adams the elder,Presidents\n\
        1780,1790,First,Founders\n";
    let figure = drawn(text, &FigureOptions::default());
    assert_eq!(lanes(&figure), ["Founders", "Presidents", "Vice-presidents"]);
}

#[test]
fn categories_of_spans_are_lanes_where_they_go_on_side_by_side() {
    let text = "date,end,title,category\n2001,2004,A,Design\n2002,2008,B,Build\n\
        2003,2007,C,Design\n2006,2010,D,Build\n";
    let inferred = drawn(text, &FigureOptions::default());
    assert_eq!(lanes(&inferred), ["Design", "Build"]);
    assert!(inferred.legend.is_empty(), "lanes name the categories");
    let lane_by = Some(LaneBy::None);
    let one = drawn(text, &FigureOptions { lane_by, ..FigureOptions::default() });
    assert_eq!((one.choice.form, one.legend.len()), ("bars", 2));
    // One after the other they make a succession.
    let later = "date,end,title,category\n1066,1100,A,Norman\n1100,1154,B,Norman\n\
        1154,1216,C,Angevin\n1216,1399,D,Angevin\n";
    let figure = drawn(later, &FigureOptions::default());
    assert!(lanes(&figure).iter().all(String::is_empty), "no lane of a category");
}

#[test]
fn weekends_and_holidays_are_grounds_behind_the_figure() {
    let text = "date,end,title,kind\n2010-03-01,2010-03-12,Work,\n2010-03-15,2010-03-26,More,\n\
        2010-03-17,,Feast,holiday\n2011-01-01,,New year,holiday\n";
    let options = FigureOptions { weekends: Some(true), ..FigureOptions::default() };
    let figure = drawn(text, &options);
    let titles: Vec<Option<&str>> =
        figure.days_off.iter().map(|day| day.title.as_deref()).collect();
    let weekends = titles.iter().filter(|title| title.is_none()).count();
    assert!((3..=4).contains(&weekends), "{titles:?}");
    assert!(titles.contains(&Some("17 Mar 2010: Feast")));
    assert_eq!(titles.len(), weekends + 1, "what is not in the time shown is not drawn");
    assert_eq!(figure.events.len(), 2);
    assert!(drawn(text, &FigureOptions::default()).days_off.len() == 1);
    let german = FigureOptions { locale: Some(Locale::De), ..options.clone() };
    let holiday = drawn(text, &german).days_off.into_iter().find_map(|day| day.title);
    assert_eq!(holiday.as_deref(), Some("17. März 2010: Feast"));
    let years = "date,end,title\n1990,1999,A\n1999,2020,B\n";
    assert!(drawn(years, &options).days_off.is_empty(), "no weekend can be seen");
}

#[test]
fn milestones_are_on_the_bar_that_they_belong_to() {
    let text = "date,end,title,on,lane\n1969-07-16,1969-07-24,Apollo 11,,Flights\n\
        1969-07-20,,Landing,Apollo 11,\n1969-07-16,,Launch,Apollo 11,\n\
        1969-07-24,,Apollo 11,,Flights\n1969-08-02,1969-08-09,Other,,Flights\n";
    let figure = drawn(text, &FigureOptions::default());
    let event = |name: &str| {
        figure.events.iter().find(|event| told(event).first() == Some(&name)).expect(name)
    };
    let bar = event("Apollo 11");
    for name in ["Landing", "Launch"] {
        let milestone = event(name);
        let slot = milestone.slot.unwrap();
        assert!(slot.is_milestone && slot.row == bar.slot.unwrap().row, "{name}");
        let middle = (milestone.mark.rect.x0 + milestone.mark.rect.x1) / 2;
        assert!(bar.mark.rect.x0 <= middle && middle <= bar.mark.rect.x1, "{name}");
        assert!(bar.mark.rect.y1 < milestone.label.y0, "the name of {name} is under the bar");
    }
    // What has the name of its bar is not called by it again.
    let end = figure.events.iter().filter(|event| event.slot.unwrap().is_milestone);
    assert_eq!(end.filter(|event| event.lines.is_empty()).count(), 1);
    assert_eq!(figure.lanes.len(), 1, "a milestone has no lane of its own");
}
