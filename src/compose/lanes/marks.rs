//! The marks of events in lanes: thick bars for spans, thin ones for dates wider than a dot, dots
//! for the others; several spans of one name are one thing.

use crate::compose::categories::Categories;
use crate::compose::domain::Dated;
use crate::compose::lanes::groups::Group;
use crate::compose::marks::Spot;
use crate::compose::place::uncertainty as doubts;
use crate::compose::style::Look;
use crate::date::{Date, Form, Instant, Precision};
use crate::event::{Event, Kind};
use crate::figure::{MarkEnd, Uncertainty};
use crate::geometry::Sub;
use crate::theme::{Hue, Sizes};
use crate::time::Scale;
use std::collections::{BTreeMap, BTreeSet};

/// The mark of an event before it has its row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Body {
    /// From where to where it is drawn.
    pub(crate) drawn: [Sub; 2],
    /// From where to where it takes room.
    pub(crate) room: [Sub; 2],
    /// Its height; of a dot the diameter.
    pub(crate) height: Sub,
    pub(crate) shape: Shape,
    /// The place of the date.
    pub(crate) at: Sub,
    pub(crate) doubt: Uncertainty,
    pub(crate) hue: Hue,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Dot,
    /// What is known of the date of a point.
    Known,
    Span,
}

/// Something that takes a row: an event, or the spans of one name in their order.
pub(crate) struct Thing {
    /// Its events, by place.
    pub(crate) parts: Vec<usize>,
    /// From where to where its marks take room.
    pub(crate) room: [Sub; 2],
}

impl Thing {
    /// Whether all its events are left out.
    pub(crate) fn is_out(&self, left_out: &[bool]) -> bool {
        self.parts.iter().all(|&part| left_out[part])
    }
}

/// Whether an event goes on for a time, and is not only known by it.
pub(crate) fn is_span(event: &Event) -> bool {
    let is_range = matches!(event.start.form, Form::Range(_));
    event.end.is_some() || event.kind == Kind::Span || is_range
}

