//! The engine alone: random problems, and the bound at which one stack a side must still fit.

use super::check::{Drawn, Scene, violations};
use super::*;
use crate::geom::{PX, Point, Rect};
use proptest::prelude::*;

fn problem(width: Sub, labels: Vec<(Sub, Vec<(Sub, Sub)>)>) -> Problem {
    let variant = |(rank, (w, h)): (usize, (Sub, Sub))| Variant {
        size: Size::new(w * PX, h * PX),
        cost: rank as Sub * PX,
    };
    let mut labels: Vec<Label> = labels
        .into_iter()
        .map(|(x, sizes)| Label {
            x: x.min(width) * PX,
            variants: sizes.into_iter().enumerate().map(variant).collect(),
        })
        .collect();
    labels.sort_by_key(|label| label.x);
    Problem { left: 0, right: width * PX, labels, pole_step: 5 * PX, track: 4 * PX, gap: 6 * PX }
}

/// What a placement looks like around a ruler from 0 down to 20 px.
fn scene(problem: &Problem, placement: &Placement) -> Scene {
    let drawn = |(label, place): (&Label, &Place)| {
        let side = place.side as usize;
        let (edge, up) = if side == 0 { (0, -1) } else { (20 * PX, 1) };
        let size = label.variants[place.variant].size;
        let near = edge + up * (8 * PX + placement.channels[side] + place.level);
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
            leader: corners.chain([(place.pole, far)]).map(|(x, y)| Point::new(x, y)).collect(),
            mark: Rect { x0: label.x - PX, y0: edge - PX, x1: label.x + PX, y1: edge + PX },
        }
    };
    let tall = 1_000_000 * PX / 64;
    Scene {
        canvas: Rect { x0: problem.left - PX, y0: -tall, x1: problem.right + PX, y1: tall },
        events: problem.labels.iter().zip(&placement.places).map(drawn).collect(),
        obstacles: vec![],
        expected: problem.labels.len(),
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
