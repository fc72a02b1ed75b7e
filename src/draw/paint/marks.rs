//! Marks as shapes: bars and dots, and how they tell doubts.
//!
//! Fading is drawn in steps, the palest and longest first and the next on top of it, so that
//! every format shows the same and no seam opens between the steps.

use super::elements::{corners, filled, moved};
use super::picture::{Outline, Shape, Stroke};
use super::signs::{hatch, symbol};
use crate::figure::{Figure, MarkEnd, MarkShape, PlacedEvent, Uncertainty};
use crate::geometry::{Axis, Point, Rect, Sub};
use crate::theme::{Colour, Theme};

/// Steps from the palest to the full colour.
const STEPS: Sub = 16;
/// The step of the palest colour at an open end, which is not in doubt.
const PALEST: Sub = 6;

/// The colour of step `step` of a fading, from next to nothing to the full colour.
fn tone(ground: Colour, mark: Colour, step: Sub) -> Colour {
    ground.towards(mark, step + 1, STEPS + 1)
}

/// Every colour that a figure may use, with the one to take instead of it by night; empty if it is
/// the same by day and by night.
pub(super) fn night(figure: &Figure) -> Vec<(Colour, Colour)> {
    let Some(night) = &figure.night else { return Vec::new() };
    let mut pairs = figure.theme.pairs(&night.theme);
    let behind = |theme: &Theme| [theme.grid(), theme.era(0), theme.era(1), theme.era(2)];
    pairs.extend(behind(&figure.theme).into_iter().zip(behind(&night.theme)));
    for (day, dark) in &night.hues {
        pairs.extend([(day.mark, dark.mark), (day.text, dark.text)]);
        pairs.extend((0..=STEPS).map(|step| {
            let tone = |theme: &Theme, mark| tone(theme.ground, mark, step);
            (tone(&figure.theme, day.mark), tone(&night.theme, dark.mark))
        }));
    }
    pairs
}

/// The mark of an event, moved by some distance.
pub(super) struct MarkPainter<'a> {
    pub(super) figure: &'a Figure,
    pub(super) event: &'a PlacedEvent,
    pub(super) by: Point,
}

