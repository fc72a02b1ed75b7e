//! Marks: bars, whiskers and dots, and how they show what is not known.
//!
//! Fading is drawn in steps, the palest and longest first and the next on top of it, so that
//! every format shows the same and no seam opens between the steps.

use super::patterns::{Hatching, symbol};
use super::{corners, filled, unpainted};
use crate::draw::picture::{Item, Outline, Shape, Stroke};
use crate::figure::{Figure, MarkEnd, MarkShape, PlacedEvent, Uncertainty, Whisker};
use crate::geometry::{Axis, Point, Rect, Sub};
use crate::theme::{Colour, Theme};

/// Steps from the palest to the full colour.
const STEPS: Sub = 16;
/// The step of the palest colour at an open end, which is certain.
const PALEST: Sub = 6;

/// The colour of step `step` of a fading, from next to nothing to the full colour.
fn tone(ground: Colour, mark: Colour, step: Sub) -> Colour {
    ground.towards(mark, step + 1, STEPS + 1)
}

/// The colour of what may be there, and is not for certain.
pub(super) fn pale(ground: Colour, mark: Colour) -> Colour {
    tone(ground, mark, PALEST)
}

/// Every colour that a figure may use, with the one to take instead of it in the dark scheme;
/// empty if the figure has none.
pub(in crate::draw) fn dark_scheme(figure: &Figure) -> Vec<(Colour, Colour)> {
    let (light, Some(dark)) = (&figure.theme, &figure.dark) else { return Vec::new() };
    let mut pairs = light.pairs(&dark.theme);
    pairs.extend(backdrop_colours(light).into_iter().zip(backdrop_colours(&dark.theme)));
    for (hue, dark_hue) in &dark.hues {
        pairs.extend([(hue.mark, dark_hue.mark), (hue.text, dark_hue.text)]);
        pairs.push((light.leader(*hue), dark.theme.leader(*dark_hue)));
        let bars = (light.bar(*hue), dark.theme.bar(*dark_hue));
        for (mark, dark_mark) in [(hue.mark, dark_hue.mark), bars] {
            pairs.extend((0..=STEPS).map(|step| {
                let dark_tone = tone(dark.theme.ground, dark_mark, step);
                (tone(light.ground, mark, step), dark_tone)
            }));
        }
    }
    pairs
}

fn backdrop_colours(theme: &Theme) -> [Colour; 4] {
    [theme.grid(), theme.era(0), theme.era(1), theme.era(2)]
}

/// Whether the mark of an event covers its dates from the first to the last.
pub(in crate::draw) fn is_bar(event: &PlacedEvent) -> bool {
    matches!(event.mark.shape, MarkShape::Bar(_) | MarkShape::Whisker(_) | MarkShape::Shared)
}

/// Paints the mark of an event.
pub(super) struct MarkPainter<'a> {
    pub(super) figure: &'a Figure,
    pub(super) event: &'a PlacedEvent,
}

