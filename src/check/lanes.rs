//! What can be wrong in lanes, and with lines behind the events.

use super::{Drawn, DrawnKind, REACH, Scene, Violation};
use crate::geometry::{Point, Rect, Sub};
use std::collections::BTreeMap;

/// Everything that is wrong with events in their lanes, with lanes and with lines.
pub(super) fn check(scene: &Scene, found: &mut Vec<Violation>) {
    let mut many = vec![0; scene.lanes.len()];
    for event in scene.events.iter().filter(|event| event.label.width() > 0) {
        if let DrawnKind::Lane(lane) | DrawnKind::Milestone(lane) = event.kind
            && let Some(many) = many.get_mut(lane)
        {
            *many += 1;
        }
    }
    for (index, event) in scene.events.iter().enumerate() {
        if let DrawnKind::Lane(lane) | DrawnKind::Milestone(lane) = event.kind {
            alone(scene, (index, lane), many.get(lane) == Some(&1), found);
        }
    }
    for (index, pair) in scene.lanes.windows(2).enumerate() {
        if pair[0].y1 > pair[1].y0 {
            found.push(Violation::Lanes(index, index + 1));
        }
    }
    ambiguous(scene, found);
    let lines = UprightLines::of(&scene.lines);
    let is_hit = |rect: &Rect| lines.cross(rect);
    let labels = scene.events.iter().enumerate().filter(|(_, event)| is_hit(&event.label));
    found.extend(labels.map(|(index, _)| Violation::Line(index)));
    let obstacles = scene.obstacles.iter().enumerate().filter(|(_, obstacle)| is_hit(obstacle));
    found.extend(obstacles.map(|(index, _)| Violation::LineObstacle(index)));
}

/// What can be wrong with an event in a lane by itself. The only label of a lane may stand level
/// with its mark, before it, at any distance.
fn alone(scene: &Scene, (index, lane): (usize, usize), is_only: bool, found: &mut Vec<Violation>) {
    let event = &scene.events[index];
    let band = scene.lanes.get(lane);
    let is_inside = |rect: &Rect| band.is_some_and(|band| band.y0 <= rect.y0 && rect.y1 <= band.y1);
    if !is_inside(&event.mark) || !is_inside(&event.label) {
        found.push(Violation::Astray(index));
    }
    // Parts of a thing that is named once have an empty box.
    let is_named = event.label.width() > 0;
    let pole = &event.leader;
    // The name of a milestone is near the end of its pole.
    let nearest = match (event.kind, pole.last()) {
        (DrawnKind::Milestone(_), Some(&end)) => Rect::from_points(end, end),
        _ => event.mark,
    };
    let Drawn { label, mark, .. } = event;
    let is_level = label.x1 <= mark.x0 && label.y0 < mark.y1 && mark.y0 < label.y1;
    let is_near = nearest.grown(REACH).overlaps(label) || (is_only && is_level);
    let is_upright = pole.windows(2).all(|pair| pair[0].x == pair[1].x);
    let is_tied = pole.first().is_some_and(|start| holds(&event.mark, *start));
    let is_through = pole.windows(2).any(|pair| through(pair[0], pair[1], &event.label));
    if (is_named && !is_near) || !is_upright || !is_tied || is_through {
        found.push(Violation::Loose(index));
    }
}

/// Labels beside their marks that are not twice as near to these as to others on their level.
fn ambiguous(scene: &Scene, found: &mut Vec<Violation>) {
    // The marks of each level of a lane, from left to right.
    let mut levels: BTreeMap<(usize, Sub), Vec<usize>> = BTreeMap::new();
    for (index, event) in scene.events.iter().enumerate() {
        if let DrawnKind::Lane(lane) = event.kind {
            levels.entry((lane, event.mark.y0 + event.mark.y1)).or_default().push(index);
        }
    }
    for mut level in levels.into_values() {
        level.sort_by_key(|&index| (scene.events[index].mark.x0, index));
        for (place, &index) in level.iter().enumerate() {
            let after = level.get(place + 1).copied();
            let before = place.checked_sub(1).map(|before| level[before]);
            let others = [after, before].into_iter().flatten();
            found.extend(others.filter_map(|other| {
                is_ambiguous(&scene.events[index], &scene.events[other].mark)
                    .then_some(Violation::Ambiguous(index, other))
            }));
        }
    }
}

