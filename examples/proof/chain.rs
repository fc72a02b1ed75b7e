//! The blocks of a side so far: what their distances cost at least, by where they end.

use super::line::{Line, NEVER};
use super::model::{Block, Problem, Weights};
use super::prices::{PARTS, Prices};

/// How many tracks the leaders of a side may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Tracks {
    pub(crate) many: usize,
    /// Whether more are let pass at the price of so many, which bounds all that take so many or more.
    pub(crate) is_open: bool,
}

/// How the last leader of a side runs: to its side it is the last of so many that pass over each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Run {
    Straight,
    Right(usize),
    Left(usize),
}

#[derive(Clone, Debug)]
pub(crate) struct Chain {
    /// The least cost by where the chain ends, by how its last leader runs.
    lines: Vec<(Run, Line)>,
    /// The last date.
    pub(crate) last: i64,
    /// How far its end is beyond its last pole, and the date that its last leader leaves to the left.
    tail: i64,
    from: i64,
}

/// How a block may stand: between which places, what the first and each further place costs.
pub(crate) struct Way {
    range: [i64; 2],
    cost: i64,
    slope: i64,
}

impl Way {
    pub(crate) fn told(&self) -> ([i64; 2], i64, i64) {
        (self.range, self.cost, self.slope)
    }
}

/// The least of several lines.
fn least(lines: impl Iterator<Item = Line>) -> Line {
    lines.fold(Line::default(), |least, line| least.min(&line))
}

impl Chain {
    pub(crate) fn start(problem: &Problem) -> Self {
        let far = i64::MIN / 8;
        Self {
            lines: vec![(Run::Straight, Line::level(problem.left, 0))],
            last: far,
            tail: 0,
            from: far,
        }
    }

    /// The least cost.
    pub(crate) fn low(&self) -> i64 {
        self.lines.iter().map(|(_, line)| line.low()).min().unwrap_or(NEVER)
    }

    /// The least cost in parts less the price of the room that it leaves.
    pub(crate) fn priced(&self, prices: &Prices) -> i64 {
        let lines = self.lines.iter();
        let paid = |at: i64, value: i64| PARTS * value + prices.up_to(at);
        let places = lines.flat_map(|(_, line)| line.places(prices.edges()));
        let least = places.map(|(at, value)| paid(at, value)).min();
        least.unwrap_or(NEVER) - prices.all()
    }

    /// Where the chain may end at the nearest.
    pub(crate) fn first(&self) -> i64 {
        self.lines.iter().filter_map(|(_, line)| line.first()).min().unwrap_or(NEVER)
    }

    /// The chain with a block at its end; none if it does not fit.
    pub(crate) fn with(&self, problem: &Problem, block: &Block, tracks: Tracks) -> Option<Self> {
        if problem.labels[block.run.start].x - self.last < problem.pole_step {
            return None;
        }
        let off = block.leaders.last()?;
        let mut next = Self {
            lines: Vec::new(),
            last: problem.labels[block.run.end - 1].x,
            tail: block.width + block.after - off,
            from: block.dates.last()?[0],
        };
        let [left, right] = away(problem, block);
        let all = least(self.lines.iter().map(|(_, line)| line.clone()));
        let fits = problem.right - block.width;
        let straight = [block.straight[0], block.straight[1].min(fits)];
        next.add(Run::Straight, all.plus(straight, 0, 0));
        if tracks.many > 0 && tracks.is_open {
            next.add(Run::Straight, all.plus(left.range, left.cost, left.slope));
            next.add(Run::Straight, all.plus(right.range, right.cost, right.slope));
        } else if tracks.many > 0 {
            self.bend_right(problem, block, tracks.many, &mut next);
            self.bend_left(problem, block, tracks.many, &mut next);
        }
        let shift = block.width + block.after;
        next.lines.iter_mut().for_each(|(_, line)| *line = std::mem::take(line).shifted(shift));
        next.relieve(problem, block.run.end);
        next.lines.retain(|(_, line)| !line.is_never());
        (!next.lines.is_empty()).then_some(next)
    }

    fn add(&mut self, run: Run, line: Line) {
        if let Some((_, known)) = self.lines.iter_mut().find(|(known, _)| *known == run) {
            *known = known.min(&line);
        } else {
            self.lines.push((run, line));
        }
    }

    /// With a block whose leaders run right. The first passes under that of the block before where that
    /// runs right to a pole less than a step before the date of this.
    fn bend_right(&self, problem: &Problem, block: &Block, most: usize, next: &mut Self) {
        let way = &away(problem, block)[1];
        let free = block.dates[0][1] - problem.pole_step + self.tail;
        let apart = least(self.lines.iter().map(|(run, line)| match run {
            Run::Right(_) => line.capped(free),
            _ => line.clone(),
        }));
        let mut bend = |line: &Line, before: usize| {
            for (range, inner, last) in streaks(problem, block, way.range, 1, before) {
                if inner <= most {
                    let cost = way.cost + way.slope * (range[0] - way.range[0]);
                    next.add(Run::Right(last), line.plus(range, cost, way.slope));
                }
            }
        };
        bend(&apart, 0);
        for (run, line) in &self.lines {
            if let Run::Right(before) = *run {
                bend(line, before);
            }
        }
    }

