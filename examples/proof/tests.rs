//! The search against every placement there is, on small grids: every cut, form, side and left edge.
//! Run with `cargo test --example proof`.

use super::chain::{Chain, Tracks};
use super::line::{Line, NEVER};
use super::model::{Block, Label, Placed, Problem, Weights};
use super::places::settled;
use super::solve::optimum;
use std::time::Duration;

/// One unit is a pixel here.
const UNIT: Weights = Weights { px: 1, ..Weights::ENGINE };
/// Heights that cost little bring forth bends, brackets and tracks.
const FLAT: Weights =
    Weights { height: 1, many: 2, bend: 2, row: 1, lone: 2, same_side: 3, detail: 4, ..UNIT };

/// Hardly anything that costs more than to stand off one's dates.
const LIGHT: Weights = Weights { bend: 1, row: 6, lone: 30, detail: 30, ..FLAT };
/// Problems of more events.
const ROUNDS: usize = 240;

struct Random(u64);

impl Random {
    /// From `low` to `high`, both included (splitmix64).
    fn within(&mut self, low: i64, high: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        low + ((z ^ (z >> 31)) % (high - low + 1) as u64) as i64
    }
}

/// A problem of a few labels in a room of so many units.
fn tiny(random: &mut Random, count: usize, room: i64, weights: Weights) -> Problem {
    labelled(random, count, [room, 2], weights)
}

/// The same with so many sizes of each label.
fn labelled(
    random: &mut Random,
    count: usize,
    [room, sizes]: [i64; 2],
    weights: Weights,
) -> Problem {
    let mut xs: Vec<i64> = (0..count).map(|_| random.within(0, room)).collect();
    xs.sort_unstable();
    let widest = (room / 2).max(4);
    let mut label = |x: i64| {
        let mut size = |low: i64, high: i64| [random.within(low, high), random.within(3, 12)];
        let variants = (0..sizes).map(|rank| (size(3, widest), 4 * rank)).collect();
        let (wide, narrow) = (size(4, widest), size(3, (room / 4).max(3)));
        let low = [narrow[0], wide[1] + narrow[1]];
        Label {
            x,
            variants,
            rows: [wide, low].into_iter().take(sizes as usize).collect(),
            bare: [[wide[0] - 2, wide[1]], low].into_iter().take(sizes as usize).collect(),
            head: [4, 3],
            has_detail: random.within(0, 4) == 0,
        }
    };
    let labels = xs.into_iter().map(&mut label).collect();
    Problem {
        left: 0,
        right: room,
        labels,
        pole_step: 2,
        track: 4,
        gap: 2,
        bracket: 3,
        slack: 1,
        edge: 2,
        column_gap: 2,
        has_every_column: false,
        weights,
    }
}

/// The least cost of blocks with their sides wherever they stand, after those that stand already.
fn cheapest_places(problem: &Problem, blocks: &[(Block, usize)], placed: &mut Vec<Placed>) -> i64 {
    let Some((block, side)) = blocks.get(placed.len()) else {
        return problem.price(placed, false).unwrap_or(NEVER);
    };
    let own = placed.iter().filter(|one| one.1 == *side);
    let end = own.map(|(block, _, left)| left + block.width + block.after).max();
    let mut least = NEVER;
    for left in end.unwrap_or(problem.left)..=problem.right - block.width {
        placed.push((block.clone(), *side, left));
        least = least.min(cheapest_places(problem, blocks, placed));
        placed.pop();
    }
    least
}

/// What blocks with their sides cost at least.
type Settle = fn(&Problem, &[(Block, usize)]) -> i64;

/// The least cost of all placements after some blocks with their sides.
fn cheapest(
    problem: &Problem,
    all: &[Block],
    settle: Settle,
    chosen: &mut Vec<(Block, usize)>,
) -> i64 {
    let start = chosen.last().map_or(0, |(block, _)| block.run.end);
    if start == problem.count() {
        return settle(problem, chosen);
    }
    let mut least = NEVER;
    for block in all.iter().filter(|block| block.run.start == start) {
        for side in 0..if start == 0 { 1 } else { 2 } {
            chosen.push((block.clone(), side));
            least = least.min(cheapest(problem, all, settle, chosen));
            chosen.pop();
        }
    }
    least
}

