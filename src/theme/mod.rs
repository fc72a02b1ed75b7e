//! How figures look: colours and the sizes of type, lines and gaps.
//!
//! Lengths are in sub-pixels at the width of a report (6.5 in). Knows nothing of events.

mod colour;
mod sizes;

pub use colour::Colour;
pub use sizes::Sizes;

/// temp
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hue {
    /// m
    pub mark: Colour,
    /// t
    pub text: Colour,
}
const fn h(c: u32) -> Hue {
    Hue { mark: Colour::hex(c), text: Colour::hex(c) }
}
/// temp
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// g
    pub ground: Colour,
    /// g
    pub ink: Colour,
    /// g
    pub muted: Colour,
    /// g
    pub ruler_ground: Colour,
    /// g
    pub ruler_line: Colour,
    /// g
    pub axis_text: Colour,
    /// g
    pub categories: [Hue; 6],
    /// g
    pub neutral: Hue,
}
impl Theme {
    /// l
    pub const LIGHT: Theme = Theme {
        ground: Colour::WHITE,
        ink: Colour::hex(0x1F2328),
        muted: Colour::hex(0x57606A),
        ruler_ground: Colour::hex(0xF1F3F5),
        ruler_line: Colour::WHITE,
        axis_text: Colour::hex(0x57606A),
        categories: [h(0x0F6E84), h(0x7B4B9E), h(0xB8610B), h(0xB3233A), h(0x1F6FB5), h(0x5A8F29)],
        neutral: h(0x6B7280),
    };
}
