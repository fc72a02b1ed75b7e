//! The places of least cost for blocks whose order, forms and sides are known, tracks included.
//!
//! Blocks that touch move together, which costs in straight lines between the places where one of them
//! comes to its dates or its leader begins to pass another's: one of those is the best, or one beside
//! it.

use super::line::NEVER;
use super::model::{Block, Placed, Problem, Weights};

/// Of a block in a place: the cheapest way there, with the place of the block before and how that runs.
#[derive(Clone, Copy)]
struct Least {
    cost: i64,
    at: usize,
    run: usize,
}

const NONE: Least = Least { cost: NEVER, at: 0, run: 0 };

/// The blocks of a side with the width of all before each.
struct Side<'a> {
    problem: &'a Problem,
    blocks: Vec<&'a Block>,
    offsets: Vec<i64>,
    /// Where the first may stand with all that follow touching: others stand there or farther right.
    places: Vec<i64>,
}

impl<'a> Side<'a> {
    fn new(problem: &'a Problem, blocks: Vec<&'a Block>) -> Option<Self> {
        let mut offsets = Vec::new();
        let mut end = 0;
        for block in &blocks {
            offsets.push(end);
            end += block.width + block.after;
        }
        let last = end - blocks.last().map_or(0, |block| block.after);
        let ends = [problem.left, problem.right - last];
        if ends[1] < ends[0] {
            return None;
        }
        let mut side = Self { problem, blocks, offsets, places: Vec::new() };
        let stops = (0..side.blocks.len()).flat_map(|index| side.stops(index));
        let around = stops.chain(ends).flat_map(|stop| stop - 1..=stop + 1);
        let mut places: Vec<i64> = around.map(|place| place.clamp(ends[0], ends[1])).collect();
        places.sort_unstable();
        places.dedup();
        side.places = places;
        Some(side)
    }

    /// Where something changes for a block, less what is before it.
    fn stops(&self, index: usize) -> Vec<i64> {
        let block = self.blocks[index];
        let step = self.problem.pole_step;
        let dates = || self.blocks.iter().flat_map(|block| block.dates.iter().flatten());
        let mut stops = vec![block.straight[0], block.straight[1]];
        for off in &block.leaders {
            stops.extend(dates().flat_map(|date| [date - step - off, date + step - off]));
        }
        for pair in block.dates.windows(2) {
            let near = pair[1][0] - pair[0][0] - step;
            stops.extend([block.straight[0] - near, block.straight[0] + near]);
        }
        stops.iter().map(|stop| stop - self.offsets[index]).collect()
    }

    /// What a block costs at a left edge, and which way it leaves its dates.
    fn cost(&self, block: &Block, left: i64) -> (i64, i64) {
        if block.straight[0] <= left && left <= block.straight[1] {
            return (0, 0);
        }
        let away = (block.near[0] - left).max(left - block.near[1]);
        let weights = &self.problem.weights;
        let each = weights.bent() + away * Weights::slope(block);
        let way = if left > block.near[1] { 1 } else { -1 };
        (each * block.leaders.len() as i64, way)
    }

    /// How many leaders of a block pass over each other at most, and with its last, if the first is the
    /// last of so many.
    fn streak(&self, block: &Block, way: i64, left: i64, first: usize) -> (usize, usize) {
        let side = usize::from(way > 0);
        let (mut streak, mut most) = (first, first);
        for (place, pair) in block.dates.windows(2).enumerate() {
            let (before, next) = (left + block.leaders[place], left + block.leaders[place + 1]);
            let passes = if way > 0 {
                pair[1][side] < before + self.problem.pole_step
            } else {
                pair[0][side] > next - self.problem.pole_step
            };
            streak = if passes { streak + 1 } else { 1 };
            most = most.max(streak);
        }
        (most, streak)
    }

