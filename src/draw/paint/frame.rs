//! The frame of a figure as an element: title, subtitle, legend and source.

use super::behind::obstacle;
use super::canvas::{Canvas, Drawn};
use super::elements::{corners, filled, group, moved, moved_text, shift};
use super::picture::{Outline, Shape};
use super::signs::{hatch, symbol};
use crate::figure::{Figure, LegendEntry, Text};
use crate::geometry::Point;
use plotters::element::{Drawable, PointCollection};
use plotters_backend::BackendCoord;

/// Title, subtitle, legend and source, anchored at the top left of the figure.
pub(super) struct Frame<'a>(pub(super) &'a Figure);

impl<'a> PointCollection<'a, BackendCoord> for &'a Frame<'_> {
    type Point = BackendCoord;
    type IntoIter = [BackendCoord; 1];

    fn point_iter(self) -> Self::IntoIter {
        [(0, 0)]
    }
}

impl<C: Canvas> Drawable<C> for Frame<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        pos: I,
        canvas: &mut C,
        _: (u32, u32),
    ) -> Drawn<C> {
        let Frame(figure) = self;
        let by = shift(pos, Point::default());
        lines(canvas, "heading", &figure.heading, by)?;
        if !figure.legend.is_empty() {
            canvas.open(group("legend"))?;
            for key in &figure.legend {
                for shape in key_signs(figure, key, by) {
                    canvas.shape(shape)?;
                }
                canvas.shape(obstacle(&key.text.rect().shifted(by.x, by.y)))?;
                canvas.text(moved_text(&key.text, by))?;
            }
            canvas.close()?;
        }
        lines(canvas, "source", &figure.source, by)
    }
}

/// What stands before a name in the legend.
fn key_signs(figure: &Figure, key: &LegendEntry, by: Point) -> Vec<Shape> {
    let Figure { sizes, theme, .. } = figure;
    let mut shapes = Vec::new();
    if let Some(bar) = key.bar.map(|bar| bar.shifted(by.x, by.y)) {
        shapes.push(filled("key", Outline::Rect(bar), key.hue.mark));
        shapes.extend(hatch(key.hue.pattern, &corners(&bar), sizes.bar, theme.ground));
    }
    if let Some(dot) = key.dot {
        let outline = symbol(key.hue.symbol, moved(dot, by), sizes.dot);
        shapes.push(filled("key", outline, key.hue.mark));
    }
    shapes
}

fn lines<C: Canvas>(canvas: &mut C, class: &'static str, lines: &[Text], by: Point) -> Drawn<C> {
    if lines.is_empty() {
        return Ok(());
    }
    canvas.open(group(class))?;
    for line in lines {
        canvas.shape(obstacle(&line.rect().shifted(by.x, by.y)))?;
        canvas.text(moved_text(line, by))?;
    }
    canvas.close()
}
