//! What is drawn where plotters places its dates must be where the figure has it.

use super::canvas::Canvas;
use super::chart::TimeCoordinates;
use super::element::Element;
use super::plotters_area::PixelCanvas;
use super::recorder::Recorder;
use crate::date::Instant;
use crate::figure::{Figure, MarkShape, PlacedEvent};
use crate::geometry::{Axis, Point, Rect};
use crate::options::{BreakChoice, FigureOptions};
use crate::read::{ReadOptions, Table, read};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::SVGBackend;
use std::cell::RefCell;
use std::rc::Rc;

/// A table of everything that a figure can have: spans in lanes, eras, a marker, a gap.
const LANES: &str = "date,end,title,lane,kind\n1900,1960,Old,A,\n1902-05,,Point,A,\n\
    1903,,Other,B,\n1990,2001,New,B,\n1901,1910,Age,,era\n1995,,Turn,,marker\n";

/// Figures of each kind along `axis`.
fn figures(axis: Axis) -> Vec<Figure> {
    let tables = [
        include_str!("../../data/pakistan-russia.csv"),
        include_str!("../../data/gallery/releases.csv"),
        include_str!("../../data/gallery/plan.csv"),
        LANES,
    ];
    let options = [
        FigureOptions { orientation: Some(axis), ..FigureOptions::default() },
        FigureOptions {
            orientation: Some(axis),
            breaks: vec![BreakChoice::Auto],
            ..FigureOptions::default()
        },
    ];
    let mut figures = Vec::new();
    for (table, options) in tables.iter().flat_map(|table| options.iter().map(move |o| (table, o)))
    {
        let Table { events, .. } =
            read(table.as_bytes(), &ReadOptions::default()).expect("a table");
        figures.push(crate::compose::compose(&events, options).expect("a figure").0);
    }
    figures
}

/// A box between two dates.
fn corners(axis: Axis, dates: [Instant; 2], rect: &Rect) -> [(Instant, Point); 2] {
    let ([start, end], [near, far]) = (axis.span(rect), axis.cross_span(rect));
    [(dates[0], axis.point(start, near)), (dates[1], axis.point(end, far))]
}

/// The date of an event and where its leader begins, or in lanes and chronicles the middle of its dot.
fn mark(event: &PlacedEvent) -> Option<(Instant, Point)> {
    let rect = event.mark.rect;
    let middle = Point::new((rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2);
    match event.mark.shape {
        // In a chronicle, events close together share a stem.
        _ if event.slot.is_none() && event.column.is_none() => {
            event.leader.first().map(|&start| (event.at, start))
        }
        // The first column has the scale of the figure, the others have their own.
        MarkShape::Dot if event.column.unwrap_or(0) == 0 => Some((event.at, middle)),
        _ => None,
    }
}

/// Dates of a figure, each with the place that the figure has for it.
fn planned(figure: &Figure) -> Vec<(Instant, Point)> {
    let Figure { axis, ruler, .. } = figure;
    let mut planned = Vec::new();
    for cell in ruler.rows.iter().flat_map(|row| &row.cells) {
        planned.extend(corners(*axis, [cell.lo, cell.hi], &cell.rect));
    }
    for sign in &ruler.breaks {
        planned.extend(corners(*axis, [sign.lo, sign.hi], &sign.rect));
    }
    for era in &figure.eras {
        planned.extend(corners(*axis, [era.lo, era.hi], &era.rect));
    }
    for day in &figure.days_off {
        planned.extend(corners(*axis, [day.lo, day.hi], &day.rect));
    }
    for marker in &figure.markers {
        let ends = marker.line.iter().flatten();
        planned.extend(ends.map(|&end| (marker.at, end)));
    }
    planned.extend(figure.events.iter().filter_map(mark));
    planned
}

/// Draws an element at each date of a figure, which finds itself where the figure has it.
fn check<C: Canvas>(figure: &Figure, area: &DrawingArea<C, Shift>) {
    let chart = area.apply_coord_spec(TimeCoordinates::of(&figure.ruler, figure.axis));
    for (date, planned) in planned(figure) {
        let anchor = (date, figure.axis.across(planned));
        let element = Element::new([anchor], |found, _| assert_eq!(found, [planned]));
        assert!(chart.draw(&element).is_ok());
    }
}

#[test]
fn plotters_places_every_date_where_the_figure_has_it() {
    for figure in Axis::ALL.into_iter().flat_map(figures) {
        let recorder = Rc::new(RefCell::new(Recorder::new(figure.size, figure.fonts.clone())));
        check(&figure, &DrawingArea::from(&recorder));
        // A backend in pixels, even one that is smaller than the figure.
        let mut svg = String::new();
        let mut backend = SVGBackend::with_string(&mut svg, (100, 50));
        let canvas = PixelCanvas { backend: &mut backend, origin: (7, 9), size: figure.size };
        check(&figure, &DrawingArea::from(canvas));
    }
}
