//! Which events share a lane, in which order lanes stand and rows are dealt out.

use crate::compose::dated::Dated;
use crate::compose::natural_order::NaturalName;
use crate::date::InstantSpan;
use crate::error::{Code, Error, Message, Result, quoted};
use crate::event::Event;
use crate::options::{FigureOptions, LaneBy, LaneOrder, Sort};

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What gives events their lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LaneSource {
    /// Nothing: all are in one.
    Nothing,
    /// The table.
    Column,
    /// Their categories.
    Category,
}

/// Categories that are lanes, and events that each has on the average, at least.
const CATEGORIES: std::ops::RangeInclusive<usize> = 2..=8;
const EVENTS: usize = 2;

impl LaneSource {
    /// What gives `events` their lanes. Categories do so where nearly all events are spans that
    /// have one, no name is of two categories, and these go on side by side.
    pub(crate) fn of(events: &[Dated<'_>], options: &FigureOptions) -> Self {
        if options.lane_by == Some(LaneBy::None) {
            return Self::Nothing;
        }
        if events.iter().any(|dated| dated.event.lane.is_some()) {
            return Self::Column;
        }
        let is_lane = categories(events).is_some_and(|extents| are_side_by_side(&extents));
        if is_lane { Self::Category } else { Self::Nothing }
    }

    /// The lane of an event.
    pub(crate) fn lane(self, event: &Event) -> Option<&str> {
        match self {
            Self::Nothing => None,
            Self::Column => event.lane.as_deref(),
            Self::Category => event.category.as_deref(),
        }
    }
}

/// The extents of all categories, if they may be lanes.
fn categories(events: &[Dated<'_>]) -> Option<Vec<InstantSpan>> {
    let mut extents: BTreeMap<&str, InstantSpan> = BTreeMap::new();
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    for dated in events {
        let category = dated.event.category.as_deref()?;
        if *names.entry(&dated.event.name).or_insert(category) != category {
            return None;
        }
        let (lo, hi) = extents.entry(category).or_insert((dated.lo, dated.hi));
        (*lo, *hi) = ((*lo).min(dated.lo), (*hi).max(dated.hi));
    }
    let spans = events.iter().filter(|dated| dated.event.is_span()).count();
    let is_so = CATEGORIES.contains(&extents.len())
        && spans * 4 >= events.len() * 3
        && events.len() >= EVENTS * extents.len();
    is_so.then(|| extents.into_values().collect())
}

/// Whether stretches are together at least half as long again as what they cover.
fn are_side_by_side(stretches: &[InstantSpan]) -> bool {
    let long = |(lo, hi): InstantSpan| hi.nanos_since(lo);
    let lo = stretches.iter().map(|stretch| stretch.0).min();
    let hi = stretches.iter().map(|stretch| stretch.1).max();
    let together: i128 = stretches.iter().copied().map(long).sum();
    lo.zip(hi).is_some_and(|whole| together / 3 >= long(whole) / 2)
}

/// The events of a lane.
pub(crate) struct LaneGroup<'a> {
    /// The name; none for events without a lane.
    pub(crate) name: Option<&'a str>,
    /// Its events in the order of time, by place.
    pub(crate) members: Vec<usize>,
}

/// The lanes of `events` from top to bottom. Events without one stand first.
///
/// # Errors
///
/// [`Error::Options`] when the options name a lane that there is not.
pub(crate) fn groups<'a>(
    events: &[Dated<'a>],
    options: &FigureOptions,
) -> Result<Vec<LaneGroup<'a>>> {
    let source = LaneSource::of(events, options);
    let mut groups: Vec<LaneGroup<'a>> = Vec::new();
    let mut places: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    // A milestone is in the lane of its bar.
    let spans = events.iter().filter(|dated| dated.event.is_span());
    let hosts: BTreeMap<&str, Option<&str>> =
        spans.map(|dated| (dated.event.name.as_str(), source.lane(dated.event))).collect();
    for (index, dated) in events.iter().enumerate() {
        let on = dated.event.on.as_deref().filter(|_| !dated.event.is_span());
        let host = on.and_then(|on| hosts.get(on).copied());
        let name = host.unwrap_or_else(|| source.lane(dated.event));
        let place = *places.entry(name).or_insert(groups.len());
        if place == groups.len() {
            groups.push(LaneGroup { name, members: Vec::new() });
        }
        groups[place].members.push(index);
    }
    let row = |group: &LaneGroup<'_>| group.members.iter().map(|&index| events[index].row).min();
    by_start(&mut groups, events);
    match options.lane_order.as_ref().unwrap_or(&LaneOrder::Start) {
        LaneOrder::Start => {}
        LaneOrder::File => groups.sort_by_cached_key(row),
        LaneOrder::Name => {
            groups.sort_by(|one, two| one.name.map(NaturalName).cmp(&two.name.map(NaturalName)));
        }
        LaneOrder::Named(names) => {
            known(names, &groups)?;
            // Of a name that is given twice the first counts.
            let named = names.iter().enumerate().rev();
            let places: BTreeMap<&str, usize> =
                named.map(|(place, name)| (name.as_str(), place)).collect();
            let place =
                |group: &LaneGroup<'_>| group.name.and_then(|name| places.get(name).copied());
            groups.sort_by_cached_key(|group| place(group).unwrap_or(names.len()));
        }
    }
    groups.sort_by_key(|group| group.name.is_some());
    Ok(groups)
}

