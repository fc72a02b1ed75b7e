//! The faces of a figure, and the lines they make.

use super::{Face, FaceId, Line, Run, Shaped, Style, Weight};
use crate::error::{is_direction_mark, is_direction_override};
use crate::geom::Sub;
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};
use unicode_width::UnicodeWidthChar;

/// Source Sans 3, © Adobe, under the SIL Open Font License beside the files.
const REGULAR: &[u8] = include_bytes!("font/SourceSans3-Regular.ttf");
const SEMI_BOLD: &[u8] = include_bytes!("font/SourceSans3-SemiBold.ttf");

static BUNDLED: LazyLock<Fonts> = LazyLock::new(|| {
    let open = |data: &'static [u8]| Face::new(data).expect("the bundled faces are sound");
    Fonts { faces: Arc::new(vec![open(REGULAR), open(SEMI_BOLD)]) }
});

/// The faces that text is set in. Cloning is cheap.
#[derive(Clone)]
pub struct Fonts {
    faces: Arc<Vec<Face>>,
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fonts({} faces)", self.faces.len())
    }
}

impl PartialEq for Fonts {
    /// Whether the same faces are in the same order.
    fn eq(&self, other: &Self) -> bool {
        let same = || self.faces.iter().map(Face::data).eq(other.faces.iter().map(Face::data));
        Arc::ptr_eq(&self.faces, &other.faces) || same()
    }
}

impl Default for Fonts {
    fn default() -> Self {
        Self::bundled()
    }
}

impl Fonts {
    /// The bundled faces alone: Source Sans 3 Regular and SemiBold.
    pub fn bundled() -> Self {
        BUNDLED.clone()
    }

    /// Faces of one's own for regular and semibold, the bundled ones where there are none; no
    /// fonts if the bytes are none, with the weight at fault.
    ///
    /// # Errors
    ///
    /// The weight of the first that is no font.
    pub fn own(regular: Option<Vec<u8>>, semi_bold: Option<Vec<u8>>) -> Result<Self, Weight> {
        let open = |own: Option<Vec<u8>>, bundled: &'static [u8], weight| match own {
            Some(data) => Face::new(data).ok_or(weight),
            None => Face::new(bundled).ok_or(weight),
        };
        let regular = open(regular, REGULAR, Weight::Regular)?;
        let semi_bold = open(semi_bold, SEMI_BOLD, Weight::SemiBold)?;
        Ok(Fonts { faces: Arc::new(vec![regular, semi_bold]) })
    }

    /// A face by its number.
    pub fn face(&self, id: FaceId) -> &Face {
        &self.faces[id.0]
    }

    /// The faces by number: first the one of each weight.
    pub fn faces(&self) -> impl Iterator<Item = (FaceId, &Face)> {
        self.faces.iter().enumerate().map(|(index, face)| (FaceId(index), face))
    }

    /// Shapes and measures one line. Line ends become blanks; characters that steer other text
    /// are left out, other control characters are made visible.
    pub fn line(&self, text: &str, style: Style) -> Line {
        self.shaped(clean(text).replace('\n', " "), style)
    }

    /// Breaks `text` into lines no wider than `measure` where words allow it, of even length and
    /// as few as possible. Line ends in the text stand; a word that is too long is cut between
    /// characters. No text gives no line.
    pub fn wrap(&self, text: &str, style: Style, measure: Sub) -> Vec<Line> {
        self.shape(text, style).lines(self, measure)
    }

    /// Shapes `text` once, to be broken to any measure.
    pub fn shape(&self, text: &str, style: Style) -> Shaped {
        let text = clean(text);
        let paragraphs = text.lines().map(str::trim).filter(|line| !line.is_empty());
        Shaped::new(self, paragraphs.map(|line| self.shaped(line.to_owned(), style)))
    }

    /// Characters of `text` that no face has, in the order of first use.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut seen = BTreeSet::from(['\n']);
        let is_missing = |&c: &char| {
            seen.insert(c) && !is_direction_mark(c) && !self.faces.iter().any(|face| face.has(c))
        };
        clean(text).chars().filter(is_missing).collect()
    }

    /// How many marks of `text` are left out because one letter carries too many.
    pub fn heaped(&self, text: &str) -> usize {
        plain(text).count() - clean(text).chars().count()
    }

    /// Splits `text` into stretches of one face, each with the byte where it begins. There is
    /// one face a weight now; a face for another script is chosen here.
    fn itemize<'a>(&self, text: &'a str, weight: Weight) -> Vec<(FaceId, usize, &'a str)> {
        let face = match weight {
            Weight::Regular => FaceId(0),
            Weight::SemiBold => FaceId(1),
        };
        vec![(face, 0, text)]
    }

    fn runs(&self, text: &str, weight: Weight) -> Vec<Run> {
        let shape = |(face, start, text): (FaceId, usize, &str)| {
            let mut glyphs = self.face(face).shape(text);
            glyphs.iter_mut().for_each(|glyph| glyph.cluster += start);
            Run { face, glyphs }
        };
        self.itemize(text, weight).into_iter().map(shape).collect()
    }

    /// Shapes a line of clean text.
    pub(super) fn shaped(&self, text: String, style: Style) -> Line {
        let runs = self.runs(&text, style.weight);
        let width = runs.iter().map(|run| self.run_width(run, style.size)).sum();
        Line { text, style, runs, width }
    }

    /// Advance of a run, rounded up.
    pub(super) fn run_width(&self, run: &Run, size: Sub) -> Sub {
        let units: i64 = run.glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum();
        let em = i64::from(self.face(run.face).units_per_em());
        let width = (units * i64::from(size) + em - 1).div_euclid(em);
        Sub::try_from(width).unwrap_or(Sub::MAX / 4)
    }
}

