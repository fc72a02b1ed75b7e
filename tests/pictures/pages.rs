//! Chronicles over several pages: every event on one page, pages of one size, time that goes on.

use crate::rules;
use annals::check::{DrawnPage, page_faults, violations};
use annals::compose::scene;
use annals::figure::Text;
use annals::geometry::{Axis, PX, px};
use annals::options::{
    BreakChoice, EraOption, Fold, LabelStyle, Legend, Length, Locale, MarkerOption, Preset,
    Scaling, Ticks,
};
use annals::{
    Error, Event, Figure, FigureOptions, Format, ReadOptions, RenderOptions, compose,
    compose_pages, read_table, render, render_pages,
};
use proptest::prelude::*;

fn table(text: &str) -> Vec<Event> {
    read_table(text.as_bytes(), &ReadOptions::default()).unwrap().events
}

fn missions() -> Vec<Event> {
    table(include_str!("../../data/gallery/missions.csv"))
}

fn pages(events: &[Event], options: &FigureOptions) -> Vec<Figure> {
    let (pages, notes) = compose_pages(events, options).unwrap();
    assert_eq!(notes, []);
    sound(&pages, events.len()).unwrap();
    pages
}

/// Checks each page, and all together.
fn sound(pages: &[Figure], many: usize) -> Result<(), TestCaseError> {
    for page in pages {
        prop_assert_eq!(violations(&scene(page, page.events.len())), vec![]);
        prop_assert!(page.events.iter().all(|event| !event.is_left_out));
    }
    let drawn = |page: &Figure| DrawnPage {
        size: page.size,
        numbers: page.events.iter().map(|event| event.number).collect(),
        rulers: page.rulers().map(|ruler| (ruler.scale.lo(), ruler.scale.hi())).collect(),
    };
    prop_assert_eq!(page_faults(&pages.iter().map(drawn).collect::<Vec<_>>(), many), vec![]);
    let mut rows: Vec<usize> =
        pages.iter().flat_map(|page| &page.events).map(|event| event.row).collect();
    rows.sort_unstable();
    prop_assert!(rows.into_iter().eq(0..many), "every row is on one page");
    Ok(())
}

fn words(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(|text| text.line.text.as_str()).collect()
}

fn titled(fold: usize) -> FigureOptions {
    FigureOptions {
        title: Some("Into space".into()),
        subtitle: Some("By day of launch".into()),
        source: Some("Source: NASA.".into()),
        fold: Some(Fold::Columns(fold)),
        pages: Some(true),
        ..FigureOptions::default()
    }
}

#[test]
fn pages_are_of_one_size_with_the_title_small_and_their_numbers_at_the_foot() {
    let pages = pages(&missions(), &titled(2));
    assert_eq!(pages.len(), 3);
    for (index, page) in pages.iter().enumerate() {
        assert_eq!((page.size.w, page.size.h), (px(624.0), px(930.0)));
        assert_eq!((page.folds.len(), page.legend.len()), (1, 6), "categories are on each page");
        let size = |text: &Text| text.line.style.size;
        let is_small = size(&page.heading[0]) < size(&pages[0].heading[0]);
        assert_eq!((page.heading[0].line.text.as_str(), is_small), ("Into space", index > 0));
        let number = format!("{} of 3", index + 1);
        let foot = if index == 2 { vec!["Source: NASA.", &number] } else { vec![&*number] };
        assert_eq!(words(&page.source), foot);
        assert_eq!(page.source[0].at.y, page.source[page.source.len() - 1].at.y, "in one line");
        let right = page.source.last().map(|text| text.rect().x1);
        assert_eq!(right, Some(page.size.w - page.sizes.margin));
        assert!(page.description.starts_with(&format!("{number}. Timeline of ")));
        let ends: Vec<[bool; 2]> = page.rulers().map(|ruler| ruler.goes_on).collect();
        assert_eq!(
            ends,
            [[index > 0, true], [true, index < 2]],
            "rulers are torn where they go on"
        );
        let times: Vec<&str> =
            page.rulers().map(|ruler| ruler.heading.as_ref().unwrap().line.text.as_str()).collect();
        assert_eq!(page.page, format!("{number}: {}", times.join(", ")));
    }
    assert_eq!(words(&pages[0].heading), ["Into space", "By day of launch"]);
    assert_eq!(words(&pages[1].heading), ["Into space"]);
}

#[test]
fn time_is_cut_at_round_dates() {
    let pages = pages(&missions(), &titled(2));
    let rulers = pages.iter().flat_map(Figure::rulers).skip(1);
    let starts: Vec<_> = rulers.map(|ruler| ruler.scale.lo()).collect();
    assert!(starts.iter().all(|at| (at.civil().1, at.civil().2, at.nano) == (1, 1, 0)));
    assert_eq!(starts.len(), 5);
}

