//! Where the glyphs of a line stand, for the writers that place them one by one.
//!
//! In: a text of the picture. Out: its runs with their left ends in pixels, and the origins of
//! their glyphs in units of the face. Knows no format.

use crate::draw::Text;
use crate::geom::{PX, to_px};
use crate::text::{FaceId, Fonts, Glyph};

/// A run in its place.
pub(super) struct Placed<'a> {
    /// The face of its glyphs.
    pub(super) face: FaceId,
    /// Its glyphs.
    pub(super) glyphs: &'a [Glyph],
    /// Where it begins, in pixels.
    pub(super) left: f64,
    /// Pixels to a unit of the face.
    pub(super) unit: f64,
}

/// The runs of a text from left to right.
pub(super) fn runs<'a>(fonts: &'a Fonts, text: &'a Text) -> impl Iterator<Item = Placed<'a>> {
    let mut left = to_px(text.left());
    text.line.runs.iter().map(move |run| {
        let em = fonts.face(run.face).units_per_em();
        let unit = f64::from(text.line.style.size) / f64::from(PX * em);
        let placed = Placed { face: run.face, glyphs: &run.glyphs, left, unit };
        let advance: i64 = run.glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum();
        left += advance as f64 * unit;
        placed
    })
}

/// The number of each glyph and its origin: right of the run's beginning, and above the baseline.
pub(super) fn origins(glyphs: &[Glyph]) -> impl Iterator<Item = (u32, i64, i64)> {
    let mut pen = 0;
    glyphs.iter().map(move |glyph| {
        let origin = (glyph.id, pen + i64::from(glyph.dx), i64::from(glyph.dy));
        pen += i64::from(glyph.advance);
        origin
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::Anchor;
    use crate::geom::{Point, px};
    use crate::text::{Style, Weight};
    use crate::theme::Colour;

    #[test]
    fn runs_follow_each_other_and_glyphs_follow_their_advances() {
        let fonts = Fonts::bundled();
        let style = Style { size: px(10.0), weight: Weight::Regular };
        let mut line = fonts.line("ab", style);
        line.runs.push(line.runs[0].clone());
        let at = Point::new(px(5.0), px(20.0));
        let text = Text { at, anchor: Anchor::Start, line, colour: Colour::WHITE };
        let placed: Vec<_> = runs(&fonts, &text).collect();
        let glyphs = placed[0].glyphs;
        assert_eq!(placed[0].left, 5.0);
        let advance = f64::from(glyphs[0].advance + glyphs[1].advance) * placed[0].unit;
        assert_eq!(placed[1].left, 5.0 + advance);
        assert!((placed[0].unit - 0.01).abs() < 1e-9, "a face of 1000 units at 10 px");
        let second = origins(glyphs).nth(1).map(|(_, x, y)| (x, y));
        assert_eq!(second, Some((i64::from(glyphs[0].advance), 0)));
    }
}
