//! Flags of one side, every pole at its date.
//!
//! Labels are peeled: whoever covers no pole still to come takes the nearest free level beyond
//! what it covers. A step never blocks a later one, so the order alone decides. As the nearest level
//! takes no heed of labels to come, the last labels are hung left of their poles in turn, too: that
//! leaves the ones before them the room to their right.

use super::{Hang, Label, Problem, cost};
use crate::geometry::Sub;

/// A flag in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StraightFlag {
    /// Which label, by place in the problem.
    pub(super) label: usize,
    pub(super) variant: usize,
    pub(super) hang: Hang,
    pub(super) level: Sub,
    x0: Sub,
    x1: Sub,
    pole: Sub,
    pub(super) top: Sub,
    /// What it costs by itself.
    cost: i64,
}

impl StraightFlag {
    /// What counts against it while the next flag is chosen: how far out it reaches, and itself.
    fn weight(&self) -> i64 {
        i64::from(self.top) + self.cost
    }
}

/// How many of the last labels of a side are hung left in turn.
const TURNED: usize = 4;

/// The flags of one side.
pub(super) struct SideFlags {
    pub(super) flags: Vec<StraightFlag>,
    /// Their levels, and what they cost by themselves.
    pub(super) cost: i64,
}

impl SideFlags {
    /// How far out they reach.
    pub(super) fn height(&self) -> Sub {
        self.flags.iter().map(|flag| flag.top).max().unwrap_or(0)
    }
}

/// Places the labels `members` of one side of `count` in all, in the way of least cost; none if poles
/// stand too close or every step is stuck.
pub(super) fn peel(problem: &Problem, members: &[usize], count: usize) -> Option<SideFlags> {
    let least = members.len().saturating_sub(TURNED);
    let turns = (least..=members.len()).rev();
    let found = turns.filter_map(|turn| peel_turned(problem, members, turn));
    found.min_by_key(|side| cost::side(side.height(), side.cost, count))
}

/// The same with the labels from place `turn` on left of their poles.
fn peel_turned(problem: &Problem, members: &[usize], turn: usize) -> Option<SideFlags> {
    let crowded = members.windows(2).any(|pair| {
        let apart = problem.labels[pair[1]].x - problem.labels[pair[0]].x;
        apart != 0 && apart < problem.pole_step
    });
    if crowded {
        return None;
    }
    let turned = members.get(turn).copied();
    let mut placed: Vec<StraightFlag> = Vec::with_capacity(members.len());
    let mut waiting = members.to_vec();
    while !waiting.is_empty() {
        let best = waiting
            .iter()
            .enumerate()
            .filter_map(|(at, _)| nearest(problem, (&waiting, at, turned), &placed))
            .min_by_key(|flag| (flag.weight(), flag.label))?;
        waiting.retain(|&label| label != best.label);
        placed.push(best);
    }
    let cost = placed.iter().map(|flag| i64::from(flag.level) + flag.cost).sum();
    Some(SideFlags { flags: placed, cost })
}

/// The nearest place for the label at `at` of `waiting` that covers no other pole of those, which
/// are in the order of time; left of its pole from the label `turned` on.
fn nearest(
    problem: &Problem,
    (waiting, at, turned): (&[usize], usize, Option<usize>),
    placed: &[StraightFlag],
) -> Option<StraightFlag> {
    let label = waiting[at];
    let hangs = match turned.is_some_and(|turned| label >= turned) {
        true => &[Hang::Left][..],
        false => &[Hang::Right, Hang::Left],
    };
    let Label { x, variants, .. } = &problem.labels[label];
    // Poles stand a step apart, so only those inside a box matter: the next one, first of all.
    let pole = |&other: &usize| problem.labels[other].x;
    let before = waiting[..at].iter().rev().map(pole).find(|pole| pole < x);
    let after = waiting[at..].iter().map(pole).find(|pole| pole > x);
    let mut best: Option<StraightFlag> = None;
    for (variant, shape) in variants.iter().enumerate() {
        for &hang in hangs {
            let (x0, x1) = match hang {
                Hang::Right => (*x, x + shape.size.w),
                Hang::Left => (x - shape.size.w, *x),
            };
            let is_inside = problem.left <= x0 && x1 <= problem.right;
            let covers = |pole: Sub| x0 < pole && pole < x1;
            if !is_inside || before.is_some_and(covers) || after.is_some_and(covers) {
                continue;
            }
            let level = lowest([x0, x1], shape.size.h, problem, placed);
            let top = level + shape.size.h;
            let cost = cost::flag(shape, hang);
            let flag = StraightFlag { label, variant, hang, level, x0, x1, pole: *x, top, cost };
            if best.is_none_or(|best| flag.weight() < best.weight()) {
                best = Some(flag);
            }
        }
    }
    best
}

/// The lowest level at which a box from `x0` to `x1` of height `h` meets nothing placed.
fn lowest([x0, x1]: [Sub; 2], h: Sub, problem: &Problem, placed: &[StraightFlag]) -> Sub {
    // A covered pole runs down to the ruler: the box stands beyond its flag.
    let covered = placed
        .iter()
        .filter(|flag| x0 < flag.pole && flag.pole < x1)
        .map(|flag| flag.top + problem.gap);
    let mut level = covered.max().unwrap_or(0);
    let mut around: Vec<&StraightFlag> =
        placed.iter().filter(|flag| flag.x0 < x1 && x0 < flag.x1).collect();
    around.sort_by_key(|flag| flag.level);
    for flag in around {
        if flag.level < level + h + problem.gap && level < flag.top + problem.gap {
            level = flag.top + problem.gap;
        }
    }
    level
}