    /// With a block whose leaders run left. That of the block before passes under the first where it
    /// runs left from a date less than a step before the pole of this.
    fn bend_left(&self, problem: &Problem, block: &Block, most: usize, next: &mut Self) {
        let way = &away(problem, block)[0];
        let free = self.from + problem.pole_step - block.leaders[0];
        let mut bend = |line: &Line, before: usize, from: i64| {
            let range = [way.range[0].max(from), way.range[1]];
            for (range, inner, last) in streaks(problem, block, range, 0, before) {
                if inner <= most {
                    let cost = way.cost + way.slope * (range[0] - way.range[0]);
                    next.add(Run::Left(last), line.plus(range, cost, way.slope));
                }
            }
        };
        for (run, line) in &self.lines {
            if let Run::Left(before) = *run {
                bend(line, before, i64::MIN / 8);
                bend(line, 0, free);
            } else {
                bend(line, 0, i64::MIN / 8);
            }
        }
    }

    /// A leader that runs right to a pole well before all dates that come is as good as a straight one;
    /// and what is no better than straight is of no use.
    fn relieve(&mut self, problem: &Problem, next: usize) {
        let cap =
            problem.labels.get(next).map_or(NEVER, |label| label.x - problem.pole_step + self.tail);
        let is_last = next == problem.count();
        let bent = self.lines.split_off(1);
        for (run, line) in &bent {
            if is_last || matches!(run, Run::Right(_)) {
                self.add(Run::Straight, line.capped(cap));
            }
        }
        let of_use = bent.into_iter().filter(|(_, line)| self.lines[0].1.over(line) > 0);
        let of_use: Vec<(Run, Line)> = of_use.collect();
        self.lines.extend(of_use);
    }

    /// How much more than another of the same blocks' end it costs at most, wherever the chain ends and
    /// whatever comes; [`NEVER`] if that may be anything.
    pub(crate) fn over(&self, other: &Self) -> i64 {
        let over = |(run, line): &(Run, Line)| {
            let able = self.lines.iter().filter(|(own, _)| match (own, run) {
                (Run::Straight, _) => true,
                (Run::Right(own), Run::Right(run)) => own <= run && self.tail >= other.tail,
                (Run::Left(own), Run::Left(run)) => own <= run && self.from <= other.from,
                _ => false,
            });
            least(able.map(|(_, line)| line.clone())).over(line)
        };
        other.lines.iter().map(over).max().unwrap_or(-NEVER)
    }
}

/// How a block may stand left and right of its dates.
pub(crate) fn away(problem: &Problem, block: &Block) -> [Way; 2] {
    let weights = &problem.weights;
    let leaders = block.leaders.len() as i64;
    let slope = leaders * Weights::slope(block);
    let cost = |away: i64| leaders * weights.bent() + slope * away;
    let [first, last] = [problem.left, problem.right - block.width];
    let [from, to] = block.straight;
    let right = (to + 1).max(first);
    [
        Way {
            range: [first, last.min(from - 1)],
            cost: cost(block.near[0] - first),
            slope: -slope,
        },
        Way { range: [right, last], cost: cost(right - block.near[1]), slope },
    ]
}

/// The leaders of a block that all run to a side, the first after so many that it passes: by ranges of
/// the left edge how many pass over each other at most, and with the last of them.
fn streaks(
    problem: &Problem,
    block: &Block,
    range: [i64; 2],
    side: usize,
    before: usize,
) -> Vec<([i64; 2], usize, usize)> {
    // Two pass each other from so far away on.
    let nears: Vec<i64> = block
        .dates
        .windows(2)
        .map(|pair| pair[1][side] - pair[0][side] - problem.pole_step + 1)
        .collect();
    let edge = |near: i64| {
        if side == 1 { block.straight[1] + near } else { block.straight[0] - near + 1 }
    };
    let mut starts: Vec<i64> = nears.iter().map(|&near| edge(near)).collect();
    starts.retain(|&start| range[0] < start && start <= range[1]);
    starts.push(range[0]);
    starts.sort_unstable();
    starts.dedup();
    let ends = starts[1..].iter().map(|start| start - 1).chain([range[1]]);
    let streak = |(&start, end): (&i64, i64)| {
        let off = (start - block.straight[1]).max(block.straight[0] - end);
        let (mut streak, mut most) = (before + 1, before + 1);
        for &near in &nears {
            streak = if off >= near { streak + 1 } else { 1 };
            most = most.max(streak);
        }
        ([start, end], most, streak)
    };
    starts.iter().zip(ends).filter(|(start, end)| **start <= *end).map(streak).collect()
}
