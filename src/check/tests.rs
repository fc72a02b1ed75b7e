//! Each fault that the checker can name: a layout with just this fault, and its sound twin.

use super::*;
use proptest::prelude::*;

pub(super) const fn rect(x0: Sub, y0: Sub, x1: Sub, y1: Sub) -> Rect {
    Rect { x0, y0, x1, y1 }
}

/// Holds that nothing is found in the one scene and in the other just this.
#[track_caller]
pub(super) fn proven(sound: &Scene, broken: &Scene, found: &[Violation]) {
    assert_eq!(violations(sound), [], "the sound twin of {found:?}");
    assert_eq!(violations(broken), found);
}

/// Boxes left of, right of, over and under a box, that reach so far into it.
pub(super) fn beside(inner: Rect, by: Sub) -> [Rect; 4] {
    let Rect { x0, y0, x1, y1 } = inner;
    [
        rect(x0 - 2, y0, x0 + by, y1),
        rect(x1 - by, y0, x1 + 2, y1),
        rect(x0, y0 - 2, x1, y0 + by),
        rect(x0, y1 - by, x1, y1 + 2),
    ]
}

/// A flag over a ruler at 90: mark at `x`, pole up to `top`, text right of it.
fn flag(x: Sub, top: Sub, width: Sub) -> Drawn {
    Drawn {
        label: rect(x + 5, top, x + 5 + width, top + 10),
        leader: vec![Point::new(x, 90), Point::new(x, top)],
        mark: rect(x - 3, 87, x + 3, 93),
        kind: DrawnKind::Flag,
    }
}

/// A flag whose leader leaves its date on a track and rises at `pole`.
fn jog(x: Sub, pole: Sub, track: Sub, top: Sub) -> Drawn {
    let corners = [(x, 90), (x, track), (pole, track), (pole, top)];
    Drawn {
        leader: corners.map(|(x, y)| Point::new(x, y)).to_vec(),
        mark: flag(x, top, 10).mark,
        ..flag(pole, top, 10)
    }
}

/// A list of events at 20 and 40, its bracket at 80 over both, its pole at 30.
fn list() -> Drawn {
    Drawn {
        label: rect(35, 20, 100, 60),
        leader: vec![Point::new(30, 80), Point::new(30, 20)],
        mark: rect(20, 80, 40, 80),
        kind: DrawnKind::List,
    }
}

/// A row of the list at that place in the scene.
fn row(x: Sub, top: Sub, list: usize) -> Drawn {
    Drawn {
        label: rect(35, top, 90, top + 10),
        leader: vec![Point::new(x, 90), Point::new(x, 80)],
        kind: DrawnKind::Row(list),
        ..flag(x, top, 10)
    }
}

fn scene(events: Vec<Drawn>) -> Scene {
    let expected = events.iter().filter(|event| event.kind != DrawnKind::List).count();
    Scene {
        canvas: rect(0, 0, 200, 100),
        events,
        obstacles: vec![rect(0, 94, 200, 100)],
        expected,
        ..Scene::default()
    }
}

/// A scene of one event with some part of it changed, on a canvas that holds anything.
fn changed(event: Drawn, change: impl FnOnce(&mut Drawn)) -> Scene {
    let mut event = event;
    change(&mut event);
    Scene { canvas: rect(0, 0, 0, 0).grown(3 * REACH), obstacles: vec![], ..scene(vec![event]) }
}

#[test]
fn a_sound_scene_has_no_violation() {
    let nested = scene(vec![flag(20, 20, 80), flag(40, 50, 60)]);
    assert_eq!(violations(&nested), []);
    let one_date = scene(vec![flag(20, 20, 80), flag(20, 50, 60)]);
    assert_eq!(violations(&one_date), []);
    // The stem may pass a mark.
    assert_eq!(violations(&scene(vec![flag(20, 20, 80), flag(22, 50, 60)])), []);
    for rows in [[row(20, 20, 2), row(40, 30, 2), list()], [list(), row(20, 20, 0), row(40, 30, 0)]]
    {
        assert_eq!(violations(&scene(rows.to_vec())), []);
    }
}

