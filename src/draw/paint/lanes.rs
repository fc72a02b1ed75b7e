//! Lanes: their names, and the lines between them.

use super::{across_group, guide, obstacle, stroked};
use crate::draw::picture::{Item, Stroke};
use crate::figure::{Figure, PlacedLane};

/// The name of a lane, its line to the lane before, and the ties between parts of one thing;
/// begins its group, which its events follow.
pub(in crate::draw) fn lane(figure: &Figure, lane: &PlacedLane, items: &mut Vec<Item>) {
    items.push(across_group("lane", figure.axis, &lane.rect));
    items.extend(lane.separator.iter().map(|line| guide(figure, "separator", line)));
    let tie = Stroke { colour: figure.theme.leader_neutral, width: figure.sizes.leader };
    items.extend(lane.ties.iter().map(|line| stroked("tie", line, tie)));
    for line in &lane.name {
        items.extend([obstacle(line.rect()), Item::Text(line.clone())]);
    }
}