/// Whether the label of an event, beside its mark on the same level, could be that of another mark.
fn is_ambiguous(event: &Drawn, other: &Rect) -> bool {
    let Drawn { label, mark, .. } = event;
    let is_level = label.width() > 0 && label.y0 < mark.y1 && mark.y0 < label.y1;
    let gap = |from: Sub, to: Sub| i64::from(to) - i64::from(from);
    // To the side on which the label reaches beyond its mark.
    let (own, next) = if label.x0 >= mark.x1 || (label.x1 > mark.x1 && label.x0 >= mark.x0) {
        (gap(mark.x1, label.x0).max(0), gap(label.x1, other.x0))
    } else if label.x1 <= mark.x0 {
        (gap(label.x1, mark.x0), gap(other.x1, label.x0))
    } else {
        return false;
    };
    is_level && next >= 0 && next < 2 * own
}

/// Whether the marks of both, which are in one lane, must not overlap: a milestone is on a bar of its
/// own level.
pub(super) fn are_apart(first: &Drawn, second: &Drawn) -> bool {
    use DrawnKind::{Lane, Milestone};
    let level = |event: &Drawn| event.mark.y0 + event.mark.y1;
    match (first.kind, second.kind) {
        (Lane(a), Lane(b)) | (Milestone(a), Milestone(b)) => a == b,
        (Lane(a), Milestone(b)) | (Milestone(a), Lane(b)) => {
            a == b && level(first) != level(second)
        }
        _ => false,
    }
}

fn holds(rect: &Rect, point: Point) -> bool {
    (rect.x0..=rect.x1).contains(&point.x) && (rect.y0..=rect.y1).contains(&point.y)
}

/// Whether an upright line has a point inside a box; its edges are outside.
fn through(a: Point, b: Point, rect: &Rect) -> bool {
    rect.x0 < a.x && a.x < rect.x1 && a.y.min(b.y) < rect.y1 && rect.y0 < a.y.max(b.y)
}

/// Upright lines by their place.
struct UprightLines(BTreeMap<Sub, Vec<[Point; 2]>>);

impl UprightLines {
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
    use super::super::tests::{beside, proven, rect};
    use super::super::violations;
    use super::*;

    /// A bar in the first lane with its name to the right, if that has any width.
    fn bar(x0: Sub, x1: Sub, y: Sub, name: Sub) -> Drawn {
        let label = rect(x1 + 5, y, x1 + 5 + name, y + 10);
        Drawn {
            label: if name > 0 { label } else { rect(x0, y, x0, y) },
            leader: vec![Point::new((x0 + x1) / 2, y + 5)],
            mark: rect(x0, y, x1, y + 10),
            kind: DrawnKind::Lane(0),
        }
    }

    /// A mark whose name stands on a pole, right of it.
    fn on_pole() -> Drawn {
        Drawn {
            label: rect(35, 10, 60, 20),
            leader: vec![Point::new(30, 35), Point::new(30, 10)],
            mark: rect(25, 30, 35, 40),
            kind: DrawnKind::Lane(0),
        }
    }

    fn scene(events: Vec<Drawn>) -> Scene {
        let expected = events.len();
        let lanes = vec![rect(0, 0, 200, 50), rect(0, 50, 200, 90)];
        Scene { canvas: rect(0, 0, 200, 100), events, lanes, expected, ..Scene::default() }
    }

    /// One event of a lane with some part of it changed, on a canvas that holds anything.
    fn changed(event: Drawn, change: impl FnOnce(&mut Drawn)) -> Scene {
        let mut event = event;
        change(&mut event);
        let (canvas, lanes) = (rect(0, 0, 0, 0).grown(3 * REACH), vec![rect(0, 0, 200, 50)]);
        Scene { canvas, lanes, ..scene(vec![event]) }
    }

    #[test]
    fn bars_that_touch_and_names_in_bars_are_sound() {
        let mut inside = bar(60, 120, 10, 0);
        inside.label = rect(65, 10, 100, 20);
        assert_eq!(violations(&scene(vec![bar(20, 60, 10, 0), inside])), []);
    }

    #[test]
    fn marks_of_one_lane_may_touch_but_not_overlap() {
        let two = |rect: Rect| {
            let other =
                Drawn { mark: rect, leader: vec![Point::new(rect.x0, rect.y0)], ..bar(0, 0, 0, 0) };
            scene(vec![bar(40, 60, 20, 0), other])
        };
        let mark = bar(40, 60, 20, 0).mark;
        for (sound, broken) in beside(mark, 0).into_iter().zip(beside(mark, 1)) {
            proven(&two(sound), &two(broken), &[Violation::Marks(0, 1)]);
        }
        let below = |lane: usize, y: Sub| {
            let other = Drawn { kind: DrawnKind::Lane(lane), ..bar(40, 60, y, 0) };
            scene(vec![bar(40, 60, 40, 0), other])
        };
        proven(&below(1, 50), &below(1, 49), &[Violation::Astray(1)]);
    }

