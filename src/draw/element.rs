//! Events and lists as elements of plotters: anchored in the chart's own coordinates, drawn on any
//! [`Canvas`]; and what all elements are made with.

use super::canvas::{Canvas, Drawn};
use super::marks::MarkPainter;
use super::picture::{Group, Outline, Shape, Stroke};
use super::ruler::{place, places};
use super::signs::symbol;
use crate::date::Instant;
use crate::figure::{Figure, MarkShape, PlacedEvent, PlacedList, Text};
use crate::geometry::{Point, Rect};
use plotters::element::{Drawable, PointCollection};
use plotters_backend::BackendCoord;
use std::ops::Range;

/// A place in the chart: an instant on the scale, a height in sub-pixels.
pub(super) type Spot = (Instant, i32);
/// The same in a chart whose time runs downwards.
pub(super) type Upright = (i32, Instant);

/// An element as it stands in a chart whose time runs downwards.
pub(super) struct Turned<'a, E>(pub(super) &'a E);

impl<'a, 'e, E> PointCollection<'a, Upright> for &'a Turned<'e, E>
where
    &'e E: PointCollection<'e, Spot, Point = Spot>,
{
    type Point = Upright;
    type IntoIter = Vec<Upright>;

    fn point_iter(self) -> Self::IntoIter {
        self.0.point_iter().into_iter().map(|(at, across)| (across, at)).collect()
    }
}

impl<C: Canvas, E: Drawable<C>> Drawable<C> for Turned<'_, E> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        pos: I,
        canvas: &mut C,
        size: (u32, u32),
    ) -> Drawn<C> {
        self.0.draw(pos, canvas, size)
    }
}

/// The corners of a rectangle in a round.
pub(super) fn corners(rect: &Rect) -> [Point; 4] {
    let Rect { x0, y0, x1, y1 } = *rect;
    [(x0, y0), (x1, y0), (x1, y1), (x0, y1)].map(|(x, y)| Point::new(x, y))
}

/// Begins or ends a group; stands nowhere.
pub(super) enum Grouping {
    /// Begins a group.
    Open(Group),
    /// Ends the innermost group.
    Close,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Grouping {
    type Point = BackendCoord;
    type IntoIter = [BackendCoord; 0];

    fn point_iter(self) -> Self::IntoIter {
        []
    }
}

impl<C: Canvas> Drawable<C> for Grouping {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        _: I,
        canvas: &mut C,
        _: (u32, u32),
    ) -> Drawn<C> {
        match self {
            Grouping::Open(group) => canvas.open(group.clone()),
            Grouping::Close => canvas.close(),
        }
    }
}

/// An event: mark, leader and label, anchored where its leader begins.
pub(super) struct Flag<'a> {
    pub(super) figure: &'a Figure,
    pub(super) event: &'a PlacedEvent,
}

impl Flag<'_> {
    /// Where it is anchored: at its date, and where its leader begins or, in a lane, its mark.
    fn start(&self) -> Point {
        let (event, ruler) = (self.event, &self.figure.ruler);
        if event.seat.is_none() {
            return event.leader.first().copied().unwrap_or_default();
        }
        let x = ruler.scale.place(event.at, ruler.rect.x0, ruler.rect.x1);
        Point::new(x, event.mark.rect.y0)
    }

    fn group(&self) -> Group {
        let (event, [first, last]) = (self.event, places(self.figure));
        let place = |at: Instant| place(self.figure, at);
        let mut data = vec![("id", format!("e{}", event.number)), (first, place(event.at))];
        if matches!(event.mark.shape, MarkShape::Bar(_) | MarkShape::Shared) {
            data[1].1 = place(event.lo);
            data.push((last, place(event.hi)));
        }
        if event.is_left_out {
            data.push(("dropped", "true".into()));
        }
        Group { class: "event", data, title: Some(event.title.clone()), link: None }
    }
}

impl<'a> PointCollection<'a, Spot> for &'a Flag<'_> {
    type Point = Spot;
    type IntoIter = [Spot; 1];

    fn point_iter(self) -> Self::IntoIter {
        let start = self.start();
        [(self.event.at, self.figure.axis.across(start))]
    }
}

