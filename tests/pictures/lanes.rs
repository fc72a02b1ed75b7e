//! Lanes, eras and markers: what is drawn of random spans, and what the options change.

use annals::check::violations;
use annals::compose::scene;
use annals::event::{Importance, Kind};
use annals::figure::{MarkShape, PlacedEvent, Ruler};
use annals::geometry::{Axis, PX, Rect, Sub};
use annals::options::{
    BreakChoice, Effort, EraOption, LabelStyle, LaneOrder, LaneRowRule, Length, MarkerOption, Show,
    Sort,
};
use annals::{
    Event, Figure, FigureOptions, Format, ReadOptions, RenderOptions, compose, read_table, render,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn table(text: &str) -> Vec<Event> {
    read_table(text.as_bytes(), &ReadOptions::default()).unwrap().events
}

fn drawn(text: &str, options: &FigureOptions) -> Figure {
    compose(&table(text), options).unwrap().0
}

fn named<'a>(figure: &'a Figure, name: &str) -> &'a PlacedEvent {
    figure.events.iter().find(|event| event.title.ends_with(name)).unwrap()
}

/// The names of the lanes from top to bottom.
fn lanes(figure: &Figure) -> Vec<String> {
    let lines = |lane: &annals::figure::PlacedLane| -> Vec<String> {
        lane.name.iter().map(|line| line.line.text.clone()).collect()
    };
    figure.lanes.iter().map(|lane| lines(lane).join(" ")).collect()
}

fn row(figure: &Figure, name: &str) -> usize {
    named(figure, name).slot.unwrap().row
}

const TERMS: &str = "date,end,title,lane\n\
    2001-01-01,2005-01-01,One,Heads\n2005-01-01,2009-01-01,Two,Heads\n\
    2003,2006,Deputy,Heads\n2002-02-02,,Vote,Votes\n2004-03-01,2004-03-02,Short,Votes\n";

#[test]
fn spans_that_touch_share_a_packed_row_and_short_ones_are_seen() {
    let lane_rows = Some(LaneRowRule::Pack);
    let figure = drawn(TERMS, &FigureOptions { lane_rows, ..FigureOptions::default() });
    assert_eq!(lanes(&figure), ["Heads", "Votes"]);
    assert_eq!(row(&figure, "One"), row(&figure, "Two"));
    assert_ne!(row(&figure, "One"), row(&figure, "Deputy"));
    let MarkShape::Bar(bar) = named(&figure, "Short").mark.shape else { panic!("no bar") };
    assert!(bar.width() >= PX, "{}", bar.width());
    assert_eq!(named(&figure, "Vote").mark.shape, MarkShape::Dot);
}

#[test]
fn many_rows_have_the_ruler_on_both_sides() {
    let spans = |many: i32| -> String {
        let row = |year: i32| format!("{},{},Span {year},Work\n", 2000 + year, 2002 + year);
        std::iter::once("date,end,title,lane\n".to_owned()).chain((0..many).map(row)).collect()
    };
    let options = FigureOptions {
        lane_rows: Some(LaneRowRule::Staircase),
        eras: vec![EraOption {
            name: "Middle".into(),
            from: "2003".parse().ok(),
            to: "2005".parse().ok(),
        }],
        ..FigureOptions::default()
    };
    let (low, tall) = (drawn(&spans(6), &options), drawn(&spans(20), &options));
    assert_eq!(low.top_ruler, None);
    let top = tall.top_ruler.as_ref().expect("a second ruler");
    let labels = |ruler: &Ruler| -> Vec<String> {
        let cells = ruler.rows.iter().flat_map(|row| &row.cells);
        cells.filter_map(|cell| cell.label.as_ref()).map(|text| text.line.text.clone()).collect()
    };
    assert_eq!(labels(top), labels(&tall.ruler));
    assert_eq!((top.rect.x0, top.rect.x1), (tall.ruler.rect.x0, tall.ruler.rect.x1));
    assert!(top.rect.y1 <= tall.eras[0].label.y0 && tall.lanes[0].rect.y1 <= tall.ruler.rect.y0);
    assert_eq!(violations(&scene(&tall, 20)), vec![]);
}