    #[test]
    fn marks_and_names_stay_in_their_lane() {
        let at = |mark: [Sub; 2], label: [Sub; 2]| {
            changed(on_pole(), |event| {
                (event.mark.y0, event.mark.y1) = (mark[0], mark[1]);
                (event.label.y0, event.label.y1) = (label[0], label[1]);
            })
        };
        let sound = at([0, 50], [0, 50]);
        for broken in [
            at([-1, 50], [0, 50]),
            at([0, 51], [0, 50]),
            at([0, 50], [-1, 50]),
            at([0, 50], [0, 51]),
            changed(on_pole(), |event| event.kind = DrawnKind::Lane(1)),
        ] {
            proven(&sound, &broken, &[Violation::Astray(0)]);
        }
    }

    #[test]
    fn a_name_stands_near_its_mark() {
        let label = |by: Sub, width: Sub| {
            changed(bar(20, 40, 10, 0), |event| event.label = rect(by, 10, by + width, 20))
        };
        proven(&label(39 + REACH, 10), &label(40 + REACH, 10), &[Violation::Loose(0)]);
        // The only label of a lane may be far before its mark, level with it.
        let far = |y: Sub| {
            changed(bar(20, 40, 10, 0), |event| {
                event.label = rect(-60 - REACH, y, -50 - REACH, y + 10);
            })
        };
        for (level, off) in [(1, 0), (19, 20)] {
            proven(&far(level), &far(off), &[Violation::Loose(0)]);
        }
        let mut two = far(10);
        two.events.push(bar(60, 80, 30, 10));
        two.expected = 2;
        proven(&far(10), &two, &[Violation::Loose(0)]);
        // What is not named has a box without width.
        proven(&label(50 + REACH, 0), &label(50 + REACH, 1), &[Violation::Loose(0)]);
    }

    #[test]
    fn a_pole_rises_upright_from_its_mark() {
        let pole = |points: &[[Sub; 2]]| {
            changed(on_pole(), |event| {
                event.leader = points.iter().map(|&[x, y]| Point::new(x, y)).collect();
            })
        };
        for (sound, broken) in [
            (&[[25, 35]][..], &[[24, 35]][..]),
            (&[[35, 35]], &[[36, 35]]),
            (&[[30, 30]], &[[30, 29]]),
            (&[[30, 40]], &[[30, 41]]),
            (&[[30, 35], [30, 10]], &[[30, 35], [31, 10]]),
            (&[[30, 35], [30, 20], [30, 10]], &[[30, 35], [30, 20], [29, 10]]),
            (&[[30, 35]], &[]),
        ] {
            proven(&pole(sound), &pole(broken), &[Violation::Loose(0)]);
        }
    }

    #[test]
    fn a_pole_may_touch_its_name_but_not_run_through_it() {
        let name = |x0, y0, x1, y1| changed(on_pole(), |event| event.label = rect(x0, y0, x1, y1));
        for (sound, broken) in [
            (name(30, 15, 60, 25), name(29, 15, 60, 25)),
            (name(10, 15, 30, 25), name(10, 15, 31, 25)),
            (name(10, 0, 60, 10), name(10, 0, 60, 11)),
            (name(10, 35, 60, 45), name(10, 34, 60, 45)),
        ] {
            proven(&sound, &broken, &[Violation::Loose(0)]);
        }
    }

    #[test]
    fn a_name_between_two_marks_is_nearer_to_its_own() {
        // The name is 5 from its own mark.
        let after = |x: Sub| scene(vec![bar(20, 60, 10, 20), bar(x, 120, 10, 0)]);
        proven(&after(95), &after(94), &[Violation::Ambiguous(0, 1)]);
        let before = |x: Sub| {
            let mut named = bar(90, 120, 10, 0);
            named.label = rect(65, 10, 85, 20);
            scene(vec![bar(20, x, 10, 0), named])
        };
        proven(&before(55), &before(56), &[Violation::Ambiguous(1, 0)]);
        let other_row = scene(vec![bar(20, 60, 10, 20), bar(94, 120, 30, 0)]);
        assert_eq!(violations(&other_row), []);
    }