impl MarkPainter<'_> {
    /// What is drawn under the leader: the white ring of a dot.
    pub(super) fn halo(&self) -> Option<Item> {
        let MarkShape::Dot = self.event.mark.shape else { return None };
        let (centre, radius) = self.circle();
        let outline = symbol(self.event.hue.symbol, centre, radius + self.figure.sizes.halo);
        Some(filled("halo", outline, self.figure.theme.ground))
    }

    /// What is drawn over the leader. The first shape has the class `marker`.
    pub(super) fn shapes(&self) -> Vec<Item> {
        let mark = &self.event.mark;
        match &mark.shape {
            MarkShape::Dot => self.dot(mark.uncertainty),
            MarkShape::Bar(rect) => self.bar(rect, mark.uncertainty),
            MarkShape::Whisker(whisker) => self.whisker(whisker, mark.uncertainty),
            MarkShape::Slice(points) => self.slice(points, mark.uncertainty),
            MarkShape::Shared => vec![unpainted("marker", mark.rect)],
        }
    }

    /// The middle and the radius of a dot.
    fn circle(&self) -> (Point, Sub) {
        let rect = self.event.mark.rect;
        (Point::new((rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2), rect.height() / 2)
    }

    /// Whether it is on the bar of another event.
    fn is_on_bar(&self) -> bool {
        self.event.slot.is_some_and(|slot| slot.is_milestone)
    }

    /// The full colour: bars of lanes are paler than dots.
    fn colour(&self) -> Colour {
        let (theme, hue) = (&self.figure.theme, self.event.hue);
        match &self.event.mark.shape {
            MarkShape::Bar(_) if self.event.slot.is_some() => theme.bar(hue),
            MarkShape::Whisker(_) if self.is_on_bar() => theme.ground,
            MarkShape::Whisker(Whisker { is_shared: true, .. }) => theme.neutral().mark,
            _ => hue.mark,
        }
    }

    /// The colour of step `step`, from next to nothing to the full colour.
    fn tone(&self, step: Sub) -> Colour {
        tone(self.figure.theme.ground, self.colour(), step)
    }

    /// A dot: soft where the date is approximate, a ring where it is uncertain.
    fn dot(&self, uncertainty: Uncertainty) -> Vec<Item> {
        let (_, radius) = self.circle();
        let mut shapes = match uncertainty.ends.contains(&MarkEnd::Approximate) {
            true => (0..=STEPS).map(|step| self.soft_disc(step)).collect(),
            false => vec![self.disc("marker", radius, self.event.hue.mark)],
        };
        if uncertainty.is_uncertain {
            let inner = radius - self.figure.sizes.leader * 3 / 2;
            shapes.push(self.disc("hollow", inner, self.figure.theme.ground));
        }
        shapes
    }

    fn disc(&self, class: &'static str, radius: Sub, colour: Colour) -> Item {
        let (centre, _) = self.circle();
        filled(class, symbol(self.event.hue.symbol, centre, radius), colour)
    }

    /// A step of a soft dot, from half as large again as a sharp one to half as large.
    fn soft_disc(&self, step: Sub) -> Item {
        let (_, radius) = self.circle();
        let radius = radius * (3 * STEPS - 2 * step) / (2 * STEPS);
        self.disc(step_class(step == 0), radius, self.tone(step))
    }

    /// A bar: fading away to its approximate ends, and to a paler colour with an arrowhead at open
    /// ones, hollow where the date is uncertain.
    fn bar(&self, rect: &Rect, uncertainty: Uncertainty) -> Vec<Item> {
        let axis = self.figure.axis;
        let [start, end] = axis.span(rect);
        let heads =
            uncertainty.ends.map(|end| if end == MarkEnd::Open { self.head(rect) } else { 0 });
        let from = start + heads[0];
        let along = [from, (end - heads[1]).max(from)];
        let body = axis.rect(along, axis.cross_span(rect));
        let fades = uncertainty.ends.map(|end| self.fade(end, along[1] - along[0]));
        let mut shapes = self.fading(&body, uncertainty.ends, fades);
        match uncertainty.is_uncertain {
            true => shapes.push(self.hollow(&body, fades)),
            false => shapes.extend(self.pattern(axis, &corners(&body))),
        }
        let tips = [(along[0], -heads[0]), (along[1], heads[1])];
        let tips = tips.into_iter().filter(|(_, length)| *length != 0);
        shapes.extend(tips.map(|(at, length)| self.tip(&body, at, length)));
        shapes
    }

    /// A whisker: a line that fades away to approximate ends, with an arrowhead at open ones and caps
    /// at known ones; on it a dot, hollow where the date is uncertain.
    fn whisker(&self, whisker: &Whisker, uncertainty: Uncertainty) -> Vec<Item> {
        let (theme, sizes, hue) = (&self.figure.theme, &self.figure.sizes, self.event.hue);
        let mut shapes =
            if whisker.has_line { self.line(&whisker.rect, uncertainty) } else { Vec::new() };
        let (middle, radius) = whisker.dot;
        let class = if whisker.has_line { "dot" } else { "marker" };
        let disc =
            |class, radius, colour| filled(class, symbol(hue.symbol, middle, radius), colour);
        if self.is_on_bar() {
            shapes.push(disc("halo", radius + sizes.halo, theme.ground));
        }
        shapes.push(disc(class, radius, hue.mark));
        if uncertainty.is_uncertain {
            shapes.push(disc("hollow", radius - sizes.leader, theme.ground));
        }
        shapes
    }

    /// The line of a whisker with its ends.
    fn line(&self, rect: &Rect, uncertainty: Uncertainty) -> Vec<Item> {
        let (axis, thick) = (self.figure.axis, self.figure.sizes.separator);
        let ([start, end], [near, far]) = (axis.span(rect), axis.cross_span(rect));
        let heads =
            uncertainty.ends.map(|end| if end == MarkEnd::Open { self.head(rect) } else { 0 });
        let along = [start + heads[0], (end - heads[1]).max(start + heads[0])];
        let middle = near + (far - near - thick) / 2;
        let body = axis.rect(along, [middle, middle + thick]);
        let fades = uncertainty.ends.map(|end| self.fade(end, along[1] - along[0]));
        let mut shapes = self.fading(&body, uncertainty.ends, fades);
        let caps = [[start, start + thick], [end - thick, end]].into_iter().zip(uncertainty.ends);
        let caps = caps.filter(|(_, end)| *end == MarkEnd::Sharp);
        let cap = |(along, _)| axis.rect(along, [near, far]);
        shapes.extend(caps.map(cap).map(|cap| filled("cap", Outline::Rect(cap), self.colour())));
        let tips = [(along[0], -heads[0]), (along[1], heads[1])];
        let tips = tips.into_iter().filter(|(_, length)| *length != 0);
        shapes.extend(tips.map(|(at, length)| self.tip(&body, at, length)));
        shapes
    }

    /// How much of an end fades, in a bar of `length`.
    fn fade(&self, end: MarkEnd, length: Sub) -> Sub {
        match end {
            MarkEnd::Approximate => self.figure.sizes.fade.min(length * 2 / 5),
            MarkEnd::Open => self.figure.sizes.fade.min(length / 2),
            MarkEnd::Sharp | MarkEnd::Unknown => 0,
        }
    }

    /// The body of a bar, in as many steps as its ends need to fade over the lengths `fades`.
    fn fading(&self, body: &Rect, ends: [MarkEnd; 2], fades: [Sub; 2]) -> Vec<Item> {
        let axis = self.figure.axis;
        let ([start, end], across) = (axis.span(body), axis.cross_span(body));
        let first = if fades == [0, 0] { STEPS } else { 0 };
        let steps = (first..=STEPS).map(|step| {
            let [cut, other] = [0, 1].map(|index| faded(ends[index], fades[index], step));
            let rect = axis.rect([start + cut, end - other], across);
            filled(step_class(step == first), Outline::Rect(rect), self.tone(step))
        });
        steps.collect()
    }

    /// Length of an arrowhead.
    fn head(&self, bar: &Rect) -> Sub {
        let ([start, end], [near, far]) =
            (self.figure.axis.span(bar), self.figure.axis.cross_span(bar));
        ((far - near).min(self.figure.sizes.bar) * 9 / 4).min((end - start) / 3)
    }

    /// The arrowhead at an open end: from `at` on, somewhat wider than the bar.
    fn tip(&self, bar: &Rect, at: Sub, length: Sub) -> Item {
        let (axis, more) = (self.figure.axis, self.figure.sizes.bar / 4);
        let [near, far] = axis.cross_span(bar);
        let corners = vec![
            axis.point(at, near - more),
            axis.point(at + length, (near + far) / 2),
            axis.point(at, far + more),
        ];
        filled("arrow", Outline::Polygon(corners), self.colour())
    }

    /// The white inside of an uncertain bar; at ends that fade it stays open.
    fn hollow(&self, bar: &Rect, fades: [Sub; 2]) -> Item {
        let (axis, wall) = (self.figure.axis, self.figure.sizes.leader);
        let ([start, end], [near, far]) = (axis.span(bar), axis.cross_span(bar));
        let [first, last] = fades.map(|fade| if fade > 0 { 0 } else { wall });
        let from = start + first;
        let along = [from, (end - last).max(from)];
        let inner = axis.rect(along, [near + wall, far - wall]);
        filled("hollow", Outline::Rect(inner), self.figure.theme.ground)
    }

    /// A part of a shared mark: pale where its date is approximate, hollow where uncertain.
    fn slice(&self, points: &[Point], uncertainty: Uncertainty) -> Vec<Item> {
        let Figure { theme, sizes, has_signs, .. } = self.figure;
        let outline = Outline::Polygon(points.to_vec());
        if uncertainty.is_uncertain {
            let stroke = Some(Stroke { colour: self.event.hue.mark, width: sizes.leader });
            let fill = Some(theme.ground);
            return vec![Item::Shape(Shape { class: "marker", outline, fill, stroke })];
        }
        // Where shapes show categories, what several share must not look like one of them, and not
        // hollow, as if it were uncertain.
        if *has_signs {
            let stroke = Some(Stroke { colour: theme.ground, width: sizes.leader / 2 });
            let fill = Some(theme.neutral().mark);
            return vec![Item::Shape(Shape { class: "marker", outline, fill, stroke })];
        }
        let is_soft = uncertainty.ends.contains(&MarkEnd::Approximate);
        let colour = if is_soft { self.tone(STEPS / 3) } else { self.event.hue.mark };
        let mut shapes = vec![filled("marker", outline, colour)];
        // In a list the rows have the pattern; there would be no room here. A slice has no length,
        // so that its lines are those of the legend for both axes.
        if self.event.list.is_none() {
            shapes.extend(self.pattern(Axis::Horizontal, points));
        }
        shapes
    }

    /// The lines of the category's pattern in a convex shape, for bars along `axis`.
    fn pattern(&self, axis: Axis, corners: &[Point]) -> Vec<Item> {
        Hatching::of(self.figure, self.event.hue.pattern, axis).lines_in(corners)
    }
}

/// The class of a step of a fading.
fn step_class(is_first: bool) -> &'static str {
    if is_first { "marker" } else { "fade" }
}

/// How much shorter a bar is at step `step` of an end that fades over the length `fade`.
fn faded(end: MarkEnd, fade: Sub, step: Sub) -> Sub {
    let palest = if end == MarkEnd::Open { PALEST } else { 0 };
    fade * (step - palest).max(0) / (STEPS - palest)
}