/// A short era has its name reach over the grounds of its neighbours.
#[test]
fn no_ground_covers_the_name_of_an_era() {
    let eras = "date,end,title,kind\n1900,1949,Before,era\n1950,1951,Intermezzo,era\n\
        1952,2000,After,era\n1950,,Event,\n";
    let options = FigureOptions { width: Some(Length(300 * PX)), ..FigureOptions::default() };
    let figure = drawn(eras, &options);
    let short = &figure.eras[1];
    assert!(short.label.x1 > short.rect.x1 && short.name.len() == 1, "{:?}", short.label);
    let svg = String::from_utf8(render(&figure, Format::Svg, &RenderOptions::default()).unwrap())
        .unwrap();
    let first_name = svg.find(">Before</text>").unwrap();
    assert!(svg.rfind("class=\"ground\"").unwrap() < first_name);
}

#[test]
fn most_spans_make_lanes_and_few_do_not() {
    let spans = "date,end,title\n2001,2004,A\n2002,2006,B\n2003,,C\n";
    assert_eq!(drawn(spans, &FigureOptions::default()).lanes.len(), 3);
    let flags = FigureOptions { style: Some(LabelStyle::Flags), ..FigureOptions::default() };
    assert!(drawn(spans, &flags).lanes.is_empty());
    let points = "date,end,title\n2001,2004,A\n2002,,B\n2003,,C\n";
    assert!(drawn(points, &FigureOptions::default()).lanes.is_empty());
}

#[test]
fn rows_and_lanes_stand_in_the_order_that_is_asked_for() {
    let text = "date,end,title,lane\n2001,2009,Zoe,Z\n2002,2003,Ben,Z\n2002,2008,Max,Z\n\
        2000,2009,Anna,A\n2004,2005,None,\n";
    let rows = |sort: Sort| {
        let figure = drawn(text, &FigureOptions { sort: Some(sort), ..FigureOptions::default() });
        ["Zoe", "Ben", "Max"].map(|name| row(&figure, name))
    };
    assert_eq!(rows(Sort::Start), [0, 2, 1]);
    assert_eq!(rows(Sort::File), [0, 1, 2]);
    assert_eq!(rows(Sort::Name), [2, 0, 1]);
    assert_eq!(rows(Sort::Duration), [0, 2, 1]);
    let order = |order: &str| {
        let lane_order = Some(order.parse().unwrap());
        lanes(&drawn(text, &FigureOptions { lane_order, ..FigureOptions::default() }))
    };
    assert_eq!(order("start"), ["", "A", "Z"]);
    assert_eq!(order("file"), ["", "Z", "A"]);
    assert_eq!(order("name"), ["", "A", "Z"]);
    assert_eq!(order("Z"), ["", "Z", "A"]);
    let unknown =
        FigureOptions { lane_order: Some("Y".parse().unwrap()), ..FigureOptions::default() };
    let error = compose(&table(text), &unknown).unwrap_err().to_string();
    assert!(error.contains("no lane \"Y\"") && error.contains("\"A\", \"Z\""), "{error}");
}

#[test]
fn lanes_whose_names_hold_commas_are_ordered_in_quotes() {
    let text = "date,end,title,lane\n2001,2002,One,Wars\n2003,2004,Two,\"Peace, at last\"\n";
    let ordered = |order: &str| {
        let lane_order = Some(order.parse().unwrap());
        compose(&table(text), &FigureOptions { lane_order, ..FigureOptions::default() })
    };
    for order in ["\"Peace, at last\",Wars", "\"Peace, at last\""] {
        assert_eq!(lanes(&ordered(order).unwrap().0), ["Peace, at last", "Wars"]);
    }
    let error = ordered("Peace, at last,Wars").unwrap_err().to_string();
    assert!(error.contains("no lane \"Peace\"") && error.ends_with("must be in quotes"), "{error}");
    let names = ["Peace, at last", "Wars"].map(str::to_owned).into();
    let options =
        FigureOptions { lane_order: Some(LaneOrder::Named(names)), ..FigureOptions::default() };
    assert_eq!(lanes(&drawn(text, &options)), ["Peace, at last", "Wars"]);
}