#[test]
fn events_are_counted_and_lists_are_not() {
    let counted = |expected| Scene { expected, ..scene(vec![row(20, 20, 1), list()]) };
    for count in [0, 2] {
        proven(&counted(1), &counted(count), &[Violation::Count]);
    }
}

#[test]
fn every_part_is_on_the_canvas() {
    let upturned = Drawn {
        label: rect(25, 40, 45, 50),
        leader: vec![Point::new(20, 10), Point::new(20, 60)],
        mark: rect(17, 7, 23, 13),
        kind: DrawnKind::Flag,
    };
    let mut left = jog(20, 60, 40, 20);
    left.label = rect(25, 20, 55, 30);
    for (event, Rect { x0, y0, x1, y1 }) in [
        (flag(20, 20, 20), rect(17, 20, 45, 93)),
        (Drawn { label: rect(25, 25, 35, 30), ..flag(20, 20, 1) }, rect(17, 20, 35, 93)),
        (Drawn { label: rect(15, 20, 45, 30), ..jog(20, 10, 40, 20) }, rect(10, 20, 45, 93)),
        (left, rect(17, 20, 60, 93)),
        (upturned, rect(17, 7, 45, 60)),
    ] {
        let on = |canvas: Rect| Scene { canvas, obstacles: vec![], ..scene(vec![event.clone()]) };
        for small in [
            rect(x0 + 1, y0, x1, y1),
            rect(x0, y0 + 1, x1, y1),
            rect(x0, y0, x1 - 1, y1),
            rect(x0, y0, x1, y1 - 1),
        ] {
            proven(&on(rect(x0, y0, x1, y1)), &on(small), &[Violation::Outside(0)]);
        }
    }
}

#[test]
fn labels_and_leaders_may_touch_obstacles_but_not_reach_in() {
    let among = |event: &Drawn, obstacle: Rect| Scene {
        obstacles: vec![rect(0, 94, 200, 100), obstacle],
        ..scene(vec![event.clone()])
    };
    let upright = flag(20, 20, 20);
    for (sound, broken) in beside(upright.label, 0).into_iter().zip(beside(upright.label, 1)) {
        proven(&among(&upright, sound), &among(&upright, broken), &[Violation::Obstacle(0, 1)]);
    }
    let across = jog(20, 60, 60, 20);
    for (event, sound, broken) in [
        (&upright, rect(10, 40, 20, 50), rect(10, 40, 21, 50)),
        (&upright, rect(20, 40, 30, 50), rect(19, 40, 30, 50)),
        (&upright, rect(10, 10, 25, 20), rect(10, 10, 25, 21)),
        (&upright, rect(10, 90, 25, 94), rect(10, 89, 25, 94)),
        (&across, rect(30, 50, 40, 60), rect(30, 50, 40, 61)),
        (&across, rect(30, 60, 40, 70), rect(30, 59, 40, 70)),
        (&across, rect(10, 50, 20, 70), rect(10, 50, 21, 70)),
        (&across, rect(60, 50, 70, 70), rect(59, 50, 70, 70)),
    ] {
        proven(&among(event, sound), &among(event, broken), &[Violation::Obstacle(0, 1)]);
    }
}

#[test]
fn labels_may_touch_but_not_overlap() {
    let with = |label: Rect| {
        let mut other = flag(60, 20, 20);
        other.label = label;
        other.leader[1].y = 60;
        scene(vec![flag(20, 20, 30), other])
    };
    let label = flag(20, 20, 30).label;
    for (sound, broken) in beside(label, 0).into_iter().zip(beside(label, 1)) {
        proven(&with(sound), &with(broken), &[Violation::Labels(0, 1)]);
    }
    let rows = |second| scene(vec![row(20, 20, 2), row(40, second, 2), list()]);
    proven(&rows(30), &rows(29), &[Violation::Labels(0, 1)]);
}

#[test]
fn leaders_pass_by_the_labels_of_others() {
    let two = |x: Sub| scene(vec![flag(20, 50, 35), flag(x, 20, 30)]);
    proven(&two(60), &two(59), &[Violation::LeaderLabel(1, 0)]);
    let turned = |x: Sub| scene(vec![flag(x, 20, 30), flag(20, 50, 35)]);
    proven(&turned(60), &turned(59), &[Violation::LeaderLabel(0, 1)]);
    let across = |track: Sub| scene(vec![flag(40, 50, 35), jog(20, 100, track, 20)]);
    // The pole of the first ends where its label begins.
    proven(&across(49), &across(51), &[Violation::LeaderLabel(1, 0), Violation::Leaders(0, 1)]);
}