impl<C: Canvas> Drawable<C> for Flag<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        pos: I,
        canvas: &mut C,
        _: (u32, u32),
    ) -> Drawn<C> {
        let (event, sizes) = (self.event, &self.figure.sizes);
        let by = shift(pos, self.start());
        canvas.open(self.group())?;
        let mark = MarkPainter { figure: self.figure, event, by };
        if let Some(shape) = mark.halo() {
            canvas.shape(shape)?;
        }
        if event.leader.len() > 1 {
            let corners = event.leader.iter().map(|&point| moved(point, by)).collect();
            let stroke = Stroke { colour: event.hue.mark, width: sizes.leader };
            canvas.shape(stroked("leader", corners, stroke))?;
        }
        for shape in mark.shapes() {
            canvas.shape(shape)?;
        }
        for cap in &event.mark.caps {
            canvas.text(moved_text(cap, by))?;
        }
        if !event.is_left_out {
            let outline = Outline::Rect(event.label.shifted(by.x, by.y));
            canvas.shape(Shape { class: "label-box", outline, fill: None, stroke: None })?;
        }
        if let Some(dot) = event.dot {
            let outline = symbol(event.hue.symbol, moved(dot, by), sizes.list_dot);
            canvas.shape(filled("key", outline, event.hue.mark))?;
        }
        texts(canvas, &event.lines, &event.name, event.link.as_ref(), by)?;
        canvas.close()
    }
}

/// Lines of text, of which `name` leads to an address if there is one.
pub(super) fn texts<C: Canvas>(
    canvas: &mut C,
    lines: &[Text],
    name: &Range<usize>,
    link: Option<&String>,
    by: Point,
) -> Drawn<C> {
    for (index, line) in lines.iter().enumerate() {
        let link = link.filter(|_| name.contains(&index));
        if let Some(link) = link.filter(|_| index == name.start) {
            let link = Some(link.clone());
            canvas.open(Group { class: "link", link, ..Group::default() })?;
        }
        canvas.text(moved_text(line, by))?;
        if link.is_some() && index + 1 == name.end {
            canvas.close()?;
        }
    }
    Ok(())
}

/// Bracket and pole of a list; begins its group, which its events follow.
pub(super) struct ListFrame<'a> {
    pub(super) figure: &'a Figure,
    pub(super) list: &'a PlacedList,
    /// Its first event.
    pub(super) first: &'a PlacedEvent,
}

impl ListFrame<'_> {
    /// Where the first event meets the bracket, which may reach beyond it.
    fn start(&self) -> Point {
        self.first.leader.last().copied().unwrap_or_default()
    }
}

impl<'a> PointCollection<'a, Spot> for &'a ListFrame<'_> {
    type Point = Spot;
    type IntoIter = [Spot; 1];

    fn point_iter(self) -> Self::IntoIter {
        let start = self.start();
        [(self.first.at, self.figure.axis.across(start))]
    }
}

impl<C: Canvas> Drawable<C> for ListFrame<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        pos: I,
        canvas: &mut C,
        _: (u32, u32),
    ) -> Drawn<C> {
        let by = shift(pos, self.start());
        let Figure { theme, sizes, .. } = self.figure;
        canvas.open(group("list"))?;
        for line in [&self.list.bracket[..], &self.list.leader[..]] {
            let corners = line.iter().map(|&point| moved(point, by)).collect();
            let stroke = Stroke { colour: theme.neutral().mark, width: sizes.leader };
            canvas.shape(stroked("leader", corners, stroke))?;
        }
        self.list.more.iter().try_for_each(|line| canvas.text(moved_text(line, by)))
    }
}

/// How far the first of `pos` is from `planned`.
pub(super) fn shift(mut pos: impl Iterator<Item = BackendCoord>, planned: Point) -> Point {
    let (x, y) = pos.next().unwrap_or((planned.x, planned.y));
    Point::new(x - planned.x, y - planned.y)
}

pub(super) fn moved(point: Point, by: Point) -> Point {
    Point::new(point.x + by.x, point.y + by.y)
}

pub(super) fn moved_text(text: &Text, by: Point) -> Text {
    Text { at: moved(text.at, by), ..text.clone() }
}

/// A group that is nothing but its class.
pub(super) fn group(class: &'static str) -> Group {
    Group { class, ..Group::default() }
}

pub(super) fn filled(class: &'static str, outline: Outline, colour: crate::theme::Colour) -> Shape {
    Shape { class, outline, fill: Some(colour), stroke: None }
}

pub(super) fn stroked(class: &'static str, points: Vec<Point>, stroke: Stroke) -> Shape {
    Shape { class, outline: Outline::Polyline(points), fill: None, stroke: Some(stroke) }
}
