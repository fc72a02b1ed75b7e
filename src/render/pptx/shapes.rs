//! Shapes in the language of drawings: outlines, fills and strokes.

use super::slide::{Slide, empty};
use super::tree::{SlideShape, outline_box};
use crate::draw::{Outline, Shape, Stroke};
use crate::geometry::{PX, Point, Rect, Sub};
use crate::render::xml::Xml;
use crate::theme::Colour;

/// English Metric Units to a CSS pixel.
const UNITS: i64 = 9525;

/// A length in English Metric Units.
pub(super) fn emu(length: Sub) -> String {
    units(length).to_string()
}

fn units(length: Sub) -> i64 {
    (i64::from(length) * UNITS + i64::from(PX) / 2).div_euclid(i64::from(PX))
}

/// A colour as six digits.
pub(super) fn hex(colour: Colour) -> String {
    let Colour { r, g, b } = colour;
    format!("{r:02X}{g:02X}{b:02X}")
}

/// The place of a rectangle in two elements of these names.
pub(super) fn place(xml: &mut Xml, (offset, extent): (&'static str, &'static str), rect: &Rect) {
    xml.begin(offset);
    xml.attribute("x", &emu(rect.x0));
    xml.attribute("y", &emu(rect.y0));
    xml.end();
    xml.begin(extent);
    xml.attribute("cx", &emu(rect.width().max(0)));
    xml.attribute("cy", &emu(rect.height().max(0)));
    xml.end();
}

/// A shape of the slide.
pub(super) fn shape(slide: &mut Slide<'_>, one: &SlideShape) {
    let SlideShape { shape, steps } = one;
    let number = slide.number();
    let class = if shape.class.is_empty() { "shape" } else { shape.class };
    let line = straight(&shape.outline).filter(|_| shape.fill.is_none());
    let [begin, names, kind] = match line {
        Some(_) => ["p:cxnSp", "p:nvCxnSpPr", "p:cNvCxnSpPr"],
        None => ["p:sp", "p:nvSpPr", "p:cNvSpPr"],
    };
    slide.xml.begin(begin);
    slide.xml.begin(names);
    slide.properties(&format!("{class} {number}"), None, None);
    empty(&mut slide.xml, kind);
    empty(&mut slide.xml, "p:nvPr");
    slide.xml.end();
    let xml = &mut slide.xml;
    xml.begin("p:spPr");
    match line {
        Some(ends) => straight_line(xml, ends),
        None => outline(xml, &shape.outline),
    }
    match shape.fill {
        Some(colour) if steps.is_empty() => solid(xml, colour),
        Some(colour) => gradient(xml, (shape, colour), steps),
        None => empty(xml, "a:noFill"),
    }
    stroke(xml, shape.stroke);
    xml.end();
    xml.end();
}

pub(super) fn solid(xml: &mut Xml, colour: Colour) {
    xml.begin("a:solidFill");
    paint(xml, colour);
    xml.end();
}

fn paint(xml: &mut Xml, colour: Colour) {
    xml.begin("a:srgbClr");
    xml.attribute("val", &hex(colour));
    xml.end();
}

fn stroke(xml: &mut Xml, stroke: Option<Stroke>) {
    xml.begin("a:ln");
    match stroke {
        Some(Stroke { colour, width }) => {
            xml.attribute("w", &emu(width));
            xml.attribute("cap", "flat");
            solid(xml, colour);
            xml.begin("a:miter");
            xml.attribute("lim", "800000");
            xml.end();
        }
        None => empty(xml, "a:noFill"),
    }
    xml.end();
}

/// The ends of an outline that is one straight line.
fn straight(outline: &Outline) -> Option<[Point; 2]> {
    match outline {
        Outline::Polyline(points) => <[Point; 2]>::try_from(&points[..]).ok(),
        Outline::Lines(lines) => match lines[..] {
            [line] => Some(line),
            _ => None,
        },
        _ => None,
    }
}

fn straight_line(xml: &mut Xml, [a, b]: [Point; 2]) {
    xml.begin("a:xfrm");
    // The line of a box runs from its top left to its bottom right.
    if (a.x < b.x) != (a.y < b.y) && a.x != b.x && a.y != b.y {
        xml.attribute("flipV", "1");
    }
    place(xml, ("a:off", "a:ext"), &Rect::from_points(a, b));
    xml.end();
    preset(xml, "line");
}

