//! Figures in which time runs downwards: the same rules with the axes exchanged.

use annals::check::violations;
use annals::compose::scene;
use annals::event::Kind;
use annals::figure::Text;
use annals::geometry::{Axis, PX, Rect, px};
use annals::layout::Side;
use annals::options::{BreakChoice, LabelStyle, Length, Ticks};
use annals::{
    Error, Event, Figure, FigureOptions, Format, ReadOptions, RenderOptions, compose, read_table,
    render,
};
use proptest::prelude::*;

fn table(text: &str) -> Vec<Event> {
    read_table(text.as_bytes(), &ReadOptions::default()).unwrap().events
}

fn vertical() -> FigureOptions {
    FigureOptions { orientation: Some(Axis::Vertical), ..FigureOptions::default() }
}

fn drawn(events: &[Event], options: &FigureOptions) -> Figure {
    compose(events, options).unwrap().0
}

#[test]
fn time_runs_downwards_and_labels_stand_beside_the_ruler() {
    let events = table(include_str!("../../data/pakistan-russia.csv"));
    let figure = drawn(&events, &vertical());
    let rect = figure.ruler.rect;
    assert!(figure.axis == Axis::Vertical && figure.size.w == px(624.0));
    for event in &figure.events {
        let place = figure.ruler.scale.place(event.at, rect.y0, rect.y1);
        assert_eq!(event.leader[0].y, place, "a leader begins at its date");
        let Rect { x0, x1, .. } = event.mark.rect;
        let edge = if event.side == Side::Above { rect.x0 } else { rect.x1 };
        assert!(x0 <= edge && edge <= x1, "a mark is on the edge of the ruler");
        match event.side {
            Side::Above => assert!(event.label.x1 <= rect.x0),
            Side::Below => assert!(event.label.x0 >= rect.x1),
        }
    }
    for side in Side::BOTH {
        let own = figure.events.iter().filter(|event| event.side == side);
        let tops: Vec<i32> = own.map(|event| event.label.y0).collect();
        assert!(!tops.is_empty() && tops.is_sorted(), "labels of a side are in order: {tops:?}");
    }
}

#[test]
fn lists_stand_at_their_bracket_over_exactly_their_dates() {
    let events = table(include_str!("../../data/gallery/releases.csv"));
    let figure = drawn(&events, &FigureOptions { style: Some(LabelStyle::Lists), ..vertical() });
    let rect = figure.ruler.rect;
    assert!(figure.lists.len() > 4);
    for list in &figure.lists {
        let members = &figure.events[list.members.clone()];
        let place = |at| figure.ruler.scale.place(at, rect.y0, rect.y1);
        let ends = [place(members[0].at), place(members[members.len() - 1].at)];
        let over = [ends[0] - list.bracket[0].y, list.bracket[1].y - ends[1]];
        assert!(over.iter().all(|over| (0..=figure.sizes.dot).contains(over)), "{over:?}");
        let tops: Vec<i32> = members.iter().map(|event| event.label.y0).collect();
        assert!(tops.is_sorted(), "rows read downwards in time: {tops:?}");
    }
}

#[test]
fn the_file_tells_places_down_the_page() {
    let events = table(include_str!("../../data/gallery/vinland.csv"));
    let options = FigureOptions { breaks: vec![BreakChoice::Auto], ..vertical() };
    let svg = render(&drawn(&events, &options), Format::Svg, &RenderOptions::default()).unwrap();
    let svg = String::from_utf8(svg).unwrap();
    let group = |class: &str| {
        let at = svg.find(&format!("class=\"{class}\"")).unwrap();
        svg[at..].split('>').next().unwrap().to_owned()
    };
    assert!(group("axis").contains("data-x=\"") && group("axis").contains("data-x2=\""));
    assert!(group("break").contains("data-y=\"") && group("break").contains("data-y2=\""));
    assert!(group("event").contains("data-y=\"") && !group("event").contains("data-x=\""));
}

#[test]
fn a_height_is_kept_and_what_has_no_room_is_counted() {
    let events = table(include_str!("../../data/gallery/releases.csv"));
    for height in [250, 400, 900] {
        let asked = Some(format!("{height}px").parse().unwrap());
        let figure = drawn(&events, &FigureOptions { height: asked, ..vertical() });
        assert_eq!(figure.size.h, px(f64::from(height)));
        let out = figure.events.iter().filter(|event| event.is_left_out).count();
        assert_eq!(out > 0, height < 600, "{out} at {height} px");
    }
    let low = FigureOptions { height: Some("120px".parse().unwrap()), ..vertical() };
    let Err(Error::Options(faults)) = compose(&events, &low) else { panic!("it cannot fit") };
    let message = faults[0].message.to_string();
    assert!(message.contains("120 px is too low"), "{message}");
}

