//! Drawing: the plotters layer.
//!
//! In: a [`Figure`], in which everything has its place. Out: a [`Picture`], a flat list of items.
//! The figure is drawn once, through plotters drawing areas in its own coordinates, onto a backend
//! that records. Each of its parts is a plotters element, and a function that paints it as items.
//! Knows no file format.

mod canvas;
mod chart;
mod element;
mod paint;
mod picture;
#[cfg(any(test, feature = "plotters-area"))]
mod plotters_area;
mod recorder;

pub use crate::figure::{Anchor, BehindWords, EventWords, Text};
pub use picture::{Group, Item, Link, Outline, Picture, Shape, Stroke};
#[cfg(any(test, feature = "plotters-area"))]
pub use plotters_area::Timeline;

use crate::date::Instant;
use crate::figure::{Figure, PlacedEvent};
use crate::geometry::{Rect, Sub};
use crate::text::Face;
use canvas::Canvas;
use chart::TimeCoordinates;
use element::Element;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters_backend::DrawingBackend;
use recorder::Recorder;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

/// The families of the fonts that a figure is set in, by name.
pub fn families(figure: &Figure) -> Vec<String> {
    let picture = draw(figure);
    let lines = picture.items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(&text.line),
        _ => None,
    });
    let faces = lines.flat_map(|line| &line.runs).map(|run| figure.fonts.face(run.face));
    let names: BTreeSet<&str> = faces.map(Face::family).collect();
    names.into_iter().map(str::to_owned).collect()
}

/// Draws a figure into a picture, in its own width alone.
pub fn draw(figure: &Figure) -> Picture {
    let recorder = Rc::new(RefCell::new(Recorder::new(figure.size, figure.fonts.clone())));
    let area = DrawingArea::from(&recorder);
    // The recorder's error cannot be made.
    let drawn = draw_on(figure, &area);
    debug_assert!(drawn.is_ok());
    drop(area);
    let items = std::mem::take(&mut recorder.borrow_mut().items);
    let mut events: Vec<EventWords> = figure.list.events.values().cloned().collect();
    events.sort_by_key(|event| event.number);
    Picture {
        size: figure.size,
        title: figure.title.clone(),
        page: figure.page.clone(),
        description: figure.description.clone(),
        language: figure.language.clone(),
        background: figure.background,
        dark_scheme: paint::dark_scheme(figure),
        fonts: figure.fonts.clone(),
        theme: figure.theme,
        heading: figure.list.heading.clone(),
        events,
        behind: figure.list.behind.clone(),
        others: Vec::new(),
        items,
    }
}

/// The result of drawing on an area.
type AreaResult<C> = Result<(), DrawingAreaErrorKind<<C as DrawingBackend>::ErrorType>>;

/// Draws a figure on an area whose backend counts in sub-pixels.
fn draw_on<C: Canvas>(figure: &Figure, area: &DrawingArea<C, Shift>) -> AreaResult<C> {
    let coordinates = |ruler| area.apply_coord_spec(TimeCoordinates::of(ruler, figure.axis));
    let charts = figure.rulers().map(coordinates).collect();
    let chart = Chart { figure, area, charts };
    chart.fixed(|items| paint::frame(figure, items))?;
    chart.eras()?;
    chart.fixed(|items| paint::grid(figure, items))?;
    chart.rulers()?;
    chart.lanes()?;
    chart.panels()?;
    // Over the bars of lanes, which would hide them, and under all other marks.
    chart.markers()?;
    chart.events()?;
    // Last, as marks that span a break are cut by it.
    chart.breaks()
}

/// A figure being drawn: what has no date goes to the bare area, the rest to the chart.
struct Chart<'a, C: Canvas> {
    figure: &'a Figure,
    area: &'a DrawingArea<C, Shift>,
    /// One for each column of the figure.
    charts: Vec<DrawingArea<C, TimeCoordinates>>,
}

