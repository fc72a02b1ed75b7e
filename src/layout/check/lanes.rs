//! What can be wrong in lanes, and with lines behind the events.

use super::{Drawn, Kind, REACH, Scene, Violation};
use crate::geom::{Point, Rect, Sub};
use std::collections::BTreeMap;

/// Everything that is wrong with events in their lanes, with lanes and with lines.
pub(super) fn check(scene: &Scene, found: &mut Vec<Violation>) {
    for (index, event) in scene.events.iter().enumerate() {
        if let Kind::Lane(lane) = event.kind {
            alone(scene, index, event, lane, found);
        }
    }
    for (index, pair) in scene.lanes.windows(2).enumerate() {
        if pair[0].y1 > pair[1].y0 {
            found.push(Violation::Lanes(index, index + 1));
        }
    }
    let lines = Lines::of(&scene.lines);
    let is_hit = |rect: &Rect| lines.cross(rect);
    let labels = scene.events.iter().enumerate().filter(|(_, event)| is_hit(&event.label));
    found.extend(labels.map(|(index, _)| Violation::Line(index)));
    let obstacles = scene.obstacles.iter().enumerate().filter(|(_, obstacle)| is_hit(obstacle));
    found.extend(obstacles.map(|(index, _)| Violation::LineObstacle(index)));
}

/// What can be wrong with an event in a lane by itself.
fn alone(scene: &Scene, index: usize, event: &Drawn, lane: usize, found: &mut Vec<Violation>) {
    let band = scene.lanes.get(lane);
    let is_inside = |rect: &Rect| band.is_some_and(|band| band.y0 <= rect.y0 && rect.y1 <= band.y1);
    if !is_inside(&event.mark) || !is_inside(&event.label) {
        found.push(Violation::Astray(index));
    }
    // Parts of a thing that is named once have an empty box.
    let is_named = event.label.width() > 0;
    let is_near = event.mark.grown(REACH).overlaps(&event.label);
    let pole = &event.leader;
    let is_upright = pole.windows(2).all(|pair| pair[0].x == pair[1].x);
    let is_tied = pole.first().is_some_and(|start| holds(&event.mark, *start));
    let is_through = pole.windows(2).any(|pair| through(pair[0], pair[1], &event.label));
    if (is_named && !is_near) || !is_upright || !is_tied || is_through {
        found.push(Violation::Loose(index));
    }
}

/// Whether both are in one lane.
pub(super) fn is_one(first: &Drawn, second: &Drawn) -> bool {
    matches!((first.kind, second.kind), (Kind::Lane(a), Kind::Lane(b)) if a == b)
}

fn holds(rect: &Rect, point: Point) -> bool {
    (rect.x0..=rect.x1).contains(&point.x) && (rect.y0..=rect.y1).contains(&point.y)
}

/// Whether an upright line has a point inside a box; its edges are outside.
fn through(a: Point, b: Point, rect: &Rect) -> bool {
    rect.x0 < a.x && a.x < rect.x1 && a.y.min(b.y) < rect.y1 && rect.y0 < a.y.max(b.y)
}

/// Upright lines by their place.
struct Lines(BTreeMap<Sub, Vec<[Point; 2]>>);

impl Lines {
    fn of(lines: &[[Point; 2]]) -> Self {
        let mut by_place: BTreeMap<Sub, Vec<[Point; 2]>> = BTreeMap::new();
        for &line in lines {
            by_place.entry(line[0].x).or_default().push(line);
        }
        Self(by_place)
    }

    /// Whether any runs through a box.
    fn cross(&self, rect: &Rect) -> bool {
        rect.x0 < rect.x1
            && self
                .0
                .range(rect.x0..rect.x1)
                .any(|(_, lines)| lines.iter().any(|&[from, to]| through(from, to, rect)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::violations;
    use super::*;

    const fn rect(x0: Sub, y0: Sub, x1: Sub, y1: Sub) -> Rect {
        Rect { x0, y0, x1, y1 }
    }

    /// A bar in the first lane with its name to the right, if that has any width.
    fn bar(x0: Sub, x1: Sub, y: Sub, name: Sub) -> Drawn {
        let label = rect(x1 + 5, y, x1 + 5 + name, y + 10);
        Drawn {
            label: if name > 0 { label } else { rect(x0, y, x0, y) },
            leader: vec![Point::new((x0 + x1) / 2, y + 5)],
            mark: rect(x0, y, x1, y + 10),
            kind: Kind::Lane(0),
        }
    }

    fn scene(events: Vec<Drawn>) -> Scene {
        let expected = events.len();
        let lanes = vec![rect(0, 0, 200, 50), rect(0, 50, 200, 90)];
        Scene { canvas: rect(0, 0, 200, 100), events, lanes, expected, ..Scene::default() }
    }

    #[test]
    fn bars_that_touch_and_names_in_bars_are_sound() {
        let mut inside = bar(60, 120, 10, 0);
        inside.label = rect(65, 10, 100, 20);
        assert_eq!(violations(&scene(vec![bar(20, 60, 10, 0), inside])), []);
    }

    #[test]
    fn every_kind_of_fault_of_lanes_is_found() {
        let mut far = bar(20, 40, 10, 0);
        far.label = rect(20, 45, 60, 49).shifted(20 + 2 * REACH, 0);
        let mut slanted = bar(20, 40, 10, 20);
        slanted.leader = vec![Point::new(30, 10), Point::new(31, 5)];
        let mut lined = scene(vec![bar(20, 40, 10, 20)]);
        lined.lines = vec![[Point::new(50, 0), Point::new(50, 40)]];
        lined.obstacles = vec![rect(40, 30, 60, 35)];
        let mut mixed = scene(vec![]);
        mixed.lanes[0].y1 = 60;
        let cases = [
            (scene(vec![bar(20, 60, 10, 0), bar(59, 80, 12, 0)]), Violation::Marks(0, 1)),
            (scene(vec![bar(20, 60, 10, 20), bar(70, 90, 10, 0)]), Violation::LabelMark(0, 1)),
            (scene(vec![bar(20, 60, 45, 20)]), Violation::Astray(0)),
            (scene(vec![far]), Violation::Loose(0)),
            (scene(vec![slanted]), Violation::Loose(0)),
            (scene(vec![bar(20, 190, 10, 20)]), Violation::Outside(0)),
            (lined.clone(), Violation::Line(0)),
            (lined, Violation::LineObstacle(0)),
            (mixed, Violation::Lanes(0, 1)),
        ];
        for (scene, violation) in cases {
            let found = violations(&scene);
            assert!(found.contains(&violation), "{violation}: {found:?}");
        }
    }
}
