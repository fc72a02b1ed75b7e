//! How figures look: colours and the sizes of type, lines and gaps.
//!
//! Lengths are in sub-pixels at the width of a report (6.5 in). Knows nothing of events.

mod colour;
mod palette;
mod sizes;

pub use colour::Colour;
pub use palette::{CATEGORIES, Hue, NEUTRAL};
pub use sizes::Sizes;

/// The colours of a figure, by what they are used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// What the figure is drawn on; also the halo of dots.
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
    /// The categories in the order of use.
    pub categories: [Hue; 6],
    /// "Other", and events without a category.
    pub neutral: Hue,
}

impl Theme {
    /// Dark on white, for paper and pages: words reach 4.5:1, leaders 3:1.
    pub const LIGHT: Theme = Theme {
        ground: Colour::WHITE,
        ink: Colour::hex(0x1F_23_28),
        muted: Colour::hex(0x57_60_6A),
        ruler_ground: Colour::hex(0xF1_F3_F5),
        ruler_line: Colour::WHITE,
        axis_text: Colour::hex(0x57_60_6A),
        leader_neutral: Colour::hex(0x85_8D_96),
        categories: CATEGORIES,
        neutral: NEUTRAL,
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_lines_stand_out() {
        let theme = Theme::LIGHT;
        for (colour, ground, least) in [
            (theme.ink, theme.ground, 7.0),
            (theme.muted, theme.ground, 4.5),
            (theme.axis_text, theme.ruler_ground, 4.5),
            (theme.leader_neutral, theme.ground, 3.0),
            (theme.leader_neutral, theme.ruler_ground, 3.0),
        ] {
            assert!(colour.contrast(ground) >= least, "{colour} on {ground}");
        }
    }
}