#[test]
fn spans_of_one_name_are_one_thing_that_is_named_once() {
    let text = "date,end,title,category\n1885,1889,Cleveland,Democratic\n\
        1889,1893,Harrison,Republican\n1893,1897,Cleveland,Democratic\n1897,1901,Other,Else\n";
    let figure = drawn(text, &FigureOptions::default());
    let parts: Vec<&PlacedEvent> =
        figure.events.iter().filter(|event| event.title.ends_with("Cleveland")).collect();
    let lane = |part: &PlacedEvent| part.slot.unwrap().lane;
    assert_eq!(lane(parts[0]), lane(parts[1]));
    assert_eq!(parts.iter().map(|part| part.name.len()).sum::<usize>(), 1);
    assert_eq!(figure.lanes[lane(parts[0])].ties.len(), 1);
    let lane_rows = Some(LaneRowRule::Pack);
    let packed = drawn(text, &FigureOptions { lane_rows, ..FigureOptions::default() });
    let parts: Vec<&PlacedEvent> =
        packed.events.iter().filter(|event| event.title.ends_with("Cleveland")).collect();
    assert_eq!(parts[0].slot, parts[1].slot);
    assert_eq!(parts.iter().map(|part| part.name.len()).sum::<usize>(), 1);
    assert_eq!(packed.lanes[0].ties.len(), 1);
    assert_ne!(row(&packed, "Harrison"), parts[0].slot.unwrap().row);
}

#[test]
fn eras_and_markers_stand_behind_either_kind_of_figure() {
    let date = |text: &str| text.parse().unwrap();
    let (name, from, to) = ("The early days".into(), Some(date("2001")), Some(date("2004")));
    let eras = vec![EraOption { name, from, to }];
    let markers = vec![MarkerOption { name: "Turn".into(), date: date("2003-06-01") }];
    let options = FigureOptions { eras, markers, ..FigureOptions::default() };
    for text in [TERMS, "date,title\n2001,A\n2003-05-01,B\n2006,C\n"] {
        let figure = drawn(text, &options);
        let (era, marker) = (&figure.eras[0], &figure.markers[0]);
        assert_eq!(era.name[0].line.text, "The early days");
        assert!(era.rect.contains(&era.label), "{era:?}");
        let reach = marker.line.iter().flatten().map(|point| point.y);
        let (first, last) = (reach.clone().min().unwrap(), reach.max().unwrap());
        let middles = figure.events.iter().map(|event| event.label.y0);
        assert!(middles.clone().all(|y| first < y) && middles.max().unwrap() < last);
        let svg = render(&figure, Format::Svg, &RenderOptions::default()).unwrap();
        let svg = String::from_utf8(svg).unwrap();
        assert_eq!(svg.matches("class=\"era\"").count(), 1);
        assert_eq!(svg.matches("class=\"time-marker\"").count(), 1);
        assert!(svg.matches("class=\"obstacle\"").count() >= 2);
        assert!(figure.description.contains("Eras: 2001–2004: The early days."));
    }
}

#[test]
fn eras_and_markers_of_the_table_are_no_events() {
    let text = "date,end,title,kind\n2001,2003,Old,era\n2004,2006,New,era\n2003-05-06,,Cut,marker\n\
        2002,,A,\n2005,,B,\n";
    let figure = drawn(text, &FigureOptions::default());
    assert_ne!(figure.eras[0].tint, figure.eras[1].tint, "they touch");
    assert_eq!((figure.events.len(), figure.eras.len(), figure.markers.len()), (2, 2, 1));
    assert!(figure.eras.iter().all(|era| era.rect.y0 == figure.eras[0].rect.y0));
    let error = compose(&table(text)[..3], &FigureOptions::default()).unwrap_err().to_string();
    assert!(error.contains("add an event"), "{error}");
}

