//! Prices of the room along a side, which blocks pay where they stand and get back for all there is:
//! with good ones the bound knows that blocks may not overlap (Lagrangian relaxation, the prices found
//! by subgradients after Polyak).

use super::bound::{Bounds, Classes};
use super::chain::away;
use super::model::{Block, Problem};

/// Parts of a unit of cost in which bounds are told.
pub(crate) const PARTS: i64 = 4;
const BINS: i64 = 60;
const ROUNDS: usize = 120;
/// Classes of heights, fewer than where the bound is used.
const CLASSES: usize = 12;

/// A price for each sub-pixel of a side, in parts.
#[derive(Clone, Debug)]
pub(crate) struct Prices {
    start: i64,
    bin: i64,
    rates: Vec<i64>,
    /// What is paid up to each bin.
    sums: Vec<i64>,
}

impl Prices {
    pub(crate) fn none(problem: &Problem) -> Self {
        let bin = ((problem.right - problem.left) / BINS).max(1);
        Self::new(problem, vec![0; ((problem.right - problem.left) / bin) as usize], bin)
    }

    fn new(problem: &Problem, rates: Vec<i64>, bin: i64) -> Self {
        let sum = |sum: &mut i64, rate: &i64| {
            *sum += rate * bin;
            Some(*sum)
        };
        let sums = [0].into_iter().chain(rates.iter().scan(0, sum)).collect();
        Self { start: problem.left, bin, rates, sums }
    }

    /// What all up to a place costs.
    pub(crate) fn up_to(&self, place: i64) -> i64 {
        let off = (place - self.start).max(0);
        let bin = (off / self.bin) as usize;
        match self.rates.get(bin) {
            Some(rate) => self.sums[bin] + rate * (off - bin as i64 * self.bin),
            None => self.sums[self.rates.len()],
        }
    }

    pub(crate) fn all(&self) -> i64 {
        self.sums[self.rates.len()]
    }

    /// Places between which the price does not change.
    pub(crate) fn edges(&self) -> impl Iterator<Item = i64> {
        (0..=self.rates.len() as i64).map(|bin| self.start + bin * self.bin)
    }

    /// What a block costs at least in parts with the room that it takes, and where.
    pub(crate) fn cheapest(
        &self,
        problem: &Problem,
        block: &Block,
        may_bend: bool,
    ) -> Option<(i64, i64)> {
        let [left, right] = away(problem, block);
        let fits = problem.right - block.width;
        let straight = [block.straight[0].max(problem.left), block.straight[1].min(fits)];
        let ways = [(straight, 0, 0), left.told(), right.told()];
        let room = block.width + block.after;
        let mut cheapest: Option<(i64, i64)> = None;
        for (range, cost, slope) in ways.into_iter().take(if may_bend { 3 } else { 1 }) {
            let inside = self.edges().flat_map(|edge| [edge, edge - room]).chain(range);
            for place in inside.filter(|place| range[0] <= *place && *place <= range[1]) {
                let distance = PARTS * (cost + slope * (place - range[0]));
                let total = distance + self.up_to(place + room) - self.up_to(place);
                if cheapest.is_none_or(|known| total < known.0) {
                    cheapest = Some((total, place));
                }
            }
        }
        cheapest.map(|(total, place)| (total + PARTS * block.cost, place))
    }

    /// The room that blocks in their places take of each bin, of both sides together.
    fn used(&self, placed: &[(i64, i64)]) -> Vec<i64> {
        let bin = |bin: usize| {
            let start = self.start + bin as i64 * self.bin;
            let part =
                |(from, to): &(i64, i64)| ((*to).min(start + self.bin) - (*from).max(start)).max(0);
            placed.iter().map(part).sum()
        };
        (0..self.rates.len()).map(bin).collect()
    }
}

/// Prices with which the bound of a problem is high, where it is known to cost `upper` at most.
pub(crate) fn tuned(problem: &Problem, blocks: &[Block], upper: i64) -> Prices {
    let classes = Classes::new(blocks, CLASSES);
    let mut prices = Prices::none(problem);
    let mut exact = vec![0.0; prices.rates.len()];
    let (mut best, mut highest, mut idle, mut pace) = (prices.clone(), i64::MIN, 0, 1.0);
    for _ in 0..ROUNDS {
        let bounds = Bounds::new(problem, blocks, &classes, [1, 1], &prices);
        let (bound, placed) = bounds.cheapest();
        let bound = bound - 2 * prices.all();
        idle += 1;
        if bound > highest {
            (highest, best, idle) = (bound, prices.clone(), 0);
        }
        if idle > 8 {
            (pace, idle) = (pace / 2.0, 0);
        }
        let used = prices.used(&placed);
        let slopes: Vec<f64> = used.iter().map(|used| (used - 2 * prices.bin) as f64).collect();
        let square: f64 = slopes
            .iter()
            .zip(&exact)
            .filter(|(slope, rate)| **slope > 0.0 || **rate > 0.0)
            .map(|(slope, _)| slope * slope)
            .sum();
        let gap = (PARTS * upper - bound) as f64;
        if square < 1.0 || gap <= 0.0 {
            break;
        }
        for (rate, slope) in exact.iter_mut().zip(&slopes) {
            *rate = (*rate + pace * gap / square * slope).max(0.0);
        }
        let rates = exact.iter().map(|rate| rate.round() as i64).collect();
        prices = Prices::new(problem, rates, prices.bin);
    }
    best
}
