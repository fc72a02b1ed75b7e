//! What shows a category without colour: shapes of dots, and lines that are cut into bars.

use crate::draw::picture::{Item, Outline, Shape, Stroke};
use crate::figure::Figure;
use crate::geometry::{Axis, PX, Point, Sub};
use crate::theme::{Colour, Pattern, Symbol};

/// Corners in hundredths of the radius of a circle that covers as much.
const SQUARE: [(Sub, Sub); 4] = [(-89, -89), (89, -89), (89, 89), (-89, 89)];
const DIAMOND: [(Sub, Sub); 4] = [(0, -128), (128, 0), (0, 128), (-128, 0)];
const TRIANGLE: [(Sub, Sub); 3] = [(0, -132), (134, 98), (-134, 98)];
const CROSS: [(Sub, Sub); 12] = [
    (-40, -120),
    (40, -120),
    (40, -40),
    (120, -40),
    (120, 40),
    (40, 40),
    (40, 120),
    (-40, 120),
    (-40, 40),
    (-120, 40),
    (-120, -40),
    (-40, -40),
];
const DASH: [(Sub, Sub); 4] = [(-130, -52), (130, -52), (130, 52), (-130, 52)];

/// The outline of a dot, which covers about as much as a circle of `radius`.
pub(super) fn symbol(symbol: Symbol, centre: Point, radius: Sub) -> Outline {
    match symbol {
        Symbol::Circle => Outline::Circle { centre, radius },
        Symbol::Square => polygon(&SQUARE, centre, [radius, radius]),
        Symbol::Diamond => polygon(&DIAMOND, centre, [radius, radius]),
        Symbol::Triangle => polygon(&TRIANGLE, centre, [radius, radius]),
        Symbol::Wedge => polygon(&TRIANGLE, centre, [radius, -radius]),
        Symbol::Cross => polygon(&CROSS, centre, [radius, radius]),
        Symbol::Dash => polygon(&DASH, centre, [radius, radius]),
    }
}

/// Corners in hundredths of the lengths `unit` to the right and down from `centre`.
fn polygon(corners: &[(Sub, Sub)], centre: Point, unit: [Sub; 2]) -> Outline {
    let corners = corners
        .iter()
        .map(|&(x, y)| Point::new(centre.x + x * unit[0] / 100, centre.y + y * unit[1] / 100));
    Outline::Polygon(corners.collect())
}

/// A family of parallel lines, in sixteenths of the thickness of a bar.
struct LineFamily {
    /// From one line to the next along the bar.
    step: Sub,
    /// How far each leans on its way across the bar.
    lean: Sub,
    width: Sub,
}

const fn family(step: Sub, lean: Sub, width: Sub) -> LineFamily {
    LineFamily { step, lean, width }
}

const RISING: [LineFamily; 1] = [family(20, 16, 6)];
const FALLING: [LineFamily; 1] = [family(20, -16, 6)];
const CROSSED: [LineFamily; 2] = [family(24, 16, 4), family(24, -16, 4)];
const UPRIGHT: [LineFamily; 1] = [family(12, 0, 5)];
const BLOCKS: [LineFamily; 1] = [family(40, 0, 10)];
const DASHES: [LineFamily; 1] = [family(20, 0, 11)];

const fn families(pattern: Pattern) -> &'static [LineFamily] {
    match pattern {
        Pattern::Solid => &[],
        Pattern::Rising => &RISING,
        Pattern::Falling => &FALLING,
        Pattern::Crossed => &CROSSED,
        Pattern::Upright => &UPRIGHT,
        Pattern::Blocks => &BLOCKS,
        Pattern::Dashes => &DASHES,
    }
}

/// A pattern as it is cut into bars.
pub(super) struct Hatching {
    pattern: Pattern,
    /// The axis that the bars lie along.
    axis: Axis,
    /// The thickness of a bar.
    unit: Sub,
    /// The colour of the lines, which is that of the ground.
    ground: Colour,
}

/// More lines than this in a shape are not drawn: it would be grey all over.
const MOST_LINES: i64 = 4000;

impl Hatching {
    /// A pattern in the sizes and colours of a figure.
    pub(super) fn of(figure: &Figure, pattern: Pattern, axis: Axis) -> Self {
        Self { pattern, axis, unit: figure.sizes.bar, ground: figure.theme.ground }
    }

    /// The lines cut to a convex shape; nothing for a solid pattern.
    pub(super) fn lines_in(&self, corners: &[Point]) -> Vec<Item> {
        let place =
            |&corner| (i64::from(self.axis.along(corner)), i64::from(self.axis.across(corner)));
        let shape: Vec<Place> = match families(self.pattern) {
            [] => Vec::new(),
            _ => corners.iter().map(place).collect(),
        };
        families(self.pattern).iter().filter_map(|family| self.cut(&shape, family)).collect()
    }

    /// The parts inside of the lines of a family, from the shape's start on.
    fn cut(&self, shape: &[Place], family: &LineFamily) -> Option<Item> {
        let [start, end] = extent(shape.iter().map(|place| place.0))?;
        let [near, far] = extent(shape.iter().map(|place| place.1))?;
        let step = (i64::from(self.unit) * i64::from(family.step) / 16).max(1);
        // Where each line crosses the far edge; it has leant that far at the near one.
        let over = (far - near) * i64::from(family.lean) / 16;
        let first = start + step / 2 - over.abs();
        let count = ((end + over.abs() - first) / step + 1).clamp(0, MOST_LINES);
        let feet = (0..count).map(|index| first + index * step);
        let lines = feet.filter_map(|foot| clip(shape, (foot, far), (foot + over, near)));
        let lines = lines.map(|ends| ends.map(|(along, across)| self.axis.point(along, across)));
        let lines: Vec<[Point; 2]> = lines.collect();
        (!lines.is_empty()).then(|| self.shape(lines, family.width))
    }

