//! The parts of a figure as items of a picture, in the order of drawing.
//!
//! In: a part in its place, and the places of its dates along the axis, as plotters found them.
//! Out: items. The axis is a value: everything here serves both.

mod backdrop;
mod frame;
mod labels;
mod lanes;
mod marks;
mod panels;
mod patterns;
mod ruler;

pub(super) use backdrop::{day_off, era, era_name, grid, marker};
pub(super) use frame::frame;
pub(super) use labels::{event, list};
pub(super) use lanes::lane;
pub(super) use marks::{dark_scheme, is_bar};
pub(super) use panels::panel;
pub(super) use ruler::{axis_break, cell, fold_signs, ruler};

use super::picture::{Group, Item, Outline, Shape, Stroke};
use crate::figure::{Figure, Text};
use crate::geometry::{Axis, Point, Rect, Sub};
use crate::number::px;
use crate::theme::Colour;
use std::ops::Range;

/// A group that is nothing but its class.
fn group(class: &'static str) -> Item {
    Item::Open(Group { class, ..Group::default() })
}

/// Places along an axis, as data attributes: one place, or from the first to the second.
fn place_data(axis: Axis, places: &[Sub]) -> impl Iterator<Item = (&'static str, String)> {
    let names = match axis {
        Axis::Horizontal => ["x", "x2"],
        Axis::Vertical => ["y", "y2"],
    };
    names.into_iter().zip(places.iter().map(|&place| px(place)))
}

/// The group of a part that extends so far across the axis.
fn across_group(class: &'static str, axis: Axis, rect: &Rect) -> Item {
    let data = place_data(axis.other(), &axis.cross_span(rect)).collect();
    Item::Open(Group { class, data, ..Group::default() })
}

fn filled(class: &'static str, outline: Outline, colour: Colour) -> Item {
    Item::Shape(Shape { class, outline, fill: Some(colour), stroke: None })
}

fn stroked(class: &'static str, points: &[Point], stroke: Stroke) -> Item {
    let outline = Outline::Polyline(points.to_vec());
    Item::Shape(Shape { class, outline, fill: None, stroke: Some(stroke) })
}

/// A box that means nothing to the eye.
fn unpainted(class: &'static str, rect: Rect) -> Item {
    Item::Shape(Shape { class, outline: Outline::Rect(rect), fill: None, stroke: None })
}

/// A box that labels keep clear of.
fn obstacle(rect: Rect) -> Item {
    unpainted("obstacle", rect)
}

/// A thin line that holds nothing.
fn guide(figure: &Figure, class: &'static str, line: &[Point; 2]) -> Item {
    let width = figure.sizes.separator * 2 / 3;
    stroked(class, line, Stroke { colour: figure.theme.grid(), width })
}

/// The corners of a rectangle in a round.
fn corners(rect: &Rect) -> [Point; 4] {
    let Rect { x0, y0, x1, y1 } = *rect;
    [(x0, y0), (x1, y0), (x1, y1), (x0, y1)].map(|(x, y)| Point::new(x, y))
}

/// Lines of text, of which `name` leads to an address if there is one.
fn linked_lines(lines: &[Text], name: Range<usize>, link: Option<&String>, items: &mut Vec<Item>) {
    for (index, line) in lines.iter().enumerate() {
        let link = link.filter(|_| name.contains(&index));
        if let Some(link) = link.filter(|_| index == name.start) {
            let link = Some(link.clone());
            items.push(Item::Open(Group { class: "link", link, ..Group::default() }));
        }
        items.push(Item::Text(line.clone()));
        if link.is_some() && index + 1 == name.end {
            items.push(Item::Close);
        }
    }
}
