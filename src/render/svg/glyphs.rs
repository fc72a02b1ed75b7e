//! Text of an SVG as outlines: each glyph is defined once and used wherever it occurs.
//!
//! In: a picture, then its texts one by one. Out: definitions in units of the face, and uses of
//! them by the references that older viewers know too. Knows nothing else of the document.

use crate::draw::{Item, Picture, Text};
use crate::geometry::PX;
use crate::number::{decimal, hundredths, px};
use crate::render::glyph_positions::{origins, runs};
use crate::render::xml::Xml;
use crate::text::{FaceId, Fonts, PathStep};
use std::collections::BTreeSet;

/// The glyphs that a document has defined.
pub(super) struct Glyphs<'a> {
    fonts: &'a Fonts,
    prefix: &'a str,
    /// Those that have an outline; blanks have none.
    inked: BTreeSet<(FaceId, u32)>,
}

impl<'a> Glyphs<'a> {
    /// Defines every glyph of those of the picture's texts that are to be outlined.
    pub(super) fn define(
        xml: &mut Xml,
        picture: &'a Picture,
        prefix: &'a str,
        is_outlined: impl Fn(&Text) -> bool,
    ) -> Self {
        let fonts = &picture.fonts;
        let mut glyphs = Self { fonts, prefix, inked: BTreeSet::new() };
        xml.begin("defs");
        for (face, glyph) in used(picture, is_outlined) {
            let outline = fonts.face(face).outline(glyph);
            if !outline.is_empty() {
                xml.begin("path");
                xml.attribute("id", &glyphs.id(face, glyph));
                xml.attribute("d", &path_data(&outline));
                xml.end();
                glyphs.inked.insert((face, glyph));
            }
        }
        xml.end();
        glyphs
    }

    /// Draws a text of the picture.
    pub(super) fn draw(&self, xml: &mut Xml, text: &Text) {
        for run in runs(self.fonts, text) {
            let em = i64::from(PX) * i64::from(self.fonts.face(run.face).units_per_em());
            let scale = decimal(i64::from(text.line.style.size), em, 8);
            xml.begin("g");
            let origin = [&hundredths(run.left), " ", &px(text.at.y)].concat();
            let flip = [&scale, " -", &scale].concat();
            xml.attribute("transform", &["translate(", &origin, ") scale(", &flip, ")"].concat());
            xml.attribute("fill", &text.colour.to_string());
            for (glyph, x, y) in origins(run.glyphs) {
                if self.inked.contains(&(run.face, glyph)) {
                    self.place(xml, (run.face, glyph), x, y);
                }
            }
            xml.end();
        }
    }

    fn place(&self, xml: &mut Xml, (face, glyph): (FaceId, u32), x: i64, y: i64) {
        xml.begin("use");
        xml.attribute("xlink:href", &["#", &self.id(face, glyph)].concat());
        xml.attribute("x", &x.to_string());
        if y != 0 {
            xml.attribute("y", &y.to_string());
        }
        xml.end();
    }

    fn id(&self, face: FaceId, glyph: u32) -> String {
        [self.prefix, "-f", &face.0.to_string(), "g", &glyph.to_string()].concat()
    }
}

fn used(picture: &Picture, is_outlined: impl Fn(&Text) -> bool) -> BTreeSet<(FaceId, u32)> {
    let mut used = BTreeSet::new();
    for item in &picture.items {
        let Item::Text(text) = item else { continue };
        if !is_outlined(text) {
            continue;
        }
        for run in &text.line.runs {
            used.extend(run.glyphs.iter().map(|glyph| (run.face, glyph.id)));
        }
    }
    used
}

/// The outline as the data of a path, in units of the face, y upwards.
fn path_data(outline: &[PathStep]) -> String {
    let mut data = String::new();
    for step in outline {
        match *step {
            PathStep::Move(x, y) => add_step(&mut data, 'M', &[x, y]),
            PathStep::Line(x, y) => add_step(&mut data, 'L', &[x, y]),
            PathStep::Quad(cx, cy, x, y) => add_step(&mut data, 'Q', &[cx, cy, x, y]),
            PathStep::Cubic(ax, ay, bx, by, x, y) => {
                add_step(&mut data, 'C', &[ax, ay, bx, by, x, y]);
            }
            PathStep::Close => data.push('Z'),
        }
    }
    data
}

fn add_step(data: &mut String, letter: char, numbers: &[f32]) {
    data.push(letter);
    for (index, &number) in numbers.iter().enumerate() {
        if index > 0 {
            data.push(' ');
        }
        data.push_str(&hundredths(f64::from(number)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_is_written_as_a_path() {
        let outline = [
            PathStep::Move(0.0, -1.0),
            PathStep::Line(10.5, 2.0),
            PathStep::Quad(1.0, 2.0, 3.0, 4.0),
            PathStep::Cubic(1.0, 2.0, 3.0, 4.0, 5.0, 6.0),
            PathStep::Close,
        ];
        assert_eq!(path_data(&outline), "M0 -1L10.5 2Q1 2 3 4C1 2 3 4 5 6Z");
    }
}
