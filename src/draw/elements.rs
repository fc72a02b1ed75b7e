//! The parts of a timeline as elements of plotters: anchored in the chart's own coordinates, drawn
//! on any [`Canvas`].

use super::behind::obstacle;
use super::canvas::{Canvas, Drawn};
use super::marks::MarkPainter;
use super::picture::{Group, Outline, Shape, Stroke};
use super::signs::{hatch, symbol};
use crate::date::Instant;
use crate::decimal::px as pixels;
use crate::figure::{BreakSign, Cell, Figure, Key, MarkShape, Placed, PlacedList, Text};
use crate::geom::{Point, Rect};
use plotters::element::{Drawable, PointCollection};
use plotters_backend::BackendCoord;

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
fn key_signs(figure: &Figure, key: &Key, by: Point) -> Vec<Shape> {
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

/// What shows between the cells of the ruler; nothing where that is the ground.
pub(super) struct Bed<'a>(pub(super) &'a Figure);

impl<'a> PointCollection<'a, BackendCoord> for &'a Bed<'_> {
    type Point = BackendCoord;
    type IntoIter = [BackendCoord; 1];

    fn point_iter(self) -> Self::IntoIter {
        let rect = self.0.ruler.rect;
        [(rect.x0, rect.y0)]
    }
}

impl<C: Canvas> Drawable<C> for Bed<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        pos: I,
        canvas: &mut C,
        _: (u32, u32),
    ) -> Drawn<C> {
        let Figure { theme, ruler, .. } = self.0;
        if theme.ruler_line == theme.ground {
            return Ok(());
        }
        let by = shift(pos, Point::new(ruler.rect.x0, ruler.rect.y0));
        let outline = Outline::Rect(ruler.rect.shifted(by.x, by.y));
        canvas.shape(filled("separators", outline, theme.ruler_line))
    }
}

/// The group of the ruler, with its top and bottom.
pub(super) fn axis(figure: &Figure) -> Group {
    let rect = figure.ruler.rect;
    let data = match figure.is_upright {
        false => vec![("y", pixels(rect.y0)), ("y2", pixels(rect.y1))],
        true => vec![("x", pixels(rect.x0)), ("x2", pixels(rect.x1))],
    };
    Group { class: "axis", data, ..Group::default() }
}

/// The names of the data attributes that tell places along the ruler.
fn places(figure: &Figure) -> [&'static str; 2] {
    if figure.is_upright { ["y", "y2"] } else { ["x", "x2"] }
}

/// The place of an instant, in pixels.
fn place(figure: &Figure, at: Instant) -> String {
    let rect = along(figure, figure.ruler.rect);
    pixels(figure.ruler.scale.place(at, rect.x0, rect.x1))
}

/// A box with time from left to right.
fn along(figure: &Figure, rect: Rect) -> Rect {
    if figure.is_upright { rect.turned() } else { rect }
}

/// A shape that was made with time from left to right.
fn stood(figure: &Figure, shape: Shape) -> Shape {
    if figure.is_upright { shape.turned() } else { shape }
}

/// A cell of the ruler.
pub(super) struct RulerCell<'a> {
    pub(super) figure: &'a Figure,
    pub(super) cell: &'a Cell,
}

impl RulerCell<'_> {
    /// The cell without its half of the separators; the ends of the ruler and breaks have none,
    /// unless the cells have nothing but lines to be seen by.
    fn parted(&self, rect: Rect) -> Rect {
        let (ruler, half) = (&self.figure.ruler, self.figure.sizes.separator / 2);
        let [rect, cell, band] =
            [rect, self.cell.rect, ruler.rect].map(|rect| along(self.figure, rect));
        let theme = &self.figure.theme;
        let is_framed = theme.ruler_ground == theme.ground;
        let part = |is_inner: bool| match is_inner {
            true => half,
            false if is_framed => 2 * half,
            false => 0,
        };
        let ends = |at: Instant| ruler.breaks.iter().any(|sign| sign.lo == at || sign.hi == at);
        let parted = Rect {
            x0: rect.x0 + part(self.cell.lo > ruler.scale.lo() && !ends(self.cell.lo)),
            x1: rect.x1 - part(self.cell.hi < ruler.scale.hi() && !ends(self.cell.hi)),
            y0: rect.y0 + part(cell.y0 > band.y0),
            y1: rect.y1 - part(cell.y1 < band.y1),
        };
        along(self.figure, parted)
    }
}

impl<'a> PointCollection<'a, Spot> for &'a RulerCell<'_> {
    type Point = Spot;
    type IntoIter = [Spot; 2];

    fn point_iter(self) -> Self::IntoIter {
        let rect = along(self.figure, self.cell.rect);
        [(self.cell.lo, rect.y0), (self.cell.hi, rect.y1)]
    }
}

impl<C: Canvas> Drawable<C> for RulerCell<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        pos: I,
        canvas: &mut C,
        _: (u32, u32),
    ) -> Drawn<C> {
        let corners: Vec<Point> = pos.map(|(x, y)| Point::new(x, y)).collect();
        let [a, b] = corners[..] else { return Ok(()) };
        let rect = Rect::from_points(a, b);
        let colour = self.figure.theme.ruler_ground;
        canvas.shape(filled("cell", Outline::Rect(self.parted(rect)), colour))?;
        let by = Point::new(rect.x0 - self.cell.rect.x0, rect.y0 - self.cell.rect.y0);
        match &self.cell.label {
            Some(label) => canvas.text(moved_text(label, by)),
            None => Ok(()),
        }
    }
}

/// The sign of a break: the ruler, and all marks that span it, cut by two slanted strokes with the
/// length of what is left out between them.
pub(super) struct Gap<'a> {
    pub(super) figure: &'a Figure,
    pub(super) sign: &'a BreakSign,
}