#[test]
fn the_optimum_is_the_cheapest_of_all_placements() {
    let (mut random, mut fitting, mut bent) = (Random(1), 0, 0);
    for round in 0..400 {
        let weights = if round % 4 == 0 { UNIT } else { FLAT };
        let (count, room) = [(2, 24), (3, 16), (3, 20), (4, 9), (4, 12)][round % 5];
        let problem = tiny(&mut random, count, room, weights);
        let places: Settle = |problem, blocks| cheapest_places(problem, blocks, &mut Vec::new());
        let least = cheapest(&problem, &problem.blocks(), places, &mut Vec::new());
        let found = optimum(&problem, NEVER / 16, Duration::from_secs(60), &[]);
        if least == NEVER {
            assert!(found.placed.is_none(), "{round}");
            continue;
        }
        fitting += 1;
        assert_eq!((found.lower, found.upper), (least, least), "{round}");
        let placed = found.placed.expect("places");
        assert_eq!(problem.price(&placed, false), Some(least), "{round}");
        let off =
            |(block, _, left): &Placed| *left < block.straight[0] || *left > block.straight[1];
        bent += usize::from(placed.iter().filter(|one| off(one)).count() > 1);
    }
    assert!(fitting > 250 && bent > 40, "{fitting} {bent}");
}

#[test]
fn the_optimum_is_the_cheapest_of_all_blocks() {
    let (mut random, mut bent, mut passing) = (Random(4), 0, 0);
    for round in 0..ROUNDS {
        let weights = [FLAT, LIGHT, UNIT][round % 3];
        let (count, room, sizes) = [(5, 14, 1), (6, 18, 1), (5, 18, 2), (7, 20, 1)][round % 4];
        let problem = labelled(&mut random, count, [room, sizes], weights);
        let settle: Settle =
            |problem, blocks| settled(problem, blocks).map_or(NEVER, |found| found.0);
        let least = cheapest(&problem, &problem.blocks(), settle, &mut Vec::new());
        let upper =
            if least == NEVER { NEVER / 16 } else { least + random.within(1, least / 8 + 1) };
        let found = optimum(&problem, upper, Duration::from_secs(60), &[]);
        if least == NEVER {
            assert!(found.placed.is_none(), "{round}");
            continue;
        }
        assert_eq!((found.lower, found.upper), (least, least), "{round}");
        let placed = found.placed.expect("places");
        assert_eq!(problem.price(&placed, false), Some(least), "{round}");
        let tracks = [0, 1].map(|side| problem.tracks(&placed, side));
        bent += usize::from(tracks[0].max(tracks[1]) > 0);
        passing += usize::from(tracks[0].max(tracks[1]) > 1);
    }
    assert!(bent * 4 > ROUNDS && passing * 20 > ROUNDS, "{bent} {passing}");
}

/// Blocks one after the other, most on one side.
fn row_of_blocks(random: &mut Random, problem: &Problem) -> Vec<(Block, usize)> {
    let all = problem.blocks();
    let (mut start, mut row) = (0, Vec::new());
    while start < problem.count() {
        let here: Vec<&Block> = all.iter().filter(|block| block.run.start == start).collect();
        let Some(last) = here.len().checked_sub(1) else { return Vec::new() };
        let block = here[random.within(0, last as i64) as usize];
        start = block.run.end;
        row.push((block.clone(), usize::from(random.within(0, 3) == 0)));
    }
    row
}

