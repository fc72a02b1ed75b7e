//! Rules that hold for every picture, tried on random tables: nothing collides, every event is
//! drawn, the order of the rows does not matter.

use annals::check::violations;
use annals::compose::scene;
use annals::date::{Bound, Date, Parts};
use annals::figure::PlacedEvent;
use annals::options::{BreakChoice, Length, Scaling};
use annals::{Event, FigureOptions, Format, RenderOptions, compose, render};
use proptest::prelude::*;

/// Dates of every precision, crowded and spread.
fn date() -> impl Strategy<Value = String> {
    let year = prop_oneof![-300i64..2100, 1990i64..2030, Just(2010i64)];
    let full = |year: i64| if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") };
    prop_oneof![
        year.clone().prop_map(full),
        (year.clone(), 1..13).prop_map(move |(y, m)| format!("{}-{m:02}", full(y))),
        (year, 1..13, 1..29).prop_map(move |(y, m, d)| format!("{}-{m:02}-{d:02}", full(y))),
        Just("2010-03-12".to_owned()),
        (0..24, 0..60).prop_map(|(h, m)| format!("2010-03-12T{h:02}:{m:02}")),
    ]
}

fn words(most: usize) -> impl Strategy<Value = String> {
    let word = "[A-Za-zé]{1,12}|\\$[0-9]{1,3}|[a-z]{20,60}";
    prop::collection::vec(word, 1..most).prop_map(|words| words.join(" "))
}

fn event() -> impl Strategy<Value = Event> {
    let detail = prop::option::weighted(0.3, words(16));
    let category = prop::option::of("[A-H]");
    let end = prop::option::weighted(0.15, 0i64..40);
    let parts = (date(), words(8), detail, category, end, doubt());
    parts.prop_map(|(start, name, detail, category, end, doubt)| {
        let mut start: Date = start.parse().expect("a date of the strategy's own");
        let year = start.lo().expect("bounded").civil().0;
        let end = end.map(|years| format!("{:+05}", year + years + 1));
        let end = end.map(|end| end.replace("+", "").parse().expect("a year"));
        let doubted = Parts { year: true, ..Parts::default() };
        match doubt {
            1 => start.approximate = doubted,
            2 => start.uncertain = doubted,
            3 => start.hi = Bound::Open,
            4 => start.hi = Bound::Unknown,
            5 if end.is_none() => start.lo = Bound::Unknown,
            _ => {}
        }
        Event { detail, category, end, ..Event::new(start, name) }
    })
}

/// Which doubt a date has, most often none.
fn doubt() -> impl Strategy<Value = u8> {
    prop_oneof![4 => Just(0u8), 1 => 1u8..6]
}

pub(crate) fn table(most: usize) -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(event(), 1..=most)
}

/// Draws the table at a width and checks it.
fn check(events: &[Event], width: i32) -> Result<(), TestCaseError> {
    check_as(events, &FigureOptions { width: Some(Length(width * 64)), ..FigureOptions::default() })
}

/// Draws the table as asked and checks it.
pub(crate) fn check_as(events: &[Event], options: &FigureOptions) -> Result<(), TestCaseError> {
    let (figure, _) =
        compose(events, options).map_err(|error| TestCaseError::fail(error.to_string()))?;
    // Where events are counted some are named, and the foot of the figure says how many there are.
    let named = if figure.panels.is_empty() { events.len() } else { figure.events.len() };
    prop_assert_eq!(violations(&scene(&figure, named)), vec![]);
    prop_assert_eq!(figure.events.len(), named);
    let total = format!("{} events", events.len());
    let is_told = figure.source.iter().any(|text| text.line.text.contains(&total));
    prop_assert!(figure.panels.is_empty() || is_told, "{total}");
    prop_assert!(figure.events.windows(2).all(|pair| pair[0].at <= pair[1].at));
    for sign in figure.drawn_rulers().flat_map(|(_, ruler)| &ruler.breaks) {
        let words = sign.label.rect();
        prop_assert!(sign.rect.x0 < words.x0 && words.x1 < sign.rect.x1, "the words fit the sign");
        let stands = |event: &&PlacedEvent| sign.lo < event.at && event.at < sign.hi;
        prop_assert!(figure.events.iter().find(stands).is_none(), "a mark in a break");
    }
    Ok(())
}

