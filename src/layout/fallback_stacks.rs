//! Stacks: labels that leave their dates, for what is too dense for flags.
//!
//! Labels of a side stand in stacks, poles a step apart, the earliest farthest out; stacks stand
//! side by side, as near to their dates as their widths allow. Places are those of isotonic
//! regression by pooling adjacent violators. One single stack a side is the last resort: it fits
//! whenever the widest label and all poles do.

use super::leader_tracks::{self, LeaderRun};
use super::{Hang, Label, LabelPlace, Placement, Problem, Side, TooNarrow};
use crate::geometry::Sub;

/// Labels one beyond the other.
#[derive(Clone, Debug)]
struct Stack {
    /// The labels, earliest first; it stands farthest out.
    members: Vec<usize>,
    width: Sub,
    height: Sub,
}

/// Stacks that touch and move together.
#[derive(Clone, Debug)]
struct StackGroup {
    stacks: Vec<Stack>,
    width: Sub,
    /// Sum over all labels of the place that each would like the group to begin at.
    wishes: i64,
    count: i64,
}

impl StackGroup {
    /// Sets the stacks of `other` on the right of these.
    fn append(&mut self, other: StackGroup) {
        self.wishes += other.wishes - other.count * i64::from(self.width);
        self.count += other.count;
        self.width += other.width;
        self.stacks.extend(other.stacks);
    }
}

/// One side being stacked.
struct Stacker<'a> {
    problem: &'a Problem,
    /// Which variant every label takes, as far as it has so many.
    variant: usize,
    step: Sub,
    cap: Sub,
}

/// A side with its poles: for each label the pole and the level.
struct StackedSide {
    places: Vec<(usize, Sub, Sub)>,
    height: Sub,
    shift: i64,
}

/// The best stacks that were found for both sides.
pub(super) fn place(problem: &Problem) -> Result<Placement, TooNarrow> {
    let variants = problem.labels.iter().map(|label| label.variants.len()).max().unwrap_or(1);
    // Poles may close up before the figure must grow wider.
    let steps = [problem.pole_step, (problem.pole_step * 2 / 5).max(1)];
    for step in steps {
        let found = (0..variants).filter_map(|variant| both(problem, variant, step));
        if let Some(placement) = found.min_by_key(Placement::height) {
            return Ok(placement);
        }
    }
    Err(TooNarrow { needed: needed(problem, variants, steps[1]) })
}

/// The labels of a side: every other one, or all of them above.
fn members(problem: &Problem, side: Side) -> Vec<usize> {
    if problem.is_above {
        let many = if side == Side::Above { problem.labels.len() } else { 0 };
        return (0..many).collect();
    }
    (0..problem.labels.len()).skip(side as usize).step_by(2).collect()
}

/// The least width that holds one stack a side.
fn needed(problem: &Problem, variants: usize, step: Sub) -> Sub {
    let width = |variant: usize| {
        let stacker = Stacker { problem, variant, step, cap: Sub::MAX };
        Side::BOTH
            .into_iter()
            .map(|side| stacker.pile(&members(problem, side)).map_or(0, |group| group.width))
            .max()
            .unwrap_or(0)
    };
    (0..variants).map(width).min().unwrap_or(0)
}

fn both(problem: &Problem, variant: usize, step: Sub) -> Option<Placement> {
    let mut places = vec![LabelPlace::START; problem.labels.len()];
    let (mut channels, mut heights) = ([0; 2], [0; 2]);
    for (index, side) in Side::BOTH.into_iter().enumerate() {
        let stacked = best_side(problem, &members(problem, side), variant, step)?;
        for &(label, pole, level) in &stacked.places {
            let variant = variant.min(problem.labels[label].variants.len() - 1);
            places[label] =
                LabelPlace { side, variant, pole, hang: Hang::Right, level, track: 0, list: None };
        }
        channels[index] = lay_tracks(problem, &mut places, &members(problem, side), step);
        heights[index] = stacked.height;
    }
    Some(Placement { places, lists: Vec::new(), channels, heights })
}

/// The stacks of least height, near their dates where that is equal; caps grow until three in a
/// row bring nothing.
fn best_side(
    problem: &Problem,
    members: &[usize],
    variant: usize,
    step: Sub,
) -> Option<StackedSide> {
    let mut stacker = Stacker { problem, variant, step, cap: 0 };
    let tallest = members.iter().map(|&label| stacker.size(label).0).max().unwrap_or(0);
    let total: i64 = members.iter().map(|&label| i64::from(stacker.size(label).0)).sum();
    stacker.cap = tallest;
    let mut best: Option<StackedSide> = None;
    let mut idle = 0;
    while idle < 3 {
        if let Some(found) = stacker.side(members) {
            let key = |side: &StackedSide| (i64::from(side.height) * 8 + side.shift, side.height);
            let is_better = best.as_ref().is_none_or(|best| key(&found) < key(best));
            idle = if is_better { 0 } else { idle + 1 };
            best = if is_better { Some(found) } else { best };
        }
        if i64::from(stacker.cap) >= total {
            break;
        }
        stacker.cap = stacker.cap.saturating_add((stacker.cap / 5).max(1));
    }
    best.or_else(|| stacker.single(members))
}