/// Marks that one letter may carry, and characters without width that may follow each other. Five
/// are a crowded letter of Hebrew or Tibetan, six the tags of a flag; towers of them would reach
/// into other rows.
const MARKS: usize = 6;

/// Line ends of a text that stand. A text of more lines is no label, and each costs memory.
const ENDS: usize = 100;

/// `text` without what must not reach a figure: line ends of any kind become `\n`, tabs blanks,
/// direction overrides vanish (they would turn their neighbours), other controls show as U+FFFD,
/// marks beyond [`MARKS`] are left out, and line ends beyond [`ENDS`] are blanks.
fn clean(text: &str) -> String {
    let (mut marks, mut ends) = (0, 0);
    let is_borne = |c: &char| {
        marks = if c.width() == Some(0) { marks + 1 } else { 0 };
        marks <= MARKS
    };
    let ended = |c: char| {
        ends += usize::from(c == '\n');
        if c == '\n' && ends > ENDS { ' ' } else { c }
    };
    plain(text).filter(is_borne).map(ended).collect()
}

fn plain(text: &str) -> impl Iterator<Item = char> {
    let plain = |c: char| match c {
        c if is_direction_override(c) => None,
        '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' => Some('\n'),
        '\t' => Some(' '),
        c if c.is_control() || is_noncharacter(c) => Some('\u{FFFD}'),
        c => Some(c),
    };
    let mut before = ' ';
    let lines = text.chars().filter_map(move |c| {
        let is_pair = before == '\r' && c == '\n';
        before = c;
        (!is_pair).then_some(if c == '\r' { '\n' } else { c })
    });
    lines.filter_map(plain)
}

/// Whether `c` is set aside for no use in text (XML forbids two of them).
pub(crate) fn is_noncharacter(c: char) -> bool {
    let c = c as u32;
    c & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::{px, to_px};

    const STYLE: Style = Style { size: px(10.0), weight: Weight::Regular };

    fn texts(lines: &[Line]) -> Vec<&str> {
        lines.iter().map(|line| line.text.as_str()).collect()
    }

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
    fn controls_are_visible_and_overrides_gone() {
        let line = Fonts::bundled().line("a\u{1}b\u{202E}c\td\u{FFFE}", STYLE);
        assert_eq!(line.text, "a\u{FFFD}bc d\u{FFFD}");
    }

    #[test]
    fn a_letter_bears_few_marks_and_the_rest_is_counted() {
        let fonts = Fonts::bundled();
        let text = format!("a{}b{}\r\nc", "\u{301}".repeat(9), "\u{301}".repeat(6));
        let lines = fonts.wrap(&text, STYLE, px(900.0));
        let both = format!("a{0}b{0}", "\u{301}".repeat(6));
        assert_eq!(texts(&lines), [both.as_str(), "c"]);
        assert_eq!((fonts.heaped(&text), fonts.heaped("é\u{301}\r\n")), (3, 0));
    }

    #[test]
    fn missing_characters_are_named_once() {
        assert_eq!(Fonts::bundled().missing("a中文中é"), ['中', '文']);
        assert_eq!(Fonts::bundled().missing("Ελλάδα Россия Łódź Việt – “…” $€₹ ½ ’"), []);
    }
}
