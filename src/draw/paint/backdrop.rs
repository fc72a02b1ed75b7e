//! Eras and the grid, which are behind the events, and markers, which run over bars.

use super::{filled, group, guide, linked_lines, obstacle, place_data, stroked};
use crate::draw::picture::{Group, Item, Outline, Stroke};
use crate::figure::{Figure, PlacedDayOff, PlacedEra, PlacedMarker};
use crate::geometry::Sub;

/// The ground of an era, whose dates are at `along`.
pub(in crate::draw) fn era(
    figure: &Figure,
    era: &PlacedEra,
    along: [Sub; 2],
    items: &mut Vec<Item>,
) {
    let (data, title) = (place_data(figure.axis, &along).collect(), Some(era.title.clone()));
    items.push(Item::Open(Group { class: "era", data, title, ..Group::default() }));
    items.push(filled("ground", Outline::Rect(era.rect), figure.theme.era(era.tint)));
    items.push(Item::Close);
}

/// The ground of days off, whose dates are at `along`; darker where there are eras that it may be
/// over.
pub(in crate::draw) fn day_off(
    figure: &Figure,
    day: &PlacedDayOff,
    along: [Sub; 2],
    items: &mut Vec<Item>,
) {
    let data = place_data(figure.axis, &along).collect();
    let class = if day.title.is_some() { "holiday" } else { "weekend" };
    items.push(Item::Open(Group { class, data, title: day.title.clone(), ..Group::default() }));
    let tint = usize::from(!figure.eras.is_empty());
    items.push(filled("ground", Outline::Rect(day.rect), figure.theme.era(tint)));
    items.push(Item::Close);
}

/// The name of an era.
pub(in crate::draw) fn era_name(era: &PlacedEra, items: &mut Vec<Item>) {
    items.extend([group("era-name"), obstacle(era.label)]);
    linked_lines(&era.name, 0..era.name.len(), era.link.as_ref(), items);
    items.push(Item::Close);
}

/// The line of a marker, whose date is at `along`, and its name.
pub(in crate::draw) fn marker(
    figure: &Figure,
    marker: &PlacedMarker,
    along: Sub,
    items: &mut Vec<Item>,
) {
    let (data, title) = (place_data(figure.axis, &[along]).collect(), Some(marker.title.clone()));
    items.push(Item::Open(Group { class: "time-marker", data, title, ..Group::default() }));
    let width = figure.sizes.leader;
    let line = Stroke { colour: figure.theme.muted, width };
    items.extend(marker.line.iter().map(|piece| stroked("line", piece, line)));
    items.push(obstacle(marker.label));
    linked_lines(&marker.name, 0..marker.name.len(), marker.link.as_ref(), items);
    items.push(Item::Close);
}

/// The grid; nothing where there is none.
pub(in crate::draw) fn grid(figure: &Figure, items: &mut Vec<Item>) {
    if figure.grid.is_empty() {
        return;
    }
    items.push(group("grid"));
    items.extend(figure.grid.iter().map(|piece| guide(figure, "line", piece)));
    items.push(Item::Close);
}
