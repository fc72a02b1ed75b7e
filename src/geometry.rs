//! Plane geometry in whole sub-pixels.
//!
//! A sub-pixel ([`Sub`]) is 1/64 CSS pixel, so that places compare exactly and print the same on
//! every machine. x runs right, y runs down. Rectangles are half-open: two that share an edge do
//! not overlap.

/// A length or coordinate in 1/64 CSS pixel.
pub type Sub = i32;

/// Sub-pixels in one CSS pixel.
pub const PX: Sub = 64;

/// `length` CSS pixels (96 to the inch) in sub-pixels, rounded to the nearest.
pub const fn px(length: f64) -> Sub {
    // The cast saturates; canvases are bounded long before that.
    (length * PX as f64 + if length < 0.0 { -0.5 } else { 0.5 }) as Sub
}

/// `length` sub-pixels in CSS pixels; exact.
pub const fn to_px(length: Sub) -> f64 {
    length as f64 / PX as f64
}

/// A place in the figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Point {
    /// Distance from the left edge.
    pub x: Sub,
    /// Distance from the top edge.
    pub y: Sub,
}

impl Point {
    /// The point at (`x`, `y`).
    pub const fn new(x: Sub, y: Sub) -> Self {
        Self { x, y }
    }

    /// The point with its two axes exchanged.
    pub const fn turned(self) -> Self {
        Self { x: self.y, y: self.x }
    }
}

/// The axis that time runs along; labels stand across it.
///
/// Code that serves both directions works in places *along* and *across* and turns them into
/// points, sizes and rectangles here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Axis {
    /// Time runs from left to right.
    #[default]
    Horizontal,
    /// Time runs downwards.
    Vertical,
}

impl Axis {
    /// Both, in order.
    pub const ALL: [Axis; 2] = [Axis::Horizontal, Axis::Vertical];

    /// The point so far along and across.
    pub const fn point(self, along: Sub, across: Sub) -> Point {
        match self {
            Axis::Horizontal => Point::new(along, across),
            Axis::Vertical => Point::new(across, along),
        }
    }

    /// The size of that length along and breadth across.
    pub const fn size(self, length: Sub, breadth: Sub) -> Size {
        match self {
            Axis::Horizontal => Size::new(length, breadth),
            Axis::Vertical => Size::new(breadth, length),
        }
    }

    /// The rectangle from one place to the other along, and across.
    pub const fn rect(self, along: [Sub; 2], across: [Sub; 2]) -> Rect {
        let ([x0, x1], [y0, y1]) = match self {
            Axis::Horizontal => (along, across),
            Axis::Vertical => (across, along),
        };
        Rect { x0, y0, x1, y1 }
    }

    /// How far a point is along.
    pub const fn along(self, point: Point) -> Sub {
        match self {
            Axis::Horizontal => point.x,
            Axis::Vertical => point.y,
        }
    }

    /// How far a point is across.
    pub const fn across(self, point: Point) -> Sub {
        self.other().along(point)
    }

    /// From where to where a rectangle extends along.
    pub const fn span(self, rect: &Rect) -> [Sub; 2] {
        match self {
            Axis::Horizontal => [rect.x0, rect.x1],
            Axis::Vertical => [rect.y0, rect.y1],
        }
    }

    /// From where to where a rectangle extends across.
    pub const fn cross_span(self, rect: &Rect) -> [Sub; 2] {
        self.other().span(rect)
    }

    /// The extent of a size along.
    pub const fn length(self, size: Size) -> Sub {
        match self {
            Axis::Horizontal => size.w,
            Axis::Vertical => size.h,
        }
    }

    /// The extent of a size across.
    pub const fn breadth(self, size: Size) -> Sub {
        self.other().length(size)
    }

    /// The axis across this one.
    pub const fn other(self) -> Axis {
        match self {
            Axis::Horizontal => Axis::Vertical,
            Axis::Vertical => Axis::Horizontal,
        }
    }
}

