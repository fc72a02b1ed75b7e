//! All ways to set the events as blocks, in order of time: of two ways to have come to a cut the one
//! that the other beats whatever comes is dropped, and so is what can be no cheaper than what is known.

use super::bound::{Bounds, Classes, Has, Suffix};
use super::chain::Tracks;
use super::chains::Chains;
use super::line::NEVER;
use super::model::{Block, Problem};
use super::prices::{PARTS, Prices, tuned};
use std::collections::HashMap;
use std::time::Instant;

/// Classes of heights that the bound tells apart.
const CLASSES: usize = 48;
/// So many ways are tried between looks at the clock.
const STRETCH: usize = 64;

/// Events up to a cut as blocks. Costs are in eighths of a sub-pixel.
#[derive(Clone, Copy)]
struct Way {
    /// Of blocks and neighbours, without distances.
    cost: i64,
    /// With distances.
    least: i64,
    /// With what comes.
    bound: i64,
    chains: [u32; 2],
    has: [Has; 2],
    heights: [i64; 2],
    side: usize,
    is_list: bool,
    before: u32,
    block: u32,
}

const NONE: u32 = u32::MAX;

/// What came of a pass.
pub(crate) struct Found {
    /// No way costs less, nor less than what was known before.
    pub(crate) lower: i64,
    /// The cheapest blocks with their sides, if cheaper than what was known.
    pub(crate) best: Option<Vec<(Block, usize)>>,
    pub(crate) is_whole: bool,
    pub(crate) ways: usize,
}

pub(crate) struct Search<'a> {
    pub(crate) problem: &'a Problem,
    pub(crate) blocks: Vec<Block>,
    classes: Classes,
    pub(crate) prices: Prices,
    spaces: HashMap<Tracks, Chains>,
    deadline: Instant,
}

impl<'a> Search<'a> {
    /// A search for what costs less than `upper`.
    pub(crate) fn new(problem: &'a Problem, upper: i64, deadline: Instant) -> Self {
        let mut blocks = problem.blocks();
        let least = |block: &Block| {
            block.cost + problem.weights.heights([block.height, 0], problem.count())
        };
        blocks.retain(|block| least(block) < upper);
        blocks.sort_by_key(|block| block.run.start);
        let classes = Classes::new(&blocks, CLASSES);
        let prices = tuned(problem, &blocks, upper);
        Self { problem, blocks, classes, prices, spaces: HashMap::new(), deadline }
    }

    /// The cheapest way with so many tracks on each side, if it costs less than `upper`. If no more than
    /// `most` ways are kept at each cut what is found bounds nothing.
    pub(crate) fn pass(&mut self, tracks: [Tracks; 2], upper: i64, most: usize) -> Found {
        let many = tracks.map(|side| side.many);
        let bounds = Bounds::new(self.problem, &self.blocks, &self.classes, many, &self.prices);
        let suffix = Suffix::new(&bounds);
        let own = |side: usize| {
            let may_bend = tracks[side].many > 0;
            let block = |block| self.prices.cheapest(self.problem, block, may_bend);
            let costs = self.blocks.iter().map(|one| block(one).map_or(NEVER, |found| found.0));
            costs.collect()
        };
        let own = [own(0), own(1)];
        let mut sides = vec![self.space(tracks[0])];
        if tracks[1] != tracks[0] {
            sides.push(self.space(tracks[1]));
        }
        let kept = Vec::new();
        let mut pass = Pass { search: self, tracks, suffix, own, sides, upper, kept, most };
        let found = pass.run();
        let sides = std::mem::take(&mut pass.sides);
        for (tracks, side) in tracks.into_iter().zip(sides) {
            self.spaces.insert(tracks, side);
        }
        found
    }

    fn space(&mut self, tracks: Tracks) -> Chains {
        self.spaces.remove(&tracks).unwrap_or_else(|| Chains::new(self))
    }

    fn is_late(&self) -> bool {
        Instant::now() > self.deadline
    }
}