#[test]
fn leaders_past_their_stems_and_labels_pass_by_the_marks_of_others() {
    let wide = |x0: Sub| {
        let mut other = flag(60, 30, 10);
        other.mark.x0 = x0;
        other
    };
    let run = |events: &[Drawn]| scene(events.to_vec());
    let (touching, under) = (jog(20, 40, 87, 50), jog(20, 40, 88, 50));
    let found = [Violation::LeaderMark(0, 1)];
    proven(&run(&[touching.clone(), wide(35)]), &run(&[under.clone(), wide(35)]), &found);
    let found = [Violation::LeaderMark(1, 0)];
    proven(&run(&[wide(35), touching]), &run(&[wide(35), under]), &found);
    let low = |bottom: Sub| {
        let mut low = flag(20, 70, 32);
        low.label.y1 = bottom;
        low
    };
    let found = [Violation::LabelMark(0, 1)];
    proven(&run(&[low(87), wide(56)]), &run(&[low(88), wide(56)]), &found);
    let found = [Violation::LabelMark(1, 0)];
    proven(&run(&[wide(56), low(87)]), &run(&[wide(56), low(88)]), &found);
}

#[test]
fn leaders_have_no_point_in_common() {
    let two = |one: &Drawn, other: &Drawn| scene(vec![one.clone(), other.clone()]);
    let left = |mut event: Drawn| {
        event.label = event.label.shifted(-20, 0);
        event
    };
    for (first, sound, broken) in [
        // Both run on one track, or on one pole.
        (jog(20, 60, 80, 20), jog(70, 110, 80, 20), jog(60, 110, 80, 20)),
        (jog(20, 60, 70, 20), jog(40, 80, 71, 50), jog(40, 80, 70, 50)),
        (left(jog(20, 60, 70, 20)), jog(100, 61, 80, 50), jog(100, 60, 80, 50)),
        // The end of one at the other.
        (jog(20, 60, 70, 20), flag(40, 71, 10), flag(40, 70, 10)),
        (flag(40, 70, 10), jog(20, 60, 69, 20), jog(20, 60, 70, 20)),
        (flag(70, 20, 10), left(jog(20, 69, 60, 40)), left(jog(20, 70, 60, 40))),
        (left(flag(40, 20, 10)), jog(90, 41, 60, 40), jog(90, 40, 60, 40)),
    ] {
        proven(&two(&first, &sound), &two(&first, &broken), &[Violation::Leaders(0, 1)]);
        proven(&two(&sound, &first), &two(&broken, &first), &[Violation::Leaders(0, 1)]);
    }
}

#[test]
fn leaders_of_one_date_share_its_line_alone() {
    let two = |track: Sub, pole: Sub| scene(vec![jog(50, 80, 70, 20), jog(50, pole, track, 50)]);
    // To the other side on the same track, to the same side on another.
    for sound in [two(70, 20), two(80, 110)] {
        proven(&sound, &two(70, 110), &[Violation::Leaders(0, 1)]);
    }
    let crossing = scene(vec![jog(50, 80, 80, 20), jog(50, 110, 70, 50)]);
    assert_eq!(violations(&crossing), [Violation::Leaders(0, 1)]);
}

#[test]
fn leaders_that_leave_their_dates_may_pass_over_one_another() {
    assert_eq!(violations(&scene(vec![jog(20, 60, 70, 20), jog(30, 80, 80, 20)])), []);
}

#[test]
fn the_bracket_of_a_list_keeps_clear_of_leaders() {
    let past = |x: Sub| scene(vec![row(20, 20, 2), row(40, 30, 2), list(), flag(x, 70, 10)]);
    proven(&past(41), &past(40), &[Violation::Leaders(2, 3)]);
    let mut other = list();
    other.leader[0].x = 25;
    other.leader[1].x = 25;
    let twice = scene(vec![list(), other]);
    assert_eq!(violations(&twice), [Violation::Labels(0, 1), Violation::Leaders(0, 1)]);
}

