//! Marks by their distances from the ruler, and how they become marks on one of its edges.

use crate::figure::{Mark, MarkShape, Uncertainty, Whisker};
use crate::geometry::{Axis, PX, Rect, Sub};

/// A mark of one side before it is known where the ruler stands: distances grow away from it.
#[derive(Clone, Debug)]
pub(super) struct Raised {
    pub(super) x0: Sub,
    pub(super) x1: Sub,
    pub(super) near: Sub,
    pub(super) far: Sub,
    pub(super) shape: RaisedShape,
    pub(super) uncertainty: Uncertainty,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum RaisedShape {
    Dot,
    Slice(Sub, Sub),
    /// From where to where, and how far from the ruler.
    Stripe([Sub; 2], [Sub; 2]),
    /// From where to where, where its dot is, and whether it is painted by itself, and for all.
    Whisker([Sub; 2], Sub, [bool; 2]),
    Shared,
}

/// The edge of the ruler that marks are on.
#[derive(Clone, Copy)]
pub(super) struct Edge {
    /// Its place across the axis.
    pub(super) at: Sub,
    pub(super) axis: Axis,
    /// The sign of distances away from the ruler.
    pub(super) outward: Sub,
}

impl Edge {
    pub(super) fn mark(self, raised: &Raised) -> Mark {
        let rect = self.rect([raised.x0, raised.x1], [raised.near, raised.far]);
        let shape = match raised.shape {
            RaisedShape::Dot => MarkShape::Dot,
            RaisedShape::Slice(from, to) => {
                let across = self.across([raised.near, raised.far]);
                let outline = slice([raised.x0, raised.x1], across, from, to);
                let point = |[along, across]: [Sub; 2]| self.axis.point(along, across);
                MarkShape::Slice(outline.into_iter().map(point).collect())
            }
            RaisedShape::Stripe(along, across) => MarkShape::Bar(self.rect(along, across)),
            RaisedShape::Whisker(along, at, [has_line, is_shared]) => {
                let rect = self.rect(along, [raised.near, raised.far]);
                let [near, far] = self.across([raised.near, raised.far]);
                let radius = whisker_dot(along, far - near);
                let dot = (self.axis.point(at, (near + far) / 2), radius);
                MarkShape::Whisker(Whisker { rect, dot, has_line, is_shared })
            }
            RaisedShape::Shared => MarkShape::Shared,
        };
        Mark { rect, shape, uncertainty: raised.uncertainty, caps: Vec::new() }
    }

    fn rect(self, along: [Sub; 2], distances: [Sub; 2]) -> Rect {
        self.axis.rect(along, self.across(distances))
    }

    /// Places across the axis at two distances from the ruler, in order.
    fn across(self, distances: [Sub; 2]) -> [Sub; 2] {
        let [a, b] = distances.map(|distance| self.at + self.outward * distance);
        [a.min(b), a.max(b)]
    }
}

/// The radius of the dot of a whisker of that breadth.
pub(crate) fn whisker_dot([from, to]: [Sub; 2], breadth: Sub) -> Sub {
    (breadth * 5 / 12).min((to - from) / 3)
}

/// The outline of a box with round ends, cut to `from..to`, as places along and across.
fn slice([x0, x1]: [Sub; 2], [y0, y1]: [Sub; 2], from: Sub, to: Sub) -> Vec<[Sub; 2]> {
    let radius = f64::from(y1 - y0) / 2.0;
    let middle = f64::from(y0 + y1) / 2.0;
    let reach = |x: Sub| {
        let inside = f64::from((x - x0).min(x1 - x)).max(0.0);
        let across = (radius - inside).max(0.0);
        (radius * radius - across * across).max(0.0).sqrt()
    };
    // Quarter pixels keep the round ends smooth at any resolution of print.
    let step = PX / 4;
    let inner = (from / step + 1..).map(|k| k * step).take_while(|&x| x < to);
    let is_round = |&x: &Sub| reach(x) < radius;
    let xs: Vec<Sub> = std::iter::once(from).chain(inner.filter(is_round)).chain([to]).collect();
    let at = |x: Sub, up: f64| [x, (middle + up * reach(x)).round() as Sub];
    let upper = xs.iter().map(|&x| at(x, -1.0));
    let lower = xs.iter().rev().map(|&x| at(x, 1.0));
    upper.chain(lower).collect()
}
