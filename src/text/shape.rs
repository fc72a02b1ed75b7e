//! Text shaped once and broken as often as needed.
//!
//! Lines are cut out of the glyphs of the whole paragraph where its face says that a cut changes
//! nothing, and shaped anew where it would.

use super::clean::clean;
use super::line_break::{self, Measured};
use super::{Fonts, Glyph, Line, Run, Style, itemize};
use crate::geometry::Sub;
use std::ops::Range;
use std::sync::Arc;

impl Fonts {
    /// Breaks `text` into lines no wider than `measure` where words allow it, of even length and
    /// as few as possible. Line ends in the text stand; a word that is too long is cut between
    /// characters. No text gives no line.
    pub fn wrap(&self, text: &str, style: Style, measure: Sub) -> Vec<Line> {
        self.shape(text, style).lines(self, measure)
    }

    /// Shapes `text` once, to be broken to any measure.
    pub fn shape(&self, text: &str, style: Style) -> Shaped {
        let text = clean(&self.typeset(text));
        let paragraphs = text.lines().map(str::trim).filter(|line| !line.is_empty());
        Shaped::new(
            self,
            paragraphs.map(|line| self.shape_line(line.to_owned(), style, itemize::is_rtl(line))),
        )
    }
}

/// A text, shaped. Cloning is cheap.
#[derive(Clone, Debug)]
pub struct Shaped {
    fonts: Fonts,
    paragraphs: Arc<[ShapedParagraph]>,
}

/// A paragraph on one line.
#[derive(Clone, Debug)]
struct ShapedParagraph {
    line: Line,
    measured: Measured,
    /// Whether it is one Latin run: a part of it is then of the same script and face by itself,
    /// and its glyphs stand in the order of their clusters.
    is_simple: bool,
}

/// Where a text is broken: for each of its paragraphs the bytes of each line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breaks {
    lines: Vec<Vec<Range<usize>>>,
    /// Width of the widest line.
    pub width: Sub,
}

impl Breaks {
    /// How many lines there are.
    pub fn count(&self) -> usize {
        self.lines.iter().map(Vec::len).sum()
    }
}

impl Shaped {
    fn new(fonts: &Fonts, paragraphs: impl Iterator<Item = Line>) -> Self {
        let whole = |line: Line| ShapedParagraph {
            measured: Measured::new(line.text.clone(), &advances(fonts, &line)),
            is_simple: is_simple(&line),
            line,
        };
        Self { fonts: fonts.clone(), paragraphs: paragraphs.map(whole).collect() }
    }

    /// The fewest and most even lines no wider than `measure`, where words allow it.
    pub fn breaks(&self, measure: Sub) -> Breaks {
        let lines: Vec<Vec<Range<usize>>> = self
            .paragraphs
            .iter()
            .map(|whole| line_break::lines(&whole.measured, measure))
            .collect();
        let widths = self
            .paragraphs
            .iter()
            .zip(&lines)
            .flat_map(|(whole, lines)| lines.iter().map(|line| whole.width(&self.fonts, line)));
        Breaks { width: widths.max().unwrap_or(0), lines }
    }

    /// Width of the widest word, or other part without a place to break.
    pub fn widest_word(&self) -> Sub {
        let words = self.paragraphs.iter().map(|whole| whole.measured.widest_word());
        Sub::try_from(words.max().unwrap_or(0)).unwrap_or(Sub::MAX)
    }

    /// The lines at `breaks`.
    pub fn broken(&self, fonts: &Fonts, breaks: &Breaks) -> Vec<Line> {
        let paragraphs = self.paragraphs.iter().zip(&breaks.lines);
        paragraphs
            .flat_map(|(whole, lines)| -> Vec<Line> {
                lines.iter().map(|line| whole.cut(fonts, line)).collect()
            })
            .collect()
    }

    /// The lines set to `measure`.
    pub fn lines(&self, fonts: &Fonts, measure: Sub) -> Vec<Line> {
        self.broken(fonts, &self.breaks(measure))
    }
}

/// The advance of the clusters that begin at each byte of a line, in sub-pixels, rounded up.
fn advances(fonts: &Fonts, line: &Line) -> Vec<i64> {
    let mut advances = vec![0_i64; line.text.len()];
    for run in &line.runs {
        let em = i64::from(fonts.face(run.face).units_per_em());
        // The rounding of many glyphs does not add up.
        let (mut units, mut before) = (0, 0);
        for glyph in &run.glyphs {
            units += i64::from(glyph.advance) * i64::from(line.style.size);
            let width = (units + em - 1).div_euclid(em);
            advances[glyph.cluster] += width - before;
            before = width;
        }
    }
    advances
}

