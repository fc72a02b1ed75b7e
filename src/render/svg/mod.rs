//! The picture as SVG 1.1: presentation attributes, no script, no reference to anything outside.
//!
//! In: a picture. Out: a document that can also be pasted into a web page beside others, since
//! every id and the font's name carry a prefix of its own. How an element is escaped is left to
//! [`xml`], how a font is packed to [`font`].

mod font;
mod glyphs;
mod xml;

use super::glyph_positions::Clusters;
use super::{FormatEntry, RenderOptions};
use crate::draw::{Anchor, Group, Item, Outline, Picture, Shape, Stroke, Text};
use crate::error::{Error, Result, quoted};
use crate::geometry::{Point, Rect};
use crate::number::{px, type_size};
use crate::options::SvgText;
use crate::text::{FaceId, Line, Run, Weight};
use crate::theme::Colour;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use font::woff2;
use glyphs::Glyphs;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use xml::Xml;

/// This format in the list of all.
pub(super) const ENTRY: FormatEntry =
    FormatEntry { name: "svg", media_type: "image/svg+xml", is_text: true, encode };

/// Families asked for where no font is embedded or a viewer ignores it.
const FALLBACK: &str = "'Source Sans 3', 'Source Sans Pro', sans-serif";

/// The file.
fn encode(picture: &Picture, options: &RenderOptions) -> Result<Vec<u8>> {
    let prefix = match &options.id_prefix {
        Some(prefix) => checked(prefix)?,
        None => fingerprint(picture),
    };
    let mut xml = Xml::new();
    let page = SvgPage { picture, prefix: &prefix, svg_text: options.svg_text };
    root(&mut xml, &page);
    if page.svg_text == SvgText::Live {
        embed_fonts(&mut xml, &page)?;
    }
    let glyphs = page.has_outlines().then(|| {
        let is_outlined = |text: &Text| page.is_outlined(text);
        Glyphs::define(&mut xml, picture, &prefix, is_outlined)
    });
    dark_scheme(&mut xml, picture, &prefix);
    background(&mut xml, picture);
    items(&mut xml, &page, glyphs.as_ref());
    Ok(xml.finish().into_bytes())
}

/// What is written, and how.
struct SvgPage<'a> {
    picture: &'a Picture,
    prefix: &'a str,
    svg_text: SvgText,
}