#[test]
fn a_name_beside_a_question_mark_keeps_away_from_the_next_mark() {
    // A random table, the smallest of its kind that the checker refused.
    let events = table(include_str!("unknown_end.csv"));
    let width = Some(Length(200 * PX));
    let options = FigureOptions { width, effort: Some(Effort::Fast), ..FigureOptions::default() };
    let (figure, _) = compose(&events, &options).unwrap();
    assert_eq!((figure.choice.form, figure.events.len()), ("lanes", events.len()));
}

#[test]
fn what_goes_on_has_room_by_the_time_that_is_shown() {
    let text = "date,title\n-0600,Old\n1799,A\n1854,B\n1861,C\nsince 1975,D\n2021,E\n";
    let last = |breaks: Vec<BreakChoice>| {
        let figure = drawn(text, &FigureOptions { breaks, ..FigureOptions::default() });
        figure.ruler.scale.hi().civil().0
    };
    assert!(last(Vec::new()) > 2150);
    assert!(last(vec![BreakChoice::Auto]) <= 2050, "the gap is not shown");
}

#[test]
fn today_is_marked_where_the_time_shown_holds_it() {
    let today = |day: &str| {
        let options =
            FigureOptions { today: Some(day.parse().unwrap()), ..FigureOptions::default() };
        drawn(TERMS, &options).markers.iter().map(|marker| marker.title.clone()).collect::<Vec<_>>()
    };
    assert_eq!(today("2004-05-06"), ["6 May 2004: Today"]);
    assert_eq!(today("2024-05-06"), Vec::<String>::new());
}

#[test]
fn importance_shows_in_text_and_mark() {
    let text = "date,title,lane,importance\n2001-01-01,Low,L,low\n2003-01-01,Mid,L,\n2005-01-01,Top,L,high\n";
    for text in [text.to_owned(), text.replace(",L,", ",,")] {
        let figure = drawn(&text, &FigureOptions::default());
        let sizes = ["Low", "Mid", "Top"].map(|name| {
            let event = named(&figure, name);
            (event.lines[event.name.start].line.style.size, event.mark.rect.width())
        });
        assert!(sizes[0] < sizes[1] && sizes[1] < sizes[2], "{sizes:?}");
        assert!(sizes[0].1 < sizes[1].1 && sizes[1].1 < sizes[2].1, "{sizes:?}");
    }
}

