//! The figure before its checker.

use super::{Figure, Placed, PlacedList};
use crate::error::{Error, Result};
use crate::geom::Rect;
use crate::layout::check::{self, Drawn, Kind, Scene};

/// Refuses a figure in which anything collides or is missing of `expected` events.
pub(super) fn verify(figure: &Figure, expected: usize) -> Result<()> {
    let violations = check::violations(&scene(figure, expected));
    let told: Vec<String> = violations.iter().take(3).map(ToString::to_string).collect();
    if told.is_empty() {
        return Ok(());
    }
    Err(Error::Internal(format!("{} collisions: {}", violations.len(), told.join("; "))))
}

/// What the checker needs to see of a figure.
pub fn scene(figure: &Figure, expected: usize) -> Scene {
    let count = figure.events.len();
    let drawn = |event: &Placed| Drawn {
        label: event.label,
        leader: event.leader.clone(),
        mark: event.mark.rect,
        kind: event.list.map_or(Kind::Flag, |list| Kind::Row(count + list)),
    };
    let list = |list: &PlacedList| Drawn {
        label: list.rect,
        leader: list.leader.clone(),
        mark: Rect::from_points(list.bracket[0], list.bracket[1]),
        kind: Kind::List,
    };
    let canvas = Rect { x0: 0, y0: 0, x1: figure.size.w, y1: figure.size.h };
    let keys = figure.legend.iter().map(|key| &key.text);
    let lines = figure.heading.iter().chain(keys).chain(&figure.source);
    let signs = figure.ruler.breaks.iter().map(|sign| sign.rect);
    Scene {
        canvas,
        events: figure.events.iter().map(drawn).chain(figure.lists.iter().map(list)).collect(),
        obstacles: lines.map(super::Text::rect).chain([figure.ruler.rect]).chain(signs).collect(),
        expected,
    }
}
