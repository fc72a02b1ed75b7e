//! The picture as SVG 1.1: presentation attributes, no script, no reference to anything outside.
//!
//! In: a picture. Out: a document that can also be pasted into a web page beside others, since
//! every id and the font's name carry a prefix of its own. How an element is escaped is left to
//! [`super::xml`], how a font is packed to [`super::subset`].

use super::WriteOptions;
use super::place::Clusters;
use super::subset::woff2;
use super::uses::Glyphs;
use super::xml::Xml;
use crate::decimal::{px, type_size};
use crate::draw::{Anchor, Group, Item, Outline, Picture, Shape, Stroke, Text};
use crate::error::{Error, Result, quoted};
use crate::geom::{Point, Rect};
use crate::options::SvgText;
use crate::text::{FaceId, Weight};
use crate::theme::Colour;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::collections::{BTreeMap, BTreeSet};

/// Families asked for where no font is embedded or a viewer ignores it.
const FALLBACK: &str = "'Source Sans 3', 'Source Sans Pro', sans-serif";

/// The file.
pub(super) fn write(picture: &Picture, options: &WriteOptions) -> Result<Vec<u8>> {
    let prefix = match &options.id_prefix {
        Some(prefix) => checked(prefix)?,
        None => fingerprint(picture),
    };
    let mut xml = Xml::new();
    root(&mut xml, picture, &prefix, options.svg_text);
    let glyphs = match options.svg_text {
        SvgText::Live => {
            embed_fonts(&mut xml, picture, &prefix)?;
            None
        }
        SvgText::Outlines => Some(Glyphs::define(&mut xml, picture, &prefix)),
    };
    night(&mut xml, picture, &prefix);
    background(&mut xml, picture);
    items(&mut xml, picture, glyphs.as_ref());
    Ok(xml.finish().into_bytes())
}

/// A prefix that is a name in XML and in CSS.
fn checked(prefix: &str) -> Result<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if prefix.starts_with(|c: char| c.is_ascii_alphabetic()) && prefix.chars().all(is_name) {
        return Ok(prefix.to_owned());
    }
    let prefix = quoted(prefix);
    Err(Error::Options(format!(
        "the id prefix {prefix} is no name; use a letter, then letters, digits, - and _"
    )))
}

/// A prefix made from what the picture says and where, by FNV-1a. Figures that agree in all of
/// that have the same ids for the same things.
fn fingerprint(picture: &Picture) -> String {
    let mut hash = 0x811C_9DC5_u32;
    let mut add = |bytes: &[u8]| {
        for &byte in bytes {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    };
    for words in [&picture.title, &picture.description, &picture.language] {
        add(words.as_bytes());
    }
    add(&picture.size.w.to_le_bytes());
    add(&picture.size.h.to_le_bytes());
    for colour in picture.night.iter().flat_map(|(day, dark)| [day, dark]) {
        add(&[colour.r, colour.g, colour.b]);
    }
    for text in texts(picture) {
        add(&text.at.x.to_le_bytes());
        add(&text.at.y.to_le_bytes());
        add(text.line.text.as_bytes());
    }
    // An id begins with a letter.
    format!("a{hash:08x}")
}

fn texts(picture: &Picture) -> impl Iterator<Item = &Text> {
    picture.items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(text),
        _ => None,
    })
}

fn root(xml: &mut Xml, picture: &Picture, prefix: &str, svg_text: SvgText) {
    let (w, h) = (px(picture.size.w), px(picture.size.h));
    xml.begin("svg");
    if !picture.night.is_empty() {
        xml.attribute("id", prefix);
    }
    xml.attribute("xmlns", "http://www.w3.org/2000/svg");
    let is_link = |item: &Item| matches!(item, Item::Open(group) if group.link.is_some());
    if svg_text == SvgText::Outlines || picture.items.iter().any(is_link) {
        xml.attribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
    }
    xml.attribute("width", &w);
    xml.attribute("height", &h);
    xml.attribute("viewBox", &["0", "0", &w, &h].join(" "));
    if !picture.language.is_empty() {
        xml.attribute("lang", &picture.language);
        xml.attribute("xml:lang", &picture.language);
    }
    let (title, description) = ([prefix, "-title"].concat(), [prefix, "-desc"].concat());
    xml.attribute("role", "img");
    xml.attribute("aria-labelledby", &[title.as_str(), &description].join(" "));
    match svg_text {
        SvgText::Live => xml.attribute("font-family", &[&family(prefix), ", ", FALLBACK].concat()),
        SvgText::Outlines => xml.attribute("font-family", FALLBACK),
    }
    // Browsers then place letters between pixels, as they were measured.
    xml.attribute("text-rendering", "geometricPrecision");
    named(xml, "title", &title, &picture.title);
    named(xml, "desc", &description, &picture.description);
}

fn named(xml: &mut Xml, name: &'static str, id: &str, text: &str) {
    xml.begin(name);
    xml.attribute("id", id);
    xml.text(text);
    xml.end();
}

/// The family of the embedded subsets: two words, so that CSS needs no quotes.
fn family(prefix: &str) -> String {
    ["Annals ", prefix].concat()
}

/// One style element with a subset for each face and weight used.
fn embed_fonts(xml: &mut Xml, picture: &Picture, prefix: &str) -> Result<()> {
    let used = used_characters(picture);
    if used.is_empty() {
        return Ok(());
    }
    xml.begin("style");
    for ((weight, face), characters) in used {
        let font = STANDARD.encode(woff2(picture.fonts.face(face).data(), &characters)?);
        let weight = css_weight(weight);
        xml.text("\n  @font-face{font-family:");
        xml.text(&[&family(prefix), ";font-weight:", weight, ";"].concat());
        xml.text(&["src:url(data:font/woff2;base64,", &font, ")}"].concat());
    }
    xml.text("\n ");
    xml.end();
    Ok(())
}

