//! Where a chronicle of several pages may be cut: between any two dates, at the roundest there are.

use crate::compose::dated::Dated;
use crate::date::{Instant, InstantSpan};

/// A place where time may be cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PageCut {
    pub(super) at: Instant,
    /// How many events are before it.
    pub(super) before: usize,
    /// How little round it is: 0 is the start of a year, 1 of a month, 2 of a day, 3 any other.
    pub(super) fineness: usize,
}

/// The places between the dates of events in their order, and the ends of the time shown. A stretch
/// without events has two, near to its start and to its end; none is in a break.
pub(super) fn page_cuts(
    events: &[Dated<'_>],
    (lo, hi): InstantSpan,
    breaks: &[InstantSpan],
) -> Vec<PageCut> {
    let mut cuts = vec![PageCut { at: lo, before: 0, fineness: 0 }];
    for (index, pair) in events.windows(2).enumerate() {
        for gap in around((pair[0].at, pair[1].at), breaks) {
            let (fineness, [first, last]) = roundest(gap);
            let cut = |at: Instant| PageCut { at, before: index + 1, fineness };
            let found = [first].into_iter().chain((first != last).then_some(last)).map(cut);
            // What is beyond the ends of the ruler is on the first and the last page.
            cuts.extend(found.filter(|cut| gap.0 < cut.at && lo < cut.at && cut.at < hi));
        }
    }
    cuts.push(PageCut { at: hi, before: events.len(), fineness: 0 });
    cuts
}

/// What is left of a stretch of time around the breaks in it.
fn around((lo, hi): InstantSpan, breaks: &[InstantSpan]) -> Vec<InstantSpan> {
    let (mut start, mut found) = (lo, Vec::new());
    for (from, to) in breaks.iter().filter(|(from, to)| lo < *from && *to < hi) {
        found.push((start, from.checked_add(-1).unwrap_or(*from)));
        start = *to;
    }
    found.push((start, hi));
    found
}

/// The first and the last of the roundest instants after a date up to another, and how little round
/// they are.
fn roundest((lo, hi): InstantSpan) -> (usize, [Instant; 2]) {
    let ((year, month, _), (last_year, last_month, _)) = (lo.civil(), hi.civil());
    let month_number = |year: i64, month: u32| year.saturating_mul(12) + i64::from(month) - 1;
    let start_of_year = |year: i64| Instant::from_civil(year, 1, 1).unwrap_or(hi);
    let start_of_month = |number: i64| {
        let month = number.rem_euclid(12) as u32 + 1;
        Instant::from_civil(number.div_euclid(12), month, 1).unwrap_or(hi)
    };
    let years = [year + 1, last_year];
    let months = [month_number(year, month) + 1, month_number(last_year, last_month)];
    let days = [lo.day + 1, hi.day];
    match () {
        () if years[0] <= years[1] => (0, of_most_zeros(years).map(start_of_year)),
        () if months[0] <= months[1] => (1, months.map(start_of_month)),
        () if days[0] <= days[1] => (2, days.map(Instant::from_day)),
        () => (3, [moment((lo, hi)); 2]),
    }
}

/// The first and the last of the numbers from one to another that end in the most zeros.
fn of_most_zeros([first, last]: [i64; 2]) -> [i64; 2] {
    let mut found = [first, last];
    let mut step = 10_i64;
    loop {
        let next =
            [first.div_euclid(step) + i64::from(first.rem_euclid(step) > 0), last.div_euclid(step)];
        if next[0] > next[1] {
            return found;
        }
        found = next.map(|number| number * step);
        match step.checked_mul(10) {
            Some(longer) => step = longer,
            None => return found,
        }
    }
}

/// The last whole hour, minute or second after an instant of a day up to another.
fn moment((lo, hi): InstantSpan) -> Instant {
    let units = [3_600_000_000_000, 60_000_000_000, 1_000_000_000];
    let round = units.map(|unit| Instant { nano: hi.nano / unit * unit, ..hi });
    round.into_iter().find(|at| lo < *at).unwrap_or(hi)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        let date: crate::date::Date = text.parse().expect("a date");
        date.lo().expect("bounded")
    }

    #[test]
    fn cuts_are_as_round_as_their_gap_allows() {
        for (lo, hi, fineness, first, last) in [
            ("1957-10-04", "1958-02-01", 0, "1958-01-01", "1958-01-01"),
            ("1891", "2013-05", 0, "2000", "2000"),
            ("1957-10-04", "1991", 0, "1960", "1990"),
            ("1957-10-04", "1957-12-03", 1, "1957-11-01", "1957-12-01"),
            ("1957-10-04", "1957-10-09", 2, "1957-10-05", "1957-10-09"),
            ("1957-10-04T08:10", "1957-10-04T10:50", 3, "1957-10-04T10:00", "1957-10-04T10:00"),
            (
                "1957-10-04T10:10",
                "1957-10-04T10:10:20",
                3,
                "1957-10-04T10:10:20",
                "1957-10-04T10:10:20",
            ),
            ("0003", "0012", 0, "0010", "0010"),
        ] {
            let found = roundest((at(lo), at(hi)));
            assert_eq!(found, (fineness, [at(first), at(last)]), "{lo} to {hi}");
        }
        assert_eq!(of_most_zeros([-15, 5]), [0, 0]);
        assert_eq!(of_most_zeros([i64::MAX - 1, i64::MAX]), [i64::MAX - 1, i64::MAX]);
    }

    #[test]
    fn no_cut_is_in_a_break() {
        let gap = (at("1490"), at("1910"));
        let breaks = [(at("1520"), at("1880"))];
        let parts = around(gap, &breaks);
        assert_eq!(parts.len(), 2);
        assert!(parts[0].1 < breaks[0].0 && parts[1].0 == breaks[0].1);
        assert_eq!(around(gap, &[]), [gap]);
    }
}
