//! What the user may choose: every field is a flag of the command and a key of a config file.

use crate::date::Date;
use crate::geom::{PX, Sub, px, to_px};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::str::FromStr;

/// Choices for a figure; none means the default.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, clap::Args)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Options {
    /// Title over the figure
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Sentence under the title
    #[arg(long, value_name = "TEXT")]
    pub subtitle: Option<String>,
    /// Source line under the figure
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
    /// Width of the figure: 6.5in, 165mm, 468pt, 624px
    #[arg(long, value_name = "LENGTH")]
    #[serde(deserialize_with = "by_text")]
    pub width: Option<Length>,
    /// Size and scale of type for a place: column, report (default), page, slide, social
    #[arg(long, value_name = "NAME")]
    #[serde(deserialize_with = "by_text")]
    pub size: Option<Preset>,
    /// Pixels of a PNG in one inch [default: 288]
    #[arg(long, value_name = "NUMBER")]
    pub dpi: Option<f64>,
    /// First date shown; events before it are left out
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    #[serde(deserialize_with = "by_text")]
    pub from: Option<Date>,
    /// Last date shown; events after it are left out
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    #[serde(deserialize_with = "by_text")]
    pub to: Option<Date>,
    /// Text of an SVG: live (letters with a font), outlines (shapes, for viewers without fonts)
    #[arg(long, value_name = "HOW")]
    #[serde(deserialize_with = "by_text")]
    pub svg_text: Option<SvgText>,
}

impl Options {
    /// These choices, and those of `other` where there are none here.
    pub fn or(self, other: Options) -> Options {
        Options {
            title: self.title.or(other.title),
            subtitle: self.subtitle.or(other.subtitle),
            source: self.source.or(other.source),
            width: self.width.or(other.width),
            size: self.size.or(other.size),
            dpi: self.dpi.or(other.dpi),
            from: self.from.or(other.from),
            to: self.to.or(other.to),
            svg_text: self.svg_text.or(other.svg_text),
        }
    }

    /// The size preset.
    pub fn preset(&self) -> Preset {
        self.size.unwrap_or_default()
    }

    /// The width of the canvas.
    pub fn canvas_width(&self) -> Sub {
        self.width.map_or(self.preset().width(), |width| width.0)
    }
}

/// A field that is written as text and read by [`FromStr`].
fn by_text<'de, D, T>(input: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: fmt::Display>,
{
    let text = String::deserialize(input)?;
    text.parse().map(Some).map_err(serde::de::Error::custom)
}

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
        let (Some((_, pixels)), Some(number)) = (unit, number.filter(|n| n.is_finite())) else {
            return Err(
                "a length is a number with its unit, as 6.5in, 165mm, 468pt or 624px".into()
            );
        };
        let pixels = number * pixels;
        if (NARROWEST..=WIDEST).contains(&pixels) {
            return Ok(Length(px(pixels)));
        }
        Err(format!("{pixels} px is no width of a figure; choose 120px to 100000px"))
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
    /// The text of a landscape page: 9 in wide.
    Page,
    /// A slide: 13.33 by 7.5 in, type 1.8 times as large.
    Slide,
    /// A preview card: 1200 by 630 px, type 1.8 times as large.
    Social,
}

impl Preset {
    /// All presets with their names.
    pub const ALL: [(Preset, &str); 5] = [
        (Preset::Column, "column"),
        (Preset::Report, "report"),
        (Preset::Page, "page"),
        (Preset::Slide, "slide"),
        (Preset::Social, "social"),
    ];

    /// Width of the canvas.
    pub const fn width(self) -> Sub {
        match self {
            Preset::Column => px(321.6),
            Preset::Report => px(624.0),
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

    /// Size of type and lines against those of a report.
    pub const fn scale(self) -> f64 {
        match self {
            Preset::Slide | Preset::Social => 1.8,
            _ => 1.0,
        }
    }
}

impl FromStr for Preset {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        named(&Preset::ALL, text, "size")
    }
}

/// How the text of an SVG is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SvgText {
    /// As text, with the letters it needs embedded as a font.
    #[default]
    Live,
    /// As shapes, with the text laid over them unseen.
    Outlines,
}

impl SvgText {
    /// All ways with their names.
    pub const ALL: [(SvgText, &str); 2] =
        [(SvgText::Live, "live"), (SvgText::Outlines, "outlines")];
}

impl FromStr for SvgText {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        named(&SvgText::ALL, text, "way to write text")
    }
}

/// The value called `text`, in any case.
fn named<T: Copy>(all: &[(T, &str)], text: &str, what: &str) -> Result<T, String> {
    let found = all.iter().find(|(_, name)| name.eq_ignore_ascii_case(text.trim()));
    let names = || all.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(", ");
    found
        .map(|(value, _)| *value)
        .ok_or_else(|| format!("there is no such {what}; choose {}", names()))
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
    fn a_config_has_the_names_of_the_flags() {
        let config: Options = toml::from_str(
            "title = 'T'\nwidth = '3.35in'\nfrom = '2009'\ndpi = 300\nsvg-text = 'outlines'",
        )
        .expect("a config");
        assert_eq!(config.title.as_deref(), Some("T"));
        assert_eq!(config.width.map(|width| width.to_string()), Some("321.59375px".into()));
        assert_eq!(config.from.map(|from| from.to_string()), Some("2009".into()));
        assert_eq!((config.dpi, config.svg_text), (Some(300.0), Some(SvgText::Outlines)));
        assert!(toml::from_str::<Options>("titel = 'T'").is_err());
        assert!(toml::from_str::<Options>("size = 'poster'").is_err());
    }

    #[test]
    fn the_nearer_choice_wins() {
        let of = |title: &str| Options { title: Some(title.into()), ..Options::default() };
        assert_eq!(of("a").or(of("b")), of("a"));
        assert_eq!(Options::default().or(of("b")), of("b"));
    }
}
