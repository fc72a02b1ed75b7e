//! The ruler as elements: its bed, its cells, and the signs of what it leaves out.

use super::behind::obstacle;
use super::canvas::{Canvas, Drawn};
use super::elements::{Spot, filled, moved_text, shift, stroked};
use super::picture::{Group, Outline, Shape, Stroke};
use crate::date::Instant;
use crate::figure::{BreakSign, Figure, MarkShape, RulerCell};
use crate::geometry::{Axis, Point, Rect};
use crate::number::px as pixels;
use plotters::element::{Drawable, PointCollection};
use plotters_backend::BackendCoord;

/// What shows between the cells of the ruler; nothing where that is the ground.
pub(super) struct Bed<'a>(pub(super) &'a Figure);

impl<'a> PointCollection<'a, BackendCoord> for &'a Bed<'_> {
    type Point = BackendCoord;
    type IntoIter = [BackendCoord; 1];

    fn point_iter(self) -> Self::IntoIter {
        let rect = self.0.ruler.rect;
        [(rect.x0, rect.y0)]
    }
}

impl<C: Canvas> Drawable<C> for Bed<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        pos: I,
        canvas: &mut C,
        _: (u32, u32),
    ) -> Drawn<C> {
        let Figure { theme, ruler, .. } = self.0;
        // Eras would show between the cells.
        if theme.ruler_line == theme.ground && self.0.eras.is_empty() {
            return Ok(());
        }
        let by = shift(pos, Point::new(ruler.rect.x0, ruler.rect.y0));
        let outline = Outline::Rect(ruler.rect.shifted(by.x, by.y));
        canvas.shape(filled("separators", outline, theme.ruler_line))
    }
}

/// The group of the ruler, with its top and bottom.
pub(super) fn axis(figure: &Figure) -> Group {
    let rect = figure.ruler.rect;
    let data = match figure.axis {
        Axis::Horizontal => vec![("y", pixels(rect.y0)), ("y2", pixels(rect.y1))],
        Axis::Vertical => vec![("x", pixels(rect.x0)), ("x2", pixels(rect.x1))],
    };
    Group { class: "axis", data, ..Group::default() }
}

/// The names of the data attributes that tell places along the ruler.
pub(super) fn places(figure: &Figure) -> [&'static str; 2] {
    match figure.axis {
        Axis::Horizontal => ["x", "x2"],
        Axis::Vertical => ["y", "y2"],
    }
}

/// The place of an instant, in pixels.
pub(super) fn place(figure: &Figure, at: Instant) -> String {
    let rect = along(figure, figure.ruler.rect);
    pixels(figure.ruler.scale.place(at, rect.x0, rect.x1))
}

/// A box with time from left to right.
fn along(figure: &Figure, rect: Rect) -> Rect {
    if figure.axis == Axis::Vertical { rect.turned() } else { rect }
}

/// A shape that was made with time from left to right.
fn stood(figure: &Figure, shape: Shape) -> Shape {
    if figure.axis == Axis::Vertical { shape.turned() } else { shape }
}

/// A cell of the ruler.
pub(super) struct CellElement<'a> {
    pub(super) figure: &'a Figure,
    pub(super) cell: &'a RulerCell,
}

impl CellElement<'_> {
    /// The cell without its half of the separators; the ends of the ruler and breaks have none,
    /// unless the cells have nothing but lines to be seen by.
    fn parted(&self, rect: Rect) -> Rect {
        let (ruler, half) = (&self.figure.ruler, self.figure.sizes.separator / 2);
        let [rect, cell, band] =
            [rect, self.cell.rect, ruler.rect].map(|rect| along(self.figure, rect));
        let theme = &self.figure.theme;
        let is_framed = theme.ruler_ground == theme.ground;
        let part = |is_inner: bool| match is_inner {
            true => half,
            false if is_framed => 2 * half,
            false => 0,
        };
        let ends = |at: Instant| ruler.breaks.iter().any(|sign| sign.lo == at || sign.hi == at);
        let parted = Rect {
            x0: rect.x0 + part(self.cell.lo > ruler.scale.lo() && !ends(self.cell.lo)),
            x1: rect.x1 - part(self.cell.hi < ruler.scale.hi() && !ends(self.cell.hi)),
            y0: rect.y0 + part(cell.y0 > band.y0),
            y1: rect.y1 - part(cell.y1 < band.y1),
        };
        along(self.figure, parted)
    }
}

impl<'a> PointCollection<'a, Spot> for &'a CellElement<'_> {
    type Point = Spot;
    type IntoIter = [Spot; 2];

    fn point_iter(self) -> Self::IntoIter {
        let rect = along(self.figure, self.cell.rect);
        [(self.cell.lo, rect.y0), (self.cell.hi, rect.y1)]
    }
}

