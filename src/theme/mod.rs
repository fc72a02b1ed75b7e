//! How figures look: colours, the signs of categories, and the sizes of type, lines and gaps.
//!
//! Lengths are in sub-pixels at the width of a report (6.5 in). Knows nothing of events. A look of
//! one's own is a [`House`], read from TOML; [`house`] lists its keys.

mod colour;
mod colour_vision;
pub mod house;
mod house_keys;
#[cfg(feature = "options-file")]
mod house_reader;
mod palette;
mod sizes;

pub use colour::Colour;
pub use colour_vision::Vision;
pub use house::House;
pub use house_keys::{ThemeValue, theme_keys};
pub use palette::{HUES, Hue, Palette, Pattern, Symbol};
pub use sizes::{Sizes, weighed};

/// Contrast that words need with what they stand on (WCAG 2.2).
pub const WORDS: f64 = 4.5;
/// Contrast that marks and lines need with what they stand on (WCAG 2.2).
pub const MARKS: f64 = 3.0;

/// Steps from the colour of a mark to its ground.
const STEPS: i32 = 24;
/// Steps that a bar takes, at most.
const BAR: i32 = STEPS / 4;
/// Steps that a leader takes, at most.
const LEADER: i32 = STEPS / 2;

/// The colours of a figure, by what they are used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// What the figure is drawn on; also the halo of dots and the words on bars.
    pub ground: Colour,
    /// Words that matter most: title and names.
    pub ink: Colour,
    /// Words that matter less: subtitle, legend, details, dates in lists, source.
    pub muted: Colour,
    /// The cells of the ruler.
    pub ruler_ground: Colour,
    /// Separators between the ruler's cells.
    pub ruler_line: Colour,
    /// Labels in the ruler.
    pub axis_text: Colour,
    /// Leaders and brackets that serve events of several categories or of none.
    pub leader_neutral: Colour,
    /// The categories in the order of use, and last what is kept for "other" and for events
    /// without a category.
    pub palette: Palette,
    /// Whether categories are shown by signs and not by colours.
    pub is_grey: bool,
    /// Whether words may stand on the grounds of eras, too.
    pub has_eras: bool,
}

impl Theme {
    /// Dark on white, for paper and pages.
    pub const LIGHT: Theme = Theme {
        ground: Colour::WHITE,
        ink: Colour::hex(0x1F_23_28),
        muted: Colour::hex(0x57_60_6A),
        ruler_ground: Colour::hex(0xF1_F3_F5),
        ruler_line: Colour::WHITE,
        axis_text: Colour::hex(0x57_60_6A),
        leader_neutral: Colour::hex(0x85_8D_96),
        palette: palette::LIGHT,
        is_grey: false,
        has_eras: false,
    };

    /// Light on a dark ground, for screens; chosen anew, not turned round.
    pub const DARK: Theme = Theme {
        ground: Colour::hex(0x15_19_1D),
        ink: Colour::hex(0xEC_EE_F0),
        muted: Colour::hex(0xA6_AE_B7),
        ruler_ground: Colour::hex(0x26_2C_33),
        ruler_line: Colour::hex(0x15_19_1D),
        axis_text: Colour::hex(0xA6_AE_B7),
        leader_neutral: Colour::hex(0x7D_86_90),
        palette: palette::DARK,
        is_grey: false,
        has_eras: false,
    };

    /// Grey on white with patterns and shapes, for copiers and printers without colours.
    pub const PRINT: Theme = Theme {
        ground: Colour::WHITE,
        ink: Colour::hex(0x11_11_11),
        muted: Colour::hex(0x40_40_40),
        ruler_ground: Colour::WHITE,
        ruler_line: Colour::hex(0x6E_6E_6E),
        axis_text: Colour::hex(0x40_40_40),
        leader_neutral: Colour::hex(0x6E_6E_6E),
        palette: palette::PRINT,
        is_grey: true,
        has_eras: false,
    };

