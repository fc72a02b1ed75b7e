//! The style elements: fonts embedded in the document, and colours for readers who prefer a dark
//! ground.

use super::font::woff2;
use super::{SvgPage, family, texts};
use crate::draw::{Item, Picture};
use crate::error::Result;
use crate::render::glyph_positions::Clusters;
use crate::render::xml::Xml;
use crate::text::{FaceId, Fonts, Line, Weight};
use crate::theme::Colour;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::collections::{BTreeMap, BTreeSet};

/// One style element with a subset for each face and weight used.
pub(super) fn embed_fonts(xml: &mut Xml, page: &SvgPage<'_>) -> Result<()> {
    let used = used_characters(page);
    if used.is_empty() {
        return Ok(());
    }
    xml.begin("style");
    for rule in font_rules(page.prefix, &page.picture.fonts, &used)? {
        xml.text(&["\n  ", &rule].concat());
    }
    xml.text("\n ");
    xml.end();
    Ok(())
}

/// A rule of CSS for each face and weight, with a subset of the face.
pub(crate) fn font_rules(
    prefix: &str,
    fonts: &Fonts,
    used: &UsedCharacters,
) -> Result<Vec<String>> {
    let rule = |(&(weight, face), characters): (&(Weight, FaceId), &BTreeSet<char>)| {
        let font = STANDARD.encode(woff2(fonts.face(face), characters)?);
        let family = family(prefix, face);
        let head = ["@font-face{font-family:", &family, ";font-weight:", css_weight(weight), ";"];
        Ok([&head.concat(), "src:url(data:font/woff2;base64,", &font, ")}"].concat())
    };
    used.iter().map(rule).collect()
}

/// The characters set in each face of each weight, and the blank.
pub(super) fn used_characters(page: &SvgPage<'_>) -> UsedCharacters {
    let mut used = UsedCharacters::new();
    let live = texts(page.picture).filter(|text| !page.is_outlined(text));
    live.for_each(|text| add_characters(&mut used, &text.line));
    used
}

/// The characters set in each face of each weight.
pub(crate) type UsedCharacters = BTreeMap<(Weight, FaceId), BTreeSet<char>>;

/// Adds the characters of a line, and the blank.
pub(crate) fn add_characters(used: &mut UsedCharacters, line: &Line) {
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

pub(super) fn css_weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Regular => "400",
        Weight::SemiBold => "600",
    }
}

/// One style element that changes the colours for readers who prefer a dark ground. Rules are
/// stronger than attributes; each is bound to this figure by its id. Only colours in use have one.
pub(super) fn dark_scheme(xml: &mut Xml, picture: &Picture, prefix: &str) {
    let rules = dark_rules(picture, &["#", prefix].concat());
    if rules.is_empty() {
        return;
    }
    xml.begin("style");
    xml.text("\n  @media (prefers-color-scheme:dark){");
    rules.iter().for_each(|rule| xml.text(rule));
    xml.text("}\n ");
    xml.end();
}

/// A rule of CSS for each colour in use below `scope` that is another one on a dark ground.
pub(crate) fn dark_rules(picture: &Picture, scope: &str) -> BTreeSet<String> {
    let mut rules = BTreeSet::new();
    for (property, light) in paints(picture) {
        if let Some((_, dark)) = picture.dark_scheme.iter().find(|(known, _)| *known == light) {
            let (light, dark) = (light.to_string(), dark.to_string());
            let rule = [scope, " [", property, "='", &light, "']{", property, ":", &dark, "}"];
            rules.insert(rule.concat());
        }
    }
    rules
}

/// Every colour of the picture with the attribute that it is the value of.
fn paints(picture: &Picture) -> impl Iterator<Item = (&'static str, Colour)> {
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
