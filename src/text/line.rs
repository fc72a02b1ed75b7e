//! One line of text, shaped item by item and measured.

use super::clean::clean;
use super::itemize::{self, TextItem};
use super::{Fonts, Line, Run, Style};
use crate::geometry::Sub;

impl Fonts {
    /// Shapes and measures one line. Line ends become blanks; characters that steer other text
    /// are left out, other control characters are made visible.
    pub fn line(&self, text: &str, style: Style) -> Line {
        let text = clean(&self.typeset(text)).replace('\n', " ");
        let is_rtl = itemize::is_rtl(&text);
        self.shape_line(text, style, is_rtl)
    }

    /// Shapes a line of clean text, of a paragraph that runs from right to left or not.
    pub(super) fn shape_line(&self, text: String, style: Style, is_rtl: bool) -> Line {
        let items = itemize::items(self, &text, style.weight, is_rtl);
        let runs: Vec<Run> = items.into_iter().map(|item| self.shape_item(&text, item)).collect();
        let width = runs.iter().map(|run| self.run_width(run, style.size)).sum();
        Line { text, style, is_rtl, runs, width }
    }

    pub(super) fn shape_item(&self, text: &str, item: TextItem) -> Run {
        let TextItem { range, script, is_rtl, face } = item;
        let mut glyphs = self.face(face).shape(&text[range.clone()], script, is_rtl);
        glyphs.iter_mut().for_each(|glyph| glyph.cluster += range.start);
        Run { face, range, is_latin: script == itemize::LATIN, glyphs }
    }

    /// Advance of a run, rounded up.
    pub(super) fn run_width(&self, run: &Run, size: Sub) -> Sub {
        let units: i64 = run.glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum();
        let em = i64::from(self.face(run.face).units_per_em());
        let width = (units * i64::from(size) + em - 1).div_euclid(em);
        Sub::try_from(width).unwrap_or(Sub::MAX / 4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{px, to_px};
    use crate::text::Weight;

    const STYLE: Style = Style { size: px(10.0), weight: Weight::Regular };

    #[test]
    fn a_line_is_as_wide_as_its_advances_and_kerned() {
        let fonts = Fonts::bundled();
        let wide = |text| to_px(fonts.line(text, STYLE).width);
        assert!((wide("2009") - 4.0 * wide("0")).abs() < 0.1, "figures are of one width");
        assert!(wide("AVAV") < 2.0 * wide("A") + 2.0 * wide("V"), "kerning is applied");
        let bold = Style { weight: Weight::SemiBold, ..STYLE };
        assert!(fonts.line("word", bold).width > fonts.line("word", STYLE).width);
    }

    #[test]
    fn controls_are_visible_and_overrides_gone() {
        let line = Fonts::bundled().line("a\u{1}b\u{202E}c\td\u{FFFE}", STYLE);
        assert_eq!(line.text, "a\u{FFFD}bc d\u{FFFD}");
    }
}