/// Tables of two or three crowds with long empty stretches between them, some of which spans cross.
pub(crate) fn crowds() -> impl Strategy<Value = Vec<Event>> {
    let crowd = |first: i64| {
        let day = (first..first + 20, 1..13, 1..29);
        let date = day.prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}"));
        let date = prop_oneof![date, (first..first + 20).prop_map(|y| format!("c. {y:04}"))];
        let event = (date, words(6)).prop_map(|(date, name)| {
            Event::new(date.parse().expect("a date of the strategy's own"), name)
        });
        prop::collection::vec(event, 1..8)
    };
    let crossing = prop::option::weighted(0.3, (1000..1019i64, 1500..1519i64));
    (crowd(1000), crowd(1500), prop::option::of(crowd(2100)), crossing).prop_map(
        |(first, second, third, crossing)| {
            let crossing = crossing.map(|(from, to)| {
                let end = Some(to.to_string().parse().expect("a year"));
                Event { end, ..Event::new(from.to_string().parse().expect("a year"), "Across") }
            });
            first
                .into_iter()
                .chain(second)
                .chain(third.unwrap_or_default())
                .chain(crossing)
                .collect()
        },
    )
}

/// Tables of ages from thousands to billions of years.
fn ages() -> impl Strategy<Value = Vec<Event>> {
    let age = prop_oneof![
        (1..1000i64).prop_map(|n| format!("{n} ka")),
        (1..1000i64).prop_map(|n| format!("{n} Ma")),
        (10..138i64).prop_map(|n| format!("c. {}.{} Ga", n / 10, n % 10)),
    ];
    let event = (age, words(6)).prop_map(|(age, name)| {
        Event::new(age.parse().expect("an age of the strategy's own"), name)
    });
    prop::collection::vec(event, 1..12)
}

/// The table as SVG.
fn svg(events: &[Event]) -> String {
    let (figure, _) = compose(events, &FigureOptions::default()).expect("a figure");
    let svg = render(&figure, Format::Svg, &RenderOptions::default()).expect("a picture");
    String::from_utf8(svg).expect("UTF-8")
}

/// Counts that are written in several ways stand on one ruler, whichever comes first.
#[test]
fn the_commonest_spelling_of_counts_is_that_of_the_ruler() {
    let rows = ["T+2 min,A\n", "T15 min,B\n", "T20 min,C\n"];
    let drawn = |order: [usize; 3]| {
        let table = format!("date,title\n{}", order.map(|row| rows[row]).concat());
        svg(&annals::read_table(table.as_bytes(), &annals::ReadOptions::default()).unwrap().events)
    };
    assert_eq!(drawn([0, 1, 2]), drawn([1, 0, 2]));
    assert_eq!(drawn([0, 1, 2]), drawn([2, 1, 0]));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]
    #[test]
    fn the_order_of_rows_does_not_matter(
        (sorted, shuffled) in table(24).prop_flat_map(|events| {
            (Just(events.clone()), Just(events).prop_shuffle())
        })
    ) {
        prop_assert_eq!(svg(&sorted), svg(&shuffled));
    }

    #[test]
    fn every_event_is_in_the_file_in_the_order_of_time(events in table(24)) {
        let svg = svg(&events);
        let numbers = svg.split("data-id=\"e").skip(1).map(|rest| &rest[..rest.find('"').unwrap()]);
        let mut numbers: Vec<usize> = numbers.map(|number| number.parse().unwrap()).collect();
        // In lanes they are in the order of rows, lane by lane.
        if svg.contains("class=\"lane\"") {
            numbers.sort_unstable();
        }
        prop_assert_eq!(numbers, (1..=events.len()).collect::<Vec<_>>());
        for part in ["class=\"marker\"", "class=\"label-box\"", "class=\"event\""] {
            prop_assert_eq!(svg.matches(part).count(), events.len());
        }
        // A list has a bracket and a pole besides; in lanes names stand in their marks or beside.
        let lists = svg.matches("class=\"list\"").count();
        let leaders = svg.matches("class=\"leader\"").count();
        prop_assert!(leaders == events.len() + 2 * lists || svg.contains("class=\"lane\""));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]
    #[test]
    fn nothing_collides_in_small_tables(events in table(14), width in 200..1300) {
        check(&events, width)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]
    #[test]
    fn nothing_collides_beside_breaks(events in crowds(), width in 320..1300) {
        let width = Some(Length(width * 64));
        check_as(&events, &FigureOptions { width, breaks: vec![BreakChoice::Auto], ..FigureOptions::default() })?;
        let between = BreakChoice::Between("1030".parse().unwrap(), "1480".parse().unwrap());
        check_as(&events, &FigureOptions { width, breaks: vec![between], ..FigureOptions::default() })?;
    }

    #[test]
    fn nothing_collides_on_a_logarithmic_scale(events in ages(), width in 320..1300) {
        let width = Some(Length(width * 64));
        check_as(&events, &FigureOptions { width, scale: Some(Scaling::Log), ..FigureOptions::default() })?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, max_shrink_iters: 300, ..ProptestConfig::default() })]
    #[test]
    fn nothing_collides_in_middling_tables(events in table(70)) {
        check(&events, 624)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, max_shrink_iters: 100, ..ProptestConfig::default() })]
    #[test]
    fn nothing_collides_in_large_tables(events in table(300)) {
        check(&events, 624)?;
    }
}
