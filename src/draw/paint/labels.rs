//! Events and lists: their marks, leaders and texts.

use super::marks::{MarkPainter, is_bar};
use super::patterns::symbol;
use super::{filled, linked_lines, place_data, stroked, unpainted};
use crate::draw::picture::{Group, Item, Stroke};
use crate::figure::{Figure, PlacedEvent, PlacedList};
use crate::geometry::Sub;

/// An event: mark, leader and label. `along` are the places of the dates that its mark covers.
pub(in crate::draw) fn event(
    figure: &Figure,
    event: &PlacedEvent,
    along: [Sub; 2],
    items: &mut Vec<Item>,
) {
    items.push(Item::Open(event_group(figure, event, along)));
    let mark = MarkPainter { figure, event };
    items.extend(mark.halo());
    if event.leader.len() > 1 {
        let width = figure.sizes.leader;
        if let Some(shared) = event.leader.get(..=event.fork).filter(|corners| corners.len() > 1) {
            let colour = figure.theme.leader_neutral;
            items.push(stroked("leader trunk", shared, Stroke { colour, width }));
        }
        let colour = figure.theme.leader(event.hue);
        let own = event.leader.get(event.fork..).unwrap_or_default();
        items.push(stroked("leader", own, Stroke { colour, width }));
    }
    items.extend(mark.shapes());
    items.extend(event.mark.caps.iter().cloned().map(Item::Text));
    if !event.is_left_out {
        items.push(unpainted("label-box", event.label));
    }
    if let Some(dot) = event.dot {
        let outline = symbol(event.hue.symbol, dot, figure.sizes.list_dot);
        items.push(filled("key", outline, event.hue.mark));
    }
    linked_lines(&event.lines, event.name.clone(), event.link.as_ref(), items);
    items.push(Item::Close);
}

fn event_group(figure: &Figure, event: &PlacedEvent, along: [Sub; 2]) -> Group {
    let places = if is_bar(event) { &along[..] } else { &along[..1] };
    let mut attributes = vec![("id", format!("e{}", event.number))];
    attributes.extend(place_data(figure.axis, places));
    if event.is_left_out {
        attributes.push(("dropped", "true".into()));
    }
    Group {
        class: "event",
        data: attributes,
        events: numbers(figure, [event]),
        title: Some(event.title.clone()),
        link: None,
    }
}

/// The numbers of some events in the list of all.
fn numbers<'a>(figure: &Figure, events: impl IntoIterator<Item = &'a PlacedEvent>) -> Vec<usize> {
    let words = events.into_iter().filter_map(|event| figure.list.events.get(&event.row));
    words.map(|words| words.number).collect()
}

/// Bracket and pole of a list; begins its group, which its events follow.
pub(in crate::draw) fn list(figure: &Figure, list: &PlacedList, items: &mut Vec<Item>) {
    let members = figure.events.get(list.members.clone()).unwrap_or_default();
    let events = numbers(figure, members.iter().filter(|event| event.is_left_out));
    items.push(Item::Open(Group { class: "list", events, ..Group::default() }));
    let stroke = Stroke { colour: figure.theme.neutral().mark, width: figure.sizes.leader };
    for line in [&list.bracket[..], &list.leader[..]] {
        items.push(stroked("leader", line, stroke));
    }
    items.extend(list.more.iter().cloned().map(Item::Text));
}
