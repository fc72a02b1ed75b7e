//! The domain: which stretch of time is shown, and where each instant of it stands.

use crate::date::Instant;
use crate::geom::Sub;

/// A half-open stretch of time `[lo, hi)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Domain {
    lo: Instant,
    hi: Instant,
}

impl Domain {
    /// The time from `lo` to `hi`. An empty or reversed domain is taken as one nanosecond.
    pub fn new(lo: Instant, hi: Instant) -> Self {
        let hi = if hi > lo { hi } else { lo.checked_add(1).unwrap_or(lo) };
        Self { lo, hi }
    }

    /// First instant.
    pub fn lo(&self) -> Instant {
        self.lo
    }

    /// First instant after it.
    pub fn hi(&self) -> Instant {
        self.hi
    }

    /// Nanoseconds shown.
    pub fn nanos(&self) -> i128 {
        self.hi.nanos_since(self.lo).max(1)
    }

    /// The unbroken stretches, in the order of time.
    pub fn pieces(&self) -> impl Iterator<Item = (Instant, Instant)> + use<> {
        std::iter::once((self.lo, self.hi))
    }

    /// Where `at` stands when the domain covers `left..right`: rounded to the nearest sub-pixel,
    /// and held to the ends outside the domain.
    pub fn place(&self, at: Instant, left: Sub, right: Sub) -> Sub {
        let width = i128::from(right) - i128::from(left);
        // Between the two ends, so within their type.
        left + share(at.nanos_since(self.lo), self.nanos(), width) as Sub
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
