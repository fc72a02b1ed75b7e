//! The figure before its checker.

use crate::check::{self, Drawn, Kind, Scene};
use crate::error::{Error, Result};
use crate::figure::{Figure, PlacedEvent, PlacedList};
use crate::geometry::{Axis, Point, Rect};

/// Refuses a figure in which anything collides or is missing of `expected` events.
pub(crate) fn verify(figure: &Figure, expected: usize) -> Result<()> {
    let violations = check::violations(&scene(figure, expected));
    let told: Vec<String> = violations.iter().take(3).map(ToString::to_string).collect();
    if told.is_empty() {
        return Ok(());
    }
    Err(Error::internal(format!("collisions ({}): {}", violations.len(), told.join("; "))))
}

/// What the checker needs to see of a figure. It knows poles that rise from a level ruler: an upright
/// one is shown to it with the axes exchanged.
pub fn scene(figure: &Figure, expected: usize) -> Scene {
    let rect = |rect: Rect| if figure.axis == Axis::Vertical { rect.turned() } else { rect };
    let point = |&point: &Point| if figure.axis == Axis::Vertical { point.turned() } else { point };
    let count = figure.events.len();
    let drawn = |event: &PlacedEvent| Drawn {
        label: rect(event.label),
        leader: event.leader.iter().map(point).collect(),
        mark: rect(event.mark.rect),
        kind: match (event.list, event.seat) {
            (Some(list), _) => Kind::Row(count + list),
            (None, Some(seat)) => Kind::Lane(seat.lane),
            (None, None) => Kind::Flag,
        },
    };
    let list = |list: &PlacedList| Drawn {
        label: rect(list.rect),
        leader: list.leader.iter().map(point).collect(),
        mark: rect(Rect::from_points(list.bracket[0], list.bracket[1])),
        kind: Kind::List,
    };
    let canvas = rect(Rect { x0: 0, y0: 0, x1: figure.size.w, y1: figure.size.h });
    let keys = figure.legend.iter().map(|key| &key.text);
    let heads = figure.lanes.iter().flat_map(|lane| &lane.name);
    let lines = figure.heading.iter().chain(keys).chain(&figure.source).chain(heads);
    let names = figure.eras.iter().map(|era| era.label);
    let names = names.chain(figure.markers.iter().map(|marker| marker.label));
    let upright = figure.markers.iter().flat_map(|marker| &marker.line).chain(&figure.grid);
    let signs = figure.ruler.breaks.iter().map(|sign| sign.rect);
    let obstacles = lines.map(crate::figure::Text::rect).chain([figure.ruler.rect]).chain(signs);
    Scene {
        canvas,
        events: figure.events.iter().map(drawn).chain(figure.lists.iter().map(list)).collect(),
        obstacles: obstacles.chain(names).map(rect).collect(),
        lanes: figure.lanes.iter().map(|lane| lane.rect).collect(),
        lines: upright.copied().collect(),
        expected,
    }
}
