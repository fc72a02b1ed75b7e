//! The figure in words, for those who cannot see it.

use crate::compose::context::Context;
use crate::compose::dated::Dated;
use crate::compose::style::FigureStyle;
use crate::date::{Date, Instant, Known, range_text};
use crate::event::{Event, Kind};
use crate::figure::{Figure, PlacedEra, PlacedMarker};
use crate::time;
use crate::words::TimeInWords;

/// So many events are listed one by one; more are only summed up.
const LISTED: usize = 12;
/// Fewer events than this are no crowd.
const CROWD: usize = 3;
/// Crowds that are named, the largest.
const CROWDS: usize = 3;

/// The words given, or: how many events, from when to when, where they crowd, the longest span,
/// the events themselves if they are few, then eras and markers. The events are in the order of time.
pub(crate) fn description(
    context: &Context<'_>,
    eras: &[PlacedEra],
    markers: &[PlacedMarker],
) -> String {
    let (events, style) = (context.events, context.style);
    if let Some(words) = &context.options.alt_text {
        return words.clone();
    }
    let words = style.words;
    let mut text = words.whole(style.dates, events.len(), &whole_time(events, style.known()));
    if events.len() > LISTED {
        text.extend(crowded(events, style).or_else(|| half(events, style)));
    }
    text.extend(longest(events, style));
    let few = if events.len() <= LISTED { events } else { &[] };
    text + &enumerated(context, few, eras, markers)
}

