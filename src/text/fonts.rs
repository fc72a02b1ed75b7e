//! The faces of a figure, and the lines they make.

use super::itemize::{self, Stretch};
use super::typeset::{QuoteMarks, typeset};
use super::{Face, FaceId, Line, Run, Shaped, Style, Weight};
use crate::error::{is_direction_mark, is_direction_override};
use crate::geometry::Sub;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::sync::{Arc, LazyLock};
use unicode_width::UnicodeWidthChar;

/// Source Sans 3, © Adobe, under the SIL Open Font License beside the files.
const REGULAR: &[u8] = include_bytes!("font/SourceSans3-Regular.ttf");
const SEMI_BOLD: &[u8] = include_bytes!("font/SourceSans3-SemiBold.ttf");

static BUNDLED: LazyLock<Fonts> = LazyLock::new(|| {
    let open = |data: &'static [u8]| {
        Arc::new(Face::new(Arc::new(data), 0).expect("the bundled faces are sound"))
    };
    Fonts::of(vec![open(REGULAR), open(SEMI_BOLD)], true)
});

/// How many faces are a figure's own: the first ones, by weight.
const OWN: usize = 2;

/// The commonest characters, all of them Latin or of no script: they need no further look.
const PLAIN: [RangeInclusive<char>; 7] =
    [' '..='~', '\u{A1}'..='\u{17F}', '–'..='—', '‘'..='’', '“'..='”', '…'..='…', '€'..='€'];

/// The faces that text is set in. Cloning is cheap.
///
/// A figure's own faces come first; what they lack is set in the first of the others that has it.
#[derive(Clone)]
pub struct Fonts {
    faces: Arc<[Arc<Face>]>,
    /// The faces for each weight, the first to be asked first.
    orders: Arc<[Vec<FaceId>; 2]>,
    /// Whether the first faces have all of [`PLAIN`].
    has_plain: bool,
    /// The marks that typed text is set with; none to leave it as it is.
    marks: Option<QuoteMarks>,
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fonts({} faces)", self.faces.len())
    }
}

impl PartialEq for Fonts {
    /// Whether the same faces are in the same order, and text is set alike.
    fn eq(&self, other: &Self) -> bool {
        let same = || self.files().eq(other.files());
        self.marks == other.marks && (Arc::ptr_eq(&self.faces, &other.faces) || same())
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

    /// Faces of one's own for regular and semibold, the bundled ones where there are none; those
    /// also have what one's own lack.
    ///
    /// # Errors
    ///
    /// The weight of the first whose bytes are no font.
    pub fn own(regular: Option<Vec<u8>>, semi_bold: Option<Vec<u8>>) -> Result<Self, Weight> {
        let bundled = Self::bundled();
        let open = |own: Option<Vec<u8>>, weight: Weight| match own {
            Some(data) => Face::new(Arc::new(data), 0).map(Arc::new).ok_or(weight),
            None => Ok(bundled.faces[weight as usize].clone()),
        };
        let regular = open(regular, Weight::Regular)?;
        let semi_bold = open(semi_bold, Weight::SemiBold)?;
        let has_plain = [&regular, &semi_bold]
            .into_iter()
            .all(|face| PLAIN.into_iter().flatten().all(|c| is_unseen(c) || face.has(c)));
        Ok(Self::of(vec![regular, semi_bold], has_plain).with(&bundled.faces))
    }

    /// These faces, and `more` to fall back on in their order, but those of one family by weight.
    pub fn with(&self, more: &[Arc<Face>]) -> Self {
        if more.is_empty() {
            return self.clone();
        }
        Self::of(self.faces.iter().chain(more).cloned().collect(), self.has_plain)
    }

    fn of(faces: Vec<Arc<Face>>, has_plain: bool) -> Self {
        let orders = [Weight::Regular, Weight::SemiBold].map(|weight| order(&faces, weight));
        Self { faces: faces.into(), orders: Arc::new(orders), has_plain, marks: None }
    }

    /// The same, with typed text set as print has it, with these quotation marks.
    #[must_use]
    pub fn typesetting(self, marks: QuoteMarks) -> Self {
        Self { marks: Some(marks), ..self }
    }

    /// `text` as it is set, unless no face has the signs that it would need.
    pub fn typeset(&self, text: &str) -> String {
        let Some(marks) = self.marks else { return text.to_owned() };
        let set = typeset(text, marks);
        let has = |c: char| is_unseen(c) || self.faces.iter().any(|face| face.has(c));
        let is_new = |c: char| !text.contains(c);
        if set.chars().filter(|&c| is_new(c)).all(has) { set } else { text.to_owned() }
    }

    fn files(&self) -> impl Iterator<Item = (&[u8], u32)> {
        self.faces.iter().map(|face| ((**face.data()).as_ref(), face.index()))
    }

    /// Whether `text` is of the commonest characters, and the first faces have all of them.
    pub(super) fn is_plain(&self, text: &str) -> bool {
        let is_plain = |c: char| PLAIN.iter().any(|range| range.contains(&c));
        self.has_plain && text.chars().all(is_plain)
    }

    /// Whether there are faces besides the figure's own.
    pub fn has_more(&self) -> bool {
        self.faces.len() > OWN
    }

    /// Whether a face is one of the figure's own.
    pub fn is_own(&self, id: FaceId) -> bool {
        id.0 < OWN
    }

    /// Whether a face was brought along for what the others lack: it is neither the figure's own
    /// nor bundled.
    pub(super) fn is_brought(&self, id: FaceId) -> bool {
        let data = (**self.face(id).data()).as_ref().as_ptr();
        !self.is_own(id) && data != REGULAR.as_ptr() && data != SEMI_BOLD.as_ptr()
    }

    /// A face by its number; the first for a number of other fonts.
    pub fn face(&self, id: FaceId) -> &Face {
        self.faces.get(id.0).unwrap_or(&self.faces[0])
    }

    /// The faces by number: first the one of each weight.
    pub fn faces(&self) -> impl Iterator<Item = (FaceId, &Face)> {
        self.faces.iter().enumerate().map(|(index, face)| (FaceId(index), &**face))
    }

    /// The faces for text of `weight`, the first to be asked first.
    pub(super) fn order(&self, weight: Weight) -> &[FaceId] {
        &self.orders[weight as usize]
    }

    /// Whether a face has all characters of `text` that are to be seen.
    pub(super) fn has_all(&self, face: FaceId, text: &str) -> bool {
        text.chars().all(|c| is_unseen(c) || self.face(face).has(c))
    }

    /// The first face of `order` that has all of a cluster, or its first character, or any.
    pub(super) fn best(&self, order: &[FaceId], cluster: &str) -> FaceId {
        let first = cluster.chars().next().unwrap_or(' ');
        let mut faces = order.iter().copied();
        let whole = faces.clone().find(|&face| self.has_all(face, cluster));
        whole.or_else(|| faces.find(|&face| self.face(face).has(first))).unwrap_or(order[0])
    }

    /// Shapes and measures one line. Line ends become blanks; characters that steer other text
    /// are left out, other control characters are made visible.
    pub fn line(&self, text: &str, style: Style) -> Line {
        let text = clean(&self.typeset(text)).replace('\n', " ");
        let is_rtl = itemize::is_rtl(&text);
        self.shaped(text, style, is_rtl)
    }

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
        let shaped = |line: &str| self.shaped(line.to_owned(), style, itemize::is_rtl(line));
        Shaped::new(self, paragraphs.map(shaped))
    }