/// A width and a height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Extent along x.
    pub w: Sub,
    /// Extent along y.
    pub h: Sub,
}

impl Size {
    /// The size `w` by `h`.
    pub const fn new(w: Sub, h: Sub) -> Self {
        Self { w, h }
    }
}

/// An axis-parallel rectangle, `x0 <= x1` and `y0 <= y1`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rect {
    /// Left edge, inside.
    pub x0: Sub,
    /// Top edge, inside.
    pub y0: Sub,
    /// Right edge, outside.
    pub x1: Sub,
    /// Bottom edge, outside.
    pub y1: Sub,
}

impl Rect {
    /// The rectangle with its top left corner at `origin`.
    pub const fn from_origin_size(origin: Point, size: Size) -> Self {
        Self { x0: origin.x, y0: origin.y, x1: origin.x + size.w, y1: origin.y + size.h }
    }

    /// The smallest rectangle that holds both points.
    pub fn from_points(a: Point, b: Point) -> Self {
        Self { x0: a.x.min(b.x), y0: a.y.min(b.y), x1: a.x.max(b.x), y1: a.y.max(b.y) }
    }

    /// Extent along x.
    pub const fn width(&self) -> Sub {
        self.x1 - self.x0
    }

    /// Extent along y.
    pub const fn height(&self) -> Sub {
        self.y1 - self.y0
    }

    /// Whether the two share an area; touching edges do not.
    pub const fn overlaps(&self, other: &Rect) -> bool {
        self.x0 < other.x1 && other.x0 < self.x1 && self.y0 < other.y1 && other.y0 < self.y1
    }

    /// Whether `other` lies wholly inside; shared edges do.
    pub const fn contains(&self, other: &Rect) -> bool {
        self.x0 <= other.x0 && other.x1 <= self.x1 && self.y0 <= other.y0 && other.y1 <= self.y1
    }

    /// The rectangle moved by (`dx`, `dy`).
    pub const fn shifted(&self, dx: Sub, dy: Sub) -> Self {
        Self { x0: self.x0 + dx, y0: self.y0 + dy, x1: self.x1 + dx, y1: self.y1 + dy }
    }

    /// The rectangle with its two axes exchanged.
    pub const fn turned(&self) -> Self {
        Self { x0: self.y0, y0: self.x0, x1: self.y1, y1: self.x1 }
    }

    /// The rectangle grown by `by` on every side.
    pub const fn grown(&self, by: Sub) -> Self {
        Self { x0: self.x0 - by, y0: self.y0 - by, x1: self.x1 + by, y1: self.y1 + by }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_round_to_the_nearest_sub_pixel() {
        assert_eq!(px(1.0), 64);
        assert_eq!(px(-1.0), -64);
        assert_eq!(px(10.3), 659);
        assert_eq!(to_px(px(6.5)), 6.5);
    }

    #[test]
    fn an_axis_packs_and_unpacks() {
        for axis in Axis::ALL {
            let point = axis.point(3, 7);
            assert_eq!((axis.along(point), axis.across(point)), (3, 7));
            let rect = axis.rect([1, 4], [10, 30]);
            assert_eq!((axis.span(&rect), axis.cross_span(&rect)), ([1, 4], [10, 30]));
            let size = axis.size(3, 20);
            assert_eq!((axis.length(size), axis.breadth(size)), (3, 20));
            assert_eq!(size, Size::new(rect.width(), rect.height()));
        }
        assert_eq!(Axis::Vertical.point(3, 7), Point::new(7, 3));
    }

    #[test]
    fn touching_rectangles_do_not_overlap() {
        let a = Rect { x0: 0, y0: 0, x1: 10, y1: 10 };
        assert!(!a.overlaps(&a.shifted(10, 0)));
        assert!(a.overlaps(&a.shifted(9, 9)));
        assert!(a.contains(&a));
        assert!(!a.contains(&a.grown(1)));
    }
}
