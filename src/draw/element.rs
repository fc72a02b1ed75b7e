//! The one element of plotters: anchors in the coordinates of the area that it is drawn on, and a
//! function that paints items when plotters has found their places.

use super::canvas::{Canvas, CanvasResult};
use super::picture::Item;
use crate::geometry::Point;
use plotters::element::{Drawable, PointCollection};
use plotters_backend::BackendCoord;

/// A part of a figure with `N` anchors, each in a coordinate `At`.
///
/// `paint` gets the places of the anchors on the canvas, and adds what is drawn to a list of items.
/// A figure has the place of all that is seen; the anchors give the places of dates.
pub(super) struct Element<At, P, const N: usize> {
    /// The anchors, in coordinates of the area.
    anchors: [At; N],
    /// Paints the part.
    paint: P,
}

impl<At, P: Fn([Point; N], &mut Vec<Item>), const N: usize> Element<At, P, N> {
    /// The part with these anchors that `paint` paints.
    pub(super) fn new(anchors: [At; N], paint: P) -> Self {
        Self { anchors, paint }
    }
}

impl<'a, At, P, const N: usize> PointCollection<'a, At> for &'a Element<At, P, N> {
    type Point = &'a At;
    type IntoIter = &'a [At; N];

    fn point_iter(self) -> Self::IntoIter {
        &self.anchors
    }
}

impl<C, At, P, const N: usize> Drawable<C> for Element<At, P, N>
where
    C: Canvas,
    P: Fn([Point; N], &mut Vec<Item>),
{
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        places: I,
        canvas: &mut C,
        _: (u32, u32),
    ) -> CanvasResult<C> {
        let mut found = [Point::default(); N];
        for (slot, (x, y)) in found.iter_mut().zip(places) {
            *slot = Point::new(x, y);
        }
        let mut items = Vec::new();
        (self.paint)(found, &mut items);
        items.into_iter().try_for_each(|item| canvas.item(item))
    }
}
