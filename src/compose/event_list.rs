//! The events one by one, in words, for readers of a page and for those who cannot see it.

use crate::compose::context::Context;
use crate::compose::dated::{Dated, counted_rows};
use crate::compose::describe::alone;
use crate::event::{Event, Kind};
use crate::figure::{BehindWords, EventList, EventWords};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// All events of a figure, drawn or only counted; `by_start` are they in the order in which they begin.
pub(crate) fn event_list(context: &Context<'_>, by_start: &[Dated<'_>]) -> EventList {
    let style = context.style;
    let set = |text: &String| style.fonts.typeset(text);
    let so_many = |many: u64| style.words.many(style.dates, many);
    let words = |(number, (row, event)): (usize, (usize, Cow<'_, Event>))| {
        let event = &*event;
        // Events that are counted together have no name of their own.
        let counted = event.name.is_empty().then(|| so_many(event.weight()));
        let words = EventWords {
            number,
            when: set(&event.when_text(alone(event, style.known()))),
            name: set(counted.as_ref().unwrap_or(&event.name)),
            detail: event.detail.as_ref().map(set),
            category: event.category.as_ref().map(set),
            legend: context.categories.legend_entry(event),
            colour: context.categories.hue(event).text,
            link: event.link().map(str::to_owned),
        };
        (row, words)
    };
    EventList {
        heading: so_many(counted_rows(by_start).into_iter().map(Dated::weight).sum()),
        events: (1..).zip(told(by_start)).map(words).collect(),
        behind: behind(context),
    }
}

/// The eras, markers and holidays behind the events, by kind.
fn behind(context: &Context<'_>) -> Vec<BehindWords> {
    let words = context.style.words;
    let kinds =
        [(Kind::Era, words.eras), (Kind::Marker, words.markers), (Kind::Holiday, words.holidays)];
    let of_kind = kinds.into_iter().map(|(kind, sentence)| {
        let own = context.behind.iter().filter(|dated| dated.event.kind == kind);
        BehindWords {
            heading: before_list(sentence),
            rows: (1..)
                .zip(own)
                .map(|(number, dated)| row_behind(context, number, dated))
                .collect(),
        }
    });
    of_kind.filter(|of_kind| !of_kind.rows.is_empty()).collect()
}

/// What a sentence says before the things that it lists: "Eras: {}." is Eras.
fn before_list(sentence: &str) -> String {
    let before = sentence.split("{}").next().unwrap_or_default();
    before.trim_matches(|c: char| c.is_whitespace() || ":：".contains(c)).to_owned()
}

fn row_behind(context: &Context<'_>, number: usize, dated: &Dated<'_>) -> EventWords {
    let (event, style) = (dated.event, context.style);
    let set = |text: &String| style.fonts.typeset(text);
    EventWords {
        number,
        when: set(&event.when_text(alone(event, style.known()))),
        name: set(&event.name),
        detail: event.detail.as_ref().map(set),
        category: None,
        legend: None,
        colour: style.theme.muted,
        link: event.link().map(str::to_owned),
    }
}

/// The events by row, those spans of a summary together that are alike but for their time: the dates
/// of one stand for those of several.
fn told<'a>(by_start: &[Dated<'a>]) -> Vec<(usize, Cow<'a, Event>)> {
    let mut told: Vec<(usize, Cow<'a, Event>)> = Vec::new();
    let mut together: BTreeMap<[Option<&str>; 3], usize> = BTreeMap::new();
    for dated in by_start {
        let event = dated.event;
        let mut place = told.len();
        if event.summed.is_some() && event.end.is_some() {
            let alike = [&event.category, &event.lane, &event.colour].map(Option::as_deref);
            place = *together.entry(alike).or_insert(place);
        }
        match told.get_mut(place) {
            Some((_, all)) => join(all.to_mut(), event),
            None => told.push((dated.row, Cow::Borrowed(event))),
        }
    }
    told
}

/// Adds a later event to one that stands for several.
fn join(all: &mut Event, event: &Event) {
    all.summed = Some(all.weight().saturating_add(event.weight()));
    if event.hi() > all.hi() {
        all.end.clone_from(&event.end);
    }
}

#[cfg(test)]
mod tests {
    use super::before_list;
    use crate::compose::compose;
    use crate::event::{Event, Kind};
    use crate::options::{FigureOptions, LabelStyle, Locale};

    #[test]
    fn what_is_behind_the_events_is_told_by_kind() {
        let of = |kind: Kind, date: &str| Event {
            kind,
            ..Event::new(date.parse().expect("a date"), format!("{kind:?}"))
        };
        let events = [
            of(Kind::Marker, "2011-05"),
            of(Kind::Point, "2009"),
            of(Kind::Era, "2008/2012"),
            of(Kind::Point, "2013"),
        ];
        let locale = "fr".parse().expect("a locale");
        for (locale, told) in [(None, ["Eras", "Markers"]), (Some(locale), ["Époques", "Repères"])]
        {
            let options = FigureOptions { locale, ..FigureOptions::default() };
            let list = compose(&events, &options).expect("a figure").0.list;
            let headings: Vec<&str> = list.behind.iter().map(|kind| &*kind.heading).collect();
            assert_eq!((list.events.len(), headings.as_slice()), (2, &told[..]));
            let names: Vec<&str> = list.behind.iter().map(|kind| &*kind.rows[0].name).collect();
            assert_eq!(names, ["Era", "Marker"]);
        }
        for (locale, code) in Locale::ALL {
            let options = FigureOptions { locale: Some(locale), ..FigureOptions::default() };
            let words = options.words();
            let headings = [words.eras, words.markers, words.holidays].map(before_list);
            let is_bare =
                |heading: &String| !heading.is_empty() && !heading.contains([':', '：', '{']);
            assert!(headings.iter().all(is_bare), "{code}: {headings:?}");
        }
    }

    #[test]
    fn spans_that_are_counted_together_are_told_together() {
        let span = |n: usize| Event {
            end: format!("{}-06", 2001 + n).parse().ok(),
            kind: Kind::Span,
            category: Some(["A", "B"][n % 2].to_owned()),
            ..Event::new(format!("{}-01", 2000 + n).parse().expect("a month"), "Span")
        };
        let events: Vec<Event> = (0..300).map(span).collect();
        let options =
            FigureOptions { style: Some(LabelStyle::Density), ..FigureOptions::default() };
        let list = compose(&events, &options).expect("a figure").0.list;
        let told: Vec<&String> = list.events.values().map(|words| &words.name).collect();
        let many: Vec<u32> =
            told.iter().filter_map(|name| name.strip_suffix(" events")?.parse().ok()).collect();
        assert_eq!((told.len(), many.iter().sum()), (202, 100), "{told:?}");
        assert_eq!(list.heading, "300 events");
    }
}
