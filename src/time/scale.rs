//! The scale: instants to places, exact to the sub-pixel.

use super::domain::Domain;
use super::interval::Interval;
use crate::date::Instant;
use crate::geometry::Sub;

/// The scale over a domain, read on a ruler.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    domain: Domain,
    interval: Interval,
}

impl Scale {
    /// The scale over `domain`, read on a ruler with cells of `interval`.
    pub fn new(domain: Domain, interval: Interval) -> Self {
        Self { domain, interval }
    }

    /// First instant of the domain.
    pub fn lo(&self) -> Instant {
        self.domain.lo()
    }

    /// First instant after the domain.
    pub fn hi(&self) -> Instant {
        self.domain.hi()
    }

    /// What the cells of its ruler span.
    pub(super) fn interval(&self) -> Interval {
        self.interval
    }

    /// The stretch of time that it shows.
    pub fn domain(&self) -> Domain {
        self.domain
    }

    /// Where `at` is when the domain covers `left..right`: rounded to the nearest sub-pixel,
    /// and held to the ends outside the domain.
    pub fn place(&self, at: Instant, left: Sub, right: Sub) -> Sub {
        self.domain.place(at, left, right)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Unit;
    use proptest::prelude::*;

    fn year(year: i64) -> Instant {
        Instant::from_civil(year, 1, 1).expect("a year of the test's own")
    }

    #[test]
    fn an_empty_domain_is_one_nanosecond() {
        let scale = Scale::new(Domain::new(year(2001), year(2001)), Interval::new(Unit::Year, 1));
        assert_eq!(scale.place(year(2001), 0, 64), 0);
        assert_eq!(scale.place(year(2002), 0, 64), 64);
    }

    proptest! {
        #[test]
        fn places_keep_order_and_ends(days in proptest::array::uniform4(any::<i64>())) {
            let mut days = days.map(Instant::from_day);
            days.sort();
            let [lo, a, b, hi] = days;
            let scale = Scale::new(Domain::new(lo, hi), Interval::new(Unit::Year, 1));
            let place = |at| scale.place(at, 1000, 1_000_000);
            prop_assert!(place(lo) == 1000 && place(a) <= place(b));
            prop_assert!(lo == hi || place(hi) == 1_000_000);
        }
    }
}
