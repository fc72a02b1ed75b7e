//! The scale as a coordinate of plotters.

use super::scale::Scale;
use super::tick_spans::spans;
use crate::date::Instant;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged};
use std::ops::Range;

impl Ranged for Scale {
    type FormatOption = NoDefaultFormatting;
    type ValueType = Instant;

    fn map(&self, value: &Instant, limit: (i32, i32)) -> i32 {
        self.place(*value, limit.0, limit.1)
    }

    /// Starts of the ruler's cells, thinned evenly to at most as many as asked for: plotters has no
    /// coordinate without them.
    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<Instant> {
        let cells = spans(self.interval(), self.domain()).into_iter();
        let starts: Vec<Instant> =
            cells.filter(|cell| cell.start >= cell.lo).map(|cell| cell.start).collect();
        let every = starts.len().div_ceil(hint.max_num_points().max(1)).max(1);
        starts.into_iter().step_by(every).collect()
    }

    fn range(&self) -> Range<Instant> {
        self.lo()..self.hi()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{Domain, Interval, Unit};
    use plotters::coord::ranged1d::BoldPoints;

    fn year(year: i64) -> Instant {
        Instant::from_civil(year, 1, 1).expect("a year of the test's own")
    }

    #[test]
    fn it_is_a_coordinate_of_plotters() {
        let domain = Domain::new(year(2001), year(2011));
        let scale = Scale::new(domain, Interval::new(Unit::Year, 1));
        assert_eq!(scale.range(), year(2001)..year(2011));
        assert_eq!(scale.map(&year(2001), (100, 900)), 100);
        assert_eq!(scale.map(&year(2011), (100, 900)), 900);
        let points = scale.key_points(BoldPoints(5));
        assert_eq!(points, [2001, 2003, 2005, 2007, 2009].map(year));
    }
}
