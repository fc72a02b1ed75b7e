//! How far the letters of other scripts reach above and below the line.

use super::clean::clean;
use super::{FaceId, Fonts, PathStep, Run, Weight, itemize};
use std::collections::BTreeMap;

/// The highest and the lowest ink, in thousandths of an em from the baseline.
type InkExtent = [i64; 2];

/// What a face may ask for; no letter is higher than this, but a broken font may say so.
const MOST: i64 = 3000;

impl Fonts {
    /// How much height the lines of `text` need, in thousandths of an em, as far as they are set in
    /// other faces than those that the sizes of a figure are made for: in any of them, from the
    /// highest ink to the lowest. 0 if there is no such face.
    pub fn reach(&self, text: &str) -> i64 {
        let mut known = BTreeMap::new();
        let lines = text.lines().filter(|line| self.has_more() && !self.is_plain(line));
        let reach = lines.map(|line| {
            let runs = self.foreign(line);
            let [high, low] =
                runs.fold([0, 0], |ink, run| joined(ink, self.inked(&run, &mut known)));
            high - low
        });
        reach.max().unwrap_or(0).min(MOST)
    }

    fn inked(&self, run: &Run, known: &mut BTreeMap<(FaceId, u32), InkExtent>) -> InkExtent {
        let glyphs = run.glyphs.iter().map(|glyph| {
            let own = known.entry((run.face, glyph.id));
            let own = *own.or_insert_with(|| self.ink(run.face, glyph.id));
            own.map(|y| y + self.thousandths(run.face, glyph.dy.into()))
        });
        glyphs.fold([0, 0], joined)
    }

    /// The runs of a line that are set in faces brought along.
    fn foreign(&self, line: &str) -> impl Iterator<Item = Run> {
        let line = clean(line);
        let is_rtl = itemize::is_rtl(&line);
        let items = itemize::items(self, &line, Weight::Regular, is_rtl);
        let foreign = items.into_iter().filter(|item| self.is_brought(item.face));
        foreign.map(move |item| self.shape_item(&line, item))
    }

    fn ink(&self, face: FaceId, glyph: u32) -> InkExtent {
        let mut ink = [0.0_f32; 2];
        for step in self.face(face).outline(glyph) {
            let heights: &[f32] = match &step {
                PathStep::Move(_, y) | PathStep::Line(_, y) => &[*y],
                PathStep::Quad(_, a, _, y) => &[*a, *y],
                PathStep::Cubic(_, a, _, b, _, y) => &[*a, *b, *y],
                PathStep::Close => &[],
            };
            for &y in heights {
                ink = [ink[0].max(y), ink[1].min(y)];
            }
        }
        ink.map(|y| self.thousandths(face, y as i64))
    }

    fn thousandths(&self, face: FaceId, units: i64) -> i64 {
        (units * 1000 / i64::from(self.face(face).units_per_em())).clamp(-MOST, MOST)
    }
}

/// What two inks cover together.
fn joined(one: InkExtent, other: InkExtent) -> InkExtent {
    [one[0].max(other[0]), one[1].min(other[1])]
}
