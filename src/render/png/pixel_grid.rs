//! The grid of device pixels: what is straight and upright is drawn on whole pixels.
//!
//! In: places and widths of the picture. Out: places in device pixels, at which an anti-aliased
//! renderer paints rows and columns whole. Knows no colours and draws nothing.

use crate::geometry::{PX, Point, Rect, Sub, to_px};

/// The device pixels of a canvas.
#[derive(Clone, Copy)]
pub(super) struct PixelGrid {
    /// Device pixels to a CSS pixel.
    pub(super) scale: f64,
}

/// Lines beyond this width only set off others.
const BROAD: Sub = 2 * PX;

/// A place in device pixels.
pub(super) type PixelPoint = (f32, f32);

impl PixelGrid {
    /// A length or place as it is.
    fn exact(self, length: Sub) -> f64 {
        to_px(length) * self.scale
    }

    /// A length as it is.
    pub(super) fn exact_length(self, length: Sub) -> f32 {
        self.exact(length) as f32
    }

    /// A place as it is.
    pub(super) fn exact_point(self, point: Point) -> PixelPoint {
        (self.exact_length(point.x), self.exact_length(point.y))
    }

    /// The nearest edge between pixels.
    pub(super) fn edge(self, place: Sub) -> f64 {
        self.exact(place).round()
    }

    /// A thickness in whole pixels, at least one. A broad line is three times as thick as one a
    /// third of its width, so that it is as broad to both sides of that.
    pub(super) fn thickness(self, width: Sub) -> f64 {
        let parts = if width > BROAD { 3 } else { 1 };
        self.edge(width / parts).max(1.0) * f64::from(parts)
    }

    /// The middle of the whole pixels that a line of this thickness covers at this place.
    fn middle(self, place: Sub, thickness: f64) -> f64 {
        (self.exact(place) - thickness / 2.0).round() + thickness / 2.0
    }

    /// Left, top, right and bottom edge of the whole pixels of a rectangle; what has an extent
    /// keeps at least a pixel of it.
    pub(super) fn rect(self, rect: &Rect) -> [f32; 4] {
        let (left, right) = self.extent(rect.x0, rect.x1);
        let (top, bottom) = self.extent(rect.y0, rect.y1);
        [left as f32, top as f32, right as f32, bottom as f32]
    }

    fn extent(self, from: Sub, to: Sub) -> (f64, f64) {
        let (start, end) = (self.edge(from), self.edge(to));
        (start, if to > from { end.max(start + 1.0) } else { end })
    }

    /// The points of a line of straight parts and the thickness to draw it with. Upright and
    /// level parts fall on whole pixels, and so do their ends; slanted ones stay as they are.
    pub(super) fn line(self, points: &[Point], width: Sub) -> (Vec<PixelPoint>, f32) {
        let is_straight = points.windows(2).any(|pair| is_level(pair) || is_upright(pair));
        let thickness = if is_straight { self.thickness(width) } else { self.exact(width) };
        let places = (0..points.len()).map(|index| self.point(points, index, thickness));
        (places.collect(), thickness as f32)
    }

    fn point(self, points: &[Point], index: usize, thickness: f64) -> PixelPoint {
        let around = &points[index.saturating_sub(1)..points.len().min(index + 2)];
        let level = around.windows(2).any(is_level);
        let upright = around.windows(2).any(is_upright);
        let Point { x, y } = points[index];
        let place = |at, across, along| match (across, along) {
            (true, _) => self.middle(at, thickness),
            (_, true) => self.edge(at),
            _ => self.exact(at),
        };
        (place(x, upright, level) as f32, place(y, level, upright) as f32)
    }
}

fn is_level(pair: &[Point]) -> bool {
    pair[0].y == pair[1].y && pair[0].x != pair[1].x
}

fn is_upright(pair: &[Point]) -> bool {
    pair[0].x == pair[1].x && pair[0].y != pair[1].y
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::px;

    const GRID: PixelGrid = PixelGrid { scale: 3.0 };

    fn points(places: &[(f64, f64)]) -> Vec<Point> {
        places.iter().map(|&(x, y)| Point::new(px(x), px(y))).collect()
    }

    #[test]
    fn an_upright_line_covers_whole_columns_and_rows() {
        let (places, thickness) = GRID.line(&points(&[(10.2, 5.1), (10.2, 9.0)]), px(0.9));
        assert_eq!(thickness, 3.0);
        assert_eq!(places, [(30.5, 15.0), (30.5, 27.0)]);
        for scale in [1.0, 1.5, 2.0, 3.125] {
            let grid = PixelGrid { scale };
            assert_eq!(grid.thickness(px(2.5)), 3.0 * grid.thickness(px(2.5) / 3));
        }
        let (places, thickness) = GRID.line(&points(&[(1.0, 2.0), (9.0, 2.0)]), px(0.6));
        assert_eq!((places, thickness), (vec![(3.0, 6.0), (27.0, 6.0)], 2.0));
    }

    #[test]
    fn a_jog_keeps_its_right_angles() {
        let (places, _) = GRID.line(&points(&[(1.1, 0.0), (1.1, 5.1), (4.3, 5.1)]), px(1.0));
        assert_eq!(places, [(3.5, 0.0), (3.5, 15.5), (13.0, 15.5)]);
    }

    #[test]
    fn a_slanted_line_stays() {
        let (places, thickness) = GRID.line(&points(&[(1.25, 0.5), (2.0, 5.25)]), px(0.5));
        assert_eq!((places, thickness), (vec![(3.75, 1.5), (6.0, 15.75)], 1.5));
    }

    #[test]
    fn nothing_with_an_extent_vanishes() {
        let rect = Rect { x0: px(1.0), y0: px(1.0), x1: px(1.05), y1: px(1.0) };
        assert_eq!(GRID.rect(&rect), [3.0, 3.0, 4.0, 3.0]);
        assert_eq!(GRID.thickness(px(0.1)), 1.0);
        assert_eq!(GRID.line(&[], px(1.0)).0, []);
    }
}
