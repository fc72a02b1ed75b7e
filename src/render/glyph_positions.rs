//! Where the glyphs of a line are, for the encoders that place them one by one.
//!
//! In: a text of the picture. Out: its runs with their left ends in pixels, the origins of their
//! glyphs in units of the face, and the characters that each glyph represents. Knows no format.

use crate::draw::Text;
use crate::geometry::{PX, to_px};
use crate::text::{FaceId, Fonts, Glyph, Line};
use std::collections::BTreeSet;
use std::ops::Range;

/// A run in its place.
pub(super) struct PlacedRun<'a> {
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
pub(super) fn runs<'a>(fonts: &'a Fonts, text: &'a Text) -> impl Iterator<Item = PlacedRun<'a>> {
    let mut left = to_px(text.left());
    text.line.runs.iter().map(move |run| {
        let em = fonts.face(run.face).units_per_em();
        let unit = f64::from(text.line.style.size) / f64::from(PX * em);
        let placed = PlacedRun { face: run.face, glyphs: &run.glyphs, left, unit };
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

/// The clusters of a line: runs of characters that its glyphs represent together.
pub(super) struct Clusters(BTreeSet<usize>);

impl Clusters {
    /// The clusters of all runs of `line`.
    pub(super) fn of(line: &Line) -> Self {
        let glyphs = line.runs.iter().flat_map(|run| &run.glyphs);
        let starts = glyphs.map(|glyph| glyph.cluster);
        Self(starts.chain([line.text.len()]).collect())
    }

    /// The bytes of the cluster that begins at `start`.
    pub(super) fn range(&self, start: usize) -> Range<usize> {
        start..self.0.range(start + 1..).next().copied().unwrap_or(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::Anchor;
    use crate::geometry::{Point, px};
    use crate::text::{Style, Weight};
    use crate::theme::Colour;

    const STYLE: Style = Style { size: px(10.0), weight: Weight::Regular };

    #[test]
    fn a_cluster_ends_where_the_next_begins_in_whatever_run() {
        let line = Fonts::bundled().line("aé b", STYLE);
        let clusters = Clusters::of(&line);
        let ranges: Vec<_> =
            line.runs[0].glyphs.iter().map(|glyph| clusters.range(glyph.cluster)).collect();
        assert_eq!(ranges, [0..1, 1..3, 3..4, 4..5]);
        let mut split = line.clone();
        let tail = split.runs[0].glyphs.split_off(2);
        let (first, face) = (split.runs[0].clone(), FaceId(1));
        split.runs.push(crate::text::Run { face, glyphs: tail, ..first });
        assert_eq!(Clusters::of(&split).range(1), 1..3);
    }

    #[test]
    fn runs_follow_each_other_and_glyphs_follow_their_advances() {
        let fonts = Fonts::bundled();
        let mut line = fonts.line("ab", STYLE);
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
