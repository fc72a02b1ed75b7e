//! The coordinates of a figure as plotters knows them: instants along its axis, sub-pixels across.

use crate::date::Instant;
use crate::figure::Ruler;
use crate::geometry::{Axis, Sub};
use crate::time::Scale;
use plotters::coord::CoordTranslate;
use plotters::coord::ranged1d::Ranged;
use plotters_backend::BackendCoord;

/// The coordinate system of everything that has a date, for either axis.
#[derive(Clone, Copy)]
pub(super) struct TimeCoordinates {
    axis: Axis,
    scale: Scale,
    /// The ends of the ruler, which the scale's domain covers.
    ends: (Sub, Sub),
}

impl TimeCoordinates {
    /// That of a ruler along an axis.
    pub(super) fn of(ruler: &Ruler, axis: Axis) -> Self {
        let [start, end] = axis.span(&ruler.rect);
        Self { axis, scale: ruler.scale, ends: (start, end) }
    }
}

impl CoordTranslate for TimeCoordinates {
    type From = (Instant, Sub);

    fn translate(&self, (at, across): &Self::From) -> BackendCoord {
        let point = self.axis.point(self.scale.map(at, self.ends), *across);
        (point.x, point.y)
    }
}
