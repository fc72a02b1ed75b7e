//! What marks tell of doubts, in the figure and in the file.

use annals::date::{Bound, Date, Parts};
use annals::figure::{MarkEnd, MarkShape};
use annals::{Event, FigureOptions, Format, RenderOptions, compose, render};

const ALL: Parts = Parts { year: true, month: true, day: true };

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn approximate(text: &str) -> Date {
    Date { approximate: ALL, ..date(text) }
}

fn uncertain(text: &str) -> Date {
    Date { uncertain: ALL, ..date(text) }
}

/// A table with every kind of doubt, as points and as spans.
fn table() -> Vec<Event> {
    let span =
        |name: &str, start: Date, end: Date| Event { end: Some(end), ..Event::new(start, name) };
    let open = Date { hi: Bound::Open, ..date("2016") };
    let unknown = Date { hi: Bound::Unknown, ..date("2012") };
    vec![
        Event::new(date("2001"), "Sure year"),
        Event::new(approximate("2003"), "About a year"),
        Event::new(uncertain("2005"), "Doubtful year"),
        Event::new(Date { uncertain: ALL, ..approximate("2007") }, "Both"),
        Event::new(approximate("2004-05-06"), "About a day"),
        Event::new(uncertain("2006-07-08"), "Doubtful day"),
        span("About from", approximate("2008"), date("2010")),
        span("Goes on", date("2014"), open),
        Event::new(unknown, "Nobody knows when it ended"),
        Event::new(Date { lo: Bound::Open, ..date("2002") }, "Since ever"),
    ]
}

#[test]
fn doubts_are_told_by_the_shape_of_marks() {
    let (figure, _) = compose(&table(), &FigureOptions::default()).unwrap();
    let mark = |name: &str| {
        let event = figure.events.iter().find(|event| event.title.ends_with(name)).unwrap();
        event.mark.clone()
    };
    assert_eq!(mark("Sure year").uncertainty, Default::default());
    assert_eq!(mark("About a year").uncertainty.ends, [MarkEnd::Approximate; 2]);
    assert!(mark("Doubtful year").uncertainty.is_uncertain);
    assert_eq!(mark("About from").uncertainty.ends, [MarkEnd::Approximate, MarkEnd::Sharp]);
    assert_eq!(mark("Goes on").uncertainty.ends, [MarkEnd::Sharp, MarkEnd::Open]);
    assert_eq!(mark("Since ever").uncertainty.ends, [MarkEnd::Open, MarkEnd::Sharp]);
    let reaches = |name: &str| match mark(name).shape {
        MarkShape::Bar(rect) => (rect.x0, rect.x1),
        MarkShape::Whisker(whisker) => (whisker.rect.x0, whisker.rect.x1),
        other => panic!("no bar: {other:?}"),
    };
    assert_eq!(reaches("Goes on").1, figure.ruler.rect.x1, "an open end goes on to the edge");
    assert_eq!(reaches("Since ever").0, figure.ruler.rect.x0);
    let unknown = mark("Nobody knows when it ended");
    assert_eq!(unknown.caps.iter().map(|cap| cap.line.text.as_str()).collect::<Vec<_>>(), ["?"]);
    assert!(unknown.rect.x1 >= unknown.caps[0].rect().x1, "the sign has its room");
}

#[test]
fn all_formats_show_them() {
    let (figure, _) = compose(&table(), &FigureOptions::default()).unwrap();
    for format in Format::ALL {
        let file = render(&figure, format, &RenderOptions::default()).unwrap();
        assert!(!file.is_empty());
        if let Some(folder) = std::env::var_os("DOUBTS_OUT") {
            let name = format!("doubts.{}", format.name());
            std::fs::write(std::path::Path::new(&folder).join(name), &file).unwrap();
        }
        if format == Format::Svg {
            let svg = String::from_utf8(file).unwrap();
            let count = |part: &str| svg.matches(part).count();
            assert_eq!(count("class=\"marker\""), table().len());
            assert_eq!(count("class=\"hollow\""), 3);
            assert!(count("class=\"fade\"") > 50);
        }
    }
}

/// A mark whose end nobody knows keeps room for its question mark at the end of the ruler, too.
#[test]
fn an_unknown_end_has_room_at_the_end_of_the_ruler() {
    let unknown = Date { hi: Bound::Unknown, ..date("402 BC") };
    let first = Event { end: Some(unknown), ..Event::new(approximate("402 BC"), "A") };
    let events = [first, Event::new(date("332 BC"), "B")];
    for size in ["half", "report", "slide"] {
        let (from, size) = ("2 Ma".parse().ok(), size.parse().ok());
        let options = FigureOptions { from, size, ..FigureOptions::default() };
        let (figure, _) = compose(&events, &options).unwrap();
        let mark = &figure.events[0].mark;
        assert!(mark.rect.x1 <= figure.ruler.rect.x1, "{:?}", mark.rect);
    }
}