#[test]
fn links_are_followed_in_svg_and_pdf() {
    let text = "date,title,url\n2001,A,https://e.org/?a=1&b=\"é\n2003,B,mailto:a@e.org\n2005,C,\n";
    for style in [LabelStyle::Flags, LabelStyle::Lists] {
        let options = FigureOptions { style: Some(style), ..FigureOptions::default() };
        let figure = drawn(&text.replace('"', ""), &options);
        let svg =
            String::from_utf8(render(&figure, Format::Svg, &RenderOptions::default()).unwrap())
                .unwrap();
        assert_eq!(svg.matches("<a class=\"link\" href=\"").count(), 2);
        assert!(svg.contains("href=\"https://e.org/?a=1&amp;b=é\""), "{svg}");
        let pdf = render(&figure, Format::Pdf, &RenderOptions::default()).unwrap();
        let uri = b"/URI(https://e.org/?a=1&b=%C3%A9)";
        let compact: Vec<u8> = pdf.iter().copied().filter(|byte| *byte != b' ').collect();
        assert!(compact.windows(uri.len()).any(|part| part == uri));
    }
    let behind = "date,end,title,kind,url\n2001,2003,E,era,https://e.org/era\n\
        2002,,M,marker,https://e.org/mark\n2003,2004,F,era,\n2002,,Far away,,\n";
    let figure = drawn(behind, &FigureOptions::default());
    let svg = String::from_utf8(render(&figure, Format::Svg, &RenderOptions::default()).unwrap())
        .unwrap();
    for (class, address, name) in
        [("era-name", "era", ">E</text>"), ("time-marker", "mark", ">M</text>")]
    {
        let group = svg.split(&format!("class=\"{class}\"")).nth(1).unwrap();
        let link = group.split("</a>").next().unwrap();
        assert!(link.contains(&format!("href=\"https://e.org/{address}\"")), "{link}");
        assert!(link.contains(name), "{link}");
    }
    assert_eq!(svg.matches("<a class=\"link\"").count(), 2);
    let pdf = render(&figure, Format::Pdf, &RenderOptions::default()).unwrap();
    let compact: Vec<u8> = pdf.iter().copied().filter(|byte| *byte != b' ').collect();
    for uri in ["/URI(https://e.org/era)", "/URI(https://e.org/mark)"] {
        assert!(compact.windows(uri.len()).any(|part| part == uri.as_bytes()), "{uri}");
    }
    let mut event = table("date,title\n2001,A\n").remove(0);
    event.url = Some("javascript:alert(1)".into());
    let (figure, _) = compose(&[event], &FigureOptions::default()).unwrap();
    let svg = render(&figure, Format::Svg, &RenderOptions::default()).unwrap();
    assert!(!String::from_utf8(svg).unwrap().contains("javascript"));
}

#[test]
fn the_file_groups_a_lane_with_its_events() {
    let figure = drawn(TERMS, &FigureOptions::default());
    let svg = render(&figure, Format::Svg, &RenderOptions::default()).unwrap();
    let svg = String::from_utf8(svg).unwrap();
    let groups: Vec<&str> = svg.split("class=\"lane\"").skip(1).collect();
    assert_eq!(groups.len(), 2);
    let counts = groups.iter().map(|group| group.matches("class=\"event\"").count());
    assert_eq!(counts.collect::<Vec<_>>(), [3, 2]);
    assert!(groups[0].contains("data-x2=\"") && groups[0].contains("class=\"obstacle\""));
}

#[test]
fn in_a_given_height_the_important_keep_their_names() {
    let rows: String = (0..12)
        .map(|n| {
            let importance = ["low", "", "high"][n % 3];
            format!("{0}-01,{0}-12,Number {n} of many,Lane,{importance}\n", 2000 + n)
        })
        .collect();
    let events = table(&format!("date,end,title,lane,importance\n{rows}"));
    let full = compose(&events, &FigureOptions::default()).unwrap().0;
    assert_eq!(full.lanes[0].rows.len(), 12, "a staircase");
    // Rows are packed before dates go, and dates go before names.
    let tight = FigureOptions {
        lane_rows: Some(LaneRowRule::Pack),
        show: Some(Show::None),
        ..FigureOptions::default()
    };
    let packed = compose(&events, &tight).unwrap().0;
    assert!(packed.size.h < full.size.h);
    let at =
        |height: Sub| FigureOptions { height: Some(Length(height)), ..FigureOptions::default() };
    let (lower, notes) = compose(&events, &at(packed.size.h)).unwrap();
    let lines = |figure: &Figure| figure.events.iter().map(|event| event.lines.len()).collect();
    let (all, kept): (Vec<usize>, Vec<usize>) = (lines(&full), lines(&lower));
    assert_eq!(all, [2; 12], "names and dates");
    assert!(kept.contains(&1) && !kept.contains(&0) && notes.is_empty(), "{kept:?} {notes:?}");
    let (figure, notes) = compose(&events, &at(packed.size.h - 30 * PX)).unwrap();
    let height = Some(Length(packed.size.h - 30 * PX));
    assert_eq!(Some(Length(figure.size.h)), height);
    let without = figure.events.iter().filter(|event| event.lines.is_empty());
    let without: Vec<&str> = without.map(|event| event.title.as_str()).collect();
    assert!(!without.is_empty() && without.len() < 8, "{without:?}");
    assert!(without.iter().all(|title| !title.contains("Number 2 ")), "{without:?}");
    assert!(notes[0].to_string().contains("a mark but no label"), "{notes:?}");
    let low = FigureOptions { height: Some(Length(60 * PX)), ..FigureOptions::default() };
    let error = compose(&events, &low).unwrap_err().to_string();
    assert!(error.contains("too low for this figure"), "{error}");
}