/// The characters set in each face of each weight, and the blank. Where a weight has several
/// faces, each has only what is set in it, so that a browser finds the right one.
fn used_characters(picture: &Picture) -> BTreeMap<(Weight, FaceId), BTreeSet<char>> {
    let mut used: BTreeMap<_, BTreeSet<char>> = BTreeMap::new();
    for line in texts(picture).map(|text| &text.line) {
        let clusters = Clusters::of(line);
        for run in &line.runs {
            let characters = used.entry((line.style.weight, run.face)).or_default();
            characters.insert(' ');
            for glyph in &run.glyphs {
                let cluster = line.text.get(clusters.range(glyph.cluster));
                characters.extend(cluster.unwrap_or_default().chars());
            }
        }
    }
    used
}

fn css_weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Regular => "400",
        Weight::SemiBold => "600",
    }
}

/// One style element that changes the colours for readers who prefer a dark ground. Rules are
/// stronger than attributes; each is bound to this figure by its id. Only colours in use have one.
fn night(xml: &mut Xml, picture: &Picture, prefix: &str) {
    let mut rules = BTreeMap::new();
    for (property, day) in painted(picture) {
        if let Some((_, dark)) = picture.night.iter().find(|(known, _)| *known == day) {
            rules.entry((property, day)).or_insert(*dark);
        }
    }
    if rules.is_empty() {
        return;
    }
    xml.begin("style");
    xml.text("\n  @media (prefers-color-scheme:dark){");
    for ((property, day), dark) in rules {
        let (day, dark) = (day.to_string(), dark.to_string());
        xml.text(
            &["#", prefix, " [", property, "='", &day, "']{", property, ":", &dark, "}"].concat(),
        );
    }
    xml.text("}\n ");
    xml.end();
}

/// Every colour of the picture with the attribute that it stands in.
fn painted(picture: &Picture) -> impl Iterator<Item = (&'static str, Colour)> {
    let item = |item: &Item| match item {
        Item::Shape(shape) => {
            [shape.fill.map(|fill| ("fill", fill)), shape.stroke.map(|s| ("stroke", s.colour))]
        }
        Item::Text(text) => [Some(("fill", text.colour)), None],
        Item::Open(_) | Item::Close => [None, None],
    };
    let ground = picture.background.map(|ground| ("fill", ground));
    picture.items.iter().flat_map(item).flatten().chain(ground)
}

fn background(xml: &mut Xml, picture: &Picture) {
    let Some(colour) = picture.background else { return };
    xml.begin("rect");
    xml.attribute("class", "background");
    xml.length("width", picture.size.w);
    xml.length("height", picture.size.h);
    xml.attribute("fill", &colour.to_string());
    xml.end();
}

fn items(xml: &mut Xml, picture: &Picture, glyphs: Option<&Glyphs<'_>>) {
    let outermost = xml.depth();
    for item in &picture.items {
        match item {
            Item::Open(group) => begin_group(xml, group),
            Item::Close if xml.depth() > outermost => xml.end(),
            Item::Close => {}
            Item::Shape(one) => shape(xml, one),
            Item::Text(one) => {
                if let Some(glyphs) = glyphs {
                    glyphs.draw(xml, one);
                }
                text(xml, one, glyphs.is_none());
            }
        }
    }
}

fn begin_group(xml: &mut Xml, group: &Group) {
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
            xml.attribute("points", &list(points));
        }
        Outline::Lines(lines) => xml.attribute("d", &path(lines)),
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

fn path(lines: &[[Point; 2]]) -> String {
    let pair = |point: &Point| [px(point.x), " ".into(), px(point.y)].concat();
    lines.iter().flat_map(|[a, b]| ["M".into(), pair(a), "L".into(), pair(b)]).collect()
}

fn list(points: &[Point]) -> String {
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

/// The text as text; invisible where outlines show it, there to be found and copied.
fn text(xml: &mut Xml, text: &Text, is_visible: bool) {
    let Text { at, anchor, line, colour } = text;
    xml.begin("text");
    xml.length("x", at.x);
    xml.length("y", at.y);
    match anchor {
        Anchor::Start => {}
        Anchor::Middle => xml.attribute("text-anchor", "middle"),
        Anchor::End => xml.attribute("text-anchor", "end"),
    }
    xml.attribute("font-size", &type_size(line.style.size));
    if line.style.weight != Weight::Regular {
        xml.attribute("font-weight", css_weight(line.style.weight));
    }
    xml.attribute("fill", &colour.to_string());
    if !is_visible {
        xml.attribute("fill-opacity", "0");
    }
    if line.width > 0 {
        xml.length("textLength", line.width);
        xml.attribute("lengthAdjust", "spacing");
    }
    // Else runs of blanks would be drawn as one, and the letters pulled apart to make up for it.
    if line.text.contains("  ") {
        xml.attribute("xml:space", "preserve");
    }
    xml.text(&line.text);
    xml.end();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_is_a_name() {
        assert_eq!(checked("fig-1_a"), Ok("fig-1_a".to_owned()));
        for bad in ["", "1a", "-a", "a b", "a\"", "é", "a;b"] {
            assert!(matches!(checked(bad), Err(Error::Options(_))), "{bad:?}");
        }
    }
}
