//! Eras, the grid, lanes and markers, which stand behind the events or run over bars.

use super::canvas::{Canvas, Drawn};
use super::elements::{Spot, filled, moved, moved_text, shift, stroked, texts};
use super::picture::{Group, Outline, Shape, Stroke};
use crate::figure::{Figure, PlacedEra, PlacedLane, PlacedMarker};
use crate::geometry::{Point, Rect};
use crate::number::px as pixels;
use plotters::element::{Drawable, PointCollection};
use plotters_backend::BackendCoord;

/// What of an era is drawn: all grounds come before all names, which may reach over their
/// neighbours' grounds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Ground,
    Name,
}

/// A part of an era, anchored at its two ends.
pub(super) struct Era<'a> {
    pub(super) figure: &'a Figure,
    pub(super) era: &'a PlacedEra,
    pub(super) part: Part,
}

impl<'a> PointCollection<'a, Spot> for &'a Era<'_> {
    type Point = Spot;
    type IntoIter = [Spot; 2];

    fn point_iter(self) -> Self::IntoIter {
        [(self.era.lo, self.era.rect.y0), (self.era.hi, self.era.rect.y1)]
    }
}

impl<C: Canvas> Drawable<C> for Era<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        pos: I,
        canvas: &mut C,
        _: (u32, u32),
    ) -> Drawn<C> {
        let Era { figure, era, part } = self;
        let ruler = &figure.ruler;
        let place = |at| ruler.scale.place(at, ruler.rect.x0, ruler.rect.x1);
        let by = shift(pos, Point::new(place(era.lo), era.rect.y0));
        let data = vec![("x", pixels(place(era.lo))), ("x2", pixels(place(era.hi)))];
        let title = Some(era.title.clone());
        if *part == Part::Ground {
            canvas.open(Group { class: "era", data, title, link: None })?;
            let ground = Outline::Rect(era.rect.shifted(by.x, by.y));
            canvas.shape(filled("ground", ground, figure.theme.era(era.tint)))?;
            return canvas.close();
        }
        canvas.open(Group { class: "era-name", ..Group::default() })?;
        canvas.shape(obstacle(&era.label.shifted(by.x, by.y)))?;
        texts(canvas, &era.name, &(0..era.name.len()), era.link.as_ref(), by)?;
        canvas.close()
    }
}

/// A box that labels keep clear of. Means nothing to the eye.
pub(super) fn obstacle(rect: &Rect) -> Shape {
    Shape { class: "obstacle", outline: Outline::Rect(*rect), fill: None, stroke: None }
}

/// A marker: its line and its name, anchored at its date.
pub(super) struct Marker<'a> {
    pub(super) figure: &'a Figure,
    pub(super) marker: &'a PlacedMarker,
}

impl<'a> PointCollection<'a, Spot> for &'a Marker<'_> {
    type Point = Spot;
    type IntoIter = [Spot; 1];

    fn point_iter(self) -> Self::IntoIter {
        [(self.marker.at, self.marker.label.y0)]
    }
}

impl<C: Canvas> Drawable<C> for Marker<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        pos: I,
        canvas: &mut C,
        _: (u32, u32),
    ) -> Drawn<C> {
        let Marker { figure, marker } = self;
        let ruler = &figure.ruler;
        let x = ruler.scale.place(marker.at, ruler.rect.x0, ruler.rect.x1);
        let by = shift(pos, Point::new(x, marker.label.y0));
        let data = vec![("x", pixels(x))];
        let title = Some(marker.title.clone());
        canvas.open(Group { class: "time-marker", data, title, link: None })?;
        let width = figure.sizes.leader;
        let casing = Stroke { colour: figure.theme.ground, width: 3 * width };
        let line = Stroke { colour: figure.theme.muted, width };
        for (class, pieces, stroke) in
            [("casing", &marker.over, casing), ("line", &marker.line, line)]
        {
            for piece in pieces {
                let corners = piece.map(|point| moved(point, by)).to_vec();
                canvas.shape(stroked(class, corners, stroke))?;
            }
        }
        canvas.shape(obstacle(&marker.label.shifted(by.x, by.y)))?;
        texts(canvas, &marker.name, &(0..marker.name.len()), marker.link.as_ref(), by)?;
        canvas.close()
    }
}

/// The grid, anchored at the top left of the figure.
pub(super) struct Grid<'a>(pub(super) &'a Figure);

impl<'a> PointCollection<'a, BackendCoord> for &'a Grid<'_> {
    type Point = BackendCoord;
    type IntoIter = [BackendCoord; 1];

    fn point_iter(self) -> Self::IntoIter {
        [(0, 0)]
    }
}

impl<C: Canvas> Drawable<C> for Grid<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        pos: I,
        canvas: &mut C,
        _: (u32, u32),
    ) -> Drawn<C> {
        let Grid(figure) = self;
        if figure.grid.is_empty() {
            return Ok(());
        }
        let by = shift(pos, Point::default());
        canvas.open(Group { class: "grid", ..Group::default() })?;
        for piece in &figure.grid {
            canvas.shape(guide(figure, "line", piece, by))?;
        }
        canvas.close()
    }
}

/// A thin line that holds nothing.
fn guide(figure: &Figure, class: &'static str, line: &[Point; 2], by: Point) -> Shape {
    let stroke = Stroke { colour: figure.theme.grid(), width: figure.sizes.separator * 2 / 3 };
    stroked(class, line.map(|point| moved(point, by)).to_vec(), stroke)
}

/// The name of a lane, its line to the lane before, and the ties between parts of its things;
/// begins its group, which its events follow.
pub(super) struct LaneHead<'a> {
    pub(super) figure: &'a Figure,
    pub(super) lane: &'a PlacedLane,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a LaneHead<'_> {
    type Point = BackendCoord;
    type IntoIter = [BackendCoord; 1];

    fn point_iter(self) -> Self::IntoIter {
        [(self.lane.rect.x0, self.lane.rect.y0)]
    }
}

impl<C: Canvas> Drawable<C> for LaneHead<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        pos: I,
        canvas: &mut C,
        _: (u32, u32),
    ) -> Drawn<C> {
        let LaneHead { figure, lane } = self;
        let by = shift(pos, Point::new(lane.rect.x0, lane.rect.y0));
        let data = vec![("y", pixels(lane.rect.y0)), ("y2", pixels(lane.rect.y1))];
        canvas.open(Group { class: "lane", data, ..Group::default() })?;
        if let Some(line) = &lane.separator {
            canvas.shape(guide(figure, "separator", line, by))?;
        }
        for tie in &lane.ties {
            let colour = figure.theme.leader_neutral;
            let stroke = Stroke { colour, width: figure.sizes.leader };
            canvas.shape(stroked("tie", tie.map(|point| moved(point, by)).to_vec(), stroke))?;
        }
        for line in &lane.name {
            canvas.shape(obstacle(&line.rect().shifted(by.x, by.y)))?;
            canvas.text(moved_text(line, by))?;
        }
        Ok(())
    }
}
