//! Blocks in their places: each side's as near to their dates as their widths allow, with tracks for
//! the leaders that leave their dates.

use super::RunBlock;
use super::shapes::{RunForm, stacked};
use super::spacing::Spacing;
use crate::geometry::Sub;
use crate::layout::leader_tracks::{self, LeaderRun};
use crate::layout::{Hang, LabelPlace, List, Placement, Problem, Side, cost};

/// What it costs that two blocks are neighbours in time.
pub(super) fn neighbours(first: Option<&RunBlock>, second: &RunBlock) -> i64 {
    let is_same = first.is_some_and(|first| first.side == second.side);
    let is_list = first.is_some_and(RunBlock::is_list) || second.is_list();
    if is_same && is_list { cost::SAME_SIDE } else { 0 }
}

/// Settles blocks, in lists of its own that are used again each time.
pub(super) struct Arranger<'a> {
    problem: &'a Problem,
    /// The blocks of a side, by place among all.
    own: Vec<usize>,
    spacing: Spacing,
    /// The leaders of a side, and where those of each of its blocks begin.
    leaders: Vec<LeaderRun>,
    firsts: Vec<usize>,
    tracks: Vec<Sub>,
}

impl<'a> Arranger<'a> {
    pub(super) fn new(problem: &'a Problem) -> Self {
        let (own, leaders, firsts, tracks) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { problem, own, spacing: Spacing::default(), leaders, firsts, tracks }
    }

    /// What blocks cost in their places; none if a side is too narrow, or if that is not less than
    /// `bound`.
    pub(super) fn cost(&mut self, blocks: &[RunBlock], bound: i64) -> Option<i64> {
        let between = blocks.windows(2).map(|pair| neighbours(Some(&pair[0]), &pair[1]));
        let mut total = between.sum::<i64>() + blocks.iter().map(|block| block.cost).sum::<i64>();
        let heights = Side::BOTH.map(|side| height(blocks, side));
        // What all must cost at least.
        if total + cost::height(self.problem, [0; 2], heights) >= bound {
            return None;
        }
        let mut channels = [0; 2];
        for side in Side::BOTH {
            let (away, channel) = self.side(blocks, side)?;
            channels[side as usize] = channel;
            total += away;
        }
        total += cost::height(self.problem, channels, heights);
        (total < bound).then_some(total)
    }

    /// Blocks in their places; none if a side is too narrow.
    pub(super) fn placement(&mut self, blocks: &[RunBlock]) -> Option<Placement> {
        let mut placement = Placement {
            places: vec![LabelPlace::START; self.problem.labels.len()],
            lists: Vec::new(),
            channels: [0; 2],
            heights: Side::BOTH.map(|side| height(blocks, side)),
        };
        for side in Side::BOTH {
            placement.channels[side as usize] = self.side(blocks, side)?.1;
            let bracket = self.bracket(blocks);
            for (place, &index) in self.own.iter().enumerate() {
                let first = self.firsts[place];
                let (leaders, tracks) = (&self.leaders[first..], &self.tracks[first..]);
                let settled = SettledBlock { block: &blocks[index], bracket, leaders, tracks };
                settled.write(self.problem, &mut placement);
            }
        }
        placement.lists.sort_by_key(|list| list.members.start);
        for (number, list) in placement.lists.iter().enumerate() {
            for place in &mut placement.places[list.members.clone()] {
                place.list = Some(number);
            }
        }
        Some(placement)
    }

    /// Settles the blocks of a side: what their distances cost, and the room of their leaders.
    fn side(&mut self, blocks: &[RunBlock], side: Side) -> Option<(i64, Sub)> {
        let Self { problem, own, spacing, .. } = self;
        own.clear();
        own.extend((0..blocks.len()).filter(|&index| blocks[index].side == side));
        let date = |index: usize| problem.labels[index].x;
        let is_crowded = own.windows(2).any(|pair| {
            date(blocks[pair[1]].from) - date(blocks[pair[0]].to - 1) < problem.pole_step
        });
        if is_crowded || !spacing.settle(problem, own.iter().map(|&index| &blocks[index])) {
            return None;
        }
        spacing.snap(problem, own.iter().map(|&index| &blocks[index]));
        self.leaders.clear();
        self.firsts.clear();
        let mut away = 0;
        for (&index, &left) in own.iter().zip(&spacing.lefts) {
            let block = &blocks[index];
            let first = self.leaders.len();
            self.firsts.push(first);
            add_leaders(problem, block, left, &mut self.leaders);
            let rows = if block.is_list() { block.members().len() } else { 1 };
            let costs = self.leaders[first..].iter();
            away += costs.map(|one| cost::distance((one.x - one.pole).abs(), rows)).sum::<i64>();
        }
        let (step, track) = (problem.pole_step, problem.track);
        let height = leader_tracks::lay_into(&mut self.tracks, &self.leaders, step, track);
        Some((away, self.bracket(blocks) + height))
    }

