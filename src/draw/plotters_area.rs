//! Any backend of plotters as a [`Canvas`]: groups fall away, the rest becomes plain calls in
//! whole pixels, with the backend's own fonts.

use super::canvas::{Canvas, CanvasResult};
use super::picture::{Item, Outline, Shape};
use crate::figure::{Anchor, Figure, Text};
use crate::geometry::{PX, Point, Size, Sub, to_px};
use crate::text::Weight;
use crate::theme::Colour;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Drawable, PointCollection};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, TextStyle};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

/// A figure as an element of another plotters area: draw it with `area.draw(&timeline)`.
///
/// The area counts in pixels; the figure is as large as [`Figure::size`] says. Text is set in the
/// fonts of the area's backend, so its widths are only about those of the figure.
pub struct Timeline<'a> {
    figure: &'a Figure,
    at: BackendCoord,
}

impl<'a> Timeline<'a> {
    /// The figure with its top left corner at `at`, in pixels of the area.
    pub fn new(figure: &'a Figure, at: BackendCoord) -> Self {
        Self { figure, at }
    }
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Timeline<'_> {
    type Point = BackendCoord;
    type IntoIter = [BackendCoord; 1];

    fn point_iter(self) -> Self::IntoIter {
        [self.at]
    }
}

impl<B: DrawingBackend> Drawable<B> for Timeline<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut pos: I,
        backend: &mut B,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        let origin = pos.next().unwrap_or(self.at);
        let area = DrawingArea::from(PixelCanvas { backend, origin, size: self.figure.size });
        match super::draw_on(self.figure, &area) {
            Err(DrawingAreaErrorKind::BackendError(error)) => Err(error),
            // The area is ours alone and has no layout, so its other errors cannot occur.
            Ok(()) | Err(_) => Ok(()),
        }
    }
}

/// A backend in whole pixels, used in sub-pixels, with the corner of a figure at `origin`.
pub(super) struct PixelCanvas<'a, B: DrawingBackend> {
    pub(super) backend: &'a mut B,
    pub(super) origin: BackendCoord,
    /// Of the figure, which may be larger than the backend.
    pub(super) size: Size,
}

/// A colour and a thickness in pixels.
struct PixelPen(Colour, u32);

impl BackendStyle for PixelPen {
    fn color(&self) -> BackendColor {
        colour(self.0)
    }

    fn stroke_width(&self) -> u32 {
        self.1
    }
}

fn colour(colour: Colour) -> BackendColor {
    BackendColor { alpha: 1.0, rgb: (colour.r, colour.g, colour.b) }
}

/// The nearest whole pixel.
fn whole(length: Sub) -> i32 {
    (length + PX / 2).div_euclid(PX)
}

impl<B: DrawingBackend> PixelCanvas<'_, B> {
    fn at(&self, (x, y): BackendCoord) -> BackendCoord {
        (self.origin.0 + whole(x), self.origin.1 + whole(y))
    }

    fn point(&self, point: Point) -> BackendCoord {
        self.at((point.x, point.y))
    }

    fn outline(&mut self, outline: &Outline, pen: &PixelPen, fill: bool) -> CanvasResult<B> {
        match outline {
            Outline::Rect(rect) => {
                let (a, b) = (Point::new(rect.x0, rect.y0), Point::new(rect.x1, rect.y1));
                self.backend.draw_rect(self.point(a), self.point(b), pen, fill)
            }
            Outline::Circle { centre, radius } => {
                let radius = whole(*radius).unsigned_abs();
                self.backend.draw_circle(self.point(*centre), radius, pen, fill)
            }
            Outline::Lines(lines) => lines.iter().try_for_each(|line| {
                let ends = line.map(|end| self.point(end));
                self.backend.draw_path(ends, pen)
            }),
            Outline::Polyline(points) | Outline::Polygon(points) => {
                let points: Vec<BackendCoord> = points.iter().map(|&p| self.point(p)).collect();
                match fill {
                    true => self.backend.fill_polygon(points, pen),
                    false => self.backend.draw_path(points, pen),
                }
            }
        }
    }
}

impl<B: DrawingBackend> PixelCanvas<'_, B> {
    fn shape(&mut self, shape: &Shape) -> CanvasResult<B> {
        if let Some(fill) = shape.fill {
            self.outline(&shape.outline, &PixelPen(fill, 1), true)?;
        }
        match shape.stroke {
            Some(stroke) => {
                let width = whole(stroke.width).unsigned_abs().max(1);
                self.outline(&shape.outline, &PixelPen(stroke.colour, width), false)
            }
            None => Ok(()),
        }
    }

    fn text(&mut self, text: &Text) -> CanvasResult<B> {
        let style = match text.line.style.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::SemiBold => FontStyle::Bold,
        };
        // plotters draws a font of size s at s / 1.24 (its SVG backend divides by that).
        let size = to_px(text.line.style.size) * 1.24;
        let h_pos = match text.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let style = TextStyle {
            font: FontDesc::new(FontFamily::SansSerif, size, style),
            color: colour(text.colour),
            pos: Pos::new(h_pos, VPos::Bottom),
        };
        let at = self.point(text.at);
        self.backend.draw_text(&text.line.text, &style, at)
    }
}

impl<B: DrawingBackend> Canvas for PixelCanvas<'_, B> {
    fn item(&mut self, item: Item) -> CanvasResult<Self> {
        match item {
            Item::Open(_) | Item::Close => Ok(()),
            Item::Shape(shape) => self.shape(&shape),
            Item::Text(text) => self.text(&text),
        }
    }
}

impl<B: DrawingBackend> DrawingBackend for PixelCanvas<'_, B> {
    type ErrorType = B::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        (self.size.w.unsigned_abs(), self.size.h.unsigned_abs())
    }

    fn ensure_prepared(&mut self) -> CanvasResult<B> {
        self.backend.ensure_prepared()
    }

    fn present(&mut self) -> CanvasResult<B> {
        self.backend.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> CanvasResult<B> {
        self.backend.draw_pixel(self.at(point), color)
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        pos: BackendCoord,
    ) -> CanvasResult<B> {
        self.backend.draw_text(text, style, self.at(pos))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Event;
    use crate::options::FigureOptions;
    use plotters::prelude::*;

    #[test]
    fn a_stock_backend_draws_the_same_timeline() {
        let event = |date: &str, name: &str| Event::new(date.parse().expect(date), name);
        let events = [event("2009", "First"), event("2011-05-06", "Second")];
        let options =
            FigureOptions { title: Some("Two events".into()), ..FigureOptions::default() };
        let (figure, _) = crate::compose::compose(&events, &options).expect("a figure");
        let mut svg = String::new();
        {
            let area = SVGBackend::with_string(&mut svg, (800, 400)).into_drawing_area();
            area.draw(&Timeline::new(&figure, (100, 50))).expect("drawn into a string");
            area.present().expect("presented");
        }
        for word in ["Two events", "First", "Second", "6 May 2011", "2010"] {
            assert!(svg.contains(&format!("\n{word}\n")), "{word}: {svg}");
        }
        let leaders = figure.events.iter().map(|event| event.leader[0]);
        for start in leaders {
            let (x, y) = (100 + whole(start.x), 50 + whole(start.y));
            assert!(svg.contains(&format!("{x},{y} ")), "no leader begins at {x},{y}: {svg}");
        }
    }
}
