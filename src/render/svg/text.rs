//! Lines of text as text elements, each as long as it was measured.

use super::SvgPage;
use super::style::css_weight;
use crate::draw::{Anchor, Text};
use crate::number::type_size;
use crate::render::xml::Xml;
use crate::text::{FaceId, Line, Run, Weight};
use std::ops::Range;

/// The text as text; invisible where outlines show it, there to be found and copied.
pub(super) fn text(xml: &mut Xml, page: &SvgPage<'_>, text: &Text, is_visible: bool) {
    let line = &text.line;
    let parts = parts(line);
    xml.begin("text");
    xml.length("x", text.at.x);
    xml.length("y", text.at.y);
    direction(xml, text.anchor, line.is_rtl);
    if let [(face, _)] = parts[..]
        && let Some(families) = page.families(face)
    {
        xml.attribute("font-family", &families);
    }
    xml.attribute("font-size", &type_size(line.style.size));
    if line.style.weight != Weight::Regular {
        xml.attribute("font-weight", css_weight(line.style.weight));
    }
    match is_visible {
        true => xml.attribute("fill", &text.colour.to_string()),
        false => xml.attribute("fill-opacity", "0"),
    }
    width(xml, page, line, &parts);
    write_parts(xml, page, line, &parts);
    xml.end();
}

/// The direction of a line, and which of its ends is at the place of the element.
fn direction(xml: &mut Xml, anchor: Anchor, is_rtl: bool) {
    if is_rtl {
        xml.attribute("direction", "rtl");
    }
    // Start and end are those of reading.
    match (anchor, is_rtl) {
        (Anchor::Start, false) | (Anchor::End, true) => {}
        (Anchor::Middle, _) => xml.attribute("text-anchor", "middle"),
        (Anchor::Start, true) | (Anchor::End, false) => xml.attribute("text-anchor", "end"),
    }
}

/// The measured width of a line, which every viewer keeps.
fn width(xml: &mut Xml, page: &SvgPage<'_>, line: &Line, parts: &[(FaceId, Range<usize>)]) {
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
pub(crate) fn parts(line: &Line) -> Vec<(FaceId, Range<usize>)> {
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