    /// The room of brackets on the side settled last.
    fn bracket(&self, blocks: &[RunBlock]) -> Sub {
        let has_list = self.own.iter().any(|&index| blocks[index].is_list());
        if has_list { self.problem.bracket } else { 0 }
    }
}

/// The height of the blocks of a side.
fn height(blocks: &[RunBlock], side: Side) -> Sub {
    let own = blocks.iter().filter(|block| block.side == side);
    own.map(|block| block.size.h).max().unwrap_or(0)
}

/// Adds the leaders of a block whose left edge is at `left`: one of a list, one of each flag.
fn add_leaders(problem: &Problem, block: &RunBlock, left: Sub, leaders: &mut Vec<LeaderRun>) {
    let first = problem.labels[block.from].x;
    match block.form {
        RunForm::Flag(_, Hang::Left) => {
            leaders.push(LeaderRun { x: first, pole: left + block.size.w });
        }
        RunForm::Flag(_, Hang::Right) | RunForm::Stack(_) => {
            let dates = problem.labels[block.members()].iter().map(|label| label.x);
            leaders.extend(dates.map(|x| LeaderRun { x, pole: x + left - first }));
        }
        RunForm::List(..) | RunForm::Headed(..) => leaders.push(attached(problem, block, left)),
    }
}

/// Where the leader of a list leaves its dates, for a pole. One that is off a bracket's end by less
/// than a mark's half width goes straight out, and the bracket reaches to it.
fn attached(problem: &Problem, block: &RunBlock, pole: Sub) -> LeaderRun {
    let labels = &problem.labels;
    let (first, last) = (labels[block.from].x, labels[block.to - 1].x);
    let is_near = (first - problem.slack..=last + problem.slack).contains(&pole);
    LeaderRun { x: if is_near { pole } else { pole.clamp(first, last) }, pole }
}

/// A block in its place.
struct SettledBlock<'a> {
    block: &'a RunBlock,
    bracket: Sub,
    /// Leaders with their tracks, of which the first are those of the block.
    leaders: &'a [LeaderRun],
    tracks: &'a [Sub],
}

impl SettledBlock<'_> {
    fn write(&self, problem: &Problem, placement: &mut Placement) {
        let block = self.block;
        match block.form {
            RunForm::Flag(variant, hang) => {
                placement.places[block.from] = LabelPlace { variant, hang, ..self.place(0) };
            }
            RunForm::Stack(measure) => {
                let levels = stacked(&problem.labels[block.members()], measure, problem.gap);
                for (index, (variant, level)) in levels.into_iter().enumerate() {
                    placement.places[block.from + index] =
                        LabelPlace { variant, level, ..self.place(index) };
                }
            }
            RunForm::List(measure, columns) | RunForm::Headed(measure, columns) => {
                let place = LabelPlace { variant: measure, ..self.place(0) };
                placement.places[block.members()].fill(place);
                placement.lists.push(List {
                    side: block.side,
                    members: block.members(),
                    measure,
                    columns,
                    is_headed: matches!(block.form, RunForm::Headed(..)),
                    attach: self.leaders[0].x,
                    pole: place.pole,
                    track: place.track,
                    size: block.size,
                });
            }
        }
    }

    /// The place of a label at the end of a leader.
    fn place(&self, leader: usize) -> LabelPlace {
        LabelPlace {
            side: self.block.side,
            pole: self.leaders[leader].pole,
            track: self.bracket + self.tracks[leader],
            ..LabelPlace::START
        }
    }
}
