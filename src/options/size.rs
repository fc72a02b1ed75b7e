//! What the user may choose about the size of a figure.

use super::named;
use crate::geometry::{PX, Sub, px, to_px};
use crate::theme::Sizes;
use std::fmt;
use std::str::FromStr;

/// A physical length, 96 CSS pixels to the inch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length(pub Sub);

/// Units of length and their CSS pixels.
const UNITS: [(&str, f64); 5] =
    [("in", 96.0), ("mm", 96.0 / 25.4), ("cm", 96.0 / 2.54), ("pt", 96.0 / 72.0), ("px", 1.0)];
/// The narrowest and the widest canvas, in CSS pixels: one word, and what renderers can address.
const NARROWEST: f64 = 120.0;
const WIDEST: f64 = 100_000.0;

impl FromStr for Length {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let unit = UNITS.into_iter().find(|(name, _)| text.ends_with(name));
        let number = unit.map(|(name, _)| text[..text.len() - name.len()].trim_end());
        let number = number.and_then(|number| number.parse::<f64>().ok());
        let (Some((unit, scale)), Some(number)) = (unit, number.filter(|n| n.is_finite())) else {
            return Err(
                "a length is a number with its unit, such as 6.5in, 165mm, 468pt or 624px".into()
            );
        };
        let pixels = number * scale;
        if (NARROWEST..=WIDEST).contains(&pixels) {
            return Ok(Length(px(pixels)));
        }
        // In the unit that was given, rounded inwards.
        let least = (NARROWEST / scale * 100.0).ceil() / 100.0;
        let most = (WIDEST / scale).floor();
        let fault = if pixels > WIDEST { "large" } else { "small" };
        Err(format!("{text} is too {fault} for a figure; choose {least}{unit} to {most}{unit}"))
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}px", to_px(self.0))
    }
}

/// A place that figures are made for, with its size and scale of type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preset {
    /// A column of a journal: 3.35 in wide.
    Column,
    /// The text of a report: 6.5 in wide.
    #[default]
    Report,
    /// The text of an A4 page with margins of an inch: 159 mm wide.
    A4,
    /// One of two columns of such a page: 73 mm wide.
    Half,
    /// The text of a landscape page: 9 in wide.
    Page,
    /// A slide: 13.33 by 7.5 in, type 1.8 times as large.
    Slide,
    /// A preview card: 1200 by 630 px, type 1.8 times as large.
    Social,
}

impl Preset {
    /// All presets with their names.
    pub const ALL: [(Preset, &str); 7] = [
        (Preset::Column, "column"),
        (Preset::Half, "half"),
        (Preset::Report, "report"),
        (Preset::A4, "a4"),
        (Preset::Page, "page"),
        (Preset::Slide, "slide"),
        (Preset::Social, "social"),
    ];

    /// Width of the canvas.
    pub const fn width(self) -> Sub {
        match self {
            Preset::Column => px(321.6),
            Preset::Report => px(624.0),
            Preset::A4 => px(601.0),
            Preset::Half => px(276.0),
            Preset::Page => px(864.0),
            Preset::Slide => px(1280.0),
            Preset::Social => px(1200.0),
        }
    }

    /// Least height of the canvas; content may need more.
    pub const fn height(self) -> Sub {
        match self {
            Preset::Slide => 720 * PX,
            Preset::Social => 630 * PX,
            _ => 0,
        }
    }

    /// The greatest height that fits where it is placed, and what that is: of a page, A4 with margins
    /// of an inch.
    pub const fn page(self) -> (Sub, &'static str) {
        match self {
            Preset::Column | Preset::Half | Preset::Report | Preset::A4 => (930 * PX, "a page"),
            Preset::Page => (602 * PX, "a landscape page"),
            Preset::Slide => (720 * PX, "a slide"),
            Preset::Social => (630 * PX, "a card"),
        }
    }

    /// Sizes of type, lines and gaps; those of the plot at so many hundredths of the usual where the
    /// place has a height of its own to be filled.
    pub fn sizes_at(self, scale: u16) -> Sizes {
        match self {
            Preset::Slide | Preset::Social => self.sizes().with_plot_at(f64::from(scale) / 100.0),
            _ => self.sizes(),
        }
    }

    /// Sizes of type, lines and gaps.
    pub fn sizes(self) -> Sizes {
        match self {
            Preset::Column | Preset::Half => Sizes::column(),
            Preset::Report | Preset::A4 => Sizes::scaled(1.0),
            Preset::Page => Sizes::page(),
            Preset::Slide => Sizes::slide(),
            Preset::Social => Sizes::social(),
        }
    }
}

impl FromStr for Preset {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        named(&Preset::ALL, text, "size")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_by_unit() {
        for text in ["6.5in", "468pt", "624px", " 624 px "] {
            assert_eq!(text.parse(), Ok(Length(px(624.0))), "{text}");
        }
        let mm: Length = "165.1mm".parse().expect("a length");
        assert!((to_px(mm.0) - 624.0).abs() < 0.02);
        for text in ["6.5", "in", "-3in", "1e9px", "nanpx", "5em", ""] {
            assert!(text.parse::<Length>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_length_out_of_range_is_refused_in_its_own_unit() {
        for (text, message) in [
            ("0.1in", "0.1in is too small for a figure; choose 1.25in to 1041in"),
            ("9999cm", "9999cm is too large for a figure; choose 3.18cm to 2645cm"),
            ("10px", "10px is too small for a figure; choose 120px to 100000px"),
        ] {
            assert_eq!(text.parse::<Length>(), Err(message.to_owned()));
        }
        for least in ["1.25in", "3.18cm", "31.75mm", "90pt"] {
            assert!(least.parse::<Length>().is_ok(), "{least}");
        }
    }
}