#[test]
fn there_are_no_more_pages_than_needed() {
    let events = missions();
    let many = |fold, height: i32| {
        let height = Some(Length(height * PX));
        pages(&events, &FigureOptions { height, ..titled(fold) }).len()
    };
    assert!(many(1, 930) > many(2, 930) && many(2, 500) > many(2, 930));
    assert_eq!(many(2, 3000), 1);
    // Where pages would be full to the last line there may be one more, but never two.
    let rows: Vec<i32> = pages(&events, &titled(1))
        .iter()
        .flat_map(|page| page.events.iter().map(|event| event.label.height() - 2 * PX))
        .collect();
    assert!(rows.iter().sum::<i32>() > (many(1, 930) as i32 - 2) * 800 * PX);
}

#[test]
fn what_one_page_has_room_for_is_one_figure_no_higher_than_it_needs() {
    let events: Vec<Event> = missions().into_iter().take(12).collect();
    let page = pages(&events, &FigureOptions { pages: Some(true), ..FigureOptions::default() });
    let chronicle = FigureOptions {
        style: Some(LabelStyle::Chronicle),
        fold: Some(Fold::Columns(1)),
        ..FigureOptions::default()
    };
    let (figure, _) = compose(&events, &chronicle).unwrap();
    assert_eq!((page.len(), page[0].size), (1, figure.size));
    assert!(figure.size.h < px(930.0) && page[0].page.is_empty());
}

#[test]
fn a_thousand_events_are_all_named() {
    let events = table(include_str!("../../data/gallery/nobel.csv"));
    let pages = pages(&events, &FigureOptions { pages: Some(true), ..FigureOptions::default() });
    assert_eq!((events.len(), pages.len()), (1000, 12));
    assert!(pages.iter().all(|page| page.folds.len() == 1), "short names stand in two columns");
    assert!(pages.iter().all(|page| page.events.len() > 50), "no page is left over");
}

#[test]
fn eras_and_markers_are_on_the_pages_that_they_belong_to() {
    let era = EraOption {
        name: "Race".into(),
        from: Some("1957".parse().unwrap()),
        to: Some("1975".parse().unwrap()),
    };
    let marker = MarkerOption { name: "Landing".into(), date: "1969-07-20".parse().unwrap() };
    let options = FigureOptions { eras: vec![era], markers: vec![marker], ..titled(1) };
    let pages = pages(&missions(), &options);
    let with = |is: &dyn Fn(&Figure) -> bool| pages.iter().filter(|page| is(page)).count();
    assert!(pages.len() > 3);
    assert!((2..pages.len()).contains(&with(&|page| !page.eras.is_empty())));
    assert_eq!(with(&|page| !page.markers.is_empty()), 1);
}

#[test]
fn numbers_of_pages_are_in_the_language_of_the_figure() {
    for (locale, told) in [(Locale::De, "1 von 3"), (Locale::Fr, "1 sur 3"), (Locale::Ru, "1 из 3")]
    {
        let pages = pages(&missions(), &FigureOptions { locale: Some(locale), ..titled(2) });
        assert_eq!(words(&pages[0].source), [told]);
    }
}

#[test]
fn a_legend_that_the_subtitle_stands_for_is_on_the_pages_without_it() {
    let rows: String =
        (0..120).map(|n| format!("{},Event {n},{}\n", 1900 + n, ["Trade", "War"][n % 2])).collect();
    let subtitle = Some("Trade and war".into());
    let options = FigureOptions { subtitle, ..titled(1) };
    let pages = pages(&table(&format!("date,title,category\n{rows}")), &options);
    let keys: Vec<usize> = pages.iter().map(|page| page.legend.len()).collect();
    assert_eq!((keys[0], keys[1]), (0, 2));
    let none = FigureOptions { legend: Some(Legend::None), ..options };
    assert!(compose_pages(&missions(), &none).unwrap().0.iter().all(|page| page.legend.is_empty()));
}

#[test]
fn a_pdf_has_all_pages_and_other_formats_one() {
    let options = RenderOptions { dpi: 30.0, ..RenderOptions::default() };
    let pages = pages(&missions(), &titled(2));
    let pdf = render_pages(&pages, Format::Pdf, &options).unwrap();
    assert!(pdf == render_pages(&pages, Format::Pdf, &options).unwrap());
    for format in Format::ALL.into_iter().filter(|format| !format.has_pages()) {
        let error = render_pages(&pages, format, &options).unwrap_err().to_string();
        assert!(error.contains("3 pages do not go into one"), "{error}");
    }
    let one = render(&pages[0], Format::Pdf, &options).unwrap();
    assert!(render_pages(&pages[..1], Format::Pdf, &options).unwrap() == one);
    assert!(render_pages(&[], Format::Pdf, &options).is_err());
}

