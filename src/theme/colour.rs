//! Colours of the sRGB space.

use std::fmt;
use std::str::FromStr;

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

    /// This colour, or the nearest to it on the way to black or white that has a contrast of
    /// `least` or more with each of `grounds`.
    pub fn standing_out(self, grounds: &[Colour], least: f64) -> Colour {
        let first = grounds.first().copied().unwrap_or(Colour::WHITE);
        let black = Colour::hex(0);
        let is_light = first.contrast(black) > first.contrast(Colour::WHITE);
        let end = if is_light { black } else { Colour::WHITE };
        let way = (0..=STEPS).map(|step| self.towards(end, step, STEPS));
        way.into_iter()
            .find(|colour| grounds.iter().all(|&on| colour.contrast(on) >= least))
            .unwrap_or(end)
    }

    /// Relative luminance by WCAG 2.2, from 0 to 1.
    pub fn luminance(self) -> f64 {
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }
}

/// Steps from a colour to black or white.
const STEPS: i32 = 128;

impl FromStr for Colour {
    type Err = String;

    /// As CSS writes it: `#rrggbb` or `#rgb`.
    fn from_str(text: &str) -> Result<Self, String> {
        let digits = text.trim().strip_prefix('#').filter(|digits| digits.is_ascii());
        let wide = digits.map(|digits| match digits.len() {
            3 => digits.chars().flat_map(|c| [c, c]).collect(),
            _ => digits.to_owned(),
        });
        let number = wide
            .filter(|digits| digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit()))
            .and_then(|digits| u32::from_str_radix(&digits, 16).ok());
        number.map(Colour::hex).ok_or_else(|| "a colour is written as #1f2328".into())
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

    #[test]
    fn colours_are_read_as_they_are_written() {
        assert_eq!("#0f6E84".parse(), Ok(Colour::hex(0x0F_6E_84)));
        assert_eq!(" #f80 ".parse(), Ok(Colour::hex(0xFF_88_00)));
        for text in ["", "#", "0f6e84", "#0f6e8", "#0f6e8g", "#+12345", "#éé", "red"] {
            assert!(text.parse::<Colour>().is_err(), "{text}");
        }
    }
}
