//! Which events share a lane, in which order lanes stand and rows are dealt out.

use crate::compose::domain::Dated;
use crate::error::{Error, Result, quoted};
use crate::options::{FigureOptions, LaneOrder, Sort};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

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
    let mut groups: Vec<LaneGroup<'a>> = Vec::new();
    let mut places: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    for (index, dated) in events.iter().enumerate() {
        let name = dated.event.lane.as_deref();
        let place = *places.entry(name).or_insert(groups.len());
        if place == groups.len() {
            groups.push(LaneGroup { name, members: Vec::new() });
        }
        groups[place].members.push(index);
    }
    let row = |group: &LaneGroup<'_>| group.members.iter().map(|&index| events[index].row).min();
    let start = |group: &LaneGroup<'_>| group.members.iter().map(|&index| events[index].lo).min();
    match options.lane_order.as_ref().unwrap_or(&LaneOrder::Start) {
        LaneOrder::Start => groups.sort_by_cached_key(start),
        LaneOrder::File => groups.sort_by_cached_key(row),
        LaneOrder::Name => groups.sort_by_key(|group| group.name),
        LaneOrder::Named(names) => {
            known(names, &groups)?;
            // Of a name that is given twice the first counts.
            let named = names.iter().enumerate().rev();
            let places: BTreeMap<&str, usize> =
                named.map(|(place, name)| (name.as_str(), place)).collect();
            let place =
                |group: &LaneGroup<'_>| group.name.and_then(|name| places.get(name).copied());
            groups.sort_by_cached_key(|group| (place(group).unwrap_or(names.len()), start(group)));
        }
    }
    groups.sort_by_key(|group| group.name.is_some());
    Ok(groups)
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
            let remedy = if is_cut { "; a name that holds commas stands in quotes" } else { "" };
            let (name, lanes) = (quoted(name), lanes.join(", "));
            Err(Error::options(format!(
                "--lane-order: there is no lane {name}; there are {lanes}{remedy}"
            )))
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
        Sort::Name => order.sort_by_key(|&index| (&events[index].event.name, index)),
    }
    let mut ranks = vec![0; events.len()];
    order.into_iter().enumerate().for_each(|(rank, index)| ranks[index] = rank);
    ranks
}