impl<C: Canvas> Chart<'_, C> {
    /// Draws a part that has no date.
    fn fixed(&self, paint: impl Fn(&mut Vec<Item>)) -> AreaResult<C> {
        self.area.draw(&Element::new([], |[], items| paint(items)))
    }

    /// Draws a part between two dates of a column; `paint` gets their places along the axis.
    fn dated(
        &self,
        (column, dates): (usize, [Instant; 2]),
        rect: &Rect,
        paint: impl Fn([Sub; 2], &mut Vec<Item>),
    ) -> AreaResult<C> {
        let axis = self.figure.axis;
        let [near, far] = axis.cross_span(rect);
        let Some(chart) = self.charts.get(column) else { return Ok(()) };
        chart.draw(&Element::new([(dates[0], near), (dates[1], far)], |places, items| {
            paint(places.map(|place| axis.along(place)), items);
        }))
    }

    /// All grounds, then all names, which may reach over their neighbours' grounds.
    fn eras(&self) -> AreaResult<C> {
        let Figure { eras, .. } = self.figure;
        for era in eras {
            self.dated((era.column, [era.lo, era.hi]), &era.rect, |along, items| {
                paint::era(self.figure, era, along, items);
            })?;
        }
        for day in &self.figure.days_off {
            self.dated((day.column, [day.lo, day.hi]), &day.rect, |along, items| {
                paint::day_off(self.figure, day, along, items);
            })?;
        }
        eras.iter().try_for_each(|era| self.fixed(|items| paint::era_name(era, items)))
    }

    fn rulers(&self) -> AreaResult<C> {
        let figure = self.figure;
        for (column, ruler) in figure.drawn_rulers() {
            self.fixed(|items| paint::ruler(figure, ruler, items))?;
            for cell in ruler.rows.iter().flat_map(|row| &row.cells) {
                self.dated((column, [cell.lo, cell.hi]), &cell.rect, |_, items| {
                    paint::cell(figure, (ruler, cell), items);
                })?;
            }
            self.fixed(|items| paint::fold_signs(figure, ruler, items))?;
            self.close()?;
        }
        Ok(())
    }

    fn lanes(&self) -> AreaResult<C> {
        for lane in &self.figure.lanes {
            self.fixed(|items| paint::lane(self.figure, lane, items))?;
            let members = || lane.members.iter().filter_map(|&index| self.figure.events.get(index));
            // Milestones are on bars that may come later.
            let is_on_bar = |event: &&PlacedEvent| event.slot.is_some_and(|slot| slot.is_milestone);
            members().filter(|event| !is_on_bar(event)).try_for_each(|event| self.event(event))?;
            members().filter(is_on_bar).try_for_each(|event| self.event(event))?;
            self.close()?;
        }
        Ok(())
    }

    fn panels(&self) -> AreaResult<C> {
        let panels = &self.figure.panels;
        panels
            .iter()
            .try_for_each(|panel| self.fixed(|items| paint::panel(self.figure, panel, items)))
    }

    fn markers(&self) -> AreaResult<C> {
        self.figure.markers.iter().try_for_each(|marker| {
            self.dated((marker.column, [marker.at; 2]), &marker.label, |along, items| {
                paint::marker(self.figure, marker, along[0], items);
            })
        })
    }

    /// The events around the ruler; those of a list in its group.
    fn events(&self) -> AreaResult<C> {
        let Figure { events, lists, .. } = self.figure;
        for (index, event) in events.iter().enumerate().filter(|(_, event)| event.slot.is_none()) {
            let list = event.list.and_then(|list| lists.get(list));
            if let Some(list) = list.filter(|list| list.members.start == index) {
                self.fixed(|items| paint::list(self.figure, list, items))?;
            }
            self.event(event)?;
            if list.is_some_and(|list| list.members.end == index + 1) {
                self.close()?;
            }
        }
        Ok(())
    }

    fn event(&self, event: &PlacedEvent) -> AreaResult<C> {
        let dates = if paint::is_bar(event) { [event.lo, event.hi] } else { [event.at; 2] };
        self.dated((event.column.unwrap_or(0), dates), &event.mark.rect, |along, items| {
            paint::event(self.figure, event, along, items);
        })
    }

    fn breaks(&self) -> AreaResult<C> {
        for (column, ruler) in self.figure.drawn_rulers() {
            for sign in &ruler.breaks {
                self.dated((column, [sign.lo, sign.hi]), &sign.rect, |along, items| {
                    paint::axis_break(self.figure, (ruler, sign), along, items);
                })?;
            }
        }
        Ok(())
    }

    /// Ends the innermost group.
    fn close(&self) -> AreaResult<C> {
        self.fixed(|items| items.push(Item::Close))
    }
}

#[cfg(test)]
mod tests;