/// See [`ShapedParagraph::is_simple`].
fn is_simple(line: &Line) -> bool {
    let is_rising = |run: &Run| run.glyphs.is_sorted_by_key(|glyph| glyph.cluster);
    matches!(&line.runs[..], [run] if run.is_latin && !line.is_rtl && is_rising(run))
}

impl ShapedParagraph {
    /// The width of the line of these bytes, as it will be drawn.
    fn width(&self, fonts: &Fonts, line: &Range<usize>) -> Sub {
        let range = self.measured.inked(line);
        match () {
            () if self.is_whole(&range) => self.line.width,
            () if self.is_clean(&range) => {
                Sub::try_from(self.measured.width(line)).unwrap_or(Sub::MAX)
            }
            () => self.anew(fonts, range).width,
        }
    }

    /// The part of the paragraph that is the line of these bytes.
    fn cut(&self, fonts: &Fonts, line: &Range<usize>) -> Line {
        let range = self.measured.inked(line);
        if self.is_whole(&range) {
            return self.line.clone();
        }
        if !self.is_clean(&range) {
            return self.anew(fonts, range);
        }
        let part = |run: &Run| Run {
            glyphs: self
                .around(run, &range)
                .iter()
                .filter(|glyph| range.contains(&glyph.cluster))
                .map(|glyph| Glyph { cluster: glyph.cluster - range.start, ..*glyph })
                .collect(),
            range: 0..range.len(),
            ..*run
        };
        let runs: Vec<Run> = self.line.runs.iter().map(part).collect();
        let width = runs.iter().map(|run| fonts.run_width(run, self.line.style.size)).sum();
        let text = self.line.text[range].to_owned();
        Line { text, runs, width, ..self.line }
    }

    /// Those bytes shaped as a line of their own.
    fn anew(&self, fonts: &Fonts, range: Range<usize>) -> Line {
        let Line { style, is_rtl, .. } = self.line;
        fonts.shape_line(self.line.text[range].to_owned(), style, is_rtl)
    }

    /// Whether those bytes are set the same within the paragraph and alone, by what is known.
    fn is_clean(&self, range: &Range<usize>) -> bool {
        let is_edge = |glyph: &Glyph| glyph.cluster == range.start || glyph.cluster == range.end;
        let mut glyphs = self.line.runs.iter().flat_map(|run| self.around(run, range));
        self.is_simple
            && !glyphs.any(|glyph| is_edge(glyph) && glyph.cluster > 0 && glyph.is_joined)
    }

    fn is_whole(&self, range: &Range<usize>) -> bool {
        *range == (0..self.line.text.len())
    }

