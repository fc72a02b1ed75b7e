//! The colours and signs of categories.
//!
//! Sets found by a search for colours that stay apart in all kinds of colour vision and in a grey
//! copy, the first in the order of use furthest, none of which passes for black. Words have the
//! colour of their mark, or a darker one. The tests below print and hold the measured numbers: change
//! a colour and they tell what was lost.

use super::Colour;

/// How the marks of one category look. Two are the same category to the eye only if they are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hue {
    /// Of dots; bars and leaders are paler: 3:1 or better on the ground and on the ruler.
    pub mark: Colour,
    /// Of words on the ground, and on that of an era: 4.5:1 or better.
    pub text: Colour,
    /// The shape of dots.
    pub symbol: Symbol,
    /// What bars are filled with.
    pub pattern: Pattern,
}

/// The shape of a dot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the shapes are what they are called")]
pub enum Symbol {
    #[default]
    Circle,
    Square,
    Diamond,
    Triangle,
    /// A triangle on its tip.
    Wedge,
    Cross,
    Dash,
}

/// What a bar is filled with: its colour, with lines of the ground cut into it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pattern {
    /// No lines.
    #[default]
    Solid,
    /// Lines that rise to the right.
    Rising,
    /// Lines that fall to the right.
    Falling,
    /// Both of these.
    Crossed,
    /// Upright lines, thin and close.
    Upright,
    /// Blocks with wide gaps.
    Blocks,
    /// Short dashes.
    Dashes,
}

/// A sign besides colour for each hue of a palette, the grey one last.
const SIGNS: [(Symbol, Pattern); 7] = [
    (Symbol::Circle, Pattern::Solid),
    (Symbol::Square, Pattern::Rising),
    (Symbol::Diamond, Pattern::Upright),
    (Symbol::Triangle, Pattern::Crossed),
    (Symbol::Wedge, Pattern::Falling),
    (Symbol::Cross, Pattern::Blocks),
    (Symbol::Dash, Pattern::Dashes),
];

/// The names of the hues of every palette, in the order of use; the last is kept for "other" and
/// for events without a category.
pub const HUES: [&str; 7] = ["blue", "amber", "purple", "green", "crimson", "teal", "grey"];

/// The hues of a theme, by place in [`HUES`].
pub type Palette = [Hue; 7];

const fn palette(marks: [u32; 7], texts: [u32; 7]) -> Palette {
    let grey = Hue {
        mark: Colour::hex(marks[6]),
        text: Colour::hex(texts[6]),
        symbol: SIGNS[6].0,
        pattern: SIGNS[6].1,
    };
    let mut hues = [grey; 7];
    let mut place = 0;
    while place < 6 {
        hues[place] = Hue {
            mark: Colour::hex(marks[place]),
            text: Colour::hex(texts[place]),
            symbol: SIGNS[place].0,
            pattern: SIGNS[place].1,
        };
        place += 1;
    }
    hues
}

const LIGHT_MARKS: [u32; 7] =
    [0x03_5B_C2, 0xD3_71_19, 0x90_07_68, 0x58_75_48, 0x00B3_0115, 0x10_83_85, 0x6E_64_62];
const LIGHT_TEXTS: [u32; 7] =
    [0x03_5B_C2, 0xAC_5C_15, 0x90_07_68, 0x58_75_48, 0x00B3_0115, 0x10_7D_7F, 0x6E_64_62];
const DARK_MARKS: [u32; 7] =
    [0x6D_AB_FF, 0xF7_A2_55, 0xB6_91_BE, 0x94_D1_96, 0xE1_5D_6A, 0x6F_E2_E3, 0x93_93_8F];
const PRINT_MARKS: [u32; 7] =
    [0x1C_1C_1C, 0x2E_2E_2E, 0x4A_4A_4A, 0x2E_2E_2E, 0x4A_4A_4A, 0x1C_1C_1C, 0x6E_6E_6E];

/// For white paper.
pub(super) const LIGHT: Palette = palette(LIGHT_MARKS, LIGHT_TEXTS);
/// For a dark ground. Words on a bar have the ground's colour and reach 4.5:1.
pub(super) const DARK: Palette = palette(DARK_MARKS, DARK_MARKS);
/// For a copy in grey: the signs tell the categories.
pub(super) const PRINT: Palette = palette(PRINT_MARKS, PRINT_MARKS);

impl Hue {
    /// The same hue told by colour alone.
    #[must_use]
    pub fn plain(self) -> Hue {
        Hue { symbol: Symbol::Circle, pattern: Pattern::Solid, ..self }
    }