/// The marks of events, on a scale from one of `ends` to the other.
pub(crate) fn marks(
    events: &[Dated<'_>],
    scale: Scale,
    ends: [Sub; 2],
    groups: &[Group<'_>],
    categories: &Categories,
    look: &Look,
) -> Vec<Body> {
    let body = |dated: &Dated<'_>| body(dated, scale, ends, categories, look);
    let mut bodies: Vec<Body> = events.iter().map(body).collect();
    let place = |at| scale.place(at, ends[0], ends[1]);
    for group in groups {
        hand_over(events, &group.members, &place, &mut bodies, &look.sizes);
    }
    bodies
}

fn body(
    dated: &Dated<'_>,
    scale: Scale,
    ends: [Sub; 2],
    categories: &Categories,
    look: &Look,
) -> Body {
    let sizes = &look.sizes;
    let place = |at| scale.place(at, ends[0], ends[1]);
    let (doubt, hue, at) = (doubts::of(dated.event), categories.hue(dated.event), place(dated.at));
    let known = [place(dated.lo), place(dated.hi)];
    let [x0, x1] = doubts::reach(known, doubt, ends, sizes);
    let spot = Spot { x0, x1, x: at, hue, doubt, radius: sizes.dot };
    let is_span = is_span(dated.event);
    if !is_span && !spot.is_bar(sizes) {
        let radius = sizes.dot_of(dated.event.importance);
        let drawn = [at - radius, at + radius];
        let room = [drawn[0] - sizes.halo, drawn[1] + sizes.halo];
        return Body { drawn, room, height: 2 * radius, shape: Shape::Dot, at, doubt, hue };
    }
    let drawn = parted(seen(spot.drawn(sizes, ends), ends, sizes), ends, sizes);
    let room = room(drawn, doubt, sizes);
    let (shape, height) =
        if is_span { (Shape::Span, sizes.span) } else { (Shape::Known, sizes.bar) };
    Body { drawn, room, height, shape, at, doubt, hue }
}

/// The same, or wide enough to be seen.
fn seen([x0, x1]: [Sub; 2], [left, right]: [Sub; 2], sizes: &Sizes) -> [Sub; 2] {
    let more = (sizes.separator * 2 + sizes.leader - (x1 - x0)).max(0);
    let x0 = (x0 - more / 2).min(right - more).max(left);
    [x0, x1.max(x0 + more)]
}

/// From where to where a bar takes room, with the question marks beyond it.
fn room(drawn: [Sub; 2], doubt: Uncertainty, sizes: &Sizes) -> [Sub; 2] {
    let caps = doubt.ends.map(|end| if end == MarkEnd::Unknown { sizes.cap } else { 0 });
    [drawn[0] - caps[0], drawn[1] + caps[1]]
}

/// A bar without its halves of the gaps to those that touch it; none at the ends of the ruler.
fn parted([x0, x1]: [Sub; 2], ends: [Sub; 2], sizes: &Sizes) -> [Sub; 2] {
    let part = |x: Sub| if ends.contains(&x) { 0 } else { sizes.separator / 2 };
    [x0 + part(x0), x1 - part(x1)]
}

/// Lets spans of a lane meet in the middle of a day that one ends and another begins on; those of
/// one name in the middle of any date.
fn hand_over<'a>(
    events: &[Dated<'a>],
    members: &[usize],
    place: &dyn Fn(Instant) -> Sub,
    bodies: &mut [Body],
    sizes: &Sizes,
) {
    let key = |date: &Date, name: &'a str| {
        let whose = if date.precision >= Precision::Day { "" } else { name };
        Some((whose, date.lo()?, date.hi()?))
    };
    let start = |index: usize| key(&events[index].event.start, &events[index].event.name);
    let end = |index: usize| {
        events[index].event.end.as_ref().and_then(|end| key(end, &events[index].event.name))
    };
    let is_long =
        |index: &usize| bodies[*index].shape == Shape::Span && start(*index) != end(*index);
    let spans: Vec<usize> = members.iter().copied().filter(is_long).collect();
    let starts: BTreeSet<_> = spans.iter().filter_map(|&index| start(index)).collect();
    let ends: BTreeSet<_> = spans.iter().filter_map(|&index| end(index)).collect();
    let half = sizes.separator / 2;
    for index in spans {
        let body = &mut bodies[index];
        for (side, date, others) in [(0, start(index), &ends), (1, end(index), &starts)] {
            let is_sharp = body.doubt.ends[side] == MarkEnd::Sharp;
            if let Some((_, lo, hi)) = date.filter(|date| is_sharp && others.contains(date)) {
                let middle = place(lo.midpoint(hi));
                body.drawn[side] = if side == 0 { middle + half } else { middle - half };
            }
        }
        let least = sizes.separator + sizes.leader;
        if body.drawn[1] - body.drawn[0] < least {
            let x0 = (body.drawn[0] + body.drawn[1] - least) / 2;
            body.drawn = [x0, x0 + least];
        }
        body.room = room(body.drawn, body.doubt, sizes);
    }
}

/// The things that the events `members` are, which are in the order of time.
pub(crate) fn things(events: &[Dated<'_>], members: &[usize], bodies: &[Body]) -> Vec<Thing> {
    let mut things: Vec<Thing> = Vec::new();
    // The last thing of each name.
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for &index in members {
        let (name, body) = (events[index].event.name.as_str(), &bodies[index]);
        let is_span = body.shape == Shape::Span;
        let last = named.get(name).copied().filter(|_| is_span);
        if let Some(last) = last.filter(|&last| things[last].room[1] <= body.room[0]) {
            things[last].parts.push(index);
            things[last].room[1] = body.room[1];
            continue;
        }
        if is_span {
            named.insert(name, things.len());
        }
        things.push(Thing { parts: vec![index], room: body.room });
    }
    things
}