fn preset(xml: &mut Xml, name: &str) {
    xml.begin("a:prstGeom");
    xml.attribute("prst", name);
    empty(xml, "a:avLst");
    xml.end();
}

fn outline(xml: &mut Xml, outline: &Outline) {
    let rect = outline_box(outline);
    xml.begin("a:xfrm");
    place(xml, ("a:off", "a:ext"), &rect);
    xml.end();
    match outline {
        Outline::Rect(_) => preset(xml, "rect"),
        Outline::Circle { .. } => preset(xml, "ellipse"),
        Outline::Polyline(points) => freeform(xml, &rect, &[points], false),
        Outline::Polygon(points) => freeform(xml, &rect, &[points], true),
        Outline::Lines(lines) => {
            let lines: Vec<&[Point]> = lines.iter().map(|line| &line[..]).collect();
            freeform(xml, &rect, &lines, false);
        }
    }
}

/// An outline of straight lines in its box.
fn freeform(xml: &mut Xml, rect: &Rect, runs: &[impl AsRef<[Point]>], is_closed: bool) {
    xml.begin("a:custGeom");
    for name in ["a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"] {
        empty(xml, name);
    }
    xml.begin("a:rect");
    for (name, side) in [("l", "l"), ("t", "t"), ("r", "r"), ("b", "b")] {
        xml.attribute(name, side);
    }
    xml.end();
    xml.begin("a:pathLst");
    xml.begin("a:path");
    xml.attribute("w", &emu(rect.width()));
    xml.attribute("h", &emu(rect.height()));
    if !is_closed {
        xml.attribute("fill", "none");
    }
    for run in runs {
        for (place, point) in run.as_ref().iter().enumerate() {
            xml.begin(if place == 0 { "a:moveTo" } else { "a:lnTo" });
            xml.begin("a:pt");
            xml.attribute("x", &(units(point.x) - units(rect.x0)).to_string());
            xml.attribute("y", &(units(point.y) - units(rect.y0)).to_string());
            xml.end();
            xml.end();
        }
        if is_closed {
            empty(xml, "a:close");
        }
    }
    xml.end();
    xml.end();
    xml.end();
}

/// A fill that fades to the colour of a shape from that of the last of its steps, which is inside.
fn gradient(xml: &mut Xml, (shape, palest): (&Shape, Colour), steps: &[Shape]) {
    let full = steps.last().and_then(|step| step.fill).unwrap_or(palest);
    let outer = outline_box(&shape.outline);
    let inner = steps.last().map_or(outer, |step| outline_box(&step.outline));
    let is_round = matches!(shape.outline, Outline::Circle { .. });
    let is_upright = inner.width() == outer.width() && !is_round;
    let (from, to) = match is_upright {
        true => ([outer.y0, outer.y1], [inner.y0, inner.y1]),
        false => ([outer.x0, outer.x1], [inner.x0, inner.x1]),
    };
    let length = i64::from((from[1] - from[0]).max(1));
    let part = |length_to: Sub| 100_000 * i64::from(length_to) / length;
    let stops = match is_round {
        // From the middle outwards.
        true => vec![(0, full), (part(to[1] - to[0]), full), (100_000, palest)],
        false => ends(from, to, (palest, full), part),
    };
    xml.begin("a:gradFill");
    xml.begin("a:gsLst");
    for (at, colour) in stops {
        xml.begin("a:gs");
        xml.attribute("pos", &at.to_string());
        paint(xml, colour);
        xml.end();
    }
    xml.end();
    if is_round {
        xml.begin("a:path");
        xml.attribute("path", "circle");
        xml.begin("a:fillToRect");
        for side in ["l", "t", "r", "b"] {
            xml.attribute(side, "50000");
        }
        xml.end();
    } else {
        xml.begin("a:lin");
        xml.attribute("ang", if is_upright { "5400000" } else { "0" });
    }
    xml.end();
    xml.end();
}

/// The stops of a bar, of which each end fades or does not.
fn ends(
    from: [Sub; 2],
    to: [Sub; 2],
    (palest, full): (Colour, Colour),
    part: impl Fn(Sub) -> i64,
) -> Vec<(i64, Colour)> {
    let mut stops = Vec::new();
    if to[0] > from[0] {
        stops.push((0, palest));
    }
    stops.push((part(to[0] - from[0]), full));
    stops.push((part(to[1] - from[0]), full));
    if to[1] < from[1] {
        stops.push((100_000, palest));
    }
    stops
}
