//! The chains of a side that were tried, each worked out once.

use super::chain::{Chain, Tracks};
use super::line::NEVER;
use super::search::Search;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Of pairs of numbers, faster than the usual one.
#[derive(Default)]
struct PairHasher(u64);

impl Hasher for PairHasher {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u32(byte.into()));
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0.rotate_left(23) ^ u64::from(number)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

type Pairs<T> = HashMap<(u32, u32), T, BuildHasherDefault<PairHasher>>;

/// All chains of a side that were tried, with what follows from each.
#[derive(Default)]
pub(crate) struct Chains {
    pub(crate) all: Vec<Chain>,
    /// Of each the least cost, with the price of room, and where it may end at the nearest.
    pub(crate) lows: Vec<i64>,
    pub(crate) priced: Vec<i64>,
    pub(crate) firsts: Vec<i64>,
    next: Pairs<Option<u32>>,
    overs: Pairs<i64>,
}

impl Chains {
    pub(crate) fn new(search: &Search<'_>) -> Self {
        let mut chains = Self::default();
        chains.push(search, Chain::start(search.problem));
        chains
    }

    fn push(&mut self, search: &Search<'_>, chain: Chain) -> u32 {
        self.lows.push(chain.low());
        self.priced.push(chain.priced(&search.prices));
        self.firsts.push(chain.first());
        self.all.push(chain);
        self.all.len() as u32 - 1
    }

    /// The chain with a block at its end.
    pub(crate) fn next(
        &mut self,
        search: &Search<'_>,
        at: (u32, u32),
        tracks: Tracks,
    ) -> Option<u32> {
        if let Some(&known) = self.next.get(&at) {
            return known;
        }
        let block = &search.blocks[at.1 as usize];
        let next = self.all[at.0 as usize].with(search.problem, block, tracks);
        let next = next.map(|chain| self.push(search, chain));
        self.next.insert(at, next);
        next
    }

    /// How much more the one costs than the other at most.
    pub(crate) fn over(&mut self, one: u32, other: u32) -> i64 {
        if one == other {
            return 0;
        }
        let all = &self.all;
        let over = || all[one as usize].over(&all[other as usize]);
        *self.overs.entry((one, other)).or_insert_with(over)
    }

    /// The same at least, where it is soon seen.
    pub(crate) fn over_at_least(&self, one: u32, other: u32) -> i64 {
        let [one, other] = [one, other].map(|chain| chain as usize);
        if self.firsts[one] > self.firsts[other] {
            NEVER
        } else {
            self.lows[one] - self.lows[other]
        }
    }
}