/// Some events one by one, then eras, markers and holidays.
fn enumerated(
    context: &Context<'_>,
    few: &[Dated<'_>],
    eras: &[PlacedEra],
    markers: &[PlacedMarker],
) -> String {
    let (style, words) = (context.style, context.style.words);
    let mut text = String::new();
    let few: Vec<String> =
        few.iter().map(|dated| title(dated.event, false, style.known())).collect();
    let eras = eras.iter().map(|era| era.title.clone()).collect();
    let markers = markers.iter().map(|marker| marker.title.clone()).collect();
    let holidays = context.behind.iter().filter(|dated| dated.event.kind == Kind::Holiday);
    let holidays = holidays.map(|dated| title(dated.event, false, style.known())).collect();
    let all = [
        (words.in_order, few),
        (words.eras, eras),
        (words.markers, markers),
        (words.holidays, holidays),
    ];
    for (what, told) in all {
        if !told.is_empty() {
            text.push_str(&what.replacen("{}", &told.join(words.semicolon), 1));
        }
    }
    text
}

/// The words given, or: how many events, from when to when, what each panel shows, and the named
/// events; then eras and markers.
pub(crate) fn counted(
    (whole, named): (&Context<'_>, &Context<'_>),
    (many, panels): (u64, &[String]),
    figure: &Figure,
) -> String {
    let style = whole.style;
    if let Some(words) = &whole.options.alt_text {
        return words.clone();
    }
    let time = whole_time(whole.events, style.known());
    let mut text =
        style.words.whole(style.dates, usize::try_from(many).unwrap_or(usize::MAX), &time);
    panels.iter().for_each(|panel| text.extend([" ", panel]));
    text + &enumerated(named, named.events, &figure.eras, &figure.markers)
}

/// Date and name of an event, and its description if that is not drawn.
pub(crate) fn title(event: &Event, is_short: bool, known: Known) -> String {
    let title = format!("{}: {}", event.when_text(alone(event, known)), event.name);
    match event.detail.as_ref().filter(|_| is_short) {
        Some(detail) => format!("{title}. {detail}"),
        None => title,
    }
}

/// What the reader of one date knows: before 10,000 BC time is counted in ages.
pub(crate) fn alone(event: &Event, known: Known) -> Known {
    let is_ages = event.lo().zip(event.hi()).is_some_and(|(lo, hi)| time::is_ages(lo, hi));
    Known { is_ages, ..known }
}

/// The time from the first to the last of the events, in words.
fn whole_time(events: &[Dated<'_>], known: Known) -> TimeInWords {
    let first = events.iter().min_by_key(|dated| dated.lo);
    let last = events.iter().max_by_key(|dated| dated.hi);
    let is_bc = first.is_some_and(|first| first.lo.civil().0 < 1);
    let is_ages = first.is_some_and(|first| alone(first.event, known).is_ages);
    let known = Known { is_bc, is_ages, ..known };
    let ends = first.zip(last).map(|(first, last)| {
        let Event { start, end, .. } = last.event;
        (&first.event.start, end.as_ref().unwrap_or(start))
    });
    in_words(ends, known)
}

fn in_words(ends: Option<(&Date, &Date)>, known: Known) -> TimeInWords {
    let Some((from, to)) = ends else { return TimeInWords::default() };
    let range = range_text(from, to, known);
    TimeInWords { from: from.words(known), to: to.words(known), range }
}

/// The time from the first to the last of `part` by the dates that they begin at.
fn starts(part: &[Dated<'_>], style: &FigureStyle) -> TimeInWords {
    let ends = part.first().zip(part.last());
    let is_ages = ends.is_some_and(|(first, _)| alone(first.event, style.known()).is_ages);
    let known = Known { is_ages, ..style.known() };
    in_words(ends.map(|(first, last)| (&first.event.start, &last.event.start)), known)
}

/// The largest crowds, in the order of time: runs of events whose neighbours are less than half
/// the mean distance apart.
fn crowded(events: &[Dated<'_>], style: &FigureStyle) -> Option<String> {
    let least = CROWD.max(events.len() / 10);
    let mut crowds: Vec<&[Dated<'_>]> = runs(events);
    crowds.retain(|crowd| crowd.len() >= least && crowd.len() < events.len());
    crowds.sort_by_key(|crowd| std::cmp::Reverse(crowd.len()));
    crowds.truncate(CROWDS);
    crowds.sort_by_key(|crowd| crowd.first().map(|dated| dated.at));
    let told: Vec<(usize, TimeInWords)> =
        crowds.into_iter().map(|crowd| (crowd.len(), starts(crowd, style))).collect();
    (!told.is_empty()).then(|| style.words.crowds(style.dates, &told))
}

/// The shortest stretch that holds half of the events, if it is short against the whole.
fn half(events: &[Dated<'_>], style: &FigureStyle) -> Option<String> {
    let length = |events: &[Dated<'_>]| match events {
        [first, .., last] => apart(Some(first.at), Some(last.at)),
        _ => 0,
    };
    let part = events.windows(events.len().div_ceil(2)).min_by_key(|part| length(part))?;
    let time = starts(part, style);
    let is_short = length(part).saturating_mul(10) <= length(events).saturating_mul(4);
    (is_short && part.len() > 1 && time.from != time.to).then(|| style.words.half(&time))
}

fn runs<'a, 'b>(events: &'a [Dated<'b>]) -> Vec<&'a [Dated<'b>]> {
    let at = |dated: Option<&Dated<'_>>| dated.map(|dated| dated.at);
    let whole = apart(at(events.first()), at(events.last()));
    let gaps = events.len().saturating_sub(1) as i128;
    events
        .chunk_by(|one, next| {
            let gap = apart(Some(one.at), Some(next.at));
            gap.saturating_mul(2 * gaps) < whole
        })
        .collect()
}

/// Nanoseconds from one instant to the other.
fn apart(from: Option<Instant>, to: Option<Instant>) -> i128 {
    from.zip(to).map_or(0, |(from, to)| to.nanos_since(from))
}

/// The longest of the spans, where there are at least two.
fn longest(events: &[Dated<'_>], style: &FigureStyle) -> Option<String> {
    let spans = || events.iter().filter(|dated| dated.event.end.is_some());
    let longest = spans().max_by_key(|dated| apart(Some(dated.lo), Some(dated.hi)))?;
    let title = title(longest.event, false, style.known());
    (spans().count() > 1).then(|| style.words.longest.replacen("{}", &title, 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::compose;
    use crate::options::FigureOptions;

    fn event(start: &str, end: &str, name: &str) -> Event {
        let date = |text: &str| text.parse::<Date>().expect("a date");
        let end = Some(end).filter(|end| !end.is_empty()).map(date);
        Event { end, ..Event::new(date(start), name) }
    }

    fn told(events: &[Event]) -> String {
        compose(events, &FigureOptions::default()).expect("a figure").0.description
    }

    #[test]
    fn few_events_are_told_one_by_one() {
        assert_eq!(
            told(&[event("1912-04-15", "", "Titanic sinks")]),
            "Timeline of 1 event, 15 Apr 1912. In order: 15 Apr 1912: Titanic sinks."
        );
        let table = [
            event("1914", "1918", "War"),
            event("1939", "1945", "Another"),
            event("1920", "", "League"),
        ];
        assert_eq!(
            told(&table),
            "Timeline of 3 events from 1914 to 1945. The longest span is 1939–1945: Another. \
             In order: 1914–1918: War; 1920: League; 1939–1945: Another."
        );
    }

    #[test]
    fn of_many_the_crowds_are_told() {
        let mut table: Vec<Event> =
            (0..10).map(|n| event(&format!("2009-{:02}", n + 1), "", "a")).collect();
        table.extend((0..5).map(|n| event(&format!("{}", 1950 + 9 * n), "", "b")));
        assert_eq!(
            told(&table),
            "Timeline of 15 events from 1950 to Oct 2009. Close together lie 10 from Jan 2009 to Oct 2009."
        );
    }

    #[test]
    fn where_no_crowd_stands_apart_the_half_is_told() {
        let early = (0..10).map(|n| event(&format!("{}", 1960 + 2 * n), "", "a"));
        let late = (0..10).map(|n| event(&format!("{}", 1983 + 5 * n), "", "b"));
        let table: Vec<Event> = early.chain(late).collect();
        assert_eq!(
            told(&table),
            "Timeline of 20 events from 1960 to 2028. Half of them lie from 1960 to 1978."
        );
    }

    #[test]
    fn words_of_ones_own_stand_instead() {
        let options = FigureOptions { alt_text: Some("Mine".into()), ..FigureOptions::default() };
        let (figure, _) = compose(&[event("1912", "", "a")], &options).expect("a figure");
        assert_eq!(figure.description, "Mine");
    }
}