impl MarkPainter<'_> {
    /// What is drawn under the leader: the white ring of a dot.
    pub(super) fn halo(&self) -> Option<Shape> {
        let MarkShape::Dot = self.event.mark.shape else { return None };
        let (centre, radius) = self.dot();
        let radius = radius + self.figure.sizes.halo;
        let outline = symbol(self.event.hue.symbol, centre, radius);
        Some(filled("halo", outline, self.figure.theme.ground))
    }

    /// What is drawn over the leader. The first shape has the class `marker`.
    pub(super) fn shapes(&self) -> Vec<Shape> {
        let mark = &self.event.mark;
        match &mark.shape {
            MarkShape::Dot => self.dots(mark.doubt),
            MarkShape::Bar(rect) => {
                let rect = rect.shifted(self.by.x, self.by.y);
                if self.figure.axis == Axis::Horizontal {
                    return self.bars(&rect, mark.doubt);
                }
                // Drawn as if it lay level.
                self.bars(&rect.turned(), mark.doubt).into_iter().map(Shape::turned).collect()
            }
            MarkShape::Slice(points) => {
                let points: Vec<Point> =
                    points.iter().map(|&point| moved(point, self.by)).collect();
                self.slice(points, mark.doubt)
            }
            MarkShape::Shared => {
                let outline = Outline::Rect(mark.rect.shifted(self.by.x, self.by.y));
                vec![Shape { class: "marker", outline, fill: None, stroke: None }]
            }
        }
    }

    fn dot(&self) -> (Point, Sub) {
        let rect = self.event.mark.rect.shifted(self.by.x, self.by.y);
        (Point::new((rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2), rect.height() / 2)
    }

    /// The colour of step `step`, from next to nothing to the full colour.
    fn tone(&self, step: Sub) -> Colour {
        tone(self.figure.theme.ground, self.event.hue.mark, step)
    }

    /// A dot: soft where the date is approximate, a ring where it is uncertain.
    fn dots(&self, doubt: Uncertainty) -> Vec<Shape> {
        let (centre, radius) = self.dot();
        let circle = |class, radius, colour| {
            filled(class, symbol(self.event.hue.symbol, centre, radius), colour)
        };
        let mut shapes = vec![circle("marker", radius, self.event.hue.mark)];
        if doubt.ends.contains(&MarkEnd::Approximate) {
            let soft = |step: Sub| {
                let class = if step == 0 { "marker" } else { "fade" };
                let radius = radius * (3 * STEPS - 2 * step) / (2 * STEPS);
                circle(class, radius, self.tone(step))
            };
            shapes = (0..=STEPS).map(soft).collect();
        }
        if doubt.is_uncertain {
            let inner = radius - self.figure.sizes.leader * 3 / 2;
            shapes.push(circle("hollow", inner, self.figure.theme.ground));
        }
        shapes
    }

    /// A bar: fading away to its approximate ends, and to a paler colour with an arrowhead at open
    /// ones, hollow where the date is uncertain.
    fn bars(&self, rect: &Rect, doubt: Uncertainty) -> Vec<Shape> {
        let is_open = doubt.ends.map(|end| end == MarkEnd::Open);
        let head = |is_open: bool| if is_open { self.head(rect) } else { 0 };
        let [left, right] = is_open.map(head);
        let rect = &Rect { x0: rect.x0 + left, x1: (rect.x1 - right).max(rect.x0 + left), ..*rect };
        let fade = |end: MarkEnd| match end {
            MarkEnd::Approximate => self.figure.sizes.fade.min(rect.width() * 2 / 5),
            MarkEnd::Open => self.figure.sizes.fade.min(rect.width() / 2),
            MarkEnd::Sharp | MarkEnd::Unknown => 0,
        };
        let fades = doubt.ends.map(fade);
        let first = if fades == [0, 0] { STEPS } else { 0 };
        let step = |step: Sub| {
            let part = |end: usize| {
                let palest = if is_open[end] { PALEST } else { 0 };
                fades[end] * (step - palest).max(0) / (STEPS - palest)
            };
            let body = Rect { x0: rect.x0 + part(0), x1: rect.x1 - part(1), ..*rect };
            let class = if step == first { "marker" } else { "fade" };
            filled(class, Outline::Rect(body), self.tone(step))
        };
        let mut shapes: Vec<Shape> = (first..=STEPS).map(step).collect();
        match doubt.is_uncertain {
            true => shapes.push(self.hollow(rect, fades)),
            false => shapes.extend(self.pattern(&corners(rect))),
        }
        let tips = [(rect.x0, -left), (rect.x1, right)];
        shapes
            .extend(tips.into_iter().filter(|tip| tip.1 != 0).map(|(x, dx)| self.tip(rect, x, dx)));
        shapes
    }

    /// Length of an arrowhead.
    fn head(&self, rect: &Rect) -> Sub {
        (rect.height().min(self.figure.sizes.bar) * 9 / 4).min(rect.width() / 3)
    }

    /// The arrowhead at an open end: from `x` on, somewhat wider than the bar.
    fn tip(&self, rect: &Rect, x: Sub, dx: Sub) -> Shape {
        let more = self.figure.sizes.bar / 4;
        let middle = Point::new(x + dx, (rect.y0 + rect.y1) / 2);
        let corners = vec![Point::new(x, rect.y0 - more), middle, Point::new(x, rect.y1 + more)];
        filled("arrow", Outline::Polygon(corners), self.event.hue.mark)
    }

    /// The white inside of an uncertain bar; at ends that fade it stays open.
    fn hollow(&self, rect: &Rect, fades: [Sub; 2]) -> Shape {
        let wall = self.figure.sizes.leader;
        let [start, end] = fades.map(|fade| if fade > 0 { 0 } else { wall });
        let (x0, x1) = (rect.x0 + start, rect.x1 - end);
        let inner = Rect { x0, x1: x1.max(x0), y0: rect.y0 + wall, y1: rect.y1 - wall };
        filled("hollow", Outline::Rect(inner), self.figure.theme.ground)
    }

    /// A part of a shared mark: pale where its date is approximate, hollow where uncertain.
    fn slice(&self, points: Vec<Point>, doubt: Uncertainty) -> Vec<Shape> {
        let is_soft = doubt.ends.contains(&MarkEnd::Approximate);
        let colour = if is_soft { self.tone(STEPS / 3) } else { self.event.hue.mark };
        // In a list the rows have the signs; there would be no room here.
        let is_row = self.event.list.is_some();
        let pattern = if is_row { Vec::new() } else { self.pattern(&points) };
        let Figure { theme, sizes, has_signs, .. } = self.figure;
        let mut shape = filled("marker", Outline::Polygon(points), colour);
        // Where shapes tell categories, what several share must not look like one of them.
        if doubt.is_uncertain || *has_signs {
            let colour = if *has_signs { theme.neutral().mark } else { self.event.hue.mark };
            let stroke = Stroke { colour, width: sizes.leader };
            (shape.fill, shape.stroke) = (Some(self.figure.theme.ground), Some(stroke));
            return vec![shape];
        }
        [vec![shape], pattern].concat()
    }

    /// The lines of the category's pattern in a convex shape.
    fn pattern(&self, corners: &[Point]) -> Vec<Shape> {
        let Figure { theme, sizes, .. } = self.figure;
        hatch(self.event.hue.pattern, corners, sizes.bar, theme.ground)
    }
}
