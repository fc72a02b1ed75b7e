//! The figure before its checker.

use crate::check::{self, Drawn, DrawnKind, DrawnPage, DrawnPlot, Scene};
use crate::error::{Error, Result};
use crate::figure::{Figure, PlacedColumn, PlacedEvent, PlacedList, PlacedPanel};
use crate::geometry::{Axis, Point, Rect};

/// Refuses a figure in which anything collides or is missing of `expected` events.
pub(crate) fn verify(figure: &Figure, expected: usize) -> Result<()> {
    let violations = check::violations(&scene(figure, expected));
    let first: Vec<String> = violations.iter().take(3).map(ToString::to_string).collect();
    if first.is_empty() {
        return Ok(());
    }
    Err(Error::internal(format!("collisions ({}): {}", violations.len(), first.join("; "))))
}

/// Refuses pages among which an event is missing or twice, or time does not go on.
pub(crate) fn verify_pages(pages: &[Figure], expected: usize) -> Result<()> {
    let drawn = |page: &Figure| DrawnPage {
        size: page.size,
        numbers: page.events.iter().map(|event| event.number).collect(),
        rulers: page.rulers().map(|ruler| (ruler.scale.lo(), ruler.scale.hi())).collect(),
    };
    let pages: Vec<DrawnPage> = pages.iter().map(drawn).collect();
    match check::page_faults(&pages, expected).first() {
        None => Ok(()),
        Some(fault) => Err(Error::internal(format!("pages: {fault}"))),
    }
}

/// What the checker needs to see of a figure. It knows time that runs from left to right: all
/// figures are shown to it so, with places along the axis for x and places across it for y.
pub fn scene(figure: &Figure, expected: usize) -> Scene {
    let axis = figure.axis;
    let rect = |rect: Rect| Axis::Horizontal.rect(axis.span(&rect), axis.cross_span(&rect));
    let point = |&at: &Point| Point::new(axis.along(at), axis.across(at));
    let count = figure.events.len();
    let drawn = |event: &PlacedEvent| Drawn {
        label: rect(event.label),
        leader: event.leader.iter().map(point).collect(),
        mark: rect(event.mark.rect),
        kind: match (event.list, event.slot, event.column) {
            (Some(list), ..) => DrawnKind::Row(count + list),
            (None, Some(slot), _) if slot.is_milestone => DrawnKind::Milestone(slot.lane),
            (None, Some(slot), _) => DrawnKind::Lane(slot.lane),
            (None, None, Some(column)) => DrawnKind::Line(column),
            (None, None, None) => DrawnKind::Flag,
        },
    };
    let list = |list: &PlacedList| Drawn {
        label: rect(list.rect),
        leader: list.leader.iter().map(point).collect(),
        mark: rect(Rect::from_points(list.bracket[0], list.bracket[1])),
        kind: DrawnKind::List,
    };
    let canvas = rect(Rect { x0: 0, y0: 0, x1: figure.size.w, y1: figure.size.h });
    let keys = figure.legend.iter().map(|key| &key.text);
    let heads = figure.lanes.iter().flat_map(|lane| &lane.name);
    let values = figure.panels.iter().flat_map(|panel| &panel.scale).map(|value| &value.label);
    let counts = figure.panels.iter().flat_map(|panel| &panel.head).chain(values);
    let heads = heads.chain(figure.rulers().filter_map(|ruler| ruler.heading.as_ref()));
    let lines = figure.heading.iter().chain(keys).chain(&figure.source).chain(heads).chain(counts);
    let names = figure.eras.iter().map(|era| era.label);
    let markers = figure.markers.iter().filter(|marker| !marker.name.is_empty());
    let names = names.chain(markers.map(|marker| marker.label));
    let lines_across = figure.markers.iter().flat_map(|marker| &marker.line).chain(&figure.grid);
    let signs = figure.drawn_rulers().flat_map(|(_, ruler)| &ruler.breaks).map(|sign| sign.rect);
    let rulers = figure.drawn_rulers().map(|(_, ruler)| ruler.rect);
    let obstacles = lines.map(crate::figure::Text::rect).chain(rulers).chain(signs);
    Scene {
        canvas,
        events: figure.events.iter().map(drawn).chain(figure.lists.iter().map(list)).collect(),
        obstacles: obstacles.chain(names).map(rect).collect(),
        lanes: figure.lanes.iter().map(|lane| rect(lane.rect)).collect(),
        plots: figure.panels.iter().map(|panel| plot(panel, rect)).collect(),
        lines: lines_across.map(|line| line.each_ref().map(point)).collect(),
        expected,
    }
}

/// The columns of a panel as the checker sees them.
fn plot(panel: &PlacedPanel, seen: impl Fn(Rect) -> Rect) -> DrawnPlot {
    let layer = |columns: &[PlacedColumn]| columns.iter().map(|column| seen(column.rect)).collect();
    DrawnPlot {
        rect: seen(panel.rect),
        layers: [&panel.possible, &panel.certain].map(|of| layer(of)),
    }
}
