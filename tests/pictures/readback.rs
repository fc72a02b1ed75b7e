//! An SVG that annals wrote, read back into a picture, to be drawn as pixels.

use crate::xml::{Element, elements};
use annals::draw::{Anchor, Item, Outline, Picture, Shape, Stroke, Text};
use annals::geometry::{Point, Rect, Size, Sub, px};
use annals::text::{Fonts, Style, Weight};
use annals::theme::{Colour, Theme};

/// The picture that an SVG of the bundled fonts shows.
pub(crate) fn picture(svg: &str) -> Result<Picture, String> {
    let elements = elements(svg)?;
    let root = elements.first().ok_or("no root")?;
    let mut ink = Colour::hex(0);
    let mut items = Vec::new();
    for element in &elements {
        // Outlines come before the text that is laid over them, in its colour.
        if element.name == "g" && element.get("transform").is_some() {
            ink = fill(element)?.unwrap_or(ink);
        } else if !is_unseen(element) {
            items.push(item(element, ink)?);
        }
    }
    Ok(Picture {
        size: Size::new(length(root, "width")?, length(root, "height")?),
        title: String::new(),
        page: String::new(),
        description: String::new(),
        language: "en".into(),
        background: None,
        fonts: Fonts::bundled(),
        dark_scheme: Vec::new(),
        theme: Theme::LIGHT,
        heading: String::new(),
        events: Vec::new(),
        behind: Vec::new(),
        others: Vec::new(),
        items,
    })
}

fn is_unseen(element: &Element) -> bool {
    let is_empty = element.get("fill") == Some("none") && element.get("stroke").is_none();
    let is_glyph = element.name == "path" && element.get("id").is_some();
    let names = ["svg", "g", "a", "title", "desc", "style", "defs", "use"];
    is_empty || is_glyph || names.contains(&element.name.as_str())
}

/// What an element draws; a text in the colour of its outlines, unless it is drawn itself.
fn item(element: &Element, ink: Colour) -> Result<Item, String> {
    let outline = match element.name.as_str() {
        "text" => return text(element, ink).map(Item::Text),
        "rect" => {
            let [x, y] = ["x", "y"].map(|name| length(element, name).unwrap_or(0));
            let size = Size::new(length(element, "width")?, length(element, "height")?);
            Outline::Rect(Rect::from_origin_size(Point::new(x, y), size))
        }
        "circle" => Outline::Circle {
            centre: Point::new(length(element, "cx")?, length(element, "cy")?),
            radius: length(element, "r")?,
        },
        "polygon" => Outline::Polygon(points(value(element, "points")?)?),
        "polyline" => Outline::Polyline(points(value(element, "points")?)?),
        "path" => Outline::Lines(lines(value(element, "d")?)?),
        other => return Err(format!("the element {other} is not read back")),
    };
    let (fill, stroke) = (fill(element)?, stroke(element)?);
    Ok(Item::Shape(Shape { class: "", outline, fill, stroke }))
}

fn text(element: &Element, ink: Colour) -> Result<Text, String> {
    let is_bold = element.get("font-weight").is_some();
    let weight = if is_bold { Weight::SemiBold } else { Weight::Regular };
    let style = Style { size: length(element, "font-size")?, weight };
    Ok(Text {
        at: Point::new(length(element, "x")?, length(element, "y")?),
        anchor: match element.get("text-anchor") {
            Some("middle") => Anchor::Middle,
            Some("end") => Anchor::End,
            _ => Anchor::Start,
        },
        line: Fonts::bundled().line(&element.text, style),
        colour: colour(element.get("fill").unwrap_or("none"))?.unwrap_or(ink),
    })
}

fn value<'a>(element: &'a Element, name: &str) -> Result<&'a str, String> {
    element.get(name).ok_or_else(|| format!("a {} without {name}", element.name))
}

fn number(text: &str) -> Result<Sub, String> {
    text.parse().map(px).map_err(|_| format!("the number {text:?}"))
}

fn length(element: &Element, name: &str) -> Result<Sub, String> {
    number(value(element, name)?)
}

fn fill(element: &Element) -> Result<Option<Colour>, String> {
    colour(element.get("fill").unwrap_or("#000000"))
}

fn stroke(element: &Element) -> Result<Option<Stroke>, String> {
    let colour = colour(element.get("stroke").unwrap_or("none"))?;
    let width = length(element, "stroke-width").unwrap_or(px(1.0));
    Ok(colour.map(|colour| Stroke { colour, width }))
}

/// A colour in six digits, or none.
fn colour(text: &str) -> Result<Option<Colour>, String> {
    if text == "none" {
        return Ok(None);
    }
    let digits = text.strip_prefix('#').ok_or_else(|| format!("the colour {text}"))?;
    u32::from_str_radix(digits, 16).map(|rgb| Some(Colour::hex(rgb))).map_err(|e| e.to_string())
}

fn points(text: &str) -> Result<Vec<Point>, String> {
    let point = |pair: &str| {
        let (x, y) = pair.split_once(',').ok_or_else(|| format!("the point {pair}"))?;
        Ok(Point::new(number(x)?, number(y)?))
    };
    text.split_whitespace().map(point).collect()
}

/// The lines of a path, each a move and a line.
fn lines(text: &str) -> Result<Vec<[Point; 2]>, String> {
    let line = |part: &str| {
        let (from, to) = part.split_once('L').ok_or_else(|| format!("the path {part}"))?;
        let ends = points(&format!("{} {}", from.replace(' ', ","), to.replace(' ', ",")))?;
        <[Point; 2]>::try_from(ends).map_err(|_| format!("the path {part}"))
    };
    text.split('M').skip(1).map(line).collect()
}

/// Read back, every picture of the gallery has the size and as many texts as it is written with.
#[test]
fn what_annals_writes_is_read_back() {
    for path in crate::gallery::files("output/gallery", ".svg") {
        let svg = std::fs::read_to_string(std::path::Path::new(crate::gallery::ROOT).join(&path))
            .unwrap();
        let picture = picture(&svg).unwrap_or_else(|why| panic!("{path}: {why}"));
        let texts = picture.items.iter().filter(|item| matches!(item, Item::Text(_))).count();
        assert_eq!(texts, svg.matches("<text ").count(), "{path}");
        assert!(svg.contains(&format!(
            "viewBox=\"0 0 {} {}\"",
            picture.size.w / 64,
            picture.size.h / 64
        )));
    }
}