fn words() -> impl Strategy<Value = String> {
    let word = "[A-Za-zé]{1,12}|[0-9]{1,4}";
    prop::collection::vec(word, 1..9).prop_map(|words| words.join(" "))
}

/// Spans and points in lanes or none, eras and markers, some of them uncertain.
pub(crate) fn event() -> impl Strategy<Value = Event> {
    let long = prop_oneof![3 => (0i64..30).prop_map(Some), 1 => Just(None)];
    let date = (1900i64..2020, 1u32..13, 1u32..29);
    let kind =
        prop_oneof![12 => Just(None), 1 => Just(Some(Kind::Era)), 1 => Just(Some(Kind::Marker))];
    let importance =
        prop_oneof![Just(Importance::MINOR), Just(Importance::NORMAL), Just(Importance::MAJOR)];
    let shape = (date, long, 0u8..8, kind, importance);
    let lane = prop::option::of("[A-E]|Long name of a lane");
    let told = (words(), lane, prop::option::of("[A-H]"), prop::option::weighted(0.2, words()));
    (shape, told).prop_map(|(shape, (name, lane, category, detail))| {
        let ((year, month, day), long, form, kind, importance) = shape;
        let start = match form {
            0 => format!("{year}"),
            1 => format!("c. {year}"),
            2 => format!("{year}?"),
            3 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        let end = long.map(|long| match form {
            4 => "..".to_owned(),
            5 => "unknown".to_owned(),
            _ => format!("{}-{month:02}-{day:02}", year + long + 1),
        });
        let end = end.map(|end| end.parse().unwrap());
        let span = if end.is_some() { Kind::Span } else { Kind::Point };
        let kind = kind.unwrap_or(span);
        let start = start.parse().unwrap();
        let on = (end.is_none() && form > 5).then(|| "Sure".to_owned());
        Event { end, lane, category, detail, kind, importance, on, ..Event::new(start, name) }
    })
}

fn overlap(a: [Sub; 2], b: [Sub; 2]) -> bool {
    a[0] < b[1] && b[0] < a[1]
}

/// No two things of a row overlap, and rows are at least as many as things overlap at one place; if
/// packed, no more.
fn check_rows(figure: &Figure, is_packed: bool) -> Result<(), TestCaseError> {
    for lane in &figure.lanes {
        // Parts of one thing share their slot.
        let mut things: Vec<(usize, [Sub; 2])> = Vec::new();
        let mut slots = BTreeMap::new();
        for &index in &lane.members {
            let event = &figure.events[index];
            let slot = event.slot.unwrap();
            if slot.is_milestone {
                continue;
            }
            // Parts may differ in what stands behind the name.
            let name = event.title.split_once(": ").map(|(_, told)| told.split(". ").next());
            if slots.insert((slot.row, slot.room, name), index).is_none() {
                things.push((slot.row, slot.room));
            }
        }
        for (index, (row, room)) in things.iter().enumerate() {
            for (other, with) in &things[..index] {
                prop_assert!(row != other || !overlap(*room, *with), "{room:?} {with:?}");
            }
        }
        let over = |x: Sub| things.iter().filter(|(_, room)| room[0] <= x && x < room[1]).count();
        let most = things.iter().map(|(_, room)| over(room[0])).max();
        prop_assert!(Some(lane.rows.len()) >= most && lane.rows.len() <= things.len());
        prop_assert!(!is_packed || Some(lane.rows.len()) == most);
    }
    Ok(())
}

/// Every name is told whole, inside the canvas, in a colour that stands out.
fn check_names(figure: &Figure, events: &[Event]) -> Result<(), TestCaseError> {
    let packed = |text: &str| text.replace(' ', "");
    let told: Vec<String> = figure
        .events
        .iter()
        .map(|event| {
            event.lines[event.name.clone()].iter().map(|line| packed(&line.line.text)).collect()
        })
        .collect();
    for event in events.iter().filter(|event| matches!(event.kind, Kind::Point | Kind::Span)) {
        prop_assert!(told.contains(&packed(&event.name)), "{}", event.name);
    }
    let canvas = Rect { x0: 0, y0: 0, x1: figure.size.w, y1: figure.size.h };
    for event in &figure.events {
        for line in &event.lines {
            prop_assert!(canvas.contains(&line.rect()), "{}", line.line.text);
            let is_inside = event.mark.rect.contains(&line.rect());
            let is_hollow = event.mark.uncertainty.is_uncertain;
            let ground = if is_inside && !is_hollow {
                figure.theme.bar(event.hue)
            } else {
                figure.theme.era(0)
            };
            prop_assert!(line.colour.contrast(ground) >= 4.2, "{}", line.line.text);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, max_shrink_iters: 200, ..ProptestConfig::default() })]
    #[test]
    fn random_spans_are_sound_in_lanes(
        mut events in prop::collection::vec(event(), 1..50),
        width in 160..1300,
        style in prop_oneof![3 => Just(None), 1 => Just(Some(LabelStyle::Flags))],
        sort in prop::sample::select(vec![Sort::Start, Sort::File, Sort::Duration, Sort::Name]),
        is_broken in any::<bool>(),
        (lane_rows, show) in (
            prop::option::of(prop::sample::select(LaneRowRule::ALL.map(|one| one.0).to_vec())),
            prop::option::of(prop::sample::select(Show::ALL.map(|one| one.0).to_vec())),
        ),
    ) {
        // One is a span in a lane, whatever the others are.
        events.push(Event {
            end: Some("1990".parse().unwrap()),
            lane: Some("A".into()),
            kind: Kind::Span,
            ..Event::new("1980".parse().unwrap(), "Sure")
        });
        let breaks = if is_broken { vec![BreakChoice::Auto] } else { Vec::new() };
        let width = Some(Length(width * PX));
        let options = FigureOptions {
            width, style, sort: Some(sort), breaks, lane_rows, show, ..FigureOptions::default()
        };
        let (figure, _) = compose(&events, &options)
            .map_err(|error| TestCaseError::fail(error.to_string()))?;
        let count = events.iter().filter(|one| matches!(one.kind, Kind::Point | Kind::Span)).count();
        prop_assert_eq!(violations(&scene(&figure, count)), vec![]);
        prop_assert!(!figure.lanes.is_empty() && figure.events.len() == count);
        check_rows(&figure, lane_rows == Some(LaneRowRule::Pack))?;
        check_names(&figure, &events)?;
    }

    #[test]
    fn flags_keep_clear_of_eras_and_markers(
        mut events in prop::collection::vec(event(), 1..25),
        width in 300..1300,
    ) {
        events.push(Event::new("1980".parse().unwrap(), "Sure"));
        for event in &mut events {
            event.lane = None;
            if event.kind == Kind::Span {
                (event.kind, event.end) = (Kind::Point, None);
            }
        }
        let options = FigureOptions { width: Some(Length(width * PX)), ..FigureOptions::default() };
        let (figure, _) = compose(&events, &options)
            .map_err(|error| TestCaseError::fail(error.to_string()))?;
        let count = events.iter().filter(|event| event.kind == Kind::Point).count();
        prop_assert_eq!(violations(&scene(&figure, count)), vec![]);
        prop_assert!(figure.lanes.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 50, ..ProptestConfig::default() })]
    #[test]
    fn random_spans_are_sound_in_vertical_lanes(
        mut events in prop::collection::vec(event(), 1..30),
        width in 300..1300,
        show in prop::option::of(prop::sample::select(Show::ALL.map(|one| one.0).to_vec())),
    ) {
        events.push(Event { lane: Some("A".into()), ..Event::new("1980".parse().unwrap(), "Sure") });
        let width = Some(Length(width * PX));
        let orientation = Some(Axis::Vertical);
        let options = FigureOptions { width, orientation, show, ..FigureOptions::default() };
        if let Ok((figure, _)) = compose(&events, &options) {
            check_rows(&figure, true)?;
            check_names(&figure, &events)?;
        }
    }
}

