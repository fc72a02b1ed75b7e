//! A height asked for: labels make way by importance, every event keeps its mark and is counted.

use annals::event::Importance;
use annals::geometry::{px, to_px};
use annals::options::{BreakChoice, LabelStyle, Preset};
use annals::{
    Error, Event, Figure, FigureOptions, Format, Note, ReadOptions, RenderOptions, compose,
    read_table, render,
};
use proptest::prelude::*;

fn table(text: &str) -> Vec<Event> {
    read_table(text.as_bytes(), &ReadOptions::default()).unwrap().events
}

fn options(height: u32) -> FigureOptions {
    FigureOptions {
        height: Some(format!("{height}px").parse().unwrap()),
        ..FigureOptions::default()
    }
}

fn drawn(events: &[Event], height: u32) -> (Figure, Vec<Note>) {
    compose(events, &options(height)).unwrap()
}

/// How many events the figure names, and how many its lists count besides.
fn counts(figure: &Figure) -> (usize, usize) {
    let named = figure.events.iter().filter(|event| !event.is_left_out);
    assert!(named.clone().all(|event| !event.lines.is_empty()));
    let words = figure.lists.iter().flat_map(|list| &list.more).map(|line| &line.line.text);
    let number = |text: &String| -> Option<usize> {
        text.strip_prefix('+')?.strip_suffix(" more")?.parse().ok()
    };
    (named.count(), words.filter_map(number).sum())
}

#[test]
fn a_lower_figure_names_fewer_and_counts_the_rest() {
    let events = table(include_str!("../../data/gallery/releases.csv"));
    let mut before = 0;
    for height in [170, 210, 240, 280, 320, 500] {
        let (figure, notes) = drawn(&events, height);
        assert_eq!(figure.size.h, px(f64::from(height)));
        let (named, counted) = counts(&figure);
        assert_eq!(named + counted, events.len(), "{height} px");
        assert!(named >= before, "{height} px: {named} after {before}");
        before = named;
        let told =
            notes.iter().any(|note| note.to_string().starts_with(&format!("{counted} event")));
        assert_eq!(told, counted > 0, "{notes:?}");
        let svg = render(&figure, Format::Svg, &RenderOptions::default()).unwrap();
        let svg = String::from_utf8(svg).unwrap();
        assert_eq!(svg.matches("data-dropped=\"true\"").count(), counted);
        assert_eq!(svg.matches("class=\"event\"").count(), events.len());
    }
    assert_eq!(before, events.len());
}

#[test]
fn a_figure_higher_than_a_page_says_so() {
    let events = table(include_str!("../../data/gallery/nobel.csv"));
    let lists = FigureOptions { style: Some(LabelStyle::Lists), ..FigureOptions::default() };
    let (figure, notes) = compose(&events, &lists).unwrap();
    let high = to_px(figure.size.h);
    assert!(high > 930.0);
    let note = format!("the figure is {high:.0} px high, more than the 930 px of a page; ");
    assert!(notes.iter().any(|told| told.to_string().starts_with(&note)), "{notes:?}");
    let (_, notes) = drawn(&events, 600);
    assert!(notes.iter().all(|note| !note.to_string().contains("of a page")), "{notes:?}");
    let events = table(include_str!("../../data/gallery/missions.csv"));
    let is_told = |size: Preset| {
        let style = (size != Preset::Report).then_some(LabelStyle::Lists);
        let options = FigureOptions { size: Some(size), style, ..FigureOptions::default() };
        let (_, notes) = compose(&events, &options).unwrap();
        notes.iter().any(|note| note.to_string().contains(size.page().1))
    };
    // A slide is filled, and no higher.
    assert!(!is_told(Preset::Report) && !is_told(Preset::Slide) && is_told(Preset::Column));
}

#[test]
fn the_important_keep_their_names() {
    let row = |n: u32| {
        let importance = ["low", "normal", "high"][(n % 3) as usize];
        format!("{},Event number {n},{importance}\n", 1900 + n)
    };
    let rows: String = (0..90).map(row).collect();
    let events = table(&format!("date,title,importance\n{rows}"));
    let (figure, _) = drawn(&events, 200);
    let importance = |name: &str| {
        let found = events.iter().find(|event| name.ends_with(&event.name));
        found.map_or(Importance::NORMAL, |event| event.importance)
    };
    let named = |is_left_out: bool| {
        let some = figure.events.iter().filter(move |event| event.is_left_out == is_left_out);
        some.map(|event| importance(&event.title)).collect::<Vec<_>>()
    };
    let (kept, out) = (named(false), named(true));
    assert!(!kept.is_empty() && !out.is_empty());
    assert!(kept.iter().min() >= out.iter().max(), "{kept:?} {out:?}");
}

