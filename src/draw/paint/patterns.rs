//! The signs of categories: shapes of dots, and the lines that are cut into bars.

use super::picture::{Outline, Shape, Stroke};
use crate::geometry::{PX, Point, Sub};
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
    let polygon = |corners: &[(Sub, Sub)], up: Sub| {
        let corner = |&(x, y): &(Sub, Sub)| {
            Point::new(centre.x + x * radius / 100, centre.y + up * y * radius / 100)
        };
        Outline::Polygon(corners.iter().map(corner).collect())
    };
    match symbol {
        Symbol::Circle => Outline::Circle { centre, radius },
        Symbol::Square => polygon(&SQUARE, 1),
        Symbol::Diamond => polygon(&DIAMOND, 1),
        Symbol::Triangle => polygon(&TRIANGLE, 1),
        Symbol::Wedge => polygon(&TRIANGLE, -1),
        Symbol::Cross => polygon(&CROSS, 1),
        Symbol::Dash => polygon(&DASH, 1),
    }
}

/// A family of parallel lines, in sixteenths of the height of a bar: from one to the next along
/// the bar, how far each leans over that height, and its width.
type Lines = (Sub, Sub, Sub);

const fn lines(pattern: Pattern) -> &'static [Lines] {
    match pattern {
        Pattern::Solid => &[],
        Pattern::Rising => &[(20, 16, 6)],
        Pattern::Falling => &[(20, -16, 6)],
        Pattern::Crossed => &[(24, 16, 4), (24, -16, 4)],
        Pattern::Upright => &[(12, 0, 5)],
        Pattern::Blocks => &[(40, 0, 10)],
        Pattern::Dashes => &[(20, 0, 11)],
    }
}

/// The lines of `pattern` in the colour of the ground, cut to the convex shape with `corners`;
/// `unit` is the height of a bar. Nothing for a solid pattern.
pub(super) fn hatch(pattern: Pattern, corners: &[Point], unit: Sub, ground: Colour) -> Vec<Shape> {
    let family = |&(step, lean, width): &Lines| {
        let lines = cut(corners, unit, step, lean);
        let stroke = Stroke { colour: ground, width: (unit * width / 16).max(PX / 2) };
        let outline = Outline::Lines(lines);
        Shape { class: "pattern", outline, fill: None, stroke: Some(stroke) }
    };
    let shapes = lines(pattern).iter().map(family);
    shapes.filter(|shape| shape.outline != Outline::Lines(Vec::new())).collect()
}

/// More lines than this in a shape are not drawn: it would be grey all over.
const MOST: i64 = 4000;

/// The parts inside of lines that stand a step apart and lean, from the shape's left end on.
fn cut(corners: &[Point], unit: Sub, step: Sub, lean: Sub) -> Vec<[Point; 2]> {
    let xs = || corners.iter().map(|corner| i64::from(corner.x));
    let ys = || corners.iter().map(|corner| i64::from(corner.y));
    let (Some(x0), Some(x1), Some(y0), Some(y1)) = (xs().min(), xs().max(), ys().min(), ys().max())
    else {
        return Vec::new();
    };
    let step = (i64::from(unit) * i64::from(step) / 16).max(1);
    // Where each line crosses the upper edge; it has leant that far at the lower one.
    let over = (y1 - y0) * i64::from(lean) / 16;
    let first = x0 + step / 2 - over.abs();
    let count = ((x1 + over.abs() - first) / step + 1).clamp(0, MOST);
    let line = |index: i64| {
        let foot = first + index * step;
        inside(corners, (foot, y1), (foot + over, y0))
    };
    (0..count).filter_map(line).collect()
}

type Place = (i64, i64);

/// The part of the line from `a` to `b` inside of a convex shape, if there is any.
fn inside(corners: &[Point], a: Place, b: Place) -> Option<[Point; 2]> {
    let place = |corner: &Point| (i64::from(corner.x), i64::from(corner.y));
    let next = corners.iter().cycle().skip(1);
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    let sign = area(corners).signum();
    if sign == 0 {
        return None;
    }
    for (start, end) in corners.iter().map(place).zip(next.map(place)) {
        let side = |p: Place| {
            let (dx, dy) = (end.0 - start.0, end.1 - start.1);
            (sign * (dx * (p.1 - start.1) - dy * (p.0 - start.0))) as f64
        };
        let (first, last) = (side(a), side(b));
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
    let at = |part: f64| {
        let along = |a: i64, b: i64| (a as f64 + (b - a) as f64 * part).round() as Sub;
        Point::new(along(a.0, b.0), along(a.1, b.1))
    };
    let ends = [at(from), at(to)];
    (from < to && ends[0] != ends[1]).then_some(ends)
}

/// Twice the area inside, negative where the corners go round the other way.
fn area(corners: &[Point]) -> i64 {
    let next = corners.iter().cycle().skip(1);
    let cross = |(a, b): (&Point, &Point)| {
        i64::from(a.x) * i64::from(b.y) - i64::from(b.x) * i64::from(a.y)
    };
    corners.iter().zip(next).map(cross).sum()
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
        let Rect { x0, y0, x1, y1 } = *rect;
        [(x0, y0), (x1, y0), (x1, y1), (x0, y1)].map(|(x, y)| Point::new(x, y)).to_vec()
    }

    fn ends(shapes: &[Shape]) -> Vec<[Point; 2]> {
        let lines = |shape: &Shape| match &shape.outline {
            Outline::Lines(lines) => lines.clone(),
            _ => Vec::new(),
        };
        shapes.iter().flat_map(lines).collect()
    }

    #[test]
    fn lines_stay_inside_and_reach_across() {
        let bar = Rect { x0: px(10.0), y0: px(5.0), x1: px(70.0), y1: px(9.0) };
        let mut round = corners(&bar);
        for _ in 0..2 {
            for pattern in ALL {
                let found = ends(&hatch(pattern, &round, px(4.0), Colour::WHITE));
                assert!(found.len() > 5, "{pattern:?}: {found:?}");
                for point in found.iter().flatten() {
                    assert!(bar.x0 <= point.x && point.x <= bar.x1, "{pattern:?}: {point:?}");
                    assert!(bar.y0 <= point.y && point.y <= bar.y1, "{pattern:?}: {point:?}");
                }
                assert!(
                    found.iter().any(|[a, b]| (a.y - b.y).abs() == bar.height()),
                    "{pattern:?}"
                );
            }
            round.reverse();
        }
    }

    #[test]
    fn what_has_no_area_or_no_pattern_has_no_lines() {
        let bar = Rect { x0: 0, y0: 0, x1: px(50.0), y1: px(4.0) };
        assert_eq!(hatch(Pattern::Solid, &corners(&bar), px(4.0), Colour::WHITE), []);
        for flat in [Rect { x1: 0, ..bar }, Rect { y1: 0, ..bar }] {
            let found = ends(&hatch(Pattern::Crossed, &corners(&flat), px(4.0), Colour::WHITE));
            assert!(found.is_empty(), "{found:?}");
        }
        assert_eq!(hatch(Pattern::Rising, &[], px(4.0), Colour::WHITE), []);
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
            let share = area(&corners).abs() as f64 / 2.0 / circle;
            assert!((0.85..1.1).contains(&share), "{sign:?} covers {share}");
        }
    }
}
