//! Drawing: the plotters layer.
//!
//! A figure is drawn once, through a plotters drawing area whose coordinate is the figure's own
//! scale, onto a backend that records a [`Picture`]. The parts of the figure are plotters
//! elements; what plotters has no words for goes through the trait `Canvas`. This room
//! knows no file format.

mod behind;
mod canvas;
mod elements;
mod frame;
mod marks;
mod picture;
#[cfg(any(test, feature = "plotters-area"))]
mod plain;
mod recorder;
mod ruler;
mod signs;

pub use crate::figure::{Anchor, Text};
pub use picture::{Group, Item, Outline, Picture, Shape, Stroke};
#[cfg(any(test, feature = "plotters-area"))]
pub use plain::Timeline;

use crate::figure::{Figure, PlacedEvent, PlacedLane};
use crate::geometry::Axis;
use crate::time::Scale;
use behind::{Era, Grid, LaneHead, Marker, Part};
use canvas::Canvas;
use elements::{Flag, Grouping, ListFrame, Spot, Turned};
use frame::Frame;
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordi32;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Drawable, PointCollection};
use recorder::Recorder;
use ruler::{Bed, CellElement, Gap, axis};
use std::cell::RefCell;
use std::rc::Rc;

/// Draws a figure into a picture.
pub fn draw(figure: &Figure) -> Picture {
    let recorder = Rc::new(RefCell::new(Recorder::new(figure.size, figure.fonts.clone())));
    let area = DrawingArea::from(&recorder);
    // The recorder's error cannot be made.
    let drawn = draw_on(figure, &area);
    debug_assert!(drawn.is_ok());
    drop(area);
    let items = std::mem::take(&mut recorder.borrow_mut().items);
    Picture {
        size: figure.size,
        title: figure.title.clone(),
        description: figure.description.clone(),
        language: figure.language.clone(),
        background: figure.background,
        night: marks::night(figure),
        fonts: figure.fonts.clone(),
        items,
    }
}

type Done<C> = Result<(), DrawingAreaErrorKind<<C as plotters_backend::DrawingBackend>::ErrorType>>;

/// Draws a figure on an area whose backend counts in sub-pixels.
fn draw_on<C: Canvas>(figure: &Figure, area: &DrawingArea<C, Shift>) -> Done<C> {
    area.draw(&Frame(figure))?;
    let rect = figure.ruler.rect;
    let scale = figure.ruler.scale;
    if figure.axis == Axis::Vertical {
        let limits = (0..figure.size.w, rect.y0..rect.y1);
        let across = RangedCoordi32::from(0..figure.size.w);
        let spec = Cartesian2d::<RangedCoordi32, Scale>::new(across, scale, limits);
        let chart = area.apply_coord_spec(spec);
        return draw_parts(figure, area, &Upright(chart));
    }
    let limits = (rect.x0..rect.x1, 0..figure.size.h);
    let down = RangedCoordi32::from(0..figure.size.h);
    let spec = Cartesian2d::<Scale, RangedCoordi32>::new(scale, down, limits);
    draw_parts(figure, area, &Level(area.apply_coord_spec(spec)))
}

/// The charts of a level and of an upright ruler.
struct Level<C: Canvas>(DrawingArea<C, Cartesian2d<Scale, RangedCoordi32>>);
struct Upright<C: Canvas>(DrawingArea<C, Cartesian2d<RangedCoordi32, Scale>>);

/// What the parts along the ruler are drawn in.
trait Chart<C: Canvas> {
    /// Draws an element that says where it stands by instant and height.
    fn draw<'a, E>(&self, element: &'a E) -> Done<C>
    where
        E: Drawable<C>,
        &'a E: PointCollection<'a, Spot, Point = Spot>;
}

impl<C: Canvas> Chart<C> for Level<C> {
    fn draw<'a, E>(&self, element: &'a E) -> Done<C>
    where
        E: Drawable<C>,
        &'a E: PointCollection<'a, Spot, Point = Spot>,
    {
        self.0.draw(element)
    }
}

impl<C: Canvas> Chart<C> for Upright<C> {
    fn draw<'a, E>(&self, element: &'a E) -> Done<C>
    where
        E: Drawable<C>,
        &'a E: PointCollection<'a, Spot, Point = Spot>,
    {
        self.0.draw(&Turned(element))
    }
}

/// Draws what stands along the ruler.
fn draw_parts<C: Canvas>(
    figure: &Figure,
    area: &DrawingArea<C, Shift>,
    chart: &impl Chart<C>,
) -> Done<C> {
    let ruler = &figure.ruler;
    for part in [Part::Ground, Part::Name] {
        for era in &figure.eras {
            chart.draw(&Era { figure, era, part })?;
        }
    }
    area.draw(&Grid(figure))?;
    area.draw(&Grouping::Open(axis(figure)))?;
    area.draw(&Bed(figure))?;
    for cell in ruler.rows.iter().flat_map(|row| &row.cells) {
        chart.draw(&CellElement { figure, cell })?;
    }
    area.draw(&Grouping::Close)?;
    for lane in &figure.lanes {
        area.draw(&LaneHead { figure, lane })?;
        for event in events_of(figure, lane) {
            chart.draw(&Flag { figure, event })?;
        }
        area.draw(&Grouping::Close)?;
    }
    // Over the bars of lanes, which would hide them, and under all other marks.
    for marker in &figure.markers {
        chart.draw(&Marker { figure, marker })?;
    }
    let around = figure.events.iter().enumerate().filter(|(_, event)| event.seat.is_none());
    for (index, event) in around {
        let list = event.list.and_then(|list| figure.lists.get(list));
        if let Some(list) = list.filter(|list| list.members.start == index) {
            chart.draw(&ListFrame { figure, list, first: event })?;
        }
        chart.draw(&Flag { figure, event })?;
        if list.is_some_and(|list| list.members.end == index + 1) {
            area.draw(&Grouping::Close)?;
        }
    }
    // Last, as marks that span a break are cut by it.
    for sign in &ruler.breaks {
        chart.draw(&Gap { figure, sign })?;
    }
    Ok(())
}

/// The events of a lane in the order of time.
fn events_of<'a>(
    figure: &'a Figure,
    lane: &'a PlacedLane,
) -> impl Iterator<Item = &'a PlacedEvent> {
    lane.members.iter().filter_map(|&index| figure.events.get(index))
}
