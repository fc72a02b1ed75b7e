//! The engine alone: random problems, and the bound at which one stack a side must still fit.

use super::*;
use crate::check::{Drawn, DrawnKind, Scene, violations};
use crate::geometry::{PX, Point, Rect};
use proptest::prelude::*;

pub(super) fn problem(width: Sub, labels: Vec<(Sub, Vec<(Sub, Sub)>)>) -> Problem {
    let variant = |(rank, (w, h)): (usize, (Sub, Sub))| Variant {
        size: Size::new(w * PX, h * PX),
        cost: rank as Sub * PX,
    };
    let mut labels: Vec<Label> = labels
        .into_iter()
        .map(|(x, sizes)| Label {
            x: x.min(width) * PX,
            bare: sizes.iter().take(1).flat_map(|&(w, h)| rows(w * 2 / 3, h)).collect(),
            head: Size::new(40 * PX, 13 * PX),
            is_same: false,
            rows: sizes.iter().take(1).flat_map(|&(w, h)| rows(w, h)).collect(),
            has_detail: sizes.len() > 2,
            is_left_out: false,
            variants: sizes.into_iter().enumerate().map(variant).collect(),
        })
        .collect();
    labels.sort_by_key(|label| label.x);
    for index in 1..labels.len() {
        labels[index].is_same = labels[index].x == labels[index - 1].x;
    }
    Problem {
        left: 0,
        first_pole: 0,
        last_pole: width * PX,
        right: width * PX,
        labels,
        pole_step: 5 * PX,
        track: 4 * PX,
        gap: 6 * PX,
        bracket: 6 * PX,
        slack: 3 * PX,
        edge: 16 * PX,
        column_gap: 14 * PX,
        more: Size::new(40 * PX, 13 * PX),
        room: None,
        axis: Axis::Horizontal,
        style: LabelStyle::Flags,
        is_above: false,
        effort: Effort::Fast,
    }
}

/// A problem of `count` labels by a fixed rule: dates, widths and heights spread by a
/// multiplicative hash of the seed.
pub(super) fn instance(seed: u32, count: usize) -> Problem {
    let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(1);
    let mut next = |most: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as Sub % most as Sub
    };
    let labels = (0..count).map(|_| {
        let (x, w, h) = (next(600), 60 + next(120), 26 + 13 * next(4));
        (x, vec![(w, h), (w * 2 / 3, h + 13)])
    });
    let problem = problem(600, labels.collect());
    Problem { style: LabelStyle::Lists, effort: Effort::Normal, ..problem }
}

/// A row on one line, and on two that are half as wide.
fn rows(w: Sub, h: Sub) -> [Size; 2] {
    let line = 8 + h / 16;
    [Size::new(w * PX, line * PX), Size::new(w / 2 * PX, 2 * line * PX)]
}

/// Edge of the ruler, from 0 down to 20 px, and the direction away from it.
fn edge(side: Side) -> (Sub, Sub) {
    if side == Side::Above { (0, -1) } else { (20 * PX, 1) }
}

/// Where level 0 of a side begins.
fn base(placement: &Placement, side: Side) -> Sub {
    let (edge, up) = edge(side);
    edge + up * (8 * PX + placement.channels[side as usize])
}

fn points(corners: impl IntoIterator<Item = (Sub, Sub)>) -> Vec<Point> {
    corners.into_iter().map(|(x, y)| Point::new(x, y)).collect()
}

/// What a placement looks like around the ruler.
fn scene(problem: &Problem, placement: &Placement) -> Scene {
    let count = problem.labels.len();
    let drawn = |(index, (label, place)): (usize, (&Label, &LabelPlace))| {
        let (edge, up) = edge(place.side);
        let mark = Rect { x0: label.x - PX, y0: edge - PX, x1: label.x + PX, y1: edge + PX };
        if let Some(number) = place.list {
            let list = &placement.lists[number];
            let (row, top) = (index - list.members.start, top(placement, list));
            let each = list.members.len().div_ceil(list.columns);
            let rows = &problem.labels[list.members.clone()];
            let size = |row: &Label| match list.is_headed {
                true => row.bare[list.measure],
                false => row.rows[list.measure],
            };
            let head = if list.is_headed { rows[0].head } else { Size::default() };
            let above = rows[row / each * each..row].iter().map(|row| size(row).h);
            let width = rows.iter().map(|row| size(row).w).fold(head.w, Sub::max);
            let x = list.pole + 6 * PX + (row / each) as Sub * (width + problem.column_gap);
            let corner = Point::new(x, top + head.h + above.sum::<Sub>());
            return Drawn {
                label: Rect::from_origin_size(corner, size(label)),
                leader: points([(label.x, edge), (label.x, edge + up * problem.bracket)]),
                mark,
                kind: DrawnKind::Row(count + number),
            };
        }
        let size = label.variants[place.variant].size;
        let near = base(placement, place.side) + up * place.level;
        let far = near + up * size.h;
        let (x0, x1) = match place.hang {
            Hang::Right => (place.pole + 4 * PX, place.pole + size.w),
            Hang::Left => (place.pole - size.w, place.pole - 4 * PX),
        };
        let track = edge + up * (4 * PX + place.track);
        let jog = [(label.x, track), (place.pole, track)];
        let bends = if place.pole == label.x { &jog[..0] } else { &jog[..] };
        let corners = std::iter::once((label.x, edge)).chain(bends.iter().copied());
        Drawn {
            label: Rect::from_points(Point::new(x0, near), Point::new(x1, far)),
            leader: points(corners.chain([(place.pole, far)])),
            mark,
            kind: DrawnKind::Flag,
        }
    };
    let labels = problem.labels.iter().zip(&placement.places).enumerate();
    let lists = placement.lists.iter().map(|list| framed(problem, placement, list));
    let tall = 1_000_000 * PX / 64;
    Scene {
        canvas: Rect { x0: problem.left - PX, y0: -tall, x1: problem.right + PX, y1: tall },
        events: labels.map(drawn).chain(lists).collect(),
        obstacles: vec![],
        expected: count,
        ..Scene::default()
    }
}

