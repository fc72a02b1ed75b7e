//! The domain: which stretch of time is shown, and where each instant of it is.
//!
//! A domain may leave out up to three stretches, its breaks; all that is shown keeps one scale. Or
//! it counts ages by their logarithm, so that equal ratios are equally long.

use super::interval::LogAges;
use crate::date::{DAY_NANOS, Instant};
use crate::geometry::Sub;

/// Breaks that a domain may have.
pub const MOST_BREAKS: usize = 3;

/// A stretch of time that is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AxisBreak {
    /// First instant left out.
    pub lo: Instant,
    /// First instant shown again.
    pub hi: Instant,
    /// What the sign in its place takes along the axis.
    pub width: Sub,
}

/// A half-open stretch of time `[lo, hi)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Domain {
    lo: Instant,
    hi: Instant,
    breaks: [Option<AxisBreak>; MOST_BREAKS],
    log: Option<LogAges>,
}

impl Domain {
    /// The time from `lo` to `hi`. An empty or reversed domain is taken as one nanosecond.
    pub fn new(lo: Instant, hi: Instant) -> Self {
        let hi = if hi > lo { hi } else { lo.checked_add(1).unwrap_or(lo) };
        Self { lo, hi, breaks: [None; MOST_BREAKS], log: None }
    }

    /// The same without `breaks`, of which the first three count; they are in the order of time,
    /// apart, and inside the domain.
    pub fn broken(mut self, breaks: &[AxisBreak]) -> Self {
        self.breaks = std::array::from_fn(|index| breaks.get(index).copied());
        self
    }

    /// The same by the logarithm of ages.
    pub fn log(self, ages: LogAges) -> Self {
        Self { log: Some(ages), ..self }
    }

    /// The same over other ends.
    pub fn reaching(self, lo: Instant, hi: Instant) -> Self {
        Self { breaks: self.breaks, log: self.log, ..Self::new(lo, hi) }
    }

    /// First instant.
    pub fn lo(&self) -> Instant {
        self.lo
    }

    /// First instant after it.
    pub fn hi(&self) -> Instant {
        self.hi
    }

    /// What is left out, in the order of time.
    pub fn breaks(&self) -> impl Iterator<Item = AxisBreak> + use<> {
        self.breaks.into_iter().flatten()
    }

    /// Whether ages are placed by their logarithm.
    pub fn is_log(&self) -> bool {
        self.log.is_some()
    }

    /// The ages that are placed by their logarithm, if they are.
    pub fn log_ages(&self) -> Option<LogAges> {
        self.log
    }

    /// Nanoseconds shown.
    pub fn nanos(&self) -> i128 {
        let left_out: i128 = self.breaks().map(|at| at.hi.nanos_since(at.lo)).sum();
        (self.hi.nanos_since(self.lo) - left_out).max(1)
    }

    /// The unbroken stretches, in the order of time.
    pub fn pieces(&self) -> impl Iterator<Item = (Instant, Instant)> + use<> {
        let starts = std::iter::once(self.lo).chain(self.breaks().map(|at| at.hi));
        let ends = self.breaks().map(|at| at.lo).chain([self.hi]);
        starts.zip(ends)
    }

    /// Where `at` is when the domain covers `left..right`: rounded to the nearest sub-pixel,
    /// and held to the ends outside the domain.
    pub fn place(&self, at: Instant, left: Sub, right: Sub) -> Sub {
        if let Some(ages) = self.log {
            return self.log_place(ages, at, left, right);
        }
        let signs: Sub = self.breaks().map(|at| at.width).sum();
        let width = (i128::from(right) - i128::from(left) - i128::from(signs)).max(0);
        if let Some(share) = self.near_share(at, width) {
            return left + share;
        }
        let (mut passed, mut signs) = (at.nanos_since(self.lo), 0);
        for gap in self.breaks().filter(|gap| gap.lo < at) {
            let length = gap.hi.nanos_since(gap.lo);
            let inside = at.nanos_since(gap.lo).min(length);
            passed -= inside;
            signs += share(inside, length, i128::from(gap.width)) as Sub;
        }
        // Between the two ends, so within their type.
        left + share(passed, self.nanos(), width) as Sub + signs
    }

    fn log_place(&self, ages: LogAges, at: Instant, left: Sub, right: Sub) -> Sub {
        let [lo, at, hi] = [self.lo, at, self.hi].map(|at| ages.decades(at));
        let passed = ((lo - at) / (lo - hi).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0);
        left + (passed * f64::from(right - left)).round() as Sub
    }
}

/// A logarithmic domain with `pad` of a ruler of `width` more at either end.
pub(super) fn padded_log(domain: Domain, pad: Sub, width: Sub) -> Domain {
    let Some(ages) = domain.log else { return domain };
    let [lo, hi] = [domain.lo, domain.hi].map(|at| ages.decades(at));
    let each = (lo - hi).max(0.05) * f64::from(pad) / f64::from((width - 2 * pad).max(pad));
    let (lo, hi) = (ages.year(lo + each), ages.year(hi - each));
    domain.reaching(lo.unwrap_or(domain.lo).min(domain.lo), hi.unwrap_or(domain.hi).max(domain.hi))
}

impl LogAges {
    /// How many tenfolds an instant is old, of a year or of what the scale is linear up to, which
    /// counts for one.
    fn decades(self, at: Instant) -> f64 {
        const YEAR_DAYS: f64 = 365.2425;
        let origin = Instant::from_civil(self.origin, 1, 1).unwrap_or(at);
        let age = origin.nanos_since(at) as f64 / DAY_NANOS as f64 / YEAR_DAYS;
        let linear = self.linear as f64;
        match () {
            () if self.linear == 0 => libm::log10(age.max(1.0)),
            () if age <= linear => age / linear,
            () => 1.0 + libm::log10(age / linear),
        }
    }