impl Stacker<'_> {
    /// Height, with the gap beyond it, and width of a label.
    fn size(&self, label: usize) -> (Sub, Sub) {
        let Label { variants, .. } = &self.problem.labels[label];
        let size = variants[self.variant.min(variants.len() - 1)].size;
        (size.h + self.problem.gap, size.w)
    }

    /// A stack of one label.
    fn stack(&self, label: usize) -> Stack {
        let (height, width) = self.size(label);
        Stack { members: vec![label], width, height }
    }

    fn group(&self, label: usize) -> StackGroup {
        let (wishes, stack) = (i64::from(self.problem.labels[label].x), self.stack(label));
        StackGroup { width: stack.width, stacks: vec![stack], wishes, count: 1 }
    }

    /// Puts a label on the last stack of a group, nearer to the ruler than the others.
    fn push(&self, group: &mut StackGroup, label: usize) {
        let Some(stack) = group.stacks.last_mut() else { return };
        let (height, width) = self.size(label);
        let left = group.width - stack.width;
        let pole = stack.members.len() as Sub * self.step;
        stack.members.push(label);
        stack.height += height;
        stack.width = stack.width.max(pole + width);
        group.width = left + stack.width;
        group.wishes += i64::from(self.problem.labels[label].x - left - pole);
        group.count += 1;
    }

    /// Where a group would begin if it were alone.
    fn start(&self, group: &StackGroup) -> Sub {
        let wish = group.wishes.div_euclid(group.count.max(1));
        let last = i64::from(self.problem.right - group.width);
        wish.min(last).max(i64::from(self.problem.first_pole)) as Sub
    }

    /// Stacks under the cap, or none if they are too wide side by side.
    fn side(&self, members: &[usize]) -> Option<StackedSide> {
        let mut groups: Vec<StackGroup> = Vec::new();
        for &label in members {
            let mut new = self.group(label);
            let mut is_alone = true;
            while let Some(mut last) =
                groups.pop_if(|last| self.start(last) + last.width > self.start(&new))
            {
                let room = last.stacks.last().map_or(0, |stack| self.cap - stack.height);
                if is_alone && self.size(label).0 <= room {
                    self.push(&mut last, label);
                } else {
                    last.append(new);
                }
                is_alone = false;
                new = last;
            }
            groups.push(new);
        }
        self.settle(&groups)
    }

    /// All labels in one stack, if the room is wide enough.
    fn single(&self, members: &[usize]) -> Option<StackedSide> {
        self.settle(&[self.pile(members)?])
    }

    /// All labels in one stack.
    fn pile(&self, members: &[usize]) -> Option<StackGroup> {
        let (&first, rest) = members.split_first()?;
        let mut group = self.group(first);
        rest.iter().for_each(|&label| self.push(&mut group, label));
        Some(group)
    }

    /// Fixes the groups, pushed back from the right end; none if they reach past the left.
    fn settle(&self, groups: &[StackGroup]) -> Option<StackedSide> {
        let mut stacked = StackedSide { places: Vec::new(), height: 0, shift: 0 };
        let mut limit = self.problem.right;
        for group in groups.iter().rev() {
            let mut left = self.start(group).min(limit - group.width);
            limit = left;
            for stack in &group.stacks {
                let mut level = stack.height;
                stacked.height = stacked.height.max(stack.height - self.problem.gap);
                for (index, &label) in (0..).zip(&stack.members) {
                    level -= self.size(label).0;
                    let pole = left + index * self.step;
                    stacked.shift += i64::from((pole - self.problem.labels[label].x).abs());
                    stacked.places.push((label, pole, level));
                }
                left += stack.width;
            }
        }
        stacked.shift /= stacked.places.len().max(1) as i64;
        (limit >= self.problem.first_pole).then_some(stacked)
    }
}

/// Gives every leader that leaves its date a track of its own where it would cross another, and
/// returns the height of all tracks.
fn lay_tracks(problem: &Problem, places: &mut [LabelPlace], members: &[usize], step: Sub) -> Sub {
    let runs: Vec<LeaderRun> = members
        .iter()
        .map(|&label| LeaderRun { x: problem.labels[label].x, pole: places[label].pole })
        .collect();
    let (tracks, height) = leader_tracks::lay(&runs, step, problem.track);
    for (&label, track) in members.iter().zip(tracks) {
        places[label].track = track;
    }
    height
}