/// What a row of blocks costs at least with so many tracks, by the chains of its sides.
fn chained(problem: &Problem, row: &[(Block, usize)], tracks: [usize; 2]) -> Option<i64> {
    let (mut away, mut heights) = (0, [0; 2]);
    for side in 0..2 {
        let own: Vec<&Block> = row.iter().filter(|one| one.1 == side).map(|one| &one.0).collect();
        let limit = Tracks { many: tracks[side], is_open: tracks[side] == 0 };
        let start = Chain::start(problem);
        let chain = own.iter().try_fold(start, |chain, block| chain.with(problem, block, limit))?;
        away += chain.low();
        let bracket = if own.iter().any(|block| block.is_list()) { problem.bracket } else { 0 };
        let tallest = own.iter().map(|block| block.height).max().unwrap_or(0);
        heights[side] = tallest + bracket + problem.track * tracks[side] as i64;
    }
    let is_pair = |pair: &&[(Block, usize)]| {
        pair[0].1 == pair[1].1 && (pair[0].0.is_list() || pair[1].0.is_list())
    };
    let pairs = row.windows(2).filter(is_pair).count() as i64;
    let cost = row.iter().map(|one| one.0.cost).sum::<i64>()
        + pairs * problem.weights.beside()
        + problem.weights.heights(heights, problem.count());
    Some(away + cost)
}

#[test]
fn a_row_of_blocks_stands_where_it_is_cheapest() {
    let (mut random, mut checked, mut passing) = (Random(2), 0, 0);
    for round in 0..12_000 {
        let count = random.within(2, 9) as usize;
        let problem = tiny(&mut random, count, 30, FLAT);
        let row = row_of_blocks(&mut random, &problem);
        if row.is_empty() || row.len() > 5 {
            continue;
        }
        let least = cheapest_places(&problem, &row, &mut Vec::new());
        let found = settled(&problem, &row);
        assert_eq!(found.as_ref().map_or(NEVER, |found| found.0), least, "{round}");
        let pairs = (0..=count).flat_map(|one| (0..=count).map(move |other| [one, other]));
        let chained = |tracks: [usize; 2]| Some((chained(&problem, &row, tracks)?, tracks));
        let best = pairs.filter_map(chained).min_by_key(|found| found.0);
        assert_eq!(best.map_or(NEVER, |found| found.0), least, "{round}");
        if let Some((_, tracks)) = best {
            checked += 1;
            passing += usize::from(tracks[0].max(tracks[1]) > 1);
        }
    }
    assert!(checked > 500 && passing > 20, "{checked} {passing}");
}

#[test]
fn lines_hold_what_they_are_made_of() {
    let mut random = Random(3);
    let value = |line: &Line, at: i64| line.plus([i64::MIN / 8, at], 0, 0).low();
    for _ in 0..2000 {
        let mut line = |parts: i64| {
            let flat = Line::level(random.within(0, 4), random.within(0, 9));
            (0..parts).fold(flat, |line, _| {
                let from = random.within(0, 20);
                let range = [from, from + random.within(0, 12)];
                let next = line.plus(range, random.within(0, 20), random.within(-3, 3));
                line.plus([random.within(0, 9), 40], random.within(0, 20), 0).min(&next)
            })
        };
        let (one, other) = (line(4), line(3));
        let least = one.min(&other);
        let values = |at: i64| [value(&one, at), value(&other, at)];
        let mut over = -NEVER;
        for at in -2..50 {
            let [own, its] = values(at);
            assert_eq!(value(&least, at), own.min(its));
            if its < NEVER {
                over = over.max(if own < NEVER { own - its } else { NEVER });
            }
        }
        assert_eq!(one.over(&other), over);
        let (range, start, slope) = ([3, 25], random.within(0, 20), random.within(-3, 3));
        let sum = one.plus(range, start, slope);
        for at in 3..40 {
            let each = (3..=at.min(25))
                .map(|place| value(&one, place).min(NEVER / 2) + start + slope * (place - 3));
            let least = each.min().filter(|&least| least < NEVER / 4).unwrap_or(NEVER);
            assert_eq!(value(&sum, at), least);
        }
    }
}
