//! The backend that draws into a list: one backend pixel is one sub-pixel.
//!
//! Our elements call it as a [`Canvas`]; anything else of plotters that is drawn on the same area
//! arrives through [`DrawingBackend`] and lands in the same list, text set in our fonts.

use super::canvas::{Canvas, CanvasResult};
use super::picture::{Item, Outline, Shape, Stroke};
use crate::figure::{Anchor, Text};
use crate::geometry::{Point, Rect, Size, Sub};
use crate::text::{Fonts, Style, Weight};
use crate::theme::Colour;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use std::convert::Infallible;

/// A list of items being drawn.
pub(super) struct Recorder {
    size: Size,
    fonts: Fonts,
    pub(super) items: Vec<Item>,
}

impl Recorder {
    /// An empty list for a canvas of `size`.
    pub(super) fn new(size: Size, fonts: Fonts) -> Self {
        Self { size, fonts, items: Vec::new() }
    }

    fn paint(&mut self, outline: Outline, style: &impl BackendStyle, fill: bool) {
        let Some(colour) = opaque(style.color()) else { return };
        let width = Sub::try_from(style.stroke_width()).unwrap_or(Sub::MAX);
        let stroke = Stroke { colour, width };
        self.items.push(Item::Shape(Shape {
            class: "",
            outline,
            fill: fill.then_some(colour),
            stroke: (!fill).then_some(stroke),
        }));
    }
}

impl Canvas for Recorder {
    fn item(&mut self, item: Item) -> CanvasResult<Self> {
        self.items.push(item);
        Ok(())
    }
}

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.size.w.unsigned_abs(), self.size.h.unsigned_abs())
    }

    fn ensure_prepared(&mut self) -> CanvasResult<Self> {
        Ok(())
    }

    fn present(&mut self) -> CanvasResult<Self> {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> CanvasResult<Self> {
        let rect = Rect { x0: x, y0: y, x1: x + 1, y1: y + 1 };
        self.paint(Outline::Rect(rect), &color, true);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> CanvasResult<Self> {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> CanvasResult<Self> {
        let rect = Rect::from_points(point(upper_left), point(bottom_right));
        self.paint(Outline::Rect(rect), style, fill);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> CanvasResult<Self> {
        self.paint(Outline::Polyline(path.into_iter().map(point).collect()), style, false);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> CanvasResult<Self> {
        let radius = Sub::try_from(radius).unwrap_or(Sub::MAX);
        self.paint(Outline::Circle { centre: point(center), radius }, style, fill);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> CanvasResult<Self> {
        self.paint(Outline::Polygon(vert.into_iter().map(point).collect()), style, true);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        pos: BackendCoord,
    ) -> CanvasResult<Self> {
        let Some(colour) = opaque(style.color()) else { return Ok(()) };
        let line = self.fonts.line(text, own_style(style));
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let down = match style.anchor().v_pos {
            VPos::Top => line.style.size * 4 / 5,
            VPos::Center => line.style.size / 3,
            VPos::Bottom => 0,
        };
        let at = Point::new(pos.0, pos.1 + down);
        self.items.push(Item::Text(Text { at, anchor, line, colour }));
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let line = self.fonts.line(text, own_style(style));
        Ok((line.width.unsigned_abs(), line.style.size.unsigned_abs()))
    }
}

fn point((x, y): BackendCoord) -> Point {
    Point::new(x, y)
}

/// A colour as it looks on white; none if it cannot be seen.
fn opaque(color: BackendColor) -> Option<Colour> {
    let (r, g, b) = color.rgb;
    let [r, g, b] = [r, g, b].map(|channel| on_white(channel, color.alpha));
    (color.alpha > 0.0).then_some(Colour { r, g, b })
}

fn on_white(channel: u8, alpha: f64) -> u8 {
    (255.0 - alpha * (255.0 - f64::from(channel))).clamp(0.0, 255.0).round() as u8
}

fn own_style(style: &impl BackendTextStyle) -> Style {
    let weight = match style.style() {
        FontStyle::Bold => Weight::SemiBold,
        _ => Weight::Regular,
    };
    Style { size: style.size().clamp(0.0, f64::from(Sub::MAX / 8)) as Sub, weight }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{PX, px};
    use plotters::prelude::*;
    use std::cell::RefCell;
    use std::rc::Rc;

    #[test]
    fn what_plotters_draws_lands_in_the_list() {
        let size = Size::new(100 * PX, 50 * PX);
        let recorder = Rc::new(RefCell::new(Recorder::new(size, Fonts::bundled())));
        let area = DrawingArea::from(&recorder);
        area.fill(&WHITE).expect("infallible");
        area.draw(&Circle::new((640, 640), 320, RED.filled())).expect("infallible");
        let style = ("sans-serif", 640.0).into_font().color(&BLACK);
        area.draw_text("word", &style, (640, 640)).expect("infallible");
        let recorder = recorder.borrow();
        let kinds: Vec<&str> = recorder.items.iter().map(kind).collect();
        assert_eq!(kinds, ["rect", "circle", "text"]);
        let Some(Item::Text(text)) = recorder.items.last() else { panic!("no text") };
        assert_eq!(text.line.style.size, px(10.0));
    }

    fn kind(item: &Item) -> &'static str {
        match item {
            Item::Open(_) | Item::Close => "group",
            Item::Text(_) => "text",
            Item::Shape(shape) => match shape.outline {
                Outline::Rect(_) => "rect",
                Outline::Circle { .. } => "circle",
                Outline::Polyline(_) | Outline::Polygon(_) | Outline::Lines(_) => "line",
            },
        }
    }
}
