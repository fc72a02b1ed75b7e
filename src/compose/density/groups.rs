//! The groups that events are counted in: their lanes, else their categories. The largest stand
//! first; those that have no colour of their own are one group.

use crate::compose::context::Context;
use crate::compose::dated::Dated;
use crate::options::LaneBy;
use crate::theme::{HUES, Hue};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Groups with a name of their own, at most.
const MOST: usize = HUES.len() - 1;

/// Events that are counted together.
pub(crate) struct CountedGroup<'e> {
    /// The name; none where all events are one group.
    pub(crate) name: Option<String>,
    pub(crate) hue: Hue,
    /// Its events in the order of time.
    pub(crate) members: Vec<&'e Dated<'e>>,
}

/// The groups of some events of a figure, the largest first and what has no name last.
pub(crate) fn groups<'e>(events: &[&'e Dated<'e>], context: &Context<'_>) -> Vec<CountedGroup<'e>> {
    let is_by_lane = context.options.lane_by != Some(LaneBy::None)
        && events.iter().any(|dated| dated.event.lane.is_some());
    let mut members: BTreeMap<Option<&str>, Vec<&'e Dated<'e>>> = BTreeMap::new();
    for dated in events {
        let name = match is_by_lane {
            true => dated.event.lane.as_deref(),
            false => context.categories.named(dated.event).map(|(name, _)| name),
        };
        members.entry(name).or_default().push(dated);
    }
    let mut rest = members.remove(&None).unwrap_or_default();
    let mut named: Vec<(&str, Vec<&Dated<'_>>)> =
        members.into_iter().filter_map(|(name, members)| Some((name?, members))).collect();
    named.sort_by_key(|(name, members)| (Reverse(weight(members)), *name));
    for (_, more) in named.drain(MOST.min(named.len())..) {
        rest.extend(more);
    }
    let hue = |members: &[&Dated<'_>]| match (is_by_lane, members.first()) {
        (false, Some(first)) => context.categories.hue(first.event),
        _ => context.style.theme.palette[0].plain(),
    };
    let other = (!named.is_empty()).then(|| context.categories.other().to_owned());
    let named = named.into_iter().map(|(name, members)| (Some(name.to_owned()), members));
    let rest = (!rest.is_empty()).then_some((other, rest));
    let group = |(name, members): (Option<String>, Vec<&'e Dated<'e>>)| {
        let hue = hue(&members);
        CountedGroup { name, hue, members }
    };
    named.chain(rest).map(group).collect()
}

fn weight(members: &[&Dated<'_>]) -> u64 {
    members.iter().map(|dated| dated.weight()).fold(0, u64::saturating_add)
}
