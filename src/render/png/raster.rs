//! The picture as pixels.
//!
//! In: a picture, the size of its canvas and the grid of device pixels. Out: a pixmap of
//! premultiplied colours. Glyphs are filled outlines at their exact place along the line, their
//! baseline on a whole pixel. Knows no file format.

use super::pixel_grid::{PixelGrid, PixelPoint};
use crate::draw::{Item, Outline, Picture, Shape, Stroke, Text};
use crate::geometry::{Point, Rect};
use crate::render::glyph_positions::{PlacedRun, origins, runs};
use crate::text::{Face, FaceId, PathStep};
use crate::theme::Colour;
use std::collections::BTreeMap;
use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Transform};

/// Draws `picture` on a canvas of `width` by `height` pixels; none if there is no such canvas.
pub(super) fn raster(
    picture: &Picture,
    grid: PixelGrid,
    width: u32,
    height: u32,
) -> Option<Pixmap> {
    let mut pixmap = Pixmap::new(width, height)?;
    if let Some(colour) = picture.background {
        pixmap.fill(Color::from_rgba8(colour.r, colour.g, colour.b, u8::MAX));
    }
    let mut raster = Raster { picture, grid, pixmap, outlines: BTreeMap::new() };
    for item in &picture.items {
        match item {
            Item::Open(_) | Item::Close => {}
            Item::Shape(shape) => raster.shape(shape),
            Item::Text(text) => raster.text(text),
        }
    }
    Some(raster.pixmap)
}

struct Raster<'a> {
    picture: &'a Picture,
    grid: PixelGrid,
    pixmap: Pixmap,
    /// Outlines in units of their face, y upwards; blanks have none.
    outlines: BTreeMap<(FaceId, u32), Option<Path>>,
}

impl Raster<'_> {
    fn shape(&mut self, shape: &Shape) {
        if let Some(colour) = shape.fill
            && let Some(path) = self.fill_path(&shape.outline)
        {
            self.fill(&path, colour, Transform::identity());
        }
        if let Some(stroke) = shape.stroke
            && let Some(path) = self.stroke_path(&shape.outline, stroke)
        {
            self.fill(&path, stroke.colour, Transform::identity());
        }
    }

    fn fill(&mut self, path: &Path, colour: Colour, transform: Transform) {
        self.pixmap.fill_path(path, &paint(colour), FillRule::Winding, transform, None);
    }

    /// What a fill covers.
    fn fill_path(&self, outline: &Outline) -> Option<Path> {
        let grid = self.grid;
        match outline {
            Outline::Rect(rect) => {
                let [left, top, right, bottom] = grid.rect(rect);
                tiny_skia::Rect::from_ltrb(left, top, right, bottom).map(PathBuilder::from_rect)
            }
            Outline::Lines(_) => None,
            Outline::Polyline(points) | Outline::Polygon(points) => {
                let places: Vec<PixelPoint> =
                    points.iter().map(|&point| grid.exact_point(point)).collect();
                polygon(&places, true)
            }
            Outline::Circle { centre, radius } => {
                let (x, y) = grid.exact_point(*centre);
                PathBuilder::from_circle(x, y, grid.exact_length(*radius))
            }
        }
    }

    /// What a stroke covers. It is filled as any shape: the renderer's own strokes of a pixel or
    /// less are hairlines, which are grey at corners and ends.
    fn stroke_path(&self, outline: &Outline, stroke: Stroke) -> Option<Path> {
        let grid = self.grid;
        let (path, width) = match outline {
            Outline::Rect(rect) => {
                let (places, width) = grid.line(&corners(rect), stroke.width);
                (polygon(&places[1..5], true)?, width)
            }
            Outline::Polyline(points) => {
                let (places, width) = grid.line(points, stroke.width);
                (polygon(&places, false)?, width)
            }
            Outline::Lines(lines) => {
                let mut builder = PathBuilder::new();
                for [a, b] in lines {
                    let [(ax, ay), (bx, by)] = [a, b].map(|end| grid.exact_point(*end));
                    builder.move_to(ax, ay);
                    builder.line_to(bx, by);
                }
                (builder.finish()?, grid.exact_length(stroke.width))
            }
            Outline::Polygon(_) | Outline::Circle { .. } => {
                (self.fill_path(outline)?, grid.exact_length(stroke.width))
            }
        };
        path.stroke(&tiny_skia::Stroke { width, ..Default::default() }, 1.0)
    }

    fn text(&mut self, text: &Text) {
        let baseline = self.grid.edge(text.at.y);
        for run in runs(&self.picture.fonts, text) {
            self.run(&run, baseline, text.colour);
        }
    }

    fn run(&mut self, run: &PlacedRun<'_>, baseline: f64, colour: Colour) {
        let unit = run.unit * self.grid.scale;
        let left = run.left * self.grid.scale;
        for (glyph, x, y) in origins(run.glyphs) {
            let face = self.picture.fonts.face(run.face);
            let outline = self.outlines.entry((run.face, glyph));
            let Some(path) = outline.or_insert_with(|| glyph_path(face, glyph)) else { continue };
            let (x, y) = (left + x as f64 * unit, baseline - y as f64 * unit);
            let unit = unit as f32;
            let transform = Transform::from_row(unit, 0.0, 0.0, -unit, x as f32, y as f32);
            let paint = paint(colour);
            self.pixmap.fill_path(path, &paint, FillRule::Winding, transform, None);
        }
    }
}

fn paint(colour: Colour) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Default::default() };
    paint.set_color_rgba8(colour.r, colour.g, colour.b, u8::MAX);
    paint
}

/// The corners of a rectangle in a round that closes and goes one side further, so that the
/// second to the fifth have both of their sides beside them.
fn corners(rect: &Rect) -> [Point; 6] {
    let Rect { x0, y0, x1, y1 } = *rect;
    let (first, second) = (Point::new(x0, y0), Point::new(x1, y0));
    [first, second, Point::new(x1, y1), Point::new(x0, y1), first, second]
}

fn polygon(places: &[PixelPoint], is_closed: bool) -> Option<Path> {
    let mut builder = PathBuilder::new();
    for (index, &(x, y)) in places.iter().enumerate() {
        match index {
            0 => builder.move_to(x, y),
            _ => builder.line_to(x, y),
        }
    }
    if is_closed {
        builder.close();
    }
    builder.finish()
}

fn glyph_path(face: &Face, glyph: u32) -> Option<Path> {
    let mut builder = PathBuilder::new();
    for step in face.outline(glyph) {
        match step {
            PathStep::Move(x, y) => builder.move_to(x, y),
            PathStep::Line(x, y) => builder.line_to(x, y),
            PathStep::Quad(cx, cy, x, y) => builder.quad_to(cx, cy, x, y),
            PathStep::Cubic(ax, ay, bx, by, x, y) => builder.cubic_to(ax, ay, bx, by, x, y),
            PathStep::Close => builder.close(),
        }
    }
    builder.finish()
}
