//! Density: events counted in bins of the calendar, group by group, for tables of more events than
//! a figure can name.
//!
//! In: the selected events and a time axis. Out: [`Density`], the counts of each group in each bin.
//! Knows nothing of places but the length of the axis.

pub(crate) mod bin_words;
mod groups;
mod tally;
pub(crate) mod value_scale;

use crate::compose::context::{Along, Context};
use crate::compose::dated::{Dated, counted_rows};
use crate::date::{DAY_NANOS, Instant, InstantSpan, Precision, weekday};
use crate::geometry::{PX, Sub};
use crate::theme::Hue;
use crate::time::{BinRoom, Bins, RulerOptions};
use groups::{CountedGroup, groups};
use std::collections::{BTreeMap, BTreeSet};
use tally::{counted, running};

/// A bin has so many events on the average, all groups together, where they are counted; else its
/// column tells of one event or of none.
const PER_BIN: u64 = 3;
/// So many bins there may be in any case.
const FEWEST: u64 = 24;

/// Nanoseconds of a second.
const SECOND: i64 = 1_000_000_000;

/// The counts of a figure.
pub(crate) struct Density {
    pub(crate) bins: Bins,
    /// Events at a time, group by group, then those that go on, group by group.
    pub(crate) blocks: Vec<CountBlock>,
    /// How many events there are.
    pub(crate) total: u64,
}

/// Groups of which the same is counted.
pub(crate) struct CountBlock {
    pub(crate) measure: Measure,
    pub(crate) tallies: Vec<GroupCounts>,
}

/// What a column stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Measure {
    /// How many events there were in the time of the bin.
    Events,
    /// How many went on at once, at most, in the time of the bin.
    Running,
}

/// What is counted of a group, bin by bin.
pub(crate) struct GroupCounts {
    /// The name of the group; none where there is but one.
    pub(crate) name: Option<String>,
    pub(crate) hue: Hue,
    /// How many events it has.
    pub(crate) total: u64,
    /// What lies within the bin for certain.
    pub(crate) certain: Vec<f64>,
    /// The share of what may lie in other bins as well.
    pub(crate) spread: Vec<f64>,
}

impl GroupCounts {
    /// The count of a bin.
    pub(crate) fn height(&self, bin: usize) -> f64 {
        self.certain[bin] + self.spread[bin]
    }

    /// The greatest count of a bin, and the first bin that has it.
    pub(crate) fn peak(&self) -> (f64, usize) {
        let heights = (0..self.certain.len()).map(|bin| (self.height(bin), bin));
        heights.fold((0.0, 0), |best, next| if next.0 > best.0 { next } else { best })
    }
}

impl CountBlock {
    /// The greatest count of all groups.
    pub(crate) fn peak(&self) -> f64 {
        self.tallies.iter().map(|tally| tally.peak().0).fold(0.0, f64::max)
    }
}

impl Density {
    /// The events counted along an axis; none where its scale is no even one.
    pub(crate) fn of(context: &Context<'_>, along: &Along<'_>) -> Option<Self> {
        let events = counted_rows(context.events);
        let bins = bins(&events, context, along)?;
        let domain = along.time.scale.domain();
        let shown = (domain.lo(), domain.hi());
        let groups = groups(&events, context);
        let block = |measure| block(measure, &groups, (&bins, shown));
        let blocks: Vec<CountBlock> =
            [Measure::Events, Measure::Running].into_iter().filter_map(block).collect();
        let total = events.iter().map(|dated| dated.weight()).fold(0, u64::saturating_add);
        Some(Self { bins, blocks, total })
    }

    /// Whether any event is spread over several bins.
    pub(crate) fn has_spread(&self) -> bool {
        let mut tallies = self.blocks.iter().flat_map(|block| &block.tallies);
        tallies.any(|tally| tally.spread.iter().any(|&share| share > 0.0))
    }
}