    /// The year that is so many tenfolds old; whole years, as the ruler is not read any finer.
    fn year(self, decades: f64) -> Option<Instant> {
        let linear = self.linear as f64;
        let age = match () {
            () if self.linear == 0 => libm::exp10(decades.max(0.0)),
            () if decades <= 1.0 => decades * linear,
            () => linear * libm::exp10(decades - 1.0),
        };
        Instant::from_civil(self.origin.checked_sub(age as i64)?, 1, 1)
    }
}

/// `width` times `passed / total`, rounded; `passed` is held between 0 and `total`.
fn share(passed: i128, total: i128, width: i128) -> i128 {
    let passed = passed.clamp(0, total);
    // Both shrink alike, so that the product below keeps within 128 bits.
    let shift = 34_u32.saturating_sub(total.leading_zeros());
    let (total, passed) = ((total >> shift).max(1), passed >> shift);
    (2 * passed * width + total).div_euclid(2 * total)
}

impl Domain {
    /// The share of a width before an instant, counted in half days: most dates have their middle at
    /// noon or midnight, and so it is by far the faster. None where that cannot be.
    fn near_share(&self, at: Instant, width: i128) -> Option<Sub> {
        let width = i64::try_from(width).ok().filter(|_| self.breaks[0].is_none())?;
        let [lo, at, hi] = [half_days(self.lo)?, half_days(at)?, half_days(self.hi)?];
        let total = Some(hi - lo).filter(|total| *total > 0)?;
        let passed = (at - lo).clamp(0, total);
        Some(((2 * passed * width + total) / (2 * total)) as Sub)
    }
}

/// An instant in half days from 1970, if it is a whole number of them within some 180,000 years.
fn half_days(at: Instant) -> Option<i64> {
    const HALF: i64 = DAY_NANOS / 2;
    let is_near = at.day.unsigned_abs() < 1 << 26 && at.nano % HALF == 0;
    is_near.then(|| 2 * at.day + at.nano / HALF)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::PRESENT;
    use proptest::prelude::*;

    fn year(year: i64) -> Instant {
        Instant::from_civil(year, 1, 1).expect("a year of the test's own")
    }

    #[test]
    fn a_break_takes_the_room_of_its_sign() {
        let gap = AxisBreak { lo: year(1030), hi: year(1480), width: 50 };
        let domain = Domain::new(year(980), year(1530)).broken(&[gap]);
        let place = |at| domain.place(year(at), 0, 1050);
        assert_eq!([980, 1030, 1480, 1530].map(place), [0, 500, 550, 1050]);
        assert_eq!(place(1255), 525, "what is left out stands in the sign");
        assert_eq!(domain.pieces().count(), 2);
    }

    #[test]
    fn equal_ratios_of_age_are_equally_long() {
        let age = |age: i64| year(PRESENT - age);
        let domain = Domain::new(age(1_000_000), age(100)).log(LogAges::BEFORE_PRESENT);
        let place = |years| domain.place(age(years), 0, 4000);
        assert_eq!([1_000_000, 100_000, 10_000, 1000, 100].map(place), [0, 1000, 2000, 3000, 4000]);
        assert_eq!(domain.place(year(2020), 0, 4000), 4000);
    }

    #[test]
    fn ages_are_linear_up_to_today() {
        let ages = LogAges { origin: 2020, linear: 100 };
        let domain = Domain::new(year(2020 - 10_000), year(2020)).log(ages);
        let place = |year_of| domain.place(year(year_of), 0, 3000);
        assert_eq!([2020 - 10_000, 1020, 1920, 1970, 2020].map(place), [0, 1000, 2000, 2500, 3000]);
    }

    proptest! {
        #[test]
        fn places_in_half_days_are_those_in_nanoseconds(
            days in proptest::array::uniform3(-70_000_000..70_000_000_i64), noons in proptest::array::uniform3(0..2_i64),
            left in -5000..5000_i32, width in 0..2_000_000_000_i32,
        ) {
            let at = |place: usize| Instant { day: days[place], nano: noons[place] * DAY_NANOS / 2 };
            let domain = Domain::new(at(0).min(at(1)), at(0).max(at(1)));
            let expected = share(at(2).nanos_since(domain.lo), domain.nanos(), width.into()) as Sub;
            prop_assert_eq!(domain.place(at(2), left, left + width), left + expected);
        }

        #[test]
        fn places_keep_the_order_of_time(mut days in proptest::collection::vec(any::<i32>(), 10)) {
            days.sort_unstable();
            days.dedup();
            prop_assume!(days.len() == 10);
            let at: Vec<Instant> = days.iter().map(|&day| Instant::from_day(day.into())).collect();
            let gap = |lo: usize, hi: usize| AxisBreak { lo: at[lo], hi: at[hi], width: 640 };
            let domain = Domain::new(at[0], at[9]);
            for domain in [domain.broken(&[gap(2, 4), gap(6, 7)]), domain, domain.log(LogAges::BEFORE_PRESENT)] {
                let places: Vec<Sub> = at.iter().map(|&at| domain.place(at, 100, 30_100)).collect();
                prop_assert!(places.is_sorted(), "{places:?}");
                prop_assert_eq!((places[0], places[9] <= 30_100), (100, true));
            }
        }
    }
}
