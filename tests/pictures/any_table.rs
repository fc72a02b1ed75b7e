//! What holds for every table, from its bytes to the file.

use crate::xml::elements;
use annals::options::Length;
use annals::{
    Error, Event, FigureOptions, Format, ReadOptions, RenderOptions, Table, compose, read_table,
    render,
};
use proptest::prelude::*;

/// Draws a table from its bytes in a format.
fn drawn(bytes: &[u8], format: Format) -> Result<Vec<u8>, Error> {
    let options = RenderOptions { dpi: 30.0, ..RenderOptions::default() };
    let Table { events, .. } = read_table(bytes, &ReadOptions::default())?;
    let (figure, _) = compose(&events, &FigureOptions::default())?;
    render(&figure, format, &options)
}

/// It is drawn, or the table or an option is at fault; never the program.
fn drawn_or_refused(bytes: &[u8], format: Format) -> Result<(), TestCaseError> {
    match drawn(bytes, format) {
        Ok(_) | Err(Error::Data(_) | Error::Options(_)) => Ok(()),
        Err(error) => Err(TestCaseError::fail(error.to_string())),
    }
}

/// Words of every script, with all that could be taken for markup or steer a terminal; but no tag, which is
/// taken out.
fn words() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => "[a-zA-Z0-9 ]{1,12}",
        2 => "[<>&\"'/=;:#%{}\\\\\\[\\]!?-]{1,6}",
        1 => "\\PC{1,4}",
        1 => prop::sample::select(vec!["\u{1}", "\u{1b}[31m", "\u{202E}", "\u{FFFE}", "é", "中", "א", "👩‍👧"])
            .prop_map(str::to_owned),
    ];
    let is_no_tag = |text: &String| {
        let begins = |(at, _): (usize, &str)| {
            text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c))
                && text[at..].contains('>')
        };
        !text.match_indices('<').any(begins)
    };
    let words = prop::collection::vec(part, 1..6).prop_map(|parts| parts.concat());
    words.prop_filter("no tag", is_no_tag)
}

/// A table of one word and a date in each row, written as CSV.
fn csv(names: &[String]) -> Vec<u8> {
    let row = |(n, name): (usize, &String)| {
        format!("{},\"x{}\"\n", 1900 + n % 100, name.replace('"', "\"\""))
    };
    let rows: String = names.iter().enumerate().map(row).collect();
    format!("date,title\n{rows}").into_bytes()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_drawn_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for format in Format::ALL {
            drawn_or_refused(&bytes, format)?;
        }
    }

    #[test]
    fn any_text_under_a_header_is_drawn_or_refused(
        rows in prop::collection::vec("(-?[0-9]{1,5}|[0-9]{4}-[01][0-9]|c\\. [0-9]{4}|\\PC{0,8}),\\PC{0,30}", 0..12)
    ) {
        let text = format!("date,title\n{}\n", rows.join("\n"));
        for format in Format::ALL {
            drawn_or_refused(text.as_bytes(), format)?;
        }
    }

    #[test]
    fn a_drawn_name_is_read_back_from_the_file(names in prop::collection::vec(words(), 1..6)) {
        let svg = drawn(&csv(&names), Format::Svg).map_err(|e| TestCaseError::fail(e.to_string()))?;
        let found = elements(&String::from_utf8(svg).unwrap()).map_err(TestCaseError::fail)?;
        let lines: String = found.iter().filter(|one| one.name == "text").map(|one| one.text.as_str()).collect();
        // Lines break at blanks, which the file need not keep.
        let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let fonts = annals::text::Fonts::bundled().typesetting(annals::text::QuoteMarks::ENGLISH);
        for name in &names {
            let shown = fonts.line(&format!("x{name}"), annals::text::Style {
                size: 640,
                weight: annals::text::Weight::Regular,
            });
            prop_assert!(solid(&lines).contains(&solid(&shown.text)), "{:?} in {:?}", name, lines);
        }
    }

    #[test]
    fn on_twice_the_width_all_stands_in_the_same_order(years in prop::collection::vec(1000i64..2000, 2..12)) {
        let event = |year: &i64| Event::new(year.to_string().parse().unwrap(), "Event");
        let events: Vec<Event> = years.iter().map(event).collect();
        let places = |width: i32| -> Vec<(usize, bool)> {
            let options = FigureOptions { width: Some(Length(width * 64)), ..FigureOptions::default() };
            let (figure, _) = compose(&events, &options).unwrap();
            let marks = figure.events.iter().map(|one| (one.leader[0].x, one.number));
            let mut marks: Vec<(i32, usize)> = marks.collect();
            marks.sort();
            let inside = |x: i32| (0..=width * 128).contains(&x);
            marks.into_iter().map(|(x, number)| (number, inside(x))).collect()
        };
        prop_assert_eq!(places(624), places(1248));
        prop_assert!(places(624).iter().all(|(_, is_inside)| *is_inside));
    }
}