    /// Characters of `text` that no face has, in the order of first use.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut seen = BTreeSet::from(['\n']);
        let is_missing = |&c: &char| {
            seen.insert(c) && !is_unseen(c) && !self.faces.iter().any(|face| face.has(c))
        };
        clean(text).chars().filter(is_missing).collect()
    }

    /// How many marks of `text` are left out because one letter carries too many.
    pub fn heaped(&self, text: &str) -> usize {
        plain(text).count() - clean(text).chars().count()
    }

    /// Shapes a line of clean text, of a paragraph that runs from right to left or not.
    pub(super) fn shaped(&self, text: String, style: Style, is_rtl: bool) -> Line {
        let run = |stretch: Stretch| self.run(&text, stretch);
        let runs: Vec<Run> =
            itemize::stretches(self, &text, style.weight, is_rtl).into_iter().map(run).collect();
        let width = runs.iter().map(|run| self.run_width(run, style.size)).sum();
        Line { text, style, is_rtl, runs, width }
    }

    pub(super) fn run(&self, text: &str, stretch: Stretch) -> Run {
        let Stretch { range, script, is_rtl, face } = stretch;
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

/// The faces that text of `weight` is set in, the first to be asked first: the figure's own of that
/// weight, then the others in their order, those of one family together and the best fit first.
fn order(faces: &[Arc<Face>], weight: Weight) -> Vec<FaceId> {
    let more = faces.iter().skip(OWN);
    let first = |face: &Face| more.clone().position(|one| one.family() == face.family());
    let mut order: Vec<usize> = (OWN..faces.len()).collect();
    order.sort_by_key(|&index| (first(&faces[index]), faces[index].misfit(weight)));
    std::iter::once(weight as usize).chain(order).map(FaceId).collect()
}

/// Whether `c` is to have no glyph: it joins, parts, chooses or turns what stands beside it.
pub(crate) fn is_unseen(c: char) -> bool {
    is_direction_mark(c)
        || matches!(c, '\u{AD}' | '\u{34F}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
        || matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
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
pub(super) fn clean(text: &str) -> String {
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
    use crate::geometry::{px, to_px};

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
    fn the_bundled_faces_have_the_commonest_characters() {
        let fonts = Fonts::bundled();
        let lacks = |face: &Face| PLAIN.into_iter().flatten().find(|&c| !face.has(c));
        assert_eq!(fonts.faces().find_map(|(_, face)| lacks(face)), None);
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
