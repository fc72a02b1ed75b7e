//! The least cost of a problem: a pass for each pair of numbers of tracks that may be worth it.

use super::chain::Tracks;
use super::model::{Placed, Problem};
use super::places::settled;
use super::search::{Found, Search};
use std::time::{Duration, Instant};

/// Whether a problem can be solved. Where a block is narrower than a pole's step leaders pass each other
/// that are not neighbours, which the search does not know.
pub(crate) fn is_able(problem: &Problem) -> bool {
    let flags = problem.labels.iter().flat_map(|label| &label.variants);
    let narrowest = flags.map(|one| one.0[0]).chain([problem.edge]).min();
    narrowest.is_some_and(|width| width >= problem.pole_step)
}

/// Ways kept at each cut to find something cheap before anything is proven.
const FEW: usize = 150;

/// The least cost of a problem lies between two; the places are of the upper, none if that is what was
/// known before.
#[derive(Debug)]
pub(crate) struct Optimum {
    pub(crate) lower: i64,
    pub(crate) upper: i64,
    pub(crate) placed: Option<Vec<Placed>>,
    /// Ways that were followed.
    pub(crate) ways: usize,
}

struct Solver<'a> {
    problem: &'a Problem,
    search: Search<'a>,
    found: Optimum,
    /// The least that passes found which have not been outdone.
    open: i64,
}

impl Solver<'_> {
    fn pass(&mut self, tracks: [usize; 2], is_open: bool, most: usize) -> Found {
        let tracks = tracks.map(|many| Tracks { many, is_open: is_open || many == 0 });
        let found = self.search.pass(tracks, self.found.upper, most);
        self.found.ways += found.ways;
        if let Some((cost, placed)) =
            found.best.as_ref().and_then(|best| settled(self.problem, best))
            && cost < self.found.upper
        {
            self.found.upper = cost;
            self.found.placed = Some(placed);
        }
        found
    }

    /// Whether so many tracks, or more where there are any, may be worth it.
    fn is_of_use(&mut self, tracks: [usize; 2]) -> bool {
        let open = self.pass(tracks, true, usize::MAX);
        if !open.is_whole {
            self.open = self.open.min(open.lower);
            return false;
        }
        if open.lower >= self.found.upper {
            return false;
        }
        if tracks != [0; 2] {
            let strict = self.pass(tracks, false, usize::MAX);
            if !strict.is_whole {
                self.open = self.open.min(open.lower);
                return false;
            }
        }
        true
    }
}

/// Numbers of tracks with which something cheap is looked for first.
pub(crate) const FIRST: &[[usize; 2]] = &[[1, 1], [0, 1], [1, 2], [2, 2]];

/// The least cost of a problem that is known to cost `upper` at most.
pub(crate) fn optimum(
    problem: &Problem,
    upper: i64,
    limit: Duration,
    first: &[[usize; 2]],
) -> Optimum {
    let deadline = Instant::now() + limit;
    let found = Optimum { lower: upper, upper, placed: None, ways: 0 };
    let search = Search::new(problem, upper, deadline);
    let mut solver = Solver { problem, search, found, open: i64::MAX };
    for &tracks in first {
        solver.pass(tracks, tracks == [1, 1], FEW);
        solver.pass(tracks, false, FEW);
    }
    for one in 0.. {
        let mut is_of_use = false;
        for other in 0.. {
            let here = solver.is_of_use([one, other]);
            is_of_use |= here;
            if other > 0 && !here {
                break;
            }
        }
        if one > 0 && !is_of_use {
            break;
        }
    }
    solver.found.lower = solver.open.min(solver.found.upper);
    solver.found
}