#[test]
fn what_does_not_go_with_pages_is_refused_with_the_remedy() {
    let asked = || FigureOptions { pages: Some(true), ..FigureOptions::default() };
    let day: String = (0..200).map(|n| format!("2001-01-01,Event {n}\n")).collect();
    let day = table(&format!("date,title\n{day}"));
    let style = |style| FigureOptions { style: Some(style), ..asked() };
    let low = FigureOptions { height: Some(Length(px(300.0))), ..asked() };
    let long: String = (0..8000).map(|n| format!("{},Event\n", 1000 + n / 8)).collect();
    let long = table(&format!("date,title\n{long}"));
    for (events, options, part) in [
        (&missions(), style(LabelStyle::Flags), "leave it out, or set `style chronicle`"),
        (&missions(), style(LabelStyle::Lists), "is for a chronicle"),
        (&missions(), style(LabelStyle::Density), "is for a chronicle"),
        (
            &missions(),
            FigureOptions { orientation: Some(Axis::Horizontal), ..asked() },
            "leave out `orientation horizontal`",
        ),
        (&missions(), FigureOptions { top: Some(3), ..asked() }, "leave out `top`"),
        (
            &missions(),
            FigureOptions { scale: Some(Scaling::Log), ..asked() },
            "leave out `scale log`",
        ),
        (
            &missions(),
            FigureOptions { width: Some(Length(px(150.0))), ..asked() },
            "greater `width`",
        ),
        (
            &day,
            asked(),
            "the 200 events of 1 Jan 2001 are higher than a page; give a greater `height`",
        ),
        (&long, low, "8000 events need more than the 100 pages"),
    ] {
        let error = compose_pages(events, &options).unwrap_err();
        let Error::Options(faults) = &error else { panic!("{error}") };
        let message = faults[0].message.to_string();
        assert!(message.contains(part), "{part}: {message}");
    }
    let high = compose_pages(&day, &asked()).map(|_| ()).unwrap_err().to_string();
    assert!(high.ends_with("give a greater `height`"), "a width may not help: {high}");
    let error = compose(&missions(), &asked()).unwrap_err().to_string();
    assert!(error.contains("makes several figures"), "{error}");
}

/// The pages as SVG.
fn svgs(events: &[Event], options: &FigureOptions) -> Vec<Vec<u8>> {
    let (pages, _) = compose_pages(events, options).unwrap();
    let svg = |page: &Figure| render(page, Format::Svg, &RenderOptions::default()).unwrap();
    pages.iter().map(svg).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, max_shrink_iters: 60, ..ProptestConfig::default() })]
    #[test]
    fn nothing_collides_on_any_page(
        events in rules::table(90),
        fold in 1..4usize,
        height in 300..900i32,
        size in prop::sample::select(Preset::ALL.map(|size| size.0).to_vec()),
    ) {
        let options = FigureOptions {
            fold: Some(Fold::Columns(fold)),
            height: Some(Length(height * PX)),
            size: Some(size),
            ..titled(1)
        };
        // Columns may be too narrow, and one date have too many events.
        if let Ok((pages, _)) = compose_pages(&events, &options) {
            sound(&pages, events.len())?;
        }
    }

    #[test]
    fn nothing_collides_beside_breaks(events in rules::crowds(), height in 200..400i32) {
        let breaks = vec![BreakChoice::Auto];
        let options = FigureOptions { breaks, height: Some(Length(height * PX)), ..titled(1) };
        if let Ok((pages, _)) = compose_pages(&events, &options) {
            sound(&pages, events.len())?;
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        (sorted, shuffled) in rules::table(40).prop_flat_map(|events| {
            (Just(events.clone()), Just(events).prop_shuffle())
        })
    ) {
        let options = FigureOptions { height: Some(Length(px(420.0))), ..titled(1) };
        if compose_pages(&sorted, &options).is_ok() {
            prop_assert!(svgs(&sorted, &options) == svgs(&shuffled, &options));
        }
    }
}

#[test]
fn cells_that_are_too_many_are_named_and_not_the_width() {
    let events = table("date,title\n1000,First\n4000,Second\n8000,Third\n");
    for fold in [None, Some(Fold::Columns(2))] {
        let ticks = Some(Ticks::Week);
        let options = FigureOptions { fold, ticks, ..FigureOptions::default() };
        let refusal = compose_pages(&events, &options).unwrap_err().to_string();
        assert!(refusal.contains("`ticks` would be too many"), "{refusal}");
    }
}
