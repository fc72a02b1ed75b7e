//! Drawing: the plotters layer.
//!
//! A figure is drawn once, through a plotters drawing area whose coordinate is the figure's own
//! scale, onto a backend that records a [`Picture`]. The parts of the figure are plotters
//! elements; what plotters has no words for goes through the trait `Canvas`. This room
//! knows no file format.

mod canvas;
mod elements;
mod marks;
mod picture;
#[cfg(any(test, feature = "plotters-area"))]
mod plain;
mod recorder;

pub use crate::figure::{Anchor, Text};
pub use picture::{Group, Item, Outline, Picture, Shape, Stroke};
#[cfg(any(test, feature = "plotters-area"))]
pub use plain::Timeline;

use crate::figure::Figure;
use crate::time::Scale;
use canvas::Canvas;
use elements::{Flag, Frame, Gap, Grouping, ListFrame, RulerCell, axis};
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordi32;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use recorder::Recorder;
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
        background: Some(figure.theme.ground),
        fonts: figure.fonts.clone(),
        items,
    }
}

type Done<C> = Result<(), DrawingAreaErrorKind<<C as plotters_backend::DrawingBackend>::ErrorType>>;

/// Draws a figure on an area whose backend counts in sub-pixels.
fn draw_on<C: Canvas>(figure: &Figure, area: &DrawingArea<C, Shift>) -> Done<C> {
    area.draw(&Frame(figure))?;
    let ruler = &figure.ruler;
    let limits = (ruler.rect.x0..ruler.rect.x1, 0..figure.size.h);
    let down = RangedCoordi32::from(0..figure.size.h);
    let chart =
        area.apply_coord_spec(Cartesian2d::<Scale, RangedCoordi32>::new(ruler.scale, down, limits));
    area.draw(&Grouping::Open(axis(figure)))?;
    for cell in ruler.rows.iter().flat_map(|row| &row.cells) {
        chart.draw(&RulerCell { figure, cell })?;
    }
    area.draw(&Grouping::Close)?;
    for (index, event) in figure.events.iter().enumerate() {
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
