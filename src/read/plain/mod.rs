//! The fast way through the rows of a large table in CSV: of a row with plain dates of ISO 8601, or days in
//! numbers, and nothing odd, times and group are all that is read, and it is counted at once. Every other row is
//! left to be read as rows are read elsewhere, so what is odd is no different.
//!
//! In: many lines at a time, as bytes. Out: what they count, and where odd rows begin. Knows no
//! files and no faults.

mod counted_rows;
mod cuts;
mod day_numbers;
mod group_memo;
mod lines;
mod numeric_day;
mod parts;
mod plain_time;
mod plan;
mod row_times;

pub(super) use plan::PlainPlan;
pub(super) use row_times::RowOrders;

use super::source::Skimmed;
use crate::date::{PlainCells, PlainSeen};
use crate::summary::{CandidateBar, Summary, SummaryRule};
use lines::LineScan;
use parts::{PartSigns, parts};
use std::thread;

/// Bytes that are looked at at once, in the beginning and at most.
const FIRST: usize = 1 << 14;
const MOST: usize = 1 << 21;
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
    seen: [PlainSeen; 2],
}

/// What is odd about lines as a whole.
#[derive(Clone, Copy)]
struct LineSigns {
    has_quotes: bool,
    has_markup: bool,
    /// Whether the table ends with them.
    is_last: bool,
    /// The kinds of dates, and of ends, that there were before.
    seen: [PlainSeen; 2],
}

impl PlainScanner {
    pub(super) fn new(plan: PlainPlan, rule: &SummaryRule) -> Self {
        let threads = thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
        let scans = (0..threads).map(|_| LineScan::new(rule)).collect();
        Self {
            plan,
            rule: rule.clone(),
            bar: None,
            scans,
            want: FIRST,
            rows: 0,
            seen: [PlainSeen::default(); 2],
        }
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

    /// Says of which kinds of plain dates the columns of dates and of ends have had any. The first of
    /// each is no plain row.
    pub(super) fn know(&mut self, seen: [PlainSeen; 2]) {
        self.seen = seen;
    }

    /// Whether months that could be ranges of years are months, as dates and as ends: the rows are to be
    /// read again, or refused if they are ranges after all.
    pub(super) fn read_months(&mut self, reads_months: [bool; 2]) {
        self.plan.reads_months = reads_months;
    }

    /// Whether days whose order is open are counted in both orders, as dates and as ends.
    pub(super) fn read_orders(&mut self, reads_orders: [bool; 2]) {
        self.plan.reads_orders = reads_orders;
    }

    /// Counts whole lines; nothing if they hold bytes that are no text, or lines that end with a lone
    /// CR.
    pub(super) fn scan(&mut self, bytes: &[u8], is_last: bool) -> Option<Skimmed> {
        let many = if bytes.len() < SHARED { 1 } else { self.scans.len() };
        let parts = parts(bytes, many, self.plan.delimiter);
        let found = in_threads(parts.iter().copied(), PartSigns::of);
        let found: Vec<PartSigns> = found.into_iter().collect::<Option<_>>()?;
        let signs = LineSigns {
            has_quotes: found.iter().any(|part| part.has_quotes),
            has_markup: found.iter().any(|part| part.has_markup),
            is_last,
            seen: self.seen,
        };
        let skimmed = self.scan_parts(&parts, signs);
        self.want = (self.want * 2).min(MOST);
        Some(skimmed)
    }

    /// Counts the lines of parts that lie beside one another, each in a thread of its own.
    fn scan_parts(&mut self, parts: &[&[u8]], signs: LineSigns) -> Skimmed {
        let (plan, rule, bar) = (&self.plan, &self.rule, self.bar);
        let pairs = self.scans.iter_mut().zip(parts.iter().copied());
        let found = in_threads(pairs, |(scan, part): (&mut LineScan, &[u8])| {
            scan.scan(part, signs, (plan, rule, bar))
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

    /// What the dates and the ends showed since this was asked last.
    pub(super) fn take_cells(&mut self) -> Vec<[PlainCells; 2]> {
        self.scans.iter_mut().map(LineScan::take_cells).collect()
    }

    /// Adds all that was counted to a summary, days whose order is open by what is decided.
    pub(super) fn join(self, decided: RowOrders, summary: &mut Summary) {
        for scan in self.scans {
            scan.finish().join(decided, summary);
        }
    }
}

/// Does the same with several things, the first here and each other one in a thread of its own.
fn in_threads<T: Send, R: Send>(
    mut things: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let Some(first) = things.next() else { return Vec::new() };
    let work = &work;
    thread::scope(|scope| {
        let others: Vec<_> = things.map(|thing| scope.spawn(move || work(thing))).collect();
        let first = work(first);
        let others = others.into_iter().filter_map(|thread| thread.join().ok());
        std::iter::once(first).chain(others).collect()
    })
}