/// The counts of one measure; none if there is nothing to count so.
fn block(
    measure: Measure,
    groups: &[CountedGroup<'_>],
    (bins, shown): (&Bins, InstantSpan),
) -> Option<CountBlock> {
    let tally = |group: &CountedGroup<'_>| {
        let members = group.members.iter().copied();
        let events: Vec<&Dated<'_>> =
            members.filter(|dated| measure_of(dated) == measure).collect();
        let total = events.iter().map(|dated| dated.weight()).fold(0, u64::saturating_add);
        let (certain, spread) = match measure {
            Measure::Events => counted(&events, bins),
            Measure::Running => running(&events, bins, shown),
        };
        let tally =
            GroupCounts { name: group.name.clone(), hue: group.hue, total, certain, spread };
        (!events.is_empty()).then_some(tally)
    };
    let tallies: Vec<GroupCounts> = groups.iter().filter_map(tally).collect();
    (!tallies.is_empty()).then_some(CountBlock { measure, tallies })
}

/// What is counted of an event.
fn measure_of(dated: &Dated<'_>) -> Measure {
    if dated.event.is_span() { Measure::Running } else { Measure::Events }
}

/// The finest bins for which there is room, no finer than half of the events are known to, and no
/// shorter than the time for which rows stand that stand for many.
fn bins(events: &[&Dated<'_>], context: &Context<'_>, along: &Along<'_>) -> Option<Bins> {
    let sizes = &context.style.sizes;
    let points = events.iter().filter(|dated| measure_of(dated) == Measure::Events);
    let many = points.map(|dated| dated.weight()).fold(0, u64::saturating_add);
    let most = if many == 0 { u64::MAX } else { (many / PER_BIN).max(FEWEST) };
    let domain = along.time.scale.domain();
    let signs: Sub = domain.breaks().map(|sign| sign.width).sum();
    let room = BinRoom {
        length: (along.ends[1] - along.ends[0] - signs).max(1),
        least: (sizes.dot / 2).max(PX),
        finest: precision(events),
        most: usize::try_from(most).unwrap_or(usize::MAX),
        is_ages: context.is_ages(),
        options: RulerOptions::from(context.options),
    };
    let step = step(events);
    let longest =
        Sub::try_from(i128::from(room.length) * step / domain.nanos()).unwrap_or(Sub::MAX);
    // February is a tenth shorter than months are on the average.
    let least = room.least.max(longest / 10 * 9);
    Bins::finest(domain, &BinRoom { least, ..room })
}

/// The finest precision to which at least half of all events are known.
fn precision(events: &[&Dated<'_>]) -> Precision {
    let mut many: BTreeMap<Precision, u128> = BTreeMap::new();
    for dated in events {
        *many.entry(dated.event.start.precision).or_default() += u128::from(dated.weight());
    }
    let all: u128 = many.values().sum();
    let mut passed = 0;
    let half = many.iter().rev().find(|(_, many)| {
        passed += *many;
        2 * passed >= all
    });
    half.map_or(Precision::Year, |(&precision, _)| precision)
}

/// The time in nanoseconds that rows which stand for many do so for, by the unit of the calendar that
/// all their dates begin; none where no row does.
fn step(events: &[&Dated<'_>]) -> i128 {
    const DAY: i128 = DAY_NANOS as i128;
    let many = events.iter().filter(|dated| dated.event.count.is_some());
    let dates: BTreeSet<Instant> = many.map(|dated| dated.lo).collect();
    let are_all = |begins: fn(&Instant) -> bool| dates.iter().all(begins);
    let weekdays: BTreeSet<u32> = dates.iter().map(|at| weekday(at.day)).collect();
    match () {
        () if dates.is_empty() || !are_all(|at| at.nano % SECOND == 0) => 0,
        () if !are_all(|at| at.nano % (60 * SECOND) == 0) => i128::from(SECOND),
        () if !are_all(|at| at.nano % (3600 * SECOND) == 0) => 60 * i128::from(SECOND),
        () if !are_all(|at| at.nano == 0) => 3600 * i128::from(SECOND),
        () if are_all(|at| at.civil().1 == 1 && at.civil().2 == 1) => 365 * DAY,
        () if are_all(|at| at.civil().1 % 3 == 1 && at.civil().2 == 1) => 90 * DAY,
        () if are_all(|at| at.civil().2 == 1) => 28 * DAY,
        () if weekdays.len() == 1 && dates.len() > 2 => 7 * DAY,
        () => DAY,
    }
}