#[test]
fn flags_alone_where_they_are_asked_for() {
    let events = table(include_str!("../../data/gallery/releases.csv"));
    let figure = drawn(&events, &FigureOptions { style: Some(LabelStyle::Flags), ..vertical() });
    assert!(figure.lists.is_empty());
}

#[test]
fn dates_too_close_for_flags_share_a_list_after_all() {
    let events = table("date,title\n1991-08-27,q\n1987-12-18,g\n1991-08-26,j\n1991-08-25,q\n");
    let figure = drawn(&events, &FigureOptions { style: Some(LabelStyle::Flags), ..vertical() });
    assert_eq!(figure.lists.len(), 1);
}

/// Too close for poles of their own beside a long time, they are in longer lists than others.
#[test]
fn dates_too_close_for_two_lists_a_side_find_room() {
    let day = |n: u32| format!("1900-{:02}-{:02},Event {n}\n", n / 28 + 1, n % 28 + 1);
    let rows: String = (0..50).map(day).collect();
    let figure = drawn(&table(&format!("date,title\n{rows}2090,Last\n")), &vertical());
    let named = figure.events.iter().filter(|event| !event.is_left_out).count();
    assert_eq!((figure.size.w, named), (px(624.0), 51));
}

/// The cells asked for need a longer ruler than the width suggests, which a height gives them.
#[test]
fn a_height_has_room_for_the_cells_that_ask_for_it() {
    let rows: String = (0..20).map(|n| format!("{},Event {n}\n", 1000 + 10 * n)).collect();
    let drawn = |height: Option<&str>| {
        let (width, ticks) = ("350px".parse().ok(), Some(Ticks::Year));
        let height = height.map(|height| height.parse().unwrap());
        let style = Some(LabelStyle::Chronicle);
        let options = FigureOptions { width, height, ticks, style, ..FigureOptions::default() };
        compose(&table(&format!("date,title\n{rows}")), &options)
    };
    let refusal = drawn(None).map(|_| ()).unwrap_err().to_string();
    assert!(
        refusal.contains("need a time axis 3096 px high; give a greater `height`"),
        "{refusal}"
    );
    assert!(drawn(Some("4000px")).is_ok());
}

/// Styles that a vertical figure may have.
fn style() -> impl Strategy<Value = LabelStyle> {
    let all = LabelStyle::ALL.map(|style| style.0).into_iter();
    prop::sample::select(all.filter(|style| *style != LabelStyle::Density).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]
    /// The figure's own check runs in composing.
    #[test]
    fn any_table_is_drawn_without_a_collision(
        days in prop::collection::vec((0..400, 1..60usize, any::<bool>()), 1..70),
        width in 250_u32..1300,
        style in style(),
    ) {
        let row = |&(day, long, has_detail): &(i32, usize, bool)| {
            let (month, of_month) = (day / 28 % 12 + 1, day % 28 + 1);
            let detail = if has_detail { "a detail or two" } else { "" };
            let name = "name ".repeat(long / 5 + 1);
            format!("{}-{month:02}-{of_month:02},{name},{detail}\n", 2000 + day / 336)
        };
        let mut rows: Vec<String> = days.iter().map(row).collect();
        let width = Some(format!("{width}px").parse().unwrap());
        let options = FigureOptions { width, style: Some(style), ..vertical() };
        let all = |rows: &[String]| table(&format!("date,title,description\n{}", rows.concat()));
        match compose(&all(&rows), &options) {
            Ok((figure, _)) => {
                prop_assert_eq!(figure.events.len(), days.len());
                rows.reverse();
                let (other, _) = compose(&all(&rows), &options).unwrap();
                let bytes = |figure| render(figure, Format::Svg, &RenderOptions::default()).unwrap();
                prop_assert!(bytes(&figure) == bytes(&other), "the order of rows does not matter");
            }
            Err(error @ Error::Options(_)) => {
                let message = error.to_string();
                prop_assert!(message.contains("find no room"), "{}", message);
            }
            Err(error) => prop_assert!(false, "{}", error),
        }
    }
}

