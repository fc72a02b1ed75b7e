//! Time: calendar intervals, the scale from instants to places, and the ruler that is read.
//!
//! In: the extent of the data. Out: an [`Axis`], the scale with the rows of its ruler. Text comes
//! in only as widths.

mod interval;
mod ruler;
mod scale;

pub use interval::{Interval, Unit};
pub use ruler::{Cell, Room, Row, Rows};
pub use scale::Scale;

use crate::date::Instant;
use crate::geom::Sub;

/// A scale and the ruler it is read on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The scale.
    pub scale: Scale,
    /// The ruler's rows, the finer first.
    pub rows: Rows,
}

/// How much longer, in hundredths, a domain may become so that it ends with whole cells.
const ROUNDING: i128 = 12;

impl Axis {
    /// The axis over exactly `lo..hi`.
    pub fn exact(lo: Instant, hi: Instant, room: &Room<'_>) -> Self {
        let interval = ruler::choose(lo, hi, room);
        let scale = Scale::new(lo, hi, interval);
        Self { scale, rows: ruler::rows(interval, lo, hi, room) }
    }

    /// The axis that shows `lo..hi` whole: widened to the ends of its cells where that costs
    /// little, else by `pad` at both ends.
    pub fn around(lo: Instant, hi: Instant, pad: Sub, room: &Room<'_>) -> Self {
        let interval = ruler::choose(lo, hi, room);
        let rounded = rounded(lo, hi, interval).filter(|&(lo, hi)| {
            // Longer, it may no longer suit the same cells.
            ruler::choose(lo, hi, room) == interval
        });
        let (lo, hi) = rounded.unwrap_or_else(|| padded(lo, hi, pad, room.width));
        Self::exact(lo, hi, room)
    }
}

/// The domain up to the ends of its cells, unless that is much longer.
fn rounded(lo: Instant, hi: Instant, interval: Interval) -> Option<(Instant, Instant)> {
    let start = interval.floor(lo)?;
    let end = if interval.floor(hi)? == hi { hi } else { interval.next(hi)? };
    let growth = end.nanos_since(start) - hi.nanos_since(lo);
    (growth * 100 <= hi.nanos_since(lo).checked_mul(ROUNDING)?).then_some((start, end))
}

fn padded(lo: Instant, hi: Instant, pad: Sub, width: Sub) -> (Instant, Instant) {
    let each = hi.nanos_since(lo) / i128::from((width / pad.max(1)).max(1));
    (lo.checked_add(-each).unwrap_or(lo), hi.checked_add(each).unwrap_or(hi))
}
