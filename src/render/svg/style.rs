//! The style elements: fonts embedded in the document, and colours for readers who prefer a dark
//! ground.

use super::font::woff2;
use super::xml::Xml;
use super::{SvgPage, family, texts};
use crate::draw::{Item, Picture};
use crate::error::Result;
use crate::render::glyph_positions::Clusters;
use crate::text::{FaceId, Weight};
use crate::theme::Colour;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::collections::{BTreeMap, BTreeSet};

/// One style element with a subset for each face and weight used.
pub(super) fn embed_fonts(xml: &mut Xml, page: &SvgPage<'_>) -> Result<()> {
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

pub(super) fn css_weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Regular => "400",
        Weight::SemiBold => "600",
    }
}

/// One style element that changes the colours for readers who prefer a dark ground. Rules are
/// stronger than attributes; each is bound to this figure by its id. Only colours in use have one.
pub(super) fn dark_scheme(xml: &mut Xml, picture: &Picture, prefix: &str) {
    let mut rules = BTreeMap::new();
    for (property, light) in paints(picture) {
        if let Some((_, dark)) = picture.dark_scheme.iter().find(|(known, _)| *known == light) {
            rules.entry((property, light)).or_insert(*dark);
        }
    }
    if rules.is_empty() {
        return;
    }
    xml.begin("style");
    xml.text("\n  @media (prefers-color-scheme:dark){");
    for ((property, light), dark) in rules {
        let (light, dark) = (light.to_string(), dark.to_string());
        xml.text(
            &["#", prefix, " [", property, "='", &light, "']{", property, ":", &dark, "}"].concat(),
        );
    }
    xml.text("}\n ");
    xml.end();
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
