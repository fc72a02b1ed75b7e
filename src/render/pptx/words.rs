//! Text boxes in the language of drawings: paragraphs of lines, each piece with its face and colour.

use super::shapes::{place, solid};
use super::slide::{Slide, empty};
use super::text_box::{BoxLine, TextBox, gap};
use crate::draw::{Anchor, Text};
use crate::geometry::{PX, Sub};
use crate::render::svg::parts;
use crate::render::xml::Xml;
use crate::text::{FaceId, Fonts, Weight};

/// The face that is asked for where the figure's own has no name.
const BUNDLED: &str = "Source Sans 3";

/// A text box that neither wraps nor changes its size.
pub(super) fn text_box(slide: &mut Slide<'_>, one: &TextBox) {
    let number = slide.number();
    slide.xml.begin("p:sp");
    slide.xml.begin("p:nvSpPr");
    slide.properties(&format!("text {number}"), None, one.link.as_deref());
    slide.xml.begin("p:cNvSpPr");
    slide.xml.attribute("txBox", "1");
    slide.xml.end();
    empty(&mut slide.xml, "p:nvPr");
    slide.xml.end();
    slide.xml.begin("p:spPr");
    slide.xml.begin("a:xfrm");
    place(&mut slide.xml, ("a:off", "a:ext"), &one.rect());
    slide.xml.end();
    slide.xml.begin("a:prstGeom");
    slide.xml.attribute("prst", "rect");
    empty(&mut slide.xml, "a:avLst");
    slide.xml.end();
    empty(&mut slide.xml, "a:noFill");
    slide.xml.end();
    slide.xml.begin("p:txBody");
    body(&mut slide.xml);
    let language = slide.picture.language.clone();
    let paper = Paper { fonts: &slide.picture.fonts, language: &language };
    for lines in one.lines.chunk_by(is_same_paragraph) {
        paper.paragraph(&mut slide.xml, one, lines);
    }
    slide.xml.end();
    slide.xml.end();
}

fn body(xml: &mut Xml) {
    xml.begin("a:bodyPr");
    xml.attribute("wrap", "none");
    for inset in ["lIns", "tIns", "rIns", "bIns"] {
        xml.attribute(inset, "0");
    }
    xml.attribute("anchor", "t");
    empty(xml, "a:noAutofit");
    xml.end();
    empty(xml, "a:lstStyle");
}

/// Whether a line goes on with the words of the one above: it is set alike, and as far below it.
fn is_same_paragraph(above: &BoxLine, line: &BoxLine) -> bool {
    let ([one], [next]) = (&above.texts[..], &line.texts[..]) else { return false };
    let is_alike = one.line.style == next.line.style && one.colour == next.colour;
    is_alike && (above.pitch - line.pitch).abs() <= PX / 2
}

/// What all text of a slide is set with.
struct Paper<'a> {
    fonts: &'a Fonts,
    language: &'a str,
}

impl Paper<'_> {
    /// Lines with breaks between them.
    fn paragraph(&self, xml: &mut Xml, one: &TextBox, lines: &[BoxLine]) {
        let Some(pitch) = lines.first().map(|line| line.pitch) else { return };
        xml.begin("a:p");
        xml.begin("a:pPr");
        let align = match one.anchor() {
            Anchor::Start => "l",
            Anchor::Middle => "ctr",
            Anchor::End => "r",
        };
        xml.attribute("algn", align);
        if one.first().is_some_and(|first| first.line.is_rtl) {
            xml.attribute("rtl", "1");
        }
        xml.begin("a:lnSpc");
        xml.begin("a:spcPts");
        xml.attribute("val", &hundredths_of_points(pitch).to_string());
        xml.end();
        xml.end();
        xml.end();
        for (place, line) in lines.iter().enumerate() {
            if place > 0 {
                xml.begin("a:br");
                if let Some(text) = line.texts.first() {
                    self.run_properties(xml, text, FaceId(0));
                }
                xml.end();
            }
            self.line(xml, line);
        }
        xml.end();
    }

    fn line(&self, xml: &mut Xml, line: &BoxLine) {
        for (place, text) in line.texts.iter().enumerate() {
            let before = place.checked_sub(1).and_then(|place| line.texts.get(place));
            let blanks = before.map_or(0, |before| blanks(before, text));
            for (number, (face, range)) in parts(&text.line).into_iter().enumerate() {
                let words = text.line.text.get(range).unwrap_or_default();
                let blanks = if number == 0 { " ".repeat(blanks) } else { String::new() };
                xml.begin("a:r");
                self.run_properties(xml, text, face);
                xml.leaf("a:t", &(blanks + words));
                xml.end();
            }
        }
    }

    fn run_properties(&self, xml: &mut Xml, text: &Text, face: FaceId) {
        xml.begin("a:rPr");
        if !self.language.is_empty() {
            xml.attribute("lang", self.language);
        }
        xml.attribute("sz", &hundredths_of_points(text.line.style.size).to_string());
        xml.attribute("b", if text.line.style.weight == Weight::Regular { "0" } else { "1" });
        solid(xml, text.colour);
        let is_own = self.fonts.is_own(face);
        // The weight is told by itself, so the name is that of the family.
        let name = self.fonts.face(if is_own { FaceId(0) } else { face }).family();
        let name = if name.is_empty() { BUNDLED } else { name };
        let scripts: &[&'static str] =
            if is_own { &["a:latin"] } else { &["a:latin", "a:ea", "a:cs"] };
        for script in scripts {
            xml.begin(script);
            xml.attribute("typeface", name);
            xml.end();
        }
        xml.end();
    }
}

/// How many blanks stand for the room between two texts of a line.
fn blanks(one: &Text, next: &Text) -> usize {
    // A blank is about a fifth of an em.
    let blank = (one.line.style.size.min(next.line.style.size) / 5).max(1);
    usize::try_from((gap(one, next) + blank / 2) / blank).unwrap_or(0)
}

/// A length in hundredths of a point, of which 75 are a CSS pixel; never more than it is.
fn hundredths_of_points(length: Sub) -> i64 {
    (i64::from(length) * 75).div_euclid(i64::from(PX)).max(100)
}
