//! Blocks in their places: each side's as near to their dates as their widths allow, with tracks for
//! the leaders that leave their dates.

use super::super::cost;
use super::super::tracks::{self, Run};
use super::{Block, Form};
use crate::geom::Sub;
use crate::layout::{Hang, List, Place, Placement, Problem, Side};

/// What it costs that two blocks are neighbours in time.
pub(super) fn neighbours(first: Option<&Block>, second: &Block) -> i64 {
    let is_same = first.is_some_and(|first| first.side == second.side);
    let is_list = first.is_some_and(Block::is_list) || second.is_list();
    if is_same && is_list { cost::SAME_SIDE } else { 0 }
}

/// Blocks in their places, and what all of it costs; none if a side is too narrow.
pub(super) fn settled(problem: &Problem, blocks: &[Block]) -> Option<(i64, Placement)> {
    let mut placement = Placement {
        places: vec![Place::START; problem.labels.len()],
        lists: Vec::new(),
        channels: [0; 2],
        heights: [0; 2],
    };
    let mut total: i64 = blocks.windows(2).map(|pair| neighbours(Some(&pair[0]), &pair[1])).sum();
    for side in Side::BOTH {
        let own: Vec<&Block> = blocks.iter().filter(|block| block.side == side).collect();
        let date = |index: usize| problem.labels[index].x;
        let crowded =
            |pair: &[&Block]| date(pair[1].from) - date(pair[0].to - 1) < problem.pole_step;
        if own.windows(2).any(crowded) {
            return None;
        }
        let lefts = settle(problem, &own)?;
        let poles: Vec<Sub> =
            own.iter().zip(&lefts).map(|(block, &left)| block.pole(left)).collect();
        let runs: Vec<Run> =
            own.iter().zip(&poles).map(|(block, &pole)| run(problem, block, pole)).collect();
        let (tracks, height) = tracks::lay(&runs, problem.pole_step, problem.track);
        let bracket = if own.iter().any(|block| block.is_list()) { problem.bracket } else { 0 };
        placement.channels[side as usize] = bracket + height;
        placement.heights[side as usize] = own.iter().map(|block| block.size.h).max().unwrap_or(0);
        for (index, block) in own.into_iter().enumerate() {
            total += block.cost
                + cost::distance((runs[index].x - poles[index]).abs(), block.members().len());
            let track = bracket + tracks[index];
            put(&mut placement, block, runs[index], track);
        }
    }
    placement.lists.sort_by_key(|list| list.members.start);
    for (number, list) in placement.lists.iter().enumerate() {
        for place in &mut placement.places[list.members.clone()] {
            place.list = Some(number);
        }
    }
    total += cost::height(problem, &placement);
    Some((total, placement))
}

/// Where a block's leader leaves its dates, for a pole. One that is off a bracket's end by less
/// than a mark's half width goes straight out, and the bracket reaches to it.
fn run(problem: &Problem, block: &Block, pole: Sub) -> Run {
    let labels = &problem.labels;
    let (first, last) = (labels[block.from].x, labels[block.to - 1].x);
    let slack = if block.is_list() { problem.slack } else { 0 };
    let is_near = (first - slack..=last + slack).contains(&pole);
    Run { x: if is_near { pole } else { pole.clamp(first, last) }, pole }
}

fn put(placement: &mut Placement, block: &Block, Run { x, pole }: Run, track: Sub) {
    let side = block.side;
    match block.form {
        Form::Flag(variant, hang) => {
            let place = Place { side, variant, pole, hang, level: 0, track, list: None };
            placement.places[block.from] = place;
        }
        Form::List(measure, columns) | Form::Headed(measure, columns) => {
            let place = Place {
                side,
                variant: measure,
                pole,
                hang: Hang::Right,
                level: 0,
                track,
                list: None,
            };
            placement.places[block.members()].fill(place);
            let members = block.members();
            placement.lists.push(List {
                side,
                members,
                measure,
                columns,
                is_headed: matches!(block.form, Form::Headed(..)),
                attach: x,
                pole,
                track,
                size: block.size,
            });
        }
    }
}

/// Rounds of moving blocks to the nearest of their ideal places.
const ROUNDS: usize = 4;

/// The left edges of the blocks of a side, in order and apart, as near to their ideals as that
/// allows; none if they are too wide together.
fn settle(problem: &Problem, blocks: &[&Block]) -> Option<Vec<Sub>> {
    let offsets: Vec<i64> = blocks
        .iter()
        .scan(0, |sum, block| {
            let offset = *sum;
            *sum += i64::from(block.size.w);
            Some(offset)
        })
        .collect();
    let total: i64 = blocks.iter().map(|block| i64::from(block.size.w)).sum();
    let (left, right) = (i64::from(problem.left), i64::from(problem.right) - total);
    if right < left {
        return None;
    }
    let mut wishes: Vec<i64> = blocks.iter().map(|block| i64::from(block.ideal[0])).collect();
    let mut lefts = wishes.clone();
    for _ in 0..ROUNDS {
        let targets = wishes.iter().zip(&offsets).map(|(wish, offset)| wish - offset);
        let weights = blocks.iter().map(|block| block.members().len() as i64);
        let pooled = pooled(targets.zip(weights));
        lefts = pooled
            .iter()
            .zip(&offsets)
            .map(|(y, offset)| y.clamp(&left, &right) + offset)
            .collect();
        for ((wish, block), &at) in wishes.iter_mut().zip(blocks).zip(&lefts) {
            *wish = at.clamp(block.ideal[0].into(), block.ideal[1].into());
        }
    }
    Some(lefts.into_iter().map(|left| left as Sub).collect())
}

/// The growing values nearest to the targets by weighted squares: neighbours in the wrong order
/// share their mean.
fn pooled(targets: impl Iterator<Item = (i64, i64)>) -> Vec<i64> {
    // Sum of weighted targets, weight, how many.
    let mut pools: Vec<(i64, i64, usize)> = Vec::new();
    for (target, weight) in targets {
        let mut pool = (target * weight, weight, 1);
        while let Some(last) =
            pools.pop_if(|last| last.0.div_euclid(last.1) > pool.0.div_euclid(pool.1))
        {
            pool = (last.0 + pool.0, last.1 + pool.1, last.2 + pool.2);
        }
        pools.push(pool);
    }
    pools
        .into_iter()
        .flat_map(|(sum, weight, many)| std::iter::repeat_n(sum.div_euclid(weight), many))
        .collect()
}
