//! The items of a picture as elements, in the order of drawing.

use super::SvgPage;
use super::glyphs::Glyphs;
use super::text::text;
use crate::draw::{Group, Item, Outline, Picture, Shape, Stroke};
use crate::geometry::{Point, Rect};
use crate::number::px;
use crate::options::SvgText;
use crate::render::xml::Xml;
use crate::theme::Colour;

pub(super) fn background(xml: &mut Xml, picture: &Picture) {
    let Some(colour) = picture.background else { return };
    xml.begin("rect");
    xml.attribute("class", "background");
    xml.length("width", picture.size.w);
    xml.length("height", picture.size.h);
    xml.attribute("fill", &colour.to_string());
    xml.end();
}

pub(super) fn items(xml: &mut Xml, page: &SvgPage<'_>, glyphs: Option<&Glyphs<'_>>) {
    let outermost = xml.depth();
    for item in &page.picture.items {
        match item {
            Item::Open(group) => begin_group(xml, page, group),
            Item::Close if xml.depth() > outermost => xml.end(),
            Item::Close => {}
            Item::Shape(one) => shape(xml, one),
            Item::Text(one) => {
                let glyphs = glyphs.filter(|_| page.is_outlined(one));
                if let Some(glyphs) = glyphs {
                    glyphs.draw(xml, one);
                }
                if page.svg_text != SvgText::None {
                    text(xml, page, one, glyphs.is_none());
                }
            }
        }
    }
}

fn begin_group(xml: &mut Xml, page: &SvgPage<'_>, group: &Group) {
    xml.begin(if group.link.is_some() { "a" } else { "g" });
    class(xml, group.class);
    if let Some(link) = &group.link {
        // The first is read by viewers of SVG 2, the second by those of 1.1.
        xml.attribute("href", link);
        xml.attribute("xlink:href", link);
    }
    for (name, value) in &group.data {
        xml.attribute(&["data-", name].concat(), value);
    }
    (page.remark)(xml, group);
    if let Some(title) = &group.title {
        xml.leaf("title", title);
    }
}

fn class(xml: &mut Xml, class: &str) {
    if !class.is_empty() {
        xml.attribute("class", class);
    }
}

fn shape(xml: &mut Xml, shape: &Shape) {
    xml.begin(match shape.outline {
        Outline::Rect(_) => "rect",
        Outline::Polyline(_) => "polyline",
        Outline::Polygon(_) => "polygon",
        Outline::Circle { .. } => "circle",
        Outline::Lines(_) => "path",
    });
    class(xml, shape.class);
    match &shape.outline {
        Outline::Rect(rect) => rectangle(xml, rect),
        Outline::Polyline(points) | Outline::Polygon(points) => {
            xml.attribute("points", &point_list(points));
        }
        Outline::Lines(lines) => xml.attribute("d", &line_data(lines)),
        Outline::Circle { centre, radius } => {
            xml.length("cx", centre.x);
            xml.length("cy", centre.y);
            xml.length("r", *radius);
        }
    }
    paint(xml, shape.fill, shape.stroke);
    xml.end();
}

fn rectangle(xml: &mut Xml, rect: &Rect) {
    xml.length("x", rect.x0);
    xml.length("y", rect.y0);
    xml.length("width", rect.width().max(0));
    xml.length("height", rect.height().max(0));
}

fn line_data(lines: &[[Point; 2]]) -> String {
    let mut data = String::new();
    for [a, b] in lines {
        for (letter, end) in [("M", a), ("L", b)] {
            data.extend([letter, &px(end.x), " ", &px(end.y)]);
        }
    }
    data
}

fn point_list(points: &[Point]) -> String {
    let pairs = points.iter().map(|point| [px(point.x), px(point.y)].join(","));
    pairs.collect::<Vec<_>>().join(" ")
}

fn paint(xml: &mut Xml, fill: Option<Colour>, stroke: Option<Stroke>) {
    let fill = fill.map_or("none".to_owned(), |colour| colour.to_string());
    xml.attribute("fill", &fill);
    if let Some(stroke) = stroke {
        xml.attribute("stroke", &stroke.colour.to_string());
        xml.length("stroke-width", stroke.width);
    }
}