#[test]
fn too_low_a_figure_is_refused_with_the_height_it_needs() {
    let events = table(include_str!("../../data/pakistan-russia.csv"));
    for style in [LabelStyle::Auto, LabelStyle::Flags, LabelStyle::Lists] {
        let options = |height: u32| FigureOptions {
            style: Some(style),
            source: Some("A source".into()),
            title: Some("A title".into()),
            ..options(height)
        };
        let error = compose(&events, &options(120)).unwrap_err();
        assert!(matches!(error, Error::Options(_)), "{error}");
        let message = error.to_string();
        let needed = message.split("give it ").nth(1).unwrap().split(' ').next().unwrap();
        let (figure, _) = compose(&events, &options(needed.parse().unwrap())).unwrap();
        assert_eq!(format!("{}", figure.size.h / 64), needed, "{style:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn any_height_is_kept_or_refused(
        days in prop::collection::vec((0..900, 0..3usize, 3..40usize), 1..60),
        height in 120_u32..500,
    ) {
        let row = |&(day, rank, long): &(i32, usize, usize)| {
            let (month, of_month) = (day / 28 % 12 + 1, day % 28 + 1);
            let importance = ["low", "normal", "high"][rank];
            format!("{}-{month:02}-{of_month:02},{},{importance}\n", 2000 + day / 336, "name ".repeat(long / 5 + 1))
        };
        let rows: String = days.iter().map(row).collect();
        let events = table(&format!("date,title,importance\n{rows}"));
        match compose(&events, &options(height)) {
            Ok((figure, _)) => {
                prop_assert_eq!(figure.size.h, px(f64::from(height)));
                let (named, counted) = counts(&figure);
                // Rows of a chronicle are left out one by one, labels are counted where they would be.
                let left_out = figure.events.iter().filter(|event| event.is_left_out).count();
                prop_assert!([counted, left_out].iter().any(|out| named + out == events.len()));
            }
            Err(Error::Options(faults)) => {
                prop_assert!(faults[0].message.to_string().contains("is too low"));
            }
            Err(error) => prop_assert!(false, "{}", error),
        }
    }
}

/// How many events have no label in that width.
fn unlabelled(events: &[Event], width: u32, height: u32) -> Option<usize> {
    let options = FigureOptions {
        width: Some(format!("{width}px").parse().unwrap()),
        style: Some(LabelStyle::Lists),
        ..options(height)
    };
    let (figure, _) = compose(events, &options).ok()?;
    Some(events.len() - counts(&figure).0)
}

/// What has room on a short ruler has it on a long one.
#[test]
fn a_wider_figure_loses_no_label() {
    let mut state = 7_u32;
    let mut below = |end: u32| {
        state = state.wrapping_mul(1_103_515_245).wrapping_add(12345);
        (state >> 12) % end
    };
    for number in 0..24 {
        let row = |_| {
            let (year, long) = (1900 + below(100), below(7));
            format!(
                "{year},name {},{}\n",
                "of it ".repeat(long as usize),
                ["", "low"][year as usize % 2]
            )
        };
        let rows: String = (0..6 + number).map(row).collect();
        let events = table(&format!("date,title,importance\n{rows}"));
        let height = 140 + below(160);
        let lost = [500, 800, 1300, 3000].map(|width| unlabelled(&events, width, height));
        let lost: Vec<usize> = lost.into_iter().flatten().collect();
        assert!(lost.is_sorted_by(|a, b| a >= b), "table {number} at {height} px: {lost:?}");
    }
}

/// Along a ruler, too: signs of breaks that would leave it no room are refused.
#[test]
fn breaks_that_take_the_ruler_are_refused() {
    let events = table("date,end,title\n1900,2029-01,A\nY2261E9,,B\n");
    let drawn = |width: &str| {
        let (width, breaks) = (width.parse().ok(), vec![BreakChoice::Auto]);
        let size = "page".parse().ok();
        compose(&events, &FigureOptions { width, breaks, size, ..FigureOptions::default() })
    };
    let Err(Error::Options(faults)) = drawn("120px") else { panic!("not refused") };
    let message = faults[0].message.to_string();
    assert!(message.contains("`break`") && message.contains("draw a larger figure"), "{message}");
    assert!(drawn("500px").is_ok());
}
