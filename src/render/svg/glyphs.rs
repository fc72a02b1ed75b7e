//! Text of an SVG as outlines: each glyph is defined once and used wherever it occurs.
//!
//! In: a picture, then its texts one by one. Out: definitions in units of the face, and uses of
//! them by the references that older viewers know too. Knows nothing else of the document.
//!
//! Uses, as a path of its own for each line would make a file three times as large. Matplotlib writes
//! its text in the same elements, so that they are what the makers of viewers have long met.

use crate::draw::{Item, Picture, Text};
use crate::geometry::PX;
use crate::number::{decimal, hundredths, push_hundredths, px};
use crate::render::glyph_positions::{origins, runs};
use crate::render::xml::Xml;
use crate::text::{FaceId, Fonts, PathStep};
use std::collections::{BTreeMap, BTreeSet};

/// The glyphs that a document has defined.
pub(super) struct Glyphs<'a> {
    fonts: &'a Fonts,
    /// The references to those that have an outline; blanks have none.
    references: BTreeMap<(FaceId, u32), String>,
}

impl<'a> Glyphs<'a> {
    /// Defines every glyph of those of the picture's texts that are to be outlined.
    pub(super) fn define(
        xml: &mut Xml,
        picture: &'a Picture,
        prefix: &str,
        is_outlined: impl Fn(&Text) -> bool,
    ) -> Self {
        let fonts = &picture.fonts;
        let mut references = BTreeMap::new();
        xml.begin("defs");
        for (face, glyph) in used(picture, is_outlined) {
            let outline = fonts.face(face).outline(glyph);
            if !outline.is_empty() {
                let reference = ["#", prefix, "-", &references.len().to_string()].concat();
                xml.begin("path");
                xml.attribute("id", &reference[1..]);
                xml.attribute("d", &path_data(&outline));
                xml.end();
                references.insert((face, glyph), reference);
            }
        }
        xml.end();
        Self { fonts, references }
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
                if let Some(reference) = self.references.get(&(run.face, glyph)) {
                    place(xml, reference, x, y);
                }
            }
            xml.end();
        }
    }
}

fn place(xml: &mut Xml, reference: &str, x: i64, y: i64) {
    let (x, y) = (("x", x.to_string()), ("y", y.to_string()));
    let places = if y.1 == "0" { &[x][..] } else { &[x, y] };
    xml.inline("use", ("xlink:href", reference), places);
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

/// Letters of one step of a path, of most faces.
const STEP: usize = 16;

/// The outline as the data of a path, in units of the face, y upwards.
fn path_data(outline: &[PathStep]) -> String {
    let mut data = String::with_capacity(STEP * outline.len());
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
        push_hundredths(data, f64::from(number));
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
