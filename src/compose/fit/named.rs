//! Which events are named where most are only counted.
//!
//! The most important are; of equally important ones the longest, then those whose neighbours are
//! farthest away. Where nothing tells many events apart none is named: a choice among them would say
//! something that the table does not. Events beside rows that stand for many were chosen already.

use crate::compose::dated::{Dated, stand_for_many};
use crate::compose::fit::left_out::order;
use crate::event::{Event, Importance};
use crate::geometry::Sub;
use crate::options::{FigureOptions, LabelColumn, LabelRule};
use std::cmp::Reverse;

/// More events than this are not named unless that is asked for; of spans, whose bars take room
/// above the ruler, half as many.
const MOST: usize = 24;
const MOST_SPANS: usize = 12;

/// Events in the order in which they are named, by place among those of the figure.
pub(crate) struct Ranked(Vec<usize>);

impl Ranked {
    /// The events of a figure that may be named, with their places along the axis. Rows that stand
    /// for many have no name.
    pub(crate) fn of(
        events: &[Dated<'_>],
        options: &FigureOptions,
        place: impl Fn(&Dated<'_>) -> Sub,
    ) -> Self {
        let rule = options.label.as_ref();
        let is_one = |dated: &Dated<'_>| dated.event.count.is_none();
        let is_single = |&index: &usize| is_single(events[index].event, rule);
        let single: Vec<usize> = (0..events.len()).filter(is_single).collect();
        // Those that a summary has no names of count among equals.
        let ones = || events.iter().filter(|dated| is_one(dated));
        let many: u64 = ones().map(|dated| dated.event.weight()).fold(0, u64::saturating_add);
        let has_span = ones().any(|dated| dated.event.is_span());
        let most = options.top.unwrap_or(if has_span { MOST_SPANS } else { MOST });
        let least = ones().map(rank).min();
        let is_told_apart = |index: &usize| Some(rank(&events[*index])) > least;
        let is_asked = options.top.is_some() || options.label.is_some();
        let is_free = many <= most as u64 || is_asked || stand_for_many(events);
        let named: Vec<usize> = match is_free {
            true => single,
            false => single.into_iter().filter(is_told_apart).collect(),
        };
        let some: Vec<Dated<'_>> = named.iter().map(|&index| events[index]).collect();
        let places: Vec<Sub> = some.iter().map(place).collect();
        let order = order(&some, &places);
        let mut named: Vec<usize> = order.into_iter().rev().map(|index| named[index]).collect();
        named.sort_by_key(|&index| Reverse(rank(&events[index])));
        named.truncate(most);
        Self(named)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The first of them, in the order of time.
    pub(crate) fn first(&self, many: usize) -> Vec<usize> {
        let mut first = self.0[..many].to_vec();
        first.sort_unstable();
        first
    }
}

/// Whether an event has a name of its own, and is one of those that are to be named.
fn is_single(event: &Event, rule: Option<&LabelRule>) -> bool {
    let is_asked = rule.is_none_or(|rule| match rule.column {
        LabelColumn::Title => event.name == rule.value,
        LabelColumn::Category => event.category.as_ref() == Some(&rule.value),
        LabelColumn::Lane => event.lane.as_ref() == Some(&rule.value),
    });
    event.is_single() && is_asked
}

/// What an event is named for: its importance, then how long it goes on.
fn rank(dated: &Dated<'_>) -> (Importance, i128) {
    let long = if dated.event.is_span() { dated.hi.nanos_since(dated.lo) } else { 0 };
    (dated.event.importance, long)
}

/// The same events in one weight of type: all that are named are important.
pub(crate) fn level(events: &[Dated<'_>], named: &[usize]) -> Vec<Event> {
    let level =
        |&index: &usize| Event { importance: Importance::default(), ..events[index].event.clone() };
    named.iter().map(level).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    type Row = (&'static str, Importance, Option<u64>);

    fn ranked(rows: &[Row]) -> Vec<usize> {
        ranked_by(rows, &FigureOptions::default())
    }

    fn ranked_by(rows: &[Row], options: &FigureOptions) -> Vec<usize> {
        let event = |&(date, importance, count): &Row| Event {
            importance,
            count,
            ..Event::new(date.parse().expect(date), "a")
        };
        let events: Vec<Event> = rows.iter().map(event).collect();
        let dated = events.iter().enumerate();
        let dated: Vec<Dated<'_>> =
            dated.filter_map(|(row, event)| Dated::new(row, event, 0)).collect();
        Ranked::of(&dated, options, |dated| dated.at.day as Sub).0
    }

    #[test]
    fn the_most_important_are_named_and_no_choice_is_made_among_equals() {
        let (low, normal, high) = (Importance::MINOR, Importance::NORMAL, Importance::MAJOR);
        let rows = [
            ("2001", normal, None),
            ("2002", high, None),
            ("2003/2009", normal, None),
            ("2004", low, None),
            ("2005", high, Some(9)),
        ];
        assert_eq!(ranked(&rows), [1, 2, 0, 3]);
        let many = [rows[0]; 30];
        assert_eq!(ranked(&many), [0; 0]);
        let some: Vec<Row> = many.into_iter().chain([rows[1]; 3]).collect();
        let mut named = ranked(&some);
        named.sort_unstable();
        assert_eq!(named, [30, 31, 32]);
        assert_eq!(ranked(&many[..5]).len(), 5);
        let top = FigureOptions { top: Some(4), ..FigureOptions::default() };
        assert_eq!(ranked_by(&many, &top).len(), 4);
        let label = |text: &str| FigureOptions { label: text.parse().ok(), ..top.clone() };
        assert_eq!(ranked_by(&many, &label("title=a")).len(), 4);
        assert_eq!(ranked_by(&many, &label("category=a")).len(), 0);
        let beside: Vec<Row> = many.into_iter().chain([("2001", normal, Some(900))]).collect();
        assert_eq!(ranked(&beside).len(), MOST, "chosen already");
    }

    #[test]
    fn of_equals_those_that_stand_alone_are_named_first() {
        let years = ["2001", "2002", "2003", "2004", "2017", "2018", "2019", "2030"];
        let high = years.into_iter().map(|year| (year, Importance::MAJOR, None));
        let rest = (0..30).map(|_| ("2010", Importance::NORMAL, None));
        let rows: Vec<Row> = high.chain(rest).collect();
        let mut first = ranked(&rows)[..3].to_vec();
        first.sort_unstable();
        assert_eq!(first, [0, 4, 7]);
    }
}