/// Lanes that begin within one part in so many of the time shown begin together.
const TOGETHER: i128 = 100;

/// The lanes in the order of their starts; of those that begin together, that in which more time is
/// taken comes first.
fn by_start(groups: &mut [LaneGroup<'_>], events: &[Dated<'_>]) {
    let start = |group: &LaneGroup<'_>| group.members.iter().map(|&index| events[index].lo).min();
    let taken = |group: &LaneGroup<'_>| -> i128 {
        let long = |&index: &usize| events[index].hi.nanos_since(events[index].lo);
        group.members.iter().map(long).sum()
    };
    let lo = events.iter().map(|dated| dated.lo).min();
    let hi = events.iter().map(|dated| dated.hi).max();
    let near = lo.zip(hi).map_or(0, |(lo, hi)| hi.nanos_since(lo) / TOGETHER);
    groups.sort_by_cached_key(start);
    let mut rest = groups;
    while let Some(first) = rest.first().and_then(start) {
        let is_together = |group: &LaneGroup<'_>| {
            start(group).is_some_and(|start| start.nanos_since(first) <= near)
        };
        let many = rest.iter().take_while(|group| is_together(group)).count();
        let (together, later) = rest.split_at_mut(many.max(1));
        together.sort_by_key(|group| Reverse(taken(group)));
        rest = later;
    }
}

/// Refuses names that no lane has.
fn known(names: &[String], groups: &[LaneGroup<'_>]) -> Result<()> {
    let lanes: BTreeSet<&str> = groups.iter().filter_map(|group| group.name).collect();
    match names.iter().find(|name| !lanes.contains(name.as_str())) {
        None => Ok(()),
        Some(name) => {
            let lanes: Vec<String> =
                groups.iter().filter_map(|group| group.name.map(quoted)).collect();
            let is_cut =
                groups.iter().any(|group| group.name.is_some_and(|name| name.contains(',')));
            let remedy = if is_cut { "; a name with commas must be in quotes" } else { "" };
            let (name, lanes) = (quoted(name), lanes.join(", "));
            let fact = format!(": there is no lane {name}; there are {lanes}{remedy}");
            Err(Error::options(Code::NoSuchLane, Message::default().unset("lane-order").text(fact)))
        }
    }
}

/// For each event its place in the order of rows.
pub(crate) fn ranks(events: &[Dated<'_>], sort: Sort) -> Vec<usize> {
    let mut order: Vec<usize> = (0..events.len()).collect();
    match sort {
        Sort::Start => {
            order.sort_by_key(|&index| (events[index].lo, Reverse(events[index].hi), index));
        }
        Sort::File => order.sort_by_key(|&index| events[index].row),
        Sort::Duration => {
            let long = |index: usize| events[index].hi.nanos_since(events[index].lo);
            order.sort_by_key(|&index| (Reverse(long(index)), index));
        }
        Sort::Name => order.sort_by_key(|&index| (NaturalName(&events[index].event.name), index)),
    }
    let mut ranks = vec![0; events.len()];
    order.into_iter().enumerate().for_each(|(rank, index)| ranks[index] = rank);
    ranks
}
