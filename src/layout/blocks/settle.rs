//! Blocks in their places: each side's as near to their dates as their widths allow, with tracks for
//! the leaders that leave their dates.

use super::super::cost;
use super::super::tracks::{self, Run};
use super::chain::Chain;
use super::{Block, Form, stacked};
use crate::geometry::Sub;
use crate::layout::{Hang, List, Place, Placement, Problem, Side};

/// What it costs that two blocks are neighbours in time.
pub(super) fn neighbours(first: Option<&Block>, second: &Block) -> i64 {
    let is_same = first.is_some_and(|first| first.side == second.side);
    let is_list = first.is_some_and(Block::is_list) || second.is_list();
    if is_same && is_list { cost::SAME_SIDE } else { 0 }
}

/// Settles blocks, in lists of its own that are used again each time.
pub(super) struct Settler<'a> {
    problem: &'a Problem,
    /// The blocks of a side, by place among all.
    own: Vec<usize>,
    chain: Chain,
    /// The leaders of a side, and where those of each of its blocks begin.
    runs: Vec<Run>,
    firsts: Vec<usize>,
    tracks: Vec<Sub>,
}

impl<'a> Settler<'a> {
    pub(super) fn new(problem: &'a Problem) -> Self {
        let (own, runs, firsts, tracks) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { problem, own, chain: Chain::default(), runs, firsts, tracks }
    }

    /// What blocks cost in their places; none if a side is too narrow, or if that is not less than
    /// `bound`.
    pub(super) fn cost(&mut self, blocks: &[Block], bound: i64) -> Option<i64> {
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
    pub(super) fn placement(&mut self, blocks: &[Block]) -> Option<Placement> {
        let mut placement = Placement {
            places: vec![Place::START; self.problem.labels.len()],
            lists: Vec::new(),
            channels: [0; 2],
            heights: Side::BOTH.map(|side| height(blocks, side)),
        };
        for side in Side::BOTH {
            placement.channels[side as usize] = self.side(blocks, side)?.1;
            let bracket = self.bracket(blocks);
            for (place, &index) in self.own.iter().enumerate() {
                let first = self.firsts[place];
                let put = Put { problem: self.problem, block: &blocks[index], bracket };
                put.set(&mut placement, &self.runs[first..], &self.tracks[first..]);
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
    fn side(&mut self, blocks: &[Block], side: Side) -> Option<(i64, Sub)> {
        let Self { problem, own, chain, .. } = self;
        own.clear();
        own.extend((0..blocks.len()).filter(|&index| blocks[index].side == side));
        let date = |index: usize| problem.labels[index].x;
        let is_crowded = own.windows(2).any(|pair| {
            date(blocks[pair[1]].from) - date(blocks[pair[0]].to - 1) < problem.pole_step
        });
        if is_crowded || !chain.settle(problem, own.iter().map(|&index| &blocks[index])) {
            return None;
        }
        chain.snap(problem, own.iter().map(|&index| &blocks[index]));
        self.runs.clear();
        self.firsts.clear();
        let mut away = 0;
        for (&index, &left) in own.iter().zip(&chain.lefts) {
            let block = &blocks[index];
            let first = self.runs.len();
            self.firsts.push(first);
            leaders(problem, block, left, &mut self.runs);
            let rows = if block.is_list() { block.members().len() } else { 1 };
            let costs = self.runs[first..].iter();
            away += costs.map(|run| cost::distance((run.x - run.pole).abs(), rows)).sum::<i64>();
        }
        let (step, track) = (problem.pole_step, problem.track);
        let height = tracks::lay_into(&mut self.tracks, &self.runs, step, track);
        Some((away, self.bracket(blocks) + height))
    }

    /// The room of brackets on the side settled last.
    fn bracket(&self, blocks: &[Block]) -> Sub {
        let has_list = self.own.iter().any(|&index| blocks[index].is_list());
        if has_list { self.problem.bracket } else { 0 }
    }
}

/// The height of the blocks of a side.
fn height(blocks: &[Block], side: Side) -> Sub {
    let own = blocks.iter().filter(|block| block.side == side);
    own.map(|block| block.size.h).max().unwrap_or(0)
}

/// The leaders of a block whose left edge is at `left`: one of a list, one of each flag.
fn leaders(problem: &Problem, block: &Block, left: Sub, runs: &mut Vec<Run>) {
    let date = |index: usize| problem.labels[index].x;
    match block.form {
        Form::Flag(_, Hang::Left) => {
            runs.push(Run { x: date(block.from), pole: left + block.size.w });
        }
        Form::Flag(_, Hang::Right) | Form::Stack(_) => {
            let shift = left - date(block.from);
            runs.extend(
                block.members().map(|index| Run { x: date(index), pole: date(index) + shift }),
            );
        }
        Form::List(..) | Form::Headed(..) => runs.push(attached(problem, block, left)),
    }
}

/// Where the leader of a list leaves its dates, for a pole. One that is off a bracket's end by less
/// than a mark's half width goes straight out, and the bracket reaches to it.
fn attached(problem: &Problem, block: &Block, pole: Sub) -> Run {
    let labels = &problem.labels;
    let (first, last) = (labels[block.from].x, labels[block.to - 1].x);
    let is_near = (first - problem.slack..=last + problem.slack).contains(&pole);
    Run { x: if is_near { pole } else { pole.clamp(first, last) }, pole }
}

/// A block to be put into a placement.
struct Put<'a> {
    problem: &'a Problem,
    block: &'a Block,
    bracket: Sub,
}

impl Put<'_> {
    /// Puts the block with its leaders, of which the first are its own.
    fn set(&self, placement: &mut Placement, runs: &[Run], tracks: &[Sub]) {
        let Self { problem, block, bracket } = *self;
        let place = Place {
            side: block.side,
            pole: runs[0].pole,
            track: bracket + tracks[0],
            ..Place::START
        };
        match block.form {
            Form::Flag(variant, hang) => {
                placement.places[block.from] = Place { variant, hang, ..place };
            }
            Form::Stack(measure) => {
                let labels = &problem.labels[block.members()];
                for (index, (variant, level)) in
                    stacked(labels, measure, problem.gap).into_iter().enumerate()
                {
                    let (pole, track) = (runs[index].pole, bracket + tracks[index]);
                    placement.places[block.from + index] =
                        Place { variant, level, pole, track, ..place };
                }
            }
            Form::List(measure, columns) | Form::Headed(measure, columns) => {
                placement.places[block.members()].fill(Place { variant: measure, ..place });
                placement.lists.push(List {
                    side: block.side,
                    members: block.members(),
                    measure,
                    columns,
                    is_headed: matches!(block.form, Form::Headed(..)),
                    attach: runs[0].x,
                    pole: place.pole,
                    track: place.track,
                    size: block.size,
                });
            }
        }
    }
}