#[test]
fn a_leader_begins_at_its_mark() {
    let mark = |mark: Rect| changed(flag(20, 20, 20), |event| event.mark = mark);
    for (sound, broken) in [
        (rect(20, 87, 26, 93), rect(21, 87, 26, 93)),
        (rect(14, 87, 20, 93), rect(14, 87, 19, 93)),
        (rect(17, 90, 23, 96), rect(17, 91, 23, 96)),
        (rect(17, 84, 23, 90), rect(17, 84, 23, 89)),
    ] {
        proven(&mark(sound), &mark(broken), &[Violation::Loose(0)]);
    }
    let none = changed(flag(20, 20, 20), |event| event.leader.clear());
    assert_eq!(violations(&none), [Violation::Loose(0)]);
}

#[test]
fn a_leader_ends_near_its_label() {
    assert_eq!(REACH, crate::geometry::px(32.0));
    let label = |x: Sub, y: Sub| {
        changed(flag(20, 20, 20), |event| event.label = rect(x, y, x + 10, y + 10))
    };
    for (sound, broken) in [
        ([20 + REACH, 15], [21 + REACH, 15]),
        ([10 - REACH, 15], [9 - REACH, 15]),
        ([15, 20 + REACH], [15, 21 + REACH]),
        ([15, 10 - REACH], [15, 9 - REACH]),
    ] {
        let found = [Violation::Loose(0)];
        proven(&label(sound[0], sound[1]), &label(broken[0], broken[1]), &found);
    }
}

#[test]
fn a_leader_is_straight_and_beside_its_own_label() {
    let corners = |points: &[[Sub; 2]]| {
        changed(flag(20, 20, 20), |event| {
            event.leader = points.iter().map(|&[x, y]| Point::new(x, y)).collect();
        })
    };
    let sound = corners(&[[20, 90], [20, 70], [10, 70], [10, 20]]);
    for slanted in [&[[20, 90], [21, 20]][..], &[[20, 90], [20, 70], [10, 69], [10, 20]]] {
        proven(&sound, &corners(slanted), &[Violation::Loose(0)]);
    }
    let label = |x: Sub| changed(flag(20, 20, 20), |event| event.label.x0 = x);
    proven(&label(20), &label(19), &[Violation::Loose(0)]);
}

#[test]
fn the_leader_of_a_row_ends_at_the_bracket_of_its_list() {
    let at = |x: Sub, end: Sub| {
        let mut row = row(x, 20, 1);
        row.leader[1].y = end;
        scene(vec![row, list()])
    };
    for (sound, x, end) in [(20, 19, 80), (40, 41, 80), (25, 25, 81), (25, 25, 79)] {
        proven(&at(sound, 80), &at(x, end), &[Violation::Loose(0)]);
    }
}

#[test]
fn a_row_stands_in_its_list() {
    let Rect { x0, y0, x1, y1 } = list().label;
    let at = |label: Rect| scene(vec![Drawn { label, ..row(20, 20, 1) }, list()]);
    for broken in [
        rect(x0 - 1, y0, x1, y1),
        rect(x0, y0 - 1, x1, y1),
        rect(x0, y0, x1 + 1, y1),
        rect(x0, y0, x1, y1 + 1),
    ] {
        proven(&at(rect(x0, y0, x1, y1)), &at(broken), &[Violation::Astray(0)]);
    }
    let alone = |kind| changed(Drawn { kind, ..flag(20, 20, 20) }, |_| ());
    proven(&alone(DrawnKind::Flag), &alone(DrawnKind::Row(1)), &[Violation::Astray(0)]);
}

#[test]
fn rows_keep_clear_of_other_lists() {
    let second = || {
        let (label, mark) = (rect(135, 20, 190, 60), rect(120, 80, 140, 80));
        Drawn { label, mark, leader: vec![Point::new(130, 80), Point::new(130, 20)], ..list() }
    };
    let astray = scene(vec![list(), second(), row(20, 20, 1)]);
    let found = [
        Violation::Astray(2),
        Violation::Loose(2),
        Violation::Labels(0, 2),
        Violation::Leaders(0, 2),
    ];
    proven(&scene(vec![list(), second(), row(20, 20, 0)]), &astray, &found);
}