    /// Left edges of least cost with no more tracks than so many, and that cost.
    fn settle(&self, tracks: usize) -> Option<(i64, Vec<i64>)> {
        let (runs, many) = (2 * tracks + 1, self.places.len());
        let mut table: Vec<Vec<Least>> = Vec::new();
        for (index, block) in self.blocks.iter().enumerate() {
            let mut row = vec![NONE; many * runs];
            // The least up to each place by how the block before runs.
            let before = index.checked_sub(1).map(|before| {
                let mut least = vec![NONE; many * runs];
                for at in 0..many {
                    for run in 0..runs {
                        let cost = table[before][at * runs + run].cost;
                        let here = Least { cost, at, run };
                        let known = if at > 0 { least[(at - 1) * runs + run] } else { NONE };
                        least[at * runs + run] = if known.cost <= cost { known } else { here };
                    }
                }
                (self.blocks[before], self.offsets[before], least)
            });
            for at in 0..many {
                let left = self.places[at] + self.offsets[index];
                let (cost, way) = self.cost(block, left);
                let mut put = |from: Least, first: usize| {
                    let (most, last) =
                        if way == 0 { (0, 0) } else { self.streak(block, way, left, first) };
                    if most > tracks || from.cost >= NEVER {
                        return;
                    }
                    let run = if way < 0 { tracks + last } else { last };
                    let known = &mut row[at * runs + run];
                    if from.cost + cost < known.cost {
                        *known = Least { cost: from.cost + cost, ..from };
                    }
                };
                let Some((last, offset, least)) = &before else {
                    put(Least { cost: 0, ..NONE }, 1);
                    continue;
                };
                for run in 0..runs {
                    let streak = if run > tracks { run - tracks } else { run };
                    let all = least[at * runs + run];
                    let runs_right = (1..=tracks).contains(&run);
                    if way > 0 && runs_right {
                        put(all, streak + 1);
                        let free = block.dates[0][1] - self.problem.pole_step;
                        let pole = *offset + last.leaders[last.leaders.len() - 1];
                        let apart =
                            self.places[..=at].partition_point(|place| place + pole <= free);
                        if let Some(apart) = apart.checked_sub(1) {
                            put(least[apart * runs + run], 1);
                        }
                    } else if way < 0 && run > tracks {
                        let date = last.dates[last.dates.len() - 1][0];
                        let passes = date > left + block.leaders[0] - self.problem.pole_step;
                        put(all, if passes { streak + 1 } else { 1 });
                    } else {
                        put(all, 1);
                    }
                }
            }
            table.push(row);
        }
        self.trace(&table, runs)
    }

    fn trace(&self, table: &[Vec<Least>], runs: usize) -> Option<(i64, Vec<i64>)> {
        let Some(last) = table.last() else { return Some((0, Vec::new())) };
        let end = (0..last.len()).min_by_key(|&at| last[at].cost)?;
        let cost = last[end].cost;
        if cost >= NEVER {
            return None;
        }
        let mut at = end;
        let mut lefts = Vec::new();
        for (row, offset) in table.iter().zip(&self.offsets).rev() {
            lefts.push(self.places[at / runs] + offset);
            at = row[at].at * runs + row[at].run;
        }
        lefts.reverse();
        Some((cost, lefts))
    }

    /// Places for each number of tracks that makes them cheaper than fewer do, with that number.
    fn all(&self) -> Vec<(i64, i64, Vec<i64>)> {
        let leaders: usize = self.blocks.iter().map(|block| block.leaders.len()).sum();
        let cheapest = self.settle(leaders).map_or(NEVER, |found| found.0);
        let (mut all, mut least) = (Vec::new(), NEVER);
        for tracks in 0..=leaders {
            if least == cheapest {
                break;
            }
            if let Some((cost, lefts)) = self.settle(tracks).filter(|found| found.0 < least) {
                least = cost;
                all.push((tracks as i64, cost, lefts));
            }
        }
        all
    }

    fn height(&self) -> i64 {
        let has_list = self.blocks.iter().any(|block| block.is_list());
        let tallest = self.blocks.iter().map(|block| block.height).max().unwrap_or(0);
        tallest + if has_list { self.problem.bracket } else { 0 }
    }
}

/// The least that blocks with their sides cost, and their places; none if they do not fit.
pub(crate) fn settled(problem: &Problem, blocks: &[(Block, usize)]) -> Option<(i64, Vec<Placed>)> {
    let own = |side: usize| blocks.iter().filter(move |one| one.1 == side).map(|one| &one.0);
    let sides = [Side::new(problem, own(0).collect())?, Side::new(problem, own(1).collect())?];
    let all = [sides[0].all(), sides[1].all()];
    let heights = |tracks: [i64; 2]| {
        let side = |at: usize| sides[at].height() + problem.track * tracks[at];
        problem.weights.heights([side(0), side(1)], problem.count())
    };
    let pairs = all[0].iter().flat_map(|one| all[1].iter().map(move |other| (one, other)));
    let (one, other) =
        pairs.min_by_key(|(one, other)| one.1 + other.1 + heights([one.0, other.0]))?;
    let mut lefts = [one.2.iter(), other.2.iter()];
    let placed = blocks
        .iter()
        .filter_map(|(block, side)| Some((block.clone(), *side, *lefts[*side].next()?)));
    let placed: Vec<Placed> = placed.collect();
    let cost = problem.price(&placed, false)?;
    Some((cost, placed))
}