    /// The hue of "other", and of events without a category.
    pub const fn neutral(&self) -> Hue {
        self.palette[self.palette.len() - 1]
    }

    /// The colour of words that stand on a bar of `colour`: the ground's if it can be read.
    pub fn words_on(&self, colour: Colour) -> Colour {
        let choices = [self.ground, self.ink, Colour::WHITE, Colour::hex(0)];
        choices.into_iter().find(|words| words.contrast(colour) >= WORDS).unwrap_or(self.ink)
    }

    /// The colour of the bar of a span: paler than the mark, as far as it is still seen. Without
    /// colours it is that of the mark, for the patterns.
    pub fn bar(&self, hue: Hue) -> Colour {
        if self.is_grey { hue.mark } else { self.paler(hue.mark, BAR) }
    }

    /// The colour of the leader of an event: it guides the eye and is fainter than what it ties, as far as
    /// it is still seen.
    pub fn leader(&self, hue: Hue) -> Colour {
        self.paler(hue.mark, LEADER)
    }

    /// A colour at most so many steps nearer to the ground.
    fn paler(&self, colour: Colour, most: i32) -> Colour {
        let paler = |step| colour.towards(self.ground, step, STEPS);
        let is_seen = |paler: &Colour| paler.contrast(self.ground) >= MARKS;
        (1..=most).rev().map(paler).find(is_seen).unwrap_or(colour)
    }

    /// A hue of any colour: nearer to black or white, where need be, until it stands out. On a
    /// dark ground marks serve as text, too.
    pub fn hue(&self, colour: Colour) -> Hue {
        let is_dark = self.ground.contrast(Colour::WHITE) > self.ground.contrast(Colour::hex(0));
        let least = if is_dark { WORDS } else { MARKS };
        let grounds = [self.ground, self.era(0)];
        let mark = colour.standing_out(if is_dark { &grounds } else { &grounds[..1] }, least);
        let mark = mark.standing_out(&[self.ground, self.ruler_ground], MARKS);
        let text = self.words(mark.standing_out(&grounds, WORDS));
        Hue { mark, text, ..self.palette[0].plain() }
    }

    /// A colour of words, read on the grounds of eras where there are some.
    fn words(&self, text: Colour) -> Colour {
        if self.has_eras {
            text.standing_out(&[0, 1, 2].map(|depth| self.era(depth)), WORDS)
        } else {
            text
        }
    }

    /// The same for a figure with eras.
    pub(crate) fn on_eras(self) -> Theme {
        let theme = Theme { has_eras: true, ..self };
        let palette = self.palette.map(|hue| Hue { text: theme.words(hue.text), ..hue });
        Theme { palette, ..theme }
    }

    /// The same with hues that stand out from its grounds, which may have been changed.
    pub(crate) fn adapted(self) -> Theme {
        Theme {
            palette: self.palette.map(|hue| {
                let Hue { mark, text, .. } = self.hue(hue.mark);
                Hue { mark, text, ..hue }
            }),
            ..self
        }
    }

    /// The colours of this theme, each with that of another one for the same use, once each.
    pub fn pairs(&self, other: &Theme) -> Vec<(Colour, Colour)> {
        let uses = |theme: &Theme| {
            let hues = theme.palette.into_iter().flat_map(|hue| [hue.mark, hue.text]);
            let frame = [theme.ground, theme.ink, theme.muted, theme.ruler_ground];
            let ruler = [theme.ruler_line, theme.axis_text, theme.leader_neutral];
            frame.into_iter().chain(ruler).chain(hues).collect::<Vec<Colour>>()
        };
        let mut pairs = Vec::new();
        for pair in uses(self).into_iter().zip(uses(other)) {
            if !pairs.contains(&pair) {
                pairs.push(pair);
            }
        }
        pairs
    }