/// Letters that join without end, in names of events, of lanes and of categories.
#[test]
fn a_character_without_end_is_cut_and_a_wider_figure_is_told() {
    for joined in ["\u{1F469}\u{200D}", "\u{915}\u{94D}", "\u{1100}", "\u{600}"] {
        let name = joined.repeat(80);
        let text = format!(
            "date,end,title,lane,category\n2000,2001,{name},{name},{name}\n2001,2003,b,c,d\n"
        );
        for width in [120.0, 624.0] {
            let width = Length(annals::geometry::px(width));
            let options = FigureOptions { width: Some(width), ..FigureOptions::default() };
            let (figure, notes) = compose(&table(&text), &options).unwrap();
            let is_told = notes.iter().any(|note| note.to_string().contains("px wide"));
            assert_eq!(figure.size.w > width.0, is_told, "{joined:?}: {notes:?}");
            assert!(figure.size.w <= 624 * PX, "{joined:?}");
        }
    }
}

/// Where a single letter is wider than the figure, that is wider than asked, and a note says so.
#[test]
fn a_letter_too_wide_for_its_figure_widens_it_with_a_note() {
    let wide = |hmtx: Vec<u8>| [60_000_u16.to_be_bytes(), [0, 0]].concat().repeat(hmtx.len() / 4);
    let font = crate::remapped_font::font("Wide", 600, "אבג");
    let font = crate::remapped_font::altered(&font, b"hmtx", wide);
    let face = std::sync::Arc::new(annals::text::Face::new(std::sync::Arc::new(font), 0).unwrap());
    let options = FigureOptions { faces: vec![face], ..FigureOptions::default() };
    for text in [
        "date,end,title,lane\n2000,2001,אב,A\n2001,2003,b,B\n",
        "date,end,title,lane\n2000,2001,a,אב\n2001,2003,b,B\n",
    ] {
        let (figure, notes) = compose(&table(text), &options).unwrap();
        assert!(figure.size.w > 624 * PX, "{text}");
        assert!(notes.iter().any(|note| note.to_string().contains("px wide")), "{notes:?}");
    }
}

/// Where all of an event is told in a narrow lane, its text is longer than the ruler beside it.
#[test]
fn a_text_longer_than_its_ruler_is_on_the_canvas() {
    let long = "word ".repeat(60);
    let events = table(&format!("date,title,description,lane\n1900,A,,L\n2000,B,{long},M\n"));
    let options = FigureOptions {
        style: Some(LabelStyle::Flags),
        orientation: Some(Axis::Vertical),
        width: "250px".parse().ok(),
        ..FigureOptions::default()
    };
    let (figure, notes) = compose(&events, &options).unwrap();
    let named = |figure: &Figure| figure.events.iter().filter(|event| !event.is_left_out).count();
    assert_eq!((named(&figure), notes.len()), (2, 0));
    let low = FigureOptions { height: "320px".parse().ok(), ..options };
    assert_eq!(named(&compose(&events, &low).unwrap().0), 1);
}