/// Top of the rows of a list.
fn top(placement: &Placement, list: &List) -> Sub {
    let base = base(placement, list.side);
    if list.side == Side::Above { base - list.size.h } else { base }
}

/// A list as a whole.
fn framed(problem: &Problem, placement: &Placement, list: &List) -> Drawn {
    let (edge, up) = edge(list.side);
    let x = |index: usize| problem.labels[index].x;
    let (first, last) = (x(list.members.start), x(list.members.end - 1));
    let (bracket, track) = (edge + up * problem.bracket, edge + up * (4 * PX + list.track));
    let at = list.attach;
    let (first, last) = (first.min(at), last.max(at));
    let jog = [(at, track), (list.pole, track)];
    let bends = if at == list.pole { &jog[..0] } else { &jog[..] };
    let corners = std::iter::once((at, bracket)).chain(bends.iter().copied());
    let end = base(placement, list.side) + up * list.size.h;
    let corner = Point::new(list.pole + 4 * PX, top(placement, list));
    let size = Size::new(list.size.w - 4 * PX, list.size.h);
    Drawn {
        label: Rect::from_origin_size(corner, size),
        leader: points(corners.chain([(list.pole, end)])),
        mark: Rect { x0: first, y0: bracket, x1: last, y1: bracket },
        kind: DrawnKind::List,
    }
}

fn sizes() -> impl Strategy<Value = Vec<(Sub, Sub)>> {
    prop::collection::vec((20..160, 10..80), 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
    #[test]
    fn a_placement_is_sound_or_says_how_wide_it_must_be(
        width in 160..1300,
        labels in prop::collection::vec((prop_oneof![0..1300, Just(700), 690..710], sizes()), 1..80),
    ) {
        let problem = problem(width, labels);
        match place(&problem) {
            Ok(placement) => prop_assert_eq!(violations(&scene(&problem, &placement)), vec![]),
            Err(narrow) => {
                prop_assert!(narrow.needed > problem.right);
                let wider = Problem { right: narrow.needed, ..problem };
                let placement = place(&wider).expect("the width that it asked for");
                prop_assert_eq!(violations(&scene(&wider, &placement)), vec![]);
            }
        }
    }

    #[test]
    fn blocks_are_sound_where_they_fit(
        width in 160..1300,
        labels in prop::collection::vec((prop_oneof![0..1300, Just(700), 690..710], sizes()), 1..120),
    ) {
        let problem = problem(width, labels);
        for style in [LabelStyle::Auto, LabelStyle::Lists] {
            let problem = Problem { style, ..problem.clone() };
            if let Ok(placement) = place(&problem) {
                prop_assert_eq!(violations(&scene(&problem, &placement)), vec![]);
                let rows = placement.lists.iter().map(|list| list.members.len()).sum::<usize>();
                let listed = placement.places.iter().filter(|place| place.list.is_some()).count();
                prop_assert_eq!(rows, listed);
            }
        }
    }

    #[test]
    fn one_stack_a_side_fits_at_the_bound(
        xs in prop::collection::vec(0..600, 2..200),
        (w, h) in (20..160, 10..60),
    ) {
        // Poles two pixels apart and the widest label beside the last.
        let width = xs.len().div_ceil(2).saturating_sub(1) as Sub * 2 + w;
        let problem = problem(width, xs.into_iter().map(|x| (x, vec![(w, h)])).collect());
        let placement = place(&problem).expect("the bound of the single stack");
        prop_assert_eq!(violations(&scene(&problem, &placement)), vec![]);
    }
}

#[test]
fn what_cannot_fit_says_what_it_needs() {
    let labels = (0..12).map(|x| (x * 60, vec![(800, 20)])).collect();
    let narrow = place(&problem(800, labels)).expect_err("no leader can pass a full width");
    assert_eq!(narrow.needed, (800 + 5 * 2) * PX);
}