impl<'a> PointCollection<'a, Spot> for &'a Gap<'_> {
    type Point = Spot;
    type IntoIter = [Spot; 2];

    fn point_iter(self) -> Self::IntoIter {
        let rect = along(self.figure, self.sign.rect);
        [(self.sign.lo, rect.y0), (self.sign.hi, rect.y1)]
    }
}

impl<C: Canvas> Drawable<C> for Gap<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        pos: I,
        canvas: &mut C,
        _: (u32, u32),
    ) -> Drawn<C> {
        let corners: Vec<Point> = pos.map(|(x, y)| Point::new(x, y)).collect();
        let [a, b] = corners[..] else { return Ok(()) };
        let (figure, sign) = (self.figure, self.sign);
        let Figure { theme, sizes, ruler, .. } = figure;
        let rect = Rect::from_points(a, b);
        let by = Point::new(rect.x0 - sign.rect.x0, rect.y0 - sign.rect.y0);
        let (rect, band) = (along(figure, rect), along(figure, ruler.rect.shifted(by.x, by.y)));
        let slant = sizes.slant;
        // The ruler goes on up to the strokes, which lean to the right.
        let lean = |y: i32| i64::from(slant) * i64::from(rect.y1 - y) / i64::from(rect.height());
        let on = |x: i32, y: i32| Point::new(x + lean(y) as i32, y);
        let (left, right) = (rect.x0, rect.x1 - slant);
        let data = places(figure).into_iter().zip([place(figure, sign.lo), place(figure, sign.hi)]);
        let title = Some(format!("{} left out", sign.label.line.text));
        canvas.open(Group { class: "break", data: data.collect(), title, link: None })?;
        canvas.shape(obstacle(&sign.rect.shifted(by.x, by.y)))?;
        let polygon = |class, points: Vec<Point>, colour| {
            stood(figure, filled(class, Outline::Polygon(points), colour))
        };
        canvas.shape(polygon(
            "gap",
            vec![on(left, rect.y0), on(right, rect.y0), on(right, rect.y1), on(left, rect.y1)],
            theme.ground,
        ))?;
        // In lanes the sign is no higher than the ruler, and each bar is cut by itself.
        for bar in bars(self.figure).filter(|bar| bar.x0 < sign.rect.x0 && sign.rect.x1 < bar.x1) {
            // A pixel more, so that no edge of the bar remains.
            let (y0, y1) = (bar.y0 + by.y - sizes.halo, bar.y1 + by.y + sizes.halo);
            let [a, b] = [left, right].map(|x| [x, x + slant]);
            let corners = [(a[0], y1), (a[1], y0), (b[1], y0), (b[0], y1)];
            let corners = corners.map(|(x, y)| Point::new(x, y)).to_vec();
            canvas.shape(polygon("gap", corners, theme.ground))?;
        }
        for (edge, line) in [(rect.x0, left), (rect.x1, right)] {
            let corners = vec![
                Point::new(edge, band.y0),
                on(line, band.y0),
                on(line, band.y1),
                Point::new(edge, band.y1),
            ];
            canvas.shape(polygon("cell", corners, theme.ruler_ground))?;
        }
        for line in [left, right] {
            let stroke = Stroke { colour: theme.axis_text, width: sizes.leader };
            let ends = vec![on(line, rect.y1), on(line, rect.y0)];
            canvas.shape(stood(figure, stroked("stroke", ends, stroke)))?;
        }
        canvas.text(moved_text(&sign.label, by))?;
        canvas.close()
    }
}

/// The bars in lanes.
fn bars(figure: &Figure) -> impl Iterator<Item = Rect> {
    let in_lanes = figure.events.iter().filter(|event| event.seat.is_some());
    in_lanes.filter_map(|event| match event.mark.shape {
        MarkShape::Bar(rect) => Some(rect),
        _ => None,
    })
}

/// An event: mark, leader and label, anchored where its leader begins.
pub(super) struct Flag<'a> {
    pub(super) figure: &'a Figure,
    pub(super) event: &'a Placed,
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
        [(self.event.at, if self.figure.is_upright { start.x } else { start.y })]
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
        for (index, line) in event.lines.iter().enumerate() {
            let link = event.link.as_ref().filter(|_| event.name.contains(&index));
            if let Some(link) = link.filter(|_| index == event.name.start) {
                let link = Some(link.clone());
                canvas.open(Group { class: "link", link, ..Group::default() })?;
            }
            canvas.text(moved_text(line, by))?;
            if link.is_some() && index + 1 == event.name.end {
                canvas.close()?;
            }
        }
        canvas.close()
    }
}

/// Bracket and pole of a list; begins its group, which its events follow.
pub(super) struct ListFrame<'a> {
    pub(super) figure: &'a Figure,
    pub(super) list: &'a PlacedList,
    /// Its first event.
    pub(super) first: &'a Placed,
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
        [(self.first.at, if self.figure.is_upright { start.x } else { start.y })]
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

pub(super) fn moved(point: Point, by: Point) -> Point {
    Point::new(point.x + by.x, point.y + by.y)
}

pub(super) fn moved_text(text: &Text, by: Point) -> Text {
    Text { at: moved(text.at, by), ..text.clone() }
}

/// A group that is nothing but its class.
fn group(class: &'static str) -> Group {
    Group { class, ..Group::default() }
}

pub(super) fn filled(class: &'static str, outline: Outline, colour: crate::theme::Colour) -> Shape {
    Shape { class, outline, fill: Some(colour), stroke: None }
}

pub(super) fn stroked(class: &'static str, points: Vec<Point>, stroke: Stroke) -> Shape {
    Shape { class, outline: Outline::Polyline(points), fill: None, stroke: Some(stroke) }
}
