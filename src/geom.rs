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
    fn touching_rectangles_do_not_overlap() {
        let a = Rect { x0: 0, y0: 0, x1: 10, y1: 10 };
        assert!(!a.overlaps(&a.shifted(10, 0)));
        assert!(a.overlaps(&a.shifted(9, 9)));
        assert!(a.contains(&a));
        assert!(!a.contains(&a.grown(1)));
    }
}