fn any_box() -> impl Strategy<Value = Rect> {
    (-20..20, -20..20, -2..9, -2..9).prop_map(|(x, y, w, h)| rect(x, y, x + w, y + h))
}

/// Anything in a small room, sound or not, so that parts often touch.
fn anything() -> impl Strategy<Value = Drawn> {
    let point = || (-20..20, -20..20).prop_map(|(x, y)| Point::new(x, y));
    let kind = prop_oneof![
        Just(DrawnKind::Flag),
        Just(DrawnKind::List),
        (0..6usize).prop_map(DrawnKind::Row),
        (0..2usize).prop_map(DrawnKind::Lane),
        (0..2usize).prop_map(DrawnKind::Milestone),
    ];
    let leader = prop_oneof![
        prop::collection::vec(point(), 0..4),
        (point(), -20..20, -20..20).prop_map(|(from, y, x)| {
            vec![from, Point::new(from.x, y), Point::new(x, y), Point::new(x, from.y)]
        }),
    ];
    (any_box(), leader, any_box(), kind).prop_map(|(label, leader, mark, kind)| Drawn {
        label,
        leader,
        mark,
        kind,
    })
}

proptest! {
    #[test]
    fn no_pair_is_passed_over(
        events in prop::collection::vec(anything(), 0..12),
        obstacles in prop::collection::vec(any_box(), 0..3),
    ) {
        let scene = Scene { obstacles, ..scene(events) };
        let mut all = Vec::new();
        for a in 0..scene.events.len() {
            (a + 1..scene.events.len()).for_each(|b| pair(&scene, a, b, &mut all));
            (0..scene.obstacles.len()).for_each(|number| blocked(&scene, a, number, &mut all));
        }
        let alone = |found: &Violation| {
            use Violation::{
                Ambiguous, Astray, Count, Lanes, Line, LineObstacle, Loose, Outside,
            };
            matches!(found, Count | Outside(_) | Loose(_) | Astray(_) | Line(_))
                || matches!(found, LineObstacle(_) | Lanes(..) | Ambiguous(..))
        };
        let mut near = violations(&scene);
        near.retain(|found| !alone(found));
        prop_assert_eq!(near, all);
    }
}

#[test]
fn many_on_one_date_are_few_pairs() {
    let mut events: Vec<Drawn> = (0..1000).map(|_| row(20, 20, 1000)).collect();
    for (index, event) in events.iter_mut().enumerate() {
        event.label = event.label.shifted(0, 10 * index as Sub);
    }
    events.push(Drawn { label: rect(35, 20, 100, 10_020), ..list() });
    let many = broad_phase::pairs(&scene(events)).len();
    // Each row with its list, with the next row and, by its mark, with nothing else; then the ruler.
    assert_eq!(many, 1000 + 999 + 3);
}

#[test]
fn a_label_that_is_not_drawn_covers_no_mark() {
    let covers = |label| {
        let alone = |label, mark| Drawn { label, leader: vec![], mark, kind: DrawnKind::Flag };
        let marked = alone(rect(0, 0, 0, 0), rect(100, 10, 110, 20));
        let events = vec![marked, alone(label, rect(200, 0, 210, 10))];
        violations(&scene(events)).contains(&Violation::LabelMark(1, 0))
    };
    assert!(covers(rect(105, 15, 105, 18)));
    assert!(!covers(rect(105, 15, 105, 15)));
}

#[test]
fn labels_that_are_not_drawn_are_pairs_with_drawn_ones_alone() {
    let hidden = Drawn {
        label: rect(20, 20, 20, 20),
        leader: vec![],
        mark: rect(0, 0, 0, 0),
        kind: DrawnKind::Flag,
    };
    let mut events = vec![hidden.clone(); 1000];
    assert_eq!(broad_phase::pairs(&scene(events.clone())).len(), 0);
    events.push(Drawn { label: rect(10, 10, 30, 30), ..hidden });
    assert_eq!(broad_phase::pairs(&scene(events)).len(), 1000);
}