impl<C: Canvas> Drawable<C> for CellElement<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        pos: I,
        canvas: &mut C,
        _: (u32, u32),
    ) -> Drawn<C> {
        let corners: Vec<Point> = pos.map(|(x, y)| Point::new(x, y)).collect();
        let [a, b] = corners[..] else { return Ok(()) };
        let rect = Rect::from_points(a, b);
        let colour = self.figure.theme.ruler_ground;
        canvas.shape(filled("cell", Outline::Rect(self.parted(rect)), colour))?;
        let by = Point::new(rect.x0 - self.cell.rect.x0, rect.y0 - self.cell.rect.y0);
        match &self.cell.label {
            Some(label) => canvas.text(moved_text(label, by)),
            None => Ok(()),
        }
    }
}

/// The sign of a break: the ruler, and all marks that span it, cut by two slanted strokes with the
/// length of what is left out between them.
pub(super) struct Gap<'a> {
    pub(super) figure: &'a Figure,
    pub(super) sign: &'a BreakSign,
}

impl<'a> PointCollection<'a, Spot> for &'a Gap<'_> {
    type Point = Spot;
    type IntoIter = [Spot; 2];

    fn point_iter(self) -> Self::IntoIter {
        let rect = along(self.figure, self.sign.rect);
        [(self.sign.lo, rect.y0), (self.sign.hi, rect.y1)]
    }
}

impl<C: Canvas> Drawable<C> for Gap<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        pos: I,
        canvas: &mut C,
        _: (u32, u32),
    ) -> Drawn<C> {
        let corners: Vec<Point> = pos.map(|(x, y)| Point::new(x, y)).collect();
        let [a, b] = corners[..] else { return Ok(()) };
        let (figure, sign) = (self.figure, self.sign);
        let Figure { theme, sizes, ruler, .. } = figure;
        let rect = Rect::from_points(a, b);
        let by = Point::new(rect.x0 - sign.rect.x0, rect.y0 - sign.rect.y0);
        let (rect, band) = (along(figure, rect), along(figure, ruler.rect.shifted(by.x, by.y)));
        let slant = sizes.slant;
        // The ruler goes on up to the strokes, which lean to the right.
        let lean = |y: i32| i64::from(slant) * i64::from(rect.y1 - y) / i64::from(rect.height());
        let on = |x: i32, y: i32| Point::new(x + lean(y) as i32, y);
        let (left, right) = (rect.x0, rect.x1 - slant);
        let data = places(figure).into_iter().zip([place(figure, sign.lo), place(figure, sign.hi)]);
        let title = Some(format!("{} left out", sign.label.line.text));
        canvas.open(Group { class: "break", data: data.collect(), title, link: None })?;
        canvas.shape(obstacle(&sign.rect.shifted(by.x, by.y)))?;
        let polygon = |class, points: Vec<Point>, colour| {
            stood(figure, filled(class, Outline::Polygon(points), colour))
        };
        canvas.shape(polygon(
            "gap",
            vec![on(left, rect.y0), on(right, rect.y0), on(right, rect.y1), on(left, rect.y1)],
            theme.ground,
        ))?;
        // In lanes the sign is no higher than the ruler, and each bar is cut by itself.
        for bar in bars(self.figure).filter(|bar| bar.x0 < sign.rect.x0 && sign.rect.x1 < bar.x1) {
            // A pixel more, so that no edge of the bar remains.
            let (y0, y1) = (bar.y0 + by.y - sizes.halo, bar.y1 + by.y + sizes.halo);
            let [a, b] = [left, right].map(|x| [x, x + slant]);
            let corners = [(a[0], y1), (a[1], y0), (b[1], y0), (b[0], y1)];
            let corners = corners.map(|(x, y)| Point::new(x, y)).to_vec();
            canvas.shape(polygon("gap", corners, theme.ground))?;
        }
        for (edge, line) in [(rect.x0, left), (rect.x1, right)] {
            let corners = vec![
                Point::new(edge, band.y0),
                on(line, band.y0),
                on(line, band.y1),
                Point::new(edge, band.y1),
            ];
            canvas.shape(polygon("cell", corners, theme.ruler_ground))?;
        }
        for line in [left, right] {
            let stroke = Stroke { colour: theme.axis_text, width: sizes.leader };
            let ends = vec![on(line, rect.y1), on(line, rect.y0)];
            canvas.shape(stood(figure, stroked("stroke", ends, stroke)))?;
        }
        canvas.text(moved_text(&sign.label, by))?;
        canvas.close()
    }
}

/// The bars in lanes.
fn bars(figure: &Figure) -> impl Iterator<Item = Rect> {
    let in_lanes = figure.events.iter().filter(|event| event.seat.is_some());
    in_lanes.filter_map(|event| match event.mark.shape {
        MarkShape::Bar(rect) => Some(rect),
        _ => None,
    })
}