struct Pass<'a, 'b> {
    search: &'b Search<'a>,
    tracks: [Tracks; 2],
    suffix: Suffix,
    /// What each block costs at least with its room, on each side.
    own: [Vec<i64>; 2],
    /// The chains of each side; the same for both if they may take as many tracks.
    sides: Vec<Chains>,
    upper: i64,
    kept: Vec<Way>,
    most: usize,
}

impl Pass<'_, '_> {
    fn run(&mut self) -> Found {
        let count = self.search.problem.count();
        let mut ways: Vec<Vec<Way>> = vec![Vec::new(); count + 1];
        let start = Way {
            cost: 0,
            least: 0,
            bound: 0,
            chains: [0; 2],
            has: [(0, false); 2],
            heights: [0; 2],
            side: 0,
            is_list: false,
            before: NONE,
            block: NONE,
        };
        ways[0].push(start);
        let mut is_whole = true;
        for cut in 0..count {
            let here = std::mem::take(&mut ways[cut]);
            let here = self.unbeaten(here, cut);
            for (number, way) in here.iter().enumerate() {
                if number % STRETCH == 0 && self.search.is_late() {
                    is_whole = false;
                    ways[cut].extend(&here[number..]);
                    break;
                }
                self.kept.push(*way);
                self.extend(way, cut, &mut ways);
            }
            if !is_whole {
                break;
            }
        }
        let best = ways[count].iter().min_by_key(|way| way.bound).copied();
        let lower = ways.iter().flatten().map(|way| way.bound).min().unwrap_or(NEVER);
        Found {
            lower: lower.min(self.upper),
            best: best.map(|way| self.traced(way)),
            is_whole,
            ways: self.kept.len(),
        }
    }

    fn traced(&self, last: Way) -> Vec<(Block, usize)> {
        let ways =
            std::iter::successors(Some(last), |way| self.kept.get(way.before as usize).copied());
        let blocks = ways.filter_map(|way| {
            Some((self.search.blocks.get(way.block as usize)?.clone(), way.side))
        });
        let mut found: Vec<(Block, usize)> = blocks.collect();
        found.reverse();
        found
    }

    fn sum(&self, chains: [u32; 2], of: impl Fn(&Chains) -> &[i64]) -> i64 {
        (0..2).map(|side| of(self.space(side))[chains[side] as usize]).sum()
    }

    fn space(&self, side: usize) -> &Chains {
        &self.sides[side.min(self.sides.len() - 1)]
    }

    /// All ways on from the one kept last.
    fn extend(&mut self, way: &Way, cut: usize, ways: &mut [Vec<Way>]) {
        let search = self.search;
        let first = search.blocks.partition_point(|block| block.run.start < cut);
        let from = search.blocks[first..].iter().take_while(|block| block.run.start == cut);
        let priced = self.sum(way.chains, |chains| &chains.priced);
        for (index, block) in (first..).zip(from) {
            // The mirror image costs the same; or begins with the other's tracks.
            for side in 0..if cut == 0 { 1 } else { 2 } {
                let mut next = self.with(way, cut, index, side);
                let rest = self.suffix.after(block.run.end, (side, next.is_list), next.has);
                let cost = next.cost - block.cost;
                if PARTS * (self.upper - 1) < PARTS * cost + self.own[side][index] + priced + rest {
                    continue;
                }
                let at = (way.chains[side], index as u32);
                let space = side.min(self.sides.len() - 1);
                let tracks = self.tracks[side];
                let Some(chain) = self.sides[space].next(search, at, tracks) else { continue };
                next.chains[side] = chain;
                next.least = next.cost + self.sum(next.chains, |chains| &chains.lows);
                next.bound = self.bound(&next, block.run.end, rest);
                if next.bound < self.upper {
                    ways[block.run.end].push(next);
                    if block.run.end == search.problem.count() {
                        // One more, so that this is not dropped itself.
                        self.upper = self.upper.min(next.bound + 1);
                    }
                }
            }
        }
    }