    /// The glyphs of `run` whose clusters begin in `range` or at its end. No others are looked at,
    /// as a long text is cut often.
    fn around<'a>(&self, run: &'a Run, range: &Range<usize>) -> &'a [Glyph] {
        let from = run.glyphs.partition_point(|glyph| glyph.cluster < range.start);
        let to = run.glyphs.partition_point(|glyph| glyph.cluster <= range.end);
        &run.glyphs[from..to]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::px;
    use crate::text::{Face, Weight, remapped};
    use proptest::prelude::*;
    use std::sync::Arc;

    const STYLE: Style = Style { size: px(10.0), weight: Weight::Regular };

    fn texts(lines: &[Line]) -> Vec<&str> {
        lines.iter().map(|line| line.text.as_str()).collect()
    }

    #[test]
    fn lines_are_balanced_and_keep_to_the_measure() {
        let fonts = Fonts::bundled();
        let text = "Russia funds the power transmission project with $500 million";
        let lines = fonts.wrap(text, STYLE, px(110.0));
        assert_eq!(
            texts(&lines),
            ["Russia funds the power", "transmission project", "with $500 million"]
        );
        assert!(lines.iter().all(|line| line.width <= px(110.0)));
    }

    #[test]
    fn a_word_wider_than_the_measure_is_cut_between_characters() {
        let fonts = Fonts::bundled();
        let lines = fonts.wrap(&"é".repeat(100), STYLE, px(60.0));
        assert!(lines.len() > 5 && lines.iter().all(|line| line.width <= px(60.0)));
        assert_eq!(lines.iter().map(|line| line.text.chars().count()).sum::<usize>(), 100);
    }

    #[test]
    fn written_line_ends_stand_and_blank_lines_vanish() {
        let lines = Fonts::bundled().wrap("one\r\n\n two ", STYLE, px(100.0));
        assert_eq!(texts(&lines), ["one", "two"]);
        assert!(Fonts::bundled().wrap(" \n ", STYLE, px(100.0)).is_empty());
        let many = Fonts::bundled().wrap(&"a\n".repeat(500), STYLE, px(9000.0));
        assert_eq!((many.len(), many[100].text.matches('a').count()), (101, 400));
    }

    #[test]
    fn a_letter_bears_few_marks_and_the_rest_is_counted() {
        let fonts = Fonts::bundled();
        let text = format!("a{}b{}\r\nc", "\u{301}".repeat(9), "\u{301}".repeat(6));
        let lines = fonts.wrap(&text, STYLE, px(900.0));
        let both = format!("a{0}b{0}", "\u{301}".repeat(6));
        assert_eq!(texts(&lines), [both.as_str(), "c"]);
        assert_eq!((fonts.excess_marks(&text), fonts.excess_marks("é\u{301}\r\n")), (3, 0));
    }

    #[test]
    fn a_word_too_long_is_not_cut_within_a_ligature() {
        let fonts = Fonts::bundled();
        let style = Style { size: px(11.5), weight: Weight::SemiBold };
        for line in fonts.shape("ftMA", style).lines(&fonts, px(8.0)) {
            assert_ne!(line.text, "f");
            assert_eq!(line.width, fonts.line(&line.text, style).width, "{}", line.text);
        }
    }

    /// The bundled faces, and one for letters of Hebrew.
    fn fonts() -> Fonts {
        let face = Face::new(Arc::new(remapped::font("Other", 400, "אבגדהוזחט")), 0);
        Fonts::bundled().with(&[Arc::new(face.expect("a face"))])
    }

    fn glyphs(line: &Line) -> Vec<(usize, u32, usize, i32)> {
        let glyph = |run: &Run, glyph: &Glyph| (run.face.0, glyph.id, glyph.cluster, glyph.advance);
        line.runs.iter().flat_map(|run| run.glyphs.iter().map(|one| glyph(run, one))).collect()
    }

    #[test]
    fn the_box_of_a_word_cut_within_is_as_wide_as_its_lines() {
        let fonts = Fonts::bundled();
        let style = Style { size: px(17.5), weight: Weight::SemiBold };
        for word in ["AVATAVATAVATAVATAVAT", "ToToVaVaLTLTyayaToToVaVa", "fifftiffiftfffififtf"] {
            let shaped = fonts.shape(word, style);
            for measure in 30..90 {
                let breaks = shaped.breaks(px(measure.into()));
                let lines = shaped.broken(&fonts, &breaks);
                let widest = lines.iter().map(|line| line.width).max();
                assert!(lines.len() > 1 && widest <= Some(breaks.width + 1), "{word} {measure}");
            }
        }
    }

    proptest! {
        #[test]
        fn lines_of_many_scripts_are_whole_and_as_wide_as_their_runs(
            text in "[a-cTVא-ו ا-خ٠-٣αβж中ก0-2 .,()\u{5B0}\u{301}-]{1,60}",
            measure in 20.0..200.0,
        ) {
            let fonts = fonts();
            let style = Style { size: px(11.5), weight: Weight::SemiBold };
            let shaped = fonts.shape(&text, style);
            let breaks = shaped.breaks(px(measure));
            let lines = shaped.broken(&fonts, &breaks);
            for line in &lines {
                let runs: Sub = line.runs.iter().map(|run| fonts.run_width(run, style.size)).sum();
                prop_assert_eq!(line.width, runs);
                // A box may be narrower by the rounding of its left end.
                prop_assert!(line.width <= breaks.width + 1, "{}", &line.text);
                let alone = fonts.shape_line(line.text.clone(), style, line.is_rtl);
                prop_assert_eq!(glyphs(line), glyphs(&alone));
                let mut ranges: Vec<_> = line.runs.iter().map(|run| run.range.clone()).collect();
                ranges.sort_by_key(|range| range.start);
                let covered: String = ranges.into_iter().map(|range| &line.text[range]).collect();
                prop_assert_eq!(&covered, &line.text);
            }
            let is_ink = |c: &char| ![' ', '\u{A0}'].contains(c);
            let ink = |text: &str| text.chars().filter(is_ink).collect::<String>();
            let all: String = lines.iter().map(|line| line.text.as_str()).collect();
            // One letter carries a bounded number of marks.
            prop_assert_eq!(ink(&all), ink(&clean(&text)));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, ..ProptestConfig::default() })]
        #[test]
        fn a_line_cut_out_is_the_line_shaped_alone(
            text in "[A-Za-z0-9 .,AVTfi-]{1,60}",
            measure in 20.0..200.0,
        ) {
            let fonts = Fonts::bundled();
            let style = Style { size: px(11.5), weight: Weight::SemiBold };
            for line in fonts.shape(&text, style).lines(&fonts, px(measure)) {
                let alone = fonts.line(&line.text, style);
                prop_assert_eq!(line.width, alone.width, "{}", line.text);
                prop_assert_eq!(glyphs(&line), glyphs(&alone));
            }
        }
    }
}