/// What a random table may be refused for.
const REFUSALS: [&str; 4] =
    ["too low", "find no room", "labels need a figure", "no room on a time axis"];

/// Marks, eras and markers are at their dates down the page, and all is on the canvas.
fn check_downwards(figure: &Figure) -> Result<(), TestCaseError> {
    let rulers: Vec<_> = figure.rulers().collect();
    let ends = |column: usize| Axis::Vertical.span(&rulers[column].rect);
    let place = |column: usize, at| {
        let [top, bottom] = ends(column);
        rulers[column].scale.place(at, top, bottom)
    };
    let canvas = Rect { x0: 0, y0: 0, x1: figure.size.w, y1: figure.size.h };
    for event in &figure.events {
        // Bars that touch keep some separators between them.
        let mark = event.mark.rect.grown(3 * figure.sizes.separator);
        prop_assert!(
            (mark.y0..=mark.y1).contains(&place(event.column.unwrap_or(0), event.at)),
            "{}",
            event.title
        );
        let text = event.lines.iter().map(Text::rect);
        for rect in text.chain([event.mark.rect]) {
            prop_assert!(canvas.contains(&rect), "{}: {rect:?}", event.title);
        }
    }
    for marker in &figure.markers {
        let ends = marker.line.iter().flatten();
        prop_assert!(
            ends.clone().all(|end| end.y == place(marker.column, marker.at)),
            "{}",
            marker.title
        );
    }
    for era in &figure.eras {
        let [top, bottom] = ends(era.column);
        prop_assert!(top <= era.rect.y0 && era.rect.y1 <= bottom, "{}", era.title);
        // Eras that touch meet half way.
        let gap = figure.sizes.gap;
        let [first, last] = [place(era.column, era.lo) + gap, place(era.column, era.hi) - gap];
        prop_assert!(era.rect.y0 <= first && last <= era.rect.y1, "{}", era.title);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, max_shrink_iters: 100, ..ProptestConfig::default() })]
    #[test]
    fn lanes_eras_and_markers_run_downwards(
        mut events in prop::collection::vec(crate::lanes::event(), 1..30),
        in_lanes in any::<bool>(),
        width in 260..1300,
        height in prop::option::of(250..1600),
        is_broken in any::<bool>(),
    ) {
        if !in_lanes {
            events.iter_mut().for_each(|event| event.lane = None);
        }
        events.push(Event::new("1980".parse().unwrap(), "Sure"));
        let breaks = if is_broken { vec![BreakChoice::Auto] } else { Vec::new() };
        let [width, height] = [Some(width), height].map(|side| side.map(|px| Length(px * PX)));
        let options = FigureOptions { width, height, breaks, ..vertical() };
        let count = events.iter().filter(|one| matches!(one.kind, Kind::Point | Kind::Span)).count();
        match compose(&events, &options) {
            Ok((figure, _)) => {
                prop_assert_eq!(violations(&scene(&figure, count)), vec![]);
                prop_assert_eq!(figure.events.len(), count);
                prop_assert!(height.is_none_or(|height| figure.size.h == height.0));
                check_downwards(&figure)?;
            }
            Err(error @ Error::Options(_)) => {
                let message = error.to_string();
                prop_assert!(REFUSALS.iter().any(|part| message.contains(part)), "{}", message);
            }
            Err(error) => prop_assert!(false, "{}", error),
        }
    }

    #[test]
    fn what_is_drawn_without_a_height_is_drawn_in_its_own(
        mut events in prop::collection::vec(crate::lanes::event(), 1..25),
        in_lanes in any::<bool>(),
        width in 300..1000,
        style in style(),
    ) {
        if !in_lanes {
            events.iter_mut().for_each(|event| event.lane = None);
        }
        events.push(Event::new("1980".parse().unwrap(), "Sure"));
        let options = FigureOptions {
            width: Some(Length(width * PX)),
            style: Some(style),
            ..vertical()
        };
        if let Ok((figure, _)) = compose(&events, &options) {
            let height = Some(Length(figure.size.h));
            let (same, _) = compose(&events, &FigureOptions { height, ..options })
                .map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert_eq!(same.size.h, figure.size.h);
            prop_assert!(same.events.iter().all(|event| !event.is_left_out));
        }
    }
}