    /// The way kept last with a block, its chains as they were.
    fn with(&self, way: &Way, cut: usize, index: usize, side: usize) -> Way {
        let (block, weights) = (&self.search.blocks[index], &self.search.problem.weights);
        let beside = cut > 0 && side == way.side && (way.is_list || block.is_list());
        let pair = if beside { weights.beside() } else { 0 };
        let mut next = Way {
            cost: way.cost + block.cost + pair,
            side,
            is_list: block.is_list(),
            before: self.kept.len() as u32 - 1,
            block: index as u32,
            ..*way
        };
        let (class, has_list) = way.has[side];
        next.heights[side] = way.heights[side].max(block.height);
        let class = class.max(self.search.classes.of(block.height));
        next.has[side] = (class, has_list || block.is_list());
        next
    }

    /// What a way costs at least with all that comes, `rest` in parts; at the end with its true heights.
    fn bound(&self, way: &Way, cut: usize, rest: i64) -> i64 {
        let problem = self.search.problem;
        if cut < problem.count() {
            let parts = PARTS * way.cost + self.sum(way.chains, |chains| &chains.priced) + rest;
            return (parts + PARTS - 1).div_euclid(PARTS);
        }
        let height = |side: usize| {
            way.heights[side]
                + if way.has[side].1 { problem.bracket } else { 0 }
                + problem.track * self.tracks[side].many as i64
        };
        way.least + problem.weights.heights([height(0), height(1)], problem.count())
    }

    /// The ways to a cut that no other beats, the cheapest first.
    fn unbeaten(&mut self, mut ways: Vec<Way>, cut: usize) -> Vec<Way> {
        ways.retain(|way| way.bound < self.upper);
        if ways.len() > self.most {
            ways.sort_by_key(|way| way.bound);
            ways.truncate(self.most);
        }
        ways.sort_by_key(|way| (way.least, way.bound));
        let mut kept: Vec<Way> = Vec::new();
        for (number, way) in ways.iter().enumerate() {
            if number % STRETCH == 0 && self.search.is_late() {
                kept.extend(&ways[number..]);
                break;
            }
            if !kept.iter().any(|known| self.beats(known, way, cut)) {
                kept.push(*way);
            }
        }
        kept
    }

    /// Whether one way to a cut is no dearer than another whatever comes, as it stands or mirrored.
    fn beats(&mut self, one: &Way, other: &Way, cut: usize) -> bool {
        if one.least > other.least {
            return false;
        }
        let is_even = self.sides.len() == 1;
        self.beats_turned(one, other, cut, 0) || is_even && self.beats_turned(one, other, cut, 1)
    }

    fn beats_turned(&mut self, one: &Way, other: &Way, cut: usize, turn: usize) -> bool {
        let problem = self.search.problem;
        let is_same = one.side ^ turn == other.side;
        let may_pay = !is_same || one.is_list && !other.is_list;
        let pair = problem.weights.beside();
        let mut over = if may_pay { pair } else { 0 };
        for side in 0..2 {
            let (own, has) = (one.heights[side ^ turn], other.heights[side]);
            let bracket = one.has[side ^ turn].1 && !other.has[side].1;
            let higher = (own - has).max(0) + if bracket { problem.bracket } else { 0 };
            over += problem.weights.dearer(higher, problem.count());
        }
        if one.least + over > other.least {
            return false;
        }
        for side in 0..2 {
            let chain = |way: &Way, side: usize| &self.space(side).all[way.chains[side] as usize];
            let (own, its) = (chain(one, side ^ turn), chain(other, side));
            let near = problem.labels[cut].x - problem.pole_step;
            if own.last > near && own.last > its.last {
                return false;
            }
        }
        let mut total = one.cost + over;
        let soon = |side: usize| {
            self.space(side).over_at_least(one.chains[side ^ turn], other.chains[side])
        };
        if total + soon(0) + soon(1) > other.cost {
            return false;
        }
        for side in 0..2 {
            let space = side.min(self.sides.len() - 1);
            total += self.sides[space].over(one.chains[side ^ turn], other.chains[side]);
            if total > other.cost + NEVER / 2 {
                return false;
            }
        }
        total <= other.cost
    }
}
