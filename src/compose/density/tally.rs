//! Counting in bins. Events of one time are added up in whole numbers first, and times come in
//! their order: so the order of rows makes no difference to any sum.

use crate::compose::dated::Dated;
use crate::date::{Bound, Instant, InstantSpan};
use crate::time::Bins;
use std::collections::BTreeMap;

/// How many events lie in each bin: for certain, and by their share where their time is longer than
/// a bin.
pub(super) fn counted(events: &[&Dated<'_>], bins: &Bins) -> (Vec<f64>, Vec<f64>) {
    let mut certain = vec![0_u64; bins.spans.len()];
    let mut longer: BTreeMap<InstantSpan, u64> = BTreeMap::new();
    for dated in events {
        let (time, count) = ((dated.lo, dated.hi), dated.weight());
        let [first, last] = bins.places(time);
        let sum = if first == last { &mut certain[first] } else { longer.entry(time).or_default() };
        *sum = sum.saturating_add(count);
    }
    let mut spread = vec![0.0; bins.spans.len()];
    for (time, count) in longer {
        add_share(&mut spread, (time, count), bins);
    }
    (certain.into_iter().map(|count| count as f64).collect(), spread)
}

/// Shares a count out among the bins of a time by how much of it each holds.
fn add_share(spread: &mut [f64], (time, count): (InstantSpan, u64), bins: &Bins) {
    let [first, last] = bins.places(time);
    let inside = |bin: usize| {
        let (lo, hi) = bins.spans[bin];
        hi.min(time.1).nanos_since(lo.max(time.0)).max(0) as f64
    };
    let whole: f64 = (first..=last).map(inside).sum();
    let bins_of_time = spread.iter_mut().enumerate().take(last + 1).skip(first);
    bins_of_time.for_each(|(bin, sum)| *sum += count as f64 * inside(bin) / whole.max(1.0));
}

/// How many events go on at once, at most, in each bin: for certain, and how many more it may be.
pub(super) fn running(
    events: &[&Dated<'_>],
    bins: &Bins,
    shown: InstantSpan,
) -> (Vec<f64>, Vec<f64>) {
    let certain =
        most_at_once(events.iter().map(|dated| (certain_time(dated, bins, shown), dated)), bins);
    let possible = most_at_once(events.iter().map(|dated| (time(dated, shown), dated)), bins);
    let more = possible.iter().zip(&certain).map(|(all, certain)| (all - certain).max(0.0));
    let more = more.collect();
    (certain, more)
}

/// The time of an event, up to the end of the figure where it goes on.
fn time(dated: &Dated<'_>, shown: InstantSpan) -> InstantSpan {
    let last = dated.event.end.as_ref().unwrap_or(&dated.event.start);
    let lo = if dated.event.start.lo == Bound::Open { shown.0 } else { dated.lo };
    let hi = if last.hi == Bound::Open { shown.1 } else { dated.hi };
    (lo, hi.max(lo))
}

/// The same without the parts in which it may have begun and ended, if these are longer than a bin.
fn certain_time(dated: &Dated<'_>, bins: &Bins, shown: InstantSpan) -> InstantSpan {
    let (lo, hi) = time(dated, shown);
    let Some(end) = &dated.event.end else { return (lo, hi) };
    let of = |bounds: [Bound; 2]| match bounds {
        [Bound::At(from), Bound::At(to)] => Some((from, to)),
        _ => None,
    };
    let is_long = |span: &InstantSpan| {
        let [first, last] = bins.places(*span);
        first < last
    };
    let start = of([dated.event.start.lo, dated.event.start.hi]).filter(is_long);
    let end = of([end.lo, end.hi]).filter(is_long);
    (start.map_or(lo, |span| span.1), end.map_or(hi, |span| span.0))
}

fn most_at_once<'a>(
    times: impl Iterator<Item = (InstantSpan, &'a &'a Dated<'a>)>,
    bins: &Bins,
) -> Vec<f64> {
    let mut changes: BTreeMap<Instant, i128> = BTreeMap::new();
    for ((lo, hi), dated) in times.filter(|((lo, hi), _)| lo < hi) {
        let count = i128::from(dated.weight());
        *changes.entry(lo).or_default() += count;
        *changes.entry(hi).or_default() -= count;
    }
    let mut changes = changes.into_iter().peekable();
    let mut now = 0_i128;
    let most = bins.spans.iter().map(|(lo, hi)| {
        while let Some((_, change)) = changes.next_if(|(at, _)| at <= lo) {
            now += change;
        }
        let mut most = now;
        while let Some((_, change)) = changes.next_if(|(at, _)| at < hi) {
            now += change;
            most = most.max(now);
        }
        most as f64
    });
    most.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;
    use crate::event::Event;
    use crate::geometry::Axis;
    use crate::time::{BinRoom, Domain, RulerOptions};

    fn date(text: &str) -> Date {
        text.parse().expect(text)
    }

    /// The months of 2021.
    fn months() -> Bins {
        let year = date("2021");
        let domain = Domain::new(year.lo().expect("a year"), year.hi().expect("a year"));
        let room = BinRoom {
            length: 120,
            least: 8,
            finest: crate::date::Precision::Day,
            most: 12,
            is_ages: false,
            options: RulerOptions::default(),
        };
        let bins = Bins::finest(domain, &room).expect("bins");
        assert_eq!((bins.spans.len(), Axis::ALL.len()), (12, 2));
        bins
    }

    fn events(rows: &[(&str, &str, Option<u64>)]) -> Vec<Event> {
        let event = |&(start, end, count): &(&str, &str, Option<u64>)| Event {
            end: (!end.is_empty()).then(|| date(end)),
            count,
            ..Event::new(date(start), "a")
        };
        rows.iter().map(event).collect()
    }

    fn dated(events: &[Event]) -> Vec<Dated<'_>> {
        let all = events.iter().enumerate();
        all.filter_map(|(row, event)| Dated::new(row, event, 0)).collect()
    }

    #[test]
    fn events_are_counted_where_they_lie_and_shared_out_where_they_may_lie() {
        let rows = [
            ("2021-01-05", "", None),
            ("2021-01-31", "", Some(7)),
            ("2021-03", "", Some(0)),
            ("2021", "", Some(365)),
            ("2021-12-31T23:59:59", "", None),
        ];
        let table = events(&rows);
        let dated = dated(&table);
        let all: Vec<&Dated<'_>> = dated.iter().collect();
        let (certain, spread) = counted(&all, &months());
        assert_eq!(certain, [8.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0]);
        let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let shares: Vec<i64> = spread.iter().map(|share| share.round() as i64).collect();
        assert_eq!(shares, days);
        let reversed: Vec<&Dated<'_>> = dated.iter().rev().collect();
        assert_eq!(counted(&reversed, &months()), (certain, spread));
    }

    #[test]
    fn the_most_that_go_on_at_once_are_told() {
        let rows = [
            ("2021-02-10", "2021-05-20", None),
            ("2021-05-21", "2021-06-01", None),
            ("2021-03-01", "2021-03-31", Some(4)),
            ("2020-01-01", "2021-01-10", None),
        ];
        let table = events(&rows);
        let dated = dated(&table);
        let all: Vec<&Dated<'_>> = dated.iter().collect();
        let shown = months();
        let shown = (shown.spans[0].0, shown.spans[11].1);
        let (certain, more) = running(&all, &months(), shown);
        assert_eq!(certain, [1.0, 1.0, 5.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
        assert!(more.iter().all(|&more| more == 0.0), "{more:?}");
    }

    #[test]
    fn what_may_have_begun_later_is_told_apart() {
        let table = events(&[("2021", "2021-12-01", None)]);
        let dated = dated(&table);
        let bins = months();
        let shown = (bins.spans[0].0, bins.spans[11].1);
        let (certain, more) = running(&[&dated[0]], &bins, shown);
        assert_eq!((certain[5], more[5]), (0.0, 1.0));
    }
}
