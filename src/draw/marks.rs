//! Marks as shapes: bars and dots, and how they tell doubts.
//!
//! Fading is drawn in steps, the palest and longest first and the next on top of it, so that
//! every format shows the same and no seam opens between the steps.

use super::elements::{filled, moved};
use super::picture::{Outline, Shape, Stroke};
use crate::figure::{Doubt, End, Figure, MarkShape, Placed};
use crate::geom::{Point, Rect, Sub};
use crate::theme::Colour;

/// Steps from the palest to the full colour.
const STEPS: Sub = 16;

/// The mark of an event, moved by some distance.
pub(super) struct MarkPainter<'a> {
    pub(super) figure: &'a Figure,
    pub(super) event: &'a Placed,
    pub(super) by: Point,
}

impl MarkPainter<'_> {
    /// What is drawn under the leader: the white ring of a dot.
    pub(super) fn halo(&self) -> Option<Shape> {
        let MarkShape::Dot = self.event.mark.shape else { return None };
        let (centre, radius) = self.dot();
        let outline = Outline::Circle { centre, radius: radius + self.figure.sizes.halo };
        Some(filled("halo", outline, self.figure.theme.ground))
    }

    /// What is drawn over the leader. The first shape has the class `marker`.
    pub(super) fn shapes(&self) -> Vec<Shape> {
        let mark = &self.event.mark;
        match &mark.shape {
            MarkShape::Dot => self.dots(mark.doubt),
            MarkShape::Bar(rect) => self.bars(&rect.shifted(self.by.x, self.by.y), mark.doubt),
            MarkShape::Slice(points) => {
                let points = points.iter().map(|&point| moved(point, self.by)).collect();
                vec![self.slice(Outline::Polygon(points), mark.doubt)]
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

    /// The colour of step `step`, from a fifth of the full colour on.
    fn tone(&self, step: Sub) -> Colour {
        let ground = self.figure.theme.ground;
        ground.towards(self.event.colour, STEPS + 4 * step, 5 * STEPS)
    }

    /// A dot: soft where the date is approximate, a ring where it is uncertain.
    fn dots(&self, doubt: Doubt) -> Vec<Shape> {
        let (centre, radius) = self.dot();
        let circle =
            |class, radius, colour| filled(class, Outline::Circle { centre, radius }, colour);
        let mut shapes = vec![circle("marker", radius, self.event.colour)];
        if doubt.ends.contains(&End::Approximate) {
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

    /// A bar: fading to its approximate and open ends, with an arrowhead at open ones, hollow
    /// where the date is uncertain.
    fn bars(&self, rect: &Rect, doubt: Doubt) -> Vec<Shape> {
        let fade = |end: End| match end {
            End::Approximate => self.figure.sizes.fade.min(rect.width() * 2 / 5),
            End::Open => (self.figure.sizes.fade * 2).min(rect.width() / 2),
            End::Sharp | End::Unknown => 0,
        };
        let [start, end] = doubt.ends.map(fade);
        let is_plain = start == 0 && end == 0;
        let first = if is_plain { STEPS } else { 0 };
        let step = |step: Sub| {
            let part = |length: Sub| length * step / STEPS;
            let body = Rect { x0: rect.x0 + part(start), x1: rect.x1 - part(end), ..*rect };
            let class = if step == first { "marker" } else { "fade" };
            filled(class, Outline::Rect(body), self.tone(step))
        };
        let mut shapes: Vec<Shape> = (first..=STEPS).map(step).collect();
        if doubt.is_uncertain {
            shapes.push(self.hollow(rect, [start, end]));
        }
        let tips = [(rect.x0, 1), (rect.x1, -1)].into_iter().zip(doubt.ends);
        for ((x, inwards), _) in tips.filter(|(_, end)| *end == End::Open) {
            shapes.extend(self.tip(rect, x, inwards));
        }
        shapes
    }

    /// The arrowhead at an open end, on ground of its own.
    fn tip(&self, rect: &Rect, x: Sub, inwards: Sub) -> [Shape; 2] {
        let base = x + inwards * rect.height() * 3 / 2;
        let (a, b) = (Point::new(x, rect.y0), Point::new(base, rect.y1));
        let ground = Outline::Rect(Rect::from_points(a, b));
        let middle = Point::new(x, (rect.y0 + rect.y1) / 2);
        let corners = vec![Point::new(base, rect.y0), middle, Point::new(base, rect.y1)];
        [
            filled("ground", ground, self.figure.theme.ground),
            filled("arrow", Outline::Polygon(corners), self.event.colour),
        ]
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
    fn slice(&self, outline: Outline, doubt: Doubt) -> Shape {
        let is_soft = doubt.ends.contains(&End::Approximate);
        let colour = if is_soft { self.tone(STEPS / 3) } else { self.event.colour };
        let mut shape = filled("marker", outline, colour);
        if doubt.is_uncertain {
            let stroke = Stroke { colour: self.event.colour, width: self.figure.sizes.leader };
            (shape.fill, shape.stroke) = (Some(self.figure.theme.ground), Some(stroke));
        }
        shape
    }
}
