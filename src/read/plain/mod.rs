//! The fast way through the rows of a large table in CSV: of a row with a plain date of ISO 8601 and
//! nothing odd, time and group are all that is read, and it is counted at once. Every other row is
//! left to be read as rows are read elsewhere, so what is odd is no different.
//!
//! In: many lines at a time, as bytes. Out: what they count, and where odd rows begin. Knows no
//! files and no faults.

mod group_memo;
mod iso_time;
mod lines;
mod plan;

pub(super) use plan::PlainPlan;

use super::source::Skimmed;
use crate::date::PlainCells;
use crate::summary::{CandidateBar, Summary, SummaryRule};
use lines::LineScan;
use memchr::{memchr, memchr_iter, memchr2, memrchr};
use std::thread;

/// Bytes that are looked at at once, in the beginning and at most.
const FIRST: usize = 1 << 14;
const MOST: usize = 1 << 22;
/// Lines of fewer bytes are not shared out.
const SHARED: usize = 1 << 18;
/// More threads than this are no use.
const MOST_THREADS: usize = 4;

/// Counts lines.
pub(super) struct PlainScanner {
    plan: PlainPlan,
    rule: SummaryRule,
    bar: Option<CandidateBar>,
    scans: Vec<LineScan>,
    want: usize,
    rows: u64,
}

/// What is odd about lines as a whole.
#[derive(Clone, Copy)]
struct LineSigns {
    has_quotes: bool,
    has_markup: bool,
    /// Whether the table ends with them.
    is_last: bool,
}

impl PlainScanner {
    pub(super) fn new(plan: PlainPlan, rule: &SummaryRule) -> Self {
        let threads = thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
        let scans = (0..threads).map(|_| LineScan::new(rule)).collect();
        Self { plan, rule: rule.clone(), bar: None, scans, want: FIRST, rows: 0 }
    }

    /// Says what an event must be to be read as a whole, as it may be named.
    pub(super) fn set_bar(&mut self, bar: CandidateBar) {
        self.bar = Some(bar);
    }

    /// How many bytes to look at next.
    pub(super) fn want(&self) -> usize {
        self.want
    }

    /// How many times and groups are told apart.
    pub(super) fn cells(&self) -> usize {
        self.scans.iter().map(LineScan::cells).sum()
    }

    /// Counts whole lines; nothing if they hold bytes that are no text, or lines that end with a lone
    /// CR.
    pub(super) fn scan(&mut self, bytes: &[u8], is_last: bool) -> Option<Skimmed> {
        let is_text = memchr(0, bytes).is_none() && str::from_utf8(bytes).is_ok();
        let ends_well = memchr_iter(b'\r', bytes).all(|at| bytes.get(at + 1) == Some(&b'\n'));
        if !is_text || !ends_well {
            return None;
        }
        let signs = LineSigns {
            has_quotes: memchr(b'"', bytes).is_some(),
            has_markup: memchr2(b'<', b'&', bytes).is_some(),
            is_last,
        };
        let is_shared = !signs.has_quotes && bytes.len() >= SHARED;
        let parts = if is_shared { parts(bytes, self.scans.len()) } else { vec![bytes] };
        let skimmed = self.scan_parts(&parts, signs);
        self.want = (self.want * 2).min(MOST);
        Some(skimmed)
    }

    /// Counts the lines of parts that lie beside one another, each in a thread of its own.
    fn scan_parts(&mut self, parts: &[&[u8]], signs: LineSigns) -> Skimmed {
        let (plan, rule, bar) = (&self.plan, &self.rule, self.bar);
        let work = |(scan, part): (&mut LineScan, &[u8])| scan.scan(part, signs, (plan, rule, bar));
        let mut pairs = self.scans.iter_mut().zip(parts.iter().copied());
        let first = pairs.next();
        let found: Vec<Skimmed> = thread::scope(|scope| {
            let others: Vec<_> = pairs.map(|pair| scope.spawn(move || work(pair))).collect();
            let first = first.map(work);
            let others = others.into_iter().filter_map(|thread| thread.join().ok());
            first.into_iter().chain(others).collect()
        });
        let mut whole = Skimmed::default();
        for one in found {
            whole.odd.extend(one.odd.iter().map(|odd| whole.taken + odd));
            whole.taken += one.taken;
        }
        self.rows += self.scans.iter_mut().map(LineScan::take_rows).sum::<u64>();
        whole
    }

    /// How many rows were counted since this was asked last.
    pub(super) fn take_rows(&mut self) -> u64 {
        std::mem::take(&mut self.rows)
    }

    /// What the dates showed since this was asked last.
    pub(super) fn take_cells(&mut self) -> Vec<PlainCells> {
        self.scans.iter_mut().map(LineScan::take_cells).collect()
    }

    /// Adds all that was counted to a summary.
    pub(super) fn join(self, summary: &mut Summary) {
        self.scans.into_iter().for_each(|scan| summary.join(scan.finish()));
    }
}

/// Bytes cut into so many parts at ends of lines.
fn parts(mut bytes: &[u8], many: usize) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    for left in (2..=many).rev() {
        let (head, _) = bytes.split_at(bytes.len() / left);
        let cut = memrchr(b'\n', head).map_or(0, |at| at + 1);
        let (part, rest) = bytes.split_at(cut);
        parts.push(part);
        bytes = rest;
    }
    parts.push(bytes);
    parts
}
