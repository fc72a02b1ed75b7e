//! Bins: equal units of the calendar into which events are counted.

use super::domain::Domain;
use super::interval::{Interval, Unit};
use super::options::RulerOptions;
use super::tick_candidates;
use crate::date::{Instant, InstantSpan, Precision};
use crate::geometry::Sub;

/// No domain has more bins than this.
const MOST: usize = 4096;

/// The bins of a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bins {
    /// What each of them spans as a whole.
    pub interval: Interval,
    /// What of each is shown, in the order of time, without the empty time of breaks.
    pub spans: Vec<InstantSpan>,
}

/// What decides how long a bin is.
#[derive(Clone, Copy, Debug)]
pub struct BinRoom {
    /// The length of the domain.
    pub length: Sub,
    /// The least length of a bin.
    pub least: Sub,
    /// As exact as dates are known; bins are no finer.
    pub finest: Precision,
    /// How many bins there may be, whatever the room.
    pub most: usize,
    /// Whether time is counted in ages.
    pub is_ages: bool,
    /// The beginnings of weeks and years.
    pub options: RulerOptions,
}

impl Bins {
    /// The finest bins that have room; none where time has a scale on which equal times are not
    /// equally long.
    pub fn finest(domain: Domain, room: &BinRoom) -> Option<Self> {
        if domain.is_log() {
            return None;
        }
        let whole = domain.nanos() as f64;
        let longest = f64::from(room.length) / f64::from(room.least.max(1));
        let most = longest.min(room.most as f64).max(1.0);
        let all = tick_candidates::all(room.is_ages).filter(|&interval| is_even(interval));
        let all: Vec<Interval> = all.map(|interval| room.options.based(interval)).collect();
        let is_known = |one: &Interval| room.is_ages || one.precision() <= room.finest;
        let has_room = |one: &Interval| whole / one.nanos() <= most;
        let found = all.iter().find(|one| is_known(one) && has_room(one));
        // No unit is as coarse as dates that are known to millions of years alone.
        let interval = found.or_else(|| all.iter().find(|one| has_room(one))).or(all.last())?;
        Some(Self::of(*interval, domain))
    }

    /// The bins of an interval in a domain.
    fn of(interval: Interval, domain: Domain) -> Self {
        let mut spans = Vec::new();
        for (lo, hi) in domain.pieces() {
            let mut start = lo;
            while start < hi && spans.len() < MOST {
                let end = interval.end(start).filter(|&end| end > start).unwrap_or(hi).min(hi);
                spans.push((start, end));
                start = end;
            }
        }
        Self { interval, spans }
    }

    /// The bin that holds an instant; that nearest to it where it is in none.
    pub fn place(&self, at: Instant) -> usize {
        let after = self.spans.partition_point(|(lo, _)| *lo <= at);
        after.saturating_sub(1).min(self.spans.len().saturating_sub(1))
    }

    /// The first and the last bin of a stretch of time.
    pub fn places(&self, (lo, hi): InstantSpan) -> [usize; 2] {
        let last = hi.checked_add(-1).unwrap_or(hi).max(lo);
        [self.place(lo), self.place(last)]
    }
}

/// Whether all that an interval makes are about equally long: steps of several days begin anew with
/// each month, and the last of it is shorter.
fn is_even(interval: Interval) -> bool {
    !matches!((interval.unit, interval.count), (Unit::Day, 2..) | (Unit::YearPart, _))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i64, month: u32, day: u32) -> Instant {
        Instant::from_civil(year, month, day).expect("a day of the test's own")
    }

    fn bins(domain: Domain, least: Sub, finest: Precision) -> Bins {
        let room = BinRoom {
            length: 600,
            least,
            finest,
            most: 600,
            is_ages: false,
            options: RulerOptions::default(),
        };
        Bins::finest(domain, &room).expect("bins")
    }

    #[test]
    fn bins_are_as_fine_as_there_is_room_and_no_finer_than_the_dates() {
        let two_years = Domain::new(day(2020, 1, 1), day(2022, 1, 1));
        let century = Domain::new(day(1900, 1, 1), day(2000, 1, 1));
        let cases = [
            (two_years, 1, Precision::Day, Unit::Week, 1),
            (two_years, 6, Precision::Day, Unit::Month, 1),
            (two_years, 1, Precision::Month, Unit::Month, 1),
            (century, 1, Precision::Day, Unit::Month, 3),
            (century, 6, Precision::Day, Unit::Year, 1),
            (century, 60, Precision::Day, Unit::Year, 10),
        ];
        for (domain, least, finest, unit, count) in cases {
            let found = bins(domain, least, finest).interval;
            assert_eq!((found.unit, found.count), (unit, count), "{least} {finest:?}");
        }
    }

    #[test]
    fn bins_join_and_cover_what_is_shown() {
        let (lo, hi) = (day(2021, 1, 13), day(2022, 3, 3));
        let found = bins(Domain::new(lo, hi), 6, Precision::Day);
        assert_eq!((found.spans[0].0, found.spans.last().map(|span| span.1)), (lo, Some(hi)));
        assert!(found.spans.windows(2).all(|pair| pair[0].1 == pair[1].0));
        assert_eq!(found.place(day(2021, 1, 17)), 0, "a week begins on Monday");
        assert_eq!(found.place(day(2021, 1, 18)), 1);
        assert_eq!(found.places((day(2021, 1, 18), day(2021, 1, 25))), [1, 1]);
        assert_eq!(found.places((day(2000, 1, 1), day(2000, 1, 2))), [0, 0]);
        assert_eq!(found.place(day(2030, 1, 1)), found.spans.len() - 1);
    }

    #[test]
    fn a_logarithmic_scale_has_no_bins() {
        let domain = Domain::new(day(-8000, 1, 1), day(1900, 1, 1));
        let room = BinRoom {
            length: 600,
            least: 1,
            finest: Precision::Day,
            most: 600,
            is_ages: true,
            options: RulerOptions::default(),
        };
        assert!(Bins::finest(domain, &room).is_some());
        assert_eq!(Bins::finest(domain.log(crate::time::LogAges::BEFORE_PRESENT), &room), None);
    }
}