impl SvgPage<'_> {
    /// Whether a text is written as outlines: where all are, and where a face has outlines that
    /// cannot be cut down to a font for the web.
    fn is_outlined(&self, text: &Text) -> bool {
        let is_whole = |run: &Run| !self.picture.fonts.face(run.face).is_truetype();
        self.svg_text == SvgText::Outlines || text.line.runs.iter().any(is_whole)
    }

    fn has_outlines(&self) -> bool {
        self.svg_text == SvgText::Outlines || texts(self.picture).any(|one| self.is_outlined(one))
    }

    /// The families that a face is asked for by; the bundled ones by those of the document.
    fn families(&self, face: FaceId) -> Option<String> {
        let fonts = &self.picture.fonts;
        if fonts.is_own(face) {
            return None;
        }
        let is_embedded = self.svg_text == SvgText::Live && fonts.face(face).is_truetype();
        let own = is_embedded.then(|| family(self.prefix, face));
        let name = Some(fonts.face(face).family()).filter(|name| !name.is_empty());
        let name = name.map(|name| ["'", name, "'"].concat());
        let families: Vec<String> =
            own.into_iter().chain(name).chain(["sans-serif".into()]).collect();
        Some(families.join(", "))
    }
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
    for colour in picture.dark_scheme.iter().flat_map(|(day, dark)| [day, dark]) {
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

fn root(xml: &mut Xml, page: &SvgPage<'_>) {
    let SvgPage { picture, prefix, svg_text } = *page;
    let (w, h) = (px(picture.size.w), px(picture.size.h));
    xml.begin("svg");
    if !picture.dark_scheme.is_empty() {
        xml.attribute("id", prefix);
    }
    xml.attribute("xmlns", "http://www.w3.org/2000/svg");
    let is_link = |item: &Item| matches!(item, Item::Open(group) if group.link.is_some());
    if page.has_outlines() || picture.items.iter().any(is_link) {
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
        SvgText::Live => {
            let own = family(prefix, FaceId(0));
            xml.attribute("font-family", &[&own, ", ", FALLBACK].concat());
        }
        SvgText::Outlines => xml.attribute("font-family", FALLBACK),
    }
    // A page that runs from right to left would turn the anchors of those that do not.
    if texts(picture).any(|text| text.line.is_rtl) {
        xml.attribute("direction", "ltr");
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

/// The family of an embedded subset: words that need no quotes in CSS. The bundled faces are
/// weights of one.
fn family(prefix: &str, face: FaceId) -> String {
    match face.0 {
        0 | 1 => ["Annals ", prefix].concat(),
        more => ["Annals ", prefix, "-f", &more.to_string()].concat(),
    }
}

/// One style element with a subset for each face and weight used.
fn embed_fonts(xml: &mut Xml, page: &SvgPage<'_>) -> Result<()> {
    let SvgPage { picture, prefix, .. } = *page;
    let used = used_characters(page);
    if used.is_empty() {
        return Ok(());
    }
    xml.begin("style");
    for ((weight, face), characters) in used {
        let font = STANDARD.encode(woff2(picture.fonts.face(face), &characters)?);
        let weight = css_weight(weight);
        xml.text("\n  @font-face{font-family:");
        xml.text(&[&family(prefix, face), ";font-weight:", weight, ";"].concat());
        xml.text(&["src:url(data:font/woff2;base64,", &font, ")}"].concat());
    }
    xml.text("\n ");
    xml.end();
    Ok(())
}

/// The characters set in each face of each weight, and the blank.
fn used_characters(page: &SvgPage<'_>) -> BTreeMap<(Weight, FaceId), BTreeSet<char>> {
    let mut used: BTreeMap<_, BTreeSet<char>> = BTreeMap::new();
    let live = texts(page.picture).filter(|text| !page.is_outlined(text));
    for line in live.map(|text| &text.line) {
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
fn dark_scheme(xml: &mut Xml, picture: &Picture, prefix: &str) {
    let mut rules = BTreeMap::new();
    for (property, day) in painted(picture) {
        if let Some((_, dark)) = picture.dark_scheme.iter().find(|(known, _)| *known == day) {
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

fn items(xml: &mut Xml, page: &SvgPage<'_>, glyphs: Option<&Glyphs<'_>>) {
    let outermost = xml.depth();
    for item in &page.picture.items {
        match item {
            Item::Open(group) => begin_group(xml, group),
            Item::Close if xml.depth() > outermost => xml.end(),
            Item::Close => {}
            Item::Shape(one) => shape(xml, one),
            Item::Text(one) => {
                let glyphs = glyphs.filter(|_| page.is_outlined(one));
                if let Some(glyphs) = glyphs {
                    glyphs.draw(xml, one);
                }
                text(xml, page, one, glyphs.is_none());
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
fn text(xml: &mut Xml, page: &SvgPage<'_>, text: &Text, is_visible: bool) {
    let Text { at, anchor, line, colour } = text;
    let parts = parts(line);
    xml.begin("text");
    xml.length("x", at.x);
    xml.length("y", at.y);
    if line.is_rtl {
        xml.attribute("direction", "rtl");
    }
    // Start and end are those of reading.
    match (anchor, line.is_rtl) {
        (Anchor::Start, false) | (Anchor::End, true) => {}
        (Anchor::Middle, _) => xml.attribute("text-anchor", "middle"),
        (Anchor::Start, true) | (Anchor::End, false) => xml.attribute("text-anchor", "end"),
    }
    if let [(face, _)] = parts[..]
        && let Some(families) = page.families(face)
    {
        xml.attribute("font-family", &families);
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
        // Joined letters must not be pulled apart by a viewer that has other ones.
        let is_own = parts.iter().all(|(face, _)| page.picture.fonts.is_own(*face));
        xml.attribute("lengthAdjust", if is_own { "spacing" } else { "spacingAndGlyphs" });
    }
    // Else runs of blanks would be drawn as one, and the letters pulled apart to make up for it.
    if line.text.contains("  ") {
        xml.attribute("xml:space", "preserve");
    }
    write_parts(xml, page, line, &parts);
    xml.end();
}

/// The text, those parts that are not in the face of the element each with their own.
fn write_parts(xml: &mut Xml, page: &SvgPage<'_>, line: &Line, parts: &[(FaceId, Range<usize>)]) {
    if parts.len() < 2 {
        return xml.text(&line.text);
    }
    for (face, range) in parts {
        let text = line.text.get(range.clone()).unwrap_or_default();
        match page.families(*face) {
            Some(families) => xml.span("tspan", ("font-family", &families), text),
            None => xml.text(text),
        }
    }
}

/// The parts of a line that are set in one face, in the order of reading.
fn parts(line: &Line) -> Vec<(FaceId, Range<usize>)> {
    let mut runs: Vec<&Run> = line.runs.iter().collect();
    runs.sort_by_key(|run| run.range.start);
    let mut parts: Vec<(FaceId, Range<usize>)> = Vec::new();
    for run in runs {
        match parts.last_mut().filter(|part| part.0 == run.face) {
            Some(part) => part.1.end = run.range.end,
            None => parts.push((run.face, run.range.clone())),
        }
    }
    parts
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