    #[test]
    fn a_milestone_is_on_a_bar_of_its_own_level_and_clear_of_others() {
        let milestone = |x: Sub, y: Sub| Drawn {
            label: rect(x, y + 12, x + 20, y + 20),
            leader: vec![Point::new(x, y + 5), Point::new(x, y + 20)],
            mark: rect(x - 3, y + 2, x + 3, y + 8),
            kind: DrawnKind::Milestone(0),
        };
        let on = |y: Sub| scene(vec![bar(20, 60, 10, 0), milestone(40, y)]);
        proven(&on(10), &on(9), &[Violation::Marks(0, 1)]);
        let two = |x: Sub| {
            let mut other = milestone(x, 10);
            (other.label.y0, other.label.y1, other.leader[1].y) = (35, 43, 43);
            scene(vec![bar(20, 80, 10, 0), milestone(40, 10), other])
        };
        proven(&two(34), &two(35), &[Violation::Marks(1, 2)]);
        let mut far = on(10);
        far.events[1].label = rect(40, 22, 60, 30).shifted(REACH, 0);
        far.canvas = rect(0, 0, 0, 0).grown(3 * REACH);
        assert!(violations(&far).contains(&Violation::Loose(1)));
    }

    #[test]
    fn names_and_poles_keep_clear_of_the_others_of_their_lane() {
        let two = |other: Drawn| scene(vec![bar(20, 60, 10, 20), other]);
        let touching = [Violation::LabelMark(0, 1)];
        proven(&two(bar(95, 99, 10, 0)), &two(bar(84, 99, 10, 0)), &touching);
        let pole = |x: Sub| {
            two(Drawn {
                label: rect(x + 5, 30, x + 15, 40),
                leader: vec![Point::new(x, 35), Point::new(x, 12)],
                mark: rect(x - 5, 40, x + 5, 50).shifted(0, -8),
                kind: DrawnKind::Lane(0),
            })
        };
        proven(&pole(85), &pole(84), &[Violation::LeaderLabel(1, 0)]);
    }

    #[test]
    fn lanes_may_touch_but_not_overlap() {
        let at = |y: Sub| Scene {
            lanes: vec![rect(0, 0, 200, 20), rect(0, 20, 200, 50), rect(0, y, 200, 90)],
            ..scene(vec![])
        };
        proven(&at(50), &at(49), &[Violation::Lanes(1, 2)]);
    }

    #[test]
    fn lines_may_touch_texts_but_not_run_through_them() {
        let lined = |x: Sub, ends: [Sub; 2]| Scene {
            lines: vec![[Point::new(x, ends[0]), Point::new(x, ends[1])]],
            ..scene(vec![bar(20, 40, 10, 20)])
        };
        let in_obstacle = |x: Sub, ends: [Sub; 2]| Scene {
            obstacles: vec![rect(0, 60, 200, 70), rect(45, 10, 65, 20)],
            ..Scene { events: vec![], expected: 0, ..lined(x, ends) }
        };
        for ((sound, ends), (broken, inner)) in [
            ((45, [0, 40]), (46, [0, 40])),
            ((65, [40, 0]), (64, [40, 0])),
            ((50, [0, 10]), (50, [0, 11])),
            ((50, [10, 0]), (50, [11, 0])),
            ((50, [20, 40]), (50, [19, 40])),
            ((50, [40, 20]), (50, [40, 19])),
        ] {
            proven(&lined(sound, ends), &lined(broken, inner), &[Violation::Line(0)]);
            let found = [Violation::LineObstacle(1)];
            proven(&in_obstacle(sound, ends), &in_obstacle(broken, inner), &found);
        }
    }

    #[test]
    fn each_line_is_looked_at() {
        let lines = |xs: [Sub; 2], start: Sub| Scene {
            lines: xs.map(|x| [Point::new(x, start), Point::new(x, start + 1)]).to_vec(),
            ..scene(vec![bar(20, 40, 10, 20)])
        };
        for xs in [[44, 50], [50, 44], [50, 50], [66, 50]] {
            proven(&lines(xs, 20), &lines(xs, 19), &[Violation::Line(0)]);
        }
        let mut two = lines([50, 50], 30);
        two.lines[1][0].y = 0;
        assert_eq!(violations(&two), [Violation::Line(0)], "the second at one place");
    }

    #[test]
    fn a_box_inside_out_is_no_panic() {
        let inverted = changed(bar(20, 40, 10, 0), |event| event.label = rect(30, 10, 20, 20));
        let lines = vec![[Point::new(25, 0), Point::new(25, 40)]];
        assert_eq!(violations(&Scene { lines, ..inverted }), []);
    }
}
