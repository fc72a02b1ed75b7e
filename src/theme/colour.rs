//! Colours of the sRGB space.

use std::fmt;

/// An opaque sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
}

impl Colour {
    /// Pure white.
    pub const WHITE: Colour = Colour::hex(0xFF_FF_FF);

    /// The colour 0xRRGGBB.
    pub const fn hex(rgb: u32) -> Self {
        let [_, r, g, b] = rgb.to_be_bytes();
        Self { r, g, b }
    }

    /// The colour `part` of `whole` of the way from here to `other`, in sRGB.
    pub fn towards(self, other: Colour, part: i32, whole: i32) -> Colour {
        let whole = whole.max(1);
        let mix = |from: u8, to: u8| {
            let (from, to) = (i32::from(from), i32::from(to));
            // Between the two, and so within a byte.
            (from + (to - from) * part.clamp(0, whole) / whole) as u8
        };
        Colour { r: mix(self.r, other.r), g: mix(self.g, other.g), b: mix(self.b, other.b) }
    }

    /// Contrast with another colour by WCAG 2.2: from 1 (none) to 21.
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Relative luminance by WCAG 2.2, from 0 to 1.
    pub fn luminance(self) -> f64 {
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }
}

/// The linear light of a channel, from 0 to 1.
pub(crate) fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
}

impl fmt::Display for Colour {
    /// As SVG writes it: `#rrggbb`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.r, self.g, self.b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_standard() {
        let black = Colour::hex(0);
        assert_eq!(black.contrast(Colour::WHITE), 21.0);
        let grey = Colour::hex(0x76_76_76).contrast(Colour::WHITE);
        assert!((grey - 4.54).abs() < 0.01, "{grey}");
        assert_eq!(Colour::hex(0x0F_6E_84).to_string(), "#0f6e84");
    }
}
