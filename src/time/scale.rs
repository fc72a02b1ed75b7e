//! The scale: instants to places, exact to the sub-pixel, as a coordinate of plotters.

use super::domain::Domain;
use super::interval::Interval;
use super::tick_labels::Names;
use super::tick_rows;
use crate::date::Instant;
use crate::geometry::Sub;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use std::ops::Range;

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

    /// The stretch of time that it shows.
    pub fn domain(&self) -> Domain {
        self.domain
    }

    /// Where `at` stands when the domain covers `left..right`: rounded to the nearest sub-pixel,
    /// and held to the ends outside the domain.
    pub fn place(&self, at: Instant, left: Sub, right: Sub) -> Sub {
        self.domain.place(at, left, right)
    }
}

impl Ranged for Scale {
    type FormatOption = NoDefaultFormatting;
    type ValueType = Instant;

    fn map(&self, value: &Instant, limit: (i32, i32)) -> i32 {
        self.place(*value, limit.0, limit.1)
    }

    /// Starts of the ruler's cells, thinned evenly to at most as many as asked for.
    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<Instant> {
        let cells = tick_rows::spans(self.interval, self.domain).into_iter();
        let starts: Vec<Instant> =
            cells.filter(|cell| cell.start >= cell.lo).map(|cell| cell.start).collect();
        let every = starts.len().div_ceil(hint.max_num_points().max(1)).max(1);
        starts.into_iter().step_by(every).collect()
    }

    fn range(&self) -> Range<Instant> {
        self.lo()..self.hi()
    }
}

impl ValueFormatter<Instant> for Scale {
    fn format_ext(&self, value: &Instant) -> String {
        Names { interval: self.interval, lo: self.lo(), hi: self.hi() }.short(*value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Unit;
    use plotters::coord::ranged1d::BoldPoints;
    use proptest::prelude::*;

    fn year(year: i64) -> Instant {
        Instant::from_civil(year, 1, 1).expect("a year of the test's own")
    }

    fn decade() -> Scale {
        Scale::new(Domain::new(year(2001), year(2011)), Interval::new(Unit::Year, 1))
    }

    #[test]
    fn it_is_a_coordinate_of_plotters() {
        let scale = decade();
        assert_eq!(scale.range(), year(2001)..year(2011));
        assert_eq!(scale.map(&year(2001), (100, 900)), 100);
        assert_eq!(scale.map(&year(2011), (100, 900)), 900);
        let points = scale.key_points(BoldPoints(5));
        assert_eq!(points.len(), 5);
        let names: Vec<String> = points.iter().map(|at| scale.format_ext(at)).collect();
        assert_eq!(names, ["2001", "2003", "2005", "2007", "2009"]);
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