    /// Colours that cannot be read on what they stand on; empty for a sound theme.
    pub(crate) fn faults(&self) -> Vec<Faint> {
        let ground = ("colours", "ground");
        let pairs = [
            ([("colours", "ink"), ground], self.ink, self.ground, WORDS),
            ([("colours", "muted"), ground], self.muted, self.ground, WORDS),
            ([("ruler", "text"), ("ruler", "ground")], self.axis_text, self.ruler_ground, WORDS),
            ([("colours", "leader"), ground], self.leader_neutral, self.ground, MARKS),
        ];
        pairs.into_iter().filter(|(_, colour, on, least)| colour.contrast(*on) < *least).collect()
    }
}

impl Theme {
    /// Grid lines and the lines between lanes: they guide and hold nothing.
    pub fn grid(&self) -> Colour {
        self.ground.towards(self.leader_neutral, 1, 4)
    }

    /// The ground of an era, so many steps darker than the palest.
    pub fn era(&self, depth: usize) -> Colour {
        let step = i32::try_from(depth).unwrap_or(i32::MAX).min(2);
        self.ground.towards(self.leader_neutral, 1 + step, 12)
    }
}

/// A colour and what it stands on by the keys of a house style, the two colours, and the contrast
/// that they need and have not.
pub(crate) type Faint = ([(&'static str, &'static str); 2], Colour, Colour, f64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_out_on_eras() {
        for theme in [Theme::LIGHT, Theme::DARK, Theme::PRINT] {
            for depth in 0..4 {
                let ground = theme.era(depth);
                assert!(theme.muted.contrast(ground) >= WORDS, "{ground}");
                assert!(ground.contrast(theme.ground) < 1.6, "{ground} is pale");
                assert!(depth > 1 || ground != theme.era(depth + 1));
            }
        }
    }

    #[test]
    fn words_and_lines_stand_out() {
        for theme in [Theme::LIGHT, Theme::DARK, Theme::PRINT] {
            assert_eq!(theme.faults(), []);
            assert!(theme.ink.contrast(theme.ground) >= 7.0);
            assert!(theme.leader_neutral.contrast(theme.ruler_ground) >= MARKS);
        }
        let faint = Theme { muted: Colour::hex(0xAA_AA_AA), ..Theme::LIGHT };
        assert_eq!(faint.faults()[0].0[0], ("colours", "muted"));
    }

    /// Where one colour of the light theme serves twice, so does that of the dark one: `auto` maps
    /// colour to colour.
    #[test]
    fn the_dark_theme_has_one_colour_for_each_of_the_light_one() {
        let pairs = Theme::LIGHT.pairs(&Theme::DARK);
        for (light, dark) in &pairs {
            assert!(pairs.iter().all(|(other, to)| other != light || to == dark), "{light}");
        }
        assert!(pairs.len() > 10);
    }

    #[test]
    fn any_colour_can_be_made_to_stand_out() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            for rgb in [0xFF_EB_3B, 0x00_00_00, 0xFF_FF_FF, 0x80_80_80, 0x18_62_72] {
                let hue = theme.hue(Colour::hex(rgb));
                assert!(hue.mark.contrast(theme.ground) >= MARKS, "{rgb:x}");
                assert!(hue.mark.contrast(theme.ruler_ground) >= MARKS, "{rgb:x}");
                assert!(hue.text.contrast(theme.ground) >= WORDS, "{rgb:x}");
            }
        }
        let moved = Theme { ground: Colour::hex(0x33_44_55), ..Theme::LIGHT };
        for hue in moved.adapted().palette {
            assert!(hue.text.contrast(moved.ground) >= WORDS, "{}", hue.text);
        }
        for theme in [Theme::LIGHT, Theme::DARK, Theme::PRINT] {
            assert_eq!(theme.adapted(), theme);
        }
        let kept = Theme::LIGHT.hue(Colour::hex(0x18_62_72));
        assert_eq!(kept.mark, Colour::hex(0x18_62_72), "what stands out is left as it is");
    }
}