    /// The same colours with the signs of the hue at `place` of every palette.
    #[must_use]
    pub fn signed(self, place: usize) -> Hue {
        let (symbol, pattern) = SIGNS[place.min(SIGNS.len() - 1)];
        Hue { symbol, pattern, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::{Theme, Vision};

    const ALL: [Vision; 5] =
        [Vision::Normal, Vision::Protan, Vision::Deutan, Vision::Tritan, Vision::Grey];

    /// The least distance between any two of `colours`.
    fn least(colours: &[Colour], vision: Vision) -> f64 {
        let pairs = (1..colours.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
        let distances = pairs.map(|(a, b)| colours[a].distance(colours[b], vision));
        distances.fold(f64::INFINITY, f64::min)
    }

    /// Run with `--nocapture` to see the table.
    #[test]
    fn colours_stay_apart_in_all_kinds_of_vision() {
        let mark = |hue: Hue| hue.mark;
        let text = |hue: Hue| hue.text;
        let bar = |hue: Hue| Theme::LIGHT.bar(hue);
        let (light, dark) = (Theme::LIGHT.palette, Theme::DARK.palette);
        let bounds = [
            ("first", light.map(mark), 2, [30.0, 17.0, 17.0, 17.0, 10.0]),
            ("dots", light.map(mark), 3, [30.0, 17.0, 17.0, 17.0, 4.5]),
            ("marks", light.map(mark), 4, [20.0, 12.0, 12.0, 12.0, 4.5]),
            ("marks", light.map(mark), 7, [20.0, 11.0, 11.0, 10.5, 2.5]),
            ("bars", light.map(bar), 4, [20.0, 10.0, 10.0, 10.0, 0.0]),
            ("words", light.map(text), 7, [20.0, 7.0, 7.0, 7.0, 0.0]),
            ("dark", dark.map(mark), 4, [20.0, 11.0, 12.0, 12.0, 3.0]),
            ("dark", dark.map(mark), 7, [20.0, 11.0, 11.0, 11.0, 3.0]),
        ];
        println!("what first normal protan deutan tritan grey");
        let mut low = Vec::new();
        for (name, colours, first, bounds) in bounds {
            let found = ALL.map(|vision| least(&colours[..first], vision));
            println!("{name:5} {first:5} {found:6.1?}");
            let pairs = ALL.into_iter().zip(found).zip(bounds);
            low.extend(pairs.filter(|((_, found), bound)| found < bound).map(|one| (name, one)));
        }
        assert_eq!(low, []);
    }

    /// As dots of 5 pt, too: darker ones look black.
    #[test]
    fn no_colour_passes_for_black() {
        for hue in Theme::LIGHT.palette {
            let distance = hue.mark.distance(Theme::LIGHT.ink, Vision::Normal);
            assert!(distance >= 22.0, "{}: {distance}", hue.mark);
        }
    }

    /// Bars are paler than dots and words, and yet seen; words in them are read.
    #[test]
    fn bars_are_less_heavy_than_words() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            for hue in theme.palette {
                let bar = theme.bar(hue);
                let contrast = bar.contrast(theme.ground);
                assert!(contrast >= 3.0 && contrast <= hue.mark.contrast(theme.ground), "{bar}");
                assert!(theme.words_on(bar).contrast(bar) >= 4.5, "{bar}");
            }
        }
        assert!(Theme::PRINT.palette.iter().all(|hue| Theme::PRINT.bar(*hue) == hue.mark));
    }

    /// Run with `--nocapture` to see the table.
    #[test]
    fn marks_and_words_stand_out() {
        for (name, theme) in
            [("light", Theme::LIGHT), ("dark", Theme::DARK), ("print", Theme::PRINT)]
        {
            println!("{name}: colour, mark on ground, on ruler, text, words on a bar");
            for (hue, called) in theme.palette.into_iter().zip(HUES) {
                let on = |ground| hue.mark.contrast(ground);
                let words = on(theme.words_on(hue.mark));
                let text = hue.text.contrast(theme.ground);
                let found = [on(theme.ground), on(theme.ruler_ground), text, words];
                println!("{called:8} {} {found:6.2?}", hue.mark);
                for (found, least) in found.into_iter().zip([3.0, 3.0, 4.5, 4.5]) {
                    assert!(found >= least, "{name} {called}: {found}");
                }
            }
        }
    }

    #[test]
    fn no_two_hues_have_the_same_signs() {
        for theme in [Theme::LIGHT, Theme::DARK, Theme::PRINT] {
            for (a, first) in theme.palette.iter().enumerate() {
                assert_eq!(*first, first.signed(a));
                for second in &theme.palette[..a] {
                    assert!(first.symbol != second.symbol && first.pattern != second.pattern);
                }
            }
        }
    }
}