    fn shape(&self, lines: Vec<[Point; 2]>, width: Sub) -> Item {
        let width = (self.unit * width / 16).max(PX / 2);
        Item::Shape(Shape {
            class: "pattern",
            outline: Outline::Lines(lines),
            fill: None,
            stroke: Some(Stroke { colour: self.ground, width }),
        })
    }
}

/// A place along and across a bar.
type Place = (i64, i64);

/// The least and the greatest; none of none.
fn extent(places: impl Iterator<Item = i64> + Clone) -> Option<[i64; 2]> {
    Some([places.clone().min()?, places.max()?])
}

/// The part of the line from `a` to `b` inside of a convex shape, if there is any.
///
/// Each edge takes away what is on its outer side (after Cyrus and Beck).
fn clip(corners: &[Place], a: Place, b: Place) -> Option<[(Sub, Sub); 2]> {
    let turn = area(corners).signum();
    if turn == 0 {
        return None;
    }
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    let next = corners.iter().cycle().skip(1);
    for (&start, &end) in corners.iter().zip(next) {
        let [first, last] = [a, b].map(|place| (turn * side(start, end, place)) as f64);
        if first < 0.0 && last < 0.0 {
            return None;
        }
        let crossing = first / (first - last);
        if first < 0.0 {
            from = from.max(crossing);
        } else if last < 0.0 {
            to = to.min(crossing);
        }
    }
    let ends = [from, to].map(|part| (between(a.0, b.0, part), between(a.1, b.1, part)));
    (from < to && ends[0] != ends[1]).then_some(ends)
}

/// On which side of the line from `start` to `end` a place is: above 0, if the shape's corners go
/// round in the positive direction, for those inside.
fn side(start: Place, end: Place, place: Place) -> i64 {
    let (dx, dy) = (end.0 - start.0, end.1 - start.1);
    dx * (place.1 - start.1) - dy * (place.0 - start.0)
}

/// The place at a part of the way from `a` to `b`.
fn between(a: i64, b: i64, part: f64) -> Sub {
    (a as f64 + (b - a) as f64 * part).round() as Sub
}

/// Twice the area inside, negative where the corners go round the other way.
fn area(corners: &[Place]) -> i64 {
    let next = corners.iter().cycle().skip(1);
    corners.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Rect, px};

    const ALL: [Pattern; 6] = [
        Pattern::Rising,
        Pattern::Falling,
        Pattern::Crossed,
        Pattern::Upright,
        Pattern::Blocks,
        Pattern::Dashes,
    ];

    fn corners(rect: &Rect) -> Vec<Point> {
        super::super::corners(rect).to_vec()
    }

    fn lines(pattern: Pattern, axis: Axis, corners: &[Point]) -> Vec<[Point; 2]> {
        let hatching = Hatching { pattern, axis, unit: px(4.0), ground: Colour::WHITE };
        let lines = |item: Item| match item {
            Item::Shape(Shape { outline: Outline::Lines(lines), .. }) => lines,
            _ => Vec::new(),
        };
        hatching.lines_in(corners).into_iter().flat_map(lines).collect()
    }

    #[test]
    fn lines_stay_inside_and_reach_across() {
        for (axis, pattern) in Axis::ALL.into_iter().flat_map(|axis| ALL.map(|one| (axis, one))) {
            let bar = axis.rect([px(10.0), px(70.0)], [px(5.0), px(9.0)]);
            let mut round = corners(&bar);
            for _ in 0..2 {
                let found = lines(pattern, axis, &round);
                assert!(found.len() > 5, "{pattern:?}: {found:?}");
                for point in found.iter().flatten() {
                    assert!(bar.x0 <= point.x && point.x <= bar.x1, "{pattern:?}: {point:?}");
                    assert!(bar.y0 <= point.y && point.y <= bar.y1, "{pattern:?}: {point:?}");
                }
                let breadth = |[a, b]: &[Point; 2]| (axis.across(*a) - axis.across(*b)).abs();
                assert!(found.iter().any(|line| breadth(line) == px(4.0)), "{pattern:?}");
                round.reverse();
            }
        }
    }

    #[test]
    fn what_has_no_area_or_no_pattern_has_no_lines() {
        let bar = Rect { x0: 0, y0: 0, x1: px(50.0), y1: px(4.0) };
        assert!(lines(Pattern::Solid, Axis::Horizontal, &corners(&bar)).is_empty());
        for flat in [Rect { x1: 0, ..bar }, Rect { y1: 0, ..bar }] {
            assert!(lines(Pattern::Crossed, Axis::Horizontal, &corners(&flat)).is_empty());
        }
        assert!(lines(Pattern::Rising, Axis::Vertical, &[]).is_empty());
    }

    #[test]
    fn symbols_cover_as_much_as_their_circle() {
        let circle = std::f64::consts::PI * 640.0 * 640.0;
        for sign in
            [Symbol::Square, Symbol::Diamond, Symbol::Triangle, Symbol::Wedge, Symbol::Cross]
        {
            let Outline::Polygon(corners) = symbol(sign, Point::new(5, 5), 640) else {
                panic!("{sign:?} has no corners")
            };
            let corners: Vec<Place> =
                corners.iter().map(|corner| (corner.x.into(), corner.y.into())).collect();
            let share = area(&corners).abs() as f64 / 2.0 / circle;
            assert!((0.85..1.1).contains(&share), "{sign:?} covers {share}");
        }
    }
}
